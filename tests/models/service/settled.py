"""Orders ready to be settled, settled, paid and handed back, for tests."""

from __future__ import annotations

from models.kernel.permissions import Actor
from models.sales.papers import PaymentMethod
from models.service import standing
from models.service.hand_back_actions import HandBackForm, hand_back
from models.service.kinds import Check, LineKind, Stance, WorkState
from models.service.money_lists import settle_offer
from models.service.settlement_actions import SettleForm, settle
from models.service.states import WorkOrderState
from models.service.tables import QualityCheck, WorkLine, WorkOrder
from models.service.work_payment_actions import WorkPaymentForm, take_work_payment
from tests.models.service.orders import Crew, LineForm, authorised
from tests.models.shops import Shop

CASH, CARD = PaymentMethod.CASH, PaymentMethod.CARD


def ready(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """An order whose work is done and checked."""
    order_id = authorised(shop, team.advisor, *lines, **order)
    make_ready(order_id, team)
    return order_id


def make_ready(order_id: int, team: Crew) -> None:
    """The same of one that is authorised."""
    chosen = WorkLine.select().where(WorkLine.order == order_id, WorkLine.stance == Stance.CHOSEN)
    for line in chosen.where(WorkLine.kind == LineKind.LABOUR):
        WorkLine.update(technician=team.technician.id, work=WorkState.DONE).where(WorkLine.id == line.id).execute()
        QualityCheck.create(order=order_id, line=line, step=Check.SELF, passed=True, staff=team.technician.id)
    for step, who in ((Check.SECOND, team.second), (Check.FINAL, team.controller)):
        QualityCheck.create(order=order_id, step=step, passed=True, staff=who.id)
    WorkOrder.update(state=WorkOrderState.READY, version=WorkOrder.version + 1).where(
        WorkOrder.id == order_id
    ).execute()


def settle_as_proposed(by: Actor, order_id: int) -> None:
    """Settle with the words and the next service that are proposed."""
    offer = settle_offer(by, order_id)
    settle(by, order_id, SettleForm(offer.done_words, offer.next_on, offer.next_km))


def settled(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """An order that is settled."""
    order_id = ready(shop, team, *lines, **order)
    settle_as_proposed(team.advisor, order_id)
    return order_id


def pay(by: Actor, order_id: int, amount: int = 0, method: PaymentMethod = CARD, **form: object) -> int:
    """Take what is open, or ``amount``; returns the payment's id."""
    owed = amount or standing.owed_of(WorkOrder.get_by_id(order_id))
    return take_work_payment(by, order_id, WorkPaymentForm(owed, method, "葉靜宜", **form)).id  # type: ignore[arg-type]


def handed_back(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """An order that is settled, paid and handed back."""
    order_id = settled(shop, team, *lines, **order)
    pay(shop.cashier, order_id)
    hand_back(team.advisor, order_id, HandBackForm())
    return order_id
