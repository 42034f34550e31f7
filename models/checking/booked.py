"""Whether what is booked at the cashier's desk adds up: commission, invoices, closed months (S7, S8)."""

from __future__ import annotations

from collections.abc import Iterator

from models.commission import booking
from models.commission.splitting import latest_split, shares_of
from models.commission.tables import CommissionTerms
from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.tables import run_sql
from models.sales.quote_actions import priced
from models.sales.rules import price
from models.sales.standing import present_total, standing
from models.sales.tables import Contract

_PAGE = 500
_UNDONE = """
SELECT c.number, i.number FROM invoice c JOIN invoice i ON i.id = c.reverses_id
WHERE c.amount <> -i.amount OR c.contract_id <> i.contract_id OR i.state <> 'reversed' OR c.state <> 'counter'
ORDER BY c.id"""
_NUMBERED = """
SELECT i.id, i.state FROM invoice i LEFT JOIN invoice c ON c.reverses_id = i.id
WHERE (i.number IS NOT NULL) <> (i.state IN ('made_out', 'reversed', 'counter'))
    OR (i.state = 'reversed') <> (c.id IS NOT NULL) OR (i.state = 'counter') <> (i.reverses_id IS NOT NULL)
ORDER BY i.id"""
_CLOSED = """
SELECT r.number, SUM(CASE WHEN l.method IS NULL THEN 0 ELSE l.ledger END),
    SUM(CASE WHEN l.method IS NULL THEN l.ledger ELSE 0 END)
    + coalesce((SELECT SUM(w.ledger) FROM reconciled_work w WHERE w.reconciliation_id = r.id), 0)
FROM reconciliation r JOIN reconciliation_line l ON l.reconciliation_id = r.id GROUP BY r.id, r.number ORDER BY r.id"""


def commission() -> Iterator[str]:
    """What stands booked on each contract is the commission of what was received, shared as decided (S8).

    Where a contract's own prices do not add up that is told by ``sums``; what it then earns proves nothing.
    """
    last = 0
    while page := list(
        CommissionTerms.select().where(CommissionTerms.id > last).order_by(CommissionTerms.id).limit(_PAGE)
    ):
        for terms in page:
            contract = Contract.get_by_id(terms.contract_id)
            if _adds_up(contract):
                yield from _contract(contract, terms)
        last = page[-1].id


def _adds_up(contract: Contract) -> bool:
    now = standing(contract)
    try:
        return price(priced(now.lines), now.whole_discount, ()).total == present_total(contract)
    except RuleError:
        return False


def _contract(contract: Contract, terms: CommissionTerms) -> Iterator[str]:
    target = booking.target_of(contract, terms, shares_of(latest_split(contract.id)))
    there = booking.booked(contract.id)
    number, booked, earned = contract.number, money.plain(sum(there.values())), money.plain(sum(target.values()))
    if booked != earned:
        text = _("{number}: commission booked is {booked}, what was received has earned {earned}.")
        yield text.format(number=number, booked=booked, earned=earned)
    elif any(target.get(who, 0) != there.get(who, 0) for who in {*target, *there}):
        text = _("{number}: commission of {booked} is not shared as decided.")
        yield text.format(number=number, booked=booked)


def invoices() -> Iterator[str]:
    """A counter-entry undoes one invoice exactly; a number stands on what was made out, and on nothing else (S7)."""
    for counter, number in run_sql(_UNDONE).fetchall():
        yield _("{counter} does not reverse {number} exactly.").format(counter=counter, number=number)
    for invoice_id, state in run_sql(_NUMBERED).fetchall():
        yield _("Invoice {id} is “{state}”, and its number or counter-entry does not fit.").format(
            id=invoice_id, state=state
        )


def months() -> Iterator[str]:
    """A closed month's receipts by method, and by contract and work order, come to the same (S7)."""
    for number, by_method, by_contract in run_sql(_CLOSED).fetchall():
        if by_method != by_contract:
            text = _("{number}: by method {methods}, by contract {contracts}.")
            yield text.format(
                number=number, methods=money.plain(int(by_method)), contracts=money.plain(int(by_contract))
            )
