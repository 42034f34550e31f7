"""The board, the days and the rulebook, on both databases; and that a log stays what it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.customers.tables import Customer
from models.kernel import audit, clock, i18n
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.tables import run_sql
from models.rotation import gate, lists, log, soundness
from models.rotation.actions import (
    close_day,
    come_back,
    go_away,
    sign_in,
    sign_out,
)
from models.rotation.figures import figures
from models.rotation.kinds import ArrivalKind, NewDay, ReceptionResult
from models.rotation.manager_actions import (
    change_line_up,
    change_policy,
    correct,
    plan_day,
    plan_weekday,
    set_holiday,
    take_back,
)
from models.rotation.policies import Policy
from models.rotation.reasons import spaced
from models.rotation.reception_actions import (
    ArrivalForm,
    arrive,
    finish_reception,
)
from models.staff.actions import leave_company
from tests.models.rotation.floors import NEW, come_in, decided, everybody_in, standing, work_a_day
from tests.models.shops import Shop, customer, signed_contract

K = ArrivalKind
DAY = timedelta(days=1)


def owner_of(customer_id: int) -> int | None:
    """Who owns a file."""
    return Customer.get_by_id(customer_id).owner_id


def test_the_log_says_everything_in_plain_words(shop: Shop) -> None:
    work_a_day(shop)
    board = lists.board()
    assert [row.number for row in board.log] == list(range(1, board.last_number + 1))
    assert all(row.what and row.recorded_by for row in board.log)
    rules = [row.rule for row in board.log]
    assert [rule for rule in ("R1", "R2", "R8", "R11", "R14") if rule not in rules] == []
    assert any(row.voided_by for row in board.log)
    for language in i18n.LANGUAGES:
        i18n.set_language(language)
        assert [row.number for row in lists.board().log] == [row.number for row in board.log]


def test_closing_asks_for_every_result(shop: Shop) -> None:
    everybody_in(shop)
    line_id = come_in(shop)
    with pytest.raises(RuleError, match="still here"):
        close_day(shop.reception)
    finish_reception(shop.reception, line_id, ReceptionResult.ORDER)
    close_day(shop.reception)
    assert lists.board().is_closed
    with pytest.raises(RuleError, match="closed"):
        arrive(shop.reception, NEW)
    found = figures([clock.today()])
    assert (found.receptions, found.total.counted, found.results) == (1, 1, {"order": 1})
    assert (found.total.first_visits, found.total.first_orders) == (1, 1)
    assert lists.days() == [(clock.today(), True)]


def test_what_a_turn_brought_per_person_and_month(shop: Shop) -> None:
    first, second = everybody_in(shop)
    for result in (ReceptionResult.ORDER, ReceptionResult.QUOTE, ReceptionResult.NO_INTEREST):
        finish_reception(shop.reception, come_in(shop), result, "太贵")
    signed_contract(shop)
    with clock.standing_at(clock.now() + DAY):
        everybody_in(shop)
        finish_reception(shop.reception, come_in(shop), ReceptionResult.QUOTE)
        found = figures([clock.today(), clock.today() - DAY, clock.today() - 9 * DAY])
    people = {each.id: each.shares for each in found.people}
    assert {person: shares.counted for person, shares in people.items()} == {first: 2, second: 2}
    assert (people[first].amount > 0, people[first].per_turn) == (True, people[first].amount // 2)
    assert (people[first].close_ratio, people[second].close_ratio) == ("50.0 %", "0.0 %")
    assert (found.total.amount, found.total.close_ratio) == (people[first].amount, "25.0 %")
    assert (found.receptions, found.open) == (4, 0)
    assert figures([]).people == ()


def test_a_closed_day_is_corrected_only_by_a_remark_of_today(shop: Shop) -> None:
    today = clock.today()
    with pytest.raises(RuleError):
        correct(shop.manager, today - DAY, "漏记")
    everybody_in(shop)
    close_day(shop.reception)
    kept = log.events_of(log.day_of(today).id)  # type: ignore[union-attr]
    with clock.standing_at(clock.now() + DAY):
        correct(shop.manager, today, "漏记")
        assert lists.board().log[-1].what == f"Correction to {today}: 漏记"
    assert log.events_of(log.day_of(today).id) == kept  # type: ignore[union-attr]


@pytest.mark.parametrize("closed", [True, False])
def test_the_next_day_goes_on_where_this_one_ended(shop: Shop, closed: bool) -> None:
    first, second = everybody_in(shop)
    go_away(shop.reception, second, "高经理")
    for _each in range(2):
        finish_reception(shop.reception, come_in(shop), ReceptionResult.QUOTE)
    assert standing().owed_names == (str(second),)
    if closed:
        close_day(shop.reception)
    with clock.standing_at(clock.now() + DAY):
        assert [debt.person_id for debt in lists.board().owed] == [second]
        everybody_in(shop)
        board = lists.board()
        assert board.next is not None
        assert (board.next.id, [card.id for card in board.queue]) == (second, [second, first])
        assert list(soundness.differences()) == []


def test_by_policy_the_next_day_starts_at_the_top(shop: Shop) -> None:
    change_policy(shop.manager, Policy(new_day=NewDay.RESTART))
    first, _second = everybody_in(shop)
    finish_reception(shop.reception, come_in(shop), ReceptionResult.QUOTE)
    with clock.standing_at(clock.now() + DAY):
        everybody_in(shop)
        board = lists.board()
        assert board.next is not None
        assert board.next.id == first


def test_line_ups_are_planned_by_weekday_and_by_day(shop: Shop) -> None:
    first, second = shop.consultant.id, shop.colleague.id
    today = clock.today()
    plan_weekday(shop.manager, today.weekday(), (second,))
    assert [card.id for card in lists.board().queue] == [second]
    plan_day(shop.manager, today, (first, second))
    plan_weekday(shop.manager, today.weekday(), (second, first))
    assert [card.id for card in lists.board().queue] == [first, second]
    set_holiday(shop.manager, today + DAY, "盘点")
    assert lists.board(today + DAY).queue == ()
    set_holiday(shop.manager, today + DAY, "")
    everybody_in(shop)
    change_line_up(shop.manager, (second, first))
    assert [card.id for card in lists.board().queue] == [first, second], "the cursor stays on whose turn it is"
    with pytest.raises(RuleError, match="begun"):
        plan_day(shop.manager, today, (first,))
    with pytest.raises(RuleError, match="twice"):
        plan_weekday(shop.manager, 0, (first, first))
    with pytest.raises(RuleError):
        plan_weekday(shop.manager, 7, (first,))


def test_a_policy_is_checked_and_stands_in_the_log(shop: Shop) -> None:
    everybody_in(shop)
    with pytest.raises(RuleError):
        change_policy(shop.manager, Policy(max_makeups=-1))
    with pytest.raises(NotAllowed):
        change_policy(shop.consultant, Policy())
    change_policy(shop.manager, Policy(max_makeups=2))
    board = lists.board()
    assert board.policy == Policy(max_makeups=2)
    assert "Make-up turns per absence for the store: at most 2." in board.policy_words
    assert board.log[-1].what == "The rules of the rotation were changed."
    assert board.log[-1].why == ("Make-up turns per absence for the store: at most 2.",)
    change_policy(shop.manager, Policy(max_makeups=2, follow_up_gate=3, unattended_alarm=90))
    change_policy(shop.manager, Policy(max_makeups=2, unattended_alarm=90))
    assert [row.why for row in lists.board().log[-2:]] == [
        (
            "Who has a follow-up overdue by more than 3 days is passed until it is done.",
            "A customer nobody attends turns red after 90 seconds.",
        ),
        ("An overdue follow-up costs no turn.",),
    ]


def test_who_leaves_the_company_is_gone_from_the_floor(shop: Shop) -> None:
    file_id = customer(shop)
    first, second = everybody_in(shop)
    leave_company(shop.owner, first)
    decision = decided(arrive(shop.reception, ArrivalForm(K.RETURNING, file_id)))
    assert (decision.rule, decision.receiver) == ("R1", str(second))
    assert owner_of(file_id) == second
    with pytest.raises(RuleError):
        sign_in(shop.reception, (first,))
    with clock.standing_at(clock.now() + DAY):
        assert [card.id for card in lists.board().queue] == [second]


def test_overdue_follow_ups_bar_from_turns(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = everybody_in(shop)
    overdue = {first: 3}
    monkeypatch.setattr(gate, "_overdue_days", lambda _at: overdue)
    change_policy(shop.manager, Policy(follow_up_gate=2))
    decision = decided(arrive(shop.reception, NEW))
    assert (decision.receiver, decision.passed) == (str(second), (str(first),))
    card = next(card for card in lists.board().queue if card.id == first)
    assert (card.barred, card.overdue_days, card.passed) == (True, 3, 1)
    assert "3 days overdue: the turn is passed until it is done" in " ".join(lists.board().log[-1].why)
    overdue.clear()
    assert decided(arrive(shop.reception, NEW)).receiver == str(first), "until it is done"
    change_policy(shop.manager, Policy())
    overdue[first] = 90
    sign_in(shop.reception, (first,))
    assert not any(card.barred for card in lists.board().queue)


def test_what_another_policy_would_have_decided(shop: Shop) -> None:
    file_id = customer(shop)
    everybody_in(shop)
    come_in(shop, ArrivalForm(K.RETURNING, file_id))
    assert lists.under(clock.today(), Policy()).differences == ()
    found = lists.under(clock.today(), Policy(returning_counts=True))
    (difference,) = found.differences
    assert found.turns == (("孙悦", 0, 1),)
    assert (difference.was, difference.would_be) == (
        "孙悦 receives; no turn is used.",
        "孙悦 receives; the turn is used.",
    )


def test_roles(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        arrive(shop.cashier, NEW)
    with pytest.raises(NotAllowed):
        take_back(shop.reception, 1, "x")
    everybody_in(shop)
    assert come_in(shop, by=shop.consultant)


def test_a_refused_event_leaves_no_trace(shop: Shop) -> None:
    everybody_in(shop)
    before = (standing(), run_sql("SELECT count(*) FROM register_line").fetchone(), list(audit.broken_lines()))
    for refused in (
        lambda: come_back(shop.reception, shop.manager.id),
        lambda: sign_in(shop.reception, (999,)),
        lambda: arrive(shop.reception, ArrivalForm(name="x", phone="1")),
        lambda: finish_reception(shop.reception, 999, ReceptionResult.QUOTE),
        lambda: sign_out(shop.reception, (999,)),
    ):
        with pytest.raises(RuleError):
            refused()
    after = (standing(), run_sql("SELECT count(*) FROM register_line").fetchone(), list(audit.broken_lines()))
    assert after == before


def test_the_log_cannot_be_changed_or_deleted(shop: Shop) -> None:
    everybody_in(shop)
    for sql in ("UPDATE rotation_event SET kind = 'x'", "DELETE FROM rotation_event"):
        with pytest.raises(Exception, match="only added to"):
            run_sql(sql)


def test_a_log_that_was_tampered_with_is_found(folder_shop: Shop) -> None:
    shop = folder_shop
    work_a_day(shop)
    assert list(soundness.differences()) == []
    run_sql("DROP TRIGGER rotation_event_no_update")
    first, second = shop.consultant.id, shop.colleague.id
    swapped = f'replace(decisions, \'"receiver":"{first}"\', \'"receiver":"{second}"\')'
    run_sql(f"UPDATE rotation_event SET decisions = {swapped} WHERE kind = 'arrive'")
    assert any("decides otherwise" in each for each in soundness.differences())
    run_sql("UPDATE rotation_day SET checkpoint = replace(checkpoint, 'events', 'event') WHERE checkpoint <> ''")
    assert any("its end" in each for each in soundness.differences())


def test_replaying_gives_the_floor_on_screen(shop: Shop) -> None:
    work_a_day(shop)
    shown = standing()
    log.forget()
    assert standing() == shown


def test_sentences_keep_han_and_latin_apart() -> None:
    assert spaced("访客 10到店，An接待；计Bo一轮。") == "访客 10 到店，An 接待；计 Bo 一轮。"
    assert spaced("周晴接待 2 位。") == "周晴接待 2 位。"
