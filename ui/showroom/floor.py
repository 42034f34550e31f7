"""The floor as the tab's pieces share it: the board read last, who is at the counter, and how something is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.kernel import clock, faults
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.permissions import Actor, Permission
from models.rotation import lists
from models.rotation.desk import Answer
from models.rotation.views import PersonCard, ReceptionRow, UnattendedRow
from models.staff import lists as staff
from ui.kit.desk import Desk
from ui.showroom.wording import customer

_PEOPLE = ("name", "owner", "receiver", "by")


class Floor(QObject):
    """``changed`` after the board was read anew, ``answered`` after something was done, ``refused`` when it was not."""

    changed = Signal()
    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.board = lists.board()

    @property
    def actor(self) -> Actor:
        """Whoever is at the counter."""
        return self.desk.session.actor

    @property
    def may_receive(self) -> bool:
        """Whether arrivals and presence may be recorded here."""
        return self.actor.may(Permission.RECEIVE_ROTATION)

    @property
    def may_manage(self) -> bool:
        """Whether exceptions, line-ups and the rulebook are theirs."""
        return self.actor.may(Permission.MANAGE_ROTATION)

    @property
    def is_stale(self) -> bool:
        """Whether the board is another day's."""
        return self.board.day != clock.today()

    def read(self) -> None:
        """Read the board anew."""
        self.board = lists.board()
        self.changed.emit()

    def look_again(self) -> None:
        """Read the board anew by itself; while the disk or the server does not answer, it stays as it was."""
        try:
            with faults.told_apart():
                self.read()
        except StorageError:
            return

    def do(self, action: Callable[..., Changes], *args: Any) -> Changes:
        """Do an action as whoever is at the counter. Raises what it raises, with people by name."""
        try:
            changes = action(self.actor, *args)
        except FrontdeskError as error:
            error.parameters = _with_names(error.parameters)
            raise
        answer = changes.answer
        if isinstance(answer, Answer):
            if self.is_stale or self.board.last_number != answer.number:
                self.read()
            self.answered.emit(answer)
        return changes

    def attempt(self, action: Callable[..., Changes], *args: Any) -> bool:
        """Do an action where there is no form to show an error in; whether it went through."""
        try:
            self.do(action, *args)
        except FrontdeskError as error:
            self.refused.emit(error)
            return False
        return True

    def cards(self) -> list[PersonCard]:
        """Everybody on the floor, the line-up from whose turn it is."""
        return [*self.board.queue, *self.board.others]

    def card(self, person_id: int) -> PersonCard | None:
        """Somebody's card, if they are on the floor."""
        return next((each for each in self.cards() if each.id == person_id), None)

    def people(self, *without: int) -> list[tuple[int, str]]:
        """Everybody who may be named, the floor first, then whoever else sells."""
        named = {each.id: each.name for each in self.cards()}
        named |= {row.id: row.name for row in staff.sellers() if row.id not in named}
        return [(person_id, name) for person_id, name in named.items() if person_id not in without]

    def customer_of(self, line_id: int) -> str:
        """What a customer who is here is called."""
        here: list[ReceptionRow | UnattendedRow] = [*self.board.receptions, *self.board.unattended]
        return next((customer(each) for each in here if each.line_id == line_id), "")

    def receptions_of(self, person_id: int) -> list[ReceptionRow]:
        """Whom somebody is receiving."""
        return [each for each in self.board.receptions if each.receiver_id == person_id]


def decided(answer: Answer) -> bool:
    """Whether the answer gave somebody a customer, or at least was not asked to."""
    return answer.decision is None or answer.decision.receiver is not None or answer.decision.rule == "R13"


def _with_names(parameters: dict[str, object]) -> dict[str, object]:
    """The log knows people by number; errors name them."""
    numbers = [value for key, value in parameters.items() if key in _PEOPLE and str(value).isdecimal()]
    if not numbers:
        return parameters
    names = staff.names()
    return {
        key: names.get(int(str(value)), value) if key in _PEOPLE and str(value).isdecimal() else value
        for key, value in parameters.items()
    }
