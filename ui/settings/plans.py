"""Plans of payment (S7): choose one, and say its stages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import N_, LabelledEnum, _, pick
from models.kernel.permissions import Actor
from models.shop.profile import trade
from models.shop.terms_actions import PlanForm, StageForm, change_plan, plan_form
from models.trades.template import DueEvent
from ui.kit.editors import ChoiceBox, CountEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Text, row
from ui.settings.stage_value import StageValue
from ui.settings.typed_rows import TypedRows


class _When(LabelledEnum):
    """On which side of its event a stage is due."""

    AFTER = "after", N_("days after the event")
    BEFORE = "before", N_("days before the event")


class PlansPart(QWidget):
    """The plans by name, and the stages of the chosen one."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code, self._touched = "", False
        self.plans = ChoiceBox([])
        self.plans.activated.connect(lambda place: self._choose())
        self.add_button = Button(_("Another plan"), self._start_new, icon="plus", name="add_plan")
        self.form = Form(Field("name", _("Name of the plan"), TextEdit(longest=40), required=True))
        self.stages = TypedRows(
            [
                ("name", _("Stage"), 3),
                ("value", _("How much"), 6),
                ("days", _("Days"), 1),
                ("side", _("When"), 3),
                ("event", _("Event"), 3),
                ("condition", _("Condition as printed"), 5),
                ("deposit", _("Deposit"), 1),
            ],
            self._inputs,
            _("Another stage"),
        )
        self.form.edited.connect(self._mark_edited)
        self.stages.edited.connect(self._mark_edited)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(row(self.plans, self.add_button, "stretch"))
        for widget in (self.form, self.stages):
            box.addWidget(widget)
        hint = _("Shares sum to 100 %, or one stage takes the rest. Amounts are rounded so that they sum to the total.")
        box.addWidget(Text(hint, "dim", wrap=True))
        box.addStretch(1)

    def _inputs(self) -> dict[str, QWidget]:
        return {
            **{"name": TextEdit(longest=40), "value": StageValue(), "days": CountEdit(0, 3650)},
            **{"side": ChoiceBox(_When), "event": ChoiceBox(DueEvent)},
            **{"condition": TextEdit(longest=200), "deposit": Tick("")},
        }

    def _mark_edited(self) -> None:
        self._touched = True
        self.edited.emit()

    def show_terms(self) -> None:
        """The plans as they stand, the one that was chosen in sight."""
        plans = trade().payment_plans
        self.plans.set_choices([(plan.code, pick(plan.name)) for plan in plans])
        if self._code not in {plan.code for plan in plans}:
            self._code = plans[-1].code if self._touched else plans[0].code
        self.plans.set_value(self._code)
        self._show_plan()

    def _choose(self) -> None:
        self._code = self.plans.value()
        self._show_plan()

    def _show_plan(self) -> None:
        plan = next(plan for plan in trade().payment_plans if plan.code == self._code)
        typed = plan_form(plan, i18n.language())
        self.form.set_values({"name": typed.name})
        self.form.clear_errors()
        self.stages.set_rows([_row(stage) for stage in typed.stages], [stage.code for stage in typed.stages])
        self._touched = False

    def _start_new(self) -> None:
        self._code = ""
        self.form.set_values({"name": ""})
        self.stages.set_rows([])
        self.stages.add_button.click()
        self.form.editor("name").setFocus()

    def save(self, actor: Actor) -> None:
        """Keep the plan in sight. Raises RuleError at its field."""
        rows = self.stages.values()
        stages = tuple(_stage(values, code) for values, code in zip(rows, self.stages.keys, strict=True))
        change_plan(actor, i18n.language(), PlanForm(self.form.values()["name"], stages, self._code))

    def show_error(self, error: RuleError) -> None:
        """Say the error at the plan's name or at its stage."""
        if error.field == "name":
            self.form.show_error(error)
            return
        place = (error.field or "").removeprefix("stages.")
        self.stages.show_error(type(error)(error.template, field=place, **error.parameters))


def _row(stage: StageForm) -> dict[str, Any]:
    side = _When.BEFORE if stage.days < 0 else _When.AFTER
    return {
        **{"name": stage.name, "value": (stage.share, stage.amount), "days": abs(stage.days), "side": side},
        **{"event": stage.event, "condition": stage.condition, "deposit": stage.deposit},
    }


def _stage(values: dict[str, Any], code: str) -> StageForm:
    share, amount = values["value"]
    days = values["days"] or 0
    return StageForm(
        *(values["name"], values["condition"], values["event"], -days if values["side"] is _When.BEFORE else days),
        *(share, amount, values["deposit"], code),
    )
