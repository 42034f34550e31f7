"""Numbers that name a person or a thing: how two spellings are compared, and what makes one doubtful.

A doubt is a RuleError that is said and never raised: the paper in the customer's hand may be wrong too.
"""

from __future__ import annotations

import re
from datetime import date

from models.customers.kinds import IdType
from models.kernel.errors import RuleError
from models.kernel.pinyin import compared

ID_LENGTH, VIN_LENGTH = 18, 17
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10x98765432"
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VIN_CHECK = 8
_VIN_VALUES = {
    **{each: int(each) for each in "0123456789"},
    **dict(zip("abcdefgh", range(1, 9), strict=True)),
    **dict(zip("jklmn", range(1, 6), strict=True)),
    **{"p": 7, "r": 9},
    **dict(zip("stuvwxyz", range(2, 10), strict=True)),
}


def id_doubt(id_type: IdType, number: str) -> RuleError | None:
    """What is doubtful about a mainland resident's ID number; a number of no said type counts if it looks like one."""
    key = compared(number)
    looks_so = re.fullmatch(r"\d{17}[\dx]", key, re.ASCII) is not None
    if not key or id_type not in (IdType.RESIDENT, IdType.NONE) or (id_type is IdType.NONE and not looks_so):
        return None
    if not looks_so:
        return RuleError(
            "A resident ID number has 17 digits and a digit or X; please compare with the card.", field="id_number"
        )
    if _id_check(key) != key[-1] or birthday_in(number) is None:
        return RuleError(
            "The check digit of this ID number does not fit; please compare with the card.", field="id_number"
        )
    return None


def birthday_in(number: str) -> date | None:
    """The birthday a mainland resident's ID number holds, or None."""
    key = compared(number)
    if not re.fullmatch(r"\d{17}[\dx]", key, re.ASCII):
        return None
    try:
        return date(int(key[6:10]), int(key[10:12]), int(key[12:14]))
    except ValueError:
        return None


def birthday_doubt(birthday: date | None, number: str) -> RuleError | None:
    """Where birthday and ID number say different days."""
    said = birthday_in(number)
    if birthday is None or said is None or said == birthday:
        return None
    return RuleError("The ID number says {day}.", field="birthday", day=said.isoformat())


def checked_vin(typed: str, field: str) -> str:
    """A VIN in capitals without blanks or dashes. Raises RuleError for what is none (S3)."""
    key = compared(typed)
    if len(key) != VIN_LENGTH:
        raise RuleError(
            "A VIN has {length} characters; this has {count}.", field=field, length=VIN_LENGTH, count=len(key)
        )
    if set(key) - set(_VIN_VALUES):
        raise RuleError("A VIN has no I, O or Q.", field=field)
    return key.upper()


def serial_doubt(serial: str) -> RuleError | None:
    """What is doubtful about a serial number that has the length of a VIN (S3)."""
    key = compared(serial)
    if len(key) != VIN_LENGTH:
        return None
    if set(key) - set(_VIN_VALUES):
        return RuleError("A VIN has no I, O or Q.", field="serial")
    if _vin_check(key) != key[_VIN_CHECK]:
        return RuleError("The check digit of this VIN does not fit; please compare with the papers.", field="serial")
    return None


def _id_check(key: str) -> str:
    """The last character by ISO 7064, MOD 11-2."""
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(key, _WEIGHTS, strict=False)) % 11]


def _vin_check(key: str) -> str:
    """The ninth character by GB 16735."""
    rest = sum(_VIN_VALUES[each] * weight for each, weight in zip(key, _VIN_WEIGHTS, strict=True)) % 11
    return "x" if rest == 10 else str(rest)
