"""Options, colours and availability of goods: kept by who may, dated, never invented (S1, S3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from models.catalog.actions import ItemForm, OptionForm, StockForm, add_item, change_item
from models.catalog.kinds import Availability, OptionKind, StockAnswer, stock_words
from models.catalog.lists import item
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from tests.models.shops import Shop

RED = OptionForm(OptionKind.COLOUR, "赤帝红")
WHITE = OptionForm(OptionKind.COLOUR, "珠光白", 300_000, 200_000)
ROOF = OptionForm(OptionKind.OPTION, "全景天窗", 600_000, 400_000)
NOW = clock.now()
TODAY = clock.local(NOW).date()


@pytest.fixture(autouse=True)
def one_day() -> Iterator[None]:
    """It stays the day that the expected answers are reckoned from, though midnight pass."""
    with clock.standing_at(NOW):
        yield


def added(shop: Shop, *options: OptionForm, stock: StockForm | None = None) -> int:
    return add_item(
        shop.owner, ItemForm("V8", "vehicle", "澜川 V8", 20_000_000, cost=1, options=options, stock=stock)
    ).id


def test_options_keep_their_ids_and_their_costs(shop: Shop) -> None:
    item_id = added(shop, RED, WHITE, ROOF)
    before = item(shop.owner, item_id)
    assert [(e.kind, e.name, e.price, e.cost, e.active) for e in before.options] == [
        (OptionKind.COLOUR, "赤帝红", 0, 0, True),
        (OptionKind.COLOUR, "珠光白", 300_000, 200_000, True),
        (OptionKind.OPTION, "全景天窗", 600_000, 400_000, True),
    ]
    kept = OptionForm(OptionKind.COLOUR, "珠光白", 350_000, id=before.options[1].id)
    change_item(shop.manager, item_id, 1, ItemForm("V8", "vehicle", "澜川 V8", 20_000_000, options=(kept, RED)))
    after = item(shop.owner, item_id).options
    assert [(e.name, e.price, e.cost, e.active) for e in after] == [
        ("珠光白", 350_000, 200_000, True),
        *[("赤帝红", 0, 0, True), ("全景天窗", 600_000, 400_000, False)],
    ]
    assert [after[0].id, after[1].id] == [before.options[1].id, before.options[0].id], "a name that comes back"
    assert {each.cost for each in item(shop.consultant, item_id).options} == {None}
    change_item(shop.manager, item_id, 2, ItemForm("V8", "vehicle", "澜川 V8", 20_000_000))
    assert item(shop.owner, item_id).options == after


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ((OptionForm(OptionKind.COLOUR, " "),), "options.0.name"),
        ((RED, RED), "options.1.name"),
        ((RED, OptionForm(OptionKind.OPTION, "长" * 61)), "options.1.name"),
        ((OptionForm(OptionKind.OPTION, "x", -1),), "options.0.price"),
        ((OptionForm(OptionKind.OPTION, "x", 1, -1),), "options.0.cost"),
        ((RED,) * 61, "options"),
    ],
)
def test_what_is_wrong_with_an_option_is_said_at_its_field(
    shop: Shop, options: tuple[OptionForm, ...], field: str
) -> None:
    with pytest.raises(RuleError) as refused:
        added(shop, *options)
    assert refused.value.field == field


def test_costs_of_options_are_for_who_may_see_them(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        add_item(shop.manager, ItemForm("V8", "vehicle", "V8", 1, options=(WHITE,)))


def test_availability_is_dated_on_the_day_it_changes(shop: Shop) -> None:
    stock = StockForm(Availability.IN_TRANSIT, TODAY + timedelta(days=6), stock_note="赤帝红 1")
    item_id = added(shop, stock=stock)
    assert item(shop.reception, item_id).stock == StockAnswer(
        *(Availability.IN_TRANSIT, TODAY + timedelta(days=6), 0, "赤帝红 1", TODAY)
    )
    with clock.standing_at(NOW + timedelta(days=2)):
        change_item(shop.manager, item_id, 1, ItemForm("V8", "vehicle", "V8", 1, stock=stock))
        assert item(shop.owner, item_id).stock.told_on == TODAY, "told again, but nothing else was told"
        arrived = StockForm(Availability.IN_STOCK, stock_note="赤帝红 1")
        change_item(shop.manager, item_id, 2, ItemForm("V8", "vehicle", "V8", 1, stock=arrived))
        assert item(shop.owner, item_id).stock.told_on == TODAY + timedelta(days=2)


@pytest.mark.parametrize(
    ("stock", "field"),
    [
        (StockForm(Availability.TO_ORDER, lead_days=-1), "lead_days"),
        (StockForm(Availability.TO_ORDER, lead_days=1000), "lead_days"),
        (StockForm(Availability.IN_STOCK, scarce="最后两台"), "scarce_until"),
        (StockForm(Availability.IN_STOCK, scarce_until=date(2036, 1, 1)), "scarce"),
        (StockForm(Availability.IN_STOCK, stock_note="长" * 81), "stock_note"),
    ],
)
def test_scarcity_needs_its_day(shop: Shop, stock: StockForm, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        added(shop, stock=stock)
    assert refused.value.field == field


def test_what_is_scarce_holds_until_its_day() -> None:
    answer = StockAnswer(Availability.IN_STOCK, scarce="最后两台", scarce_until=TODAY)
    assert answer.scarcity(TODAY) == "最后两台"
    assert answer.scarcity(TODAY + timedelta(days=1)) == ""


@pytest.mark.parametrize(
    ("answer", "words", "ready"),
    [
        (StockAnswer(), "", None),
        (StockAnswer(Availability.IN_STOCK), "In stock", TODAY),
        (StockAnswer(Availability.IN_TRANSIT), "In transit", None),
        (StockAnswer(Availability.IN_TRANSIT, date(2036, 1, 2)), "In transit, expected 2036-01-02", date(2036, 1, 2)),
        (StockAnswer(Availability.TO_ORDER, lead_days=30), "To order, about 30 days", TODAY + timedelta(days=30)),
        (StockAnswer(Availability.UNAVAILABLE), "Not available", None),
    ],
)
def test_the_answer_in_words_and_when_it_could_be_here(answer: StockAnswer, words: str, ready: date | None) -> None:
    assert stock_words(answer, "en") == words
    assert answer.ready_on(TODAY) == ready
