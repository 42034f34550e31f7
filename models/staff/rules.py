"""Rules of PINs: their form, and how long to wait after misses."""

from __future__ import annotations

from models.kernel.errors import RuleError
from models.kernel.text import narrow

FREE_MISSES = 5
_FIRST_WAIT, _LONGEST_WAIT = 30, 3600


def checked_pin(pin: str, field: str = "pin") -> str:
    """The PIN in plain digits. Raises RuleError unless it is 4 to 8 digits that are not all alike."""
    pin = narrow(pin).strip()
    if not (pin.isascii() and pin.isdecimal() and 4 <= len(pin) <= 8):
        raise RuleError("A PIN has 4 to 8 digits.", field=field)
    if len(set(pin)) == 1:
        raise RuleError("A PIN needs at least two different digits.", field=field)
    return pin


def wait_after(misses: int) -> int:
    """Seconds to wait before the next try: none for five misses, then 30, doubling up to an hour."""
    if misses < FREE_MISSES:
        return 0
    return min(_FIRST_WAIT * 2 ** min(misses - FREE_MISSES, 20), _LONGEST_WAIT)
