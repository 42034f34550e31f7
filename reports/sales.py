"""The quote (S1), and the tables of goods and payments it shares with the contract."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from models.kernel.i18n import Translator, translator
from models.kernel.money import in_words, plain, quantity_text
from models.papers.facts import Printing
from models.sales.papers import PaperGroup, PaperLine, PlanRow, QuotePaper
from reports import style
from reports.blocks import Beside, Fact, Facts, Heading, Notes, Paragraph, PricePanel, Signatures, Signer
from reports.finance import MOST_NARROW, finance_table
from reports.flow import Block, Together, Zone, flow
from reports.letterhead import Letterhead
from reports.listing import Listing
from reports.strip import Strip
from reports.table import DASH, DENSE_ROW_HEIGHT, ROW_HEIGHT, Column, Grid, Row, Table, money
from reports.wording import date_text, group_mark, share_text

_PLAN_WIDTH = 110.0
_LONG_NOTES = 34.0
_LONG_PLAN, _SHORT_PLAN = 80.0, 4
_LONGEST_UNIT = 4
_DUE = 3
_LONG_NEEDS, _LONG_NEEDS_LINES = 300, 5
_GOODS_COLUMNS = ("number", "item", "spec", "quantity", "unit_price", "discount", "amount")
_ITEM, _QUANTITY = 1, 3


def quote(facts: QuotePaper, printing: Printing) -> bytes:
    """S1: what is offered at what price, until when, and how it may be paid."""
    _ = translator(printing.language)
    details = (_("Version {version}").format(version=facts.version), date_text(facts.quoted_on))
    frame = Letterhead(facts.store, printing, _("Quote"), facts.number, details, details[:1])
    top = _facts(facts, _)
    goods = goods_table(
        facts.groups, facts.whole_discount, printing.language, DENSE_ROW_HEIGHT, facts.store.look.hidden
    )
    goods.above, goods.with_next = 3.6, True
    zone = Zone(style.HEADER_RULE + top.above, style.LATER_TOP, style.BODY_END)
    blocks: list[Block] = [top, *_needs(facts, _), goods, *_closing(facts, printing.language), _signatures(facts, _)]
    return frame.draw(flow(blocks, zone))


def _facts(facts: QuotePaper, _: Translator) -> Facts:
    valid = _("{date} ({days} days)").format(date=date_text(facts.valid_until), days=facts.valid_days)
    consultant = "   ".join(filter(None, (facts.consultant, facts.consultant_phone)))
    rows = [
        Fact(_("Customer"), facts.customer, 2, style.FACT_STRONG),
        Fact(_("Phone"), facts.customer_phone, 2),
        Fact(_("Sales consultant"), consultant, 3),
        Fact(_("Quote valid until"), valid, 3, style.FACT_STRONG),
    ]
    if facts.replaces:
        rows.append(Fact(_("Replaces"), facts.replaces, 2))
    if facts.needs and not _long_needs(facts):
        rows.append(Fact(_("What the customer needs"), facts.needs, 12, style.CUSTOMER_WORDS))
    return Facts(rows)


def _long_needs(facts: QuotePaper) -> bool:
    return len(facts.needs) > _LONG_NEEDS or facts.needs.count("\n") > _LONG_NEEDS_LINES


def _needs(facts: QuotePaper, _: Translator) -> list[Block]:
    """What the customer needs, where it is too long for the facts."""
    if not _long_needs(facts):
        return []
    words = Paragraph(facts.needs, style.CUSTOMER_WORDS)
    words.above = style.HEADING_GAP
    return [Heading(_("What the customer needs")), words]


def goods_table(
    groups: Sequence[PaperGroup],
    whole_discount: int,
    language: str,
    row_height: float = ROW_HEIGHT,
    hidden: Collection[str] = (),
) -> Table:
    """The lines of all groups with their subtotals, numbered through, and the discount on the whole.

    ``hidden`` columns are left out; the item and the quantity get their room.
    """
    _ = translator(language)
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(_("Item"), 48, flexible=True),
        Column(_("Specification and remarks"), 51, kind=style.CELL_SPEC, flexible=True),
        Column(_("Quantity"), 11, "right"),
        Column(_("Unit price (CNY)"), 19.5, "right"),
        Column(_("Discount (CNY)"), 16.5, "right"),
        Column(_("Amount (CNY)"), 20, "right"),
    ]
    lines = [line for group in groups for line in group.lines]
    shown = [place for place, name in enumerate(_GOODS_COLUMNS) if name not in hidden]
    texts = [_goods_texts(number, line, "spec" not in hidden) for number, line in enumerate(lines, start=1)]
    texts = [tuple(words[place] for place in shown) for words in texts]
    spare = sum(column.width for place, column in enumerate(columns) if place not in shown)
    columns[_ITEM] = replace(columns[_ITEM], width=columns[_ITEM].width + 0.8 * spare)
    columns[_QUANTITY] = replace(columns[_QUANTITY], width=columns[_QUANTITY].width + 0.2 * spare)
    columns = [columns[place] for place in shown]
    totals = [plain(group.subtotal) for group in groups]
    totals += [plain(sum(line.amount for line in lines)), plain(whole_discount)]
    grid = Grid(columns, texts, totals, row_height=row_height)
    rows: list[Row] = []
    remaining = iter(zip(lines, texts, strict=True))
    for number, group in enumerate(groups, start=1):
        mark = group_mark(number, language)
        rows.append(grid.group(mark, group.title, group.remark, _("Subtotal"), plain(group.subtotal)))
        rows += [grid.line(text, line.amount) for _line, (line, text) in zip(group.lines, remaining, strict=False)]
    if whole_discount:
        rows.append(_whole_discount_row(grid, group_mark(len(groups) + 1, language), whole_discount, _))
    if not rows:
        rows.append(grid.line(["", _("No items"), *[""] * (len(columns) - 3), DASH]))
    return Table(grid, rows, _)


def _goods_texts(number: int, line: PaperLine, with_spec: bool) -> tuple[str, ...]:
    quantity, spec = quantity_text(line.quantity), line.spec
    if len(line.unit) > _LONGEST_UNIT and with_spec:
        spec = " ".join(filter(None, (spec, line.unit)))
    elif line.unit:
        quantity = f"{quantity} {line.unit}"
    discount, amount = money(-line.discount), plain(line.amount)
    return str(number), line.name, spec, quantity, plain(line.unit_price), discount, amount


def _whole_discount_row(grid: Grid, mark: str, discount: int, _: Translator) -> Row:
    row = grid.group(mark, _("Discount on the whole"), "", "", plain(-discount))
    return replace(row, amount=-discount, binds=False)


def plan_table(plan: Sequence[PlanRow], language: str, narrow: bool = False) -> Table:
    """The stages of payment with their total; a ``narrow`` one stands beside the price and may do without dates."""
    _ = translator(language)
    columns = [
        Column(_("Step"), 8.5 if narrow else 11, "centre", style.CELL_NUMBER if narrow else style.CELL),
        Column(_("Stage"), 17 if narrow else 21, flexible=narrow),
        Column(_("Payment condition"), 30.5 if narrow else 77, kind=style.CELL_SPEC, flexible=True),
        Column(_("Due date"), 17.5 if narrow else 24, kind=style.CELL_SPEC if narrow else style.CELL),
        Column(_("Share"), 16 if narrow else 18, "right"),
        Column(_("Amount"), 20.5 if narrow else 23, "right"),
    ]
    texts = [
        [str(number), row.name, row.condition, date_text(row.due), share_text(row.share), plain(row.amount)]
        for number, row in enumerate(plan, start=1)
    ]
    if narrow and not any(row.due for row in plan):
        due = columns.pop(_DUE)
        columns[_DUE - 1] = replace(columns[_DUE - 1], width=columns[_DUE - 1].width + due.width)
        for row in texts:
            del row[_DUE]
    total = plain(sum(row.amount for row in plan))
    grid = Grid(columns, texts, [total], row_height=DENSE_ROW_HEIGHT if narrow else ROW_HEIGHT)
    rows = [grid.line(words, row.amount) for words, row in zip(texts, plan, strict=True)]
    rows.append(grid.total(_("Total"), "", total, share_text(sum(row.share for row in plan))))
    return Table(grid, rows, _)


def _closing(facts: QuotePaper, language: str) -> list[Block]:
    """Plan, price panel and notes; the total stays with the signatures, so long parts come before it."""
    _ = translator(language)
    plan = plan_table(facts.plan, language, narrow=True) if facts.plan else None
    heading = Heading(_("Plan of payments"), facts.plan_name, _("Unit: CNY"), width=_PLAN_WIDTH)
    words = (*facts.notes, *facts.store.look.terms)
    notes = Notes(words)
    panel: list[Block] = [Heading(_("What makes up the price"), x=PricePanel.X, width=PricePanel.PANEL_WIDTH)]
    panel.append(_panel(facts, language))
    before: list[Block] = []
    left: list[Block] = []
    if facts.finance:
        before += _finance_wide(facts, language)
        left = _finance_beside(facts, language)
    if plan and left and len(facts.plan) <= _SHORT_PLAN:
        left += [heading, _short_plan(facts)]
    elif plan and (left or plan.height > _LONG_PLAN):
        plan = plan_table(facts.plan, language)
        plan.with_next = not words or notes.height <= _LONG_NOTES
        before += [Heading(_("Plan of payments"), facts.plan_name, _("Unit: CNY")), plan]
    elif plan:
        left = [heading, plan]
    if notes.height > _LONG_NOTES:
        notes.above, notes.with_next = style.HEADING_GAP, True
        before += [Heading(_("Notes")), notes]
    closing: list[Block] = [Beside(left, panel)]
    if facts.strip:
        closing.append(Strip(facts.strip))
    if words and notes.height <= _LONG_NOTES:
        closing.append(notes)
    together = Together(*closing)
    together.with_next = True
    return [*before, together]


def _short_plan(facts: QuotePaper) -> Listing:
    """The stages in one line each, where the ways to pay take the room of their table."""
    columns = [Column("", 24), Column("", 61, flexible=True), Column("", 25, "right")]
    return Listing(columns, [[row.name, row.condition, plain(row.amount)] for row in facts.plan])


def _finance_beside(facts: QuotePaper, language: str) -> list[Block]:
    """Cash beside the offers where they fit beside the price."""
    _ = translator(language)
    if len(facts.finance) > MOST_NARROW:
        return []
    remark = _("loans are subject to the lender's approval")
    heading = Heading(_("Cash or finance"), remark, _("Unit: CNY"), width=_PLAN_WIDTH)
    return [heading, finance_table(facts.finance, language, _PLAN_WIDTH)]


def _finance_wide(facts: QuotePaper, language: str) -> list[Block]:
    """The same across the page where there are more of them."""
    _ = translator(language)
    if len(facts.finance) <= MOST_NARROW:
        return []
    remark = _("loans are subject to the lender's approval")
    table = finance_table(facts.finance, language, style.WIDTH)
    return [Heading(_("Cash or finance"), remark, _("Unit: CNY")), table]


def _panel(facts: QuotePaper, language: str) -> PricePanel:
    _ = translator(language)
    rows = [(row.title, plain(row.amount)) for row in facts.make_up]
    saved = _("You save {amount} CNY in all").format(amount=plain(facts.saved)) if facts.saved else ""
    return PricePanel(rows, _("Total payable"), plain(facts.total), in_words(facts.total, language), saved)


def _signatures(facts: QuotePaper, _: Translator) -> Signatures:
    signers = (
        Signer(_("Confirmed by customer (signature)"), 1.15),
        Signer(_("Sales consultant"), 1.0, facts.consultant, date_text(facts.quoted_on)),
        Signer(_("Seller (seal)"), 1.0),
    )
    return Signatures(signers, _("Date ____ / __ / __"))
