"""What closing sheets and line-up sheets say of a day at the desk, and that a closed day keeps its sheet."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Actor
from models.papers import lists as papers
from models.papers.facts import PaperKind, Watermark
from models.rotation import lists, paper_facts
from models.rotation.actions import go_away, sign_in
from models.rotation.figures import figures
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.manager_actions import override, plan_day, plan_weekday, set_holiday, take_back
from models.rotation.papers import Oddity, Turn
from models.rotation.reception_actions import ArrivalForm, arrive, finish_reception
from reports import prints
from tests.models.rotation.floors import NEW, come_in, everybody_in, standing, work_a_day
from tests.models.shops import Shop


def today() -> int:
    return paper_facts.day_id(clock.today())


def test_the_sheet_says_what_the_board_says(shop: Shop) -> None:
    work_a_day(shop)
    facts, found = paper_facts.day_paper(today(), "en"), figures([clock.today()])
    assert (facts.total, facts.open) == (found.total, found.open)
    assert {each.oddity for each in facts.oddities} >= {Oddity.VOID, Oddity.CORRECTION, Oddity.INSISTED}
    board = {each.name: each for each in lists.board().queue}
    for person in facts.people:
        card = board[person.name]
        assert (person.shares.counted, person.shares.owed) == (card.counted, card.owed)
    assert facts.rules == ("Make-up turns per absence for the store: at most 2.",)


def test_turns_passed_owed_and_paid_stand_on_the_sheet(shop: Shop) -> None:
    first, second = shop.consultant.id, shop.colleague.id
    everybody_in(shop)
    go_away(shop.reception, first, "高经理")
    line = come_in(shop)
    finish_reception(shop.reception, line, ReceptionResult.LEFT_CONTACT)
    sign_in(shop.reception, (first,))
    come_in(shop)
    turns = paper_facts.day_paper(today(), "en").turns
    assert [(each.turn, each.rule, bool(each.paid_at)) for each in turns] == [(Turn.MAKE_UP, "R4", True)]
    override(shop.manager, int(next(iter(standing().receptions))), second, "会德语")
    facts = paper_facts.day_paper(today(), "en")
    assert [(each.turn, each.rule, bool(each.paid_at)) for each in facts.turns][1:] == [(Turn.RESTORED, "R2", False)]
    assert facts.oddities[-1].reason == "会德语"
    away = {each.name: each.absences for each in facts.people}
    assert away[shop.consultant.name][0].sent_by == "高经理"
    assert facts.oddities[-1].oddity is Oddity.OVERRIDE


def test_what_was_taken_back_is_no_visit(shop: Shop) -> None:
    everybody_in(shop)
    arrive(shop.reception, NEW)
    arrive(shop.reception, ArrivalForm(ArrivalKind.VISITOR, about="送货"))
    take_back(shop.manager, 2, "看错了")
    facts = paper_facts.day_paper(today(), "en")
    assert [each.rule for each in facts.visits] == ["R13"]


def test_closing_the_day_keeps_its_sheet(shop: Shop) -> None:
    everybody_in(shop)
    line = come_in(shop)
    assert paper_facts.day_watermark(today()) is Watermark.DRAFT
    with pytest.raises(RuleError):
        prints.close_day(shop.reception)
    number = paper_facts.day_number(clock.today())
    assert papers.prints(PaperKind.ROTATION_DAY, number) == []
    finish_reception(shop.reception, line, ReceptionResult.LEFT_CONTACT)
    paper = prints.close_day(shop.reception)
    (kept,) = papers.prints(PaperKind.ROTATION_DAY, number)
    assert kept.sha256 == hashlib.sha256(paper.pdf).hexdigest()
    assert paper_facts.day_watermark(today()) is Watermark.NONE
    assert paper_facts.closed_days() == [(number, today())]
    assert prints.issue(shop.manager, PaperKind.ROTATION_DAY, today()).copy


def test_who_may_not_print_does_not_close_the_day(shop: Shop) -> None:
    everybody_in(shop)
    with pytest.raises(NotAllowed):
        prints.close_day(Actor(shop.reception.id, "x", frozenset()))
    assert not lists.board().is_closed


def test_a_week_shows_plans_holidays_and_what_was(shop: Shop) -> None:
    first, second = shop.consultant.id, shop.colleague.id
    monday = clock.today() - timedelta(days=clock.today().weekday()) + timedelta(days=7)
    plan_weekday(shop.manager, 0, (second, first))
    plan_day(shop.manager, monday + timedelta(days=1), (first,))
    before = paper_facts.line_up_edition()
    set_holiday(shop.manager, monday + timedelta(days=2), "盘点")
    assert paper_facts.line_up_edition() == before + 1
    facts = paper_facts.line_up_paper((monday + timedelta(days=3)).toordinal(), "en")
    assert [each.people for each in facts.days[:3]] == [
        (shop.colleague.name, shop.consultant.name),
        (shop.consultant.name,),
        (),
    ]
    assert facts.days[2].holiday == "盘点"
    assert facts.number == paper_facts.line_up_number(monday)
    assert paper_facts.planned_weeks()
    paper = prints.issue(shop.manager, PaperKind.LINE_UP, monday.toordinal())
    assert not paper.copy
    plan_weekday(shop.manager, 0, (first, second))
    assert not prints.issue(shop.manager, PaperKind.LINE_UP, monday.toordinal()).copy
