"""Rows as text, of a file or pasted: in which encoding they are written, and what stands between their cells."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from models.kernel.errors import N_, RuleError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DELIMITERS = (",", "\t", ";", "|")
_LOOKED_AT = 30
_SAMPLE = 200_000
_MORE = 4
_TAG_STARTS = ("<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<style")


def read(content: bytes) -> Iterator[list[str]]:
    """The rows of a text file, empty ones included. Raises RuleError for what is no text in any known encoding."""
    yield from rows_of(decoded(content))


def rows_of(text: str) -> Iterator[list[str]]:
    """The rows of a text, empty ones included. Raises RuleError for what is no text of rows."""
    if text.lstrip()[:20].casefold().startswith(_TAG_STARTS):
        raise RuleError("This is a web page under another name. Open it in a spreadsheet program and save it as xlsx.")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    try:
        yield from rows
    except csv.Error:
        raise RuleError("The file cannot be read beyond line {line}.", line=rows.line_num) from None


def decoded(content: bytes) -> str:
    """The text, from UTF-8, UTF-16, GB18030 or Big5, with or without a mark at the start. Raises RuleError."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    if encoding := _without_mark(content):
        return _strictly(content, encoding)
    if b"\0" in content:
        raise RuleError(_UNKNOWN)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, _older(content))


_UNKNOWN = N_("This is no file of rows: it can be xlsx, xls, ods, or a text file in UTF-8, UTF-16, GB18030 or Big5.")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise RuleError(_UNKNOWN) from None


def _without_mark(content: bytes) -> str:
    """UTF-16 shows by its zero bytes: every other one beside Latin letters, commas and line ends."""
    sample = content[: 2 * _LOOKED_AT * 100]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    least = max(1, len(sample) // 40)
    if second >= least and second > _MORE * first:
        return "utf-16-le"
    return "utf-16-be" if first >= least and first > _MORE * second else ""


def _older(content: bytes) -> str:
    """GB18030 or Big5: of two bytes that make a character, both fall into one's everyday characters more often."""
    simplified = traditional = 0
    place, sample = 0, content[:_SAMPLE]
    while place < len(sample) - 1:
        lead, trail = sample[place], sample[place + 1]
        if lead < 0x80:
            place += 1
            continue
        simplified += 0xB0 <= lead <= 0xD7 and trail >= 0xA1
        traditional += 0xA4 <= lead <= 0xC6 and (0x40 <= trail <= 0x7E or trail >= 0xA1)
        place += 2
    wanted = ("big5hkscs", "gb18030") if traditional > simplified else ("gb18030", "big5hkscs")
    for encoding in wanted:
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return wanted[0]


def delimiter(text: str) -> str:
    """What stands between the cells: the sign that gives the first lines the most cells, alike in number."""
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()][:_LOOKED_AT]

    def worth(sign: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=sign)]
        except csv.Error:
            return (0, 0)
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=worth)
