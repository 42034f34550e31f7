"""The tab's pages: who has which, one in front, records opened on the page for their kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.kernel.changes import Changes
from models.kernel.permissions import Actor, Permission
from tests.ui.conftest import Shop
from tests.ui.service.conftest import Opened
from ui.service import pages, tab
from ui.service.pages import KINDS, PAGES, PageSpec

_MADE: list[APage] = []


class APage(QWidget):
    """A page that notes what it is asked."""

    def __init__(self, desk: object) -> None:
        super().__init__()
        self.asked: list[object] = []
        _MADE.append(self)

    def open_record(self, kind: str, record_id: int) -> None:
        self.asked.append((kind, record_id))

    def show_page(self) -> None:
        self.asked.append("shown")

    def take_focus(self) -> None:
        self.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        self.asked.append(changes)


def three_wait(actor: Actor) -> int:
    """What waits on the second page."""
    return 3


@pytest.fixture
def two_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    _MADE.clear()
    own, everybody = (Permission.KEEP_PARTS,), (Permission.OWN_PIN,)
    made_by, counted = f"{__name__}:APage", f"{__name__}:three_wait"
    specs = (
        PageSpec("first", "First", "wrench-outline", made_by, everybody, ("one", "other")),
        PageSpec("second", "Second", "car-cog", made_by, own, ("two",), counted),
    )
    monkeypatch.setattr(tab, "PAGES", specs)


def test_each_page_is_made_when_it_is_first_shown(
    qtbot: QtBot, shop: Shop, open_service: Opened, two_pages: None
) -> None:
    _window, service = open_service(shop.owner)
    assert (service.front, len(_MADE), _MADE[0].asked) == ("first", 1, ["shown"])
    qtbot.mouseClick(service.rail.names["second"], Qt.MouseButton.LeftButton)
    assert (service.front, len(_MADE), _MADE[1].asked) == ("second", 2, ["shown"])
    qtbot.keyClick(service.rail.names["second"], Qt.Key.Key_Down)
    assert (service.front, len(_MADE)) == ("first", 2)


def test_records_open_on_the_page_for_their_kind(shop: Shop, open_service: Opened, two_pages: None) -> None:
    _window, service = open_service(shop.owner)
    service.open_record("two", 7)
    assert (service.front, _MADE[1].asked) == ("second", [("two", 7)])
    assert service.rail.names["second"].isChecked()
    service.open_record("other", 5)
    assert (service.front, _MADE[0].asked[-1]) == ("first", ("other", 5))


def test_what_waits_stands_on_the_rail(shop: Shop, open_service: Opened, two_pages: None) -> None:
    _window, service = open_service(shop.owner)
    assert service.badge() == 3
    assert {key: name.count for key, name in service.rail.names.items()} == {"first": 0, "second": 3}


def test_a_page_is_only_for_whom_it_is(shop: Shop, open_service: Opened, two_pages: None) -> None:
    _window, service = open_service(shop.sales)
    assert set(service.rail.names) == {"first"}
    assert service.badge() == 0
    service.open_record("two", 7)
    assert (service.front, len(_MADE)) == ("first", 1)


def test_only_the_page_in_front_hears_of_changes(shop: Shop, open_service: Opened, two_pages: None) -> None:
    _window, service = open_service(shop.owner)
    service.show_page("second")
    service.refresh(None)
    assert (_MADE[0].asked, _MADE[1].asked) == (["shown"], ["shown", None])


def test_who_has_no_page_is_told_so(shop: Shop, open_service: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tab, "PAGES", ())
    _window, service = open_service(shop.sales)
    assert any(each.text() == "Nothing here for your role" for each in service.widget.findChildren(QLabel))
    service.open_record("part", 1)
    service.refresh(None)
    assert (service.front, service.badge()) == ("", 0)


def test_no_two_pages_open_the_same_kind() -> None:
    assert len(KINDS) == len(set(KINDS))
    assert len({each.key for each in PAGES}) == len(PAGES)
    assert pages.PAGES is tab.PAGES
