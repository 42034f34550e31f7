"""What stands beside a quote's lines under the hands of people: options, offers, approvals, comparison, questions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.catalog.actions import ItemForm, OptionForm, StockForm, change_item
from models.catalog.kinds import Availability, OptionKind
from models.kernel import clock
from models.kernel.permissions import Actor
from models.sales import lists, quote_actions
from models.sales.finance import FinanceMethod
from models.sales.quote_actions import LineForm, QuoteForm
from models.sales.quote_forms import OfferForm
from models.sales.states import QuoteState
from tests.ui.conftest import Shop
from tests.ui.hands import band, button, buttons, sees, type_text
from tests.ui.sales.conftest import Opened
from tests.ui.sales.test_quote_page import add, menu_action, type_cell
from ui.kit.chips import Chip
from ui.kit.dialogs import FormDialog, Sheet
from ui.kit.preview import PaperPreview
from ui.sales.line_model import COLUMNS
from ui.sales.quote_page import QuotePage
from ui.sales.tab import SalesTab

LEFT = Qt.MouseButton.LeftButton
PRICE = 18_980_000


@pytest.fixture
def told(shop: Shop) -> None:
    """The car with two colours and a roof, in transit, something of it scarce."""
    day = clock.today() + timedelta(days=6)
    change_item(
        *(shop.owner, shop.vehicle, 1),
        ItemForm(
            *("V7", "vehicle", "澜川 V7", PRICE),
            options=(
                OptionForm(OptionKind.COLOUR, "红"),
                OptionForm(OptionKind.COLOUR, "白", 300_000),
                OptionForm(OptionKind.OPTION, "天窗", 600_000),
            ),
            stock=StockForm(Availability.IN_TRANSIT, day, scarce="红色一台", scarce_until=day),
        ),
    )


@pytest.fixture
def page(qtbot: QtBot, shop: Shop, open_sales: Opened) -> QuotePage:
    """An empty draft on its page, for the consultant."""
    return opened(open_sales, shop.sales, started(shop)).quote_page


def started(shop: Shop, *lines: LineForm, customer_id: int = 0, **rest: object) -> int:
    customer_id = customer_id or shop.customer()
    return quote_actions.start_quote(shop.sales, customer_id, QuoteForm(lines, **rest)).id


def opened(open_sales: Opened, who: Actor, quote_id: int) -> SalesTab:
    window, tab = open_sales(who)
    window.open_record("quote", quote_id)
    return tab


def car(shop: Shop, discount: int = 0) -> LineForm:
    return LineForm("vehicle", "澜川 V7", PRICE, discount=discount, item_id=shop.vehicle)


def dialog(page: QWidget) -> FormDialog:
    """The form that is open."""
    (found,) = [each for each in sees(page.window(), FormDialog) if each.isVisible()]
    return found


def fill(qtbot: QtBot, page: QWidget, **texts: str) -> FormDialog:
    """Type into the form that is open."""
    form = dialog(page)
    for name, text in texts.items():
        editor = form.form.editor(name)
        editor.selectAll()
        type_text(qtbot, text, editor)
    return form


def said(widget: QWidget) -> str:
    """Everything that can be read on a widget; what was just put there shows itself first."""
    QApplication.processEvents()
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


@pytest.mark.usefixtures("told")
def test_colour_and_options_are_picked_with_f4(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    qtbot.keyClick(page.box, Qt.Key.Key_F4)
    form = dialog(page)
    form.form.editor("colour").setCurrentIndex(2)
    roof = next(each for each in form.form.values() if each.startswith("option_"))
    qtbot.mouseClick(form.form.editor(roof), LEFT)
    qtbot.mouseClick(form.accept_button, LEFT)
    assert page.price.make_up.total.text() == "¥198,800.00"
    assert page.saver.flush()
    (line,) = lists.quote_view(shop.owner, page.quote_id).lines
    assert [each.name for each in line.options] == ["白", "天窗"]
    assert (line.unit_price, line.listed) == (PRICE + 900_000, PRICE + 900_000)
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_F4)
    form = dialog(page)
    form.form.editor("colour").setCurrentIndex(0)
    qtbot.mouseClick(form.accept_button, LEFT)
    assert page.lines.lines[0].unit_price == PRICE + 600_000
    assert page.lines.lines[0].about == "天窗"


@pytest.mark.usefixtures("told")
def test_is_there_one_is_answered_for_each_line(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    day = clock.today() + timedelta(days=6)
    cell = page.lines.index(0, COLUMNS.index("stock"))
    assert cell.data() in (day.strftime("%m-%d"), day.isoformat())
    assert f"expected {day.isoformat()}" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "红色一台, until" in said(page.aside.stock)
    type_text(qtbot, "2020-01-01", page.aside.stock.day.line)
    assert not page.saver.flush()
    assert "This day has passed." in said(page.aside.stock)
    page.aside.stock.day.line.selectAll()
    type_text(qtbot, "2036-12-01", page.aside.stock.day.line)
    assert page.saver.flush()
    assert str(lists.quote_view(shop.owner, page.quote_id).expected_on) == "2036-12-01"


def test_a_trade_in_is_typed_as_it_is_spoken(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    type_text(qtbot, "Old car", page.box)
    page.box.look()
    page.box.open_hit(next(hit for hit in page.box.results if hit.detail == "Trade-in"))
    type_cell(qtbot, page, 1, "unit_price", "58000")
    assert page.lines.index(1, COLUMNS.index("unit_price")).data() == "−58,000.00"
    assert page.price.make_up.total.text() == "¥131,800.00"
    assert page.saver.flush()
    assert lists.quote_view(shop.owner, page.quote_id).row.total == PRICE - 5_800_000
    assert "58,000.00 deducted from the price" in band(page)


def test_cash_beside_finance(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    panel = page.aside.finance
    assert not panel.add_button.isEnabled()
    add(qtbot, page, "V7")
    qtbot.mouseClick(panel.add_button, LEFT)
    form = fill(qtbot, page, name="ICBC", down_payment="200000")
    qtbot.mouseClick(form.accept_button, LEFT)
    assert "must be less than the total" in form.form.field("down_payment").error
    fill(qtbot, page, down_payment="50000", months="24", rate="3.6")
    qtbot.mouseClick(form.accept_button, LEFT)
    assert page.saver.flush()
    (offer,) = lists.quote_view(shop.owner, page.quote_id).offers
    assert offer == OfferForm(FinanceMethod.EQUAL_INSTALMENTS, 5_000_000, 24, 360, 0, "ICBC", True)
    assert "139,800.00" in said(panel)
    assert "Total cost" in said(panel)
    qtbot.mouseClick(button(panel, "offers_beside"), LEFT)
    (sheet,) = [each for each in page.window().findChildren(Sheet) if each.isVisible()]
    assert "Cash" in said(sheet)
    assert "ICBC" in said(sheet)
    qtbot.mouseClick(button(sheet, "close"), LEFT)
    qtbot.mouseClick(panel.chips.button("-1"), LEFT)
    assert page.saver.flush()
    assert not lists.quote_view(shop.owner, page.quote_id).offers[0].chosen
    type_cell(qtbot, page, 0, "unit_price", "40000")
    assert not page.saver.flush()
    assert "must be less than the total of 40,000.00" in said(panel)
    qtbot.mouseClick(panel.chips.button("0"), LEFT)
    qtbot.mouseClick(button(panel, "remove_offer"), LEFT)
    assert page.saver.flush()
    assert lists.quote_view(shop.owner, page.quote_id).offers == ()


def test_offers_that_cannot_be_saved_yet_are_kept(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    offer = OfferForm(FinanceMethod.EQUAL_PRINCIPAL, 5_000_000, 24, 360, chosen=True)
    quote_id = started(shop, car(shop), offers=(offer,))
    page = opened(open_sales, shop.sales, quote_id).quote_page
    type_cell(qtbot, page, 0, "unit_price", "28oo")
    assert not page.saver.flush()
    page.show_quote(quote_id)
    assert page.aside.finance.offers == [offer]
    assert page.lines.lines[0].text("unit_price") == "28oo"


def test_from_asking_to_printing(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    quote_id = started(shop, car(shop, 900_000))
    page = opened(open_sales, shop.sales, quote_id).quote_page
    assert "Vehicle 4.74 % off, allowed 2 %" in band(page)
    assert shop.manager.name in band(page)
    assert not button(page, "print").isEnabled()
    qtbot.mouseClick(button(page, "submit"), LEFT)
    form = dialog(page)
    type_text(qtbot, "Old customer", form.form.editor("wish"))
    qtbot.mouseClick(form.accept_button, LEFT)
    assert "asked" in band(page)
    assert "submit" not in buttons(page)
    assert "Old customer" in said(page.aside.approvals)
    tab = opened(open_sales, shop.manager, quote_id)
    assert tab.badge() == 1
    page = tab.quote_page
    assert "Old customer" in band(page)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    qtbot.mouseClick(dialog(page).accept_button, LEFT)
    assert tab.badge() == 0
    page = opened(open_sales, shop.sales, quote_id).quote_page
    assert shop.manager.name in band(page)
    assert button(page, "print").isEnabled()
    type_cell(qtbot, page, 0, "discount", "9000.01")
    assert page.saver.flush()
    assert "Void" in "".join(chip.text for chip in chips(page.aside.approvals))
    assert not button(page, "print").isEnabled()
    type_cell(qtbot, page, 0, "discount", "100")
    assert page.saver.flush()
    qtbot.mouseClick(button(page, "print"), LEFT)
    qtbot.waitUntil(lambda: bool(sees(page.window(), PaperPreview)))
    assert lists.quote_rows([quote_id])[0].state is QuoteState.OFFERED
    preview = sees(page.window(), PaperPreview)[0]
    qtbot.mouseClick(button(preview, "close"), LEFT)


def chips(widget: QWidget) -> list[Chip]:
    """The states that can be seen on a widget."""
    QApplication.processEvents()
    return [each for each in widget.findChildren(Chip) if each.isVisibleTo(widget)]


def test_a_return_needs_its_reason(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    quote_id = started(shop, car(shop, 900_000))
    page = opened(open_sales, shop.sales, quote_id).quote_page
    qtbot.mouseClick(button(page, "submit"), LEFT)
    qtbot.mouseClick(dialog(page).accept_button, LEFT)
    page = opened(open_sales, shop.manager, quote_id).quote_page
    qtbot.mouseClick(button(page, "return"), LEFT)
    form = dialog(page)
    qtbot.mouseClick(form.accept_button, LEFT)
    assert form.form.field("reason").error
    type_text(qtbot, "2 % at most", form.form.editor("reason"))
    qtbot.mouseClick(form.accept_button, LEFT)
    page = opened(open_sales, shop.sales, quote_id).quote_page
    assert "2 % at most" in said(page.aside.approvals)
    assert "was not approved: 2 % at most" in said(page.aside.open)
    assert "submit" in buttons(page)


def test_quotes_and_versions_side_by_side(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    customer_id = shop.customer()
    film = LineForm("accessory", "隔热膜", 300_000, item_id=shop.film)
    first = started(shop, car(shop), film, customer_id=customer_id)
    second = started(shop, car(shop), customer_id=customer_id)
    tab = opened(open_sales, shop.sales, second)
    menu_action(tab.quote_page, "beside").trigger()
    page = tab.compare_page
    assert tab.widget.currentWidget() is page
    assert page.quote_ids == [first, second]
    bold = [each.text() for each in page.findChildren(QLabel) if each.property("differs")]
    assert bold == ["3,000.00", "–", "3,000.00", "–", "192,800.00", "189,800.00"]
    qtbot.mouseClick(button(page, "print"), LEFT)
    qtbot.waitUntil(lambda: bool(sees(page.window(), PaperPreview)))
    qtbot.mouseClick(button(sees(page.window(), PaperPreview)[0], "close"), LEFT)
    qtbot.mouseClick(button(page, f"quote_{first}"), LEFT)
    assert tab.quote_page.quote_id == first
    quote_actions.offer_quote(shop.sales, first)
    newer = quote_actions.save_quote(shop.sales, first, 2, QuoteForm((car(shop),))).id
    tab.open_record("quote", newer)
    qtbot.mouseClick(button(tab.quote_page, "what_changed"), LEFT)
    assert page.quote_ids == [first, newer]
    assert "print" not in buttons(page)
    qtbot.mouseClick(button(page, "back"), LEFT)
    assert tab.widget.currentWidget() is tab.quote_page


def test_one_quote_alone_says_how_to_compare(qtbot: QtBot, shop: Shop, page: QuotePage, open_sales: Opened) -> None:
    menu_action(page, "beside").trigger()
    compare = page.window().tab("sales").compare_page
    assert "Make another quote" in said(compare)


def test_a_question_is_noted_and_answered(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    add(qtbot, page, "V7")
    assert page.saver.flush()
    qtbot.mouseClick(button(page.aside, "ask_question"), LEFT)
    form = dialog(page)
    type_text(qtbot, "Tow bar?", form.form.editor("asked"))
    qtbot.mouseClick(form.accept_button, LEFT)
    assert "Tow bar?" in said(page.aside.open)
    qtbot.mouseClick(button(page.aside, "answer_1"), LEFT)
    form = dialog(page)
    type_text(qtbot, "Yes", form.form.editor("answer"))
    qtbot.mouseClick(form.accept_button, LEFT)
    assert "Tow bar?" not in said(page.aside.open)
    assert "Next: print it and talk it through" in said(page.aside.open)


def test_what_a_line_costs_is_asked_of_who_may_see_costs(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    quote_id = started(shop, LineForm("service", "Fetch", 30_000))
    page = opened(open_sales, shop.owner, quote_id).quote_page
    menu = page.table.line_menu(0)
    next(each for each in menu.actions() if "costs us" in each.text()).trigger()
    form = fill(qtbot, page, cost="250")
    qtbot.mouseClick(form.accept_button, LEFT)
    assert page.saver.flush()
    assert lists.quote_view(shop.owner, quote_id).lines[0].cost == 25_000
    page = opened(open_sales, shop.sales, quote_id).quote_page
    assert not [each for each in page.table.line_menu(0).actions() if "costs us" in each.text()]
    assert lists.quote_view(shop.sales, quote_id).lines[0].cost is None


def test_rows_with_headings_are_pasted_by_their_columns(qtbot: QtBot, shop: Shop, page: QuotePage) -> None:
    QGuiApplication.clipboard().setText("Unit price\tName\tQuantity\n28\tHook\t3\n\t隔热膜\tx\n")
    qtbot.keyClick(page.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hook, film = page.lines.lines
    assert (hook.name, hook.quantity, hook.unit_price) == ("Hook", 300, 2_800)
    assert (film.item_id, film.text("quantity")) == (shop.film, "x")
    assert "marked in red" in band(page)
