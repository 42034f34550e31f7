"""What an appraisal must say: pure rules on plain values (S5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from models.kernel.errors import RuleError
from models.kernel.money import LARGEST

MOST_KM, MOST_OWNERS, MOST_REFERENCES = 2_000_000, 99, 8
LONGEST_VALIDITY = timedelta(days=60)


def check_mileage(km: int | None, known_km: int | None) -> None:
    """Raises RuleError at ``mileage_km`` for what no odometer shows, or less than the file knows of the vehicle."""
    if km is None:
        return
    if not 0 <= km <= MOST_KM:
        raise RuleError("Type a whole number from {least} to {most}.", field="mileage_km", least=0, most=MOST_KM)
    if known_km is not None and km < known_km:
        raise RuleError("The mileage was {before} km already.", field="mileage_km", before=known_km)


def check_price(price: int) -> None:
    """Raises RuleError at ``price`` for one that is none."""
    if price < 0:
        raise RuleError("The amount cannot be negative.", field="price")
    if price > LARGEST:
        raise RuleError("The amount is too large.", field="price")


def check_days(registered_on: date | None, valid_until: date | None, today: date) -> None:
    """Raises RuleError at the day that cannot be."""
    if registered_on and registered_on > today:
        raise RuleError("This day lies in the future.", field="registered_on")
    if valid_until and valid_until < today:
        raise RuleError("This day has passed.", field="valid_until")
    if valid_until and valid_until > today + LONGEST_VALIDITY:
        raise RuleError("At most {most} days ahead.", field="valid_until", most=LONGEST_VALIDITY.days)


def is_expired(valid_until: date | None, today: date) -> bool:
    """Whether the price holds no longer."""
    return valid_until is not None and valid_until < today


def middle(prices: Sequence[int]) -> int:
    """The middle one of what the market asks, in fen; of two the lower; 0 where there is none."""
    return sorted(prices)[(len(prices) - 1) // 2] if prices else 0
