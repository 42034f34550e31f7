"""The papers of a delivery from the store's own facts: kept, numbered, drafts and copies marked (documents.md)."""

from __future__ import annotations

import io
from datetime import timedelta

import pypdf
import pytest

from models.delivery.checklist_actions import DefectForm, RunForm, change_run, note_defect
from models.delivery.handing_actions import ask_release
from models.delivery.paper_facts import delivery_papers, watermark
from models.delivery.planning_actions import cancel_delivery
from models.delivery.reading import delivery_view
from models.kernel import clock
from models.kernel.errors import RuleError
from models.papers.facts import PaperKind, PaperSize, Watermark
from models.papers.lists import prints
from reports.prints import issue, preview
from tests.models.delivery.handing import VIN, handed_over, planned
from tests.models.shops import Shop


def words(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


def test_a_dispatch_note_is_a_draft_until_it_is_approved(shop: Shop) -> None:
    delivery = planned(shop)
    with pytest.raises(RuleError):
        preview(shop.consultant, PaperKind.DISPATCH_NOTE, delivery)
    ask_release(shop.consultant, delivery)
    number = delivery_view(shop.consultant, delivery).dispatch.number
    draft = issue(shop.consultant, PaperKind.DISPATCH_NOTE, delivery)
    assert draft.number == number
    assert len(prints(PaperKind.DISPATCH_NOTE, number)) == 1
    assert watermark(delivery, released=True) is Watermark.DRAFT
    assert watermark(delivery, released=False) is Watermark.NONE
    assert "澜川V7" in words(draft.pdf)
    assert delivery_papers() == [(PaperKind.DELIVERY_CHECKLIST, delivery_view(shop.owner, delivery).entry.number, 1)]
    cancel_delivery(shop.consultant, delivery, "x")
    assert delivery_papers() == []
    assert watermark(delivery, released=False) is Watermark.VOID


def test_all_papers_of_a_hand_over_come_from_its_own_facts(shop: Shop) -> None:
    delivery = planned(shop)
    change_run(shop.consultant, delivery, (RunForm(-30, "布置车位", "孙悦", "13900000001"), RunForm(0, "迎接")))
    note_defect(
        shop.consultant, delivery, DefectForm("漆面有点", clock.today() + timedelta(days=5), shop.consultant.id)
    )
    said = words(issue(shop.consultant, PaperKind.DEFECTS_LIST, delivery).pdf)
    assert "漆面有点" in said
    assert "布置车位" in words(issue(shop.consultant, PaperKind.RUN_SHEET, delivery).pdf)
    number = delivery_view(shop.owner, delivery).entry.number
    first = issue(shop.consultant, PaperKind.DELIVERY_CHECKLIST, delivery)
    assert not first.copy
    assert issue(shop.consultant, PaperKind.DELIVERY_CHECKLIST, delivery).copy
    assert first.number == number
    assert VIN in words(first.pdf)


def test_the_signed_confirmation_on_both_sheets(shop: Shop) -> None:
    delivery = handed_over(shop)
    for size in (PaperSize.A4, PaperSize.FORM_140):
        said = words(preview(shop.consultant, PaperKind.DELIVERY_CONFIRMATION, delivery, size=size).pdf)
        for each in (VIN, "欧阳䶮", "里程"):
            assert each in said, each
    kinds = [kind for kind, _number, _id in delivery_papers()]
    assert kinds == [PaperKind.DELIVERY_CHECKLIST, PaperKind.DISPATCH_NOTE, PaperKind.DELIVERY_CONFIRMATION]
