"""Plain rows of commission, as screens get them; amounts in fen, shares in hundredths of a percent (S8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.commission.kinds import Cause, SplitState


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """A person's month: booked in it, of that still held for delivery, and what became payable in it.

    ``id`` is 0 for what waits for the manager's decision.
    """

    id: int
    name: str
    contracts: int
    booked: int
    held: int
    payable: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One booking: commission earned, or taken back where negative."""

    id: int
    contract_id: int
    number: str
    customer: str
    who: str
    amount: int
    cause: Cause
    receipt: str
    booked_on: date
    held: bool


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One person's share of a contract, with what stands booked for them."""

    staff_id: int
    name: str
    share: int
    booked: int


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute and its ruling, if there is one."""

    id: int
    contract_id: int
    number: str
    customer: str
    raised_by: str
    raised_at: datetime
    claim: str
    ruled_by: str
    ruling: str


@dataclass(frozen=True)
class CommissionView:
    """A contract's commission as this person may see it: all of it, or only their own share.

    ``full`` is what the contract brings once it is paid, ``earned`` what the money received has earned; both are
    nothing for who sees only their own share. ``decided_by`` is empty while the split is only proposed.
    """

    contract_id: int
    number: str
    state: SplitState
    why: str
    reason: str
    decided_by: str
    shares: tuple[ShareRow, ...]
    undecided: int
    full: int
    earned: int
    held: bool
    released_on: date | None
    disputes: tuple[DisputeRow, ...]
    sees_all: bool
    may_confirm: bool
    may_rule: bool
    may_claim: bool
