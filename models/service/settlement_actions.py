"""Discounts, the settlement and taking it back (W9)."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import msgspec

from models.kernel import clock, numbering
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.i18n import LANGUAGES
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.service import mileage, rules, standing
from models.service.findable import make_findable
from models.service.kinds import DeferredState, EventKind
from models.service.settlement_facts import drawn_up
from models.service.states import ESTIMATE_STATES, WorkOrderAction, WorkOrderState
from models.service.tables import DeferredWork, Settlement, WorkLine, WorkOrder
from models.service.writing import change, log, move_on, on

DISCOUNT_STATES = (*ESTIMATE_STATES, WorkOrderState.READY)
"""While discounts may be changed: before the estimate is given, and before the order is settled."""


@dataclass(frozen=True)
class DiscountForm:
    """What is taken off, in fen: of the whole, and of lines by their id; a line not named keeps what it has."""

    whole: int = 0
    lines: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class SettleForm:
    """What was done in plain words, and when the vehicle should come again: on a day, at a mileage, or neither."""

    done_words: str
    next_on: date | None = None
    next_km: int | None = None


@dataclass(frozen=True)
class InvoiceNote:
    """Whom an invoice is wanted for; ``number`` is the tax office's own, once it is made out."""

    title: str
    tax_number: str = ""
    number: str = ""


@action(Permission.SETTLE_WORK)
def set_discounts(act: Act, order_id: int, version: int, form: DiscountForm) -> None:
    """Take something off lines or the whole (W9); a manager's own is approved with it.

    What goes beyond an advisor's share waits for a manager: the order is not settled before. Raises RuleError at
    ``discount`` or ``lines.ID``, StaleEdit, and while the estimate is given.
    """
    order = WorkOrder.get_by_id(order_id)
    if order.state not in DISCOUNT_STATES:
        raise RuleError("Discounts are changed before the estimate is given, or before it is settled.")
    lines = {line.id: line for line in standing.lines_of(order)}
    if not set(form.lines) <= set(lines):
        raise RuleError("The order has no such line.", field="lines")
    for line_id, discount in form.lines.items():
        if not 0 <= discount <= standing.money_of(lines[line_id]).full:
            raise RuleError("The discount is larger than the amount.", field=f"lines.{line_id}")
        WorkLine.update(discount=discount, version=WorkLine.version + 1).where(WorkLine.id == line_id).execute()
    standing.totals_with(order, form.whole)
    change(act, order, version, discount=form.whole)
    given = standing.totals_of(order).discount
    log(act, order, EventKind.DISCOUNTED, amount=given)
    if act.actor.may(Permission.APPROVE_WORK):
        log(act, order, EventKind.DISCOUNT_APPROVED, amount=given)
    act.note(discount=given)


@action(Permission.APPROVE_WORK)
def approve_discount(act: Act, order_id: int, reason: str) -> None:
    """A manager approves the discount as it stands, with a reason. Raises RuleError where none is beyond the share."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    order = WorkOrder.get_by_id(order_id)
    now = standing.totals_of(order)
    if order.state not in DISCOUNT_STATES or now.discount <= standing.discount_limit(now):
        raise RuleError("No discount waits for approval.")
    log(act, order, EventKind.DISCOUNT_APPROVED, reason, amount=now.discount)
    on(act, order)
    act.note(discount=now.discount, reason=reason)


@action(Permission.SETTLE_WORK)
def settle(act: Act, order_id: int, form: SettleForm) -> None:
    """Settle an order: its total is rounded off once, and its paper kept as it is now in every language (W9).

    Raises RuleError at ``done_words``, ``next_on`` or ``next_km``, or naming what blocks it: more than authorised,
    parts issued that are not settled, a discount nobody approved. IllegalMove before it is ready.
    """
    if not form.done_words:
        raise RuleError("Say in plain words what was done.", field="done_words")
    limited(form.done_words, WorkOrder.done_words.limit, "done_words")
    order = WorkOrder.get_by_id(order_id)
    _check_next(order, form)
    now = standing.totals_of(order)
    a_day = mileage.km_a_day(order.goods_id)
    move_on(
        act,
        order,
        WorkOrderAction.SETTLE,
        done_words=form.done_words,
        rounding=now.rounding,
        next_service_on=form.next_on,
        next_service_km=form.next_km,
        next_expected_on=rules.expected_on(clock.today(), order.mileage, form.next_on, form.next_km, a_day),
    )
    settlement = _write(act, order, now)
    DeferredWork.update(warned=True).where(
        DeferredWork.order == order_id, DeferredWork.safety == 1, DeferredWork.state == DeferredState.OPEN
    ).execute()
    log(act, order, EventKind.SETTLED, settlement.number, amount=settlement.total)
    make_findable(order)
    act.touch("settlement", settlement.id)
    act.note(settlement=settlement.number, total=settlement.total)


def _check_next(order: WorkOrder, form: SettleForm) -> None:
    if form.next_on is not None and form.next_on <= clock.today():
        raise RuleError("This day is past already.", field="next_on")
    if form.next_km is not None and not (order.mileage or 0) < form.next_km <= rules.MOST_MILEAGE:
        text = "Type a whole number from {least} to {most}."
        raise RuleError(text, field="next_km", least=(order.mileage or 0) + 1, most=rules.MOST_MILEAGE)


def _write(act: Act, order: WorkOrder, now: rules.Totals) -> Settlement:
    settlement = Settlement.create(
        number=numbering.next_number("JS", clock.today().year),
        order=order,
        labour=now.labour,
        parts=now.parts,
        other=now.other,
        discount=now.discount,
        rounding=now.rounding,
        free=now.free,
        total=now.total,
        authorised=order.authorised or 0,
        received=standing.paid_of(order),
        staff=act.actor.id,
    )
    papers = {language: drawn_up(settlement, language) for language in LANGUAGES}
    settlement.frozen = zlib.compress(msgspec.json.encode(papers))
    settlement.save()
    return settlement


@action(Permission.APPROVE_WORK)
def take_settlement_back(act: Act, order_id: int, reason: str) -> None:
    """Take the settlement back, while no money was taken on it; its number stays (W9).

    Raises RuleError without a reason or naming what was received, IllegalMove for one that is not settled.
    """
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    order = WorkOrder.get_by_id(order_id)
    move_on(act, order, WorkOrderAction.UNSETTLE, rounding=0)
    settlement = standing.settlement_of(order)
    assert settlement is not None, "a settled order has its settlement"
    settlement.withdrawn_at, settlement.withdrawn_by, settlement.reason = clock.now(), act.actor.id, reason
    settlement.save()
    log(act, order, EventKind.UNSETTLED, reason, amount=settlement.total)
    act.touch("settlement", settlement.id)
    act.note(settlement=settlement.number, reason=reason)


@action(Permission.SETTLE_WORK)
def note_invoice(act: Act, order_id: int, note: InvoiceNote) -> None:
    """Note on the settlement whom an invoice is wanted for, and its number once the tax office's system gave one.

    Raises RuleError at ``title`` or where nothing is settled.
    """
    order = WorkOrder.get_by_id(order_id)
    settlement = standing.settlement_of(order)
    if settlement is None:
        raise RuleError("This is not settled yet.")
    if not note.title:
        raise RuleError("Type whom the invoice is made out to.", field="title")
    for name, text in (("invoice_title", note.title), ("invoice_tax_number", note.tax_number)):
        setattr(settlement, name, limited(text, getattr(Settlement, name).limit, name.removeprefix("invoice_")))
    settlement.invoice_number = limited(note.number, Settlement.invoice_number.limit, "number")
    settlement.save()
    on(act, order)
    act.note(settlement=settlement.number, invoice=note.number)
