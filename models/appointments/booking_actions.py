"""What is done with appointments: made, moved, confirmed, kept, not kept, called off; bays and hours (W1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from models.appointments import planning, rules
from models.appointments.kinds import (
    APPOINTMENT_MOVES,
    OPEN_STATES,
    AppointmentAction,
    AppointmentFacts,
    AppointmentState,
    EventKind,
    Purpose,
)
from models.appointments.rules import Taken, WorkshopHours
from models.appointments.tables import Appointment, AppointmentEvent, AppointmentPart, WorkshopBay
from models.customers.protection_actions import check_works_here, standing
from models.customers.tables import OwnedGoods
from models.kernel import clock, numbering, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.kernel.pinyin import spellings
from models.kernel.tables import limited
from models.parts.reserving import Holder, carry_over, release_all, reserve_part

MOST_PARTS = 40
MOST_NAMED = 60
"""Characters in the name of a day on which the workshop is closed."""


@dataclass(frozen=True)
class AppointmentForm:
    """An appointment as typed; ``starts_at`` with its zone, ``parts`` hundredths by the item's id."""

    starts_at: datetime
    minutes: int = 60
    goods_id: int | None = None
    plate: str = ""
    purpose: Purpose = Purpose.MAINTENANCE
    wish: str = ""
    bay_id: int | None = None
    advisor_id: int | None = None
    courtesy: str = ""
    place: str = ""
    survey_fee: int = 0
    parts: Mapping[int, int] = field(default_factory=dict)


@action(Permission.RECEIVE_VEHICLE)
def make_appointment(act: Act, customer_id: int, form: AppointmentForm) -> None:
    """Make an appointment; the parts wanted are reserved (W1).

    Raises RuleError at the field that is wrong: a time past or while it is closed, a bay, vehicle or advisor taken.
    """
    customer = standing(customer_id)
    values = _checked(act, customer_id, form)
    appointment = Appointment.create(
        number=numbering.next_number("YY", clock.today().year), customer=customer, **values
    )
    _want_parts(act, appointment, form.parts)
    log(act, appointment, EventKind.MADE, new_starts_at=appointment.starts_at)
    _finish(act, appointment)
    search.mark_used("customer", customer.id)


@action(Permission.RECEIVE_VEHICLE)
def change_appointment(act: Act, appointment_id: int, version: int, form: AppointmentForm) -> None:
    """Change an appointment; moved to another time it has to be confirmed anew. Raises as ``make_appointment``."""
    appointment = Appointment.get_by_id(appointment_id)
    move(APPOINTMENT_MOVES, appointment.state, AppointmentAction.CHANGE, act.actor, AppointmentFacts())
    values = _checked(act, appointment.customer_id, form, appointment)
    before = appointment.starts_at
    moved = values["starts_at"] != before
    state = AppointmentState.BOOKED if moved else appointment.state
    new = {f"{name}_id" if name in ("goods", "bay", "advisor") else name: each for name, each in values.items()}
    changed = save_edit(appointment, version, {**new, "state": state})
    if dict(form.parts) != parts_of(appointment_id):
        _want_parts(act, appointment, form.parts)
    if moved:
        log(act, appointment, EventKind.MOVED, starts_at=before, new_starts_at=appointment.starts_at)
    elif changed:
        log(act, appointment, EventKind.CHANGED)
    _finish(act, appointment)
    act.note(changed=sorted(changed))


@action(Permission.RECEIVE_VEHICLE)
def move_appointment(
    act: Act, appointment_id: int, version: int, starts_at: datetime, minutes: int, column: Mapping[str, int | None]
) -> None:
    """Drag an appointment to another time, bay (``bay_id``) or advisor (``advisor_id``), or stretch it.

    Raises RuleError naming what is taken there.
    """
    appointment = Appointment.get_by_id(appointment_id)
    move(APPOINTMENT_MOVES, appointment.state, AppointmentAction.CHANGE, act.actor, AppointmentFacts())
    bay_id = column.get("bay_id", appointment.bay_id)
    advisor_id = column.get("advisor_id", appointment.advisor_id)
    before = appointment.starts_at
    if starts_at != before or minutes != appointment.minutes:
        rules.check_span(clock.local(starts_at), minutes, planning.hours(), clock.local(clock.now()))
    planning.require_bay(bay_id if bay_id != appointment.bay_id else None)
    span = rules.span_of(clock.local(starts_at), minutes)
    _check_place(act, Taken(appointment.id, "", span, bay_id, advisor_id, appointment.goods_id), appointment)
    state = AppointmentState.BOOKED if starts_at != before else appointment.state
    values = {"starts_at": starts_at, "minutes": minutes, "bay_id": bay_id, "advisor_id": advisor_id, "state": state}
    changed = save_edit(appointment, version, values)
    kind = EventKind.MOVED if starts_at != before else EventKind.CHANGED
    if changed:
        log(act, appointment, kind, starts_at=before, new_starts_at=starts_at)
    _touch(act, appointment)
    act.note(changed=sorted(changed))


def _checked(act: Act, customer_id: int, form: AppointmentForm, before: Appointment | None = None) -> dict[str, Any]:
    hours, now = planning.hours(), clock.local(clock.now())
    starts_at = clock.local(form.starts_at).replace(second=0, microsecond=0)
    if before is None or starts_at != clock.local(before.starts_at) or form.minutes != before.minutes:
        rules.check_span(starts_at, form.minutes, hours, now)
        if form.purpose is Purpose.SURVEY:
            rules.check_survey(starts_at.date(), clock.today(), hours)
    if form.goods_id is not None:
        owned = OwnedGoods.get_or_none(OwnedGoods.id == form.goods_id, OwnedGoods.customer == customer_id)
        if owned is None:
            raise RuleError("Choose a vehicle of this customer.", field="goods_id")
    if form.advisor_id is not None:
        check_works_here(form.advisor_id, "advisor_id")
    planning.require_bay(form.bay_id if before is None or form.bay_id != before.bay_id else None)
    if not 0 <= form.survey_fee <= LARGEST:
        raise RuleError("The amount is too large.", field="survey_fee")
    for name in ("plate", "wish", "courtesy", "place"):
        limited(getattr(form, name), getattr(Appointment, name).limit, name)
    span = rules.span_of(starts_at, form.minutes)
    wanted = Taken(before.id if before else 0, "", span, form.bay_id, form.advisor_id, form.goods_id)
    _check_place(act, wanted, before)
    return {
        **{"starts_at": starts_at, "minutes": form.minutes, "goods": form.goods_id, "plate": form.plate},
        **{"purpose": form.purpose, "wish": form.wish, "bay": form.bay_id, "advisor": form.advisor_id},
        **{"courtesy": form.courtesy, "place": form.place, "survey_fee": form.survey_fee},
    }


def _check_place(act: Act, wanted: Taken, before: Appointment | None) -> None:
    """Raises RuleError at what is taken, or kept for walk-ins unless it stands there already."""
    planning.check_free(wanted)
    stands = planning.taken_of(before) if before is not None else None
    moved = stands is None or (stands.span, stands.bay_id) != (wanted.span, wanted.bay_id)
    if moved and planning.check_kept(act.actor, wanted):
        act.note(kept_for_walk_ins=True)


def parts_of(appointment_id: int) -> dict[int, int]:
    """The parts wanted, hundredths by item."""
    query = AppointmentPart.select(AppointmentPart.item_id, AppointmentPart.quantity)
    return dict(query.where(AppointmentPart.appointment == appointment_id).tuples())


def _want_parts(act: Act, appointment: Appointment, parts: Mapping[int, int]) -> None:
    if len(parts) > MOST_PARTS:
        raise RuleError("At most {most} parts.", field="parts", most=MOST_PARTS)
    holder = Holder(appointment_id=appointment.id)
    release_all(act, holder)
    AppointmentPart.delete().where(AppointmentPart.appointment == appointment.id).execute()
    for item_id, quantity in parts.items():
        AppointmentPart.create(appointment=appointment, item=item_id, quantity=quantity)
        reserve_part(act, item_id, holder, quantity)


@action(Permission.RECEIVE_VEHICLE)
def log_reminder(act: Act, appointment_id: int, reached: bool, text: str = "") -> None:
    """Log the reminder call of the day before; reached, the appointment is confirmed (W1).

    Raises RuleError for one that is not expected any more.
    """
    appointment = Appointment.get_by_id(appointment_id)
    if appointment.state not in OPEN_STATES:
        raise RuleError("Nobody is expected for this appointment any more.")
    if reached:
        _move(act, appointment, AppointmentAction.CONFIRM)
    log(act, appointment, EventKind.CALLED, text, reached=reached)
    _touch(act, appointment)
    act.note(reached=reached)


@action(Permission.RECEIVE_VEHICLE)
def miss_appointment(act: Act, appointment_id: int, reason: str = "") -> None:
    """The customer did not come; what was reserved is free again. Raises RuleError before its time."""
    appointment = Appointment.get_by_id(appointment_id)
    _move(act, appointment, AppointmentAction.MISS, reason=reason)
    release_all(act, Holder(appointment_id=appointment_id), appointment.number)
    log(act, appointment, EventKind.MISSED, reason)


@action(Permission.RECEIVE_VEHICLE)
def cancel_appointment(act: Act, appointment_id: int, reason: str) -> None:
    """Call it off, with a reason; what was reserved is free again. Raises RuleError without one."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    appointment = Appointment.get_by_id(appointment_id)
    _move(act, appointment, AppointmentAction.CANCEL, reason=reason)
    release_all(act, Holder(appointment_id=appointment_id), appointment.number)
    log(act, appointment, EventKind.CANCELLED, reason)


def note_arrived(act: Act, appointment_id: int, work_order_id: int) -> None:
    """Inside another action: the customer is here, and this is their work order; parts kept are kept for it.

    Raises IllegalMove for an appointment that was called off.
    """
    appointment = Appointment.get_by_id(appointment_id)
    bay_id = appointment.bay_id if appointment.state in OPEN_STATES else _still_free(appointment)
    _move(act, appointment, AppointmentAction.ARRIVE, order_id=work_order_id, bay_id=bay_id)
    carry_over(act, appointment_id, work_order_id)
    log(act, appointment, EventKind.ARRIVED)


def _still_free(appointment: Any) -> int | None:
    """The bay of an appointment that had been given up, where nobody has it instead. Raises RuleError where the
    vehicle has another appointment.
    """
    span = rules.span_of(clock.local(appointment.starts_at), appointment.minutes)
    planning.check_free(Taken(appointment.id, "", span, None, None, appointment.goods_id))
    try:
        planning.check_free(Taken(appointment.id, "", span, appointment.bay_id, None, None))
    except RuleError:
        return None
    return int(appointment.bay_id) if appointment.bay_id is not None else None


def _move(act: Act, appointment: Appointment, what: AppointmentAction, **values: Any) -> None:
    facts = AppointmentFacts(begun=clock.now() >= appointment.starts_at)
    state = move(APPOINTMENT_MOVES, appointment.state, what, act.actor, facts)
    save_edit(appointment, appointment.version, {"state": state, **values})
    _touch(act, appointment)


def log(act: Act, appointment: Appointment, kind: EventKind, text: str = "", **values: Any) -> None:
    """Add a line to an appointment's log."""
    AppointmentEvent.create(appointment=appointment, kind=kind, text=text, staff=act.actor.id, **values)


def _finish(act: Act, appointment: Appointment) -> None:
    search.index("appointment", appointment.id, search_fields(appointment))
    _touch(act, appointment)


def _touch(act: Act, appointment: Appointment) -> None:
    if act.changes.id == 0:
        act.on("appointment", appointment.id)
    act.touch("appointment", appointment.id)
    act.touch("customer", appointment.customer_id)
    act.note(appointment=appointment.number)


def search_fields(appointment: Appointment) -> list[str]:
    """What an appointment is found by: number, plate in any spelling, customer with the sound of the name."""
    goods = appointment.goods if appointment.goods_id else None
    own = [goods.plate, goods.plate_key, goods.make, goods.model] if goods else [appointment.plate]
    name = appointment.customer.name
    return [appointment.number, *(each for each in (*own, name) if each), *spellings(name)]


@action(Permission.KEEP_WORKSHOP)
def add_bay(act: Act, name: str, skill: str = "") -> None:
    """Add a bay at the end. Raises RuleError at ``name`` for none or one that is there."""
    _check_name(name)
    last = WorkshopBay.select().count()
    bay = WorkshopBay.create(name=name, skill=skill, position=last)
    act.on("workshop_bay", bay.id)
    act.note(name=name)


@action(Permission.KEEP_WORKSHOP)
def change_bay(act: Act, bay_id: int, version: int, name: str, skill: str = "", closed: bool = False) -> None:
    """Rename a bay, or close it: nothing more is planned there. Raises RuleError at ``name``, StaleEdit."""
    _check_name(name, bay_id)
    bay = WorkshopBay.get_by_id(bay_id)
    changed = save_edit(bay, version, {"name": name, "skill": skill, "closed": closed})
    act.on("workshop_bay", bay_id)
    act.note(changed=sorted(changed))


def _check_name(name: str, bay_id: int = 0) -> None:
    if not name:
        raise RuleError("Type a name.", field="name")
    if WorkshopBay.select().where(WorkshopBay.name == name, WorkshopBay.id != bay_id).exists():
        raise RuleError("There is a bay of this name already.", field="name")


@action(Permission.KEEP_WORKSHOP)
def order_workshop_bays(act: Act, ids: Sequence[int]) -> None:
    """Put the bays in this order."""
    for position, bay_id in enumerate(ids):
        WorkshopBay.update(position=position).where(WorkshopBay.id == bay_id).execute()
    act.on("workshop_bay", ids[0] if ids else 1)


@action(Permission.KEEP_WORKSHOP)
def change_hours(act: Act, new: WorkshopHours) -> None:
    """Change when the workshop is open; days that have been are forgotten.

    Raises RuleError at ``closes``, ``closes_N`` of a weekday, ``weekdays``, ``name`` of a closed day or
    ``reception_minutes``.
    """
    if new.closes <= new.opens:
        raise RuleError("It closes after it opens.", field="closes")
    for weekday, (opens, closes) in new.other_hours.items():
        if closes <= opens:
            raise RuleError("It closes after it opens.", field=f"closes_{weekday}")
    if not new.weekdays:
        raise RuleError("Choose at least one day.", field="weekdays")
    for name in new.closed_days.values():
        if not name:
            raise RuleError("Say why it is closed.", field="name")
        limited(name, MOST_NAMED, "name")
    if not 0 < new.reception_minutes <= 240:
        raise RuleError("Type a whole number from {least} to {most}.", field="reception_minutes", least=1, most=240)
    coming = {day: name for day, name in sorted(new.closed_days.items()) if day >= clock.today()}
    planning.keep_hours(replace(new, closed_days=coming))
    act.on("workshop", 1)
    act.note(opens=f"{new.opens:%H:%M}", closes=f"{new.closes:%H:%M}", walk_ins=new.walk_ins)
    act.note(other_hours=sorted(new.other_hours), closed_days=[day.isoformat() for day in coming])
