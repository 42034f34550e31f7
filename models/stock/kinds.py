"""States of a unit in stock, what is done with it, and how long it has been here (S3)."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.errors import RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Permission


class UnitState(LabelledEnum):
    """Where a unit stands; one that is reserved may be here or on its way."""

    IN_TRANSIT = "in_transit", N_("In transit")
    IN_STOCK = "in_stock", N_("In stock")
    RESERVED = "reserved", N_("Reserved")
    DEMO = "demo", N_("Demo")
    SOLD = "sold", N_("Sold to a customer")
    GONE = "gone", N_("Left the stock")


class UnitAction(LabelledEnum):
    """What a person does with a unit; what a contract does with it is no move of theirs."""

    ARRIVE = "arrive", N_("Note the arrival")
    MOVE = "move", N_("Move")
    DRIVE = "drive", N_("Note the mileage")
    SHOW = "show", N_("Make it a demo")
    END_DEMO = "end_demo", N_("No demo any longer")
    CORRECT = "correct", N_("Correct")
    LEAVE = "leave", N_("Write off or return")


class MovementKind(LabelledEnum):
    """What a movement is; each is appended and never changed."""

    ANNOUNCED = "announced", N_("Announced")
    RECEIVED = "received", N_("Taken in")
    MOVED = "moved", N_("Moved")
    DRIVEN = "driven", N_("Mileage noted")
    DEMO = "demo", N_("Made a demo")
    DEMO_ENDED = "demo_ended", N_("No demo any longer")
    RESERVED = "reserved", N_("Reserved")
    RELEASED = "released", N_("Set free")
    SOLD = "sold", N_("Sold to a customer")
    CORRECTED = "corrected", N_("Corrected")
    WRITTEN_OFF = "written_off", N_("Written off")
    RETURNED = "returned", N_("Returned to the supplier")
    ISSUED = "issued", N_("Issued")


class Leaving(LabelledEnum):
    """How a unit leaves without being sold."""

    WRITTEN_OFF = "written_off", N_("Write off")
    RETURNED = "returned", N_("Return to the supplier")


class AgeBand(LabelledEnum):
    """How long something has been here, in days."""

    MONTH = "month", N_("0–30 days")
    TWO_MONTHS = "two_months", N_("31–60 days")
    THREE_MONTHS = "three_months", N_("61–90 days")
    OLD = "old", N_("over 90 days")


class StockFilter(LabelledEnum):
    """The chips above the stock list; ``OLD`` is here longer than 90 days."""

    ALL = "all", N_("All")
    IN_STOCK = "in_stock", N_("In stock")
    IN_TRANSIT = "in_transit", N_("In transit")
    RESERVED = "reserved", N_("Reserved")
    DEMO = "demo", N_("Demo")
    SOLD = "sold", N_("Sold to a customer")
    OLD = "old", N_("Over 90 days")
    GONE = "gone", N_("Left the stock")


class UnitSort(LabelledEnum):
    """What the stock list is sorted by; ``COST`` only for who may see it."""

    AGE = "age", N_("Age")
    NUMBER = "number", N_("VIN or serial number")
    ITEM = "item", N_("Item")
    STATE = "state", N_("State")
    PLACE = "place", N_("Where it stands")
    COST = "cost", N_("Cost")


MOVES_GOODS = (
    *(MovementKind.RECEIVED, MovementKind.SOLD, MovementKind.CORRECTED, MovementKind.WRITTEN_OFF),
    *(MovementKind.RETURNED, MovementKind.ISSUED),
)
"""The movements whose quantities come to what is here."""

FREE_STATES = (UnitState.IN_STOCK, UnitState.DEMO, UnitState.IN_TRANSIT)
"""The states in which a contract may take a unit."""

STATE_TONES = {
    UnitState.IN_STOCK: "ok",
    UnitState.IN_TRANSIT: "accent",
    UnitState.RESERVED: "warn",
    UnitState.DEMO: "accent",
    UnitState.SOLD: "neutral",
    UnitState.GONE: "bad",
}
"""How each is coloured."""


@dataclass(frozen=True)
class UnitFacts:
    """What the guards of a unit ask: whether it is here."""

    here: bool = True


def _is_here(facts: UnitFacts) -> None:
    if not facts.here:
        raise RuleError("It has not arrived yet.")


def _is_on_its_way(facts: UnitFacts) -> None:
    if facts.here:
        raise RuleError("It is here already.")


_S, _A, _P = UnitState, UnitAction, Permission
_HERE = (_S.IN_STOCK, _S.RESERVED, _S.DEMO)
UNIT_MOVES = {
    (_S.IN_TRANSIT, _A.ARRIVE): Move(_S.IN_STOCK, _P.KEEP_STOCK, _is_on_its_way),
    (_S.RESERVED, _A.ARRIVE): Move(_S.RESERVED, _P.KEEP_STOCK, _is_on_its_way),
    **{(state, _A.MOVE): Move(state, _P.KEEP_STOCK, _is_here) for state in _HERE},
    **{(state, _A.DRIVE): Move(state, _P.KEEP_STOCK, _is_here) for state in _HERE},
    (_S.IN_STOCK, _A.SHOW): Move(_S.DEMO, _P.KEEP_STOCK, _is_here),
    (_S.DEMO, _A.END_DEMO): Move(_S.IN_STOCK, _P.KEEP_STOCK, _is_here),
    **{(state, _A.CORRECT): Move(state, _P.KEEP_STOCK) for state in (*_HERE, _S.IN_TRANSIT)},
    **{(state, _A.LEAVE): Move(_S.GONE, _P.WRITE_OFF_STOCK) for state in (_S.IN_TRANSIT, _S.IN_STOCK, _S.DEMO)},
}
