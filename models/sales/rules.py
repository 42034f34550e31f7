"""Rules of prices, discounts, approvals and stages on plain values; money in fen (S1, S2, S6, S7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.i18n import N_
from models.kernel.permissions import Role
from models.sales.states import ApprovalStep
from models.trades.template import DiscountLimit

MOST_LINES = 200


@dataclass(frozen=True)
class PricedLine:
    """A line as the price needs it: quantity in hundredths; unit price, discount and unit cost in fen.

    ``listed`` is what the catalogue asks for one, 0 for a free line. A negative price is a deduction;
    what is ``appraised`` was approved as such (S5).
    """

    category: str
    quantity: int
    unit_price: int
    discount: int = 0
    cost: int = 0
    listed: int = 0
    appraised: bool = False

    @property
    def list_price(self) -> int:
        """Quantity times price, rounded once."""
        return money.line_amount(self.unit_price, self.quantity)

    @property
    def amount(self) -> int:
        """What the line costs the customer."""
        return self.list_price - self.discount

    @property
    def full_price(self) -> int:
        """What the line would cost at the catalogue's price, where that is more than the price typed."""
        return max(self.list_price, money.line_amount(self.listed, self.quantity))

    @property
    def reduction(self) -> int:
        """What is given away on the line: its discount, and what its price lies below the catalogue's (S2)."""
        return self.full_price - self.amount if self.unit_price >= 0 else 0


@dataclass(frozen=True)
class CategoryPrice:
    """What one category adds up to."""

    category: str
    list_price: int
    discount: int
    amount: int


@dataclass(frozen=True)
class Price:
    """What a quote or contract adds up to, and what makes it up."""

    categories: tuple[CategoryPrice, ...]
    whole_discount: int
    total: int
    saved: int


def price(lines: Sequence[PricedLine], whole_discount: int, order: Iterable[str]) -> Price:
    """The price of ``lines``, by category in the trade's ``order``.

    Raises RuleError at ``lines.N.discount``, ``lines`` or ``whole_discount`` where a discount is more than what it is
    taken off, or the sum too large.
    """
    if len(lines) > MOST_LINES:
        raise RuleError("At most {most} lines.", field="lines", most=MOST_LINES)
    for position, line in enumerate(lines):
        if not 0 <= line.discount <= max(line.list_price, 0):
            raise RuleError("The discount is more than the line's price.", field=f"lines.{position}.discount")
    sums = {category: _category(category, lines) for category in dict.fromkeys((*order, *(e.category for e in lines)))}
    before = sum(each.amount for each in sums.values())
    if sum(each.list_price for each in sums.values()) > money.LARGEST:
        raise RuleError("The amount is too large.", field="lines")
    if before < 0:
        raise RuleError("What is deducted is more than the price.", field="lines")
    if not 0 <= whole_discount <= before:
        raise RuleError("The discount is more than the total.", field="whole_discount")
    used = {line.category for line in lines}
    return Price(
        categories=tuple(each for code, each in sums.items() if code in used),
        whole_discount=whole_discount,
        total=before - whole_discount,
        saved=whole_discount + sum(each.discount for each in sums.values()),
    )


def _category(category: str, lines: Sequence[PricedLine]) -> CategoryPrice:
    own = [line for line in lines if line.category == category]
    list_price, discount = sum(line.list_price for line in own), sum(line.discount for line in own)
    return CategoryPrice(category, list_price, discount, list_price - discount)


class Reason(StrEnum):
    """Why a step of approval is asked for."""

    ALWAYS = auto()
    LARGE = auto()
    BELOW_COST = auto()
    BEYOND_MANAGER = auto()
    SUPPLEMENT = auto()
    LARGE_REFUND = auto()


REASONS = {
    Reason.ALWAYS: N_("Every contract"),
    Reason.LARGE: N_("Total above the countersign limit"),
    Reason.BELOW_COST: N_("Sold below cost"),
    Reason.BEYOND_MANAGER: N_("Discount beyond the sales manager's limit"),
    Reason.SUPPLEMENT: N_("Every amendment and cancellation"),
    Reason.LARGE_REFUND: N_("Refund above the owner's limit"),
}


def below_cost(lines: Sequence[PricedLine], whole_discount: int) -> bool:
    """Whether what is sold brings in less than it cost (S2); what has no cost on record does not count."""
    costed = [line for line in lines if line.cost > 0]
    cost = sum(money.line_amount(line.cost, line.quantity) for line in costed)
    return bool(costed) and sum(line.amount for line in costed) - whole_discount < cost


def may_discount(
    lines: Sequence[PricedLine], whole_discount: int, roles: Iterable[Role], limits: Sequence[DiscountLimit]
) -> bool:
    """Whether one of ``roles`` may give these discounts alone (S2).

    A discount on the whole counts against the role's general limit, together with the line discounts there.
    """
    if not whole_discount and not any(line.reduction for line in lines):
        return True
    for role in roles:
        own = [limit for limit in limits if limit.role is role]
        if own and not any(_exceeds(lines, whole_discount, limit, own) for limit in own):
            return True
    return False


def may_offer(
    lines: Sequence[PricedLine], whole_discount: int, roles: Collection[Role], limits: Sequence[DiscountLimit]
) -> bool:
    """Whether one of ``roles`` may offer this alone: below cost only the owner, a trade-in a manager too (S2, S5)."""
    if below_cost(lines, whole_discount):
        return Role.OWNER in roles
    if deducts(lines) and not {Role.SALES_MANAGER, Role.OWNER} & set(roles):
        return False
    return may_discount(lines, whole_discount, roles, limits)


def deducts(lines: Sequence[PricedLine]) -> bool:
    """Whether something is taken off the price as a line of its own that no manager has approved as an appraisal."""
    return any(line.unit_price < 0 and not line.appraised for line in lines)


def lowest_role_that_may(lines: Sequence[PricedLine], whole_discount: int, limits: Sequence[DiscountLimit]) -> Role:
    """The first of consultant, manager, owner who may offer this alone (S2)."""
    lower = (Role.SALES, Role.SALES_MANAGER)
    return next((role for role in lower if may_offer(lines, whole_discount, (role,), limits)), Role.OWNER)


def counted(
    lines: Sequence[PricedLine], limit: DiscountLimit, own: Sequence[DiscountLimit]
) -> tuple[list[PricedLine], bool]:
    """The lines that count against ``limit``, one of the role's ``own``, and whether a discount on the whole does."""
    goods = [line for line in lines if line.unit_price >= 0]
    if limit.category:
        return [line for line in goods if line.category == limit.category], False
    special = {each.category for each in own if each.category}
    return [line for line in goods if line.category not in special], True


def _exceeds(
    lines: Sequence[PricedLine], whole_discount: int, limit: DiscountLimit, own: Sequence[DiscountLimit]
) -> bool:
    against, whole_too = counted(lines, limit, own)
    full_price = sum(line.full_price for line in against)
    given = sum(line.reduction for line in against) + (whole_discount if whole_too else 0)
    if limit.amount is not None and given > limit.amount:
        return True
    return limit.percent is not None and given > money.portion(full_price, limit.percent)


def approvals_needed(
    lines: Sequence[PricedLine],
    whole_discount: int,
    total: int,
    countersign_above: int,
    limits: Sequence[DiscountLimit],
) -> list[tuple[ApprovalStep, Reason]]:
    """The steps a contract must pass, in order, each with why (S6)."""
    steps = [(ApprovalStep.MANAGER, Reason.ALWAYS)]
    if total > countersign_above:
        steps.append((ApprovalStep.CASHIER, Reason.LARGE))
    if below_cost(lines, whole_discount):
        steps.append((ApprovalStep.OWNER, Reason.BELOW_COST))
    elif not may_discount(lines, whole_discount, (Role.SALES_MANAGER,), limits):
        steps.append((ApprovalStep.OWNER, Reason.BEYOND_MANAGER))
    return steps


class StageState(StrEnum):
    """Where a stage of payment stands; derived, never stored (S7)."""

    PAID = auto()
    PART = auto()
    OVERDUE = auto()
    DUE = auto()
    OPEN = auto()


@dataclass(frozen=True)
class StageStanding:
    """A stage with what has been paid of it in fen."""

    paid: int
    state: StageState


def standings(
    stages: Sequence[tuple[int, date | None]], received: int, today: date, said: Sequence[int] = ()
) -> list[StageStanding]:
    """How ``received`` fen settle stages of (amount, due day), the oldest open one first (S7).

    ``said`` is what of it was paid expressly for each stage, in fen.
    """
    paid = settled([amount for amount, _due in stages], received, said)
    return [
        StageStanding(part, _state(amount, part, due, today)) for (amount, due), part in zip(stages, paid, strict=True)
    ]


def settled(amounts: Sequence[int], received: int, said: Sequence[int] = ()) -> list[int]:
    """What of ``received`` settles each stage: what was ``said`` to be for it, the rest the oldest open one first (S7).

    What is beyond a stage goes to the others, what is beyond all of them is credit; money given back is taken off
    what was said last. A negative amount is credit that an amendment left: it settles the others.
    """
    if said:
        paid = [min(amount, max(part, 0)) for amount, part in zip(amounts, said, strict=True)]
    else:
        paid = [min(amount, 0) for amount in amounts]
    left = max(received, 0) - sum(paid)
    for place in reversed(range(len(paid))) if left < 0 else ():
        back = min(max(paid[place], 0), max(-left, 0))
        paid[place] -= back
        left += back
    for place, amount in enumerate(amounts):
        more = min(left, amount - paid[place])
        paid[place] += more
        left -= more
    return paid


def _state(amount: int, paid: int, due: date | None, today: date) -> StageState:
    if paid == amount:
        return StageState.PAID
    if due and due < today:
        return StageState.OVERDUE
    if due == today:
        return StageState.DUE
    return StageState.PART if paid else StageState.OPEN


def missing_facts(required: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """The required facts of the contract's subject that are still empty, by code with their names."""
    return {code: name for code, name in required.items() if not given.get(code, "").strip()}
