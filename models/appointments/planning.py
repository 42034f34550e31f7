"""What the planner stands on: the workshop's hours and bays, what is taken, whether there is room (W1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from models.appointments import rules
from models.appointments.kinds import TAKEN_STATES
from models.appointments.rules import Span, Taken, WorkshopHours
from models.appointments.tables import Appointment, WorkshopBay
from models.kernel import clock, settings
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor, Permission, Role, granted
from models.kernel.tables import milliseconds, moment, run_sql
from models.shop.holidays import holidays
from models.staff.lists import StaffRow, everybody

_SETTING = "workshop_hours"
_TAKEN = ", ".join(f"'{each.value}'" for each in TAKEN_STATES)


def hours() -> WorkshopHours:
    """The hours of the open store; it is closed on the store's holidays too."""
    kept = kept_hours()
    return replace(kept, closed_days={**holidays(), **kept.closed_days})


def kept_hours() -> WorkshopHours:
    """The hours as they are set, with the days on which the workshop alone is closed."""
    kept: dict[str, Any] = settings.read(_SETTING, {})
    usual = WorkshopHours()
    return WorkshopHours(
        opens=time.fromisoformat(kept["opens"]) if "opens" in kept else usual.opens,
        closes=time.fromisoformat(kept["closes"]) if "closes" in kept else usual.closes,
        weekdays=tuple(kept.get("weekdays", usual.weekdays)),
        reception_minutes=kept.get("reception_minutes", usual.reception_minutes),
        walk_ins=kept.get("walk_ins", usual.walk_ins),
        other_hours={
            int(weekday): (time.fromisoformat(opens), time.fromisoformat(closes))
            for weekday, (opens, closes) in kept.get("other_hours", {}).items()
        },
        closed_days={date.fromisoformat(day): name for day, name in kept.get("closed_days", {}).items()},
    )


def keep_hours(new: WorkshopHours) -> None:
    """Put them in the store's settings, inside an action."""
    settings.write(
        _SETTING,
        {
            "opens": f"{new.opens:%H:%M}",
            "closes": f"{new.closes:%H:%M}",
            "weekdays": list(new.weekdays),
            "reception_minutes": new.reception_minutes,
            "walk_ins": new.walk_ins,
            "other_hours": {
                weekday: [f"{opens:%H:%M}", f"{closes:%H:%M}"] for weekday, (opens, closes) in new.other_hours.items()
            },
            "closed_days": {day.isoformat(): name for day, name in new.closed_days.items()},
        },
    )


def open_bays() -> list[int]:
    """The bays that are planned, in their order."""
    query = WorkshopBay.select(WorkshopBay.id).where(WorkshopBay.closed == 0).order_by(WorkshopBay.position)
    return [row[0] for row in query.tuples()]


def advisors() -> list[StaffRow]:
    """Who receives customers of the workshop: its advisors, or where there are none whoever may receive a vehicle."""
    may = [each for each in everybody() if Permission.RECEIVE_VEHICLE in granted(each.roles)]
    return [each for each in may if Role.SERVICE_ADVISOR in each.roles] or may


def taken(since: datetime, until: datetime) -> list[Taken]:
    """What takes any moment between two, in local time."""
    longest = timedelta(minutes=rules.LONGEST)
    sql = f"""SELECT id, number, starts_at, minutes, bay_id, advisor_id, goods_id FROM appointment
        WHERE state IN ({_TAKEN}) AND starts_at < ? AND starts_at > ?
        AND starts_at + minutes * 60000 > ? ORDER BY starts_at, id"""
    rows = run_sql(sql, milliseconds(until), milliseconds(since - longest), milliseconds(since)).fetchall()
    found = []
    for appointment_id, number, starts_at, minutes, bay_id, advisor_id, goods_id in rows:
        span = rules.span_of(clock.local(moment(starts_at)), minutes)
        if span.ends_at > since:
            found.append(Taken(appointment_id, number, span, bay_id, advisor_id, goods_id))
    return found


def check_free(appointment: Taken) -> None:
    """Raises RuleError at what is taken already, naming by what."""
    span = appointment.span
    near = timedelta(minutes=hours().reception_minutes)
    others = taken(span.starts_at - near, span.ends_at + near)
    error = rules.clash(appointment, others, hours())
    if error is not None:
        raise error


def takes_kept(appointment: Taken) -> bool:
    """Whether an appointment would take, ahead of its day, a bay that is kept for walk-ins."""
    span = appointment.span
    there = taken(span.starts_at, span.ends_at)
    return rules.takes_kept(appointment, open_bays(), there, hours(), clock.today())


def next_free(minutes: int, after: datetime, advisor_id: int | None = None, count: int = 3) -> list[rules.Slot]:
    """The next free times for so much work, from a moment on."""
    at = clock.local(max(after, clock.now()))
    there = taken(at - timedelta(days=5), at + timedelta(days=62))
    return rules.next_free(at, minutes, open_bays(), there, hours(), advisor_id=advisor_id, count=count)


def check_kept(actor: Actor, appointment: Taken) -> bool:
    """Whether it takes a bay kept for walk-ins, which who approves work may do.

    Raises RuleError at ``bay_id`` for others, with the next free time.
    """
    if not takes_kept(appointment):
        return False
    if not actor.may(Permission.APPROVE_WORK):
        span = appointment.span
        minutes = (span.ends_at - span.starts_at) // timedelta(minutes=1)
        slots = next_free(minutes, span.starts_at, appointment.advisor_id, 1)
        if not slots:
            raise RuleError("The bays left then are kept for walk-ins.", field="bay_id")
        raise RuleError(
            "The bays left then are kept for walk-ins; the next free time is {moment}.",
            field="bay_id",
            moment=f"{slots[0].starts_at:%Y-%m-%d %H:%M}",
        )
    return True


def taken_of(appointment: Appointment) -> Taken:
    """How an appointment stands in the calendar."""
    span: Span = rules.span_of(clock.local(appointment.starts_at), appointment.minutes)
    return Taken(
        appointment.id, appointment.number, span, appointment.bay_id, appointment.advisor_id, appointment.goods_id
    )


def require_bay(bay_id: int | None) -> None:
    """Raises RuleError at ``bay_id`` for a bay that is closed or none."""
    if bay_id is not None and bay_id not in open_bays():
        raise RuleError("Choose a bay that is open.", field="bay_id")
