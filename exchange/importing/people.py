"""Who stands in a file of customers: who is new, who has a file here, and who stands in it more than once (C3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from itertools import zip_longest
from typing import Any, TypeVar

from exchange.importing.checked import Checked, Places
from models.customers.actions import NOBODY, FileForm
from models.customers.belongings import GoodsForm
from models.customers.kinds import Stage
from models.customers.known import Known
from models.customers.marks import VIN_LENGTH
from models.customers.rules import FEWEST_DIGITS, MOST_PHONES, phone_digits
from models.importing.kinds import OnDuplicate
from models.kernel.errors import N_, RuleError
from models.kernel.pinyin import compared

_NEVER_IN_A_VIN = frozenset("ioq")
_Form = TypeVar("_Form", FileForm, GoodsForm)


@dataclass
class Person:
    """One person of the file; ``joined`` are the other rows about them, each with its number."""

    number: int
    row: list[str]
    form: FileForm
    goods: list[GoodsForm]
    at: datetime
    stage: Stage
    joined: list[tuple[int, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """By what this row is compared: phones, the ID number, and of each of the goods the serial number and plate."""
        self.digits = [each for each in map(phone_digits, self.form.phones) if len(each) >= FEWEST_DIGITS]
        self.id_key = compared(self.form.id_number)
        self.marks = [(compared(each.serial), compared(each.plate)) for each in self.goods]


def phones_of(told: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Phones, each once, with the words beside them, as a form holds them."""
    every = list(told)
    if len(every) > 1:
        once: dict[str, tuple[str, str]] = {}
        for number, words in every:
            once.setdefault(phone_digits(number), (number, words))
        every = list(once.values())[:MOST_PHONES]
    labels = tuple(words for _number, words in every)
    return {"phones": tuple(number for number, _words in every), "phone_labels": labels if any(labels) else ()}


class Sorted:
    """Who is new, who is known here, and who stands in the file more than once."""

    def __init__(self, checked: Checked, whom: Known, on_duplicate: OnDuplicate, found: Places) -> None:
        self._checked, self._whom, self._how, self._found = checked, whom, on_duplicate, found
        self._before: dict[str, Person] = {}
        self._left_out: set[int] = set()
        self._files: dict[int, int] = {}
        self.new: list[Person] = []
        self.additions: list[tuple[int, Person]] = []

    def sort(self, person: Person) -> None:
        """Put one person where they belong; with ``NEW`` all are new."""
        there = self._whom.certain(person.digits, person.id_key)
        keys = [f"file {there}"] if there else []
        keys += [*person.digits, *([f"id {person.id_key}"] if person.id_key else [])]
        earlier = next((self._before[key] for key in keys if key in self._before), None)
        known_as = person
        self._mention_doubts(person)
        if self._how is OnDuplicate.NEW or not (there or earlier):
            self._mention_likely(person)
            self.new.append(person)
        elif self._how is OnDuplicate.SKIP and (there or self._is_out(earlier) or _other_name(person, earlier)):
            self._leave_out(person, there, earlier)
        elif earlier and there in (0, self._files.get(earlier.number)):
            self._join(earlier, person)
            known_as = earlier
        else:
            self._files[person.number] = there
            self.additions.append((there, person))
        for key in keys:
            self._before.setdefault(key, known_as)

    def _is_out(self, earlier: Person | None) -> bool:
        return earlier is not None and earlier.number in self._left_out

    def _leave_out(self, person: Person, there: int, earlier: Person | None) -> None:
        self._checked.left_out += 1
        self._left_out.add(person.number)
        error = RuleError("There is a file with this phone or ID number already; the row is left out.")
        if earlier and not there:
            error = RuleError(
                "Row {row} of this file has the same phone or ID number; this one is left out.", row=earlier.number
            )
        self._mention_key(person, error)

    def _join(self, earlier: Person, person: Person) -> None:
        if _other_name(person, earlier):
            words = N_("Row {row} of this file has the same phone or ID number; both become one file called {name}.")
            self._mention_key(person, RuleError(words, row=earlier.number, name=earlier.form.name))
        _join(earlier, person)
        self._checked.repeated += 1

    def mention_name(self, person: Person, name: str) -> None:
        """Note that a row was about somebody who has a file under another name."""
        if _differ(person.form.name, name):
            error = RuleError("The file with this phone or ID number is called {name}; the row adds to it.", name=name)
            self._mention_key(person, error)

    def _mention_key(self, person: Person, error: RuleError) -> None:
        key = "phone" if person.digits else "id_number"
        self._checked.mention(person.number, self._found.heading(key), self._found.cell(person.row, key), error)

    def _mention_likely(self, person: Person) -> None:
        for serial, plate in person.marks:
            if self._whom.likely(serial, plate):
                key = "plate" if plate else "serial"
                error = RuleError("Another customer's file has the same VIN or plate. Compare them afterwards.")
                self._checked.mention(person.number, self._found.heading(key), self._found.cell(person.row, key), error)

    def _mention_doubts(self, person: Person) -> None:
        for serial, _plate in person.marks:
            if len(serial) == VIN_LENGTH and not _NEVER_IN_A_VIN.isdisjoint(serial):
                cell = self._found.cell(person.row, "serial")
                error = RuleError("A VIN has no I, O or Q.")
                self._checked.mention(person.number, self._found.heading("serial"), cell, error)


def _other_name(person: Person, earlier: Person | None) -> bool:
    return earlier is not None and _differ(person.form.name, earlier.form.name)


def _differ(name: str, other: str) -> bool:
    """Whether two names, both of which are known, are not the same."""
    return bool(name and other) and compared(name) != compared(other)


def _join(first: Person, second: Person) -> None:
    """Another row about the same person: what the first one says wins, phones, tags and goods come together."""
    mine, other = first.form, second.form
    both = [*zip_longest(mine.phones, mine.phone_labels, fillvalue="")]
    both += zip_longest(other.phones, other.phone_labels, fillvalue="")
    tags = tuple(dict.fromkeys((*mine.tags, *other.tags)))
    first.form = replace(_completed(mine, other), **phones_of(both), tags=tags)
    for goods in second.goods:
        place = next((n for n, each in enumerate(first.goods) if _same_goods(goods, each)), -1)
        if place < 0:
            first.goods.append(goods)
        else:
            first.goods[place] = _completed(first.goods[place], goods)
    first.at = max(first.at, second.at)
    first.joined.append((second.number, second.row))


def _same_goods(one: GoodsForm, other: GoodsForm) -> bool:
    """Whether both have one serial number, or one plate where one of them says no serial number."""
    serials = {compared(one.serial), compared(other.serial)}
    if "" not in serials:
        return len(serials) == 1
    return one.plate != "" and compared(one.plate) == compared(other.plate)


def _completed(mine: _Form, other: _Form) -> _Form:
    """A form with what only the other one says."""
    empty = ("", None, NOBODY, ())
    said = {each.name: getattr(other, each.name) for each in fields(mine) if getattr(mine, each.name) in empty}
    return replace(mine, **{name: value for name, value in said.items() if value not in empty})
