"""The stock by keys and clicks: received, found, moved, counted, and what is refused is said at its field (S3)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.catalog.kinds import Kept
from models.kernel import clock
from models.kernel.permissions import Actor
from models.sales import contract_actions, quote_actions
from models.sales import lists as sales
from models.sales.quote_actions import LineForm, QuoteForm
from models.sales.reserving import units_of
from models.stock import actions, lists
from models.stock.keeping import UnitForm
from models.stock.kinds import StockFilter, UnitAction, UnitState
from tests.ui.conftest import Shop
from tests.ui.hands import button, sees, type_text
from tests.ui.sales.conftest import VIN, Opened
from ui.find_anything import find_anything
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.table import RecordTable
from ui.kit.widgets import Text
from ui.sales.stock_page import StockPage

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return
BAD_VIN = "LYH7V2A58TA00031O"


@pytest.fixture
def cars(shop: Shop) -> Shop:
    """The car is kept by VIN, the film by quantity."""
    actions.keep_item(shop.owner, shop.vehicle, Kept.VIN)
    actions.keep_item(shop.owner, shop.film, Kept.QUANTITY)
    return shop


def stock_of(qtbot: QtBot, open_sales: Opened, actor: Actor) -> StockPage:
    """The stock, reached from the strip of the lists."""
    _window, tab = open_sales(actor)
    qtbot.mouseClick(tab.list_page.strip.button("stock"), LEFT)
    page = tab.widget.currentWidget()
    assert isinstance(page, StockPage)
    return page


def dialog_of(page: QWidget) -> FormDialog:
    QApplication.processEvents()
    return sees(page.window(), FormDialog)[-1]


def fill(qtbot: QtBot, dialog: FormDialog, **values: str) -> None:
    """Type into the fields of a dialog and press Enter in the last."""
    for name, text in values.items():
        editor: Any = dialog.form.editor(name)
        editor.clear()
        type_text(qtbot, text, editor)
    qtbot.keyClick(editor, ENTER)


def texts(page: QWidget) -> set[str]:
    return {each.text() for each in sees(page, Text)}


def test_a_car_is_received_with_keys_and_found_by_the_end_of_its_vin(
    qtbot: QtBot, cars: Shop, open_sales: Opened
) -> None:
    page = stock_of(qtbot, open_sales, cars.owner)
    qtbot.keyClick(page.window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page)
    fill(qtbot, dialog, number=BAD_VIN, cost="170000")
    assert dialog.isVisible(), "a VIN knows no O"
    assert dialog.form.field("number").error
    fill(qtbot, dialog, number=VIN, place="A-01", cost="170000")
    assert not dialog.isVisible()
    (unit,) = lists.unit_rows(cars.owner, lists.unit_ids(cars.owner))
    assert (unit.number, unit.state, unit.place, unit.cost) == (VIN, UnitState.IN_STOCK, "A-01", 17_000_000)
    assert {VIN, "A-01", "¥170,000.00"} <= texts(page)
    (group,) = (each for each in find_anything(cars.sales, VIN[-6:]) if each.title == "Stock")
    assert [(hit.kind, hit.id) for hit in group.hits] == [("stock_unit", unit.id)]
    qtbot.mouseClick(button(page, "receive"), LEFT)
    again = dialog_of(page)
    fill(qtbot, again, number=VIN, cost="1")
    assert "in stock already" in again.form.field("number").error


def test_a_unit_goes_its_way_and_its_history_tells_it(qtbot: QtBot, cars: Shop, open_sales: Opened) -> None:
    unit_id = actions.receive(cars.owner, UnitForm(cars.vehicle, VIN, expected_on=None, arrived_on=None)).id
    page = stock_of(qtbot, open_sales, cars.owner)
    units = page.part
    qtbot.mouseClick(button(page, UnitAction.ARRIVE.value), LEFT)
    fill(qtbot, dialog_of(page), place="B-02", mileage_km="12")
    qtbot.mouseClick(button(page, UnitAction.SHOW.value), LEFT)
    assert lists.unit_view(cars.owner, unit_id).row.state is UnitState.DEMO
    qtbot.mouseClick(button(page, UnitAction.DRIVE.value), LEFT)
    dialog = dialog_of(page)
    fill(qtbot, dialog, mileage_km="11")
    assert "12 km" in dialog.form.field("mileage_km").error
    fill(qtbot, dialog, mileage_km="30")
    assert {"Taken in: B-02", "Made a demo", "Mileage noted: 30 km"} <= texts(page)
    qtbot.mouseClick(units.chips.button(StockFilter.IN_STOCK.value), LEFT)
    assert units.table.records.ids == []
    qtbot.mouseClick(units.chips.button(StockFilter.DEMO.value), LEFT)
    assert units.table.records.ids == [unit_id]


def test_what_is_counted_is_received_issued_and_never_below_nothing(
    qtbot: QtBot, cars: Shop, open_sales: Opened
) -> None:
    page = stock_of(qtbot, open_sales, cars.owner)
    qtbot.mouseClick(page.strip.button("quantities"), LEFT)
    qtbot.mouseClick(button(page, "receive"), LEFT)
    fill(qtbot, dialog_of(page), quantity="5", cost="1200")
    qtbot.mouseClick(button(page, "issue"), LEFT)
    dialog = dialog_of(page)
    fill(qtbot, dialog, quantity="6", reason="展车加装")
    assert dialog.form.field("quantity").error
    fill(qtbot, dialog, quantity="2")
    assert lists.quantity_rows(cars.owner)[0].quantity == 300
    qtbot.mouseClick(button(page, "count"), LEFT)
    fill(qtbot, dialog_of(page), reason="盘点", quantity="0")
    assert lists.quantity_rows(cars.owner)[0].quantity == 0


def test_costs_are_for_who_may_see_them(qtbot: QtBot, cars: Shop, open_sales: Opened) -> None:
    actions.receive(cars.owner, UnitForm(cars.vehicle, VIN, cost=16_543_210))
    page = stock_of(qtbot, open_sales, cars.sales)
    assert not page.receive.isVisible()
    assert "cost" not in [column.key for column in page.part.table.records.columns]
    assert not any("165,432.10" in text for text in texts(page))
    qtbot.mouseClick(page.strip.button("ages"), LEFT)
    assert "value" not in [column.key for column in page.part.table.records.columns]


def test_an_empty_stock_says_what_to_do_first(qtbot: QtBot, shop: Shop, open_sales: Opened) -> None:
    page = stock_of(qtbot, open_sales, shop.owner)
    with notices.recording() as record:
        qtbot.mouseClick(button(page, "receive"), LEFT)
    assert record.told
    qtbot.mouseClick(button(page, "kept"), LEFT)
    dialog = dialog_of(page)
    dialog.form.set_values({"item_id": shop.vehicle, "kept": Kept.VIN})
    dialog.submit()
    assert [each.kept for each in lists.kept_items(shop.owner, by_unit=True)] == [Kept.VIN]


def test_a_car_is_chosen_on_the_draft_and_fills_the_contract(qtbot: QtBot, cars: Shop, open_sales: Opened) -> None:
    near = actions.receive(cars.owner, UnitForm(cars.vehicle, VIN, colour="雾灰", arrived_on=clock.today())).id
    quote_id = quote_actions.start_quote(
        cars.sales, cars.customer(), QuoteForm((LineForm("vehicle", "澜川 V7", 18_980_000, item_id=cars.vehicle),))
    ).id
    quote_actions.offer_quote(cars.sales, quote_id)
    contract_id = contract_actions.draft_contract(cars.sales, quote_id).id
    _window, tab = open_sales(cars.sales)
    tab.open_record("contract", contract_id)
    page = tab.contract_page
    qtbot.mouseClick(button(page, "choose_unit"), LEFT)
    table = page.window().findChild(RecordTable, "free_units")
    qtbot.keyClick(table, ENTER)
    assert [each.unit_id for each in units_of(contract_id)] == [near]
    view = sales.contract_view(cars.sales, contract_id)
    assert (view.subject["vin"], view.subject["colour"]) == (VIN, "雾灰")
    assert page.fields.form is not None
    assert page.fields.form.editor("subject.vin").value() == VIN
    qtbot.mouseClick(button(page, "let_go"), LEFT)
    assert units_of(contract_id) == ()
