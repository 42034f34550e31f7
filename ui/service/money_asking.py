"""The questions of an order's money: discounts, payments, reversals, the settlement taken back, the hand-back (W9)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from models.kernel import money
from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.service import hand_back_actions, late_actions, money_lists, settlement_actions, work_payment_actions
from models.service.hand_back_actions import HandBackForm
from models.service.kinds import Charge, LineKind, OldParts, Stance
from models.service.money_views import WorkPaymentRow
from models.service.settlement_actions import DiscountForm, InvoiceNote
from models.service.views import OrderView
from models.service.work_payment_actions import WorkPaymentForm
from ui.kit import papers
from ui.kit import wording as kit
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, MoneyEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.payment_dialog import PaymentDialog
from ui.service.asking import ask_reason

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.service.order_page import OrderPage


def ask_payment(page: OrderPage) -> FormDialog:
    """Take money on the order: what is open is proposed, before the work what the template asks for."""
    order_id = page.order_id
    offer = money_lists.payment_offer(page.actor, order_id)

    def take(values: dict[str, Any], again: bool) -> Changes:
        form = WorkPaymentForm(
            *(values["amount"] or 0, values["method"], values["payer"], values["reference"]),
            *(values["received_on"], values["note"], again),
        )
        return work_payment_actions.take_work_payment(page.actor, order_id, form)

    words = _("Before the work; at most {amount} in all.") if offer.before_work else _("Open: {amount}.")
    return PaymentDialog(
        *(page, page.actor, take, PaperKind.WORK_RECEIPT),
        amount=offer.amount,
        payer=offer.payer,
        intro=words.format(amount=kit.yuan(offer.payable)),
    ).ask()


def ask_reversal(page: QWidget, actor: Actor, payment: WorkPaymentRow) -> FormDialog:
    """Ask why, then undo a payment by a counter-entry."""
    words = _("Receipt {number} over {amount} stays in the books; a counter-entry with its own number undoes it.")
    return ask_reason(
        *(page, _("Reverse a payment"), _("Reverse")),
        partial(work_payment_actions.reverse_work_payment, actor, payment.id),
        words.format(number=payment.number, amount=kit.yuan(payment.amount)),
    )


def ask_discounts(page: OrderPage) -> FormDialog:
    """What is taken off the whole and off each line."""
    view = page.view
    assert view is not None
    offer = money_lists.settle_offer(page.actor, view.row.id)
    lines = [each for each in view.lines if each.stance is Stance.CHOSEN and each.charge is Charge.CUSTOMER]
    fields: list[Field | tuple[Field, ...]] = [Field("discount", _("Off the whole"), MoneyEdit())]
    fields += [
        Field(f"lines.{line.id}", f"{line.name}  {money.plain(line.amount + line.discount)}", MoneyEdit())
        for line in lines
    ]

    def keep(values: dict[str, Any]) -> None:
        off = {line.id: values[f"lines.{line.id}"] or 0 for line in lines}
        changed = {line.id: off[line.id] for line in lines if off[line.id] != line.discount}
        form = DiscountForm(values["discount"] or 0, changed)
        settlement_actions.set_discounts(page.actor, view.row.id, view.version, form)

    dialog = FormDialog(
        page,
        _("Discounts of the order"),
        fields,
        keep,
        intro=_("You may give {amount} in all; more waits for a manager.").format(
            amount=kit.yuan(offer.discount_limit)
        ),
        width=560,
    )
    values = {f"lines.{line.id}": line.discount or None for line in lines}
    dialog.form.set_values({"discount": view.discount or None, **values})
    dialog.setMinimumHeight(min(240 + 60 * len(lines), 520))
    dialog.open()
    return dialog


def ask_approval(page: OrderPage) -> FormDialog:
    """A manager approves the discount as it stands."""
    offer = money_lists.settle_offer(page.actor, page.order_id)
    return ask_reason(
        *(page, _("Approve the discount"), _("Approve")),
        partial(settlement_actions.approve_discount, page.actor, page.order_id),
        _("The discount comes to {amount}; an advisor may give {limit}.").format(
            amount=kit.yuan(offer.totals.discount), limit=kit.yuan(offer.discount_limit)
        ),
    )


def ask_take_back(page: OrderPage) -> FormDialog:
    """Take the settlement back with a reason."""
    return ask_reason(
        *(page, _("Take the settlement back"), _("Take it back")),
        partial(settlement_actions.take_settlement_back, page.actor, page.order_id),
        _("Its number stays; the order can be settled again."),
    )


def ask_invoice(page: OrderPage) -> FormDialog:
    """Whom an invoice is wanted for, and its number once it is made out."""
    row = money_lists.settlement_row(page.order_id)

    def keep(values: dict[str, Any]) -> None:
        note = InvoiceNote(values["title"], values["tax_number"], values["number"])
        settlement_actions.note_invoice(page.actor, page.order_id, note)

    dialog = FormDialog(
        page,
        _("Invoice"),
        [
            Field("title", _("Made out to"), TextEdit(longest=80), required=True),
            Field("tax_number", _("Tax number"), TextEdit(longest=40)),
            Field(
                "number", _("Tax invoice no."), TextEdit(longest=40), _("Once the tax office's system has given one.")
            ),
        ],
        keep,
    )
    if row is not None:
        title = row.invoice_title or row.customer
        values = {"title": title, "tax_number": row.invoice_tax_number, "number": row.invoice_number}
        dialog.form.set_values(values)
    dialog.open()
    return dialog


def ask_overrule(page: OrderPage) -> FormDialog:
    """A manager lets it go unpaid."""
    owed = money_lists.payment_offer(page.actor, page.order_id).payable
    return ask_reason(
        *(page, _("Let it go unpaid"), _("Let it go")),
        partial(hand_back_actions.overrule_payment, page.actor, page.order_id),
        _("{amount} stays open. It is on record who let it go, and why.").format(amount=kit.yuan(owed)),
    )


def ask_call(page: OrderPage) -> FormDialog:
    """What the customer said when they were called to come for it."""
    assert page.view is not None
    phone, who = page.view.phone, page.view.sheet.brought_by or page.view.row.customer
    return ask_reason(
        *(page, _("Customer called"), _("Save")),
        partial(late_actions.note_call, page.actor, page.order_id, who),
        _("Phone: {phone}").format(phone=phone or "–"),
        _("What they said"),
    )


def ask_follow_up(page: OrderPage) -> FormDialog:
    """What the customer said after the work."""
    return ask_reason(
        *(page, _("Customer asked after the work"), _("Save")),
        partial(hand_back_actions.note_follow_up, page.actor, page.order_id),
        label=_("What they said"),
    )


def ask_hand_back(page: OrderPage) -> FormDialog:
    """What became of the old parts; the gate pass is printed with it."""
    view = page.view
    assert view is not None
    old_parts = ChipChoice(OldParts)
    old_parts.set_value(view.sheet.old_parts)
    has_parts = any(line.kind is LineKind.PART and line.stance is Stance.CHOSEN for line in view.lines)
    note = Field("note", _("Note"), TextEdit(longest=200))

    def give(values: dict[str, Any]) -> None:
        form = HandBackForm(values.get("old_parts") or view.sheet.old_parts, values["note"])
        hand_back_actions.hand_back(page.actor, view.row.id, form)
        papers.print_at_once(page, page.actor, PaperKind.GATE_PASS, money_lists.gate_pass_id(view.row.id))

    dialog = FormDialog(
        page,
        _("Hand back"),
        [Field("old_parts", _("Old parts"), old_parts), note] if has_parts else [note],
        give,
        _("Hand back and print the gate pass"),
        intro=hand_back_words(view),
        width=560,
    )
    dialog.open()
    return dialog


def hand_back_words(view: OrderView) -> str:
    """What is told to the customer: safety that was put off, and when to come again."""
    safety = [each.name for each in view.deferred if each.safety]
    parts = [_("Warn of: {what}.").format(what=_(", ").join(safety))] if safety else []
    km = _("{km} km").format(km=f"{view.next_service_km:,}") if view.next_service_km else ""
    day = view.next_service_on.isoformat() if view.next_service_on else ""
    when = _("{km} or {day}").format(km=km, day=day) if km and day else km or day
    parts += [_("Next service: {when}.").format(when=when)] if when else []
    return " ".join(parts)
