"""The lines of a quote as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from models.kernel import i18n, money
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.sales.quote_forms import LineForm, Picked
from ui.sales import wording
from ui.sales.typed_lines import TypedLine

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("position", "name", "quantity", "unit_price", "discount", "amount", "stock", "remove")
NAME, QUANTITY, DISCOUNT, AMOUNT, STOCK, REMOVE = (
    COLUMNS.index(each) for each in ("name", "quantity", "discount", "amount", "stock", "remove")
)
_TYPED_COLUMNS = range(NAME, AMOUNT)


class LineModel(QAbstractTableModel):
    """The lines; ``edited`` after every change a person made."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[TypedLine] = []
        self.writable = False

    def set_lines(self, lines: Iterable[TypedLine], writable: bool) -> None:
        """Show these lines, to be written on or only read."""
        self.beginResetModel()
        self.lines, self.writable = list(lines), writable
        self.endResetModel()

    def forms(self) -> tuple[LineForm, ...]:
        """The lines for saving. Raises the first wrong value's RuleError."""
        return tuple(line.form() for line in self.lines)

    def wrong(self) -> RuleError | None:
        """The first wrong value's reason, or None."""
        return next((each.error for line in self.lines for each in line.wrong.values()), None)

    def add(self, lines: Iterable[TypedLine]) -> None:
        """Put lines beneath the others."""
        self.insert(len(self.lines), list(lines))

    def insert(self, position: int, lines: list[TypedLine]) -> None:
        """Put lines before the one at ``position``."""
        if not lines:
            return
        self.beginInsertRows(QModelIndex(), position, position + len(lines) - 1)
        self.lines[position:position] = lines
        self.endInsertRows()
        self._renumber()
        self.edited.emit()

    def remove(self, position: int) -> TypedLine:
        """Take a line away; the line."""
        self.beginRemoveRows(QModelIndex(), position, position)
        line = self.lines.pop(position)
        self.endRemoveRows()
        self._renumber()
        self.edited.emit()
        return line

    def swap(self, position: int, other: int) -> None:
        """Let two lines change places."""
        self.lines[position], self.lines[other] = self.lines[other], self.lines[position]
        self._renumber()
        self.edited.emit()

    def recategorise(self, position: int, category: str) -> None:
        """Put a line into another category."""
        self.lines[position].recategorise(category)
        self._renumber()
        self.edited.emit()

    def pick(self, position: int, options: Sequence[Picked]) -> None:
        """Pick these options for a line; its price follows."""
        self.lines[position].pick(options)
        self._renumber()
        self.edited.emit()

    def set_cost(self, position: int, cost: int) -> None:
        """Say what a line of one's own costs the store, in fen."""
        self.lines[position].cost = cost
        self.edited.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.writable and index.column() in _TYPED_COLUMNS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, name = self.lines[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return line.text(name)
        if role == Qt.ItemDataRole.ToolTipRole:
            if name == "stock" and line.stock:
                return wording.stock_said(line.stock)
            return i18n.say(line.wrong[name].error) if name in line.wrong else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text(name) if name in line.wrong else _shown(line, name, index.row())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line, name = self.lines[index.row()], COLUMNS[index.column()]
        if role != Qt.ItemDataRole.EditRole or value == line.text(name):
            return False
        line.type_into(name, value)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(COLUMNS) - 1))
        self.edited.emit()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if QUANTITY <= section <= AMOUNT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (_("Item"), _("Quantity"), _("Unit price"), _("Discount"), _("Amount"), _("Stock"))
            return ("", *titles, "")[section]
        return None

    def _renumber(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(COLUMNS) - 1))


def _shown(line: TypedLine, name: str, row: int) -> str:
    if name == "position":
        return str(row + 1)
    if name == "name":
        return line.name
    if name == "quantity":
        return money.quantity_text(line.quantity)
    if name == "discount":
        return wording.off(line.discount)
    if name == "stock":
        return wording.stock(line.stock)[0] if line.stock else ""
    if name == "amount":
        return "–" if line.wrong else money.plain(line.priced().amount)
    return money.plain(line.unit_price) if name == "unit_price" else ""
