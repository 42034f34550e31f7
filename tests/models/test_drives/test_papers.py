"""Papers of a test drive and of an appraisal: what they say, in three languages (S4, S5)."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from models.kernel.errors import RuleError
from models.papers.facts import PaperKind
from models.test_drives.driving_actions import ReturnForm, record_feedback, return_drive
from reports.prints import issue, preview
from tests.models.shops import Shop, customer
from tests.models.test_drives.driving import DEMO_VIN, LICENCE, booked, demo_car, feedback, started
from tests.models.trade_ins.appraising import OLD_VIN, approved, begun


def text_of(pdf: bytes) -> str:
    """Everything on the pages."""
    document = pdfium.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("zh_CN", ("试乘试驾协议", "试乘试驾反馈表", "二手车评估")),
        ("zh_TW", ("試乘試駕協議", "試乘試駕回饋表", "二手車評估")),
        ("en", ("Test-drive agreement", "Test-drive feedback", "Trade-in appraisal")),
    ],
)
def test_what_the_papers_say(folder_shop: Shop, language: str, titles: tuple[str, str, str]) -> None:
    shop = folder_shop
    file_id = customer(shop)
    drive_id = booked(shop, demo_car(shop), file_id)
    with pytest.raises(RuleError):
        preview(shop.consultant, PaperKind.TEST_DRIVE_FEEDBACK, drive_id, language)
    started(shop, drive_id)
    agreement = text_of(preview(shop.consultant, PaperKind.TEST_DRIVE_AGREEMENT, drive_id, language).pdf)
    for said in (titles[0], LICENCE, DEMO_VIN, "欧阳䶮", "1,200"):
        assert said in agreement, said
    return_drive(shop.consultant, drive_id, ReturnForm(1203))
    record_feedback(shop.consultant, drive_id, feedback())
    told = text_of(issue(shop.consultant, PaperKind.TEST_DRIVE_FEEDBACK, drive_id, language).pdf)
    for said in (titles[1], "底盘扎实", "后备厢偏小", "周末带家人再看"):
        assert said in told, said
    paper = text_of(preview(shop.consultant, PaperKind.APPRAISAL, approved(shop, file_id), language).pdf)
    for said in (titles[2], OLD_VIN, "浙A7K3P9", "58,000.00", "61,000.00", "左前门喷漆", "高经理"):
        assert said in paper, said


def test_an_appraisal_nobody_approved_is_a_draft(folder_shop: Shop) -> None:
    shop = folder_shop
    paper = preview(shop.consultant, PaperKind.APPRAISAL, begun(shop), "en")
    assert "DRAFT" in text_of(paper.pdf)
