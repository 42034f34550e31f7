"""The rulebook of the floor: every switch with what it means, for the manager to change and for all to read."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.rotation.kinds import NewDay
from models.rotation.manager_actions import change_policy
from models.rotation.policies import Policy
from ui.kit import notices, theme
from ui.kit.editors import ChipChoice, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Panel, Text, column, row, scrolled
from ui.showroom.floor import Floor

_MOST = 3600


class WholeEdit(TextEdit):
    """A whole number, or nothing."""

    def __init__(self) -> None:
        super().__init__(longest=4)
        self.setMaximumWidth(120)

    def value(self) -> Any:
        """The number, None when empty. Raises RuleError for anything else."""
        text = self.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdecimal()) or int(text) > _MOST:
            raise RuleError("Type a whole number from {least} to {most}.", least=0, most=_MOST)
        return int(text)

    def set_value(self, value: Any) -> None:
        """Show ``value``, None as nothing."""
        self.setText("" if value is None else str(value))


def _switch(name: str, label: str, meaning: str) -> Field:
    return Field(name, label, Tick(meaning))


class PolicyForm(Form):
    """Every switch; ``policy`` and ``show_policy`` read and write them all."""

    def __init__(self) -> None:
        new_day = ChipChoice(NewDay)
        super().__init__(
            Field("new_day", _("In the morning the order"), new_day),
            (
                Field("max_makeups", _("Make-up turns per absence, at most"), WholeEdit()),
                Field("unattended_alarm", _("Unattended turns red after (seconds)"), WholeEdit()),
            ),
            _switch("phone_customer_counts", _("Phoned before"), _("Who phoned and asks for somebody uses their turn")),
            _switch("returning_counts", _("Came before"), _("A returning customer uses the owner's turn")),
            _switch("referral_counts", _("Referred"), _("Who was referred and asks for somebody uses their turn")),
            _switch("household", _("Household"), _("Family and colleagues of a known customer count as that customer")),
            Field(
                *("follow_up_gate", _("Follow-ups overdue by more than so many days cost the turn"), WholeEdit()),
                hint=_("Empty: follow-ups cost no turn."),
            ),
        )

    def show_policy(self, policy: Policy) -> None:
        """Show a rulebook."""
        self.set_values({name: getattr(policy, name) for name in self.names()})

    def policy(self) -> Policy:
        """The rulebook as it is set. Raises RuleError at the switch that is wrong."""
        values = self.values()
        for name in ("max_makeups", "unattended_alarm"):
            if values[name] is None:
                raise RuleError("Type a whole number from {least} to {most}.", field=name, least=0, most=_MOST)
        return Policy(**values)

    @staticmethod
    def names() -> tuple[str, ...]:
        """The switches."""
        return tuple(Policy.__dataclass_fields__)


class RulesPage(QWidget):
    """The rulebook in words at the right; the switches at the left for who may change them."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self._shown: Policy | None = None
        self.form = PolicyForm()
        self.save_button = Button(_("Save"), self.save, kind="primary", name="save_policy")
        switches = Panel(_("Switches of the rulebook"))
        switches.add(scrolled(self.form), row("stretch", self.save_button))
        switches.setVisible(floor.may_manage)
        self._words = Text("", wrap=True)
        said = Panel(_("The rules in force"))
        words = [self._words]
        if not floor.may_manage:
            words.append(Text(_("A sales manager can change them."), "dim", wrap=True))
        said.add(scrolled(column(*words, "stretch")))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(switches, 3)
        box.addWidget(said, 2)
        self.show_floor()

    def show_floor(self) -> None:
        """Show the rules in force; switches being changed stay."""
        board = self._floor.board
        self._words.setText("\n\n".join(board.policy_words))
        if board.policy != self._shown:
            self._shown = board.policy
            self.form.show_policy(board.policy)

    def save(self) -> None:
        """Change the rulebook from now on."""

        def change(values: dict[str, Any]) -> None:
            self._floor.do(change_policy, self.form.policy())
            notices.tell(_("The rules are changed from now on."))

        if self.form.submit(change):
            self._floor.read()
