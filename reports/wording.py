"""Numbers and dates as a paper words them in its language."""

from __future__ import annotations

from datetime import date

from reports.table import DASH

_HAN_DIGITS = "零一二三四五六七八九"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def han_number(number: int) -> str:
    """1 to 99 in Han numerals: 12 -> 十二."""
    tens, ones = divmod(number, 10)
    words = (_HAN_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "")
    return words + (_HAN_DIGITS[ones] if ones or not tens else "")


def article_number(number: int, language: str) -> str:
    """The number in an article's heading: Han numerals in Chinese."""
    return han_number(number) if language.startswith("zh") else str(number)


def group_mark(number: int, language: str) -> str:
    """The mark of a group of rows: 一, 二 in Chinese, else I, II."""
    if language.startswith("zh"):
        return han_number(number)
    mark = ""
    for value, letters in _ROMAN:
        mark += letters * (number // value)
        number %= value
    return mark


def date_text(day: date | None) -> str:
    """An ISO date, or a dash."""
    return day.isoformat() if day else DASH


def share_text(share: int) -> str:
    """Hundredths of a percent with two decimals: 579 -> ``5.79 %``."""
    return f"{share // 100}.{share % 100:02d} %"
