"""Late is told before the promised time: the call, the new time, what they said (W9); other calls on an order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.service import rules, standing
from models.service.kinds import EventKind
from models.service.states import HERE_STATES
from models.service.tables import WorkOrder, WorkOrderEvent
from models.service.writing import change, log, on

_LONGEST = 600


@dataclass(frozen=True)
class LateForm:
    """The new time, whom we told, and what they said."""

    promised_at: datetime
    told: str
    said: str = ""


@action(Permission.RECEIVE_VEHICLE)
def tell_customer_late(act: Act, order_id: int, version: int, form: LateForm) -> None:
    """The customer was told that it will be later, and until when (W9).

    Raises RuleError at ``promised_at`` for a time that is past or no later than promised, at ``told`` or ``said``,
    StaleEdit, and once the vehicle is handed back.
    """
    order = WorkOrder.get_by_id(order_id)
    _refuse_gone(order)
    rules.check_promise(form.promised_at, clock.now())
    before = order.promised_at
    if before is not None and form.promised_at <= before:
        raise RuleError("This is no later than was promised.", field="promised_at")
    if not form.told:
        raise RuleError("Type a name.", field="told")
    text = _said(form.told, form.said)
    change(act, order, version, promised_at=form.promised_at)
    log(act, order, EventKind.TOLD_LATE, text, before=before, after=form.promised_at)


@action(Permission.RECEIVE_VEHICLE)
def note_call(act: Act, order_id: int, called: str, said: str) -> None:
    """The customer was called about the order, or was not reached: who, and what they said.

    Raises RuleError at ``called`` or ``said``, and once the vehicle is gone and nothing is owed.
    """
    order = WorkOrder.get_by_id(order_id)
    if standing.owed_of(order) <= 0:
        _refuse_gone(order)
    for field, text in (("called", called), ("said", said)):
        if not text:
            raise RuleError("This must be filled in.", field=field)
    log(act, order, EventKind.CALLED, _said(called, said))
    on(act, order)


def _said(name: str, said: str) -> str:
    limited(name, _LONGEST // 10, "told")
    limited(said, _LONGEST, "said")
    text = _("{name}: “{said}”").format(name=name, said=said) if said else name
    return limited(text, WorkOrderEvent.text.limit, "said")


def _refuse_gone(order: WorkOrder) -> None:
    if order.state not in HERE_STATES:
        raise RuleError("The vehicle is not here: the order is “{state}”.", state=order.state)
