"""A customer's grade: proposed by anybody, granted by the roles the trade names for it (C9)."""

from __future__ import annotations

from models.customers.kinds import Decision
from models.customers.protection_actions import standing
from models.customers.tables import Customer, GradeProposal
from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Actor, Permission
from models.shop.profile import trade
from models.trades.template import Grade


@action(Permission.EDIT_FILE)
def propose_grade(act: Act, customer_id: int, grade: str, reason: str) -> None:
    """Propose a grade for whoever may grant it; in place of this person's own open proposal.

    Raises RuleError at field ``grade`` for one the trade does not have or the customer has already.
    """
    customer = standing(customer_id)
    _known(grade)
    if customer.grade == grade:
        raise RuleError("The customer has this grade already.", field="grade")
    if not reason:
        raise RuleError("Say why.", field="reason")
    GradeProposal.delete().where(
        GradeProposal.customer == customer_id,
        GradeProposal.proposed_by == act.actor.id,
        GradeProposal.decision == Decision.OPEN,
    ).execute()
    proposal = GradeProposal.create(customer=customer_id, grade=grade, reason=reason, proposed_by=act.actor.id)
    act.on("customer", customer_id)
    act.touch("grade_proposal", proposal.id)
    act.note(grade=grade)


@action(Permission.GRADE)
def decide_grade(act: Act, proposal_id: int, *, granted: bool, answer: str = "") -> None:
    """Grant or refuse what was proposed; granting it settles every other open proposal for the customer.

    Raises NotAllowed for a grade that others grant, RuleError where it was decided already.
    """
    proposal = GradeProposal.get_by_id(proposal_id)
    _check_authority(act.actor, _known(proposal.grade))
    if proposal.decision is not Decision.OPEN:
        raise RuleError("This proposal has already been decided.")
    if not granted and not answer:
        raise RuleError("Say why.", field="answer")
    _decide(act, proposal_id, Decision.GRANTED if granted else Decision.REFUSED, answer)
    if granted:
        _set_grade(act, proposal.customer_id, proposal.grade)
    act.on("customer", proposal.customer_id)
    act.touch("grade_proposal", proposal_id)
    act.note(grade=proposal.grade, granted=granted)


@action(Permission.GRADE)
def grant_grade(act: Act, customer_id: int, grade: str) -> None:
    """Give a customer a grade, or take it away with ""; who may grant the present one may take it away.

    Raises NotAllowed for a grade that others grant, RuleError at field ``grade`` for an unknown one.
    """
    before = standing(customer_id).grade
    wanted = grade or before
    if wanted in known_grades():
        _check_authority(act.actor, _known(wanted))
    elif grade:
        _known(grade)
    _set_grade(act, customer_id, grade)
    act.on("customer", customer_id)
    act.note(changed={"grade": [before, grade]})


def may_grant(actor: Actor, grade: Grade) -> bool:
    """Whether this person grants the grade; everybody else may propose it."""
    return bool(actor.roles & set(grade.granted_by))


def known_grades() -> dict[str, Grade]:
    """The trade's grades by their code."""
    return {grade.code: grade for grade in trade().grades}


def _known(grade: str) -> Grade:
    try:
        return known_grades()[grade]
    except KeyError:
        raise RuleError("There is no grade called {code}.", field="grade", code=grade) from None


def _check_authority(actor: Actor, grade: Grade) -> None:
    if not may_grant(actor, grade):
        raise NotAllowed("You may propose this grade, but not grant it.")


def _set_grade(act: Act, customer_id: int, grade: str) -> None:
    Customer.update(grade=grade).where(Customer.id == customer_id).execute()
    open_ones = GradeProposal.select(GradeProposal.id).where(
        GradeProposal.customer == customer_id, GradeProposal.grade == grade, GradeProposal.decision == Decision.OPEN
    )
    for (proposal_id,) in list(open_ones.tuples()):
        _decide(act, proposal_id, Decision.GRANTED, "")


def _decide(act: Act, proposal_id: int, decision: Decision, answer: str) -> None:
    GradeProposal.update(decision=decision, decided_by=act.actor.id, decided_at=clock.now(), answer=answer).where(
        GradeProposal.id == proposal_id
    ).execute()
    act.touch("grade_proposal", proposal_id)
