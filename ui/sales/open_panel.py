"""What is still open with this customer, and the next step: without pressure, so that it gets done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.sales.open_points import OpenKind, OpenPoint, still_open
from models.sales.question_actions import answer_question, ask_question
from models.sales.states import QuoteAction, QuoteState
from models.sales.views import QuoteView
from ui.kit.dialogs import FormDialog
from ui.kit.editors import NoteEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, Panel, Text, clear, row

_TONES = {OpenKind.APPROVAL: "warn", OpenKind.VALIDITY: "warn"}


class OpenPanel(Panel):
    """The open points of a customer; a question can be noted and answered here."""

    def __init__(self, who: Callable[[], Actor], open_record: Callable[[str, int], object]) -> None:
        super().__init__()
        self._who, self._open = who, open_record
        self._customer_id = 0
        self.next = Text("", "body", wrap=True)
        self._points = QVBoxLayout()
        self._points.setSpacing(4)
        self.ask_button = Button(_("Note a question…"), self.ask, kind="link", name="ask_question")
        self.add(Text(_("Open points"), "dim"))
        self.body.addLayout(self._points)
        self.add(row(self.ask_button, "stretch"), self.next)

    def show_quote(self, view: QuoteView) -> None:
        """Show what is open with the customer of ``view``, and what comes next with it."""
        self._customer_id = view.row.customer_id
        clear(self._points)
        points = still_open(self._who(), self._customer_id)
        for point in points:
            self._points.addWidget(self._row(point, view.row.id))
        if not points:
            self._points.addWidget(Text(_("Nothing is open."), "fine"))
        self.next.setText(_("Next: {step}").format(step=next_step(view)))
        self.ask_button.setVisible(self._who().may(Permission.REGISTER))

    def _row(self, point: OpenPoint, here: int) -> QWidget:
        words = Text(point.text, "body", wrap=True, tone=_TONES.get(point.kind, ""))
        if point.question_id:
            settle = Button(_("Answer…"), partial(self.answer, point), kind="link", name=f"answer_{point.question_id}")
        elif point.contract_id:
            settle = Button(_("Open"), partial(self._open, "contract", point.contract_id), kind="link")
        elif point.quote_id and point.quote_id != here:
            settle = Button(_("Open"), partial(self._open, "quote", point.quote_id), kind="link")
        else:
            return words
        return row(words, settle, gap=8)

    def ask(self) -> None:
        """Note what the customer asked."""
        FormDialog(
            self,
            _("What did the customer ask?"),
            [Field("asked", _("Question"), NoteEdit(), required=True)],
            lambda values: ask_question(self._who(), self._customer_id, values["asked"]),
        ).open()

    def answer(self, point: OpenPoint) -> None:
        """Note what the customer was answered."""
        FormDialog(
            self,
            point.text,
            [Field("answer", _("Answer"), NoteEdit(), required=True)],
            lambda values: answer_question(self._who(), point.question_id, values["answer"]),
        ).open()


def next_step(view: QuoteView) -> str:
    """What comes next with a quote, in words."""
    state, actions = view.row.state, view.actions
    if state is QuoteState.ACCEPTED:
        return _("see the contract through to its signature")
    if state is not QuoteState.DRAFT:
        return _("renew the offer") if view.row.expired else _("talk it through, then make the contract")
    if not view.lines:
        return _("put in what the customer wants")
    if actions.get(QuoteAction.APPROVE, _NOTHING) is None:
        return _("decide on the approval")
    if view.beyond_authority:
        waiting = actions.get(QuoteAction.SUBMIT, _NOTHING) is not None
        return _("wait for the approval") if waiting else _("submit the discounts for approval")
    return _("print it and talk it through")


_NOTHING = object()
