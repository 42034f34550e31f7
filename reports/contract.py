"""The contract with its annex (S6): parties, subject, price, plan, articles, signatures, approvals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.kernel.i18n import Translator, translator
from models.kernel.money import in_words, plain
from models.papers.facts import Printing, Watermark
from models.sales.papers import ContractPaper
from reports import style, text
from reports.agreement import Clauses, ContractSignatures, Parties, Subject, TitleBlock
from reports.blocks import Heading, Paragraph
from reports.flow import Block, Placed, Zone, flow
from reports.letterhead import Letterhead
from reports.sales import goods_table, plan_table
from reports.style import CELL_PADDING, LEFT, RIGHT
from reports.table import Column, Grid, Table, money
from reports.wording import article_number, date_text

if TYPE_CHECKING:
    from reports.page import Sheet

_TOP = 38.1
_BODY_END = 271.0
_INITIALS = 277.5
_INDENT = "\u3000\u3000"
_PLAN_ARTICLE = 3
_FIRST_FREE_ARTICLE = 4


def contract(facts: ContractPaper, printing: Printing) -> bytes:
    """S6: the contract; every page but the signed one is initialled by all parties."""
    language = printing.language
    _ = translator(language)
    frame = Letterhead(
        facts.store,
        printing,
        facts.title,
        facts.number,
        title_in_header=False,
        below_body=lambda sheet, page: _draw_initials(sheet, page, facts, _),
    )
    blocks: list[Block] = [
        *_opening(facts, language),
        *_subject(facts, language),
        *_price(facts, language),
        *_plan(facts, language),
        *_articles(facts, language),
    ]
    blocks[-1].with_next = True
    blocks += [ContractSignatures(facts, printing.watermark is Watermark.DRAFT, _), *_annex(facts, language)]
    return frame.draw(flow(blocks, Zone(_TOP, style.LATER_TOP, _BODY_END)))


def _article_title(number: int, title: str, language: str) -> str:
    _ = translator(language)
    return _("Article {number}   {title}").format(number=article_number(number, language), title=title)


def _opening(facts: ContractPaper, language: str) -> list[Block]:
    _ = translator(language)
    details = (
        (_("Contract no."), facts.number),
        (_("Signing date"), date_text(facts.signed_on)),
        (_("Place of signing"), facts.place),
    )
    parties = Parties((_("Party A (seller)"), facts.seller), (_("Party B (buyer)"), facts.buyer), facts.buyer_names)
    preamble = Paragraph(_INDENT + facts.preamble if language.startswith("zh") else facts.preamble)
    preamble.above = 3.4
    return [TitleBlock(facts.title, details), parties, preamble]


def _subject(facts: ContractPaper, language: str) -> list[Block]:
    return [Heading(_article_title(1, facts.subject_title, language)), Subject(facts.subject)]


def _price(facts: ContractPaper, language: str) -> list[Block]:
    """What makes up the price, closed by the total in figures and words."""
    _ = translator(language)
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(_("Item"), 24, flexible=True),
        Column(_("Contents"), 78, kind=style.CELL_SPEC, flexible=True),
        Column(_("List price"), 22, "right"),
        Column(_("Discount"), 19, "right"),
        Column(_("Amount"), 23, "right"),
    ]
    texts = [
        (str(number), row.title, row.content, money(row.list_price), money(-row.discount), plain(row.amount))
        for number, row in enumerate(facts.make_up, start=1)
    ]
    grid = Grid(columns, texts, [plain(facts.total)])
    rows = [grid.line(words, row.amount) for words, row in zip(texts, facts.make_up, strict=True)]
    words = _("(in words) {words}").format(words=in_words(facts.total, language))
    rows.append(grid.total(_("Contract total"), words, plain(facts.total)))
    title = _article_title(2, _("Price make-up"), language)
    return [Heading(title, right=_("Unit: CNY")), Table(grid, rows, _)]


def _plan(facts: ContractPaper, language: str) -> list[Block]:
    """The stages of payment and the clauses on them."""
    _ = translator(language)
    title = _article_title(_PLAN_ARTICLE, _("Plan of payments"), language)
    remark = _("The amounts add up to the contract total")
    blocks: list[Block] = [
        Heading(title, remark if facts.plan else "", _("Unit: CNY")),
        plan_table(facts.plan, language),
    ]
    if facts.plan_notes:
        blocks.append(Clauses(title, _PLAN_ARTICLE, facts.plan_notes, _, headed=False))
    return blocks


def _articles(facts: ContractPaper, language: str) -> list[Block]:
    _ = translator(language)
    return [
        Clauses(_article_title(number, article.title, language), number, article.clauses, _)
        for number, article in enumerate(facts.articles, start=_FIRST_FREE_ARTICLE)
    ]


def _annex(facts: ContractPaper, language: str) -> list[Block]:
    """The goods and services in detail, on pages of their own."""
    if not facts.annex:
        return []
    _ = translator(language)
    heading = Heading(_("Annex 1   Goods and services in detail"))
    heading.new_page = True
    table = goods_table(facts.annex, facts.whole_discount, language, hidden=facts.store.look.hidden)
    total = sum(group.subtotal for group in facts.annex) - facts.whole_discount
    words = _("(in words) {words}").format(words=in_words(total, language))
    table.rows.append(table.grid.total(_("Total"), words, plain(total)))
    return [heading, table]


def _draw_initials(sheet: Sheet, page: Sequence[Placed], facts: ContractPaper, _: Translator) -> None:
    """The line on which the parties initial a page that they do not sign."""
    if any(isinstance(placed.block, ContractSignatures) for placed in page):
        return
    labels = [_("Party A"), _("Party B"), _("Co-buyer")] if len(facts.buyer_names) > 1 else [_("Party A"), _("Party B")]
    kind = style.SIGN_LABEL
    top = _INITIALS - kind.line - 0.2
    sheet.text(LEFT, top, _("Initials on this page"), kind)
    left = LEFT + max(30.0, text.measure(_("Initials on this page"), kind) + 4)
    width = (RIGHT - left) / len(labels)
    for number, words in enumerate(labels):
        x = left + number * width
        sheet.text(x, top, words, kind)
        start = x + text.measure(words, kind) + 2
        sheet.rule(start, _INITIALS, x + width - (CELL_PADDING * 2 if number < len(labels) - 1 else 0) - start)
