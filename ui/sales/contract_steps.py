"""The next step of a contract, what blocks it, and the dialogs that take it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from models.cashier.lists import invoices_of
from models.cashier.states import InvoiceState
from models.kernel import clock, i18n
from models.kernel.i18n import _, label
from models.sales import contract_actions
from models.sales.rules import StageState
from models.sales.states import DECIDES, ContractAction, ContractState, Decision
from models.sales.supplement_lists import open_supplement_of, supplements_of
from models.sales.supplement_states import SupplementState
from models.sales.views import ApprovalRow, ContractView, StageRow
from ui.kit import wording as kit
from ui.kit.dialogs import FormDialog
from ui.kit.editors import TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button
from ui.sales import wording
from ui.sales.contract_signing import SigningDialog

if TYPE_CHECKING:
    from ui.sales.contract_page import ContractPage


def band(page: ContractPage, view: ContractView) -> Band:
    """The next step of the contract on ``page``, or what blocks it."""
    state = view.row.state
    if state is ContractState.DRAFT:
        return _draft_band(page, view)
    if state is ContractState.SUBMITTED:
        return _approval_band(page, view)
    if state is ContractState.APPROVED:
        return _signing_band(page, view)
    if state is ContractState.CANCELLED:
        return _cancelled_band(page, view)
    return _supplement_band(page, view) or _payment_band(page, view)


def _cancelled_band(page: ContractPage, view: ContractView) -> Band:
    """Why it was cancelled, the cancellation that did it, and the invoices that nobody has reversed since."""
    buttons, words = [], view.reason
    standing = [each.number for each in invoices_of(view.row.id) if each.state is InvoiceState.MADE_OUT]
    if standing:
        hint = _("Still to be reversed: {invoices}.").format(invoices=_(", ").join(standing))
        words = kit.joined(words, hint)
    for each in supplements_of(view.row.id):
        if each.kind == "cancellation" and each.state is SupplementState.SIGNED:
            go = partial(page.desk.open_record, each.kind, each.id)
            buttons.append(Button(_("Open {number}").format(number=each.number), go, kind="primary", name="supplement"))
    return Band("bad", words, *buttons, lead=_("Cancelled:"), icon="cancel")


def _supplement_band(page: ContractPage, view: ContractView) -> Band | None:
    """An amendment or a cancellation is under way: that comes first."""
    waiting = open_supplement_of(view.row.id)
    if waiting is None:
        return None
    go = partial(page.desk.open_record, waiting.kind, waiting.id)
    button = Button(_("Open {number}").format(number=waiting.number), go, kind="primary", name="supplement")
    return Band("warn", waiting.reason, button, lead=label(waiting.state), icon="file-edit-outline")


def _draft_band(page: ContractPage, view: ContractView) -> Band:
    if ContractAction.SUBMIT not in view.actions:
        return Band("neutral", _("This draft is filled in by the consultant: {name}.").format(name=view.row.consultant))
    lead = _("Returned: {reason}").format(reason=view.reason) if view.reason else ""
    if view.missing:
        go = Button(_("Fill in"), partial(page.go_to, next(iter(view.missing))), key="F8", name="fill_in")
        words = _("Still missing: {missing}.").format(missing=_(", ").join(view.missing.values()))
        return Band("warn", words, go, lead=lead, icon="form-textbox")
    submit = Button(_("Submit for approval"), page.submit, kind="primary", key="Ctrl+Return", name="submit")
    return Band("warn" if lead else "accent", _("Everything is filled in."), submit, lead=lead)


def _approval_band(page: ContractPage, view: ContractView) -> Band:
    step = _open_step(view)
    if step is None:
        return Band("neutral", _("No approval is open."))
    lead = _("{step}:").format(step=label(step.step))
    if view.may_decide:
        give_back = Button(_("Return…"), partial(return_contract, page), icon="arrow-u-left-top", name="return")
        grant = Button(_("Approve…"), partial(approve, page), kind="primary", icon="check", name="approve")
        words = _("{because}. It is your decision.").format(because=step.because)
        return Band("accent", words, give_back, grant, lead=lead, icon="shield-check-outline")
    names = wording.who_may(*DECIDES[step.step])
    words = _("{because}. Waiting for {names}.").format(because=step.because, names=names)
    return Band("warn", words, lead=lead, icon="timer-sand")


def _signing_band(page: ContractPage, view: ContractView) -> Band:
    if ContractAction.SIGN not in view.actions:
        return Band("accent", _("Approved; the consultant has it signed."), icon="file-sign")
    words = _("Print two copies and let the customer sign, or let them sign on the screen.")
    printing = Button(_("Print"), page.preview, icon="printer-outline", name="print_to_sign")
    sign = Button(_("Signed…"), partial(sign_contract, page), kind="primary", icon="file-sign", name="sign")
    return Band("accent", words, printing, sign, lead=_("Approved."), icon="file-sign")


def _payment_band(page: ContractPage, view: ContractView) -> Band:
    stage = next((each for each in view.stages if each.state is not StageState.PAID), None)
    if stage is None:
        return Band("ok", _("Everything is paid."), icon="check-circle-outline")
    buttons = []
    if view.may_take_payment:
        pay = page.take_payment
        buttons.append(Button(_("Take payment"), pay, kind="primary", icon="cash-plus", key="F6", name="take_payment"))
    tone = {StageState.OVERDUE: "bad", StageState.DUE: "warn"}.get(stage.state, "accent")
    open_amount = wording.yuan(stage.amount - stage.paid)
    return Band(tone, _when(stage), *buttons, lead=f"{stage.name} {open_amount}", icon="cash-clock")


def _when(stage: StageRow) -> str:
    if stage.state is StageState.OVERDUE and stage.due_on:
        days = (clock.today() - stage.due_on).days
        return _("overdue for {days} days, since {day}").format(days=days, day=stage.due_on.isoformat())
    if stage.due_on:
        return _("due on {day}: {condition}").format(day=stage.due_on.isoformat(), condition=stage.condition)
    return stage.condition


def _open_step(view: ContractView) -> ApprovalRow | None:
    """The step whose turn it is; for who may decide one, that one."""
    return next((each for each in view.approvals if each.decision is Decision.OPEN), None)


def approve(page: ContractPage) -> None:
    """Ask for a remark and grant the step."""
    _ask(
        *(page, _("Approve"), "note", _("Remark, if any"), _("Approve")),
        lambda text: contract_actions.approve_contract(page.actor, page.contract_id, text),
    )


def return_contract(page: ContractPage) -> None:
    """Ask why and send the contract back to its draft."""
    _ask(
        *(page, _("Return to the consultant"), "reason", _("What must be changed"), _("Return")),
        lambda text: contract_actions.return_contract(page.actor, page.contract_id, text),
    )


def cancel_contract(page: ContractPage) -> None:
    """Ask why and cancel the contract."""
    _ask(
        *(page, _("Cancel the contract"), "reason", _("Reason"), _("Cancel contract")),
        lambda text: contract_actions.cancel_contract(page.actor, page.contract_id, text),
    )


def sign_contract(page: ContractPage) -> None:
    """Ask for the day of signing and the signatures; then the contract is frozen."""
    view = page.view
    if view is None:
        return
    buyers = [party.name for party in view.parties]
    intro = _("From now on goods, price, plan and clauses stay as they are.")
    sign = partial(contract_actions.sign_contract, page.actor, page.contract_id)
    SigningDialog(page, _("The customer signs"), buyers, intro, sign).open()


def _ask(page: ContractPage, title: str, name: str, words: str, accept: str, action: Callable[[str], object]) -> None:
    FormDialog(page, title, [Field(name, words, TextEdit())], lambda values: action(values[name]), accept).open()


def reason_of(view: ContractView, action: ContractAction) -> str:
    """Why ``action`` is blocked now, or "" where it is not."""
    error = view.actions.get(action)
    return i18n.say(error) if error else ""
