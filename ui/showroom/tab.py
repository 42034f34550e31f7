"""The showroom tab: the board, the manager's pages behind it, and the second monitor's picture of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.rotation import lists
from ui.kit import theme
from ui.kit.desk import Desk
from ui.kit.layout import Front
from ui.kit.widgets import Band, Button, fill
from ui.showroom.arrival import ArrivalPanel
from ui.showroom.big_screen import BigScreen
from ui.showroom.floor import Floor
from ui.showroom.log_panel import LogPanel
from ui.showroom.next_up import NextUp
from ui.showroom.pages import Pages
from ui.showroom.people import PeoplePanel
from ui.showroom.waiting import UnattendedPanel

_SHOWN = ("rotation_day", "rotation_line_up", "rotation_holiday", "register_line", "customer", "staff")
_SECOND, _LOOK_EVERY = 1000, 5
_SIDE_SHARE, _LEAST, _MOST = 0.28, 300, 420


class _Page(QWidget):
    """The board: number keys and Enter go to the arrival wherever no other piece wants them."""

    def __init__(self, side: QWidget, arrival: ArrivalPanel) -> None:
        super().__init__()
        self._side, self._arrival = side, arrival

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(max(_LEAST, min(round(self.width() * _SIDE_SHARE), _MOST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._arrival.kinds.press(event.key()):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._arrival.record()
        elif event.key() == Qt.Key.Key_Escape:
            self._arrival.clear()
        else:
            super().keyPressEvent(event)


class ShowroomTab:
    """What the window shows under Showroom."""

    def __init__(self, desk: Desk) -> None:
        self.floor = Floor(desk)
        self._seconds, self._person = 0, self.floor.actor.id
        self.next_up = NextUp()
        self.arrival = ArrivalPanel(self.floor)
        self.people = PeoplePanel(self.floor)
        self.unattended = UnattendedPanel(self.floor)
        self.log = LogPanel(self.floor, *self._ways())
        self._band = Band("warn", "")
        self._board = self._laid_out()
        self.pages: Pages | None = None
        self.big_screen: BigScreen | None = None
        self._stack = Front()
        self._stack.addWidget(self._board)
        self.widget: QWidget = self._stack
        self.widget.setFocusProxy(self.arrival.kinds)
        self.floor.changed.connect(self._show)
        self._show()
        self._clock = QTimer(self.widget, interval=_SECOND)
        self._clock.timeout.connect(self.tick)
        self._clock.start()

    def refresh(self, changes: Changes | None) -> None:
        """Read the board anew."""
        if changes is None or any(changes.touches(kind) for kind in _SHOWN):
            self.floor.hear()

    def badge(self) -> int:
        """How many customers nobody attends."""
        return len(lists.here().unattended)

    def tick(self) -> None:
        """Once a second: clocks go on, midnight brings the new day, other seats' work comes in."""
        if not self.widget.window().isVisible():
            return
        self._seconds += 1
        if self.floor.is_stale or self._seconds % _LOOK_EVERY == 0:
            self.floor.look_again()
        else:
            self.unattended.tick()
        if self.floor.actor.id == self._person:
            self.unattended.ring()
        if self.widget.isVisible():
            self.people.tick()
            self.arrival.answer.tick()
        if self.big_screen is not None and self.big_screen.isVisible():
            self.big_screen.tick()

    def open_page(self, key: str) -> None:
        """Show one of the pages behind the board."""
        if self.pages is None:
            self.pages = Pages(self.floor)
            self.pages.left.connect(self.show_board)
            self._stack.addWidget(self.pages)
        self._stack.setCurrentWidget(self.pages)
        self.widget.setFocusProxy(self.pages)
        self.pages.open(key)

    def show_board(self) -> None:
        """Go back to the board."""
        self._stack.setCurrentWidget(self._board)
        self.widget.setFocusProxy(self.arrival.kinds)
        self.arrival.kinds.setFocus()

    def show_big_screen(self) -> None:
        """Open the second monitor's picture."""
        window = self.widget.window()
        screen = self.big_screen or window.findChild(BigScreen) or BigScreen(self.floor, window)
        self.big_screen = screen
        screen.open()

    def _ways(self) -> list[QWidget]:
        """The buttons that lead behind the board, and to the second monitor."""
        ways: list[QWidget] = [
            Button(_("Rules"), lambda: self.open_page("rules"), icon="tune-variant", name="rules"),
            Button(_("Big screen"), self.show_big_screen, icon="monitor-share", key="F11", name="big_screen"),
        ]
        if self.floor.may_receive:
            ways.append(
                Button(_("Close the day"), lambda: self.open_page("close"), icon="flag-checkered", name="close")
            )
        return ways

    def _laid_out(self) -> QWidget:
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme.GAP)
        fill(right, self.unattended, self.people)
        right.setStretch(1, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.GAP)
        fill(left, self._band, self.next_up, self.arrival, self.log)
        left.setStretch(3, 1)
        page = _Page(side, self.arrival)
        box = QHBoxLayout(page)
        box.setContentsMargins(*[theme.GAP] * 4)
        box.setSpacing(theme.GAP)
        box.addLayout(left, 1)
        box.addWidget(side)
        return page

    def _show(self) -> None:
        board = self.floor.board
        self.next_up.show_board(board)
        self._band.show()
        if board.later is not None:
            day, later = board.day.isoformat(), board.later.isoformat()
            text = _("This PC says it is {day}, but {later} has been opened already.").format(day=day, later=later)
            self._band.say("warn", _("Whose clock is wrong?"), lead=text)
        elif not board.queue:
            self._offer_line_up()
        elif board.unclosed and self.floor.may_receive:
            close = Button(_("Close it"), lambda: self.open_page("close"), name="close_late")
            text = _("{day} has not been closed.").format(day=board.unclosed[0].isoformat())
            self._band.say("warn", _("Receptions without a result may be open."), close, lead=text)
        else:
            self._band.hide()

    def _offer_line_up(self) -> None:
        text = _("Nobody is in the line-up today.")
        if self.floor.may_manage:
            make = Button(_("Make a line-up"), lambda: self.open_page("line_up"), kind="primary", name="make_line_up")
            self._band.say("warn", text, make)
        else:
            self._band.say("warn", _("A sales manager can make a line-up."), lead=text)


def build(desk: Desk) -> ShowroomTab:
    """The showroom tab of this window."""
    return ShowroomTab(desk)
