"""The checklist: a row to touch for each item, under its section with what is done of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from models.delivery.kinds import ItemState
from models.delivery.views import ItemView, SectionView
from models.kernel.i18n import _
from models.trades.delivery_template import Gate
from ui.deliveries import wording
from ui.kit import icons, theme
from ui.kit.menus import fresh_menu
from ui.kit.widgets import FilterChips, Line, Panel, clear

ROW = 52
_TICK, _LEFT, _MORE = 26, 58, 44
_BOXES = {
    ItemState.OPEN: "checkbox-blank-outline",
    ItemState.DONE: "checkbox-marked",
    ItemState.NOT_APPLICABLE: "minus-box-outline",
}
_DOWN, _UP = (Qt.Key.Key_Down, Qt.Key.Key_J), (Qt.Key.Key_Up, Qt.Key.Key_K)


class ItemRow(QAbstractButton):
    """One item, 52 high: a touch or Space ticks it or asks for its evidence; the dots, or N, lead to the rest.

    ``done`` asks for it to be done, ``waived`` not to apply, ``undone`` to be open again, ``shown`` for its picture.
    """

    done = Signal(int)
    waived = Signal(int)
    undone = Signal(int)
    shown = Signal(int)

    def __init__(self, item: ItemView) -> None:
        super().__init__()
        self.item = item
        self.setObjectName(f"item_{item.id}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda checked: self._press())
        self.show_item(item)

    def show_item(self, item: ItemView) -> None:
        """Show the item as it stands now."""
        self.item = item
        self.setText(item.wording.replace("&", "&&"))
        self.setAccessibleName(item.wording)
        self.setAccessibleDescription(wording.done(item) if item.state is not ItemState.OPEN else wording.needs(item))
        self.setToolTip(item.wording)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ROW)

    def _press(self) -> None:
        if not self.item.may_do:
            return
        if self.item.state is ItemState.OPEN:
            self.done.emit(self.item.id)
        else:
            self.show_menu()

    def menu_actions(self) -> list[tuple[str, str, Callable[[], None]]]:
        """What else can be done with the item: key, words, and what does it."""
        item, found = self.item, []
        if item.may_do and item.state is ItemState.OPEN:
            found.append(("waive", _("Not applicable…"), lambda: self.waived.emit(item.id)))
        if item.may_do and item.state is not ItemState.OPEN:
            found.append(("undo", _("Open again"), lambda: self.undone.emit(item.id)))
        if item.attachment_id:
            found.append(("show", _("Show the picture"), lambda: self.shown.emit(item.id)))
        return found

    def show_menu(self) -> None:
        """Open the menu of the item."""
        found = self.menu_actions()
        if not found:
            return
        menu = fresh_menu(self)
        for key, words, act in found:
            menu.addAction(words, act).setObjectName(key)
        menu.popup(self.mapToGlobal(QPoint(self.width() - _MORE, self.height() - 6)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - _MORE and self.menu_actions():
            self.setDown(False)
            self.show_menu()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_N and self.item.may_do and self.item.state is ItemState.OPEN:
            self.waived.emit(self.item.id)
        elif key == Qt.Key.Key_Backspace and self.item.may_do and self.item.state is not ItemState.OPEN:
            self.undone.emit(self.item.id)
        elif key == Qt.Key.Key_Menu:
            self.show_menu()
        elif key in _DOWN:
            self.focusNextChild()
        elif key in _UP:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        item, width = self.item, self.width()
        if self.underMouse() and item.may_do:
            painter.fillRect(self.rect(), theme.color("hover"))
        tone = {ItemState.DONE: "ok", ItemState.OPEN: "accent" if item.may_do else "dim"}.get(item.state, "dim")
        icons.paint(painter, QRect(16, (ROW - _TICK) // 2, _TICK, _TICK), _BOXES[item.state], tone)
        right = width - (_MORE if self.menu_actions() else 12)
        right -= self._paint_evidence(painter, right)
        self._paint_words(painter, right)
        if self.menu_actions():
            icons.paint(painter, QRect(width - 34, (ROW - 22) // 2, 22, 22), "dots-vertical", "dim")
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -4, -4), theme.RADIUS, theme.RADIUS)

    def _paint_evidence(self, painter: QPainter, right: int) -> int:
        """What proves the item, or the icon of what it asks for; how wide that is."""
        item = self.item
        words = wording.found(item) if item.state is ItemState.DONE else ""
        icon = wording.ICONS[item.evidence] if item.state is not ItemState.NOT_APPLICABLE else ""
        used = 0
        if words:
            painter.setFont(theme.font(theme.BODY, bold=True))
            painter.setPen(theme.color("text"))
            used = QFontMetrics(painter.font()).horizontalAdvance(words) + 6
            box = QRect(right - used, 0, used, ROW)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if icon:
            icons.paint(painter, QRect(right - used - 26, (ROW - 20) // 2, 20, 20), icon, "dim")
            used += 30
        return used

    def _paint_words(self, painter: QPainter, right: int) -> None:
        item = self.item
        number = f"{item.position + 1}"
        painter.setFont(theme.font(theme.FINE))
        painter.setPen(theme.color("dim"))
        painter.drawText(QRect(_LEFT - 10, 6, 26, 22), Qt.AlignmentFlag.AlignCenter, number)
        left = _LEFT + 22
        second = wording.needs(item) if item.state is ItemState.OPEN else wording.done(item)
        fine = QFontMetrics(painter.font()).elidedText(second, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, 27, right - left, 20), Qt.AlignmentFlag.AlignVCenter, fine)
        open_and_required = item.required and item.state is ItemState.OPEN
        painter.setFont(theme.font(theme.BODY, bold=open_and_required))
        painter.setPen(theme.color("text" if item.state is ItemState.OPEN else "dim"))
        words = f"{item.wording} *" if item.required else item.wording
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, 5, right - left, 24), Qt.AlignmentFlag.AlignVCenter, shown)


class Checklist(QWidget):
    """All sections; chips above lead to each. Signals as those of a row."""

    done = Signal(int)
    waived = Signal(int)
    undone = Signal(int)
    shown = Signal(int)
    section_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[int, ItemRow] = {}
        self._panels: list[Panel] = []
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.section_chosen.emit(int(key)))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.GAP)

    @property
    def rows(self) -> list[ItemRow]:
        """The rows in their order."""
        return list(self._rows.values())

    def row(self, item_id: int) -> ItemRow:
        """The row of an item. Raises KeyError."""
        return self._rows[item_id]

    def panel(self, number: int) -> Panel:
        """The panel of the section at this place."""
        return self._panels[number]

    def show_sections(self, sections: Sequence[SectionView]) -> None:
        """Show the items as they stand; rows that are there already stay, and with them the focus."""
        ids = [item.id for section in sections for item in section.items]
        if ids != list(self._rows):
            self._build(sections)
        for number, section in enumerate(sections):
            progress = section.progress
            tone = "ok" if progress.done == progress.total else "warn" if progress.open_required else "neutral"
            head = self._panels[number].head
            if head is not None:
                head.set_chips((f"{progress.done} / {progress.total}", tone))
            for item in section.items:
                self._rows[item.id].show_item(item)
        self.chips.set_items([_chip(number, section) for number, section in enumerate(sections)])

    def _build(self, sections: Sequence[SectionView]) -> None:
        clear(self._box)
        self._rows, self._panels = {}, []
        for section in sections:
            after = bool(section.items) and all(item.gate is Gate.AFTER for item in section.items)
            panel = Panel(title_of(section), flush=True, hint=_("after the hand-over") if after else "")
            for place, item in enumerate(section.items):
                row = self._rows[item.id] = ItemRow(item)
                row.done.connect(self.done)
                row.waived.connect(self.waived)
                row.undone.connect(self.undone)
                row.shown.connect(self.shown)
                if place:
                    panel.add(Line())
                panel.add(row)
            self._panels.append(panel)
            self._box.addWidget(panel)


def title_of(section: SectionView) -> str:
    """A section's name with the room or piece it is about."""
    return f"{section.name} · {section.part}" if section.part else section.name


def _chip(number: int, section: SectionView) -> tuple[str, str, str]:
    progress = section.progress
    tone = "ok" if progress.done == progress.total else "neutral"
    return str(number), f"{title_of(section)} {progress.done}/{progress.total}", tone
