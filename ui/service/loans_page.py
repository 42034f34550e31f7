"""What the desk has lent: one button for each kind, the list with what is overdue in red, the loan in front (W12)."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from models.customers.lists import customer_file
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.loans import lists
from models.loans.kind_actions import take_usual
from models.loans.kinds import Keeping, LoanFilter, LoanState
from models.loans.lend_actions import note_signed, reveal_licence
from models.loans.rules import FULL
from models.loans.views import KindRow, LoanRow, LoanView
from models.papers.facts import PaperKind
from ui.kit import notices, papers, wording
from ui.kit.desk import Desk
from ui.kit.editors import TextEdit
from ui.kit.flow import FlowLayout
from ui.kit.record_page import Page, lay_beside, parted_panel
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import (
    Band,
    Button,
    Chip,
    EmptyState,
    FactGrid,
    FilterChips,
    Line,
    Panel,
    Text,
    clear,
    column,
    flowing,
    row,
)
from ui.service.loan_forms import ask_back, ask_lend, ask_longer, ask_reminded
from ui.service.loan_kinds import KindsSheet

_PAUSE, _WITH_KEY = 120, 9
_HEARD = ("loan", "loan_kind", "loan_thing", "customer")
_TONES = {LoanState.OUT: "accent", LoanState.RETURNED: "ok", LoanState.LOST: "bad"}


class LoansPage(Page):
    """Kinds and list at the left, the loan in front at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: LoanView | None = None
        self._customer_id = 0
        self.buttons: dict[int, Button] = {}
        self._kinds = FlowLayout(8)
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.show_page())
        self.search = TextEdit(_("Name, phone, number"), longest=60)
        self.search.setObjectName("loan_search")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.show_page)
        self.search.textEdited.connect(lambda text: self._pause.start())
        self._held = Text("", "fine")
        empty = EmptyState("umbrella-outline", _("Nothing is lent out"), _("Press what somebody asks for, above."))
        self.table = RecordTable(_columns(), lambda ids: lists.loan_rows(self.actor, ids), tall=True, empty=empty)
        self.table.selected.connect(self._show)
        self.table.opened.connect(self._open)
        self._record, self._parts = parted_panel()
        self._lay_out()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        self.usual = Button(
            _("Take over the usual things"), self.take_usual, kind="primary", icon="tray-arrow-down", name="take_usual"
        )
        self.kinds_button = Button(_("What we lend…"), self.ask_kinds, icon="cog-outline", name="loan_kinds")
        listing = Panel(flush=True)
        self._whom = Text("", "bold")
        self._whom.hide()
        listing.add(
            row(Text(_("Lend"), "title"), self._whom, "stretch", self._held, self.kinds_button, margins=(16, 10, 10, 2))
        )
        holder = QWidget()
        holder.setLayout(self._kinds)
        self._start = row(self.usual, "stretch", margins=(16, 0, 10, 10))
        listing.add(column(holder, margins=(16, 4, 10, 10)), self._start, Line())
        self.search.setFixedWidth(200)
        listing.add(flowing(self.chips, "stretch", self.search, margins=(16, 8, 10, 8)), Line(), self.table)
        self._beside = lay_beside(self, listing, self._record, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(740, 440)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def open_record(self, kind: str, record_id: int) -> None:
        """Bring a loan to sight; ``loan_for`` asks what is lent to a customer."""
        if kind == "loan_for":
            self._customer_id = record_id
            self.show_page()
            return
        self.search.clear()
        self.chips.select(LoanFilter.ALL.value)
        self.show_page(record_id)

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or any(changes.touches(kind) for kind in _HEARD):
            self.show_page()

    def show_page(self, loan_id: int = 0) -> None:
        """Show kinds, list and the loan in front as they are now."""
        kinds = lists.kinds()
        self._show_kinds(kinds)
        keeper = self.actor.may(Permission.KEEP_LOANS)
        self._start.setVisible(keeper and not lists.kinds(all_of_them=True))
        self.kinds_button.setVisible(keeper)
        held = lists.deposits_held()
        self._held.setText(_("Deposits held: {amount}").format(amount=wording.yuan(held)) if held else "")
        self._show_chips()
        chosen = LoanFilter(self.chips.selected or LoanFilter.OUT.value)
        ids = lists.loan_ids(chosen, self.search.value())
        self.table.set_ids(ids)
        self.table.refresh_rows()
        before = self._view.row.id if self._view else 0
        front = loan_id or (before if before in ids else next(iter(ids), 0))
        self.table.select(front or None)
        self._show(front)

    def _show_chips(self) -> None:
        counts = lists.counts()
        chosen = self.chips.selected or LoanFilter.OUT.value
        items = []
        for each in LoanFilter:
            words = (
                _("{filter} {count}").format(filter=label(each), count=counts[each]) if counts[each] else label(each)
            )
            items.append((each.value, words, "bad" if each is LoanFilter.OVERDUE and counts[each] else "neutral"))
        self.chips.set_items(items)
        self.chips.select(chosen)

    def _show_kinds(self, kinds: list[KindRow]) -> None:
        """A button for each kind with how many are here; the first nine have a key."""
        clear(self._kinds)
        self.buttons = {}
        name = customer_file(self.actor, self._customer_id).name if self._customer_id else ""
        self._whom.setText(_("to {name}").format(name=name) if name else "")
        self._whom.setVisible(bool(name))
        for place, kind in enumerate(kinds, 1):
            words = _("{kind} {count}").format(kind=kind.name, count=kind.free)
            key = f"Ctrl+{place}" if place <= _WITH_KEY else ""
            button = Button(words, partial(self.ask_lend, kind.id), key=key, big=True, name=f"lend_{kind.id}")
            button.setEnabled(kind.free > 0 and self.actor.may(Permission.LEND))
            self.buttons[kind.id] = button
            self._kinds.addWidget(button)

    def take_usual(self) -> None:
        """Lend what most desks lend."""
        self._do(take_usual)

    def ask_kinds(self) -> None:
        """Change what is lent at all."""
        KindsSheet(self, self.actor).open()

    def ask_lend(self, kind_id: int) -> None:
        """Ask to whom."""
        kind = next((each for each in lists.kinds() if each.id == kind_id), None)
        if kind is not None:
            name = customer_file(self.actor, self._customer_id).name if self._customer_id else ""
            customer_id, self._customer_id = self._customer_id, 0
            ask_lend(self, self.actor, kind, customer_id, name)

    def _open(self, loan_id: int) -> None:
        """Enter on a loan that is out takes it back."""
        view = lists.loan_view(self.actor, loan_id)
        if view.row.state is LoanState.OUT and self.actor.may(Permission.LEND):
            ask_back(self, self.actor, view)

    def _show(self, loan_id: int | None) -> None:
        self._beside.setVisible(bool(loan_id))
        clear(self._parts)
        if not loan_id:
            self._view = None
            return
        view = self._view = lists.loan_view(self.actor, loan_id)
        state = _("Overdue") if view.row.overdue else label(view.row.state)
        chip = Chip(state, "bad" if view.row.overdue else _TONES[view.row.state])
        self._parts.addWidget(row(Text(view.row.what, "title", wrap=True), "stretch", chip))
        self._parts.addWidget(
            Text(wording.joined(view.row.number, view.row.borrower, view.row.phone), "dim", wrap=True)
        )
        if view.row.unsigned:
            sign = Button(_("It is signed"), partial(self._do, note_signed, loan_id), kind="primary", name="signed")
            self._parts.addWidget(Band("warn", _("Print the agreement and have it signed."), sign, icon="file-sign"))
        facts = FactGrid(columns=2)
        facts.set_facts(_facts(view))
        self._parts.addWidget(facts)
        for buttons in self._buttons(view):
            self._parts.addWidget(flowing(*buttons))

    def _buttons(self, view: LoanView) -> list[list[QWidget]]:
        """What can be done with the loan in front, the next step first."""
        loan_id, may = view.row.id, self.actor.may(Permission.LEND)
        found: list[list[QWidget]] = []
        if view.row.state is LoanState.OUT and may:
            back = Button(
                *(_("Receive it back"), partial(ask_back, self, self.actor, view)),
                kind="plain" if view.row.unsigned else "primary",
                icon="keyboard-return",
                hint="Enter",
                name="take_back",
            )
            lost = partial(ask_back, self, self.actor, view, lost=True)
            found.append([back, Button(_("Not coming back…"), lost, kind="danger", name="give_up")])
            longer = Button(_("For longer…"), partial(ask_longer, self, self.actor, view), name="extend")
            called = Button(_("Reminded…"), partial(ask_reminded, self, self.actor, view), name="remind")
            found.append([longer, called])
        if view.licence_masked and self.actor.may(Permission.REVEAL_PERSONAL):
            found.append([Button(_("Show the licence's number"), partial(self._reveal, loan_id), name="reveal")])
        if self.actor.may(Permission.PRINT):
            kinds = [PaperKind.LOAN_SLIP]
            if view.row.keeping is Keeping.CAR:
                kinds.insert(0, PaperKind.LOAN_AGREEMENT)
            found.append(
                [
                    Button(
                        *(label(kind), partial(papers.show_paper, self, self.actor, kind, loan_id)),
                        icon="printer-outline",
                        name=kind.value,
                    )
                    for kind in kinds
                ]
            )
        return found

    def _reveal(self, loan_id: int) -> None:
        number = reveal_licence(self.actor, loan_id).answer
        notices.tell(_("Driving licence number: {number}").format(number=number))

    def _do(self, what: Any, *arguments: Any) -> None:
        try:
            what(self.actor, *arguments)
        except FrontdeskError as error:
            notices.error(error)
        self.show_page()


def _facts(view: LoanView) -> list[tuple[str, str]]:
    found = [
        (_("Lent on"), wording.moment(view.row.lent_at)),
        (_("Due back"), wording.moment(view.row.due_at)),
        (_("Lent by"), view.row.lent_by),
        (_("State it is in"), view.condition_out or _("in order")),
    ]
    if view.row.deposit:
        found.append((_("Security deposit"), wording.yuan(view.row.deposit)))
    if view.row.keeping is Keeping.CAR:
        found += [
            (_("Odometer (km)"), _range(view.out_km, view.back_km)),
            (_("Fuel"), _range(view.out_fuel, view.back_fuel, f"/{FULL}")),
            (_("Driving licence number"), view.licence_number),
            (_("Licence seen by"), view.licence_seen_by),
        ]
    if view.note:
        found.append((_("Remark"), view.note))
    if view.row.reminded_at:
        found.append((_("Reminded"), wording.joined(wording.moment(view.row.reminded_at), view.reminded_said)))
    if view.row.ended_at:
        found += [
            (_("Brought back"), wording.moment(view.row.ended_at)),
            (_("Taken back by"), view.taken_by),
            (_("State on return"), view.condition_in or _("in order")),
        ]
        if view.row.cost or view.row.deposit:
            found += [
                (_("Cost of damage or loss"), wording.yuan(view.row.cost)),
                (_("Kept of the deposit"), wording.yuan(view.row.kept)),
                (_("Given back"), wording.yuan(view.given_back)),
            ]
    return found


def _range(out: int | None, back: int | None, unit: str = "") -> str:
    return " – ".join(f"{each:,}{unit}" for each in (out, back) if each is not None)


def _columns() -> list[Column]:
    def due(each: LoanRow) -> str:
        if each.state is not LoanState.OUT:
            return wording.moment(each.ended_at) if each.ended_at else ""
        return wording.due_by(each.due_at)[0]

    def state(each: LoanRow) -> str:
        return _("Overdue") if each.overdue else label(each.state)

    return [
        Column("what", _("Lent"), lambda each: each.what, detail=lambda each: each.number, bold=True, sortable=False),
        Column(
            *("borrower", _("To whom"), lambda each: each.borrower or each.phone),
            detail=lambda each: each.phone if each.borrower else "",
            width=170,
            sortable=False,
        ),
        Column(
            *("due", _("Due back"), due),
            detail=lambda each: each.lent_by,
            tone=lambda each: "bad" if each.overdue else "",
            width=150,
            sortable=False,
        ),
        Column(
            *("state", _("State"), state),
            tone=lambda each: "bad" if each.overdue else _TONES[each.state],
            chip=True,
            width=100,
            sortable=False,
        ),
        Column(
            *("deposit", _("Security deposit"), lambda each: wording.yuan(each.deposit) if each.deposit else "–"),
            right=True,
            width=100,
            sortable=False,
        ),
    ]
