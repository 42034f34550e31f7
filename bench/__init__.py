"""Speed as ratios within one run: ours against the raw library or a peer doing the same. ``python -m bench``."""
