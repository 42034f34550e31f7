"""What if: a past day replayed under another rulebook, and which decisions would have been others."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kernel.i18n import _, ngettext
from models.rotation import lists
from models.rotation.views import WhatIf
from ui.kit import theme, wording
from ui.kit.editors import ChoiceBox
from ui.kit.forms import Field
from ui.kit.widgets import Button, EmptyState, Line, Panel, Text, clear, column, row, scrolled
from ui.showroom.floor import Floor
from ui.showroom.rules_page import PolicyForm


class WhatIfPage(QWidget):
    """The other rulebook at the left, what would differ at the right."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self.day = ChoiceBox([])
        self.form = PolicyForm()
        self.form.show_policy(floor.board.policy)
        self.ask_button = Button(_("What would differ?"), self.ask, kind="primary", name="what_if")
        asked = Panel(_("Another rulebook"))
        asked.add(Field("day", _("Day"), self.day), scrolled(self.form), row("stretch", self.ask_button))
        self.found = WhatIf((), ())
        self.result = Panel(_("What would differ"), flush=True)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(0)
        self._inside.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(self._inside)
        self.result.add(scrolled(inside))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(asked, 2)
        box.addWidget(self.result, 3)
        self._say_nothing(_("Choose a day and change a switch."))
        self.show_floor()

    def show_floor(self) -> None:
        """Offer the days there are."""
        self.day.set_choices([(day, day.isoformat()) for day, _closed in lists.days()])
        self.ask_button.setEnabled(self.day.count() > 0)

    def ask(self) -> None:
        """Replay the day chosen under the rulebook at the left."""

        def look(values: dict[str, Any]) -> None:
            self.found = lists.under(self.day.value(), self.form.policy())

        if self.form.submit(look):
            self._show()

    def _show(self) -> None:
        count = len(self.found.differences)
        assert self.result.head is not None
        words = ngettext("{count} decision would differ", "{count} decisions would differ", count)
        self.result.head.set_text(_("What would differ"), words.format(count=count))
        if not count:
            self._say_nothing(_("Every decision of that day would have been the same."))
            return
        clear(self._inside)
        turns = _(", ").join(_turns(*each) for each in self.found.turns)
        line = Text(_("Turns used and owed: {turns}").format(turns=turns), wrap=True)
        self._inside.addWidget(column(line, margins=(theme.INSIDE, 10, theme.INSIDE, 10)))
        self._inside.addWidget(Line())
        for each in self.found.differences:
            title = Text(wording.GAP.join((wording.time_of_day(each.at), each.customer)), "bold")
            was = Text(_("was: {decision}").format(decision=each.was), "dim", wrap=True)
            would = Text(_("would be: {decision}").format(decision=each.would_be), wrap=True, tone="accent")
            self._inside.addWidget(column(title, was, would, gap=2, margins=(theme.INSIDE, 10, theme.INSIDE, 10)))
            self._inside.addWidget(Line())
        self._inside.addStretch(1)

    def _say_nothing(self, words: str) -> None:
        clear(self._inside)
        self._inside.addWidget(EmptyState("scale-balance", words))


def _turns(name: str, was: int, would_be: int) -> str:
    """Somebody's turns, and how many they would have been where that differs."""
    return f"{name} {was}" if was == would_be else f"{name} {was} → {would_be}"
