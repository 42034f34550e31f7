"""The terms of complaints and surveys, the same for every trade, read from resources/complaints.toml (W10, C10).

Codes once used stay in old records; one that is no longer here shows as itself.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from models.kernel.i18n import N_, LabelledEnum, pick
from models.trades.template import Code, Count, Form, Named

_FILE = Path(__file__).resolve().parents[2] / "resources" / "complaints.toml"


class Severity(LabelledEnum):
    """How grave a complaint is; a severe one goes to the owner of the store at once."""

    MINOR = "minor", N_("Minor")
    SERIOUS = "serious", N_("Serious")
    SEVERE = "severe", N_("Severe")


class Occasion(LabelledEnum):
    """After what a customer is asked."""

    DELIVERY = "delivery", N_("After the delivery")
    SERVICE = "service", N_("After the service")


class Question(Named, frozen=True, kw_only=True):
    """A question answered with 1 to 5; ``category`` is what a complaint about a low score is of."""

    occasion: Occasion
    category: Code


class SurveyTerms(Form, frozen=True, kw_only=True):
    """What is asked, and the score at or below which a complaint is opened."""

    low: Annotated[int, Meta(ge=1, le=4)]
    questions: tuple[Question, ...]


class ComplaintTerms(Form, frozen=True, kw_only=True):
    """Categories and outcomes of complaints, and the working days until the customer has an answer."""

    categories: tuple[Named, ...]
    outcomes: tuple[Named, ...]
    days: dict[Severity, Count]
    survey: SurveyTerms


@cache
def terms() -> ComplaintTerms:
    """The terms as they are shipped."""
    return msgspec.toml.decode(_FILE.read_text("utf-8"), type=ComplaintTerms)


def questions(occasion: Occasion) -> tuple[Question, ...]:
    """What is asked on an occasion, in its order."""
    return tuple(each for each in terms().survey.questions if each.occasion is occasion)


def category_name(code: str, language: str | None = None) -> str:
    """What a category is called."""
    return _name(terms().categories, code, language)


def outcome_name(code: str, language: str | None = None) -> str:
    """What an outcome is called."""
    return _name(terms().outcomes, code, language)


def question_name(occasion: Occasion, code: str, language: str | None = None) -> str:
    """What a question says."""
    return _name(questions(occasion), code, language)


def _name(known: tuple[Named, ...], code: str, language: str | None) -> str:
    return next((pick(each.name, language) for each in known if each.code == code), code)
