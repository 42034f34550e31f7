"""What is done about commission: shares confirmed or ruled, disputes, terms set, what is held let go (S8)."""

from __future__ import annotations

from collections.abc import Mapping

from models.commission import rules
from models.commission.booking import book, release, terms_of
from models.commission.kinds import Cause, SplitRule, SplitState
from models.commission.splitting import latest_split, shares_of, write_split
from models.commission.tables import CommissionDispute, CommissionSplit
from models.commission.terms import Terms, terms_now, write_terms
from models.kernel import clock
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Permission, Role
from models.sales.quote_actions import is_own
from models.sales.states import SIGNED_STATES, refuse_colleagues
from models.sales.tables import Contract
from models.shop.profile import trade
from models.staff.tables import Staff


@action(Permission.SIGN_CONTRACT)
def confirm_split(act: Act, contract_id: int) -> None:
    """Agree to the split as it is proposed: at signing by whoever closed, else by a manager.

    Raises RuleError where the manager has to decide or has decided, NotAllowed for a colleague's contract.
    """
    contract = _signed(contract_id)
    refuse_colleagues(is_own(act.actor, contract.consultant_id))
    terms_of(contract)
    split = latest_split(contract_id)
    assert split is not None
    if split.state is not SplitState.PROPOSED:
        raise RuleError("The shares have already been decided.")
    shares = shares_of(split)
    if not shares:
        raise RuleError("Nobody is left to earn this: the manager has to decide.")
    CommissionSplit.update(state=SplitState.CONFIRMED, decided_by=act.actor.id, decided_at=clock.now()).where(
        CommissionSplit.id == split.id
    ).execute()
    act.on("contract", contract_id)
    act.note(number=contract.number, rule=split.rule.value, shares=[list(each) for each in shares])


@action(Permission.RULE_COMMISSION)
def rule_split(act: Act, contract_id: int, shares: rules.Shares, reason: str) -> None:
    """Decide who shares a contract's commission, with a reason; what was booked moves over.

    Raises RuleError for shares that are none, NotAllowed where one would rule for oneself and is not the owner.
    """
    contract = _signed(contract_id)
    act.on("contract", contract_id)
    _rule(act, contract, shares, reason)


@action(Permission.CLAIM_COMMISSION)
def raise_dispute(act: Act, contract_id: int, claim: str) -> None:
    """Claim another share of a contract's commission, in one's own words; it stays on record until it is ruled."""
    if not claim:
        raise RuleError("Say what you claim.", field="claim")
    contract = _signed(contract_id)
    dispute = CommissionDispute.create(contract=contract, raised_by=act.actor.id, claim=claim)
    act.on("commission_dispute", dispute.id)
    act.touch("contract", contract_id)
    act.note(number=contract.number)


@action(Permission.RULE_COMMISSION)
def rule_dispute(act: Act, dispute_id: int, ruling: str, shares: rules.Shares = ()) -> None:
    """Rule a dispute with a reason: new ``shares``, or without any the split stays as it is."""
    dispute = CommissionDispute.get_by_id(dispute_id)
    if dispute.ruled_at is not None:
        raise RuleError("This dispute has already been ruled.")
    if not ruling:
        raise RuleError("Give a reason.", field="reason")
    contract = dispute.contract
    split = latest_split(contract.id)
    if shares and shares != shares_of(split):
        split = _rule(act, contract, shares, ruling)
    else:
        _refuse_ruling_for_oneself(act, shares_of(split))
    save_edit(
        dispute,
        dispute.version,
        {
            "ruled_by_id": act.actor.id,
            "ruled_at": clock.now(),
            "ruling": ruling,
            "split_id": split.id if split else None,
        },
    )
    act.on("commission_dispute", dispute_id)
    act.touch("contract", contract.id)
    act.note(number=contract.number, shares=[list(each) for each in shares_of(split)])


@action(Permission.RULE_COMMISSION)
def release_commission(act: Act, contract_id: int) -> None:
    """Let go of commission that is held until delivery, before that has been."""
    contract = _signed(contract_id)
    terms = terms_of(contract)
    if not terms.held or terms.released_on is not None:
        raise RuleError("Nothing is held back on this contract.")
    release(terms, act.actor.id)
    act.on("contract", contract_id)
    act.note(number=contract.number)


@action(Permission.SET_COMMISSION)
def set_terms(act: Act, rates: Mapping[str, int], held: bool) -> None:
    """Set the store's rates in hundredths of a percent by category; contracts signed before keep theirs (S8)."""
    known = {category.code for category in trade().categories}
    for code, rate in rates.items():
        if code not in known:
            raise RuleError("There is no category called {code}.", field=f"rates.{code}", code=code)
        if not 0 <= rate <= rules.WHOLE:
            raise RuleError("The percentage must be between 0 and 100.", field=f"rates.{code}")
    before = terms_now()
    write_terms(Terms({**before.rates, **rates}, held))
    act.on("shop", 1)
    act.note(rates=dict(rates), held=held)


def _signed(contract_id: int) -> Contract:
    contract: Contract = Contract.get_by_id(contract_id)
    if contract.state not in SIGNED_STATES:
        raise RuleError("There is no commission without a signed contract.")
    return contract


def _rule(act: Act, contract: Contract, shares: rules.Shares, reason: str) -> CommissionSplit:
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    shares = tuple((staff_id, share) for staff_id, share in shares)
    rules.check_shares(shares)
    here = {row[0] for row in Staff.select(Staff.id).where(Staff.left_on.is_null()).tuples()}
    if not {staff_id for staff_id, _share in shares} <= here:
        raise RuleError("Choose somebody who still works here.", field="shares")
    terms_of(contract)
    _refuse_ruling_for_oneself(act, (*shares, *shares_of(latest_split(contract.id))))
    split = write_split(
        *(contract.id, SplitState.RULED, SplitRule.MANAGER, shares), reason=reason, decided_by=act.actor.id
    )
    book(contract, Cause.SPLIT)
    act.note(number=contract.number, shares=[list(each) for each in shares], reason=reason)
    return split


def _refuse_ruling_for_oneself(act: Act, shares: rules.Shares) -> None:
    if act.actor.id in {staff_id for staff_id, _share in shares} and Role.OWNER not in act.actor.roles:
        raise NotAllowed("Nobody rules over a share of their own. Ask the owner.")
