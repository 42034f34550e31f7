"""Papers of a delivery on A4: dispatch note, checklist, confirmation in two copies, defects, run sheet (D1, D3, D5)."""

from __future__ import annotations

from collections.abc import Sequence

from models.delivery.papers import (
    ChecklistPaper,
    ConfirmationPaper,
    DefectRow,
    DefectsPaper,
    DeliveredGoods,
    DeliveryHead,
    DispatchPaper,
    Mark,
    PaperSection,
    PaperSignature,
    RunSheetPaper,
    Said,
)
from models.kernel.i18n import Translator, translator
from models.kernel.money import plain, quantity_text
from models.papers.facts import PaperSize, Printing, StoreHead
from models.sales.quote_papers import StripFact
from reports import delivery_forms, style
from reports.blocks import Fact, Facts, Heading, Paragraph, Signatures, Signer
from reports.checklist import Checklist, Legend, TintedNote
from reports.flow import Block, Placed, Zone, flow
from reports.letterhead import Letterhead, moment
from reports.listing import Listing
from reports.strip import Strip
from reports.table import DASH, Column, money
from reports.wording import date_text


def dispatch_note(facts: DispatchPaper, printing: Printing) -> bytes:
    """D3: the release of goods, approved by the manager and signed for by whoever takes them."""
    if printing.size is PaperSize.FORM_140:
        return delivery_forms.dispatch_note(facts, printing)
    _ = translator(printing.language)
    amounts = [
        Fact(_("Contract total"), plain(facts.total), 3),
        Fact(_("Received"), plain(facts.received), 3),
        Fact(_("Due and not paid"), money(facts.owed), 3, style.FACT_STRONG),
        Fact(_("Released all the same by"), facts.overruled or DASH, 3),
    ]
    decided = [
        Fact(_("Asked for by"), f"{facts.asked_by} {moment(facts.asked_at)}", 4),
        Fact(_("Approved by"), approved(facts, _), 4, style.FACT_STRONG),
    ]
    blocks: list[Block] = [
        _about(facts.head, _),
        *_goods(facts.goods, _),
        Heading(_("Money"), right=_("Unit: CNY")),
        Facts(amounts),
        Heading(_("Release")),
        Facts(decided),
        *([TintedNote(_("Note"), [facts.note])] if facts.note else []),
    ]
    signers = (
        Signer(_("Goods received (signature of customer)"), 1.3),
        Signer(_("Sales consultant"), name=facts.head.consultant),
        Signer(_("Manager (release)"), name=facts.approved_by, date=_day(facts)),
        Signer(_("Cashier (booked)")),
    )
    statement = _("The store releases the goods above to the customer. This copy, signed, is booked by the cashier.")
    return _drawn(_("Dispatch note"), facts.store, facts.number, blocks, statement, signers, printing)


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
        _about(facts.head, _),
        Legend(facts.sections, _),
        *_sections(facts, printing.language),
        *_strip(facts.strip),
    ]
    signers = (
        _customer(facts.signature, _),
        Signer(_("Sales consultant"), name=facts.head.consultant),
        Signer(_("Service advisor"), name=facts.head.advisor),
        Signer(_("Manager (release)")),
    )
    return _drawn(_("Delivery checklist"), facts.store, facts.number, blocks, statement(_), signers, printing)


def statement(_: Translator) -> str:
    """What the customer signs."""
    return _(
        "I have checked what was delivered, compared the papers, keys and accessories above, and had use, warranty and "
        "the next service explained. I take over the goods."
    )


def reasons(sections: Sequence[PaperSection], _: Translator) -> list[str]:
    """Why items do not apply, by their numbers on the sheet."""
    every = [item for section in sections for item in section.items]
    return [
        _("No. {number}: {reason}").format(number=number, reason=item.reason)
        for number, item in enumerate(every, start=1)
        if item.mark is Mark.NOT_APPLICABLE and item.reason
    ]


def _sections(facts: ChecklistPaper, language: str) -> list[Block]:
    """The sections, with what does not apply in the free end of a column, or below them."""
    _ = translator(language)
    lines = reasons(facts.sections, _)
    title = _("Why something does not apply")
    sheet = Checklist(facts.sections, language)
    left_over = "" if facts.signature else _("Left over (what, who, until when)")
    if sheet.take_in(title, lines, left_over) or not lines:
        return [sheet]
    return [sheet, TintedNote(title, lines)]


def confirmation(facts: ConfirmationPaper, printing: Printing) -> bytes:
    """D3: what the customer took over and signed for; the store's copy, then the customer's, each with its own pages."""
    if printing.size is PaperSize.FORM_140:
        return delivery_forms.confirmation(facts, printing)
    _ = translator(printing.language)
    when = moment(facts.handed_over_at) if facts.handed_over_at else DASH
    blocks: list[Block] = [
        _about(facts.head, _, Fact(_("Handed over at"), when, 3, style.FACT_STRONG)),
        *_goods(facts.goods, _),
        *_handed(facts.handed, _),
        *_defects(facts.defects, _),
        *_strip(facts.strip),
    ]
    signers = (
        _customer(facts.signature, _),
        Signer(_("Sales consultant"), name=facts.head.consultant),
        Signer(_("Seller (seal)")),
    )
    frames = [
        _frame(_("Delivery confirmation"), facts.store, facts.number, printing, copy)
        for copy in (_("Store copy"), _("Customer copy"))
    ]
    pages = _pages(blocks, statement(_), signers, _)
    sheet = frames[0].sheet()
    for frame in frames:
        frame.fill(sheet, pages)
    return sheet.finish()


def _handed(handed: Sequence[Said], _: Translator) -> list[Block]:
    if not handed:
        return []
    half = (len(handed) + 1) // 2
    columns = [Column(_("Item handed over"), 57, flexible=True), Column(_("Evidence"), 30)]
    both = [*columns, *columns]
    padded = [*handed, Said("", "")]
    texts = [
        tuple(words for said in (padded[place], padded[min(place + half, len(handed))]) for words in _pair(said))
        for place in range(half)
    ]
    return [Heading(_("What was handed over")), Listing(both, texts)]


def _pair(said: Said) -> tuple[str, str]:
    return said.label, said.value


def defects(facts: DefectsPaper, printing: Printing) -> bytes:
    """D5: defects by room or piece, who puts them right until when, and what became of them."""
    _ = translator(printing.language)
    late = sum(row.mended_on is None for row in facts.rows)
    count = _("{count} in all, {open} open").format(count=len(facts.rows), open=late)
    blocks: list[Block] = [_about(facts.head, _), *_defects(facts.rows, _, count)]
    if not facts.rows:
        blocks.append(Paragraph(_("No defects were found.")))
    text = _("Both sides have seen the defects above. The store puts each right by its day, free of charge.")
    signers = (
        _customer(facts.signature, _),
        Signer(_("Made out by"), name=printing.printed_by),
        Signer(_("Seller (seal)")),
    )
    return _drawn(_("Defects list"), facts.head.store, facts.number, blocks, text, signers, printing)


def _defects(rows: Sequence[DefectRow], _: Translator, count: str = "") -> list[Block]:
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


def run_sheet(facts: RunSheetPaper, printing: Printing) -> bytes:
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
        for row in facts.rows
    ]
    blocks: list[Block] = [
        _about(facts.head, _),
        Heading(_("By the minute"), right=_("{count} entries").format(count=len(texts))),
        Listing(columns, texts),
    ]
    signers = (Signer(_("Made out by"), name=printing.printed_by), Signer(_("Checked by")))
    return _drawn(_("Run sheet"), facts.head.store, facts.number, blocks, "", signers, printing)


def _about(head: DeliveryHead, _: Translator, *more: Fact) -> Facts:
    """Customer, contract, when and where, and the facts of the goods."""
    facts = [
        Fact(_("Customer"), head.customer, 3, style.FACT_STRONG),
        Fact(_("Phone"), head.phone or DASH, 2),
        Fact(_("Contract"), head.contract_number, 2),
        Fact(_("Time of delivery"), moment(head.starts_at), 3, style.FACT_STRONG),
        Fact(_("Place of delivery"), ", ".join(filter(None, (head.bay, head.place))) or DASH, 2),
        *(Fact(said.label, said.value or DASH, 3) for said in head.subject),
        Fact(_("Sales consultant"), head.consultant, 2),
        *([Fact(_("Service advisor"), head.advisor, 2)] if head.advisor else []),
        *more,
    ]
    return Facts(facts)


def _goods(goods: Sequence[DeliveredGoods], _: Translator) -> list[Block]:
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


def _strip(said: Sequence[Said]) -> list[Block]:
    return [Strip([StripFact(each.label, each.value, each.remark) for each in said])] if said else []


def _customer(signature: PaperSignature | None, _: Translator) -> Signer:
    label = _("Customer (signature)")
    if signature is None:
        return Signer(label, 1.35)
    name = "" if signature.picture else signature.name
    return Signer(label, 1.35, name, date_text(signature.signed_on), signature.picture)


def _frame(title: str, store: StoreHead, number: str, printing: Printing, *details: str) -> Letterhead:
    return Letterhead(store, printing, title, number, details, details)


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
    store: StoreHead,
    number: str,
    blocks: list[Block],
    words: str,
    signers: Sequence[Signer],
    printing: Printing,
) -> bytes:
    _ = translator(printing.language)
    return _frame(title, store, number, printing).draw(_pages(blocks, words, signers, _))
