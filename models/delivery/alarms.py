"""What of deliveries needs somebody on Today, worst first (D2)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from models.delivery import lists
from models.delivery.kinds import AlarmKind, NoteDecision
from models.delivery.states import DeliveryState
from models.delivery.tables import DeliveryDefect, DispatchNote
from models.delivery.views import Alarm, CalendarEntry
from models.kernel import clock
from models.kernel.permissions import Actor, Permission

_ORDER = list(AlarmKind)


def alarms(actor: Actor) -> list[Alarm]:
    """What is late or wants this person now: their own deliveries, all of them for a manager."""
    today = clock.today()
    everybody = actor.may(Permission.SEE_ALL_PERSONAL)
    found = [
        alarm
        for entry in lists.coming(actor)
        if (everybody or actor.id in (entry.consultant_id, entry.advisor_id))
        for alarm in _of_entry(entry, today)
    ]
    found += _defects(actor, today, everybody)
    if actor.may(Permission.APPROVE_DISPATCH):
        found += _releases(actor)
    if actor.may(Permission.BOOK_DELIVERY):
        found += [_alarm(AlarmKind.TO_BOOK, entry, entry.ends_at) for entry in lists.unbooked(actor)]
    return sorted(found, key=lambda alarm: (_ORDER.index(alarm.kind), alarm.since, alarm.delivery_id))


def _of_entry(entry: CalendarEntry, today: date) -> list[Alarm]:
    """A delivery that is late; one of today or tomorrow that is not confirmed; one of today that is not ready."""
    if entry.late:
        return [_alarm(AlarmKind.LATE, entry, entry.ends_at)]
    day = clock.local(entry.starts_at).date()
    if entry.state is DeliveryState.PLANNED and day <= today + timedelta(days=1):
        return [_alarm(AlarmKind.NOT_CONFIRMED, entry, _morning(day - timedelta(days=1)))]
    if entry.state is DeliveryState.CONFIRMED and day == today:
        return [_alarm(AlarmKind.NOT_READY, entry, entry.starts_at)]
    return []


def _alarm(kind: AlarmKind, entry: CalendarEntry, since: datetime) -> Alarm:
    return Alarm(
        *(kind, entry.id, entry.number, entry.customer_id, entry.customer, entry.goods, entry.consultant, since)
    )


def _morning(day: date) -> datetime:
    return datetime.combine(day, time.min).astimezone()


def _defects(actor: Actor, today: date, everybody: bool) -> list[Alarm]:
    query = DeliveryDefect.select().where(DeliveryDefect.mended_on.is_null(), DeliveryDefect.due_on < today)
    if not everybody:
        query = query.where(DeliveryDefect.staff == actor.id)
    found = []
    for defect in query:
        delivery = defect.delivery
        found.append(
            Alarm(
                *(AlarmKind.DEFECT_LATE, delivery.id, delivery.number, delivery.customer_id, delivery.customer.name),
                *(defect.what, defect.staff.name, _morning(defect.due_on)),
            )
        )
    return found


def _releases(actor: Actor) -> list[Alarm]:
    query = DispatchNote.select().where(DispatchNote.decision == NoteDecision.OPEN)
    return [
        _alarm(AlarmKind.DISPATCH, lists.entry(note.delivery_id), note.asked_at)
        for note in query.order_by(DispatchNote.id)
        if note.asked_by_id != actor.id
    ]
