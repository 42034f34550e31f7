"""How the cells of a quote's lines are painted and typed into."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from models.kernel.i18n import _
from ui.kit import icons, theme
from ui.kit.chips import CHIP, chip_width, paint_chip
from ui.sales import wording
from ui.sales.line_model import AMOUNT, COLUMNS, DISCOUNT, NAME, REMOVE, STOCK, LineModel
from ui.sales.typed_lines import TypedLine

Index = QModelIndex | QPersistentModelIndex
SIDE = 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LineCells(QStyledItemDelegate):
    """Paints a line in two rows of words, and opens a plain input where something is typed."""

    def __init__(self, table: QTableView, lines: LineModel) -> None:
        super().__init__(table)
        self._table, self._lines = table, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, theme.TALL_ROW)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setMaxLength(200)
        editor.setAccessibleName(self._lines.headerData(index.column(), Qt.Orientation.Horizontal))
        if index.column() != NAME:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        if COLUMNS[index.column()] == "discount":
            editor.setPlaceholderText(_("0.00 or 5%"))
        if COLUMNS[index.column()] in self._lines.lines[index.row()].wrong:
            editor.setProperty("wrong", True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        wrong = bool(self._lines.lines[index.row()].wrong)
        top = option.rect.top() + (2 if wrong else (option.rect.height() - theme.INPUT) // 2)
        editor.setGeometry(option.rect.left() + 2, top, option.rect.width() - 4, theme.INPUT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or over:
            painter.fillRect(option.rect, theme.color("accent_soft" if selected else "hover"))
        edge = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(edge, theme.color("line"))
        self._paint_cell(painter, option.rect.adjusted(SIDE, 0, -SIDE, -1), index, selected or over)
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -3, -4), 4, 4)
        painter.restore()

    def _paint_cell(self, painter: QPainter, inside: QRect, index: Index, awake: bool) -> None:
        line, column = self._lines.lines[index.row()], index.column()
        if column == REMOVE:
            if awake and self._lines.writable:
                icons.paint(painter, QRect(inside.center().x() - 8, inside.center().y() - 8, 16, 16), "close", "dim")
            return
        if column == STOCK:
            text, tone = wording.stock(line.stock) if line.stock else ("", "")
            if text:
                width = min(chip_width(text), inside.width() + SIDE)
                paint_chip(painter, QRect(inside.left() - 4, inside.center().y() - 10, width, CHIP), text, tone)
            return
        wrong = COLUMNS[column] in line.wrong
        if wrong:
            painter.fillRect(inside.adjusted(-SIDE + 1, 1, SIDE - 1, 0), theme.color("bad_soft"))
        role = "bad" if wrong else "dim" if column == 0 else "text"
        if column == DISCOUNT and not wrong:
            role = "warn"
        painter.setPen(theme.ink(role))
        painter.setFont(theme.font(theme.BODY, bold=column == AMOUNT))
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        if column == NAME:
            self._paint_name(painter, inside, text, _about(line, self._lines.writable), bool(line.wrong))
            return
        box = QRect(inside.left(), inside.top() + 8, inside.width(), 22) if line.wrong else inside
        self._write(painter, box, text, Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight)

    def _paint_name(self, painter: QPainter, inside: QRect, name: str, about: str, wrong: bool) -> None:
        middle = inside.center().y()
        self._write(painter, QRect(inside.left(), middle - 20, inside.width(), 21), name, Qt.AlignmentFlag.AlignLeft)
        if not wrong:
            painter.setPen(theme.ink("dim"))
            painter.setFont(theme.font(theme.FINE))
            below = QRect(inside.left(), middle + 1, inside.width(), 18)
            self._write(painter, below, about, Qt.AlignmentFlag.AlignLeft)

    def _write(self, painter: QPainter, box: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        metrics = QFontMetrics(painter.font())
        painter.drawText(box, side | _MIDDLE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))


def _about(line: TypedLine, writable: bool) -> str:
    """Category, what was picked and the specification; that something can be picked, until it is."""
    about = line.about
    if line.pickable and not line.options and writable:
        about = wording.joined(_("F4: colour and options"), about)
    name = wording.category(line.category)
    return _("{category} · {about}").format(category=name, about=about) if about else name
