"""States of a delivery and who may move it on (D2); what each step asks, all of it said by name (D1, D3)."""

from __future__ import annotations

from dataclasses import dataclass

from models.delivery.kinds import BlockerKind
from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum, _
from models.kernel.permissions import Permission
from models.sales.states import refuse_colleagues


class DeliveryState(LabelledEnum):
    """D2; that it was postponed is an event, that it is late is read from its time."""

    PLANNED = "planned", N_("Planned")
    CONFIRMED = "confirmed", N_("Confirmed")
    READY = "ready", N_("Ready")
    HANDED_OVER = "handed_over", N_("Handed over to the customer")
    FOLLOWED_UP = "followed_up", N_("Followed up")
    CLOSED = "closed", N_("Closed")
    CANCELLED = "cancelled", N_("Cancelled")


class DeliveryAction(LabelledEnum):
    """What is done with a delivery."""

    CONFIRM = "confirm", N_("Confirm")
    MAKE_READY = "make_ready", N_("Ready for hand-over")
    HAND_OVER = "hand_over", N_("Hand over to the customer")
    FOLLOW_UP = "follow_up", N_("Followed up")
    CLOSE = "close", N_("Close")
    POSTPONE = "postpone", N_("Postpone")
    CANCEL = "cancel", N_("Cancel delivery")


LIVE_STATES = (DeliveryState.PLANNED, DeliveryState.CONFIRMED, DeliveryState.READY)
"""The states before the hand-over: the time in the calendar is taken, items may be done and undone."""

DONE_STATES = (DeliveryState.HANDED_OVER, DeliveryState.FOLLOWED_UP, DeliveryState.CLOSED)
"""The states in which the goods are the customer's."""


@dataclass(frozen=True)
class Blocker:
    """One thing that stands in the way: ``name`` is its wording on the sheet, ``amount`` in fen, for money."""

    kind: BlockerKind
    name: str = ""
    amount: int = 0
    item_id: int = 0

    @property
    def text(self) -> str:
        """What is missing, in the screen's language."""
        return _(_TEXTS[self.kind]).format(name=self.name, amount=money.plain(self.amount))


_TEXTS = {
    BlockerKind.ITEM: N_("“{name}” is open"),
    BlockerKind.INSPECTION: N_("the inspection is open: “{name}”"),
    BlockerKind.MONEY: N_("{amount} of “{name}” is not paid"),
    BlockerKind.UNIT: N_("{name} has not been compared at the goods"),
    BlockerKind.RESERVATION: N_("nothing is reserved for “{name}”"),
    BlockerKind.ARRIVAL: N_("{name} has not arrived"),
    BlockerKind.DISPATCH: N_("the dispatch note is not approved"),
    BlockerKind.SIGNATURE: N_("the customer has not signed"),
    BlockerKind.CALL: N_("the customer has not been reached by the call of the day before"),
    BlockerKind.CONTRACT: N_("the contract is “{name}”"),
    BlockerKind.BOOKING: N_("the cashier has not booked it as delivered"),
    BlockerKind.DEFECT: N_("the defect “{name}” is not mended"),
}


@dataclass(frozen=True)
class DeliveryFacts:
    """What the guards ask: what blocks each step; ``own`` is one's own, or anybody's for a manager."""

    own: bool = True
    confirm: tuple[Blocker, ...] = ()
    ready: tuple[Blocker, ...] = ()
    hand_over: tuple[Blocker, ...] = ()
    follow_up: tuple[Blocker, ...] = ()
    close: tuple[Blocker, ...] = ()


def refuse_blocked(blockers: tuple[Blocker, ...]) -> None:
    """Raises RuleError that names everything in the way."""
    if blockers:
        missing = _("; ").join(blocker.text for blocker in blockers)
        raise RuleError("Not yet possible: {missing}.", field="blockers", missing=missing)


def _own(facts: DeliveryFacts) -> None:
    refuse_colleagues(facts.own)


def _may_be_confirmed(facts: DeliveryFacts) -> None:
    _own(facts)
    refuse_blocked(facts.confirm)


def _may_be_ready(facts: DeliveryFacts) -> None:
    _own(facts)
    refuse_blocked(facts.ready)


def _may_be_handed_over(facts: DeliveryFacts) -> None:
    _own(facts)
    refuse_blocked(facts.hand_over)


def _may_be_followed_up(facts: DeliveryFacts) -> None:
    refuse_blocked(facts.follow_up)


def _may_be_closed(facts: DeliveryFacts) -> None:
    refuse_blocked(facts.close)


_S, _A, _P = DeliveryState, DeliveryAction, Permission
DELIVERY_MOVES = {
    (_S.PLANNED, _A.CONFIRM): Move(_S.CONFIRMED, _P.PLAN_DELIVERY, _may_be_confirmed),
    (_S.CONFIRMED, _A.MAKE_READY): Move(_S.READY, _P.PLAN_DELIVERY, _may_be_ready),
    (_S.READY, _A.HAND_OVER): Move(_S.HANDED_OVER, _P.HAND_OVER, _may_be_handed_over),
    (_S.HANDED_OVER, _A.FOLLOW_UP): Move(_S.FOLLOWED_UP, _P.PREPARE_DELIVERY, _may_be_followed_up),
    (_S.FOLLOWED_UP, _A.CLOSE): Move(_S.CLOSED, _P.PLAN_DELIVERY, _may_be_closed),
    **{(state, _A.POSTPONE): Move(_S.PLANNED, _P.PLAN_DELIVERY, _own) for state in LIVE_STATES},
    **{(state, _A.CANCEL): Move(_S.CANCELLED, _P.PLAN_DELIVERY, _own) for state in LIVE_STATES},
}
