"""The deliveries tab: calendar, list, and a delivery with its checklist up to the hand-over and after."""

from ui.deliveries.tab import KINDS, build

__all__ = ["KINDS", "build"]
