"""How a work order stands: its lines and money, and everything that blocks each next step (W2–W9)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

from models.kernel import clock
from models.kernel.i18n import label, pick
from models.kernel.money import portion
from models.kernel.tables import run_sql
from models.service import terms
from models.service.kinds import (
    BlockerKind,
    Check,
    EventKind,
    ExtraState,
    Grade,
    LineKind,
    MissingPart,
    Stance,
    Supply,
    WorkState,
)
from models.service.rules import LineMoney, Totals, totals
from models.service.states import (
    BACK_STATES,
    WORK_ORDER_MOVES,
    Blocker,
    WorkOrderAction,
    WorkOrderFacts,
    WorkOrderState,
)
from models.service.tables import (
    ExtraWork,
    InspectionPoint,
    QualityCheck,
    Settlement,
    WorkLine,
    WorkOrder,
    WorkSession,
)
from models.trades.service_template import SheetField

Blockers = list[Blocker]
_HELD = "_lines_held"
"""Where an order keeps its lines while its gates look at them."""


def lines_of(order: WorkOrder) -> list[WorkLine]:
    """All lines of an order in their order."""
    held: list[WorkLine] | None = order.__dict__.get(_HELD)
    return WorkLine.read("order_id = ? ORDER BY position", order.id) if held is None else held


def money_of(line: WorkLine) -> LineMoney:
    """What money asks of a line."""
    return LineMoney(line.kind, line.quantity, line.unit_price, line.discount, line.charge, line.stance)


def totals_of(order: WorkOrder, lines: Iterable[WorkLine] | None = None) -> Totals:
    """What an order comes to now; from the settlement on, what was left off then."""
    found = lines_of(order) if lines is None else lines
    money = [money_of(line) for line in found]
    if order.state in (WorkOrderState.SETTLED, *BACK_STATES):
        return replace(totals(money, order.discount), rounding=order.rounding)
    return totals(money, order.discount, terms.terms().rounding)


def totals_with(order: WorkOrder, discount: int) -> Totals:
    """The same with another discount of the whole. Raises RuleError at ``discount`` for too much."""
    return totals([money_of(line) for line in lines_of(order)], discount, terms.terms().rounding)


def paid_of(order: WorkOrder) -> int:
    """What was received on an order and not reversed, in fen."""
    found = run_sql("SELECT coalesce(sum(amount), 0) FROM work_payment WHERE order_id = ?", order.id).fetchone()[0]
    return int(found)


def settlement_of(order: WorkOrder) -> Settlement | None:
    """The settlement that holds."""
    found: list[Settlement] = Settlement.read("order_id = ? AND withdrawn_at IS NULL", order.id)
    return found[0] if found else None


def facts_of(order: WorkOrder, lines: list[WorkLine] | None = None) -> WorkOrderFacts:
    """What blocks each step that leads on from where an order is; all gates look at the same lines."""
    steps = {what for state, what in WORK_ORDER_MOVES if state == order.state}
    order.__dict__[_HELD] = lines_of(order) if lines is None else lines
    try:
        return WorkOrderFacts({what: tuple(gate(order)) for what, gate in _GATES.items() if what in steps})
    finally:
        del order.__dict__[_HELD]


def _missing_on_sheet(order: WorkOrder) -> Blockers:
    template = terms.template_of(order.template)
    found = [] if order.goods_id or not template.vehicle else [Blocker(BlockerKind.VEHICLE)]
    told = {
        SheetField.MILEAGE: order.mileage is not None,
        SheetField.FUEL: order.fuel is not None,
        SheetField.COMPLAINT: bool(order.complaint),
        SheetField.BROUGHT_BY: bool(order.brought_by),
        SheetField.VALUABLES: bool(order.valuables_asked),
        SheetField.KEY: bool(order.key_tag),
        SheetField.PLACE: bool(order.place),
    }
    return found + [Blocker(BlockerKind.SHEET, label(each)) for each in template.asks if not told[each]]


def _not_inspected(order: WorkOrder) -> Blockers:
    points = InspectionPoint.read("order_id = ? AND grade = ? ORDER BY position", order.id, Grade.OPEN.value)
    return [Blocker(BlockerKind.POINT, pick(json.loads(point.wording))) for point in points]


def _not_estimated(order: WorkOrder) -> Blockers:
    lines = [line for line in lines_of(order) if line.stance in (Stance.CHOSEN, Stance.OFFERED)]
    found = [] if lines else [Blocker(BlockerKind.LINES)]
    if order.promised_at is None or order.promised_at <= clock.now():
        found.append(Blocker(BlockerKind.PROMISE))
    return found + _beyond_discount(order, lines)


def _not_authorised(order: WorkOrder) -> Blockers:
    lines = lines_of(order)
    found = [Blocker(BlockerKind.CHOICE, line.name) for line in lines if line.stance is Stance.OFFERED]
    found += [Blocker(BlockerKind.MISSING, line.name, line_id=line.id) for line in lines if _is_unanswered(line)]
    if not any(line.stance is Stance.CHOSEN for line in lines):
        found.append(Blocker(BlockerKind.LINES))
    if order.promised_at is None or order.promised_at <= clock.now():
        found.append(Blocker(BlockerKind.PROMISE))
    return found


def _is_unanswered(line: WorkLine) -> bool:
    """Whether it is a part that is not here and nobody has asked the customer what to do."""
    to_come = line.supply is Supply.ORDER and line.stance is Stance.CHOSEN
    return line.kind is LineKind.PART and to_come and line.missing is MissingPart.NOTHING


def _not_dispatched(order: WorkOrder) -> Blockers:
    found = [] if order.authorised is not None else [Blocker(BlockerKind.CONSENT)]
    owed = deposit_of(order) - paid_of(order)
    if owed > 0:
        found.append(Blocker(BlockerKind.DEPOSIT, amount=owed))
    return found + [
        Blocker(BlockerKind.TECHNICIAN, line.name, line_id=line.id)
        for line in chosen_labour(order)
        if line.technician_id is None
    ]


def chosen_labour(order: WorkOrder) -> list[WorkLine]:
    """The work the customer wants done."""
    return [line for line in lines_of(order) if line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN]


def _extra_open(order: WorkOrder) -> Blockers:
    found = ExtraWork.read("order_id = ? AND state = ? ORDER BY no", order.id, ExtraState.OPEN.value)
    return [Blocker(BlockerKind.EXTRA, extra.found) for extra in found]


def _not_finished(order: WorkOrder) -> Blockers:
    labour = chosen_labour(order)
    found = [
        Blocker(BlockerKind.WORK, line.name, line_id=line.id) for line in labour if line.work is not WorkState.DONE
    ]
    checked = self_checked(order)
    found += [
        Blocker(BlockerKind.CHECK, label(Check.SELF), line_id=line.id)
        for line in labour
        if line.work is WorkState.DONE and line.id not in checked
    ]
    return found + _extra_open(order)


def self_checked(order: WorkOrder) -> set[int]:
    """The lines whose technician has checked them and that nobody has sent back since."""
    found: dict[int, bool] = {}
    query = QualityCheck.select().where(QualityCheck.order == order.id, QualityCheck.line.is_null(False))
    for each in query.order_by(QualityCheck.id):
        found[each.line_id] = each.passed
    return {line_id for line_id, passed in found.items() if passed}


def passed_by(order: WorkOrder, step: Check) -> int | None:
    """Who passed a step of the whole order, since the last failure; None for nobody."""
    own = QualityCheck.order == order.id
    failed = QualityCheck.select(QualityCheck.id).where(own, QualityCheck.passed == 0, QualityCheck.line.is_null())
    last = failed.order_by(QualityCheck.id.desc()).limit(1).tuples().first()
    query = QualityCheck.select(QualityCheck.staff_id).where(own, QualityCheck.step == step, QualityCheck.passed == 1)
    query = query.where(QualityCheck.id > last[0]) if last else query
    row = query.order_by(QualityCheck.id.desc()).limit(1).tuples().first()
    return int(row[0]) if row else None


def workers_of(order: WorkOrder) -> set[int]:
    """Who has worked on an order."""
    query = WorkSession.select(WorkSession.staff_id).where(WorkSession.order == order.id).distinct()
    return {row[0] for row in query.tuples()}


def _not_passed(order: WorkOrder) -> Blockers:
    template = terms.template_of(order.template)
    steps = [
        step for step, asked in ((Check.SECOND, template.second_check), (Check.FINAL, template.final_check)) if asked
    ]
    found = [Blocker(BlockerKind.CHECK, label(step)) for step in steps if passed_by(order, step) is None]
    if template.washes and order.wash_wanted and order.washed_at is None:
        found.append(Blocker(BlockerKind.WASH))
    return found


def _not_settled(order: WorkOrder) -> Blockers:
    lines = lines_of(order)
    over = totals_of(order, lines).total - (order.authorised or 0)
    found = [Blocker(BlockerKind.CEILING, amount=over)] if over > 0 else []
    return found + _beyond_discount(order, lines) + _unequal_parts(lines) + _extra_open(order)


def _beyond_discount(order: WorkOrder, lines: Iterable[WorkLine]) -> Blockers:
    """A discount larger than an advisor may give, and than a manager has approved (W9)."""
    now = totals_of(order, lines)
    beyond = now.discount > max(discount_limit(now), approved_discount(order))
    return [Blocker(BlockerKind.DISCOUNT, amount=now.discount)] if beyond else []


def discount_limit(now: Totals) -> int:
    """How much of an order may be given off without asking, in fen."""
    return portion(now.labour + now.parts + now.other, terms.terms().discount_share)


def approved_discount(order: WorkOrder) -> int:
    """The largest discount a manager has approved on an order, in fen."""
    return _largest(order, EventKind.DISCOUNT_APPROVED)


def _largest(order: WorkOrder, kind: EventKind) -> int:
    sql = "SELECT coalesce(max(amount), 0) FROM work_order_event WHERE order_id = ? AND kind = ?"
    return int(run_sql(sql, order.id, kind.value).fetchone()[0])


def _unequal_parts(lines: Iterable[WorkLine]) -> Blockers:
    """Parts of which more or less was issued than is settled (W6)."""
    return [
        Blocker(BlockerKind.PARTS, line.name, line_id=line.id)
        for line in lines
        if line.issued != (line.quantity if _goes_through_stock(line) and line.stance is Stance.CHOSEN else 0)
    ]


def _goes_through_stock(line: WorkLine) -> bool:
    return line.kind is LineKind.PART and line.item_id is not None and line.supply is not Supply.OWN


def _not_paid(order: WorkOrder) -> Blockers:
    owed = owed_of(order)
    return [Blocker(BlockerKind.MONEY, amount=owed)] if owed > overruled(order) else []


def _still_owed(order: WorkOrder) -> Blockers:
    owed = owed_of(order)
    return [Blocker(BlockerKind.MONEY, amount=owed)] if owed > 0 else []


def owed_of(order: WorkOrder) -> int:
    """What of the settlement is not paid, in fen; negative for what was paid beyond it, 0 before it is settled."""
    settled = settlement_of(order)
    return settled.total - paid_of(order) if settled else 0


def overruled(order: WorkOrder) -> int:
    """How much a manager lets the customer owe at the hand-back, in fen."""
    return _largest(order, EventKind.OVERRULED)


def _not_cancelled(order: WorkOrder) -> Blockers:
    """What has gone from the stock to the order comes back first, and so does money."""
    found = [Blocker(BlockerKind.PARTS, line.name, line_id=line.id) for line in lines_of(order) if line.issued]
    paid = paid_of(order)
    return [*found, Blocker(BlockerKind.PAID, amount=paid)] if paid else found


def _paid_already(order: WorkOrder) -> Blockers:
    """A settlement on which money was taken stays: reverse the receipts first."""
    settled = settlement_of(order)
    since = paid_of(order) - settled.received if settled else 0
    return [Blocker(BlockerKind.PAID, amount=since)] if since > 0 else []


def deposit_of(order: WorkOrder) -> int:
    """What the template has paid before the work, in fen (W13)."""
    return portion(order.authorised or 0, terms.template_of(order.template).deposit)


_A = WorkOrderAction
_GATES: dict[WorkOrderAction, Callable[[WorkOrder], Blockers]] = {
    _A.RECEIVE: _missing_on_sheet,
    _A.INSPECT: _not_inspected,
    _A.ESTIMATE: _not_estimated,
    _A.AUTHORISE: _not_authorised,
    _A.DISPATCH: _not_dispatched,
    _A.FINISH: _not_finished,
    _A.PASS: _not_passed,
    _A.SETTLE: _not_settled,
    _A.UNSETTLE: _paid_already,
    _A.HAND_BACK: _not_paid,
    _A.CLOSE: _still_owed,
    _A.CANCEL: _not_cancelled,
}


def is_late(order: WorkOrder) -> bool:
    """Whether the promised time has passed and the customer cannot have it yet."""
    done = (WorkOrderState.READY, WorkOrderState.SETTLED, WorkOrderState.HANDED_BACK)
    waiting = order.state not in (*done, WorkOrderState.FOLLOWED_UP, WorkOrderState.CLOSED, WorkOrderState.CANCELLED)
    return waiting and order.promised_at is not None and order.promised_at < clock.now()
