"""Numbers of the sample data that hold under checking: identity cards, companies, vehicles; telephones nobody has."""

from __future__ import annotations

from datetime import date
from random import Random

_CARD_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CARD_CHECKS = "10X98765432"
_COMPANY_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_VIN_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_REGION = "9901"
"""No region's number: the people are invented."""

_UNUSED = ("154", "142", "163", "160", "164", "143")
"""Beginnings of mobile numbers that are not given to people."""

_SCATTER = 61803399


def identity_card(rng: Random, *, male: bool, born: date) -> str:
    """A mainland identity card's 18 characters with the right last one."""
    order = rng.randrange(1, 998) // 2 * 2 + male
    first = f"{_REGION}{rng.randint(1, 9):02d}{born:%Y%m%d}{order:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(first, _CARD_WEIGHTS, strict=True))
    return first + _CARD_CHECKS[total % 11]


def island_card(rng: Random, *, male: bool) -> str:
    """A Taiwan identity card's ten characters with the right last one."""
    digits = [1 if male else 2, *(rng.randrange(10) for _ in range(7))]
    total = 1 + sum(digit * weight for digit, weight in zip(digits, range(8, 0, -1), strict=True))
    return "A" + "".join(str(digit) for digit in (*digits, -total % 10))


def company_number(rng: Random) -> str:
    """A mainland company's 18 characters of credit code with the right last one."""
    first = f"91{_REGION}00MA" + "".join(rng.choice(_COMPANY_LETTERS) for _ in range(7))
    total = sum(_COMPANY_LETTERS.index(each) * pow(3, place, 31) for place, each in enumerate(first))
    return first + _COMPANY_LETTERS[-total % 31]


def vin(rng: Random, serial: int) -> str:
    """A vehicle's 17 characters with the right check digit; another one for each serial (S3)."""
    described = "LYH" + "".join(rng.choice(_VIN_LETTERS[:23]) for _ in range(2)) + f"{rng.randrange(1000):03d}"
    raw = f"{described}0{rng.choice('TVW')}A{serial % 1_000_000:06d}"
    total = sum(_value(each) * weight for each, weight in zip(raw, _VIN_WEIGHTS, strict=True))
    return raw[:8] + "0123456789X"[total % 11] + raw[9:]


def _value(letter: str) -> int:
    return int(letter) if letter.isdigit() else _VIN_VALUES[letter]


def mobile(rng: Random, serial: int) -> str:
    """A mainland mobile number as people write it, another one for each serial."""
    digits = rng.choice(_UNUSED) + _scattered(serial, 8)
    form = rng.choices(("{0} {1} {2}", "{0}{1}{2}", "{0}-{1}-{2}", "+86 {0} {1} {2}"), (60, 25, 9, 6))[0]
    return form.format(digits[:3], digits[3:7], digits[7:])


def island_mobile(serial: int, *, abroad: bool) -> str:
    """A Taiwan mobile number, another one for each serial; from abroad with the country's code."""
    digits = _scattered(serial, 6)
    return f"+886 900 {digits[:3]} {digits[3:]}" if abroad else f"0900-{digits[:3]}-{digits[3:]}"


def harbour_mobile(serial: int) -> str:
    """A Hong Kong number, another one for each serial."""
    digits = _scattered(serial, 7)
    return f"+852 5{digits[:3]} {digits[3:]}"


def office_phone(serial: int, extension: str) -> str:
    """A company's number with an extension, given as the word before it."""
    digits = _scattered(serial, 6)
    return f"400-0{digits[:2]}-{digits[2:]} {extension} {serial % 8 + 1}"


def plate(serial: int) -> str:
    """The five digits of a number plate, another one for each serial."""
    return _scattered(serial, 5)


def _scattered(serial: int, digits: int) -> str:
    """A number of so many digits that looks drawn and comes once."""
    return f"{serial * _SCATTER % 10**digits:0{digits}d}"
