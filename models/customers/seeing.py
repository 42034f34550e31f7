"""Who sees a file's personal values unmasked: its owner, managers, and who has something open with them (C11)."""

from __future__ import annotations

from collections.abc import Callable, Collection

from models.kernel.permissions import Actor, Permission

Ground = Callable[[Actor, Collection[int]], set[int]]
"""Which of these files somebody may see for a reason of a higher room, such as an open contract with them."""

_grounds: list[Ground] = []


def see_by(ground: Ground) -> None:
    """Let a higher room add its ground; until it has, nobody sees by it."""
    _grounds.append(ground)


def may_see(actor: Actor, owner_id: int | None, customer_id: int) -> bool:
    """Whether one file's personal values show unmasked to somebody."""
    return customer_id in seen(actor, {customer_id: owner_id})


def seen(actor: Actor, owners: dict[int, int | None]) -> set[int]:
    """Which files, given with their owners, show their personal values to somebody."""
    if actor.may(Permission.SEE_ALL_PERSONAL):
        return set(owners)
    own = {customer_id for customer_id, owner_id in owners.items() if owner_id == actor.id}
    rest = owners.keys() - own
    return own.union(*(ground(actor, rest) for ground in _grounds)) if rest else own
