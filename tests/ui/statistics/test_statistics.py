"""The statistics in the window: chosen by keys, sorted, walked through, exported, printed; each role sees its own."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from models.customers.actions import ContactForm, register_contact
from models.customers.kinds import Outcome, RegisterKind
from models.kernel import clock, store
from models.kernel.errors import NotAllowed
from models.kernel.permissions import Actor, Role
from models.kernel.tables import milliseconds, run_sql
from models.statistics import lists
from models.statistics.lists import OFFERS
from models.statistics.periods import Choice
from tests.ui.conftest import OpenWindow, Shop, only_tab
from tests.ui.hands import sees
from ui.kit import notices, theme
from ui.kit.preview import PaperPreview
from ui.kit.widgets import EmptyState
from ui.main_window import MainWindow, TabSpec
from ui.statistics import build
from ui.statistics.tab import StatisticsTab

LEFT = Qt.MouseButton.LeftButton
Opened = Callable[[Actor], tuple[MainWindow, StatisticsTab]]


@pytest.fixture
def open_tab(open_window: OpenWindow) -> Opened:
    """Opens the window with the statistics for this person, in place of the one before."""
    return only_tab(open_window, TabSpec("statistics", "Statistics", "chart-box-outline", build), StatisticsTab)


@pytest.fixture
def visited(shop: Shop) -> Shop:
    """Five visits of this week: three of one consultant, two of the other."""
    for actor, outcome in ((shop.sales, Outcome.QUOTE),) * 3 + ((shop.rival, Outcome.ORDER),) * 2:
        register_contact(actor, None, ContactForm(RegisterKind.VISIT, outcome=outcome, source="walk_in"))
    with store.transaction():
        run_sql("UPDATE register_line SET at = at - 60000 WHERE at > ?", milliseconds(clock.now()))
    return shop


def waited(qtbot: QtBot, tab: StatisticsTab, code: str) -> None:
    """Until this statistic is in sight."""
    qtbot.waitUntil(lambda: tab.shown is not None and tab.shown.code == code)


def test_the_list_is_walked_through_by_keys(qtbot: QtBot, visited: Shop, open_tab: Opened) -> None:
    _window, tab = open_tab(visited.owner)
    assert len(tab.offers) == len(OFFERS)
    waited(qtbot, tab, "funnel")
    tab.names.setFocus()
    qtbot.keyClick(tab.names, Qt.Key.Key_Down)
    waited(qtbot, tab, "traffic_hours")
    assert tab.title.text() == "Traffic by hour"
    assert tab.shown is not None
    assert tab.shown.facts[0].now == 5
    asked = tab._asked
    for _key in range(20):
        qtbot.keyClick(tab.names, Qt.Key.Key_Down)
    assert tab.title.text() == "Satisfaction", "named before it is counted"
    waited(qtbot, tab, "satisfaction")
    assert tab._asked == asked + 1, "counted when the keys rest"
    assert tab.view.table is None, "nothing to show"
    assert tab.view.findChild(EmptyState) is not None


def test_the_table_is_sorted_by_its_titles_and_the_sums_stay_last(
    qtbot: QtBot, visited: Shop, open_tab: Opened
) -> None:
    _window, tab = open_tab(visited.owner)
    tab.choice.set_value(Choice.LAST_30)
    tab.open_statistic("conversion")
    tab.look()
    waited(qtbot, tab, "conversion")
    table = tab.view.table
    assert table is not None

    def named() -> list[str]:
        return [str(table.records.index(row, 0).data()) for row in range(len(table.records.ids))]

    def click(section: int) -> None:
        titles = table.horizontalHeader()
        at = titles.viewport().rect().center()
        at.setX(titles.sectionViewportPosition(section) + 10)
        qtbot.mouseClick(titles.viewport(), LEFT, pos=at)

    assert named() == ["孙悦", "周凯", "Total"]
    click(1)
    assert named() == ["周凯", "孙悦", "Total"]
    click(1)
    assert named() == ["孙悦", "周凯", "Total"]
    last = [table.records.index(2, place).data() for place in (1, 7)]
    assert last == ["5", "40.0\xa0%"]


def test_the_places_of_a_picture_are_told_by_keys_and_mouse(qtbot: QtBot, visited: Shop, open_tab: Opened) -> None:
    window, tab = open_tab(visited.owner)
    tab.choice.set_value(Choice.LAST_30)
    tab.open_statistic("traffic_weekdays")
    waited(qtbot, tab, "traffic_weekdays")
    (picture,) = tab.view.pictures
    qtbot.waitUntil(lambda: bool(picture._drawing.places))
    told: list[str] = []
    picture.pointed.connect(told.append)
    picture.setFocus()
    weekday = clock.local(clock.now() - timedelta(seconds=90)).weekday()
    for _step in range(weekday + 1):
        qtbot.keyClick(picture, Qt.Key.Key_Right)
    names = picture.picture.names
    busiest = names[max(range(7), key=lambda place: picture.picture.values[place] or 0)]
    assert sum(value or 0 for value in picture.picture.values) == 5
    assert any(busiest in words and "(0)" in words for words in told) or weekday == 6
    assert busiest in picture.accessibleDescription()
    x, y, width, _height = picture._drawing.places[3]
    qtbot.mouseMove(picture, picture.rect().topLeft() + type(picture.rect().topLeft())(int(x + width / 2), int(y + 8)))
    qtbot.waitUntil(lambda: picture.place == 3)
    assert told[-1].startswith(names[3])
    window.setFocus()


def test_what_is_refused_meanwhile_is_told(
    qtbot: QtBot, visited: Shop, open_tab: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    _window, tab = open_tab(visited.owner)
    waited(qtbot, tab, "funnel")

    def refuse(*_asked: object) -> None:
        raise NotAllowed("Your role may not see these figures.")

    monkeypatch.setattr(lists, "statistic", refuse)
    with notices.recording() as record:
        tab.look()
        qtbot.waitUntil(lambda: bool(record.told))
    assert tab.shown is not None
    assert tab.told.text() == tab.shown.about


def test_own_dates_show_only_these_days_and_nothing_while_they_are_typed(
    qtbot: QtBot, visited: Shop, open_tab: Opened
) -> None:
    _window, tab = open_tab(visited.owner)
    tab.open_statistic("traffic_weekdays")
    waited(qtbot, tab, "traffic_weekdays")
    tab.choice.set_value(Choice.OWN)
    tab.choice.edited.emit()
    assert tab.days.isVisible()
    asked = tab._asked
    tab.first.line.setText("2020-13")
    tab.first.edited.emit()
    assert tab._asked == asked
    for editor, day in ((tab.first, "2020-02-01"), (tab.last, "2020-02-29")):
        editor.line.setText(day)
    tab.last.edited.emit()
    qtbot.waitUntil(lambda: tab.shown is not None and tab.shown.first.year == 2020)
    assert tab.shown is not None
    assert (str(tab.shown.first_before), str(tab.shown.last_before)) == ("2020-01-01", "2020-01-31")
    assert tab.view.table is None
    assert "2020-01-31" in tab.compared.text()


def test_a_visit_is_counted_while_one_looks(qtbot: QtBot, visited: Shop, open_tab: Opened) -> None:
    _window, tab = open_tab(visited.owner)
    tab.choice.set_value(Choice.LAST_30)
    tab.open_statistic("traffic_weekdays")
    waited(qtbot, tab, "traffic_weekdays")
    register_contact(visited.sales, None, ContactForm(RegisterKind.VISIT))
    qtbot.waitUntil(lambda: tab.shown is not None and tab.shown.facts[0].now == 6)


def test_export_writes_what_is_seen_and_print_shows_the_paper(
    qtbot: QtBot, visited: Shop, open_tab: Opened, tmp_path: Path
) -> None:
    window, tab = open_tab(visited.owner)
    tab.choice.set_value(Choice.LAST_30)
    tab.open_statistic("conversion")
    tab.look()
    waited(qtbot, tab, "conversion")
    qtbot.mouseClick(tab.export_button, LEFT)
    dialog = tab.widget.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "people.csv"
    with notices.recording() as record:
        dialog.fileSelected.emit(str(path))
        qtbot.waitUntil(lambda: bool(record.told))
    dialog.reject()
    assert tab.shown is not None
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows] == ["Colleague", "孙悦", "周凯", "Total"]
    assert rows[-1][1] == "5"
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(tab.names, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(sees(window, PaperPreview)))


def test_each_person_sees_their_statistics_and_ways_out(qtbot: QtBot, visited: Shop, open_tab: Opened) -> None:
    _window, tab = open_tab(visited.rival)
    tab.choice.set_value(Choice.LAST_30)
    tab.open_statistic("conversion")
    tab.look()
    waited(qtbot, tab, "conversion")
    assert tab.shown is not None
    assert [row[0] for row in tab.shown.rows] == ["周凯"]
    assert not tab.export_button.isVisible()
    assert tab.print_button.isVisible()
    assert {"revenue", "load", "turnover"}.isdisjoint(each.code for each in tab.offers)


def test_who_sees_none_is_told_so(qtbot: QtBot, shop: Shop, open_tab: Opened) -> None:
    _window, tab = open_tab(Actor(shop.reception.id, "谁", frozenset({Role.ADMINISTRATOR})))
    assert not tab.offers
    assert tab.widget.findChild(EmptyState) is not None
    tab.refresh(None)
    assert tab.badge() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_statistic_is_painted_in_both_looks(
    qtbot: QtBot, qapp: QApplication, visited: Shop, open_tab: Opened, scheme: str
) -> None:
    window, tab = open_tab(visited.owner)
    theme.apply(qapp, scheme)
    window.resize(1366, 768)
    tab.choice.set_value(Choice.THIS_YEAR)
    for offer in tab.offers[:4]:
        tab.open_statistic(offer.code)
        tab.look()
        waited(qtbot, tab, offer.code)
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        accent = theme.color("accent").rgb()
        seen = {image.pixel(x, y) for y in range(0, image.height(), 2) for x in range(240, image.width(), 3)}
        assert accent in seen or tab.view.table is None, offer.code
    theme.apply(qapp, "light")
