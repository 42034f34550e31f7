"""What screens read of surveys: who is still to be asked, a customer's answers, the figures of each person (C10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from models.complaints import rules
from models.complaints.lists import day_span
from models.complaints.states import Subject
from models.complaints.views import PersonFigures, SurveyRow, ToAsk
from models.customers.rules import masked_phone
from models.customers.seeing import seen
from models.kernel import clock
from models.kernel.permissions import Actor
from models.kernel.tables import moment, run_sql
from models.staff.lists import names
from models.trades.complaint_terms import Occasion, terms

ASKED_WITHIN = 14
"""For so many days after a hand-over a customer is still asked."""

_ROWS = """SELECT v.id, v.occasion, v.customer_id, c.name, v.subject, v.subject_id,
    coalesce(d.number, o.number, ''), v.about_id, s.name, v.asked_at, v.declined, v.said, k.id
    FROM survey v JOIN customer c ON c.id = v.customer_id JOIN staff s ON s.id = v.about_id
    LEFT JOIN delivery d ON v.subject = 'delivery' AND d.id = v.subject_id
    LEFT JOIN work_order o ON v.subject = 'work_order' AND o.id = v.subject_id
    LEFT JOIN complaint k ON k.survey_id = v.id"""
_TO_ASK = """SELECT '{occasion}', r.id, r.number, r.customer_id, c.name, coalesce(p.number, ''), s.name,
    r.{ended} AS at, c.owner_id FROM {table} r JOIN customer c ON c.id = r.customer_id JOIN staff s ON s.id = r.{whose}
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.position = 0
    WHERE r.{ended} >= ? AND c.erased_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM survey v WHERE v.subject = '{table}' AND v.subject_id = r.id)
    AND NOT EXISTS (SELECT 1 FROM follow_up_task t WHERE t.rule = '{rule}' AND t.cause = '{table}' AND t.cause_id = r.id
    AND t.period = '' AND t.with_manager = 1)"""
_BOTH = " UNION ALL ".join(
    _TO_ASK.format(occasion=occasion, table=table, ended=ended, whose=whose, rule=rule)
    for occasion, table, ended, whose, rule in (
        ("delivery", "delivery", "handed_over_at", "consultant_id", "satisfaction"),
        ("service", "work_order", "handed_back_at", "advisor_id", "after_work"),
    )
)


def to_ask(actor: Actor) -> list[ToAsk]:
    """Who was handed something lately and has not been asked yet, the longest ago first; phones masked (C11).

    Who was not reached three times is the manager's to call (C8) and not among them.
    """
    since, _end = day_span(clock.today() - timedelta(days=ASKED_WITHIN), clock.today())
    rows = run_sql(f"{_BOTH} ORDER BY at", since, since).fetchall()
    open_to = seen(actor, {row[3]: row[8] for row in rows})
    return [_to_ask(row, row[3] in open_to) for row in rows]


def _to_ask(row: tuple[Any, ...], shown: bool) -> ToAsk:
    told = [Occasion(row[0]), *row[1:5], row[5] if shown else masked_phone(row[5]), row[6], moment(row[7])]
    return ToAsk(*told)


def surveys_of(customer_id: int) -> list[SurveyRow]:
    """What a customer answered, newest first."""
    return _read("WHERE v.customer_id = ? ORDER BY v.id DESC", customer_id)


def survey_about(subject: Subject, subject_id: int) -> SurveyRow | None:
    """What a customer said of this delivery or order."""
    return next(iter(_read("WHERE v.subject = ? AND v.subject_id = ?", subject.value, subject_id)), None)


def surveys_between(first: date, last: date, occasion: Occasion | None = None) -> list[SurveyRow]:
    """The surveys of a period, newest first."""
    begin, end = day_span(first, last)
    where = "WHERE v.asked_at >= ? AND v.asked_at < ?"
    if occasion is None:
        return _read(f"{where} ORDER BY v.id DESC", begin, end)
    return _read(f"{where} AND v.occasion = ? ORDER BY v.id DESC", begin, end, occasion.value)


def figures(first: date, last: date, occasion: Occasion | None = None) -> rules.Satisfaction:
    """What customers said in a period, all together."""
    return sum(_told(first, last, occasion).values(), rules.Satisfaction())


def by_person(first: date, last: date, occasion: Occasion | None = None) -> list[PersonFigures]:
    """The same for each person's work, with the complaints about them; the best first, who has no scores last."""
    told, averages = _told(first, last, occasion), _averages(first, last, occasion)
    named = run_sql(
        "SELECT about_id, count(*) FROM complaint WHERE about_id IS NOT NULL AND opened_at >= ? AND opened_at < ? "
        "GROUP BY about_id",
        *day_span(first, last),
    )
    complaints, people = dict(named.fetchall()), names()
    found = []
    for staff_id in told.keys() | complaints.keys():
        own = told.get(staff_id, rules.Satisfaction())
        found.append(
            PersonFigures(staff_id, people[staff_id], own, averages.get(staff_id, {}), complaints.get(staff_id, 0))
        )
    return sorted(found, key=lambda each: (-(each.figures.average or 0), each.complaints, each.name))


def question_figures(first: date, last: date, occasion: Occasion) -> dict[str, tuple[int, int]]:
    """For each question of an occasion the sum of its scores in a period and how many they are."""
    rows = run_sql(_BY_QUESTION.format(occasion=_OF_OCCASION), *day_span(first, last), occasion.value).fetchall()
    found: dict[str, tuple[int, int]] = {}
    for _about, question, total, count in rows:
        before = found.get(question, (0, 0))
        found[question] = (before[0] + int(total), before[1] + int(count))
    return found


_OF_OCCASION = "AND v.occasion = ?"
_BY_PERSON = """SELECT about_id, sum(CASE WHEN given > 0 THEN 1 ELSE 0 END), sum(CASE WHEN given = 0 THEN 1 ELSE 0 END),
    sum(total), sum(given), sum(CASE WHEN worst <= ? THEN 1 ELSE 0 END) FROM (
    SELECT v.id, v.about_id, count(q.score) AS given, coalesce(sum(q.score), 0) AS total, min(q.score) AS worst
    FROM survey v LEFT JOIN survey_score q ON q.survey_id = v.id
    WHERE v.asked_at >= ? AND v.asked_at < ? {occasion} GROUP BY v.id, v.about_id) each_one GROUP BY about_id"""
_BY_QUESTION = """SELECT v.about_id, q.question, sum(q.score), count(*) FROM survey v
    JOIN survey_score q ON q.survey_id = v.id
    WHERE v.asked_at >= ? AND v.asked_at < ? {occasion} GROUP BY v.about_id, q.question"""


def _told(first: date, last: date, occasion: Occasion | None) -> dict[int, rules.Satisfaction]:
    """What customers said of each person's work."""
    only, values = (_OF_OCCASION, [occasion.value]) if occasion else ("", [])
    sql = _BY_PERSON.format(occasion=only)
    rows = run_sql(sql, terms().survey.low, *day_span(first, last), *values).fetchall()
    return {about: rules.Satisfaction(*map(int, counts)) for about, *counts in rows}


def _averages(first: date, last: date, occasion: Occasion | None) -> dict[int, dict[str, float]]:
    only, values = (_OF_OCCASION, [occasion.value]) if occasion else ("", [])
    found: dict[int, dict[str, float]] = {}
    for about, question, total, count in run_sql(
        _BY_QUESTION.format(occasion=only), *day_span(first, last), *values
    ).fetchall():
        found.setdefault(about, {})[question] = int(total) / int(count)
    return found


def _read(rest: str, *values: Any) -> list[SurveyRow]:
    rows = run_sql(f"{_ROWS} {rest}", *values).fetchall()
    scores: dict[int, dict[str, int]] = {}
    if rows:
        marks = ", ".join("?" * len(rows))
        sql = f"SELECT survey_id, question, score FROM survey_score WHERE survey_id IN ({marks}) ORDER BY position"
        for survey_id, question, score in run_sql(sql, *(row[0] for row in rows)).fetchall():
            scores.setdefault(survey_id, {})[question] = score
    return [_row(row, scores.get(row[0], {})) for row in rows]


def _row(row: tuple[Any, ...], scores: Mapping[str, int]) -> SurveyRow:
    head = [row[0], Occasion(row[1]), *row[2:4], Subject(row[4]), *row[5:9], moment(row[9]), bool(row[10]), row[11]]
    told = [*head, scores, row[12]]
    return SurveyRow(*told)
