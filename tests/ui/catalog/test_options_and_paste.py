"""Colours, options and availability in the item's form; rows of a spreadsheet looked at, then taken over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.catalog import lists
from models.catalog.kinds import Availability, OptionKind
from tests.ui.catalog.test_catalog_page import fill, page_for
from tests.ui.conftest import Shop
from ui.catalog.page import CatalogPage
from ui.catalog.paste import Preview
from ui.kit import notices
from ui.kit.dialogs import Sheet

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def said(look: None) -> Iterator[notices.Record]:
    with notices.recording() as record:
        yield record


def shown(page: CatalogPage) -> Sheet:
    """The look at what was pasted."""
    (sheet,) = [each for each in page.window().findChildren(Sheet) if each.isVisible()]
    return sheet


def paste(qtbot: QtBot, page: CatalogPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_colours_and_options_are_kept_in_rows(qtbot: QtBot, shop: Shop) -> None:
    page = page_for(qtbot, shop.owner)
    page.table.select(shop.vehicle)
    for table, name, price in (("colours", "Red", ""), ("colours", "White", "3000"), ("options", "Roof", "6000")):
        editor = page.form.editor(table)
        qtbot.mouseClick(editor.add_button, LEFT)
        qtbot.keyClicks(editor.rows[-1].name, name)
        qtbot.keyClicks(editor.rows[-1].price, price)
    qtbot.keyClicks(page.form.editor("options").rows[0].cost, "4000")
    qtbot.mouseClick(page.save_button, LEFT)
    options = lists.item(shop.owner, shop.vehicle).options
    assert [(e.kind, e.name, e.price, e.cost) for e in options] == [
        *[(OptionKind.COLOUR, "Red", 0, 0), (OptionKind.COLOUR, "White", 300_000, 0)],
        (OptionKind.OPTION, "Roof", 600_000, 400_000),
    ]
    editor = page.form.editor("colours")
    qtbot.mouseClick(editor.rows[0].findChildren(QPushButton)[-1], LEFT)
    qtbot.mouseClick(page.save_button, LEFT)
    assert [each.name for each in lists.item(shop.owner, shop.vehicle).options if each.active] == ["White", "Roof"]
    qtbot.mouseClick(editor.add_button, LEFT)
    qtbot.mouseClick(page.save_button, LEFT)
    assert page.form.field("colours").error == "Type a name."
    assert editor.rows[-1].name.property("wrong") is True
    assert len(lists.item(shop.owner, shop.vehicle).options) == 3


def test_the_manager_sees_no_costs_of_options(qtbot: QtBot, shop: Shop) -> None:
    page = page_for(qtbot, shop.manager)
    page.table.select(shop.vehicle)
    editor = page.form.editor("options")
    qtbot.mouseClick(editor.add_button, LEFT)
    assert not editor.rows[0].cost.isVisible()
    qtbot.keyClicks(editor.rows[0].name, "Roof")
    qtbot.mouseClick(page.save_button, LEFT)
    assert [each.name for each in lists.item(shop.owner, shop.vehicle).options] == ["Roof"]


def test_availability_and_what_is_scarce(qtbot: QtBot, shop: Shop) -> None:
    page = page_for(qtbot, shop.manager)
    page.table.select(shop.vehicle)
    page.form.editor("availability").set_value(Availability.TO_ORDER)
    fill(qtbot, page, lead_days="30", scarce="Last two")
    qtbot.mouseClick(page.save_button, LEFT)
    assert "Only what has a day" in page.form.field("scarce_until").error
    qtbot.keyClicks(page.form.editor("scarce_until").line, "2036-01-02")
    qtbot.mouseClick(page.save_button, LEFT)
    told = lists.item(shop.owner, shop.vehicle).stock
    assert (told.availability, told.lead_days, told.scarce) == (Availability.TO_ORDER, 30, "Last two")
    page.table.select(shop.film)
    page.table.select(shop.vehicle)
    assert page.form.values()["lead_days"] == 30
    assert page.form.editor("scarce").value() == "Last two"


def test_pasted_rows_are_looked_at_then_taken_over(qtbot: QtBot, shop: Shop, said: notices.Record) -> None:
    page = page_for(qtbot, shop.owner)
    paste(qtbot, page, "Code\tCategory\tName\tPrice\nV7\t\t澜川 V7\t180000\nV8\tVehicle\tV8\t200000\n")
    sheet = shown(page)
    qtbot.mouseClick(sheet.findChild(QPushButton, "import"), LEFT)
    prices = {row.code: row.price for row in lists.items(shop.owner)}
    assert prices == {"V7": 18_000_000, "V8": 20_000_000, "FILM": 300_000}
    assert said.told[-1][0] == "1 new, 1 changed, 0 as they are, 0 wrong."
    assert len(page.table.records.ids) == 3


def test_wrong_cells_are_shown_and_nothing_is_taken_over(qtbot: QtBot, shop: Shop) -> None:
    page = page_for(qtbot, shop.owner)
    paste(qtbot, page, "Code\tName\tPrice\tColour of box\nV7\tV7\t1e9\tred\nFILM\tx\t5\t\n")
    sheet = shown(page)
    preview = sheet.findChild(Preview)
    assert not sheet.findChild(QPushButton, "import").isEnabled()
    assert preview.item(0, 1).text() == "This is not a number: use digits and at most one point."
    assert preview.item(0, 4).toolTip() == preview.item(0, 1).text()
    assert [preview.item(row, 0).text() for row in range(2)] == ["wrong", "changed"]
    qtbot.mouseClick(sheet.findChild(QPushButton, "cancel"), LEFT)
    assert lists.item(shop.owner, shop.film).price == 300_000


def test_rows_without_headings_are_refused(qtbot: QtBot, shop: Shop, said: notices.Record) -> None:
    page = page_for(qtbot, shop.owner)
    paste(qtbot, page, "V7\t1\n")
    assert "name the columns" in said.told[-1][0]
