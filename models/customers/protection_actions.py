"""What is done about whose a prospect is: taking from the pool, giving back, extending, handing over (C7)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from models.customers import protection
from models.customers.care import Care, care, write_care
from models.customers.kinds import Stage
from models.customers.tables import Customer
from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Permission
from models.staff.tables import Staff

CLAIM = timedelta(days=2)
"""How long a file taken from the pool waits for the first contact of who took it."""


@action(Permission.EDIT_FILE)
def claim(act: Act, customer_id: int) -> None:
    """Take a prospect from the pool; within two days a contact must follow, or it is free again.

    Raises RuleError where it is protected, has bought or is lost, or where one's own places are full.
    """
    if not protection.sells(act.actor):
        raise NotAllowed("Only who sells may look after prospects.")
    customer = standing(customer_id)
    at = clock.now()
    if customer.stage in protection.BOUGHT or customer.stage is Stage.LOST:
        raise RuleError("Only an open prospect can be taken from the pool.")
    if protection.is_protected(customer, at):
        raise RuleError("This prospect is protected for {name}.", name=customer.owner.name)
    _check_room(act.actor.id, customer_id)
    before = customer.owner_id
    _give(act, customer, act.actor.id, at + CLAIM)
    act.on("customer", customer_id)
    act.note(changed={"owner_id": [str(before or ""), str(act.actor.id)]})


@action(Permission.EDIT_FILE)
def release(act: Act, customer_id: int) -> None:
    """Give a prospect back to the pool. Raises NotAllowed for who does not look after it, RuleError for who bought."""
    customer = standing(customer_id)
    if customer.owner_id is None:
        raise RuleError("This file is in the pool already.")
    if not protection.may_give_away(act.actor, customer.owner_id):
        raise NotAllowed("Only who looks after this customer, or a manager, may hand the file over.")
    if customer.stage in protection.BOUGHT:
        raise RuleError("Who has bought stays with their seller; hand the file over to a colleague instead.")
    before = customer.owner_id
    _give(act, customer, None, None)
    act.on("customer", customer_id)
    act.note(changed={"owner_id": [str(before), ""]})


@action(Permission.MANAGE_FILES)
def extend_protection(act: Act, customer_id: int, reason: str) -> None:
    """Protect a prospect for its owner once more for the whole span, once for each owner, with a reason."""
    if not reason:
        raise RuleError("Say why.", field="reason")
    customer = standing(customer_id)
    if customer.owner_id is None:
        raise RuleError("Nobody owns this customer's file.")
    if customer.stage in protection.BOUGHT or customer.stage is Stage.LOST:
        raise RuleError("Only an open prospect is protected for a time.")
    if customer.extended_for_id == customer.owner_id:
        raise RuleError("The protection has been extended once already.")
    check_works_here(customer.owner_id, "customer_id")
    _check_room(customer.owner_id, customer_id)
    until = max(clock.now(), protection.protected_until(customer) or clock.now()) + care().span
    _write(
        customer,
        granted_until=until,
        granted_to=customer.owner_id,
        extended_for=customer.owner_id,
        extension_reason=reason,
    )
    act.on("customer", customer_id)
    act.note(reason=reason, until=clock.local(until).date())


@action(Permission.MANAGE_FILES)
def reassign(act: Act, from_staff_id: int, to: int | Mapping[int, int], reason: str = "") -> None:
    """Hand over all files of somebody to one person, or each file to whom ``to`` says by its id.

    A prospect is protected for the new owner for the whole span. Raises RuleError for a file that is not theirs, and
    for somebody who does not work here or does not sell.
    """
    theirs = protection.files_of(from_staff_id)
    whole = dict.fromkeys(theirs, to) if isinstance(to, int) else dict(to)
    if not whole:
        raise RuleError("There is no file to hand over.", field="to")
    if not whole.keys() <= set(theirs):
        raise RuleError("One of these files belongs to somebody else by now. Look again.", field="to")
    for staff_id in set(whole.values()):
        if staff_id == from_staff_id:
            raise RuleError("Choose somebody else.", field="to")
        check_may_own(staff_id, "to")
    until = clock.now() + care().span
    for customer_id, staff_id in whole.items():
        _give(act, Customer.get_by_id(customer_id), staff_id, until)
    act.on("staff", from_staff_id)
    given = {staff_id: [each for each in whole if whole[each] == staff_id] for staff_id in sorted(set(whole.values()))}
    act.note(to=given, **({"reason": reason} if reason else {}))


@action(Permission.MANAGE_FILES)
def change_care(act: Act, new: Care) -> None:
    """Change the figures of protection and loss. Raises RuleError at the field that is wrong."""
    write_care(new)
    act.on("shop", 1)
    act.note(days=new.days, most=new.most, confirm_from=new.confirm_from)


def standing(customer_id: int) -> Any:
    """The file, as something can still be done with. Raises RuleError for one merged into another, or erased."""
    customer = Customer.get_by_id(customer_id)
    if customer.merged_into_id is not None:
        raise RuleError("This file was merged into another. Open that one.")
    if customer.erased_at is not None:
        raise RuleError("This file was erased.")
    return customer


def check_may_own(staff_id: int, field: str) -> None:
    """Raises RuleError for somebody who has left or may not look after customers."""
    check_works_here(staff_id, field)
    if not Staff.get_by_id(staff_id).roles & protection.MAY_OWN:
        raise RuleError("Only who sells may look after prospects.", field=field)


def check_works_here(staff_id: int, field: str) -> None:
    """Raises RuleError for somebody who has left the company."""
    staff = Staff.get_or_none(Staff.id == staff_id)
    if staff is None or staff.left_on is not None:
        raise RuleError("This person has left the company.", field=field)


def _check_room(staff_id: int, besides: int) -> None:
    most = care().most
    theirs = protection.protected(staff_id, clock.now())
    if len(theirs.keys() - {besides}) >= most:
        raise RuleError("At most {most} prospects are protected for one person at once.", most=most)


def _give(act: Act, customer: Any, staff_id: int | None, until: Any) -> None:
    _write(customer, owner=staff_id, granted_until=until, granted_to=staff_id if until else None)
    act.touch("customer", customer.id)


def _write(customer: Any, **values: Any) -> None:
    changed = {**values, "version": Customer.version + 1, "changed_at": clock.now()}
    Customer.update(**changed).where(Customer.id == customer.id).execute()
