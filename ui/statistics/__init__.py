"""The statistics tab: the list of statistics, a period, pictures with their table, export and print."""

from ui.statistics.tab import build

__all__ = ["build"]
