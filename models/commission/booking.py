"""Commission booked within the transaction that caused it, always up to what the books then say (S8).

What stands booked on a contract is a function of what was received, what the contract comes to and who shares it;
an entry is the difference to that, so that no sequence of payments, counter-entries, refunds, amendments and rulings
can leave a fen behind.
"""

from __future__ import annotations

import json
from collections import defaultdict

from peewee import fn

from models.commission import rules
from models.commission.kinds import Cause
from models.commission.splitting import latest_split, propose, shares_of
from models.commission.tables import CommissionEntry, CommissionTerms
from models.commission.terms import terms_now
from models.kernel import clock
from models.kernel.changes import Changes
from models.sales.contract_actions import received
from models.sales.quote_actions import priced
from models.sales.standing import present_total, standing
from models.sales.states import SIGNED_STATES, ContractState
from models.sales.tables import Contract
from models.shop.profile import trade

_CAUSES = {
    "sales.take_payment": Cause.PAYMENT,
    "sales.reverse_payment": Cause.PAYMENT,
}
_AFTER_DELIVERY = (ContractState.DELIVERED, ContractState.SETTLED, ContractState.CLOSED)


def hear(changed: Changes) -> None:
    """Book what an action on contracts brings or takes back; the contracts it touched are enough to know."""
    payment = changed.id if changed.kind == "payment" else None
    for contract_id in sorted(changed.ids("contract")):
        contract = Contract.get_by_id(contract_id)
        if contract.state in SIGNED_STATES:
            cause = _CAUSES.get(changed.action, Cause.PAYMENT if payment else Cause.AMENDMENT)
            book(contract, cause, payment)
        elif contract.state is ContractState.CANCELLED and contract.signed_on is not None:
            book(contract, Cause.CANCELLATION, payment)


def book(contract: Contract, cause: Cause, payment_id: int | None = None) -> None:
    """Bring what stands booked on a contract up to what its books say now."""
    terms = terms_of(contract)
    _release_delivered(contract, terms)
    target = target_of(contract, terms, shares_of(latest_split(contract.id)))
    for staff_id, amount in rules.moves(target, booked(contract.id)).items():
        CommissionEntry.create(contract=contract.id, payment=payment_id, staff=staff_id, amount=amount, cause=cause)


def terms_of(contract: Contract) -> CommissionTerms:
    """A contract's terms; at its signing they are set as they hold then, and the split is proposed."""
    found = CommissionTerms.get_or_none(CommissionTerms.contract == contract.id)
    if found is not None:
        return found
    now = terms_now()
    propose(contract)
    return CommissionTerms.create(contract=contract.id, rates=json.dumps(now.rates, sort_keys=True), held=now.held)


def target_of(contract: Contract, terms: CommissionTerms, shares: rules.Shares) -> dict[int | None, int]:
    """What should stand booked for each person; nothing on a contract that was cancelled."""
    return rules.shared(earned_on(contract, terms), shares)


def earned_on(contract: Contract, terms: CommissionTerms) -> int:
    """Fen of commission that the money received on a contract has earned."""
    if contract.state not in SIGNED_STATES:
        return 0
    return rules.earned(full_on(contract, terms), present_total(contract), received(contract.id))


def full_on(contract: Contract, terms: CommissionTerms) -> int:
    """Fen of commission that the contract brings once it is paid."""
    now = standing(contract)
    amounts: dict[str, int] = defaultdict(int)
    for line, each in zip(now.lines, priced(now.lines), strict=True):
        amounts[line.category] += each.amount
    bearing = [category.code for category in trade().categories if category.kind in rules.EARNING_KINDS]
    return rules.full_commission(rules.Sold(amounts, now.whole_discount, bearing), json.loads(terms.rates))


def booked(contract_id: int) -> dict[int | None, int]:
    """What stands booked on a contract for each person; None is what waits for the manager."""
    query = CommissionEntry.select(CommissionEntry.staff, fn.SUM(CommissionEntry.amount))
    rows = query.where(CommissionEntry.contract == contract_id).group_by(CommissionEntry.staff).tuples()
    return {staff_id: int(amount) for staff_id, amount in rows}


def _release_delivered(contract: Contract, terms: CommissionTerms) -> None:
    """What was held until delivery is free once that has been."""
    if terms.held and terms.released_on is None and contract.state in _AFTER_DELIVERY:
        release(terms)


def release(terms: CommissionTerms, by: int | None = None) -> None:
    """Let go of what a contract holds back, by somebody or by the delivery itself."""
    terms.released_on, terms.released_by = clock.today(), by
    terms.save()
