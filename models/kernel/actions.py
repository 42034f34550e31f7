"""What makes a function an action: one permission, one transaction, one audit line, and Changes for the screens."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec

from models.kernel import audit, changes, clock
from models.kernel.changes import Changes
from models.kernel.errors import StaleEdit
from models.kernel.permissions import Actor, Permission, Role, require
from models.kernel.store import transaction
from models.kernel.tables import Record, database
from models.kernel.text import cleaned

P = ParamSpec("P")

PROGRAM = Actor(0, "Frontdesk", frozenset())
"""The program itself: for what a store's making writes and for papers written from the command line."""


@dataclass
class Act:
    """An action under way: who acts, what it touched, and what its audit line will say."""

    actor: Actor
    changes: Changes
    details: dict[str, Any] = field(default_factory=dict)

    def on(self, kind: str, record_id: int) -> None:
        """Name the action's main record."""
        self.changes.kind, self.changes.id = kind, record_id
        self.changes.touch(kind, record_id)

    def touch(self, kind: str, record_id: int) -> None:
        """Note another record that the action changed."""
        self.changes.touch(kind, record_id)

    def note(self, **details: Any) -> None:
        """Add to the audit line; personal values only as masks."""
        self.details.update(details)


@dataclass(frozen=True)
class Registered:
    """An action as the matrix of roles and actions sees it."""

    name: str
    permission: Permission


ACTIONS: dict[str, Registered] = {}


def _nobody(staff_id: int) -> frozenset[Role]:
    return frozenset()


_roles_now: Callable[[int], frozenset[Role]] = _nobody


def set_authority(roles_now: Callable[[int], frozenset[Role]]) -> None:
    """Tell where a person's present roles are found; until told, nobody may do anything."""
    global _roles_now
    _roles_now = roles_now


def action(
    permission: Permission,
) -> Callable[[Callable[Concatenate[Act, P], None]], Callable[Concatenate[Actor, P], Changes]]:
    """Make a function an action: called with the Actor first, it returns the Changes it committed.

    Typed texts are cleaned; permission is asked of the roles the person holds at this moment, inside the transaction.
    Raises NotAllowed, RuleError, StorageError; then nothing was written.
    """

    def decorate(body: Callable[Concatenate[Act, P], None]) -> Callable[Concatenate[Actor, P], Changes]:
        name = f"{body.__module__.split('.')[-2]}.{body.__name__}"
        ACTIONS[name] = Registered(name, permission)

        @functools.wraps(body)
        def run(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> Changes:
            with acting(actor, name, permission) as act:
                body(act, *cleaned(args), **cleaned(kwargs))
            return act.changes

        return run

    return decorate


@contextmanager
def acting(actor: Actor, name: str, permission: Permission | None) -> Iterator[Act]:
    """The frame of an action, which happens at one moment: its listeners and its audit line read the same clock.

    ``permission`` None is only for what the program itself does.
    """
    with transaction():
        head = audit.hold()
        if permission is not None:
            actor = Actor(actor.id, actor.name, _roles_now(actor.id))
            require(actor, permission)
        act = Act(actor, Changes(name))
        with clock.held():
            yield act
            changes.tell_within(act.changes)
            audit.write(head, actor.id, name, act.changes.kind, act.changes.id, act.details)
        database.after_commit(lambda: changes.tell_after(act.changes))


def save_edit(record: Record, read_version: int, new: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Write ``new`` into ``record`` if it still has ``read_version``; returns what changed as {field: (from, to)}.

    Raises StaleEdit with both values of each field where somebody else was faster.
    """
    differing = {name: value for name, value in new.items() if getattr(record, name) != value}
    if record.version != read_version:
        raise StaleEdit({name: getattr(record, name) for name in differing}, differing)
    changed = {name: (getattr(record, name), value) for name, value in differing.items()}
    for name, value in differing.items():
        setattr(record, name, value)
    record.version += 1
    record.changed_at = clock.now()
    record.save()
    return changed
