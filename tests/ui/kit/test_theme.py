"""The look: every word readable in both schemes, fonts there, icons recoloured, following the system."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.kit import icons, theme
from ui.kit.editors import TextEdit
from ui.kit.widgets import Button

WORDS_ON = [
    *product(["text", "dim", "accent", "ok_ink", "warn_ink", "bad_ink"], ["panel", "background", "header"]),
    *((f"{tone}_ink", f"{tone}_soft") for tone in ("ok", "warn", "bad")),
    ("accent", "accent_soft"),
    ("dim_ink", "neutral_soft"),
    ("dim_ink", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_pressed"),
    *(("text", f"{tone}_soft") for tone in theme.TONES),
]


def luminance(color: QColor) -> float:
    plain = (color.redF(), color.greenF(), color.blueF())
    parts = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in plain]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), WORDS_ON)
def test_words_are_readable(tokens: theme.Tokens, words: str, ground: str) -> None:
    assert contrast(QColor(getattr(tokens, words)), QColor(getattr(tokens, ground))) >= 4.5


def test_environment_goes_before_the_setting(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDESK_SCHEME", "dark")
    theme.apply(qapp, "light")
    assert theme.is_dark()
    assert qapp.palette().window().color() == QColor(theme.DARK.background)
    monkeypatch.delenv("FRONTDESK_SCHEME")
    theme.apply(qapp, "light")
    assert not theme.is_dark()


def test_own_fonts_hold_chinese_and_what_the_first_one_lacks(qapp: QApplication) -> None:
    assert QFontInfo(theme.font()).family() == "Noto Sans SC"
    metrics = QFontMetrics(theme.font())
    assert metrics.inFont("龑")
    assert metrics.height() == 20


def test_figures_are_tabular() -> None:
    metrics = QFontMetrics(theme.font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_icons_take_the_colours_of_the_moment(qapp: QApplication) -> None:
    icon = icons.icon("phone-outline", "accent")

    def strongest() -> QColor:
        image = icon.pixmap(QSize(32, 32)).toImage()
        return max((image.pixelColor(x, y) for x in range(32) for y in range(32)), key=lambda color: color.alpha())

    assert strongest() == QColor(theme.LIGHT.accent)
    theme.apply(qapp, "dark")
    assert strongest() == QColor(theme.DARK.accent)


def test_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_sizes_of_the_look(qtbot: QtBot) -> None:
    small, big, line = Button("Save"), Button("Save", big=True), TextEdit()
    for widget, height in ((small, theme.BUTTON), (big, theme.BIG_BUTTON), (line, theme.INPUT)):
        qtbot.addWidget(widget)
        widget.show()
        assert widget.sizeHint().height() == height
    assert isinstance(line, QLineEdit)
    assert line.height() == theme.INPUT
