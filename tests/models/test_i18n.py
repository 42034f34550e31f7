"""Language of screen and papers: one catalog, each with its own choice."""

from __future__ import annotations

import pytest

from models.kernel import i18n
from models.kernel.errors import RuleError
from models.sales.states import QuoteState


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError):
        i18n.set_language("fr")
    assert i18n.language() == "en"


def test_what_is_not_translated_shows_in_english() -> None:
    for language in i18n.LANGUAGES:
        assert i18n.translator(language)("No catalog knows this sentence.") == "No catalog knows this sentence."


def test_english_is_the_source() -> None:
    assert i18n.label(QuoteState.DRAFT) == "Draft"
    assert i18n.translator("en")("Draft") == "Draft"


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_a_paper_has_its_own_language(language: str) -> None:
    assert i18n.label(QuoteState.OFFERED, language) == i18n.translator(language)("Offered")
    assert i18n.language() == "en"
    i18n.set_language(language)
    assert i18n._("Offered") == i18n.translator(language)("Offered")
    assert i18n.translator("en")("Offered") == "Offered"


def test_an_error_names_enums_by_their_labels() -> None:
    error = RuleError("Money is taken on signed contracts; this one is “{state}”.", state=QuoteState.DRAFT)
    assert i18n.say(error) == "Money is taken on signed contracts; this one is “Draft”."


def test_pick_falls_back_to_english_then_to_any() -> None:
    texts = {"en": "car", "zh_CN": "车"}
    assert i18n.pick(texts, "zh_CN") == "车"
    assert i18n.pick(texts, "zh_TW") == "car"
    assert i18n.pick({"zh_CN": "车"}, "zh_TW") == "车"
    assert i18n.pick({}, "zh_TW") == ""


def test_a_label_travels_with_its_value() -> None:
    assert QuoteState("draft") is QuoteState.DRAFT
    assert QuoteState.DRAFT == "draft"
    assert QuoteState.DRAFT.label == "Draft"


def test_a_plural_has_its_form() -> None:
    assert i18n.ngettext("{count} day", "{count} days", 1) == "{count} day"
    assert i18n.ngettext("{count} day", "{count} days", 2) == "{count} days"
