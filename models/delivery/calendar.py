"""The calendar as a rule: nothing in one bay or with one person twice at once (D6)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from models.delivery import rules
from models.delivery.rules import Booked, Whom
from models.delivery.states import LIVE_STATES
from models.delivery.tables import Bay, Delivery
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.tables import milliseconds, moment, run_sql
from models.staff.tables import Staff

_FIELD = {Whom.BAY: "bay_id", Whom.CONSULTANT: "consultant_id", Whom.ADVISOR: "advisor_id"}
_LIVE = ", ".join(f"'{state.value}'" for state in LIVE_STATES)
_BOOKED = f"""SELECT d.id, d.number, c.name, d.starts_at, d.minutes, d.bay_id, d.consultant_id, d.advisor_id
    FROM delivery d JOIN customer c ON c.id = d.customer_id
    WHERE d.state IN ({_LIVE}) AND d.starts_at < ? AND d.starts_at > ? ORDER BY d.starts_at, d.id"""


def booked_between(since: datetime, until: datetime) -> list[Booked]:
    """The deliveries that take time of the calendar between two moments."""
    earliest = since - timedelta(minutes=rules.MOST_MINUTES)
    rows = run_sql(_BOOKED, milliseconds(until), milliseconds(earliest)).fetchall()
    found = [_booked(*row) for row in rows]
    return [each for each in found if each.ends_at > since]


def _booked(delivery_id: int, number: str, customer: str, starts_at: int, *rest: Any) -> Booked:
    return Booked(delivery_id, number, customer, moment(starts_at), *rest)


def refuse_clash(delivery: Delivery) -> None:
    """Inside an action, which holds the turn of all writers: raises RuleError that names what is taken by whom."""
    wanted = as_booked(delivery)
    for whom, other in rules.clashes(wanted, booked_between(wanted.starts_at, wanted.ends_at)):
        raise RuleError(
            "{whom} {name} is taken from {since} to {until}: {number}, {customer}.",
            field=_FIELD[whom],
            whom=whom,
            name=_name(whom, delivery),
            since=f"{clock.local(other.starts_at):%m-%d %H:%M}",
            until=f"{clock.local(other.ends_at):%m-%d %H:%M}",
            number=other.number,
            customer=other.customer,
        )


def as_booked(delivery: Delivery) -> Booked:
    """A delivery as the calendar compares it."""
    return Booked(
        *(delivery.id, delivery.number, "", delivery.starts_at, delivery.minutes),
        *(delivery.bay_id, delivery.consultant_id, delivery.advisor_id),
    )


def _name(whom: Whom, delivery: Delivery) -> str:
    if whom is Whom.BAY:
        return str(Bay.get_by_id(delivery.bay_id).name)
    person = delivery.consultant_id if whom is Whom.CONSULTANT else delivery.advisor_id
    return str(Staff.get_by_id(person).name)
