"""A cancellation on its page: whose fault, the refund worked out by rule, and paying it out (S6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel import clock
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.sales import cancellation_actions as cancelling
from models.sales.cancellation_actions import CancellationForm, RefundForm
from models.sales.papers import PaymentMethod
from models.sales.supplement_lists import cancellation_view
from models.sales.supplement_states import Fault, SupplementAction
from models.sales.supplement_views import CancellationView
from ui.kit import papers
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, DateEdit, MoneyEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, FactGrid, Panel, Text
from ui.sales import wording
from ui.sales.contract_supplement import SupplementPage
from ui.sales.desk import Desk


class CancellationPage(SupplementPage):
    """One cancellation."""

    kind = PaperKind.CANCELLATION
    doing: dict[SupplementAction, Callable[..., Any]] = {
        SupplementAction.SUBMIT: cancelling.submit_cancellation,
        SupplementAction.APPROVE: cancelling.approve_cancellation,
        SupplementAction.RETURN: cancelling.return_cancellation,
        SupplementAction.SIGN: cancelling.sign_cancellation,
        SupplementAction.WITHDRAW: cancelling.withdraw_cancellation,
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view: CancellationView | None = None
        self._facts, self._money = FactGrid(columns=2), FactGrid(columns=4)
        self._because = Text("", wrap=True)
        self._change = Button(_("Change…"), self.ask_change, icon="pencil-outline", name="change")
        about, settlement = Panel(_("Why the contract ends"), self._change), Panel(_("Settlement"))
        about.add(self._facts)
        settlement.add(self._money, self._because)
        for part in (about, settlement):
            self.main.addWidget(part)
        for part in (self._approvals, self._papers):
            self.side.addWidget(part)

    def read(self, record_id: int) -> CancellationView:
        return cancellation_view(self.actor, record_id)

    def title(self, number: str) -> str:
        return _("Cancellation {number}").format(number=number)

    def signing_words(self) -> tuple[str, str]:
        return _("Sign the cancellation"), _("From now on the contract is cancelled; the refund may be paid out.")

    def signed_band(self) -> Band:
        view = self.view or self.read(self.record_id)
        left = view.refund - view.refunded
        if not left:
            return Band("ok", _("The contract is cancelled and settled."), icon="check-circle-outline")
        lead = _("Refund {amount}").format(amount=wording.yuan(left))
        if not view.may_refund:
            return Band("warn", _("The cashier pays it out."), lead=lead, icon="cash-refund")
        pay = Button(_("Pay out"), self.pay, kind="primary", icon="cash-refund", key="F6", name="pay_refund")
        return Band("accent", _("Still to be paid out to the customer."), pay, lead=lead, icon="cash-refund")

    def show_record(self, record_id: int) -> None:
        self.view = self.read(record_id)
        super().show_record(record_id)

    def show_body(self, view: CancellationView) -> None:
        self._facts.set_facts([(_("By whose fault"), label(view.fault)), (_("Reason"), view.row.reason)])
        self._money.set_facts(
            [
                (_("Received"), wording.yuan(view.received)),
                (_("Of it deposits"), wording.yuan(view.deposit)),
                (_("Refund the rule proposes"), wording.yuan(view.proposed)),
                (_("Refund"), wording.yuan(view.refund), "accent"),
                (_("Kept by the store"), wording.yuan(view.received - view.refund)),
                (_("Paid out"), wording.yuan(view.refunded)),
            ]
        )
        self._because.setText(view.because)
        self._because.setVisible(bool(view.because))
        self._change.setVisible(view.writable)

    def ask_change(self) -> None:
        """Ask for fault, reason and refund anew."""
        view = self.view
        if view is None:
            return

        def save(form: CancellationForm) -> None:
            cancelling.save_cancellation(self.actor, self.record_id, view.version, form)

        dialog = CancellationDialog(self, view.row.contract_id, save)
        refund = None if view.refund == view.proposed else view.refund
        values = {"fault": view.fault, "reason": view.row.reason, "refund": refund, "because": view.because}
        dialog.form.set_values(values)
        dialog.show_proposal()
        dialog.open()

    def pay(self) -> None:
        """Pay the refund out, or a part of it; its receipt is printed."""
        if self.view is not None:
            ask_refund(self, self.actor, self.view)


class CancellationDialog(FormDialog):
    """Asks whose fault it is and why; the refund the rule proposes is said, another one needs a reason."""

    def __init__(self, page: QWidget, contract_id: int, save: Any) -> None:
        self._contract_id, self._save = contract_id, save
        self._fault = ChipChoice(Fault)
        self._fault.set_value(Fault.CUSTOMER)
        self._fault.edited.connect(self.show_proposal)
        self._proposal = Text("", "dim", wrap=True)
        fields: list[Field | tuple[Field, ...] | QWidget] = [
            Field("fault", _("By whose fault"), self._fault),
            Field("reason", _("Reason"), TextEdit(longest=200), required=True),
            self._proposal,
            (
                Field("refund", _("Another refund"), MoneyEdit()),
                Field("because", _("Why another"), TextEdit(longest=200)),
            ),
        ]
        super().__init__(page, _("Cancel the contract"), fields, self._take, _("Draw up the cancellation"), width=620)
        self.show_proposal()
        self.form.focus("reason")

    def show_proposal(self) -> None:
        """Say what the rule makes of the money received."""
        sums = cancelling.settlement(self._contract_id, self._fault.value())
        words = _("{received} received, of it {deposit} deposits. The rule proposes to refund {refund}.")
        self._proposal.setText(
            words.format(
                received=wording.yuan(sums.received),
                deposit=wording.yuan(sums.deposit),
                refund=wording.yuan(sums.proposed),
            )
        )

    def _take(self, values: dict[str, Any]) -> None:
        self._save(CancellationForm(values["fault"], values["reason"], values["refund"], values["because"]))


def ask_refund(page: QWidget, actor: Actor, view: CancellationView) -> FormDialog:
    """Ask for amount, method and payee, then pay out and print the receipt."""
    method = ChipChoice(PaymentMethod)
    method.set_value(PaymentMethod.TRANSFER)

    def pay(values: dict[str, Any]) -> None:
        form = RefundForm(
            amount=values["amount"] or 0,
            method=values["method"],
            payee=values["payee"],
            reference=values["reference"],
            paid_on=values["paid_on"],
            note=values["note"],
        )
        changes = cancelling.pay_refund(actor, view.row.id, form)
        papers.print_at_once(page, actor, PaperKind.RECEIPT, changes.id)

    dialog = FormDialog(
        page,
        _("Pay out the refund"),
        [
            Field("method", _("Method"), method),
            (Field("amount", _("Amount"), MoneyEdit(), required=True), Field("payee", _("Payee"), TextEdit())),
            (
                Field("paid_on", _("Paid on"), DateEdit(clock.today())),
                Field("reference", _("Reference number"), TextEdit()),
            ),
            Field("note", _("Note"), TextEdit(longest=200)),
        ],
        pay,
        _("Pay out and print the receipt"),
        width=620,
    )
    dialog.form.set_values({"amount": view.refund - view.refunded, "payee": view.buyers[0]})
    dialog.open()
    dialog.form.focus("amount")
    return dialog
