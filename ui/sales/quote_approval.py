"""Asking for a quote's approval and deciding it; who asked, who decided, when and why stay beside the quote (S2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from models.kernel import money
from models.kernel.i18n import _, label
from models.sales import quote_approval_actions
from models.sales.quote_lists import why_words
from models.sales.states import Decision
from models.sales.views import QuoteApprovalRow
from ui.kit.dialogs import FormDialog
from ui.kit.editors import NoteEdit
from ui.kit.forms import Field
from ui.kit.widgets import Chip, Panel, Text, clear, flowing
from ui.sales import wording

if TYPE_CHECKING:
    from ui.sales.quote_page import QuotePage

_TONES = {Decision.OPEN: "warn", Decision.GRANTED: "ok", Decision.RETURNED: "bad"}


class ApprovalPanel(Panel):
    """Every approval the quote asked for, the newest first; not there while none was."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.add(Text(_("Approvals"), "dim"))
        self.body.addLayout(self._rows)

    def show_approvals(self, approvals: Sequence[QuoteApprovalRow]) -> None:
        """Show these."""
        clear(self._rows)
        self.setVisible(bool(approvals))
        for each in reversed(approvals):
            words, tone = label(each.decision), _TONES[each.decision]
            if each.void_at:
                words, tone = _("Void: the lines were changed"), "neutral"
            amount = _("{amount} off").format(amount=money.plain(each.saved))
            self._rows.addWidget(flowing(Text(label(each.step), "bold"), Chip(words, tone), "stretch", Text(amount)))
            for reason in each.whys:
                self._rows.addWidget(Text(why_words(reason), "fine", wrap=True))
            asked = _("{name}, {moment}").format(name=each.asked_by, moment=wording.moment(each.asked_at))
            self._rows.addWidget(Text(wording.joined(asked, each.wish), "fine", wrap=True))
            if each.decided_by:
                decided = _("{name}, {moment}").format(name=each.decided_by, moment=wording.moment(each.decided_at))
                self._rows.addWidget(Text(wording.joined(decided, each.reason), "fine", wrap=True))


def ask(page: QuotePage) -> None:
    """Ask why the discounts are wanted, and submit them to the next role that may."""
    if not page.settle() or page.view is None:
        return
    why = "\n".join(why_words(each) for each in page.view.whys)
    FormDialog(
        page,
        _("Submit for approval"),
        [Field("wish", _("Why the customer should get this"), NoteEdit())],
        lambda values: quote_approval_actions.submit_quote(page.actor, page.quote_id, values["wish"]),
        _("Submit"),
        intro=why,
    ).open()


def approve(page: QuotePage) -> None:
    """Grant what was asked for, with a remark or without."""
    FormDialog(
        page,
        _("Approve"),
        [Field("note", _("Remark"), NoteEdit())],
        lambda values: quote_approval_actions.approve_quote(page.actor, page.quote_id, values["note"]),
        _("Approve"),
    ).open()


def send_back(page: QuotePage) -> None:
    """Return the quote to who asked, with a reason."""
    FormDialog(
        page,
        _("Return"),
        [Field("reason", _("Reason"), NoteEdit(), required=True)],
        lambda values: quote_approval_actions.return_quote(page.actor, page.quote_id, values["reason"]),
        _("Return"),
    ).open()
