"""Who is next, large; who comes after, and whom the floor owes a turn."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.kernel.i18n import _, label
from models.rotation.kinds import Presence
from models.rotation.views import Board
from ui.kit import theme, wording
from ui.kit.widgets import Chip, Line, Text, clear, row

_AFTER, _DEBTS = 2, 2
_EDGE = 6


class NextUp(QFrame):
    """The board's first panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.name = Text("", "next", elide=True)
        self.why = Text("", "dim", elide=True)
        self._after, self._owed = QVBoxLayout(), QVBoxLayout()
        for column in (self._after, self._owed):
            column.setSpacing(2)
        self._line = Line(upright=True)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(Text(_("Next to receive"), "dim"))
        left.addWidget(self.name)
        left.addWidget(self.why)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.INSIDE + _EDGE + 4, 10, theme.INSIDE, 10)
        box.setSpacing(20)
        box.addLayout(left, 3)
        box.addLayout(self._after, 1)
        box.addWidget(self._line)
        box.addLayout(self._owed, 1)

    def show_board(self, board: Board) -> None:
        """Show whose turn it is now."""
        after = board.next
        self.name.setText(after.name if after else _("Nobody is free"))
        self.name.set_tone("" if after else "dim")
        self.why.setText(_why(board))
        names = [each for each in board.queue if after is None or each.id != after.id][:_AFTER]
        clear(self._after)
        self._after.addWidget(Text(_("Then"), "second"))
        for each in names:
            text = each.name
            if each.presence is not Presence.WAITING:
                text = wording.GAP.join((each.name, label(each.presence)))
            self._after.addWidget(Text(text, "" if each.presence is Presence.WAITING else "dim", elide=True))
        self._after.addStretch(1)
        self._show_owed(board)

    def _show_owed(self, board: Board) -> None:
        clear(self._owed)
        self._line.setVisible(bool(board.owed))
        if not board.owed:
            return
        self._owed.addWidget(Text(_("Owed, served first"), "second"))
        for debt in board.owed[:_DEBTS]:
            line: QWidget = row(Text(debt.name), Chip(label(debt.reason), "warn"), "stretch", gap=6)
            self._owed.addWidget(line)
        more = len(board.owed) - _DEBTS
        if more > 0:
            self._owed.addWidget(Text(_("and {count} more").format(count=more), "fine"))
        self._owed.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(0, 0, _EDGE, self.height())
        painter.setPen(theme.color("accent"))
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.PANEL_RADIUS, theme.PANEL_RADIUS)


def _why(board: Board) -> str:
    """Why this person is next, or what has to happen first."""
    if board.is_closed:
        return _("The day is closed.")
    if board.next is None:
        if board.unattended:
            return _("Whoever comes free receives the customer who has waited longest.")
        return _("Whoever signs in first in the line-up is next.")
    owed = next((each for each in board.owed if each.person_id == board.next.id), None)
    if owed is not None:
        return _("An owed turn goes first: {reason}.").format(reason=label(owed.reason))
    last = next((each for each in reversed(board.log) if each.counted and each.voided_by is None), None)
    if last is None:
        return _("By today's line-up; the first turn of the day.")
    return wording.GAP.join(
        (_("By today's line-up"), _("last turn used at {time}").format(time=wording.time_of_day(last.at)))
    )
