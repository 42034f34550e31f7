"""Keeping the catalogue: adding, changing, finding; costs only for who may see them."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.catalog import lists
from models.catalog.actions import ItemForm, change_item
from models.kernel.errors import NotAllowed
from models.kernel.permissions import Actor
from tests.ui.conftest import Shop
from ui.catalog import build_page
from ui.catalog.page import CatalogPage
from ui.kit import notices

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _told(look: None) -> Iterator[None]:
    with notices.recording():
        yield


def page_for(qtbot: QtBot, actor: Actor) -> CatalogPage:
    page = build_page(SimpleNamespace(session=SimpleNamespace(actor=actor)))
    assert isinstance(page, CatalogPage)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def fill(qtbot: QtBot, page: CatalogPage, **texts: str) -> None:
    for name, text in texts.items():
        editor = page.form.editor(name)
        editor.selectAll()
        qtbot.keyClicks(editor, text)


def test_an_item_is_added_and_found(qtbot: QtBot, shop: Shop) -> None:
    page = page_for(qtbot, shop.owner)
    page.form.editor("category").set_value("service")
    fill(qtbot, page, code="S-1", name="Plates", unit="x", price="800", cost="200")
    qtbot.mouseClick(page.save_button, LEFT)
    row = next(row for row in lists.items(shop.owner) if row.code == "S-1")
    assert (row.category, row.price, row.cost, row.active) == ("service", 80_000, 20_000, True)
    assert page.table.selected_id == row.id
    qtbot.keyClicks(page.search, "plat")
    assert page.table.records.ids == [row.id]


@pytest.mark.parametrize(
    ("name", "text"), [("code", ""), ("code", "FILM"), ("name", ""), ("price", "-1"), ("price", "1e400"), ("cost", "x")]
)
def test_what_is_wrong_is_said_at_its_field(qtbot: QtBot, shop: Shop, name: str, text: str) -> None:
    page = page_for(qtbot, shop.owner)
    fill(qtbot, page, **{"code": "S-1", "name": "Plates", "price": "800", name: text})
    if not text:
        page.form.editor(name).clear()
    qtbot.keyClick(page.form.editor("code"), Qt.Key.Key_Return)
    assert page.form.field(name).error
    assert page.form.editor(name).text() == text
    assert len(lists.items(shop.owner)) == 2


def test_the_manager_keeps_prices_and_never_touches_costs(qtbot: QtBot, shop: Shop) -> None:
    page = page_for(qtbot, shop.manager)
    assert "cost" not in [column.key for column in page.table.records.columns]
    page.table.setFocus()
    page.table.select(shop.film)
    fill(qtbot, page, price="2500")
    qtbot.mouseClick(page.form.editor("active"), LEFT)
    qtbot.mouseClick(page.save_button, LEFT)
    row = lists.item(shop.owner, shop.film)
    assert (row.price, row.cost, row.active) == (250_000, 120_000, False)
    with pytest.raises(NotAllowed):
        change_item(shop.manager, row.id, row.version, ItemForm("FILM", "accessory", "x", 1, cost=5))


def test_who_may_not_keep_it_only_reads(qtbot: QtBot, shop: Shop) -> None:
    page = page_for(qtbot, shop.sales)
    assert page.table.records.ids
    assert not page.save_button.isVisible()
    assert not page.new_button.isVisible()
