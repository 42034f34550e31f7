"""Traffic by hour and weekday, and what came of it (C2); the counting is the traffic table's own."""

from __future__ import annotations

from collections.abc import Sequence

from models.customers.paper_facts import WEEKDAYS
from models.customers.traffic import Tally, Traffic, traffic
from models.statistics.asking import Asked, text
from models.statistics.values import Column, Fact, Form, Kind, Picture, Statistic, Value

_OPENS, _CLOSES = 9, 18


def outcome_columns(asked: Asked) -> tuple[Column, ...]:
    """Visits, those of the period before, persons, and the four shares of C2."""
    _ = asked.say
    return (
        Column("visits", _("Visits")),
        Column("visits_before", _("Visits before"), dim=True),
        Column("people", _("Persons")),
        Column("contacts", _("Left contact"), Kind.SHARE),
        Column("test_drives", _("Test drives"), Kind.SHARE),
        Column("quotes", _("Quotes"), Kind.SHARE),
        Column("orders", _("Orders"), Kind.SHARE),
    )


def outcomes(now: Tally | None, before: Tally | None) -> tuple[Value, ...]:
    """The values of ``outcome_columns``."""
    now, before = now or Tally(), before or Tally()
    return (now.visits, before.visits, now.people, *(now.shares if now.visits else (None,) * 4))


def outcome_facts(asked: Asked, now: Tally, before: Tally) -> list[Fact]:
    """Visits and the four shares of C2, now and before."""
    _ = asked.say
    titles = (_("Left contact"), _("Test drives"), _("Quotes"), _("Orders"))
    shares = [
        Fact(title, Kind.SHARE, this if now.visits else None, that if before.visits else None)
        for title, this, that in zip(titles, now.shares, before.shares, strict=True)
    ]
    return [Fact(_("Visits"), Kind.COUNT, now.visits, before.visits), *shares]


def by_hour(asked: Asked) -> Statistic:
    """Visits by hour of each weekday, as a map (C2)."""
    _ = asked.say
    now, before = traffic(asked.now), traffic(asked.before)
    hours, days = _hours(now, before), [_(each) for each in WEEKDAYS]
    cells = {key: tally.visits for key, tally in now.by_moment.items()}
    picture = Picture(
        *(Form.HEAT, _("Visits by hour and weekday"), Kind.COUNT, tuple(map(str, hours))),
        values=tuple(cells.get((day, hour), 0) for day in range(7) for hour in hours),
        rows=tuple(days),
    )
    columns = [
        text("hour", _("Hour")),
        *(Column(f"day_{place}", day) for place, day in enumerate(days)),
        Column("visits", _("Together")),
        Column("visits_before", _("Visits before"), dim=True),
    ]
    rows: list[tuple[Value, ...]] = []
    for hour in hours:
        met = (cells.get((day, hour), 0) for day in range(7))
        rows.append((f"{hour}:00", *met, _visits(now.by_hour, hour), _visits(before.by_hour, hour)))
    sums = (_visits(now.by_weekday, day) for day in range(7))
    total: tuple[Value, ...] = (_("Total"), *sums, now.total.visits, before.total.visits)
    facts = [
        *outcome_facts(asked, now.total, before.total)[:1],
        Fact(_("Persons"), Kind.COUNT, now.total.people, before.total.people),
        Fact(_("Calls"), Kind.COUNT, now.calls, before.calls),
        Fact(_("Invited by phone"), Kind.COUNT, now.invited, before.invited),
    ]
    about = _("Visits of the register by the hour they began in and the day of the week.")
    return asked.made(("traffic_hours", _("Traffic by hour"), about), facts, [picture], columns, rows, total)


def by_weekday(asked: Asked) -> Statistic:
    """Visits by weekday and what came of them (C2)."""
    _ = asked.say
    now, before = traffic(asked.now), traffic(asked.before)
    days = [_(each) for each in WEEKDAYS]
    picture = Picture(
        *(Form.COLUMNS, _("Visits by weekday"), Kind.COUNT, tuple(days)),
        values=tuple(_visits(now.by_weekday, day) for day in range(7)),
        pale=tuple(_visits(before.by_weekday, day) for day in range(7)),
        legend=asked.legend,
    )
    columns = [text("weekday", _("Weekday")), *outcome_columns(asked)]
    rows = [(name, *outcomes(now.by_weekday.get(day), before.by_weekday.get(day))) for day, name in enumerate(days)]
    total = (_("Total"), *outcomes(now.total, before.total))
    about = _("Visits of the register, and how many left a contact, drove, got a quote or ordered.")
    facts = outcome_facts(asked, now.total, before.total)
    return asked.made(("traffic_weekdays", _("Traffic by weekday"), about), facts, [picture], columns, rows, total)


def _hours(*both: Traffic) -> Sequence[int]:
    met = [hour for each in both for hour in each.by_hour]
    return range(min([_OPENS, *met]), max([_CLOSES, *(hour + 1 for hour in met)]))


def _visits(tallies: dict[int, Tally], key: int) -> int:
    return tallies[key].visits if key in tallies else 0
