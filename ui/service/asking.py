"""The questions of a work order: reasons, another advisor, the customer's signature (W2, W5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.service import estimate_actions as estimating
from models.service import reception_actions as receiving
from models.service.estimate_actions import ConsentForm
from models.service.kinds import Consent
from models.staff import lists as staff
from ui.kit import wording as kit
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, TextEdit
from ui.kit.forms import Field
from ui.kit.signing import SigningField
from ui.kit.widgets import Band
from ui.service import wording

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage


def ask_reason(
    page: QWidget, title: str, button: str, act: Callable[[str], object], intro: str = "", label: str = ""
) -> FormDialog:
    """Ask why, then act."""
    reason = Field("reason", label or _("Reason"), TextEdit(longest=200), required=True)
    dialog = FormDialog(page, title, [reason], lambda values: act(values["reason"]), button, intro=intro)
    dialog.open()
    return dialog


def ask_cancel(page: OrderPage) -> FormDialog:
    """Cancel the order with a reason."""
    return ask_reason(
        page,
        _("Cancel the order"),
        _("Cancel the order"),
        lambda reason: receiving.cancel_order(page.actor, page.order_id, reason),
        _("What was reserved is free again. The order stays on the customer's file."),
    )


def ask_reopen(page: OrderPage) -> FormDialog:
    """Take the estimate back with a reason."""
    return ask_reason(
        page,
        _("Take the estimate back"),
        _("Take it back"),
        lambda reason: estimating.reopen_estimate(page.actor, page.order_id, reason),
        _("What the customer has authorised holds no more; they confirm the new estimate."),
    )


def ask_advisor(page: OrderPage) -> FormDialog:
    """Give the order to somebody else."""
    choice = ChoiceBox([(each.id, each.name) for each in staff.everybody()])
    if page.view is not None:
        choice.set_value(page.view.row.advisor_id)
    dialog = FormDialog(
        page,
        _("Another advisor"),
        [Field("advisor_id", _("Advisor"), choice)],
        lambda values: receiving.change_advisor(page.actor, page.order_id, values["advisor_id"]),
    )
    dialog.open()
    return dialog


def consent_of(pad: SigningField, name: str) -> ConsentForm:
    """What was signed; on paper the scan may follow later. Raises RuleError where nothing was drawn."""
    signature = pad.signature(name)
    if signature is None and not pad.is_on_paper:
        raise RuleError("The customer has to sign.", field="name")
    how = Consent.SCANNED if pad.is_on_paper else Consent.DRAWN
    return ConsentForm(name, how, signature.content if signature else b"")


def ask_consent(page: OrderPage) -> FormDialog:
    """The customer signs on the screen, or has signed the printed paper (W5)."""
    view = page.view
    assert view is not None
    name, who = TextEdit(longest=60), view.sheet.brought_by or view.row.customer
    name.set_value(who)
    pad = SigningField(who)

    def take(values: dict[str, Any]) -> None:
        estimating.authorise(page.actor, page.order_id, consent_of(pad, values["name"]))

    promised = wording.near(view.row.promised_at) if view.row.promised_at else "–"
    said = _("{count} lines, {total}, ready by {moment}.").format(
        count=sum(line.stance.value == "chosen" for line in view.lines),
        total=kit.yuan(view.totals.total),
        moment=promised,
    )
    dialog = FormDialog(
        page,
        _("The customer authorises the work"),
        [
            Band("accent", said, lead=_("Confirmed are work, price and time:"), icon="file-sign"),
            Field("name", _("Who signs"), name, required=True),
            pad,
        ],
        take,
        _("Authorise"),
        width=620,
    )
    dialog.open()
    return dialog
