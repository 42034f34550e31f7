"""What stands beside a signed contract about its money: commission with its shares, invoices, reminders (S7, S8)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.cashier import lists as cashier
from models.commission import actions, lists
from models.commission.kinds import SplitState
from models.commission.views import CommissionView, DisputeRow
from models.kernel import money
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.sales.states import SIGNED_STATES
from models.sales.views import ContractView
from models.staff import lists as staff
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, NoteEdit, PercentEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, Chip, Panel, Text, clear, column, row
from ui.sales import wording
from ui.sales.desk import Desk
from ui.sales.money_invoices import ask_invoice, invoice_lines
from ui.sales.money_overdue import ask_reminder, reminder_row

_TONES = {SplitState.PROPOSED: "warn", SplitState.CONFIRMED: "ok", SplitState.RULED: "accent"}
_MOST_REMINDERS, _MOST_PEOPLE = 3, 3


class InvoicesPanel(Panel):
    """The invoices and reminders of a contract."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__()
        self._page, self._desk = page, desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add(Text(_("Invoices and reminders"), "dim"))
        self.body.addLayout(self._rows)

    def show_contract(self, view: ContractView) -> None:
        """Show those of a contract; before signing there are none."""
        actor: Actor = self._desk.session.actor
        clear(self._rows)
        invoices = cashier.invoices_of(view.row.id)
        reminders = cashier.reminders_of(view.row.id)
        signed = view.row.state in SIGNED_STATES
        self.setVisible(bool(invoices or reminders or (signed and actor.may(Permission.ASK_INVOICE))))
        for line in invoice_lines(invoices):
            self._rows.addWidget(line)
        for each in reminders[:_MOST_REMINDERS]:
            self._rows.addWidget(reminder_row(self._page, actor, each))
        if signed and actor.may(Permission.ASK_INVOICE):
            ask = partial(ask_invoice, self._page, actor, view.row.id)
            self._rows.addWidget(Button(_("Ask for an invoice…"), ask, icon="receipt-text-outline", name="ask_invoice"))
        if view.row.overdue and actor.may(Permission.REMIND):
            remind = partial(ask_reminder, self._page, actor, view.row.id, view.row.customer)
            self._rows.addWidget(Button(_("Remind…"), remind, icon="bell-outline", name="remind"))


class CommissionPanel(Panel):
    """Who earns on a contract and why, as far as this person may see it; confirming, claiming, ruling."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__()
        self._page, self._desk = page, desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._chip = Chip("")
        self.add(row(Text(_("Commission"), "dim"), "stretch", self._chip))
        self.body.addLayout(self._rows)

    def show_contract(self, view: ContractView) -> None:
        """Show the commission of a contract; who has no part in it sees nothing."""
        actor: Actor = self._desk.session.actor
        clear(self._rows)
        found = lists.of_contract(actor, view.row.id)
        self.setVisible(found is not None)
        if found is None:
            return
        self._chip.say(label(found.state), _TONES[found.state])
        for widget in self._lines(found):
            self._rows.addWidget(widget)
        for dispute in found.disputes:
            self._rows.addWidget(self._dispute(actor, found, dispute))
        for button in self._buttons(actor, found):
            self._rows.addWidget(button)

    def _lines(self, found: CommissionView) -> list[QWidget]:
        lines: list[QWidget] = [Text(found.why, wrap=True)]
        if found.reason:
            lines.append(Text(found.reason, "fine", wrap=True))
        for each in found.shares:
            share = Text(f"{money.quantity_text(each.share)} %", "dim")
            lines.append(
                row(
                    Text(wording.shortened(each.name), "bold"), share, "stretch", Text(money.plain(each.booked), "bold")
                )
            )
        if found.undecided:
            waits = Text(_("Waiting for a decision"), tone="warn")
            lines.append(row(waits, "stretch", Text(money.plain(found.undecided), "bold")))
        if found.sees_all:
            words = _("earned {earned} of {full}").format(
                earned=money.plain(found.earned), full=money.plain(found.full)
            )
            lines.append(Text(words, "fine"))
        if found.held:
            lines.append(Text(_("Held until delivery"), "fine", tone="warn"))
        return lines

    def _dispute(self, actor: Actor, found: CommissionView, dispute: DisputeRow) -> QWidget:
        claim = _("{name} claims: {claim}").format(name=dispute.raised_by, claim=dispute.claim)
        lines: list[QWidget] = [Text(claim, "fine", wrap=True, tone="" if dispute.ruled_by else "warn")]
        if dispute.ruled_by:
            ruled = _("{name} ruled: {ruling}").format(name=dispute.ruled_by, ruling=dispute.ruling)
            lines.append(Text(ruled, "fine", wrap=True))
        elif found.may_rule:
            rule = partial(ask_split, self._page, actor, found, dispute)
            lines.append(Button(_("Rule…"), rule, name=f"rule_dispute_{dispute.id}"))
        return column(*lines, gap=2)

    def _buttons(self, actor: Actor, found: CommissionView) -> list[QWidget]:
        buttons: list[QWidget] = []
        if found.may_confirm:
            confirm = partial(_do, actions.confirm_split, actor, found.contract_id)
            buttons.append(Button(_("Confirm the shares"), confirm, kind="primary", name="confirm_split"))
        if found.may_rule:
            decide = partial(ask_split, self._page, actor, found)
            buttons.append(Button(_("Decide the shares…"), decide, name="rule_split"))
        if found.may_rule and found.held:
            release = partial(_do, actions.release_commission, actor, found.contract_id)
            buttons.append(Button(_("Let go before delivery"), release, name="release"))
        if found.may_claim and not found.may_rule:
            claim = partial(ask_claim, self._page, actor, found.contract_id)
            buttons.append(Button(_("Claim a share…"), claim, kind="link", name="claim"))
        return buttons


def _do(action: Callable[..., Changes], *arguments: Any) -> None:
    try:
        action(*arguments)
    except FrontdeskError as error:
        notices.error(error)


def ask_claim(page: QWidget, actor: Actor, contract_id: int) -> None:
    """Ask in which words somebody claims another share."""

    def claim(values: dict[str, Any]) -> None:
        actions.raise_dispute(actor, contract_id, values["claim"])

    FormDialog(
        page,
        _("Claim a share"),
        [Field("claim", _("What you claim and why"), NoteEdit())],
        claim,
        intro=_("The manager rules with a reason; both stay on record."),
    ).open()


def ask_split(page: QWidget, actor: Actor, found: CommissionView, dispute: DisputeRow | None = None) -> None:
    """Ask who shares and why; a dispute may also be ruled by leaving the shares as they are."""
    people = [(person.id, person.name) for person in staff.sellers()]
    known = dict(people)
    fields = [
        (
            Field(f"who{place}", _("Colleague"), ChoiceBox(people, empty="–")),
            Field(f"share{place}", _("Share"), PercentEdit()),
        )
        for place in range(_MOST_PEOPLE)
    ]

    def decide(values: dict[str, Any]) -> None:
        shares = tuple(
            (values[f"who{place}"], values[f"share{place}"] or 0)
            for place in range(_MOST_PEOPLE)
            if values[f"who{place}"]
        )
        try:
            if dispute is not None:
                actions.rule_dispute(actor, dispute.id, values["reason"], shares)
            else:
                actions.rule_split(actor, found.contract_id, shares, values["reason"])
        except RuleError as error:
            error.field = "who0" if error.field == "shares" else error.field
            raise

    dialog = FormDialog(
        page,
        _("Rule on the claim of {name}").format(name=dispute.raised_by) if dispute else _("Decide the shares"),
        [*fields, Field("reason", _("Reason"), NoteEdit())],
        decide,
        _("Decide"),
        intro=found.why,
        width=560,
    )
    shown = [each for each in found.shares if each.staff_id in known][:_MOST_PEOPLE]
    for place, each in enumerate(shown):
        dialog.form.set_values({f"who{place}": each.staff_id, f"share{place}": each.share})
    dialog.open()
