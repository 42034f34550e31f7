"""From the quote to the receipt through the window, each step by whose it is; and what may not be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.cashier import invoice_actions
from models.cashier.invoice_actions import InvoiceForm
from models.cashier.lists import invoices_of
from models.kernel import clock
from models.kernel.errors import NotAllowed
from models.kernel.permissions import Actor
from models.papers import lists as papers
from models.papers.facts import PaperKind
from models.sales import cancellation_actions as cancelling
from models.sales import contract_actions, lists, payment_actions, quote_actions
from models.sales.cancellation_actions import CancellationForm
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm
from models.sales.quote_actions import QuoteForm
from models.sales.states import ContractState, Decision
from models.sales.supplement_states import Fault
from tests.models.sales.lives import approve_cancellation_fully
from tests.ui.conftest import Shop
from tests.ui.hands import band, button, buttons, sees, type_text
from tests.ui.sales.conftest import SUBJECT, VIN, Opened, drafted, signed, submitted
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import DateEdit
from ui.sales.contract_page import ContractPage

LEFT = Qt.MouseButton.LeftButton


def state(contract_id: int) -> ContractState:
    return lists.contract_rows([contract_id])[0].state


def fill(qtbot: QtBot, page: ContractPage, name: str, text: str) -> None:
    """Type over what stands in a field of the draft."""
    assert page.fields.form is not None
    editor = page.fields.form.editor(name)
    line = editor.line if isinstance(editor, DateEdit) else editor
    line.setFocus()
    line.selectAll()
    type_text(qtbot, text, line)


def error(page: ContractPage, name: str) -> str:
    assert page.fields.form is not None
    return page.fields.form.field(name).error


def answer(qtbot: QtBot, page: ContractPage, **typed: str) -> FormDialog:
    """Fill in the dialog that is open and accept it."""
    dialog = sees(page.window(), FormDialog)[-1]
    for name, text in typed.items():
        editor = dialog.form.editor(name)
        line = editor.line if isinstance(editor, DateEdit) else editor
        line.selectAll()
        type_text(qtbot, text, line)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    return dialog


@pytest.fixture
def page_of(open_sales: Opened) -> Callable[[int, Actor], ContractPage]:
    """The page of a contract, for one person after another."""

    def opening(contract_id: int, actor: Actor) -> ContractPage:
        window, tab = open_sales(actor)
        window.open_record("contract", contract_id)
        return tab.contract_page

    return opening


PageOf = Callable[[int, Actor], ContractPage]


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="this PC has a printer")
def test_from_the_quote_to_the_receipt(
    qtbot: QtBot, shop: Shop, open_sales: Opened, page_of: PageOf, tmp_path: Path
) -> None:
    quote_id = quote_actions.start_quote(shop.sales, shop.customer(), QuoteForm()).id
    window, tab = open_sales(shop.sales)
    window.open_record("quote", quote_id)
    type_text(qtbot, "V7", tab.quote_page.box)
    qtbot.keyClick(tab.quote_page.box, Qt.Key.Key_Return)
    qtbot.mouseClick(button(tab.quote_page, "make_contract"), LEFT)
    page = tab.contract_page
    assert page.isVisible()
    contract_id = page.contract_id
    assert "Still missing: Brand, Colour, Hand-over, Place." in band(page)
    for code, text in SUBJECT.items():
        fill(qtbot, page, f"subject.{code}", text)
    fill(qtbot, page, "subject.vin", VIN)
    qtbot.waitUntil(lambda: not page.saver.dirty)
    qtbot.mouseClick(button(page, "submit"), LEFT)
    assert state(contract_id) is ContractState.SUBMITTED
    assert shop.manager.name in band(page)
    assert "approve" not in buttons(page)

    page = page_of(contract_id, shop.manager)
    qtbot.mouseClick(button(page, "approve"), LEFT)
    answer(qtbot, page, note="Fine")
    page = page_of(contract_id, shop.cashier)
    qtbot.mouseClick(button(page, "approve"), LEFT)
    answer(qtbot, page)
    assert state(contract_id) is ContractState.APPROVED

    page = page_of(contract_id, shop.sales)
    qtbot.mouseClick(button(page, "sign"), LEFT)
    answer(qtbot, page)
    assert state(contract_id) is ContractState.SIGNED
    assert "Deposit ¥10,000.00" in band(page)
    assert "take_payment" not in buttons(page)

    page = page_of(contract_id, shop.cashier)
    with notices.recording() as record:
        assert button(page, "take_payment").isEnabled()
        qtbot.keyClick(page, Qt.Key.Key_F6)
        dialog = sees(page.window(), FormDialog)[-1]
        transfer = dialog.form.editor("method").findChildren(type(dialog.accept_button))[2]
        qtbot.mouseClick(transfer, LEFT)
        qtbot.keyClick(transfer, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(record.asked))
        record.answer("save")
    (payment,) = lists.payments(contract_id)
    assert (payment.amount, payment.method, payment.payer) == (1_000_000, PaymentMethod.TRANSFER, "王建国")
    with notices.recording() as record:
        page.window().findChild(QFileDialog).fileSelected.emit(str(tmp_path / "receipt.pdf"))
        qtbot.waitUntil(lambda: bool(record.told))
    page.window().findChild(QFileDialog).reject()
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF")
    assert [each.print_no for each in papers.prints(PaperKind.RECEIPT, payment.number)] == [1]
    qtbot.waitUntil(lambda: "Balance ¥179,800.00" in band(page))


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("subject.vin", "LYH7V2A58TAO00317", "A VIN has no I, O or Q."),
        ("subject.vin", "LYH7V2A58TAQ00317", "A VIN has no I, O or Q."),
        ("subject.vin", "LYH7V2A58TAI00317", "A VIN has no I, O or Q."),
        ("subject.vin", "LYH7V2A58", "A VIN has 17 characters; this has 9."),
        ("subject.delivery_date", "2027-02-31", "There is no such day in the calendar."),
        ("subject.delivery_date", "tomorrow", "Type the date as 2026-11-21."),
        ("subject.quantity", "one", "This is not a number: use digits and at most one point."),
        ("parties.0.name", " ", "Type a name."),
        ("parties.0.phone", "12", None),
    ],
)
def test_wrong_facts_are_said_at_their_field_and_kept_as_typed(
    qtbot: QtBot, shop: Shop, page_of: PageOf, name: str, text: str, reason: str | None
) -> None:
    contract_id = drafted(shop)
    page = page_of(contract_id, shop.sales)
    before = lists.contract_view(shop.sales, contract_id).version
    fill(qtbot, page, name, text)
    assert not page.saver.flush()
    assert error(page, name) == reason if reason else error(page, name)
    editor = page.fields.form.editor(name)
    assert (editor.line if isinstance(editor, DateEdit) else editor).text() == text
    assert lists.contract_view(shop.sales, contract_id).version == before


def test_full_width_digits_are_understood(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    contract_id = drafted(shop)
    page = page_of(contract_id, shop.sales)
    day = clock.today() + timedelta(days=90)
    full_width = str.maketrans("0123456789", "０１２３４５６７８９")
    fill(qtbot, page, "subject.delivery_date", f"{day.year}年{day.month}月{day.day}日".translate(full_width))
    assert page.saver.flush()
    assert lists.contract_view(shop.sales, contract_id).subject["delivery_date"] == day.isoformat()
    balance = lists.contract_view(shop.sales, contract_id).stages[1]
    assert balance.due_on == day - timedelta(days=1)


def test_a_second_buyer(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    contract_id = drafted(shop)
    page = page_of(contract_id, shop.sales)
    fill(qtbot, page, "subject.brand", "澜川")
    qtbot.mouseClick(button(page, "second_buyer"), LEFT)
    fill(qtbot, page, "parties.1.name", "李娜")
    assert page.saver.flush()
    view = lists.contract_view(shop.sales, contract_id)
    assert [party.name for party in view.parties] == ["王建国", "李娜"]
    assert view.subject["brand"] == "澜川"
    qtbot.mouseClick(button(page, "one_buyer"), LEFT)
    assert page.saver.flush()
    assert len(lists.contract_view(shop.sales, contract_id).parties) == 1


def test_what_is_missing_can_be_gone_to(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    page = page_of(drafted(shop), shop.sales)
    qtbot.mouseClick(button(page, "fill_in"), LEFT)
    assert page.fields.form is not None
    qtbot.waitUntil(page.fields.form.editor("subject.brand").hasFocus)


def test_returned_with_a_reason(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    contract_id = submitted(shop)
    page = page_of(contract_id, shop.manager)
    qtbot.mouseClick(button(page, "return"), LEFT)
    dialog = answer(qtbot, page)
    assert dialog.form.field("reason").error == "Give a reason."
    answer(qtbot, page, reason="Colour missing")
    assert state(contract_id) is ContractState.DRAFT
    page = page_of(contract_id, shop.sales)
    assert "Colour missing" in band(page)
    assert [each.decision for each in page.view.approvals] == [Decision.RETURNED, Decision.RETURNED]
    assert "submit" in buttons(page)


def test_a_cancelled_contract_says_why(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    contract_id = submitted(shop)
    page = page_of(contract_id, shop.manager)
    qtbot.mouseClick(button(page, "cancel_contract"), LEFT)
    answer(qtbot, page, reason="Loan refused")
    assert state(contract_id) is ContractState.CANCELLED
    assert "Loan refused" in band(page)
    assert (page.steps.steps, page.steps.current) == (("Draft", "Submitted", "Cancelled"), 2)


def test_a_signed_contract_is_called_off_from_its_own_page(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    page = page_of(signed(shop), shop.manager)
    assert "cancel_contract" not in buttons(page)
    assert {"amend", "call_off"} <= buttons(page)


def test_the_day_of_signing_cannot_lie_ahead(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    contract_id = submitted(shop)
    contract_actions.approve_contract(shop.manager, contract_id)
    contract_actions.approve_contract(shop.cashier, contract_id)
    page = page_of(contract_id, shop.sales)
    qtbot.mouseClick(button(page, "sign"), LEFT)
    for text in ((clock.today() + timedelta(days=1)).isoformat(), "2026-02-31"):
        dialog = answer(qtbot, page, signed_on=text)
        assert dialog.form.field("signed_on").error
        assert dialog.isVisible()
    answer(qtbot, page, signed_on=clock.today().isoformat())
    assert state(contract_id) is ContractState.SIGNED


@pytest.mark.parametrize("amount", ["0", "-5", "abc", "1e400", "NaN", "1.234", "99999999999999"])
def test_wrong_amounts_are_not_taken(qtbot: QtBot, shop: Shop, page_of: PageOf, amount: str) -> None:
    contract_id = signed(shop)
    page = page_of(contract_id, shop.cashier)
    qtbot.mouseClick(button(page, "take_payment"), LEFT)
    dialog = answer(qtbot, page, amount=amount)
    assert dialog.form.field("amount").error
    assert dialog.form.editor("amount").text() == amount
    assert lists.payments(contract_id) == []
    dialog.reject()


def test_a_payment_is_reversed_once_with_a_reason(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    contract_id = signed(shop)
    form = PaymentForm(1_000_000, PaymentMethod.CASH, "王建国")
    payment_id = payment_actions.take_payment(shop.cashier, contract_id, form).id
    page = page_of(contract_id, shop.cashier)
    qtbot.mouseClick(button(page, f"reverse_{payment_id}"), LEFT)
    answer(qtbot, page, reason="Typed twice")
    assert [each.amount for each in lists.payments(contract_id)] == [1_000_000, -1_000_000]
    assert not {each for each in buttons(page) if each.startswith("reverse_")}
    page = page_of(contract_id, shop.sales)
    assert not {each for each in buttons(page) if each.startswith("reverse_")}
    with pytest.raises(NotAllowed):
        payment_actions.reverse_payment(shop.sales, payment_id, "x")


def test_a_scan_is_put_beside_the_contract(qtbot: QtBot, shop: Shop, page_of: PageOf, tmp_path: Path) -> None:
    contract_id = signed(shop)
    page = page_of(contract_id, shop.sales)
    picture = QPixmap(40, 60)
    picture.fill(Qt.GlobalColor.white)
    picture.save(str(tmp_path / "signed.png"))
    (tmp_path / "letter.txt").write_text("no picture")
    qtbot.mouseClick(button(page, "attach"), LEFT)
    dialog = page.findChild(QFileDialog)
    with notices.recording() as record:
        dialog.fileSelected.emit(str(tmp_path / "letter.txt"))
        dialog.fileSelected.emit(str(tmp_path / "gone.pdf"))
        dialog.fileSelected.emit(str(tmp_path / "signed.png"))
    dialog.reject()
    assert [tone for _text, tone in record.told] == ["warn", "bad", "ok"]
    (kept,) = papers.attachments("contract", contract_id)
    assert kept.name.endswith("王建国.png")
    assert lists.contract_view(shop.sales, contract_id).signed_copy


def test_who_may_not_apply_reads_masks(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    contract_id = drafted(shop)
    page = page_of(contract_id, shop.reception)
    assert page.fields.form is None
    assert buttons(page) & {"submit", "fill_in", "attach"} == {"attach"}
    with pytest.raises(NotAllowed):
        contract_actions.submit_contract(shop.reception, contract_id)


def test_a_change_elsewhere_shows_at_once(qtbot: QtBot, shop: Shop, page_of: PageOf) -> None:
    contract_id = submitted(shop)
    page = page_of(contract_id, shop.sales)
    contract_actions.approve_contract(shop.manager, contract_id)
    assert shop.cashier.name in band(page)


def test_a_payment_opens_its_contract(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    contract_id = signed(shop)
    form = PaymentForm(1_000_000, PaymentMethod.CASH, "王建国")
    payment_id = payment_actions.take_payment(shop.cashier, contract_id, form).id
    window, tab = open_sales(shop.cashier)
    window.open_record("payment", payment_id)
    assert tab.contract_page.contract_id == contract_id


def test_a_cancelled_sale_names_the_invoice_to_be_reversed(shop: Shop, page_of: PageOf) -> None:
    contract_id = signed(shop)
    total = lists.contract_rows([contract_id])[0].total
    payment_actions.take_payment(shop.cashier, contract_id, PaymentForm(total, PaymentMethod.CARD, "王建国"))
    invoice_id = invoice_actions.ask_invoice(shop.sales, contract_id, InvoiceForm(total, "王建国")).id
    invoice_actions.approve_invoice(shop.manager, invoice_id)
    invoice_actions.make_out_invoice(shop.cashier, invoice_id)
    (number,) = (each.number for each in invoices_of(contract_id))
    called_off = cancelling.draft_cancellation(shop.sales, contract_id, CancellationForm(Fault.STORE, "缺货")).id
    cancelling.submit_cancellation(shop.sales, called_off)
    approve_cancellation_fully(shop, called_off)  # type: ignore[arg-type]  # it has the same people
    cancelling.sign_cancellation(shop.sales, called_off)
    page = page_of(contract_id, shop.sales)
    assert f"Still to be reversed: {number}." in band(page)
    assert (page.steps.steps[-1], page.steps.current) == ("Cancelled", 4)
    invoice_actions.reverse_invoice(shop.cashier, invoice_id, "退车")
    assert "Still to be reversed" not in band(page_of(contract_id, shop.sales))
