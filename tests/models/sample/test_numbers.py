"""Numbers of the sample data hold under the rules that outsiders check them by."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from models.sample import numbers

KNOWN_VIN = "1M8GDM9AXKP042788"
KNOWN_CARD = "11010519491231002X"
KNOWN_COMPANY = "91350100M000100Y43"
KNOWN_ISLAND_CARD = "A123456789"

VIN_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", [*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)], strict=True))
VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
COMPANY_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def vin_holds(vin: str) -> bool:
    """ISO 3779 as read by the North American standard."""
    total = sum((VIN_VALUES.get(each) or int(each)) * weight for each, weight in zip(vin, VIN_WEIGHTS, strict=True))
    return len(vin) == 17 and not set(vin) & set("IOQ") and "0123456789X"[total % 11] == vin[8]


def card_holds(card: str) -> bool:
    """GB 11643: the powers of two modulo eleven."""
    total = sum((10 if each == "X" else int(each)) * pow(2, 17 - place, 11) for place, each in enumerate(card))
    return len(card) == 18 and total % 11 == 1


def company_holds(code: str) -> bool:
    """GB 32100: powers of three modulo thirty-one."""
    total = sum(COMPANY_LETTERS.index(each) * pow(3, place, 31) for place, each in enumerate(code[:17]))
    return len(code) == 18 and COMPANY_LETTERS[(31 - total % 31) % 31] == code[17]


def island_card_holds(card: str) -> bool:
    """A letter worth two digits, then weights from eight down to one."""
    value = ord(card[0]) - ord("A") + 10
    digits = [value // 10, value % 10, *(int(each) for each in card[1:])]
    return sum(d * w for d, w in zip(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1], strict=True)) % 10 == 0


def test_the_checks_of_this_test_know_published_numbers() -> None:
    assert vin_holds(KNOWN_VIN)
    assert card_holds(KNOWN_CARD)
    assert company_holds(KNOWN_COMPANY)
    assert island_card_holds(KNOWN_ISLAND_CARD)
    assert not vin_holds(KNOWN_VIN[:8] + "1" + KNOWN_VIN[9:])
    assert not card_holds(KNOWN_CARD[:-1] + "1")


@pytest.mark.parametrize("seed", range(40))
def test_numbers_hold(seed: int) -> None:
    rng = Random(seed)
    assert vin_holds(numbers.vin(rng, seed))
    assert card_holds(numbers.identity_card(rng, male=bool(seed % 2), born=date(1980, 2, 29)))
    assert company_holds(numbers.company_number(rng))
    assert island_card_holds(numbers.island_card(rng, male=bool(seed % 2)))


def test_a_mans_card_is_odd_and_a_womans_even() -> None:
    rng, born = Random(1), date(1990, 1, 1)
    assert {int(numbers.identity_card(rng, male=True, born=born)[16]) % 2 for _ in range(50)} == {1}
    assert {int(numbers.identity_card(rng, male=False, born=born)[16]) % 2 for _ in range(50)} == {0}


def test_serials_give_different_telephones_and_vehicles() -> None:
    rng = Random(1)
    digits = ["".join(filter(str.isdigit, numbers.mobile(rng, each))).removeprefix("86") for each in range(20_000)]
    assert len(set(digits)) == len(digits)
    assert {len(each) for each in digits} == {11}
    assert len({numbers.vin(rng, each) for each in range(5_000)}) == 5_000
    assert len({numbers.island_mobile(each, abroad=True) for each in range(5_000)}) == 5_000
