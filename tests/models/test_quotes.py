"""Quotes: lines, editions, authority, and what a customer may still accept (S1, S2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.customers.kinds import Stage
from models.customers.lists import customer_file
from models.kernel import audit, clock, search
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.kernel.money import LARGEST
from models.sales import lists
from models.sales.contract_actions import draft_contract
from models.sales.paper_facts import quote_paper
from models.sales.quote_actions import (
    LineForm,
    QuoteForm,
    decline_quote,
    offer_quote,
    save_quote,
    start_quote,
)
from models.sales.states import QuoteAction, QuoteState
from tests.models.shops import CAR_PRICE, Shop, car_line, customer, quote

MATS = LineForm("accessory", "脚垫", 80_000, quantity=250)


def save(shop: Shop, quote_id: int, *lines: LineForm) -> int:
    """Save other lines; returns the quote that now counts."""
    version = lists.quote_view(shop.consultant, quote_id).version
    return save_quote(shop.consultant, quote_id, version, QuoteForm(lines)).id


def test_a_quote_adds_up(shop: Shop) -> None:
    form = QuoteForm((car_line(shop, 300_000), MATS), whole_discount=10_000, needs="家用", note="第一行\n第二行")
    quote_id = start_quote(shop.consultant, customer(shop), form).id
    view = lists.quote_view(shop.consultant, quote_id)
    assert [line.amount for line in view.lines] == [CAR_PRICE - 300_000, 200_000]
    assert view.row.total == view.price.total == CAR_PRICE - 300_000 + 200_000 - 10_000
    assert (view.row.state, view.row.edition, view.valid_days, view.plan) == (QuoteState.DRAFT, 1, 7, "deposit_balance")
    paper = quote_paper(quote_id, "zh_CN")
    assert paper.total == view.row.total == sum(group.subtotal for group in paper.groups) - paper.whole_discount
    assert sum(row.amount for row in paper.make_up) == paper.total == sum(stage.amount for stage in paper.plan)
    assert paper.notes == ("第一行", "第二行")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"lines": (LineForm("vehicle", "", 1),)}, "lines.0.name"),
        ({"lines": (MATS, LineForm("spaceship", "x", 1))}, "lines.1.category"),
        ({"lines": (replace(MATS, quantity=0),)}, "lines.0.quantity"),
        ({"lines": (replace(MATS, quantity=10**9),)}, "lines.0.quantity"),
        ({"lines": (replace(MATS, unit_price=-1),)}, "lines.0.unit_price"),
        ({"lines": (replace(MATS, unit_price=LARGEST + 1),)}, "lines.0.unit_price"),
        ({"lines": (replace(MATS, discount=200_001),)}, "lines.0.discount"),
        ({"lines": (replace(MATS, discount=-1),)}, "lines.0.discount"),
        ({"lines": (replace(MATS, unit_price=LARGEST, quantity=9_999_999, discount=LARGEST * 99_999),)}, "lines"),
        ({"lines": (MATS,) * 201}, "lines"),
        ({"lines": (replace(MATS, name="长" * 81),)}, "lines.0.name"),
        ({"lines": (MATS,), "whole_discount": 200_001}, "whole_discount"),
        ({"whole_discount": -1}, "whole_discount"),
        ({"plan": "never"}, "plan"),
        ({"valid_days": 366}, "valid_days"),
        ({"valid_days": -1}, "valid_days"),
        ({"note": "长" * 4001}, "note"),
    ],
)
def test_what_a_quote_needs(shop: Shop, changes: dict[str, object], field: str) -> None:
    file_id = customer(shop)
    with pytest.raises(RuleError) as refused:
        start_quote(shop.consultant, file_id, QuoteForm(**changes))
    assert refused.value.field == field
    assert lists.quotes_of(file_id) == []
    assert lists.quote_view(shop.consultant, quote(shop, file_id)).row.number.endswith("-0001"), "no number was lost"


def test_a_draft_changes_in_place(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop))
    assert save(shop, quote_id, MATS) == quote_id
    view = lists.quote_view(shop.consultant, quote_id)
    assert ([line.name for line in view.lines], view.row.edition, view.row.total) == (["脚垫"], 1, 200_000)


def test_an_offered_quote_gets_the_next_edition_and_stays_readable(shop: Shop) -> None:
    file_id = customer(shop)
    first = quote(shop, file_id, offered_by=shop.consultant)
    printed = quote_paper(first, "zh_CN")
    second = save(shop, first, MATS)
    assert second != first
    old, new = lists.quote_view(shop.consultant, first), lists.quote_view(shop.consultant, second)
    assert (old.row.state, new.row.state) == (QuoteState.SUPERSEDED, QuoteState.DRAFT)
    assert (old.row.number, new.row.edition) == (new.row.number, 2)
    assert [row.edition for row in sorted(new.editions, key=lambda row: row.id)] == [1, 2]
    assert quote_paper(first, "zh_CN") == printed
    assert quote_paper(second, "en").replaces.startswith("Version 1 of ")
    assert lists.quote_ids() == [second]
    assert [row.id for row in lists.quotes_of(file_id)] == [second, first]
    with pytest.raises(IllegalMove):
        save(shop, first, MATS)
    assert lists.kind_and_id(new.row.number) == ("quote", second)


def test_a_stale_edit_of_a_quote(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop))
    version = lists.quote_view(shop.consultant, quote_id).version
    save_quote(shop.manager, quote_id, version, QuoteForm((MATS,)))
    with pytest.raises(StaleEdit) as stale:
        save_quote(shop.consultant, quote_id, version, QuoteForm((car_line(shop),)))
    assert (stale.value.theirs["total"], stale.value.mine["total"]) == (200_000, CAR_PRICE)
    assert [line.name for line in lists.quote_view(shop.consultant, quote_id).lines] == ["脚垫"]


def test_two_seats_cannot_both_make_the_next_edition(shop: Shop) -> None:
    first = quote(shop, customer(shop), offered_by=shop.consultant)
    version = lists.quote_view(shop.consultant, first).version
    save_quote(shop.consultant, first, version, QuoteForm((MATS,)))
    with pytest.raises((StaleEdit, IllegalMove)):
        save_quote(shop.colleague, first, version, QuoteForm((car_line(shop),)))
    assert len(lists.quote_view(shop.consultant, first).editions) == 2


def test_an_empty_quote_is_not_offered(shop: Shop) -> None:
    quote_id = start_quote(shop.consultant, customer(shop), QuoteForm()).id
    for attempt in (offer_quote, draft_contract):
        with pytest.raises(RuleError) as refused:
            attempt(shop.consultant, quote_id)
        assert refused.value.field == "lines"
    assert isinstance(lists.quote_view(shop.consultant, quote_id).actions[QuoteAction.OFFER], RuleError)


@pytest.mark.parametrize(
    ("discount", "may"),
    [
        (379_600, ("consultant", "manager", "owner")),
        (379_601, ("manager", "owner")),
        (949_000, ("manager", "owner")),
        (949_001, ("owner",)),
        (1_980_001, ("owner",)),
    ],
)
def test_who_may_offer_which_discount(shop: Shop, discount: int, may: tuple[str, ...]) -> None:
    quote_id = quote(shop, customer(shop), discount)
    for who in ("consultant", "manager", "owner"):
        actor = shop.people[who]
        blocked = lists.quote_view(actor, quote_id).beyond_authority
        assert (blocked is None) is (who in may)
        if blocked:
            for attempt in (offer_quote, draft_contract):
                with pytest.raises(RuleError, match="beyond your authority"):
                    attempt(actor, quote_id)
    offer_quote(shop.people[may[0]], quote_id)
    assert lists.quote_view(shop.consultant, quote_id).row.state is QuoteState.OFFERED


def test_a_quote_offered_by_who_may_is_accepted_by_who_may_not(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop), 900_000, offered_by=shop.manager)
    assert draft_contract(shop.consultant, quote_id).id


def test_an_offer_moves_the_prospect_on(shop: Shop) -> None:
    file_id = customer(shop)
    quote(shop, file_id, offered_by=shop.consultant)
    assert customer_file(shop.consultant, file_id).stage is Stage.QUOTED


def test_an_expired_quote_is_not_accepted_but_renewed(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop), offered_by=shop.consultant)
    with clock.standing_at(datetime.now(UTC) + timedelta(days=7)):
        assert not lists.quote_view(shop.consultant, quote_id).row.expired
    with clock.standing_at(datetime.now(UTC) + timedelta(days=8)):
        assert lists.quote_view(shop.consultant, quote_id).row.expired
        with pytest.raises(RuleError, match="expired"):
            draft_contract(shop.consultant, quote_id)
        renewed = save(shop, quote_id, car_line(shop))
        assert draft_contract(shop.consultant, renewed).id


def test_a_declined_quote_is_over(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop), offered_by=shop.consultant)
    decline_quote(shop.consultant, quote_id, "太贵")
    assert audit.history("quote", quote_id)[0].details["reason"] == "太贵"
    for attempt in (
        lambda: offer_quote(shop.consultant, quote_id),
        lambda: decline_quote(shop.consultant, quote_id, ""),
        lambda: draft_contract(shop.consultant, quote_id),
        lambda: save(shop, quote_id, MATS),
    ):
        with pytest.raises(IllegalMove):
            attempt()
    assert lists.quote_ids(open_only=True) == []


def test_a_quote_becomes_one_contract_only(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop))
    contract_id = draft_contract(shop.consultant, quote_id).id
    with pytest.raises(IllegalMove):
        draft_contract(shop.consultant, quote_id)
    assert lists.quote_view(shop.consultant, quote_id).contract_id == contract_id


def test_the_lists_of_quotes(shop: Shop) -> None:
    file_id = customer(shop)
    one = quote(shop, file_id)
    other = start_quote(shop.colleague, file_id, QuoteForm((MATS,))).id
    assert lists.quote_ids() == [other, one]
    assert lists.quote_ids(mine=shop.consultant) == [one]
    rows = lists.quote_rows([one, 999, other])
    assert [(row.id, row.consultant, row.total) for row in rows] == [(one, "孙悦", CAR_PRICE), (other, "李想", 200_000)]
    assert rows[0].valid_until - rows[0].quoted_on == timedelta(days=7)
    assert {hit.record_id for hit in search.find("ouyang", ("quote",))} == {one, other}
    assert [hit.record_id for hit in search.find(rows[0].number, ("quote",))] == [one]


def test_numbers_have_no_gaps(shop: Shop) -> None:
    file_id = customer(shop)
    numbers = []
    for _ in range(3):
        numbers.append(lists.quote_view(shop.consultant, quote(shop, file_id)).row.number)
        with pytest.raises(RuleError):
            start_quote(shop.consultant, file_id, QuoteForm(plan="never"))
    assert [number[-4:] for number in numbers] == ["0001", "0002", "0003"]


def test_reception_sees_no_actions_on_a_quote(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop))
    assert lists.quote_view(shop.reception, quote_id).actions == {}
    with pytest.raises(NotAllowed):
        offer_quote(shop.reception, quote_id)
