"""What is done with questions a customer asked that could not be answered at once."""

from __future__ import annotations

from models.customers.tables import Customer
from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.sales.tables import OpenQuestion


@action(Permission.REGISTER)
def ask_question(act: Act, customer_id: int, asked: str) -> None:
    """Note what a customer asked. Raises RuleError for nothing."""
    if not asked:
        raise RuleError("Type what the customer asked.", field="asked")
    customer = Customer.get_by_id(customer_id)
    question = OpenQuestion.create(customer=customer, asked=asked, asked_by=act.actor.id)
    act.on("customer", customer_id)
    act.note(question=question.id)


@action(Permission.REGISTER)
def answer_question(act: Act, question_id: int, answer: str) -> None:
    """Note what the customer was answered; the question is no longer open. Raises RuleError for a second answer."""
    if not answer:
        raise RuleError("Type the answer.", field="answer")
    question = OpenQuestion.get_by_id(question_id)
    if question.answered_at:
        raise RuleError("This question has been answered already.")
    question.answer, question.answered_by, question.answered_at = answer, act.actor.id, clock.now()
    question.save()
    act.on("customer", question.customer_id)
    act.note(question=question_id)
