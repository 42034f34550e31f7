"""Needs assessments and grades: what the trade asks, what is answered, who grants what (C6, C9)."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.customers import needs_rules
from models.customers.file_lists import needs, open_proposals
from models.customers.grade_actions import decide_grade, grant_grade, propose_grade
from models.customers.lists import customer_file
from models.customers.needs_actions import NeedsForm, assess_needs, change_needs, proposed_summary
from models.kernel import i18n
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.kernel.store import transaction
from models.shop.profile import trade, write_trade
from models.trades import files
from models.trades.template import NeedsQuestion
from tests.models.shops import Shop, customer

ANSWERS: dict[str, needs_rules.Answer] = {
    "budget": "20–25 万",
    "models": "V7",
    "paying": "loan",
    "matters": ("comfort", "safety"),
    "work": "教师",
}
TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


def test_needs_are_kept_dated_and_comparable(shop: Shop) -> None:
    file_id = customer(shop)
    assert customer_file(shop.owner, file_id).needs == ""
    assess_needs(shop.consultant, file_id, NeedsForm(ANSWERS))
    assess_needs(shop.colleague, file_id, NeedsForm({"budget": "30 万"}, "只看 V9"))
    second, first = needs(file_id)
    assert (first.staff, second.staff, first.answers["matters"]) == ("孙悦", "李想", ("comfort", "safety"))
    assert first.summary == "V7 · 20–25 万 · Loan · Comfort, Safety"
    assert customer_file(shop.owner, file_id).needs == second.summary == "只看 V9"
    change_needs(shop.consultant, first.id, 1, NeedsForm({"budget": "21 万"}))
    assert needs(file_id)[1].answers == {"budget": "21 万"}
    assert customer_file(shop.owner, file_id).needs == "只看 V9", "an older one put right stays an older one"
    with pytest.raises(StaleEdit):
        change_needs(shop.consultant, first.id, 1, NeedsForm({"budget": "22 万"}))


WRONG = [
    (NeedsForm(), "summary"),
    (NeedsForm({"budget": "  "}), "summary"),
    (NeedsForm({"nothing": "x"}), "nothing"),
    (NeedsForm({"paying": "barter"}), "paying"),
    (NeedsForm({"matters": ("comfort", "speed")}), "matters"),
    (NeedsForm({"budget": ("a", "b")}), "budget"),
    (NeedsForm({"budget": "长" * 201}), "budget"),
    (NeedsForm({"budget": "1"}, "长" * 201), "summary"),
]


def test_answers_that_are_none_are_refused_at_their_question(shop: Shop) -> None:
    file_id = customer(shop)
    for form, field in WRONG:
        with pytest.raises(RuleError) as refused:
            assess_needs(shop.consultant, file_id, form)
        assert refused.value.field == field
    assert needs(file_id) == []


@given(answers=st.dictionaries(st.sampled_from(["work", "use", "models", "rivals", "budget", "present"]), TEXTS))
def test_the_summary_always_fits_and_says_only_what_was_answered(answers: dict[str, str]) -> None:
    questions = files.load("car_dealership").needs
    line = needs_rules.summary(questions, answers, " · ", ", ")
    assert len(line) <= needs_rules.LONGEST_SUMMARY
    wanted = [answers[each.code] for each in questions if each.in_summary and answers.get(each.code)]
    assert line == "" or line.startswith(wanted[0])
    if len(" · ".join(wanted)) <= needs_rules.LONGEST_SUMMARY:
        assert line == " · ".join(wanted)


def test_each_trade_has_questions_and_grades_of_its_own_or_the_usual() -> None:
    for code in files.available():
        shipped = files.load(code)
        assert {"budget", "when"} <= {question.code for question in shipped.needs}
        assert [grade.code for grade in shipped.grades] == ["va", "vb", "vc", "vd"]
    assert "trade_in" in {question.code for question in files.load("car_dealership").needs}
    assert "trade_in" not in {question.code for question in files.load("wedding").needs}


def test_a_store_founded_before_there_were_questions_asks_the_usual_ones() -> None:
    text = msgspec.json.encode(
        {**msgspec.json.decode(files.to_json(files.load("car_dealership"))), "needs": [], "grades": []}
    ).decode()
    old = files.from_json(text)
    assert old.needs == files.load("wedding").needs
    assert [grade.code for grade in old.grades] == ["va", "vb", "vc", "vd"]


def test_an_answer_outlasts_its_question(folder_shop: Shop) -> None:
    file_id = customer(folder_shop)
    assess_needs(folder_shop.consultant, file_id, NeedsForm(ANSWERS))
    with transaction():
        write_trade(files.load("wedding"))
    (said,) = needs(file_id)
    asked = {question.code: question for question in trade().needs}
    assert needs_rules.in_words(asked.get("models"), said.answers["models"], ", ") == "V7"
    assert needs_rules.in_words(asked["paying"], said.answers["paying"], ", ") == "Loan"
    assert needs_rules.in_words(asked.get("trade_in"), "perhaps", ", ") == "perhaps"


def test_the_summary_speaks_the_language_of_who_writes_it(folder_shop: Shop) -> None:
    i18n.set_language("zh_CN")
    assert "贷款" in proposed_summary(ANSWERS)


def test_several_choices_stand_once_in_the_order_they_were_chosen() -> None:
    question = NeedsQuestion(code="q", name={"en": "?"}, choices=files.load("wedding").grades, several=True)
    assert needs_rules.checked([question], {"q": ("vb", "va", "vb")}) == {"q": ("vb", "va")}


def test_a_grade_is_granted_by_the_roles_it_names(shop: Shop) -> None:
    file_id = customer(shop)
    granting = {"va": {"owner"}, "vb": {"owner", "manager"}, "vc": {"manager"}, "vd": {"manager"}}
    for grade in granting:
        for name, actor in shop.people.items():
            if name in granting[grade]:
                grant_grade(actor, file_id, grade)
                assert customer_file(actor, file_id).grade == grade
                grant_grade(actor, file_id, "")
            else:
                with pytest.raises(NotAllowed):
                    grant_grade(actor, file_id, grade)
            assert customer_file(actor, file_id).grade == ""


def test_a_proposal_waits_for_whoever_may_grant_it(shop: Shop) -> None:
    file_id = customer(shop)
    propose_grade(shop.consultant, file_id, "vc", "介绍了三位客户")
    propose_grade(shop.consultant, file_id, "vd", "介绍了三位客户")
    propose_grade(shop.reception, file_id, "va", "集团董事长")
    assert [row.grade for row in open_proposals(shop.manager)] == ["vd"], "one proposal each; the newer one stands"
    assert [row.grade for row in open_proposals(shop.owner)] == ["va"]
    assert [(row.grade, row.mine_to_decide) for row in open_proposals(shop.colleague, file_id)] == [
        *[("vd", False), ("va", False)],
    ]
    assert open_proposals(shop.colleague) == []
    low, high = open_proposals(shop.manager, file_id)
    with pytest.raises(NotAllowed):
        decide_grade(shop.manager, high.id, granted=True)
    with pytest.raises(RuleError) as refused:
        decide_grade(shop.manager, low.id, granted=False)
    assert refused.value.field == "answer"
    decide_grade(shop.manager, low.id, granted=False, answer="还不够")
    assert customer_file(shop.owner, file_id).grade == ""
    decide_grade(shop.owner, high.id, granted=True)
    assert customer_file(shop.owner, file_id).grade == "va"
    with pytest.raises(RuleError, match="already been decided"):
        decide_grade(shop.owner, high.id, granted=True)
    assert open_proposals(shop.owner) == []


def test_granting_settles_what_was_proposed(folder_shop: Shop) -> None:
    file_id = customer(folder_shop)
    for actor in (folder_shop.consultant, folder_shop.reception):
        propose_grade(actor, file_id, "vc", "老客户")
    grant_grade(folder_shop.manager, file_id, "vc")
    assert open_proposals(folder_shop.manager) == []


def test_a_proposal_names_a_grade_and_a_reason(folder_shop: Shop) -> None:
    file_id = customer(folder_shop)
    grant_grade(folder_shop.manager, file_id, "vc")
    for grade, reason, field in [("vx", "x", "grade"), ("", "x", "grade"), ("vb", "", "reason"), ("vc", "x", "grade")]:
        with pytest.raises(RuleError) as refused:
            propose_grade(folder_shop.consultant, file_id, grade, reason)
        assert refused.value.field == field


def test_a_grade_the_trade_no_longer_has_can_be_taken_away(folder_shop: Shop) -> None:
    file_id = customer(folder_shop)
    grant_grade(folder_shop.manager, file_id, "vc")
    usual = trade()
    with transaction():
        write_trade(msgspec.structs.replace(usual, grades=usual.grades[:1]))
    grant_grade(folder_shop.manager, file_id, "")
    assert customer_file(folder_shop.owner, file_id).grade == ""
    with pytest.raises(RuleError):
        grant_grade(folder_shop.manager, file_id, "vc")
