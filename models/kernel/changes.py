"""What a committed action touched, and who wants to know: within the transaction, or after its commit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Changes:
    """The records an action touched, by kind and id.

    ``id`` is its main record and ``kind`` that record's kind; ``answer`` is what the action gives back, if anything.
    """

    action: str = ""
    kind: str = ""
    id: int = 0
    touched: set[tuple[str, int]] = field(default_factory=set)
    answer: object = None

    def touch(self, kind: str, record_id: int) -> None:
        """Note that a record was changed."""
        self.touched.add((kind, record_id))

    def touches(self, kind: str, record_id: int | None = None) -> bool:
        """Whether a record of this kind (or this very record) was changed."""
        return any(each == kind and record_id in (None, one) for each, one in self.touched)

    def ids(self, kind: str) -> set[int]:
        """The changed records of this kind."""
        return {one for each, one in self.touched if each == kind}


Listener = Callable[[Changes], None]
_within: list[Listener] = []
_after: list[Listener] = []


def listen(listener: Listener) -> Callable[[], None]:
    """Call ``listener`` after each commit; returns the function that stops it."""
    _after.append(listener)
    return lambda: _after.remove(listener)


def listen_within(listener: Listener) -> Callable[[], None]:
    """Call ``listener`` inside each action's transaction, so that what it writes stands or falls with the cause."""
    _within.append(listener)
    return lambda: _within.remove(listener)


def tell_within(changes: Changes) -> None:
    """Run the listeners of the transaction."""
    for listener in list(_within):
        listener(changes)


def tell_after(changes: Changes) -> None:
    """Run the listeners of the commit."""
    for listener in list(_after):
        listener(changes)
