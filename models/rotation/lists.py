"""What screens read about the rotation: the board, the log, what another policy would have done, what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from models.kernel import clock
from models.kernel.i18n import _
from models.kernel.tables import moment
from models.rotation import events, log, planning, words
from models.rotation.desk import Answer
from models.rotation.kinds import ReceptionResult
from models.rotation.log import Day
from models.rotation.policies import Policy, changes_in_words, in_words
from models.rotation.reasons import Reason, say, spaced
from models.rotation.rules import opened, what_if
from models.rotation.state import Carried, Decision, Entry, Reception, State, Unattended
from models.rotation.tables import RotationDay
from models.rotation.views import (
    Board,
    DebtRow,
    Difference,
    Here,
    LogRow,
    PersonCard,
    ReceptionRow,
    UnattendedRow,
    WhatIf,
)
from models.rotation.walk import next_up
from models.rotation.words import Names
from models.staff.lists import names as staff_names


def board(day: date | None = None) -> Board:
    """The floor now, or as ``day`` ended; a day that has not begun shows how it would begin."""
    day = day or clock.today()
    row = log.day_of(day)
    state = log.state_of(row) if row else _to_come(day)
    names = _names(state)
    receptions = tuple(_reception(each, names) for each in state.receptions.values())
    cards = {name: _card(state, name, names, receptions) for name in _everybody(state)}
    after = next_up(state)
    return Board(
        day=day,
        is_open=row is not None and not state.closed,
        is_closed=state.closed,
        next=cards[after] if after else None,
        queue=tuple(cards[name] for name in state.queue),
        others=tuple(card for name, card in cards.items() if name not in state.line_up),
        receptions=receptions,
        unattended=tuple(_unattended(each, names) for each in state.unattended),
        owed=tuple(
            DebtRow(int(each.holder), names.person(each.holder), each.reason, moment(each.at)) for each in state.owed
        ),
        log=tuple(_log_rows(row, state, names)) if row else (),
        policy=state.policy,
        policy_words=tuple(say(each) for each in in_words(state.policy)),
        last_number=len(state.log),
        unclosed=log.unclosed(day),
        later=log.after(day),
    )


def spoken(decision: Decision) -> tuple[str, ...]:
    """A decision in plain words: who receives, then the reasons in order."""
    people = {str(staff_id): name for staff_id, name in staff_names().items()}
    return words.answered(decision, Names(people, {})), *(say(each, people) for each in decision.why)


def answered(answer: Answer, policy: Policy) -> tuple[LogRow, ...]:
    """What an action answered, as its line in the log will say it; ``policy`` is the one before it."""
    event = answer.entry.event
    customers = {getattr(event, "customer", ""), *(each.customer for each in answer.entry.decisions)} - {""}
    names = Names({str(staff_id): name for staff_id, name in staff_names().items()}, words.files_behind(customers))
    return tuple(_entry_rows(answer.entry, names, "", policy))


def here(day: date | None = None) -> Here:
    """Who is received and who waits, without everything else of the board."""
    row = log.day_of(day or clock.today())
    if row is None:
        return Here((), ())
    state = log.state_of(row)
    customers = [*state.receptions, *(each.customer for each in state.unattended)]
    names = Names({str(staff_id): name for staff_id, name in staff_names().items()}, words.files_behind(customers))
    return Here(
        tuple(_reception(each, names) for each in state.receptions.values()),
        tuple(_unattended(each, names) for each in state.unattended),
    )


def days(limit: int = 400) -> list[tuple[date, bool]]:
    """The days that had a rotation, newest first, and whether each was closed."""
    rows = RotationDay.select(RotationDay.day, RotationDay.closed_at).order_by(RotationDay.day.desc()).limit(limit)
    return [(day, closed_at is not None) for day, closed_at in rows.tuples()]


def under(day: date, policy: Policy) -> WhatIf:
    """What another policy would have decided on that day, where it differs. Raises KeyError for no such day."""
    row = log.day_of(day)
    if row is None:
        raise KeyError(day)
    state = log.state_of(row)
    other = what_if(state, (entry.event for entry in state.log), policy)
    names = _names(state)
    found = []
    for entry, would in zip(state.log, other.log, strict=True):
        both = (_own(entry.decisions), _own(would.decisions))
        if both[0] and [each.fact if each else None for each in both] != [both[0].fact] * 2:
            was, would_be = (words.answered(each, names) if each else "" for each in both)
            customer = names.customer(both[0].customer)
            found.append(Difference(entry.number, moment(entry.event.at), customer, was, would_be))
    turns = [(names.person(name), _turns(state, name), _turns(other, name)) for name in dict.fromkeys(state.people)]
    return WhatIf(tuple(found), tuple(each for each in turns if each[1] or each[2]))


def _turns(state: State, name: str) -> int:
    """Turns somebody used, and those they are owed."""
    return state.person(name).tally.counted + state.owed_names.count(name)


def _to_come(day: date) -> State:
    last = log.before(day)
    handed = Carried()
    if last:
        handed = log.carried_from(log.end_of(last))
    return opened(planning.policy(), planning.planned(day, last), handed)


def _names(state: State) -> Names:
    return Names({str(staff_id): name for staff_id, name in staff_names().items()}, words.files_of(state))


def _everybody(state: State) -> list[str]:
    """The line-up from the cursor on, then whoever else has anything to do with the day."""
    others = (name for name, person in state.people.items() if not person.left)
    return list(dict.fromkeys([*state.queue, *others]))


def _card(state: State, name: str, names: Names, receptions: tuple[ReceptionRow, ...]) -> PersonCard:
    person, tally = state.person(name), state.person(name).tally
    by = state.holder(name)
    own = Counter(each.result for each in state.finished if each.owner == name)
    return PersonCard(
        id=int(name),
        name=names.person(name),
        presence=state.presence(name),
        since=moment(person.since) if person.since else None,
        place=state.queue.index(name) if name in state.line_up else None,
        sent_by=person.sent_by,
        signing_since=moment(person.signing_since) if person.signing_since is not None else None,
        receptions=tuple(each for each in receptions if each.receiver_id == int(name)),
        choice=person.choice.choice if person.choice else None,
        delegates_to=names.person(person.choice.to) if person.choice else "",
        barred=state.policy.bars(person.overdue_days),
        overdue_days=person.overdue_days,
        steps_over=person.steps_over,
        stands_in_for=tuple(
            names.person(each) for each in state.line_up if each != name and state.holder(each) == name
        ),
        represented_by=names.person(by) if by != name else "",
        counted=tally.counted,
        uncounted=tally.uncounted,
        courtesy=tally.courtesy,
        passed=tally.passed,
        owed=state.owed_names.count(name),
        made_up=tally.made_up,
        false_claims=tally.false_claims,
        quotes=own[ReceptionResult.QUOTE],
        orders=own[ReceptionResult.ORDER],
    )


def _reception(reception: Reception, names: Names) -> ReceptionRow:
    file_id, name = names.files.get(reception.customer, (None, ""))
    return ReceptionRow(
        line_id=int(reception.customer),
        customer_id=file_id,
        customer=name,
        receiver_id=int(reception.receiver),
        receiver=names.person(reception.receiver),
        owner_id=int(reception.owner),
        owner=names.person(reception.owner),
        kind=reception.kind,
        rule=reception.rule,
        counted=reception.counted_for is not None,
        courtesy=reception.courtesy,
        begun_at=moment(reception.begun_at),
    )


def _unattended(each: Unattended, names: Names) -> UnattendedRow:
    file_id, name = names.files.get(each.customer, (None, ""))
    waits_for = names.person(each.arrival.who) if each.arrival.waits and each.arrival.who else ""
    return UnattendedRow(int(each.customer), file_id, name, each.arrival.kind, moment(each.since), waits_for)


def _own(decisions: tuple[Decision, ...]) -> Decision | None:
    return next((each for each in decisions if not each.served), None)


def _log_rows(row: Day, state: State, names: Names) -> Iterator[LogRow]:
    """One row per event, and one more for each customer it gave to somebody who had come free."""
    by = log.recorders(row.id)
    policy = log.beginning(row).policy
    for entry in state.log:
        yield from _entry_rows(entry, names, names.person(str(by[entry.number])), policy)
        if isinstance(entry.event, events.PolicyChanged):
            policy = entry.event.policy


def _entry_rows(entry: Entry, names: Names, recorded_by: str, policy: Policy) -> Iterator[LogRow]:
    """The rows of one event; ``policy`` is the one before it."""
    told: list[tuple[str, Decision | None]] = [(words.what_happened(entry.event, names), _own(entry.decisions))]
    changed: list[Reason] = []
    if isinstance(entry.event, events.PolicyChanged):
        changed = changes_in_words(policy, entry.event.policy)
    for decision in entry.decisions:
        if decision.served:
            text = _("{customer}, who was waiting, is received.")
            told.append((spaced(text.format(customer=names.customer(decision.customer))), decision))
    for what, answer in told:
        yield LogRow(
            number=entry.number,
            at=moment(entry.event.at),
            kind=events.kind_of(type(entry.event)),
            rule=answer.rule if answer else entry.event.rule,
            what=what,
            answer=words.answered(answer, names) if answer else "",
            receiver=names.person(answer.receiver) if answer and answer.receiver else "",
            why=tuple(say(each, names.people) for each in (answer.why if answer else changed)),
            counted=answer.counted if answer else False,
            courtesy=answer.courtesy if answer else False,
            false_claim=names.person(answer.false_claim) if answer and answer.false_claim else "",
            recorded_by=recorded_by,
            voided_by=entry.voided_by,
        )
