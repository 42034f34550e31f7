"""Invoices: asked for, approved, made out, reversed; the list, and beside it the one chosen with its next step (S7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.cashier import invoice_actions, lists
from models.cashier.invoice_actions import InvoiceForm
from models.cashier.states import InvoiceAction, InvoiceState
from models.cashier.views import InvoiceRow, InvoiceView
from models.kernel import money
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label, say
from models.kernel.permissions import Actor
from ui.kit import notices, theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import MoneyEdit, NoteEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FactGrid, FilterChips, Panel, Text, clear, column
from ui.sales import wording
from ui.sales.desk import Desk
from ui.sales.money_part import MoneyPart

TONES = {
    InvoiceState.ASKED: "warn",
    InvoiceState.APPROVED: "accent",
    InvoiceState.MADE_OUT: "ok",
    InvoiceState.REFUSED: "bad",
    InvoiceState.REVERSED: "bad",
    InvoiceState.COUNTER: "bad",
}
_S = InvoiceState


class InvoicesPage(MoneyPart):
    """The invoices; Enter opens the contract of one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self._show())
        empty = EmptyState("receipt-text-outline", _("No invoices here"), _("One is asked for on a contract's page."))
        self.table = RecordTable(_columns(), lists.invoice_rows, tall=True, empty=empty)
        self.table.selected.connect(lambda invoice: self._show_chosen())
        self.table.opened.connect(self._open)
        self._facts = FactGrid(columns=1)
        self._title = Text("", "record")
        self._steps = QHBoxLayout()
        self._lay_out()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 10)
        top.addWidget(self.chips, 1)
        listed = Panel(flush=True)
        listed.body.addLayout(top)
        listed.add(self.table)
        self.side = Panel()
        self._steps.setSpacing(8)
        self.side.add(self._title, self._facts)
        self.side.body.addLayout(self._steps)
        self.side.add("stretch")
        self.side.setFixedWidth(270)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(listed, 1)
        box.addWidget(self.side)

    def _ids(self, key: str) -> list[int]:
        if key == "decide":
            return lists.invoices_to_decide(self.actor)
        states = {"approved": [_S.APPROVED], "made_out": [_S.MADE_OUT, _S.REVERSED, _S.COUNTER]}.get(key, [])
        return lists.invoice_ids(states, mine=self.actor)

    def refresh(self) -> None:
        """Look again at what each filter holds."""
        titles = {
            "decide": _("To approve"),
            "approved": _("To make out"),
            "made_out": _("Made out"),
            "all": _("All"),
        }
        items = []
        for key, title in titles.items():
            count = len(self._ids(key))
            waits = count and key in ("decide", "approved")
            items.append((key, _("{filter} {count}").format(filter=title, count=count), "warn" if waits else "neutral"))
        chosen = self.chips.selected or next((key for key in titles if self._ids(key)), "all")
        self.chips.set_items(items)
        self.chips.select(chosen)
        self._show()

    def _show(self) -> None:
        self.table.set_ids(self._ids(self.chips.selected))
        self.table.refresh_rows()
        if self.table.selected_id is None:
            self.table.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.selected_id
        clear(self._steps)
        self.side.setVisible(chosen is not None)
        if chosen is None:
            return
        view = lists.invoice_view(self.actor, chosen)
        self._title.setText(wording.yuan(view.row.amount))
        self._facts.set_facts(_facts(view.row))
        self._steps.addWidget(column(*steps(self, self.actor, view), gap=8))

    def _open(self, invoice_id: int) -> None:
        (row,) = lists.invoice_rows([invoice_id])
        self.opened.emit("contract", row.contract_id)


def steps(page: QWidget, actor: Actor, view: InvoiceView) -> list[QWidget]:
    """A button for each thing this person may do with an invoice; what blocks it is said on it."""
    asks: dict[InvoiceAction, Callable[[], object]] = {
        InvoiceAction.APPROVE: partial(_do, invoice_actions.approve_invoice, actor, view.row.id),
        InvoiceAction.REFUSE: partial(_ask_reason, page, actor, view.row, InvoiceAction.REFUSE),
        InvoiceAction.WITHDRAW: partial(_do, invoice_actions.withdraw_invoice, actor, view.row.id),
        InvoiceAction.MAKE_OUT: partial(_ask_making_out, page, actor, view.row),
        InvoiceAction.REVERSE: partial(_ask_reason, page, actor, view.row, InvoiceAction.REVERSE),
    }
    found: list[QWidget] = []
    for what, blocked in view.actions.items():
        assert isinstance(what, InvoiceAction)
        leads = what in (InvoiceAction.APPROVE, InvoiceAction.MAKE_OUT)
        button = Button(label(what), asks[what], kind="primary" if leads else "plain", name=f"invoice_{what.value}")
        button.setEnabled(blocked is None)
        button.setToolTip(say(blocked) if blocked else "")
        found.append(button)
        if blocked and leads:
            found.append(Text(say(blocked), "fine", wrap=True, tone="bad"))
    return found


def _do(action: Callable[..., Changes], *arguments: Any) -> None:
    try:
        action(*arguments)
    except FrontdeskError as error:
        notices.error(error)


def _ask_reason(page: QWidget, actor: Actor, row: InvoiceRow, what: InvoiceAction) -> None:
    refusing = what is InvoiceAction.REFUSE

    def go_on(values: dict[str, Any]) -> None:
        action = invoice_actions.refuse_invoice if refusing else invoice_actions.reverse_invoice
        action(actor, row.id, values["reason"])

    title = _("Refuse the invoice") if refusing else _("Reverse invoice {number}").format(number=row.number)
    intro = "" if refusing else _("It stays in the books; a counter-entry with its own number undoes it.")
    FormDialog(page, title, [Field("reason", _("Reason"), NoteEdit())], go_on, label(what), intro=intro).open()


def _ask_making_out(page: QWidget, actor: Actor, row: InvoiceRow) -> None:
    def make_out(values: dict[str, Any]) -> None:
        invoice_actions.make_out_invoice(actor, row.id, values["tax_invoice"])

    FormDialog(
        page,
        _("Make out the invoice for {title}").format(title=row.title),
        [Field("tax_invoice", _("Number the tax office gave"), TextEdit(longest=40))],
        make_out,
        label(InvoiceAction.MAKE_OUT),
    ).open()


def ask_invoice(page: QWidget, actor: Actor, contract_id: int) -> None:
    """Ask for an invoice on a contract; what is still to be invoiced is proposed."""
    offer = lists.invoice_offer(actor, contract_id)
    if offer.blocked:
        notices.error(offer.blocked)
        return

    def ask(values: dict[str, Any]) -> None:
        form = InvoiceForm(values["amount"] or 0, values["title"], values["tax_number"], values["note"])
        invoice_actions.ask_invoice(actor, contract_id, form)

    dialog = FormDialog(
        page,
        _("Ask for an invoice"),
        [
            (
                Field("amount", _("Amount"), MoneyEdit(), required=True),
                Field("title", _("Made out to"), TextEdit(longest=80), required=True),
            ),
            (
                Field("tax_number", _("Tax number"), TextEdit(longest=40)),
                Field("note", _("Note"), TextEdit(longest=200)),
            ),
        ],
        ask,
        _("Ask"),
        intro=_("At most {most} may still be invoiced.").format(most=wording.yuan(offer.most)),
        width=620,
    )
    dialog.form.set_values({"amount": offer.proposed or None, "title": offer.title})
    dialog.open()


def _facts(row: InvoiceRow) -> list[tuple[str, ...]]:
    facts: list[tuple[str, ...]] = [
        (_("State"), label(row.state), TONES.get(row.state, "neutral")),
        (_("Contract"), row.contract),
        (_("Made out to"), row.title),
    ]
    asked = _("{name}, {moment}").format(name=row.asked_by, moment=wording.moment(row.asked_at))
    more = {
        _("Tax number"): row.tax_number,
        _("Number"): row.number,
        _("Number the tax office gave"): row.tax_invoice,
        _("Made out on"): row.made_out_on.isoformat() if row.made_out_on else "",
        _("Asked for by"): asked,
        _("Decided by"): row.decided_by,
        _("Reverses"): row.reverses,
        _("Reason"): row.reason,
        _("Note"): row.note,
    }
    return facts + [(name, value) for name, value in more.items() if value]


def _columns() -> list[Column]:
    return [
        Column("customer", _("Customer"), lambda row: row.customer, detail=_about, bold=True, sortable=False),
        Column("contract", _("Contract"), lambda row: row.contract, width=140, sortable=False),
        Column("number", _("Number"), lambda row: row.number or "–", width=130, sortable=False),
        Column(
            *("state", _("State"), lambda row: label(row.state)),
            tone=lambda row: TONES.get(row.state, "neutral"),
            chip=True,
            width=120,
            sortable=False,
        ),
        Column(
            *("amount", _("Amount"), lambda row: money.plain(row.amount)),
            tone=lambda row: "bad" if row.amount < 0 else "",
            right=True,
            width=130,
            bold=True,
            sortable=False,
        ),
    ]


def _about(row: InvoiceRow) -> str:
    return row.title if row.title != row.customer else ""


def invoice_lines(invoices: Sequence[InvoiceRow]) -> list[QWidget]:
    """Each invoice in two short lines, for the side of a contract."""
    found: list[QWidget] = []
    for each in invoices:
        words = _("{state}, {amount}").format(state=label(each.state), amount=money.plain(each.amount))
        tone = TONES.get(each.state, "")
        found.append(column(Text(each.number or each.title, "bold", elide=True), Text(words, "fine", tone=tone), gap=0))
    return found
