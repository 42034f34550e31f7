"""Cells of an xlsx that have no value although something stands in them: an error, or a formula nobody calculated.

The reader gives them as empty, and what was looked up or added up there would be missing without a word.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

NOT_CALCULATED = "#CALC!"
_AT_ONCE = 2**20
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_CELL = re.compile(rb"<(?:x:)?c\s([^>]*[^/>])>(.*?)</(?:x:)?c>", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_VALUE = re.compile(rb"<(?:x:)?v>([^<]+)<")


def cells(path: Path, sheet: str) -> dict[int, dict[int, str]]:
    """What is said in place of a value, by row and column from 0; nothing for files of another kind."""
    found: dict[int, dict[int, str]] = {}
    try:
        with zipfile.ZipFile(path) as packed:
            for part in _parts(packed, _member(packed, sheet)):
                for attributes, content in _CELL.findall(part):
                    said = _said(attributes, content)
                    if said and (place := _PLACE.search(attributes)):
                        found.setdefault(int(place[2]) - 1, {})[_column(place[1])] = said
    except (KeyError, ValueError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return {}  # whether the file is damaged is for its reader to say
    return found


def _said(attributes: bytes, content: bytes) -> str:
    value = _VALUE.search(content)
    if b't="e"' in attributes:
        return value[1].decode("ascii", "replace") if value else NOT_CALCULATED
    formula = b"<f" in content or b"<x:f" in content
    return NOT_CALCULATED if formula and not value and b't="str"' not in attributes else ""


def _column(letters: bytes) -> int:
    number = 0
    for each in letters:
        number = number * 26 + each - ord("A") + 1
    return number - 1


def _member(packed: zipfile.ZipFile, sheet: str) -> str:
    """The part of the file that holds the sheet. Raises KeyError."""
    ids = {}
    for each in _SHEET.findall(packed.read("xl/workbook.xml")):
        ids[unescape(_attribute(each, rb"name").decode())] = _attribute(each, rb"(?:\w+:)?id")
    targets = {}
    for each in _RELATION.findall(packed.read("xl/_rels/workbook.xml.rels")):
        targets[_attribute(each, rb"Id")] = _attribute(each, rb"Target").decode()
    target = targets[ids[sheet]]
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _attribute(attributes: bytes, name: bytes) -> bytes:
    found = re.search(rb'(?:^|\s)%b="([^"]*)"' % name, attributes)
    return found[1] if found else b""


def _parts(packed: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """Those pieces of the sheet that hold an error or a formula, each of whole rows."""
    rest = b""
    with packed.open(member) as file:
        while more := file.read(_AT_ONCE):
            piece, end, rest = (rest + more).rpartition(b"row>")
            if b't="e"' in piece or b"<f" in piece or b"<x:f" in piece:
                yield piece + end
