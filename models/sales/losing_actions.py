"""Giving a prospect up (C5): what was last offered says whether the manager must confirm it."""

from __future__ import annotations

from models.customers.losing import LossForm, write_loss
from models.customers.protection_actions import standing
from models.kernel.actions import Act, action
from models.kernel.permissions import Permission
from models.sales.offers import last_offer


@action(Permission.EDIT_FILE)
def lose_customer(act: Act, customer_id: int, form: LossForm) -> None:
    """A prospect will not buy; above a set value it waits for the manager's confirmation.

    Raises RuleError at the field that is wrong, NotAllowed for who does not look after them.
    """
    write_loss(act, standing(customer_id), form, last_offer(customer_id))
