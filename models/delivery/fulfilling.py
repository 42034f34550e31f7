"""A contract follows its deliveries and payments, within the transaction that changes them (S6, D3)."""

from __future__ import annotations

from models.delivery.kinds import EventKind
from models.delivery.standing import fulfilment
from models.delivery.states import LIVE_STATES, DeliveryState
from models.delivery.tables import Delivery, DeliveryEvent, DeliveryLine
from models.kernel import clock
from models.kernel.actions import save_edit
from models.kernel.changes import Changes
from models.kernel.i18n import N_
from models.kernel.tables import run_sql
from models.sales.states import SIGNED_STATES, ContractState
from models.sales.tables import Contract

CALLED_OFF = N_("The contract was cancelled.")


def hear(changed: Changes) -> None:
    """Make right the state of every contract an action touched that has deliveries."""
    for contract_id in sorted(changed.ids("contract")):
        if run_sql("SELECT 1 FROM delivery WHERE contract_id = ? LIMIT 1", contract_id).fetchone():
            contract = Contract.get_by_id(contract_id)
            if contract.state in SIGNED_STATES:
                keep(contract)
            elif contract.state is ContractState.CANCELLED:
                _call_off(contract, changed)


def keep(contract: Contract) -> None:
    """Bring a contract to the state that follows from its deliveries and payments."""
    state = fulfilment(contract).state
    if state is not contract.state:
        Contract.update(state=state, version=Contract.version + 1, changed_at=clock.now()).where(
            Contract.id == contract.id
        ).execute()


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
