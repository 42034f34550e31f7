"""What follows a signed contract: amendment and cancellation, each signed by both parties (S6)."""

from __future__ import annotations

from dataclasses import replace

from models.kernel.i18n import Translator, translator
from models.kernel.money import in_words, plain, quantity_text
from models.papers.facts import Printing, Watermark
from models.sales.supplement_papers import AmendmentPaper, CancellationPaper, ChangeRow
from reports import style
from reports.agreement import ContractSignatures
from reports.blocks import Fact, Facts, Heading, Paragraph
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead
from reports.table import DASH, Column, Grid, Row, Table, money
from reports.wording import date_text, group_mark

Supplement = AmendmentPaper | CancellationPaper

_QUANTITY_WIDTH, _PRICE_WIDTH = 15.0, 21.0
_AMOUNT = 4


def amendment(facts: AmendmentPaper, printing: Printing) -> bytes:
    """S6: what is more, what is less, what else changes, and what the contract comes to and is paid by then."""
    language = printing.language
    _ = translator(language)
    blocks = [
        _about(facts, _),
        *_said(_("Reason"), facts.reason),
        *_changes(facts, language),
        *_facts(facts, _),
        *_sums(facts, language),
        *_plan(facts, _),
        _stands(_("Everything else in contract {number} stays as it was agreed. This amendment is part of it."), facts),
    ]
    return _drawn(_("Amendment"), facts, blocks, printing)


def cancellation(facts: CancellationPaper, printing: Printing) -> bytes:
    """S6: the contract ends; what was received, what the store keeps of it and what goes back."""
    language = printing.language
    _ = translator(language)
    text = _("Both sides agree that contract {number} ends. With the refund below all claims from it are settled.")
    blocks = [
        _about(facts, _),
        _stands(text, facts),
        *_said(_("Reason"), facts.reason),
        *_said(_("What was sold"), facts.goods),
        *_settlement(facts, language),
        *_said(_("Why the refund is not the one the rule proposes"), facts.because),
    ]
    return _drawn(_("Cancellation of contract"), facts, blocks, printing)


def _drawn(title: str, facts: Supplement, blocks: list[Block], printing: Printing) -> bytes:
    _ = translator(printing.language)
    details = (date_text(facts.signed_on),) if facts.signed_on else ()
    frame = Letterhead(facts.store, printing, title, facts.number, details, details)
    blocks[-1].with_next = True
    blocks.append(ContractSignatures(facts, printing.watermark is Watermark.DRAFT, _))
    return frame.draw(flow(blocks, Zone(style.HEADER_RULE + blocks[0].above, style.LATER_TOP, style.BODY_END)))


def _about(facts: Supplement, _: Translator) -> Facts:
    rows = [
        Fact(_("Contract no."), facts.contract_number, 3, style.FACT_STRONG),
        Fact(_("Signed on"), date_text(facts.contract_signed_on), 2),
        Fact(_("Buyer"), _(", ").join(facts.buyer_names), 4, style.FACT_STRONG),
        Fact(_("Sales consultant"), facts.consultant, 3),
    ]
    if isinstance(facts, CancellationPaper):
        rows.append(Fact(_("By whose fault"), facts.fault, 3))
    return Facts(rows)


def _said(title: str, words: str) -> list[Block]:
    if not words:
        return []
    paragraph = Paragraph(words)
    paragraph.above = style.HEADING_GAP
    return [Heading(title), paragraph]


def _stands(text: str, facts: Supplement) -> Paragraph:
    paragraph = Paragraph(text.format(number=facts.contract_number))
    paragraph.above = style.SECTION_GAP
    return paragraph


def _changes(facts: AmendmentPaper, language: str) -> list[Block]:
    """The lines that change, with what of them was agreed before and is agreed now."""
    if not facts.groups and not facts.discount_change:
        return []
    _ = translator(language)
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(_("Item"), 44, flexible=True),
        Column(_("Specification and remarks"), 28, kind=style.CELL_SPEC, flexible=True),
        Column(_("Quantity before"), _QUANTITY_WIDTH, "right"),
        Column(_("Unit price before"), _PRICE_WIDTH, "right"),
        Column(_("Quantity after"), _QUANTITY_WIDTH, "right"),
        Column(_("Unit price after"), _PRICE_WIDTH, "right"),
        Column(_("More or less"), 22, "right"),
    ]
    every = [row for group in facts.groups for row in group.rows]
    texts = [_change_texts(number, row) for number, row in enumerate(every, start=1)]
    totals = [plain(group.subtotal) for group in facts.groups]
    grid = Grid(columns, texts, [*totals, plain(facts.change)])
    rows: list[Row] = []
    lines = iter(texts)
    for number, group in enumerate(facts.groups, start=1):
        mark = group_mark(number, language)
        rows.append(grid.group(mark, group.title, "", _("Subtotal"), plain(group.subtotal)))
        rows += [grid.line(next(lines), row.difference) for row in group.rows]
    if facts.discount_change:
        mark = group_mark(len(facts.groups) + 1, language)
        rows.append(grid.group(mark, _("Discount on the whole"), "", "", plain(-facts.discount_change)))
    rows.append(grid.total(_("Change of the total"), "", plain(facts.change)))
    return [Heading(_("What changes"), right=_("Unit: CNY")), Table(grid, rows, _)]


def _change_texts(number: int, row: ChangeRow) -> tuple[str, ...]:
    before, after = bool(row.quantity_before), bool(row.quantity_after)
    return (
        *(str(number), row.name, row.spec or row.unit),
        *((quantity_text(row.quantity_before), plain(row.price_before)) if before else (DASH, DASH)),
        *((quantity_text(row.quantity_after), plain(row.price_after)) if after else (DASH, DASH)),
        money(row.difference),
    )


def _facts(facts: AmendmentPaper, _: Translator) -> list[Block]:
    """Days and other facts that change."""
    if not facts.facts:
        return []
    columns = [Column(_("Fact"), 50, flexible=True), Column(_("Before"), 62, flexible=True), Column(_("Now"), 62)]
    texts = [(row.label, row.before or DASH, row.after or DASH) for row in facts.facts]
    grid = Grid(columns, texts)
    return [Heading(_("Dates and facts")), Table(grid, [grid.line(words) for words in texts], _)]


def _sums(facts: AmendmentPaper, language: str) -> list[Block]:
    _ = translator(language)
    rows = [
        Fact(_("Contract total before"), plain(facts.total_before), 3),
        Fact(_("Change of the total"), plain(facts.change), 3),
        Fact(_("Contract total after"), plain(facts.total_after), 3, style.FACT_STRONG),
        Fact(_("Amount in words"), in_words(facts.total_after, language), 3),
    ]
    return [Facts(rows)]


def _settlement(facts: CancellationPaper, language: str) -> list[Block]:
    _ = translator(language)
    texts = [
        (_("Contract total"), plain(facts.total)),
        (_("Received"), plain(facts.received)),
        (_("Of it deposits"), plain(facts.deposit)),
        (_("Refund the rule proposes"), plain(facts.proposed)),
        (_("Kept by the store"), plain(facts.kept)),
    ]
    words = _("(in words) {words}").format(words=in_words(facts.refund, language))
    return _amounts(_("Settlement"), texts, (_("Refund"), words, facts.refund), _)


def _amounts(title: str, texts: list[tuple[str, str]], last: tuple[str, str, int], _: Translator) -> list[Block]:
    """Amounts under each other, closed by the one that counts, in figures and words."""
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(_("Item"), 60),
        Column("", 74, flexible=True),
        Column(_("Amount"), 32, "right"),
    ]
    rows = [(str(number), words, "", amount) for number, (words, amount) in enumerate(texts, start=1)]
    label, words, amount = last
    grid = Grid(columns, rows, [plain(amount)])
    total = grid.total(label, words, plain(amount))
    table = Table(grid, [*(grid.line(each) for each in rows), total], _)
    return [Heading(title, right=_("Unit: CNY")), table]


def _plan(facts: AmendmentPaper, _: Translator) -> list[Block]:
    """The stages of payment after the amendment, with what of them is paid."""
    columns = [
        Column(_("Step"), 11, "centre"),
        Column(_("Stage"), 27),
        Column(_("Payment condition"), 50, kind=style.CELL_SPEC, flexible=True),
        Column(_("Due date"), 20),
        Column(_("Amount"), 22, "right"),
        Column(_("Paid"), 22, "right"),
        Column(_("Still open"), 22, "right"),
    ]
    texts = [
        (
            *(str(number), row.name, row.condition, date_text(row.due)),
            *(plain(row.amount), money(max(row.paid, 0)), money(max(row.amount - row.paid, 0))),
        )
        for number, row in enumerate(facts.plan, start=1)
    ]
    left = sum(max(row.amount - row.paid, 0) for row in facts.plan)
    grid = Grid(columns, texts, [plain(facts.total_after)])
    rows = [grid.line(words, row.amount - row.paid) for words, row in zip(texts, facts.plan, strict=True)]
    total = grid.total(_("Total"), "", plain(left), money(max(facts.received, 0)))
    amount = grid.cell(_AMOUNT, plain(facts.total_after), style.CELL_STRONG, "right")
    rows.append(replace(total, cells=(*total.cells, amount)))
    remark = _("{amount} received so far").format(amount=plain(facts.received))
    return [Heading(_("Plan of payments after it"), remark, _("Unit: CNY")), Table(grid, rows, _)]
