"""Exceptions on their page: orders booked wrong, missed or doubled, each with its log (S10)."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.kernel import money
from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.sales.exception_actions import EntryForm, add_to_exception
from models.sales.exception_lists import exception_ids, exception_rows, exception_view
from models.sales.supplement_states import EntryKind
from models.sales.supplement_views import EntryRow, ExceptionView
from models.staff import lists as staff
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, ChoiceBox, MoneyEdit, NoteEdit
from ui.kit.flow import FlowLayout
from ui.kit.forms import Field
from ui.kit.record_page import Page, lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import (
    Button,
    Chip,
    EmptyState,
    FactGrid,
    FilterChips,
    IconButton,
    Line,
    ListRow,
    Panel,
    Text,
    clear,
    flowing,
    row,
)
from ui.sales import wording
from ui.sales.contract_more import ask_exception
from ui.sales.desk import Desk

_ICONS = {
    EntryKind.NOTE: "note-text-outline",
    EntryKind.OFFERED: "gift-outline",
    EntryKind.TOLD: "phone-outline",
    EntryKind.COST: "cash-minus",
    EntryKind.ENDED: "check-circle-outline",
    EntryKind.REOPENED: "restart",
}


class ExceptionsPage(Page):
    """All exceptions at the left, the one in front with its log at the right. ``left`` is the way back to the list."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: ExceptionView | None = None
        self.chips = FilterChips([("open", _("Not ended yet"), "warn"), ("all", _("All"), "neutral")])
        self.chips.select("open")
        self.chips.chosen.connect(lambda key: self.show_list())
        new = Button(_("Log an exception…"), self._log, kind="primary", icon="plus", key="Ctrl+N", name="new_exception")
        empty = EmptyState(
            *("alert-octagon-outline", _("No exceptions here")),
            _("An order booked wrong, missed or doubled is logged from its contract."),
        )
        self.table = RecordTable(_columns(), exception_rows, tall=True, empty=empty)
        self.table.selected.connect(self._show)
        listing = Panel(flush=True)
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        title = Text(_("Order exceptions"), "title")
        listing.add(flowing(back, title, self.chips, "stretch", new, margins=(10, 10, 10, 10)))
        listing.add(Line(), self.table)
        self._record = Panel()
        self._head, self._facts, self._log_rows = FlowLayout(8), FactGrid(columns=2), QVBoxLayout()
        self._what = Text("", wrap=True)
        self._add = Button(_("Add to the log…"), self.ask_entry, kind="primary", key="F6", name="add_entry")
        self._record.body.addLayout(self._head)
        self._record.add(self._what, self._facts, Line())
        self._record.body.addLayout(self._log_rows)
        self._record.add(row(self._add, "stretch"), "stretch")
        self._beside = lay_beside(self, listing, self._record, 330)
        self.setFocusProxy(self.table)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self, exception_id: int | None = None) -> None:
        """Show the list; one of them in front, whichever filter it is in."""
        ids = exception_ids(open_only=self.chips.selected == "open")
        if exception_id and exception_id not in ids:
            self.chips.select("all")
            ids = exception_ids()
        self.table.set_ids(ids)
        self.table.refresh_rows()
        chosen = exception_id or (self._view.row.id if self._view and self._view.row.id in ids else next(iter(ids), 0))
        self._beside.setVisible(bool(chosen))
        if chosen:
            self.table.select(chosen)
            self._show(chosen)

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus()

    def refresh(self, what: Changes | None) -> None:
        """Show what changed."""
        if what is None or what.touches("exception"):
            self.show_list()

    def _show(self, exception_id: int) -> None:
        if not exception_id:
            return
        view = self._view = exception_view(self.actor, exception_id)
        clear(self._head)
        self._head.addWidget(Text(view.row.number, "title"))
        self._head.addWidget(Chip(_("Ended"), "ok") if view.row.ended_on else Chip(_("Not ended yet"), "warn"))
        self._head.add_stretch()
        if view.row.contract_id:
            go = partial(self._desk.open_record, "contract", view.row.contract_id)
            self._head.addWidget(Button(view.row.contract, go, kind="link", name="contract"))
        self._what.setText(view.row.what)
        self._facts.set_facts(
            [
                (_("What went wrong"), label(view.row.kind)),
                (_("When"), view.row.happened_on.isoformat()),
                (_("Customer"), view.row.customer or "–"),
                (_("Logged by"), view.row.logged_by),
                (_("Cost so far"), wording.yuan(view.row.cost), "bad" if view.row.cost else ""),
                (_("Ended on"), wording.day(view.row.ended_on)),
            ]
        )
        clear(self._log_rows)
        for each in view.entries:
            self._log_rows.addWidget(ListRow(_ICONS[each.kind], _title(each), _detail(each)))
        self._add.setVisible(view.may_log)

    def _log(self) -> None:
        ask_exception(self, self._desk)

    def ask_entry(self) -> None:
        """Ask what is added to the log: what was offered, who told the customer, what it cost, how it ended."""
        view = self._view
        if view is None:
            return
        ended = view.row.ended_on is not None
        kinds = [EntryKind.REOPENED] if ended else [each for each in EntryKind if each is not EntryKind.REOPENED]
        kind = ChipChoice([(each, label(each)) for each in kinds])
        kind.set_value(kinds[0] if ended else EntryKind.OFFERED)
        people = ChoiceBox([(each.id, each.name) for each in staff.everybody()], empty="–")

        def add(values: dict[str, Any]) -> None:
            form = EntryForm(values["kind"], values["text"], values["told_by"], values["amount"] or 0)
            add_to_exception(self.actor, view.row.id, form)

        FormDialog(
            self,
            _("Add to the log"),
            [
                Field("kind", _("What it tells"), kind),
                Field("text", _("What there is to tell"), NoteEdit(lines=3)),
                (
                    Field("told_by", _("Who told the customer"), people),
                    Field("amount", _("What it cost"), MoneyEdit(negative=True)),
                ),
            ],
            add,
            _("Add"),
            width=620,
        ).open()


def _title(entry: EntryRow) -> str:
    if entry.amount:
        return _("{what}: {amount}").format(what=label(entry.kind), amount=wording.yuan(entry.amount))
    if entry.told_by:
        return _("{what} by {name}").format(what=label(entry.kind), name=entry.told_by)
    return label(entry.kind)


def _detail(entry: EntryRow) -> str:
    said = _("{name}, {moment}").format(name=entry.by, moment=wording.moment(entry.at))
    return _(" · ").join(part for part in (entry.text.replace("\n", " "), said) if part)


def _columns() -> list[Column]:
    return [
        Column("number", _("Number"), lambda each: each.number, detail=lambda each: label(each.kind), width=125),
        Column("what", _("What happened"), lambda each: each.what, detail=lambda each: each.customer),
        Column("contract", _("Contract"), lambda each: each.contract or "–", width=125),
        Column(
            "cost", _("What it cost"), lambda each: money.plain(each.cost) if each.cost else "", right=True, width=90
        ),
    ]
