"""What the pages of an amendment and a cancellation have in common: head, next step, approvals, papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers import lists as kept
from models.papers.facts import PaperKind
from models.sales.states import DECIDES, Decision
from models.sales.supplement_states import SignedHow, SupplementAction, SupplementState
from models.sales.supplement_views import SupplementView
from ui.kit import notices, papers
from ui.kit.desk import Crumb
from ui.kit.dialogs import FormDialog
from ui.kit.editors import TextEdit
from ui.kit.forms import Field
from ui.kit.record_page import RecordHead, RecordLayout, RecordPage
from ui.kit.steps import StepBar
from ui.kit.widgets import Band, Button, Chip, IconButton, Panel, Text, clear, row
from ui.sales import wording
from ui.sales.contract_side import ApprovalsPanel
from ui.sales.contract_signing import SigningDialog
from ui.sales.desk import Desk

_STEPS = (SupplementState.DRAFT, SupplementState.SUBMITTED, SupplementState.APPROVED, SupplementState.SIGNED)
TONES = {
    SupplementState.SUBMITTED: "warn",
    SupplementState.APPROVED: "accent",
    SupplementState.SIGNED: "ok",
    SupplementState.WITHDRAWN: "bad",
}
"""How each state is coloured; a draft is not."""


class SupplementPage(RecordPage):
    """One amendment or cancellation. ``left`` is the way back to the list."""

    left = Signal()

    kind = PaperKind.AMENDMENT
    doing: dict[SupplementAction, Callable[..., Any]] = {}
    """What carries out each step, called with the actor, the id and what was typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._view: SupplementView | None = None
        self.steps = StepBar()
        self._contract = Button("", self.open_contract, kind="link", name="contract")
        self._title, self._customer = Text("", "title"), Text("", "dim")
        self._chips, self._buttons, self._band = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._approvals, self._papers = ApprovalsPanel(), PrintsPanel(self, self.kind)
        self.parts = RecordLayout(self, self._head(), self._band)
        self.main, self.side = self.parts.main, self.parts.side

    def _head(self) -> Panel:
        back = IconButton("chevron-left", _("Back to the contract"), self.open_contract, key="Alt+Home", name="back")
        crumbs = (back, self._contract, Text("›", "dim"), self._title)
        return RecordHead(crumbs, self._chips, self._customer, self._buttons, self.steps)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self.desk.session.actor

    @property
    def record_id(self) -> int:
        """What is on the page, 0 for nothing."""
        return self._view.row.id if self._view else 0

    def read(self, record_id: int) -> SupplementView:
        """What is stored, for this person."""
        raise NotImplementedError

    def show_body(self, view: Any) -> None:
        """Show what is this kind's own."""
        raise NotImplementedError

    def title(self, number: str) -> str:
        """What the page is called."""
        raise NotImplementedError

    def signing_words(self) -> tuple[str, str]:
        """The signing dialog's title and what it says."""
        raise NotImplementedError

    def signed_band(self) -> Band:
        """What is to be done once it is signed."""
        raise NotImplementedError

    def show_record(self, record_id: int) -> None:
        """Show an amendment or a cancellation as it is stored."""
        view = self._view = self.read(record_id)
        self._contract.say(view.contract_number)
        self._title.setText(self.title(view.row.number))
        self._customer.setText(wording.shortened(view.customer))
        clear(self._chips)
        self._chips.addWidget(Chip(label(view.row.state), TONES.get(view.row.state, "neutral")))
        place = _STEPS.index(view.row.state) if view.row.state in _STEPS else 0
        signed = view.row.state is SupplementState.SIGNED
        self.steps.show_steps([label(each) for each in _STEPS], place + signed)
        self._show_buttons(view)
        clear(self._band)
        band = self.band(view)
        band.setObjectName("band")
        self._band.addWidget(band)
        self._approvals.show_approvals(view.approvals)
        self._papers.show_prints(view)
        self.show_body(view)

    def refresh(self, what: Changes | None) -> None:
        """Show it anew if it was changed."""
        if not self._view:
            return
        if what is None or what.touches(self.kind.value, self.record_id) or what.touches("payment"):
            focused = QApplication.focusWidget()
            at_work = focused is not None and self.isAncestorOf(focused)
            self.show_record(self.record_id)
            if at_work:
                self.take_focus()

    def take_focus(self) -> None:
        """Put the keys on the next step, so that Enter takes it."""
        steps = [each for each in self.findChildren(Button) if each.kind == "primary" and each.isVisibleTo(self)]
        (steps[0] if steps else self).setFocus()

    def open_contract(self) -> None:
        """Go to the contract it belongs to."""
        if self._view:
            self.desk.open_record("contract", self._view.row.contract_id)

    def way_back(self) -> Crumb:
        """This page, for the window's breadcrumb."""
        number = self._view.row.number if self._view else ""
        return Crumb(self.kind.value, self.record_id, self.title(number))

    def preview(self) -> None:
        """Show the paper."""
        papers.show_paper(self, self.actor, self.kind, self.record_id)

    def _show_buttons(self, view: SupplementView) -> None:
        clear(self._buttons)
        if SupplementAction.WITHDRAW in view.actions:
            withdraw = partial(self.ask, SupplementAction.WITHDRAW, _("Withdraw it"), _("Reason"), _("Withdraw"))
            self._buttons.addWidget(Button(_("Withdraw…"), withdraw, name="withdraw"))
        if SupplementAction.RETURN in view.actions and view.row.state is SupplementState.APPROVED:
            self._buttons.addWidget(Button(_("Return…"), self.give_back, name="return"))
        if self.actor.may(Permission.PRINT):
            show = Button(_("Preview and print"), self.preview, icon="printer-outline", key="Ctrl+P", name="preview")
            self._buttons.addWidget(show)

    def band(self, view: SupplementView) -> Band:
        """The next step, or what blocks it."""
        state = view.row.state
        if state is SupplementState.DRAFT:
            return self._draft_band(view)
        if state is SupplementState.SUBMITTED:
            return self._approval_band(view)
        if state is SupplementState.APPROVED:
            return self._signing_band(view)
        if state is SupplementState.WITHDRAWN:
            return Band("neutral", view.returned, lead=_("Withdrawn:"), icon="cancel")
        return self.signed_band()

    def _draft_band(self, view: SupplementView) -> Band:
        if SupplementAction.SUBMIT not in view.actions:
            return Band("neutral", _("This draft is filled in by the consultant: {name}.").format(name=view.consultant))
        lead = _("Returned: {reason}").format(reason=view.returned) if view.returned else ""
        blocked = view.actions[SupplementAction.SUBMIT]
        if blocked:
            return Band("warn", i18n.say(blocked), lead=lead, icon="form-textbox")
        submit = partial(self.act, SupplementAction.SUBMIT)
        button = Button(_("Submit for approval"), submit, kind="primary", key="Ctrl+Return", name="submit")
        return Band("warn" if lead else "accent", _("Everything is filled in."), button, lead=lead)

    def _approval_band(self, view: SupplementView) -> Band:
        step = next((each for each in view.approvals if each.decision is Decision.OPEN), None)
        if step is None:
            return Band("neutral", _("No approval is open."))
        lead = _("{step}:").format(step=label(step.step))
        if view.may_decide:
            give_back = Button(_("Return…"), self.give_back, icon="arrow-u-left-top", name="return")
            grant = Button(_("Approve…"), self.approve, kind="primary", icon="check", name="approve")
            words = _("{because}. It is your decision.").format(because=step.because)
            return Band("accent", words, give_back, grant, lead=lead, icon="shield-check-outline")
        names = wording.who_may(*DECIDES[step.step])
        words = _("{because}. Waiting for {names}.").format(because=step.because, names=names)
        return Band("warn", words, lead=lead, icon="timer-sand")

    def _signing_band(self, view: SupplementView) -> Band:
        if SupplementAction.SIGN not in view.actions:
            return Band("accent", _("Approved; the consultant has it signed."), icon="file-sign")
        blocked = view.actions[SupplementAction.SIGN]
        if blocked:
            return Band("warn", i18n.say(blocked), icon="alert-outline")
        printing = Button(_("Print"), self.preview, icon="printer-outline", name="print_to_sign")
        sign = Button(_("Sign…"), self.sign, kind="primary", icon="file-sign", name="sign")
        words = _("Let the customer sign, on paper or on the screen.")
        return Band("accent", words, printing, sign, lead=_("Approved."), icon="file-sign")

    def approve(self) -> None:
        """Ask for a remark and grant the step."""
        self.ask(SupplementAction.APPROVE, _("Approve"), _("Remark, if any"), _("Approve"))

    def give_back(self) -> None:
        """Ask why and send it back to its draft."""
        self.ask(SupplementAction.RETURN, _("Return to the consultant"), _("What must be changed"), _("Return"))

    def ask(self, what: SupplementAction, title: str, words: str, accept: str) -> None:
        """Ask for a line of text, then take the step."""
        field = Field("reason", words, TextEdit(longest=200))
        do = self.doing[what]
        FormDialog(self, title, [field], lambda values: do(self.actor, self.record_id, values["reason"]), accept).open()

    def act(self, what: SupplementAction) -> None:
        """Take a step that needs nothing typed."""
        try:
            self.doing[what](self.actor, self.record_id)
        except FrontdeskError as error:
            notices.error(error)

    def sign(self) -> None:
        """Ask for the day and the signatures."""
        if not self._view:
            return
        title, intro = self.signing_words()
        do = partial(self.doing[SupplementAction.SIGN], self.actor, self.record_id)
        SigningDialog(self, title, self._view.buyers, intro, do).open()


class PrintsPanel(Panel):
    """The prints of a paper that were made, and who signed it."""

    def __init__(self, page: QWidget, kind: PaperKind) -> None:
        super().__init__()
        self._page, self._kind = page, kind
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.add(Text(_("Papers"), "dim"))
        self.body.addLayout(self._rows)

    def show_prints(self, view: SupplementView) -> None:
        """Show what was printed and signed."""
        clear(self._rows)
        for each in kept.prints(self._kind, view.row.number):
            which = _("Original") if each.print_no == 1 else _("Copy {number}").format(number=each.print_no - 1)
            words = _("{name}, {moment}").format(name=each.printed_by, moment=wording.moment(each.printed_at))
            self._rows.addWidget(row(Text(which), Text(words, "fine", elide=True)))
        for signed in view.signatures:
            how = _("signed on the screen") if signed.how is SignedHow.DRAWN else _("signed copy")
            words = _("{name}, {moment}").format(name=how, moment=wording.moment(signed.taken_at))
            self._rows.addWidget(row(Text(signed.name, elide=True), Text(words, "fine", elide=True)))
        if not self._rows.count():
            self._rows.addWidget(Text(_("Not printed yet."), "dim"))
