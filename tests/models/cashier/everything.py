"""Every action of the cashier's desk and of commission once, by somebody who may."""

from __future__ import annotations

from datetime import timedelta

from models.cashier import invoice_actions, month_actions
from models.cashier.invoice_actions import InvoiceForm
from models.cashier.month_actions import MonthForm
from models.cashier.reminder_actions import ReminderForm, remind
from models.cashier.rules import month_of
from models.cashier.states import Channel
from models.commission import actions as commission
from models.kernel import clock
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.service.reception_actions import OpenForm, open_order
from models.service.work_payment_actions import WorkPaymentForm, take_work_payment
from tests.models.shops import CAR_PRICE, Shop, customer, signed_contract


def work_at_the_desk(shop: Shop) -> None:
    """A contract of last month and a survey that was paid, from the reminder to the books closed and corrected."""
    before = clock.today().replace(day=1) - timedelta(days=1)
    commission.set_terms(shop.owner, {"vehicle": 1_00}, True)
    with clock.standing_at(clock.now() - (clock.today() - before)):
        contract_id = signed_contract(shop, customer_id=customer(shop, "钱七", "13700007777"))
        take_payment(shop.cashier, contract_id, PaymentForm(100, PaymentMethod.CASH, "x"))
        order_id = open_order(
            shop.reception, OpenForm(customer(shop, "报修客", "13700007788"), template="home_repair")
        ).id
        survey = WorkPaymentForm(200, PaymentMethod.WECHAT, "x", note="上门检测费")
        take_work_payment(shop.cashier, order_id, survey)
    remind(shop.consultant, contract_id, ReminderForm(Channel.PHONE))
    take_payment(shop.cashier, contract_id, PaymentForm(CAR_PRICE, PaymentMethod.CARD, "x"))
    first, second, third = (
        invoice_actions.ask_invoice(shop.consultant, contract_id, InvoiceForm(amount, "x")).id for amount in (1, 2, 3)
    )
    invoice_actions.approve_invoice(shop.manager, first)
    invoice_actions.make_out_invoice(shop.cashier, first)
    invoice_actions.reverse_invoice(shop.cashier, first, "x")
    invoice_actions.refuse_invoice(shop.manager, second, "x")
    invoice_actions.withdraw_invoice(shop.consultant, third)
    commission.confirm_split(shop.consultant, contract_id)
    dispute = commission.raise_dispute(shop.colleague, contract_id, "x").id
    commission.rule_dispute(shop.manager, dispute, "x")
    commission.rule_split(shop.owner, contract_id, ((shop.colleague.id, 100_00),), "x")
    commission.release_commission(shop.manager, contract_id)
    month = month_of(before)
    month_actions.state_received(shop.consultant, month, contract_id, 100)
    counted = {PaymentMethod.CASH: 100, PaymentMethod.WECHAT: 200}
    month_actions.close_month(shop.cashier, month, MonthForm(counted))
    month_actions.correct_month(shop.cashier, month, MonthForm(counted, note="x"))
