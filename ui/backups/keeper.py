"""Makes the backups while a store is open, in the background, and knows how old the last verified one is."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from exchange import backing_up
from exchange.backed_up import BackedUp, OnServer, backed_up
from exchange.backing_up import Made
from exchange.shelf import Backup, Reason, Verified
from exchange.writing import OnBytes
from models.kernel import clock, i18n, store
from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.faults import told_apart
from models.kernel.i18n import _
from models.shop.backup_actions import ask_for_backup, backup_rules
from ui.backups.damage import is_damage
from ui.kit import jobs, notices
from ui.kit.jobs import Work
from ui.kit.wording import moment
from ui.session import Session

_MINUTE = 60_000
_DAY = timedelta(days=1)
_AMBER, _RED = _DAY, 3 * _DAY
_AHEAD = timedelta(minutes=2)
_AGAIN = 15 * 60
"""Seconds until an automatic backup that failed is tried again."""


class BackupKeeper(QObject):
    """``changed``: there is something else to show.

    ``trouble`` is what went wrong with the last attempt: where ``failed`` there is no new backup, else only none at the
    second place.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.subject: BackedUp = backed_up(session.store)
        self.last: Verified | None = None
        self.trouble: FrontdeskError | None = None
        self.failed = False
        self.job: jobs.Job | None = None
        self._carrying: jobs.Job | None = None
        self._behind = True
        self._not_before = 0.0
        self._timer = QTimer(self, interval=_MINUTE)
        self._timer.timeout.connect(self.look)

    @property
    def on_server(self) -> OnServer | None:
        """The store, where it is on a server."""
        return self.subject if isinstance(self.subject, OnServer) else None

    @property
    def damaged(self) -> bool:
        """Whether the last attempt found that the store's file is damaged: nobody else may have noticed."""
        return self.failed and self.trouble is not None and is_damage(self.trouble)

    def begin(self) -> None:
        """From now on look every minute whether a backup is due."""
        self.read()
        self._timer.start()
        self._catch_up()

    def stop(self) -> None:
        """The store is about to be closed."""
        self._timer.stop()

    def read(self) -> None:
        """See which backup is the last."""
        try:
            with told_apart():
                self.last = self.subject.last()
        except StorageError as error:
            self.trouble = error
        self.changed.emit()

    def look(self) -> None:
        """Make a backup if one is due; otherwise show how old the last one is by now."""
        if self.job is None and self._is_due():
            self._run(Reason.HOURS)
        else:
            self.changed.emit()
            self._catch_up()

    def _is_due(self) -> bool:
        """Not where the store is lost at this moment: then the next save tells so."""
        if clock.uptime() < self._not_before:
            return False
        try:
            with told_apart():
                self.last = self.subject.last()
                return self.subject.is_kept_here() and backing_up.is_due(self.last)
        except StorageError:
            return False

    def make(self) -> None:
        """A backup by hand. Raises NotAllowed."""
        ask_for_backup(self._session.actor)
        if self.job is None:
            self._run(Reason.ASKED)

    def begin_here(self, passphrase: str) -> None:
        """Let this PC back up the store on a server from now on, and begin at once. Raises as ``OnServer`` does."""
        assert self.on_server is not None
        self.on_server.begin_here(self._session.actor, passphrase)
        self.make()

    def place_changed(self) -> None:
        """There is another second place, or none: what was wrong with the one before does not matter any more."""
        self._behind = True
        if not self.failed:
            self.trouble = None
        self.changed.emit()
        self._catch_up()

    def _catch_up(self) -> None:
        """Carry the newest backup to the second place as soon as that is there, unless it is known to be there: nobody
        has to think of it who plugs the drive in.
        """
        if self._behind and self.job is None and self._carrying is None and self._has_second_place():
            self._carrying = jobs.run(
                lambda work: self.subject.catch_up(lambda count: work.check()),
                self._caught_up,
                self._still_behind,
                cleanup=store.close_connection,
                owner=self,
            )
            self._carrying.finished.connect(self._carried)

    def _has_second_place(self) -> bool:
        """Not where the store is lost at this moment, as above."""
        with suppress(StorageError), told_apart():
            return self.subject.is_kept_here() and bool(backup_rules().second_place)
        return False

    def _carried(self) -> None:
        self._carrying = None

    def _caught_up(self, carried: Backup | None) -> None:
        self._behind = False
        if not self.failed:
            self.trouble = None
        self.changed.emit()

    def _still_behind(self, error: Exception) -> None:
        """Nobody is told but by the bar: the drive is simply not there."""
        if not isinstance(error, FrontdeskError):
            raise error
        if not self.failed:
            self.trouble = error
        self.changed.emit()

    def has_work_at_close(self) -> bool:
        """Whether anything was changed since the last backup, or that is not at the second place yet."""
        try:
            with told_apart():
                if not self.subject.is_kept_here():
                    return False
                return backing_up.is_changed(self.subject.last()) or (
                    self._behind and bool(backup_rules().second_place)
                )
        except StorageError:  # told by the attempt
            return True

    def at_close(self, on_bytes: OnBytes) -> str:
        """The last backup before the store is closed, made by a thread of its own; says what went wrong, or nothing.

        Where nothing was changed, the last one is carried to the second place; if that is away, the bar tells it next
        time.
        """
        try:
            with told_apart():
                if backing_up.is_changed(self.subject.last()):
                    made = self.subject.back_up(Reason.CLOSE, on_bytes)
                    return i18n.say(made.trouble) if made and made.trouble else ""
        except FrontdeskError as error:
            return i18n.say(error)
        with suppress(FrontdeskError):
            self.subject.catch_up(on_bytes)
        return ""

    def _run(self, reason: Reason) -> None:
        self.job = jobs.run(
            lambda work: self._work(work, reason),
            lambda made: self._made(made, reason),
            lambda error: self._failed(error, reason),
            cleanup=store.close_connection,
            owner=self,
        )
        self.job.finished.connect(self._ended)
        self.changed.emit()

    def _work(self, work: Work, reason: Reason) -> Made | None:
        return self.subject.back_up(reason, lambda count: work.check())

    def _ended(self) -> None:
        self.job = None

    def _made(self, made: Made | None, reason: Reason) -> None:
        if made is None:
            if reason is Reason.ASKED:
                notices.tell(_("Another PC is making a backup of the store just now."))
            self.changed.emit()
            return
        before = self.trouble
        self.last, self.trouble, self.failed = made.backup, made.trouble, False
        self._behind = made.trouble is not None
        if made.trouble and (reason is Reason.ASKED or before is None):
            notices.error(made.trouble)
        elif reason is Reason.ASKED:
            notices.tell(_("The backup is made and verified."))
        self.changed.emit()

    def _failed(self, error: Exception, reason: Reason) -> None:
        if not isinstance(error, FrontdeskError):
            raise error
        told = self.failed and self.trouble is not None and self.trouble.template == error.template
        self.trouble, self.failed, self._not_before = error, True, clock.uptime() + _AGAIN
        if reason is Reason.ASKED or not told:
            notices.error(error)
        self.changed.emit()

    def standing(self) -> tuple[str, str]:
        """What the bar says of the last verified backup, and its tone: amber after a day, red after three.

        Red at once where the last attempt found the store's file damaged, and where it failed and there is none at all.
        """
        if self.job is not None:
            return _("Backing up…"), ""
        if self.damaged:
            return _("The store's file is damaged"), "bad"
        if self.last is None:
            return _("No backup yet"), "bad" if self.failed else "warn"
        age = clock.now() - self.last.made_at
        if age < -_AHEAD:
            return _("Last backup {when}, ahead of this PC's clock").format(when=moment(self.last.made_at)), "warn"
        if age > _AMBER:
            days = age // _DAY
            words = i18n.ngettext("Last backup {n} day ago", "Last backup {n} days ago", days)
            return words.format(n=days), "bad" if age > _RED else "warn"
        words = _("Backup verified {when}").format(when=moment(self.last.made_at))
        if self.failed:
            return _("{backup}; the one after it failed").format(backup=words), "warn"
        if self.trouble is not None:
            return _("{backup}, not at the second place").format(backup=words), "warn"
        return words, ""
