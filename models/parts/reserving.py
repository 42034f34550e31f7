"""Parts kept for appointments and work orders, inside the transaction of whoever calls (W1, W11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.money import quantity_text
from models.kernel.tables import run_sql
from models.stock import keeping
from models.stock.kinds import MovementKind
from models.stock.rules import Holding


@dataclass(frozen=True)
class Holder:
    """For whom parts are kept: an appointment or a work order, by its id; exactly one of the two."""

    appointment_id: int | None = None
    work_order_id: int | None = None

    @property
    def column(self) -> str:
        """Which of the two it is, as a column of the movements."""
        return "appointment_id" if self.appointment_id is not None else "work_order_id"

    @property
    def id(self) -> int:
        """Its id."""
        return self.appointment_id or self.work_order_id or 0

    @property
    def ties(self) -> dict[str, Any]:
        """What a movement for it says."""
        return {"appointment": self.appointment_id, "work_order": self.work_order_id}


def reserve_part(act: Act, item_id: int, holder: Holder, quantity: int) -> None:
    """Keep ``quantity`` hundredths more of a part for an appointment or a work order, whether it is here or not.

    Permission and transaction are the caller's, who has also seen that the appointment or order exists. What is
    reserved and not here shows as below minimum and is proposed for ordering. Touches "item" and "part".
    Raises RuleError at ``quantity`` for none, at ``item_id`` for an item that is not kept by quantity.
    """
    if quantity <= 0:
        raise RuleError("The quantity must be more than zero.", field="quantity")
    _change(act, item_id, holder, quantity)


def release_part(act: Act, item_id: int, holder: Holder, quantity: int | None = None, reason: str = "") -> None:
    """Let so much of what is kept for the holder go, all of it without ``quantity``. Raises RuleError for more."""
    kept = reserved_for(holder).get(item_id, 0)
    if quantity is not None and quantity > kept:
        raise RuleError("Only {kept} are reserved.", field="quantity", kept=quantity_text(kept))
    if kept and quantity != 0:
        _change(act, item_id, holder, -(kept if quantity is None else quantity), reason)


def release_all(act: Act, holder: Holder, reason: str = "") -> None:
    """Let everything go that is kept for the holder, as when it is cancelled."""
    for item_id in reserved_for(holder):
        release_part(act, item_id, holder, reason=reason)


def carry_over(act: Act, appointment_id: int, work_order_id: int) -> None:
    """What was kept for an appointment is kept for the work order it became."""
    before, after = Holder(appointment_id=appointment_id), Holder(work_order_id=work_order_id)
    for item_id, quantity in reserved_for(before).items():
        _change(act, item_id, before, -quantity)
        _change(act, item_id, after, quantity)


def reserved_for(holder: Holder) -> dict[int, int]:
    """What is kept for the holder of each item, in hundredths; what was issued is not kept any longer."""
    rows = run_sql(_KEPT.format(column=holder.column), holder.id).fetchall()
    return {item_id: int(quantity) for item_id, quantity in rows if quantity}


def _change(act: Act, item_id: int, holder: Holder, by: int, reason: str = "") -> None:
    row = keeping.holding_of(item_id)
    kind = MovementKind.RESERVED if by > 0 else MovementKind.RELEASED
    here = Holding(row.quantity, row.value)
    keeping.hold(act, row, here, kind, reason=reason, reserved=by, ties=holder.ties)
    act.touch("part", item_id)


_KEPT = """
SELECT item_id, sum(CASE kind WHEN 'reserved' THEN quantity ELSE -quantity END) FROM stock_movement
WHERE {column} = ? AND kind IN ('reserved', 'released') GROUP BY item_id ORDER BY item_id"""
