"""Quality on an order's page: three steps by different people, each with who and when; rework; wash (W8)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.service import quality_actions as quality
from models.service import terms
from models.service.kinds import Check, LineKind, Stance
from models.service.states import WorkOrderState
from models.service.views import CheckView, OrderView
from ui.kit import theme
from ui.kit.layout import clear
from ui.kit.widgets import Button, Chip, Line, Panel, Text, column, row
from ui.kit.wording import joined, moment
from ui.service import quality_asking

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_S = WorkOrderState


class QualitySection:
    """质检: self-check, second check, final check, wash."""

    def __init__(self, page: OrderPage) -> None:
        self.page = page
        self.widget = Panel(flush=True)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(theme.INSIDE, 6, theme.INSIDE, 10)
        self._rows.setSpacing(6)
        self.widget.add(row(Text(_("Quality check"), "title"), "stretch", margins=(theme.INSIDE, 8, theme.INSIDE, 8)))
        self.widget.add(Line())
        self.widget.body.addLayout(self._rows)

    def show_order(self, view: OrderView) -> None:
        """Show the steps that are asked of the order, and how each went."""
        clear(self._rows)
        checking = view.row.state is _S.QUALITY_CHECK
        self.widget.setVisible(bool(view.checks) or checking)
        if not (view.checks or checking):
            return
        template = terms.template_of(view.template)
        self._rows.addWidget(self._self_checks(view))
        steps = [(Check.SECOND, template.second_check), (Check.FINAL, template.final_check)]
        for step in (each for each, asked in steps if asked):
            self._rows.addWidget(self._step(view, step))
        for each in view.checks:
            if not each.passed and each.line_id is None:
                self._rows.addWidget(self._failed(each))
        if template.washes:
            self._rows.addWidget(self._wash(view))

    def _self_checks(self, view: OrderView) -> QWidget:
        work = [line for line in view.lines if line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN]
        last = {each.line_id: each for each in view.checks if each.line_id is not None}
        passed = sum(last[line.id].passed for line in work if line.id in last)
        chip = Chip(f"{passed} / {len(work)}", "ok" if passed == len(work) else "neutral")
        people = joined(*dict.fromkeys(each.staff for each in last.values() if each.passed))
        return _line(label(Check.SELF), people, chip)

    def _step(self, view: OrderView, step: Check) -> QWidget:
        done = _passed(view.checks, step)
        if done is not None:
            road = _("road test {km} km").format(km=done.road_test_km) if done.road_test_km else ""
            return _line(label(step), joined(done.staff, moment(done.at), road), Chip(_("Check passed"), "ok"))
        ready = view.row.state is _S.QUALITY_CHECK and self.page.actor.may(Permission.CHECK_WORK)
        button = Button(_("Check…"), partial(quality_asking.ask_check, self.page, step), name=f"check_{step.value}")
        return _line(label(step), "", Chip(_("Not checked yet"), "neutral"), *((button,) if ready else ()))

    def _failed(self, check: CheckView) -> QWidget:
        told = joined(check.staff, moment(check.at), check.reason)
        return _line(label(check.step), told, Chip(_("Back to work"), "bad"))

    def _wash(self, view: OrderView) -> QWidget:
        if view.washed_at is not None:
            return _line(_("Wash"), moment(view.washed_at), Chip(_("Washed"), "ok"))
        if not view.sheet.wash_wanted:
            return _line(_("Wash"), "", Chip(_("Not wanted"), "neutral"))
        may = view.row.state is _S.QUALITY_CHECK and self.page.actor.may(Permission.CHECK_WORK)
        act = partial(self.page.act, quality.note_wash, view.row.id)
        buttons = (
            Button(_("Washed"), partial(act, True), icon="car-wash", name="washed"),
            Button(_("Not wanted"), partial(act, False), kind="link", name="unwashed"),
        )
        return _line(_("Wash"), "", Chip(_("Not washed yet"), "neutral"), *(buttons if may else ()))


def _passed(checks: Sequence[CheckView], step: Check) -> CheckView | None:
    """The step as it was passed since the last failure."""
    found = None
    for each in checks:
        if each.line_id is None and not each.passed:
            found = None
        elif each.line_id is None and each.step is step:
            found = each
    return found


def _line(name: str, told: str, chip: Chip, *buttons: QWidget) -> QWidget:
    words = column(Text(name, "bold"), *([Text(told, "fine", wrap=True)] if told else []), gap=1)
    return row(words, "stretch", *buttons, chip)
