"""The money of the store by keys and clicks: overdue and reminded, invoices, the drawer, months, commission."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.cashier import invoice_actions, lists
from models.cashier.invoice_actions import InvoiceForm
from models.cashier.rules import Age, month_of
from models.cashier.states import Channel, InvoiceState
from models.commission import lists as commission
from models.commission.actions import raise_dispute
from models.commission.kinds import SplitState
from models.kernel import clock
from models.papers.facts import PaperKind
from models.sales import lists as sales
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from tests.models.cashier.test_workshop_debt import lent
from tests.models.service.orders import crew
from tests.ui.conftest import Shop
from tests.ui.hands import button, buttons, sees
from tests.ui.sales.conftest import Opened, signed
from ui.kit import notices, papers
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Text
from ui.sales.money_months import MonthsPage
from ui.sales.money_overdue import OverduePage
from ui.sales.tab import SalesTab
from ui.today.needs import needs

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return
TOTAL = 18_980_000


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[PaperKind, int]]:
    """What would have gone to the printer."""
    found: list[tuple[PaperKind, int]] = []
    monkeypatch.setattr(papers, "print_at_once", lambda page, actor, kind, record_id: found.append((kind, record_id)))
    return found


@pytest.fixture
def late(shop: Shop) -> int:
    """A contract signed forty days ago whose deposit has not come."""
    with clock.standing_at(clock.now() - timedelta(days=40)):
        return signed(shop)


def money_of(opened: tuple[Any, SalesTab], part: str = "") -> Any:
    """The list called ``part`` in front of the sales tab."""
    _window, tab = opened
    tab.show_money(part)
    return tab.money_page.part


def answer(page: QWidget, **values: Any) -> FormDialog:
    """Fill in the dialog that is open and accept it."""
    dialog = sees(page.window(), FormDialog)[-1]
    dialog.form.set_values(values)
    dialog.submit()
    return dialog


def texts(page: QWidget) -> set[str]:
    """Everything that can be read on ``page``; what was just put into a layout shows itself first."""
    return {each.text() for each in sees(page, Text)}


def test_two_keys_lead_from_the_lists_to_the_overdue_contract(
    qtbot: QtBot, shop: Shop, open_sales: Opened, late: int
) -> None:
    window, tab = open_sales(shop.cashier)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    page = tab.money_page.part
    assert isinstance(page, OverduePage)
    qtbot.keyClick(page.table, ENTER)
    assert tab.contract_page.contract_id == late
    qtbot.mouseClick(button(tab.contract_page, "back"), LEFT)
    assert tab.widget.currentWidget() is tab.list_page


def test_the_overdue_by_age_and_a_reminder_on_record(qtbot: QtBot, shop: Shop, open_sales: Opened, late: int) -> None:
    page = money_of(open_sales(shop.cashier), "overdue")
    assert len(page.table.records.ids) == 1
    page.chips.select(Age.MONTH.value)
    page.chips.chosen.emit(Age.MONTH.value)
    assert page.table.records.ids == []
    page.chips.select(Age.TWO_MONTHS.value)
    page.chips.chosen.emit(Age.TWO_MONTHS.value)
    page.table.select_first()
    assert "Nobody has reminded 王建国 yet." in texts(page)
    qtbot.mouseClick(button(page, "remind"), LEFT)
    dialog = answer(page, promised_on=clock.today() - timedelta(days=1))
    assert dialog.form.field("promised_on").error
    answer(page, answer="周五付", promised_on=clock.today() + timedelta(days=2))
    (kept,) = lists.reminders_of(late)
    assert (kept.channel, kept.answer, kept.still_open) == (Channel.PHONE, "周五付", 1_000_000)
    assert {"周五付", f"promised for {clock.today() + timedelta(days=2)}"} <= texts(page)
    assert sales.payments(late) == [], "interest is a proposal"


def test_what_the_workshop_is_owed_stands_beside_it_and_leads_to_its_order(
    qtbot: QtBot, shop: Shop, open_sales: Opened, late: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    team = crew(shop)  # type: ignore[arg-type]
    with clock.standing_at(clock.now() - timedelta(days=3)):
        order_id = lent(shop, team, 0, customer_id=shop.customer("李维修"))  # type: ignore[arg-type]
    page = money_of(open_sales(shop.cashier), "overdue")
    assert page.table.records.ids[1] == -order_id, "the oldest first"
    page.table.select(-order_id)
    assert not button(page, "remind").isEnabled()
    opened: list[tuple[str, int]] = []
    monkeypatch.setattr(page.desk, "open_record", lambda kind, record_id: opened.append((kind, record_id)))
    qtbot.keyClick(page.table, ENTER)
    assert opened == [("work_order", order_id)]


def test_an_invoice_from_the_asking_to_its_counter_entry(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    window, tab = open_sales(shop.sales)
    window.open_record("contract", contract_id)
    with notices.recording() as record:
        qtbot.mouseClick(button(tab.contract_page, "ask_invoice"), LEFT)
    assert "at least 60 % is paid" in record.told[0][0]
    take_payment(shop.cashier, contract_id, PaymentForm(TOTAL, PaymentMethod.CARD, "王建国"))
    qtbot.mouseClick(button(tab.contract_page, "ask_invoice"), LEFT)
    answer(tab.contract_page)
    (row,) = lists.invoices_of(contract_id)
    assert (row.amount, row.title, row.state) == (TOTAL, "王建国", InvoiceState.ASKED)
    page = money_of(open_sales(shop.manager), "invoices")
    qtbot.mouseClick(button(page, "invoice_approve"), LEFT)
    page = money_of(open_sales(shop.cashier), "invoices")
    qtbot.mouseClick(button(page, "invoice_make_out"), LEFT)
    answer(page, tax_invoice="2533200000001234")
    (row,) = lists.invoices_of(contract_id)
    assert (row.state, row.tax_invoice) == (InvoiceState.MADE_OUT, "2533200000001234")
    page.chips.select("made_out")
    page.refresh()
    qtbot.mouseClick(button(page, "invoice_reverse"), LEFT)
    assert answer(page).form.field("reason").error == "Give a reason."
    answer(page, reason="抬头有误")
    assert [each.state for each in lists.invoices_of(contract_id)] == [InvoiceState.REVERSED, InvoiceState.COUNTER]


def test_what_blocks_an_invoice_is_said_at_its_button(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(TOTAL, PaymentMethod.CARD, "王建国"))
    invoice_actions.ask_invoice(shop.manager, contract_id, InvoiceForm(100, "x"))
    page = money_of(open_sales(shop.manager), "invoices")
    assert not button(page, "invoice_approve").isEnabled()
    assert "Nobody approves what they asked for themselves." in texts(page)
    assert "invoice_make_out" not in buttons(page)


def test_the_drawer_shows_the_take_of_a_day(qtbot: QtBot, shop: Shop, open_sales: Opened, late: int) -> None:
    take_payment(shop.cashier, late, PaymentForm(500_00, PaymentMethod.CASH, "王建国"))
    yesterday = clock.today() - timedelta(days=1)
    take_payment(shop.cashier, late, PaymentForm(300_00, PaymentMethod.CARD, "王建国", received_on=yesterday))
    page = money_of(open_sales(shop.cashier), "drawer")
    assert page.findChild(Text, "take").text() == "¥500.00"
    qtbot.mouseClick(button(page, "day_before"), LEFT)
    assert page.findChild(Text, "take").text() == "¥300.00"
    assert len(page.table.records.ids) == 1


def test_a_month_is_said_closed_and_corrected(qtbot: QtBot, shop: Shop, open_sales: Opened, late: int) -> None:
    last = clock.today().replace(day=1) - timedelta(days=1)
    with clock.standing_at(clock.now() - (clock.today() - last)):
        take_payment(shop.cashier, late, PaymentForm(500_00, PaymentMethod.CASH, "王建国"))
    page = money_of(open_sales(shop.sales), "months")
    page.which.set_value(month_of(last))
    page.refresh()
    page.table.select_first()
    qtbot.mouseClick(button(page, "say_received"), LEFT)
    answer(page, amount=400_00, note="一笔没到")
    page = money_of(open_sales(shop.cashier), "months")
    assert isinstance(page, MonthsPage)
    assert page.which.value() == month_of(last), "the last month that is over is offered first"
    qtbot.mouseClick(button(page, "close_month"), LEFT)
    dialog = answer(page, **{"counted.cash": 490_00})
    assert dialog.form.field("explained.cash").error == "Explain this difference."
    answer(page, **{"explained.cash": "找零", f"explained.{late}": "记错"})
    (closed,) = lists.closings(month_of(last))
    assert [line.difference for line in closed.lines] == [-10_00, -100_00]
    qtbot.mouseClick(button(page, "close_month"), LEFT)
    answer(page, **{"counted.cash": 500_00, f"explained.{late}": "记错", "note": "找到十元"})
    assert [each.corrects for each in lists.closings(month_of(last))] == ["", closed.number]
    assert {"找零", "找到十元"} <= texts(page)


def test_commission_is_confirmed_claimed_and_ruled_on_the_contract(
    qtbot: QtBot, shop: Shop, open_sales: Opened
) -> None:
    contract_id = signed(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(TOTAL, PaymentMethod.CARD, "王建国"))
    window, tab = open_sales(shop.sales)
    window.open_record("contract", contract_id)
    qtbot.mouseClick(button(tab.contract_page, "confirm_split"), LEFT)
    qtbot.mouseClick(button(tab.contract_page, "claim"), LEFT)
    answer(tab.contract_page, claim="还有一位同事")
    window, tab = open_sales(shop.manager)
    page = money_of((window, tab), "commission")
    qtbot.mouseClick(button(page, "waiting"), LEFT)
    assert tab.contract_page.contract_id == contract_id
    (dispute,) = commission.disputes()
    qtbot.mouseClick(button(tab.contract_page, f"rule_dispute_{dispute.id}"), LEFT)
    dialog = answer(tab.contract_page, share0=60_00)
    assert dialog.form.field("reason").error or dialog.form.field("who0").error
    answer(tab.contract_page, share0=100_00, reason="维持")
    view = commission.of_contract(shop.manager, contract_id)
    assert view is not None
    assert (view.state, view.disputes[0].ruling) == (SplitState.CONFIRMED, "维持")


def test_each_sees_the_commission_that_is_theirs(shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(TOTAL, PaymentMethod.CARD, "王建国"))
    page = money_of(open_sales(shop.sales), "commission")
    assert page.people.records.ids == [shop.sales.id]
    assert page.table.records.ids
    assert "commission_terms" not in buttons(page)
    _window, tab = open_sales(shop.reception)
    assert "money" not in buttons(tab.list_page)


def test_the_owner_sets_the_rates(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    page = money_of(open_sales(shop.owner), "commission")
    qtbot.mouseClick(button(page, "commission_terms"), LEFT)
    dialog = answer(page, **{"rates.vehicle": 2_00, "held": True})
    assert not dialog.isVisible()
    contract_id = signed(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(TOTAL, PaymentMethod.CARD, "王建国"))
    view = commission.of_contract(shop.owner, contract_id)
    assert view is not None
    assert (view.full, view.earned, view.held) == (TOTAL // 50, TOTAL // 50, True)


def test_the_same_payment_twice_asks_first(
    qtbot: QtBot, shop: Shop, open_sales: Opened, printed: list[tuple[PaperKind, int]]
) -> None:
    contract_id = signed(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(300_00, PaymentMethod.CARD, "王建国"))
    window, tab = open_sales(shop.cashier)
    window.open_record("contract", contract_id)
    qtbot.mouseClick(button(tab.contract_page, "take_payment"), LEFT)
    with notices.recording() as record:
        dialog = answer(tab.contract_page, amount=300_00)
        assert len(sales.payments(contract_id)) == 1
        assert record.asked[0].title == "The same payment twice?"
        record.answer("no")
        dialog.submit()
        assert len(sales.payments(contract_id)) == 1
        record.answer("again")
    assert [each.amount for each in sales.payments(contract_id)] == [300_00, 300_00]
    assert printed == [(PaperKind.RECEIPT, sales.payments(contract_id)[1].id)]


def test_a_payment_for_a_later_stage_and_credit_are_shown(
    qtbot: QtBot, shop: Shop, open_sales: Opened, printed: list[tuple[PaperKind, int]]
) -> None:
    contract_id = signed(shop)
    window, tab = open_sales(shop.cashier)
    window.open_record("contract", contract_id)
    later = sales.contract_view(shop.cashier, contract_id).stages[1]
    qtbot.mouseClick(button(tab.contract_page, "take_payment"), LEFT)
    answer(tab.contract_page, amount=700_00, stage=later.code)
    assert [stage.paid for stage in sales.contract_view(shop.cashier, contract_id).stages] == [0, 700_00]
    credit = tab.contract_page.findChild(Text, "credit")
    assert not credit.isVisible()
    take_payment(shop.cashier, contract_id, PaymentForm(TOTAL, PaymentMethod.TRANSFER, "王建国"))
    assert credit.isVisible()
    assert credit.text() == "Credit ¥700.00"


def test_what_waits_for_a_manager_is_counted_and_on_today(shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(TOTAL, PaymentMethod.CARD, "王建国"))
    _window, tab = open_sales(shop.manager)
    before = tab.badge()
    invoice_actions.ask_invoice(shop.sales, contract_id, InvoiceForm(100, "王建国"))
    raise_dispute(shop.rival, contract_id, "客户先找的我")
    assert tab.badge() == before + 1
    titles = [need.title for need in needs(shop.manager).listed]
    assert "Invoice for 王建国, ¥1.00" in titles
    assert [title for title in titles if title.startswith("Commission of HT-")]
    assert "Invoice for 王建国, ¥1.00" not in [need.title for need in needs(shop.sales).listed]
