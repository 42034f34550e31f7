"""What customer files and registers say to the rotation: owner, protection (C7), entries, and what to propose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.customers.file_lists import household
from models.customers.kinds import RegisterKind
from models.customers.linked import resolved
from models.customers.protection import is_protected, live
from models.customers.tables import Customer, RegisterLine
from models.kernel import clock
from models.rotation.kinds import ArrivalKind
from models.rotation.policies import Policy
from models.staff.tables import Staff


@dataclass(frozen=True)
class FileStanding:
    """A file as the rotation sees it; ``owner`` is a staff id as text, empty where nobody owns it.

    ``household`` is the file of the relative or colleague whose owner this is, where the customer's own is not
    protected (rotation.md, policies).
    """

    owner: str
    is_protected: bool
    household: int | None
    has_visited: bool
    has_called: bool
    sent_by: int | None


@dataclass(frozen=True)
class Proposal:
    """What a known customer most likely is at the door, and why: ``owner_id`` and whether the file is protected, the
    household's file where it is that one's, who sent them.
    """

    kind: ArrivalKind
    owner_id: int | None
    is_protected: bool
    household: int | None = None
    sent_by: int | None = None


def standing(customer_id: int, at: datetime) -> FileStanding:
    """A file's owner and whether it is protected (C7): itself, else through the household's."""
    customer = Customer.get_by_id(resolved(customer_id))
    kinds = RegisterLine.select(RegisterLine.kind).where(RegisterLine.customer == customer.id).distinct().tuples()
    contacts = {kind for (kind,) in kinds}
    whose, relative = customer, None
    if not is_protected(customer, at):
        relative = _protected_relative(customer.id, at)
        whose = relative or customer
    return FileStanding(
        owner=str(whose.owner_id or ""),
        is_protected=relative is not None or is_protected(whose, at),
        household=relative.id if relative else None,
        has_visited=RegisterKind.VISIT in contacts,
        has_called=RegisterKind.CALL in contacts,
        sent_by=customer.referred_by_id,
    )


def _protected_relative(customer_id: int, at: datetime) -> Customer | None:
    """The first file of the household that is protected for somebody who still works here."""
    relatives = Customer.select().join(Staff, on=(Staff.id == Customer.owner)).order_by(Customer.id)
    here = relatives.where(Customer.id.in_(list(household(customer_id))), Staff.left_on.is_null(), live())
    return next((each for each in here if is_protected(each, at)), None)


def has_entry(customer_id: int, staff_id: int, besides: int = 0) -> bool:
    """Whether file or registers connect a customer with somebody, which is what a claim must show (R7).

    The visit in question, line ``besides``, proves nothing.
    """
    customer_id = resolved(customer_id)
    owned = Customer.select().where(Customer.id == customer_id, Customer.owner == staff_id)
    met = RegisterLine.select().where(
        RegisterLine.customer == customer_id, RegisterLine.staff == staff_id, RegisterLine.id != besides
    )
    return owned.exists() or met.exists()


def proposal(customer_id: int, policy: Policy) -> Proposal:
    """What to offer when a known customer comes in (R5, R6, R10).

    Returning to a protected owner, also through the household where the policy counts it; phoned who only ever called;
    referred who was sent by somebody else's customer and is nobody's yet; else new.
    """
    at = clock.now()
    found = standing(customer_id, at)
    owner_id = int(found.owner) if found.owner else None
    if found.is_protected and (found.household is None or policy.household):
        phoned = found.has_called and not found.has_visited and found.household is None
        kind = ArrivalKind.PHONED_ASKS_FOR if phoned else ArrivalKind.RETURNING
        return Proposal(kind, owner_id, True, found.household)
    sender = standing(found.sent_by, at) if found.sent_by and not found.has_visited else None
    if sender and sender.is_protected:
        return Proposal(ArrivalKind.REFERRAL, int(sender.owner), False, sent_by=found.sent_by)
    return Proposal(ArrivalKind.NEW, owner_id, False, found.household)
