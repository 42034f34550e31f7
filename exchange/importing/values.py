"""What a cell of another system's file means: phones, days, amounts, yes and no, in the many ways people write them.

A reader takes the cell's text, which is not empty, and gives its value. It raises RuleError for what it cannot mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import TypeVar

from models.customers.rules import checked_phone
from models.kernel.errors import RuleError
from models.kernel.i18n import LANGUAGES, LabelledEnum, label
from models.kernel.money import LARGEST
from models.kernel.parsing import parse_money
from models.kernel.pinyin import compared, simplified
from models.kernel.text import narrow, one_line

Member = TypeVar("Member", bound=LabelledEnum)
Value = TypeVar("Value")

MOST_COUNT = 9_999_999
_POWER = re.compile(r"(\d+(?:\.\d+)?)E\+?(\d{1,2})", re.IGNORECASE | re.ASCII)
_POINT_ZERO = re.compile(r"(\d+)\.0+", re.ASCII)
_BETWEEN_PHONES = re.compile(r"[;；、,，\n|]|(?<=\d{7})\s*/\s*(?=\+?\d{7})|(?<=\d{11})\s+(?=1\d{10})")
_SERIAL_START, _FIRST_SERIAL, _LAST_SERIAL = date(1899, 12, 30), 3_000, 80_000
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号號]?", re.ASCII)
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", re.ASCII)
_OF_THE_REPUBLIC = re.compile(r"(?:民国|民國)\s*(\d{1,3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)
_DAY_WORD = re.compile(r"(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4})", re.ASCII | re.IGNORECASE)
_WORD_DAY = re.compile(r"([a-z]{3})[a-z]*\.?[\s-]+(\d{1,2}),?[\s-]+(\d{4})", re.ASCII | re.IGNORECASE)
_CLOCK = re.compile(
    r"[T\s]+(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?$"
)
_CURRENCY = re.compile(r"^(RMB|CNY|NT\$|TWD|US\$|\$|[¥￥])|(元|圆|人民币|圆整|元整|整)$")
_COUNTED = re.compile(r"(公里|千米|km|个|件|台|辆|套|天|日)$")
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_YES = ("yes", "y", "true", "1", "是", "对", "有", "在售", "启用", "正常", "√", "✓", "上架", "on", "active", "enabled")
_NO = ("no", "n", "false", "0", "否", "不", "无", "停售", "停用", "×", "x", "下架", "off", "inactive", "disabled")


def text(cell: str) -> str:
    """One line."""
    return one_line(cell)


def lines(cell: str) -> str:
    """Several lines."""
    return cell.strip()


def whole(cell: str) -> str:
    """A number as text, such as a code, without what a spreadsheet put on it: 13900000000.0 or 1.39123E+10.

    Raises RuleError where the spreadsheet has dropped digits.
    """
    typed = one_line(narrow(cell)).lstrip("'’")
    if found := _POINT_ZERO.fullmatch(typed):
        return found[1]
    if not (found := _POWER.fullmatch(typed)):
        return typed
    digits, power = found[1].replace(".", ""), int(found[2])
    after = len(found[1].partition(".")[2])
    if len(digits) - after + power > len(digits) or len(digits) > 15:
        raise RuleError("The spreadsheet has shortened this number. Give its column the form “text” and export again.")
    return str(int(Decimal(typed)))


def phones(cell: str) -> tuple[str, ...]:
    """One or several numbers. Raises RuleError for one that is none."""
    parts = [part.strip() for part in _BETWEEN_PHONES.split(narrow(cell)) if part and part.strip()]
    return tuple(checked_phone(whole(part)) for part in parts)


def serial(cell: str) -> str:
    """A VIN or serial number in capitals, without blanks."""
    return re.sub(r"[\s*]", "", whole(cell)).upper()


def plate(cell: str) -> str:
    """A number plate in capitals; the dot behind the city's letter and blanks make no difference."""
    return re.sub(r"[\s·•.．・\-—]", "", narrow(cell)).upper()


def id_number(cell: str) -> str:
    """A number of an ID document; a small x at its end is the capital one."""
    return re.sub(r"\s", "", whole(cell)).upper()


def day(cell: str) -> date:
    """A day in any of the usual forms, a spreadsheet's own number included; a time of day behind it is left off.

    21/11/2026 is the 21st of November, as is 11/21/2026; where either could be the month, the first one is. Raises
    RuleError for anything else.
    """
    typed = _CLOCK.sub("", one_line(narrow(cell)).lstrip("'’")).strip()
    if re.fullmatch(r"\d{1,5}(?:\.\d+)?", typed, re.ASCII) and _FIRST_SERIAL <= float(typed) <= _LAST_SERIAL:
        return _SERIAL_START + timedelta(days=int(float(typed)))
    typed = typed.removesuffix(".0")
    if any(each in typed for each in "一二三四五六七八九〇零"):
        typed = _from_han(typed)
    try:
        if found := _YEAR_FIRST.fullmatch(typed) or _SOLID.fullmatch(typed):
            return date(*map(int, found.groups()))
        if found := _OF_THE_REPUBLIC.fullmatch(typed):
            return date(int(found[1]) + 1911, int(found[2]), int(found[3]))
        if found := _YEAR_LAST.fullmatch(typed):
            first, second, year = map(int, found.groups())
            return date(year, second, first) if first > 12 else date(year, first, second)
        if (found := _DAY_WORD.fullmatch(typed)) and found[2].casefold() in _ENGLISH_MONTHS:
            return date(int(found[3]), _ENGLISH_MONTHS.index(found[2].casefold()) + 1, int(found[1]))
        if (found := _WORD_DAY.fullmatch(typed)) and found[1].casefold() in _ENGLISH_MONTHS:
            return date(int(found[3]), _ENGLISH_MONTHS.index(found[1].casefold()) + 1, int(found[2]))
    except ValueError:
        raise RuleError("There is no such day in the calendar.") from None
    raise RuleError("This is no day, such as 2026-11-21.")


def _from_han(typed: str) -> str:
    """二〇二六年十一月二十一日 in figures."""
    parts = re.fullmatch(r"(.{4})年(.{1,3})月(.{1,3})[日号號]", typed)
    if parts is None:
        return typed
    return "-".join((parts[1].translate(_HAN_DIGITS), _han_number(parts[2]), _han_number(parts[3])))


def _han_number(said: str) -> str:
    if "十" not in said:
        return said.translate(_HAN_DIGITS)
    tens, _ten, ones = said.partition("十")
    return (tens.translate(_HAN_DIGITS) or "1") + (ones.translate(_HAN_DIGITS) or "0")


def money(cell: str) -> int:
    """Fen. 1,234.50, ￥1234.5, 1234.5元 and 18.98万 are taken; more than two decimals are rounded half up.

    Raises RuleError for anything else, a negative amount, and too much.
    """
    typed = _CURRENCY.sub("", one_line(narrow(cell)).strip()).strip().replace(" ", "")
    times = 10_000 if typed.endswith(("万", "萬")) else 1
    typed = typed.rstrip("万萬")
    if re.fullmatch(r"[+]?\d{1,3}(,\d{3})+(\.\d*)?", typed):
        typed = typed.replace(",", "")
    if times == 1 and re.fullmatch(r"-?\d+(\.\d{1,2})?", typed, re.ASCII):
        return parse_money(typed)
    try:
        amount = Decimal(typed) * times * 100
    except InvalidOperation:
        raise RuleError("This is no amount of money.") from None
    if not amount.is_finite():
        raise RuleError("This is no amount of money.")
    if amount < 0:
        raise RuleError("The amount cannot be negative.")
    if amount > LARGEST:
        raise RuleError("The amount is too large.")
    return int(amount + Decimal("0.5"))


def count(cell: str) -> int:
    """A whole number up to 9,999,999, with or without a unit, thousands' commas or .0; 3.2万 is 32000."""
    typed = _COUNTED.sub("", one_line(narrow(cell)).casefold()).strip().replace(",", "")
    times = 10_000 if typed.endswith(("万", "萬")) else 1
    try:
        number = Decimal(typed.rstrip("万萬")) * times
    except InvalidOperation:
        raise RuleError("This is no whole number.") from None
    if not number.is_finite() or number != int(number) or not 0 <= number <= MOST_COUNT:
        raise RuleError("Type a whole number from {least} to {most}.", least=0, most=MOST_COUNT)
    return int(number)


def hundredths(cell: str) -> int:
    """A quantity in hundredths, none included. Raises RuleError for a negative one or more than two decimals."""
    typed = re.sub(r"[^\d.,+\-]+$", "", one_line(narrow(cell))).replace(",", "")
    try:
        number = Decimal(typed) * 100
    except InvalidOperation:
        raise RuleError("This is no quantity.") from None
    if not number.is_finite() or number != int(number):
        raise RuleError("At most two decimals.")
    if not 0 <= number <= MOST_COUNT:
        raise RuleError("Type a whole number from {least} to {most}.", least=0, most=MOST_COUNT // 100)
    return int(number)


def yes(cell: str) -> bool:
    """Whether a cell says yes. Raises RuleError for what is neither yes nor no."""
    typed = simplified(one_line(narrow(cell))).casefold()
    for words, answer in ((_YES, True), (_NO, False)):
        if typed in words:
            return answer
    raise RuleError("Type yes or no.")


def tags(cell: str) -> tuple[str, ...]:
    """Words between commas or other signs."""
    return tuple(part.strip() for part in re.split(r"[,，;；、|\n]", cell) if part.strip())


def of_few(reader: Callable[[str], Value]) -> Callable[[str], Value]:
    """The same for a column whose cells are mostly alike: each is understood once."""
    return lru_cache(maxsize=4_000)(reader)


def member(kind: type[Member], cell: str, others: Mapping[str, Member] | None = None) -> Member:
    """The member that a cell names by its value, its label in any language, or one of ``others``. Raises RuleError."""
    wanted = compared(cell)
    for word, each in (others or {}).items():
        if compared(word) == wanted:
            return each
    for each in kind:
        if wanted in _called(each):
            return each
    choices = ", ".join(said for said in (label(each) for each in kind if each.value) if said)
    raise RuleError("Type one of: {choices}.", choices=choices)


@cache
def _called(each: LabelledEnum) -> frozenset[str]:
    return frozenset({compared(each.value), *(compared(label(each, language)) for language in LANGUAGES)} - {""})


def coded(choices: Iterable[tuple[str, Iterable[str]]], cell: str) -> str:
    """The code of what a cell names, of choices as (code, names). Raises RuleError."""
    wanted = compared(cell)
    every = [(code, list(said)) for code, said in choices]
    for code, said in every:
        if wanted in {compared(code), *map(compared, said)}:
            return code
    names = ", ".join(dict.fromkeys(said[0] for _code, said in every if said))
    raise RuleError("Type one of: {choices}.", choices=names)
