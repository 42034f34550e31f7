"""What parts work out: what came back is worth, what was here on a day, how much to order, what a count found (W11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from models.kernel.errors import RuleError
from models.kernel.money import quantity_text, rounded
from models.stock.rules import Holding


@dataclass(frozen=True)
class Moved:
    """A movement: hundredths of a unit and fen that it added or took."""

    at: datetime
    quantity: int
    value: int


def holding_at(movements: Iterable[Moved], at: datetime) -> Holding:
    """What was here at a moment, and what it was worth: everything that had moved until then."""
    past = [each for each in movements if each.at <= at]
    return Holding(sum(each.quantity for each in past), sum(each.value for each in past))


def value_back(out: Holding, quantity: int) -> int:
    """What ``quantity`` of what is ``out`` on a work order is worth when it comes back: the value it left with.

    The last of it takes all that is left of the value, so that a work order to which nothing is issued any more costs
    nothing. Raises RuleError at ``quantity`` for more than is out.
    """
    if quantity > out.quantity:
        raise RuleError("Only {out} are out on this order.", field="quantity", out=quantity_text(out.quantity))
    return rounded(out.value * quantity, out.quantity) if out.quantity else 0


def taken_back(here: Holding, quantity: int, value: int) -> Holding:
    """What is here after a receipt of ``quantity`` worth ``value`` was taken back.

    It goes with the value it came with, as far as that is still here. Raises RuleError where it is no longer here.
    """
    if quantity > here.quantity:
        raise RuleError("Only {here} are here.", field="quantity", here=quantity_text(here.quantity))
    left = here.quantity - quantity
    return Holding(left, max(here.value - value, 0) if left else 0)


def to_order(minimum: int, maximum: int, pack: int, *, free: int) -> int:
    """How much to order: up to the maximum, in whole packs, once ``free`` is below the minimum.

    ``free`` is what is here and on order without what is reserved; it may be negative. All in hundredths.
    """
    if free >= minimum:
        return 0
    wanted = max(maximum, minimum) - free
    return -(-wanted // pack) * pack if pack else wanted


def counted_now(here: int, expected: int, counted: int) -> int:
    """What is here now by a count: its difference holds for what moved since. Raises RuleError where less than none is.

    ``expected`` is what the stock said at the moment of counting.
    """
    now = here + counted - expected
    if now < 0:
        raise RuleError("More has left since than was counted; count this part again.")
    return now
