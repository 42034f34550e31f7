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

from models.customers.kinds import IdType
from models.customers.marks import ID_LENGTH, id_doubt
from models.customers.rules import checked_phone, split_phone
from models.kernel.cells import FORMULA_STARTS
from models.kernel.errors import N_, RuleError
from models.kernel.i18n import LANGUAGES, LabelledEnum, _, label
from models.kernel.money import LARGEST
from models.kernel.parsing import parse_money
from models.kernel.pinyin import compared, simplified
from models.kernel.text import narrow, one_line

Member = TypeVar("Member", bound=LabelledEnum)
Value = TypeVar("Value")

MOST_COUNT = 9_999_999
NOTHING = frozenset(
    (
        *("-", "--", "---", "—", "——", "―", "/", "\\", ".", "*"),
        *("无", "無", "暂无", "暫無", "没有", "沒有", "空", "未知", "不详", "不詳"),
        *("未填", "未填写", "未填寫", "待补", "待補"),
        *("null", "(null)", "<null>", "none", "nil", "nan", "n/a"),
    )
)
"""What people and programs write where they have nothing to say."""

ERRORS = frozenset(
    (
        *("#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!"),
        *("#NULL!", "#CALC!", "#SPILL!", "#GETTING_DATA"),
    )
)
"""What a spreadsheet shows where it has no value."""

_LONGEST_NOTHING = max(map(len, NOTHING))
_NO_DAYS = ("0000", "0001-", "0001/", "1753-", "1753/", "1899-", "1899/", "1900-0", "1900-1-", "1900/0", "1900/1/")
_NO_DAY = re.compile(
    r"(0000|0001|1753|1899|1900)[-/](0?[01]|12)[-/](0?[01]|30|31)([T ]0?0:00(:00(\.0+)?)?Z?)?", re.ASCII
)
_POWER = re.compile(r"(\d+\.\d+)E\+?(\d{1,2})|(\d+)E\+(\d{1,2})", re.IGNORECASE | re.ASCII)
"""A number as a spreadsheet shortens it; without point and plus, such as 12E5, it is somebody's code."""

_POINT_ZERO = re.compile(r"(\d+)\.0+", re.ASCII)
_BETWEEN_PHONES = re.compile(r"[;；、,，\n|]|(?<=\d{4})\s*/\s*(?=\+?\d{3})|(?<=\d{11})\s+(?=1\d{10}|0\d{2,3}-?\d{7})")
_WORDS_BEFORE = re.compile(r"([^\W\d_]+)[:.\s]*(?=[\d+(])")
_WORDS = re.compile(r"[^\W\d_]+")
_WITH_EXTENSION = re.compile(r"(0\d{2,3}-?\d{7,8})(?:-|转|轉|#)(\d{1,6})", re.ASCII)
_WITHOUT_ZERO = re.compile(r"9\d{8}", re.ASCII)
_SERIAL_START, _FIRST_SERIAL, _LAST_SERIAL = date(1899, 12, 30), 3_000, 80_000
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BETWEEN_DAYS, _BETWEEN_MONTHS = r"\s*[-/.年\\\s]\s*", r"\s*[-/.月\\\s]\s*"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_BETWEEN_DAYS}(\d{{1,2}}){_BETWEEN_MONTHS}(\d{{1,2}})\s*[日号號]?", re.ASCII)
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{6})?", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", re.ASCII)
_REPUBLIC = re.compile(r"^(?:中华|中華)?(?:民国|民國)\s*")
_OF_THE_REPUBLIC = re.compile(rf"(\d{{1,3}}){_BETWEEN_DAYS}(\d{{1,2}}){_BETWEEN_MONTHS}(\d{{1,2}})\s*日?", re.ASCII)
_SOLID_OF_THE_REPUBLIC = re.compile(r"([01]\d{2})(\d{2})(\d{2})", re.ASCII)
_SHORT_YEAR = re.compile(
    r"\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/. ](\d{1,2}|[a-z]{3})[-/. ]\d{2}", re.I | re.A
)
_DAY_WORD = re.compile(r"(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4})", re.ASCII | re.IGNORECASE)
_WORD_DAY = re.compile(r"([a-z]{3})[a-z]*\.?[\s-]+(\d{1,2}),?[\s-]+(\d{4})", re.ASCII | re.IGNORECASE)
_JAVA_DAY = re.compile(r"[a-z]{3} ([a-z]{3}) (\d{2}) [\d:]{8} [a-z]{3,4} (\d{4})", re.ASCII | re.IGNORECASE)
_WEEKDAY = re.compile(r"\s*\(?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\)?|\s*\([一二三四五六日]\)")
_CLOCK = re.compile(
    r"(?:[T\s]+|(?<=[日号號]))(?:上午|下午)?\s*\d{1,2}[:时時点點]\d{2}(?:[:分]\d{2}(?:\.\d+)?)?[分秒]?"
    r"\s*(?:[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?$"
)
_CURRENCY = re.compile(
    r"^(RMB|CNY|NT\$|TWD|\$|[¥￥]|人民币|人民幣)|((元|圆)?/[台辆件个套只桶瓶]|元|圆|人民币|圆整|元整|整)$"
)
_COUNTED = re.compile(r"(公里|千米|km|个|件|台|辆|套|天|日)$")
_UNIT = re.compile(r"[^\d.,+\-万萬千百]+$")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", re.ASCII)
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_YES = ("yes", "y", "true", "1", "是", "对", "有", "在售", "启用", "正常", "√", "✓", "上架", "on", "active", "enabled")
_NO = ("no", "n", "false", "0", "否", "不", "无", "停售", "停用", "×", "x", "下架", "off", "inactive", "disabled")


def text(cell: str) -> str:
    """One line."""
    return _plain(one_line(cell))


def lines(cell: str) -> str:
    """Several lines."""
    return _plain(cell.strip())


def _plain(said: str) -> str:
    """A text without the quotation mark that keeps it from being a formula in a text file."""
    return said[1:] if said.startswith("'") and said[1:2] in FORMULA_STARTS else said


def is_nothing(cell: str) -> bool:
    """Whether a cell says in words or signs, or by a day that is none, that there is nothing to say."""
    if len(cell) <= _LONGEST_NOTHING:
        return cell.casefold() in NOTHING
    return cell[0] in "01" and cell.startswith(_NO_DAYS) and _NO_DAY.fullmatch(cell) is not None


def whole(cell: str) -> str:
    """A number as text, such as a code, without what a spreadsheet put on it: 13900000000.0 or 1.39123E+10.

    Raises RuleError where the spreadsheet has dropped digits.
    """
    typed = one_line(narrow(cell)).lstrip("'’")
    if found := _POINT_ZERO.fullmatch(typed):
        return found[1]
    return _unshortened(typed)


def _unshortened(typed: str) -> str:
    """All digits of a number that a spreadsheet wrote with a power. Raises RuleError where some are dropped."""
    if not (found := _POWER.fullmatch(typed)):
        return typed
    said, power = found[1] or found[3], int(found[2] or found[4])
    digits, after = said.replace(".", ""), len(said.partition(".")[2])
    if power > after or len(digits) > 15:
        raise _shortened()
    return str(int(Decimal(typed)))


def _shortened() -> RuleError:
    return RuleError("The spreadsheet has shortened this number. Give its column the form “text” and export again.")


def phones(cell: str) -> tuple[tuple[str, str], ...]:
    """One or several numbers, each with the words that stand beside it, such as whose it is. Raises RuleError."""
    parts = (part.strip() for part in _BETWEEN_PHONES.split(narrow(cell)) if part)
    return tuple(_phone(part) for part in parts if part)


def _phone(said: str) -> tuple[str, str]:
    """A number and its words. A mobile of Taiwan whose first zero a spreadsheet dropped gets it back."""
    said = whole(said)
    if said.isascii() and said.isdecimal():
        return checked_phone(f"0{said}" if _WITHOUT_ZERO.fullmatch(said) else said), ""
    if found := _WITH_EXTENSION.fullmatch(said):
        return checked_phone(found[1]), f"#{found[2]}"
    before = _WORDS_BEFORE.match(said)
    number, behind = split_phone(said[before.end() :] if before else said)
    if behind and not _WORDS.fullmatch(behind):
        return checked_phone(said), ""
    return checked_phone(number), behind or (before[1] if before else "")


def serial(cell: str) -> str:
    """A VIN or serial number in capitals, without blanks."""
    return re.sub(r"[\s*]", "", whole(cell)).upper()


_NO_PLATES = frozenset(("新车", "未上牌", "无牌", "无牌照", "未挂牌", "待上牌", "临牌"))


def plate(cell: str) -> str:
    """A number plate in capitals, "" for a vehicle without; dots, blanks and dashes make no difference."""
    typed = re.sub(r"[\s·•‧∙⋅●.．・\-—]", "", narrow(cell)).upper()
    return "" if simplified(typed) in _NO_PLATES else typed


def id_number(cell: str) -> str:
    """A number of an ID document; a small x at its end is the capital one. Raises RuleError where its end is lost."""
    typed = re.sub(r"\s", "", whole(cell)).upper()
    if typed.endswith("000") and len(typed) == ID_LENGTH and id_doubt(IdType.NONE, typed):
        raise _shortened()
    return typed


def day(cell: str) -> date:
    """A day in any of the usual forms, a spreadsheet's own number included; a time of day behind it is left off.

    21/11/2026 is the 21st of November, as is 11/21/2026; where either could be the month, the first one is. A year of
    three digits is one of the Republic's. Raises RuleError for anything else.
    """
    typed = _WEEKDAY.sub("", one_line(narrow(cell)).lstrip("'’"))
    typed = _CLOCK.sub("", typed).strip()
    if re.fullmatch(r"\d{1,5}(?:\.\d+)?", typed, re.ASCII) and _FIRST_SERIAL <= float(typed) <= _LAST_SERIAL:
        return _SERIAL_START + timedelta(days=int(float(typed)))
    typed = typed.removesuffix(".0")
    if any(each in typed for each in "一二三四五六七八九〇零"):
        typed = _from_han(typed)
    try:
        if found := _in_figures(typed) or _in_words(typed):
            return found
    except ValueError:
        raise RuleError("There is no such day in the calendar.") from None
    if _SHORT_YEAR.fullmatch(typed):
        raise RuleError("Write the year with four digits.")
    raise RuleError("This is no day, such as 2026-11-21.")


def _in_figures(typed: str) -> date | None:
    """Raises ValueError for a day that is not in the calendar."""
    if found := _YEAR_FIRST.fullmatch(typed) or _SOLID.fullmatch(typed):
        return date(*map(int, found.groups()))
    if found := _YEAR_LAST.fullmatch(typed):
        first, second, year = map(int, found.groups())
        return date(year, second, first) if first > 12 else date(year, first, second)
    said = _REPUBLIC.sub("", typed)
    found = _OF_THE_REPUBLIC.fullmatch(said) or _SOLID_OF_THE_REPUBLIC.fullmatch(said)
    if found and (said != typed or len(found[1]) == 3):
        return date(int(found[1]) + 1911, int(found[2]), int(found[3]))
    return None


def _in_words(typed: str) -> date | None:
    """Raises ValueError for a day that is not in the calendar."""
    if found := _DAY_WORD.fullmatch(typed):
        number, word, year = found.groups()
    elif found := _WORD_DAY.fullmatch(typed) or _JAVA_DAY.fullmatch(typed):
        word, number, year = found.groups()
    else:
        return None
    if word.casefold() not in _ENGLISH_MONTHS:
        return None
    return date(int(year), _ENGLISH_MONTHS.index(word.casefold()) + 1, int(number))


def _from_han(typed: str) -> str:
    """二〇二六年十一月二十一日 in figures."""
    parts = re.fullmatch(r"(\D*?)([〇零一二三四五六七八九]{2,4})年(.{1,3})月(.{1,3})[日号號]", typed)
    if parts is None:
        return typed
    return parts[1] + "-".join((parts[2].translate(_HAN_DIGITS), _han_number(parts[3]), _han_number(parts[4])))


def _han_number(said: str) -> str:
    if "十" not in said:
        return said.translate(_HAN_DIGITS)
    tens, _ten, ones = said.partition("十")
    return (tens.translate(_HAN_DIGITS) or "1") + (ones.translate(_HAN_DIGITS) or "0")


def _decimal(typed: str, wrong: str) -> Decimal:
    """A number with or without thousands' commas; with 万 behind it, so many times ten thousand.

    Raises RuleError, which says ``wrong`` where it is none.
    """
    plain = typed.rstrip("万萬").strip()
    plain = plain.replace(",", "") if _GROUPED.fullmatch(plain) else _unshortened(plain)
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise RuleError(wrong) from None
    if not number.is_finite():
        raise RuleError(wrong)
    return number * 10_000 if typed.endswith(("万", "萬")) else number


def money(cell: str) -> int:
    """Fen. 1,234.50, ￥1234.5, 1234.5元 and 18.98万 are taken; more than two decimals are rounded half up.

    Raises RuleError for anything else, a negative amount, and too much.
    """
    typed = _CURRENCY.sub("", one_line(narrow(cell)).strip()).strip().replace(" ", "")
    if re.fullmatch(r"-?\d+(\.\d{1,2})?", typed, re.ASCII):
        return parse_money(typed)
    amount = _decimal(typed, N_("This is no amount of money.")) * 100
    if amount < 0:
        raise RuleError("The amount cannot be negative.")
    if amount > LARGEST:
        raise RuleError("The amount is too large.")
    return int(amount + Decimal("0.5"))


def count(cell: str) -> int:
    """A whole number up to 9,999,999, with or without a unit, thousands' commas or .0; 3.2万 is 32000."""
    number = _counted(cell)
    if number != int(number):
        raise RuleError("Type a whole number from {least} to {most}.", least=0, most=MOST_COUNT)
    return int(number)


def kilometres(cell: str) -> int:
    """The same, of which parts of a kilometre are left off."""
    return int(_counted(cell))


def _counted(cell: str) -> Decimal:
    typed = _COUNTED.sub("", one_line(narrow(cell)).casefold()).strip()
    number = _decimal(typed, N_("This is no whole number."))
    if not 0 <= number <= MOST_COUNT:
        raise RuleError("Type a whole number from {least} to {most}.", least=0, most=MOST_COUNT)
    return number


def hundredths(cell: str) -> int:
    """A quantity in hundredths, none included. Raises RuleError for a negative one or more than two decimals."""
    number = _decimal(_UNIT.sub("", one_line(narrow(cell))), N_("This is no quantity.")) * 100
    if number != int(number):
        raise RuleError("At most two decimals.")
    if number < 0:
        raise RuleError("The quantity cannot be negative.")
    if number > MOST_COUNT:
        raise RuleError("The quantity is too large.")
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
    choices = _(", ").join(said for said in (label(each) for each in kind if each.value) if said)
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
    names = _(", ").join(dict.fromkeys(said[0] for _code, said in every if said))
    raise RuleError("Type one of: {choices}.", choices=names)
