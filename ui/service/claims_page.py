"""Claims to makers for what was done under their warranty: the list, and beside it the one chosen (W10)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers import lists as customers
from models.kernel import clock, money
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.warranty import claim_actions as actions
from models.warranty import claim_lists as lists
from models.warranty.claim_actions import ClaimForm
from models.warranty.claim_lists import ClaimFilter, ClaimRow
from models.warranty.kinds import CLAIM_TONES, ClaimAction
from ui.kit import theme
from ui.kit.desk import Crumb, Desk
from ui.kit.dialogs import FormDialog
from ui.kit.editors import DateEdit, MoneyEdit, NoteEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.layout import clear, row
from ui.kit.record_page import Page, lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Band, Button, EmptyState, FactGrid, FilterChips, Line, Panel, Text, flowing
from ui.kit.wording import day, yuan

_A = ClaimAction


class ClaimsPage(Page):
    """The claims by how far they are; the one in front beside the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, ClaimRow] = {}
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.show_page())
        self.owed = Text("", "dim")
        new = Button(_("Write a claim"), self.begin, kind="primary", icon="plus", key="Ctrl+N", name="write_claim")
        empty = EmptyState(
            *("shield-check-outline", _("No claims here"), _("What was done under a maker's warranty is claimed here."))
        )
        self.table = RecordTable(
            _columns(), lambda ids: [self._rows[each] for each in ids], tall=True, empty=empty, spare=("sent", "amount")
        )
        self.table.selected.connect(lambda claim: self._show_chosen())
        listing = Panel(flush=True)
        listing.add(flowing(self.chips, "stretch", self.owed, new, margins=(theme.INSIDE, 10, theme.INSIDE, 8)))
        listing.add(Line(), self.table)
        record = Panel()
        self._title, self._what, self.band = Text("", "record"), Text("", wrap=True), Band("neutral", "")
        self._facts, self._buttons = FactGrid(columns=2), QVBoxLayout()
        record.add(self._title, self.band, self._what, Line(), self._facts)
        record.body.addLayout(self._buttons)
        record.add("stretch")
        self._beside = lay_beside(self, listing, record, 380)
        self.chips.set_items([(each.value, label(each), "neutral") for each in ClaimFilter])
        self.chips.select(ClaimFilter.OPEN.value)
        self.setFocusProxy(self.table)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def begin(self) -> FormDialog:
        """Ask whose vehicle it was, which maker and what is claimed."""
        return ask_claim(self, self.actor)

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a claim."""
        self.chips.select(ClaimFilter.ALL.value)
        self.show_page()
        self.table.select(record_id)
        self._show_chosen()

    def show_page(self) -> None:
        """Show the claims as they stand."""
        counts = lists.counts()
        items = [(each.value, f"{label(each)} {counts[each]}", "neutral") for each in ClaimFilter]
        self.chips.set_items(items)
        chosen = ClaimFilter(self.chips.selected or ClaimFilter.OPEN.value)
        self._rows = {each.id: each for each in lists.claims(chosen)}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()
        if self.table.selected_id is None:
            self.table.select_first()
        owed = lists.outstanding()
        self.owed.setText(_("Makers owe {amount}").format(amount=yuan(owed)) if owed else "")
        self._show_chosen()

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or changes.touches("warranty_claim") or changes.touches("customer"):
            self.show_page()

    def _show_chosen(self) -> None:
        each = self._rows.get(self.table.selected_id or 0)
        self._beside.setVisible(each is not None)
        if each is None:
            return
        self._title.setText(each.maker)
        self._what.setText(each.what)
        if each.waits_long:
            self.band.say("bad", _("Ask the maker."), lead=_("No answer since {day}.").format(day=_day(each.sent_on)))
        else:
            self.band.say(CLAIM_TONES[each.state], yuan(each.amount), lead=label(each.state))
        self._facts.set_facts(_facts(each))
        clear(self._buttons)
        asks: dict[ClaimAction, Callable[[], object]] = {
            _A.SEND: partial(_ask_sent, self, self.actor, each),
            _A.PAY: partial(_ask_paid, self, self.actor, each),
            _A.REFUSE: partial(_ask_refused, self, self.actor, each),
            _A.CHANGE: partial(ask_claim, self, self.actor, each),
        }
        may = each.actions(self.actor)
        for what in [each for each in asks if each in may]:
            kind = "primary" if what in (_A.SEND, _A.PAY) else "plain"
            self._buttons.addWidget(Button(label(what), asks[what], kind=kind, name=f"claim_{what.value}"))
        crumb = Crumb("warranty_claim", each.id, each.number)
        go = partial(self._desk.open_record, "customer", each.customer_id, crumb)
        self._buttons.addWidget(row(Button(_("Customer file"), go, kind="link", name="go_customer"), "stretch"))


def ask_claim(page: QWidget, actor: Actor, each: ClaimRow | None = None) -> FormDialog:
    """The form of a claim; a new one asks whose it is by plate, phone or name."""
    whose = TextEdit(_("Plate, phone, name"), longest=60)

    def keep(values: dict[str, Any]) -> None:
        form = ClaimForm(
            values["maker"],
            values["what"],
            values["amount"] or 0,
            values["maker_number"],
            each.goods_id if each else None,
            each.work_order_id if each else None,
        )
        if each is not None:
            actions.change_claim(actor, each.id, each.version, form)
            return
        found = customers.found_ids(actor, values["whose"], 2) if values["whose"] else []
        if len(found) != 1:
            raise RuleError("This finds no file, or several. Type the plate or the whole phone.", field="whose")
        actions.open_claim(actor, found[0], form)

    fields: list[Field | tuple[Field, ...]] = [] if each else [Field("whose", _("Whose"), whose, required=True)]
    fields += [
        (
            Field("maker", _("Maker"), TextEdit(longest=60), required=True),
            Field("maker_number", _("The maker's number"), TextEdit(longest=40)),
        ),
        Field("what", _("What was done and why"), NoteEdit(lines=3), required=True),
        Field("amount", _("Amount claimed"), MoneyEdit(), required=True),
    ]
    title = _("Change the claim") if each else _("Write a claim")
    dialog = FormDialog(page, title, fields, keep, width=560)
    if each:
        dialog.form.set_values({name: getattr(each, name) for name in ("maker", "maker_number", "what", "amount")})
    dialog.open()
    return dialog


def _ask_sent(page: QWidget, actor: Actor, each: ClaimRow) -> FormDialog:
    def send(values: dict[str, Any]) -> None:
        actions.send_claim(actor, each.id, each.version, values["sent_on"] or clock.today(), values["maker_number"])

    fields = [
        Field("sent_on", _("Sent on"), DateEdit()),
        Field("maker_number", _("The maker's number"), TextEdit(longest=40)),
    ]
    dialog = FormDialog(page, label(_A.SEND), fields, send)
    dialog.form.set_values({"sent_on": clock.today(), "maker_number": each.maker_number})
    dialog.open()
    return dialog


def _ask_paid(page: QWidget, actor: Actor, each: ClaimRow) -> FormDialog:
    def pay(values: dict[str, Any]) -> None:
        actions.pay_claim(actor, each.id, each.version, values["paid"] or 0, values["answer"])

    fields = [
        Field("paid", _("Amount paid"), MoneyEdit(), required=True),
        Field("answer", _("What the maker says"), TextEdit(longest=200)),
    ]
    dialog = FormDialog(page, label(_A.PAY), fields, pay)
    dialog.form.set_values({"paid": each.amount})
    dialog.open()
    return dialog


def _ask_refused(page: QWidget, actor: Actor, each: ClaimRow) -> FormDialog:
    def refuse(values: dict[str, Any]) -> None:
        actions.refuse_claim(actor, each.id, each.version, values["answer"])

    field = Field("answer", _("What the maker says"), TextEdit(longest=200), required=True)
    dialog = FormDialog(page, label(_A.REFUSE), [field], refuse)
    dialog.open()
    return dialog


def _facts(each: ClaimRow) -> list[tuple[str, ...]]:
    facts = {
        _("Number"): each.number,
        _("The maker's number"): each.maker_number,
        _("Customer"): each.customer,
        _("Vehicle"): each.goods,
        _("Amount claimed"): yuan(each.amount),
        _("Amount paid"): yuan(each.paid) if each.paid is not None else "",
        _("Sent on"): _day(each.sent_on),
        _("Answered on"): _day(each.answered_on),
        _("What the maker says"): each.answer,
        _("Written by"): each.staff,
    }
    return [(name, text) for name, text in facts.items() if text]


def _day(value: Any) -> str:
    return day(value) if value else ""


def _columns() -> list[Column]:
    return [
        Column("maker", _("Maker"), lambda each: each.maker, detail=lambda each: each.what, bold=True),
        Column("customer", _("Customer"), lambda each: each.customer, detail=lambda each: each.goods, width=170),
        Column(
            *("state", _("State"), lambda each: label(each.state)),
            tone=lambda each: "bad" if each.waits_long else CLAIM_TONES[each.state],
            chip=True,
            width=100,
            sortable=False,
        ),
        Column("sent", _("Sent on"), lambda each: _day(each.sent_on) or "–", width=90, sortable=False),
        Column(
            *("amount", _("Amount claimed"), lambda each: money.plain(each.amount)),
            right=True,
            width=120,
            sortable=False,
        ),
    ]
