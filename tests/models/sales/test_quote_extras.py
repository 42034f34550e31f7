"""What a quote holds besides plain lines: options, deductions, offers, stock, and its other papers (S1, S3, S9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.catalog.actions import ItemForm, OptionForm, StockForm, change_item
from models.catalog.kinds import Availability, OptionKind
from models.catalog.lists import item
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.papers.facts import Watermark
from models.sales import lists
from models.sales.contract_actions import draft_contract
from models.sales.finance import FinanceMethod
from models.sales.lists import contract_view
from models.sales.open_points import OpenKind, still_open
from models.sales.paper_facts import contract_paper, quote_paper
from models.sales.question_actions import answer_question, ask_question
from models.sales.quote_actions import LineForm, OfferForm, QuoteForm, offer_quote, save_quote, start_quote
from models.sales.quote_approval_actions import approve_quote, submit_quote
from models.sales.quote_paper_facts import compared, comparison_paper, comparison_watermark, schedule_paper
from models.sales.trial_order import trial_order_paper
from tests.models.shops import CAR_COST, CAR_PRICE, Shop, car_line, customer, quote

TRADE_IN = LineForm("trade_in", "大众 迈腾", -5_800_000)
LOAN = OfferForm(FinanceMethod.EQUAL_INSTALMENTS, 5_000_000, 36, 360, 100_000, "工行", chosen=True)
NOW = clock.now()
TODAY = clock.local(NOW).date()


@pytest.fixture(autouse=True)
def one_day() -> Iterator[None]:
    """It stays the day that the expected answers are reckoned from, though midnight pass."""
    with clock.standing_at(NOW):
        yield


@pytest.fixture
def options(shop: Shop) -> dict[str, int]:
    """The car in two colours and with a roof, in transit; the ids of its options by their names."""
    change_item(
        *(shop.owner, shop.car, 1),
        ItemForm(
            *("V7", "vehicle", "澜川 V7", CAR_PRICE, "旗舰版", "辆"),
            options=(
                OptionForm(OptionKind.OPTION, "天窗", 600_000, 400_000),
                OptionForm(OptionKind.COLOUR, "红", 0),
                OptionForm(OptionKind.COLOUR, "白", 300_000, 200_000),
            ),
            stock=StockForm(
                *(Availability.IN_TRANSIT, TODAY + timedelta(days=6), 0, "红色 1 台"),
                *("红色最后一台", TODAY + timedelta(days=3)),
            ),
        ),
    )
    return {each.name: each.id for each in item(shop.owner, shop.car).options}


def started(shop: Shop, *lines: LineForm, customer_id: int = 0, **rest: object) -> int:
    return start_quote(shop.consultant, customer_id or customer(shop), QuoteForm(lines, **rest)).id


def picked_car(shop: Shop, *ids: int, more: int = 0) -> LineForm:
    return replace(car_line(shop), unit_price=CAR_PRICE + more, spec="旗舰版", options=ids)


def test_options_and_colour_add_to_price_and_cost(shop: Shop, options: dict[str, int]) -> None:
    quote_id = started(shop, picked_car(shop, options["天窗"], options["白"], more=900_000))
    (line,) = lists.quote_view(shop.owner, quote_id).lines
    assert [(each.name, each.price) for each in line.options] == [("白", 300_000), ("天窗", 600_000)]
    assert (line.listed, line.cost) == (CAR_PRICE + 900_000, CAR_COST + 600_000)
    assert line.amount == CAR_PRICE + 900_000
    (group,) = quote_paper(quote_id, "zh_CN").groups
    assert group.lines[0].spec == "白 · 天窗 · 旗舰版"
    contract_id = draft_contract(shop.consultant, quote_id).id
    (copied,) = contract_view(shop.consultant, contract_id).lines
    assert (copied.spec, copied.amount) == ("白 · 天窗 · 旗舰版", CAR_PRICE + 900_000)
    assert contract_view(shop.consultant, contract_id).subject["colour"] == "白"


def test_what_was_picked_stays_when_the_catalogue_changes(shop: Shop, options: dict[str, int]) -> None:
    quote_id = started(shop, picked_car(shop, options["天窗"], more=600_000))
    change_item(shop.owner, shop.car, 2, ItemForm("V7", "vehicle", "澜川 V7", CAR_PRICE, options=()))
    (line,) = lists.quote_view(shop.owner, quote_id).lines
    assert [each.name for each in line.options] == ["天窗"]
    save_quote(shop.consultant, quote_id, 1, QuoteForm((picked_car(shop, options["天窗"], more=600_000),)))


@pytest.mark.parametrize("wrong", [("红", "白"), ("天窗", "天窗"), ("没有",)])
def test_only_the_goods_own_options_and_one_colour(shop: Shop, options: dict[str, int], wrong: tuple[str, ...]) -> None:
    file_id = customer(shop)
    mats = LineForm("accessory", "脚垫", 80_000, item_id=shop.mats, options=(options["红"],))
    for line in (picked_car(shop, *(options.get(name, 999) for name in wrong)), mats):
        with pytest.raises(RuleError) as refused:
            started(shop, line, customer_id=file_id)
        assert refused.value.field == "lines.0.options"
    assert lists.quotes_of(file_id) == []


def test_leaving_out_the_price_of_an_option_is_a_discount(shop: Shop, options: dict[str, int]) -> None:
    quote_id = started(shop, picked_car(shop, options["天窗"], options["白"]))
    assert lists.quote_view(shop.consultant, quote_id).beyond_authority is not None
    cheaper = replace(car_line(shop), unit_price=CAR_PRICE - 379_601)
    assert lists.quote_view(shop.consultant, started(shop, cheaper)).beyond_authority is not None


def test_a_trade_in_is_taken_off_exactly_and_waits_for_the_manager(shop: Shop) -> None:
    quote_id = started(shop, car_line(shop), TRADE_IN, whole_discount=1)
    view = lists.quote_view(shop.consultant, quote_id)
    assert view.row.total == CAR_PRICE - 5_800_000 - 1
    paper = quote_paper(quote_id, "zh_CN")
    assert paper.total == sum(row.amount for row in paper.make_up) == sum(stage.amount for stage in paper.plan)
    assert paper.total == sum(group.subtotal for group in paper.groups) - paper.whole_discount == view.row.total
    with pytest.raises(RuleError, match="beyond your authority"):
        offer_quote(shop.consultant, quote_id)
    submit_quote(shop.consultant, quote_id)
    approve_quote(shop.manager, quote_id)
    contract_id = draft_contract(shop.consultant, quote_id).id
    contract = contract_view(shop.consultant, contract_id)
    assert contract.row.total == view.row.total == sum(stage.amount for stage in contract.stages)
    assert contract_paper(contract_id, "en").total == view.row.total


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ((replace(TRADE_IN, unit_price=1),), "lines.0.unit_price"),
        ((LineForm("vehicle", "x", -1),), "lines.0.unit_price"),
        ((LineForm("vehicle", "x", 1), replace(TRADE_IN, unit_price=-2)), "lines"),
        ((LineForm("vehicle", "x", 10), replace(TRADE_IN, unit_price=-2, discount=1)), "lines.1.discount"),
        ((LineForm("vehicle", "x", 10**14),), "lines.0.unit_price"),
        ((LineForm("vehicle", "x", 1, quantity=0),), "lines.0.quantity"),
        ((LineForm("vehicle", "x", 100, discount=101),), "lines.0.discount"),
        ((LineForm("vehicle", "x", 100),) * 300, "lines"),
    ],
)
def test_bad_lines_are_refused_at_their_field(shop: Shop, lines: tuple[LineForm, ...], field: str) -> None:
    with pytest.raises(RuleError) as refused:
        started(shop, *lines)
    assert refused.value.field == field


def test_the_cost_of_a_free_line_is_kept_by_who_may_see_it(shop: Shop) -> None:
    free = LineForm("service", "上门", 30_000)
    quote_id = started(shop, free)
    with pytest.raises(NotAllowed):
        save_quote(shop.consultant, quote_id, 1, QuoteForm((replace(free, cost=1),)))
    save_quote(shop.owner, quote_id, 1, QuoteForm((replace(free, cost=25_000),)))
    save_quote(shop.consultant, quote_id, 2, QuoteForm((replace(free, unit_price=20_000), car_line(shop))))
    assert [line.cost for line in lists.quote_view(shop.owner, quote_id).lines] == [25_000, CAR_COST]
    assert [line.cost for line in lists.quote_view(shop.consultant, quote_id).lines] == [None, None]


def test_offers_go_with_the_quote_and_its_next_version(shop: Shop) -> None:
    quote_id = started(shop, car_line(shop), offers=(replace(LOAN, chosen=False), LOAN))
    assert lists.quote_view(shop.consultant, quote_id).offers == (replace(LOAN, chosen=False), LOAN)
    paper = quote_paper(quote_id, "en")
    assert [column.title for column in paper.finance] == ["Cash", "工行", "工行"]
    assert [column.chosen for column in paper.finance] == [False, False, True]
    assert paper.finance[0].cost == paper.total
    offer_quote(shop.consultant, quote_id)
    second = save_quote(shop.consultant, quote_id, 2, QuoteForm((car_line(shop),), offers=(LOAN,))).id
    assert len(lists.quote_view(shop.consultant, quote_id).offers) == 2
    assert lists.quote_view(shop.consultant, second).offers == (LOAN,)


@pytest.mark.parametrize(
    ("offers", "field"),
    [
        ((replace(LOAN, down_payment=CAR_PRICE),), "offers.0.down_payment"),
        ((LOAN, LOAN), "offers"),
        ((replace(LOAN, chosen=False),) * 4, "offers"),
        ((replace(LOAN, months=0),), "offers.0.months"),
        ((replace(LOAN, name="长" * 61),), "offers.0.name"),
    ],
)
def test_offers_that_cannot_be_are_refused(shop: Shop, offers: tuple[OfferForm, ...], field: str) -> None:
    with pytest.raises(RuleError) as refused:
        started(shop, car_line(shop), offers=offers)
    assert refused.value.field == field


def test_the_schedule_is_that_of_the_chosen_offer(shop: Shop) -> None:
    quote_id = started(shop, car_line(shop), offers=(LOAN,))
    paper = schedule_paper(quote_id, "zh_CN")
    assert len(paper.rows) == 36
    assert sum(row.principal for row in paper.rows) == paper.offer.loan == CAR_PRICE - 5_000_000
    assert sum(row.payment for row in paper.rows) + paper.offer.down_payment + paper.offer.fee == paper.offer.cost
    with pytest.raises(RuleError, match="finance offer"):
        schedule_paper(started(shop, car_line(shop)), "zh_CN")


def test_the_strip_tells_what_the_catalogue_told_that_day(shop: Shop, options: dict[str, int]) -> None:
    quote_id = started(shop, car_line(shop))
    stock, delivery, holds = quote_paper(quote_id, "en").strip
    day, until = (TODAY + timedelta(days=6)).isoformat(), (TODAY + timedelta(days=3)).isoformat()
    assert stock.value == f"In transit, expected {day}"
    assert stock.remark == f"澜川 V7; 红色 1 台; told on {TODAY}; 红色最后一台, until {until}"
    assert delivery.value == day
    assert holds.value == "Contract and deposit"
    printed = quote_paper(quote_id, "en")
    gone = StockForm(Availability.UNAVAILABLE)
    change_item(shop.owner, shop.car, 2, ItemForm("V7", "vehicle", "澜川 V7", CAR_PRICE, stock=gone))
    assert quote_paper(quote_id, "en") == printed
    assert lists.quote_view(shop.consultant, quote_id).lines[0].stock.availability is Availability.UNAVAILABLE
    later = save_quote(
        shop.consultant, quote_id, 1, QuoteForm((car_line(shop),), expected_on=TODAY + timedelta(days=40))
    ).id
    assert [fact.value for fact in quote_paper(later, "en").strip[:2]] == [
        "Not available",
        (TODAY + timedelta(days=40)).isoformat(),
    ]


def test_a_quote_of_which_nothing_is_told_has_no_strip(shop: Shop) -> None:
    assert quote_paper(quote(shop, customer(shop)), "zh_CN").strip == ()
    with pytest.raises(RuleError) as refused:
        started(shop, car_line(shop), expected_on=TODAY - timedelta(days=1))
    assert refused.value.field == "expected_on"


def test_quotes_side_by_side(shop: Shop, options: dict[str, int]) -> None:
    file_id = customer(shop)
    film = LineForm("accessory", "隔热膜", 200_000)
    one = started(shop, car_line(shop), film, customer_id=file_id)
    with pytest.raises(RuleError, match="two to 4"):
        comparison_paper(file_id, "en")
    red = picked_car(shop, options["红"])
    other = started(shop, red, replace(film, quantity=150), offers=(LOAN,), whole_discount=500, customer_id=file_id)
    offer_quote(shop.consultant, other)
    paper = comparison_paper(file_id, "en")
    assert [(each.number[-4:], each.state) for each in paper.quotes] == [("0001", "Draft"), ("0002", "Offered")]
    assert paper.number.endswith("-0001/0002")
    rows = {row.label: row for section in paper.sections for row in section.rows}
    assert rows["澜川 V7"].cells == ("189,800.00", "")
    assert rows["澜川 V7 · 红"].cells == ("", "189,800.00")
    assert rows["隔热膜"].cells == ("2,000.00", "1.5 × = 3,000.00")
    assert rows["Total"].cells == ("191,800.00", "192,795.00")
    assert rows["Vehicle"].differs is False
    assert rows["Total"].differs is rows["隔热膜"].differs is True
    assert rows["Way to pay"].cells == ("", "工行")
    totals = [each.total for each in paper.quotes]
    assert totals == [lists.quote_rows([each])[0].total for each in (one, other)]
    assert comparison_watermark(file_id) is Watermark.DRAFT
    newest = save_quote(shop.consultant, other, 2, QuoteForm((red,))).id
    editions = compared([other, newest], "en")
    assert [each.version for each in editions.quotes] == [1, 2]
    assert comparison_paper(file_id, "en").edition == 2


def test_a_trial_order_stores_nothing(shop: Shop, options: dict[str, int]) -> None:
    quote_id = started(shop, picked_car(shop, options["红"]), TRADE_IN, expected_on=TODAY + timedelta(days=9))
    before = lists.contract_ids()
    paper = trial_order_paper(quote_id, "en")
    assert lists.contract_ids() == before == []
    assert lists.quote_view(shop.consultant, quote_id).row.state.value == "draft"
    assert paper.title.startswith("Trial order: ")
    assert (paper.number, paper.approvals) == (lists.quote_rows([quote_id])[0].number, ())
    assert paper.total == CAR_PRICE - 5_800_000 == sum(row.amount for row in paper.plan)
    assert paper.buyer_names == ("欧阳䶮",)
    facts = {each.label: each.value for each in paper.subject}
    assert (facts["Model"], facts["Colour"], facts["Hand-over"]) == (
        *("澜川 V7", "红"),
        (TODAY + timedelta(days=9)).isoformat(),
    )


def test_what_is_still_open_with_a_customer(shop: Shop, options: dict[str, int]) -> None:
    file_id = customer(shop)
    quote_id = started(shop, car_line(shop, 900_000), customer_id=file_id, valid_days=1)
    ask_question(shop.reception, file_id, "能否加装拖钩？")
    submit_quote(shop.consultant, quote_id)
    points = still_open(shop.consultant, file_id)
    assert [each.kind for each in points] == [OpenKind.QUESTION, OpenKind.NEEDS, OpenKind.APPROVAL, OpenKind.STOCK]
    assert points[0].text == "能否加装拖钩？"
    with pytest.raises(RuleError):
        answer_question(shop.consultant, points[0].question_id, "")
    answer_question(shop.consultant, points[0].question_id, "可以，2,000 元")
    with pytest.raises(RuleError, match="already"):
        answer_question(shop.consultant, points[0].question_id, "不行")
    approve_quote(shop.manager, quote_id)
    offer_quote(shop.consultant, quote_id)
    assert [each.kind for each in still_open(shop.consultant, file_id)] == [
        *(OpenKind.NEEDS, OpenKind.VALIDITY),
        OpenKind.STOCK,
    ]
    draft_contract(shop.consultant, quote_id)
    with clock.standing_at(datetime.now(UTC) + timedelta(days=5)):
        (needs, facts) = still_open(shop.consultant, file_id)
    assert (needs.kind, facts.kind) == (OpenKind.NEEDS, OpenKind.FACTS)
    assert "still missing" in facts.text
