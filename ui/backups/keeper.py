"""Makes the backups while a store is open, in the background, and knows how old the last verified one is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from exchange import backing_up, shelf
from exchange.backing_up import Made
from exchange.shelf import Backup, Reason
from models.kernel import clock, i18n, store
from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.faults import told_apart
from models.kernel.i18n import _
from models.shop.backup_actions import ask_for_backup, backup_rules
from ui.kit import jobs, notices
from ui.kit.jobs import Work
from ui.kit.wording import moment
from ui.session import Session

_MINUTE = 60_000
_DAY = timedelta(days=1)
_AMBER, _RED = _DAY, 3 * _DAY
_AHEAD = timedelta(minutes=2)


class BackupKeeper(QObject):
    """``changed``: there is something else to show."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.folder: Path | None = session.store.folder
        self.last: Backup | None = None
        self.trouble: FrontdeskError | None = None
        self.job: jobs.Job | None = None
        self._timer = QTimer(self, interval=_MINUTE)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on look every minute whether a backup is due."""
        self.read()
        if self.folder is not None:
            self._timer.start()

    def stop(self) -> None:
        """The store is about to be closed."""
        self._timer.stop()

    def read(self) -> None:
        """See which backup is the last."""
        try:
            self.last = shelf.newest(self.folder) if self.folder is not None else None
        except StorageError as error:
            self.trouble = error
        self.changed.emit()

    def look(self) -> None:
        """Make a backup if one is due; otherwise show how old the last one is by now."""
        if self.job is None and self.folder is not None and self._is_due():
            self._run(Reason.HOURS)
        else:
            self.changed.emit()

    def _is_due(self) -> bool:
        """Not where the store is lost at this moment: then the next save tells so."""
        try:
            with told_apart():
                return backing_up.is_due(self.last)
        except StorageError:
            return False

    def make(self) -> None:
        """A backup by hand. Raises NotAllowed."""
        ask_for_backup(self._session.actor)
        if self.job is None and self.folder is not None:
            self._run(Reason.ASKED)

    def at_close(self) -> str:
        """The last backup before the store is closed, if anything was changed; says what went wrong, or nothing."""
        self.stop()
        if self.folder is None:
            return ""
        try:
            with told_apart():
                if not backing_up.is_changed(self.last):
                    return ""
                made = backing_up.back_up(self.folder, Reason.CLOSE, backup_rules().second_place)
        except FrontdeskError as error:
            return i18n.say(error)
        return i18n.say(made.trouble) if made.trouble else ""

    def _run(self, reason: Reason) -> None:
        folder, second = self.folder, backup_rules().second_place
        assert folder is not None

        def work(work: Work) -> Made:
            return backing_up.back_up(folder, reason, second, lambda count: work.check())

        self.job = jobs.run(
            work,
            lambda made: self._made(made, reason),
            self._failed,
            cleanup=store.close_connection,
            owner=self,
        )
        self.job.finished.connect(self._ended)
        self.changed.emit()

    def _ended(self) -> None:
        self.job = None

    def _made(self, made: Made, reason: Reason) -> None:
        self.last, before, self.trouble = made.backup, self.trouble, made.trouble
        if made.trouble and (reason is Reason.ASKED or before is None):
            notices.error(made.trouble)
        elif reason is Reason.ASKED:
            notices.tell(_("The backup is made and verified."))
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, FrontdeskError):
            raise error
        self.trouble = error
        notices.error(error)
        self.changed.emit()

    def standing(self) -> tuple[str, str]:
        """What the bar says of the last verified backup, and its tone: amber after a day, red after three."""
        if self.folder is None:
            return _("Backed up on the server"), ""
        if self.job is not None:
            return _("Backing up…"), ""
        if self.last is None:
            return _("No backup yet"), "warn"
        age = clock.now() - self.last.made_at
        if age < -_AHEAD:
            return _("Last backup {when}, ahead of this PC's clock").format(when=moment(self.last.made_at)), "warn"
        if age > _AMBER:
            days = age // _DAY
            words = i18n.ngettext("Last backup {n} day ago", "Last backup {n} days ago", days)
            return words.format(n=days), "bad" if age > _RED else "warn"
        words = _("Backup verified {when}").format(when=moment(self.last.made_at))
        if self.trouble is not None:
            return _("{backup}, not at the second place").format(backup=words), "warn"
        return words, ""
