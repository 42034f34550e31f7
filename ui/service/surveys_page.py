"""Satisfaction: who is still to be asked, what the others said, and the figures of each person (C10)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.complaints import rules, survey_lists
from models.complaints.states import WAYS_IN, Way
from models.complaints.survey_actions import SurveyForm, record_survey
from models.complaints.views import PersonFigures, SurveyRow, ToAsk
from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor, Permission
from models.trades.complaint_terms import Occasion, Question, question_name, questions, terms
from ui.kit import notices, theme
from ui.kit.desk import Desk
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, NoteEdit, Tick
from ui.kit.forms import Field
from ui.kit.layout import clear, flowing, row, scrolled
from ui.kit.record_page import Page
from ui.kit.widgets import Button, EmptyState, Figure, FilterChips, Line, ListRow, Panel, PanelTitle, Text
from ui.kit.wording import joined, moment

_HEARD = ("survey", "complaint", "delivery", "work_order", "customer", "staff")
_DAYS = {"month": 30, "quarter": 90, "year": 365}


class SurveysPage(Page):
    """Whom to ask at the left, what was said and the figures at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.period = FilterChips()
        self.period.set_items([(key, _period_words(key), "neutral") for key in _DAYS])
        self.period.select("month")
        self.period.chosen.connect(lambda key: self.show_page())
        self._asking, self._answers, self._people, self._figures = (QVBoxLayout() for _each in range(4))
        waiting, told, people = Panel(flush=True), Panel(flush=True), Panel(flush=True)
        self._waiting = PanelTitle(_("To be asked"))
        for panel, title, box in (
            (waiting, self._waiting, self._asking),
            (people, PanelTitle(_("By person")), self._people),
            (told, PanelTitle(_("What customers said")), self._answers),
        ):
            panel.add(title, Line())
            panel.body.addLayout(box)
        figures = Panel()
        figures.body.addLayout(self._figures)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.GAP)
        for widget in (row(self.period, "stretch"), figures, people, told):
            inside.addWidget(widget)
        inside.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(waiting)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        whole.setSpacing(theme.GAP)
        whole.addWidget(scrolled(left), 2)
        whole.addWidget(scrolled(right), 3)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    @property
    def span(self) -> tuple[date, date]:
        """The days the figures are of."""
        today = clock.today()
        return today - timedelta(days=_DAYS[self.period.selected or "month"] - 1), today

    def open_record(self, kind: str, record_id: int) -> None:
        """Ask about a delivery or an order, if it has not been asked about."""
        self.show_page()
        occasion = Occasion.DELIVERY if kind == "survey_for_delivery" else Occasion.SERVICE
        wanted = (occasion, record_id)
        found = next(
            (each for each in survey_lists.to_ask(self.actor) if (each.occasion, each.subject_id) == wanted), None
        )
        if found is None:
            notices.tell(_("The customer was asked already, or nothing was handed over lately."), "warn")
        else:
            self.ask(found)

    def show_page(self) -> None:
        """Show who waits and what was said."""
        waiting = survey_lists.to_ask(self.actor)
        self._waiting.set_text(_("To be asked"), str(len(waiting)) if waiting else "")
        _fill(self._asking, [self._to_ask(each) for each in waiting], _("Everybody was asked."))
        first, last = self.span
        self._show_figures(survey_lists.figures(first, last))
        people = survey_lists.by_person(first, last)
        _fill(self._people, [_person(each) for each in people], _("No answers in this period."))
        told = survey_lists.surveys_between(first, last)[:50]
        _fill(self._answers, [self._answer(each) for each in told], _("No answers in this period."))

    def take_focus(self) -> None:
        """Put the keys on the first who is to be asked."""
        first = self.findChild(Button, "ask_customer")
        if first is not None:
            first.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or any(changes.touches(kind) for kind in _HEARD):
            self.show_page()

    def _show_figures(self, told: rules.Satisfaction) -> None:
        clear(self._figures)
        low = terms().survey.low
        average = f"{told.average:.2f}" if told.average is not None else "–"
        self._figures.addWidget(
            flowing(
                Figure(average, _("Average of 5"), "bad" if told.average and told.average <= low + 1 else ""),
                Figure(str(told.answered), _("Answers given")),
                Figure(str(told.declined), _("Declined to answer")),
                Figure(str(told.low), _("Low, so a complaint"), "bad" if told.low else ""),
            )
        )

    def _to_ask(self, each: ToAsk) -> QWidget:
        button = Button(_("Ask…"), partial(self.ask, each), name="ask_customer")
        button.setEnabled(self.actor.may(Permission.FOLLOW_UP))
        detail = joined(each.phone, label(each.occasion), each.number, each.about, moment(each.since))
        return ListRow("phone-outline", each.customer, detail, button)

    def _answer(self, each: SurveyRow) -> QWidget:
        if each.declined:
            given = _("declined")
        else:
            given = joined(*(f"{question_name(each.occasion, code)} {score}" for code, score in each.scores.items()))
        low, button = each.complaint_id is not None, None
        if each.complaint_id is not None:
            go = partial(self._desk.open_record, "complaint", each.complaint_id)
            button = Button(_("Complaint"), go, kind="link", name="go")
        title = joined(each.customer, f"“{each.said}”" if each.said else "", each.about)
        line = ListRow("star-outline", title, joined(moment(each.asked_at), given), button, "bad" if low else "accent")
        line.setToolTip(given)
        return line

    def ask(self, each: ToAsk) -> FormDialog:
        """Ask the five questions; keys 1 to 5 answer one and go on to the next."""
        return ask_survey(self, self.actor, each, self._desk)


def ask_survey(page: QWidget, actor: Actor, each: ToAsk, desk: Desk) -> FormDialog:
    """The form of a survey; a low score says at once that it opened a complaint."""
    asked = questions(each.occasion)
    scores = [Score(question) for question in asked]
    declined, way, said = Tick(_("The customer does not want to answer")), ChipChoice(_ways()), NoteEdit(lines=2)
    way.set_value(Way.PHONE)
    for this, following in zip(scores, [*scores[1:], said], strict=True):
        this.answered.connect(following.setFocus)

    def keep(values: dict[str, Any]) -> None:
        given = {question.code: values[f"scores.{question.code}"] for question in asked}
        told = {code: score for code, score in given.items() if score is not None}
        form = SurveyForm({} if values["declined"] else told, values["said"], values["way"], values["declined"])
        complaint_id = record_survey(actor, each.occasion, each.subject_id, form).answer
        if isinstance(complaint_id, int):
            notices.tell(_("A complaint was opened: the score is low."), "warn")

    fields = [Field(f"scores.{score.question.code}", pick(score.question.name), score) for score in scores]
    more = [Field("said", _("What else the customer said"), said), Field("way", _("How they were asked"), way)]
    dialog = FormDialog(
        page,
        _("Ask {customer}").format(customer=each.customer),
        [*fields, *more, Field("declined", "", declined)],
        keep,
        intro=joined(each.phone, label(each.occasion), each.number, _("keys 1 to 5 answer and go on")),
        width=560,
    )
    dialog.setMinimumHeight(640)
    scores[0].setFocus()
    dialog.open()
    return dialog


class Score(ChipChoice):
    """One question's score: a key from 1 to 5 answers and goes on."""

    answered = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__([(score, str(score)) for score in range(rules.LOWEST, rules.HIGHEST + 1)])
        self.question = question

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a figure for an answer; everything else goes its way."""
        text = event.text()
        if text.isascii() and text.isdecimal() and rules.LOWEST <= int(text) <= rules.HIGHEST:
            self.set_value(int(text))
            self.edited.emit()
            self.answered.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.set_value(min(max((self.value() or 3) + step, rules.LOWEST), rules.HIGHEST))
            self.edited.emit()
        else:
            super().keyPressEvent(event)


def _ways() -> list[tuple[Way, str]]:
    return [(each, label(each)) for each in WAYS_IN]


def _period_words(key: str) -> str:
    return {"month": _("30 days"), "quarter": _("90 days"), "year": _("A year")}[key]


def _person(each: PersonFigures) -> QWidget:
    told = each.figures
    average = f"{told.average:.2f}" if told.average is not None else "–"
    counts = _("{answered} answered, {declined} declined, {complaints} complaints").format(
        answered=told.answered, declined=told.declined, complaints=each.complaints
    )
    low = told.average is not None and told.average <= terms().survey.low + 1
    return ListRow("account-outline", each.name, counts, Text(average, "title", tone="bad" if low else ""))


def _fill(box: QVBoxLayout, rows: list[QWidget], empty: str) -> None:
    clear(box)
    for widget in rows:
        box.addWidget(widget)
        box.addWidget(Line())
    if not rows:
        box.addWidget(EmptyState("star-outline", empty))
