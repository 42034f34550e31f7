"""What later versions bring, said plainly in the tabs that are not there yet."""
