"""First start, and what is shown when a store cannot be opened."""
