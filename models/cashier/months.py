"""A month of the books as the ledger has it: receipts by method, by contract and by work order.

Beside a contract stands what its consultant says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.cashier import rules
from models.cashier.views import ContractMonth
from models.kernel.tables import run_sql
from models.sales.papers import PaymentMethod

_RECEIVED = """
SELECT received_on, kind, method, SUM(amount) FROM (
    SELECT received_on, 'contract' AS kind, method, amount FROM payment WHERE received_on BETWEEN ? AND ?
    UNION ALL SELECT received_on, 'work_order', method, amount FROM work_payment
    WHERE received_on BETWEEN ? AND ?) AS every GROUP BY received_on, kind, method"""
_ORDERS = """
SELECT o.id, o.number, u.name, a.id, a.name, m.amount FROM work_order o JOIN customer u ON u.id = o.customer_id
JOIN staff a ON a.id = o.advisor_id
JOIN (SELECT order_id, SUM(amount) AS amount FROM work_payment WHERE received_on BETWEEN ? AND ? GROUP BY order_id) m
    ON m.order_id = o.id
ORDER BY a.name, a.id, o.number"""
_CONTRACTS = """
SELECT c.id, c.number, u.name, p.id, p.name, COALESCE(m.amount, 0), s.amount, COALESCE(s.note, '')
FROM contract c JOIN customer u ON u.id = c.customer_id JOIN staff p ON p.id = c.consultant_id
LEFT JOIN (SELECT contract_id, SUM(amount) AS amount FROM payment WHERE received_on BETWEEN ? AND ?
    GROUP BY contract_id) m ON m.contract_id = c.id
LEFT JOIN (SELECT contract_id, MAX(id) AS last FROM received_statement WHERE month = ? GROUP BY contract_id) l
    ON l.contract_id = c.id
LEFT JOIN received_statement s ON s.id = l.last
WHERE m.contract_id IS NOT NULL OR l.contract_id IS NOT NULL
ORDER BY p.name, p.id, c.number"""


@dataclass(frozen=True, slots=True)
class Received:
    """What came in on a day by one method, on records of ``kind`` "contract" or "work_order"; fen."""

    day: date
    kind: str
    method: PaymentMethod
    amount: int


def methods_of(month: str) -> dict[PaymentMethod, int]:
    """What the ledger received in a month by method, counter-entries and refunds taken off."""
    return by_method(received(*rules.days_of(month)))


def received(first: date, last: date) -> list[Received]:
    """What the ledger received in some days, counter-entries and refunds taken off."""
    both = (first.isoformat(), last.isoformat())
    return [
        Received(date.fromisoformat(day), kind, PaymentMethod(method), int(amount))
        for day, kind, method, amount in run_sql(_RECEIVED, *both, *both).fetchall()
    ]


def by_method(rows: Iterable[Received]) -> dict[PaymentMethod, int]:
    """What they come to by method; one by which nothing was received is not among them."""
    sums: Counter[PaymentMethod] = Counter()
    for each in rows:
        sums[each.method] += each.amount
    return {method: sums[method] for method in PaymentMethod if method in sums}


def contract_months(month: str) -> list[ContractMonth]:
    """Every contract on which something was received or is said to be, by consultant."""
    first, last = (day.isoformat() for day in rules.days_of(month))
    rows = run_sql(_CONTRACTS, first, last, month).fetchall()
    found = []
    for *head, ledger, said, note in rows:
        values: list[Any] = [*head, int(ledger), None if said is None else int(said), note]
        found.append(ContractMonth(*values))
    return found


def order_months(month: str) -> list[ContractMonth]:
    """Every work order on which something was received in a month, by advisor."""
    days = [day.isoformat() for day in rules.days_of(month)]
    found = []
    for *head, ledger in run_sql(_ORDERS, *days).fetchall():
        values: list[Any] = [*head, int(ledger), None, "", "work_order"]
        found.append(ContractMonth(*values))
    return found
