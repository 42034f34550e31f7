"""The faces of every paper: Noto Sans SC in two weights and a fallback, registered once and embedded as subsets.

A character that the main face lacks is taken from the fallback; one that no face has is drawn as 〓 and still copied
out of the PDF as itself. ``missing`` names such characters before a paper is printed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLACEHOLDER = "〓"
OPENING = "（《「『【〈〔〖"
CLOSING = "，。、；：）》」』】〉〕〗"
LOCK = RLock()
"""Held while a paper is drawn: the faces read their files through one shared position."""

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "fonts"
_SPACE_WIDTHS = {"\u2002": 500, "\u2003": 1000, "\u2009": 180, "\u200a": 100, "\u202f": 180, "\u3000": 1000}
_ENTRIES_IN_BLOCK = 100
_NARROW = 0xF0000
_NARROW_CODES = {_NARROW + ord(mark): ord(mark) for mark in OPENING + CLOSING}


def narrow(mark: str) -> str:
    """The half-wide form of a full-width mark: a code for private use that is copied out as the mark itself."""
    return chr(_NARROW + ord(mark))


class PaperFont(TTFont):
    """A face that knows what it covers and can be copied from beyond U+FFFF."""

    def __init__(self, name: str, file_name: str) -> None:
        super().__init__(name, str(_FOLDER / file_name), shapable=False)
        face = self.face
        self.drawn = frozenset(map(chr, face.charToGlyph))
        for code, mark in _NARROW_CODES.items():
            if mark in face.charToGlyph:
                face.charToGlyph[code] = face.charToGlyph[mark]
                face.charWidths[code] = face.charWidths.get(mark, face.defaultWidth) / 2
        self.covered = set(map(chr, face.charToGlyph))

    def stand_in(self, character: str) -> None:
        """Let an unknown character be drawn as a space, as nothing or as the placeholder, under its own code."""
        kind, code, face = unicodedata.category(character), ord(character), self.face
        model = " " if kind in ("Zs", "Mn", "Cf", "Cc") else PLACEHOLDER
        face.charToGlyph[code] = face.charToGlyph[ord(model)]
        face.charWidths[code] = face.charWidths[ord(model)]
        if kind == "Zs":
            face.charWidths[code] = _SPACE_WIDTHS.get(character, face.charWidths[code])
        elif model == " ":
            face.charWidths[code] = 0
        self.covered.add(character)

    def addObjects(self, doc: Any) -> None:
        """Embed the subsets; reportlab writes codes beyond U+FFFF wrongly in ToUnicode, so it is written again."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            font = fonts[name]
            doc.idToObject[font.ToUnicode.name].content = to_unicode(font.BaseFont, subset)


def to_unicode(name: str, codes: list[int]) -> str:
    """The CMap from a subset's bytes to UTF-16, characters beyond U+FFFF as surrogate pairs."""
    entries = [
        f"<{byte:02X}> <{chr(_NARROW_CODES.get(code, code)).encode('utf-16-be').hex()}>"
        for byte, code in enumerate(codes)
        if code
    ]
    blocks = []
    for start in range(0, len(entries), _ENTRIES_IN_BLOCK):
        block = entries[start : start + _ENTRIES_IN_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


class Faces(NamedTuple):
    """The three faces; the fallback has one weight and is thickened where bold is asked for."""

    regular: PaperFont
    bold: PaperFont
    fallback: PaperFont


@cache
def faces() -> Faces:
    """The faces, read and registered at the first call."""
    with LOCK:
        loaded = Faces(
            PaperFont("Frontdesk-Regular", "NotoSansSC-Regular.ttf"),
            PaperFont("Frontdesk-Bold", "NotoSansSC-Bold.ttf"),
            PaperFont("Frontdesk-Fallback", "Fallback-Regular.ttf"),
        )
        for font in loaded:
            pdfmetrics.registerFont(font)
        return loaded


def main_face(bold: bool) -> PaperFont:
    """The face of one weight."""
    return faces().bold if bold else faces().regular


def face_for(character: str, bold: bool) -> PaperFont:
    """The face that draws a character."""
    main, fallback = main_face(bold), faces().fallback
    if character not in main.covered:
        if character in fallback.drawn:
            return fallback
        main.stand_in(character)
    return main


def runs(text: str, bold: bool) -> Iterator[tuple[PaperFont, str]]:
    """``text`` cut where the face changes."""
    main = main_face(bold)
    if main.covered.issuperset(text):
        yield main, text
        return
    for font, characters in groupby(text, key=lambda character: face_for(character, bold)):
        yield font, "".join(characters)


class Widths(dict[str, float]):
    """Widths of characters in thousandths of an em, looked up when first met."""

    def __init__(self, bold: bool) -> None:
        super().__init__()
        self.bold = bold

    def __missing__(self, character: str) -> float:
        face = face_for(character, self.bold).face
        width = self[character] = face.charWidths.get(ord(character), face.defaultWidth)
        return width


@cache
def widths(bold: bool) -> Widths:
    """The widths of one weight."""
    return Widths(bold)


def missing(text: str) -> set[str]:
    """The characters of ``text`` that no face can draw: what to warn of before printing."""
    regular, _bold, fallback = faces()
    unknown = set(text) - regular.drawn - fallback.drawn
    return {character for character in unknown if unicodedata.category(character) not in ("Zs", "Mn", "Cf", "Cc")}
