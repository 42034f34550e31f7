"""The pieces screens are put together from: panels, titles, bands, facts, rows, empty states."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.buttons import Button, IconButton
from ui.kit.chips import Chip, FilterChips, TabStrip, chip_width, paint_chip
from ui.kit.icons import Glyph, icon
from ui.kit.layout import Line, clear, column, fill, flowing, mark, row, scrolled

__all__ = [
    "Avatar",
    "Band",
    "Button",
    "Chip",
    "EmptyState",
    "FactGrid",
    "Figure",
    "FilterChips",
    "Glyph",
    "IconButton",
    "Line",
    "ListRow",
    "Panel",
    "PanelTitle",
    "TabStrip",
    "Text",
    "chip_width",
    "clear",
    "column",
    "fill",
    "flowing",
    "icon",
    "mark",
    "paint_chip",
    "row",
    "scrolled",
]


_ROOMY = 150
"""From this height on an empty list has room for an icon."""


class Text(QLabel):
    """Words, never markup. ``look``: body, dim, fine, bold, title, record, total, next.

    With ``elide`` they are shortened to the room that is left; ``wide`` asks for all they need first.
    """

    def __init__(
        self,
        text: str = "",
        look: str = "body",
        *,
        wrap: bool = False,
        elide: bool = False,
        wide: bool = False,
        tone: str = "",
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self._elide = elide
        if elide:
            self.setSizePolicy(
                QSizePolicy.Policy.Preferred if wide else QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
            )
            self.setMinimumWidth(24)

    @property
    def shortened(self) -> bool:
        """Whether words without room are shortened, with the whole in the tooltip."""
        return self._elide

    def set_tone(self, tone: str) -> None:
        """Colour the words by a tone; "" gives the look's own colour back."""
        mark(self, "tone", tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        self.setToolTip(self.text() if shown != self.text() else "")


class PanelTitle(QWidget):
    """The first line of a panel: bold words, chips beside, a hint or buttons at the right."""

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__()
        self._words = Text(text, "title")
        self._hint = Text(hint, "dim")
        self._chips = QHBoxLayout()
        self._right = QHBoxLayout()
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, 5, theme.INSIDE, 5)
        box.setSpacing(8)
        fill(box, self._words, self._chips, "stretch", self._hint, self._right)
        self.setMinimumHeight(46)

    def set_text(self, text: str, hint: str = "") -> None:
        """Say something else."""
        self._words.setText(text)
        self._hint.setText(hint)

    def add_chip(self, text: str, tone: str = "neutral") -> Chip:
        """Put a chip beside the words."""
        chip = Chip(text, tone)
        self._chips.addWidget(chip)
        return chip

    def set_chips(self, *chips: tuple[str, str]) -> None:
        """Show these chips, (text, tone), in place of the present ones."""
        clear(self._chips)
        for text, tone in chips:
            self.add_chip(text, tone)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the right end."""
        for widget in widgets:
            self._right.addWidget(widget)


class Panel(QFrame):
    """A bordered sheet; ``head`` when it has a title; ``flush`` leaves no room inside, for lists and tables."""

    def __init__(self, title: str = "", *actions: QWidget, flush: bool = False, hint: str = "") -> None:
        super().__init__()
        self.setProperty("panel", True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self.head = PanelTitle(title, hint) if title else None
        if self.head is not None:
            self.head.add(*actions)
            outer.addWidget(self.head)
            outer.addWidget(Line())
        self.body = QVBoxLayout()
        inside = 0 if flush else theme.INSIDE
        self.body.setContentsMargins(inside, inside if not flush else 0, inside, inside)
        self.body.setSpacing(0 if flush else 8)
        outer.addLayout(self.body, 1)

    def add(self, *items: QWidget | str | int) -> None:
        """Put widgets, pixels of room or "stretch" beneath the present ones."""
        fill(self.body, *items)


class Band(QFrame):
    """The next step, or what blocks it: the reason in words and the way out as buttons."""

    def __init__(self, tone: str, text: str, *buttons: QWidget, lead: str = "", icon: str = "") -> None:
        super().__init__()
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, 8)
        self._box.setSpacing(10)
        self.setMinimumHeight(52)
        self.say(tone, text, *buttons, lead=lead, icon=icon)

    def say(self, tone: str, text: str, *buttons: QWidget, lead: str = "", icon: str = "") -> None:
        """Say another thing. ``lead`` is put before it in bold."""
        from html import escape

        icon = icon or {"accent": "arrow-right-circle", "ok": "check-circle", "neutral": "information-outline"}.get(
            tone, "shield-alert-outline"
        )
        clear(self._box)
        mark(self, "band", tone)
        gap = "" if not lead or lead.endswith(("：", "。")) else " "
        self.text = lead + gap + text
        self._box.addWidget(Glyph(icon, tone, 22))

        words = Text(wrap=True)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setText(f"<b>{escape(lead)}</b>{gap}{escape(text)}")
        words.setAccessibleName(self.text)
        self._box.addWidget(words, 1)
        for button in buttons:
            self._box.addWidget(button)


class FactGrid(QWidget):
    """Facts as a dim label over its value, in columns of equal width."""

    def __init__(self, facts: Sequence[tuple[str, ...]] = (), columns: int = 3) -> None:
        super().__init__()
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.INSIDE)
        self._grid.setVerticalSpacing(10)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[tuple[str, ...]]) -> None:
        """Show these facts: (label, value) or (label, value, tone); an empty value is a dash."""
        clear(self._grid)
        for position, (label, value, *tone) in enumerate(facts):
            words = Text(value or "–", wrap=True, tone=tone[0] if tone else "")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            fact = column(Text(label, "fine"), words, gap=2)
            self._grid.addWidget(fact, *divmod(position, self._columns), Qt.AlignmentFlag.AlignTop)
        for number in range(self._columns):
            self._grid.setColumnStretch(number, 1)


class Figure(QWidget):
    """One large number over what it counts."""

    def __init__(self, number: str, label: str, tone: str = "") -> None:
        super().__init__()
        self._number, self._label = Text(number, "total", tone=tone), Text(label, "dim")
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 4)
        box.setSpacing(0)
        for words in (self._number, self._label):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(words)

    def say(self, number: str, tone: str = "") -> None:
        """Show another number."""
        self._number.setText(number)
        self._number.set_tone(tone)


class Avatar(QWidget):
    """A circle with a name's first character; ``quiet`` for somebody absent or busy."""

    def __init__(self, name: str, size: int = 44, quiet: bool = False) -> None:
        super().__init__()
        self.setFixedSize(size, size)
        self.show_name(name, quiet)

    def show_name(self, name: str, quiet: bool = False) -> None:
        """Show somebody else."""
        self._character = name.strip()[:1].upper()
        self._quiet = quiet
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line" if self._quiet else "accent"))
        painter.drawEllipse(self.rect())
        painter.setPen(theme.color("text" if self._quiet else "on_accent"))
        painter.setFont(theme.font(round(self.width() * 0.42)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._character)


class EmptyState(QWidget):
    """What an empty list says: what to do first, with the button that does it."""

    def __init__(self, icon: str, text: str, hint: str = "", button: QWidget | None = None) -> None:
        super().__init__()
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(8)
        box.addStretch(1)
        self._glyph = Glyph(icon, "dim", 36)
        box.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (Text(text, "bold", wrap=True), Text(hint, "dim", wrap=True)):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(words)
            words.setVisible(bool(words.text()))
        if button is not None:
            box.addSpacing(4)
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)

    def fill(self, room: QRect) -> None:
        """Take this room; in a low one the words have that of what is round them."""
        low = room.height() < _ROOMY
        self._glyph.setVisible(not low)
        around = 4 if low else 24
        self._box.setContentsMargins(24, around, 24, around)
        self.setGeometry(room)


class ListRow(QWidget):
    """One thing in a list of work or events: icon, bold line, dim line, and a widget at the right."""

    def __init__(
        self, icon: str, title: str, detail: str = "", right: QWidget | None = None, tone: str = "accent"
    ) -> None:
        super().__init__()
        self.title, self.detail = Text(title, "bold", elide=True), Text(detail, "second", elide=True)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, 8)
        box.setSpacing(14)
        box.addWidget(Glyph(icon, tone, 24))
        box.addWidget(column("stretch", self.title, self.detail, "stretch", gap=0), 1)
        if right is not None:
            box.addWidget(right)
        self.setMinimumHeight(62)
