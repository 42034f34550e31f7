"""The shop's own terms: changed at the field, other languages kept, and nothing that does not hang together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.kernel.permissions import Role
from models.sales.contract_actions import draft_contract
from models.sales.lists import contract_view
from models.sales.quote_actions import offer_quote
from models.shop.profile import trade
from models.shop.terms_actions import (
    ArticleForm,
    LimitForm,
    PlanForm,
    StageForm,
    TermsForm,
    article_forms,
    change_articles,
    change_limits,
    change_plan,
    change_terms,
    plan_form,
)
from models.trades.template import DueEvent
from tests.models.shops import Shop, customer, quote, signed_contract

TERMS = TermsForm(14, 20_000_000, 50_00, 3)
THIRDS = PlanForm(
    "三次付清",
    (
        StageForm("首付", "签约时", share=30_00, deposit=True),
        StageForm("中期", "到货时", DueEvent.DELIVERY, -7, share=40_00),
        StageForm("尾款", "交车时", DueEvent.DELIVERY),
    ),
)


def test_limits_count_from_the_next_quote(shop: Shop) -> None:
    change_terms(shop.owner, TERMS)
    now = trade()
    assert (now.quote_valid_days, now.countersign_above, now.invoice_from_share) == (14, 20_000_000, 50_00)
    assert now.overdue_interest_per_day == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"quote_valid_days": 0}, "quote_valid_days"),
        ({"invoice_from_share": 100_01}, "invoice_from_share"),
        ({"overdue_interest_per_day": -1}, "overdue_interest_per_day"),
        ({"countersign_above": 10**15}, "countersign_above"),
    ],
)
def test_a_limit_beyond_sense_is_refused_at_its_field(shop: Shop, changes: dict[str, Any], field: str) -> None:
    before = trade()
    with pytest.raises(RuleError) as caught:
        change_terms(shop.owner, replace(TERMS, **changes))
    assert caught.value.field == field
    assert trade() == before


def test_discount_limits_bind_the_next_offer(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop), 500_00)
    change_limits(shop.owner, (LimitForm(Role.SALES, percent=0), LimitForm(Role.SALES_MANAGER), LimitForm(Role.OWNER)))
    with pytest.raises(RuleError):
        offer_quote(shop.consultant, quote_id)
    change_limits(shop.owner, (LimitForm(Role.SALES, amount=500_00), LimitForm(Role.OWNER)))
    offer_quote(shop.consultant, quote_id)


@pytest.mark.parametrize(
    ("limits", "field"),
    [
        ((LimitForm(Role.SALES), LimitForm(Role.SALES, percent=1)), "1.role"),
        ((LimitForm(Role.SALES, percent=100_01),), "0.percent"),
        ((LimitForm(Role.OWNER), LimitForm(Role.SALES, amount=-1)), "1.amount"),
    ],
)
def test_a_wrong_limit_is_told_at_its_row(shop: Shop, limits: tuple[LimitForm, ...], field: str) -> None:
    with pytest.raises(RuleError) as caught:
        change_limits(shop.owner, limits)
    assert caught.value.field == field


def test_a_new_plan_is_at_hand_in_every_language(shop: Shop) -> None:
    change_plan(shop.owner, "zh_CN", THIRDS)
    plan = trade().payment_plans[-1]
    assert {pick(plan.name, language) for language in ("en", "zh_CN", "zh_TW")} == {"三次付清"}
    assert [stage.rest for stage in plan.stages] == [False, False, True]
    again = plan_form(plan, "zh_CN")
    change_plan(shop.owner, "zh_TW", replace(again, name="分三期"))
    renamed = trade().payment_plans[-1]
    assert (renamed.code, pick(renamed.name, "zh_TW"), pick(renamed.name, "zh_CN")) == (plan.code, "分三期", "三次付清")


def test_contracts_keep_the_stages_they_were_made_with(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    before = contract_view(shop.owner, contract_id).stages
    first = plan_form(trade().payment_plans[0], "en")
    half = replace(first.stages[0], share=50_00, amount=None)
    change_plan(shop.owner, "en", replace(first, stages=(half, first.stages[1])))
    assert contract_view(shop.owner, contract_id).stages == before
    other = quote(shop, customer(shop, "李四", "138 0000 0002"))
    assert contract_view(shop.owner, draft_contract(shop.consultant, other).id).stages[0].share == 50_00


@pytest.mark.parametrize(
    ("stages", "field"),
    [
        ((), "stages"),
        ((StageForm("一", "x", share=50_00), StageForm("二", "x", share=49_99)), "stages"),
        ((StageForm("一", "x", share=50_00), StageForm("二", "x", share=50_01)), "stages"),
        ((StageForm("一", "x"), StageForm("二", "x")), "stages"),
        ((StageForm("一", "x", amount=1),), "stages"),
        ((StageForm("", "x"),), "stages.0.name"),
        ((StageForm("一", "x", share=0), StageForm("二", "x")), "stages.0.value"),
        ((StageForm("一", "x", amount=0), StageForm("二", "x")), "stages.0.value"),
        ((StageForm("一", "x", days=99999),), "stages.0.days"),
    ],
)
def test_a_plan_that_does_not_sum_up_is_refused(shop: Shop, stages: tuple[StageForm, ...], field: str) -> None:
    before = trade()
    with pytest.raises(RuleError) as caught:
        change_plan(shop.owner, "zh_CN", PlanForm("自定", stages))
    assert caught.value.field == field
    assert trade() == before


def test_articles_change_in_one_language_and_keep_the_others(shop: Shop) -> None:
    before = article_forms(trade(), "zh_CN")
    english = article_forms(trade(), "en")
    changed = [*before[1:], ArticleForm("补充", ("定金 {deposit} 元 <b>不退</b>",))]
    change_articles(shop.owner, "zh_CN", tuple(changed))
    assert article_forms(trade(), "zh_CN") == changed
    assert article_forms(trade(), "en")[:-1] == english[1:]
    change_articles(shop.owner, "zh_CN", tuple(reversed(changed)))
    assert article_forms(trade(), "en")[1:] == list(reversed(english[1:]))


@pytest.mark.parametrize(
    ("article", "field"),
    [
        (ArticleForm("", ("x",)), "0.title"),
        (ArticleForm("标题", ("  ",)), "0.clauses"),
        (ArticleForm("标题", ("见 {nothing}",)), "0.clauses"),
        (ArticleForm("标题", ("x" * 2001,)), "0.clauses"),
    ],
)
def test_a_wrong_article_is_told_at_its_place(shop: Shop, article: ArticleForm, field: str) -> None:
    with pytest.raises(RuleError) as caught:
        change_articles(shop.owner, "zh_CN", (article,))
    assert caught.value.field == field
