"""Lists of records: ids in memory, rows fetched a hundred at a time; sorting and filtering are the caller's SQL.

A list that may be very long has a ``Source`` instead of its ids: a window into it is held, and grows where one looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.kit import theme
from ui.kit.cells import CellPainter
from ui.kit.records import PAGE, Column, RecordModel, Source
from ui.kit.widgets import EmptyState

__all__ = ["PAGE", "Column", "RecordModel", "RecordTable", "Source"]

_LEAST_WIDTH = 40
_AROUND_TITLE = 26
_ROOM, _TIGHT = 130, 90
"""What a column that takes the room left should have, and what it has at least."""


def _titled(column: Column) -> int:
    """How wide a column is that shows its whole title."""
    return QFontMetrics(theme.font(theme.FINE)).horizontalAdvance(column.title) + _AROUND_TITLE


class RecordTable(QTableView):
    """A list of records: one is selected, Enter or a double click opens it, a click on a title asks for its order.

    Where it is narrow it does without the columns named in ``spare``, without the first of them first.
    """

    selected = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[Sequence[int]], Sequence[Any]],
        *,
        tall: bool = False,
        on_sort: Callable[[str, bool], object] | None = None,
        empty: QWidget | None = None,
        spare: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.records = RecordModel(columns, fetch)
        self._spare, self._squeezed = spare, False
        self._widths = [max(column.width, _titled(column)) if column.width else 0 for column in columns]
        self._on_sort, self._empty, self._settling = on_sort, empty, False
        self._source: Source | None = None
        self.setModel(self.records)
        self.setItemDelegate(CellPainter(self.records.columns, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self._set_up_headers(theme.TALL_ROW if tall else theme.ROW)
        self.selectionModel().currentRowChanged.connect(self._tell_selected)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.verticalScrollBar().valueChanged.connect(self._look_above)
        if empty is not None:
            empty.setParent(self)
        self._show_empty()

    def _set_up_headers(self, row_height: int) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)
        titles = self.horizontalHeader()
        titles.setFixedHeight(34)
        titles.setHighlightSections(False)
        titles.setSectionsClickable(self._on_sort is not None)
        titles.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        titles.sectionClicked.connect(self._ask_order)
        for number, column in enumerate(self.records.columns):
            fixed = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            titles.setSectionResizeMode(number, fixed)
            if column.width:
                self.setColumnWidth(number, self._widths[number])
        titles.setMinimumSectionSize(_LEAST_WIDTH)

    @property
    def selected_id(self) -> int | None:
        """The id of the record selected, or None."""
        position = self.currentIndex().row()
        return self.records.ids[position] if 0 <= position < len(self.records.ids) else None

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these records; the one selected stays selected, silently, if it is still among them."""
        self._source = None
        before, scrolled_to = self.selected_id, self.verticalScrollBar().value()
        self._settling = True
        self.records.set_ids(ids)
        kept = before is not None and self._select_row_of(before)
        self._settling = False
        self.verticalScrollBar().setValue(scrolled_to if kept else 0)
        self._show_empty()
        if before is not None and not kept:
            self.selected.emit(None)

    def set_source(self, source: Source) -> None:
        """Show a long list from its beginning; the same list again where it was looked at, with its selection."""
        top = self.rowAt(0)
        place = self.records.place(top) if top > 0 and source == self._source else None
        height = self.verticalHeader().defaultSectionSize()
        before, moved = self.selected_id, self.verticalScrollBar().value() % height
        self._source, self._settling = source, True
        shown = self.records.set_source(source, place)
        kept = before is not None and before in self.records.ids and self._select_row_of(before)
        self._settling = False
        self.updateGeometries()
        self.verticalScrollBar().setValue(shown * height + moved if place else 0)
        self._show_empty()
        if before is not None and not kept:
            self.selected.emit(None)

    def go_to_end(self) -> None:
        """Select the last record; of a long list only its end is read."""
        if self._source is not None:
            self._load(self._source, at_end=True)
        if self.records.ids:
            self.selectRow(len(self.records.ids) - 1)
            self.scrollToBottom()

    def go_to_start(self) -> None:
        """Select the first record."""
        if self._source is not None:
            self._load(self._source)
        self.select_first()
        self.scrollToTop()

    def refresh_rows(self) -> None:
        """Fetch the rows in sight anew; ids and selection stay."""
        self.records.refresh()

    def select(self, record_id: int | None) -> bool:
        """Select a record and bring it into sight; whether it is in the list."""
        if record_id is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        return self._select_row_of(record_id)

    def select_first(self) -> None:
        """Select the first record, if there is one."""
        if self.records.ids:
            self.selectRow(0)

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Write the arrow of the present order on a title."""
        self.records.show_arrow(key, descending)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_End:
            self.go_to_end()
        elif event.key() == Qt.Key.Key_Home:
            self.go_to_start()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.select_first()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room(event.size().width())
        super().resizeEvent(event)
        self._place_empty()

    def _make_room(self, width: int) -> None:
        """Hide what one can do without until the rest has room; if that is not enough, the rest is less wide."""
        places = {column.key: place for place, column in enumerate(self.records.columns)}
        spare = [places[key] for key in self._spare if key in places]
        for place in spare:
            self.setColumnHidden(place, False)
        for place in spare:
            if self._needed(_ROOM) <= width:
                break
            self.setColumnHidden(place, True)
        over = self._needed(_TIGHT) - width
        if over <= 0 and not self._squeezed:
            return
        self._squeezed = over > 0
        fixed = self._needed(0)
        for place, width in enumerate(self._widths):
            if width:
                self.setColumnWidth(place, max(width - max(over, 0) * width // fixed, _LEAST_WIDTH))

    def _needed(self, room: int) -> int:
        """How wide the columns shown are, with ``room`` for each that takes what is left."""
        return sum(width or room for place, width in enumerate(self._widths) if not self.isColumnHidden(place))

    def _look_above(self, value: int) -> None:
        """At the upper edge of a window into a long list, show the page above without moving what is seen."""
        if value == 0 and not self._settling and (new := self.records.fetch_before()):
            self.updateGeometries()
            self.verticalScrollBar().setValue(new * self.verticalHeader().defaultSectionSize())

    def _select_row_of(self, record_id: int) -> bool:
        if record_id not in self.records.ids and not self._bring_near(record_id):
            return False
        position = self.records.ids.index(record_id)
        self.selectRow(position)
        self.scrollTo(self.records.index(position, 0))
        return True

    def _bring_near(self, record_id: int) -> bool:
        """Let the window into a long list be where a record stands; whether the list has it."""
        place = self._source.place_of(record_id) if self._source is not None else None
        if self._source is None or place is None:
            return False
        self._load(self._source, place)
        return record_id in self.records.ids

    def _load(self, source: Source, beside: Any | None = None, *, at_end: bool = False) -> None:
        """Move the window into a long list, silently."""
        before, self._settling = self._settling, True
        self.records.set_source(source, beside, at_end=at_end)
        self._settling = before

    def _tell_selected(self, current: QModelIndex, before: QModelIndex) -> None:
        if not self._settling and current.isValid():
            self.selected.emit(self.records.ids[current.row()])

    def _open(self, position: int) -> None:
        if 0 <= position < len(self.records.ids):
            self.opened.emit(self.records.ids[position])

    def _ask_order(self, section: int) -> None:
        column = self.records.columns[section]
        if self._on_sort is None or not column.sortable:
            return
        key, descending = self.records.arrow
        turned = not descending if key == column.key else False
        self.sort_by(column.key, turned)
        self._on_sort(column.key, turned)

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(not self.records.ids)
            self._place_empty()

    def _place_empty(self) -> None:
        if isinstance(self._empty, EmptyState):
            self._empty.fill(self.viewport().geometry())
        elif self._empty is not None:
            self._empty.setGeometry(self.viewport().geometry())
