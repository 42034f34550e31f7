"""The contract ledger: every signed contract by period, consultant and state, what it comes to, printed and saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from exchange.columns import Days
from exchange.saved_table import save_table
from models.carrying.kinds import Content, may_carry
from models.kernel import clock, money
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.sales.ledger import Ledger, LedgerFilter, LedgerRow, as_csv, ledger
from models.sales.states import SIGNED_STATES, ContractState
from models.staff import lists as staff
from ui.kit import notices, papers, theme
from ui.kit.editors import ChoiceBox, DateEdit, Tick
from ui.kit.record_page import Page
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, Figure, IconButton, Line, Panel, Text, flowing, row
from ui.sales import wording
from ui.sales.desk import Desk

_MONTH, _BEFORE, _YEAR, _EVER, _OWN = "month", "before", "year", "ever", "own"
_HEARD = ("contract", "payment", "amendment", "cancellation", "customer", "staff")


class LedgerPage(Page):
    """The ledger. ``opened`` with kind and id when a contract is chosen, ``left`` on the way back to the lists."""

    opened = Signal(str, object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, LedgerRow] = {}
        self._order = ("signed", True)
        self.found: Ledger | None = None
        months = ((_MONTH, _("This month")), (_BEFORE, _("The month before")))
        longer = ((_YEAR, _("This year")), (_EVER, _("Ever")), (_OWN, _("From – to")))
        self.period = ChoiceBox([*months, *longer])
        self.period.set_value(_YEAR)
        self.first, self.last = DateEdit(), DateEdit()
        self.consultant, self.state = ChoiceBox([], empty=_("Everybody")), _states()
        self.overdue = Tick(_("Overdue only"))
        for editor, name in (
            (self.period, _("Period")),
            (self.first, _("From")),
            (self.last, _("To")),
            (self.consultant, _("Consultant")),
            (self.state, _("State")),
        ):
            editor.setAccessibleName(name)
            editor.edited.connect(self.look)
        self.overdue.edited.connect(self.look)
        self._figures = {
            name: Figure("", title)
            for name, title in (
                ("count", _("Contracts")),
                ("total", _("Present total")),
                ("received", _("Received")),
                ("open", _("Still open")),
                ("overdue", _("Overdue")),
            )
        }
        empty = EmptyState("book-open-outline", _("Nothing in the ledger here"), _("Every signed contract enters it."))
        self.table = RecordTable(_columns(), self._fetch, on_sort=self._sort, empty=empty)
        self.table.opened.connect(lambda record_id: self.opened.emit("contract", record_id))
        self.print_button = Button(_("Print"), self.preview, icon="printer-outline", key="Ctrl+P", name="print")
        self.save_button = Button(_("Save as a table…"), self.ask_file, icon="content-save-outline", name="save_table")
        self._lay_out()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        panel = Panel(flush=True)
        title = Text(_("Contract ledger"), "title")
        panel.add(row(back, title, "stretch", self.print_button, self.save_button, margins=(10, 10, 16, 6)))
        filters = QHBoxLayout()
        filters.setContentsMargins(theme.INSIDE, 0, theme.INSIDE, 8)
        filters.setSpacing(8)
        for editor in (self.period, self.first, self.last, self.consultant, self.state, self.overdue):
            filters.addWidget(editor)
        filters.addStretch(1)
        panel.body.addLayout(filters)
        sums = flowing(*self._figures.values(), gap=theme.INSIDE, margins=(theme.INSIDE, 0, theme.INSIDE, 8))
        panel.add(sums, Line(), self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.addWidget(panel)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_page(self) -> None:
        """Show the ledger as it stands."""
        everybody = [(each.id, each.name) for each in staff.sellers()]
        chosen = self.consultant.value()
        self.consultant.set_choices(everybody, empty=_("Everybody"))
        self.consultant.set_value(chosen)
        self.print_button.setVisible(self.actor.may(Permission.PRINT))
        self.save_button.setVisible(may_carry(self.actor, Content.LEDGER))
        self.look()

    def refresh(self, what: Changes | None) -> None:
        """Look again where something here was touched."""
        if what is None or any(what.touches(kind) for kind in _HEARD):
            self.look()

    def wanted(self) -> LedgerFilter:
        """Which contracts are asked for. Raises RuleError for a day that is none."""
        own = self.period.value() == _OWN
        first, last = (self.first.value(), self.last.value()) if own else _days(self.period.value(), clock.today())
        return LedgerFilter(first, last, self.consultant.value(), self.state.value(), self.overdue.value())

    def look(self) -> None:
        """Show what the filters ask for; nothing changes while a day is typed."""
        for editor in (self.first, self.last):
            editor.setVisible(self.period.value() == _OWN)
        try:
            wanted = self.wanted()
        except RuleError:
            return
        found = self.found = ledger(wanted, *self._order)
        self._rows = {each.id: each for each in found.rows}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()
        self._figures["count"].say(str(len(found.rows)))
        self._figures["total"].say(money.plain(found.total))
        self._figures["received"].say(money.plain(found.received))
        self._figures["open"].say(money.plain(found.total - found.received))
        self._figures["overdue"].say(money.plain(found.overdue), "bad" if found.overdue else "")

    def preview(self) -> None:
        """Show the ledger's paper."""
        papers.show_paper(self, self.actor, PaperKind.LEDGER, self.wanted())

    def ask_file(self) -> None:
        """Let the person choose where the table is written."""
        dialog = QFileDialog(self, _("Save as a table"), "", _("Tables (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(_("Contract ledger {day}").format(day=clock.today().isoformat()))
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write what is shown as a table that spreadsheets open."""
        if self.found is None:
            return
        table = as_csv(self.found).encode("utf-8-sig")
        try:
            wanted = self.wanted()
            days = Days(wanted.first, wanted.last)
            save_table(self.actor, Content.LEDGER, days, len(self.found.rows), table, path)
        except FrontdeskError as error:
            notices.error(error)
        else:
            notices.tell(_("Saved: {name}").format(name=path.name))

    def _fetch(self, ids: Sequence[int]) -> list[LedgerRow]:
        return [self._rows[each] for each in ids if each in self._rows]

    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self.look()


def _states() -> ChoiceBox:
    states = (*SIGNED_STATES, ContractState.CANCELLED)
    return ChoiceBox([(each, label(each)) for each in states], empty=_("Signed, not cancelled"))


def _days(period: str, today: date) -> tuple[date | None, date | None]:
    """The first and last day of a period."""
    start = today.replace(day=1)
    if period == _MONTH:
        return start, None
    if period == _BEFORE:
        last = start - timedelta(days=1)
        return last.replace(day=1), last
    return (today.replace(month=1, day=1), None) if period == _YEAR else (None, None)


def _columns() -> list[Column]:
    return [
        Column("number", _("Number"), lambda each: each.number, width=130),
        Column("signed", _("Signed on"), lambda each: wording.day(each.signed_on), width=115),
        Column("customer", _("Customer"), lambda each: each.customer, bold=True),
        Column("consultant", _("Consultant"), lambda each: each.consultant, width=80),
        Column(
            *("state", _("State"), lambda each: label(each.state)),
            tone=lambda each: "bad" if each.state is ContractState.CANCELLED else "ok",
            chip=True,
            width=85,
            sortable=False,
        ),
        Column(
            *("amended", _("Amendments"), lambda each: money.plain(each.amended) if each.amended else ""),
            right=True,
            width=100,
            sortable=False,
        ),
        Column("total", _("Present total"), lambda each: money.plain(each.total), right=True, width=115, bold=True),
        Column("received", _("Received"), lambda each: money.plain(each.received), right=True, width=110),
        Column(
            *("overdue", _("Overdue"), lambda each: money.plain(each.overdue) if each.overdue else ""),
            tone=lambda each: "bad",
            right=True,
            width=95,
            sortable=False,
        ),
    ]
