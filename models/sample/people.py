"""Invented people: names as often as they are met, rare characters, people from elsewhere, companies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from models.customers.kinds import CustomerKind, FormOfAddress
from models.kernel.pinyin import spellings
from models.sample import numbers
from models.sample.words import Words, file

_LOCAL, _ELSEWHERE, _WESTERN, _COMPANY, _RARE = "local", "elsewhere", "western", "company", "rare"
_ADDRESS_ONLY, _NO_CONTACT = "address_only", "no_contact"
_OF_FIFTY = {_LOCAL: 36, _ELSEWHERE: 3, _WESTERN: 2, _COMPANY: 4, _RARE: 2, _ADDRESS_ONLY: 2, _NO_CONTACT: 1}
_ISLAND = "zh_TW"


@dataclass(frozen=True)
class Person:
    """Somebody who may become a customer; ``partner`` is who lives with them."""

    name: str
    male: bool
    form_of_address: FormOfAddress
    phones: tuple[str, ...]
    address: str
    id_number: str
    partner: str = ""
    partner_id_number: str = ""
    kind: CustomerKind = CustomerKind.PERSON
    contact_person: str = ""
    wechat: str = ""
    email: str = ""

    @property
    def buys(self) -> bool:
        """Whether they said enough for a quote: a name and a phone."""
        return bool(self.name and self.phones)


@dataclass
class People:
    """Draws people: of fifty, so many of each sort."""

    rng: Random
    words: Words
    _sorts: list[str] = field(default_factory=list)
    _serial: int = 0

    def draw(self) -> Person:
        """The next one; no two have a phone number in common."""
        if not self._sorts:
            self._sorts = [sort for sort, count in _OF_FIFTY.items() for _ in range(count)]
            self.rng.shuffle(self._sorts)
        self._serial += 1
        sort = self._sorts.pop()
        if sort == _COMPANY:
            return self._company()
        island = (sort == _ELSEWHERE) != (self.words.language == _ISLAND) and sort not in (_WESTERN, _RARE)
        return self._person(sort, island=island)

    def name(self, *, male: bool, island: bool = False) -> str:
        """A name, Traditional for the islands."""
        people = file().people
        if island:
            given = people.traditional_male if male else people.traditional_female
            return self.rng.choice(people.traditional_surnames.split()) + self.rng.choice(given.split())
        surnames, weights = _surnames()
        given = people.male if male else people.female
        return self.rng.choices(surnames, cum_weights=weights)[0] + self.rng.choice(given.split())

    def _person(self, sort: str, *, island: bool) -> Person:
        male = self.rng.random() < 0.55
        form = (FormOfAddress.MR if male else FormOfAddress.MS) if self.rng.random() < 0.7 else FormOfAddress.NONE
        if sort == _WESTERN:
            form = FormOfAddress.NONE
        name = self._name_of(sort, male=male, island=island)
        phone = self._phone(sort, island=island)
        if sort == _ADDRESS_ONLY:
            form = FormOfAddress.MR if male else FormOfAddress.MS
            name = ""
        reachable = sort != _NO_CONTACT
        return Person(
            name,
            male,
            form,
            phones=(phone,) if reachable else (),
            address=self.words.address(self.rng),
            id_number="" if sort == _WESTERN or self._from_harbour(sort) else self._card(male=male, island=island),
            partner=self.name(male=not male, island=island),
            partner_id_number=self._card(male=not male, island=island),
            wechat=self._wechat(name) if reachable and self.rng.random() < 0.35 else "",
            email=f"{_latin(name)}@example.com" if sort == _WESTERN else "",
        )

    def _name_of(self, sort: str, *, male: bool, island: bool) -> str:
        if sort == _RARE:
            return self.rng.choice(file().people.rare.split())
        if sort == _WESTERN:
            return self.rng.choice(file().people.western.split("|"))
        return self.name(male=male, island=island)

    def _phone(self, sort: str, *, island: bool) -> str:
        if island:
            if self._from_harbour(sort):
                return numbers.harbour_mobile(self._serial)
            return numbers.island_mobile(self._serial, abroad=self.words.language != _ISLAND)
        return numbers.mobile(self.rng, self._serial)

    def _from_harbour(self, sort: str) -> bool:
        """One in three of those from elsewhere has a Hong Kong phone, and a card this store does not note."""
        return sort == _ELSEWHERE and self._serial % 3 == 0

    def _card(self, *, male: bool, island: bool) -> str:
        if island:
            return numbers.island_card(self.rng, male=male)
        born = date(1960, 1, 1) + timedelta(days=self.rng.randrange(16_000))
        return numbers.identity_card(self.rng, male=male, born=born)

    def _company(self) -> Person:
        people, island = file().people, self.words.language == _ISLAND
        male = self.rng.random() < 0.5
        names = people.traditional_companies if island else people.companies
        trades = people.traditional_trades if island else people.trades
        extension = {_ISLAND: "轉", "zh_CN": "转"}.get(self.words.language, "ext")
        return Person(
            self.words.town_in_names() + self.rng.choice(names.split("|")) + self.rng.choice(trades.split("|")),
            male,
            FormOfAddress.NONE,
            phones=(self._phone(_COMPANY, island=island), numbers.office_phone(self._serial, extension)),
            address=self.words.address(self.rng),
            id_number=numbers.company_number(self.rng),
            kind=CustomerKind.COMPANY,
            contact_person=self.name(male=male, island=island),
            email=f"office{self._serial}@example.com" if self.rng.random() < 0.4 else "",
        )

    def _wechat(self, name: str) -> str:
        return f"{_latin(name)}-{self.rng.randrange(10, 99)}"


def _latin(name: str) -> str:
    return "".join(each for each in spellings(name)[0] if each.isascii()) or "kh"


@cache
def _surnames() -> tuple[list[str], list[int]]:
    parts = file().people.surnames.split()
    return parts[::2], list(accumulate(int(weight) for weight in parts[1::2]))
