"""Papers of a delivery on A4: dispatch note, checklist, confirmation in two copies, defects, run sheet (D1, D3, D5)."""

from __future__ import annotations

from collections.abc import Sequence

from models.delivery.papers import (
    ChecklistPaper,
    CheckSection,
    ConfirmationPaper,
    DefectLine,
    DefectsPaper,
    DeliveryHead,
    DispatchPaper,
    GoodsLine,
    RunPaper,
    WarrantyLine,
)
from models.kernel.i18n import Translator, translator
from models.kernel.money import plain, quantity_text
from models.papers.facts import PaperSize, Printing
from models.sales.quote_papers import StripFact
from reports import delivery_forms, style
from reports.blocks import Fact, Facts, Heading, Paragraph, Signatures, Signer
from reports.checklist import SKIPPED, Checklist, Legend, TintedNote
from reports.flow import Block, Placed, Zone, flow
from reports.letterhead import Letterhead, moment
from reports.listing import Listing
from reports.strip import Strip
from reports.table import DASH, Column, money
from reports.wording import date_text

_MOST_UNITS, _STRIP = 4, 3


def dispatch_note(facts: DispatchPaper, printing: Printing) -> bytes:
    """D3: the release of goods, approved by the manager and signed for by whoever takes them."""
    if printing.size is PaperSize.FORM_140:
        return delivery_forms.dispatch_note(facts, printing)
    _ = translator(printing.language)
    amounts = [
        Fact(_("Contract total"), plain(facts.total), 3),
        Fact(_("Received"), plain(facts.received), 3),
        Fact(_("Still open"), money(facts.owed), 3, style.FACT_STRONG),
        Fact(_("Released unpaid by the owner"), money(facts.overruled), 3),
    ]
    decided = [
        Fact(_("Asked for by"), f"{facts.asked_by} {moment(facts.asked_at)}", 4),
        Fact(_("Approved by"), approved(facts, _), 4, style.FACT_STRONG),
    ]
    because = [TintedNote(_("Why it is released unpaid"), [facts.overruled_because])]
    blocks: list[Block] = [
        _about(facts.head, _),
        *_goods(facts.goods, _),
        Heading(_("Money"), right=_("Unit: CNY")),
        Facts(amounts),
        *(because if facts.overruled_because else []),
        Heading(_("Release")),
        Facts(decided),
    ]
    signers = (
        Signer(_("Goods received (signature of customer)"), 1.3),
        Signer(_("Sales consultant"), name=facts.head.consultant),
        Signer(_("Manager (release)"), name=facts.approved_by, date=_day(facts)),
        Signer(_("Cashier (booked)")),
    )
    text = _("The store releases the goods above to the customer. This copy, signed, is booked by the cashier.")
    return _drawn(_("Dispatch note"), facts.head, facts.number, blocks, text, signers, printing)


def approved(facts: DispatchPaper, _: Translator) -> str:
    """Who approved a release and when, or that nobody has."""
    if facts.approved_at is None:
        return _("not approved yet")
    return f"{facts.approved_by} {moment(facts.approved_at)}"


def _day(facts: DispatchPaper) -> str:
    return date_text(facts.approved_at.date()) if facts.approved_at else ""


def checklist(facts: ChecklistPaper, printing: Printing) -> bytes:
    """D1: every item with its box, what proves it, what does not apply and why, and room for what is left over."""
    if printing.size is PaperSize.FORM_140:
        return delivery_forms.checklist(facts, printing)
    _ = translator(printing.language)
    blocks: list[Block] = [
        _about(facts.head, _, *_units(facts.goods, _)),
        Legend(facts.sections, _),
        *_sections(facts, printing.language),
    ]
    signers = (
        Signer(_("Customer (signature)"), 1.35),
        Signer(_("Sales consultant"), name=facts.head.consultant),
        Signer(_("Service advisor"), name=facts.head.advisor),
        Signer(_("Manager (release)")),
    )
    return _drawn(_("Delivery checklist"), facts.head, facts.head.number, blocks, statement(_), signers, printing)


def _units(goods: Sequence[GoodsLine], _: Translator) -> list[Fact]:
    """What is handed over, in short: the goods that have a number of their own, or else all of it in one line."""
    numbered = [line for line in goods if line.serial]
    if not numbered:
        return [Fact(_("Goods delivered"), _(", ").join(line.name for line in goods) or DASH, 6)]
    facts = []
    for line in numbered[:_MOST_UNITS]:
        facts.append(Fact(_("Goods delivered"), line.name, 4))
        facts.append(Fact(_("VIN or serial number"), _(", ").join(line.serial.split("\n")), 4))
    return facts


def statement(_: Translator) -> str:
    """What the customer signs."""
    return _(
        "I have checked what was delivered, compared the papers, keys and accessories above, and had use, warranty and "
        "the next service explained. I take over the goods."
    )


def reasons(sections: Sequence[CheckSection], _: Translator) -> list[str]:
    """Why items do not apply, by their numbers on the sheet."""
    return [
        _("No. {number}: {reason}").format(number=item.number, reason=item.found)
        for section in sections
        for item in section.lines
        if item.mark == SKIPPED and item.found
    ]


def _sections(facts: ChecklistPaper, language: str) -> list[Block]:
    """The sections, with what does not apply in the free end of a column, or below them."""
    _ = translator(language)
    lines = reasons(facts.sections, _)
    if facts.bring:
        lines.append(_("To be brought by the customer: {what}").format(what=facts.bring))
    title = _("What does not apply, what to bring")
    sheet = Checklist(facts.sections, language)
    if sheet.take_in(title, lines, _("Left over (what, who, until when)")) or not lines:
        return [sheet]
    return [sheet, TintedNote(title, lines)]


def confirmation(facts: ConfirmationPaper, printing: Printing) -> bytes:
    """D3: what the customer took over and signed for: the store's copy, then the customer's, each with its pages."""
    if printing.size is PaperSize.FORM_140:
        return delivery_forms.confirmation(facts, printing)
    _ = translator(printing.language)
    head = facts.head
    when = moment(facts.handed_over_at) if facts.handed_over_at else DASH
    blocks: list[Block] = [
        _about(head, _, Fact(_("Handed over at"), when, 3, style.FACT_STRONG)),
        *_goods(facts.goods, _),
        *_handed(handed(facts), _),
        *_defects(facts.defects, _),
        *_warranty(facts.warranty, _),
    ]
    day = date_text(facts.handed_over_at.date()) if facts.handed_over_at and facts.signature else ""
    customer = Signer(
        _("Customer (signature)"), 1.35, "" if facts.signature else facts.signed_by, day, facts.signature or b""
    )
    signers = (customer, Signer(_("Sales consultant"), name=head.consultant), Signer(_("Seller (seal)")))
    frames = [
        _frame(_("Delivery confirmation"), head, head.number, printing, copy)
        for copy in (_("Store copy"), _("Customer copy"))
    ]
    pages = _pages(blocks, statement(_), signers, _)
    sheet = frames[0].sheet()
    for frame in frames:
        frame.fill(sheet, pages)
    return sheet.finish()


def handed(facts: ConfirmationPaper) -> list[tuple[str, str]]:
    """What was given, shown and read, each with what proves it."""
    return [*facts.readings, *((words, "") for words in facts.received)]


def _handed(rows: Sequence[tuple[str, str]], _: Translator) -> list[Block]:
    if not rows:
        return []
    half = (len(rows) + 1) // 2
    columns = [Column(_("Handed over and explained"), 57, flexible=True), Column(_("Evidence"), 30)] * 2
    right = [*rows[half:], ("", "")]
    texts = [(*left, *other) for left, other in zip(rows[:half], right[:half], strict=True)]
    return [Heading(_("What was handed over")), Listing(columns, texts)]


def _warranty(lines: Sequence[WarrantyLine], _: Translator) -> list[Block]:
    """What the store answers for, three beside each other."""
    facts = [
        StripFact(line.what, _("until {day}").format(day=date_text(line.until)), months(line, _)) for line in lines
    ]
    rows = [facts[place : place + _STRIP] for place in range(0, len(facts), _STRIP)]
    return [Heading(_("Warranty")), *map(Strip, rows)] if rows else []


def months(line: WarrantyLine, _: Translator) -> str:
    """For how long a warranty runs."""
    return _("{count} months from the hand-over").format(count=line.months)


def defects(facts: DefectsPaper, printing: Printing) -> bytes:
    """D5: defects by room or piece, who puts them right until when, and what became of them."""
    _ = translator(printing.language)
    late = sum(line.mended_on is None for line in facts.lines)
    count = _("{count} in all, {open} open").format(count=len(facts.lines), open=late)
    blocks: list[Block] = [_about(facts.head, _), *_defects(facts.lines, _, count)]
    if not facts.lines:
        blocks.append(Paragraph(_("No defects were found.")))
    text = _("Both sides have seen the defects above. The store puts each right by its day, free of charge.")
    signers = (
        Signer(_("Customer (signature)"), 1.35),
        Signer(_("Made out by"), name=printing.printed_by),
        Signer(_("Seller (seal)")),
    )
    return _drawn(_("Defects list"), facts.head, facts.head.number, blocks, text, signers, printing)


def _defects(rows: Sequence[DefectLine], _: Translator, count: str = "") -> list[Block]:
    if not rows:
        return []
    columns = [
        Column(_("No."), 9, "centre", style.CELL_NUMBER),
        Column(_("Room or piece"), 27),
        Column(_("Defect"), 62, flexible=True),
        Column(_("Put right by"), 22),
        Column(_("Responsible"), 22),
        Column(_("Mended"), 32, kind=style.CELL_SPEC, flexible=True),
    ]
    texts = [
        (
            *(str(number), row.part or DASH, row.what, date_text(row.due_on), row.staff),
            " ".join(filter(None, (date_text(row.mended_on), row.mended))) if row.mended_on else DASH,
        )
        for number, row in enumerate(rows, start=1)
    ]
    return [Heading(_("Defects"), right=count), Listing(columns, texts)]


def run_sheet(facts: RunPaper, printing: Printing) -> bytes:
    """D5: by the minute what happens, who does it, and the phone to reach them."""
    _ = translator(printing.language)
    columns = [
        Column(_("Time"), 18, kind=style.CELL_STRONG),
        Column(_("What happens"), 84, flexible=True),
        Column(_("Who"), 36, flexible=True),
        Column(_("Phone"), 36),
    ]
    first = facts.head.starts_at.date()
    texts = [
        (
            f"{row.at:%H:%M}" if row.at.date() == first else f"{row.at:%m-%d %H:%M}",
            *(row.what, row.who or DASH, row.phone or DASH),
        )
        for row in facts.lines
    ]
    blocks: list[Block] = [
        _about(facts.head, _),
        Heading(_("By the minute"), right=_("{count} entries").format(count=len(texts))),
        Listing(columns, texts),
    ]
    signers = (Signer(_("Made out by"), name=printing.printed_by), Signer(_("Checked by")))
    return _drawn(_("Run sheet"), facts.head, facts.head.number, blocks, "", signers, printing)


def _about(head: DeliveryHead, _: Translator, *more: Fact) -> Facts:
    """Customer, contract, when and where, and the facts of the goods."""
    facts = [
        Fact(_("Customer"), head.customer, 3, style.FACT_STRONG),
        Fact(_("Phone"), head.phone or DASH, 2),
        Fact(_("Contract"), head.contract_number, 2),
        Fact(_("Time of delivery"), moment(head.starts_at), 3, style.FACT_STRONG),
        Fact(_("Place of delivery"), ", ".join(filter(None, (head.bay, head.place))) or DASH, 2),
        Fact(_("Sales consultant"), head.consultant, 2),
        *([Fact(_("Service advisor"), head.advisor, 2)] if head.advisor else []),
        *more,
    ]
    return Facts(facts)


def _goods(goods: Sequence[GoodsLine], _: Translator) -> list[Block]:
    columns = [
        Column(_("No."), 9, "centre", style.CELL_NUMBER),
        Column(_("Item"), 56, flexible=True),
        Column(_("Specification and remarks"), 43, kind=style.CELL_SPEC, flexible=True),
        Column(_("VIN or serial number"), 44, flexible=True),
        Column(_("Quantity"), 22, "right"),
    ]
    texts = [
        (
            *(str(number), row.name, row.spec or DASH, row.serial or DASH),
            " ".join(filter(None, (quantity_text(row.quantity), row.unit))),
        )
        for number, row in enumerate(goods, start=1)
    ]
    return [Heading(_("Goods delivered")), Listing(columns, texts)]


def _frame(title: str, head: DeliveryHead, number: str, printing: Printing, *details: str) -> Letterhead:
    return Letterhead(head.store, printing, title, number, details, details)


def _pages(blocks: list[Block], words: str, signers: Sequence[Signer], _: Translator) -> list[list[Placed]]:
    if words:
        paragraph = Paragraph(words)
        paragraph.above, paragraph.with_next = style.SECTION_GAP, True
        blocks = [*blocks, paragraph]
    else:
        blocks[-1].with_next = True
    signatures = Signatures(signers, _("Date ____ / __ / __"))
    return flow([*blocks, signatures], Zone(style.HEADER_RULE + blocks[0].above, style.LATER_TOP, style.BODY_END))


def _drawn(
    title: str,
    head: DeliveryHead,
    number: str,
    blocks: list[Block],
    words: str,
    signers: Sequence[Signer],
    printing: Printing,
) -> bytes:
    _ = translator(printing.language)
    return _frame(title, head, number, printing).draw(_pages(blocks, words, signers, _))
