"""The export page: choices at the left, what they come to at the right, then progress and the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exchange.archive import checked_passphrase
from exchange.columns import Days
from exchange.drives import Drive
from exchange.exporting import Exported, Wanted, export
from exchange.preview import Preview, preview
from models.carrying.actions import plain_allowed
from models.carrying.kinds import PERSONAL, Content, Form
from models.carrying.lists import contents_for
from models.kernel import store
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, say
from ui import this_pc
from ui.drive_watch import DriveWatch
from ui.exporting.protection import ProtectionPanel
from ui.exporting.result import ProgressPanel, ResultPanel
from ui.exporting.summary import SummaryPanel
from ui.exporting.what import WhatPanel
from ui.exporting.where import WherePanel
from ui.kit import jobs, notices, theme
from ui.kit.desk import AtTheCounter
from ui.kit.layout import Front
from ui.kit.record_page import share_width
from ui.kit.widgets import Button, EmptyState, Text, row, scrolled

_PAUSE = 250


@dataclass(frozen=True)
class _Asked:
    """What the choices at the left say."""

    contents: tuple[Content, ...]
    days: Days
    form: Form


class ExportPage(QWidget):
    """Choose, look at what it comes to, export. While it runs the rest of the window stays usable."""

    def __init__(self, session: AtTheCounter, watch: DriveWatch, leave: Callable[[], object]) -> None:
        super().__init__()
        self._session, self._watch = session, watch
        self._job: jobs.Job | None = None
        self._counting = 0
        back = Button(_("Back"), leave, icon="arrow-left", hint="Esc", name="leave_export")
        QShortcut(QKeySequence("Esc"), self, leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addWidget(row(back, 8, Text(_("Export to USB"), "record"), "stretch"))
        if not contents_for(session.actor):
            box.addWidget(EmptyState("shield-lock-outline", _("Your role carries nothing out of the house.")), 1)
            return
        self._build(box)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._count)
        watch.changed.connect(self._drives_changed)
        for part in (self.what, self.where):
            part.edited.connect(self._edited)
        self._edited()

    def _build(self, box: QVBoxLayout) -> None:
        chosen = this_pc.read()
        self.what = WhatPanel(self._session.actor, chosen.export_preset, chosen.export_form)
        self.where = WherePanel(self._watch.drives, chosen.export_place)
        self.protection = ProtectionPanel(plain_allowed())
        self.summary = SummaryPanel(self.begin)
        self.progress = ProgressPanel(self.stop)
        self.result = ResultPanel(self._again)
        left = QWidget()
        choices = QVBoxLayout(left)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(theme.GAP)
        for choice in (self.what, self.where, self.protection):
            choices.addWidget(choice)
        choices.addStretch(1)
        self._choices = scrolled(left)
        self._right = Front()
        for part in (self.summary, self.progress, self.result):
            self._right.addWidget(part)
        share_width(self, self._right, 380)
        body = QHBoxLayout()
        body.setSpacing(theme.GAP)
        body.addWidget(self._choices, 1)
        body.addWidget(self._right)
        box.addLayout(body, 1)
        self.setFocusProxy(self.what.cards)

    def refresh(self) -> None:
        """Count again what others changed, unless an export is under way; it can be begun meanwhile."""
        if contents_for(self._session.actor) and self._job is None:
            self.protection.allow_plain(plain_allowed())
            if not self._pause.isActive():
                self._count_soon()

    def _edited(self) -> None:
        """Something was chosen: say what is missing, and count soon."""
        self.what.clear_errors()
        self.where.show_error(None)
        self.protection.show_for(bool(PERSONAL.intersection(self.what.contents())))
        self.summary.wait()
        self._count_soon()

    def _count_soon(self) -> None:
        self._counting += 1
        self._pause.start()

    def _drives_changed(self, drives: list[Drive]) -> None:
        """Show the drives that are there now. Where the place stays, nothing is counted again."""
        before = self.where.place
        self.where.show_drives(drives)
        if self.where.place == before:
            self.summary.show_room(self.where.room())
        elif self._job is None:
            self._edited()

    def _asked(self) -> _Asked:
        return _Asked(self.what.contents(), self.what.days(), self.what.form.value())

    def _count(self) -> None:
        """Count in the background what the choices come to; only the newest answer is shown."""
        number, actor = self._counting, self._session.actor
        try:
            asked = self._asked()
        except RuleError as error:
            self.what.mark_day(error)
            self.summary.show_nothing(_("Set the days right."))
            return
        if not asked.contents:
            self.summary.show_nothing(_("Tick what is to leave."))
            return

        def work(job: jobs.Work) -> Preview:
            found = preview(actor, asked.contents, asked.days, asked.form)
            job.check()
            return found

        def shown(found: Preview) -> None:
            if number == self._counting:
                self.summary.show_preview(found, self.where.room())

        def failed(error: Exception) -> None:
            if not isinstance(error, FrontdeskError):
                raise error
            if number == self._counting:
                self.summary.show_nothing(say(error))

        jobs.run(work, shown, failed, cleanup=store.close_connection, owner=self)

    def begin(self) -> None:
        """Check what was typed, and start."""
        self.protection.fields.clear_errors()
        try:
            asked = self._asked()
            passphrase = self.protection.passphrase()
            if passphrase:
                checked_passphrase(passphrase, self.protection.again())
        except RuleError as error:
            self._say(error)
            return
        if self.where.place is None:
            self.where.show_error(RuleError("Plug in a drive or choose a folder."))
            return
        self._remember()
        self._start(Wanted(asked.contents, asked.days, asked.form, self.where.place, passphrase))

    def _start(self, wanted: Wanted) -> None:
        actor = self._session.actor
        self._choices.setEnabled(False)
        self.progress.begin(wanted.place)
        self._right.setCurrentWidget(self.progress)
        self.progress.stop.setFocus()
        self._job = jobs.run(
            lambda work: export(actor, wanted, work.progress),
            self._done,
            self._failed,
            self.progress.show_progress,
            cleanup=store.close_connection,
            owner=self,
        )
        self._job.finished.connect(self._ended)

    def _remember(self) -> None:
        kept = {
            "export_preset": self.what.preset,
            "export_form": self.what.form.value().value,
            "export_place": str(self.where.place),
        }
        try:
            this_pc.change(**kept)
        except OSError:
            return  # what was chosen last is a comfort only

    def stop(self) -> None:
        """Stop the export; what was begun is taken away again."""
        if self._job is not None:
            self._job.cancel()
            self.progress.say_stopping()

    def _ended(self) -> None:
        """The work is over, well or not; a stopped one leads back to the choices."""
        self._job = None
        self._choices.setEnabled(True)
        if self._right.currentWidget() is self.progress:
            self._right.setCurrentWidget(self.summary)
            self._edited()

    def _done(self, done: Exported) -> None:
        self.protection.clear()
        self._right.setCurrentWidget(self.result)
        self.result.show_result(done, self.where.drive)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, FrontdeskError):
            raise error
        self._right.setCurrentWidget(self.summary)
        self._edited()
        self._say(error)

    def _say(self, error: FrontdeskError) -> None:
        """Say an error where it belongs: at the passphrase, the days or the form, else at the place."""
        if error.field in ("passphrase", "again"):
            self.protection.show_error(error)
        elif isinstance(error, RuleError) and error.field in ("first", "last", "form", "period", "contents"):
            self.what.show_error(error)
        else:
            self.where.show_error(error)
            notices.error(error)

    def _again(self) -> None:
        self._right.setCurrentWidget(self.summary)
        self._edited()
