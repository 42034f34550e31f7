"""The program put together: from a store's address to the window with its tabs and whoever is at the counter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from models.kernel import clock, i18n
from models.kernel import store as stores
from models.kernel.errors import FrontdeskError, RuleError, StorageError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.kernel.store import Store
from models.staff import lists
from ui import sample_data, this_pc
from ui.app import speak
from ui.backups.at_work import BackupsAtWork
from ui.drive_watch import DriveWatch
from ui.kit import jobs
from ui.login.page import LoginPage
from ui.main_window import MainWindow
from ui.service import KINDS as SERVICE_KINDS
from ui.session import Session
from ui.tab_spec import Tab, TabSpec, WindowActions

if TYPE_CHECKING:
    from ui.kit.search import Group
    from ui.start.answers import Answers, Made
    from ui.start.window import StartWindow

_SOON, _MINUTE = 300, 60_000
_ASIDES = ("settings", "export")
SETTINGS_SECTIONS = ("import", "staff", "catalog", "workshop_day")
"""The sections of the settings that other pages lead to."""


def tab_specs() -> list[TabSpec]:
    """All tabs in their order. Each is imported when it first comes to the front."""
    return [
        TabSpec("today", _("Today"), "calendar-check-outline", partial(_tab, "today"), ("follow_up",)),
        TabSpec(
            *("customers", _("Customers"), "card-account-details-outline", partial(_tab, "customers")),
            kinds=("customer", "call", "leaver", "owner"),
        ),
        TabSpec("showroom", _("Showroom"), "account-switch-outline", partial(_tab, "showroom")),
        TabSpec(
            *("sales", _("Sales"), "file-document-edit-outline", partial(_tab, "sales")),
            kinds=(
                *("quote", "contract", "payment", "amendment", "cancellation", "exception", "stock_unit"),
                *("test_drive", "test_drive_for", "appraisal", "appraisal_for"),
            ),
        ),
        TabSpec(
            *("deliveries", _("Deliveries"), "clipboard-check-outline", partial(_tab, "deliveries")),
            kinds=("delivery", "delivery_plan", "deliveries"),
        ),
        TabSpec("service", _("Service"), "wrench-outline", partial(_tab, "service"), SERVICE_KINDS),
        TabSpec("statistics", _("Statistics"), "chart-box-outline", partial(_tab, "statistics")),
    ]


def _tab(name: str, window: MainWindow) -> Tab:
    """The tab of the package ``ui.<name>``."""
    return import_module(f"ui.{name}").build(window)


def _opened(address: str, words: str) -> Store:
    """The store, open. Raises what ``open_store`` does, and StorageError for one that was never set up."""
    store = stores.open_store(address, words)
    if not lists.everybody():
        stores.close(store)
        raise StorageError("Setting up the store {name} was not finished.", name=store.name)
    return store


def _find(actor: Actor, text: str) -> Sequence[Group]:
    from ui.find_anything import find_anything

    return find_anything(actor, text)


class Program:
    """The program at work: first start or a store, the window, and who is at the counter."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.session: Session | None = None
        self.window: MainWindow | None = None
        self._start: StartWindow | None = None
        self.backups = BackupsAtWork(self)
        self._opening = ""
        self._patience = QTimer(app, singleShot=True)
        self._patience.timeout.connect(self._show_opening)
        self._before_aside = "today"
        self._day: date | None = None
        self._midnight = QTimer(app, interval=_MINUTE)
        self._midnight.timeout.connect(self._begin_day)

    def begin(self, address: str = "") -> None:
        """Open the store at ``address``; without one, the store used last, else first start."""
        address = address or this_pc.read().last_store
        if address:
            self.open(address)
        else:
            self.first_start()

    @property
    def start(self) -> StartWindow:
        """The window for what comes before the shop's own; made when it is needed."""
        from ui.start.window import StartWindow

        if self._start is None:
            self._start = StartWindow(self._leave_start)
        return self._start

    def _leave_start(self) -> None:
        from ui.start.first_start import FirstStart

        page = self.start.centralWidget()
        if isinstance(page, FirstStart):
            page.let_go()

    def first_start(self) -> None:
        """Set up a new store, or find one that exists."""
        from ui.start.answers import Answers

        self._ask(Answers(i18n.language(), **this_pc.read().first_answers))

    def _ask(self, answers: Answers) -> None:
        """The questions of first start, in the language that was chosen."""
        from ui.start.first_start import FirstStart, Leads

        self.start.show_page(
            FirstStart(
                answers,
                Leads(
                    *(partial(self._begin_work, answers), self.choose_store, self.choose_server),
                    *(self.backups.choose, self._speak),
                ),
            )
        )

    def _speak(self, answers: Answers) -> None:
        """Ask again in another language; what was answered stays."""
        speak(self.app, answers.language)
        this_pc.change(language=answers.language)
        self._ask(answers)

    def _begin_work(self, answers: Answers, made: Made) -> None:
        """Show the window of a store just made to its owner."""
        this_pc.change(sample_pins=made.pins, first_answers=answers.to_keep() if made.pins else {})
        self.enter(made.store, made.owner)

    def open(self, address: str, words: str = "") -> None:
        """Open a store in the background; ``words`` are its passphrase or recovery code."""
        jobs.run(
            lambda work: _opened(address, words),
            self.enter,
            lambda error: self.tell_trouble(address, error),
            cleanup=stores.close_connection,
        )
        if not words:
            self._opening = address
            self._patience.start(_SOON)

    def _show_opening(self) -> None:
        from ui.start.window import opening_page

        self.start.show_page(opening_page(self._opening.rsplit("/", 1)[-1]))

    def tell_trouble(self, address: str, error: Exception) -> None:
        """Say why the store does not open, or ask for the words that open it."""
        from ui.start.opening import TroublePage, UnlockPage

        self._patience.stop()
        if not isinstance(error, FrontdeskError):
            raise error
        if isinstance(error, RuleError) and error.field == "passphrase":
            unlock = partial(self.open, address)
            self.start.show_page(UnlockPage(address, error, unlock, self.backups.ways(address, error)))
        else:
            self.start.show_page(TroublePage(address, error, self.backups.ways(address, error)))
        self.backups.tell_waiting()

    def choose_store(self) -> None:
        """Ask for the folder of a store, and open it; a backup is restored."""
        from ui.kit.folders import ask_folder

        ask_folder(self.start, _("Choose the store's folder"), self._open_chosen)

    def _open_chosen(self, path: str) -> None:
        if self.backups.are_at(path):
            self.backups.restore_new(path)
        else:
            self.open(path)

    def choose_server(self) -> None:
        """Ask for the address of a store on a server, and open it."""
        from ui.kit.dialogs import FormDialog
        from ui.kit.editors import TextEdit
        from ui.kit.forms import Field

        FormDialog(
            self.start,
            _("Connect to a server…"),
            [Field("address", _("Address"), TextEdit("postgresql://user@server/database"), required=True)],
            self._open_server,
            _("Connect"),
            _("The store is a PostgreSQL database of your own; whoever set it up knows its address."),
        ).open()

    def _open_server(self, values: dict[str, str]) -> None:
        if not stores.is_server(values["address"]):
            raise RuleError("The address begins with postgresql://.", field="address")
        self.open(values["address"])

    def enter(self, store: Store, actor: Actor | None = None) -> None:
        """Show the window of an open store, with the question who is at the counter unless that is known."""
        self._patience.stop()
        self.session = Session(store)
        if this_pc.read().last_store != store.address:
            this_pc.change(last_store=store.address)
        self._show_window(self._new_window(self.session), actor)
        if self._start is not None:
            self._start.close()
            self._start = None
        self.backups.tell_waiting()

    def _new_window(self, session: Session) -> MainWindow:
        actions = WindowActions(
            search=lambda text: _find(session.actor, text),
            on_lock=self.lock,
            on_switch=self.switch,
            on_settings=self.show_settings,
            on_export=lambda: self.show_aside("export"),
            on_close=lambda: self._close(window),
        )
        asides = [
            TabSpec("settings", _("Settings"), "cog-outline", self._settings, SETTINGS_SECTIONS, in_bar=False),
            TabSpec("export", _("Export to USB"), "usb-flash-drive-outline", self._export, in_bar=False),
        ]
        tabs = [*tab_specs(), *asides]
        window = MainWindow(tabs, session, actions, this_pc.read().idle_minutes, cover=self._login_page())
        self.drives = DriveWatch(window)
        self.drives.changed.connect(lambda drives: window.show_drives([drive.name for drive in drives]))
        if session.shop.sample_data:
            window.announce(lambda: sample_data.band(window, self._remove_sample))
        return window

    def _show_window(self, window: MainWindow, actor: Actor | None) -> None:
        self.window = window
        if actor is not None:
            self.let_in(actor)
        window.show()
        self._midnight.start()
        QTimer.singleShot(_SOON, window, self._begin_day)
        QTimer.singleShot(_SOON, self.drives, self.drives.start)
        QTimer.singleShot(_SOON, window, self.backups.begin)

    def _begin_day(self) -> None:
        """Let the program write what the day makes due, at the start and after midnight; screens hear of it."""
        if self.session is None or self._day == clock.today():
            return
        from models.followup.starting import begin_day

        self._day = clock.today()
        jobs.run(lambda work: begin_day(), lambda done: None, cleanup=stores.close_connection)

    def _login_page(self, chosen: int = 0) -> LoginPage:
        assert self.session is not None
        pins = this_pc.read().sample_pins if self.session.shop.sample_data else ()
        footer = [sample_data.pins_button(lambda: self.window)] if pins else []
        return LoginPage(self.session.store_name, self.let_in, chosen, *footer)

    def let_in(self, actor: Actor) -> None:
        """Give the counter to whoever has logged in."""
        assert self.session is not None
        assert self.window is not None
        self.session.actor = actor
        self.window.take_over(actor)
        self.window.uncover()

    def lock(self) -> None:
        """Cover the window until the same person's PIN, or somebody else's, is typed."""
        if self.window is not None and not self.window.covered and self.session is not None:
            self.window.cover(self._login_page(self.session.actor.id))

    def switch(self) -> None:
        """Cover the window and ask who comes to the counter now."""
        if self.window is not None and not self.window.covered:
            self.window.cover(self._login_page())

    def show_settings(self) -> None:
        """Bring the settings to the front; leaving them leads back to where one was."""
        self.show_aside("settings")

    def show_aside(self, key: str) -> None:
        """Bring a page beside the tabs to the front; leaving it leads back to the tab where one was."""
        assert self.window is not None
        if self.window.front not in _ASIDES:
            self._before_aside = self.window.front
        self.window.show_tab(key)

    def _leave_aside(self) -> None:
        assert self.window is not None
        self.window.show_tab(self._before_aside)

    def _export(self, window: MainWindow) -> Tab:
        from ui.exporting import ExportTab

        assert self.session is not None
        return ExportTab(self.session, self.drives, self._leave_aside)

    def _settings(self, window: MainWindow) -> Tab:
        from ui.settings import SettingsDesk, SettingsTab

        assert self.session is not None
        self.backups.begin()
        desk = SettingsDesk(
            self.session,
            speak=self.change_language,
            lock_after=window.lock_after,
            shop_changed=self._shop_changed,
            leave=self._leave_aside,
            catalog_page=lambda: import_module("ui.catalog").build_page(window),
            import_page=lambda: import_module("ui.importing").ImportPage(window.session),
            backups=self.backups.keeper,
            restore=self.backups.restore,
        )
        return SettingsTab(desk)

    def _shop_changed(self) -> None:
        assert self.session is not None
        assert self.window is not None
        self.session.read_shop()
        self.window.show_session()

    def change_language(self, language: str) -> None:
        """Build the window again in another language, for whoever is at the counter."""
        assert self.session is not None
        assert self.window is not None
        speak(self.app, language)
        before, front = self.window, self.window.front
        before.hide()
        window = self._new_window(self.session)
        window.setGeometry(before.geometry())
        self._show_window(window, self.session.actor)
        window.show_tab(front)
        before.close()
        before.deleteLater()

    def _remove_sample(self) -> None:
        """Delete the sample store with its backups and begin first start, with what it was told before."""
        from exchange import backing_up
        from models.kernel import keys

        assert self.session is not None
        folder = self.session.store.folder
        name = keys.name_of(folder) if folder else ""
        self.leave_store(stores.destroy)
        if folder:
            backing_up.forget(folder, name)
        this_pc.change(last_store="", sample_pins=())
        self.first_start()

    def leave_store(self, end: Callable[[Store], None] = stores.close) -> Session:
        """Let the window go and ``end`` the store, without ending the program; returns who was in it."""
        assert self.session is not None
        assert self.window is not None
        session, window = self.session, self.window
        window.hide()
        window.let_go()
        self.backups.end()
        jobs.stop_all()
        self.session = self.window = self._day = None
        end(session.store)
        QTimer.singleShot(0, window, window.close)
        QTimer.singleShot(0, window, window.deleteLater)
        return session

    def _close(self, window: MainWindow) -> bool:
        """Save what was typed, let work under way come to its end, and close the store.

        Tabs save when they are hidden. A window whose place another has taken leaves the store open.
        """
        if window is self.window and self.session is not None:
            window.hide()
            window.let_go()
            self._midnight.stop()
            jobs.stop_all()
            closing, self.session, self._day = self.session.store, None, None  # what was to begin soon does not
            self.backups.close()
            stores.close(closing)
        return True
