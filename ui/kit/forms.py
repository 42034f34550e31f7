"""Forms: fields with their label above and what is wrong with them beneath; nothing typed is lost by an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.errors import FrontdeskError, RuleError, StorageError
from ui.kit import notices, theme
from ui.kit.editors import DateEdit, EnterFilter, show_wrong
from ui.kit.layout import bring_into_sight
from ui.kit.moment_edit import MomentEdit
from ui.kit.widgets import Text


class Field(QWidget):
    """A named input with its label above and, when wrong, the reason beneath."""

    def __init__(self, name: str, label: str, editor: QWidget, hint: str = "", required: bool = False) -> None:
        super().__init__()
        self.name, self._hint = name, hint
        self.editor = cast(Any, editor)  # a QWidget that is an Editor too
        words = Text(f"{label} *" if required else label, "fine", wrap=True)
        words.setBuddy(editor)
        self._below = Text(hint, "fine", wrap=True)
        if not hint:
            self._below.hide()
        editor.setAccessibleName(label)
        editor.setObjectName(editor.objectName() or name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (words, editor, self._below):
            box.addWidget(widget)
        if hasattr(self.editor, "wrong"):
            self.editor.wrong.connect(self.say_wrong)
        self.editor.edited.connect(lambda: self.say_wrong(""))

    @property
    def error(self) -> str:
        """What is said to be wrong, or ""."""
        return self._below.text() if self._below.property("tone") == "bad" else ""

    def say_wrong(self, text: str) -> None:
        """Put ``text`` beneath the input in red; "" puts the hint back."""
        self._below.setText(text or self._hint)
        self._below.set_tone("bad" if text else "")
        self._below.setVisible(bool(text or self._hint))
        show_wrong(self.editor, bool(text))

    def say_doubt(self, text: str) -> None:
        """Put ``text`` beneath the input as a warning; the value may stay. "" puts the hint back."""
        self.say_wrong("")
        if text:
            self._below.setText(text)
            self._below.set_tone("warn")
            self._below.show()

    @property
    def doubt(self) -> str:
        """What is doubtful, or ""."""
        return self._below.text() if self._below.property("tone") == "warn" else ""

    def value(self) -> Any:
        """The input's value. Raises RuleError naming this field."""
        try:
            return self.editor.value()
        except RuleError as error:
            raise type(error)(error.template, field=self.name, **error.parameters) from error


class Form(QWidget):
    """Fields in columns. A tuple of fields takes one line; ``on_enter`` is what Enter in a one-line input does."""

    edited = Signal()

    def __init__(
        self,
        *fields: Field | tuple[Field, ...] | QWidget,
        columns: int = 1,
        on_enter: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(10)
        self._enter = EnterFilter(on_enter, self) if on_enter else None
        self._columns = columns
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
        self._place(fields)
        self._elsewhere = Text("", "body", wrap=True, tone="bad")
        self._elsewhere.hide()
        self._grid.addWidget(self._elsewhere, self._grid.rowCount(), 0, 1, columns)

    def _place(self, items: tuple[Field | tuple[Field, ...] | QWidget, ...]) -> None:
        line = place = 0
        for item in items:
            whole_line = (not isinstance(item, Field) and self._columns > 1) or isinstance(item, tuple)
            if whole_line and place:
                line, place = line + 1, 0
            if isinstance(item, tuple):
                side = QHBoxLayout()
                side.setSpacing(theme.GAP)
                for field in item:
                    self._take(field)
                    side.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
                self._grid.addLayout(side, line, 0, 1, self._columns)
            else:
                if isinstance(item, Field):
                    self._take(item)
                span = self._columns if whole_line else 1
                self._grid.addWidget(item, line, place, 1, span, Qt.AlignmentFlag.AlignTop)
            place += 1
            if whole_line or place == self._columns:
                line, place = line + 1, 0

    def _take(self, field: Field) -> None:
        self._fields[field.name] = field
        field.editor.edited.connect(self.edited)
        lines = field.editor.lines if isinstance(field.editor, DateEdit | MomentEdit) else (field.editor,)
        for line in lines:
            if self._enter is not None and isinstance(line, QLineEdit):
                line.installEventFilter(self._enter)

    def field(self, name: str) -> Field:
        """The field called ``name``. Raises KeyError."""
        return self._fields[name]

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(self._fields)

    def editor(self, name: str) -> Any:
        """The input called ``name``. Raises KeyError."""
        return self._fields[name].editor

    def values(self) -> dict[str, Any]:
        """All values by name. Raises the first RuleError, which names its field."""
        return {name: field.value() for name, field in self._fields.items()}

    def set_values(self, values: dict[str, Any]) -> None:
        """Show ``values``; fields that are not named stay as they are."""
        for name, value in values.items():
            self._fields[name].editor.set_value(value)

    def show_error(self, error: FrontdeskError) -> None:
        """Say the error at the field it names and go there; without one, beneath the form."""
        self.clear_errors()
        text = i18n.say(error)
        field = self._fields.get(error.field or "")
        if field is None:
            self._elsewhere.setText(text)
            self._elsewhere.show()
        else:
            field.say_wrong(text)
            field.editor.setFocus()
        bring_into_sight(field or self._elsewhere)

    def clear_errors(self) -> None:
        """Take back everything said to be wrong."""
        self._elsewhere.hide()
        for field in self._fields.values():
            field.say_wrong("")

    @property
    def error(self) -> str:
        """What is said beneath the whole form, or ""."""
        return self._elsewhere.text() if not self._elsewhere.isHidden() else ""

    def focus(self, name: str = "") -> None:
        """Go to the field called ``name``, or to the first."""
        if self._fields:
            field = self._fields[name] if name else next(iter(self._fields.values()))
            field.editor.setFocus()

    def submit(self, action: Callable[[dict[str, Any]], object]) -> bool:
        """Do ``action`` with the values; whether it went through. Errors for people are said, typed text stays."""
        try:
            action(self.values())
        except StorageError as error:
            notices.error(error)
            return False
        except FrontdeskError as error:
            self.show_error(error)
            return False
        self.clear_errors()
        return True
