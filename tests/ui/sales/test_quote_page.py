"""A quote under the hands of a consultant: keys and clicks, wrong input, versions, what a role may not do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from models.kernel.errors import NotAllowed
from models.papers import lists as papers
from models.papers.facts import PaperKind
from models.sales import lists, quote_actions
from models.sales.quote_actions import LineForm, QuoteForm
from models.sales.states import QuoteState
from tests.ui.conftest import Shop
from tests.ui.hands import band, button, buttons, sees, type_text
from tests.ui.sales.conftest import Opened
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.preview import PaperPreview
from ui.sales.line_model import COLUMNS
from ui.sales.quote_page import QuotePage

LEFT = Qt.MouseButton.LeftButton


def car(shop: Shop, discount: int = 0) -> LineForm:
    return LineForm("vehicle", "澜川 V7", 18_980_000, discount=discount, item_id=shop.vehicle)


@pytest.fixture
def page(qtbot: QtBot, shop: Shop, open_sales: Opened) -> QuotePage:
    """An empty draft on its page, for the consultant."""
    quote_id = quote_actions.start_quote(shop.sales, shop.customer(), QuoteForm()).id
    window, tab = open_sales(shop.sales)
    window.open_record("quote", quote_id)
    return tab.quote_page


def add(qtbot: QtBot, page: QuotePage, text: str) -> None:
    """Type into the adding box and press Enter."""
    page.box.setFocus()
    type_text(qtbot, text, page.box)
    qtbot.keyClick(page.box, Qt.Key.Key_Return)


def editing(page: QuotePage) -> list[QLineEdit]:
    """The inputs open in the grid."""
    return [each for each in page.table.viewport().findChildren(QLineEdit) if each.isVisible()]


def open_cell(qtbot: QtBot, page: QuotePage, row: int, name: str, text: str) -> QLineEdit:
    """Go to a cell with the mouse and type over it; the input, still open."""
    index = page.lines.index(row, COLUMNS.index(name))
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=page.table.visualRect(index).center())
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    (editor,) = editing(page)
    editor.selectAll()
    type_text(qtbot, text, editor)
    return editor


def type_cell(qtbot: QtBot, page: QuotePage, row: int, name: str, text: str) -> None:
    qtbot.keyClick(open_cell(qtbot, page, row, name, text), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not editing(page))


def menu_action(page: QuotePage, name: str) -> QAction | None:
    """What stands in the menu of what is used now and then."""
    menu = button(page, "more").menu()
    return next((each for each in menu.actions() if each.objectName() == name), None)


def stored(shop: Shop, page: QuotePage) -> QuoteForm:
    """What the store holds of the quote on the page."""
    view = lists.quote_view(shop.owner, page.quote_id)
    lines = tuple(LineForm(e.category, e.name, e.unit_price, e.quantity, e.discount) for e in view.lines)
    return QuoteForm(lines, view.whole_discount, view.plan, view.valid_days, view.needs, view.note)


def test_typing_finds_goods_enter_adds_tab_moves(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    add(qtbot, page, "grm")
    assert [line.name for line in page.lines.lines] == ["澜川 V7", "隔热膜"]
    assert page.price.make_up.total.text() == "¥192,800.00"
    qtbot.keyClick(page.box, Qt.Key.Key_Tab)
    for text in ("2", "2500", "10%"):
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        assert editor is not page.box
        type_text(qtbot, text, editor)
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert page.box.hasFocus()
    film = page.lines.lines[1]
    assert (film.quantity, film.unit_price, film.discount) == (200, 250_000, 50_000)
    assert page.price.make_up.total.text() == "¥194,300.00"
    qtbot.waitUntil(lambda: not page.saver.dirty)
    assert [line.discount for line in stored(shop, page).lines] == [0, 50_000]
    assert page.saver.flush()


def test_what_is_not_in_the_catalogue_becomes_a_line_of_ones_own(qtbot: QtBot, page: QuotePage) -> None:
    type_text(qtbot, "Tow bar", page.box)
    page.box.look()
    qtbot.keyClick(page.box, Qt.Key.Key_Down)
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    line = page.lines.lines[0]
    assert (line.name, line.category, line.item_id, line.unit_price) == ("Tow bar", "accessory", None, 0)


def test_rows_of_a_spreadsheet_are_pasted(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    QGuiApplication.clipboard().setText("隔热膜\t2\t2800\t100\n拖车钩\t1\t899.50\n")
    qtbot.keyClick(page.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.saver.flush()
    lines = stored(shop, page).lines
    assert [(each.name, each.quantity, each.unit_price, each.discount) for each in lines] == [
        ("隔热膜", 200, 280_000, 10_000),
        ("拖车钩", 100, 89_950, 0),
    ]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("quantity", "two", "This is not a number: use digits and at most one point."),
        ("quantity", "0", "The quantity must be more than zero."),
        ("unit_price", "1e400", "This is not a number: use digits and at most one point."),
        ("unit_price", "NaN", "This is not a number: use digits and at most one point."),
        ("unit_price", "-5", "The amount cannot be negative."),
        ("unit_price", "1.234", "At most two decimals."),
        ("discount", "3000.01", "The discount is more than the line's price."),
    ],
)
def test_wrong_input_stays_in_its_cell_and_nothing_is_saved(
    qtbot: QtBot, shop: Shop, page: QuotePage, name: str, text: str, reason: str
) -> None:
    add(qtbot, page, "FILM")
    assert page.saver.flush()
    type_cell(qtbot, page, 0, name, text)
    cell = page.lines.index(0, COLUMNS.index(name))
    assert cell.data() == text
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == reason
    assert page.price.make_up.total.text() == "–"
    assert not page.saver.flush()
    assert stored(shop, page).lines == (LineForm("accessory", "隔热膜", 300_000),)
    qtbot.mouseClick(button(page, "go_to_problem"), LEFT)
    assert page.table.currentIndex() == cell
    type_cell(qtbot, page, 0, name, "１")
    assert page.saver.flush()
    assert page.price.make_up.total.text() != "–"


def test_wrong_input_survives_leaving_the_quote(qtbot: QtBot, shop: Shop, page: QuotePage, open_sales: Opened) -> None:
    add(qtbot, page, "FILM")
    type_cell(qtbot, page, 0, "unit_price", "28oo")
    quote_id = page.quote_id
    qtbot.mouseClick(button(page, "back"), LEFT)
    _window, tab = open_sales(shop.sales)
    tab.open_record("quote", quote_id)
    assert tab.quote_page.lines.lines[0].text("unit_price") == "28oo"
    type_cell(qtbot, tab.quote_page, 0, "unit_price", "2800")
    assert tab.quote_page.saver.flush()
    assert stored(shop, tab.quote_page).lines[0].unit_price == 280_000
    tab.quote_page.show_quote(quote_id)
    assert not tab.quote_page.saver.dirty


def test_the_discount_on_the_whole_and_the_validity_are_said_at_their_place(qtbot: QtBot, page: QuotePage) -> None:
    add(qtbot, page, "FILM")
    type_text(qtbot, "3000.01", page.price.whole)
    assert not page.saver.flush()
    assert page.price.whole.property("wrong") is True
    assert page.price.whole.text() == "3000.01"
    page.price.whole.selectAll()
    type_text(qtbot, "100", page.price.whole)
    assert page.saver.flush()
    page.head.days.selectAll()
    type_text(qtbot, "x", page.head.days)
    assert not page.saver.flush()
    assert page.head.days.property("wrong") is True
    page.head.days.selectAll()
    type_text(qtbot, "14", page.head.days)
    assert page.saver.flush()


def test_stages_follow_the_plan_and_the_total(qtbot: QtBot, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    page.plan.plan.setCurrentIndex(2)
    page.plan.plan.activated.emit(2)
    assert page.saver.flush()
    assert page.form().plan == "full"


def test_lines_are_removed_put_back_and_moved(qtbot: QtBot, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    add(qtbot, page, "FILM")
    page.table.setFocus()
    page.table.selectRow(0)
    with notices.recording() as record:
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
        assert [line.name for line in page.lines.lines] == ["隔热膜"]
        assert record.undo is not None
        record.undo[1]()
    assert [line.name for line in page.lines.lines] == ["澜川 V7", "隔热膜"]
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [line.name for line in page.lines.lines] == ["隔热膜", "澜川 V7"]


def test_beyond_authority_is_said_before_printing(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    type_cell(qtbot, page, 0, "discount", "9000")
    assert page.saver.flush()
    assert not button(page, "print").isEnabled()
    assert not button(page, "make_contract").isEnabled()
    assert "beyond your authority" in band(page)
    assert shop.manager.name in band(page)
    type_cell(qtbot, page, 0, "discount", "1000")
    assert page.saver.flush()
    assert button(page, "print").isEnabled()


def test_a_printed_quote_is_replaced_by_its_next_version(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    qtbot.mouseClick(button(page, "print"), LEFT)
    qtbot.waitUntil(lambda: bool(sees(page.window(), PaperPreview)))
    preview = sees(page.window(), PaperPreview)[0]
    qtbot.mouseClick(button(preview, "close"), LEFT)
    first = page.quote_id
    assert lists.quote_rows([first])[0].state is QuoteState.OFFERED
    type_cell(qtbot, page, 0, "discount", "1000")
    assert not page.saver.flush()
    assert stored(shop, page).lines[0].discount == 0
    with notices.recording() as record:
        qtbot.mouseClick(button(page, "save_version"), LEFT)
    assert "version 2" in record.told[0][0]
    assert page.quote_id != first
    assert stored(shop, page).lines[0].discount == 100_000
    assert lists.quote_rows([first])[0].state is QuoteState.SUPERSEDED
    qtbot.mouseClick(button(page, "edition_1"), LEFT)
    assert page.quote_id == first
    assert not page.lines.writable
    qtbot.mouseClick(button(page, "newest"), LEFT)
    assert page.lines.writable


def test_changes_of_a_printed_quote_can_be_discarded(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    assert page.saver.flush()
    quote_actions.offer_quote(shop.sales, page.quote_id)
    type_cell(qtbot, page, 0, "quantity", "3")
    assert page.saver.dirty
    qtbot.mouseClick(button(page, "discard"), LEFT)
    assert page.lines.lines[0].quantity == 100
    assert not page.saver.dirty


def test_two_seats_on_one_quote(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    page.saver._timer.stop()
    version = lists.quote_view(shop.manager, page.quote_id).version
    page.saver.dirty = True
    quote_actions.save_quote(shop.manager, page.quote_id, version, QuoteForm((car(shop, 100_000),)))
    assert not page.saver.flush()
    qtbot.mouseClick(button(page, "theirs"), LEFT)
    assert page.lines.lines[0].discount == 100_000
    type_cell(qtbot, page, 0, "quantity", "2")
    version = lists.quote_view(shop.manager, page.quote_id).version
    quote_actions.save_quote(shop.manager, page.quote_id, version, QuoteForm((car(shop),)))
    assert not page.saver.flush()
    qtbot.mouseClick(button(page, "mine"), LEFT)
    assert stored(shop, page).lines[0].quantity == 200


def test_declined_with_a_reason(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    menu_action(page, "decline").trigger()
    dialog = sees(page.window(), FormDialog)[-1]
    type_text(qtbot, "Bought elsewhere", dialog.form.editor("reason"))
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert lists.quote_rows([page.quote_id])[0].state is QuoteState.DECLINED
    assert not page.lines.writable
    assert menu_action(page, "decline") is None


def test_the_next_person_at_the_counter_sees_what_is_stored(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "FILM")
    type_cell(qtbot, page, 0, "unit_price", "28oo")
    assert not page.saver.flush()
    page.desk.session.actor = shop.cashier
    page.desk.refresh()
    assert page.lines.lines == []
    assert not page.lines.writable
    page.desk.session.actor = shop.sales
    page.desk.refresh()
    assert page.lines.lines[0].text("unit_price") == "28oo"


def test_who_may_not_quote_only_reads(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    quote_id = quote_actions.start_quote(shop.sales, shop.customer(), QuoteForm((car(shop),))).id
    window, tab = open_sales(shop.cashier)
    tab.open_record("quote", quote_id)
    assert buttons(tab.quote_page) & {"print", "make_contract"} == {"print"}
    assert menu_action(tab.quote_page, "decline") is None
    assert not tab.quote_page.lines.writable
    assert not tab.quote_page.box.isVisible()
    index = tab.quote_page.lines.index(0, COLUMNS.index("discount"))
    qtbot.mouseDClick(tab.quote_page.table.viewport(), LEFT, pos=tab.quote_page.table.visualRect(index).center())
    assert tab.quote_page.table.viewport().findChild(QLineEdit) is None
    with pytest.raises(NotAllowed):
        quote_actions.offer_quote(shop.cashier, quote_id)
    assert window.isVisible()


def test_what_goes_out_is_issued_what_is_looked_at_is_not(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    assert page.saver.flush()
    number = lists.quote_rows([page.quote_id])[0].number
    qtbot.mouseClick(button(page, "print"), LEFT)
    qtbot.waitUntil(lambda: bool(sees(page.window(), PaperPreview)))
    preview = sees(page.window(), PaperPreview)[0]
    assert papers.prints(PaperKind.QUOTE, number) == []
    sent: list[bytes] = []
    assert preview._final is not None
    preview._final(sent.append)
    qtbot.waitUntil(lambda: len(sent) == 1)
    preview._final(sent.append)
    qtbot.waitUntil(lambda: len(sent) == 2)
    assert [each.print_no for each in papers.prints(PaperKind.QUOTE, number)] == [2, 1]
    assert sent[0] != sent[1]
    qtbot.mouseClick(button(preview, "close"), LEFT)


def test_a_new_quote_from_the_list(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    shop.customer("欧阳䶮", "139 1234 5678", wish="家用，静音")
    window, tab = open_sales(shop.sales)
    qtbot.mouseClick(button(tab.list_page, "new_quote"), LEFT)
    box = window.findChild(QLineEdit, "quote_customer")
    type_text(qtbot, "5678", box)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert tab.widget.currentWidget() is tab.quote_page
    assert tab.quote_page.head.needs.text() == "家用，静音"
    qtbot.waitUntil(tab.quote_page.box.hasFocus)
