"""Orders ready to be settled, settled, paid and handed back, for tests."""

from __future__ import annotations

from models.kernel.permissions import Actor
from models.sales.papers import PaymentMethod
from models.service import settlement_actions as settling
from models.service import standing
from models.service.hand_back_actions import HandBackForm, close_order, hand_back, note_follow_up, overrule_payment
from models.service.money_lists import settle_offer
from models.service.reading import order_view
from models.service.settlement_actions import SettleForm, settle
from models.service.tables import WorkOrder
from models.service.work_payment_actions import WorkPaymentForm, reverse_work_payment, take_work_payment
from tests.models.service.orders import Crew, LineForm, car, crew, labour, part
from tests.models.service.working import check, worked
from tests.models.shops import Shop, customer

CASH, CARD = PaymentMethod.CASH, PaymentMethod.CARD


def ready(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """An order whose work is done, checked and washed."""
    order_id = worked(shop, team, *lines, **order)
    check(team, order_id)
    return order_id


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


def settle_everything(shop: Shop) -> None:
    """Every action on the money of an order and its hand-back once, by somebody who may."""
    team = crew(shop)
    file_id = customer(shop, "结算客", "13900007755")
    lines = (labour(warranty_months=3, warranty_km=5_000), part(parent=0, warranty_months=12))
    order_id = ready(shop, team, *lines, customer_id=file_id, goods_id=car(shop, file_id, "浙A9S901", "SETTLE1"))
    version = order_view(team.advisor, order_id).version
    settling.set_discounts(team.advisor, order_id, version, settling.DiscountForm(30_000))
    settling.approve_discount(shop.manager, order_id, "老客户")
    settle_as_proposed(team.advisor, order_id)
    settling.take_settlement_back(shop.manager, order_id, "漏项")
    settle_as_proposed(team.advisor, order_id)
    settling.note_invoice(team.advisor, order_id, settling.InvoiceNote("安岚公司", "91990100MA7K2QHL35", "25332000"))
    reverse_work_payment(shop.cashier, pay(shop.cashier, order_id, 10_000, CASH), "输错")
    overrule_payment(shop.manager, order_id, "月结客户")
    hand_back(team.advisor, order_id, HandBackForm())
    note_follow_up(shop.reception, order_id, "满意")
    pay(shop.cashier, order_id)
    close_order(team.advisor, order_id)
