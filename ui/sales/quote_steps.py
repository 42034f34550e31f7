"""What can be done with a quote now, and what stands in the way: the buttons of its head and the band under it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QMenu

from models.kernel import i18n
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from models.kernel.permissions import Permission, Role
from models.papers.facts import PaperKind
from models.sales import quote_actions
from models.sales.contract_actions import draft_contract
from models.sales.quote_lists import why_line
from models.sales.states import Decision, QuoteAction, QuoteState
from models.sales.views import QuoteApprovalRow, QuoteView
from ui.kit.dialogs import FormDialog
from ui.kit.editors import NoteEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, clear
from ui.sales import quote_approval, wording

if TYPE_CHECKING:
    from ui.sales.quote_page import QuotePage

_NOTHING = object()

__all__ = ["decline", "draft_contract", "show_band", "show_buttons"]


def show_buttons(page: QuotePage, box: QBoxLayout) -> None:
    """Put the buttons for the quote's state and the person's roles into ``box``; the next step is the primary one."""
    view, actor = page.view, page.actor
    clear(box)
    if view is None:
        return
    box.addWidget(_more(page))
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


def _more(page: QuotePage) -> Button:
    """What is used now and then, in a menu."""
    button = Button(_("More"), icon="dots-horizontal", name="more")
    menu = QMenu(button)
    menu.addAction(_("Quotes side by side"), page.show_beside).setObjectName("beside")
    if page.actor.may(Permission.PRINT):
        trial = menu.addAction(_("Trial order"), partial(page.show_paper, PaperKind.TRIAL_ORDER))
        trial.setEnabled(bool(page.view and page.view.lines))
        schedule = menu.addAction(_("Finance schedule"), partial(page.show_paper, PaperKind.FINANCE_SCHEDULE))
        schedule.setEnabled(bool(page.view and any(offer.chosen for offer in page.view.offers)))
    if page.view and QuoteAction.DECLINE in page.view.actions:
        menu.addSeparator()
        menu.addAction(_("Declined…"), partial(decline, page)).setObjectName("decline")
    button.setMenu(menu)
    return button


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
    if state is QuoteState.DRAFT and view.actions.get(QuoteAction.APPROVE, _NOTHING) is None:
        return _decision_band(page, view)
    if view.beyond_authority:
        return _authority_band(page, view, view.beyond_authority)
    if view.undeductible and state in (QuoteState.DRAFT, QuoteState.OFFERED):
        return Band("bad", i18n.say(view.undeductible), icon="car-search-outline")
    if granted := next((each for each in reversed(view.approvals) if each.decided_by and not each.void_at), None):
        return _granted_band(granted)
    return None


def _decision_band(page: QuotePage, view: QuoteView) -> Band:
    """For who may decide: what is asked, by whom, and the two answers."""
    asked = view.approvals[-1]
    lead = _("{name} asks for your approval").format(name=asked.asked_by)
    give = Button(_("Approve…"), partial(quote_approval.approve, page), kind="primary", key="F9", name="approve")
    back = Button(_("Return…"), partial(quote_approval.send_back, page), name="return")
    return Band("warn", wording.joined(why_line(asked.whys), asked.wish), back, give, lead=lead)


def _authority_band(page: QuotePage, view: QuoteView, reason: FrontdeskError) -> Band:
    """What is beyond this person, told in figures before anything is submitted, and whom it waits for."""
    role = reason.parameters.get("role")
    names = wording.who_may(role) if isinstance(role, Role) else ""
    words = why_line(view.whys)
    if view.actions.get(QuoteAction.SUBMIT, _NOTHING) is None:
        ask = Button(_("Submit for approval…"), partial(quote_approval.ask, page), kind="primary", name="submit")
        words = wording.joined(words, _("Ask: {names}").format(names=names) if names else "")
        return Band("warn", words, ask, lead=i18n.say(reason))
    waiting = next((each for each in reversed(view.approvals) if not each.decided_by and not each.void_at), None)
    if waiting is None:
        return Band("warn", words, lead=i18n.say(reason))
    asked = _("asked {moment}").format(moment=wording.moment(waiting.asked_at))
    lead = _("Waits for approval: {names}").format(names=names)
    return Band("warn", wording.joined(words, asked), lead=lead, icon="timer-sand")


def _granted_band(granted: QuoteApprovalRow) -> Band | None:
    if granted.decision is not Decision.GRANTED:
        return None
    words = _("Approved by {name}; a change of the lines makes that void.").format(name=granted.decided_by)
    return Band("ok", wording.joined(words, granted.reason), icon="shield-check-outline")


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
