"""Work the customer put off or refused: kept on the vehicle, offered again at the next visit (W4, W7)."""

from __future__ import annotations

from collections.abc import Collection

from models.kernel.actions import save_edit
from models.kernel.errors import RuleError
from models.service import standing
from models.service.kinds import Charge, DeferredState, LineKind, Stance
from models.service.tables import DeferredWork, WorkLine, WorkOrder

_COPIED = (
    *("kind", "name", "code", "unit", "quantity", "unit_price", "safety", "operation_id", "skill", "road_test"),
    *("warranty_months", "warranty_km", "item_id", "supply"),
)


def put_off(order: WorkOrder, lines: Collection[WorkLine] | None = None) -> None:
    """Keep the deferred and refused lines of an order; the alternatives that were not picked are none of them."""
    for line in standing.lines_of(order) if lines is None else lines:
        unwanted = line.stance in (Stance.DEFERRED, Stance.REFUSED) and line.kind is not LineKind.OTHER
        if unwanted and not line.option and not DeferredWork.select().where(DeferredWork.line == line.id).exists():
            _keep(order, line)


def _keep(order: WorkOrder, line: WorkLine) -> None:
    DeferredWork.create(
        goods=order.goods_id,
        customer=order.customer_id,
        order=order,
        line=line,
        name=line.name,
        amount=standing.money_of(line).amount,
        safety=line.safety,
        refused=line.stance is Stance.REFUSED,
    )


def withdraw(order: WorkOrder) -> None:
    """The estimate was taken back: nothing of it is put off yet."""
    own = (DeferredWork.order == order.id) & (DeferredWork.state == DeferredState.OPEN)
    DeferredWork.delete().where(own).execute()


def give_up(order: WorkOrder, line_ids: Collection[int]) -> None:
    """Lines that are taken off the estimate leave open again what they had taken up."""
    names = [row[0] for row in WorkLine.select(WorkLine.name).where(WorkLine.id.in_(list(line_ids))).tuples()]
    taken = (DeferredWork.taken_by == order.id) & DeferredWork.name.in_(names)
    DeferredWork.update(state=DeferredState.OPEN, taken_by=None).where(taken).execute()


def take_up(order: WorkOrder, deferred_id: int, rate: int) -> None:
    """Offer deferred work again on an order, at today's rate. Raises RuleError for what is not open."""
    work = _open(deferred_id)
    if work.customer_id != order.customer_id or work.goods_id != order.goods_id:
        raise RuleError("This belongs to another vehicle.")
    line = work.line
    values = {name: getattr(line, name) for name in _COPIED}
    if line.kind is LineKind.LABOUR and line.operation_id and line.operation.price is None:
        values["unit_price"] = rate if line.operation.rate is None else line.operation.rate
    last = WorkLine.select(WorkLine.position).where(WorkLine.order == order.id).order_by(WorkLine.position.desc())
    row = last.limit(1).tuples().first()
    place = row[0] + 1 if row else 0
    WorkLine.create(order=order, position=place, stance=Stance.OFFERED, charge=Charge.CUSTOMER, **values)
    save_edit(work, work.version, {"state": DeferredState.TAKEN, "taken_by_id": order.id})


def drop(deferred_id: int) -> DeferredWork:
    """The customer does not want it any more. Raises RuleError for what is not open."""
    work = _open(deferred_id)
    save_edit(work, work.version, {"state": DeferredState.DROPPED})
    return work


def _open(deferred_id: int) -> DeferredWork:
    work: DeferredWork = DeferredWork.get_by_id(deferred_id)
    if work.state is not DeferredState.OPEN:
        raise RuleError("This is not open any more.")
    return work
