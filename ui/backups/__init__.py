"""Backups on screen: the one who makes them while the store is open, a look inside, restoring and salvage."""
