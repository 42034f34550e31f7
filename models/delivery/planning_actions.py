"""Planning a delivery: when, in which bay, by whom; called, confirmed, postponed, cancelled (D1, D2, D6)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.delivery import rules, templates
from models.delivery.calendar import refuse_clash
from models.delivery.checklist import copy_items, copy_run, settle_by_itself
from models.delivery.fulfilling import release_lines
from models.delivery.kinds import EventKind
from models.delivery.standing import deliverable, lines_left, lines_planned
from models.delivery.states import LIVE_STATES, DeliveryAction
from models.delivery.tables import Bay, Delivery, DeliveryLine
from models.delivery.writing import log, move_on, touch
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission, Role
from models.kernel.tables import insert_rows
from models.sales.quote_actions import is_own
from models.sales.states import AMENDABLE_STATES, refuse_colleagues
from models.sales.tables import Contract
from models.staff.tables import Staff
from models.trades.delivery_template import Means

USUAL_DRIVE, LONGEST_DRIVE = 60, 24 * 60


@dataclass(frozen=True)
class PlanForm:
    """A delivery as planned: ``starts_at`` with its zone, for ``minutes`` (the template's where None).

    ``consultant_id`` is the contract's where None; ``advisor_id`` will be introduced; ``lines`` are positions of the
    contract's lines, None for all that are in no delivery yet; ``parts`` are the rooms or pieces that are taken over
    one by one, the template's where None; ``drive_minutes`` is the customer's way home, 0 where nobody drives.
    """

    starts_at: datetime
    minutes: int | None = None
    template: str = ""
    bay_id: int | None = None
    place: str = ""
    consultant_id: int | None = None
    advisor_id: int | None = None
    lines: tuple[int, ...] | None = None
    parts: tuple[str, ...] | None = None
    drive_minutes: int | None = None
    note: str = ""


@dataclass(frozen=True)
class ChangeForm:
    """What may change without another day being agreed: place, people, how long it takes."""

    minutes: int
    consultant_id: int
    bay_id: int | None = None
    place: str = ""
    advisor_id: int | None = None
    drive_minutes: int = 0
    note: str = ""


@dataclass(frozen=True)
class CallForm:
    """A call before the delivery: whether the customer was ``reached``, what they were ``told`` to bring.

    ``confirmed`` says that they agreed to the time.
    """

    reached: bool
    told: str = ""
    confirmed: bool = True


@dataclass(frozen=True)
class PostponeForm:
    """Another time: why, and when the customer was told, which must be before the old time (D2)."""

    starts_at: datetime
    reason: str
    told_at: datetime
    bay_id: int | None = None


@action(Permission.PLAN_DELIVERY)
def plan_delivery(act: Act, contract_id: int, form: PlanForm) -> None:
    """Plan a delivery of a signed contract or of some of its lines; its checklist is copied from the template (D1).

    Raises RuleError at the field that is wrong: a time that is past, a clash (by name), lines that are planned
    already, a template that is retired, a contract that is not signed; NotAllowed for a colleague's contract.
    """
    contract = Contract.get_by_id(contract_id)
    refuse_colleagues(is_own(act.actor, contract.consultant_id))
    if contract.state not in AMENDABLE_STATES:
        raise RuleError("Deliveries are planned on signed contracts; this one is “{state}”.", state=contract.state)
    template, no = templates.chosen(form.template)
    lines = _chosen_lines(contract, form.lines)
    consultant = form.consultant_id or contract.consultant_id
    minutes = template.minutes if form.minutes is None else form.minutes
    drive = form.drive_minutes
    if drive is None:
        drive = USUAL_DRIVE if template.drives_home else 0
    values = _checked(minutes, form.bay_id, consultant, form.advisor_id, drive)
    _check_start(form.starts_at)
    delivery = Delivery.create(
        **{"number": numbering.next_number("JF", clock.today().year), "contract": contract},
        **{"customer": contract.customer_id, "template": template.code, "template_no": no},
        **{"name": _texts(template.name), "bring": _texts(template.bring or {})},
        **{"starts_at": form.starts_at, "place": form.place, "note": form.note, **values},
    )
    refuse_clash(delivery)
    insert_rows(
        DeliveryLine,
        [{"delivery": delivery.id, "contract": contract_id, "line": line, "released": False} for line in lines],
    )
    copy_items(delivery.id, template, form.parts)
    copy_run(delivery.id, template)
    log(act, delivery, EventKind.PLANNED, new_starts_at=delivery.starts_at)
    touch(act, delivery)
    act.note(contract=contract.number, lines=list(lines), starts_at=delivery.starts_at.isoformat())


def _texts(texts: dict[str, str]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _chosen_lines(contract: Contract, wanted: tuple[int, ...] | None) -> tuple[int, ...]:
    """The positions of the lines to hand over. Raises RuleError for one unknown or planned already."""
    known = {line.position: line for line in deliverable(contract)}
    left, taken = {line.position for line in lines_left(contract)}, lines_planned(contract.id)
    lines = (
        tuple(each for each in known if each in left and each not in taken)
        if wanted is None
        else tuple(dict.fromkeys(wanted))
    )
    for line in lines:
        if line not in known:
            raise RuleError("The contract has no such line.", field="lines")
        if line in taken:
            other = Delivery.get_by_id(taken[line])
            text = "“{name}” is in delivery {number} already."
            raise RuleError(text, field="lines", name=known[line].name, number=other.number)
        if line not in left:
            raise RuleError("“{name}” is handed over already.", field="lines", name=known[line].name)
    if not lines:
        raise RuleError("Everything of this contract is in a delivery already.", field="lines")
    return lines


def _check_start(starts_at: datetime) -> None:
    if starts_at < clock.now():
        raise RuleError("This time is past.", field="starts_at")
    if starts_at > clock.now() + timedelta(days=3 * 366):
        raise RuleError("This is too far ahead.", field="starts_at")


def _checked(
    minutes: int, bay_id: int | None, consultant_id: int, advisor_id: int | None, drive_minutes: int
) -> dict[str, object]:
    """How long, where and by whom. Raises RuleError at the field that is wrong."""
    for field, value, least, most in (
        ("minutes", minutes, 1, rules.MOST_MINUTES),
        ("drive_minutes", drive_minutes, 0, LONGEST_DRIVE),
    ):
        if not least <= value <= most:
            raise RuleError("Type a whole number from {least} to {most}.", field=field, least=least, most=most)
    if bay_id is not None and Bay.get_by_id(bay_id).closed:
        raise RuleError("This bay is closed.", field="bay_id")
    for field, person in (("consultant_id", consultant_id), ("advisor_id", advisor_id)):
        if person is not None and Staff.get_by_id(person).left_on is not None:
            raise RuleError("Choose somebody who still works here.", field=field)
    if advisor_id is not None and Role.SERVICE_ADVISOR not in Staff.get_by_id(advisor_id).roles:
        raise RuleError("Choose a service advisor.", field="advisor_id")
    people = {"consultant": consultant_id, "advisor": advisor_id}
    return {"minutes": minutes, "bay": bay_id, "drive_minutes": drive_minutes, **people}


@action(Permission.PLAN_DELIVERY)
def change_delivery(act: Act, delivery_id: int, version: int, form: ChangeForm) -> None:
    """Change place, people or length of a delivery that has not been handed over; another time is a postponement.

    Raises RuleError at the field that is wrong or for a clash, StaleEdit, NotAllowed.
    """
    delivery = Delivery.get_by_id(delivery_id)
    refuse_colleagues(_own(act, delivery))
    if delivery.state not in LIVE_STATES:
        raise RuleError("A delivery is only changed before the hand-over.")
    values = _checked(form.minutes, form.bay_id, form.consultant_id, form.advisor_id, form.drive_minutes)
    columns = {"bay": "bay_id", "consultant": "consultant_id", "advisor": "advisor_id"}
    values = {columns.get(name, name): value for name, value in values.items()}
    changed = save_edit(delivery, version, {**values, "place": form.place, "note": form.note})
    refuse_clash(delivery)
    if changed:
        log(act, delivery, EventKind.CHANGED)
    touch(act, delivery)
    act.note(changed=sorted(changed))


@action(Permission.PREPARE_DELIVERY)
def log_call(act: Act, delivery_id: int, form: CallForm) -> None:
    """Log the call of the day before; one that reached the customer, who agreed, confirms the delivery (D2).

    Raises RuleError at ``told`` where nothing is said of what to bring, IllegalMove once it is handed over.
    """
    delivery = Delivery.get_by_id(delivery_id)
    if delivery.state not in LIVE_STATES:
        raise RuleError("This call is made before the hand-over.")
    if form.reached and not form.told:
        raise RuleError("Say what the customer was told to bring.", field="told")
    log(act, delivery, EventKind.CALLED, form.told, reached=form.reached)
    if form.reached:
        settle_by_itself(act, delivery, Means.CALL, form.told)
    touch(act, delivery)
    act.note(reached=form.reached)
    if form.reached and form.confirmed and _may_confirm(act, delivery):
        move_on(act, delivery, DeliveryAction.CONFIRM)
        log(act, delivery, EventKind.CONFIRMED)


def _may_confirm(act: Act, delivery: Delivery) -> bool:
    """Whoever calls for a colleague only logs it; the colleague confirms."""
    first = delivery.state is LIVE_STATES[0]
    return first and act.actor.may(Permission.PLAN_DELIVERY) and _own(act, delivery)


def _own(act: Act, delivery: Delivery) -> bool:
    return is_own(act.actor, delivery.consultant_id) or is_own(act.actor, delivery.contract.consultant_id)


@action(Permission.PLAN_DELIVERY)
def confirm_delivery(act: Act, delivery_id: int) -> None:
    """The customer agreed to the time in a call that is logged. Raises RuleError while none is."""
    delivery = Delivery.get_by_id(delivery_id)
    move_on(act, delivery, DeliveryAction.CONFIRM)
    log(act, delivery, EventKind.CONFIRMED)


@action(Permission.PLAN_DELIVERY)
def postpone_delivery(act: Act, delivery_id: int, form: PostponeForm) -> None:
    """Give a delivery another time: it is planned anew and must be confirmed again (D2).

    Raises RuleError at ``starts_at``, ``reason`` or ``told_at``: the customer was told before the old time, or it is
    no postponement; for a clash; IllegalMove once it is handed over.
    """
    delivery = Delivery.get_by_id(delivery_id)
    before = delivery.starts_at
    if not form.reason:
        raise RuleError("Give a reason.", field="reason")
    if form.told_at > clock.now():
        raise RuleError("This moment lies ahead.", field="told_at")
    if form.told_at >= before:
        raise RuleError("The customer has to be told before the old time.", field="told_at")
    _check_start(form.starts_at)
    if form.starts_at == before:
        raise RuleError("This is the time it has already.", field="starts_at")
    if form.bay_id is not None and Bay.get_by_id(form.bay_id).closed:
        raise RuleError("This bay is closed.", field="bay_id")
    bay = delivery.bay_id if form.bay_id is None else form.bay_id
    move_on(act, delivery, DeliveryAction.POSTPONE, starts_at=form.starts_at, bay_id=bay)
    refuse_clash(delivery)
    moments = {"starts_at": before, "new_starts_at": form.starts_at, "told_at": form.told_at}
    log(act, delivery, EventKind.POSTPONED, form.reason, **moments)
    act.note(before=before.isoformat(), starts_at=form.starts_at.isoformat(), reason=form.reason)


@action(Permission.PLAN_DELIVERY)
def cancel_delivery(act: Act, delivery_id: int, reason: str) -> None:
    """Take a delivery back; its lines may be planned anew. Raises RuleError without a reason, IllegalMove."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    delivery = Delivery.get_by_id(delivery_id)
    move_on(act, delivery, DeliveryAction.CANCEL, reason=reason)
    release_lines(delivery_id)
    log(act, delivery, EventKind.CANCELLED, reason)
    act.note(reason=reason)
