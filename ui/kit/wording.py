"""How days, moments and amounts are said on screen."""

from __future__ import annotations

from datetime import date, datetime

from models.kernel import clock, money
from models.kernel.i18n import _

GAP = " · "
"""What stands between facts in one line."""


def yuan(amount: int) -> str:
    """Fen as ``¥12,345.67``, with the minus sign before it."""
    return f"\N{MINUS SIGN}¥{money.plain(-amount)}" if amount < 0 else f"¥{money.plain(amount)}"


def day(value: date) -> str:
    """``11-21`` this year, ``2025-11-21`` another."""
    return f"{value:%m-%d}" if value.year == clock.today().year else value.isoformat()


def moment(value: datetime) -> str:
    """``11-21 14:26`` at the counter."""
    at = clock.local(value)
    return f"{day(at.date())} {at:%H:%M}"


def time_of_day(value: datetime) -> str:
    """``14:26`` at the counter."""
    return f"{clock.local(value):%H:%M}"


def due(value: date) -> tuple[str, str]:
    """How near a day is, and its tone: red when it is past, orange today."""
    days = (value - clock.today()).days
    if days < 0:
        return _("{days} d overdue").format(days=-days), "bad"
    if days == 0:
        return _("today"), "warn"
    return (_("tomorrow") if days == 1 else day(value)), ""


def due_at(value: datetime) -> tuple[str, str]:
    """The same for a moment."""
    return due(clock.local(value).date())
