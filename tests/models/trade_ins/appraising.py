"""Appraisals for tests: filled in, approved, deducted in a quote; and every action of the area once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.sales.contract_actions import draft_contract, fill_contract, sign_contract, submit_contract
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.lists import contract_view
from models.sales.quote_actions import LineForm, QuoteForm, start_quote
from models.trade_ins.actions import (
    AppraisalForm,
    ConditionForm,
    ReferenceForm,
    add_photo,
    approve_appraisal,
    decline_appraisal,
    fill_appraisal,
    offer_appraisal,
    remove_photo,
    reopen_appraisal,
    return_appraisal,
    start_appraisal,
    submit_appraisal,
    take_in,
)
from models.trade_ins.lists import appraisal_view, areas
from models.trade_ins.states import Grade
from tests.models.delivery.handing import picture
from tests.models.shops import SUBJECT, Shop, approve_fully, car_line, customer

OLD_VIN = "LYH7V2A58TA000999"
PRICE = 5_800_000


def form(**told: object) -> AppraisalForm:
    """A whole appraisal."""
    whole = AppraisalForm(
        make="大众",
        model="迈腾 2019",
        colour="银",
        plate="浙A7K3P9",
        vin=OLD_VIN,
        registered_on=date(2019, 5, 20),
        mileage_km=86_000,
        owners=1,
        accidents="左前门喷漆",
        mortgage="",
        documents=("registration", "keys"),
        price=PRICE,
        conditions=tuple(ConditionForm(area.code, Grade.GOOD, "") for area in areas()),
        references=(ReferenceForm("二手车网", "2019 款 8 万公里", 6_100_000),),
    )
    return replace(whole, **told)  # type: ignore[arg-type]


def begun(shop: Shop, customer_id: int = 0, **told: object) -> int:
    """A draft that is filled in."""
    appraisal_id = start_appraisal(shop.consultant, customer_id or customer(shop)).id
    fill_appraisal(shop.consultant, appraisal_id, 1, form(**told))
    return appraisal_id


def approved(shop: Shop, customer_id: int = 0, **told: object) -> int:
    """An appraisal the manager approved."""
    appraisal_id = begun(shop, customer_id, **told)
    submit_appraisal(shop.consultant, appraisal_id)
    approve_appraisal(shop.manager, appraisal_id)
    return appraisal_id


def deduction(appraisal_id: int, price: int = PRICE) -> LineForm:
    """The line that deducts it."""
    return LineForm("trade_in", "大众 迈腾 2019", -price, appraisal_id=appraisal_id)


def quoted(shop: Shop, customer_id: int, appraisal_id: int, price: int = PRICE) -> int:
    """A quote over the car that deducts the appraisal."""
    lines = (car_line(shop), deduction(appraisal_id, price))
    return start_quote(shop.consultant, customer_id, QuoteForm(lines)).id


def signed(shop: Shop, customer_id: int, appraisal_id: int) -> int:
    """A signed contract that deducts it."""
    contract_id = drafted(shop, quoted(shop, customer_id, appraisal_id))
    submit_contract(shop.consultant, contract_id)
    approve_fully(shop, contract_id)
    sign_contract(shop.consultant, contract_id)
    return contract_id


def drafted(shop: Shop, quote_id: int) -> int:
    """A contract from this quote, filled in; without a VIN, so that it needs none in stock."""
    contract_id = draft_contract(shop.consultant, quote_id).id
    version = contract_view(shop.consultant, contract_id).version
    subject = {**SUBJECT, "vin": ""}
    fill_contract(shop.consultant, contract_id, version, ContractForm((PartyForm("欧阳䶮"),), subject))
    return contract_id


def appraise_everything(shop: Shop) -> None:
    """Every action of the area once."""
    file_id = customer(shop, "置换客", "13900008822")
    first = begun(shop, file_id)
    add_photo(shop.consultant, first, "左前.png", picture())
    remove_photo(shop.consultant, first, appraisal_view(shop.owner, first).photos[0].id)
    submit_appraisal(shop.consultant, first)
    return_appraisal(shop.manager, first, "价高了")
    submit_appraisal(shop.consultant, first)
    approve_appraisal(shop.manager, first)
    offer_appraisal(shop.consultant, first)
    decline_appraisal(shop.consultant, first, "价低")
    reopen_appraisal(shop.consultant, first)
    decline_appraisal(shop.consultant, first, "不换了")
    second = approved(shop, file_id)
    signed(shop, file_id, second)
    take_in(shop.consultant, second, 86_010)
