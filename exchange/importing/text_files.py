"""Rows as text, of a file or pasted: in which encoding they are written, and what stands between their cells."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from models.kernel.errors import N_, RuleError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DELIMITERS = (",", "\t", ";", "|")
_LOOKED_AT = 30
_SAMPLE = 200_000
_MORE = 4
_FEWEST_SIGNS = 2
"""So many signs between cells at least make a line within a text look like a row."""

_MARKUP = re.compile(r"\s*<[!?]?[a-z]", re.IGNORECASE)
_MOST_BROKEN = 10
"""One in so many characters beyond ASCII may be broken; with more it is another encoding."""


def read(content: bytes) -> Iterator[list[str]]:
    """The rows of a text file, empty ones included. Raises RuleError for what is no text in any known encoding."""
    yield from rows_of(decoded(content))


def rows_of(text: str) -> Iterator[list[str]]:
    """The rows of a text, empty ones included. Raises RuleError for what is no text of rows."""
    if _MARKUP.match(text):
        raise RuleError("This is a web page under another name. Open it in a spreadsheet program and save it as xlsx.")
    sign = delimiter(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    width = first = 0
    try:
        for row in rows:
            _check_quotes(row, sign, width, first + 1)
            width, first = max(width, len(row)), rows.line_num
            yield row
    except csv.Error:
        raise RuleError("The file cannot be read beyond line {line}.", line=rows.line_num) from None


def _check_quotes(row: list[str], sign: str, width: int, line: int) -> None:
    """Raises RuleError where a quotation mark that nothing closes has made one cell of the lines behind it."""
    for cell in row:
        if "\n" in cell and any(each.count(sign) >= max(_FEWEST_SIGNS, width - 1) for each in cell.split("\n")[1:]):
            raise RuleError(
                "In line {line} begins a text with a quotation mark that nothing closes, so that the lines behind it "
                "would be lost. Take the mark out, or save the file as xlsx.",
                line=line,
            )


def decoded(content: bytes) -> str:
    """The text, from UTF-8, UTF-16, GB18030 or Big5, with or without a mark at the start.

    What some systems cut off in the middle of a character stands there as U+FFFD. Raises RuleError for no text at all.
    """
    if content.startswith(_NO_TEXTS):
        raise RuleError(_UNKNOWN)
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _first_that_fits(content, encoding)
    if encoding := _without_mark(content):
        return _first_that_fits(content, encoding)
    if b"\0" in content:
        raise RuleError(_UNKNOWN)
    return _first_that_fits(content, "utf-8", *_older(content))


_NO_TEXTS = (b"%PDF-", b"{\\rtf")
_UNKNOWN = N_("This is no file of rows: it can be xlsx, xls, ods, or a text file in UTF-8, UTF-16, GB18030 or Big5.")


def _first_that_fits(content: bytes, *encodings: str) -> str:
    for encoding in encodings:
        text = content.decode(encoding, "replace")
        broken = text.count("\ufffd")
        if not broken or broken * _MOST_BROKEN <= len(text) - len(text.encode("ascii", "ignore")):
            return text
    raise RuleError(_UNKNOWN)


def _without_mark(content: bytes) -> str:
    """UTF-16 shows by its zero bytes: every other one beside Latin letters, commas and line ends."""
    sample = content[: 2 * _LOOKED_AT * 100]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    least = max(1, len(sample) // 40)
    if second >= least and second > _MORE * first:
        return "utf-16-le"
    return "utf-16-be" if first >= least and first > _MORE * second else ""


def _older(content: bytes) -> tuple[str, str]:
    """GB18030 and Big5, the likelier first: two bytes that make a character are more often an everyday one's there."""
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
    return ("big5hkscs", "gb18030") if traditional > simplified else ("gb18030", "big5hkscs")


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
