"""The words of the sample data, read from resources/sample.toml, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import msgspec

from models.kernel.i18n import SOURCE_LANGUAGE, pick

_FILE = Path(__file__).resolve().parents[2] / "resources" / "sample.toml"

Texts = dict[str, str]
Range = tuple[int, int]


class _Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every part of the file has in common."""


class _Named(_Form, frozen=True):
    names: Texts


class _People(_Form, frozen=True):
    surnames: str
    male: str
    female: str
    traditional_surnames: str
    traditional_male: str
    traditional_female: str
    rare: str
    western: str
    companies: str
    trades: str
    traditional_companies: str
    traditional_trades: str
    staff: list[_Named]


class _Places(_Form, frozen=True):
    city: Texts
    address: list[Texts]
    districts: list[Texts]
    streets: list[Texts]


class Subject(_Form, frozen=True):
    """What contracts of one trade say about their subject, by field."""

    texts: dict[str, list[Texts]] = {}
    numbers: dict[str, Range] = {}
    days: dict[str, Range] = {}


class Owned(_Form, frozen=True):
    """What customers of one trade own: "make|model" of what was bought ``here`` or ``elsewhere``, and the plate."""

    here: list[Texts]
    elsewhere: list[Texts]
    plate: Texts


class _Sample(_Form, frozen=True):
    people: _People
    places: _Places
    remarks: dict[str, list[Texts] | Texts]
    units: dict[str, Range]
    subject: dict[str, Subject]
    owned: dict[str, Owned]
    needs: dict[str, list[Texts]]


@cache
def file() -> _Sample:
    """The whole file."""
    return msgspec.toml.decode(_FILE.read_text("utf-8"), type=_Sample)


@dataclass(frozen=True)
class Words:
    """The words in one language, drawn by ``rng``."""

    language: str

    def remark(self, rng: Random, kind: str, **values: str) -> str:
        """One of the remarks of a kind, with the values filled in."""
        texts = file().remarks[kind]
        chosen = rng.choice(texts) if isinstance(texts, list) else texts
        return pick(chosen, self.language).format(**values)

    def address(self, rng: Random) -> str:
        """An invented address."""
        places = file().places
        return pick(rng.choice(places.address), self.language).format(
            city=pick(places.city, self.language),
            district=pick(rng.choice(places.districts), self.language),
            street=pick(rng.choice(places.streets), self.language),
            number=rng.randint(1, 388),
            block=rng.randint(1, 18),
            room=rng.randint(1, 24) * 100 + rng.randint(1, 4),
        )

    def town_in_names(self) -> str:
        """The town the store is in, as companies' names begin with it."""
        return "" if self.language == SOURCE_LANGUAGE else pick(file().places.city, self.language)[:2]

    def subject(self, rng: Random, trade: str, field: str, **values: str) -> str:
        """What a contract of the trade says in a field of text; empty where the file says nothing."""
        texts = subject_of(trade).texts.get(field)
        return pick(rng.choice(texts), self.language).format(**values) if texts else ""


def subject_of(trade: str) -> Subject:
    """What the file says about contracts of a trade; nothing for one it does not know."""
    return file().subject.get(trade, Subject())


def owned_of(trade: str) -> Owned | None:
    """What the file says customers of a trade own, if anything."""
    return file().owned.get(trade)
