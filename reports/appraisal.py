"""The appraisal of a used vehicle on A4: facts, condition by area, market, price and how long it holds (S5)."""

from __future__ import annotations

from datetime import date

from models.kernel.i18n import Translator, translator
from models.kernel.money import plain
from models.papers.facts import Printing
from models.trade_ins.papers import AppraisalPaper
from reports import style
from reports.blocks import Fact, Facts, Heading, Paragraph, Signer
from reports.flow import Block
from reports.letterhead import moment
from reports.listing import Listing
from reports.signed_sheet import signed_sheet
from reports.table import DASH, Column
from reports.wording import date_text


def appraisal(facts: AppraisalPaper, printing: Printing) -> bytes:
    """The paper the customer is shown and signs when they give the vehicle."""
    _ = translator(printing.language)
    blocks: list[Block] = [
        Facts(_about(facts, _)),
        Heading(_("Condition by area")),
        Listing(
            [
                Column(_("No."), 9, "centre", style.CELL_NUMBER),
                Column(_("Area"), 50, flexible=True),
                Column(_("State of the area"), 30),
                Column(_("Remark"), 85, kind=style.CELL_SPEC, flexible=True),
            ],
            [
                (str(number), row.area, row.grade or DASH, row.remark or DASH)
                for number, row in enumerate(facts.conditions, start=1)
            ],
        ),
    ]
    for title, said in (
        (_("Accident history"), facts.accidents),
        (_("Mortgage"), facts.mortgage or _("none told")),
        (_("Remarks"), facts.note),
    ):
        if said:
            blocks += [Heading(title), Paragraph(said)]
    blocks += _market(facts, _)
    price = f"¥ {plain(facts.price)}" if facts.price else DASH
    approved = f"{facts.approved_by} {moment(facts.approved_at)}" if facts.approved_at else _("not approved yet")
    until = date_text(facts.valid_until) if facts.valid_until else DASH
    blocks += [
        Heading(_("Price offered")),
        Facts(
            [
                Fact(_("Price offered"), price, 4, style.FACT_STRONG),
                Fact(_("Valid until"), until, 4, style.FACT_STRONG),
                Fact(_("Approved by"), approved, 4),
            ]
        ),
    ]
    signers = (
        Signer(_("Customer (signature)"), 1.35),
        Signer(_("Appraised by"), name=facts.appraiser),
        Signer(_("Approved by"), name=facts.approved_by),
        Signer(_("Seller (seal)")),
    )
    words = _(
        "The price holds until the day above, as long as condition and mileage are as appraised and the vehicle is "
        "free of third parties' rights."
    )
    return signed_sheet(_("Trade-in appraisal"), facts.store, facts.number, blocks, words, signers, printing)


def _about(facts: AppraisalPaper, _: Translator) -> list[Fact]:
    def day(value: date | None) -> str:
        return date_text(value) if value else DASH

    return [
        Fact(_("Customer"), facts.customer, 3, style.FACT_STRONG),
        Fact(_("Phone"), facts.phone or DASH, 3),
        Fact(_("Vehicle"), facts.vehicle or DASH, 4, style.FACT_STRONG),
        Fact(_("Plate"), facts.plate or DASH, 2),
        Fact(_("VIN"), facts.vin or DASH, 4),
        Fact(_("Colour"), facts.colour or DASH, 2),
        Fact(_("First registration"), day(facts.registered_on), 3),
        Fact(_("Mileage"), _("{km} km").format(km=f"{facts.mileage_km:,}"), 3),
        Fact(_("Owners before"), str(facts.owners), 3),
        Fact(_("Insurance until"), day(facts.insurance_until), 3),
        Fact(_("Inspection until"), day(facts.inspection_until), 3),
        Fact(_("Documents seen"), _(", ").join(facts.documents) or DASH, 6),
        Fact(_("Documents missing"), _(", ").join(facts.missing_documents) or DASH, 6),
    ]


def _market(facts: AppraisalPaper, _: Translator) -> list[Block]:
    if not facts.references:
        return []
    columns = [
        Column(_("No."), 9, "centre", style.CELL_NUMBER),
        Column(_("Where it was seen"), 50, flexible=True),
        Column(_("Vehicle compared"), 85, kind=style.CELL_SPEC, flexible=True),
        Column(_("Price"), 30, "right"),
    ]
    rows = [
        (str(number), row.source, row.about or DASH, plain(row.price))
        for number, row in enumerate(facts.references, start=1)
    ]
    return [Heading(_("Market references")), Listing(columns, rows)]
