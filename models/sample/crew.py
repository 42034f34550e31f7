"""The sample's staff: who does what in a store of one person up to fifty, with PINs that are easy to type."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission, Role
from models.sample.people import People
from models.sample.words import Words, file
from models.staff.actions import StaffForm, hire

MOST = 50
_USUAL, _USUAL_SELLING = 12, 8
"""How many people a store has with a workshop, and one that only sells."""
_OWNER = frozenset({Role.OWNER, Role.ADMINISTRATOR})
_FEW = {
    1: (),
    2: ({Role.SALES_MANAGER, Role.SALES, Role.CASHIER, Role.RECEPTION},),
    3: ({Role.SALES_MANAGER, Role.CASHIER}, {Role.SALES, Role.RECEPTION}),
    4: ({Role.SALES_MANAGER}, {Role.CASHIER, Role.RECEPTION}, {Role.SALES}),
}
_MANY = ({Role.SALES_MANAGER}, {Role.CASHIER}, {Role.RECEPTION})
_SECOND = {
    6: {Role.SALES, Role.PARTS_KEEPER},
    7: {Role.SALES, Role.SERVICE_ADVISOR},
    12: {Role.RECEPTION},
    18: {Role.SALES_MANAGER},
    24: {Role.CASHIER},
}
_WORKSHOP = {8: {Role.TECHNICIAN}, 9: {Role.TECHNICIAN}, 10: {Role.SERVICE_ADVISOR}, 11: {Role.SERVICE_ADVISOR}}
"""Whom a store with a workshop has besides."""

_PINS = ("1357", "2468", "1470", "2580", "3691", "1590", "3579", "1928", "2837", "3746")


@dataclass(frozen=True)
class Member:
    """Somebody on the sample's staff."""

    name: str
    roles: frozenset[Role]
    pin: str
    phone: str


@dataclass(frozen=True)
class Crew:
    """The staff as actors, the owner first."""

    actors: tuple[Actor, ...]

    @property
    def owner(self) -> Actor:
        """Who founded the store."""
        return self.actors[0]

    @property
    def sellers(self) -> list[Actor]:
        """Who owns customers."""
        return self._holding(Role.SALES) or self._holding(Role.SALES_MANAGER) or [self.owner]

    def receiving(self, rng: Random, seller: Actor) -> Actor:
        """Who writes a contact down: the desk, or who sells."""
        desk = self._holding(Role.RECEPTION)
        return rng.choice(desk) if desk and rng.random() < 0.4 else seller

    def desk(self, rng: Random) -> Actor:
        """Somebody at the desk."""
        return rng.choice(self._holding(Role.RECEPTION) or [self.owner])

    def who_may(self, permission: Permission) -> Actor:
        """The person whose work it is; the owner where nobody else may."""
        return next((each for each in self.actors[1:] if each.may(permission)), self.owner)

    def cashier(self) -> Actor:
        """Who takes money."""
        return self.who_may(Permission.TAKE_PAYMENT)

    def manager(self, besides: Actor | None = None) -> Actor:
        """A sales manager who is not ``besides``, else the owner."""
        return next((each for each in self._holding(Role.SALES_MANAGER) if each != besides), self.owner)

    @property
    def advisors(self) -> list[Actor]:
        """Who writes the workshop's orders, those who do nothing else first."""
        return sorted(self._holding(Role.SERVICE_ADVISOR), key=lambda each: len(each.roles))

    @property
    def technicians(self) -> list[Actor]:
        """Who works on the cars; nobody where the staff is too small for a workshop."""
        return self._holding(Role.TECHNICIAN)

    def who_decides(self, roles: frozenset[Role], applicant: Actor) -> Actor:
        """The first besides the owner who may and did not apply, else the owner."""
        others = [each for each in self.actors[1:] if each.roles & roles and each.id != applicant.id]
        return others[0] if others else self.owner

    def _holding(self, role: Role) -> list[Actor]:
        return [each for each in self.actors if role in each.roles]


def usual(*, workshop: bool) -> int:
    """How many people work in a sample of its trade, where nobody says how many."""
    return _USUAL if workshop else _USUAL_SELLING


def draw(rng: Random, people: People, words: Words, count: int, *, workshop: bool = False) -> list[Member]:
    """So many people with different names and PINs: the owner, manager, cashier, desk, then consultants.

    With a ``workshop`` the ninth to the twelfth are its technicians and advisors.
    """
    named = [pick(each.names, words.language) for each in file().people.staff]
    roles = _roles(count, _WORKSHOP if workshop else {})
    members: list[Member] = []
    for place in range(count):
        name = (
            named[place]
            if place < len(named)
            else people.name(male=rng.random() < 0.5, island=words.language == "zh_TW")
        )
        while any(member.name == name for member in members):
            name = people.name(male=rng.random() < 0.5, island=words.language == "zh_TW")
        members.append(Member(name, roles[place], pin(place), f"154 0000 {1000 + 37 * place}"))
    return members


def pin(place: int) -> str:
    """The PIN of the person at this place, counted from nought."""
    return _PINS[place] if place < len(_PINS) else str(4012 + 101 * place)


def hired(owner: Actor, members: list[Member]) -> Crew:
    """Open the accounts of everybody but the owner, who has one."""
    actors = [owner]
    for member in members[1:]:
        changes = hire(owner, StaffForm(member.name, member.roles, member.phone, member.pin))
        actors.append(Actor(changes.id, member.name, member.roles))
    return Crew(tuple(actors))


def _roles(count: int, workshop: dict[int, set[Role]]) -> list[frozenset[Role]]:
    second = _SECOND | workshop
    others = [frozenset(each) for each in _FEW.get(count, _MANY)]
    for place in range(1 + len(others), count):
        others.append(frozenset(second.get(place, {Role.SALES})))
    return [_OWNER, *others]
