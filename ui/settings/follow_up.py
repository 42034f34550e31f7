"""The rules of follow-up: which tasks write themselves, how soon they are due, and how soon each level is contacted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.followup.actions import MOST_DAYS, change_rules
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label, pick
from models.shop.profile import trade
from models.trades.follow_up import LONGEST, REPLACEMENT, RULES, Rule, rules_of
from models.trades.template import FollowUp
from ui.kit import notices
from ui.kit.editors import CountEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Line, Panel, Text, column
from ui.settings.desk import SettingsDesk

_NUMBER_WIDTH = 76
_ONE = re.compile(r"\s*(\S.*?)\s*[=＝]\s*(\d{1,2})\s*")


class ModelsEdit(TextEdit):
    """Other numbers for goods of some models, as ``V7 = 4, MPV = 6``."""

    def __init__(self) -> None:
        super().__init__(_("V7 = 4, MPV = 6"))

    def models(self) -> dict[str, int]:
        """The numbers by model. Raises RuleError for anything else."""
        found = {}
        for part in re.split("[,，;；]", self.text()):
            if not part.strip():
                continue
            read = _ONE.fullmatch(part)
            if read is None or int(read[2]) == 0:
                raise RuleError("Write models and years as in: V7 = 4, MPV = 6")
            found[read[1]] = int(read[2])
        return found

    def show_models(self, models: dict[str, int]) -> None:
        """Show the numbers."""
        self.setText(", ".join(f"{model} = {years}" for model, years in models.items()))


class FollowUpPage(QWidget):
    """Every rule with its switch and number; nothing is changed before it is saved."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk, self._edited = desk, False
        self.switches: dict[str, Tick] = {}
        self.numbers: dict[str, CountEdit] = {}
        self.models = ModelsEdit()
        self._save = Button(_("Save"), self.save, kind="primary", key="Ctrl+S", name="save_follow_up")
        panel = Panel(_("Follow-up"), self._save)
        hint = _("These tasks write themselves. A rule switched off drops its open tasks; numbers count from now on.")
        panel.add(Text(hint, "dim", wrap=True), self._rules(), Line(), Text(_("Next contact by level"), "second"))
        self.levels = Form(
            tuple(
                Field(f"level_{each.code}", pick(each.name), CountEdit(1, MOST_DAYS)) for each in trade().intent_levels
            ),
            on_enter=self.save,
        )
        panel.add(Text(_("Days until the next contact with a customer of each level of intent."), "dim"), self.levels)
        self.levels.edited.connect(self._mark_edited)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        box.addStretch(1)
        self._show()

    def _rules(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        line = 0
        for rule in rules_of(trade()).values():
            switch = self.switches[rule.code] = Tick(_(rule.when))
            switch.setObjectName(f"rule_{rule.code}")
            switch.edited.connect(self._mark_edited)
            task = Text(_(rule.task), "dim", wrap=True)
            task.setContentsMargins(30, 0, 0, 6)
            grid.addWidget(column(switch, task, gap=0), line, 0)
            if rule.has_number:
                number = self.numbers[rule.code] = CountEdit(0, LONGEST[rule.reckoned])
                number.setObjectName(f"after_{rule.code}")
                number.setFixedWidth(_NUMBER_WIDTH)
                number.setAccessibleName(_(rule.when))
                number.edited.connect(self._mark_edited)
                grid.addWidget(number, line, 1)
            grid.addWidget(Text(label(rule.reckoned), "dim"), line, 2)
            line += 1
            if rule.code == REPLACEMENT:
                self.models.edited.connect(self._mark_edited)
                self.models.setObjectName("models")
                self.models.setAccessibleName(_("Other years for some models"))
                words = Text(_("Other years for some models"), "dim")
                words.setContentsMargins(30, 0, 0, 0)
                grid.addWidget(words, line, 0)
                grid.addWidget(self.models, line, 1, 1, 2)
                line += 1
        return page

    def _show(self) -> None:
        for code, rule in rules_of(trade()).items():
            self.switches[code].set_value(rule.on)
            if rule.has_number:
                self.numbers[code].set_value(rule.after)
            if code == REPLACEMENT:
                self.models.show_models(dict(rule.per_model))
        self.levels.set_values({f"level_{each.code}": each.contact_within_days for each in trade().intent_levels})
        self._edited = False
        self._save.setEnabled(False)
        self.levels.clear_errors()

    def _mark_edited(self) -> None:
        self._edited = True
        self._save.setEnabled(True)

    def refresh(self, changes: Changes | None) -> None:
        """Show the rules as they are, unless somebody is changing them here."""
        if not self._edited:
            self._show()

    def save(self) -> None:
        """Keep what was set."""
        if self._edited and self.levels.submit(self._change):
            self._show()
            notices.tell(_("Saved"))

    def _change(self, values: dict[str, int]) -> None:
        days = {name.removeprefix("level_"): value or 0 for name, value in values.items()}
        change_rules(self._desk.session.actor, tuple(self._wishes()), days)

    def _wishes(self) -> Iterator[FollowUp]:
        """What is set otherwise than the program ships it. Raises RuleError for a number or model that is none."""
        for rule in RULES:
            on, after = self.switches[rule.code].value(), self._number(rule)
            models = self.models.models() if rule.code == REPLACEMENT else {}
            if (on, after, models) != (rule.on, rule.after, rule.per_model):
                yield FollowUp(rule=rule.code, on=on, after=after, per_model=models)

    def _number(self, rule: Rule) -> int:
        if not rule.has_number:
            return rule.after
        editor = self.numbers[rule.code]
        try:
            number = editor.value()
        except RuleError:
            editor.setFocus()
            raise
        return rule.after if number is None else int(number)
