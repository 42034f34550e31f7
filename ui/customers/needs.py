"""What a customer needs: asked with the trade's questions, kept by day, two of them side by side (C6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.customers import file_lists, needs_rules
from models.customers.file_lists import NeedsRow
from models.customers.needs_actions import NeedsForm, assess_needs, change_needs, proposed_summary
from models.customers.needs_rules import LONGEST_SUMMARY, Answer
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor
from models.shop.profile import trade
from models.trades.template import NeedsQuestion
from ui.customers.answers import SeveralChoice
from ui.customers.entry import Entry, Item
from ui.customers.goods import Start
from ui.kit import wording
from ui.kit.editors import ChipChoice, ChoiceBox, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, EmptyState, Line, Text, clear, fill, row

_SUMMARY = "summary"
_MANY = 3


def draft_key(customer_id: int, needs_id: int) -> str:
    """Where unfinished answers are kept; 0 is for new ones."""
    return f"needs:{customer_id}:{needs_id}"


class NeedsEntry(Entry):
    """The questions; a new assessment begins with what was answered last, ``needs`` is put right."""

    whole = True

    def __init__(
        self,
        actor: Actor,
        customer_id: int,
        before: NeedsRow | None = None,
        needs: NeedsRow | None = None,
        typed: dict[str, Any] | None = None,
    ) -> None:
        self.customer_id, self.needs = customer_id, needs
        self._questions = trade().needs
        known = needs or before
        start = {each.code: _shown(each, known) for each in self._questions}
        title = _("What they need") if needs is None else wording.moment(needs.asked_at)
        super().__init__(
            actor,
            draft_key(customer_id, needs.id if needs else 0),
            title,
            self._items(),
            start={**start, _SUMMARY: needs.summary if needs else ""},
            typed=typed,
        )
        self.form.edited.connect(self._propose)
        self._propose()

    def _items(self) -> list[Item]:
        fields: list[Item] = []
        for each in self._questions:
            field = Field(each.code, pick(each.name), _editor(each))
            fields.append((field,) if each.several or each.choices else field)
        hint = _("The line that stands on the file and the quote; left empty, it is made of the answers.")
        return [*fields, (Field(_SUMMARY, _("In one line"), TextEdit(longest=LONGEST_SUMMARY), hint),)]

    def _propose(self) -> None:
        answers = {name: value for name, value in self.form.values().items() if name != _SUMMARY and value}
        self.form.editor(_SUMMARY).setPlaceholderText(proposed_summary(answers))

    def apply(self, values: dict[str, Any]) -> None:
        summary = values.pop(_SUMMARY)
        form = NeedsForm({code: answer for code, answer in values.items() if answer}, summary)
        if self.needs is None:
            assess_needs(self.actor, self.customer_id, form)
        else:
            change_needs(self.actor, self.needs.id, self.needs.version, form)

    def finish(self) -> None:
        self.saved.emit(self.customer_id)


def _editor(question: NeedsQuestion) -> QWidget:
    choices = [(each.code, pick(each.name)) for each in question.choices]
    if question.several:
        return SeveralChoice(choices)
    if not choices:
        return TextEdit(longest=needs_rules.LONGEST_ANSWER)
    if len(choices) > _MANY:
        return ChoiceBox([("", _("Not said")), *choices])
    return ChipChoice([("", _("Not said")), *choices])


def _shown(question: NeedsQuestion, known: NeedsRow | None) -> Answer:
    """The answer as the editor of its question takes it; one in another form is left out."""
    answer = known.answers.get(question.code, "") if known else ""
    if question.several:
        return answer if isinstance(answer, tuple) else ()
    codes = [each.code for each in question.choices]
    return answer if isinstance(answer, str) and (not codes or answer in codes) else ""


class NeedsSection(QWidget):
    """The newest answers, beside those of another day; what differs is marked."""

    def __init__(self, customer_id: int, start: Start, *, may_edit: bool) -> None:
        super().__init__()
        self._start = start
        self._rows = file_lists.needs(customer_id)
        ask_icon = "comment-question-outline"
        self.ask = Button(_("Ask again") if self._rows else _("Ask what they need"), self._new, icon=ask_icon)
        self.ask.setObjectName("ask_needs")
        self.ask.setEnabled(may_edit)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 4, 0, 0)
        self._box.setSpacing(8)
        if not self._rows:
            hint = _("Work, household, budget, what matters: a few answers stand on the quote later.")
            self._box.addWidget(EmptyState(ask_icon, _("Not asked yet."), hint, self.ask))
            return
        dated = [(place, wording.GAP.join((wording.moment(r.asked_at), r.staff))) for place, r in enumerate(self._rows)]
        self.left, self.right = ChoiceBox(dated), ChoiceBox(dated)
        self.right.set_value(min(1, len(self._rows) - 1))
        self._grid_place = QVBoxLayout()
        put_right = Button(_("Put right"), self._put_right, icon="pencil-outline", name="change_needs")
        put_right.setEnabled(may_edit)
        compare = [Text(_("beside"), "dim"), self.right] if len(self._rows) > 1 else []
        fill(self._box, row(self.left, *compare, "stretch", put_right, self.ask), self._grid_place)
        for chooser in (self.left, self.right):
            chooser.edited.connect(self._compare)
        self._compare()

    def _new(self) -> None:
        self._start(NeedsEntry, before=self._rows[0] if self._rows else None)

    def _put_right(self) -> None:
        self._start(NeedsEntry, needs=self._rows[self.left.value()])

    def _compare(self) -> None:
        clear(self._grid_place)
        shown = [self._rows[self.left.value()]]
        if len(self._rows) > 1:
            shown.append(self._rows[self.right.value()])
        self._grid_place.addWidget(_compared(shown))


def _compared(rows: Sequence[NeedsRow]) -> QWidget:
    """Question by question, one column for each day."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    asked = {question.code: question for question in trade().needs}
    codes = [*asked, *dict.fromkeys(code for each in rows for code in each.answers if code not in asked)]
    lines: list[tuple[str, list[str]]] = [(_("In one line"), [each.summary for each in rows])]
    for code in codes:
        question = asked.get(code)
        said = [needs_rules.in_words(question, each.answers.get(code, ""), _(", ")) for each in rows]
        if any(said):
            lines.append((pick(question.name) if question else code, said))
    for place, (title, said) in enumerate(lines):
        grid.addWidget(Text(title, "second", wrap=True), 2 * place, 0, Qt.AlignmentFlag.AlignTop)
        for column, words in enumerate(said):
            differs = len(set(said)) > 1
            text = Text(words or "–", wrap=True, tone="accent" if differs and column == 0 else "")
            grid.addWidget(text, 2 * place, 1 + column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Line(), 2 * place + 1, 0, 1, 1 + len(rows))
    grid.setColumnStretch(0, 1)
    for column in range(len(rows)):
        grid.setColumnStretch(1 + column, 2)
    return page
