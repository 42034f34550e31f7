"""The facts of a loan's papers, in one language (W12); the store's head is handed in by the printer."""

from __future__ import annotations

from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.loans import rules
from models.loans.kinds import Keeping, usual
from models.loans.lend_actions import what_of
from models.loans.papers import LoanAgreementPaper, LoanSlipPaper
from models.loans.tables import Loan
from models.papers.facts import StoreHead
from models.staff.lists import names


def loan_slip(loan_id: int, store: StoreHead, language: str) -> LoanSlipPaper:
    """The slip of a loan as it stands."""
    loan, people = Loan.get_by_id(loan_id), names()
    return LoanSlipPaper(
        store=store,
        number=loan.number,
        what=what_of(loan),
        borrower=people.get(loan.borrower_id, "") if loan.borrower_id is not None else loan.name,
        phone=loan.phone,
        lent_at=clock.local(loan.lent_at),
        due_at=clock.local(loan.due_at),
        lent_by=people.get(loan.lent_by_id, ""),
        deposit=loan.deposit,
        condition_out=loan.condition_out,
        note=loan.note,
        ended_at=clock.local(loan.ended_at) if loan.ended_at else None,
        taken_by=people.get(loan.taken_by_id or 0, ""),
        condition_in=loan.condition_in,
        cost=loan.cost,
        kept=loan.kept,
        given_back=loan.given_back,
    )


def loan_agreement(loan_id: int, store: StoreHead, language: str) -> LoanAgreementPaper:
    """The agreement for a courtesy car. Raises RuleError for other things."""
    loan = Loan.get_by_id(loan_id)
    if loan.kind.keeping is not Keeping.CAR:
        raise RuleError("Only courtesy cars have an agreement.")
    return LoanAgreementPaper(
        slip=loan_slip(loan_id, store, language),
        car=" ".join(filter(None, (loan.thing.label, loan.thing.model))),
        licence_number=loan.licence_number,
        licence_until=loan.licence_until,
        km=loan.out_km or 0,
        fuel="" if loan.out_fuel is None else f"{loan.out_fuel}/{rules.FULL}",
        clauses=tuple(pick(clause, language) for clause in usual().agreement),
    )
