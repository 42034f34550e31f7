"""Quality in three steps by different people, road test, internal rework, wash (W8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.kernel import clock
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.i18n import label
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.service import checking_in, standing, terms
from models.service.kinds import Check, EventKind, WorkState
from models.service.states import WorkOrderAction, WorkOrderState
from models.service.tables import QualityCheck, WorkLine, WorkOrder
from models.service.writing import log, move_on, on

LONGEST_ROAD_TEST = 200


@dataclass(frozen=True)
class CheckForm:
    """How the second or the final check went; a failed one names why and the lines that are done again."""

    step: Check
    passed: bool
    reason: str = ""
    redo: tuple[int, ...] = ()
    road_test_km: int | None = None


@action(Permission.CHECK_WORK)
def check_order(act: Act, order_id: int, form: CheckForm) -> None:
    """A step of quality by somebody who did none of the work, and by another one each (W8).

    With the last step the order is ready, unless it is still to be washed; a failed one goes back to work, its lines
    count as internal rework. Raises RuleError for the wrong person or order of steps, and at ``road_test_km``,
    ``reason`` or ``redo``.
    """
    order = WorkOrder.get_by_id(order_id)
    if order.state is not WorkOrderState.QUALITY_CHECK:
        raise RuleError("The order is not in the quality check; it is “{state}”.", state=order.state)
    limited(form.reason, QualityCheck.reason.limit, "reason")
    _check_step(act, order, form)
    _check_road_test(order, form)
    if form.passed:
        _write(act, order, form)
        log(act, order, EventKind.CHECKED, label(form.step))
        checking_in.pass_if_checked(act, order)
    else:
        _send_back(act, order, form)
    on(act, order)
    act.note(step=form.step.value, passed=form.passed)


def steps_of(order: WorkOrder) -> tuple[Check, ...]:
    """The steps that are asked of the whole order, one after the other."""
    template = terms.template_of(order.template)
    asked = ((Check.SECOND, template.second_check), (Check.FINAL, template.final_check))
    return tuple(step for step, wanted in asked if wanted)


def _check_step(act: Act, order: WorkOrder, form: CheckForm) -> None:
    steps = steps_of(order)
    if form.step not in steps:
        raise RuleError("This step is not asked of the order.", field="step")
    if act.actor.id in standing.workers_of(order):
        raise RuleError("Who worked on it does not check it.", field="step")
    if standing.passed_by(order, form.step) is not None:
        raise RuleError("This step is done already.", field="step")
    for before in steps[: steps.index(form.step)]:
        by = standing.passed_by(order, before)
        if by is None:
            raise RuleError("“{name}” comes first.", field="step", name=label(before))
        if by == act.actor.id:
            raise RuleError("Each step is checked by somebody else.", field="step")


def road_test_of(order: WorkOrder) -> bool:
    """Whether a road test is asked for: by what was done, if the customer allows it."""
    return order.road_test_allowed and any(line.road_test for line in standing.chosen_labour(order))


def _check_road_test(order: WorkOrder, form: CheckForm) -> None:
    km = form.road_test_km
    if km is not None and not order.road_test_allowed:
        raise RuleError("The customer has not allowed a road test.", field="road_test_km")
    if km is not None and not 0 < km <= LONGEST_ROAD_TEST:
        raise RuleError(
            "Type a whole number from {least} to {most}.", field="road_test_km", least=1, most=LONGEST_ROAD_TEST
        )
    last = form.step is steps_of(order)[-1]
    if form.passed and last and km is None and road_test_of(order):
        raise RuleError("What was done asks for a road test: type the km.", field="road_test_km")


def _write(act: Act, order: WorkOrder, form: CheckForm, line_id: int | None = None) -> None:
    QualityCheck.create(
        order=order,
        line=line_id,
        step=form.step,
        passed=form.passed,
        road_test_km=form.road_test_km,
        reason=form.reason,
        staff=act.actor.id,
    )


def _send_back(act: Act, order: WorkOrder, form: CheckForm) -> None:
    if not form.reason:
        raise RuleError("Give a reason.", field="reason")
    lines = _redone(order, form.redo)
    _write(act, order, form)
    move_on(act, order, WorkOrderAction.FAIL, washed_at=None, washed_by_id=None)
    for line in lines:
        _write(act, order, form, line.id)
        save_edit(line, line.version, {"work": WorkState.STOPPED, "done_at": None})
        log(act, order, EventKind.FAILED, form.reason, line_id=line.id)


def _redone(order: WorkOrder, line_ids: Sequence[int]) -> list[WorkLine]:
    lines = {line.id: line for line in standing.chosen_labour(order)}
    if not line_ids or not set(line_ids) <= set(lines):
        raise RuleError("Say which work has to be done again.", field="redo")
    return [lines[line_id] for line_id in sorted(set(line_ids))]


@action(Permission.CHECK_WORK)
def note_wash(act: Act, order_id: int, washed: bool = True) -> None:
    """It is washed, or the customer wants it unwashed; with every step passed the order is ready (W8).

    Raises RuleError before the quality check and after the order is ready.
    """
    order = WorkOrder.get_by_id(order_id)
    if order.state is not WorkOrderState.QUALITY_CHECK:
        raise RuleError("The order is not in the quality check; it is “{state}”.", state=order.state)
    at, by = (clock.now(), act.actor.id) if washed else (None, None)
    save_edit(order, order.version, {"washed_at": at, "washed_by_id": by, "wash_wanted": washed})
    on(act, order)
    act.note(washed=washed)
    checking_in.pass_if_checked(act, order)
