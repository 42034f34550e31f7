"""A complaint beside the list: what comes next, what the customer says, the facts, every step (W10)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.complaints import lists
from models.complaints.states import TONES, ComplaintAction, ComplaintState, StepKind, Subject
from models.complaints.views import ComplaintView
from models.kernel.i18n import _, label, say
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.trades.complaint_terms import Severity, category_name, outcome_name
from ui.kit import papers, theme
from ui.kit.desk import Crumb, Desk
from ui.kit.files import show_file
from ui.kit.flow import FlowLayout
from ui.kit.layout import clear, column, row
from ui.kit.widgets import Band, Button, Chip, FactGrid, Line, ListRow, Panel, PanelTitle, Text, flowing
from ui.kit.wording import day, joined, moment, yuan
from ui.service import complaint_asking as asking

_A, _S = ComplaintAction, ComplaintState
_NEXT = {
    _S.OPEN: _A.STEP,
    _S.HANDLED: _A.ANSWER,
    _S.ANSWERED: _A.ACCEPT,
    _S.ACCEPTED: _A.CLOSE,
}
"""What leads on from each state."""

_ICONS = {
    StepKind.CALL: "phone-outline",
    StepKind.VISIT: "account-outline",
    StepKind.MESSAGE: "message-text-outline",
    StepKind.OFFER: "handshake-outline",
    StepKind.NOTE: "note-text-outline",
    StepKind.OPENED: "alert-circle-outline",
    StepKind.ANSWERED: "reply-outline",
    StepKind.ACCEPTED: "check",
    StepKind.CLOSED: "check-circle",
    StepKind.REOPENED: "restore",
    StepKind.ASSIGNED: "account-arrow-right-outline",
    StepKind.COSTS: "cash-multiple",
}
_SEVERITY = {Severity.MINOR: "neutral", Severity.SERIOUS: "warn", Severity.SEVERE: "bad"}
_OPENS = {
    Subject.CONTRACT: "contract",
    Subject.DELIVERY: "delivery",
    Subject.WORK_ORDER: "work_order",
    Subject.APPOINTMENT: "appointment",
    Subject.TEST_DRIVE: "test_drive",
}


class ComplaintRecord(QWidget):
    """The complaint in front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: ComplaintView | None = None
        self.title, self._chips = Text("", "record"), FlowLayout(6)
        self.band = Band("accent", "")
        self.words, self.wish = Text("", wrap=True), Text("", "dim", wrap=True)
        self.facts, self.result = FactGrid(columns=2), FactGrid(columns=1)
        self._buttons, self._more, self.steps = QVBoxLayout(), FlowLayout(8), QVBoxLayout()
        head = Panel()
        head.add(self.title)
        head.body.addLayout(self._chips)
        head.add(self.words, self.wish)
        head.body.addLayout(self._more)
        doing = Panel()
        doing.body.addLayout(self._buttons)
        self._result = Panel()
        self._result.add(self.result)
        known = Panel()
        known.add(self.facts)
        log = Panel(flush=True)
        log.add(PanelTitle(_("Steps")), Line())
        log.body.addLayout(self.steps)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        for widget in (self.band, head, doing, self._result, log, known):
            box.addWidget(widget)
        box.addStretch(1)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def take_focus(self) -> None:
        """Put the keys on what leads on."""
        for place in range(self._buttons.count()):
            item = self._buttons.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Button) and widget.isEnabled():
                widget.setFocus()
                return

    def show_complaint(self, complaint_id: int) -> None:
        """Show it as it stands."""
        self.view = view = lists.complaint_view(self.actor, complaint_id)
        each = view.row
        self.title.setText(each.customer or each.phone)
        clear(self._chips)
        for text, tone in (
            (label(each.state), TONES[each.state]),
            (label(each.severity), _SEVERITY[each.severity]),
            (category_name(each.category), "neutral"),
        ):
            self._chips.addWidget(Chip(text, tone))
        self.words.setText(_("“{words}”").format(words=each.words))
        self.wish.setText(_("Wants: {wish}").format(wish=view.wish) if view.wish else "")
        self.wish.setVisible(bool(view.wish))
        self.facts.set_facts(_facts(view))
        self._show_result(view)
        self._show_band(view)
        self._show_buttons(view)
        self._show_more(view)
        self._show_steps(view)

    def _show_band(self, view: ComplaintView) -> None:
        each = view.row
        if each.overdue:
            days = _("{days} d overdue").format(days=-(each.days_left or 0))
            self.band.say("bad", each.owner, lead=_("The customer should have an answer: {days}.").format(days=days))
        elif each.state is _S.CLOSED:
            self.band.say(
                "ok", joined(view.closed_by, moment(view.closed_at) if view.closed_at else ""), lead=_("Closed.")
            )
        elif each.state is _S.ACCEPTED:
            self.band.say(
                "ok", _("Outcome, cause and lesson are still to be written."), lead=_("The customer accepts.")
            )
        elif each.state is _S.ANSWERED:
            self.band.say("accent", _("Ask whether it is settled."), lead=_("The customer's word is missing."))
        elif each.next_what and each.next_on:
            next_step = joined(each.next_what, day(each.next_on))
            self.band.say("accent", next_step, lead=_("Next:"))
        else:
            by = _("answer by {day}").format(day=day(each.due_on))
            self.band.say("accent", joined(each.owner, by), lead=_("Next: speak with the customer."))

    def _show_buttons(self, view: ComplaintView) -> None:
        clear(self._buttons)
        asks: dict[ComplaintAction, Callable[[], object]] = {
            _A.STEP: partial(asking.ask_step, self, self.actor, view),
            _A.ANSWER: partial(asking.ask_answer, self, self.actor, view),
            _A.ACCEPT: partial(asking.ask_word, self, self.actor, view),
            _A.CLOSE: partial(asking.ask_closing, self, self.actor, view),
            _A.REOPEN: partial(asking.ask_reopening, self, self.actor, view),
            _A.COSTS: partial(asking.ask_costs, self, self.actor, view),
            _A.ASSIGN: partial(asking.ask_owner, self, self.actor, view),
            _A.RECKON: partial(asking.ask_deadline, self, self.actor, view),
        }
        leads = _NEXT.get(view.row.state)
        order = sorted(view.actions, key=lambda what: what is not leads)
        plain: list[QWidget] = []
        for what in order:
            assert isinstance(what, ComplaintAction)
            blocked = view.actions[what]
            primary = what is leads
            button = Button(label(what), asks[what], kind="primary" if primary else "plain", name=what.value)
            button.setEnabled(blocked is None)
            button.setToolTip(say(blocked) if blocked else "")
            if primary:
                self._buttons.addWidget(button)
                if blocked:
                    self._buttons.addWidget(Text(say(blocked), "fine", wrap=True, tone="bad"))
            else:
                plain.append(button)
        for first in range(0, len(plain), 2):
            self._buttons.addWidget(flowing(*plain[first : first + 2]))

    def _show_more(self, view: ComplaintView) -> None:
        clear(self._more)
        each, links = view.row, []
        if each.customer_id:
            links.append((_("Customer file"), "customer", each.customer_id))
        elif _A.STEP in view.actions:
            self._more.addWidget(
                Button(_("Tie to a file…"), partial(asking.ask_file, self, self.actor, view), kind="link", name="tie")
            )
        if each.subject_id:
            links.append((label(each.subject), _OPENS[each.subject], each.subject_id))
        for text, kind, record_id in links:
            crumb = Crumb("complaint", each.id, each.number)
            go = partial(self._desk.open_record, kind, record_id, crumb)
            self._more.addWidget(Button(text, go, kind="link", name=f"go_{kind}"))
        sheet = partial(papers.show_paper, self, self.actor, PaperKind.COMPLAINT_SHEET, each.id)
        self._more.addWidget(Button(_("Sheet…"), sheet, kind="link", icon="printer-outline", name="sheet"))
        if view.signature_id:
            signed = partial(self._show_signature, view.signature_id)
            self._more.addWidget(Button(_("Signed sheet"), signed, kind="link", name="signed_sheet"))

    def _show_signature(self, attachment_id: int) -> None:
        show_file(self, _("Signed sheet"), attachment_id)

    def _show_result(self, view: ComplaintView) -> None:
        word = joined(
            label(view.said_way) if view.said_way else "", view.heard_by, moment(view.said_at) if view.said_at else ""
        )
        facts = {
            _("Answer"): view.answer,
            _("The customer's word"): " ".join(filter(None, (view.said, f"({word})" if word else ""))),
            _("What came of it"): outcome_name(view.outcome) if view.outcome else "",
            _("Cause"): view.root_cause,
            _("Lesson"): view.lesson,
        }
        costs = (
            (_("goodwill"), view.goodwill),
            (_("parts"), view.parts),
            (_("labour"), view.labour),
            (_("money"), view.money),
        )
        if view.row.cost:
            parts = joined(*(f"{name} {yuan(amount)}" for name, amount in costs if amount))
            facts[_("What it cost")] = _("{total} ({parts})").format(total=yuan(view.row.cost), parts=parts)
        shown = [(name, text) for name, text in facts.items() if text]
        self.result.set_facts(shown)
        self._result.setVisible(bool(shown))

    def _show_steps(self, view: ComplaintView) -> None:
        clear(self.steps)
        for step in reversed(view.steps):
            title = joined(label(step.kind), step.staff, moment(step.at))
            line = ListRow(_ICONS.get(step.kind, "circle-small"), title, "")
            line.detail.hide()
            held = column(line, gap=0) if not step.text else column(line, _text(step.text), gap=0)
            self.steps.addWidget(held)
            self.steps.addWidget(Line())


def _text(words: str) -> QWidget:
    return row(Text(words, wrap=True), margins=(theme.INSIDE + 38, 0, theme.INSIDE, 10))


def _facts(view: ComplaintView) -> list[tuple[str, ...]]:
    each = view.row
    overdue = "bad" if each.overdue else ""
    facts: list[tuple[str, ...]] = [
        (_("Number"), each.number),
        (_("Who answers for it"), each.owner),
        (_("Answer due"), each.due_on.isoformat(), overdue),
        (_("How it came"), label(view.way)),
        (_("Taken at"), joined(view.opened_by, moment(each.opened_at))),
    ]
    more = {
        _("Phone"): each.phone,
        _("About"): joined(label(each.subject), view.subject_number) if each.subject_id else "",
        _("About whom"): each.about,
        _("Reason of the deadline"): view.due_reason,
        _("Reopened"): _("{count} times").format(count=view.reopened) if view.reopened else "",
    }
    return facts + [(name, text) for name, text in more.items() if text]
