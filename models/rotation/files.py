"""What customer files and registers say to the rotation: owner, protection (C7), entries, and what to propose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.customers.kinds import RegisterKind, Stage
from models.customers.tables import Customer, RegisterLine
from models.kernel import clock
from models.rotation.kinds import ArrivalKind
from models.shop.profile import trade

_BOUGHT = (Stage.ORDERED, Stage.DELIVERED)


@dataclass(frozen=True)
class FileStanding:
    """A file as the rotation sees it; ``owner`` is a staff id as text, empty where nobody owns it."""

    owner: str
    is_protected: bool
    has_visited: bool
    has_called: bool


@dataclass(frozen=True)
class Proposal:
    """What a known customer most likely is at the door; ``owner_id`` and ``is_protected`` say why."""

    kind: ArrivalKind
    owner_id: int | None
    is_protected: bool


def standing(customer_id: int, at: datetime) -> FileStanding:
    """A file's owner and whether its protection holds: for so many days from the last contact, and for who bought."""
    customer = Customer.get_by_id(customer_id)
    kinds = RegisterLine.select(RegisterLine.kind).where(RegisterLine.customer == customer_id).distinct().tuples()
    contacts = {kind for (kind,) in kinds}
    fresh = (at - customer.last_contact_at).days < trade().protection.days
    return FileStanding(
        str(customer.owner_id or ""),
        customer.owner_id is not None and (fresh or customer.stage in _BOUGHT),
        RegisterKind.VISIT in contacts,
        RegisterKind.CALL in contacts,
    )


def has_entry(customer_id: int, staff_id: int, besides: int = 0) -> bool:
    """Whether file or registers connect a customer with somebody, which is what a claim must show (R7).

    The visit in question, line ``besides``, proves nothing.
    """
    owned = Customer.select().where(Customer.id == customer_id, Customer.owner == staff_id)
    met = RegisterLine.select().where(
        RegisterLine.customer == customer_id, RegisterLine.staff == staff_id, RegisterLine.id != besides
    )
    return owned.exists() or met.exists()


def proposal(customer_id: int) -> Proposal:
    """What to offer when a known customer comes in: new without a protected owner, phoned who only ever called."""
    found = standing(customer_id, clock.now())
    owner_id = int(found.owner) if found.owner else None
    kind = ArrivalKind.RETURNING if found.is_protected else ArrivalKind.NEW
    if found.is_protected and found.has_called and not found.has_visited:
        kind = ArrivalKind.PHONED_ASKS_FOR
    return Proposal(kind, owner_id, found.is_protected)
