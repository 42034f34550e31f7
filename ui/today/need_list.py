"""The list of what waits: arrows choose, Enter does the next obvious thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.widgets import Button, Line, ListRow, clear, row, scrolled
from ui.today.need import Need

_FOCUS_BAR = 3


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NeedRow(QWidget):
    """One thing that waits; its button is the primary one while the row is chosen."""

    def __init__(self, need: Need, choose: Callable[[NeedRow], object], do: Callable[[Need], object]) -> None:
        super().__init__()
        self.need, self.chosen, self.focused, self._choose = need, False, False, choose
        self.do_button = Button(need.button, lambda: do(need), kind="primary", hint="Enter", name=f"do_{need.kind}")
        self._plain = Button(need.button, lambda: do(need))
        for button in (self.do_button, self._plain):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.do_button.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        buttons = row(self.do_button, self._plain)
        box.addWidget(ListRow(need.icon, need.title, need.detail, buttons, need.tone))
        box.addWidget(Line())
        self.setAccessibleName(need.title)
        self.setAccessibleDescription(need.detail)

    def set_chosen(self, chosen: bool, focused: bool) -> None:
        """Be the row that Enter acts on, or not; ``focused`` while keys go to its list."""
        self.chosen, self.focused = chosen, focused
        self.do_button.setVisible(chosen)
        self._plain.setVisible(not chosen)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.chosen:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 0, 0, -1), theme.color("accent_soft"))
        if self.focused:
            painter.fillRect(QRect(0, 0, _FOCUS_BAR, self.height() - 1), theme.color("accent"))


class NeedList(QWidget):
    """What waits, worst first; the one chosen stays chosen while others come and go."""

    done = Signal(object)
    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows: list[NeedRow] = []
        self._place = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def show_needs(self, needs: Sequence[Need], after: Sequence[QWidget] = ()) -> None:
        """Show these, and widgets beneath them."""
        before = self.chosen
        clear(self._box)
        self.rows = [NeedRow(each, self._choose, self.done.emit) for each in needs]
        for each in (*self.rows, *after):
            self._box.addWidget(each)
        self._box.addStretch(1)
        same = [n for n, each in enumerate(needs) if before and (each.kind, each.id) == (before.kind, before.id)]
        self.choose(same[0] if same else self._place)

    @property
    def chosen(self) -> Need | None:
        """What Enter acts on."""
        return self.rows[self._place].need if self._place < len(self.rows) else None

    def choose(self, place: int) -> None:
        """Choose the row at ``place``, or the one nearest to it."""
        self._place = max(0, min(place, len(self.rows) - 1))
        for number, each in enumerate(self.rows):
            each.set_chosen(number == self._place, self.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self.rows:
            self.choose(self._place + step)
            self.moved.emit(self.rows[self._place])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.done.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.choose(self._place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.choose(self._place)

    def _choose(self, row: NeedRow) -> None:
        self.setFocus()
        self.choose(self.rows.index(row))


def in_scroll_area(needs: NeedList) -> QScrollArea:
    """The list in a frame that keeps the chosen row in sight."""
    area = scrolled(needs)
    needs.moved.connect(lambda row: area.ensureWidgetVisible(row, 0, 8))
    return area
