"""How Han text is typed by sound, and Simplified and Traditional as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations, islice
from typing import Any

from models.kernel.text import folded, narrow

_SURNAMES = {
    "曾": "zeng", "单": "shan", "仇": "qiu", "解": "xie", "查": "zha", "翟": "zhai", "区": "ou", "华": "hua",
    "朴": "piao", "盖": "ge", "尉": "yu", "乐": "yue", "缪": "miao", "冼": "xian", "员": "yun", "种": "chong",
    "繁": "po", "晁": "chao", "逄": "pang", "隗": "wei", "牟": "mu", "万": "wan", "折": "she", "任": "ren", "纪": "ji",
}  # fmt: skip
_MOST_READINGS = 8


@cache
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def simplified(text: str) -> str:
    """``text`` with Traditional characters as their Simplified ones, so that 單 and 单 are alike.

    Each character by itself: the 乾 of 乾隆 must stay the 乾 that somebody types alone.
    """
    return text if text.isascii() else "".join(map(_simplified, text))


def compared(text: str) -> str:
    """``text`` as names, numbers and words are compared and searched: narrow, lower case, simplified, only letters and
    digits."""
    return folded(text if text.isascii() else simplified(narrow(text)))


@lru_cache(maxsize=30_000)
def _simplified(character: str) -> str:
    return character if character.isascii() else _simplifier().convert(character)


@lru_cache(maxsize=30_000)
def _readings(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(reading.replace("ü", "v") for reading in found[0])) if found else ()


def spellings(name: str) -> list[str]:
    """The ways to type ``name`` in Latin letters: full readings, then initials; the likeliest first.

    A surname that is read differently from the word comes first in its surname reading; of many readings those stay
    that differ from the likeliest in the fewest characters.
    """
    ways = list(islice(_ways(_choices(name)), _MOST_READINGS))
    whole = ["".join(way) for way in ways]
    initials = ["".join(part[:1] for part in way) for way in ways]
    return list(dict.fromkeys(whole + initials))


def sort_key(name: str) -> str:
    """Where ``name`` stands in a list by name: by its first syllable, then the next, alike in sound by characters.

    Keys are compared as they stand, character by character.
    """
    spelled = "".join(
        character if character.isascii() else f" {choices[0]} "
        for character, choices in zip(name.casefold(), _choices(name.casefold()), strict=True)
    )
    return f"{' '.join(spelled.split())}\t{name.casefold()}" if name else ""


@lru_cache(maxsize=256)
def _choices(name: str) -> tuple[tuple[str, ...], ...]:
    """How each character may be typed, the likeliest first; signs and blanks of ASCII are not."""
    choices: list[tuple[str, ...]] = []
    for position, character in enumerate(name):
        if character.isascii():
            choices.append((character.casefold(),) if character.isalnum() else ("",))
            continue
        readings = _readings(character)
        if position == 0 and (surname := _SURNAMES.get(_simplified(character))):
            readings = tuple(dict.fromkeys((surname, *readings)))
        choices.append(readings or (character,))
    return tuple(choices)


def _ways(choices: Sequence[tuple[str, ...]]) -> Iterator[list[str]]:
    """The likeliest way, then all that differ from it in one character, in two, and so on."""
    others = [(place, other) for place, each in enumerate(choices) for other in each[1:]]
    for size in range(len(others) + 1):
        for changed in combinations(others, size):
            if len({place for place, _other in changed}) == size:
                way = [each[0] for each in choices]
                for place, other in changed:
                    way[place] = other
                yield way
