"""What quotes and contracts say about a customer to who looks after the file: what was offered, who has one open."""

from __future__ import annotations

from collections.abc import Collection

from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.sales.states import ContractState, QuoteState
from models.sales.tables import Contract, Quote

OVER = (ContractState.SETTLED, ContractState.CLOSED, ContractState.CANCELLED)
"""Where nothing is open with the customer any more."""


def last_offer(customer_id: int) -> int:
    """What a customer was last offered, in fen; 0 where nothing was."""
    query = Quote.select(Quote.total).where(Quote.customer == customer_id, Quote.state != QuoteState.SUPERSEDED)
    return int(query.order_by(Quote.changed_at.desc(), Quote.id.desc()).limit(1).scalar() or 0)


def open_contracts(customer_id: int) -> list[str]:
    """The numbers of a customer's contracts that are not over."""
    query = Contract.select(Contract.number).where(Contract.customer == customer_id, Contract.state.not_in(OVER))
    return [row[0] for row in query.order_by(Contract.id).tuples()]


def with_open_contract(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    """Whose personal values somebody sees because they have a contract open with them (C11)."""
    ids, over = ", ".join("?" * len(customer_ids)), ", ".join(f"'{state.value}'" for state in OVER)
    sql = f"SELECT customer_id FROM contract WHERE customer_id IN ({ids}) AND consultant_id = ?"
    rows = run_sql(f"{sql} AND state NOT IN ({over})", *customer_ids, actor.id)
    return {row[0] for row in rows.fetchall()}
