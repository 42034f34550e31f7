"""Rules of customer files on plain values: phones, masks, what a file needs."""

from __future__ import annotations

import re

from models.kernel.errors import RuleError
from models.kernel.text import digits_of, narrow, one_line

FEWEST_DIGITS, MOST_DIGITS = 5, 15
MOST_PHONES = 20
_PHONE = re.compile(r"\+?[\d\s().\-–—/]*\d(?:\s*(?:ext\.?|x|转|轉|#)\s*\d{1,6})?", re.IGNORECASE)


def checked_phone(number: str, field: str = "phones") -> str:
    """The number as people write it, on one line in narrow digits.

    Raises RuleError for other characters, or fewer than 5 or more than 15 digits.
    """
    number = one_line(narrow(number))
    if (not number.isascii() and not re.search("[转轉–—]", number)) or not _PHONE.fullmatch(number):
        raise RuleError("A phone number has digits, and at most + ( ) - and blanks.", field=field)
    count = len(digits_of(number))
    if not FEWEST_DIGITS <= count <= MOST_DIGITS:
        raise RuleError(
            "A phone number has {fewest} to {most} digits; this has {count}.",
            field=field,
            fewest=FEWEST_DIGITS,
            most=MOST_DIGITS,
            count=count,
        )
    return number


def phone_digits(number: str) -> str:
    """The digits that make two spellings of one number alike; the mainland's country code is left off."""
    digits = digits_of(number)
    for prefix in ("0086", "86"):
        if digits.startswith(prefix) and len(digits) == len(prefix) + 11 and digits[len(prefix)] == "1":
            return digits[len(prefix) :]
    return digits


def masked_phone(number: str) -> str:
    """138****8000: the first three and the last four digits stay, or less of a short number (C11)."""
    places = [place for place, each in enumerate(number) if each.isdigit()]
    keep_front, keep_back = (3, 4) if len(places) >= 10 else (1, 2)
    if number.startswith("+"):
        keep_front = max(keep_front, len(places) - 8)
    hidden = set(places[keep_front : len(places) - keep_back])
    return "".join("*" if place in hidden else each for place, each in enumerate(number))


def masked_text(text: str, front: int = 0, back: int = 0) -> str:
    """``text`` with all but its ends hidden; the number of stars says nothing about its length."""
    if not text:
        return ""
    if len(text) <= front + back:
        return "****"
    return text[:front] + "****" + (text[-back:] if back else "")


def check_file(name: str, form_of_address: str, phones: tuple[str, ...], reachable: bool, no_contact: bool) -> None:
    """C1: a name or a form of address, and one way to reach them or the mark that they left none."""
    if not name and not form_of_address:
        raise RuleError("Type a name, or choose how to address them.", field="name")
    if len(phones) > MOST_PHONES:
        raise RuleError("At most {most} phone numbers.", field="phones", most=MOST_PHONES)
    if not phones and not reachable and not no_contact:
        raise RuleError("Type a phone number, or tick “left no contact”.", field="phones")
