"""The sheet with a store's recovery code, to be printed once and locked away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kernel.i18n import translator
from models.papers.facts import StoreHead
from reports import fonts, style, text
from reports.letterhead import draw_logo, moment
from reports.page import Sheet
from reports.style import LEFT, POINT, WIDTH, Type

_NAME = Type(13, 17, True)
_TITLE = Type(24, 30, True, style.ACCENT)
_WORDS = Type(11, 18)
_CODE = Type(30, 40, True, style.INK, tracking=0.08)
_LABEL = Type(10, 15, colour=style.LABEL)
_BOX_TOP, _BOX = 82.0, 44.0
_INSIDE = 10.0


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the sheet says: whose store, where it lay when the sheet was printed, the code, and when (local time)."""

    store: StoreHead
    place: str
    code: str
    printed_at: datetime
    language: str


def recovery_sheet(facts: RecoverySheet) -> bytes:
    """The PDF of the sheet, one A4 page."""
    _ = translator(facts.language)
    with fonts.LOCK:
        sheet = Sheet(style.A4, _("Recovery code"), facts.store.name, facts.language)
        draw_logo(sheet, facts.store, LEFT, 18.0, 14.0)
        name = text.fit(facts.store.name, WIDTH - 20.0, _NAME)
        sheet.write(LEFT + 18.0, 18.0 + 7.0 + 0.36 * name.size * POINT, facts.store.name, name)
        sheet.rule(LEFT, 37.0, WIDTH, style.HEAVY_RULE, style.ACCENT)
        sheet.text(LEFT, 45.0, _("Recovery code"), _TITLE)
        purpose = _(
            "With this code the store opens on any PC, even when this PC is lost and the passphrase is forgotten. "
            "Whoever holds it and a copy of the store can read everything in it."
        )
        _paragraph(sheet, 60.0, purpose)
        _code(sheet, facts.code)
        top = _paragraph(
            sheet,
            _BOX_TOP + _BOX + 9.0,
            _(
                "Keep this sheet in a safe or a locked drawer, away from the PC. Do not photograph it and do not send "
                "it. The program cannot show this code again; a new one can be made under Settings, and this one is "
                "void then."
            ),
        )
        _labelled(sheet, top + 8.0, _("Store"), facts.place)
        _labelled(sheet, top + 20.0, _("Printed on"), moment(facts.printed_at))
        _labelled(sheet, top + 32.0, _("Kept by"), "")
        _labelled(sheet, top + 44.0, _("Kept where"), "")
        sheet.next_page()
        return sheet.finish()


def _paragraph(sheet: Sheet, top: float, words: str) -> float:
    """The lines of ``words`` from ``top``; returns where they end."""
    for line in text.wrap(words, WIDTH, _WORDS):
        sheet.text(LEFT, top, line, _WORDS)
        top += _WORDS.line
    return top


def _code(sheet: Sheet, code: str) -> None:
    """The code in a frame, in lines of three groups."""
    sheet.box(LEFT, _BOX_TOP, WIDTH, _BOX, style.TINT2)
    sheet.frame(LEFT, _BOX_TOP, WIDTH, _BOX, style.STRONG_RULE, style.ACCENT)
    groups = code.split("-")
    lines = ["-".join(groups[start : start + 3]) for start in range(0, len(groups), 3)]
    lines = [f"{line}-" for line in lines[:-1]] + lines[-1:]
    top = _BOX_TOP + (_BOX - len(lines) * _CODE.line) / 2
    for line in lines:
        sheet.text(LEFT, top, line, text.fit(line, WIDTH - 2 * _INSIDE, _CODE), "centre", WIDTH)
        top += _CODE.line


def _labelled(sheet: Sheet, top: float, label: str, value: str) -> None:
    """A label, and its value or a line to write on."""
    sheet.text(LEFT, top, label, text.fit(label, 34.0, _LABEL))
    if value:
        sheet.text(LEFT + 36.0, top, value, text.fit(value, WIDTH - 36.0, _LABEL.but(colour=style.INK), 5.0))
    else:
        sheet.rule(LEFT + 36.0, top + 5.6, 90.0, style.SIGN_RULE, style.RULE)
