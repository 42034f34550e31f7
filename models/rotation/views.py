"""What the board and its lists are made of: plain rows, people by id and name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.rotation.kinds import ArrivalKind, DebtReason, Presence, TurnChoice
from models.rotation.policies import Policy


@dataclass(frozen=True)
class ReceptionRow:
    """A customer being received; ``customer`` is empty for who has no file, ``line_id`` counts in the register."""

    line_id: int
    customer_id: int | None
    customer: str
    receiver_id: int
    receiver: str
    owner_id: int
    owner: str
    kind: ArrivalKind
    rule: str
    counted: bool
    courtesy: bool
    begun_at: datetime


@dataclass(frozen=True)
class UnattendedRow:
    """A customer nobody is free for, and since when; ``waits_for`` is whom they rather wait for."""

    line_id: int
    customer_id: int | None
    customer: str
    kind: ArrivalKind
    since: datetime
    waits_for: str


@dataclass(frozen=True)
class Here:
    """The customers in the showroom."""

    receptions: tuple[ReceptionRow, ...]
    unattended: tuple[UnattendedRow, ...]


@dataclass(frozen=True)
class PersonCard:
    """A salesperson on the board. ``since`` is when their presence became what it is; ``place`` counts from the cursor
    (0 is next), None without a place. ``stands_in_for`` and ``represented_by`` are names.
    """

    id: int
    name: str
    presence: Presence
    since: datetime | None
    place: int | None
    sent_by: str
    signing_since: datetime | None
    receptions: tuple[ReceptionRow, ...]
    choice: TurnChoice | None
    delegates_to: str
    barred: bool
    overdue_days: int
    steps_over: int
    stands_in_for: tuple[str, ...]
    represented_by: str
    counted: int
    uncounted: int
    courtesy: int
    passed: int
    owed: int
    made_up: int
    false_claims: int
    quotes: int
    orders: int


@dataclass(frozen=True)
class DebtRow:
    """A turn the floor owes."""

    person_id: int
    name: str
    reason: DebtReason
    since: datetime


@dataclass(frozen=True)
class LogRow:
    """One line of the log in plain words. ``rule`` may be empty; ``voided_by`` is the number of who took it back.

    ``what`` says what happened, ``answer`` who receives, ``why`` the reasons in order; ``receiver`` is their name.
    """

    number: int
    at: datetime
    kind: str
    rule: str
    what: str
    answer: str
    receiver: str
    why: tuple[str, ...]
    counted: bool
    courtesy: bool
    false_claim: str
    recorded_by: str
    voided_by: int | None


@dataclass(frozen=True)
class Board:
    """The floor as the board shows it. ``next`` is who would receive a new customer now, None where nobody is free.

    ``unclosed`` are earlier days nobody closed; ``later`` is a day after this one that was opened already, as happens
    where a clock was ahead.
    """

    day: date
    is_open: bool
    is_closed: bool
    next: PersonCard | None
    queue: tuple[PersonCard, ...]
    others: tuple[PersonCard, ...]
    receptions: tuple[ReceptionRow, ...]
    unattended: tuple[UnattendedRow, ...]
    owed: tuple[DebtRow, ...]
    log: tuple[LogRow, ...]
    policy: Policy
    policy_words: tuple[str, ...]
    last_number: int
    unclosed: tuple[date, ...]
    later: date | None


@dataclass(frozen=True)
class Difference:
    """A decision that another policy would have made otherwise; texts name receiver and rule."""

    number: int
    at: datetime
    customer: str
    was: str
    would_be: str


@dataclass(frozen=True)
class WhatIf:
    """A day under another policy: the decisions that differ, and everybody's turns, used and owed: (name, as it was, as
    it would be).
    """

    differences: tuple[Difference, ...]
    turns: tuple[tuple[str, int, int], ...]
