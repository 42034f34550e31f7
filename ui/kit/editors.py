"""Inputs: every one has ``value()``, ``set_value()`` and the signal ``edited``; wrong text stays as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Any, Protocol

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from models.kernel import i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import LabelledEnum, _
from models.kernel.money import plain, quantity_text
from models.kernel.parsing import parse_count, parse_date, parse_money, parse_percent, parse_quantity, parse_time
from ui.kit import icons, theme
from ui.kit.buttons import Button
from ui.kit.flow import FlowLayout
from ui.kit.layout import fill, mark

_TICK = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Editor(Protocol):
    """What a form asks of an input. ``value`` raises RuleError while wrong text stands in it."""

    edited: Any

    def value(self) -> Any: ...

    def set_value(self, value: Any) -> None: ...


class TextEdit(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, placeholder: str = "", longest: int = 500) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)
        self.textEdited.connect(lambda text: self.edited.emit())

    def value(self) -> str:
        """What was typed, without blanks at the ends."""
        return self.text().strip()

    def set_value(self, value: str | None) -> None:
        """Show ``value``."""
        self.setText(value or "")


class PhoneEdit(TextEdit):
    """A telephone number as people write it."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder, longest=40)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)


class PinEdit(TextEdit):
    """Digits nobody should read over the shoulder."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder, longest=12)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)


class WordsEdit(TextEdit):
    """A passphrase or recovery code nobody should read over the shoulder."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder, longest=200)
        self.setEchoMode(QLineEdit.EchoMode.Password)


class NoteEdit(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field."""

    edited = Signal()

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * 20 + 20)
        self.textChanged.connect(self.edited.emit)

    def value(self) -> str:
        """What was typed, without blanks at the ends."""
        return self.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show ``value``."""
        self.setPlainText(value or "")


class _ReadEdit(TextEdit):
    """Text that means a number or a date: read when left, said at once when it is wrong."""

    wrong = Signal(str)

    def __init__(self, read: Callable[[str], Any], write: Callable[[Any], str], placeholder: str = "") -> None:
        super().__init__(placeholder, longest=40)
        self._read, self._write = read, write
        self.textEdited.connect(lambda text: self.wrong.emit(""))

    def value(self) -> Any:
        """What the text means, None when empty. Raises RuleError when it means nothing."""
        text = self.text().strip()
        return self._read(text) if text else None

    def set_value(self, value: Any) -> None:
        """Show ``value``, None as nothing."""
        self.setText("" if value is None else self._write(value))
        self.wrong.emit("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def settle(self) -> None:
        """Write the text in its usual form, or say what is wrong with it and leave it alone."""
        try:
            value = self.value()
        except RuleError as error:
            self.wrong.emit(i18n.say(error))
        else:
            self.set_value(value)


class MoneyEdit(_ReadEdit):
    """An amount in fen; full-width digits and thousands' commas are understood."""

    def __init__(self, negative: bool = False) -> None:
        super().__init__(lambda text: parse_money(text, negative=negative), plain, "0.00")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class QuantityEdit(_ReadEdit):
    """A quantity in hundredths; with ``zero`` it may be none at all."""

    def __init__(self, zero: bool = False) -> None:
        super().__init__(lambda text: parse_quantity(text, zero=zero), quantity_text, "1")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class PercentEdit(_ReadEdit):
    """A percentage in hundredths of a percent."""

    def __init__(self) -> None:
        super().__init__(parse_percent, lambda value: f"{quantity_text(value)} %", "0 %")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class CountEdit(_ReadEdit):
    """A whole number from ``least`` to ``most``."""

    def __init__(self, least: int = 0, most: int = 999) -> None:
        super().__init__(lambda text: parse_count(text, least=least, most=most), str, str(least))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class TimeEdit(_ReadEdit):
    """A time of day."""

    def __init__(self) -> None:
        super().__init__(parse_time, lambda value: time.strftime(value, "%H:%M"), "18:30")


class DateEdit(QWidget):
    """A date typed as 2026-11-21, or chosen from a calendar."""

    edited = Signal()
    wrong = Signal(str)

    def __init__(self, value: date | None = None) -> None:
        super().__init__()
        self.line = _ReadEdit(parse_date, date.isoformat, "2026-11-21")
        self.line.edited.connect(self.edited)
        self.line.wrong.connect(self.wrong)
        self._open = Button("", self.show_calendar, icon="calendar-month-outline")
        self._open.setFixedSize(theme.INPUT + 4, theme.INPUT)
        self._open.setToolTip(_("Choose a day"))
        self._open.setAccessibleName(_("Choose a day"))
        self._open.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        fill(box, self.line, self._open)
        self.setFocusProxy(self.line)
        self.set_value(value)

    def value(self) -> date | None:
        """The day, None when empty. Raises RuleError when the text is no date."""
        return self.line.value()

    def set_value(self, value: date | None) -> None:
        """Show ``value``."""
        self.line.set_value(value)

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The inputs one types into."""
        return (self.line,)

    def show_calendar(self) -> None:
        """Open the calendar under the field."""
        from PySide6.QtWidgets import QCalendarWidget

        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        try:
            day = self.value()
        except RuleError:
            day = None
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(lambda chosen: self._choose(calendar, chosen))
        calendar.activated.connect(lambda chosen: self._choose(calendar, chosen))
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()

    def _choose(self, calendar: QWidget, chosen: QDate) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        calendar.close()
        self.edited.emit()


class ChoiceBox(QComboBox):
    """One of several values; ``empty`` is the text for none."""

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[Any, str]] | type[LabelledEnum], empty: str = "") -> None:
        super().__init__()
        self.set_choices(choices, empty)
        self.activated.connect(lambda index: self.edited.emit())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)

    def set_choices(self, choices: Iterable[tuple[Any, str]] | type[LabelledEnum], empty: str = "") -> None:
        """Offer these, as (value, text) or the members of an enum; the chosen one stays chosen if it is among them."""
        before = self.value() if self.count() else None
        pairs = [(each, i18n.label(each)) for each in choices] if isinstance(choices, type) else list(choices)
        self.clear()
        self._values = ([None] if empty else []) + [value for value, text in pairs]
        self.addItems(([empty] if empty else []) + [text for value, text in pairs])
        self.set_value(before)

    def value(self) -> Any:
        """The value chosen."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Choose ``value``; one that is not offered chooses the first."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form must not change what is chosen in it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = self.rect().adjusted(self.width() - 27, 0, -9, 0)
        icons.paint(QPainter(self), box, "chevron-down", "dim")


class ChipChoice(QWidget):
    """One of a few values as buttons beside each other."""

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[Any, str]] | type[LabelledEnum]) -> None:
        super().__init__()
        pairs = [(each, i18n.label(each)) for each in choices] if isinstance(choices, type) else list(choices)
        self._buttons: list[tuple[Any, Button]] = []
        box = FlowLayout(6)
        self.setLayout(box)
        for value, text in pairs:
            button = Button(text)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda checked: self.edited.emit())
            self._buttons.append((value, button))
            box.addWidget(button)
        if self._buttons:
            self.setFocusProxy(self._buttons[0][1])

    def value(self) -> Any:
        """The value chosen, or None."""
        return next((value for value, button in self._buttons if button.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Choose ``value``."""
        for each, button in self._buttons:
            button.setAutoExclusive(False)
            button.setChecked(each == value)
            button.setAutoExclusive(True)


class Tick(QCheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self._words = text
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda checked: self.edited.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool | None) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + _TICK + 14, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 30)

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - _TICK - 10, 1), 1000)
        return max(self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._words).height() + 8, 30)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRect(2, (self.height() - _TICK) // 2, _TICK, _TICK)
        on = self.isChecked()
        tone = "dim" if not self.isEnabled() or not (on or self.hasFocus()) else "accent"
        icons.paint(painter, box, "checkbox-marked" if on else "checkbox-blank-outline", tone)
        painter.setPen(theme.color("text" if self.isEnabled() else "dim"))
        words = self.rect().adjusted(_TICK + 10, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._words)
        if self.hasFocus():
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(self.rect().adjusted(0, 2, -1, -3), 4, 4)


def show_wrong(editor: QWidget, wrong: bool) -> None:
    """Give an input the border of a wrong one, or its own back."""
    inner = editor.focusProxy()
    mark(inner if isinstance(inner, QLineEdit) else editor, "wrong", wrong)


class EnterFilter(QObject):
    """Enter in any one-line input of a form does ``action``."""

    def __init__(self, action: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._action = action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._action()
            return True
        return False
