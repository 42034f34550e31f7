"""Rows of inputs under column heads: for short lists that are typed rather than looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from ui.kit.editors import show_wrong
from ui.kit.widgets import Button, IconButton, Text, row


class TypedRows(QWidget):
    """``columns`` are (name, head, share of the width); ``make`` builds the inputs of a row by name.

    ``keys`` tells which row is which, empty for one that was added here.
    """

    edited = Signal()

    def __init__(
        self, columns: Sequence[tuple[str, str, int]], make: Callable[[], Mapping[str, QWidget]], add_text: str
    ) -> None:
        super().__init__()
        self._columns, self._make = columns, make
        self.rows: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self._placed: list[QWidget] = []
        self._frame: list[QWidget] = []
        self.add_button = Button(add_text, self._add, icon="plus", kind="link", name="add_row")
        self._error = Text("", "fine", wrap=True)
        self._error.set_tone("bad")
        self._error.hide()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for place, (_name, _head, share) in enumerate(columns):
            self._grid.setColumnStretch(place, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._grid)
        box.addWidget(self._error)
        box.addWidget(row(self.add_button, "stretch"))

    @property
    def error(self) -> str:
        """What is said to be wrong, or ""."""
        return "" if self._error.isHidden() else self._error.text()

    def set_rows(self, values: Sequence[Mapping[str, Any]], keys: Sequence[str] = ()) -> None:
        """Show these rows."""
        before = self.rows
        self.rows = [self._row(each) for each in values]
        self.keys = list(keys) or [""] * len(self.rows)
        self._lay_out()
        for editors in before:
            for editor in editors.values():
                editor.deleteLater()
        self.say_wrong("")

    def values(self) -> list[dict[str, Any]]:
        """What stands in the rows. Raises RuleError at ``N.name``."""
        return [
            {name: self._value(place, name, editor) for name, editor in editors.items()}
            for place, editors in enumerate(self.rows)
        ]

    def show_error(self, error: RuleError) -> None:
        """Say an error at the input it names as ``N.name``, else beneath the rows."""
        self.say_wrong(i18n.say(error))
        place, _dot, name = (error.field or "").partition(".")
        if place.isdigit() and int(place) < len(self.rows):
            editors = self.rows[int(place)]
            editor = editors.get(name) or next(iter(editors.values()))
            show_wrong(editor, True)
            editor.setFocus()

    def say_wrong(self, text: str) -> None:
        """Put ``text`` beneath the rows in red; "" takes everything back."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        for editors in self.rows:
            for editor in editors.values():
                show_wrong(editor, False)

    def _value(self, place: int, name: str, editor: Any) -> Any:
        try:
            return editor.value()
        except RuleError as error:
            raise type(error)(error.template, field=f"{place}.{name}", **error.parameters) from error

    def _row(self, values: Mapping[str, Any]) -> dict[str, Any]:
        editors: dict[str, Any] = dict(self._make())
        heads = {name: head for name, head, _share in self._columns}
        for name, editor in editors.items():
            editor.setObjectName(name)
            editor.setAccessibleName(heads[name])
            if name in values:
                editor.set_value(values[name])
            editor.edited.connect(self._changed)
        return editors

    def _changed(self) -> None:
        self.say_wrong("")
        self.edited.emit()

    def _add(self) -> None:
        self.rows.append(self._row({}))
        self.keys.append("")
        self._lay_out()
        next(iter(self.rows[-1].values())).setFocus()
        self.edited.emit()

    def _remove(self, editors: dict[str, Any]) -> None:
        place = next(place for place, each in enumerate(self.rows) if each is editors)
        del self.rows[place], self.keys[place]
        self._lay_out()
        for editor in editors.values():
            editor.deleteLater()
        self.edited.emit()

    def _lay_out(self) -> None:
        for widget in self._placed:
            self._grid.removeWidget(widget)
        for widget in self._frame:
            widget.deleteLater()
        self._placed, self._frame = [], []
        for place, (_name, head, _share) in enumerate(self._columns):
            self._frame.append(self._place(Text(head, "fine"), 0, place))
        for line, editors in enumerate(self.rows, start=1):
            for place, (name, _head, _share) in enumerate(self._columns):
                self._place(editors[name], line, place)
            gone = IconButton("close", _("Remove"), partial(self._remove, editors))
            gone.setObjectName(f"remove_{line - 1}")
            self._frame.append(self._place(gone, line, len(self._columns)))

    def _place(self, widget: QWidget, line: int, column: int) -> QWidget:
        self._grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignVCenter)
        self._placed.append(widget)
        return widget
