"""How long work tells how far it has come: whatever a listener raises ends the work."""

from __future__ import annotations

from collections.abc import Callable

Heard = Callable[[int, int], object]
"""Hears how many of how many are done."""


def unheard(*counts: int) -> None:
    """Nobody listens."""
