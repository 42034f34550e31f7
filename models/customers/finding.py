"""A search finds nobody by digits that the mask hides from who searches: a hit would tell them (C4, C11).

To who does not see a file's numbers it answers for a whole number and for the digits that stay visible; a number is not
to be had by trying one digit after the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.customers import rules, seeing
from models.customers.linked import KIND
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.kernel.text import digits_of, folded, narrow


def without_guesses(actor: Actor, query: str, customer_ids: Sequence[int]) -> list[int]:
    """The files of a search's hits that this person may be told of, in their order."""
    words = [folded(narrow(part)) for part in query.split()]
    digits = [word for word in words if word.isdecimal()]
    if not digits or not customer_ids:
        return list(customer_ids)
    marks = ", ".join("?" * len(customer_ids))
    owners = dict(run_sql(f"SELECT id, owner_id FROM customer WHERE id IN ({marks})", *customer_ids).fetchall())
    closed = [each for each in customer_ids if each in owners.keys() - seeing.seen(actor, owners)]
    if not closed:
        return list(customer_ids)
    whole = rules.phone_digits("".join(digits)) if len(digits) == len(words) else ""
    numbers, texts = _numbers(closed), _texts(closed)
    hidden = {
        each
        for each in closed
        if not (whole and whole in numbers.get(each, ()))
        and any(_is_guess(word, numbers.get(each, ()), texts.get(each, "")) for word in digits)
    }
    return [each for each in customer_ids if each not in hidden]


def _is_guess(word: str, numbers: Sequence[str], text: str) -> bool:
    """Whether only hidden digits could have made the hit."""
    others = [line for line in text.split("\n") if not any(number in line for number in numbers)]
    if any(word in line for line in others):
        return False
    return not any(word == number or _shows(number, word) for number in numbers)


def _shows(number: str, word: str) -> bool:
    return any(word in part for part in rules.masked_phone(number).split("*"))


def _numbers(customer_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The digits of the files' phones, those of contact people too."""
    marks = ", ".join("?" * len(customer_ids))
    rows = run_sql(
        f"SELECT customer_id, digits FROM customer_phone WHERE customer_id IN ({marks}) UNION ALL "
        "SELECT p.customer_id, c.digits FROM contact_phone c JOIN contact_person p ON p.id = c.contact_person_id "
        f"WHERE p.customer_id IN ({marks})",
        *(*customer_ids, *customer_ids),
    )
    found: dict[int, tuple[str, ...]] = {}
    for customer_id, digits in rows.fetchall():
        found[customer_id] = (*found.get(customer_id, ()), digits_of(digits))
    return found


def _texts(customer_ids: Sequence[int]) -> dict[int, str]:
    marks = ", ".join("?" * len(customer_ids))
    rows = run_sql(
        f"SELECT record_id, text FROM search_entry WHERE kind = ? AND record_id IN ({marks})", *(KIND, *customer_ids)
    )
    return dict(rows.fetchall())
