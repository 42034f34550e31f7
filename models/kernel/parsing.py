"""What people type as money, quantity, percentage or date, read strictly; the error names the field."""

from __future__ import annotations

import re
from datetime import date, time

from models.kernel.errors import RuleError
from models.kernel.money import LARGEST

_NUMBER = re.compile(r"([+-]?)(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d*))?", re.ASCII)
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[:.点點時时]?(\d{2})分?|[点點時时])?", re.ASCII)
_FULL_WIDTH = {0xFF01 + place: 0x21 + place for place in range(94)} | {0x3000: 0x20}
LARGEST_QUANTITY = 99_999_99


def parse_money(text: str, field: str | None = None, *, negative: bool = False) -> int:
    """Fen for ``12,345.6``, ``¥12345.60`` or full-width digits.

    Raises RuleError for anything else, more than two decimals, a negative amount unless ``negative``, and too much.
    """
    fen = _hundredths(_half_width(text).strip().removeprefix("¥").removeprefix("￥"), field)
    if fen < 0 and not negative:
        raise RuleError("The amount cannot be negative.", field=field)
    if abs(fen) > LARGEST:
        raise RuleError("The amount is too large.", field=field)
    return fen


def parse_quantity(text: str, field: str | None = None, *, zero: bool = False) -> int:
    """Hundredths of a unit, more than zero, or with ``zero`` none at all. Raises RuleError for anything else."""
    hundredths = _hundredths(_half_width(text), field)
    if zero and hundredths < 0:
        raise RuleError("The quantity cannot be negative.", field=field)
    if not zero and hundredths <= 0:
        raise RuleError("The quantity must be more than zero.", field=field)
    if hundredths > LARGEST_QUANTITY:
        raise RuleError("The quantity is too large.", field=field)
    return hundredths


def parse_percent(text: str, field: str | None = None) -> int:
    """Hundredths of a percent between 0 and 100 %. Raises RuleError for anything else."""
    hundredths = _hundredths(_half_width(text).strip().removesuffix("%"), field)
    if not 0 <= hundredths <= 10_000:
        raise RuleError("The percentage must be between 0 and 100.", field=field)
    return hundredths


def parse_count(text: str, field: str | None = None, *, least: int = 0, most: int = 999) -> int:
    """A whole number between ``least`` and ``most``. Raises RuleError for anything else."""
    plain = _half_width(text).strip()
    if not re.fullmatch(r"\d{1,9}", plain, re.ASCII) or not least <= int(plain) <= most:
        raise RuleError("Type a whole number from {least} to {most}.", field=field, least=least, most=most)
    return int(plain)


def parse_date(text: str, field: str | None = None) -> date:
    """A calendar date written 2026-11-21, 2026/11/21, 2026年11月21日 or 20261121. Raises RuleError otherwise."""
    match = _DATE.fullmatch(_half_width(text).strip())
    if not match:
        raise RuleError("Type the date as 2026-11-21.", field=field)
    year, month, day = (int(each) for each in match.groups() if each is not None)
    try:
        return date(year, month, day)
    except ValueError:
        raise RuleError("There is no such day in the calendar.", field=field) from None


def _half_width(text: str) -> str:
    """Full-width digits and signs as ordinary ones, and nothing else: a raised ² never becomes a 2."""
    return text.translate(_FULL_WIDTH)


def _hundredths(text: str, field: str | None) -> int:
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    if not text:
        raise RuleError("Type a number.", field=field)
    match = _NUMBER.fullmatch(text)
    if not match:
        raise RuleError("This is not a number: use digits and at most one point.", field=field)
    sign, whole, decimals = match.groups()
    if len(decimals or "") > 2:
        raise RuleError("At most two decimals.", field=field)
    hundredths = int(whole.replace(",", "")) * 100 + int((decimals or "").ljust(2, "0"))
    return -hundredths if sign == "-" else hundredths


def parse_time(text: str, field: str | None = None) -> time:
    """A time of day written 18:30, 1830, 18.30, 18点30分 or just 18. Raises RuleError otherwise."""
    match = _TIME.fullmatch(_half_width(text).strip())
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise RuleError("Type the time as 18:30.", field=field)
    return time(int(match[1]), int(match[2] or 0))
