"""A list of any length is read where one looks, from either end, and stays where it was when it is read anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.kit.test_table import COLUMNS, Row
from ui.kit.table import PAGE, RecordModel, RecordTable


@dataclass(frozen=True, order=True)
class Place:
    id: int


@dataclass
class Long:
    """Very many records, with a note of how many were read."""

    ids: list[int] = field(default_factory=lambda: list(range(10, 1_000_010)))
    read: int = 0

    def page(self, beyond: Place | None, backwards: bool) -> list[Place]:
        if backwards:
            end = len(self.ids) if beyond is None else bisect_left(self.ids, beyond.id)
            found = self.ids[max(0, end - PAGE) : end]
        else:
            start = 0 if beyond is None else bisect_right(self.ids, beyond.id)
            found = self.ids[start : start + PAGE]
        self.read += len(found)
        return [Place(each) for each in found]

    def place_of(self, record_id: int) -> Place | None:
        return Place(record_id) if record_id in self.ids else None


def fetch(ids: Sequence[int]) -> list[Row]:
    return [Row(each, f"name {each}") for each in ids]


@pytest.fixture
def long() -> Long:
    return Long()


@pytest.fixture
def table(qtbot: QtBot, long: Long) -> RecordTable:
    made = RecordTable(COLUMNS, fetch, tall=True)
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.set_source(long)
    return made


def test_the_model_keeps_qts_rules() -> None:
    model, short = RecordModel(COLUMNS, fetch), Long(list(range(350)))
    model.set_source(short, Place(200))
    model.fetchMore(QModelIndex())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.fetch_before()
    assert model.ids == short.ids
    model.set_source(short, at_end=True)
    model.set_ids([1])
    assert tester.model() is model


def test_opening_and_jumping_to_an_end_read_a_few_pages(qtbot: QtBot, table: RecordTable, long: Long) -> None:
    assert long.read <= 2 * PAGE
    long.read = 0
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.selected_id == long.ids[-1]
    assert table.records.row(len(table.records.ids) - 1).name == f"name {long.ids[-1]}"
    assert long.read <= 2 * PAGE
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.selected_id == long.ids[0]
    assert long.read <= 4 * PAGE


def test_scrolling_goes_on_both_ways(qtbot: QtBot, table: RecordTable, long: Long) -> None:
    for _round in range(3):
        table.scrollToBottom()
    assert table.records.ids == long.ids[: len(table.records.ids)]
    assert len(table.records.ids) >= 3 * PAGE
    table.go_to_end()
    seen = table.records.ids[0]
    table.verticalScrollBar().setValue(0)
    assert table.records.ids[: PAGE + 1] == long.ids[seen - 10 - PAGE : seen - 9]
    assert table.records.ids[table.rowAt(0)] == seen, "what was seen stays in its place"
    shown = [table.records.index(position, 0).data() for position in range(2 * PAGE)]
    assert shown == [f"name {each}" for each in table.records.ids[: 2 * PAGE]]


def test_a_record_far_away_is_brought_near(table: RecordTable, long: Long) -> None:
    long.read = 0
    assert table.select(700_000)
    assert table.selected_id == 700_000
    assert long.read <= 4 * PAGE
    assert not table.select(5)


def test_read_anew_it_stays_where_it_was(table: RecordTable, long: Long) -> None:
    table.select(700_000)
    top = table.records.ids[table.rowAt(0)]
    insort(long.ids, 3)
    long.ids.remove(top + 1)
    table.set_source(long)
    assert table.records.ids[table.rowAt(0)] == top
    assert top + 1 not in table.records.ids
    assert table.selected_id == 700_000
    long.ids.remove(top)
    table.set_source(long)
    assert table.records.ids[table.rowAt(0)] == top + 2, "what follows takes its place"


def test_another_list_begins_at_its_start(table: RecordTable, long: Long) -> None:
    table.select(700_000)
    other = Long([7, 8, 9])
    table.set_source(other)
    assert table.records.ids == [7, 8, 9]
    assert table.selected_id is None
