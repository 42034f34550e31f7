"""The statistics tab: which statistic at the left, its period above it; counted beside the screen's thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from models.carrying.kinds import Form
from models.customers.traffic import Period
from models.kernel import clock, store
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.statistics import lists
from models.statistics.lists import Offer
from models.statistics.papers import StatisticAsked
from models.statistics.periods import Choice, chosen
from models.statistics.values import Statistic
from ui.kit import jobs, notices, papers, theme
from ui.kit.desk import Desk
from ui.kit.editors import ChoiceBox, DateEdit
from ui.kit.layout import clear, scrolled
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, Panel, Text, flowing, row
from ui.statistics.statistic_view import StatisticView, figures

_BESIDE, _PAUSE, _REST = 44, 400, 80


class StatisticsTab:
    """What the window shows under Statistics."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.offers: list[Offer] = lists.offered(self.actor)
        self.widget: QWidget = _Page()
        self._asked = 0
        self.shown: Statistic | None = None
        box = QVBoxLayout(self.widget)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        if not self.offers:
            box.addWidget(EmptyState("shield-lock-outline", _("Your role sees no statistics."), ""))
            return
        self._build(box)
        self.names.select_first()

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    @property
    def offer(self) -> Offer:
        """The statistic chosen at the left."""
        return self.offers[(self.names.selected_id or 1) - 1]

    @property
    def period(self) -> Period:
        """The days chosen. Raises RuleError where they are none."""
        return chosen(self.choice.value(), clock.today(), self.first.value(), self.last.value())

    def _build(self, box: QVBoxLayout) -> None:
        self.names = RecordTable(
            [Column("name", _("Statistics"), lambda each: each.title, sortable=False)], self._named
        )
        self.names.set_ids(list(range(1, len(self.offers) + 1)))
        self.names.selected.connect(lambda chosen_id: self._turn())
        self.names.setAccessibleName(_("Statistics"))
        left = Panel(flush=True)
        left.add(self.names)
        letters = QFontMetrics(theme.font())
        left.setFixedWidth(max(letters.horizontalAdvance(_(each.title)) for each in self.offers) + _BESIDE)
        self.choice = ChoiceBox(Choice)
        self.choice.setAccessibleName(_("Period"))
        self.choice.edited.connect(self._choose_period)
        self.first, self.last = DateEdit(), DateEdit()
        for editor, name in ((self.first, _("From")), (self.last, _("To"))):
            editor.setAccessibleName(name)
            editor.edited.connect(self.look)
        self.days = row(self.first, Text("–"), self.last, gap=6)
        self.days.hide()
        self.title, self.told = Text("", "record"), Text("", "dim", elide=True)
        self.compared = Text("", "fine")
        self.compared.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.view = StatisticView()
        head = Panel()
        self.choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head.add(flowing(self.title, "stretch", self.days, self.choice, *self._ways_out()))
        self._facts = QVBoxLayout()
        head.add(row(self.told, self.compared, gap=theme.INSIDE))
        head.body.addLayout(self._facts)
        head.body.setSpacing(6)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.GAP)
        inside.addWidget(head)
        inside.addWidget(scrolled(self.view), 1)
        box.addWidget(row(left, right, gap=theme.GAP), 1)
        self.widget.setFocusProxy(self.names)
        self._pause = QTimer(self.widget, singleShot=True)
        self._pause.timeout.connect(self.look)
        self._patience = QTimer(self.widget, singleShot=True, interval=_PAUSE)
        self._patience.timeout.connect(lambda: self.told.setText(_("Counting…")))

    def _ways_out(self) -> Sequence[QWidget]:
        may_print, may_carry = (self.actor.may(each) for each in (Permission.PRINT, Permission.CARRY_OUT))
        self.export_button = Button(_("Export…"), self.ask_file, icon="export", key="Ctrl+E", name="export_statistic")
        self.print_button = Button(_("Print"), self.print, icon="printer-outline", key="Ctrl+P", name="print_statistic")
        return [*([self.export_button] if may_carry else []), *([self.print_button] if may_print else [])]

    def print(self) -> None:
        """The paper of what is in sight, in a preview."""
        try:
            papers.show_paper(self.widget, self.actor, PaperKind.STATISTIC, self._asked_for())
        except RuleError as error:
            notices.error(error)

    def ask_file(self) -> None:
        """Let the person choose form and place of the file."""
        try:
            wanted = self._asked_for()
        except RuleError as error:
            notices.error(error)
            return
        filters = {f"{label(form)} (*.{form.value})": form for form in (Form.XLSX, Form.CSV, Form.PDF)}
        dialog = QFileDialog(self.widget, _("Export {name}").format(name=_(self.offer.title)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix(Form.XLSX.value)
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(filters[words].value))
        dialog.selectFile(_("{name} {day}").format(name=_(self.offer.title), day=wanted.period.last.isoformat()))
        dialog.fileSelected.connect(lambda path: self.export(wanted, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, wanted: StatisticAsked, path: Path) -> None:
        """Write a statistic to a file, in the form its name ends with."""
        form = next((each for each in Form if path.suffix.lower() == f".{each.value}"), Form.XLSX)
        actor = self.actor

        def write(work: jobs.Work) -> None:
            from exchange.statistic_file import write_statistic

            write_statistic(actor, wanted, form, path)

        jobs.run(
            write,
            lambda done: notices.tell(_("Saved: {name}").format(name=path.name)),
            cleanup=store.close_connection,
            owner=self.widget,
        )

    def _asked_for(self) -> StatisticAsked:
        return StatisticAsked(self.offer.code, self.period)

    def refresh(self, changes: Changes | None) -> None:
        """Count anew where something that is counted was touched; several changes at once are counted once."""
        if self.offers and (changes is None or any(map(changes.touches, self.offer.heard))):
            self._pause.start(_PAUSE)

    def badge(self) -> int:
        """Nothing waits here."""
        return 0

    def open_statistic(self, code: str) -> None:
        """Bring a statistic to sight."""
        self.names.select([each.code for each in self.offers].index(code) + 1)

    def look(self) -> None:
        """Count what is chosen and show it when it is there; nothing changes while a day is typed."""
        try:
            period = self.period
        except RuleError:
            return
        self._pause.stop()
        self._patience.start()
        self._asked += 1
        number, actor, code = self._asked, self.actor, self.offer.code
        jobs.run(
            lambda work: lists.statistic(actor, code, period),
            lambda found: self._show(number, found),
            self._fail,
            cleanup=store.close_connection,
            owner=self.widget,
        )

    def _show(self, number: int, found: Statistic) -> None:
        if number != self._asked:
            return
        self._patience.stop()
        self.title.setText(found.title)
        self.told.setText(found.about)
        self.told.setToolTip(found.about)
        if found == self.shown:
            return
        self.shown = found
        self.compared.setText(told_days(found))
        clear(self._facts)
        if found.facts:
            self._facts.addWidget(figures(found.facts))
        self.view.show_statistic(found)

    def _fail(self, problem: Exception) -> None:
        self._patience.stop()
        self.told.setText(self.shown.about if self.shown else "")
        if not isinstance(problem, FrontdeskError):
            raise problem
        notices.error(problem)

    def _turn(self) -> None:
        """Name the statistic chosen at once; count it when the keys rest."""
        self.title.setText(_(self.offer.title))
        self._pause.start(_REST)

    def _choose_period(self) -> None:
        own = self.choice.value() is Choice.OWN
        self.days.setVisible(own)
        if own and self.first.value() is None:
            self.first.set_value(clock.today().replace(day=1))
            self.last.set_value(clock.today())
            self.first.setFocus()
        self.look()

    def _named(self, ids: Sequence[int]) -> list[_Name]:
        return [_Name(each, _(self.offers[each - 1].title)) for each in ids]


class _Name:
    """A statistic in the list."""

    def __init__(self, number: int, title: str) -> None:
        self.id, self.title = number, title


class _Page(QWidget):
    """As narrow as the smallest screen wants it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(900, 420)


def told_days(found: Statistic) -> str:
    """Which days a statistic is of, and with which it is compared."""
    first, last = found.first.isoformat(), found.last.isoformat()
    if found.first_before is None or found.last_before is None:
        return _("As it stands today; no period before to compare with.")
    return _("{first} to {last}, compared with {first_before} to {last_before}").format(
        first=first, last=last, first_before=found.first_before.isoformat(), last_before=found.last_before.isoformat()
    )


def build(desk: Desk) -> StatisticsTab:
    """The tab for the window."""
    return StatisticsTab(desk)
