"""The pre-inspection: points in order, soon, now; what was measured, photos (W4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.i18n import _, pick
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.papers.actions import put_beside
from models.service import terms
from models.service.kinds import EventKind, Grade, LineKind
from models.service.states import WorkOrderAction, WorkOrderState
from models.service.tables import InspectionPoint, WorkLine, WorkOrder
from models.service.writing import log, move_on, on

SURVEY_FEE = "survey_fee"
"""The code of the line that is proposed for a survey visit's fee."""

_OPEN_STATES = (WorkOrderState.RECEIVED, WorkOrderState.INSPECTED)


@dataclass(frozen=True)
class PointForm:
    """What was found at a point; ``photo`` is its name and content, None leaves the one that is there."""

    grade: Grade
    measured: str = ""
    note: str = ""
    photo: tuple[str, bytes] | None = None


@action(Permission.INSPECT_VEHICLE)
def judge_point(act: Act, point_id: int, form: PointForm) -> None:
    """Say how a point is. Raises RuleError at the field that is wrong, and when it is too late."""
    point = InspectionPoint.get_by_id(point_id)
    order = _open(point.order_id)
    values: dict[str, Any] = {"grade": form.grade, "measured": form.measured, "note": form.note}
    for name in ("measured", "note"):
        limited(values[name], getattr(InspectionPoint, name).limit, name)
    if form.photo is not None:
        values["attachment"] = put_beside(act, "work_order", order.id, *form.photo).id
    judged = form.grade is not Grade.OPEN
    values |= {"staff": act.actor.id if judged else None, "at": clock.now() if judged else None}
    InspectionPoint.update(**values).where(InspectionPoint.id == point_id).execute()
    on(act, order)
    act.note(point=point.code, grade=form.grade.value)


@action(Permission.INSPECT_VEHICLE)
def judge_rest(act: Act, order_id: int) -> None:
    """What has not been said anything of is in order."""
    order = _open(order_id)
    open_ones = (InspectionPoint.order == order_id) & (InspectionPoint.grade == Grade.OPEN)
    values = {"grade": Grade.OK, "staff": act.actor.id, "at": clock.now()}
    count = InspectionPoint.update(**values).where(open_ones).execute()
    on(act, order)
    act.note(points=int(count))


def _open(order_id: int) -> WorkOrder:
    order: WorkOrder = WorkOrder.get_by_id(order_id)
    if order.state not in _OPEN_STATES:
        raise RuleError("The inspection is closed: the order is “{state}”.", state=order.state)
    return order


@action(Permission.INSPECT_VEHICLE)
def finish_inspection(act: Act, order_id: int) -> None:
    """Every point is judged; the fee of a survey visit is proposed as a line of the estimate, which the advisor may
    change or take out (W13). Raises RuleError naming the points that are not.
    """
    order = WorkOrder.get_by_id(order_id)
    move_on(act, order, WorkOrderAction.INSPECT)
    _propose_survey_fee(order)
    log(act, order, EventKind.INSPECTED)


def _propose_survey_fee(order: WorkOrder) -> None:
    lines = WorkLine.select(WorkLine.code, WorkLine.position).where(WorkLine.order == order.id)
    before = list(lines.tuples())
    if not order.survey_fee or any(code == SURVEY_FEE for code, _position in before):
        return
    WorkLine.create(
        order=order,
        position=max((position for _code, position in before), default=-1) + 1,
        kind=LineKind.OTHER,
        code=SURVEY_FEE,
        name=_fee_name(order),
        quantity=100,
        unit_price=order.survey_fee,
    )


def _fee_name(order: WorkOrder) -> str:
    """The fee as the template calls it, where it is one of the template's."""
    fees = terms.template_of(order.template).survey_fees
    named = next((pick(each.name) for each in fees if each.fee == order.survey_fee), "")
    words = _("Survey fee")
    return _("{name} ({found})").format(name=words, found=named)[: WorkLine.name.limit] if named else words
