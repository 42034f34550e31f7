"""What happens with parts, in which states counts and purchase orders are, and how the list is cut and sorted (W11)."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.errors import RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Permission


class SlipKind(LabelledEnum):
    """A document over several parts at once; each kind has numbers of its own."""

    RECEIPT = "receipt", N_("Parts receipt")
    SUPPLIER_RETURN = "supplier_return", N_("Return to the supplier")
    USE = "use", N_("Own use or scrap")


class PartMove(LabelledEnum):
    """What a movement of a part is called."""

    RECEIVED = "received", N_("Taken in")
    TO_SUPPLIER = "to_supplier", N_("Returned to the supplier")
    ISSUED = "issued", N_("Issued to the work order")
    BROUGHT_BACK = "brought_back", N_("Back from the work order")
    USED = "used", N_("Used up")
    RESERVED = "reserved", N_("Reserved")
    RELEASED = "released", N_("Set free")
    SOLD = "sold", N_("Sold to a customer")
    COUNTED = "counted", N_("Stock count")
    CORRECTED = "corrected", N_("Corrected")


class PurchaseState(LabelledEnum):
    """Where an order with a supplier stands."""

    ORDERED = "ordered", N_("Ordered")
    RECEIVED = "received", N_("All received")
    CLOSED = "closed", N_("Closed early")


class CountState(LabelledEnum):
    """Where a count stands: it is entered, waits for its approval, is booked, or was given up."""

    OPEN = "open", N_("Being counted")
    SUBMITTED = "submitted", N_("Waits for approval")
    BOOKED = "booked", N_("Booked")
    CANCELLED = "cancelled", N_("Given up")


class CountAction(LabelledEnum):
    """What is done with a count."""

    ENTER = "enter", N_("Enter")
    SUBMIT = "submit", N_("Submit")
    APPROVE = "approve", N_("Approve and book")
    SEND_BACK = "send_back", N_("Send back")
    CANCEL = "cancel", N_("Give up")


class PartFilter(LabelledEnum):
    """The chips above the list. ``LYING`` is here, and for half a year none of it came or went."""

    ALL = "all", N_("All")
    BELOW = "below", N_("Below minimum")
    NONE = "none", N_("None here")
    RESERVED = "reserved", N_("Reserved")
    ORDERED = "ordered", N_("On order")
    LYING = "lying", N_("Lying long")
    INACTIVE = "inactive", N_("No longer kept")


class PartSort(LabelledEnum):
    """What the list is sorted by; ``VALUE`` only for who may see costs."""

    NUMBER = "number", N_("Part number")
    NAME = "name", N_("Name")
    HERE = "here", N_("Here")
    PLACE = "place", N_("Shelf place")
    VALUE = "value", N_("Value")


LYING_DAYS = 180
"""After so many days without a movement a part lies long."""


@dataclass(frozen=True)
class CountFacts:
    """What the guards of a count ask: how many lines, how many entered, whether this person entered or submitted it."""

    lines: int = 1
    entered: int = 1
    own: bool = False


def _something_entered(facts: CountFacts) -> None:
    if not facts.entered:
        raise RuleError("Nothing has been counted yet.")


def _by_somebody_else(facts: CountFacts) -> None:
    if facts.own:
        raise RuleError("Whoever counted cannot approve the differences.")


_S, _A, _P = CountState, CountAction, Permission
COUNT_MOVES = {
    (_S.OPEN, _A.ENTER): Move(_S.OPEN, _P.KEEP_PARTS),
    (_S.OPEN, _A.SUBMIT): Move(_S.SUBMITTED, _P.KEEP_PARTS, _something_entered),
    (_S.OPEN, _A.CANCEL): Move(_S.CANCELLED, _P.KEEP_PARTS),
    (_S.SUBMITTED, _A.APPROVE): Move(_S.BOOKED, _P.APPROVE_COUNT, _by_somebody_else),
    (_S.SUBMITTED, _A.SEND_BACK): Move(_S.OPEN, _P.APPROVE_COUNT),
}

COUNT_TONES = {_S.OPEN: "accent", _S.SUBMITTED: "warn", _S.BOOKED: "ok", _S.CANCELLED: "neutral"}
PURCHASE_TONES = {
    PurchaseState.ORDERED: "accent",
    PurchaseState.RECEIVED: "ok",
    PurchaseState.CLOSED: "neutral",
}
"""How each is coloured."""
