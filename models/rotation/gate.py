"""Where the rotation asks whose follow-ups are overdue; the room that knows stands above this one and says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime


def _nothing_known(at: datetime) -> dict[int, int]:
    return {}


_overdue_days: Callable[[datetime], dict[int, int]] = _nothing_known


def set_follow_ups(overdue: Callable[[datetime], dict[int, int]]) -> None:
    """Tell where overdue follow-ups are known; until told, nobody has any."""
    global _overdue_days
    _overdue_days = overdue


def overdue_days(at: datetime) -> dict[int, int]:
    """By staff id, how many whole days their oldest follow-up is overdue."""
    return _overdue_days(at)
