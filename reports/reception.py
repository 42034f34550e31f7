"""The papers before the work on A4: reception sheet, pre-inspection sheet, work authorisation (W3–W5)."""

from __future__ import annotations

from collections.abc import Sequence

from models.kernel.i18n import Translator, translator
from models.kernel.money import in_words, plain, quantity_text
from models.papers.facts import PaperSize, Printing
from models.service.reception_papers import (
    AuthorisationPaper,
    EstimateLine,
    InspectionPaper,
    OrderHead,
    ReceptionPaper,
)
from reports import reception_forms, style
from reports.blocks import Beside, Fact, Facts, Heading, Paragraph, PricePanel, Signer
from reports.checklist import TintedNote
from reports.flow import Block
from reports.letterhead import moment
from reports.listing import Listing
from reports.outline import BodyPanel, MarkList
from reports.signed_sheet import signed_sheet
from reports.table import DASH, DENSE_ROW_HEIGHT, Column, Grid, Table, money
from reports.wording import date_text


def head_facts(head: OrderHead, _: Translator, *more: Fact) -> Facts:
    """Whose vehicle it is, which one, who looks after it."""
    km = _("{km} km").format(km=f"{head.mileage:,}") if head.mileage is not None else DASH
    vehicle = [
        Fact(_("Plate"), head.plate or DASH, 2, style.FACT_STRONG),
        Fact(_("Vehicle"), head.vehicle or DASH, 4),
        Fact(_("VIN"), head.vin or DASH, 4),
        Fact(_("Mileage"), km, 2),
    ]
    place = [Fact(_("Place of the work"), head.vehicle or DASH, 8)]
    return Facts(
        [
            Fact(_("Customer"), head.customer, 3, style.FACT_STRONG),
            Fact(_("Phone"), head.phone or DASH, 3),
            *(vehicle if head.vin or head.plate else place),
            Fact(_("Service advisor"), head.advisor or DASH, 2),
            *more,
        ]
    )


def reception(facts: ReceptionPaper, printing: Printing) -> bytes:
    """W3: how the vehicle came in, as both sides saw it together."""
    if printing.size is PaperSize.FORM_140:
        return reception_forms.reception(facts, printing)
    _ = translator(printing.language)
    came = moment(facts.head.received_at) if facts.head.received_at else DASH
    about = head_facts(
        facts.head,
        _,
        Fact(_("Brought by"), f"{facts.brought_by} {facts.brought_phone}".strip() or DASH, 4),
        Fact(_("Came in"), came, 3),
        Fact(_("Key tag"), facts.key_tag or DASH, 2),
        Fact(_("Repeat repair"), facts.repeat or _("no"), 3),
    )
    lists = (
        (_("Warning lights on"), facts.lights),
        (_("Works as it should"), facts.functions),
        (_("Protection put on"), facts.covers),
    )
    blocks: list[Block] = [
        about,
        Heading(_("Body check"), _("places and damage as seen together")),
        BodyPanel(facts.outline, facts.marks, facts.fuel, lists, printing.language),
        *([MarkList(facts.marks)] if facts.marks else []),
        *_told(facts, _),
        *_agreed(facts, _),
    ]
    words = _(
        "State, belongings and complaint were compared by both sides. After the inspection an estimate follows; work "
        "begins only when the customer has confirmed work, price and time (work authorisation)."
    )
    signers = (
        Signer(_("Customer (signature)"), 1.35),
        Signer(_("Service advisor"), name=facts.head.advisor),
        Signer(_("To be ready by"), name=moment(facts.head.promised_at) if facts.head.promised_at else ""),
    )
    return signed_sheet(_("Reception sheet"), facts.store, facts.number, blocks, words, signers, printing)


def _told(facts: ReceptionPaper, _: Translator) -> list[Block]:
    """The customer's words and 5W2H, two columns."""
    asked = [(name, answer or DASH) for name, answer in facts.asked]
    half = (len(asked) + 1) // 2
    right = [*asked[half:], ("", "")]
    columns = [Column("", 22, kind=style.CELL_LABEL), Column("", 65, flexible=True)] * 2
    rows = [(*one, *other) for one, other in zip(asked[:half], right[:half], strict=True)]
    words = _("“{words}”").format(words=facts.complaint) if facts.complaint else DASH
    return [TintedNote(_("What the customer says"), [words]), Listing(columns, rows)]


def _agreed(facts: ReceptionPaper, _: Translator) -> list[Block]:
    chosen = [f"{'☑' if line.chosen else '☐'} {line.name}" for line in facts.choices]
    taken = _("Customer asked to take valuables along: {answer}").format(
        answer=_("yes") if facts.valuables_asked else _("no")
    )
    left = _("Left in it: {what}").format(what=facts.belongings or _("nothing"))
    return [Heading(_("Belongings and wishes")), Paragraph(f"{taken}   {left}"), Paragraph("   ".join(chosen))]


def inspection(facts: InspectionPaper, printing: Printing) -> bytes:
    """W4: each point in order, soon or now, with what was measured."""
    if printing.size is PaperSize.FORM_140:
        return reception_forms.inspection(facts, printing)
    _ = translator(printing.language)
    columns = [
        Column(_("No."), 9, "centre", style.CELL_NUMBER),
        Column(_("Section"), 26, kind=style.CELL_LABEL),
        Column(_("Point"), 46, flexible=True),
        Column(_("Result"), 22, kind=style.CELL_STRONG),
        Column(_("Measured"), 24),
        Column(_("Remark"), 47, kind=style.CELL_SPEC, flexible=True),
    ]
    rows, before = [], ""
    for number, point in enumerate(facts.points, 1):
        section, before = "" if point.section == before else point.section, point.section
        found = (point.grade or DASH, point.measured or DASH, point.note or DASH)
        rows.append((str(number), section, point.wording, *found))
    urgent = [place for place, point in enumerate(facts.points) if point.urgent]
    blocks: list[Block] = [head_facts(facts.head, _), Listing(columns, rows, marked=urgent)]
    signers = (
        Signer(_("Customer (signature)"), 1.35),
        Signer(_("Service advisor"), name=facts.head.advisor),
        Signer(_("Inspected by"), name=facts.inspected_by),
    )
    words = _("What is marked “{now}” concerns safety or working order and is best done at this visit.").format(
        now=_("Right now")
    )
    return signed_sheet(_("Pre-inspection sheet"), facts.store, facts.number, blocks, words, signers, printing)


def authorisation(facts: AuthorisationPaper, printing: Printing) -> bytes:
    """W5: work, price and time, confirmed by the customer before anything is begun."""
    if printing.size is PaperSize.FORM_140:
        return reception_forms.authorisation(facts, printing)
    _ = translator(printing.language)
    promised = moment(facts.head.promised_at) if facts.head.promised_at else DASH
    blocks: list[Block] = [
        head_facts(facts.head, _, Fact(_("To be ready by"), promised, 4, style.FACT_STRONG)),
        *([TintedNote(_("What the customer says"), [facts.complaint])] if facts.complaint else []),
    ]
    for title, lines, total in (
        (_("Labour"), facts.labour, facts.labour_total),
        (_("Parts"), facts.parts, facts.parts_total),
        (_("Other"), facts.other, facts.other_total),
    ):
        if lines:
            blocks += [Heading(title, right=_("Unit: CNY")), _table(lines, total, _)]
    if facts.put_off:
        put_off = [(line.name, plain(line.amount), line.remark or DASH) for line in facts.put_off]
        columns = [
            Column(_("Put off or refused"), 90, flexible=True),
            Column(_("Amount"), 30, "right"),
            Column(_("Remark"), 54, kind=style.CELL_SPEC, flexible=True),
        ]
        blocks += [Heading(_("Not done this time")), Listing(columns, put_off)]
    blocks.append(Beside([_terms(facts, _)], [_panel(facts, printing.language, _)]))
    day = date_text(facts.signed_at.date()) if facts.signed_at else ""
    name = "" if facts.signature else facts.signed_by
    signers = (
        Signer(_("Customer (signature)"), 1.35, name, day, facts.signature),
        Signer(_("Service advisor"), name=facts.head.advisor),
        Signer(_("Store (seal)")),
    )
    words = _(
        "I authorise the work above at the price and for the time stated. Work beyond it needs my consent first; I pay "
        "no more than I have authorised."
    )
    return signed_sheet(_("Work authorisation"), facts.store, facts.number, blocks, words, signers, printing)


def _table(lines: Sequence[EstimateLine], total: int, _: Translator) -> Table:
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(_("Description"), 62, flexible=True),
        Column(_("Remark"), 34, kind=style.CELL_SPEC, flexible=True),
        Column(_("Quantity"), 16, "right"),
        Column(_("Price"), 18, "right"),
        Column(_("Discount"), 16, "right"),
        Column(_("Amount"), 20, "right"),
    ]
    texts = [
        (
            *(str(number), line.name, line.remark or line.code or DASH),
            f"{quantity_text(line.quantity)} {line.unit}".strip(),
            *(plain(line.unit_price), money(-line.discount), plain(line.amount)),
        )
        for number, line in enumerate(lines, 1)
    ]
    grid = Grid(columns, texts, (plain(total),), row_height=DENSE_ROW_HEIGHT)
    return Table(grid, [grid.line(cells, line.amount) for cells, line in zip(texts, lines, strict=True)], _)


def _terms(facts: AuthorisationPaper, _: Translator) -> Block:
    said = [
        _("Old parts: {what}").format(what=facts.old_parts),
        _("Road test allowed") if facts.road_test else "",
        _("Before the work {amount} is paid.").format(amount=plain(facts.deposit)) if facts.deposit else "",
        _("Free of charge: {amount}").format(amount=plain(facts.free)) if facts.free else "",
    ]
    return Paragraph("   ".join(part for part in said if part), width=108)


def _panel(facts: AuthorisationPaper, language: str, _: Translator) -> PricePanel:
    rows = [
        (_("Labour"), plain(facts.labour_total)),
        (_("Parts"), plain(facts.parts_total)),
        *([(_("Other"), plain(facts.other_total))] if facts.other_total else []),
        *([(_("Discount"), plain(-facts.discount))] if facts.discount else []),
        *([(_("Rounding"), plain(facts.rounding))] if facts.rounding else []),
    ]
    return PricePanel(rows, _("To be authorised"), plain(facts.total), in_words(facts.total, language), "")
