"""Asking what a customer needs, and what was answered on each day (C6)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.customers import needs_rules
from models.customers.needs_rules import Answer
from models.customers.protection_actions import standing
from models.customers.tables import NeedsAssessment
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.shop.profile import trade


@dataclass(frozen=True)
class NeedsForm:
    """Answers by the code of their question; a ``summary`` left empty is made of them."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    summary: str = ""


@action(Permission.EDIT_FILE)
def assess_needs(act: Act, customer_id: int, form: NeedsForm) -> None:
    """Keep what a customer says they need today; what they said before stays beside it.

    Raises RuleError at the question's code, and where nothing was answered.
    """
    standing(customer_id)
    needs = NeedsAssessment.create(customer=customer_id, staff=act.actor.id, **_values(form))
    act.on("customer", customer_id)
    act.touch("needs_assessment", needs.id)
    act.note(needs=needs.id)


@action(Permission.EDIT_FILE)
def change_needs(act: Act, needs_id: int, version: int, form: NeedsForm) -> None:
    """Put right what was written down of a conversation. Raises RuleError as ``assess_needs``, StaleEdit."""
    needs = NeedsAssessment.get_by_id(needs_id)
    changed = save_edit(needs, version, _values(form))
    act.on("customer", needs.customer_id)
    act.touch("needs_assessment", needs_id)
    act.note(needs=needs_id, fields=sorted(changed))


def proposed_summary(answers: Mapping[str, Answer]) -> str:
    """The line that these answers make."""
    return needs_rules.summary(trade().needs, answers, _(" · "), _(", "))


def _values(form: NeedsForm) -> dict[str, str]:
    answers = needs_rules.checked(trade().needs, form.answers)
    if not answers and not form.summary:
        raise RuleError("Answer at least one question.", field="summary")
    summary = form.summary or proposed_summary(answers)
    return {"answers": json.dumps(answers, ensure_ascii=False), "summary": summary}
