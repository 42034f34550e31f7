"""Rules of commission on plain values: rates, what is earned on money received, who shares it; fen (S8)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from models.commission.kinds import SplitRule
from models.kernel import money
from models.kernel.errors import RuleError
from models.trades.template import CategoryKind, Trade

WHOLE = 100_00
HALF = 50_00
DEFAULT_RATES = {CategoryKind.GOODS: 1_00, CategoryKind.ACCESSORY: 5_00, CategoryKind.SERVICE: 3_00}
"""Hundredths of a percent where neither the trade nor the store says otherwise; any other kind earns none."""

EARNING_KINDS = frozenset(DEFAULT_RATES)
"""What a discount on the whole is taken off; what is paid on the customer's behalf bears none of it."""

Shares = tuple[tuple[int, int], ...]
"""Who earns: pairs of staff id and hundredths of a percent, summing to the whole; empty while nobody has decided."""


def rates_of(trade: Trade, own: Mapping[str, int]) -> dict[str, int]:
    """The rate of each category: the store's ``own``, else the trade's, else that of its kind."""
    rates = {}
    for category in trade.categories:
        default = DEFAULT_RATES.get(category.kind, 0)
        rates[category.code] = own.get(
            category.code, default if category.commission is None else int(category.commission)
        )
    return rates


@dataclass(frozen=True)
class Sold:
    """What a contract is made of: fen by category, and which categories bear the discount on the whole."""

    amounts: Mapping[str, int]
    whole_discount: int = 0
    bearing: Collection[str] = ()


def full_commission(sold: Sold, rates: Mapping[str, int]) -> int:
    """What the whole contract brings once all of it is paid, rounded once; never less than nothing.

    The discount on the whole is borne in proportion by the categories that bear it.
    """
    bearing = {code: amount for code, amount in sold.amounts.items() if code in sold.bearing}
    others = {code: amount for code, amount in sold.amounts.items() if code not in sold.bearing}
    base = sum(bearing.values())
    left = max(base - sold.whole_discount, 0)
    weighed = sum(amount * rates.get(code, 0) for code, amount in bearing.items())
    apart = sum(amount * rates.get(code, 0) for code, amount in others.items())
    if base <= 0:
        return max(money.rounded(apart, WHOLE), 0)
    return max(money.rounded(weighed * left + apart * base, base * WHOLE), 0)


def earned(full: int, total: int, received: int) -> int:
    """What of ``full`` is earned by ``received`` of ``total``: in proportion, rounded once; credit earns none.

    It depends on nothing but what stands in the books now, so that any sequence of payments, counter-entries, refunds
    and amendments that comes to the same sum earns the same fen.
    """
    if total <= 0:
        return 0
    return money.rounded(full * min(max(received, 0), total), total)


def shared(amount: int, shares: Shares) -> dict[int | None, int]:
    """``amount`` over the shares, to the fen; the last takes the rest. Without shares nobody has it yet."""
    if not shares:
        return {None: amount}
    parts = money.spread(amount, [share for _staff, share in shares])
    return {staff: part for (staff, _share), part in zip(shares, parts, strict=True)}


def moves(target: Mapping[int | None, int], booked: Mapping[int | None, int]) -> dict[int | None, int]:
    """What is to be booked so that what stands booked becomes the target; nothing where they agree."""
    people = dict.fromkeys((*target, *booked))
    changes = {each: target.get(each, 0) - booked.get(each, 0) for each in people}
    return {each: change for each, change in changes.items() if change}


def check_shares(shares: Shares) -> None:
    """Raises RuleError at ``shares`` unless they are people named once, each with something, summing to the whole."""
    people = [staff for staff, _share in shares]
    if not shares or len(set(people)) != len(people) or any(share <= 0 for _staff, share in shares):
        raise RuleError("Name each person once, with a share above zero.", field="shares")
    if sum(share for _staff, share in shares) != WHOLE:
        raise RuleError("The shares must sum to 100 %.", field="shares")


@dataclass(frozen=True)
class Before:
    """An earlier contract of the same customer: its number, who earned it, and whether they received together."""

    number: str
    sellers: Shares
    joint: bool = False


@dataclass(frozen=True)
class Involved:
    """What happened on the floor before a contract: who closed, owned and received in their own right.

    ``referrer`` is the colleague whose customer sent this one, ``handed_over`` those who gave the customer to the
    closer, ``left`` who has left the company. Courtesies do not count.
    """

    closer: int
    owner: int | None = None
    receivers: Sequence[int] = ()
    referrer: int | None = None
    handed_over: Collection[int] = ()
    left: Collection[int] = ()
    has_main_goods: bool = True
    before: Before | None = None


@dataclass(frozen=True)
class Proposal:
    """Who should earn and why; ``others`` are the colleagues the rule speaks of, ``number`` an earlier contract."""

    rule: SplitRule
    shares: Shares
    others: tuple[int, ...] = field(default=())
    number: str = ""


def propose(involved: Involved) -> Proposal:
    """The split that S8 makes of what happened; without shares where the manager has to decide."""
    found = _from_before(involved) or _from_floor(involved)
    gone = tuple(staff for staff, _share in found.shares if staff in involved.left)
    return Proposal(SplitRule.SELLER_GONE, (), gone, found.number) if gone else found


def _from_before(involved: Involved) -> Proposal | None:
    before = involved.before
    if before is None:
        return None
    sellers = tuple(staff for staff, _share in before.sellers)
    if not involved.has_main_goods:
        return Proposal(SplitRule.ADD_ON, before.sellers, sellers, before.number)
    if before.joint and involved.closer in sellers:
        others = tuple(staff for staff in sellers if staff != involved.closer)
        return Proposal(SplitRule.JOINT_BEFORE, before.sellers, others, before.number)
    return None


def _from_floor(involved: Involved) -> Proposal:
    closer, referrer = involved.closer, involved.referrer
    own_right = [each for each in involved.receivers if each not in involved.handed_over]
    people = [each for each in dict.fromkeys((closer, involved.owner, *own_right)) if each is not None]
    if referrer is not None and referrer not in people and referrer in involved.handed_over:
        people.append(referrer)
    others = tuple(each for each in people if each != closer)
    if len(people) > 2:
        return Proposal(SplitRule.MANY, ((closer, WHOLE),), others)
    if referrer is not None and referrer != closer and referrer in involved.handed_over:
        return Proposal(SplitRule.HANDED_OVER, ((closer, HALF), (referrer, HALF)), (referrer,))
    if len(people) == 2:
        return Proposal(SplitRule.JOINT, ((closer, HALF), (others[0], HALF)), others)
    if referrer is not None and referrer != closer:
        return Proposal(SplitRule.REFERRAL, ((closer, WHOLE),), (referrer,))
    return Proposal(SplitRule.CLOSER, ((closer, WHOLE),))
