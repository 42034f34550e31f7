"""How Han text is typed by sound, and Simplified and Traditional as one."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import Any

_SURNAMES = {
    "曾": "zeng", "单": "shan", "仇": "qiu", "解": "xie", "查": "zha", "翟": "zhai", "区": "ou", "华": "hua",
    "朴": "piao", "盖": "ge", "尉": "yu", "乐": "yue", "缪": "miao", "冼": "xian", "员": "yun", "种": "chong",
    "繁": "po", "晁": "chao", "逄": "pang", "隗": "wei", "牟": "mu", "万": "wan", "折": "she", "任": "ren", "纪": "ji",
}  # fmt: skip
_MOST_READINGS = 6


@cache
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def simplified(text: str) -> str:
    """``text`` with Traditional characters as their Simplified ones, so that 單 and 单 are alike.

    Each character by itself: the 乾 of 乾隆 must stay the 乾 that somebody types alone.
    """
    return text if text.isascii() else "".join(map(_simplified, text))


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

    A surname that is read differently from the word comes first in its surname reading; of many readings six stay.
    """
    choices: list[tuple[str, ...]] = []
    for position, character in enumerate(name):
        if character.isascii():
            choices.append((character.casefold(),) if character.isalnum() else ("",))
            continue
        readings = _readings(character)
        if position == 0 and (surname := _SURNAMES.get(_simplified(character))):
            readings = tuple(dict.fromkeys((surname, *readings)))
        choices.append(readings or (character,))
    combined = [way for way, _ in zip(product(*choices), range(_MOST_READINGS), strict=False)]
    whole = ["".join(way) for way in combined]
    initials = ["".join(part[:1] for part in way) for way in combined]
    return list(dict.fromkeys(whole + initials))
