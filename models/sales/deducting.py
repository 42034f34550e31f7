"""What lines of quotes and contracts deduct for a trade-in; whether they may is asked of a higher room (S5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models.kernel.errors import RuleError
from models.kernel.money import line_amount


@dataclass(frozen=True, slots=True)
class Deduction:
    """A line that deducts an appraisal; ``amount`` in fen, negative."""

    appraisal_id: int
    amount: int


Judge = Callable[[int, Sequence[Deduction], int], RuleError | None]
"""Of a customer's id, what is deducted and the contract's id (0 for a quote): why that may not be, or None."""


def _nobody_asked(customer_id: int, deductions: Sequence[Deduction], contract_id: int) -> RuleError | None:
    return None


_judge: Judge = _nobody_asked


def judge_by(judge: Judge) -> None:
    """Say who knows of appraisals."""
    global _judge
    _judge = judge


def doubt(customer_id: int, lines: Iterable[Any], contract_id: int = 0) -> RuleError | None:
    """Why these lines may not deduct what they do, None where they may."""
    deductions = [
        Deduction(line.appraisal_id, line_amount(line.unit_price, line.quantity) - line.discount)
        for line in lines
        if line.appraisal_id
    ]
    return _judge(customer_id, deductions, contract_id) if deductions else None
