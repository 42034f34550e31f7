"""The look: colours light and dark, sizes, fonts, and their application to the whole program."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

TOP_BAR, TABS, STATUS = 52, 46, 28
BUTTON, BIG_BUTTON, INPUT = 36, 44, 34
ROW, TALL_ROW = 38, 56
RADIUS, PANEL_RADIUS = 6, 8
GAP, INSIDE = 12, 16
BODY, FINE, TAB, TITLE, RECORD, TOTAL, NEXT = 14, 12, 15, 16, 20, 26, 44

FAMILIES = ["Noto Sans SC", "Frontdesk Fallback"]
TONES = ("neutral", "accent", "ok", "warn", "bad")
SCHEMES = ("light", "dark", "system")
_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


@dataclass(frozen=True)
class Tokens:
    """Colours by meaning. The ``…_ink`` ones are for words, deepened where the plain tone is under 4.5:1."""

    background: str
    panel: str
    line: str
    text: str
    dim: str
    accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    on_accent: str
    header: str
    hover: str
    neutral_soft: str
    accent_pressed: str
    ok_ink: str
    warn_ink: str
    bad_ink: str
    dim_ink: str


LIGHT = Tokens(
    background="#F4F6F8",
    panel="#FFFFFF",
    line="#DFE4EA",
    text="#1F2933",
    dim="#66727F",
    accent="#1F5F99",
    accent_soft="#E6F0F8",
    ok="#2E7D4F",
    ok_soft="#E5F3EA",
    warn="#B26A00",
    warn_soft="#FDF1DC",
    bad="#C0392B",
    bad_soft="#FBE9E7",
    on_accent="#FFFFFF",
    header="#F4F6F8",
    hover="#F7F9FB",
    neutral_soft="#EDF0F4",
    accent_pressed="#184C7B",
    ok_ink="#2A744A",
    warn_ink="#9A5B00",
    bad_ink="#BA3629",
    dim_ink="#5C6874",
)
DARK = Tokens(
    background="#15191E",
    panel="#1D232A",
    line="#313A44",
    text="#E4E9EE",
    dim="#93A0AD",
    accent="#5FA8E6",
    accent_soft="#1E3347",
    ok="#63C08A",
    ok_soft="#1C3327",
    warn="#E0A243",
    warn_soft="#39301C",
    bad="#EE7C6E",
    bad_soft="#3C2322",
    on_accent="#10161C",
    header="#181D23",
    hover="#222932",
    neutral_soft="#2A323B",
    accent_pressed="#86BEEC",
    ok_ink="#63C08A",
    warn_ink="#E0A243",
    bad_ink="#EE7C6E",
    dim_ink="#93A0AD",
)


class _Signals(QObject):
    changed = Signal()


signals = _Signals()
_tokens = LIGHT
_wanted = "system"
_colors: dict[str, QColor] = {}
_loaded_fonts: list[int] = []


def tokens() -> Tokens:
    """The colours now in use."""
    return _tokens


def is_dark() -> bool:
    """Whether the dark colours are in use."""
    return _tokens is DARK


def color(role: str) -> QColor:
    """The colour now used for ``role``: a name of ``Tokens``, or "neutral" for the dim one."""
    if not _colors:
        _colors.update({each.name: QColor(getattr(_tokens, each.name)) for each in fields(_tokens)})
        _colors["neutral"] = _colors["dim"]
    return _colors[role]


def ink(tone: str) -> QColor:
    """The colour for words of ``tone`` (one of ``TONES``, or "text", "dim"), readable on its soft ground too."""
    return color({"neutral": "dim_ink", "ok": "ok_ink", "warn": "warn_ink", "bad": "bad_ink"}.get(tone, tone))


def soft(tone: str) -> QColor:
    """The soft ground of ``tone``, one of ``TONES``."""
    return color(f"{tone}_soft")


def font(size: int = BODY, bold: bool = False) -> QFont:
    """The program's typeface at ``size`` pixels."""
    face = QFont()
    face.setFamilies(FAMILIES)
    face.setPixelSize(size)
    face.setBold(bold)
    return face


def load_fonts() -> None:
    """Make the program's own fonts known to Qt, once a process."""
    if _loaded_fonts:
        return
    for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "Fallback-Regular.ttf"):
        _loaded_fonts.append(QFontDatabase.addApplicationFont(str(_FONTS / name)))


def apply(app: QApplication, scheme: str = "system") -> None:
    """Give the program its look and keep following the system's colours while ``scheme`` is "system".

    The FRONTDESK_SCHEME environment variable goes before ``scheme``.
    """
    global _wanted
    _wanted = os.environ.get("FRONTDESK_SCHEME", scheme)
    if _wanted not in SCHEMES:
        _wanted = "system"
    load_fonts()
    app.setFont(font())
    hints = app.styleHints()
    if not app.property("follows_system_colors"):
        hints.colorSchemeChanged.connect(lambda scheme: _paint(app))
        app.setProperty("follows_system_colors", True)
    _paint(app)


def _paint(app: QApplication) -> None:
    """Set palette and stylesheet to the wanted scheme."""
    from ui.kit.stylesheet import stylesheet

    global _tokens
    dark = _wanted == "dark" or (_wanted == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    _tokens = DARK if dark else LIGHT
    _colors.clear()
    app.setPalette(_palette())
    sheet = stylesheet(_tokens)
    if app.styleSheet() != sheet:  # setting it polishes every widget there is anew
        app.setStyleSheet(sheet)
    signals.changed.emit()


def _palette() -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, name in {
        roles.Window: "background",
        roles.WindowText: "text",
        roles.Base: "panel",
        roles.AlternateBase: "header",
        roles.Text: "text",
        roles.Button: "panel",
        roles.ButtonText: "text",
        roles.BrightText: "bad",
        roles.PlaceholderText: "dim",
        roles.Highlight: "accent",
        roles.HighlightedText: "on_accent",
        roles.Link: "accent",
        roles.LinkVisited: "accent",
        roles.ToolTipBase: "panel",
        roles.ToolTipText: "text",
        roles.Light: "panel",
        roles.Midlight: "neutral_soft",
        roles.Mid: "line",
        roles.Dark: "line",
        roles.Shadow: "line",
        roles.Accent: "accent",
    }.items():
        palette.setColor(role, color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("dim"))
    return palette
