"""What can be done with a quote now, and what stands in the way: the buttons of its head and the band under it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from models.kernel import i18n
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from models.kernel.permissions import Permission, Role
from models.sales import quote_actions
from models.sales.contract_actions import draft_contract
from models.sales.states import QuoteAction, QuoteState
from ui.kit.dialogs import FormDialog
from ui.kit.editors import NoteEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, clear
from ui.sales import wording

if TYPE_CHECKING:
    from ui.sales.quote_page import QuotePage

__all__ = ["decline", "draft_contract", "show_band", "show_buttons"]


def show_buttons(page: QuotePage, box: QBoxLayout) -> None:
    """Put the buttons for the quote's state and the person's roles into ``box``; the next step is the primary one."""
    view, actor = page.view, page.actor
    clear(box)
    if view is None:
        return
    if QuoteAction.DECLINE in view.actions:
        box.addWidget(Button(_("Declined…"), partial(decline, page), name="decline"))
    if actor.may(Permission.PRINT):
        box.addWidget(Button(_("Preview"), page.preview, icon="eye-outline", name="preview"))
        offers = view.row.state is QuoteState.DRAFT and actor.may(Permission.QUOTE)
        printing = Button(_("Print quote"), page.print_quote, icon="printer-outline", key="Ctrl+P", name="print")
        printing.set_kind("primary" if offers else "plain")
        _block(printing, view.beyond_authority if offers else None)
        box.addWidget(printing)
    contracts = QuoteAction.ACCEPT in view.actions or QuoteAction.OFFER in view.actions
    if contracts and actor.may(Permission.APPLY_CONTRACT):
        making = Button(_("Make contract"), page.make_contract, icon="file-sign", name="make_contract")
        making.set_kind("primary" if page.given else "plain")
        _block(making, view.actions.get(QuoteAction.ACCEPT) if page.given else view.beyond_authority)
        box.addWidget(making)


def _block(button: Button, reason: Exception | None) -> None:
    if isinstance(reason, FrontdeskError):
        button.setEnabled(False)
        button.setToolTip(i18n.say(reason))


def show_band(page: QuotePage, box: QBoxLayout) -> None:
    """Say what stands in the way of the next step and the way out; nothing where there is none."""
    clear(box)
    band = _unsaved_band(page) or _state_band(page)
    if band is not None:
        band.setObjectName("band")
        box.addWidget(band)


def _unsaved_band(page: QuotePage) -> Band | None:
    view = page.view
    if view is None or not page.saver.dirty:
        return None
    if page.clash:
        return Band(
            "bad",
            _("Somebody else saved this quote meanwhile."),
            Button(_("Take theirs"), page.discard, name="theirs"),
            Button(_("Keep mine"), page.overwrite, kind="danger", name="mine"),
        )
    if page.problem():
        go = Button(_("Go there"), page.go_to_problem, key="F8", name="go_to_problem")
        return Band("bad", _("What is marked in red is not saved yet."), go, icon="alert-circle-outline")
    if page.given:
        edition = view.row.edition
        words = _("The customer has version {edition}. Saving makes version {next}; the printed one stays as it is.")
        save = Button(_("Save as version {next}").format(next=edition + 1), page.save_version, key="Ctrl+S")
        save.setObjectName("save_version")
        discard = Button(_("Discard changes"), page.discard, name="discard")
        return Band("accent", words.format(edition=edition, next=edition + 1), discard, save, icon="content-copy")
    return None


def _state_band(page: QuotePage) -> Band | None:
    view = page.view
    if view is None:
        return None
    state = view.row.state
    if state is QuoteState.ACCEPTED and view.contract_id:
        go = Button(
            _("Open contract"), partial(_open_contract, page, view.contract_id), kind="primary", name="contract"
        )
        return Band("ok", _("The customer accepted; a contract was made of this quote."), go)
    if state is QuoteState.SUPERSEDED:
        newest = max(view.editions, key=lambda each: each.edition)
        go = Button(_("Open version {edition}").format(edition=newest.edition), name="newest")
        go.clicked.connect(lambda checked: page.desk.open_record("quote", newest.id))
        return Band("neutral", _("This version was replaced; it stays as it was printed."), go)
    if state is QuoteState.DECLINED:
        return Band("neutral", _("The customer declined this quote."), icon="close-circle-outline")
    if not page.actor.may(Permission.QUOTE):
        return Band("neutral", _("Your role reads quotes; changing them is for sales."))
    if view.row.expired:
        renew = Button(_("Renew with today's date"), page.save_version, name="renew")
        return Band("warn", _("The offer has expired."), renew, icon="clock-alert-outline")
    if view.beyond_authority:
        return _authority_band(view.beyond_authority)
    return None


def _authority_band(reason: FrontdeskError) -> Band:
    role = reason.parameters.get("role")
    names = wording.who_may(role) if isinstance(role, Role) else ""
    words = _("Ask: {names}").format(names=names) if names else ""
    return Band("warn", words, lead=i18n.say(reason))


def _open_contract(page: QuotePage, contract_id: int) -> None:
    page.desk.open_record("contract", contract_id, came_from=page.way_back())


def decline(page: QuotePage) -> None:
    """Ask why the customer does not take the quote, and put it on record."""
    FormDialog(
        page,
        _("The customer declines"),
        [Field("reason", _("Reason"), NoteEdit())],
        lambda values: quote_actions.decline_quote(page.actor, page.quote_id, values["reason"]),
        _("Declined"),
    ).open()
