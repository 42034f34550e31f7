"""What follows a signed contract, through the window: amended, signed on the screen, called off, refunded, logged."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.carrying.actions import allow_plain
from models.carrying.kinds import Content, Form
from models.carrying.lists import departures
from models.kernel import clock
from models.sales import contract_actions, lists, payment_actions
from models.sales.amendment_actions import AmendmentForm, approve_amendment, draft_amendment, submit_amendment
from models.sales.cancellation_actions import CancellationForm, draft_cancellation
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm
from models.sales.quote_actions import LineForm
from models.sales.states import ContractState
from models.sales.supplement_lists import cancellation_view, supplements_of
from models.sales.supplement_states import Fault, SupplementState
from tests.ui.conftest import Shop
from tests.ui.hands import band, button, buttons, sees, type_text
from tests.ui.sales.conftest import Opened, drafted, signed, submitted
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, DateEdit
from ui.sales.contract_signing import SigningDialog

LEFT = Qt.MouseButton.LeftButton


def dialog_on(page: QWidget) -> FormDialog:
    return sees(page.window(), FormDialog)[-1]


def answer(qtbot: QtBot, page: QWidget, **typed: str) -> FormDialog:
    """Fill in the dialog that is open and accept it."""
    dialog = dialog_on(page)
    for name, text in typed.items():
        editor = dialog.form.editor(name)
        line = editor.line if isinstance(editor, DateEdit) else editor
        line.selectAll()
        type_text(qtbot, text, line)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    return dialog


def sign(qtbot: QtBot, page: QWidget, *, on_screen: bool = True) -> SigningDialog:
    """Sign in the dialog that is open: draw on every pad."""
    dialog = dialog_on(page)
    assert isinstance(dialog, SigningDialog)
    if on_screen:
        choices = dialog.how.findChildren(type(dialog.accept_button))
        qtbot.mouseClick(choices[-1], LEFT)
        qtbot.mouseClick(dialog.accept_button, LEFT)
        assert dialog.isVisible(), "nobody has signed yet"
        for pad in dialog.pads:
            qtbot.mousePress(pad, LEFT, pos=QPoint(40, 40))
            qtbot.mouseMove(pad, QPoint(200, 80))
            qtbot.mouseRelease(pad, LEFT, pos=QPoint(200, 80))
    qtbot.mouseClick(dialog.accept_button, LEFT)
    return dialog


def test_an_amendment_from_the_contract_to_its_signature(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    _window, tab = open_sales(shop.sales)
    tab.open_record("contract", contract_id)
    qtbot.mouseClick(button(tab.contract_page, "amend"), LEFT)
    answer(qtbot, tab.contract_page, reason="film wanted")
    page = tab.widget.currentWidget()
    assert "changes nothing" in band(page)
    type_text(qtbot, "贴膜", page.goods.box)
    qtbot.keyClick(page.goods.box, Qt.Key.Key_Return)
    if [each for each in sees(page.window(), FormDialog) if each.isVisible()]:
        answer(qtbot, page, unit_price="2680")
    page.goods.table.opened.emit(1)
    dialog = dialog_on(page)
    dialog.form.editor("unit_price").selectAll()
    qtbot.keyClicks(dialog.form.editor("unit_price"), "185000")
    qtbot.keyClick(dialog.form.editor("unit_price"), Qt.Key.Key_Return)
    assert [row.state[0] for row in page.goods.rows()] == ["Changed", "Added item"]
    qtbot.mouseClick(button(page, "facts"), LEFT)
    answer(qtbot, page, **{"subject.delivery_date": "2037-05-02"})
    assert page.view.subject == {"delivery_date": "2037-05-02"}
    qtbot.mouseClick(button(page, "submit"), LEFT)
    amendment_id = page.view.row.id
    assert supplements_of(contract_id)[0].state is SupplementState.SUBMITTED
    _window, tab = open_sales(shop.manager)
    tab.open_record("amendment", amendment_id)
    page = tab.widget.currentWidget()
    qtbot.mouseClick(button(page, "approve"), LEFT)
    answer(qtbot, page, reason="fine")
    approve_amendment(shop.cashier, amendment_id)
    _window, tab = open_sales(shop.sales)
    tab.open_record("contract", contract_id)
    qtbot.mouseClick(button(tab.contract_page, "supplement"), LEFT)
    page = tab.widget.currentWidget()
    qtbot.mouseClick(button(page, "sign"), LEFT)
    sign(qtbot, page)
    view = lists.contract_view(shop.sales, contract_id)
    assert view.row.total == page.view.total == sum(stage.amount for stage in view.stages)
    assert "Signed" in band(page)
    assert page.view.signatures[0].name == "王建国"


def test_a_wrong_line_is_told_and_nothing_is_saved(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    amendment_id = draft_amendment(shop.sales, contract_id, AmendmentForm("x")).id
    _window, tab = open_sales(shop.sales)
    tab.open_record("amendment", amendment_id)
    page = tab.widget.currentWidget()
    page.goods.table.opened.emit(1)
    with notices.recording() as record:
        answer(qtbot, page, discount="999999999")
    assert record.told
    assert page.view.change == 0


def test_a_contract_is_called_off_and_the_refund_paid_out(
    qtbot: QtBot, shop: Shop, open_sales: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[int] = []
    monkeypatch.setattr("ui.kit.papers.print_at_once", lambda page, actor, kind, record: printed.append(record))
    contract_id = signed(shop)
    form = PaymentForm(1_500_000, PaymentMethod.CASH, "王建国")
    payment_actions.take_payment(shop.cashier, contract_id, form)
    _window, tab = open_sales(shop.sales)
    tab.open_record("contract", contract_id)
    qtbot.mouseClick(button(tab.contract_page, "call_off"), LEFT)
    dialog = answer(qtbot, tab.contract_page, reason="moves away", refund="6000")
    assert dialog.form.field("because").error
    answer(qtbot, tab.contract_page, because="old customer")
    page = tab.widget.currentWidget()
    cancellation_id = page.view.row.id
    assert (page.view.refund, page.view.proposed) == (600_000, 500_000)
    qtbot.mouseClick(button(page, "submit"), LEFT)
    _window, tab = open_sales(shop.manager)
    tab.open_record("cancellation", cancellation_id)
    page = tab.widget.currentWidget()
    qtbot.mouseClick(button(page, "approve"), LEFT)
    answer(qtbot, page)
    qtbot.mouseClick(button(page, "sign"), LEFT)
    sign(qtbot, page, on_screen=False)
    assert lists.contract_rows([contract_id])[0].state is ContractState.CANCELLED
    _window, tab = open_sales(shop.cashier)
    tab.open_record("contract", contract_id)
    qtbot.mouseClick(button(tab.contract_page, "supplement"), LEFT)
    page = tab.widget.currentWidget()
    qtbot.keyClick(page, Qt.Key.Key_F6)
    dialog = answer(qtbot, page, amount="6000.01")
    assert dialog.form.field("amount").error
    answer(qtbot, page, amount="6000")
    assert len(printed) == 1
    assert cancellation_view(shop.cashier, cancellation_id).refunded == 600_000
    assert "settled" in band(page)
    assert "pay_refund" not in buttons(page)


def test_withdrawing_leaves_the_contract_as_it_was(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    form = CancellationForm(Fault.STORE, "x")
    cancellation_id = draft_cancellation(shop.sales, contract_id, form).id
    _window, tab = open_sales(shop.sales)
    tab.open_record("cancellation", cancellation_id)
    page = tab.widget.currentWidget()
    qtbot.mouseClick(button(page, "withdraw"), LEFT)
    answer(qtbot, page, reason="customer stays")
    assert "customer stays" in band(page)
    qtbot.mouseClick(button(page, "back"), LEFT)
    assert tab.widget.currentWidget() is tab.contract_page
    assert {"amend", "call_off"} <= buttons(tab.contract_page)


def test_an_exception_is_logged_from_its_contract(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    _window, tab = open_sales(shop.sales)
    tab.open_record("contract", contract_id)
    qtbot.mouseClick(button(tab.contract_page, "log_exception"), LEFT)
    dialog = dialog_on(tab.contract_page)
    dialog.form.editor("what").insertPlainText("grey ordered, blue sold")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    page = tab.widget.currentWidget()
    qtbot.mouseClick(button(page, "add_entry"), LEFT)
    dialog = dialog_on(page)
    kind = dialog.form.editor("kind")
    assert isinstance(kind, ChipChoice)
    dialog.form.editor("text").insertPlainText("a free service")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert [each.text for each in page._view.entries] == ["a free service"]
    qtbot.mouseClick(button(page, "contract"), LEFT)
    assert tab.widget.currentWidget() is tab.contract_page


def test_an_empty_contract_is_filled_with_goods(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = contract_actions.start_contract(shop.sales, shop.customer()).id
    _window, tab = open_sales(shop.sales)
    tab.open_record("contract", contract_id)
    page = tab.contract_page
    type_text(qtbot, "V7", page.goods.box)
    qtbot.keyClick(page.goods.box, Qt.Key.Key_Return)
    if [each for each in sees(page.window(), FormDialog) if each.isVisible()]:
        answer(qtbot, page, unit_price="189800")
    view = lists.contract_view(shop.sales, contract_id)
    assert view.row.total == 18_980_000
    assert page.goods.writable
    other = drafted(shop)
    tab.open_record("contract", other)
    assert not page.goods.writable, "goods of a quote are changed on the quote"


def test_the_ledger_is_filtered_printed_and_saved(qtbot: QtBot, shop: Shop, open_sales: Opened, tmp_path: Path) -> None:
    contract_id = signed(shop)
    submitted(shop)
    amendment_id = draft_amendment(
        shop.sales, contract_id, AmendmentForm("x", added=(LineForm("accessory", "=1+1", 80_000),))
    ).id
    submit_amendment(shop.sales, amendment_id)
    _window, tab = open_sales(shop.cashier)
    tab.show_ledger()
    page = tab.ledger_page
    assert page.table.records.ids == [contract_id]
    page.period.set_value("before")
    page.look()
    assert page.table.records.ids == []
    page.period.set_value("own")
    page.first.set_value(clock.today())
    page.look()
    assert page.table.records.ids == [contract_id]
    with notices.recording() as record:
        page.save(tmp_path / "ledger.csv")
    assert "encrypted only" in record.told[-1][0]
    assert list(tmp_path.glob("ledger*")) == []
    allow_plain(shop.owner, True)
    page.save(tmp_path / "ledger.csv")
    saved = (tmp_path / "ledger.csv").read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf")
    assert b"189800.00" in saved
    (left,) = departures()
    assert (left.contents, left.form, left.first, left.last) == ((Content.LEDGER,), Form.CSV, clock.today(), None)
    assert (left.who, left.lines, left.size) == ("方若云", 1, len(saved))
    assert (left.place, left.name, left.encrypted) == (str(tmp_path), "ledger.csv", False)
    with notices.recording() as record:
        page.save(tmp_path / "nowhere" / "ledger.csv")
    assert "choose another place" in record.told[-1][0]
    page.table.opened.emit(contract_id)
    assert tab.widget.currentWidget() is tab.contract_page
