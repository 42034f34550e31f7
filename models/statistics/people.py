"""What each person makes of their customers: conversion, follow-up in time, satisfaction (C2, C8, C10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from models.complaints import survey_lists
from models.complaints.rules import Satisfaction
from models.complaints.views import PersonFigures
from models.customers.traffic import Period, Tally, received_by
from models.followup.lists import Compliance, compliance_between
from models.kernel.money import rounded, share_of
from models.kernel.tables import run_sql
from models.sales.ledger import LedgerFilter, conditions
from models.staff.lists import names
from models.statistics.asking import Asked, text
from models.statistics.values import Column, Fact, Form, Kind, Picture, Statistic, Value
from models.statistics.visits import outcome_columns, outcome_facts, outcomes
from models.trades.complaint_terms import Occasion, question_name, questions

_SIGNED = """SELECT c.consultant_id, count(*), sum(c.total + c.amended) FROM contract c WHERE {where}
    GROUP BY c.consultant_id"""


def conversion(asked: Asked) -> Statistic:
    """What came of the visits each person received (C2), and the contracts they signed as the ledger has them (S6)."""
    _ = asked.say
    now, before = (_received(asked, each) for each in (asked.now, asked.before))
    signed, signed_before = (_signed(asked, each) for each in (asked.now, asked.before))
    known = names()
    order = sorted({*now, *before, *signed, *signed_before}, key=lambda each: (-_visits(now, each), known[each]))
    people = [known[each] for each in order]
    columns = (
        *(text("person", _("Colleague")), *outcome_columns(asked)),
        *(Column("contracts", _("Contracts")), Column("amount", _("Contract amount"), Kind.MONEY)),
        Column("amount_before", _("Contract amount before"), Kind.MONEY, dim=True),
    )
    rows = [
        (name, *outcomes(now.get(each), before.get(each)), *_money(signed, signed_before, each))
        for each, name in zip(order, people, strict=True)
    ]
    together, together_before = _together(now.values()), _together(before.values())
    sums = (_sum(signed, 0), _sum(signed, 1), _sum(signed_before, 1))
    total: tuple[Value, ...] = (_("Total"), *outcomes(together, together_before), *sums)
    picture = Picture(
        *(Form.BARS, _("Orders of all visits received"), Kind.SHARE, tuple(people)),
        values=tuple(_orders(now, each) for each in order),
        pale=tuple(_orders(before, each) for each in order),
        legend=asked.legend,
    )
    facts = [
        *outcome_facts(asked, together, together_before),
        Fact(_("Contracts"), Kind.COUNT, sums[0], _sum(signed_before, 0)),
    ]
    about = _("Visits each person received and what came of them, and the contracts they signed in the period.")
    return asked.made(("conversion", _("Conversion per person"), about), facts, [picture], columns, rows, total)


def _received(asked: Asked, period: Period) -> dict[int, Tally]:
    return {each: tally for each, tally in received_by(period).items() if asked.is_asked(each)}


def _signed(asked: Asked, period: Period) -> dict[int, tuple[int, int]]:
    """Contracts signed in a period and not cancelled, and what they come to now, by consultant (S6)."""
    where, values = conditions(LedgerFilter(period.first, period.last, asked.whose))
    rows = run_sql(_SIGNED.format(where=where), *values).fetchall()
    return {consultant: (int(count), int(total)) for consultant, count, total in rows}


def _visits(tallies: Mapping[int, Tally], staff_id: int) -> int:
    return tallies[staff_id].visits if staff_id in tallies else 0


def _orders(tallies: Mapping[int, Tally], staff_id: int) -> int | None:
    tally = tallies.get(staff_id)
    return tally.shares[3] if tally and tally.visits else None


def _money(
    now: Mapping[int, tuple[int, int]], before: Mapping[int, tuple[int, int]], staff_id: int
) -> tuple[int, int, int]:
    return *now.get(staff_id, (0, 0)), before.get(staff_id, (0, 0))[1]


def _together(tallies: Iterable[Tally]) -> Tally:
    found = Tally()
    for each in tallies:
        found.add((each.visits, each.people, each.contacts, each.test_drives, each.quotes, each.orders))
    return found


def _sum(signed: Mapping[int, tuple[int, int]], place: int) -> int:
    return sum(each[place] for each in signed.values())


def compliance(asked: Asked) -> Statistic:
    """How each person kept the due moments of their follow-ups: done in time % (C8)."""
    _ = asked.say
    now, before = (_kept(asked, each) for each in (asked.now, asked.before))
    earlier = {each.staff_id: each for each in before}
    columns = (
        *(text("person", _("Colleague")), Column("due", _("Came due")), Column("kept", _("In time"))),
        *(Column("late", _("Answered late")), Column("missed", _("Overdue"))),
        Column("share", _("In time %"), Kind.SHARE),
        Column("due_before", _("Came due before"), dim=True),
        Column("share_before", _("In time %, before"), Kind.SHARE, dim=True),
    )
    order = [*now, *(each for each in before if each.staff_id not in {one.staff_id for one in now})]
    rows = [_of_person(each, earlier.get(each.staff_id), is_now=each in now) for each in order]
    sums, sums_before = _sums(now), _sums(before)
    total = (_("Total"), *sums, _share(sums), sums_before[0], _share(sums_before))
    picture = Picture(
        *(Form.BARS, _("Follow-ups done in time"), Kind.SHARE, tuple(str(row[0]) for row in rows)),
        values=tuple(each.share if each in now else None for each in order),
        pale=tuple(earlier[each.staff_id].share if each.staff_id in earlier else None for each in order),
        legend=asked.legend,
    )
    facts = [
        Fact(_("In time %"), Kind.SHARE, _share(sums), _share(sums_before)),
        Fact(_("Came due"), Kind.COUNT, sums[0], sums_before[0]),
        Fact(_("Overdue"), Kind.COUNT, sums[3], sums_before[3]),
    ]
    about = _("Follow-ups that came due in the period up to now: kept in time, answered late, or still open.")
    return asked.made(("compliance", _("Follow-up in time"), about), facts, [picture], columns, rows, total)


def _kept(asked: Asked, period: Period) -> list[Compliance]:
    return [each for each in compliance_between(period.first, period.last) if asked.is_asked(each.staff_id)]


def _of_person(each: Compliance, before: Compliance | None, *, is_now: bool) -> tuple[Value, ...]:
    counts: tuple[Value, ...] = (each.due, each.kept, each.late, each.missed, each.share)
    if not is_now:
        counts = (0, 0, 0, 0, None)
    return each.name, *counts, before.due if before else 0, before.share if before else None


def _sums(people: Sequence[Compliance]) -> tuple[int, int, int, int]:
    return (
        *(sum(each.due for each in people), sum(each.kept for each in people)),
        *(sum(each.late for each in people), sum(each.missed for each in people)),
    )


def _share(sums: tuple[int, int, int, int]) -> int | None:
    return share_of(sums[1], sums[0]) if sums[0] else None


def satisfaction(asked: Asked) -> Statistic:
    """What customers said when they were asked, by question and by whose work it was (C10); scores are out of five."""
    _ = asked.say
    now, before = (_people(asked, each) for each in (asked.now, asked.before))
    earlier = {each.staff_id: each.figures for each in before}
    there = {each.staff_id for each in now}
    order = [
        *now,
        *(
            PersonFigures(each.staff_id, each.name, Satisfaction(), {}, 0)
            for each in before
            if each.staff_id not in there
        ),
    ]
    columns = (
        *(text("person", _("Whose work")), Column("answered", _("Answers given"))),
        *(Column("declined", _("Declined to answer")), Column("average", _("Average of 5"), Kind.HUNDREDTHS)),
        *(Column("low", _("Low scores")), Column("complaints", _("Complaints"))),
        Column("answered_before", _("Answers before"), dim=True),
        Column("average_before", _("Average before"), Kind.HUNDREDTHS, dim=True),
    )
    rows = [
        (each.name, *_scores(each.figures), each.figures.low, each.complaints, *_before(earlier.get(each.staff_id)))
        for each in order
    ]
    every = sum((each.figures for each in now), Satisfaction())
    every_before = sum(earlier.values(), Satisfaction())
    complaints = sum(each.complaints for each in now)
    total = (_("Total"), *_scores(every), every.low, complaints, *_before(every_before))
    facts = [
        Fact(_("Average of 5"), Kind.HUNDREDTHS, _average(every), _average(every_before)),
        Fact(_("Answers given"), Kind.COUNT, every.answered, every_before.answered),
        Fact(_("Low scores"), Kind.COUNT, every.low, every_before.low),
        Fact(_("Complaints"), Kind.COUNT, complaints, sum(each.complaints for each in before)),
    ]
    pictures = [_by_person(asked, order, earlier)]
    if asked.whose is None:
        pictures = [*(_by_question(asked, each) for each in Occasion), *pictures]
    about = _("Answers of the surveys after delivery and service; a score of two or below opens a complaint.")
    names_ = ("satisfaction", _("Satisfaction"), about)
    return asked.made(names_, facts, [each for each in pictures if each.names], columns, rows, total)


def _people(asked: Asked, period: Period) -> list[PersonFigures]:
    return [each for each in survey_lists.by_person(period.first, period.last) if asked.is_asked(each.staff_id)]


def _by_question(asked: Asked, occasion: Occasion) -> Picture:
    _ = asked.say
    codes = [each.code for each in questions(occasion)]
    now, before = (survey_lists.question_figures(each.first, each.last, occasion) for each in (asked.now, asked.before))
    return Picture(
        Form.BARS,
        _("Average by question: {occasion}").format(occasion=_(occasion.label)),
        Kind.HUNDREDTHS,
        tuple(question_name(occasion, code, asked.language) for code in codes) if now or before else (),
        values=tuple(_mean(*now.get(code, (0, 0))) for code in codes) if now or before else (),
        pale=tuple(_mean(*before.get(code, (0, 0))) for code in codes) if now or before else (),
        legend=asked.legend,
    )


def _by_person(asked: Asked, order: Sequence[PersonFigures], earlier: Mapping[int, Satisfaction]) -> Picture:
    _ = asked.say
    return Picture(
        *(Form.BARS, _("Average by person"), Kind.HUNDREDTHS, tuple(each.name for each in order)),
        values=tuple(_average(each.figures) for each in order),
        pale=tuple(_average(earlier.get(each.staff_id, Satisfaction())) for each in order),
        legend=asked.legend,
    )


def _scores(told: Satisfaction) -> tuple[Value, Value, Value]:
    return told.answered, told.declined, _average(told)


def _before(told: Satisfaction | None) -> tuple[Value, Value]:
    return (told.answered, _average(told)) if told else (0, None)


def _average(told: Satisfaction) -> int | None:
    return _mean(told.total, told.scores)


def _mean(total: int, count: int) -> int | None:
    return rounded(100 * total, count) if count else None
