"""Orders a vehicle had before: the one it is here for, and those whose work may have failed (W3, W10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.tables import milliseconds
from models.service import rules, terms
from models.service.states import BACK_STATES, LIVE_STATES
from models.service.tables import WorkLine, WorkOrder


def here(goods_id: int) -> WorkOrder | None:
    """The order a vehicle is here for, or is about to be received for."""
    query = WorkOrder.select().where(WorkOrder.goods == goods_id, WorkOrder.state.in_(LIVE_STATES))
    found: WorkOrder | None = query.order_by(WorkOrder.id.desc()).first()
    return found


def recent(goods_id: int, template: str, order_id: int = 0) -> Sequence[WorkOrder]:
    """The orders on a vehicle that were handed back within the days of a repeat repair, the latest first."""
    since = clock.now() - timedelta(days=terms.template_of(template).repeat_days)
    states = ", ".join(f"'{state.value}'" for state in BACK_STATES)
    where = f"goods_id = ? AND id <> ? AND state IN ({states}) AND handed_back_at >= ? ORDER BY handed_back_at DESC"
    found: list[WorkOrder] = WorkOrder.read(where, goods_id, order_id, milliseconds(since))
    return found


def candidates(goods_id: int | None, template: str, complaint: str, order_id: int = 0) -> list[WorkOrder]:
    """Those of them that were about the same, by their complaint or their work."""
    if goods_id is None or not complaint:
        return []
    return [order for order in recent(goods_id, template, order_id) if rules.is_same_cause(complaint, _said(order))]


def _said(order: WorkOrder) -> str:
    lines = WorkLine.select(WorkLine.name).where(WorkLine.order == order.id)
    return " / ".join([order.complaint, order.asked_what, *(row[0] for row in lines.tuples())])


def checked(order: WorkOrder, goods_id: int | None, complaint: str, told: int | None, not_repeat: bool) -> int | None:
    """The order a new one repeats: the one told, or the latest about the same cause unless it is said not to be.

    Raises RuleError at ``repeat_of`` for an order of another vehicle or one that is too long ago.
    """
    if told is not None:
        if goods_id is None or told not in {each.id for each in recent(goods_id, order.template, order.id)}:
            raise RuleError("This order is of another vehicle, or too long ago.", field="repeat_of")
        return told
    if not_repeat:
        return None
    found = candidates(goods_id, order.template, complaint, order.id)
    return found[0].id if found else None
