"""Rules of lending: when it is due, what a car has run, what is kept of a deposit (W12)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from models.kernel.errors import RuleError

FULL = 8
"""A full tank in eighths."""

LONGEST = timedelta(days=366)
MOST_KM = 2_000_000
MOST_DEPOSIT = 1_000_000_00


def check_due(due_at: datetime, now: datetime) -> None:
    """Raises RuleError at ``due_at`` for a time that is past, or further than a year ahead."""
    if due_at <= now:
        raise RuleError("This time is past already.", field="due_at")
    if due_at - now > LONGEST:
        raise RuleError("Nothing is lent for longer than a year.", field="due_at")


def check_deposit(deposit: int) -> None:
    """Raises RuleError at ``deposit`` for a negative amount or one nobody leaves at a desk."""
    if not 0 <= deposit <= MOST_DEPOSIT:
        raise RuleError("Type a deposit of at most one million.", field="deposit")


def check_fuel(fuel: int | None, field: str) -> None:
    """Raises RuleError at ``field`` for what no gauge shows."""
    if fuel is None or not 0 <= fuel <= FULL:
        raise RuleError("Type a whole number from {least} to {most}.", field=field, least=0, most=FULL)


def check_km(km: int | None, least: int, field: str) -> None:
    """Raises RuleError at ``field`` without a mileage, for less than the car has run, or more than any car runs."""
    if km is None:
        raise RuleError("Read the odometer.", field=field)
    if km < least:
        raise RuleError("The odometer said {km} km before; it never runs backwards.", field=field, km=f"{least:,}")
    if km > MOST_KM:
        raise RuleError("No car has run {km} km.", field=field, km=f"{km:,}")


def check_licence(number: str, until: date | None, seen: bool, due: date) -> None:
    """Raises RuleError at the licence's field: none, not seen, or expired before the car is back."""
    if not number:
        raise RuleError("Type the number of the driving licence.", field="licence_number")
    if until is not None and until < due:
        raise RuleError("The licence expires before the car is due back.", field="licence_until")
    if not seen:
        raise RuleError("Have the licence shown to you.", field="licence_seen")


def given_back(deposit: int, cost: int, kept: int) -> int:
    """What of a deposit goes back, in fen. Raises RuleError at ``kept`` for more than was left or than it cost."""
    if cost < 0 or cost > MOST_DEPOSIT:
        raise RuleError("Type what it cost.", field="cost")
    if kept < 0 or kept > deposit:
        raise RuleError("No more can be kept than the deposit.", field="kept")
    if kept > cost:
        raise RuleError("No more may be kept than it cost.", field="kept")
    return deposit - kept
