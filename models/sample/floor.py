"""The sample's rotation: what the visit register of the last weeks holds, as it went over the floor day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from models.customers.actions import ContactForm
from models.customers.bulk import Contacted
from models.customers.kinds import RegisterKind
from models.kernel import clock
from models.kernel.tables import milliseconds, run_sql, run_sql_often
from models.rotation import events, log, planning
from models.rotation.events import Event
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.log import Origin
from models.rotation.manager_actions import plan_weekday
from models.rotation.rules import apply, decide, opened
from models.rotation.state import Carried, State
from models.rotation.tables import RotationDay
from models.sample.counter import Counter
from models.sample.days import CLOSES, at

_DAYS, _ARRIVALS_EACH = 30, 10
_OPENS, _ENDS = 8 * 60 + 45, CLOSES * 60 + 28


@dataclass(frozen=True)
class _Visit:
    """A line of the visit register with whose file it belongs to."""

    line_id: int
    at: int
    left_at: int | None
    customer_id: int | None
    first_time: bool
    owner: str
    result: str

    @property
    def name(self) -> str:
        """Who it is in the rotation's log."""
        return str(self.line_id)


def still_here(counter: Counter) -> Iterator[Contacted]:
    """Visitors of the past's last half hour, who are being received when it ends; none where that was yesterday."""
    past, rng = counter.past, counter.rng
    if past.last == past.today:
        for _each in range(max(1, len(counter.crew.sellers) // 2)):
            moment = past.end - timedelta(seconds=rng.randint(240, 1800))
            goods, _other = counter.catalogue.names(rng)
            about = counter.words.remark(rng, "visit", goods=goods)
            yield Contacted(counter.crew.desk(rng), ContactForm(RegisterKind.VISIT, about=about, at=moment))


def fill(counter: Counter) -> None:
    """Let the last days' visitors go over the floor; today stays open, the days before are closed.

    More visitors than the consultants could receive are left out. Files keep their owners; the visit register learns
    who received. No permission is asked and no listener told.
    """
    past, rng = counter.past, Random(counter.rng.random())
    manager = counter.crew.manager()
    line_up = [actor.id for actor in counter.crew.sellers]
    with clock.standing_at(past.end):
        for weekday in range(7):
            plan_weekday(manager, weekday, line_up)
    handed, origin = Carried(), None
    for day in past.days[-_DAYS:]:
        handed, origin = _Floor(counter, rng, day).work(handed, origin)


@dataclass
class _Floor:
    """One day: its state, and what is still to be written."""

    counter: Counter
    rng: Random
    day: date
    sold: dict[int, ReceptionResult] = field(default_factory=dict)

    def work(self, handed: Carried, origin: Origin | None) -> tuple[Carried, Origin]:
        """Go through the day; returns what it hands on, and from where in its log."""
        crew = self.counter.crew
        names = tuple(str(actor.id) for actor in crew.sellers)
        self.desk, self.manager = crew.desk(self.rng), crew.manager()
        self.state = opened(planning.policy(), names, handed)
        self.is_open = self.day == self.counter.past.today
        day = RotationDay.create(
            day=self.day,
            opened_at=at(self.day, _OPENS),
            closed_at=None if self.is_open else at(self.day, _ENDS + 4),
            line_up=log.written_names(names),
            policy=log.written_policy(self.state.policy),
            carried=log.written_carried(handed, origin),
        )
        self.day_id = day.id
        self.sold = _sold(self.day)
        for moment, thing in self._timeline(names):
            if isinstance(thing, _Visit):
                self._door(thing, moment)
            else:
                self._happen(thing)
        if not self.is_open:
            self._happen(events.SignOut(names, at=_ms(self.day, _ENDS)))
            self._happen(events.DayClosed(at=_ms(self.day, _ENDS + 4)))
            RotationDay.update(checkpoint=log.checkpoint(self.state)).where(RotationDay.id == self.day_id).execute()
        _keep_receivers(self.state)
        end = log.checkpoint(self.state)
        return log.carried_from(end), log.origin_in(self.day_id, end)

    def _timeline(self, names: tuple[str, ...]) -> list[tuple[int, Event | _Visit]]:
        """Presence, arrivals and ends in the order of time; what lies after the past's end is left out."""
        things: list[tuple[int, Event | _Visit]] = []
        late = self.rng.choice(names) if len(names) > 2 and self.rng.random() < 0.2 else ""
        on_time = [name for name in names if name != late]
        for name in names:
            minute = 9 * 60 + self.rng.randint(20, 75) if name == late else _OPENS + self.rng.randint(0, 13)
            things.append((_ms(self.day, minute), events.SignIn((name,), at=_ms(self.day, minute))))
        if len(names) > 2 and self.rng.random() < 0.4:
            who, gone = self.rng.choice(on_time), _ms(self.day, 10 * 60 + self.rng.randint(0, 200))
            back = gone + self.rng.randint(40, 90) * 60_000
            things.append((gone, events.Away(who, "store", self.manager.name, at=gone)))
            things.append((back, events.Back(who, at=back)))
        visits = _visits(self.day)[: _ARRIVALS_EACH * len(names)]
        things += [(each.at, each) for each in visits]
        things += [(each.left_at, each) for each in visits if each.left_at is not None]
        end = milliseconds(self.counter.past.end)
        return sorted((each for each in things if each[0] <= end), key=lambda each: each[0])

    def _door(self, visit: _Visit, moment: int) -> None:
        """Somebody comes in, or leaves."""
        state = self.state
        here = visit.name in state.receptions or any(each.customer == visit.name for each in state.unattended)
        if here:
            self._happen(self._end(visit, moment))
        elif moment == visit.at:
            self._arrive(visit)

    def _end(self, visit: _Visit, moment: int) -> Event:
        if visit.name not in self.state.receptions:
            return events.Finish(visit.name, result=ReceptionResult.NOT_ATTENDED.value, at=moment)
        result, note = ReceptionResult.LEFT_CONTACT, ""
        if visit.customer_id in self.sold:
            result = self.sold[visit.customer_id]
        elif visit.customer_id is None:
            result, note = ReceptionResult.NO_INTEREST, visit.result
        elif self.rng.random() < 0.2:
            result = ReceptionResult.TEST_DRIVE
        return events.Finish(visit.name, result=result.value, note=note, at=moment)

    def _arrive(self, visit: _Visit) -> None:
        """The arrival that leaves the file with its owner, as often as possible a new customer's by turn (R1)."""
        new = events.Arrive(visit.name, ArrivalKind.NEW, at=visit.at)
        if visit.owner and not visit.first_time:
            self._happen(events.Arrive(visit.name, ArrivalKind.RETURNING, who=visit.owner, at=visit.at))
            return
        decision = decide(self.state, new)
        to_another = decision is not None and decision.receiver not in (None, visit.owner)
        if not visit.owner or (decision and decision.owner == visit.owner):
            self._happen(self._claimed(new, decision.receiver if decision else None))
        elif to_another and self.state.waiting(visit.owner) and self.rng.random() < 0.3:
            self._happen(new)
            reason = self.counter.words.remark(self.rng, "override")
            self._happen(events.Override(visit.name, visit.owner, reason, at=visit.at), by_manager=True)
        elif self.state.waiting(visit.owner) and self.rng.random() < 0.6:
            self._happen(events.Arrive(visit.name, ArrivalKind.ASKS_FOR, who=visit.owner, at=visit.at))
        else:
            asks = events.Arrive(visit.name, ArrivalKind.REFERRAL, who=visit.owner, asked=True, at=visit.at)
            self._happen(asks)

    def _claimed(self, new: events.Arrive, receiver: str | None) -> events.Arrive:
        """Now and then a colleague claims the customer and has nothing to show for it (R7)."""
        others = [name for name in self.state.line_up if name != receiver and self.state.waiting(name)]
        if receiver is None or not others or self.rng.random() > 0.12:
            return new
        who = self.rng.choice(others)
        return events.Arrive(new.customer, ArrivalKind.RECOGNISED, who=who, evidence=False, at=new.at)

    def _happen(self, event: Event, by_manager: bool = False) -> None:
        self.state, decisions = apply(self.state, event)
        by = self.manager if by_manager else self.desk
        log.add(self.day_id, len(self.state.log), event, decisions, by.id, "")


def _ms(day: date, minute: int) -> int:
    return milliseconds(at(day, minute))


def _midnights(day: date) -> tuple[int, int]:
    return _ms(day, 0), _ms(day + timedelta(days=1), 0)


def _visits(day: date) -> list[_Visit]:
    rows = run_sql(
        "SELECT register_line.id, at, left_at, customer_id, first_time, owner_id, result FROM register_line "
        "LEFT JOIN customer ON customer.id = register_line.customer_id "
        "WHERE register_line.kind = 'visit' AND at >= ? AND at < ? ORDER BY at, register_line.id",
        *_midnights(day),
    )
    return [
        _Visit(line_id, came, left, customer_id, bool(first), str(owner or ""), result)
        for line_id, came, left, customer_id, first, owner, result in rows.fetchall()
    ]


def _sold(day: date) -> dict[int, ReceptionResult]:
    """Who was quoted or signed on the day, by file."""
    found: dict[int, ReceptionResult] = {}
    for table, column, result in (
        ("quote", "quoted_on", ReceptionResult.QUOTE),
        ("contract", "signed_on", ReceptionResult.ORDER),
    ):
        rows = run_sql(f"SELECT customer_id FROM {table} WHERE {column} = ?", day.isoformat())
        found.update({customer_id: result for (customer_id,) in rows.fetchall()})
    return found


def _keep_receivers(state: State) -> None:
    """The visit register learns who received, and with what result."""
    receptions = (*state.finished, *state.receptions.values())
    run_sql_often(
        "UPDATE register_line SET staff_id = ?, outcome = ? WHERE id = ?",
        [(int(each.receiver), each.result or "", int(each.customer)) for each in receptions],
    )
