"""The window: bars above and below, tabs between; the only place where tabs meet."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from models.kernel import changes, faults
from models.kernel.changes import Changes
from models.kernel.errors import StorageError
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from ui.kit import notices
from ui.kit.desk import Crumb
from ui.kit.widgets import scrolled
from ui.tab_spec import RecordTab, Session, Tab, TabSpec, WindowActions, do_nothing

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.status_bar import StatusBar
    from ui.tab_bar import TabBar
    from ui.top_bar import TopBar

_SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)
_MINUTE = 60_000


@dataclass
class _Place:
    """Where somebody was when another took over: tabs with all that was typed, and open dialogs."""

    tabs: dict[str, Tab] = field(default_factory=dict)
    front: str = ""
    trail: list[Crumb] = field(default_factory=list)
    dialogs: list[QDialog] = field(default_factory=list)


def _room(page: QWidget) -> QWidget:
    """``page`` in all the room there is; where that is too little for it, it is scrolled and not squeezed."""
    room = scrolled(page)
    room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return room


class MainWindow(QMainWindow):
    """The program's window."""

    committed = Signal(object)

    def __init__(
        self,
        tabs: Sequence[TabSpec],
        session: Session,
        actions: WindowActions | None = None,
        lock_minutes: int = 0,
        cover: QWidget | None = None,
    ) -> None:
        """``cover`` lies over the window from the start; then what is beneath is made once the cover is on the screen,
        and no tab before somebody takes over.
        """
        super().__init__()
        self.setObjectName("main")
        self.session = session
        self._actions = actions or WindowActions()
        self._specs = {spec.key: spec for spec in tabs}
        self._tabs: dict[str, Tab] = {}
        self._rooms: dict[QWidget, QWidget] = {}
        self._stale: set[str] = set()
        self._front = ""
        self._trail: list[Crumb] = []
        self._hidden_dialogs: list[QDialog] = []
        self._person: Hashable = None
        self._waiting: dict[Hashable, _Place] = {}
        self._cover: QWidget | None = None
        self._frame: Frame | None = None
        self._bands: list[Callable[[], QWidget]] = []
        self._drives: tuple[str, ...] = ()
        self._layers = QStackedWidget()
        self.setCentralWidget(self._layers)
        self._idle = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._idle.timeout.connect(self._actions.on_lock)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self.lock_after(lock_minutes)
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count_all)
        self.committed.connect(self.refresh)
        self._stop_listening = changes.listen(self.committed.emit)
        self.setMinimumSize(880, 480)
        self.resize(1366, 768)
        self.show_session()
        if cover is not None:
            self.cover(cover)
        elif tabs:
            self.show_tab(tabs[0].key)

    @property
    def frame(self) -> Frame:
        """The bars and the room for the tabs, made when they are first needed."""
        if self._frame is None:
            self._frame = self._new_frame()
            self._layers.insertWidget(0, self._frame)
            self.show_session()
        return self._frame

    def _new_frame(self) -> Frame:
        from ui.frame import Frame
        from ui.tab_bar import TabBar
        from ui.top_bar import TopBar

        actions = self._actions
        top = TopBar(
            self.session.store_name,
            actions.search,
            on_bell=lambda: self.show_tab(next(iter(self._specs))),
            on_export=actions.on_export or do_nothing,
            on_switch=actions.on_switch,
            on_settings=actions.on_settings or do_nothing,
            on_lock=actions.on_lock,
        )
        top.offer_settings(actions.on_settings is not None)
        top.show_drives(self._drives)
        top.search.chosen.connect(self.open_record)
        tab_bar = TabBar([(spec.key, spec.title, spec.icon) for spec in self._specs.values() if spec.in_bar])
        tab_bar.chosen.connect(self.show_tab)
        frame = Frame(top, tab_bar)
        for make in self._bands:
            frame.announce(make())
        QShortcut(QKeySequence("Alt+Left"), frame, self.go_back)
        return frame

    @property
    def top(self) -> TopBar:
        """The bar above everything."""
        return self.frame.top

    @property
    def tab_bar(self) -> TabBar:
        """The bar of tabs."""
        return self.frame.tab_bar

    @property
    def status(self) -> StatusBar:
        """The bar beneath everything."""
        return self.frame.status

    @property
    def crumb_bar(self) -> QWidget:
        """The way back, shown while there is one."""
        return self.frame.crumb_bar

    @property
    def front(self) -> str:
        """The key of the tab in front."""
        return self._front

    def tab(self, key: str) -> Tab:
        """The tab called ``key``, built now if it was not. Raises KeyError."""
        if key not in self._tabs:
            tab = self._tabs[key] = self._specs[key].factory(self)
            self._rooms[tab.widget] = _room(tab.widget)
            self.frame.pages.addWidget(self._rooms[tab.widget])
            self._count(key)
        return self._tabs[key]

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front. Raises KeyError."""
        self._bring_forward(key, [])

    def open_record(self, kind: str, record_id: int, came_from: Crumb | None = None) -> None:
        """Show a record in the tab for its kind; ``came_from`` is the record left, offered as the way back."""
        self._open(kind, record_id, [*self._trail, came_from] if came_from is not None else [])

    def go_back(self, steps: int = 1) -> None:
        """Return to the record this one was opened from."""
        if 0 < steps <= len(self._trail):
            crumb = self._trail[-steps]
            self._open(crumb.kind, crumb.id, self._trail[:-steps])

    def _open(self, kind: str, record_id: int, trail: list[Crumb]) -> None:
        key = next((spec.key for spec in self._specs.values() if kind in spec.kinds), None)
        if key is None:
            notices.tell(_("There is no screen for this yet."), "neutral")
            return
        self._bring_forward(key, trail)
        cast(RecordTab, self._tabs[key]).open_record(kind, record_id)

    def _bring_forward(self, key: str, trail: list[Crumb]) -> None:
        tab = self.tab(key)
        self._front, self._trail = key, trail
        self.tab_bar.show_front(key)
        self.frame.pages.setCurrentWidget(self._rooms[tab.widget])
        if key in self._stale:
            self._stale.discard(key)
            tab.refresh(None)
        tab.widget.setFocus()
        self.frame.show_trail(trail, self.go_back)

    def refresh(self, what: Changes | None = None) -> None:
        """Tell the tab in front what was changed; the others look again when they come to the front."""
        for key, tab in self._tabs.items():
            if key == self._front:
                tab.refresh(what)
            else:
                self._stale.add(key)
        self._counting.start()

    def show_session(self) -> None:
        """Show the store and who is logged in, after a change of either."""
        self.setWindowTitle(self.session.store_name)
        if self._frame is not None:
            self._frame.top.show_store(self.session.store_name)
            self._frame.top.person.show_person(self.session.person_name, self.session.role_name)
            may = self._actions.on_export is not None and self.session.actor.may(Permission.CARRY_OUT)
            self._frame.top.offer_export(may)

    def show_drives(self, names: Sequence[str]) -> None:
        """Say which removable drives are plugged in."""
        self._drives = tuple(names)
        if self._frame is not None:
            self._frame.top.show_drives(names)

    def take_over(self, person: Hashable) -> None:
        """Give the counter to ``person`` with tabs of their own; what others were at waits until they are back."""
        if person != self._person:
            if self._tabs:
                self._waiting[self._person] = _Place(self._tabs, self._front, self._trail, self._hidden_dialogs)
            place = self._waiting.pop(person, None) or _Place()
            self._tabs, self._front, self._trail = place.tabs, place.front, place.trail
            self._hidden_dialogs, self._stale = place.dialogs, set(place.tabs)
            self._person = person
        self.show_session()
        self._bring_forward(self._front or next(iter(self._specs)), self._trail)

    def announce(self, make: Callable[[], QWidget]) -> None:
        """Keep the band that ``make`` makes above the tabs for as long as the window stands."""
        self._bands.append(make)
        if self._frame is not None:
            self._frame.announce(make())

    def lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without key or mouse; 0 is never."""
        self._idle.stop()
        self._idle.setInterval(minutes * _MINUTE)
        if minutes:
            self._idle.start()

    def idle_left(self) -> int:
        """Milliseconds until the window locks, if nobody touches anything."""
        return self._idle.remainingTime()

    def cover(self, page: QWidget) -> None:
        """Put ``page`` (lock, login) in place of everything; what was typed stays, open dialogs are hidden and menus
        closed.
        """
        self.uncover()
        while (popup := QApplication.activePopupWidget()) and popup.close():
            continue
        notices.hush(self)
        if self.isVisible():
            self._hidden_dialogs = [each for each in self.findChildren(QDialog) if each.isVisible()]
        for dialog in self._hidden_dialogs:
            dialog.hide()
        self._cover = page
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        page.setFocus()

    def uncover(self) -> None:
        """Take the cover away and go on where it was put."""
        if self._cover is not None:
            self._layers.removeWidget(self._cover)
            self._cover.deleteLater()
            self._cover = None
        for dialog in self._hidden_dialogs:
            dialog.open()
        self._hidden_dialogs = []

    @property
    def covered(self) -> bool:
        """Whether a page is over everything."""
        return self._cover is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._idle.interval():
            self._idle.start()
        return False

    def _watch(self, window: QWindow | None) -> None:
        """Look for signs of life in the window that keys go to, a dialog's too."""
        if window is not None:
            window.installEventFilter(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._frame is None:
            QTimer.singleShot(0, self._be_ready)

    def _be_ready(self) -> None:
        """Make what lies beneath the cover, so that whoever logs in need not wait for it."""
        self.frame.ensurePolished()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._actions.on_close():
            event.ignore()
            return
        self.let_go()
        super().closeEvent(event)

    def let_go(self) -> None:
        """Ask nothing more of the store, which is about to be closed or left to another window."""
        self.lock_after(0)
        self._counting.stop()
        self._stop_listening()
        self._stop_listening = do_nothing

    def _count_all(self) -> None:
        """What waits in each tab, counted when the screen has shown what was done; not where the store is lost."""
        try:
            with faults.told_apart():
                for key in self._tabs:
                    self._count(key)
        except StorageError:
            return

    def _count(self, key: str) -> None:
        count = self._tabs[key].badge()
        if self._specs[key].in_bar:
            self.tab_bar.show_count(key, count)
        if key == next(iter(self._specs)):
            self.top.bell.show_count(count)
