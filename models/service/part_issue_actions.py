"""Parts that go from the stock to an order and come back (领料、退料); the line follows at once (W6, W11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.money import quantity_text
from models.kernel.permissions import Permission
from models.parts import issuing
from models.service.kinds import EventKind, LineKind, Stance, Supply
from models.service.line_actions import lower
from models.service.states import WORK_STATES, WorkOrderState
from models.service.tables import WorkLine, WorkOrder
from models.service.writing import log, on

PARTS_STATES = (WorkOrderState.AUTHORISED, *WORK_STATES, WorkOrderState.QUALITY_CHECK, WorkOrderState.READY)
"""While parts go to an order and come back."""


@dataclass(frozen=True)
class PartForm:
    """So much of a line, in hundredths."""

    line_id: int
    quantity: int


@action(Permission.KEEP_PARTS)
def issue_parts(
    act: Act, order_id: int, parts: tuple[PartForm, ...], token: str = "", although_reserved: bool = False
) -> None:
    """Take parts from the stock for lines that the customer wants (W6).

    ``token`` names the request: the same one again, by a double click, moves nothing. Raises RuleError at ``quantity``
    for none, for more than is here or than was authorised, and for lines that are no parts of the stock.
    """
    order = _open(order_id)
    for part in parts:
        line = _line(order, part.line_id)
        ids = (order.id, line.id, line.item_id, part.quantity)
        moved = issuing.issue_to_order(
            act, *ids, token=_own(token, line), reason=order.number, although_reserved=although_reserved
        )
        if moved.again:
            continue
        if part.quantity > line.quantity - line.issued:
            raise RuleError(
                "Of “{name}” {left} are to be issued; more takes the customer's consent.",
                field="quantity",
                name=line.name,
                left=quantity_text(line.quantity - line.issued),
            )
        save_edit(line, line.version, {"issued": line.issued + part.quantity})
        log(act, order, EventKind.ISSUED, _said(line, part.quantity), line_id=line.id)
    _end(act, order, parts)


@action(Permission.KEEP_PARTS)
def return_parts(
    act: Act, order_id: int, parts: tuple[PartForm, ...], token: str = "", reason: str = "", unused: bool = False
) -> None:
    """Bring parts back to the stock (退料); ``unused`` takes them off the order too, since they were not needed.

    Raises RuleError at ``quantity`` for more than is out on the line.
    """
    order = _open(order_id)
    for part in parts:
        line = _line(order, part.line_id)
        ids = (order.id, line.id, line.item_id, part.quantity)
        moved = issuing.return_from_order(act, *ids, token=_own(token, line), reason=reason or order.number)
        if moved.again:
            continue
        save_edit(line, line.version, {"issued": line.issued - part.quantity})
        if unused:
            _take_off(line, part.quantity)
        log(act, order, EventKind.RETURNED, _said(line, part.quantity), line_id=line.id)
    _end(act, order, parts)


def _take_off(line: WorkLine, quantity: int) -> None:
    if line.quantity > quantity:
        lower(line, line.quantity - quantity)
    else:
        save_edit(line, line.version, {"stance": Stance.UNUSED})


def _open(order_id: int) -> WorkOrder:
    order: WorkOrder = WorkOrder.get_by_id(order_id)
    if order.state not in PARTS_STATES:
        raise RuleError(
            "Parts go to an order between authorisation and settlement; it is “{state}”.", state=order.state
        )
    return order


def _line(order: WorkOrder, line_id: int) -> WorkLine:
    line: WorkLine | None = WorkLine.get_or_none(WorkLine.id == line_id, WorkLine.order == order.id)
    if line is None:
        raise RuleError("The order has no such line.", field="lines")
    if line.kind is not LineKind.PART or line.item_id is None or line.supply is Supply.OWN:
        raise RuleError("“{name}” is no part of the stock.", field="lines", name=line.name)
    if line.stance is not Stance.CHOSEN and not line.issued:
        raise RuleError("The customer has not agreed to “{name}”.", field="lines", name=line.name)
    return line


def _own(token: str, line: WorkLine) -> str:
    return f"{token}.{line.id}" if token else ""


def _said(line: WorkLine, quantity: int) -> str:
    return _("{name} × {quantity}").format(name=line.name, quantity=quantity_text(quantity))


def _end(act: Act, order: WorkOrder, parts: Sequence[PartForm]) -> None:
    on(act, order)
    act.note(parts={str(part.line_id): part.quantity for part in parts})
