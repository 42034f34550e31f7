"""The shop itself: its name and papers, its trade, and its founding."""
