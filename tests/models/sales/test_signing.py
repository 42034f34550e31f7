"""Empty contracts, clauses of one's own, signatures, and the signed paper that is the same years later (S6)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pypdf
import pytest
from PIL import Image

import reports
from models.catalog.actions import ItemForm, change_item
from models.customers.actions import FileForm, edit_file
from models.customers.lists import customer_file
from models.kernel import clock, i18n, store
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind, Printing
from models.papers.lists import attachments
from models.sales import contract_actions as contracts
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.lists import contract_view
from models.sales.paper_facts import contract_paper
from models.sales.quote_forms import LineForm
from models.sales.signatures import Signature
from models.sales.supplement_states import SignedHow
from models.shop.actions import change_profile
from models.shop.look_actions import change_paper_looks
from models.shop.paper_look import PaperLooks
from models.shop.profile import profile, write_trade
from models.trades import files, rules
from reports import prints
from tests.models.sales.lives import MATS, amended
from tests.models.shops import (
    CAR_PRICE,
    SUBJECT,
    Shop,
    approve_fully,
    car_line,
    customer,
    filled_contract,
    quote,
)
from tests.reports.samples import squeezed, words

BUYERS = (PartyForm("欧阳䶮", "990102199003070011", "138 1234 5678", "某路"), PartyForm("葉靜宜"))
CLAUSES = "赠送<b>首保</b>一次\n价格 {total} 与 {{x}} 照印 & 如所写"


def approved(shop: Shop, form: ContractForm) -> int:
    """A contract over one car filled in with ``form``, approved."""
    contract_id = contracts.draft_contract(shop.consultant, quote(shop, customer(shop))).id
    contracts.fill_contract(shop.consultant, contract_id, contract_view(shop.consultant, contract_id).version, form)
    contracts.submit_contract(shop.consultant, contract_id)
    approve_fully(shop, contract_id)
    return contract_id


def test_an_empty_contract_gets_its_goods_typed(shop: Shop) -> None:
    contract_id = contracts.start_contract(shop.consultant, customer(shop)).id
    view = contract_view(shop.consultant, contract_id)
    assert (view.row.total, view.lines, view.quote_id) == (0, (), None)
    assert "lines" in view.missing
    lines = (car_line(shop, 100_000), LineForm("accessory", "一次性礼品", 10_000))
    form = ContractForm(BUYERS[:1], SUBJECT, lines=lines, whole_discount=5_000)
    contracts.fill_contract(shop.consultant, contract_id, view.version, form)
    view = contract_view(shop.owner, contract_id)
    assert view.row.total == CAR_PRICE - 100_000 + 10_000 - 5_000 == sum(stage.amount for stage in view.stages)
    assert [line.cost for line in view.lines] == [17_000_000, 0]
    assert view.missing == {}
    contracts.submit_contract(shop.consultant, contract_id)
    approve_fully(shop, contract_id)
    contracts.sign_contract(shop.consultant, contract_id)
    amended(shop, contract_id)
    assert contract_view(shop.owner, contract_id).row.total == CAR_PRICE - 15_000


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (ContractForm(BUYERS[:1], SUBJECT, lines=(replace(MATS, quantity=0),)), "lines.0.quantity"),
        (ContractForm(BUYERS[:1], SUBJECT, lines=(MATS, replace(MATS, discount=99_999))), "lines.1.discount"),
        (ContractForm(BUYERS[:1], SUBJECT, lines=(MATS,), whole_discount=80_001), "whole_discount"),
        (ContractForm(BUYERS[:1], SUBJECT, clauses="长" * 8001), "clauses"),
        (ContractForm((*BUYERS, BUYERS[0]), SUBJECT), "parties"),
    ],
)
def test_what_is_refused_on_an_empty_contract(folder_shop: Shop, form: ContractForm, field: str) -> None:
    contract_id = contracts.start_contract(folder_shop.consultant, customer(folder_shop)).id
    with pytest.raises(RuleError) as refused:
        contracts.fill_contract(folder_shop.consultant, contract_id, 1, form)
    assert refused.value.field == field


def test_the_goods_of_a_quote_are_changed_on_the_quote(shop: Shop) -> None:
    contract_id = filled_contract(shop, quote(shop, customer(shop)))
    form = ContractForm(BUYERS[:1], SUBJECT, lines=(MATS,))
    with pytest.raises(RuleError) as refused:
        contracts.fill_contract(shop.consultant, contract_id, contract_view(shop.owner, contract_id).version, form)
    assert refused.value.field == "lines"


def test_clauses_are_text_and_print_as_typed(shop: Shop) -> None:
    contract_id = approved(shop, ContractForm(BUYERS, {**SUBJECT, "colour": "<i>{deposit}</i>"}, clauses=CLAUSES))
    paper = contract_paper(contract_id, "zh_CN")
    assert paper.articles[-1].clauses == tuple(CLAUSES.split("\n"))
    on_paper = printed(prints.preview(shop.owner, PaperKind.CONTRACT, contract_id, "zh_CN").pdf)
    for said in ("赠送<b>首保</b>一次", "{total}", "{{x}}", "<i>{deposit}</i>"):
        assert said in on_paper, said


def test_a_plan_that_does_not_come_to_the_whole_is_no_plan() -> None:
    template = files.load("car_dealership")
    text = json.loads(files.to_json(template))
    stages = text["payment_plans"][-1]["stages"]
    text["payment_plans"][-1]["stages"] = [{**stages[0], "share": "99.99", "rest": False}]
    text["payment_plans"][-1]["stages"][0].pop("amount", None)
    text["payment_plans"][-1]["stages"][0].pop("rest", None)
    with pytest.raises(RuleError, match="100 %"):
        rules.check(files.from_json(json.dumps(text)))


def test_signatures_drawn_on_the_screen_stand_on_the_paper(shop: Shop) -> None:
    contract_id = approved(shop, ContractForm(BUYERS, SUBJECT))
    plain = prints.preview(shop.owner, PaperKind.CONTRACT, contract_id, "zh_CN").pdf
    drawn = tuple(Signature(each.name, picture(50 + place), position=place) for place, each in enumerate(BUYERS, 1))
    with pytest.raises(RuleError) as refused:
        contracts.sign_contract(shop.consultant, contract_id, None, (Signature("x", b"%PDF-1.7"),))
    assert refused.value.field == "signatures"
    contracts.sign_contract(shop.consultant, contract_id, None, drawn)
    paper = contract_paper(contract_id, "zh_CN")
    assert [(each.position, each.name) for each in paper.signatures] == [(1, "欧阳䶮"), (2, "葉靜宜")]
    assert contract_view(shop.owner, contract_id).signed_copy
    signed = prints.preview(shop.owner, PaperKind.CONTRACT, contract_id, "zh_CN").pdf
    assert images(signed) == images(plain) + 2
    assert len(attachments("contract", contract_id)) == 2


def test_a_copy_signed_by_hand_is_filed_later(shop: Shop) -> None:
    contract_id = approved(shop, ContractForm(BUYERS, SUBJECT))
    scan = Signature("欧阳䶮", b"%PDF-1.7 scan", SignedHow.SCAN)
    with pytest.raises(RuleError, match="not signed yet"):
        contracts.file_signed_copy(shop.consultant, contract_id, scan)
    contracts.sign_contract(shop.consultant, contract_id)
    assert not contract_view(shop.owner, contract_id).signed_copy
    with pytest.raises(NotAllowed):
        contracts.file_signed_copy(shop.colleague, contract_id, scan)
    contracts.file_signed_copy(shop.consultant, contract_id, scan)
    assert contract_view(shop.owner, contract_id).signed_copy
    assert contract_paper(contract_id, "en").signatures == ()
    (kept,) = attachments("contract", contract_id)
    assert kept.name.endswith(".pdf")


@pytest.fixture
def years_later() -> Iterator[None]:
    """The clock nine years on."""
    with clock.standing_at(datetime.now().astimezone() + timedelta(days=9 * 365)):
        yield


def test_a_signed_contract_is_made_again_years_later_to_the_byte(shop: Shop, request: pytest.FixtureRequest) -> None:
    """Trade, profile, look of papers, goods, customer, seller and the clock have all changed (S6)."""
    signed = Signature("欧阳䶮", picture())
    contract_id = approved(shop, ContractForm(BUYERS[:1], SUBJECT, clauses=CLAUSES))
    contracts.sign_contract(shop.consultant, contract_id, None, (signed,))
    facts = {language: contract_paper(contract_id, language) for language in i18n.LANGUAGES}
    printing = {language: Printing(language, "孙悦", clock.now(), "A1B2-C3D4") for language in i18n.LANGUAGES}
    before = {language: reports.render(facts[language], printing[language]) for language in i18n.LANGUAGES}
    request.getfixturevalue("years_later")
    change_everything(shop, contract_id)
    for language in i18n.LANGUAGES:
        again = contract_paper(contract_id, language)
        assert again == facts[language]
        assert reports.render(again, printing[language]) == before[language]
    on_paper = printed(prints.preview(shop.owner, PaperKind.CONTRACT, contract_id, "zh_CN").pdf)
    for said in ("远航汽车", "189,800.00", "欧阳䶮"):
        assert said in on_paper
    for said in ("別的店", "新抬头", "新页脚"):
        assert said not in on_paper


def change_everything(shop: Shop, contract_id: int) -> None:
    """All that a contract is made of, and its own rows past every rule."""
    change_item(shop.owner, shop.car, 1, ItemForm("V7", "vehicle", "另一辆车", 1))
    file = customer_file(shop.owner, contract_view(shop.owner, contract_id).row.customer_id)
    edit_file(shop.consultant, file.id, file.version, FileForm("改名", phones=("13700000000",)))
    change_profile(shop.owner, replace(profile(), name="別的店", address="别处", bank="x", tax_number="1"))
    change_paper_looks(shop.owner, PaperLooks(accent="#7A1F1F", header="新抬头", footer="新页脚"))
    with store.transaction():
        write_trade(files.load("furniture"))
        run_sql("UPDATE staff SET name = 'somebody else' WHERE id = ?", shop.consultant.id)
        run_sql("UPDATE contract_line SET unit_price = 1, name = 'x'")
        run_sql("UPDATE contract_party SET name = 'x'")


def picture(width: int = 60) -> bytes:
    """A signature as the screen gives it."""
    image = io.BytesIO()
    Image.new("RGBA", (width, 20), (0, 0, 0, 128)).save(image, "PNG")
    return image.getvalue()


def images(pdf: bytes) -> int:
    """How many pictures the pages of a PDF show."""
    return sum(len(page.images) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def printed(pdf: bytes) -> str:
    """The words of all pages without spaces."""
    return squeezed("".join(words(pypdf.PdfReader(io.BytesIO(pdf)))))
