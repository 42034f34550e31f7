"""Paying by instalments: monthly payment, total cost and schedule, exact to the fen (S9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.i18n import N_, LabelledEnum

MOST_MONTHS = 360
LARGEST_RATE = 36_00
_LEAST_A_MONTH = 1_00
_YEAR = 12 * 100_00
"""What a yearly rate in hundredths of a percent is divided by for one month."""


class FinanceMethod(LabelledEnum):
    """How the loan is paid back."""

    EQUAL_INSTALMENTS = "equal_instalments", N_("Equal instalments")
    EQUAL_PRINCIPAL = "equal_principal", N_("Equal principal")


@dataclass(frozen=True)
class Terms:
    """What is agreed: fen down and in fees, months, rate in hundredths of a percent a year."""

    method: FinanceMethod
    down_payment: int
    months: int
    rate: int
    fee: int = 0


@dataclass(frozen=True, slots=True)
class Instalment:
    """One month: what is paid, of that principal and interest, and the principal still owed after it; in fen."""

    number: int
    payment: int
    principal: int
    interest: int
    left: int


@dataclass(frozen=True)
class Finance:
    """An offer worked out for a price; ``at_start`` is down payment and fee, ``cost`` everything that is ever paid."""

    loan: int
    at_start: int
    schedule: tuple[Instalment, ...]
    interest: int
    cost: int

    @property
    def first(self) -> int:
        """What the first month asks, in fen."""
        return self.schedule[0].payment

    @property
    def last(self) -> int:
        """What the last month asks, in fen."""
        return self.schedule[-1].payment


def check_terms(terms: Terms, total: int, where: str) -> None:
    """Refuse what no bank offers. Raises RuleError at ``WHERE.months``, ``.rate``, ``.down_payment`` or ``.fee``."""
    if not 1 <= terms.months <= MOST_MONTHS:
        raise RuleError(
            "Type a whole number from {least} to {most}.", field=f"{where}.months", least=1, most=MOST_MONTHS
        )
    if not 0 <= terms.rate <= LARGEST_RATE:
        raise RuleError(
            "The rate must be between 0 and {most} % a year.",
            field=f"{where}.rate",
            most=money.quantity_text(LARGEST_RATE),
        )
    if terms.down_payment < 0:
        raise RuleError("The amount cannot be negative.", field=f"{where}.down_payment")
    if terms.down_payment >= total:
        raise RuleError(
            "The down payment must be less than the total of {total}.",
            field=f"{where}.down_payment",
            total=money.plain(total),
        )
    if terms.months * _LEAST_A_MONTH > total - terms.down_payment:
        raise RuleError("The loan is too small for so many months.", field=f"{where}.months")
    if not 0 <= terms.fee <= money.LARGEST:
        raise RuleError("The amount is too large.", field=f"{where}.fee")


def worked_out(terms: Terms, total: int) -> Finance:
    """The schedule and the cost of paying ``total`` fen on these ``terms`` (checked before)."""
    loan = total - terms.down_payment
    schedule = tuple(_schedule(loan, terms))
    interest = sum(each.interest for each in schedule)
    at_start = terms.down_payment + terms.fee
    return Finance(loan, at_start, schedule, interest, at_start + loan + interest)


def monthly_payment(loan: int, months: int, rate: int) -> int:
    """The payment in fen that pays ``loan`` back with interest in equal instalments, rounded half-up once."""
    if not rate:
        return money.rounded(loan, months)
    grown, plain = (_YEAR + rate) ** months, _YEAR**months
    return money.rounded(loan * rate * grown, _YEAR * (grown - plain))


def _schedule(loan: int, terms: Terms) -> Iterator[Instalment]:
    """Month by month: interest on what is still owed, rounded half-up; the last month takes the rest."""
    equal_principal = terms.method is FinanceMethod.EQUAL_PRINCIPAL
    payment = monthly_payment(loan, terms.months, terms.rate)
    share, left = money.rounded(loan, terms.months), loan
    for number in range(1, terms.months + 1):
        interest = money.rounded(left * terms.rate, _YEAR)
        principal = share if equal_principal else payment - interest
        principal = left if number == terms.months else min(max(principal, 0), left)
        left -= principal
        yield Instalment(number, principal + interest, principal, interest, left)
