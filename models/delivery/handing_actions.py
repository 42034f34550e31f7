"""Making ready, release, signature, hand-over, the cashier's booking, what follows (D2, D3)."""

from __future__ import annotations

from dataclasses import dataclass

from models.delivery import standing
from models.delivery.handing import give_to_customer, keep_signature, take_from_stock
from models.delivery.kinds import EventKind, NoteDecision
from models.delivery.states import DONE_STATES, LIVE_STATES, DeliveryAction
from models.delivery.tables import Delivery, DeliveryException, DispatchNote
from models.delivery.writing import log, move_on, touch
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Permission, Role
from models.sales.exception_actions import ExceptionForm, write_exception
from models.sales.quote_actions import is_own
from models.sales.signatures import Signature
from models.sales.states import refuse_colleagues

LONGEST_DRIVE = 24 * 60


@dataclass(frozen=True)
class HandOverForm:
    """The hand-over itself: the customer's signature unless it is kept already, their way home in minutes, a note."""

    signature: Signature | None = None
    drive_minutes: int | None = None
    note: str = ""


@action(Permission.PLAN_DELIVERY)
def make_ready(act: Act, delivery_id: int) -> None:
    """Inspection passed, cleaned, documents complete, money as agreed (D2). Raises RuleError naming what is not."""
    delivery = Delivery.get_by_id(delivery_id)
    move_on(act, delivery, DeliveryAction.MAKE_READY)
    log(act, delivery, EventKind.READY)


@action(Permission.OVERRULE_DELIVERY)
def overrule_money(act: Act, delivery_id: int, reason: str) -> None:
    """The owner lets the goods go although what the plan demands is not paid; what is open now stays on record (D3).

    Raises RuleError without a reason, or where nothing is open.
    """
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    delivery = _live(delivery_id)
    owed = sum(blocker.amount for blocker in standing.money_blockers(delivery))
    if not owed:
        raise RuleError("Nothing is open that the plan demands before the hand-over.")
    log(act, delivery, EventKind.OVERRULED, reason, amount=owed)
    touch(act, delivery)
    act.note(owed=owed, reason=reason)


def _live(delivery_id: int) -> Delivery:
    delivery: Delivery = Delivery.get_by_id(delivery_id)
    if delivery.state not in LIVE_STATES:
        raise RuleError("This is done before the hand-over; the delivery is “{state}”.", state=delivery.state)
    return delivery


@action(Permission.PLAN_DELIVERY)
def ask_release(act: Act, delivery_id: int) -> None:
    """Ask for the dispatch note (D3). Raises RuleError where one waits or is approved already."""
    delivery = _live(delivery_id)
    refuse_colleagues(is_own(act.actor, delivery.consultant_id))
    note = standing.standing_note(delivery_id)
    if note is not None:
        raise RuleError(
            "Dispatch note {number} is there already: {decision}.", number=note.number, decision=note.decision
        )
    note = DispatchNote.create(
        number=numbering.next_number("FX", clock.today().year), delivery=delivery, asked_by=act.actor.id
    )
    log(act, delivery, EventKind.ASKED, note.number)
    touch(act, delivery)
    act.touch("dispatch_note", note.id)
    act.note(note=note.number)


@action(Permission.APPROVE_DISPATCH)
def approve_release(act: Act, delivery_id: int) -> None:
    """Approve the dispatch note that waits. Raises NotAllowed for one's own unless one is the owner, RuleError."""
    _decide(act, delivery_id, NoteDecision.GRANTED, "")


@action(Permission.APPROVE_DISPATCH)
def return_release(act: Act, delivery_id: int, reason: str) -> None:
    """Return the dispatch note that waits, or take back one that was approved, with a reason."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    _decide(act, delivery_id, NoteDecision.RETURNED, reason)


def _decide(act: Act, delivery_id: int, decision: NoteDecision, reason: str) -> None:
    delivery = _live(delivery_id)
    note = standing.standing_note(delivery_id)
    if note is None or (note.decision is not NoteDecision.OPEN and decision is NoteDecision.GRANTED):
        raise RuleError("No dispatch note waits for approval.")
    if decision is NoteDecision.GRANTED and note.asked_by_id == act.actor.id and Role.OWNER not in act.actor.roles:
        raise NotAllowed("Nobody approves what they asked for themselves.")
    decided = {"decision": decision, "decided_by_id": act.actor.id, "decided_at": clock.now(), "reason": reason}
    save_edit(note, note.version, decided)
    kind = EventKind.APPROVED if decision is NoteDecision.GRANTED else EventKind.RETURNED
    log(act, delivery, kind, reason or note.number)
    touch(act, delivery)
    act.touch("dispatch_note", note.id)
    act.note(note=note.number, reason=reason)


@action(Permission.HAND_OVER)
def take_signature(act: Act, delivery_id: int, signature: Signature) -> None:
    """Keep the customer's signature on the confirmation, drawn or as a scan of the paper (D3)."""
    delivery = _live(delivery_id)
    keep_signature(act, delivery, signature)
    touch(act, delivery)
    act.note(how=signature.how.value)


@action(Permission.HAND_OVER)
def file_signed_paper(act: Act, delivery_id: int, scan: Signature) -> None:
    """Put the scan of the confirmation signed on paper beside a delivery that was handed over."""
    delivery: Delivery = Delivery.get_by_id(delivery_id)
    if delivery.state not in DONE_STATES:
        raise RuleError("This has not been handed over yet.")
    keep_signature(act, delivery, scan)
    touch(act, delivery)


@action(Permission.HAND_OVER)
def hand_over(act: Act, delivery_id: int, form: HandOverForm) -> None:
    """Hand over: the goods are the customer's, the contract and its commission follow, calls are due (D2, D3, C8).

    Raises RuleError naming everything that blocks it, IllegalMove before it is ready, NotAllowed.
    """
    delivery = Delivery.get_by_id(delivery_id)
    if form.signature is not None and delivery.state in LIVE_STATES:
        keep_signature(act, delivery, form.signature)
    drive = delivery.drive_minutes if form.drive_minutes is None else form.drive_minutes
    if not 0 <= drive <= LONGEST_DRIVE:
        text = "Type a whole number from {least} to {most}."
        raise RuleError(text, field="drive_minutes", least=0, most=LONGEST_DRIVE)
    done = {"handed_over_at": clock.now(), "handed_over_by_id": act.actor.id, "drive_minutes": drive}
    lines = standing.lines_of(delivery)
    move_on(act, delivery, DeliveryAction.HAND_OVER, **done)
    take_from_stock(act, delivery, lines)
    give_to_customer(act, delivery)
    log(act, delivery, EventKind.HANDED_OVER, form.note)


@action(Permission.BOOK_DELIVERY)
def book_delivery(act: Act, delivery_id: int) -> None:
    """The cashier books it as delivered on the copy the customer signed (D3). Raises RuleError before the hand-over."""
    delivery: Delivery = Delivery.get_by_id(delivery_id)
    if delivery.state not in DONE_STATES:
        raise RuleError("This has not been handed over yet.")
    if delivery.booked_at is not None:
        raise RuleError("This is booked as delivered already.")
    if not standing.is_signed(delivery_id):
        raise RuleError("The copy signed by the customer is missing.")
    save_edit(delivery, delivery.version, {"booked_at": clock.now(), "booked_by_id": act.actor.id})
    log(act, delivery, EventKind.BOOKED)
    touch(act, delivery)


@action(Permission.PREPARE_DELIVERY)
def finish_follow_up(act: Act, delivery_id: int) -> None:
    """What belongs after the hand-over is done (D2). Raises RuleError naming what is open."""
    delivery = Delivery.get_by_id(delivery_id)
    move_on(act, delivery, DeliveryAction.FOLLOW_UP)
    log(act, delivery, EventKind.FOLLOWED_UP)


@action(Permission.PLAN_DELIVERY)
def close_delivery(act: Act, delivery_id: int) -> None:
    """Nothing is left to do (D2). Raises RuleError naming open defects, or that it is not booked."""
    delivery = Delivery.get_by_id(delivery_id)
    move_on(act, delivery, DeliveryAction.CLOSE)
    log(act, delivery, EventKind.CLOSED)


@action(Permission.LOG_EXCEPTION)
def log_delivery_exception(act: Act, delivery_id: int, form: ExceptionForm) -> None:
    """Log an exception (S10) that came up at a delivery; it is its contract's too."""
    delivery = Delivery.get_by_id(delivery_id)
    form = ExceptionForm(form.kind, form.what, delivery.contract_id, None, form.happened_on)
    exception = write_exception(act, form)
    DeliveryException.create(delivery=delivery, exception=exception)
    act.touch("delivery", delivery_id)
