"""The grid of a quote: typing finds goods and adds them, Tab moves, what is wrong is said at its cell."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from models.kernel import i18n
from models.kernel.i18n import _, pick
from models.shop.profile import trade
from ui.kit import notices, theme
from ui.kit.menus import fresh_menu
from ui.sales.goods_box import GoodsBox
from ui.sales.line_cells import SIDE, LineCells
from ui.sales.line_model import AMOUNT, COLUMNS, DISCOUNT, NAME, QUANTITY, REMOVE, STOCK, LineModel
from ui.sales.typed_lines import TYPED, TypedLine

_WIDTHS = {0: 36, QUANTITY: 84, QUANTITY + 1: 128, DISCOUNT: 110, AMOUNT: 130, STOCK: 84, REMOVE: 36}
_LESS = {0: 28, QUANTITY: 62, QUANTITY + 1: 104, DISCOUNT: 88, AMOUNT: 106, STOCK: 0, REMOVE: 30}
_NARROW = 640
"""Below this width the columns are less wide, and the stock has none: the item's tooltip has it."""
_Step = QAbstractItemView.CursorAction


class LineTable(QTableView):
    """The lines and the box that adds to them. ``tab_out`` when Tab leaves at the end.

    ``options_wanted`` and ``cost_wanted`` name the line whose options or cost somebody wants to set.
    """

    tab_out = Signal()
    options_wanted = Signal(int)
    cost_wanted = Signal(int)

    def __init__(self, lines: LineModel, box: GoodsBox) -> None:
        super().__init__()
        self.lines, self.box = lines, box
        self._fresh = self.sees_cost = False
        self.setModel(lines)
        self.setItemDelegate(LineCells(self, lines))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self._set_up_headers()
        self.clicked.connect(self._clicked)
        box.found.connect(self._add)
        box.pasted.connect(self._paste)
        box.left.connect(self._leave_box)
        box.up.connect(self._up_from_box)
        box.options.connect(self.want_options)
        for signal in (lines.modelReset, lines.rowsInserted, lines.rowsRemoved):
            signal.connect(self._fit)
        lines.modelReset.connect(self._start_anew)

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.TALL_ROW)
        titles = self.horizontalHeader()
        titles.setFixedHeight(34)
        titles.setHighlightSections(False)
        titles.setSectionsClickable(False)
        titles.setMinimumSectionSize(30)
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self._share_width(wide=True)

    def _share_width(self, *, wide: bool) -> None:
        for column, width in (_WIDTHS if wide else _LESS).items():
            self.setColumnWidth(column, width)
            self.setColumnHidden(column, not width)

    def add(self, lines: list[TypedLine]) -> None:
        """Put lines beneath the others and make the last one current."""
        self.lines.add(lines)
        self._fresh = bool(lines)
        self.selectRow(len(self.lines.lines) - 1)
        self.scrollToBottom()

    def remove_current(self) -> None:
        """Take the current line away; it can be put back."""
        position = self.currentIndex().row()
        if not self.lines.writable or not 0 <= position < len(self.lines.lines):
            return
        line = self.lines.remove(position)
        put_back = partial(self.lines.insert, position, [line])
        notices.tell(_("Removed: {name}").format(name=line.name), "neutral", (_("Undo"), put_back))

    def move_current(self, by: int) -> None:
        """Move the current line up or down."""
        index, count = self.currentIndex(), len(self.lines.lines)
        target = index.row() + by
        if self.lines.writable and 0 <= index.row() < count and 0 <= target < count:
            self.lines.swap(index.row(), target)
            self.setCurrentIndex(self.lines.index(target, index.column()))

    def want_options(self) -> None:
        """Ask for the options of the current line, or of the last one where the cursor is in the box."""
        row = self.currentIndex().row()
        row = len(self.lines.lines) - 1 if row < 0 else row
        if self.lines.writable and 0 <= row < len(self.lines.lines) and self.lines.lines[row].pickable:
            self.options_wanted.emit(row)

    def go_to_wrong(self) -> None:
        """Make the first wrong cell current."""
        for row, line in enumerate(self.lines.lines):
            for name in TYPED:
                if name in line.wrong:
                    self.setFocus()
                    self.setCurrentIndex(self.lines.index(row, COLUMNS.index(name)))
                    return

    def moveCursor(self, action: _Step, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action not in (_Step.MoveNext, _Step.MovePrevious):
            return super().moveCursor(action, modifiers)
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if action == _Step.MoveNext:
            row, column = (row, max(column + 1, QUANTITY)) if column < DISCOUNT else (row + 1, QUANTITY)
        else:
            row, column = (row, min(column - 1, DISCOUNT)) if column > QUANTITY else (row - 1, DISCOUNT)
        return self.lines.index(row, column)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        at_end = self._at_end()
        super().closeEditor(editor, hint)
        if at_end and hint == QAbstractItemDelegate.EndEditHint.EditNextItem:
            self.box.setFocus()

    def _at_end(self) -> bool:
        """Whether the next cell to type in would lie beyond the last line."""
        return self.currentIndex().row() == len(self.lines.lines) - 1 and self.currentIndex().column() >= DISCOUNT

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, on_last = event.key(), self.currentIndex().row() == len(self.lines.lines) - 1
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Paste) and self.lines.writable:
            self._paste(QGuiApplication.clipboard().text())
        elif key == Qt.Key.Key_Delete:
            self.remove_current()
        elif key == Qt.Key.Key_F4:
            self.want_options()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(self.currentIndex())
        elif (key == Qt.Key.Key_Tab and self._at_end()) or (key == Qt.Key.Key_Down and on_last):
            self.box.setFocus()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.indexAt(event.pos()).row()
        if self.lines.writable and 0 <= row < len(self.lines.lines):
            self.selectRow(row)
            self.line_menu(row).popup(event.globalPos())

    def line_menu(self, row: int) -> QMenu:
        """What can be done with the line at ``row`` besides typing into it."""
        menu = fresh_menu(self)
        for each in trade().categories:
            words = _("Category: {name}").format(name=pick(each.name))
            action = menu.addAction(words, partial(self.lines.recategorise, row, each.code))
            action.setEnabled(self.lines.lines[row].category != each.code)
        menu.addSeparator()
        picking = menu.addAction(_("Colour and options…"), self.want_options)
        picking.setShortcut("F4")
        picking.setEnabled(self.lines.lines[row].pickable)
        if self.sees_cost and self.lines.lines[row].item_id is None:
            menu.addAction(_("What it costs us…"), partial(self.cost_wanted.emit, row))
        menu.addSeparator()
        menu.addAction(_("Move up"), partial(self.move_current, -1)).setShortcut("Alt+Up")
        menu.addAction(_("Move down"), partial(self.move_current, 1)).setShortcut("Alt+Down")
        menu.addAction(_("Remove line"), self.remove_current).setShortcut("Delete")
        return menu

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for row, line in enumerate(self.lines.lines):
            name = next((each for each in TYPED if each in line.wrong), None)
            if name is not None:
                cell = self.visualRect(self.lines.index(row, COLUMNS.index(name)))
                self._paint_reason(painter, cell, i18n.say(line.wrong[name].error), name == "name")
        painter.end()

    def _paint_reason(self, painter: QPainter, cell: QRect, reason: str, at_left: bool) -> None:
        """The reason under a wrong value, over the neighbours' empty second line."""
        face = theme.font(theme.FINE)
        width = QFontMetrics(face).horizontalAdvance(reason)
        left = cell.left() + SIDE if at_left else max(cell.right() - SIDE - width, SIDE)
        ground = QRect(left - 4, cell.bottom() - 22, width + 8, 17)
        painter.fillRect(ground, theme.color("bad_soft"))
        painter.setFont(face)
        painter.setPen(theme.ink("bad"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width(wide=event.size().width() >= _NARROW)
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Be as high as the lines, so that the adding box stands right under them while there is room."""
        titles = self.horizontalHeader().height()
        self.setMaximumHeight(titles + max(len(self.lines.lines), 1) * theme.TALL_ROW)

    def _start_anew(self) -> None:
        self._fresh = False
        self.setTabKeyNavigation(self.lines.writable)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == REMOVE:
            self.remove_current()

    def _add(self, line: TypedLine) -> None:
        self.add([line])
        self.box.setFocus()

    def _paste(self, text: str) -> None:
        self.add(self.box.read(text))
        if self.lines.wrong():
            self.go_to_wrong()
        else:
            self.box.setFocus()

    def _leave_box(self) -> None:
        """Tab in the empty box: to the line just added, else out."""
        if self._fresh:
            self._fresh = False
            self._edit_at(len(self.lines.lines) - 1, QUANTITY)
        else:
            self.tab_out.emit()

    def _up_from_box(self) -> None:
        if self.lines.lines:
            self.setFocus()
            self.setCurrentIndex(self.lines.index(len(self.lines.lines) - 1, QUANTITY))

    def _edit_at(self, row: int, column: int) -> None:
        self.setFocus()
        self.setCurrentIndex(self.lines.index(row, column))
        self.edit(self.lines.index(row, column))
