"""Parts that go to work orders and come back (领料、退料), inside the transaction of whoever calls (W6, W11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.money import quantity_text
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.tables import run_sql
from models.parts import reserving
from models.parts.reserving import Holder
from models.parts.rules import value_back
from models.stock import keeping
from models.stock.kinds import MovementKind
from models.stock.rules import Holding
from models.stock.tables import StockMovement, StockQuantity


@dataclass(frozen=True)
class Issued:
    """What moved: hundredths of a unit and fen, both positive; ``again`` where this very request had moved before."""

    movement_id: int
    quantity: int
    value: int
    again: bool = False


def issue_to_order(
    act: Act,
    work_order_id: int,
    work_line_id: int,
    item_id: int,
    quantity: int,
    *,
    token: str = "",
    reason: str = "",
    although_reserved: bool = False,
) -> Issued:
    """Take ``quantity`` hundredths of a part from the stock for a line of a work order; what it cost stays with it.

    ``act`` is the action under way, whose permission and transaction are the caller's; ``work_order_id`` and
    ``work_line_id`` are not looked up here, so the caller has seen that the order may have it. ``item_id`` is the
    catalogue's and has to be kept by quantity. What was reserved for this order is used up first. ``token`` names the
    request: the same one again moves nothing and gives the same answer. Touches "item" and "part".

    Raises RuleError at ``quantity`` for none, or more than is here, or what others have reserved unless it is taken
    ``although_reserved``; at ``item_id`` for an item that is no part.
    """
    before = _same_request(token)
    if before is not None:
        return before
    check_quantity(quantity)
    row = keeping.holding_of(item_id)
    holder = Holder(work_order_id=work_order_id)
    own = min(reserving.reserved_for(holder).get(item_id, 0), quantity)
    _check_here(row, quantity, row.quantity if although_reserved else own)
    if own:
        reserving.release_part(act, item_id, holder, own)
        row = keeping.holding_of(item_id)
    after = Holding(row.quantity, row.value).with_issued(quantity)
    value = row.value - after.value
    movement = keeping.hold(
        *(act, row, after, MovementKind.ISSUED),
        reason=reason,
        ties={"work_order": work_order_id, "work_line": work_line_id, "token": token or None},
    )
    act.touch("part", item_id)
    return Issued(movement.id, quantity, value)


def return_from_order(
    act: Act, work_order_id: int, work_line_id: int, item_id: int, quantity: int, *, token: str = "", reason: str = ""
) -> Issued:
    """Bring ``quantity`` hundredths back that were issued to a line of a work order, with the value they left with.

    Asks the same of its caller as ``issue_to_order``. Raises RuleError at ``quantity`` for none, or more than is out on
    this line.
    """
    before = _same_request(token)
    if before is not None:
        return before
    check_quantity(quantity)
    out = issued_to(work_order_id, work_line_id).get(item_id, Holding())
    value = value_back(out, quantity)
    row = keeping.holding_of(item_id)
    movement = keeping.hold(
        *(act, row, Holding(row.quantity + quantity, row.value + value), MovementKind.ISSUED),
        reason=reason,
        ties={"work_order": work_order_id, "work_line": work_line_id, "token": token or None},
    )
    act.touch("part", item_id)
    return Issued(movement.id, quantity, value)


def issued_to(work_order_id: int, work_line_id: int | None = None) -> dict[int, Holding]:
    """What is out on a work order, or on one line of it, by item: issued without what came back, and what that cost."""
    one, values = ("AND work_line_id = ?", (work_line_id,)) if work_line_id is not None else ("", ())
    rows = run_sql(_OUT.format(one=one), work_order_id, *values).fetchall()
    return {item_id: Holding(-int(quantity), -int(value)) for item_id, quantity, value in rows if quantity or value}


def issued_by_line(work_order_id: int) -> Mapping[tuple[int, int], Holding]:
    """The same by line and item."""
    rows = run_sql(_BY_LINE, work_order_id).fetchall()
    return {(line_id, item_id): Holding(-int(quantity), -int(value)) for line_id, item_id, quantity, value in rows}


def check_quantity(quantity: int) -> None:
    """Raises RuleError at ``quantity`` for none, or too much."""
    if quantity <= 0:
        raise RuleError("The quantity must be more than zero.", field="quantity")
    if quantity > LARGEST_QUANTITY:
        raise RuleError("The quantity is too large.", field="quantity")


def _check_here(row: StockQuantity, quantity: int, own: int) -> None:
    """What others have reserved stays for them; ``own`` is what this order may take in any case."""
    if quantity > row.quantity:
        raise RuleError(
            "Only {here} of {item} are here.",
            field="quantity",
            here=quantity_text(row.quantity),
            item=row.item.name,
        )
    others = row.reserved - own
    if quantity > max(row.quantity - others, own):
        raise RuleError(
            "{here} of {item} are here, {reserved} of them reserved for others.",
            field="quantity",
            here=quantity_text(row.quantity),
            item=row.item.name,
            reserved=quantity_text(min(others, row.quantity)),
        )


def _same_request(token: str) -> Issued | None:
    if not token:
        return None
    found = StockMovement.get_or_none(StockMovement.token == token)
    return Issued(found.id, abs(found.quantity), abs(found.value), again=True) if found else None


_OUT = """
SELECT item_id, sum(quantity), sum(value) FROM stock_movement
WHERE work_order_id = ? {one} AND kind = 'issued' GROUP BY item_id ORDER BY item_id"""
_BY_LINE = """
SELECT work_line_id, item_id, sum(quantity), sum(value) FROM stock_movement
WHERE work_order_id = ? AND kind = 'issued' GROUP BY work_line_id, item_id ORDER BY work_line_id, item_id"""
