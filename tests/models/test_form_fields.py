"""What is wrong in a line, a party or a fact of a contract is said at its own field, and what is right is tidied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.kernel.errors import RuleError
from models.sales.contract_actions import draft_contract, fill_contract
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.lists import contract_view
from models.sales.quote_actions import QuoteForm, start_quote
from models.trades import files
from models.trades.rules import plan_stages
from models.trades.template import DueEvent
from tests.models.shops import SUBJECT, Shop, car_line, customer, quote


@pytest.mark.parametrize("field", ["name", "spec", "unit"])
@pytest.mark.parametrize("text", ["长" * 10_000, "\ud800"])
def test_a_text_that_a_line_cannot_hold_is_told_at_its_line(shop: Shop, field: str, text: str) -> None:
    lines = car_line(shop), replace(car_line(shop), **{field: text})
    with pytest.raises(RuleError) as refused:
        start_quote(shop.consultant, customer(shop), QuoteForm(lines))
    assert refused.value.field == f"lines.1.{field}"


def filled(shop: Shop, contract_id: int, second: PartyForm, **facts: str) -> dict[str, str]:
    """The facts of a draft after it was filled in."""
    form = ContractForm((PartyForm("欧阳䶮"), second), {**SUBJECT, **facts})
    fill_contract(shop.consultant, contract_id, contract_view(shop.consultant, contract_id).version, form)
    return contract_view(shop.consultant, contract_id).subject


@pytest.mark.parametrize("field", ["name", "id_number", "address"])
def test_a_text_that_a_party_cannot_hold_is_told_at_the_party(shop: Shop, field: str) -> None:
    draft = draft_contract(shop.consultant, quote(shop, customer(shop))).id
    with pytest.raises(RuleError) as refused:
        filled(shop, draft, replace(PartyForm("王五"), **{field: "长" * 10_000}))
    assert refused.value.field == f"parties.1.{field}"


def test_facts_are_kept_as_the_contract_prints_them(shop: Shop) -> None:
    draft = draft_contract(shop.consultant, quote(shop, customer(shop))).id
    kept = filled(shop, draft, PartyForm("王五"), vin="ｌｙｈ7v2a5-8ta 000317", quantity="１.50", colour="{price} <b>")
    assert (kept["vin"], kept["quantity"], kept["colour"]) == ("LYH7V2A58TA000317", "1.5", "{price} <b>")
    with pytest.raises(RuleError) as refused:
        filled(shop, draft, PartyForm("王五"), colour="\ud800")
    assert refused.value.field == "subject.colour"


@pytest.mark.parametrize("day", [date.min, date.max])
def test_stages_of_an_event_at_the_end_of_the_calendar(day: date) -> None:
    signed_on = date(2026, 11, 21)
    for code in files.available():
        for plan in files.load(code).payment_plans:
            stages = plan_stages(plan, 100_000, signed_on, dict.fromkeys(DueEvent, day))
            assert all(stage.due is None or stage.due >= signed_on for stage in stages)
