"""How full the workshop is, and how long work takes beside its standard (W1, W6, W8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest

from models.appointments import planning
from models.appointments.kinds import TAKEN_STATES
from models.customers.traffic import Period, offsets
from models.kernel.money import rounded, share_of
from models.kernel.tables import run_sql
from models.service.late_lists import work_figures
from models.service.work_views import WorkFigures
from models.statistics.asking import Asked, text
from models.statistics.periods import Steps, short
from models.statistics.values import NOTHING, Column, Fact, Form, Kind, Picture, Statistic, Value

_TAKEN = ", ".join(f"'{state.value}'" for state in TAKEN_STATES)
_BOOKED = f"""SELECT day, sum(CASE WHEN state IN ({_TAKEN}) THEN 1 ELSE 0 END),
    sum(CASE WHEN state IN ({_TAKEN}) THEN minutes ELSE 0 END), sum(CASE WHEN state = 'no_show' THEN 1 ELSE 0 END)
    FROM (SELECT (starts_at + ?) / 86400000 AS day, state, minutes FROM appointment
    WHERE starts_at >= ? AND starts_at < ?) a GROUP BY day"""
_WORKED = """SELECT day, sum(took) FROM (SELECT (started_at + ?) / 86400000 AS day, ended_at - started_at AS took
    FROM work_session WHERE ended_at IS NOT NULL AND started_at >= ? AND started_at < ?) s GROUP BY day"""
_RECEIVED = """SELECT day, count(*) FROM (SELECT (received_at + ?) / 86400000 AS day FROM work_order
    WHERE received_at >= ? AND received_at < ?) o GROUP BY day"""
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Load:
    """What each step of a period held; minutes. ``capacity`` is what bays and hours of today allow."""

    steps: Steps
    capacity: list[int]
    appointments: list[int]
    booked: list[int]
    missed: list[int]
    orders: list[int]
    worked: list[int]

    @property
    def shares(self) -> list[int | None]:
        """How much of each step's time is booked."""
        return [_share(booked, room) for booked, room in zip(self.booked, self.capacity, strict=True)]

    @property
    def lines(self) -> list[tuple[Value, ...]]:
        """Each step's values in the order of the table."""
        parts = (self.appointments, self.booked, self.capacity)
        return [
            (count, booked, room, _share(booked, room), missed, orders, worked)
            for count, booked, room, missed, orders, worked in zip(
                *parts, self.missed, self.orders, self.worked, strict=True
            )
        ]

    @property
    def total(self) -> tuple[Value, ...]:
        """What the steps come to."""
        booked, room = sum(self.booked), sum(self.capacity)
        rest = (sum(self.missed), sum(self.orders), sum(self.worked))
        return sum(self.appointments), booked, room, _share(booked, room), *rest


def load_of(period: Period) -> Load:
    """Appointments by the day they begin, vehicles received, hours worked, beside the room of the bays (W1)."""
    steps = Steps.of(period)
    booked = _by_day(_BOOKED, period, 3)
    worked = {day: [took // 60_000] for day, (took,) in _by_day(_WORKED, period, 1).items()}
    orders = _by_day(_RECEIVED, period, 1)
    return Load(
        steps,
        steps.spread(_capacity(period)),
        *(steps.spread({day: each[place] for day, each in booked.items()}) for place in range(3)),
        *(steps.spread({day: each[0] for day, each in by_day.items()}) for by_day in (orders, worked)),
    )


def _by_day(sql: str, period: Period, columns: int) -> dict[date, list[int]]:
    """Sums by local day."""
    found: dict[date, list[int]] = {}
    for since, until, offset in offsets(period):
        for day, *counts in run_sql(sql, offset, since, until).fetchall():
            own = found.setdefault(_EPOCH + timedelta(days=int(day)), [0] * columns)
            for place, count in enumerate(counts):
                own[place] += int(count)
    return found


def _capacity(period: Period) -> dict[date, int]:
    """The minutes of all bays on each day on which the workshop is open."""
    hours, bays = planning.hours(), len(planning.open_bays())
    found: dict[date, int] = {}
    for day in (period.first + timedelta(days=number) for number in range(period.days)):
        if span := hours.of(day):
            opens, closes = (datetime.combine(day, each) for each in span)
            found[day] = bays * ((closes - opens) // timedelta(minutes=1))
    return found


def load(asked: Asked) -> Statistic:
    """How much of the bays' time is booked, by day or month (W1)."""
    _ = asked.say
    now, before = load_of(asked.now), load_of(asked.before)
    names = tuple(map(short, now.steps.names))
    picture = Picture(
        *(Form.LINES, _("Bays booked"), Kind.SHARE, names),
        values=now.steps.up_to_now(now.shares),
        pale=now.steps.beside(before.shares),
        legend=asked.legend,
    )
    columns = (
        text("step", _("Month") if now.steps.by_month else _("Day")),
        *(Column("appointments", _("Appointments")), Column("booked", _("Hours booked"), Kind.MINUTES)),
        *(Column("capacity", _("Bay hours"), Kind.MINUTES), Column("share", _("Load"), Kind.SHARE)),
        *(Column("missed", _("Did not come")), Column("orders", _("Vehicles received"))),
        Column("worked", _("Hours worked"), Kind.MINUTES),
        Column("booked_before", _("Hours booked before"), Kind.MINUTES, dim=True),
        Column("share_before", _("Load before"), Kind.SHARE, dim=True),
    )
    rows: list[tuple[Value, ...]] = [
        (name or NOTHING, *(line or (None,) * 7), *(that or (None, None)))
        for name, line, that in zip_longest(now.steps.names, now.lines, zip(before.booked, before.shares, strict=True))
    ]
    total = (_("Total"), *now.total, before.total[1], before.total[3])
    facts = [
        Fact(_("Load"), Kind.SHARE, _number(now.total[3]), _number(before.total[3])),
        Fact(_("Appointments"), Kind.COUNT, sum(now.appointments), sum(before.appointments)),
        Fact(_("Vehicles received"), Kind.COUNT, sum(now.orders), sum(before.orders)),
        Fact(_("Hours worked"), Kind.MINUTES, sum(now.worked), sum(before.worked)),
    ]
    about = _("Appointments by the day they begin beside the hours of the bays that are open now; hours as h:min.")
    return asked.made(("load", _("Workshop load"), about), facts, [picture], columns, rows, total)


def hours(asked: Asked) -> Statistic:
    """Actual hours against standard of the lines done in the period, and internal rework, by technician (W6, W8)."""
    _ = asked.say
    now, before = (
        [each for each in work_figures(asked.actor, period.first, period.last) if asked.is_asked(each.staff_id)]
        for period in (asked.now, asked.before)
    )
    earlier = {each.staff_id: each for each in before}
    there = {each.staff_id for each in now}
    gone = [WorkFigures(each.staff_id, each.name, 0, 0, 0, 0, 0) for each in before if each.staff_id not in there]
    order = sorted([*now, *gone], key=lambda each: (-each.standard, each.name))
    people = tuple(each.name or _("Nobody named") for each in order)
    picture = Picture(
        *(Form.BARS, _("Hours worked beside standard hours"), Kind.MINUTES, people),
        values=tuple(each.minutes for each in order),
        pale=tuple(_standard(each) for each in order),
        legend=(_("Worked"), _("Standard")),
        notes=tuple(_("efficiency {share}").format(share=_told(each)) for each in order),
    )
    columns = (
        *(text("person", _("Technician")), Column("lines", _("Lines done"))),
        Column("standard", _("Standard hours"), Kind.HUNDREDTHS),
        *(Column("minutes", _("Hours worked"), Kind.MINUTES), Column("share", _("Efficiency"), Kind.SHARE)),
        *(Column("redone", _("Sent back")), Column("redone_minutes", _("Hours of rework"), Kind.MINUTES)),
        Column("standard_before", _("Standard hours before"), Kind.HUNDREDTHS, dim=True),
        Column("share_before", _("Efficiency before"), Kind.SHARE, dim=True),
    )
    rows = [
        (name, *_values(each), *_before(earlier.get(each.staff_id))) for name, each in zip(people, order, strict=True)
    ]
    every, every_before = _together(now), _together(before)
    facts = [
        Fact(_("Efficiency"), Kind.SHARE, _efficiency(every), _efficiency(every_before)),
        Fact(_("Standard hours"), Kind.HUNDREDTHS, every.standard, every_before.standard),
        Fact(_("Hours worked"), Kind.MINUTES, every.minutes, every_before.minutes),
        Fact(_("Sent back"), Kind.COUNT, every.redone, every_before.redone),
    ]
    about = _("Lines done in the period: efficiency is standard hours over hours worked; what a check sent back.")
    total = (_("Total"), *_values(every), *_before(every_before))
    return asked.made(("hours", _("Actual and standard hours"), about), facts, [picture], columns, rows, total)


def _together(people: list[WorkFigures]) -> WorkFigures:
    parts = [(each.lines, each.standard, each.minutes, each.redone, each.redone_minutes) for each in people]
    return WorkFigures(0, "", *(sum(column) for column in zip((0,) * 5, *parts, strict=True)))


def _values(each: WorkFigures) -> tuple[Value, ...]:
    return each.lines, each.standard, each.minutes, _efficiency(each), each.redone, each.redone_minutes


def _before(each: WorkFigures | None) -> tuple[Value, Value]:
    return (each.standard, _efficiency(each)) if each else (0, None)


def _efficiency(each: WorkFigures) -> int | None:
    """Standard hours over the hours they took; None where nobody was clocked."""
    return share_of(each.standard * 60, each.minutes * 100) if each.minutes else None


def _standard(each: WorkFigures) -> int:
    return rounded(each.standard * 60, 100)


def _told(each: WorkFigures) -> str:
    share = _efficiency(each)
    return NOTHING if share is None else f"{rounded(share, 100)}\N{NO-BREAK SPACE}%"


def _share(part: int, whole: int) -> int | None:
    return share_of(part, whole) if whole else None


def _number(value: Value) -> int | None:
    return value if isinstance(value, int) else None
