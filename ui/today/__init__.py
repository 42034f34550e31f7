"""Today: what needs this person now, worst first, and how the day goes."""

from ui.today.tab import build

__all__ = ["build"]
