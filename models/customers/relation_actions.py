"""How the customers of two files are related (C1)."""

from __future__ import annotations

from models.customers.kinds import Relation, seen_from_there
from models.customers.protection_actions import standing
from models.customers.tables import CustomerRelation
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission


@action(Permission.EDIT_FILE)
def relate(act: Act, customer_id: int, other_id: int, relation: Relation) -> None:
    """The customer of ``other_id`` is this one's ``relation``, in place of what was said of the two before.

    Raises RuleError at field ``other_id`` for the file itself.
    """
    if customer_id == other_id:
        raise RuleError("Choose another customer's file.", field="other_id")
    for each in (customer_id, other_id):
        standing(each)
    _forget(customer_id, other_id)
    CustomerRelation.create(customer=customer_id, other=other_id, kind=relation)
    act.on("customer", customer_id)
    act.touch("customer", other_id)
    act.note(relation=relation.value, other_id=other_id)


@action(Permission.EDIT_FILE)
def unrelate(act: Act, customer_id: int, other_id: int) -> None:
    """The two have nothing to do with each other. Raises RuleError where nobody said they had."""
    before = _forget(customer_id, other_id)
    if before is None:
        raise RuleError("These two customers are not related.")
    act.on("customer", customer_id)
    act.touch("customer", other_id)
    act.note(relation=before.value, other_id=other_id)


def _forget(customer_id: int, other_id: int) -> Relation | None:
    """Take back what was said of the two from either side; returns what the other was to the first."""
    said = None
    for one, two in ((customer_id, other_id), (other_id, customer_id)):
        here = (CustomerRelation.customer == one) & (CustomerRelation.other == two)
        for row in CustomerRelation.select().where(here):
            said = row.kind if one == customer_id else seen_from_there(row.kind)
        CustomerRelation.delete().where(here).execute()
    return said
