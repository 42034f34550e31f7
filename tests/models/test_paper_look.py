"""How the shop's papers look: kept, checked at the field, and no change to what was signed."""

from __future__ import annotations

import pytest

from models.kernel.errors import NotAllowed, RuleError
from models.papers.facts import PaperKind, PaperSize
from models.sales.paper_facts import contract_paper, quote_paper
from models.shop.look_actions import change_paper_looks
from models.shop.paper_look import KindLook, PaperLooks, contrast_with_white, looks
from reports import prints
from tests.models.shops import Shop, customer, quote, signed_contract


def test_looks_are_kept_and_stand_on_the_next_paper(shop: Shop) -> None:
    quote_id = quote(shop, customer(shop))
    kinds = {"quote": KindLook(terms="含税\n\n七日内有效", hidden=("discount",)), "receipt": KindLook(size="241x93")}
    change_paper_looks(shop.owner, PaperLooks("#8a1c2b", " 授权店 ", "谢谢", kinds))
    head = quote_paper(quote_id, "zh_CN").store
    assert head.look.accent == "#8A1C2B"
    assert head.look.header == "授权店"
    assert head.look.terms == ("含税", "七日内有效")
    assert head.look.hidden == ("discount",)
    assert looks().size(PaperKind.RECEIPT) is PaperSize.FORM_93
    assert looks().size(PaperKind.CONTRACT) is PaperSize.A4


def test_a_signed_contract_keeps_the_look_it_was_signed_with(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    before = contract_paper(contract_id, "zh_CN")
    change_paper_looks(shop.owner, PaperLooks("#8A1C2B", "新的一行"))
    assert contract_paper(contract_id, "zh_CN") == before


@pytest.mark.parametrize(
    ("looks_", "field"),
    [
        (PaperLooks(accent="blue"), "accent"),
        (PaperLooks(accent="#FFEE00"), "accent"),
        (PaperLooks(header="x" * 121), "header"),
        (PaperLooks(footer="x" * 121), "footer"),
        (PaperLooks(kinds={"quote": KindLook(terms="x" * 2001)}), "kinds.quote.terms"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_changes(shop: Shop, looks_: PaperLooks, field: str) -> None:
    with pytest.raises(RuleError) as caught:
        change_paper_looks(shop.owner, looks_)
    assert caught.value.field == field
    assert looks() == PaperLooks()


def test_columns_and_sizes_a_paper_does_not_have_are_left_out(shop: Shop) -> None:
    odd = PaperLooks(kinds={"receipt": KindLook(hidden=("amount",), size="a4"), "contract": KindLook(terms="x")})
    change_paper_looks(shop.owner, odd)
    assert looks().of(PaperKind.RECEIPT) == KindLook()
    assert looks().of(PaperKind.CONTRACT) == KindLook()


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast_with_white("#FFFFFF") == pytest.approx(1.0)
    assert contrast_with_white("#000000") == pytest.approx(21.0)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    "kind",
    [
        *(PaperKind.QUOTE, PaperKind.CONTRACT, PaperKind.RECEIPT),
        *(PaperKind.DISPATCH_NOTE, PaperKind.DELIVERY_CHECKLIST, PaperKind.DELIVERY_CONFIRMATION),
    ],
)
def test_the_sample_shows_the_look_before_it_is_kept(folder_shop: Shop, kind: PaperKind) -> None:
    plain = prints.look_sample(folder_shop.owner, PaperLooks(), kind)
    own = prints.look_sample(folder_shop.owner, PaperLooks("#8A1C2B"), kind)
    assert plain.startswith(b"%PDF")
    assert plain != own
    assert looks() == PaperLooks()
    with pytest.raises(NotAllowed):
        prints.look_sample(folder_shop.consultant, PaperLooks(), kind)


def test_only_who_keeps_the_settings_changes_the_look(folder_shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        change_paper_looks(folder_shop.consultant, PaperLooks())
