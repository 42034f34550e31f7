"""The store's bays (D6)."""

from __future__ import annotations

from models.delivery.states import LIVE_STATES
from models.delivery.tables import Bay, Delivery
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission

MOST_BAYS = 50


@action(Permission.KEEP_DELIVERIES)
def add_bay(act: Act, name: str) -> None:
    """A new bay, the last in the order. Raises RuleError at ``name`` for none, or one that is there already."""
    _check_name(name, 0)
    count = Bay.select().count()
    if count >= MOST_BAYS:
        raise RuleError("A store has at most {most} bays.", field="name", most=MOST_BAYS)
    bay = Bay.create(name=name, position=count)
    act.on("bay", bay.id)
    act.note(name=name)


@action(Permission.KEEP_DELIVERIES)
def change_bay(act: Act, bay_id: int, version: int, name: str, closed: bool = False) -> None:
    """Another name, or no more planning in it. Raises RuleError while deliveries are planned in it, StaleEdit."""
    bay = Bay.get_by_id(bay_id)
    _check_name(name, bay_id)
    if closed and not bay.closed:
        planned = Delivery.get_or_none(Delivery.bay == bay_id, Delivery.state.in_(LIVE_STATES))
        if planned:
            raise RuleError("Delivery {number} is planned in this bay.", field="closed", number=planned.number)
    changed = save_edit(bay, version, {"name": name, "closed": closed})
    act.on("bay", bay_id)
    act.note(changed=sorted(changed))


@action(Permission.KEEP_DELIVERIES)
def order_bays(act: Act, bay_ids: tuple[int, ...]) -> None:
    """Put the bays in this order; those not named follow."""
    rest = [row[0] for row in Bay.select(Bay.id).order_by(Bay.position, Bay.id).tuples() if row[0] not in bay_ids]
    for position, bay_id in enumerate((*bay_ids, *rest)):
        Bay.update(position=position).where(Bay.id == bay_id).execute()
    act.on("bay", bay_ids[0] if bay_ids else 0)


def _check_name(name: str, own: int) -> None:
    if not name:
        raise RuleError("Type a name.", field="name")
    if Bay.select().where(Bay.name == name, Bay.id != own).exists():
        raise RuleError("There is a bay called {name} already.", field="name", name=name)
