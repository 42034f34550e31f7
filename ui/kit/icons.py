"""Icons of one family (Material Design, outlines), painted in the theme's colours of the moment."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.kit import theme

_CHARACTERS = "materialdesignicons6-webfont-charmap-6.9.96.json"
_FACE = "materialdesignicons6-webfont-6.9.96.ttf"


def _folder() -> Path:
    """Where qtawesome keeps its fonts; it is not imported, because that alone takes a quarter of a second."""
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@cache
def _names() -> bytes:
    """The names of all seven thousand icons and their characters, as JSON: looking for one is quicker than reading."""
    return (_folder() / _CHARACTERS).read_bytes()


@cache
def _character(name: str) -> str:
    found = re.search(rb'"%s": "0x(\w+)"' % name.encode(), _names())
    if found is None:
        raise KeyError(name)
    return chr(int(found[1], 16))


@cache
def load_font() -> str:
    """Make the icons' font known to Qt and tell its name; each font that comes late makes Qt load all others anew."""
    number = QFontDatabase.addApplicationFont(str(_folder() / _FACE))
    return QFontDatabase.applicationFontFamilies(number)[0]


def paint(painter: QPainter, rect: QRect, name: str, tone: str = "text") -> None:
    """Paint icon ``name`` to fill ``rect`` in the theme's colour for ``tone``.

    Raises KeyError for a name the family does not have.
    """
    paint_in(painter, rect, name, theme.color(tone))


def paint_in(painter: QPainter, rect: QRect, name: str, color: QColor) -> None:
    """Paint icon ``name`` to fill ``rect`` in ``color``. Raises KeyError for an unknown name."""
    face = QFont(load_font())
    face.setPixelSize(min(rect.width(), rect.height()))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.setFont(face)
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _character(name))
    painter.restore()


class _Engine(QIconEngine):
    """Paints at the moment of showing, so that a change of colours needs no new icons."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint(painter, rect, self._name, "dim" if mode == QIcon.Mode.Disabled else self._tone)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


@cache
def icon(name: str, tone: str = "text") -> QIcon:
    """The icon ``name`` (an mdi6 name without its prefix) in a colour role of the theme.

    Raises KeyError for a name the family does not have.
    """
    _character(name)
    return QIcon(_Engine(name, tone))


class Glyph(QWidget):
    """One icon beside words."""

    def __init__(self, name: str, tone: str = "text", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon or colour."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, self.rect(), self._name, self._tone)
