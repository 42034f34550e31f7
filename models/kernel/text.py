"""Cleaning of typed text, once for the whole program, and folding of text for comparison."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import filterfalse
from typing import Any

from models.kernel.errors import RuleError

_KEPT_CONTROLS = "\n"
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset(
    "\u00ad\u180e\u200b\u2028\u2029\u2060\u2061\u2062\u2063\u2064\u2800\u3164\ufeff\uffa0\ufffe\uffff"
)
_DIGITS = frozenset("0123456789")
_JOINERS = "\u200c\u200d"


def clean(text: str, field: str | None = None) -> str:
    """``text`` in NFC without control, direction and invisible characters, ends trimmed; line breaks stay.

    Raises RuleError for a lone surrogate, which no font, file or database can hold.
    """
    if text.isprintable() and (text.isascii() or _is_plain(text)):
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise RuleError("This text contains a broken character. Type it again.", field=field)
    text = "".join(character for character in text if _stays(character))
    return unicodedata.normalize("NFC", _trimmed(text))


def _is_plain(text: str) -> bool:
    return _INVISIBLE.isdisjoint(text) and unicodedata.is_normalized("NFC", text)


def _trimmed(text: str) -> str:
    """``text`` without blanks at its ends, nor joiners that join nothing there."""
    while (shorter := text.strip().strip(_JOINERS)) != text:
        text = shorter
    return text


def _stays(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    return unicodedata.category(character) != "Cc" and character not in _DIRECTION and character not in _INVISIBLE


def cleaned(value: Any, field: str | None = None) -> Any:
    """``value`` with every text in it cleaned: texts, dataclasses, tuples, lists and dicts of them.

    The error of a text inside a dataclass names its field, such as ``lines.0.name``.
    """
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return clean(value, field)
    if is_dataclass(value) and not isinstance(value, type):
        before = {each.name: getattr(value, each.name) for each in fields(value)}
        place = f"{field}." if field else ""
        after = {name: cleaned(each, place + name) for name, each in before.items()}
        changed = {name: each for name, each in after.items() if each is not before[name]}
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple | list):
        places = [f"{field}.{place}" if field and is_dataclass(each) else field for place, each in enumerate(value)]
        return type(value)(cleaned(each, place) for each, place in zip(value, places, strict=True))
    if isinstance(value, dict):
        place = f"{field}." if field else ""
        return {cleaned(key, field): cleaned(each, f"{place}{key}") for key, each in value.items()}
    return value


def one_line(text: str) -> str:
    """``text`` with line breaks and runs of blanks folded to single spaces; a full-width blank counts as one."""
    return " ".join(text.split())


def narrow(text: str) -> str:
    """Full-width letters, digits and signs as their ordinary forms (NFKC)."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def folded(text: str) -> str:
    """``text`` for matching: narrow, lower case, without accents, only letters and digits."""
    if text.isascii():
        text = text.lower()
    else:
        text = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text))).casefold()
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


def digits_of(text: str) -> str:
    """The decimal digits in ``text``, in order, full-width ones included."""
    text = narrow(text)
    return text if text.isascii() and text.isdecimal() else "".join(each for each in text if each in _DIGITS)
