"""The floor as the tab's pieces share it: the board read last, who is at the counter, and how something is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

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


class Floor(QObject):
    """``changed`` after the board was read anew, ``answered`` after something was done, ``refused`` when it was not."""

    changed = Signal()
    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.board = lists.board()
        self._doing = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look_again)

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

    def hear(self) -> None:
        """Something was committed: the board is read anew, after the answer where it was done here."""
        if not self._doing:
            self.read()

    def do(self, action: Callable[..., Changes], *args: Any) -> Changes:
        """Do an action as whoever is at the counter: the answer comes first, then the board. Raises what it raises."""
        self._doing = True
        try:
            changes = action(self.actor, *args)
        finally:
            self._doing = False
        if self.is_stale:
            self.read()
        answer = changes.answer
        if isinstance(answer, Answer) and answer.day == self.board.day:
            self.answered.emit(answer)
        self._soon.start()
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
