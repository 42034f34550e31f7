"""Over midnight, over clocks that jump, and days nobody closed: every log stays replayable, nothing is left open."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from models.customers.tables import RegisterLine
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.papers import lists as papers
from models.papers.facts import PaperKind
from models.rotation import lists, log, paper_facts, soundness
from models.rotation.actions import close_day, sign_in
from models.rotation.kinds import ArrivalKind, Presence, ReceptionResult
from models.rotation.reception_actions import ArrivalForm, arrive, finish_reception
from reports import prints
from tests.models.rotation.floors import NEW, come_in, decided, everybody_in, standing
from tests.models.shops import Shop

DAY = timedelta(days=1)


def test_a_reception_left_open_overnight_is_ended_and_its_day_closed(shop: Shop) -> None:
    evening = clock.now()
    first, second = everybody_in(shop)
    line_id, waiting = [come_in(shop) for _each in range(3)][::2]
    with clock.standing_at(evening + DAY):
        assert (lists.board().unclosed, lists.board().receptions) == ((clock.local(evening).date(),), ())
        sign_in(shop.reception, (second, first))
        began = standing()
        with pytest.raises(RuleError, match="still here"):
            prints.close_day(shop.reception, clock.local(evening).date())
        for each in lists.board(clock.local(evening).date()).receptions:
            finish_reception(shop.reception, each.line_id, ReceptionResult.QUOTE)
        prints.close_day(shop.reception, clock.local(evening).date())
        assert lists.board().unclosed == ()
        assert standing() == began, "today is not touched"
        number = paper_facts.day_number(clock.local(evening).date())
        assert len(papers.prints(PaperKind.ROTATION_DAY, number)) == 1
        with pytest.raises(RuleError, match="closed"):
            close_day(shop.reception, clock.local(evening).date())
    went = RegisterLine.get_by_id(line_id).left_at
    assert clock.local(went).date() == clock.local(evening).date(), "who is ended late has left by the end of that day"
    assert RegisterLine.get_by_id(waiting).result == "Left before anybody was free"
    assert list(soundness.differences()) == []


def test_only_the_end_of_a_reception_reaches_back(shop: Shop) -> None:
    everybody_in(shop)
    line_id = come_in(shop)
    yesterday = clock.today()
    close_it = (shop.reception, yesterday - DAY)
    with pytest.raises(RuleError, match="no rotation"):
        close_day(*close_it)
    with clock.standing_at(clock.now() + DAY):
        everybody_in(shop)
        with pytest.raises(RuleError, match="Say why"):
            finish_reception(shop.reception, line_id, ReceptionResult.NO_INTEREST)
        finish_reception(shop.reception, line_id, ReceptionResult.NO_INTEREST, "太贵")
        with pytest.raises(RuleError, match="Nobody is receiving"):
            finish_reception(shop.reception, line_id, ReceptionResult.QUOTE)
        assert len(standing().log) == 1


def test_midnight_begins_a_new_day_between_two_clicks(shop: Shop) -> None:
    midnight = datetime.combine(clock.today() + DAY, time()).astimezone()
    with clock.standing_at(midnight - timedelta(milliseconds=1)):
        first, second = everybody_in(shop)
        come_in(shop)
    with clock.standing_at(midnight):
        board = lists.board()
        assert (board.day, board.is_open, board.receptions) == (midnight.date(), False, ())
        assert {card.presence for card in board.queue} == {Presence.OFF}
        assert [card.id for card in board.queue] == [second, first], "the order goes on behind who received last"
        arrive(shop.reception, NEW)
        assert [entry.number for entry in standing().log] == [1]
    assert list(soundness.differences()) == []


def test_a_clock_set_back_within_the_day_changes_nothing_of_the_order(shop: Shop) -> None:
    first, second = everybody_in(shop)
    arrive(shop.reception, NEW)
    with clock.standing_at(max(clock.now() - timedelta(hours=2), day_begins())):
        assert decided(arrive(shop.reception, NEW)).receiver == str(second)
        assert [entry.number for entry in standing().log] == [1, 2, 3]
    finish_reception(shop.reception, int(next(iter(standing().receptions))), ReceptionResult.QUOTE)
    assert decided(arrive(shop.reception, NEW)).receiver == str(first)
    assert list(soundness.differences()) == []


def day_begins() -> datetime:
    """The first moment of today."""
    return datetime.combine(clock.today(), time()).astimezone()


def test_a_clock_that_was_ahead_leaves_today_as_it_was(shop: Shop) -> None:
    """Today goes on, is said to lie before a day that was opened, and tomorrow begins where today ends."""
    first, second = everybody_in(shop)
    ahead = clock.now() + 400 * DAY
    with clock.standing_at(ahead):
        everybody_in(shop)
        arrive(shop.reception, ArrivalForm(ArrivalKind.ASKS_FOR, who=second))
    assert lists.board().later == clock.local(ahead).date()
    assert decided(arrive(shop.reception, NEW)).receiver == str(first)
    with clock.standing_at(clock.now() + DAY):
        sign_in(shop.reception, (first, second))
        assert standing().queue == (str(second), str(first))
    assert list(soundness.differences()) == []


def test_a_clock_set_back_over_midnight_is_said(shop: Shop) -> None:
    with clock.standing_at(clock.now() + DAY):
        everybody_in(shop)
    assert lists.board().later == clock.today() + DAY
    everybody_in(shop)
    assert decided(arrive(shop.reception, NEW)).receiver == str(shop.consultant.id)
    assert list(soundness.differences()) == []


def test_a_day_that_begins_elsewhere_than_it_says_is_found(folder_shop: Shop) -> None:
    everybody_in(folder_shop)
    come_in(folder_shop)
    with clock.standing_at(clock.now() + DAY):
        everybody_in(folder_shop)
    assert list(soundness.differences()) == []
    run_sql(
        "UPDATE rotation_day SET carried = replace(carried, '\"number\":2', '\"number\":1') WHERE carried LIKE '%from%'"
    )
    log.forget()
    assert any("does not begin" in each for each in soundness.differences())
