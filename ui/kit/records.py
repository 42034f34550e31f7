"""What a list of records shows: columns, and the rows of ids in memory, fetched a hundred at a time.

A list that may be very long has a ``Source`` instead of its ids: a window into it is held, and grows where one looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.kit.cells import DETAIL, TONE

PAGE = 100
_PAGES_KEPT = 40

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """One column: what it says of a row. ``width`` 0 takes the room that is left; ``right`` is for figures."""

    key: str
    title: str
    text: Callable[[Any], str]
    detail: Callable[[Any], str] | None = None
    tone: Callable[[Any], str] | None = None
    chip: bool = False
    right: bool = False
    width: int = 0
    bold: bool = False
    sortable: bool = True


class Source(Protocol):
    """A long list in its order, as places that have an ``id`` and stay comparable when the list changes."""

    def page(self, beyond: Any | None, backwards: bool) -> Sequence[Any]:
        """A page of places after one, or before it; without one, from that end. Empty where nothing is left."""

    def place_of(self, record_id: int) -> Any | None:
        """Where a record stands, or None where the list has it not."""


class RecordModel(QAbstractTableModel):
    """Ids, and the pages of rows seen lately. ``fetch(ids)`` gives rows with an ``id``; a missing one shows empty."""

    def __init__(self, columns: Sequence[Column], fetch: Callable[[Sequence[int]], Sequence[Any]]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.ids: list[int] = []
        self.arrow = ("", False)
        self._fetch = fetch
        self._pages: dict[int, dict[int, Any]] = {}
        self._source: Source | None = None
        self._places: list[Any] = []
        self._more_before = self._more_after = False

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these records, in this order."""
        self._source = None
        self._more_before = self._more_after = False
        self._show([], ids)

    def set_source(self, source: Source, beside: Any | None = None, *, at_end: bool = False) -> int:
        """Show the beginning of a long list, its end, or what stands before and after ``beside``.

        Returns the position of what stands at ``beside`` or after it.
        """
        self._source = source
        before = list(source.page(beside, True)) if beside is not None or at_end else []
        after = [] if at_end else list(source.page(before[-1] if before else None, False))
        self._more_before, self._more_after = bool(before), bool(after)
        self._show(before + after, [place.id for place in (*before, *after)])
        return len(before)

    def place(self, position: int) -> Any | None:
        """The place of the row at ``position`` of a long list."""
        return self._places[position] if 0 <= position < len(self._places) else None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more_after

    def fetchMore(self, parent: Index) -> None:
        """The next page of a long list, beneath what is shown."""
        if self._source is None or not self._more_after:
            return
        new = self._source.page(self._places[-1], False)
        self._more_after = bool(new)
        if new:
            self._pages.pop(len(self.ids) // PAGE, None)
            self.beginInsertRows(QModelIndex(), len(self.ids), len(self.ids) + len(new) - 1)
            self._places += new
            self.ids += [place.id for place in new]
            self.endInsertRows()

    def fetch_before(self) -> int:
        """The page of a long list above what is shown; how many rows it has."""
        if self._source is None or not self._more_before:
            return 0
        new = list(self._source.page(self._places[0], True))
        self._more_before = bool(new)
        if new:
            self._pages.clear()
            self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
            self._places = new + self._places
            self.ids = [place.id for place in new] + self.ids
            self.endInsertRows()
        return len(new)

    def _show(self, places: list[Any], ids: Sequence[int]) -> None:
        self.beginResetModel()
        self._places, self.ids = places, list(ids)
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Forget the rows fetched; those in sight are fetched anew."""
        self._pages.clear()
        if self.ids:
            last = self.index(len(self.ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, position: int) -> Any:
        """The row at ``position``, or None when its record is gone."""
        number = position // PAGE
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= _PAGES_KEPT:
                self._pages.pop(next(iter(self._pages)))
            page = self._pages[number] = {}
            page.update((row.id, row) for row in self._fetch(self.ids[number * PAGE : (number + 1) * PAGE]))
        return page.get(self.ids[position])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, DETAIL, TONE):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == DETAIL:
            return column.detail(row) if column.detail else None
        if role == TONE:
            return column.tone(row) if column.tone else None
        return column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            key, descending = self.arrow
            return f"{column.title} {'↓' if descending else '↑'}" if key == column.key else column.title
        return None

    def show_arrow(self, key: str, descending: bool) -> None:
        """Write the arrow of the order on column ``key``."""
        self.arrow = (key, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
