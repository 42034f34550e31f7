"""Quotes, contracts and money, as the counter works with them."""

from ui.sales.tab import KINDS, build

__all__ = ["KINDS", "build"]
