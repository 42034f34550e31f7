"""How often the parts in stock turn over (W11): what was used at its cost, over the mean of what was here."""

from __future__ import annotations

from collections.abc import Sequence

from models.kernel import clock
from models.kernel.money import rounded
from models.parts.lists import flows
from models.parts.views import PartFlow
from models.statistics.asking import Asked, text
from models.statistics.values import Column, Fact, Form, Kind, Picture, Statistic, Value

_MOST_PICTURED = 12


def turnover(asked: Asked) -> Statistic:
    """Parts by what was used of them, with turnover and how many days the rest lasts (W11)."""
    _ = asked.say
    parts, before = _flows(asked)
    used_before = {each.id: each.used_value for each in before}
    days = (min(asked.now.last, max(clock.today(), asked.now.first)) - asked.now.first).days + 1
    rows: list[tuple[Value, ...]] = []
    for each in parts:
        moved = (each.opening_value, each.came_value, each.used, each.used_value, each.closing, each.value)
        rows.append((each.code, each.name, *moved, turned(each), lasts(each, days), used_before.get(each.id, 0)))
    every, every_before = _together(parts), _together(before)
    total: tuple[Value, ...] = (
        *(_("Total"), None, every.opening_value, every.came_value, None, every.used_value, None, every.value),
        *(turned(every), lasts(every, days), every_before.used_value),
    )
    facts = [
        Fact(_("Turnover"), Kind.HUNDREDTHS, turned(every), turned(every_before)),
        Fact(_("Used at cost"), Kind.MONEY, every.used_value, every_before.used_value),
        Fact(_("Value at the end"), Kind.MONEY, every.value, every_before.value),
        Fact(_("Lasts days"), Kind.COUNT, lasts(every, days), lasts(every_before, asked.before.days)),
    ]
    most = [each for each in parts if each.used_value > 0][:_MOST_PICTURED]
    picture = Picture(
        *(Form.BARS, _("Used most, at cost"), Kind.MONEY, tuple(each.name for each in most)),
        values=tuple(each.used_value for each in most),
        pale=tuple(used_before.get(each.id, 0) for each in most),
        legend=asked.legend,
    )
    about = _("Turnover is what was used at cost over the mean of the stock's value at the beginning and the end.")
    title = ("turnover", _("Parts turnover"), about)
    return asked.made(title, facts, [picture] if most else [], _columns(asked), rows, total)


def _flows(asked: Asked) -> tuple[list[PartFlow], list[PartFlow]]:
    """What moved now, used most first, and before; a part that is gone since then is among both."""
    now, before = (flows(asked.actor, each.first, each.last) for each in (asked.now, asked.before))
    there = {each.id for each in now}
    gone = [PartFlow(each.id, each.code, each.name, *(0,) * 8) for each in before if each.id not in there]
    return sorted([*now, *gone], key=lambda each: (-each.used_value, each.code)), before


def _columns(asked: Asked) -> tuple[Column, ...]:
    _ = asked.say
    return (
        *(text("code", _("Part no.")), text("name", _("Part"))),
        Column("opening_value", _("Value at the beginning"), Kind.MONEY),
        Column("came_value", _("Came in at cost"), Kind.MONEY),
        Column("used", _("Quantity used"), Kind.HUNDREDTHS),
        Column("used_value", _("Used at cost"), Kind.MONEY),
        Column("closing", _("Here at the end"), Kind.HUNDREDTHS),
        Column("value", _("Value at the end"), Kind.MONEY),
        *(Column("turnover", _("Turnover"), Kind.HUNDREDTHS), Column("days", _("Lasts days"))),
        Column("used_before", _("Used at cost before"), Kind.MONEY, dim=True),
    )


def turned(flow: PartFlow) -> int | None:
    """How many times the stock turned over in the period, in hundredths; None where nothing was here."""
    both = flow.opening_value + flow.value
    return rounded(200 * flow.used_value, both) if both > 0 else None


def lasts(flow: PartFlow, days: int) -> int | None:
    """How many days what is here lasts at the pace of so many days; None where nothing was used."""
    return rounded(flow.value * days, flow.used_value) if flow.used_value > 0 else None


def _together(parts: Sequence[PartFlow]) -> PartFlow:
    sums = ((each.opening_value, each.came_value, each.used_value, each.value) for each in parts)
    opening, came, used, value = (sum(column) for column in zip((0,) * 4, *sums, strict=True))
    return PartFlow(0, "", "", 0, opening, 0, came, 0, used, 0, value)
