"""Backups around the program at work: made while a store is open, restored in its place; and salvage."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.kernel import i18n
from models.kernel import store as stores
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _
from models.kernel.store import Store
from ui import this_pc
from ui.kit import jobs, notices

if TYPE_CHECKING:
    from exchange.examining import Source
    from exchange.restoring import Identify, Restored
    from exchange.salvaging import Salvage
    from ui.backups.keeper import BackupKeeper
    from ui.main_window import MainWindow
    from ui.session import Session
    from ui.start.opening import WaysOut
    from ui.start.window import StartWindow


class Program(Protocol):
    """What is asked of the program around."""

    session: Session | None
    window: MainWindow | None

    @property
    def start(self) -> StartWindow: ...

    def open(self, address: str, words: str = "") -> None: ...

    def choose_store(self) -> None: ...

    def first_start(self) -> None: ...

    def tell_trouble(self, address: str, error: Exception) -> None: ...

    def leave_store(self, end: Callable[[Store], None] = ...) -> Session: ...


class BackupsAtWork(QObject):
    """The keeper of the open store, and what is to be told when a window stands again."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self.keeper: BackupKeeper | None = None
        self._to_tell: tuple[str, str] | None = None
        self._announced_in: MainWindow | None = None

    def begin(self) -> None:
        """Make backups of the open store from now on, and show how old the last one is."""
        from ui.backups.keeper import BackupKeeper

        program = self._program
        if program.session is None or program.window is None:
            return
        if self.keeper is None:
            try:
                self.keeper = BackupKeeper(program.session)
            except FrontdeskError:  # the server is away at this moment, which the next save tells
                return
            self.keeper.changed.connect(self._show)
            self.keeper.begin()
        if self._announced_in is not program.window:
            self._announced_in = program.window
            program.window.announce(partial(self._damage_band, self.keeper))
        self._show()

    def _damage_band(self, keeper: BackupKeeper) -> QWidget:
        from ui.backups.alarm import DamageBand

        session = self._program.session
        assert session is not None
        return DamageBand(keeper, lambda: session.actor, self._rescue)

    def _rescue(self, way: str) -> None:
        """Out of the open store, whose file is damaged, by ``salvage`` or ``restore``."""
        from ui.backups import rescue
        from ui.backups.inside import InsideSheet

        assert self._program.session is not None
        assert self._program.window is not None
        address = self._program.session.store.address
        if way == "restore":
            InsideSheet(self._program.window, rescue.backups_of(address), self.restore).open()
            return
        self._program.leave_store(_closed_as_it_is)
        self.salvage(address)

    def end(self) -> None:
        """The store is about to be closed, without a backup."""
        if self.keeper is not None:
            self.keeper.stop()
        self.keeper = self._announced_in = None

    def close(self) -> None:
        """The last backup before the program ends; what went wrong is told at the next start."""
        keeper = self.keeper
        self.end()
        if keeper is not None and keeper.has_work_at_close():
            from ui.backups.closing import last_backup

            if trouble := last_backup(keeper.at_close):
                this_pc.change(backup_trouble=trouble)

    def _show(self) -> None:
        if self._program.window is not None and self.keeper is not None:
            self._program.window.status.say_backup(*self.keeper.standing())

    def tell_waiting(self) -> None:
        """Say what could not be said while there was no window."""
        waiting = this_pc.read().backup_trouble
        if self._to_tell is not None:
            notices.tell(*self._to_tell)
            self._to_tell = None
        elif waiting:
            notices.tell(waiting, "warn")
            this_pc.change(backup_trouble="")

    def ways(self, address: str, error: FrontdeskError) -> WaysOut:
        """Where to go from a store that does not open; from a damaged one to its newest good backup, or to salvage."""
        from ui.backups import damage, rescue
        from ui.start.opening import WaysOut

        program = self._program
        ways = WaysOut(partial(program.open, address), program.choose_store, program.first_start)

        def put_back(source: Source, words: str, identify: Identify) -> None:
            self._put_back(source, address, words, identify)

        if damage.calls_for_a_backup(error) and rescue.backups_of(address):
            ways = replace(ways, restore=lambda: rescue.offer_newest(self._program.start, address, put_back))
        if damage.is_readable(error):
            ways = replace(ways, salvage=lambda: self.salvage(address))
        return ways

    def salvage(self, address: str, words: str = "") -> None:
        """Read what can be read of a damaged store into a new one, and show what came of it."""
        from ui.backups import rescue
        from ui.start.opening import UnlockPage

        program = self._program

        def show(told: Salvage) -> None:
            open_it = partial(program.open, str(told.folder))
            program.start.show_page(rescue.salvage_page(told, open_it, program.choose_store))

        def fail(error: Exception) -> None:
            if isinstance(error, RuleError) and error.field == "passphrase":
                again = partial(self.salvage, address)
                program.start.show_page(UnlockPage(address, error, again, self.ways(address, error)))
            else:
                program.tell_trouble(address, error)

        program.start.show_page(rescue.working_page(_("Reading what can be read…")))
        jobs.run(lambda work: rescue.salvage(address, words), show, fail, cleanup=stores.close_connection)

    def choose(self) -> None:
        """Ask for a backup that is to become a store on this PC: its own was stolen, or has burnt."""
        from ui.kit.folders import ask_folder

        ask_folder(self._program.start, _("Choose the folder of the backup"), self.restore_new)

    @staticmethod
    def are_at(path: str) -> bool:
        """Whether what was chosen as a store is a backup, or a folder of backups."""
        from exchange import examining, shelf

        with suppress(FrontdeskError):
            return bool(examining.source_of(Path(path)))
        return bool(shelf.backups(Path(path)))

    def restore_new(self, path: str) -> None:
        """Show what the backup at ``path`` holds, or the newest good one there, and restore it into a new folder."""
        from exchange import examining
        from ui.backups import rescue

        def go_back(text: str) -> None:
            self._to_tell = (text, "bad")
            self._program.first_start()
            self.tell_waiting()

        def put_new(source: Source, address: str, words: str, identify: Identify) -> None:
            self._put_back(source, address, words, identify, go_back)

        try:
            sources = examining.sources_at(Path(path))
        except FrontdeskError as error:
            notices.error(error)
            return
        rescue.offer_new(self._program.start, sources, put_new)

    def restore(self, source: Source, words: str = "") -> None:
        """Ask, then put a backup in the place of the open store."""
        assert self._program.window is not None
        notices.ask(
            self._program.window,
            _("Restore this backup?"),
            _(
                "The store is closed and put aside as it is, and the backup takes its place. What was entered after "
                "the backup is then only in the store put aside."
            ),
            [("restore", _("Restore"), "danger"), ("keep", _("Cancel"), "plain")],
            lambda answer: self._restore(source, words) if answer == "restore" else None,
        )

    def _restore(self, source: Source, words: str) -> None:
        """Close the store, and restore as whoever is at the counter."""
        from exchange.restoring import number_of
        from models.shop.backup_actions import ask_for_restore
        from ui.backups import damage

        assert self._program.session is not None
        actor = self._program.session.actor
        try:
            ask_for_restore(actor, number_of(source))
        except FrontdeskError as error:
            if not damage.is_damage(error):  # a file that is damaged takes no record any more
                notices.error(error)
                return
        address = self._program.leave_store(_closed_as_it_is).store.address
        self._put_back(source, address, words, lambda: actor)

    def _put_back(
        self,
        source: Source,
        address: str,
        words: str,
        identify: Identify,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """Restore, then open the store; ``refused`` gets the reason why not, else the store is opened as it was."""
        from ui.backups import rescue

        def done(restored: Restored) -> None:
            text = _("The backup is restored. The store before it is at {path}.").format(path=restored.aside)
            self._then_open(address, text if restored.aside else _("The backup is restored."), "ok")

        def fail(error: Exception) -> None:
            if not isinstance(error, FrontdeskError):
                raise error
            if refused is not None:
                refused(i18n.say(error))
            else:
                self._then_open(address, i18n.say(error), "bad")

        self._program.start.show_page(rescue.working_page(_("Restoring the backup…")))
        jobs.run(
            lambda work: rescue.put_back(source, address, identify, words),
            done,
            fail,
            cleanup=stores.close_connection,
        )

    def _then_open(self, address: str, text: str, tone: str) -> None:
        self._to_tell = (text, tone)
        self._program.open(address)


def _closed_as_it_is(store: Store) -> None:
    """Close a store that is to be put aside: where its file is damaged, closing may find that out too."""
    with suppress(FrontdeskError):
        stores.close(store)
