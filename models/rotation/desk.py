"""Today's rotation inside an action: opened at the first event, one line in the log per event, the registers kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.customers.lists import next_contact
from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label
from models.kernel.tables import milliseconds, moment, run_sql
from models.rotation import events, log, planning
from models.rotation.events import Event
from models.rotation.kinds import ReceptionResult
from models.rotation.log import Day
from models.rotation.reasons import PEOPLE
from models.rotation.rules import apply
from models.rotation.state import Carried, Decision, Reception, State
from models.rotation.tables import RotationDay
from models.shop.profile import trade
from models.staff.lists import names


@dataclass(frozen=True)
class Answer:
    """What an action's ``Changes.answer`` says: the event's number in the log, and what was decided.

    ``decision`` is the event's own answer, if it asks for one; ``served`` are unattended customers whom it gave to
    somebody. People and customers are staff ids and ids of lines in the visit register, as text.
    """

    number: int
    decision: Decision | None = None
    served: tuple[Decision, ...] = ()
    line_id: int = 0


@dataclass
class Desk:
    """Today's floor while an action is under way."""

    act: Act
    day: Day
    state: State
    at: datetime

    def happen(self, event: Event, token: str = "", line_id: int = 0) -> Answer:
        """Add an event to the log and carry it out. Raises RuleError where it cannot be."""
        before = self.state
        try:
            self.state, decisions = apply(before, event)
        except RuleError as refused:
            raise _by_name(refused) from None
        number = len(self.state.log)
        log.add(self.day.id, number, event, decisions, self.act.actor.id, token)
        _keep_registers(self.act, before, self.state, event, self.at)
        own = next((each for each in decisions if not each.served), None)
        answer = Answer(number, own, tuple(each for each in decisions if each.served), line_id)
        self.act.changes.answer = answer
        self.act.on("rotation_day", self.day.id)
        self.act.note(event=number, **({"rule": own.rule} if own else {}))
        return answer

    @property
    def now(self) -> int:
        """The moment of the action as the log counts it."""
        return log.at_of(self.at)


def _by_name(refused: RuleError) -> RuleError:
    """What the rules refuse, with people's names for their numbers."""
    people = {str(staff_id): name for staff_id, name in names().items()}
    parameters = {
        key: people.get(str(value), value) if key in PEOPLE else value for key, value in refused.parameters.items()
    }
    return RuleError(refused.template, field=refused.field, **parameters)


def at_desk(act: Act) -> Desk:
    """Today's floor, opened by this action if it is the day's first; who left the company meanwhile is gone from it."""
    at = clock.now()
    day = log.day_of(clock.today()) or _open_day(at)
    desk = Desk(act, day, log.state_of(day), at)
    if not desk.state.closed:
        _note_leavers(desk)
        _note_overdue(desk)
    return desk


def _open_day(at: datetime) -> Day:
    """Today begins with what the last day hands on; a last day nobody closed ends with this."""
    today = clock.today()
    last = log.before(today)
    handed = Carried()
    if last:
        end = last.checkpoint or log.checkpoint(log.state_of(last))
        RotationDay.update(checkpoint=end).where(RotationDay.id == last.id).execute()
        handed = log.carried_from(end)
    RotationDay.create(
        day=today,
        opened_at=at,
        line_up=log.written_names(planning.planned(today, last)),
        policy=log.written_policy(planning.policy()),
        carried=log.written_carried(handed),
    )
    opened = log.day_of(today)
    assert opened is not None
    return opened


def _note_leavers(desk: Desk) -> None:
    left = run_sql("SELECT id FROM staff WHERE left_on IS NOT NULL").fetchall()
    for (staff_id,) in left:
        name = str(staff_id)
        if desk.state.knows(name) and not desk.state.person(name).left:
            desk.happen(events.LeftCompany(name, at=desk.now))


def _note_overdue(desk: Desk) -> None:
    """Where follow-ups are a gate, how many days each one's oldest is overdue (C5)."""
    gate = desk.state.policy.follow_up_gate
    if gate is None:
        return
    overdue = overdue_days(desk.at)
    for name in desk.state.line_up:
        days, known = overdue.get(int(name), 0), desk.state.person(name).overdue_days
        if (days > gate) != (known > gate):
            desk.happen(events.FollowUpsOverdue(name, days, at=desk.now))


def overdue_days(at: datetime) -> dict[int, int]:
    """By staff id, how many days the oldest next contact with an open prospect is overdue (C5)."""
    levels = trade().intent_levels
    rows = run_sql(
        "SELECT owner_id, intent, min(last_contact_at) FROM customer "
        "WHERE owner_id IS NOT NULL AND stage NOT IN ('ordered', 'delivered', 'lost') GROUP BY owner_id, intent"
    )
    overdue: dict[int, int] = {}
    for owner, intent, last in rows.fetchall():
        due = next_contact(intent, moment(last), levels)
        overdue[owner] = max(overdue.get(owner, 0), (at - due).days)
    return overdue


def close(desk: Desk) -> Answer:
    """Close the day. Raises RuleError while customers are still here."""
    answer = desk.happen(events.DayClosed(at=desk.now))
    RotationDay.update(closed_at=desk.at, checkpoint=log.checkpoint(desk.state)).where(
        RotationDay.id == desk.day.id
    ).execute()
    return answer


def _keep_registers(act: Act, before: State, after: State, event: Event, at: datetime) -> None:
    """The visit register and the files follow the floor: who receives, who owns, when they left, with what result."""
    if before.receptions is not after.receptions:
        for reception in after.receptions.values():
            if before.receptions.get(reception.customer) != reception:
                _keep_reception(act, reception)
    ended = {each.customer: each for each in after.finished[len(before.finished) :]}
    for customer in _here(before) - _here(after):
        done = ended.get(customer)
        _write(act, int(customer), "left_at = ?, result = ?", milliseconds(at), _result(event, done))
    if isinstance(event, events.Void):
        for customer in _here(after) - _here(before):
            _write(act, int(customer), "left_at = NULL, result = ''")


def _here(state: State) -> set[str]:
    return {*state.receptions, *(each.customer for each in state.unattended)}


def _keep_reception(act: Act, reception: Reception) -> None:
    line_id, owner = int(reception.customer), int(reception.owner)
    customer_id = _write(act, line_id, "staff_id = ?", int(reception.receiver))
    if customer_id:
        run_sql(
            "UPDATE customer SET owner_id = ?, version = version + 1, changed_at = ? "
            "WHERE id = ? AND coalesce(owner_id, 0) <> ?",
            *(owner, milliseconds(clock.now()), customer_id, owner),
        )


def _write(act: Act, line_id: int, what: str, *values: object) -> int | None:
    """Change a line of the visit register; returns the file it belongs to."""
    (customer_id,) = run_sql(
        f"UPDATE register_line SET {what}, version = version + 1, changed_at = ? WHERE id = ? RETURNING customer_id",
        *(*values, milliseconds(clock.now()), line_id),
    ).fetchone()
    act.touch("register_line", line_id)
    if customer_id:
        act.touch("customer", customer_id)
    return customer_id


def _result(event: Event, done: Reception | None) -> str:
    """What the visit register says came of it."""
    if isinstance(event, events.Void):
        return _("Taken back: {reason}").format(reason=event.reason)[:200]
    kind = ReceptionResult(done.result) if done and done.result else ReceptionResult.NOT_ATTENDED
    note = done.note if done else event.note if isinstance(event, events.Finish) else ""
    return (_("{result}: {note}").format(result=label(kind), note=note) if note else label(kind))[:200]


def own_last(desk: Desk, number: int, seconds: int) -> None:
    """Raises RuleError unless the event is the actor's own, the last one, and at most ``seconds`` old."""
    recorded = run_sql(
        "SELECT staff_id, at FROM rotation_event WHERE day_id = ? AND number = ?", desk.day.id, number
    ).fetchone()
    if recorded is None:
        raise RuleError("The log has no event {number}.", field="number", number=number)
    by, at = recorded
    late = desk.now - at > seconds * 1000
    if by != desk.act.actor.id or number != len(desk.state.log) or late:
        raise RuleError("It can no longer be undone here. Ask the manager to take it back.", field="number")
