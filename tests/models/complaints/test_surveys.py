"""Asking customers after a delivery and a service; a low score opens a complaint by itself (C10)."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.complaints import lists, rules, survey_lists
from models.complaints.states import Subject, Way
from models.complaints.survey_actions import SurveyForm, record_survey
from models.complaints.tables import Survey, SurveyScore
from models.followup import lists as follow_up
from models.kernel import clock, store
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder
from models.trades.complaint_terms import Occasion, Severity, category_name, questions, terms
from tests.models.complaints.complaining import complaint, scores
from tests.models.delivery.handing import handed_over
from tests.models.service.orders import crew
from tests.models.service.settled import handed_back
from tests.models.shops import Shop, customer

FIVE = st.lists(st.integers(1, 5), min_size=1, max_size=5)


def test_figures_count_every_answer_once(shop: Shop) -> None:
    rng, today = Random(7), clock.today()
    people = [shop.consultant.id, shop.colleague.id]
    told: dict[int, list[list[int]]] = {each: [] for each in people}
    file_id = customer(shop)
    with store.transaction():
        for number in range(40):
            given_scores = [rng.randint(1, 5) for _each in range(rng.choice([0, 1, 5]))]
            about = people[number % 2]
            told[about].append(given_scores)
            survey = Survey.create(
                **{"occasion": Occasion.SERVICE, "customer": file_id, "subject": Subject.WORK_ORDER},
                **{"subject_id": number, "about": about, "asked_by": about, "way": Way.PHONE},
            )
            for position, score in enumerate(given_scores):
                SurveyScore.create(survey=survey.id, position=position, question="abcde"[position], score=score)
    every = [each for own in told.values() for each in own]
    assert survey_lists.figures(today, today) == counted(every)
    assert survey_lists.figures(today, today, Occasion.DELIVERY) == rules.Satisfaction()
    found = {each.staff_id: each for each in survey_lists.by_person(today, today, Occasion.SERVICE)}
    assert {each: found[each].figures for each in people} == {each: counted(told[each]) for each in people}
    first = [each[0] for each in told[people[0]] if each]
    assert found[people[0]].questions["a"] == pytest.approx(sum(first) / len(first))
    firsts = [each[0] for each in every if each]
    asked = survey_lists.question_figures(today, today, Occasion.SERVICE)
    assert asked["a"] == (sum(firsts), len(firsts))


def counted(surveys: list[list[int]]) -> rules.Satisfaction:
    """The figures of surveys given by their scores; one without any was declined."""
    answered = [each for each in surveys if each]
    scores = [score for each in answered for score in each]
    low = sum(rules.severity_of(each, 2) is not None for each in answered)
    return rules.Satisfaction(len(answered), len(surveys) - len(answered), sum(scores), len(scores), low)


@given(FIVE)
def test_two_or_below_opens_a_complaint(given_scores: list[int]) -> None:
    severity = rules.severity_of(given_scores, 2)
    assert (severity is None) is (min(given_scores) > 2)
    assert (severity is Severity.SERIOUS) is (min(given_scores) == 1)


def test_there_are_five_questions_on_each_occasion_in_each_language() -> None:
    known = {each.code for each in terms().categories}
    for occasion in Occasion:
        assert len(questions(occasion)) == 5
        assert {each.category for each in questions(occasion)} <= known
    named = (*terms().categories, *terms().outcomes, *terms().survey.questions)
    assert all({"en", "zh_CN", "zh_TW"} == set(each.name) for each in named)
    assert category_name("gone") == "gone"


def test_a_good_answer_ends_the_satisfaction_call(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery = handed_over(shop)
    (ask,) = survey_lists.to_ask(shop.manager)
    assert (ask.subject_id, ask.about) == (delivery, "孙悦")
    changes = record_survey(shop.consultant, Occasion.DELIVERY, delivery, SurveyForm(scores(Occasion.DELIVERY, 5)))
    assert changes.answer is None
    assert survey_lists.to_ask(shop.manager) == []
    assert "satisfaction" not in {task.rule for task in follow_up.of_customer(shop.owner, ask.customer_id).open}
    with pytest.raises(RuleError, match="already"):
        record_survey(shop.consultant, Occasion.DELIVERY, delivery, SurveyForm({}, declined=True))


def test_a_low_answer_is_a_complaint_with_its_task(shop: Shop) -> None:
    team = crew(shop)
    order = handed_back(shop, team)
    form = SurveyForm(scores(Occasion.SERVICE, 4, in_time=1, price=2), "等到晚上八点")
    complaint_id = record_survey(team.advisor, Occasion.SERVICE, order, form).answer
    assert isinstance(complaint_id, int)
    view = lists.complaint_view(shop.owner, complaint_id)
    assert (view.row.category, view.row.severity, view.way) == ("waiting", Severity.SERIOUS, Way.SURVEY)
    assert (view.row.subject, view.row.subject_id, view.row.about_id) == (Subject.WORK_ORDER, order, team.advisor.id)
    assert view.row.words.startswith("等到晚上八点")
    assert view.row.words.count("\n") == 2
    assert view.row.owner == "高经理", "not whom it is about"
    assert WorkOrder.get_by_id(order).state in (WorkOrderState.FOLLOWED_UP, WorkOrderState.CLOSED)
    rules_open = {task.rule for task in follow_up.of_customer(shop.owner, view.row.customer_id or 0).open}
    assert "complaint" in rules_open
    assert "after_work" not in rules_open
    (row,) = survey_lists.surveys_of(view.row.customer_id or 0)
    assert (row.complaint_id, row.scores["price"], row.said) == (complaint_id, 2, "等到晚上八点")


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (SurveyForm({}), "scores."),
        (SurveyForm(scores(Occasion.DELIVERY, 6)), "scores."),
        (SurveyForm(scores(Occasion.DELIVERY) | {"weather": 3}), "scores"),
        (SurveyForm(scores(Occasion.DELIVERY), way=Way.SURVEY), "way"),
        (SurveyForm(scores(Occasion.DELIVERY), declined=True), "declined"),
    ],
)
def test_an_answer_is_whole_or_declined(folder_shop: Shop, form: SurveyForm, field: str) -> None:
    delivery = handed_over(folder_shop)
    with pytest.raises(RuleError) as wrong:
        record_survey(folder_shop.consultant, Occasion.DELIVERY, delivery, form)
    assert (wrong.value.field or "").startswith(field)
    assert run_sql("SELECT count(*) FROM survey").fetchone()[0] == 0


def test_figures_of_each_person(folder_shop: Shop) -> None:
    shop = folder_shop
    team = crew(shop)
    order, delivery = handed_back(shop, team), handed_over(shop)
    with pytest.raises(RuleError, match="handed over"):
        record_survey(team.advisor, Occasion.SERVICE, 999, SurveyForm({}, declined=True))
    record_survey(team.advisor, Occasion.SERVICE, order, SurveyForm(scores(Occasion.SERVICE, 3)))
    record_survey(shop.consultant, Occasion.DELIVERY, delivery, SurveyForm({}, declined=True))
    complaint(shop, about_id=team.advisor.id)
    today = clock.today()
    people = {each.name: each for each in survey_lists.by_person(today, today)}
    advisor = people[team.advisor.name]
    assert (advisor.figures.average, advisor.complaints, advisor.questions["price"]) == (3.0, 1, 3.0)
    assert (people["孙悦"].figures.declined, people["孙悦"].figures.average) == (1, None)
    assert survey_lists.figures(today, today, Occasion.SERVICE).answered == 1
