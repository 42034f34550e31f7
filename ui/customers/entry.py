"""A form in the record's own place: Enter saves, Esc leaves, what is typed survives a lock or a crash."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from ui.customers.drafts import DraftKeeper, forget, kept
from ui.kit import theme
from ui.kit.forms import Field, Form
from ui.kit.widgets import Band, Button, Text, column, fill, row, scrolled

Item = Field | tuple[Field, ...] | QWidget


class Entry(QWidget):
    """The form with its title and buttons; ``saved`` tells the record it became, ``left`` what was typed and not saved.

    The form begins with ``start``; over it is laid what was ``typed`` before, else the draft, fields that differ only.
    """

    saved = Signal(object)
    left = Signal(object)
    whole = False
    """Whether it takes the record's whole place."""

    def __init__(
        self,
        actor: Actor,
        draft: str,
        title: str,
        items: Sequence[Item],
        *,
        columns: int = 2,
        more: Sequence[QWidget] = (),
        scrolls: bool = True,
        start: dict[str, Any] | None = None,
        typed: dict[str, Any] | None = None,
    ) -> None:
        super().__init__()
        self.actor, self.title = actor, Text(title, "title")
        self.form = Form(*items, columns=columns, on_enter=self.enter)
        self.form.set_values(start or {})
        self.before = self.form.values()
        self.keeper = DraftKeeper(actor, draft, self.typed, self)
        self.form.edited.connect(self.keeper.changed)
        self.save_button = Button(_("Save"), self.save, kind="primary", hint="Enter", name="save")
        cancel = Button(_("Cancel"), self.leave, hint="Esc", name="cancel")
        self.restored = Band("neutral", "")
        self.restored.hide()
        self.form.setContentsMargins(theme.INSIDE, 0, theme.INSIDE, theme.GAP)
        head = row(
            self.title, "stretch", *more, cancel, self.save_button, margins=(theme.INSIDE, theme.GAP, theme.INSIDE, 0)
        )
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)
        fill(self.box, head, self.restored, scrolled(column(self.form, "stretch")) if scrolls else self.form)
        escape = QShortcut(QKeySequence("Esc"), self, self.leave)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._bring_back(typed)

    def save(self) -> None:
        """Save what stands there; while something is wrong it is said and everything stays."""
        if not self.form.submit(self.apply):
            return
        self.keeper.forget()
        self.finish()

    def enter(self) -> None:
        """What Enter in a line of the form does."""
        self.save()

    def leave(self) -> None:
        """Go without saving; what was typed goes along with the signal, to be brought back."""
        typed = self.typed()
        self.keeper.forget()
        self.left.emit(typed)

    def apply(self, values: dict[str, Any]) -> None:
        """Do what the form is for. Raises errors for people."""
        raise NotImplementedError

    def finish(self) -> None:
        """Tell that it was saved."""
        raise NotImplementedError

    def typed(self) -> dict[str, Any]:
        """What stands in the form and did not at its beginning, as a draft keeps it; half a date is not kept."""
        found = {}
        for name, before in self.before.items():
            with suppress(RuleError):
                if (value := self.form.field(name).value()) != before:
                    found[name] = value
        return found

    def _bring_back(self, typed: dict[str, Any] | None) -> None:
        values = kept(self.actor, self.keeper.key) if typed is None else typed
        known = {name: value for name, value in values.items() if name in self.before}
        if not known:
            return
        self.form.set_values(known)
        if typed is None:
            again = Button(_("Start afresh"), self._start_afresh, name="afresh")
            self.restored.say("neutral", _("What you typed before is here again."), again)
            self.restored.show()
        else:
            self.keeper.changed()

    def _start_afresh(self) -> None:
        forget(self.actor, self.keeper.key)
        self.form.set_values(self.before)
        self.restored.hide()
        self.form.focus()
