"""Rules of customer files on plain values: phones, masks, what a file needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from models.kernel.errors import RuleError
from models.kernel.text import digits_of, narrow, one_line

FEWEST_DIGITS, MOST_DIGITS = 5, 15
MOST_PHONES = 20
MOST_TAGS, LONGEST_TAG = 20, 20
EARLIEST_BIRTHDAY = date(1900, 1, 1)
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


def split_phone(line: str) -> tuple[str, str]:
    """A number and the words that stand after it, such as whose it is; a line that begins with no number is the number.

    The label of ``138 0013 6621 wife`` is ``wife``; an extension stays with its number.
    """
    line = one_line(narrow(line))
    number = _PHONE.match(line)
    return (number.group().strip(), line[number.end() :].strip(" ,，:：()（）")) if number else (line, "")


def phone_digits(number: str) -> str:
    """The digits that make two spellings of one number alike; the mainland's country code is left off."""
    digits = digits_of(number)
    for prefix in ("0086", "86"):
        if digits.startswith(prefix) and len(digits) == len(prefix) + 11 and digits[len(prefix)] == "1":
            return digits[len(prefix) :]
    return digits


def masked_phone(number: str) -> str:
    """138****8000: the first three and the last four digits stay, or less of a short number (C11)."""
    if len(number) >= 10 and number.isascii() and number.isdecimal():
        return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"
    places = [place for place, each in enumerate(number) if each.isdigit()]
    keep_front, keep_back = (3, 4) if len(places) >= 10 else (1, 2)
    if number.startswith("+"):
        keep_front = max(keep_front, len(places) - 8)
    hidden = set(places[keep_front : len(places) - keep_back])
    return "".join("*" if place in hidden else each for place, each in enumerate(number))


def masked_numbers(text: str) -> str:
    """``text`` with the numbers masked that are long enough for a phone, such as an account named after one."""
    return re.sub(r"\d{7,}", lambda found: masked_phone(found.group()), text, flags=re.ASCII)


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


def check_birthday(birthday: date | None, today: date) -> None:
    """Raises RuleError for a day nobody alive was born on."""
    if birthday is not None and birthday > today:
        raise RuleError("A birthday cannot lie in the future.", field="birthday")
    if birthday is not None and birthday < EARLIEST_BIRTHDAY:
        raise RuleError("A birthday cannot lie before {year}.", field="birthday", year=EARLIEST_BIRTHDAY.year)


def checked_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """The tags, each once and on one line, in their order. Raises RuleError for too many or too long ones."""
    found = tuple(dict.fromkeys(tag for tag in (one_line(each) for each in tags) if tag))
    if len(found) > MOST_TAGS:
        raise RuleError("At most {most} tags.", field="tags", most=MOST_TAGS)
    if longest := [tag for tag in found if len(tag) > LONGEST_TAG]:
        raise RuleError(
            "At most {limit} characters; this has {length}.", field="tags", limit=LONGEST_TAG, length=len(longest[0])
        )
    return found
