"""What screens read about payments."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.kernel.tables import run_sql
from models.sales.papers import PaymentMethod
from models.sales.views import PaymentRow

_PAYMENTS = (
    "SELECT p.id, p.number, p.contract_id, c.number, p.received_on, p.amount, p.method, p.payer, s.name, "
    "o.number, k.number, p.note FROM payment p JOIN contract c ON c.id = p.contract_id "
    "JOIN staff s ON s.id = p.cashier_id LEFT JOIN payment o ON o.id = p.reverses_id "
    "LEFT JOIN payment k ON k.reverses_id = p.id WHERE {where} ORDER BY p.id"
)


def payments(contract_id: int) -> list[PaymentRow]:
    """A contract's payments, counter-entries and refunds, oldest first."""
    return _rows("p.contract_id = ?", contract_id)


def payment(payment_id: int) -> PaymentRow:
    """One payment."""
    return _rows("p.id = ?", payment_id)[0]


def _rows(where: str, *values: Any) -> list[PaymentRow]:
    answers = []
    for row in run_sql(_PAYMENTS.format(where=where), *values).fetchall():
        said: list[Any] = ["" if each is None else each for each in row]
        said[4], said[6] = date.fromisoformat(row[4]), PaymentMethod(row[6])
        answers.append(PaymentRow(*said))
    return answers
