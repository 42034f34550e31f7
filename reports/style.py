"""Measurements and type of every paper: millimetres for places, points for type."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from models.papers.facts import STANDARD_ACCENT

POINT = 25.4 / 72
"""Millimetres in a point."""

ACCENT = STANDARD_ACCENT
INK = "#1B232B"
LABEL = "#4E5965"
FAINT = "#6A7682"
RULE = "#8D99A6"
HAIRLINE = "#BCC6D0"
TINT = "#ECF1F6"
TINT2 = "#F5F7FA"
WHITE = "#FFFFFF"
FORM_BLACK = "#111111"

A4 = (210.0, 297.0)
LEFT = 18.0
WIDTH = 174.0
RIGHT = LEFT + WIDTH
MODULE = 14.5
COLUMN = 84.5
COLUMN_GAP = 5.0

HEADER_RULE = 31.0
LATER_TOP = 26.6
BODY_END = 277.0
SIGNATURES_END = 278.5
FOOTER_RULE = 282.3


@dataclass(frozen=True, slots=True)
class Page:
    """Where the frame of a page stands: ``top`` of the header, ends of body and signatures, footer's rule; in mm."""

    size: tuple[float, float]
    width: float
    top: float
    header_rule: float
    body_end: float
    signatures_end: float
    footer_rule: float

    @property
    def right(self) -> float:
        """The right edge of what is printed."""
        return LEFT + self.width

    @property
    def module(self) -> float:
        """A twelfth of the width."""
        return self.width / 12

    @property
    def later_rule(self) -> float:
        """The rule under the running header of later pages."""
        return self.top + 9.0

    @property
    def later_top(self) -> float:
        """Where the body of later pages begins."""
        return self.top + 13.6


PORTRAIT = Page(A4, WIDTH, 13.0, HEADER_RULE, BODY_END, SIGNATURES_END, FOOTER_RULE)
LANDSCAPE = Page((297.0, 210.0), 261.0, 11.0, 28.4, 192.0, 193.5, 197.3)

SECTION_GAP = 4.6
BLOCK_GAP = 4.5
HEADING_GAP = 1.4
CELL_PADDING = 1.6

STRONG_RULE = 0.8
THIN_RULE = 0.4
HEAVY_RULE = 1.0
SIGN_RULE = 0.5


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: size and leading in points, tracking in em, ``squeeze`` as horizontal scale."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK
    tracking: float = 0.0
    squeeze: float = 1.0

    @property
    def line(self) -> float:
        """The height of one line in mm."""
        return self.leading * POINT

    @property
    def drop(self) -> float:
        """From the top of the line box to the baseline, in mm."""
        return (self.leading / 2 + 0.42 * self.size) * POINT

    def but(self, **changes: object) -> Type:
        """The same type with some of its fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the field names are checked by replace itself


TITLE = Type(19, 24, True, ACCENT, tracking=0.16)
CONTRACT_TITLE = Type(21, 27, True, ACCENT, tracking=0.3)
STORE_NAME = Type(12, 15.5, True)
STORE_TEXT = Type(7, 10, colour=LABEL)
NUMBER = Type(8.5, 12, True)
NUMBER_REST = Type(8.5, 12, colour=LABEL)
HEADING = Type(9.5, 13, True, ACCENT)
REMARK = Type(7, 10, colour=FAINT)
FACT_LABEL = Type(7, 9.6, colour=FAINT)
FACT = Type(9, 13)
FACT_STRONG = Type(9, 13, True)
CUSTOMER_WORDS = Type(9, 14)
BODY = Type(8.5, 13.6)
TABLE_HEAD = Type(8, 11, True, ACCENT)
CELL = Type(8.5, 11.6)
CELL_LABEL = Type(8, 11.6, colour=LABEL)
CELL_STRONG = Type(8.5, 11.6, True)
CELL_GROUP = Type(8.5, 11.6, True, ACCENT)
CELL_SPEC = Type(7.5, 11.6, colour=LABEL)
CELL_NUMBER = Type(7.5, 11.6, colour=FAINT)
GRAND_TOTAL = Type(10, 11.6, True)
BOX_LABEL = Type(8.5, 12, colour=WHITE)
BOX_CURRENCY = Type(9.5, 12, colour=WHITE)
BOX_AMOUNT = Type(14, 17, True, WHITE)
WIDE_HEAD = Type(7.5, 10.4, True, ACCENT)
WIDE_CELL = Type(8, 10.6)
WIDE_STRONG = Type(8, 10.6, True)
WIDE_ACCENT = Type(8, 10.6, True, ACCENT)
WIDE_LABEL = Type(7.5, 10.6, colour=LABEL)
WIDE_NUMBER = Type(7.5, 10.6, colour=FAINT)
WORDS = Type(7, 10.8)
FINE_PRINT = Type(7, 10.8, colour=LABEL)
FOOTER = Type(7, 10, colour=FAINT)
SIGN_LABEL = Type(8, 11, colour=LABEL)
SIGN_DATE = Type(7, 10, colour=LABEL)
LATER_NAME = Type(8.5, 12, True)
LATER_TEXT = Type(7.5, 12, colour=LABEL)
COPY_TAG = Type(7, 9, colour=ACCENT)
WATERMARK = Type(118, 118, True, ACCENT)


@lru_cache(maxsize=8)
def palette(accent: str) -> dict[str, str]:
    """What takes the place of the accent and its tints where the store has a colour of its own."""
    if accent == ACCENT:
        return {}
    return {ACCENT: accent, TINT: paled(accent, 0.085), TINT2: paled(accent, 0.045)}


def paled(colour: str, share: float) -> str:
    """A colour on white with so much of itself left, from 0 to 1."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)
