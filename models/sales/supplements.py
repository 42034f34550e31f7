"""What amendments and cancellations have in common: one open at a time, moved on, withdrawn (S6)."""

from __future__ import annotations

from typing import Any

import peewee

from models.kernel.actions import Act, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.permissions import Actor
from models.sales import approvals
from models.sales.quote_actions import is_own
from models.sales.states import ContractState, refuse_colleagues
from models.sales.supplement_states import (
    OPEN_STATES,
    SUPPLEMENT_MOVES,
    SupplementAction,
    SupplementFacts,
    SupplementState,
)
from models.sales.tables import Amendment, Cancellation, Contract

Followed = Amendment | Cancellation


def contract_to_change(act: Act, contract_id: int, states: tuple[ContractState, ...]) -> Contract:
    """The contract a supplement is begun for.

    Raises RuleError outside ``states`` or while another supplement is open, NotAllowed for a colleague's.
    """
    contract: Contract = Contract.get_by_id(contract_id)
    refuse_colleagues(is_own(act.actor, contract.consultant_id))
    if contract.state not in states:
        raise RuleError("This is for signed contracts; this one is “{state}”.", state=contract.state)
    waiting = open_supplement(contract_id)
    if waiting:
        raise RuleError("{number} is still open. Finish or withdraw it first.", number=waiting.number)
    return contract


def open_supplement(contract_id: int) -> Followed | None:
    """The amendment or cancellation of a contract that is neither signed nor withdrawn."""
    for table in (Amendment, Cancellation):
        found: Followed | None = table.get_or_none(
            table.contract == contract_id, table.state.in_([state.value for state in OPEN_STATES])
        )
        if found:
            return found
    return None


def draft_to_fill(act: Act, table: type[Followed], supplement_id: int) -> Any:
    """The draft that is changed. Raises RuleError once it is submitted, NotAllowed for a colleague's."""
    supplement = table.get_by_id(supplement_id)
    refuse_colleagues(is_own(act.actor, supplement.contract.consultant_id))
    if supplement.state is not SupplementState.DRAFT:
        raise RuleError("It is only changed while it is a draft.")
    return supplement


def set_state(act: Act, supplement: Followed, what: SupplementAction, facts: SupplementFacts) -> None:
    """Move it on inside an action. Raises IllegalMove, NotAllowed, or what the guard says."""
    state = move(SUPPLEMENT_MOVES, supplement.state, what, act.actor, facts)
    save_edit(supplement, supplement.version, {"state": state})
    touch(act, supplement)
    act.note(state=state.value)


def touch(act: Act, supplement: Followed) -> None:
    """Name the supplement as the action's record, its contract and customer as touched."""
    act.on(kind_of(supplement), supplement.id)
    act.touch("contract", supplement.contract_id)
    act.touch("customer", supplement.contract.customer_id)
    act.note(number=supplement.number)


def kind_of(supplement: Followed) -> str:
    """What the supplement is called as a kind of record."""
    return type(supplement).__name__.lower()


def facts_of(actor: Actor, supplement: Followed, blocked_by: RuleError | None) -> SupplementFacts:
    """What the guards ask, for this person; ``blocked_by`` is what is wrong with it as it is filled in."""
    own = is_own(actor, supplement.contract.consultant_id)
    return SupplementFacts(blocked_by, tuple(approvals.open_steps(supplement)), own)


def approve(act: Act, supplement: Followed, facts: SupplementFacts, note: str) -> None:
    """Grant this person's step; with the last one it is approved. Raises NotAllowed, IllegalMove."""
    if approvals.grant(act, supplement, note):
        set_state(act, supplement, SupplementAction.APPROVE, SupplementFacts(facts.blocked_by, (), facts.own))
    else:
        touch(act, supplement)


def give_back(act: Act, supplement: Followed, reason: str) -> None:
    """Return it to its draft, with a reason."""
    approvals.send_back(act, supplement, reason)
    supplement.returned = reason
    set_state(act, supplement, SupplementAction.RETURN, SupplementFacts())
    act.note(reason=reason)


def withdraw(act: Act, supplement: Followed, reason: str) -> None:
    """Take it back before it is signed; its number stays taken. Raises RuleError without a reason."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    approvals.drop(supplement)
    supplement.returned = reason
    set_state(act, supplement, SupplementAction.WITHDRAW, facts_of(act.actor, supplement, None))
    act.note(reason=reason)


def by_contract(table: type[Followed], contract_id: int) -> peewee.ModelSelect:
    """A contract's amendments or cancellations, oldest first."""
    return table.select().where(table.contract == contract_id).order_by(table.id)
