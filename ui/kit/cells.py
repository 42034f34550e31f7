"""How a cell of a record list is painted: one or two lines, or a chip; selection, hover and focus of its row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.kit import theme
from ui.kit.chips import CHIP, chip_width, paint_chip

if TYPE_CHECKING:
    from ui.kit.table import Column

DETAIL = Qt.ItemDataRole.UserRole + 1
TONE = Qt.ItemDataRole.UserRole + 2
_SIDE = 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_FOCUS_BAR = 3


class CellPainter(QStyledItemDelegate):
    """Paints every cell of a ``RecordTable``."""

    def __init__(self, columns: Sequence[Column], table: QTableView) -> None:
        super().__init__(table)
        self._columns, self._table = columns, table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, theme.ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        self._paint_ground(painter, option, index)
        column = self._columns[index.column()]
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        tone = index.data(TONE) or ""
        inside = option.rect.adjusted(_SIDE, 0, -_SIDE, -1)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        if column.chip:
            self._paint_chip(painter, inside, text, tone or "neutral", column.right)
        elif column.detail is not None:
            self._paint_two_lines(painter, inside, side, text, index.data(DETAIL) or "", tone, column.bold)
        else:
            self._paint_line(painter, inside, side | _MIDDLE, text, _words(tone), theme.BODY, column.bold)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("accent_soft"))
            if index.column() == 0 and self._table.hasFocus():
                bar = QRect(option.rect.left(), option.rect.top(), _FOCUS_BAR, option.rect.height() - 1)
                painter.fillRect(bar, theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("hover"))
        edge = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(edge, theme.color("line"))

    def _paint_chip(self, painter: QPainter, inside: QRect, text: str, tone: str, right: bool) -> None:
        if not text:
            return
        width = min(chip_width(text), inside.width() + _SIDE)
        left = inside.right() - width if right else inside.left()
        paint_chip(painter, QRect(left, inside.center().y() - CHIP // 2 + 1, width, CHIP), text, tone)

    def _paint_two_lines(
        self,
        painter: QPainter,
        inside: QRect,
        side: Qt.AlignmentFlag,
        text: str,
        detail: str,
        tone: str,
        bold: bool,
    ) -> None:
        middle = inside.center().y()
        if not detail:
            self._paint_line(painter, inside, side | _MIDDLE, text, _words(tone), theme.BODY, bold)
            return
        upper = QRect(inside.left(), middle - 20, inside.width(), 21)
        lower = QRect(inside.left(), middle + 1, inside.width(), 18)
        self._paint_line(painter, upper, side | _MIDDLE, text, _words(tone), theme.BODY, bold)
        self._paint_line(painter, lower, side | _MIDDLE, detail, theme.ink("neutral"), theme.FINE, False)

    def _paint_line(
        self, painter: QPainter, box: QRect, side: Qt.AlignmentFlag, text: str, color: QColor, size: int, bold: bool
    ) -> None:
        face = theme.font(size, bold)
        painter.setFont(face)
        painter.setPen(color)
        shown = QFontMetrics(face).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side, shown)


def _words(tone: str) -> QColor:
    return theme.ink(tone) if tone else theme.color("text")
