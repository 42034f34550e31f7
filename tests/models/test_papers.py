"""What is kept of prints, and photos and scans beside a record."""

from __future__ import annotations

import hashlib
import io

import msgspec
import pytest
from PIL import Image

from models.kernel import audit, clock, i18n
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Actor
from models.papers import lists
from models.papers.actions import LARGEST_ATTACHMENT, KeptPaper, attach, keep_print, keep_print_of_program
from models.papers.facts import PaperKind, PaperSize, Printing, Watermark
from models.papers.tables import Attachment
from models.sales import paper_facts
from models.sales.contract_actions import cancel_contract
from models.sales.papers import ContractPaper, PaymentMethod, QuotePaper, ReceiptPaper
from models.sales.payment_actions import PaymentForm, take_payment
from models.sales.quote_actions import QuoteForm, decline_quote, save_quote
from models.sales.receipt_facts import receipt_paper
from tests.models.shops import Shop, car_line, customer, filled_contract, quote, signed_contract

PDF = b"%PDF-1.7 the quote"
PAPER = KeptPaper(PaperKind.QUOTE, "BJ-2026-0001", 1, 7, b'{"total":1}', PDF)


def printing(*, copy: bool = False, watermark: Watermark = Watermark.NONE) -> Printing:
    return Printing("zh_CN", "孙悦", clock.now(), "C40E-5D17", copy, watermark)


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, "red").save(content, kind, **options)
    return content.getvalue()


def test_the_first_print_is_the_original_later_ones_are_copies(shop: Shop) -> None:
    keep_print(shop.consultant, PAPER, printing())
    keep_print(shop.cashier, PAPER, printing(copy=True))
    copy, original = lists.prints(PaperKind.QUOTE, PAPER.number)
    assert [(row.print_no, row.edition, row.size) for row in (original, copy)] == [
        (1, 1, PaperSize.A4),
        (2, 1, PaperSize.A4),
    ]
    assert original.sha256 == hashlib.sha256(PDF).hexdigest()
    assert audit.history("quote", 7)[0].details == {"number": "BJ-2026-0001", "edition": 1, "print_no": 2}


@pytest.mark.parametrize("copies", [0, 1])
def test_two_seats_cannot_both_print_the_original(shop: Shop, copies: int) -> None:
    for number in range(copies):
        keep_print(shop.consultant, PAPER, printing(copy=number > 0))
    with pytest.raises(RuleError, match="just been printed"):
        keep_print(shop.cashier, PAPER, printing(copy=not copies))
    assert lists.print_count(PaperKind.QUOTE, PAPER.number, 1, Watermark.NONE) == copies


def test_drafts_and_editions_are_counted_by_themselves(shop: Shop) -> None:
    keep_print(shop.consultant, PAPER, printing(watermark=Watermark.DRAFT))
    keep_print(shop.consultant, PAPER, printing())
    keep_print(shop.consultant, KeptPaper(PaperKind.QUOTE, PAPER.number, 2, 8, b"{}", PDF), printing())
    assert [row.print_no for row in lists.prints(PaperKind.QUOTE, PAPER.number)] == [1, 1, 1]
    assert lists.print_count(PaperKind.QUOTE, PAPER.number, 1, Watermark.DRAFT) == 1


def test_the_program_prints_from_the_command_line(shop: Shop) -> None:
    keep_print_of_program(PAPER, printing())
    assert audit.history("quote", 7)[0].staff_id == 0


def test_who_may_not_print_leaves_no_trace(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        keep_print(Actor(999, "", frozenset()), PAPER, printing())
    assert lists.prints(PaperKind.QUOTE, PAPER.number) == []


@pytest.mark.parametrize(("kind", "media"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("BMP", "image/jpeg")])
def test_a_picture_is_kept_as_what_is_useful(shop: Shop, kind: str, media: str) -> None:
    file_id = customer(shop)
    attach(shop.consultant, "customer", file_id, "车.jpg", picture(kind, (4000, 1000)))
    row = lists.attachments("customer", file_id)[0]
    kept = lists.content(row.id)
    assert (row.name, row.media_type, row.size) == ("车.jpg", media, len(kept))
    assert Image.open(io.BytesIO(kept)).size == (2400, 600)
    assert Attachment.get_by_id(row.id).sha256 == hashlib.sha256(kept).hexdigest()


def test_where_a_picture_was_taken_is_not_kept(shop: Shop) -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    exif[0x0112] = 6
    attach(shop.consultant, "customer", customer(shop), "x.jpg", picture("JPEG", (40, 30), exif=exif))
    kept = lists.content(lists.attachments("customer", 1)[0].id)
    assert b"secret" not in kept
    assert Image.open(io.BytesIO(kept)).size == (30, 40), "turned upright"


def test_a_pdf_is_kept_as_it_is(shop: Shop) -> None:
    contract_id = filled_contract(shop, quote(shop, customer(shop)))
    done = attach(shop.consultant, "contract", contract_id, "合同.pdf", PDF)
    row = lists.attachments("contract", contract_id)[0]
    assert (row.media_type, lists.content(row.id)) == ("application/pdf", PDF)
    assert done.ids("attachment") == {row.id}


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"x", b"GIF89a" + b"\0" * 100, picture()[:40], picture("JPEG")[:200], b"\xff\xd8\xff", b"MZ" * 1000),
        b"x" * (LARGEST_ATTACHMENT + 1),
    ],
    ids=["empty", "text", "gif", "cut png", "cut jpeg", "head only", "program", "too large"],
)
def test_what_is_no_picture_is_refused(shop: Shop, content: bytes) -> None:
    with pytest.raises(RuleError) as refused:
        attach(shop.consultant, "customer", 1, "x", content)
    assert refused.value.field == "content"
    assert lists.attachments("customer", 1) == []


def test_a_picture_that_would_fill_the_memory_is_refused(shop: Shop) -> None:
    bomb = io.BytesIO()
    Image.new("1", (20_000, 9_000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 1_000_000
    with pytest.raises(RuleError) as refused:
        attach(shop.consultant, "customer", 1, "x", bomb.getvalue())
    assert refused.value.field == "content"


def test_watermarks_follow_the_state(shop: Shop) -> None:
    file_id = customer(shop)
    draft = quote(shop, file_id)
    assert paper_facts.quote_watermark(draft) is Watermark.DRAFT
    offered = quote(shop, file_id, offered_by=shop.consultant)
    assert paper_facts.quote_watermark(offered) is Watermark.NONE
    save_quote(shop.consultant, offered, 2, QuoteForm((car_line(shop),)))
    assert paper_facts.quote_watermark(offered) is Watermark.VOID
    decline_quote(shop.consultant, draft, "")
    assert paper_facts.quote_watermark(draft) is Watermark.VOID
    contract = filled_contract(shop, quote(shop, file_id))
    assert paper_facts.contract_watermark(contract) is Watermark.DRAFT
    cancel_contract(shop.manager, contract, "x")
    assert paper_facts.contract_watermark(contract) is Watermark.VOID
    signed = signed_contract(shop, customer_id=file_id)
    assert paper_facts.contract_watermark(signed) is Watermark.NONE


def test_the_facts_of_a_paper_survive_keeping(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    payment = take_payment(shop.cashier, contract_id, PaymentForm(1, PaymentMethod.CASH, "x")).id
    for language in i18n.LANGUAGES:
        for facts, kind in (
            (paper_facts.quote_paper(1, language), QuotePaper),
            (paper_facts.contract_paper(contract_id, language), ContractPaper),
            (receipt_paper(payment, language), ReceiptPaper),
        ):
            assert msgspec.json.decode(msgspec.json.encode(facts), type=kind) == facts


def test_papers_say_the_same_in_every_language(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    papers = [paper_facts.contract_paper(contract_id, language) for language in i18n.LANGUAGES]
    assert len({(each.number, each.total, tuple(row.amount for row in each.plan)) for each in papers}) == 1
    assert len({each.title for each in papers}) == 3
    assert len({len(each.articles) for each in papers}) == 1
