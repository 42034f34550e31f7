"""Backups in the settings: make one now, how often, where else to, what there is, and restoring."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exchange import shelf
from exchange.examining import sources_at
from exchange.shelf import Backup
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label, say
from models.shop.backup_actions import HOURS, BackupRules, backup_rules
from ui.backups.inside import InsideSheet
from ui.backups.wording import age, size
from ui.kit import jobs, notices
from ui.kit.editors import ChoiceBox
from ui.kit.folders import ask_folder
from ui.kit.forms import Field, Form
from ui.kit.passphrase import ask_new_passphrase
from ui.kit.widgets import Band, Button, EmptyState, Line, ListRow, Panel, Text, clear, column, fill, row
from ui.kit.wording import joined, moment
from ui.settings.desk import SettingsDesk


class BackupsPage(QWidget):
    """What is chosen here holds at once."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk, self._keeper = desk, desk.backups
        self._elsewhere: list[Backup] = []
        self._reading: jobs.Job | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        if self._keeper is None:
            words = _("No backup can be made at this moment. Check drive and server, then open this page again.")
            box.addWidget(Band("warn", words))
            box.addStretch(1)
            return
        self.subject = self._keeper.subject
        box.addWidget(self._rules_panel())
        box.addWidget(self._list_panel())
        box.addStretch(1)
        self._keeper.changed.connect(self._show)
        self._show()

    def _rules_panel(self) -> Panel:
        self.now = Button(_("Back up now"), self.back_up, kind="primary", icon="content-save-outline", name="back_up")
        panel = Panel(_("Backups"), self.now)
        self._band = Band("neutral", "")
        self.hours = ChoiceBox([(each, _("{n} h").format(n=each)) for each in HOURS])
        self.hours.setMaximumWidth(220)
        self.hours.activated.connect(lambda place: self._change(hours=self.hours.value()))
        self._server = self._server_part()
        panel.add(
            self._band,
            self._server,
            Form(Field("hours", _("While the store is open, a backup every"), self.hours)),
            Line(),
            *self._second_part(),
        )
        return panel

    def _second_part(self) -> tuple[QWidget, ...]:
        """Where else the backups go, and what is to be thought of there."""
        self.second = Text("", wrap=True)
        self._none = Button(_("None"), lambda: self._change(second_place=""), kind="link", name="no_second_place")
        choose = Button(_("Choose a folder…"), self.choose_second, icon="folder-open-outline", name="second_place")
        words = _(
            "A USB drive or a folder on the network, so that a backup survives when this PC is stolen or burns. What "
            "is there opens on any PC with the passphrase or the recovery code, and with nothing else."
        )
        no_words = _(
            "No passphrase is set: elsewhere only the recovery code opens the backups. See “Keys of the store”."
        )
        same_drive = _("This folder is on the drive of the store: what happens to one happens to both.")
        self._no_words, self._same_drive = (
            Text(each, "fine", wrap=True, tone="warn") for each in (no_words, same_drive)
        )
        self._same_drive.hide()
        return (
            *(Text(_("Second place"), "bold"), self.second, self._same_drive),
            *(Text(words, "dim", wrap=True), self._no_words, row(choose, self._none, "stretch")),
        )

    def _server_part(self) -> QWidget:
        """What a store on a server has besides: whether this PC makes its backups, and the words that open them."""
        self.passphrase = Button(
            _("Set the passphrase…"), self.ask_passphrase, icon="form-textbox-password", name="passphrase"
        )
        self._here = Text("", "dim", wrap=True)
        part = column(self._here, row(self.passphrase, "stretch"), Line(), gap=8)
        part.setVisible(self._keeper is not None and self._keeper.on_server is not None)
        return part

    def ask_passphrase(self) -> None:
        """Ask twice for what opens backups of a store on a server elsewhere; they are made here from then on."""
        intro = _(
            "It opens the backups on any PC; without it only this PC opens them. Lock it away, not beside the drive."
        )
        title, accept = _("Passphrase of the backups"), _("Set it and back up")
        ask_new_passphrase(self, title, self._begin_here, accept, intro)

    def _begin_here(self, passphrase: str) -> None:
        assert self._keeper is not None
        self._keeper.begin_here(passphrase)
        self._show()

    def _list_panel(self) -> Panel:
        other = Button(_("Restore from elsewhere…"), self.choose_backup, icon="folder-open-outline", name="elsewhere")
        panel = Panel(_("What there is"), other, flush=True)
        self._rows = column(gap=0)
        panel.add(self._rows)
        return panel

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed."""
        if self._keeper is not None and (changes is None or changes.touches("shop")):
            self._show()

    def _show(self) -> None:
        if self._keeper is None:
            return
        text, tone = self._keeper.standing()
        if self._keeper.trouble is not None:
            grave = self._keeper.last is None or self._keeper.damaged
            lead = "" if self._keeper.damaged else _("{standing}.").format(standing=text)
            self._band.say("bad" if grave else "warn", say(self._keeper.trouble), lead=lead)
        else:
            kept = _("Kept are the newest {newest}, and the last of {days} days, {weeks} weeks and {months} months.")
            words = kept.format(newest=shelf.NEWEST, days=shelf.DAYS, weeks=shelf.WEEKS, months=shelf.MONTHS)
            self._band.say(tone or "ok", words, lead=_("{standing}.").format(standing=text))
        self.now.setEnabled(self._keeper.job is None)
        rules = backup_rules()
        self.hours.set_value(rules.hours)
        self.second.setText(rules.second_place or _("None yet"))
        self._none.setVisible(bool(rules.second_place))
        self._no_words.setVisible(self._keeper.on_server is None and not self.subject.opens_elsewhere())
        kept = _("This PC backs the store on the server up into {place}. Other PCs do so where it is set there.")
        not_kept = _(
            "This PC makes no backups of the store on the server yet. With a passphrase set here it does, from then "
            "on, by the hour and at closing."
        )
        here = self.subject.is_kept_here()
        self._here.setText(kept.format(place=self.subject.home) if here else not_kept)
        self._show_rows(rules)
        self._read_second_place(rules.second_place)

    def _read_second_place(self, place: str) -> None:
        """See in the background what stands there: a drive or a network may take its time to answer, or for ever."""
        if place and self._reading is None:
            there, subject = Path(place), self.subject
            self._reading = jobs.run(
                lambda work: (shelf.backups(there, subject.store), shelf.on_same_drive(there, subject.folder)),
                lambda told: self._show_second(*told),
                owner=self,
            )
            self._reading.finished.connect(self._read)

    def _read(self) -> None:
        self._reading = None

    def _show_second(self, found: list[Backup], same_drive: bool) -> None:
        self._same_drive.setVisible(same_drive)
        if found != self._elsewhere:
            self._elsewhere = found
            self._show_rows(backup_rules())

    def _show_rows(self, rules: BackupRules) -> None:
        box = self._rows.layout()
        assert isinstance(box, QVBoxLayout)
        clear(box)
        found = [(each, "") for place in self.subject.places for each in shelf.backups(place, self.subject.store)]
        if rules.second_place:
            found += [(each, _("second place")) for each in self._elsewhere]
        rows: list[QWidget] = [self._row(each, where) for each, where in found]
        rows += [self._old_row(path) for path in self.subject.before_upgrades()]
        if not rows:
            soon = _("The first is made within a minute.") if self.subject.is_kept_here() else ""
            rows = [EmptyState("backup-restore", _("No backup yet"), soon)]
        fill(box, *rows)

    def _row(self, backup: Backup, where: str) -> QWidget:
        title = joined(moment(backup.made_at), age(backup.made_at))
        number = _("No. {n}").format(n=backup.number)
        detail = joined(number, label(backup.reason), size(backup.size), where)
        return self._list_row("check-decagram-outline", title, detail, backup.path, f"inside_{backup.number}")

    def _old_row(self, path: Path) -> QWidget:
        title = _("Before the upgrade from schema {n}").format(n=path.stem.rpartition("-")[2])
        return self._list_row("update", title, size(path.stat().st_size), path, path.stem)

    def _list_row(self, icon: str, title: str, detail: str, path: Path, name: str) -> QWidget:
        look = Button(_("Look inside…"), partial(self.look_inside, path), name=name)
        return ListRow(icon, title, detail, look, "ok")

    def back_up(self) -> None:
        """Make one now; of a store on a server, once there is a passphrase for it."""
        assert self._keeper is not None
        if not self.subject.is_kept_here():
            self.ask_passphrase()
            return
        try:
            self._keeper.make()
        except FrontdeskError as error:
            notices.error(error)

    def look_inside(self, path: Path) -> None:
        """Check a backup and show what it holds."""
        try:
            InsideSheet(self, sources_at(path), self._desk.restore).open()
        except FrontdeskError as error:
            notices.error(error)

    def choose_second(self) -> None:
        """Ask for the folder of the second place."""
        ask_folder(self, _("Choose a folder…"), lambda chosen: self._change(second_place=chosen))

    def choose_backup(self) -> None:
        """Ask for a backup that stands elsewhere."""
        ask_folder(self, _("Choose the folder of the backup"), lambda chosen: self.look_inside(Path(chosen)))

    def _change(self, **changed: object) -> None:
        rules = BackupRules(**{**vars(backup_rules()), **changed})
        try:
            self.subject.change_rules(self._desk.session.actor, rules)
        except FrontdeskError as error:
            notices.error(error)
        else:
            if self._keeper is not None and "second_place" in changed:
                self._elsewhere = []
                self._same_drive.hide()
                self._keeper.place_changed()
        self._show()
