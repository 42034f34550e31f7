"""Approvals of contracts and of what follows them: asked for, granted in their order, sent back (S2, S6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import peewee

from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.permissions import Actor, Role
from models.sales.rules import Reason
from models.sales.states import DECIDES, ApprovalStep, ContractState, Decision
from models.sales.tables import Amendment, Cancellation, Contract, ContractApproval

Asking = Contract | Amendment | Cancellation
"""What asks for approvals."""

WAITING = ContractState.SUBMITTED.value
"""The state, of each of them, in which an approval is decided."""


def ask(act: Act, asking: Asking, steps: Iterable[tuple[ApprovalStep, Reason]]) -> None:
    """Ask for these steps, in their order, as the person who acts."""
    for step, because in steps:
        ContractApproval.create(**_keys(asking), step=step, because=because.value, asked_by=act.actor.id)


def open_steps(asking: Asking) -> list[ApprovalStep]:
    """The steps that are not decided yet."""
    return [row.step for row in _open(asking)]


def granted_steps(asking: Asking) -> dict[ApprovalStep, ContractApproval]:
    """Who granted what, of the last round."""
    query = ContractApproval.select().where(of(asking), ContractApproval.decision == Decision.GRANTED)
    return {row.step: row for row in query.order_by(ContractApproval.id)}


def decidable(actor: Actor, asking: Asking) -> list[ContractApproval]:
    """The open steps this person may decide; of what they sold or applied for, only as the owner (S6)."""
    if asking.state.value != WAITING:
        return []
    return [row for row in _open(asking) if may_decide(actor, row, contract_of(asking))]


def may_decide(actor: Actor, approval: ContractApproval, contract: Contract) -> bool:
    """Whether a step is this person's to decide."""
    own = actor.id in (contract.consultant_id, approval.asked_by_id) and Role.OWNER not in actor.roles
    return bool(DECIDES[approval.step] & actor.roles) and not own


def grant(act: Act, asking: Asking, note: str) -> bool:
    """Grant the first open step that is this person's; whether that was the last. Raises NotAllowed, IllegalMove."""
    approval = _first_for(act, asking)
    _decide(act, approval, Decision.GRANTED, note)
    act.note(step=approval.step.value, note=note)
    return not open_steps(asking)


def send_back(act: Act, asking: Asking, reason: str) -> None:
    """Return it, with a reason; all steps are asked for anew next time. Raises RuleError without one, NotAllowed."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    if asking.state.value == WAITING:
        _decide(act, _first_for(act, asking), Decision.RETURNED, reason)
    drop(asking, (Decision.OPEN, Decision.GRANTED))


def drop(asking: Asking, decisions: Sequence[Decision] = (Decision.OPEN,)) -> None:
    """No step is waited for any more."""
    ContractApproval.update(decision=Decision.RETURNED).where(
        of(asking), ContractApproval.decision.in_(list(decisions))
    ).execute()


def contract_of(asking: Asking) -> Contract:
    """The contract that asks, or that what asks belongs to."""
    return asking if isinstance(asking, Contract) else asking.contract


def asking_of(approval: ContractApproval) -> Asking:
    """What an approval was asked for."""
    asking: Asking = approval.amendment or approval.cancellation or approval.contract
    return asking


def of(asking: Asking) -> peewee.Expression:
    """The condition that an approval belongs to what asks."""
    if isinstance(asking, Amendment):
        return ContractApproval.amendment == asking.id
    if isinstance(asking, Cancellation):
        return ContractApproval.cancellation == asking.id
    own = ContractApproval.amendment.is_null() & ContractApproval.cancellation.is_null()
    return (ContractApproval.contract == asking.id) & own


def _keys(asking: Asking) -> dict[str, Any]:
    if isinstance(asking, Contract):
        return {"contract": asking}
    return {"contract": asking.contract_id, type(asking).__name__.lower(): asking}


def _open(asking: Asking) -> list[ContractApproval]:
    query = ContractApproval.select().where(of(asking), ContractApproval.decision == Decision.OPEN)
    return list(query.order_by(ContractApproval.id))


def _first_for(act: Act, asking: Asking) -> ContractApproval:
    if asking.state.value != WAITING:
        raise IllegalMove("No approval is open here.")
    steps = decidable(act.actor, asking)
    if not steps:
        raise NotAllowed("This approval is for another person.")
    return steps[0]


def _decide(act: Act, approval: ContractApproval, decision: Decision, reason: str) -> None:
    approval.decision, approval.reason = decision, reason
    approval.decided_by, approval.decided_at = act.actor.id, clock.now()
    approval.save()
