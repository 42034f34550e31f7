"""Every shipped trade file is complete, in all three languages, and fit to print; a bad one is refused at its field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from models.kernel.errors import RuleError
from models.kernel.i18n import LANGUAGES
from models.kernel.permissions import Role
from models.trades import files
from models.trades.rules import contract_texts
from models.trades.template import CategoryKind, DueEvent, Fen, FieldKind, Percent, Trade

CAR = Path(__file__).parents[3] / "resources" / "trades" / "car_dealership.toml"
TRADES = ("car_dealership", "furniture", "renovation", "wedding", "design_studio")
FOREIGN_WORDS = {
    "zh_CN": re.compile(r"合約|訂金|订金|合约(?!定)|訂|約|質|專案|軟體"),
    "zh_TW": re.compile(r"合同|定金|合约|質量|台账|信息|視頻|软件|傢俱|專案[^經]"),
}
"""What the glossary has the other Chinese say."""
HAN = "\u3400-\u9fff"
CROWDED = re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9%²][{HAN}]")
DOUBLE_MARKS = re.compile(r"[，。；：、）》」！？（《「][，。；：、）》（《「！？]")


def texts_of(part: object, place: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text per language in ``part``, with its place."""
    if isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from texts_of(getattr(part, name), f"{place}.{name}")
    elif isinstance(part, tuple):
        for number, each in enumerate(part):
            yield from texts_of(each, f"{place}[{number}]")
    elif isinstance(part, dict) and all(isinstance(each, dict) for each in part.values()):
        for name, each in part.items():
            yield from texts_of(each, f"{place}.{name}")
    elif isinstance(part, dict):
        yield place, part


@pytest.fixture(params=TRADES)
def trade(request: pytest.FixtureRequest) -> Trade:
    return files.load(request.param)


def test_the_five_trades_stand_in_their_order() -> None:
    assert files.available() == list(TRADES)


def test_file_name_and_code_agree(trade: Trade) -> None:
    assert files.load(trade.code) is trade


def test_every_text_speaks_all_languages(trade: Trade) -> None:
    found = list(texts_of(trade))
    assert len(found) > 200
    lacking = [place for place, texts in found if set(texts) != set(LANGUAGES)]
    assert lacking == []


def test_chinese_texts_keep_to_the_glossary_and_to_the_care_of_text(trade: Trade) -> None:
    wrong = [
        (place, language, match[0])
        for place, texts in texts_of(trade)
        for language, foreign in FOREIGN_WORDS.items()
        for pattern in (foreign, CROWDED, DOUBLE_MARKS)
        if (match := pattern.search(texts[language]))
    ]
    assert wrong == []


def test_headings_carry_no_end_mark_and_clauses_do(trade: Trade) -> None:
    headings = [article.title for article in trade.contract.articles] + [trade.contract.title]
    assert not any(text.endswith(("。", ".")) for heading in headings for text in heading.values())
    assert all(text.endswith(("。", ".")) for _place, texts in contract_texts(trade) for text in texts.values())


def test_the_same_fields_stand_in_every_language_of_a_clause(trade: Trade) -> None:
    for place, texts in contract_texts(trade):
        assert len({frozenset(re.findall(r"\{(\w+)\}", text)) for text in texts.values()}) == 1, place


def test_contract_has_the_articles_a_customer_may_expect(trade: Trade) -> None:
    titles = [article.title["zh_CN"] for article in trade.contract.articles]
    assert 9 <= len(titles) <= 11
    assert {"违约责任", "争议解决", "附则"} <= set(titles)
    assert any("个人信息" in title for title in titles)
    assert any("解除" in title for title in titles)
    assert all(1 <= len(article.clauses) <= 4 for article in trade.contract.articles)


def test_owner_may_discount_anything_and_others_less(trade: Trade) -> None:
    by_role = {limit.role: limit for limit in trade.discount_limits if limit.category is None}
    assert by_role[Role.OWNER].percent is None
    assert by_role[Role.OWNER].amount is None
    assert by_role[Role.SALES].percent < by_role[Role.SALES_MANAGER].percent


def test_dated_stages_get_their_day_from_the_subject(trade: Trade) -> None:
    given = {field.event for field in trade.contract.subject_fields} | {DueEvent.SIGNING}
    asked = {stage.due.event for plan in trade.payment_plans for stage in plan.stages}
    assert asked <= given


def test_sample_goods_cover_every_category_at_believable_prices(trade: Trade) -> None:
    assert 25 <= len(trade.demo.items) <= 40
    sold = {category.code for category in trade.categories if category.kind is not CategoryKind.DEDUCTION}
    assert {item.category for item in trade.demo.items} == sold - {"part"}, "parts have a shelf of their own"
    kinds = {category.code: category.kind for category in trade.categories}
    for item in trade.demo.items:
        if kinds[item.category] is CategoryKind.PASS_THROUGH:
            assert item.price == item.cost, item.code
        else:
            assert 0 < item.cost < item.price < 10 * item.cost, item.code
        assert all(option.cost < option.price for option in item.options), item.code


def test_intent_levels_are_those_of_c5_in_order(trade: Trade) -> None:
    assert [level.code for level in trade.intent_levels] == ["h", "a", "b", "c", "n"]
    contacts = [level.contact_within_days for level in trade.intent_levels]
    assert contacts == sorted(contacts)
    assert trade.intent_levels[-1].buys_within_days is None


def test_the_plans_of_the_trades_table() -> None:
    def told(code: str, plan: int = 0) -> list[tuple[int | None, int | None, DueEvent, int]]:
        stages = files.load(code).payment_plans[plan].stages
        return [(stage.share, stage.amount, stage.due.event, stage.due.days) for stage in stages]

    assert told("car_dealership") == [(None, 10_000_00, DueEvent.SIGNING, 0), (None, None, DueEvent.DELIVERY, -1)]
    assert told("furniture") == [(30_00, None, DueEvent.SIGNING, 0), (70_00, None, DueEvent.DELIVERY, -1)]
    assert told("renovation") == [
        (55_00, None, DueEvent.SIGNING, 0),
        (40_00, None, DueEvent.PROGRESS, 0),
        (5_00, None, DueEvent.ACCEPTANCE, 0),
    ]
    assert told("wedding")[0] == (None, 1_000_00, DueEvent.SIGNING, 0)
    assert told("wedding")[-1] == (None, None, DueEvent.EVENT_DAY, -7)
    assert told("design_studio") == [
        (50_00, None, DueEvent.SIGNING, 7),
        (30_00, None, DueEvent.APPROVAL, 7),
        (20_00, None, DueEvent.DELIVERY, 0),
    ]


def test_c5_and_c7_defaults_of_the_car_dealership() -> None:
    car = files.load("car_dealership")
    days = [(level.buys_within_days, level.contact_within_days) for level in car.intent_levels]
    assert days == [(7, 2), (15, 4), (30, 7), (90, 15), (None, 30)]
    assert (car.protection.days, car.protection.most) == (30, 20)
    assert (car.invoice_from_share, car.overdue_interest_per_day, car.quote_valid_days) == (60_00, 5, 7)
    assert [field.code for field in car.contract.subject_fields if field.kind is FieldKind.VIN] == ["vin"]


def test_a_store_keeps_its_own_copy_unchanged(trade: Trade) -> None:
    again = files.from_json(files.to_json(trade))
    assert again == trade
    assert isinstance(again.countersign_above, Fen)
    assert isinstance(again.invoice_from_share, Percent)


def test_unknown_trade_is_refused() -> None:
    with pytest.raises(RuleError) as refusal:
        files.load("no_such_trade")
    assert refusal.value.field == "code"


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("order = 1", 'order = "1"', "order"),
        ("quote_valid_days = 7", "quote_valid_days = -7", "quote_valid_days"),
        ('countersign_above = "100000.00"', "countersign_above = 100000", "countersign_above"),
        ('countersign_above = "100000.00"', 'countersign_above = "-1"', "countersign_above"),
        ('invoice_from_share = "60.00"', 'invoice_from_share = "101"', "invoice_from_share"),
        ('{ code = "vehicle",', '{ code = "Vehicle!",', "categories[0].code"),
        ('role = "owner"', 'role = "boss"', "discount_limits[6].role"),
        ('event = "signing"', 'event = "some_day"', "payment_plans[0].stages[0].due.event"),
        ('amount = "10000.00"', 'amount = "10000.00"\nrest = true', "payment_plans[0].stages[0]"),
        ('\nshare = "60.00"', '\namount = "60.00"\nshare = "60.00"', "payment_plans[1].stages[2]"),
        ('\nshare = "60.00"', "\nrest = true", "payment_plans[1].stages"),
        ('share = "100.00"', 'share = "99.99"', "payment_plans[2].stages"),
        ('share = "100.00"', 'amount = "1.00"', "payment_plans[2].stages"),
        ("{delivery_place}", "{delivery_plaza}", "contract.articles[0].clauses[0]"),
        ("{buyer}", "{cost}", "contract.preamble"),
        ('code = "mats"', 'code = "boot_mat"', "demo.items[13].code"),
        ('category = "service"', 'category = "magic"', "demo.items[22].category"),
        ('category = "accessory" },', 'category = "magic" },', "discount_limits[1].category"),
        ("main_goods =", "main_good =", "words.main_good"),
        ('code = "brand"', 'code = "buyer"', "contract.subject_fields[0].code"),
        (
            'kind = "date", required = true, event',
            'kind = "text", required = true, event',
            "contract.subject_fields[10].event",
        ),
    ],
)
def test_a_bad_file_is_refused_at_its_field(right: str, wrong: str, field: str) -> None:
    good = CAR.read_text("utf-8")
    assert right in good
    with pytest.raises(RuleError) as refusal:
        files.from_toml(good.replace(right, wrong, 1))
    assert refusal.value.field == field


def test_a_file_that_is_no_toml_and_an_unknown_name_are_refused() -> None:
    good = CAR.read_text("utf-8")
    for bad in ("code = ", good + "\nno = 1 2", good.replace("order = 1", "order = 1\nweather = 2"), "{"):
        with pytest.raises(RuleError, match="trade file"):
            files.from_toml(bad)


def test_a_copy_that_is_no_json_is_refused() -> None:
    with pytest.raises(RuleError, match="trade file"):
        files.from_json("{")
