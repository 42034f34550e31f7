"""How punctual deliveries are, and whether who had to wait was told before (D2)."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from models.customers.traffic import Period
from models.delivery.states import DONE_STATES, LIVE_STATES
from models.kernel import clock
from models.kernel.money import share_of
from models.kernel.tables import milliseconds, run_sql
from models.staff.lists import names
from models.statistics.asking import Asked, text
from models.statistics.values import Column, Fact, Form, Kind, Picture, Statistic, Value

_DONE, _LIVE = (", ".join(f"'{state.value}'" for state in states) for states in (DONE_STATES, LIVE_STATES))
_OVER = "d.starts_at + d.minutes * 60000"
_DUE = f"""SELECT d.consultant_id, count(*),
    sum(CASE WHEN d.state IN ({_DONE}) AND d.handed_over_at <= {_OVER} THEN 1 ELSE 0 END),
    sum(CASE WHEN d.state IN ({_DONE}) AND d.handed_over_at > {_OVER} THEN 1 ELSE 0 END),
    sum(CASE WHEN d.state IN ({_LIVE}) AND {_OVER} < ? THEN 1 ELSE 0 END)
    FROM delivery d WHERE d.starts_at >= ? AND d.starts_at < ? AND d.state <> 'cancelled' {{own}}
    GROUP BY d.consultant_id"""
_POSTPONED = """SELECT d.consultant_id, count(*), sum(CASE WHEN e.told_at <= e.starts_at THEN 1 ELSE 0 END)
    FROM delivery_event e JOIN delivery d ON d.id = e.delivery_id
    WHERE e.kind = 'postponed' AND e.starts_at >= ? AND e.starts_at < ? {own} GROUP BY d.consultant_id"""


@dataclass(frozen=True)
class Punctuality:
    """Deliveries appointed for a period: handed over before their time was past, after it, still to be; and those
    whose time in it was put off, of them told before it.
    """

    due: int = 0
    in_time: int = 0
    late: int = 0
    overdue: int = 0
    postponed: int = 0
    told: int = 0

    def __add__(self, other: Punctuality) -> Punctuality:
        """Both together."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Punctuality(*(one + another for one, another in pairs))

    @property
    def share(self) -> int | None:
        """Those in time of those whose time is past or that are handed over; None of none."""
        over = self.in_time + self.late + self.overdue
        return share_of(self.in_time, over) if over else None


def punctual(period: Period, consultant_id: int | None = None) -> dict[int, Punctuality]:
    """The deliveries of a period by consultant, of one or all (D2)."""
    own, who = ("", []) if consultant_id is None else ("AND d.consultant_id = ?", [consultant_id])
    bounds = [milliseconds(period.since), milliseconds(period.until), *who]
    now = milliseconds(clock.now())
    found = {
        consultant: Punctuality(*map(int, counts))
        for consultant, *counts in run_sql(_DUE.format(own=own), now, *bounds).fetchall()
    }
    for consultant, count, told in run_sql(_POSTPONED.format(own=own), *bounds).fetchall():
        moved = Punctuality(postponed=int(count), told=int(told))
        found[consultant] = found.get(consultant, Punctuality()) + moved
    return found


def punctuality(asked: Asked) -> Statistic:
    """Deliveries appointed for the period: in time, late, overdue, postponed (D2)."""
    _ = asked.say
    now, before = punctual(asked.now, asked.whose), punctual(asked.before, asked.whose)
    known = names()
    order = sorted({*now, *before}, key=lambda each: (-now.get(each, Punctuality()).due, known[each]))
    people = tuple(known[each] for each in order)
    picture = Picture(
        *(Form.BARS, _("Handed over in time"), Kind.SHARE, people),
        values=tuple(now.get(each, Punctuality()).share for each in order),
        pale=tuple(before.get(each, Punctuality()).share for each in order),
        legend=asked.legend,
    )
    columns = (
        *(text("consultant", _("Sales consultant")), Column("due", _("Deliveries due"))),
        *(Column("in_time", _("In time")), Column("late", _("Handed over late")), Column("overdue", _("Overdue"))),
        *(Column("share", _("In time %"), Kind.SHARE), Column("postponed", _("Postponed"))),
        Column("told", _("Told before")),
        Column("due_before", _("Deliveries due before"), dim=True),
        Column("share_before", _("In time %, before"), Kind.SHARE, dim=True),
    )
    rows = [
        (name, *_values(now.get(each, Punctuality()), before.get(each, Punctuality())))
        for each, name in zip(order, people, strict=True)
    ]
    every, every_before = sum(now.values(), Punctuality()), sum(before.values(), Punctuality())
    facts = [
        Fact(_("In time %"), Kind.SHARE, every.share, every_before.share),
        Fact(_("Deliveries due"), Kind.COUNT, every.due, every_before.due),
        Fact(_("Handed over late"), Kind.COUNT, every.late, every_before.late),
        Fact(_("Postponed"), Kind.COUNT, every.postponed, every_before.postponed),
    ]
    about = _("Deliveries by the time they were last appointed for: in time is handed over before that time was past.")
    title = ("punctuality", _("Delivery punctuality"), about)
    return asked.made(title, facts, [picture], columns, rows, (_("Total"), *_values(every, every_before)))


def _values(now: Punctuality, before: Punctuality) -> tuple[Value, ...]:
    counts = (now.due, now.in_time, now.late, now.overdue, now.share, now.postponed, now.told)
    return *counts, before.due, before.share
