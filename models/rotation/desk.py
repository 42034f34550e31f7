"""Today's rotation inside an action: opened at the first event, one line in the log per event, the registers kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label
from models.kernel.tables import milliseconds, run_sql
from models.rotation import events, gate, log, planning
from models.rotation.events import Event
from models.rotation.kinds import ReceptionResult
from models.rotation.log import Day
from models.rotation.reasons import PEOPLE
from models.rotation.rules import apply
from models.rotation.state import Carried, Decision, Entry, Reception, State
from models.rotation.tables import RotationDay
from models.staff.lists import names


@dataclass(frozen=True)
class Answer:
    """What an action's ``Changes.answer`` says: the event's number in the log, and what was decided.

    ``decision`` is the event's own answer, if it asks for one; ``served`` are unattended customers whom it gave to
    somebody. People and customers are staff ids and ids of lines in the visit register, as text. ``day`` is whose log,
    ``entry`` its line.
    """

    day: date
    number: int
    entry: Entry
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
        _keep_registers(self.act, before, self.state, event, min(self.at, _end_of(self.day.day)))
        own = next((each for each in decisions if not each.served), None)
        answer = Answer(
            self.day.day, number, self.state.log[-1], own, tuple(each for each in decisions if each.served), line_id
        )
        self.act.changes.answer = answer
        self.act.on("rotation_day", self.day.id)
        self.act.note(event=number, **({"rule": own.rule} if own else {}))
        return answer

    @property
    def now(self) -> int:
        """The moment of the action as the log counts it."""
        return log.at_of(self.at)


def _end_of(day: date) -> datetime:
    """The last moment of a day at the counter: who is ended later has left by then."""
    return datetime.combine(day, time.max).astimezone()


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
    today = clock.local(at).date()
    day = log.day_of(today) or _open_day(today, at)
    desk = Desk(act, day, log.state_of(day), at)
    if not desk.state.closed:
        _note_leavers(desk)
        _note_overdue(desk)
    return desk


def at_late_desk(act: Act, day: date) -> Desk:
    """The floor of an earlier day, to end what was left open: whoever stood there unattended has gone.

    Raises RuleError for a day without rotation, and for one that is closed.
    """
    row = log.day_of(day)
    if row is None:
        raise RuleError("There was no rotation on that day.", field="day")
    desk = Desk(act, row, log.state_of(row), clock.now())
    for each in desk.state.unattended:
        desk.happen(events.Finish(each.customer, result=ReceptionResult.NOT_ATTENDED.value, at=desk.now))
    return desk


def _open_day(today: date, at: datetime) -> Day:
    """Today begins with what the last day hands on, closed or not."""
    last = log.before(today)
    handed, origin = Carried(), None
    if last:
        end = log.end_of(last)
        RotationDay.update(checkpoint=end).where(RotationDay.id == last.id).execute()
        handed, origin = log.carried_from(end), log.origin_in(last.id, end)
    RotationDay.create(
        day=today,
        opened_at=at,
        line_up=log.written_names(planning.planned(today, last)),
        policy=log.written_policy(planning.policy()),
        carried=log.written_carried(handed, origin),
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
    """Where follow-ups are a gate, how many days each one's oldest is overdue (C8)."""
    most = desk.state.policy.follow_up_gate
    if most is None:
        return
    overdue = gate.overdue_days(desk.at)
    for name in desk.state.line_up:
        days, known = overdue.get(int(name), 0), desk.state.person(name).overdue_days
        if (days > most) != (known > most):
            desk.happen(events.FollowUpsOverdue(name, days, at=desk.now))


def close(desk: Desk) -> Answer:
    """Close the day of this floor. Raises RuleError while customers are still here."""
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
        said = (_result(event, done), *_outcome(event, done))
        _write(act, int(customer), "left_at = ?, result = ?, outcome = ?, reason = ?", milliseconds(at), *said)
    if isinstance(event, events.Void):
        for customer in _received(before) - _received(after):
            _give_file_back(customer, after)
        for customer in _here(after) - _here(before):
            _write(act, int(customer), "left_at = NULL, result = '', outcome = '', reason = ''")


def _here(state: State) -> set[str]:
    return {*state.receptions, *(each.customer for each in state.unattended)}


def _received(state: State) -> set[str]:
    return {*state.receptions, *(each.customer for each in state.finished)}


def _give_file_back(customer: str, state: State) -> None:
    """A reception that was taken back made nobody an owner: the file is again whose it was."""
    arrivals = (each.event for each in state.log if isinstance(each.event, events.Arrive))
    on_file = next(each.on_file for each in arrivals if each.customer == customer)
    run_sql(
        "UPDATE customer SET owner_id = ?, version = version + 1, changed_at = ? "
        "WHERE id = (SELECT customer_id FROM register_line WHERE id = ?)",
        *(int(on_file) if on_file else None, milliseconds(clock.now()), int(customer)),
    )


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


def _outcome(event: Event, done: Reception | None) -> tuple[str, str]:
    """The outcome and the reason for leaving as the visit register counts them (C2); none where it was taken back."""
    if isinstance(event, events.Void):
        return "", ""
    kind = done.result if done and done.result else ReceptionResult.NOT_ATTENDED.value
    return kind, (done.note if done and kind == ReceptionResult.NO_INTEREST else "")[:200]


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
