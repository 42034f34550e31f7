"""The facts of closing sheets and line-up sheets, in one language, for the papers that are drawn from them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, replace
from datetime import date, datetime, timedelta

from models.kernel import clock
from models.kernel.i18n import label, translator
from models.kernel.tables import moment, run_sql
from models.papers.facts import PaperKind, Watermark
from models.rotation import events, log, planning, words
from models.rotation.figures import amounts, shares_of, sum_of
from models.rotation.kinds import ArrivalKind, DebtReason, ReceptionResult
from models.rotation.log import Day
from models.rotation.papers import (
    Absence,
    LineUpDay,
    LineUpPaper,
    Oddity,
    OddLine,
    PersonLine,
    RotationDayPaper,
    Turn,
    TurnLine,
    VisitLine,
)
from models.rotation.policies import Policy, in_words
from models.rotation.rules import apply
from models.rotation.state import Debt, Entry, Reception, State
from models.rotation.words import Names
from models.shop.holidays import holidays
from models.shop.paper_look import paper_head
from models.staff.lists import names as staff_names

_OWED = {
    DebtReason.MAKE_UP: (Turn.MAKE_UP, "R4"),
    DebtReason.HELD: (Turn.HELD, "R9"),
    DebtReason.RESTORED: (Turn.RESTORED, "R8"),
}
_DAYS_IN_WEEK = 7


def day_number(day: date) -> str:
    """The number of a day's closing sheet."""
    return f"LZ-{day:%Y-%m%d}"


def line_up_number(monday: date) -> str:
    """The number of a week's line-up sheet."""
    return f"PB-{monday:%Y-%m%d}"


def closed_days() -> list[tuple[str, int]]:
    """The closing sheet of every closed day, as (number, record id)."""
    rows = run_sql("SELECT id, day FROM rotation_day WHERE closed_at IS NOT NULL ORDER BY day").fetchall()
    return [(day_number(date.fromisoformat(day)), day_id) for day_id, day in rows]


def planned_weeks() -> list[tuple[str, int]]:
    """The line-up sheet of this week, if line-ups are planned, as (number, record id)."""
    today = clock.today()
    monday = today - timedelta(days=today.weekday())
    planned = planning.weekday_line_ups() or planning.dated_line_ups(monday)
    return [(line_up_number(monday), monday.toordinal())] if planned else []


def day_id(day: date) -> int:
    """The record id of a day's closing sheet. Raises KeyError for a day without rotation."""
    found = log.day_of(day)
    if found is None:
        raise KeyError(day)
    return found.id


def day_watermark(day_id: int) -> Watermark:
    """A day that is still open is a draft."""
    closed = run_sql("SELECT closed_at FROM rotation_day WHERE id = ?", day_id).fetchone()[0]
    return Watermark.NONE if closed else Watermark.DRAFT


def day_paper(day_id: int, language: str) -> RotationDayPaper:
    """What the closing sheet of a day says."""
    (text,) = run_sql("SELECT day FROM rotation_day WHERE id = ?", day_id).fetchone()
    day = log.day_of(date.fromisoformat(text))
    assert day is not None
    state, start = log.state_of(day), log.beginning(day)
    names = Names(_people(), words.files_of(state, language))
    people = tuple(_person(state, name, names, day.day) for name in _order(state))
    _ = translator(language)
    return RotationDayPaper(
        store=paper_head(PaperKind.ROTATION_DAY),
        number=day_number(day.day),
        day=day.day,
        people=people,
        total=sum_of(each.shares for each in people),
        visits=tuple(_visits(state, names, language)),
        turns=tuple(_turns(day, names)),
        oddities=tuple(_oddities(state, names, _("visitor {number}"))),
        open=len(state.receptions) + len(state.unattended),
        began_with=names.person(start.queue[0]) if start.queue else "",
        goes_on_with=names.person(state.queue[0]) if state.queue else "",
        rules=tuple(each for each in _rules(state.policy, language) if each not in _rules(Policy(), language)),
    )


def line_up_paper(monday: int, language: str) -> LineUpPaper:
    """What the line-up sheet says of the week whose Monday has this ordinal number."""
    first = date.fromordinal(monday)
    first -= timedelta(days=first.weekday())
    closed = holidays()
    people = _people()
    days = []
    for place in range(_DAYS_IN_WEEK):
        day = first + timedelta(days=place)
        row = log.day_of(day)
        line_up = json.loads(row.line_up) if row else planning.planned(day, log.before(day))
        named = tuple(people.get(name, name) for name in line_up)
        days.append(LineUpDay(day, named, "" if named else closed.get(day, "")))
    rules = _rules(planning.policy(), language)
    return LineUpPaper(paper_head(PaperKind.LINE_UP), line_up_number(first), tuple(days), rules)


def line_up_edition() -> int:
    """Which edition of the plans this is: it grows with every change of a line-up or holiday."""
    changes = "SELECT count(*) FROM audit_line WHERE kind IN ('rotation_line_up', 'rotation_holiday')"
    return run_sql(changes).fetchone()[0] + 1


def _people() -> dict[str, str]:
    return {str(staff_id): name for staff_id, name in staff_names().items()}


def _rules(policy: Policy, language: str) -> tuple[str, ...]:
    _ = translator(language)
    return tuple(_(each.template).format(**each.parameters) for each in in_words(policy))


def _order(state: State) -> list[str]:
    """The line-up, then whoever else had anything to do with the day."""
    others = (name for name, person in state.people.items() if any(astuple(person.tally)))
    return list(dict.fromkeys([*state.line_up, *others]))


def _standing(state: State) -> list[Entry]:
    return [entry for entry in state.log if entry.voided_by is None]


def _person(state: State, name: str, names: Names, day: date) -> PersonLine:
    came, went, absences = _presence(state, name)
    passed = [entry.event.at for entry in _standing(state) if any(name in each.passed for each in entry.decisions)]
    return PersonLine(
        place=state.line_up.index(name) + 1 if name in state.line_up else 0,
        name=names.person(name),
        signed_in=_local(came),
        signed_out=_local(went),
        late=came is not None and any(at < came for at in passed),
        absences=absences,
        shares=shares_of(state, name, amounts(day).get(int(name), 0)),
    )


def _presence(state: State, name: str) -> tuple[int | None, int | None, tuple[Absence, ...]]:
    """First sign-in, last sign-out unless they came back, and the absences between."""
    came: int | None = None
    went: int | None = None
    absences: list[Absence] = []
    for entry in _standing(state):
        event = entry.event
        back = (isinstance(event, events.SignIn) and name in event.names) or (
            isinstance(event, events.Back) and event.who == name
        )
        gone = isinstance(event, events.SignOut) and name in event.names
        if (back or gone) and absences and absences[-1].until is None:
            absences[-1] = Absence(absences[-1].since, clock.local(moment(event.at)), absences[-1].sent_by)
        if back:
            came, went = event.at if came is None else came, None
        elif gone:
            went = event.at
        elif isinstance(event, events.Away) and event.who == name:
            absences.append(Absence(clock.local(moment(event.at)), None, event.by if event.why == "store" else ""))
    return came, went, tuple(absences)


def _visits(state: State, names: Names, language: str) -> Iterable[VisitLine]:
    """Every arrival that stands, in the order of the door."""
    went = {each.customer: each for each in (*state.finished, *state.receptions.values())}
    walked_out = {
        entry.event.customer: entry.event for entry in _standing(state) if isinstance(entry.event, events.Finish)
    }
    told: set[str] = set()
    for entry in _standing(state):
        event = entry.event
        if isinstance(event, events.Arrive) and event.customer not in told:
            told.add(event.customer)
            yield _visit(event, went.get(event.customer), walked_out.get(event.customer), names, language)


def _visit(
    event: events.Arrive, done: Reception | None, left: events.Finish | None, names: Names, language: str
) -> VisitLine:
    name = names.files.get(event.customer, (None, ""))[1]
    _ = translator(language)
    number = _("visitor {number}").format(number=event.customer)
    came_at = clock.local(moment(event.at))
    if done is None:
        result = label(ReceptionResult.NOT_ATTENDED, language) if event.kind is not ArrivalKind.VISITOR else ""
        rule = "R13" if event.kind is ArrivalKind.VISITOR else "R1"
        gone = left.at if left else None
        return VisitLine(came_at, _local(gone), name or number, event.kind, "", "", "", rule, result, "")
    return VisitLine(
        came_at,
        _local(done.ended_at),
        name or number,
        done.kind,
        names.person(done.receiver),
        names.person(done.owner),
        names.person(done.counted_for) if done.counted_for else "",
        done.rule,
        label(ReceptionResult(done.result), language) if done.result else "",
        done.note,
    )


def _turns(day: Day, names: Names) -> list[TurnLine]:
    """Who was passed, and every debt: when it was made, and when it was paid. A debt taken back is left out."""
    state = log.beginning(day)
    found: list[TurnLine] = [_owing(debt, None, names) for debt in state.owed]
    unpaid = list(zip(state.owed, range(len(found)), strict=True))
    for _number, event, _told, _staff in log.events_of(day.id):
        after, decisions = apply(state, event)
        at = clock.local(moment(event.at))
        remaining = list(after.owed)
        for debt, place in [*unpaid]:
            if debt in remaining:
                remaining.remove(debt)
                continue
            unpaid.remove((debt, place))
            if not isinstance(event, events.Void):
                found[place] = replace(found[place], paid_at=at)
        for debt in remaining:
            unpaid.append((debt, len(found)))
            line = _owing(debt, at, names)
            restored_by = decisions[0].rule if decisions and line.turn is Turn.RESTORED else line.rule
            found.append(replace(line, rule=restored_by))
        for decision in decisions:
            found += [TurnLine(at, names.person(name), Turn.PASSED, "R3") for name in decision.passed]
        state = after
    return found


def _owing(debt: Debt, at: datetime | None, names: Names) -> TurnLine:
    turn, rule = _OWED[debt.reason]
    return TurnLine(at, names.person(debt.holder), turn, rule)


def _oddities(state: State, names: Names, visitor: str) -> Iterable[OddLine]:
    def called(customer: str) -> str:
        return names.files.get(customer, (None, ""))[1] or visitor.format(number=customer)

    for entry in state.log:
        event, at = entry.event, clock.local(moment(entry.event.at))
        if isinstance(event, events.Void):
            yield OddLine(at, Oddity.VOID, (f"#{event.number}",), event.reason, "R14")
        elif entry.voided_by is not None:
            continue
        elif isinstance(event, events.Override):
            who = (called(event.customer), names.person(event.to))
            yield OddLine(at, Oddity.OVERRIDE, who, event.reason, "R2")
        elif isinstance(event, events.Insist):
            who = (called(event.customer), names.person(event.to))
            yield OddLine(at, Oddity.INSISTED, who, event.reason, "R11")
        elif isinstance(event, events.Correction):
            yield OddLine(at, Oddity.CORRECTION, (event.day,), event.reason, "R14")
        for decision in entry.decisions:
            if decision.false_claim:
                who = (names.person(decision.false_claim), called(decision.customer))
                yield OddLine(at, Oddity.FALSE_CLAIM, who, "", "R7")


def _local(at: int | None) -> datetime | None:
    return clock.local(moment(at)) if at is not None else None
