"""The split that what happened on the floor proposes for a contract, kept with the names its reason speaks of (S8)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time

from models.commission import rules
from models.commission.kinds import SplitRule, SplitState
from models.commission.tables import CommissionShare, CommissionSplit
from models.customers.tables import Customer
from models.kernel.i18n import _
from models.rotation.history import Part, floor_history
from models.sales.standing import standing
from models.sales.states import SIGNED_STATES
from models.sales.tables import Contract
from models.shop.profile import trade
from models.staff import lists as staff
from models.staff.tables import Staff
from models.trades.template import CategoryKind

_JOINT = (SplitRule.JOINT, SplitRule.JOINT_BEFORE, SplitRule.ADD_ON)
"""What two people share because they received together, now or before."""


def involved(contract: Contract) -> rules.Involved:
    """What happened on the floor with this customer before the contract, since the one before it."""
    before = _contract_before(contract)
    since = _evening_of(before) if before else None
    parts = floor_history(contract.customer_id, until=contract.created_at, since=since)
    owners = [each.staff_id for each in parts if each.part is Part.OWNED]
    referrers = [each.staff_id for each in parts if each.part is Part.REFERRED]
    customer = Customer.get_by_id(contract.customer_id)
    if not referrers and customer.referred_by_id and before is None:
        referrers = [each for each in (Customer.get_by_id(customer.referred_by_id).owner_id,) if each]
    return rules.Involved(
        closer=contract.consultant_id,
        owner=owners[-1] if owners else customer.owner_id,
        receivers=tuple(dict.fromkeys(each.staff_id for each in parts if each.part is Part.RECEIVED)),
        referrer=referrers[-1] if referrers else None,
        handed_over=frozenset(each.staff_id for each in parts if each.part is Part.HANDED_OVER),
        left=frozenset(row[0] for row in Staff.select(Staff.id).where(Staff.left_on.is_null(False)).tuples()),
        has_main_goods=_has_main_goods(contract),
        before=_before(before),
    )


def propose(contract: Contract) -> CommissionSplit:
    """Keep the proposal of S8 as the first edition of a contract's split."""
    proposal = rules.propose(involved(contract))
    names = staff.names()
    facts = {
        "closer": names.get(contract.consultant_id, ""),
        "others": [names.get(each, "") for each in proposal.others],
        "number": proposal.number,
    }
    return write_split(contract.id, SplitState.PROPOSED, proposal.rule, proposal.shares, facts=facts)


def write_split(
    contract_id: int,
    state: SplitState,
    rule: SplitRule,
    shares: rules.Shares,
    *,
    facts: Mapping[str, object] | None = None,
    reason: str = "",
    decided_by: int | None = None,
) -> CommissionSplit:
    """The next edition of a contract's split; the ones before stay."""
    last = latest_split(contract_id)
    split = CommissionSplit.create(
        contract=contract_id,
        edition=last.edition + 1 if last else 1,
        state=state,
        rule=rule,
        facts=json.dumps(facts or {}, ensure_ascii=False, sort_keys=True),
        reason=reason,
        decided_by=decided_by,
    )
    for position, (staff_id, share) in enumerate(shares):
        CommissionShare.create(split=split, position=position, staff=staff_id, share=share)
    return split


def latest_split(contract_id: int) -> CommissionSplit | None:
    """The edition that holds, or None before signing."""
    query = CommissionSplit.select().where(CommissionSplit.contract == contract_id)
    return query.order_by(CommissionSplit.edition.desc()).first()


def shares_of(split: CommissionSplit | None) -> rules.Shares:
    """Who shares, in the order of the shares."""
    if split is None:
        return ()
    query = CommissionShare.select(CommissionShare.staff, CommissionShare.share)
    rows = query.where(CommissionShare.split == split.id).order_by(CommissionShare.position).tuples()
    return tuple((staff_id, share) for staff_id, share in rows)


def why(split: CommissionSplit) -> str:
    """The reason of a split in words of the screen's language."""
    facts = json.loads(split.facts)
    others = _(", ").join(facts.get("others", []))
    return _WORDS[split.rule]().format(closer=facts.get("closer", ""), others=others, number=facts.get("number", ""))


_WORDS = {
    SplitRule.CLOSER: lambda: _("{closer} received, owns and closed."),
    SplitRule.REFERRAL: lambda: _("{others} referred the customer inside the house; {closer} closed."),
    SplitRule.HANDED_OVER: lambda: _("{others} referred the customer and handed over to {closer}."),
    SplitRule.JOINT: lambda: _("{closer} and {others} received the customer together."),
    SplitRule.JOINT_BEFORE: lambda: _("{closer} and {others} shared this customer in {number} already."),
    SplitRule.MANY: lambda: _("Three or more were involved ({closer}, {others}): whoever closed earns."),
    SplitRule.ADD_ON: lambda: _("Added by the customer of {number}: the original seller {others} earns."),
    SplitRule.SELLER_GONE: lambda: _("{others} has left: the manager decides."),
    SplitRule.MANAGER: lambda: _("The manager decided."),
}


def _contract_before(contract: Contract) -> Contract | None:
    query = Contract.select().where(
        Contract.customer == contract.customer_id,
        Contract.id < contract.id,
        Contract.state.in_(list(SIGNED_STATES)),
    )
    return query.order_by(Contract.id.desc()).first()


def _evening_of(contract: Contract) -> datetime | None:
    """The end of the day on which a contract was signed: what came later belongs to the next one."""
    if contract.signed_on is None:
        return None
    return datetime.combine(contract.signed_on, time.max).astimezone().astimezone(UTC)


def _before(contract: Contract | None) -> rules.Before | None:
    if contract is None:
        return None
    split = latest_split(contract.id)
    sellers = shares_of(split) or ((contract.consultant_id, rules.WHOLE),)
    return rules.Before(contract.number, sellers, len(sellers) > 1 and split is not None and split.rule in _JOINT)


def _has_main_goods(contract: Contract) -> bool:
    goods = {category.code for category in trade().categories if category.kind is CategoryKind.GOODS}
    return any(line.category in goods for line in standing(contract).lines)
