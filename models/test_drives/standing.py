"""How a test drive stands: its routes, what is missing before its start, who and what is taken meanwhile (S4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from models.kernel import clock
from models.kernel.actions import Act, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.i18n import N_, pick
from models.shop.profile import trade
from models.stock.kinds import UnitState
from models.stock.tables import StockUnit
from models.test_drives import rules
from models.test_drives.rules import Span
from models.test_drives.states import DRIVE_MOVES, TAKEN_STATES, DriveAction, DriveFacts, DriveState, Lack
from models.test_drives.tables import TestDrive
from models.trades.template import TestDrives


class OfferedRoute(msgspec.Struct, frozen=True):
    """A route as it was offered: its words by language, about how far and how long."""

    name: dict[str, str]
    via: dict[str, str]
    km: int
    minutes: int

    @property
    def title(self) -> str:
        """Its name in the screen's language."""
        return pick(self.name)


@dataclass(frozen=True)
class RouteForm:
    """A route as typed in the language of the screen; ``was`` is its place among the store's, None for a new one."""

    name: str
    via: str
    km: int
    minutes: int
    was: int | None = None


def terms() -> TestDrives:
    """What the trade says of test drives. Raises RuleError where it has none."""
    found = trade().test_drives
    if found is None:
        raise RuleError("This trade has no test drives.")
    return found


def known_routes() -> tuple[OfferedRoute, ...]:
    """The store's routes as they are offered today."""
    return tuple(OfferedRoute(each.name, each.via, each.km, each.minutes) for each in terms().routes)


def routes_of(drive: TestDrive) -> tuple[OfferedRoute, ...]:
    """The routes offered for a drive."""
    return msgspec.json.decode(drive.routes, type=tuple[OfferedRoute, ...])


def routes_text(routes: Iterable[OfferedRoute]) -> str:
    """Routes as they are kept."""
    return msgspec.json.encode(list(routes)).decode()


def span_of(drive: TestDrive) -> Span:
    """From when until when it is booked."""
    return Span(drive.starts_at, drive.ends_at)


def lacks(drive: TestDrive) -> tuple[Lack, ...]:
    """What is missing before the key is handed out, in the order in which it is done."""
    unit, until = drive.unit, drive.licence_until
    found = {
        Lack.CAR: unit.state is not UnitState.DEMO,
        Lack.OUT: _on_the_road(drive),
        Lack.FUEL: drive.fuel is None or drive.fuel < rules.HALF,
        Lack.CLEAN: not drive.clean,
        Lack.INSURED: not drive.insured,
        Lack.LICENCE: not drive.licence_number or drive.licence_seen_by_id is None,
        Lack.EXPIRED: until is not None and until < clock.today(),
        Lack.ROUTES: len(routes_of(drive)) < rules.LEAST_ROUTES,
        Lack.SIGNATURE: drive.signed_at is None,
    }
    return tuple(lack for lack, missing in found.items() if missing)


def _on_the_road(drive: TestDrive) -> bool:
    query = TestDrive.select().where(TestDrive.unit == drive.unit_id, TestDrive.id != drive.id)
    return bool(query.where(TestDrive.state == DriveState.OUT).exists())


def facts_of(drive: TestDrive) -> DriveFacts:
    """What the guards ask."""
    return DriveFacts(lacks(drive) if drive.state is DriveState.BOOKED else (), clock.now() >= drive.starts_at)


def moved(act: Act, drive: TestDrive, what: DriveAction, **new: object) -> None:
    """Move a drive on inside an action, writing ``new`` too. Raises IllegalMove, NotAllowed, or what the guard says."""
    state = move(DRIVE_MOVES, drive.state, what, act.actor, facts_of(drive))
    save_edit(drive, drive.version, {"state": state, **new})
    touch(act, drive)
    act.note(state=state.value)


def touch(act: Act, drive: TestDrive) -> None:
    """Name the drive as the action's record, its customer as touched."""
    act.on("test_drive", drive.id)
    act.touch("customer", drive.customer_id)
    act.note(number=drive.number)


def check_car(unit_id: int) -> StockUnit:
    """The car to book. Raises RuleError at ``unit_id`` for one that is none, is sold, or is no demo car."""
    unit: StockUnit | None = StockUnit.get_or_none(StockUnit.id == unit_id)
    if unit is None:
        raise RuleError("Choose a demo car.", field="unit_id")
    if unit.state is not UnitState.DEMO:
        raise RuleError(
            "{number} is no demo car: it is “{state}”.", field="unit_id", number=unit.number, state=unit.state
        )
    return unit


def check_free(span: Span, unit_id: int, consultant_id: int, drive_id: int = 0) -> None:
    """Raises RuleError at the car or the person who is taken meanwhile, with what they are taken for."""
    for drive in overlapping(span):
        if drive.id == drive_id:
            continue
        begin, end = (f"{clock.local(each):%H:%M}" for each in (drive.starts_at, drive.ends_at))
        said = {"number": drive.number, "begin": begin, "end": end}
        if drive.unit_id == unit_id:
            raise RuleError("The car is booked from {begin} to {end} ({number}).", field="starts_at", **said)
        if drive.consultant_id == consultant_id:
            text = N_("{name} accompanies another test drive from {begin} to {end} ({number}).")
            raise RuleError(text, field="consultant_id", name=drive.consultant.name, **said)


def overlapping(span: Span) -> list[TestDrive]:
    """The drives that take a car at some moment of ``span``."""
    query = (
        TestDrive.select()
        .where(
            TestDrive.state.in_([state.value for state in TAKEN_STATES]),
            TestDrive.starts_at < span.ends_at,
            TestDrive.ends_at > span.starts_at,
        )
        .order_by(TestDrive.starts_at)
    )
    return list(query)
