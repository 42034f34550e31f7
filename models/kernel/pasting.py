"""Rows pasted from a spreadsheet: cells between tabs, and which column holds what, guessed from the headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from models.kernel.i18n import LANGUAGES, translator
from models.kernel.text import folded

_LEAST_NAMED = 2


def cells(text: str) -> list[list[str]]:
    """The cells of each row that is not empty, without blanks at their ends; quoted cells may hold line breaks."""
    rows = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t")
    found = [[cell.strip() for cell in row] for row in rows]
    return [row for row in found if any(row)]


def columns(heading: Sequence[str], names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What each column holds: a key of ``names``, or "" for what none of its words in any language calls by name.

    A word in brackets, such as a unit, does not count. Nothing at all where fewer than two columns are recognised:
    then the row is no heading.
    """
    known = {
        folded(translator(language)(word)): key
        for language in LANGUAGES
        for key, words in names.items()
        for word in words
    }
    answers: list[str] = []
    for cell in heading:
        key = known.get(folded(_without_brackets(cell)), "")
        answers.append("" if key in answers else key)
    return tuple(answers) if sum(map(bool, answers)) >= _LEAST_NAMED else ()


def _without_brackets(cell: str) -> str:
    for bracket in "（([【":
        cell = cell.split(bracket)[0] or cell
    return cell
