"""How days, moments and amounts are said on screen."""

from __future__ import annotations

from datetime import date, datetime

from models.catalog.kinds import TONES, Availability, StockAnswer, stock_words
from models.kernel import clock, i18n, money
from models.kernel.i18n import _, label

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


def due_by(value: datetime) -> tuple[str, str]:
    """How near a task's moment is, with its time unless that is just the end of the day; red once it has passed."""
    at = clock.local(value)
    day, tone = due(at.date())
    if at.date() < clock.today() or (at.hour, at.minute) == (23, 59):
        return day, tone
    if value < clock.now():
        return _("overdue since {time}").format(time=f"{at:%H:%M}"), "bad"
    return f"{day} {at:%H:%M}", tone


def joined(*parts: str) -> str:
    """Facts in one line."""
    return GAP.join(part for part in parts if part)


def stock(answer: StockAnswer) -> tuple[str, str]:
    """In a word or a day whether there is one, and its tone."""
    tone = TONES.get(answer.availability, "")
    if answer.availability is Availability.UNKNOWN:
        return "", ""
    if answer.availability is Availability.IN_TRANSIT and answer.expected_on:
        return day(answer.expected_on), "bad" if answer.expected_on < clock.today() else tone
    if answer.availability is Availability.TO_ORDER and answer.lead_days:
        return _("{days} days").format(days=answer.lead_days), tone
    return label(answer.availability), tone


def stock_said(answer: StockAnswer) -> str:
    """The whole answer: what was told, the remark, and when it was told."""
    told = _("told on {day}").format(day=day(answer.told_on)) if answer.told_on else ""
    return joined(stock_words(answer, i18n.language()), answer.note, told)
