"""What is on order with suppliers, inside an action (W11)."""

from __future__ import annotations

from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.parts.kinds import PurchaseState
from models.parts.tables import PurchaseLine, PurchaseOrder


def note_received(act: Act, purchase_line_id: int, item_id: int, quantity: int) -> int | None:
    """So much more of an order's line has come, or less where a receipt is taken back; gives the cost agreed, or None.

    An order of which everything has come is received. Raises RuleError where the line is another part's.
    """
    line = PurchaseLine.get_or_none(PurchaseLine.id == purchase_line_id)
    if line is None or line.item_id != item_id:
        raise RuleError("This part does not stand on the order.", field="item_id")
    order = line.purchase
    if quantity > 0 and order.state is PurchaseState.CLOSED:
        raise RuleError("The order {number} is closed.", number=order.number)
    line.received = max(line.received + quantity, 0)
    line.save()
    _settle(act, order)
    cost: int | None = line.cost
    return cost


def _settle(act: Act, order: PurchaseOrder) -> None:
    if order.state is PurchaseState.CLOSED:
        return
    open_lines = PurchaseLine.select().where(
        PurchaseLine.purchase == order.id, PurchaseLine.received < PurchaseLine.quantity
    )
    order.state = PurchaseState.ORDERED if open_lines.exists() else PurchaseState.RECEIVED
    order.version += 1
    order.save()
    act.touch("purchase_order", order.id)
