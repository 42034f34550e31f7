"""A contract follows its deliveries and payments, within the transaction that changes them (S6, D3)."""

from __future__ import annotations

from models.delivery import rules
from models.delivery.kinds import EventKind
from models.delivery.standing import fulfilment, require_handed_over_stands
from models.delivery.states import LIVE_STATES, DeliveryState
from models.delivery.tables import Delivery, DeliveryEvent, DeliveryLine
from models.kernel import clock
from models.kernel.actions import save_edit
from models.kernel.changes import Changes
from models.kernel.i18n import N_
from models.kernel.tables import moment, run_sql
from models.sales.standing import present_stages
from models.sales.states import SIGNED_STATES, ContractState
from models.sales.tables import Contract
from models.trades.template import DueEvent

_WITH_HAND_OVER = (DueEvent.DELIVERY.value, DueEvent.ACCEPTANCE.value)
CALLED_OFF = N_("The contract was cancelled.")


def hear(changed: Changes) -> None:
    """Make right the state of every contract an action touched that has deliveries.

    Raises RuleError where it names other goods than were handed over.
    """
    for contract_id in sorted(changed.ids("contract")):
        if run_sql("SELECT 1 FROM delivery WHERE contract_id = ? LIMIT 1", contract_id).fetchone():
            contract = Contract.get_by_id(contract_id)
            if contract.state in SIGNED_STATES:
                require_handed_over_stands(contract)
                keep(contract)
            elif contract.state is ContractState.CANCELLED:
                _call_off(contract, changed)


def keep(contract: Contract) -> None:
    """Bring a contract to the state that follows from its deliveries and payments."""
    state = fulfilment(contract).state
    if state is not contract.state:
        if state not in (ContractState.SIGNED, ContractState.IN_DELIVERY):
            _due_from_hand_over(contract)
        Contract.update(state=state, version=Contract.version + 1, changed_at=clock.now()).where(
            Contract.id == contract.id
        ).execute()


def _due_from_hand_over(contract: Contract) -> None:
    """Stages due with a delivery or an acceptance whose day was not known have it now: the last hand-over's (S7)."""
    last = run_sql("SELECT max(handed_over_at) FROM delivery WHERE contract_id = ?", contract.id).fetchone()[0]
    day = clock.local(moment(last)).date()
    table, own = ("amended_stage", " AND amendment_no = ?") if contract.amendment_no else ("contract_stage", "")
    for stage in present_stages([contract.id]).get(contract.id, []):
        if stage.due_on is None and stage.event in _WITH_HAND_OVER:
            values = [contract.id, stage.position, *([contract.amendment_no] if own else [])]
            due = rules.days_after(day, stage.days).isoformat()
            run_sql(f"UPDATE {table} SET due_on = ? WHERE contract_id = ? AND position = ?{own}", due, *values)


def _call_off(contract: Contract, changed: Changes) -> None:
    """A cancelled contract hands nothing over any more; what was handed over stays as it was."""
    for delivery in Delivery.select().where(Delivery.contract == contract.id, Delivery.state.in_(LIVE_STATES)):
        values = {"state": DeliveryState.CANCELLED, "reason": CALLED_OFF}
        save_edit(delivery, delivery.version, values)
        release_lines(delivery.id)
        DeliveryEvent.create(delivery=delivery, kind=EventKind.CANCELLED, text=CALLED_OFF, staff=contract.consultant_id)
        changed.touch("delivery", delivery.id)


def release_lines(delivery_id: int) -> None:
    """Let the lines of a delivery that was cancelled be planned anew."""
    DeliveryLine.update(released=True).where(DeliveryLine.delivery == delivery_id).execute()
