"""Why a quote needs somebody else's approval, told in figures (S2); pure rules on plain values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from models.kernel import money
from models.kernel.permissions import Role
from models.sales.rules import PricedLine, below_cost, counted, deducts, may_discount
from models.sales.states import ApprovalStep
from models.trades.template import DiscountLimit

_STRONGEST_FIRST = (Role.OWNER, Role.SALES_MANAGER, Role.SALES)
STEPS = {Role.SALES_MANAGER: ApprovalStep.MANAGER, Role.OWNER: ApprovalStep.OWNER}
"""The step of approval at which a role decides."""


class Excess(StrEnum):
    """What goes beyond a person's authority, or what the approver has to know."""

    PERCENT = auto()
    AMOUNT = auto()
    BELOW_COST = auto()
    DEDUCTION = auto()
    COST_UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: what was ``given`` and the ``limit``, in fen or hundredths of a percent.

    ``categories`` are codes of what was discounted; ``whole`` tells that a discount on the whole counts with them.
    """

    what: Excess
    given: int = 0
    limit: int = 0
    categories: tuple[str, ...] = ()
    whole: bool = False


def whys(
    lines: Sequence[PricedLine], whole_discount: int, roles: Collection[Role], limits: Sequence[DiscountLimit]
) -> tuple[Why, ...]:
    """Every reason why somebody with ``roles`` may not offer this alone; nothing where they may.

    Who asks is told the figures of their strongest role. Lines whose cost is not known are told beside a reason,
    because then nobody can say whether they are sold below it.
    """
    reasons: list[Why] = []
    if below_cost(lines, whole_discount) and Role.OWNER not in roles:
        reasons.append(Why(Excess.BELOW_COST))
    if deducts(lines) and not {Role.SALES_MANAGER, Role.OWNER} & set(roles):
        taken_off = sum(line.amount for line in lines if line.unit_price < 0)
        reasons.append(Why(Excess.DEDUCTION, given=-taken_off))
    if not may_discount(lines, whole_discount, roles, limits):
        reasons += _beyond_limits(lines, whole_discount, roles, limits)
    unknown = tuple(dict.fromkeys(line.category for line in lines if line.unit_price >= 0 and not line.cost))
    if reasons and unknown:
        reasons.append(Why(Excess.COST_UNKNOWN, categories=unknown))
    return tuple(reasons)


def _beyond_limits(
    lines: Sequence[PricedLine], whole_discount: int, roles: Collection[Role], limits: Sequence[DiscountLimit]
) -> list[Why]:
    role = next((each for each in _STRONGEST_FIRST if each in roles), Role.SALES)
    own = [limit for limit in limits if limit.role is role]
    if not own:
        given = sum(line.reduction for line in lines) + whole_discount
        return [Why(Excess.AMOUNT, given, 0, _discounted(lines), bool(whole_discount))]
    reasons = []
    for limit in own:
        against, whole_too = counted(lines, limit, own)
        full_price = sum(line.full_price for line in against)
        extra = whole_discount if whole_too else 0
        given = sum(line.reduction for line in against) + extra
        about = (_discounted(against), bool(extra))
        if limit.percent is not None and given > money.portion(full_price, limit.percent):
            share = max(money.share_of(given, full_price), limit.percent + 1)
            reasons.append(Why(Excess.PERCENT, share, int(limit.percent), *about))
        if limit.amount is not None and given > limit.amount:
            reasons.append(Why(Excess.AMOUNT, given, int(limit.amount), *about))
    return reasons


def _discounted(lines: Sequence[PricedLine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.category for line in lines if line.reduction))


def covers(granted: Collection[ApprovalStep], needed: Role) -> bool:
    """Whether what was ``granted`` is enough where ``needed`` would have to offer it."""
    enough = {ApprovalStep.OWNER} if needed is Role.OWNER else {ApprovalStep.MANAGER, ApprovalStep.OWNER}
    return bool(enough & set(granted))
