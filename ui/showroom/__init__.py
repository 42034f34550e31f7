"""Showroom: whose customer this is, and why; the floor's board, its log and its rulebook."""

from ui.showroom.tab import build

__all__ = ["build"]
