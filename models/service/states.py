"""States of a work order and who may move it on (W2); what each gate asks, all of it said by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum, _
from models.kernel.permissions import Permission
from models.service.kinds import BlockerKind


class WorkOrderState(LabelledEnum):
    """W2; that it is late is read from its promised time."""

    BOOKED = "booked", N_("To be received")
    RECEIVED = "received", N_("Vehicle received")
    INSPECTED = "inspected", N_("Inspected")
    ESTIMATED = "estimated", N_("Estimated")
    AUTHORISED = "authorised", N_("Authorised")
    DISPATCHED = "dispatched", N_("Dispatched")
    IN_WORK = "in_work", N_("Work in progress")
    WAITING_APPROVAL = "waiting_approval", N_("Waiting for approval")
    WAITING_PARTS = "waiting_parts", N_("Waiting for parts")
    QUALITY_CHECK = "quality_check", N_("Quality check")
    READY = "ready", N_("Ready for the customer")
    SETTLED = "settled", N_("Settled")
    HANDED_BACK = "handed_back", N_("Handed back")
    FOLLOWED_UP = "followed_up", N_("Followed up")
    CLOSED = "closed", N_("Closed")
    CANCELLED = "cancelled", N_("Cancelled")


class WorkOrderAction(LabelledEnum):
    """What moves a work order on."""

    RECEIVE = "receive", N_("Receive the vehicle")
    INSPECT = "inspect", N_("Inspection done")
    ESTIMATE = "estimate", N_("Give the estimate")
    REOPEN = "reopen", N_("Take the estimate back")
    AUTHORISE = "authorise", N_("Authorise")
    DISPATCH = "dispatch", N_("Dispatch")
    START = "start", N_("Begin the work")
    WAIT_APPROVAL = "wait_approval", N_("Wait for the customer's answer")
    WAIT_PARTS = "wait_parts", N_("Wait for parts")
    RESUME = "resume", N_("Go on")
    FINISH = "finish", N_("To the quality check")
    FAIL = "fail", N_("Back to work")
    PASS = "pass", N_("Ready for the customer")
    SETTLE = "settle", N_("Settle")
    UNSETTLE = "unsettle", N_("Take the settlement back")
    HAND_BACK = "hand_back", N_("Hand back")
    FOLLOW_UP = "follow_up", N_("Followed up")
    CLOSE = "close", N_("Close")
    CANCEL = "cancel", N_("Cancel")


_S, _A, _P = WorkOrderState, WorkOrderAction, Permission

SHEET_STATES = (_S.BOOKED, _S.RECEIVED, _S.INSPECTED, _S.ESTIMATED, _S.AUTHORISED)
"""While the reception sheet may be changed."""

ESTIMATE_STATES = (_S.RECEIVED, _S.INSPECTED)
"""While lines may be added and changed without the customer's consent."""

WORK_STATES = (_S.DISPATCHED, _S.IN_WORK, _S.WAITING_APPROVAL, _S.WAITING_PARTS)
"""While technicians work on it."""

BEFORE_WORK = (_S.BOOKED, _S.RECEIVED, _S.INSPECTED, _S.ESTIMATED, _S.AUTHORISED, _S.DISPATCHED)
"""While it may be cancelled."""

HERE_STATES = (
    *(_S.RECEIVED, _S.INSPECTED, _S.ESTIMATED, _S.AUTHORISED, *WORK_STATES),
    *(_S.QUALITY_CHECK, _S.READY, _S.SETTLED),
)
"""While the vehicle is here."""

LIVE_STATES = (_S.BOOKED, *HERE_STATES)
"""While anything is still to be done before the customer has it back."""

BACK_STATES = (_S.HANDED_BACK, _S.FOLLOWED_UP, _S.CLOSED)
"""The customer has it back."""


@dataclass(frozen=True)
class Blocker:
    """One thing that stands in the way: ``name`` is its wording, ``amount`` in fen, for money."""

    kind: BlockerKind
    name: str = ""
    amount: int = 0
    line_id: int = 0

    @property
    def text(self) -> str:
        """What is missing, in the screen's language."""
        return _(_TEXTS[self.kind]).format(name=self.name, amount=money.plain(self.amount))


_TEXTS = {
    BlockerKind.VEHICLE: N_("no vehicle is chosen"),
    BlockerKind.SHEET: N_("“{name}” is missing on the reception sheet"),
    BlockerKind.POINT: N_("“{name}” is not checked"),
    BlockerKind.LINES: N_("the estimate has no line"),
    BlockerKind.CHOICE: N_("the customer has not decided on “{name}”"),
    BlockerKind.PROMISE: N_("the promised time is missing or past"),
    BlockerKind.MISSING: N_("“{name}” is not here; ask the customer what to do"),
    BlockerKind.CONSENT: N_("the customer has not authorised work, price and time"),
    BlockerKind.DEPOSIT: N_("{amount} is to be paid before the work"),
    BlockerKind.TECHNICIAN: N_("nobody is to do “{name}”"),
    BlockerKind.EXTRA: N_("the customer has not answered on “{name}”"),
    BlockerKind.WORK: N_("“{name}” is not done"),
    BlockerKind.CHECK: N_("the step “{name}” is missing"),
    BlockerKind.WASH: N_("it is not washed"),
    BlockerKind.PARTS: N_("of “{name}” not as much is settled as was issued"),
    BlockerKind.CEILING: N_("{amount} more than the customer has authorised"),
    BlockerKind.DISCOUNT: N_("a discount of {amount} needs a manager's approval"),
    BlockerKind.MONEY: N_("{amount} is not paid"),
    BlockerKind.PAID: N_("{amount} was received; reverse the receipts first"),
    BlockerKind.FOLLOW_UP: N_("the customer has not been called after the work"),
}


@dataclass(frozen=True)
class WorkOrderFacts:
    """What the guards ask: what blocks each step; a step that nothing is said of is free."""

    blockers: Mapping[WorkOrderAction, tuple[Blocker, ...]] = field(default_factory=dict)


def refuse_blocked(blockers: tuple[Blocker, ...]) -> None:
    """Raises RuleError that names everything in the way."""
    if blockers:
        missing = _("; ").join(blocker.text for blocker in blockers)
        raise RuleError("Not yet possible: {missing}.", field="blockers", missing=missing)


def _unblocked(what: WorkOrderAction) -> Move[WorkOrderState, WorkOrderFacts]:
    target, permission = _TARGETS[what]
    return Move(target, permission, lambda facts: refuse_blocked(facts.blockers.get(what, ())))


_TARGETS = {
    _A.RECEIVE: (_S.RECEIVED, _P.RECEIVE_VEHICLE),
    _A.INSPECT: (_S.INSPECTED, _P.INSPECT_VEHICLE),
    _A.ESTIMATE: (_S.ESTIMATED, _P.ESTIMATE_WORK),
    _A.REOPEN: (_S.INSPECTED, _P.ESTIMATE_WORK),
    _A.AUTHORISE: (_S.AUTHORISED, _P.ESTIMATE_WORK),
    _A.DISPATCH: (_S.DISPATCHED, _P.DISPATCH_WORK),
    _A.START: (_S.IN_WORK, _P.DO_WORK),
    _A.WAIT_APPROVAL: (_S.WAITING_APPROVAL, _P.INSPECT_VEHICLE),
    _A.WAIT_PARTS: (_S.WAITING_PARTS, _P.INSPECT_VEHICLE),
    _A.RESUME: (_S.IN_WORK, _P.INSPECT_VEHICLE),
    _A.FINISH: (_S.QUALITY_CHECK, _P.DO_WORK),
    _A.FAIL: (_S.IN_WORK, _P.CHECK_WORK),
    _A.PASS: (_S.READY, _P.CHECK_WORK),
    _A.SETTLE: (_S.SETTLED, _P.SETTLE_WORK),
    _A.UNSETTLE: (_S.READY, _P.APPROVE_WORK),
    _A.HAND_BACK: (_S.HANDED_BACK, _P.RECEIVE_VEHICLE),
    _A.FOLLOW_UP: (_S.FOLLOWED_UP, _P.FOLLOW_UP),
    _A.CLOSE: (_S.CLOSED, _P.ESTIMATE_WORK),
    _A.CANCEL: (_S.CANCELLED, _P.RECEIVE_VEHICLE),
}

WORK_ORDER_MOVES = {
    (_S.BOOKED, _A.RECEIVE): _unblocked(_A.RECEIVE),
    (_S.RECEIVED, _A.INSPECT): _unblocked(_A.INSPECT),
    (_S.INSPECTED, _A.ESTIMATE): _unblocked(_A.ESTIMATE),
    (_S.ESTIMATED, _A.REOPEN): _unblocked(_A.REOPEN),
    (_S.AUTHORISED, _A.REOPEN): _unblocked(_A.REOPEN),
    (_S.ESTIMATED, _A.AUTHORISE): _unblocked(_A.AUTHORISE),
    (_S.AUTHORISED, _A.DISPATCH): _unblocked(_A.DISPATCH),
    (_S.DISPATCHED, _A.START): _unblocked(_A.START),
    **{(state, _A.WAIT_APPROVAL): _unblocked(_A.WAIT_APPROVAL) for state in (_S.IN_WORK, _S.DISPATCHED)},
    **{(state, _A.WAIT_PARTS): _unblocked(_A.WAIT_PARTS) for state in (_S.IN_WORK, _S.DISPATCHED)},
    **{(state, _A.RESUME): _unblocked(_A.RESUME) for state in (_S.WAITING_APPROVAL, _S.WAITING_PARTS)},
    (_S.IN_WORK, _A.FINISH): _unblocked(_A.FINISH),
    (_S.QUALITY_CHECK, _A.FAIL): _unblocked(_A.FAIL),
    (_S.QUALITY_CHECK, _A.PASS): _unblocked(_A.PASS),
    (_S.READY, _A.SETTLE): _unblocked(_A.SETTLE),
    (_S.SETTLED, _A.UNSETTLE): _unblocked(_A.UNSETTLE),
    (_S.SETTLED, _A.HAND_BACK): _unblocked(_A.HAND_BACK),
    (_S.HANDED_BACK, _A.FOLLOW_UP): _unblocked(_A.FOLLOW_UP),
    (_S.FOLLOWED_UP, _A.CLOSE): _unblocked(_A.CLOSE),
    **{(state, _A.CANCEL): _unblocked(_A.CANCEL) for state in BEFORE_WORK},
}
