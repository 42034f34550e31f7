"""The program put together: from a store's address to the window with its tabs and whoever is at the counter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from models.kernel import i18n
from models.kernel import store as stores
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.kernel.store import Store
from ui import this_pc
from ui.app import speak
from ui.kit import jobs
from ui.kit.search import Group
from ui.login.page import LoginPage
from ui.main_window import MainWindow, Tab, TabSpec, WindowActions
from ui.session import Session

if TYPE_CHECKING:
    from ui.start.answers import Answers, Made
    from ui.start.opening import WaysOut
    from ui.start.window import StartWindow

_SOON = 300


def tab_specs() -> list[TabSpec]:
    """All tabs in their order. Each is imported when it first comes to the front."""
    return [
        TabSpec("today", _("Today"), "calendar-check-outline", partial(_tab, "today")),
        TabSpec("customers", _("Customers"), "card-account-details-outline", partial(_tab, "customers"), ("customer",)),
        TabSpec("showroom", _("Showroom"), "account-switch-outline", lambda window: _coming("showroom")),
        TabSpec(
            "sales", _("Sales"), "file-document-edit-outline", partial(_tab, "sales"), ("quote", "contract", "payment")
        ),
        TabSpec("deliveries", _("Deliveries"), "clipboard-check-outline", lambda window: _coming("deliveries")),
        TabSpec("service", _("Service"), "wrench-outline", lambda window: _coming("service")),
        TabSpec("statistics", _("Statistics"), "chart-box-outline", lambda window: _coming("statistics")),
    ]


def _tab(name: str, window: MainWindow) -> Tab:
    """The tab of the package ``ui.<name>``."""
    module = import_module(f"ui.{name}")
    if not hasattr(module, "build"):
        return _coming("showroom")
    return module.build(window)


def _coming(name: str) -> Tab:
    from ui.coming import tabs

    return getattr(tabs, name)()


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
        self._opening = ""

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
            self._start = StartWindow()
        return self._start

    def first_start(self) -> None:
        """Set up a new store, or find one that exists."""
        from ui.start.answers import Answers

        self._ask(Answers(i18n.language(), **this_pc.read().first_answers))

    def _ask(self, answers: Answers) -> None:
        """The questions of first start, in the language that was chosen."""
        from ui.start.first_start import FirstStart, Leads

        self.start.show_page(
            FirstStart(answers, Leads(self._begin_work, self.choose_store, self.choose_server, self._speak))
        )

    def _speak(self, answers: Answers) -> None:
        """Ask again in another language; what was answered stays."""
        speak(self.app, answers.language)
        this_pc.change(language=answers.language)
        self._ask(answers)

    def _begin_work(self, made: Made) -> None:
        """Show the window of a store just made to its owner."""
        this_pc.change(sample_pins=made.pins)
        self.enter(made.store, made.owner)

    def open(self, address: str, words: str = "") -> None:
        """Open a store in the background; ``words`` are its passphrase or recovery code."""
        self._opening = address
        jobs.run(
            lambda work: stores.open_store(address, words),
            self.enter,
            lambda error: self._tell(address, error),
            cleanup=stores.close_connection,
        )
        QTimer.singleShot(_SOON, self.app, lambda: self._show_opening(address))

    def _show_opening(self, address: str) -> None:
        from ui.start.window import opening_page

        if self._opening == address:
            self.start.show_page(opening_page(address.rsplit("/", 1)[-1]))

    def _tell(self, address: str, error: Exception) -> None:
        """Say why the store does not open, or ask for the words that open it."""
        from ui.start.opening import TroublePage, UnlockPage

        self._opening = ""
        if not isinstance(error, FrontdeskError):
            raise error
        if isinstance(error, RuleError) and error.field == "passphrase":
            unlock = partial(self.open, address)
            self.start.show_page(UnlockPage(address, error, unlock, self._ways(address)))
        else:
            self.start.show_page(TroublePage(address, error, self._ways(address)))

    def _ways(self, address: str) -> WaysOut:
        from ui.start.opening import WaysOut

        return WaysOut(lambda: self.open(address), self.choose_store, self.first_start)

    def choose_store(self) -> None:
        """Ask for the folder of a store, and open it."""
        dialog = QFileDialog(self.start, _("Choose the store's folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.open)
        dialog.open()

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
        self._opening = ""
        self.session = Session(store)
        this_pc.change(last_store=store.address)
        self.window = self._new_window(self.session)
        if actor is not None:
            self.let_in(actor)
        self.window.show()
        if self._start is not None:
            self._start.close()
            self._start = None

    def _new_window(self, session: Session) -> MainWindow:
        actions = WindowActions(
            search=lambda text: _find(session.actor, text),
            on_lock=self.lock,
            on_switch=self.switch,
            on_settings=None,
            on_close=self.close,
        )
        minutes = this_pc.read().idle_minutes
        return MainWindow(tab_specs(), session, actions, minutes, cover=self._login_page())

    def _login_page(self, chosen: int = 0) -> LoginPage:
        assert self.session is not None
        return LoginPage(self.session.store_name, self.let_in, chosen)

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

    def close(self) -> bool:
        """Let work under way come to its end and close the store; True lets the window close."""
        jobs.stop_all()
        if self.session is not None:
            stores.close(self.session.store)
            self.session = None
        return True
