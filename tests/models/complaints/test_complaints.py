"""A complaint from the customer's words to their word that it is settled (W10)."""

from __future__ import annotations

from datetime import date, timedelta

import peewee
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checking import follow_up as follow_up_check
from models.complaints import lists, rules, standing
from models.complaints.actions import (
    ComplaintForm,
    StepForm,
    WordForm,
    accept_complaint,
    add_step,
    answer_complaint,
    assign_complaint,
    close_complaint,
    open_complaint,
    reckon_complaint,
    reopen_complaint,
    tie_complaint,
)
from models.complaints.states import COMPLAINT_MOVES, ComplaintAction, ComplaintState, StepKind, Subject, Way
from models.complaints.tables import Complaint
from models.complaints.views import ComplaintFilter
from models.customers.lists import find
from models.customers.merge_actions import merge_files
from models.followup import lists as follow_up
from models.followup.actions import ResultForm, record_result
from models.followup.kinds import Result
from models.kernel import audit, clock, store
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.privacy.actions import erase_file
from models.trades.complaint_terms import Severity, terms
from tests.models.complaints.complaining import WORDS, accepted, answered, closed, complaint, version
from tests.models.shops import Shop, customer, signed_contract

WORD = WordForm("可以，满意", Way.PHONE)


def state(complaint_id: int) -> ComplaintState:
    """How far it is."""
    return Complaint.get_by_id(complaint_id).state


def later(shop: Shop, complaint_id: int, **told: object) -> None:
    """Rewrite what the clock would."""
    Complaint.update(**told).where(Complaint.id == complaint_id).execute()


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 30), st.sets(st.integers(1, 60), max_size=9))
def test_a_deadline_counts_working_days_only(day: date, count: int, off: set[int]) -> None:
    holidays = {day + timedelta(days=each) for each in off}
    due = rules.working_days_after(day, count, holidays)
    between = [day + timedelta(days=each) for each in range(1, (due - day).days + 1)]
    assert sum(each.weekday() < 5 and each not in holidays for each in between) == count
    assert due.weekday() < 5
    assert due not in holidays


def test_the_whole_life_with_a_step_for_each_word(shop: Shop) -> None:
    contract = signed_contract(shop)
    form = ComplaintForm(WORDS, "promise", Severity.SERIOUS, subject=Subject.CONTRACT, subject_id=contract)
    complaint_id = open_complaint(shop.reception, form).id
    row = lists.complaint_rows(shop.manager, [complaint_id])[0]
    assert row.number.startswith("TS-")
    assert row.customer == "欧阳䶮"
    assert row.owner == "高经理"
    assert row.due_on == rules.working_days_after(clock.today(), terms().days[Severity.SERIOUS])
    step = StepForm(StepKind.CALL, "道歉", "上门看车", clock.today())
    add_step(shop.consultant, complaint_id, 1, step)
    assert state(complaint_id) is ComplaintState.HANDLED
    with pytest.raises(IllegalMove):
        close_complaint(shop.owner, complaint_id, 2, "refunded", "x", "x")
    answer_complaint(shop.manager, complaint_id, 2, "退还差价")
    accept_complaint(shop.manager, complaint_id, 3, WORD)
    close_complaint(shop.owner, complaint_id, 4, "refunded", "报价单漏项", "报价前两人核对")
    view = lists.complaint_view(shop.owner, complaint_id)
    assert (view.row.state, view.said, view.heard_by, view.closed_by) == (
        *(ComplaintState.CLOSED, "可以，满意", "高经理", "王总"),
    )
    assert view.subject_number == row.number.replace("TS-", "HT-") or view.subject_number.startswith("HT-")
    kinds = [StepKind.OPENED, StepKind.CALL, StepKind.ANSWERED, StepKind.ACCEPTED, StepKind.CLOSED]
    assert [each.kind for each in view.steps] == kinds
    reopen_complaint(shop.reception, complaint_id, 5, "款没到账")
    view = lists.complaint_view(shop.owner, complaint_id)
    assert (view.row.state, view.reopened, view.said, view.closed_at) == (ComplaintState.HANDLED, 1, "", None)
    assert next(entry.action for entry in audit.history("complaint", complaint_id)) == "complaints.reopen_complaint"


def test_every_state_and_action_and_role(folder_shop: Shop) -> None:
    """What a move's table does not name is refused; what it names asks its permission."""
    shop = folder_shop
    facts = standing.ComplaintFacts()
    for each in ComplaintState:
        for what in ComplaintAction:
            found = COMPLAINT_MOVES.get((each, what))
            for actor in shop.people.values():
                if found is None:
                    with pytest.raises(IllegalMove):
                        standing.move(COMPLAINT_MOVES, each, what, actor, facts)
                elif not actor.may(found.permission):
                    with pytest.raises(NotAllowed):
                        standing.move(COMPLAINT_MOVES, each, what, actor, facts)
                else:
                    assert standing.move(COMPLAINT_MOVES, each, what, actor, facts) is found.target
    closing = [origin for (origin, what) in COMPLAINT_MOVES if what is ComplaintAction.CLOSE]
    assert closing == [ComplaintState.ACCEPTED]


def test_nobody_settles_a_complaint_about_themselves(shop: Shop) -> None:
    complaint_id = answered(shop, about_id=shop.owner.id)
    with pytest.raises(NotAllowed, match="themselves"):
        accept_complaint(shop.owner, complaint_id, version(shop.owner, complaint_id), WORD)
    accept_complaint(shop.manager, complaint_id, version(shop.manager, complaint_id), WORD)
    with pytest.raises(NotAllowed, match="themselves"):
        close_complaint(shop.owner, complaint_id, version(shop.owner, complaint_id), "explained", "x", "x")
    with pytest.raises(peewee.IntegrityError), store.transaction():
        later(shop, complaint_id, closed_by=shop.owner.id)
    close_complaint(shop.manager, complaint_id, version(shop.manager, complaint_id), "explained", "x", "x")
    assert standing.default_owner(shop.manager.id, shop.reception.id) == shop.owner.id


def test_closing_needs_the_customers_word_and_what_was_learned(folder_shop: Shop) -> None:
    shop = folder_shop
    complaint_id = answered(shop)
    current = version(shop.manager, complaint_id)
    for form, field in (
        (WordForm("", Way.PHONE), "said"),
        (WordForm("好", Way.SIGNED), "signature"),
        (WordForm("好", Way.SURVEY), "way"),
        (WordForm("好", Way.PHONE, clock.now() + timedelta(hours=1)), "heard_at"),
    ):
        with pytest.raises(RuleError) as wrong:
            accept_complaint(shop.manager, complaint_id, current, form)
        assert wrong.value.field == field
    with pytest.raises(IllegalMove):
        close_complaint(shop.manager, complaint_id, current, "explained", "x", "x")
    with pytest.raises(NotAllowed, match="colleague"):
        accept_complaint(shop.consultant, complaint_id, current, WORD)
    accept_complaint(shop.manager, complaint_id, current, WORD)
    current = version(shop.manager, complaint_id)
    for outcome, cause, lesson, field in (
        ("x", "x", "x", "outcome"),
        ("explained", "", "x", "root_cause"),
        ("explained", "x", "", "lesson"),
    ):
        with pytest.raises(RuleError) as wrong:
            close_complaint(shop.manager, complaint_id, current, outcome, cause, lesson)
        assert wrong.value.field == field


def test_a_complaint_from_a_phone_number_finds_its_file_later(folder_shop: Shop) -> None:
    shop = folder_shop
    complaint_id = complaint(shop, shop.cashier, phone="139 0000 7777", caller="路先生")
    assert [row.customer for row in lists.complaint_rows(shop.owner, [complaint_id])] == ["路先生"]
    assert lists.complaint_rows(shop.colleague, [complaint_id])[0].phone != "139 0000 7777"
    assert follow_up.of_customer(shop.owner, customer(shop)).open[0].rule != "complaint"
    found = customer(shop, "路远", "13900007777")
    tie_complaint(shop.reception, complaint_id, 1, found)
    with pytest.raises(RuleError, match="already"):
        tie_complaint(shop.reception, complaint_id, 2, found)
    assert [row.id for row in lists.complaints_of(shop.owner, found)] == [complaint_id]
    assert "complaint" in {task.rule for task in follow_up.of_customer(shop.owner, found).open}


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"words": ""}, "words"),
        ({"category": "weather"}, "category"),
        ({"way": Way.SIGNED}, "way"),
        ({"phone": "12"}, "phone"),
        ({"phone": "", "caller": ""}, "phone"),
        ({"subject": Subject.CONTRACT, "subject_id": 999}, "subject_id"),
        ({"about_id": 999}, "about_id"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(folder_shop: Shop, form: dict[str, object], field: str) -> None:
    with pytest.raises(RuleError) as wrong:
        complaint(folder_shop, **{"phone": "13900001111", **form})
    assert wrong.value.field == field
    assert run_sql("SELECT count(*) FROM complaint").fetchone()[0] == 0


def test_only_managers_assign_and_move_deadlines(folder_shop: Shop) -> None:
    shop = folder_shop
    complaint_id = complaint(shop)
    with pytest.raises(NotAllowed):
        complaint(shop, shop.consultant, owner_id=shop.consultant.id)
    with pytest.raises(NotAllowed):
        assign_complaint(shop.consultant, complaint_id, 1, shop.consultant.id)
    with pytest.raises(RuleError, match="handles"):
        assign_complaint(shop.manager, complaint_id, 1, shop.cashier.id)
    with pytest.raises(RuleError, match="reason"):
        reckon_complaint(shop.manager, complaint_id, 1, Severity.SEVERE, None, "")
    with pytest.raises(RuleError, match="past"):
        reckon_complaint(shop.manager, complaint_id, 1, Severity.SEVERE, clock.today() - timedelta(days=1), "x")
    assign_complaint(shop.manager, complaint_id, 1, shop.consultant.id)
    with pytest.raises(StaleEdit):
        reckon_complaint(shop.manager, complaint_id, 1, Severity.SEVERE, None, "x")
    reckon_complaint(shop.manager, complaint_id, 2, Severity.SEVERE, None, "客户要上媒体")
    row = lists.complaint_rows(shop.manager, [complaint_id])[0]
    assert (row.owner_id, row.severity, row.due_on) == (
        *(shop.consultant.id, Severity.SEVERE),
        rules.working_days_after(clock.today(), 1),
    )


def test_who_sees_it_today(shop: Shop) -> None:
    """Its owner until it is closed; managers also what is severe or overdue (C8)."""
    calm = complaint(shop, severity=Severity.MINOR)
    assign_complaint(shop.manager, calm, 1, shop.consultant.id)
    severe = complaint(shop, severity=Severity.SEVERE)
    assert [row.id for row in lists.needing(shop.consultant, 9)] == [calm]
    assert [row.id for row in lists.needing(shop.owner, 9)] == [severe]
    later(shop, calm, due_on=clock.today() - timedelta(days=1))
    assert [row.id for row in lists.needing(shop.owner, 9)] == [calm, severe]
    assert lists.needing(shop.owner, 9)[0].overdue
    assert lists.count_needing(shop.owner) == 2
    assert lists.needing(shop.colleague, 9) == []
    assert lists.counts(shop.manager)[ComplaintFilter.OVERDUE] == 1


def test_the_task_lives_until_the_complaint_is_closed(folder_shop: Shop) -> None:
    shop = folder_shop
    file_id = customer(shop)
    complaint_id = complaint(shop, customer_id=file_id)

    def tasks() -> list[follow_up.TaskRow]:
        return [task for task in follow_up.of_customer(shop.manager, file_id).open if task.rule == "complaint"]

    (task,) = tasks()
    assert task.whose_id == shop.manager.id
    record_result(shop.manager, task.id, task.version, ResultForm(Result.REACHED, "已致歉"))
    assert len(tasks()) == 1, "a call does not settle a complaint"
    assert state(complaint_id) is ComplaintState.HANDLED
    assert lists.steps(complaint_id)[-1].text == "已致歉"
    assert task.id not in {each.id for each in follow_up.mine(shop.manager, 99)}, "complaints stand by themselves"
    assign_complaint(shop.owner, complaint_id, version(shop.owner, complaint_id), shop.consultant.id)
    assert tasks()[0].whose_id == shop.consultant.id
    answer_complaint(shop.consultant, complaint_id, version(shop.owner, complaint_id), "x")
    accept_complaint(shop.consultant, complaint_id, version(shop.owner, complaint_id), WORD)
    assert len(tasks()) == 1
    close_complaint(shop.owner, complaint_id, version(shop.owner, complaint_id), "explained", "x", "x")
    assert tasks() == []
    assert [*follow_up_check.causes()] == []
    reopen_complaint(shop.owner, complaint_id, version(shop.owner, complaint_id), "x")
    assert len(tasks()) == 1


def test_the_log_is_only_added_to(shop: Shop) -> None:
    complaint_id = closed(shop)
    for sql in ("UPDATE complaint_step SET text = 'x'", "DELETE FROM complaint_step"):
        with pytest.raises(peewee.DatabaseError, match="only added to"), store.transaction():
            run_sql(sql)
    assert len(lists.steps(complaint_id)) == 5


def test_merging_takes_complaints_along_and_erasing_empties_them(folder_shop: Shop) -> None:
    shop = folder_shop
    kept, gone = customer(shop), customer(shop, "欧阳小龙", "13900006666")
    complaint_id = closed(shop, customer_id=gone, words="欧阳小龙说的话")
    merge_files(shop.manager, kept, gone, ())
    assert [row.id for row in lists.complaints_of(shop.owner, kept)] == [complaint_id]
    assert [*follow_up_check.causes()] == []
    assert find(shop.owner, "TS-") is not None
    erase_file(shop.owner, kept, "letter")
    view = lists.complaint_view(shop.owner, complaint_id)
    assert (view.row.words, view.said, {each.text for each in view.steps}) == ("", "", {""})
    assert view.root_cause == "压缩机批次缺陷", "what the store learned stays"
    entry = run_sql("SELECT text FROM search_entry WHERE kind = 'complaint'").fetchone()[0]
    assert "欧阳" not in entry


def test_whoever_answers_may_reach_the_customer(folder_shop: Shop) -> None:
    shop = folder_shop
    complaint_id = complaint(shop)
    assert "*" in lists.complaint_rows(shop.colleague, [complaint_id])[0].phone
    assign_complaint(shop.manager, complaint_id, 1, shop.colleague.id)
    assert "*" not in lists.complaint_rows(shop.colleague, [complaint_id])[0].phone


def test_anybody_opens_one(folder_shop: Shop) -> None:
    shop = folder_shop
    for actor in shop.people.values():
        assert actor.may(Permission.OPEN_COMPLAINT)
        complaint(shop, actor, phone="13900001111")
    assert lists.counts(shop.manager)[ComplaintFilter.ALL] == len(shop.people)
    with pytest.raises(NotAllowed):
        add_step(Actor(shop.cashier.id, "", shop.cashier.roles), 1, 1, StepForm(StepKind.NOTE, "x"))
    assert accepted(shop)
    assert lists.counts(shop.manager)[ComplaintFilter.CLOSE] == 1
