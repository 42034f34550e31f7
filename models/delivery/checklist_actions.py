"""What is done with the checklist: items done with their evidence, waived, undone; goods compared; defects (D1, D3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.delivery import rules
from models.delivery.checklist import settle_by_itself
from models.delivery.handing import keep_signature
from models.delivery.kinds import ItemState
from models.delivery.standing import ExpectedUnit, compared_of, expected_units, item_title
from models.delivery.states import DONE_STATES, LIVE_STATES, DeliveryState
from models.delivery.tables import Delivery, DeliveryDefect, DeliveryItem, DeliveryRun, DeliveryUnit
from models.delivery.writing import on
from models.kernel import clock
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import insert_rows
from models.papers.actions import BEGINNING, check_attachment, put_beside
from models.sales.quote_actions import is_own
from models.sales.signatures import Signature
from models.sales.supplement_states import SignedHow
from models.staff.tables import Staff
from models.trades.delivery_template import Evidence, Gate, Means

MOST_RUN = 300
_PDF = b"%PDF-"


@dataclass(frozen=True)
class ItemForm:
    """The evidence of an item: ``reading`` in hundredths, ``text``, or the ``content`` of a photo or signature.

    ``text`` beside a tick, a reading or a photo is a note; with a signature it is the name of who signed.
    """

    reading: int | None = None
    text: str = ""
    content: bytes = b""
    file_name: str = ""
    how: SignedHow = SignedHow.DRAWN


@dataclass(frozen=True)
class DefectForm:
    """Something to be put right: where, what, until when, by whom; with a photo if there is one."""

    what: str
    due_on: date
    staff_id: int
    part: str = ""
    content: bytes = b""
    file_name: str = ""


@dataclass(frozen=True)
class RunForm:
    """A line of the run sheet; ``minute`` counted from the beginning of the delivery, before it when negative."""

    minute: int
    what: str
    who: str = ""
    phone: str = ""


@action(Permission.PREPARE_DELIVERY)
def settle_item(act: Act, item_id: int, form: ItemForm) -> None:
    """An item is done, with the evidence it asks for (D1).

    Raises RuleError at ``reading``, ``text`` or ``content`` for evidence that is missing or none, a mileage that goes
    back, a file that is no picture or too large; NotAllowed for another role's item; where the step is over.
    """
    item, delivery = _item(act, item_id)
    if item.state is not ItemState.OPEN:
        raise RuleError("This item is not open any more.")
    values = _evidence(act, delivery, item, form)
    _write(item, {"state": ItemState.DONE, "staff": act.actor.id, "at": clock.now(), **values})
    on(act, delivery)
    act.note(item=item.position, state=ItemState.DONE.value)


def _item(act: Act, item_id: int) -> tuple[DeliveryItem, Delivery]:
    item = DeliveryItem.get_by_id(item_id)
    delivery = item.delivery
    if not may_do(act.actor, item, delivery):
        raise NotAllowed("This item is done by {role}, or by whoever answers for the delivery.", role=item.role)
    if not is_changeable(item, delivery):
        state = delivery.state
        raise RuleError("Items of this part are not changed while the delivery is “{state}”.", state=state)
    return item, delivery


def may_do(actor: Actor, item: DeliveryItem, delivery: Delivery) -> bool:
    """Whether an item is this person's: by their role, or because they answer for the delivery."""
    return actor.may(Permission.PREPARE_DELIVERY) and (
        item.role in actor.roles or is_own(actor, delivery.consultant_id) or actor.id == delivery.advisor_id
    )


def is_changeable(item: DeliveryItem, delivery: Delivery) -> bool:
    """Whether an item may be done or undone now: before the hand-over, or after it what belongs there."""
    if item.gate is Gate.AFTER:
        return delivery.state is DeliveryState.HANDED_OVER
    return delivery.state in LIVE_STATES


def _write(item: DeliveryItem, values: dict[str, object]) -> None:
    DeliveryItem.update(**values).where(DeliveryItem.id == item.id).execute()


def _evidence(act: Act, delivery: Delivery, item: DeliveryItem, form: ItemForm) -> dict[str, object]:
    if item.means is Means.SERIAL and (missing := _unchecked(delivery)):
        raise RuleError("{serial} has not been compared at the goods yet.", field="serial", serial=missing[0].serial)
    if item.means is Means.ADVISOR and delivery.advisor_id is None:
        raise RuleError("Say first which service advisor is introduced.", field="advisor_id")
    if item.evidence is Evidence.READING:
        return {"reading": _reading(delivery, item, form.reading), "text": form.text}
    if item.evidence is Evidence.TEXT and not form.text:
        raise RuleError("Type what was found.", field="text")
    if item.evidence is Evidence.PHOTO or (form.content and item.evidence is not Evidence.SIGNATURE):
        return {"attachment": _photo(act, delivery, item, form), "text": form.text}
    if item.evidence is Evidence.SIGNATURE:
        signature = Signature(form.text or delivery.customer.name, form.content, form.how)
        return {"attachment": keep_signature(act, delivery, signature), "text": signature.name}
    return {"text": form.text}


def _reading(delivery: Delivery, item: DeliveryItem, reading: int | None) -> int:
    if reading is None:
        raise RuleError("Type what was read.", field="reading")
    if not 0 <= reading <= rules.MOST_READING:
        raise RuleError("Type a number from {least} to {most}.", field="reading", least=0, most=9_999_999)
    if item.means is Means.MILEAGE:
        before = [unit.mileage_km for unit in expected_units(delivery) if unit.mileage_km is not None]
        rules.check_mileage(reading, max(before, default=None))
    return reading


def _photo(act: Act, delivery: Delivery, item: DeliveryItem, form: ItemForm) -> int:
    if not form.content:
        raise RuleError("Take a photo.", field="content")
    return photo(act, delivery, form.content, form.file_name or item_title(item))


def photo(act: Act, delivery: Delivery, content: bytes, name: str) -> int:
    """Put a picture beside a delivery; its id. Raises RuleError at ``content`` for what is none or too large."""
    check_attachment(len(content), content[:BEGINNING])
    if content.startswith(_PDF):
        raise RuleError("This is a PDF, not a picture.", field="content")
    suffix = "" if "." in name else ".jpg"
    return int(put_beside(act, "delivery", delivery.id, f"{name[:100]}{suffix}", content).id)


def _unchecked(delivery: Delivery) -> list[ExpectedUnit]:
    checked = compared_of(delivery)
    return [unit for unit in expected_units(delivery) if rules.compared(unit.serial) not in checked]


@action(Permission.PREPARE_DELIVERY)
def waive_item(act: Act, item_id: int, reason: str) -> None:
    """An item does not apply here, for a reason. Raises RuleError without one, and for what nobody may leave out."""
    item, delivery = _item(act, item_id)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    if item.state is not ItemState.OPEN:
        raise RuleError("This item is not open any more.")
    if item.required and item.means in (Means.INSPECTION, Means.SERIAL):
        raise RuleError("This is never left out.", field="reason")
    _write(item, {"state": ItemState.NOT_APPLICABLE, "reason": reason, "staff": act.actor.id, "at": clock.now()})
    on(act, delivery)
    act.note(item=item.position, state=ItemState.NOT_APPLICABLE.value, reason=reason)


@action(Permission.PREPARE_DELIVERY)
def undo_item(act: Act, item_id: int) -> None:
    """An item is open again. Raises RuleError where it is, or where its step is over."""
    item, delivery = _item(act, item_id)
    if item.state is ItemState.OPEN:
        raise RuleError("This item is open.")
    nothing = {"reading": None, "text": "", "reason": "", "attachment": None, "staff": None, "at": None}
    _write(item, {"state": ItemState.OPEN, **nothing})
    if item.means is Means.SERIAL:
        DeliveryUnit.delete().where(DeliveryUnit.delivery == delivery.id).execute()
    on(act, delivery)
    act.note(item=item.position, state=ItemState.OPEN.value)


@action(Permission.PREPARE_DELIVERY)
def compare_unit(act: Act, delivery_id: int, typed: str) -> None:
    """What was typed or scanned at the goods is the VIN or serial number reserved for this delivery (D3).

    Raises RuleError at ``serial`` for any other, naming the one it must be.
    """
    delivery = Delivery.get_by_id(delivery_id)
    if delivery.state not in LIVE_STATES:
        raise RuleError("Goods are compared before the hand-over.")
    expected = {rules.compared(unit.serial): unit for unit in expected_units(delivery)}
    found = rules.compared(typed)
    if not found:
        raise RuleError("Type or scan the number.", field="serial")
    if not expected:
        raise RuleError("No unit is reserved for this delivery.", field="serial")
    if found not in expected:
        wanted = ", ".join(unit.serial for unit in expected.values())
        raise RuleError(
            "These are other goods: {typed}. Reserved is {wanted}.", field="serial", typed=typed, wanted=wanted
        )
    # One that an amendment has put aside since is not handed over.
    standing = expected.keys() - {found}
    DeliveryUnit.delete().where(DeliveryUnit.delivery == delivery_id, DeliveryUnit.serial.not_in(standing)).execute()
    DeliveryUnit.create(delivery=delivery, serial=found, typed=typed, staff=act.actor.id)
    if not _unchecked(delivery):
        settle_by_itself(act, delivery, Means.SERIAL, typed)
    on(act, delivery)
    act.note(serial=found)


@action(Permission.PREPARE_DELIVERY)
def note_defect(act: Act, delivery_id: int, form: DefectForm) -> None:
    """Note something that is to be put right; it becomes a task (D5).

    Raises RuleError at the field that is wrong, or for a delivery that is cancelled.
    """
    delivery = Delivery.get_by_id(delivery_id)
    if delivery.state not in (*LIVE_STATES, *DONE_STATES):
        raise RuleError("This delivery was cancelled.")
    if not form.what:
        raise RuleError("Say what is wrong.", field="what")
    if form.due_on < clock.today():
        raise RuleError("This day is past.", field="due_on")
    if Staff.get_by_id(form.staff_id).left_on is not None:
        raise RuleError("Choose somebody who still works here.", field="staff_id")
    picture = photo(act, delivery, form.content, form.file_name or form.what) if form.content else None
    defect = DeliveryDefect.create(
        delivery=delivery,
        customer=delivery.customer_id,
        part=form.part,
        what=form.what,
        due_on=form.due_on,
        staff=form.staff_id,
        attachment=picture,
        noted_by=act.actor.id,
    )
    on(act, delivery)
    act.touch("delivery_defect", defect.id)
    act.note(due_on=form.due_on.isoformat())


@action(Permission.PREPARE_DELIVERY)
def mend_defect(act: Act, defect_id: int, version: int, how: str) -> None:
    """A defect is put right. Raises RuleError without a word on how, or a second time; StaleEdit."""
    if not how:
        raise RuleError("Say how it was put right.", field="how")
    defect = DeliveryDefect.get_by_id(defect_id)
    if defect.mended_on is not None:
        raise RuleError("This defect is put right already.")
    save_edit(defect, version, {"mended_on": clock.today(), "mended": how})
    on(act, defect.delivery)
    act.touch("delivery_defect", defect_id)


@action(Permission.PLAN_DELIVERY)
def change_run(act: Act, delivery_id: int, lines: Sequence[RunForm]) -> None:
    """Put this run sheet in the place of the one there is, in the order of its minutes (D5).

    Raises RuleError at ``N.what`` or ``N.minute``, and once it is handed over.
    """
    delivery = Delivery.get_by_id(delivery_id)
    if delivery.state not in LIVE_STATES:
        raise RuleError("A delivery is only changed before the hand-over.")
    if len(lines) > MOST_RUN:
        raise RuleError("A run sheet has at most {most} lines.", field="lines", most=MOST_RUN)
    for place, line in enumerate(lines):
        if not line.what:
            raise RuleError("Say what happens.", field=f"{place}.what")
        if abs(line.minute) > rules.MOST_MINUTES:
            raise RuleError("This is too far from the beginning.", field=f"{place}.minute")
    DeliveryRun.delete().where(DeliveryRun.delivery == delivery_id).execute()
    rows = [
        {"delivery": delivery_id, "position": place, "minute": each.minute, "what": each.what}
        | {"who": each.who, "phone": each.phone}
        for place, each in enumerate(sorted(lines, key=lambda line: line.minute))
    ]
    if rows:
        insert_rows(DeliveryRun, rows)
    on(act, delivery)
    act.note(lines=len(rows))
