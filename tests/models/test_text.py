"""Typed text is cleaned once, at the edge, and limited with a message."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind
from models.customers.listing import ALL, count
from models.customers.lists import customer_file
from models.kernel.errors import RuleError
from models.kernel.text import clean, cleaned, digits_of, folded, narrow, one_line
from tests.campaigns import has_long_form
from tests.models.shops import Shop, customer

any_text = st.text(st.characters(exclude_categories=("Cs",)))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("张\0三", "张三"),
        ("a\x07b\x1b[31m", "ab[31m"),
        ("x\u202etxt.exe", "xtxt.exe"),
        ("\u200f王\u2066五\u2069", "王五"),
        ("\ufeff名\u00ad字", "名字"),
        ("  a\tb  ", "a b"),
        ("一\r\n二\r三", "一\n二\n三"),
        ("e\u0301", "é"),
        ("e\0\u0301", "é"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("𠮷龘㛃", "𠮷龘㛃"),
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("\u200b", ""),
        ("\u200d \u200c", ""),
        ("\u3164\u2800\uffa0\u2060", ""),
        ("张\u200b三\u200d", "张三"),
    ],
)
def test_what_is_kept_of_typed_text(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@has_long_form
@given(any_text)
def test_clean_text_is_clean(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(unicodedata.category(each) == "Cc" and each != "\n" for each in kept)
    assert kept == kept.strip()


@pytest.mark.parametrize("surrogate", [chr(0xD800), chr(0xDFFF), f"a{chr(0xDC80)}b"])
def test_a_lone_surrogate_is_refused(surrogate: str) -> None:
    with pytest.raises(RuleError) as refused:
        clean(surrogate, "name")
    assert refused.value.field == "name"


def test_every_text_inside_a_form_is_cleaned_and_its_field_is_named() -> None:
    @dataclass(frozen=True)
    class Form:
        name: str
        tags: tuple[str, ...] = ()
        count: int = 1

    assert cleaned((Form("a\0", ("b\u202e",)),)) == (Form("a", ("b",)),)
    untouched = Form("a")
    assert cleaned(untouched) is untouched
    assert cleaned({"k\0": ["v\0"]}) == {"k": ["v"]}
    with pytest.raises(RuleError) as refused:
        cleaned(Form("\ud800"))
    assert refused.value.field == "name"
    with pytest.raises(RuleError) as refused:
        cleaned({"forms": (Form("a"), Form("b", ("\ud800",)))})
    assert refused.value.field == "forms.1.tags"


@has_long_form
@given(any_text)
def test_folding_is_stable(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert one_line(one_line(text)) == one_line(text)
    assert narrow(narrow(text)) == narrow(text)


def test_folding() -> None:
    assert folded("Ａ-é Straße\n") == "aestrasse"
    assert digits_of("+86 １38-0000") == "861380000"
    assert one_line("a\u3000 b\n\nc") == "a b c"


@pytest.mark.parametrize("field", ["name", "wish", "address", "note", "best_time", "company"])
def test_a_text_of_ten_thousand_characters_is_refused_with_a_message(shop: Shop, field: str) -> None:
    form = FileForm(**{"name": "王五", "no_contact": True, field: "长" * 10_000})
    with pytest.raises(RuleError) as refused:
        open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT))
    assert refused.value.field == field
    assert "10000" in str(refused.value)
    assert count(shop.owner, ALL) == 0


def test_hostile_text_is_kept_as_text(shop: Shop) -> None:
    name = "Robert'); DROP TABLE customer;--"
    file_id = customer(shop, name)
    assert customer_file(shop.owner, file_id).name == name
