"""Answers to the questions of a needs assessment: checked, in words, and in one line (C6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.kernel.text import one_line
from models.trades.template import NeedsQuestion

LONGEST_ANSWER, LONGEST_SUMMARY = 200, 200

Answer = str | tuple[str, ...]
"""Words or the code of a choice; several codes where several may be chosen."""


def checked(questions: Sequence[NeedsQuestion], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers that say something, in the order of the questions. Raises RuleError at the question's code."""
    known = {question.code: question for question in questions}
    for code in answers:
        if code not in known:
            raise RuleError("There is no question called {code}.", field=code, code=code)
    found = {code: _checked(question, answers[code]) for code, question in known.items() if code in answers}
    return {code: answer for code, answer in found.items() if answer}


def _checked(question: NeedsQuestion, answer: Answer) -> Answer:
    codes = [choice.code for choice in question.choices]
    if question.several:
        return tuple(_chosen(question, codes, each) for each in dict.fromkeys(answer))
    if not isinstance(answer, str):
        raise RuleError("Choose one answer.", field=question.code)
    if codes:
        return _chosen(question, codes, answer) if answer else ""
    answer = one_line(answer)
    if len(answer) > LONGEST_ANSWER:
        raise RuleError(
            "At most {limit} characters; this has {length}.",
            field=question.code,
            limit=LONGEST_ANSWER,
            length=len(answer),
        )
    return answer


def _chosen(question: NeedsQuestion, codes: Sequence[str], answer: str) -> str:
    if answer not in codes:
        raise RuleError("This answer is not among the choices.", field=question.code)
    return answer


def in_words(question: NeedsQuestion | None, answer: Answer, comma: str) -> str:
    """An answer as people say it; a choice or question the trade no longer has stays as its code."""
    named = {choice.code: pick(choice.name) for choice in question.choices} if question else {}
    return comma.join(named.get(each, each) for each in ((answer,) if isinstance(answer, str) else answer))


def summary(questions: Sequence[NeedsQuestion], answers: Mapping[str, Answer], gap: str, comma: str) -> str:
    """The line that stands on the file and the quote: what the questions for it were answered, as far as it fits."""
    line = ""
    for words in _said(questions, answers, comma):
        longer = f"{line}{gap}{words}" if line else words
        if len(longer) > LONGEST_SUMMARY:
            break
        line = longer
    return line


def _said(questions: Sequence[NeedsQuestion], answers: Mapping[str, Answer], comma: str) -> Iterator[str]:
    for question in questions:
        if question.in_summary and (answer := answers.get(question.code)):
            yield in_words(question, answer, comma)
