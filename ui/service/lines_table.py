"""The grid of an estimate: labour with its parts beneath, typed into cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.kernel import i18n, money
from models.kernel.i18n import _, label
from models.service.kinds import Charge, LineKind, Stance, Supply
from ui.kit import icons, theme
from ui.kit.chips import CHIP, chip_width, paint_chip
from ui.kit.wording import joined
from ui.service import wording
from ui.service.typed_work import CHARGES, STANCES, TYPED, TypedWork

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("name", "quantity", "unit_price", "discount", "amount", "charge", "stance", "remove")
NAME, AMOUNT, CHARGE, STANCE, REMOVE = (
    COLUMNS.index(each) for each in ("name", "amount", "charge", "stance", "remove")
)
_WIDTHS = {1: 96, 2: 104, 3: 92, 4: 104, 5: 96, 6: 84, 7: 34}
_SIDE, _INDENT = 12, 18
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CHARGE_TONES = {Charge.CUSTOMER: "neutral", Charge.WARRANTY: "ok", Charge.MAKER: "ok", Charge.GOODWILL: "warn"}


class LinesModel(QAbstractTableModel):
    """The lines; ``edited`` after every change a person made. ``choosing`` lets only the customer's word change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[TypedWork] = []
        self.writable = self.choosing = False

    def set_lines(self, lines: Iterable[TypedWork], *, writable: bool, choosing: bool = False) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines, self.writable, self.choosing = list(lines), writable, choosing
        self.endResetModel()

    def add(self, line: TypedWork) -> None:
        """Put a line beneath the others; a part beneath the parts of the labour it belongs to, the last one."""
        place = len(self.lines)
        self.beginInsertRows(QModelIndex(), place, place)
        self.lines.append(line)
        self.endInsertRows()
        self.edited.emit()

    def remove(self, place: int) -> None:
        """Take a line away."""
        self.beginRemoveRows(QModelIndex(), place, place)
        self.lines.pop(place)
        self.endRemoveRows()
        self.edited.emit()

    def cycle(self, place: int, column: int) -> None:
        """The next value of a chip."""
        if column == CHARGE and self.writable:
            self.lines[place].cycle("charge", CHARGES)
        elif column == STANCE and (self.writable or self.choosing):
            self.lines[place].cycle("stance", STANCES)
        else:
            return
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))
        self.edited.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if 0 < section <= AMOUNT else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            *(_("Work and parts"), _("Hours, number"), _("Price"), _("Discount"), _("Amount"), _("Borne by")),
            *(_("Customer says"), ""),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        line, name = self.lines[index.row()], COLUMNS[index.column()]
        if name in TYPED:
            return line.text(name)
        if name == "amount":
            return money.plain(line.money.amount)
        return label(getattr(line.form, name)) if name in ("charge", "stance") else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self.writable and COLUMNS[index.column()] in TYPED else found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = COLUMNS[index.column()]
        if not self.writable or name not in TYPED or str(value) == self.lines[index.row()].text(name):
            return False
        self.lines[index.row()].type_into(name, str(value))
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(COLUMNS) - 1))
        self.edited.emit()
        return True


class LinesTable(QTableView):
    """The grid. F3 changes what the customer says, F4 who bears it, Delete takes a line away."""

    def __init__(self, lines: LinesModel) -> None:
        super().__init__()
        self.lines = lines
        self.setModel(lines)
        self.setItemDelegate(_Cells(self, lines))
        self.setObjectName("estimate_lines")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        rows, titles = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.TALL_ROW)
        titles.setFixedHeight(34)
        titles.setHighlightSections(False)
        titles.setMinimumSectionSize(30)
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.clicked.connect(self._clicked)
        for signal in (lines.modelReset, lines.rowsInserted, lines.rowsRemoved):
            signal.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines: the page scrolls, not the grid."""
        self.setFixedHeight(self.horizontalHeader().height() + max(len(self.lines.lines), 1) * theme.TALL_ROW + 2)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == REMOVE and self.lines.writable:
            self.lines.remove(index.row())
        elif index.column() in (CHARGE, STANCE):
            self.lines.cycle(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        inside = 0 <= row < len(self.lines.lines)
        if inside and key in (Qt.Key.Key_F3, Qt.Key.Key_F4):
            self.lines.cycle(row, STANCE if key == Qt.Key.Key_F3 else CHARGE)
        elif inside and key == Qt.Key.Key_Delete and self.lines.writable:
            self.lines.remove(row)
        elif inside and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            if self.currentIndex().column() in (CHARGE, STANCE):
                self.lines.cycle(row, self.currentIndex().column())
            else:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Cells(QStyledItemDelegate):
    """Paints the grid's cells; what is wrong is said under its value."""

    def __init__(self, table: LinesTable, lines: LinesModel) -> None:
        super().__init__(table)
        self._table, self._lines = table, lines

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(True)
        if index.column() != NAME:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        top = option.rect.top() + (option.rect.height() - theme.INPUT) // 2
        editor.setGeometry(option.rect.left() + 2, top, option.rect.width() - 4, theme.INPUT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        over = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if over:
            painter.fillRect(option.rect, theme.color("hover"))
        edge = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(edge, theme.color("line"))
        line = self._lines.lines[index.row()]
        inside = option.rect.adjusted(_SIDE, 0, -_SIDE, -1)
        self._paint_cell(painter, inside, line, index, over)
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -3, -4), 4, 4)
        painter.restore()

    def _paint_cell(self, painter: QPainter, inside: QRect, line: TypedWork, index: Index, over: bool) -> None:
        name = COLUMNS[index.column()]
        if name == "remove":
            if over and self._lines.writable:
                icons.paint(painter, QRect(inside.center().x() - 8, inside.center().y() - 8, 16, 16), "close", "dim")
            return
        if name in ("charge", "stance"):
            value = getattr(line.form, name)
            tones = _CHARGE_TONES if name == "charge" else wording.STANCE_TONES
            text = label(value)
            box = QRect(
                inside.left() - 4, inside.center().y() - 10, min(chip_width(text), inside.width() + _SIDE), CHIP
            )
            paint_chip(painter, box, text, tones.get(value, "neutral"))
            return
        if name == "name":
            self._paint_name(painter, inside, line)
            return
        wrong = line.wrong.get(name)
        dim = line.form.stance in (Stance.DEFERRED, Stance.REFUSED)
        painter.setPen(theme.ink("bad" if wrong else "dim" if dim else "text"))
        painter.setFont(theme.font(theme.BODY, bold=name == "amount" and not dim))
        painter.drawText(inside, _RIGHT, str(index.data() or ""))
        if wrong:
            self._paint_reason(painter, inside, i18n.say(wrong.error))

    def _paint_name(self, painter: QPainter, inside: QRect, line: TypedWork) -> None:
        labour = line.form.kind is LineKind.LABOUR
        inside = inside if labour else inside.adjusted(_INDENT, 0, 0, 0)
        about = _about(line)
        wrong = line.wrong.get("name")
        painter.setPen(theme.ink("bad" if wrong else "text"))
        painter.setFont(theme.font(theme.BODY, bold=labour))
        middle = inside.center().y()
        upper = QRect(inside.left(), middle - 20, inside.width(), 21) if about or wrong else inside
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(line.text("name"), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(upper, _LEFT, shown)
        if wrong:
            self._paint_reason(painter, inside, i18n.say(wrong.error))
        elif about:
            painter.setPen(theme.ink("dim"))
            painter.setFont(theme.font(theme.FINE))
            painter.drawText(QRect(inside.left(), middle + 1, inside.width(), 18), _LEFT, about)

    def _paint_reason(self, painter: QPainter, inside: QRect, reason: str) -> None:
        face = theme.font(theme.FINE)
        width = QFontMetrics(face).horizontalAdvance(reason)
        ground = QRect(max(inside.right() - width - 4, _SIDE), inside.bottom() - 20, width + 8, 17)
        painter.fillRect(ground, theme.color("bad_soft"))
        painter.setFont(face)
        painter.setPen(theme.ink("bad"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, reason)


def _about(line: TypedWork) -> str:
    form = line.form
    option = _("option {name}").format(name=form.option_name) if form.option else ""
    supply = label(form.supply) if form.kind is LineKind.PART and form.supply is not Supply.STOCK else ""
    safety = _("concerns safety") if form.safety and form.stance is not Stance.CHOSEN else ""
    return joined(form.code, line.told, supply, option, safety, form.note)
