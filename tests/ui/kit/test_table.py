"""Lists hold ids and fetch pages; selection outlives a refresh; keys and clicks do what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.table import PAGE, Column, RecordModel, RecordTable
from ui.kit.widgets import EmptyState


@dataclass
class Row:
    id: int
    name: str


class Source:
    """Rows made on demand, with a note of what was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    def fetch(self, ids: Sequence[int]) -> list[Row]:
        self.asked.append(list(ids))
        return [Row(each, f"name {each}") for each in ids if each not in self.gone]


COLUMNS = [
    Column("name", "Name", lambda row: row.name, detail=lambda row: "second line", bold=True),
    Column("level", "Level", lambda row: "H", chip=True, tone=lambda row: "bad", width=60),
    Column("amount", "Amount", lambda row: f"{row.id}.00", right=True, width=100, sortable=False),
]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def orders() -> list[tuple[str, bool]]:
    return []


@pytest.fixture
def table(qtbot: QtBot, source: Source, orders: list[tuple[str, bool]]) -> RecordTable:
    made = RecordTable(
        COLUMNS,
        source.fetch,
        tall=True,
        on_sort=lambda key, descending: orders.append((key, descending)),
        empty=EmptyState("account-outline", "No customers yet"),
    )
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_model_keeps_qts_rules(source: Source) -> None:
    model = RecordModel(COLUMNS, source.fetch)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(range(250))
    model.refresh()
    model.set_ids([])
    model.set_ids([3, 2, 1])
    assert tester.model() is model


def test_only_pages_in_sight_are_fetched(qtbot: QtBot, table: RecordTable, source: Source) -> None:
    table.set_ids(range(100_000))
    table.grab()
    assert source.asked == [list(range(PAGE))]
    table.scrollToBottom()
    table.grab()
    assert source.asked[-1] == list(range(100_000 - PAGE, 100_000))
    assert len(source.asked) == 2


def test_row_height_is_fixed(table: RecordTable) -> None:
    table.set_ids([1, 2])
    assert table.rowHeight(0) == table.rowHeight(1) == theme.TALL_ROW


def test_selection_outlives_a_new_list(qtbot: QtBot, table: RecordTable) -> None:
    table.set_ids([1, 2, 3])
    with qtbot.waitSignal(table.selected, check_params_cb=lambda id: id == 2):
        table.select(2)
    with qtbot.assertNotEmitted(table.selected):
        table.set_ids([9, 2, 8])
    assert table.selected_id == 2
    with qtbot.waitSignal(table.selected, check_params_cb=lambda id: id is None):
        table.set_ids([9, 8])
    assert table.selected_id is None


def test_refresh_fetches_anew_and_a_vanished_record_shows_empty(table: RecordTable, source: Source) -> None:
    table.set_ids([1, 2])
    table.grab()
    source.gone.add(2)
    table.refresh_rows()
    assert table.records.index(1, 0).data() is None
    assert table.records.index(0, 0).data() == "name 1"


def test_arrows_select_and_enter_opens(qtbot: QtBot, table: RecordTable) -> None:
    table.set_ids([5, 6, 7])
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.selected_id == 5
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened, check_params_cb=lambda id: id == 6):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_click_selects(qtbot: QtBot, table: RecordTable) -> None:
    table.set_ids([5, 6, 7])
    place = table.visualRect(table.records.index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.selected_id == 7


def test_title_asks_for_the_order(qtbot: QtBot, table: RecordTable, orders: list[tuple[str, bool]]) -> None:
    table.set_ids([1])
    titles = table.horizontalHeader()

    def click(section: int) -> None:
        place = QPoint(titles.sectionViewportPosition(section) + 20, 10)
        qtbot.mouseClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(0)
    assert table.records.headerData(0, Qt.Orientation.Horizontal) == "Name ↑"
    click(0)
    click(2)
    assert orders == [("name", False), ("name", True)]
    assert table.records.headerData(0, Qt.Orientation.Horizontal) == "Name ↓"


def test_empty_list_says_what_to_do(table: RecordTable) -> None:
    empty = table.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()
    table.set_ids([1])
    assert not empty.isVisible()


def test_figures_stand_at_the_right(table: RecordTable) -> None:
    table.set_ids([1])
    side = table.records.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
