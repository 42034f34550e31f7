"""What is done when a customer asks what is kept about them, or wants it gone (C11)."""

from __future__ import annotations

from models.customers.protection_actions import standing
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.kernel.tables import database
from models.privacy import collecting, erasing
from models.sales.offers import open_contracts


@action(Permission.EXPORT_PERSONAL)
def export_file(act: Act, customer_id: int) -> None:
    """Everything that is kept about a customer, as the ``Collected`` answer; that it was handed out is on record."""
    customer = standing(customer_id)
    act.on("customer", customer.id)
    act.changes.touched.clear()
    act.changes.answer = collecting.collect(customer.id)


@action(Permission.ERASE_PERSONAL)
def erase_file(act: Act, customer_id: int, reason: str) -> None:
    """Erase a customer's personal data for good; contracts and ledgers keep what the law makes the store keep.

    Raises RuleError without a reason, for a file merged or erased already, and while a contract is open.
    """
    if not reason:
        raise RuleError("Say why.", field="reason")
    standing(customer_id)
    numbers = open_contracts(customer_id)
    if numbers:
        raise RuleError("Contract {number} is still open; it needs the customer's data.", number=numbers[0])
    files = erasing.erase(customer_id)
    for each in files:
        act.touch("customer", each)
    act.on("customer", customer_id)
    act.note(erased=len(files), reason=reason)
    database.after_commit(erasing.leave_no_trace)
