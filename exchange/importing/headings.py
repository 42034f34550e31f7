"""Where the names of the columns stand in a sheet, and what each column means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from pathlib import Path

from models.importing.kinds import ImportKind
from models.kernel.errors import N_
from models.kernel.i18n import LANGUAGES, _, translator
from models.kernel.pinyin import simplified
from models.kernel.text import folded, narrow

_WORDS = Path(__file__).parents[2] / "resources" / "import_headings.toml"
_LOOKED_AT = 25
_FOOT_LINES = 4
_FEWEST = 2
_VALUE = re.compile(r"\d{5}|\d{4}[-/.年]\d")
_COUNTED = r"\d+[条行笔项人台辆位户个件]?(记录|数据)?"
_TOTALS = re.compile(
    rf"(本页|全部|累计|总)?(合计|总计|小计|总数|共计|汇总)({_COUNTED})?|共{_COUNTED}|总?(记录|条|行)数({_COUNTED})?|"
    r"(grand|sub)?totals?",
    re.IGNORECASE,
)
_MADE_BY = re.compile(r"(制表|制单|填表|填报|经办|审核|复核|打印|导出|说明|注)(人|员|日期|时间|单位)?[:：]")
_IN_TEN_THOUSANDS = re.compile(r"单位[:：]?(人民币)?万元")
WHY = N_("Why it was not taken")
"""The last column of a file of rows to be mended; where such a file comes back it is none of its columns."""


@dataclass(frozen=True)
class Sheet:
    """A sheet understood: the names of its columns, and its rows with their numbers in the file.

    ``left_out`` are the numbers of rows that are none: totals, who made the list, and the headings said again.
    ``in_ten_thousands`` where it says above the headings that amounts are counted in 万元.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[int, list[str]], ...]
    left_out: tuple[int, ...]
    in_ten_thousands: bool = False


def understood(rows: Sequence[list[str]], kind: ImportKind, labels: Mapping[str, str]) -> Sheet:
    """Find the line, or the two lines, that name the columns; what follows are the rows (numbers from 1).

    ``labels`` are this program's own words for what a column may hold. Where no line names any, the first one with two
    cells does, unless it holds a phone, a day or the like: then there are no names, and the columns are counted.
    """
    known = names(kind, labels)
    best, at, lines = _FEWEST - 1, -1, 1
    for place in range(min(len(rows), _LOOKED_AT)):
        single = _recognised(rows[place], known)
        if single > best:
            best, at, lines = single, place, 1
        if place + 1 < len(rows):
            both = _recognised(_joined(rows[place], rows[place + 1]), known)
            if both > max(best, _recognised(rows[place + 1], known)):
                best, at, lines = both, place, 2
    if at < 0:
        wide = (place for place, row in enumerate(rows[:_LOOKED_AT]) if sum(1 for each in row if each.strip()) > 1)
        at = next(wide, next((place for place, row in enumerate(rows) if any(row)), 0))
        if any(_VALUE.search(each) for row in rows[at : at + 1] for each in row):
            width = max(map(len, rows[at:]))
            return _with_rows(rows, [_("Column {number}").format(number=n + 1) for n in range(width)], at)
    headings = _joined(rows[at], rows[at + 1]) if lines == 2 else [_plain(each) for each in rows[at]] if rows else []
    sheet = _with_rows(rows, headings, at + lines)
    above = (simplified("".join(narrow(each).split())) for row in rows[:at] for each in row)
    return replace(sheet, in_ten_thousands=any(_IN_TEN_THOUSANDS.search(each) for each in above))


def _with_rows(rows: Sequence[list[str]], headings: list[str], first: int) -> Sheet:
    if headings and headings[-1] in {translator(language)(WHY) for language in LANGUAGES}:
        headings = headings[:-1]
        rows = [*rows[:first], *(row[: len(headings)] for row in rows[first:])]
    width = max([len(headings), *(len(row) for row in rows[first:])], default=0)
    headings = headings + [""] * (width - len(headings))
    again = [folded(each) for each in headings if each]
    found, left_out = [], []
    for number, row in enumerate(rows[first:], first + 1):
        filled = [each for each in row if each.strip()]
        if not filled:
            continue
        if again and folded(filled[0]) == again[0] and [folded(each) for each in filled] == again:
            left_out.append(number)
        else:
            found.append((number, row))
    for _each in range(_FOOT_LINES):
        if found and _is_foot(found[-1][1]):
            left_out.append(found.pop()[0])
    return Sheet(tuple(headings), tuple(found), tuple(sorted(left_out)))


def _is_foot(row: Sequence[str]) -> bool:
    """Whether a row at the end is the totals, or says who made the list."""
    filled = [re.sub(r"\s", "", simplified(narrow(each))) for each in row if each.strip()]
    return any(_TOTALS.fullmatch(each.replace(":", "")) for each in filled[:2]) or bool(_MADE_BY.match(filled[0]))


def _plain(heading: str) -> str:
    return " ".join(heading.replace("*", " ").replace("＊", " ").split())


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two lines of names: what stands below wins; merged cells above name the columns under which nothing stands."""
    return [_plain(below) or _plain(above) for above, below in zip_longest(upper, lower, fillvalue="")]


def _recognised(row: Sequence[str], known: Mapping[str, str]) -> int:
    return len({known[key] for key in map(_key, row) if key in known})


_ENDINGS = (
    *(("号码", "号"), ("代码", "编码"), ("编号", "编码"), ("代号", "编码")),
    *(("日期", "日"), ("时间", "日"), ("number", "no")),
)
"""Endings that make no difference."""

_UNIT = re.compile(r"(?<=..)(人民币)?(万?元|万?公里|km)$")


def _key(heading: str) -> str:
    """A heading as it is compared: without what stands in brackets and without a unit, in either script."""
    text = narrow(_plain(heading))
    outside = re.sub(r"[(\[【〔<].*?[)\]】〕>]", "", text)
    said = _UNIT.sub("", folded(simplified(outside if folded(outside) else text)))
    for ending, same in _ENDINGS:
        if said.endswith(ending) and said != ending:
            return said.removesuffix(ending) + same
    return said


def names(kind: ImportKind, labels: Mapping[str, str]) -> dict[str, str]:
    """What a column may be called, as it is compared, and what it then holds; the likeliest word for each first."""
    own = {
        _key(translator(language)(word)): field
        for field, label in labels.items()
        for word in (label, *_EXPORTED.get(field, ()))
        for language in LANGUAGES
    }
    told = _words()[_SECTIONS.get(kind, "goods")]
    words = {_key(word): field for field in told if field in labels for word in told[field]}
    return {**{key: field for key, field in own.items() if key not in words}, **words}


_SECTIONS = {ImportKind.CUSTOMERS: "customers", ImportKind.STOCK: "stock"}
_EXPORTED = {
    "name": ("Customer",),
    "kind": ("Kind",),
    "phone": ("Phones",),
    "id_type": ("ID document",),
    "best_way": ("Best reached",),
    "best_time": ("Best time",),
    "no_contact": ("No contact wanted",),
    "source": ("Channel",),
    "owner": ("Sales consultant",),
    "intent": ("Intent level",),
    "stage": ("Stage reached",),
    "wish": ("Interested in",),
    "note": ("Note",),
    "created": ("File begun",),
    "inspection_until": ("Inspected until",),
    "warranty_until": ("Under warranty until",),
    "active": ("Sold",),
}
"""What this program's own exports call a column, where that is another word."""


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    with _WORDS.open("rb") as file:
        return tomllib.load(file)


def guessed(headings: Sequence[str], kind: ImportKind, labels: Mapping[str, str]) -> tuple[str, ...]:
    """What each column holds by its name, "" for what nobody knows; each meaning once, by its likeliest name."""
    known = names(kind, labels)
    rank = {key: place for place, key in enumerate(known)}
    keys = [_key(heading) for heading in headings]
    found = [""] * len(keys)
    for place in sorted((place for place, key in enumerate(keys) if key in known), key=lambda each: rank[keys[each]]):
        if known[keys[place]] not in found:
            found[place] = known[keys[place]]
    for place, key in enumerate(keys):
        free = (each for each in _AGAIN.get(known.get(key, ""), ()) if each not in found and each in labels)
        found[place] = found[place] or next(free, "")
    return tuple(found)


_AGAIN = {"phone": ("phone_2", "phone_3"), "phone_2": ("phone_3",), "phone_3": ("phone_2",)}
"""What a further column of the same name holds."""
