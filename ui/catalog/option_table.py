"""The colours or the options of an item: a name, what it adds to the price, and to the cost for who may see that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.catalog.actions import OptionForm
from models.catalog.kinds import OptionKind
from models.catalog.lists import OptionRow
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from ui.kit.editors import MoneyEdit, TextEdit, show_wrong
from ui.kit.widgets import Button, IconButton

_AMOUNT = 92


class _Row(QWidget):
    """One of them."""

    def __init__(self, option: OptionRow | None, sees_cost: bool) -> None:
        super().__init__()
        self.id = option.id if option else 0
        self.name, self.price, self.cost = TextEdit(longest=60), MoneyEdit(), MoneyEdit()
        self.name.setAccessibleName(_("Name"))
        self.name.setPlaceholderText(_("Name"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.name, 1)
        for editor, title in ((self.price, _("Adds to the price")), (self.cost, _("Adds to the cost"))):
            editor.setAccessibleName(title)
            editor.setToolTip(title)
            editor.setFixedWidth(_AMOUNT)
            box.addWidget(editor)
        self.cost.setVisible(sees_cost)
        if option:
            self.name.set_value(option.name)
            self.price.set_value(option.price or None)
            self.cost.set_value(option.cost or None)


class OptionTable(QWidget):
    """Rows of one kind, a button for the next. An editor whose value is a tuple of forms."""

    edited = Signal()

    def __init__(self, kind: OptionKind, sees_cost: bool) -> None:
        super().__init__()
        self._kind, self._sees_cost = kind, sees_cost
        self.rows: list[_Row] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        words = _("Add a colour") if kind is OptionKind.COLOUR else _("Add an option")
        self.add_button = Button(words, self.add, kind="link", icon="plus", name=f"add_{kind.value}")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._box)
        outer.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def add(self) -> None:
        """One more, to be named."""
        self._put(None).name.setFocus()
        self.edited.emit()

    def value(self) -> tuple[OptionForm, ...]:
        """What stands in the rows. Raises RuleError for an amount that is none."""
        return tuple(self._form(row) for row in self.rows)

    def set_value(self, options: Sequence[OptionRow] | None) -> None:
        """Show those that are offered."""
        for row in self.rows:
            row.deleteLater()
        self.rows = []
        for option in options or ():
            if option.kind is self._kind and option.active:
                self._put(option)

    def texts(self) -> list[tuple[int, str, str, str]]:
        """What stands in the rows as typed, wrong text too."""
        return [(row.id, row.name.text(), row.price.text(), row.cost.text()) for row in self.rows]

    def set_texts(self, texts: Sequence[tuple[int, str, str, str]]) -> None:
        """Put back what ``texts`` told."""
        self.set_value(())
        for option_id, *words in texts:
            row = self._put(None)
            row.id = option_id
            for editor, text in zip((row.name, row.price, row.cost), words, strict=True):
                editor.setText(text)

    def show_error(self, position: int, name: str) -> None:
        """Mark the input called ``name`` in the row at ``position`` as wrong."""
        if 0 <= position < len(self.rows):
            editor: Any = getattr(self.rows[position], name, self.rows[position].name)
            show_wrong(editor, True)
            editor.setFocus()

    def _form(self, row: _Row) -> OptionForm:
        show_wrong(row.name, False)
        amounts = []
        for editor in (row.price, row.cost):
            try:
                amounts.append(editor.value() or 0)
            except RuleError:
                show_wrong(editor, True)
                raise
        price, cost = amounts
        return OptionForm(self._kind, row.name.value(), price, cost if self._sees_cost else None, True, row.id)

    def _put(self, option: OptionRow | None) -> _Row:
        row = _Row(option, self._sees_cost)
        remove = IconButton("close", _("No longer offered"), partial(self._remove, row))
        layout = row.layout()
        assert layout is not None
        layout.addWidget(remove)
        for editor in (row.name, row.price, row.cost):
            editor.edited.connect(self.edited)
        self.rows.append(row)
        self._box.addWidget(row)
        return row

    def _remove(self, row: _Row) -> None:
        self.rows.remove(row)
        row.deleteLater()
        self.edited.emit()
