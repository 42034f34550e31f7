"""Ordering parts from suppliers: placed, put off, closed (W11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.catalog.kinds import Kept
from models.catalog.tables import Item
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.parts.issuing import check_quantity
from models.parts.kinds import PurchaseState
from models.parts.slip_actions import MOST_LINES, at_line
from models.parts.tables import PurchaseLine, PurchaseOrder
from models.stock import keeping


@dataclass(frozen=True)
class OrderLine:
    """So much of a part is ordered: hundredths, the cost of one in fen as agreed, None where nothing was."""

    item_id: int
    quantity: int
    cost: int | None = None


@dataclass(frozen=True)
class PurchaseForm:
    """An order with a supplier, expected on a day or on nobody knows which; ``token`` names the request."""

    supplier: str
    lines: tuple[OrderLine, ...]
    expected_on: date | None = None
    note: str = ""
    token: str = ""


@action(Permission.KEEP_PARTS)
def order_parts(act: Act, form: PurchaseForm) -> None:
    """Note what was ordered. Raises RuleError at ``lines.N.FIELD`` or a field; the same request twice orders once."""
    before = PurchaseOrder.get_or_none(PurchaseOrder.token == form.token) if form.token else None
    if before is not None:
        act.on("purchase_order", before.id)
        act.note(number=before.number, again=True)
        return
    _check(form)
    order = PurchaseOrder.create(
        number=numbering.next_number("CG", clock.today().year),
        supplier=form.supplier,
        ordered_on=clock.today(),
        expected_on=form.expected_on,
        staff=act.actor.id,
        note=form.note,
        token=form.token or None,
    )
    for position, line in enumerate(form.lines):
        with at_line(position):
            check_quantity(line.quantity)
            item = Item.get_or_none(Item.id == line.item_id)
            if item is None or item.kept is not Kept.QUANTITY:
                raise RuleError("This item is not kept by quantity.", field="item_id")
            cost = None if line.cost is None else keeping.checked_cost(act, line.cost, 0)
            values = {"item": line.item_id, "quantity": line.quantity, "cost": cost}
            PurchaseLine.create(purchase=order, position=position, **values)
            act.touch("part", line.item_id)
    act.on("purchase_order", order.id)
    act.note(number=order.number, supplier=form.supplier, lines=len(form.lines))


@action(Permission.KEEP_PARTS)
def expect_order(act: Act, purchase_id: int, version: int, expected_on: date | None) -> None:
    """Another day on which the rest of an order is expected. Raises RuleError, StaleEdit."""
    order = PurchaseOrder.get_by_id(purchase_id)
    _check_open(order)
    _check_day(expected_on)
    changed = save_edit(order, version, {"expected_on": expected_on})
    _touch(act, order)
    act.note(changed=changed)


@action(Permission.KEEP_PARTS)
def close_order(act: Act, purchase_id: int, version: int, reason: str) -> None:
    """The rest of an order does not come. Raises RuleError without a reason, or where nothing is expected any more."""
    order = PurchaseOrder.get_by_id(purchase_id)
    _check_open(order)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    save_edit(order, version, {"state": PurchaseState.CLOSED, "reason": reason})
    _touch(act, order)
    act.note(number=order.number, reason=reason)


def _check(form: PurchaseForm) -> None:
    if not form.supplier:
        raise RuleError("Type the supplier.", field="supplier")
    if not form.lines:
        raise RuleError("There is no part on it yet.", field="lines")
    if len(form.lines) > MOST_LINES:
        raise RuleError("At most {most} rows at once.", field="lines", most=MOST_LINES)
    _check_day(form.expected_on)


def _check_day(expected_on: date | None) -> None:
    if expected_on and expected_on < clock.today():
        raise RuleError("This day has passed.", field="expected_on")


def _check_open(order: PurchaseOrder) -> None:
    if order.state is not PurchaseState.ORDERED:
        raise RuleError("Nothing of this order is expected any more.")


def _touch(act: Act, order: PurchaseOrder) -> None:
    act.on("purchase_order", order.id)
    for line in PurchaseLine.select().where(PurchaseLine.purchase == order.id):
        act.touch("part", line.item_id)
