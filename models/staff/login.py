"""Logging in with a PIN: argon2id, and a growing wait after misses that neither a restart nor the clock shortens."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from models.kernel import clock
from models.kernel.actions import PROGRAM, acting, set_authority
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.kernel.text import clean, narrow, one_line
from models.staff.rules import checked_pin, wait_after
from models.staff.tables import Staff

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_PASSES, _KIB = 2, 64 * 1024
_started = clock.uptime()
_last_miss: dict[str, float] = {}


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=_PASSES, memory_cost=_KIB, parallelism=1)


def pin_hash(pin: str, field: str = "pin") -> str:
    """What is kept of a PIN. Raises RuleError at ``field`` for one of the wrong form."""
    return _hasher().hash(checked_pin(pin, field))


def fits(kept: str, pin: str) -> bool:
    """Whether ``pin`` is the one that ``kept`` was made of."""
    from argon2.exceptions import VerifyMismatchError

    try:
        return _hasher().verify(kept, narrow(pin).strip().encode("utf-8", "replace"))
    except VerifyMismatchError:
        return False


def seconds_to_wait(staff_id: int) -> int:
    """How long until this person may try again. Counted from the last miss or the program's start, by running time."""
    staff = Staff.get_by_id(staff_id)
    waited = clock.uptime() - _last_miss.get(staff.uid, _started)
    return max(0, -int(-(wait_after(staff.misses) - waited) // 1))


def log_in(staff_id: int, pin: str) -> Actor:
    """The actor for a member of staff who knows their PIN. Raises RuleError at field ``pin`` as ``prove`` does."""
    staff = prove(staff_id, pin)
    if staff.left_on:
        raise RuleError("This person has left the company.", field="pin")
    actor = Actor(staff.id, staff.name, staff.roles)
    with acting(actor, "staff.log_in", None) as act:
        act.on("staff", staff_id)
        Staff.update(misses=0).where(Staff.id == staff_id).execute()
    return actor


def log_in_by_name(name: str, pin: Callable[[str], str]) -> Actor:
    """The actor called ``name``, whose PIN ``pin`` gives when it is asked for by that name.

    Raises RuleError at field ``name`` for one that nobody here has or several have, else as ``log_in``.
    """
    name = one_line(clean(name))
    found = [each.id for each in Staff.select(Staff.id).where((Staff.name == name) & Staff.left_on.is_null())]
    if not found:
        raise RuleError("Nobody in this store is called {name}.", field="name", name=name)
    if len(found) > 1:
        raise RuleError(
            "Several people in this store are called {name}. Give one of them another name.", field="name", name=name
        )
    return log_in(found[0], pin(name))


def prove(staff_id: int, pin: str, field: str = "pin") -> Staff:
    """The row of a member of staff who knows their PIN; its misses still count the try, until the caller forgets them.

    Raises RuleError at ``field`` for a wrong one, or while the wait after misses lasts. The miss is counted before the
    PIN is tried, so that pulling the plug does not give a free try.
    """
    if wait := seconds_to_wait(staff_id):
        raise RuleError("Too many wrong PINs. Try again in {seconds} seconds.", field=field, seconds=wait)
    with acting(PROGRAM, "staff.try_pin", None) as act:
        act.on("staff", staff_id)
        Staff.update(misses=Staff.misses + 1).where(Staff.id == staff_id).execute()
        staff = Staff.get_by_id(staff_id)
    if not fits(staff.pin_hash, pin):
        _last_miss[staff.uid] = clock.uptime()
        raise RuleError("The PIN is wrong.", field=field)
    return staff


def roles_now(staff_id: int) -> frozenset[Role]:
    """The roles a person holds at this moment; none for who has left or is unknown."""
    row = run_sql("SELECT roles FROM staff WHERE id = ? AND left_on IS NULL", staff_id).fetchone()
    return Staff.roles.python_value(row[0]) if row else frozenset()


set_authority(roles_now)
