"""Papers of a test drive on A4: the agreement with its routes, and what the customer said after (S4)."""

from __future__ import annotations

from models.kernel.i18n import Translator, translator
from models.papers.facts import Printing
from models.test_drives.papers import AgreementPaper, DriveHead, FeedbackPaper, RouteLine
from reports import style
from reports.blocks import Fact, Facts, Heading, Paragraph, Signer
from reports.flow import Block
from reports.letterhead import moment
from reports.listing import Listing
from reports.signed_sheet import signed_sheet
from reports.table import DASH, Column
from reports.wording import date_text

_HANG = 6.0


def agreement(facts: AgreementPaper, printing: Printing) -> bytes:
    """Who drives with which licence, the routes offered, what both sides agree on, the driver's signature."""
    _ = translator(printing.language)
    head = facts.head
    blocks: list[Block] = [
        Facts(
            [
                *_about(head, _),
                Fact(_("Driver"), facts.driver or DASH, 3, style.FACT_STRONG),
                Fact(_("Driving licence number"), facts.licence_number or DASH, 4),
                Fact(_("Class of licence"), facts.licence_class or DASH, 2),
                Fact(_("Valid until"), date_text(facts.licence_until) if facts.licence_until else DASH, 3),
                Fact(_("Odometer at the start"), _("{km} km").format(km=f"{facts.km:,}"), 3),
                Fact(_("Fuel"), facts.fuel or DASH, 2),
            ]
        ),
        Heading(_("Routes offered"), right=_("the route driven is marked")),
        Listing(_route_columns(_), [_route(number, route, _) for number, route in enumerate(facts.routes, start=1)]),
        Heading(_("Agreement")),
        *(Paragraph(clause, mark=f"{number}.", hang=_HANG) for number, clause in enumerate(facts.clauses, start=1)),
    ]
    signed_on = date_text(facts.signed_at.date()) if facts.signed_at and facts.signature else ""
    name = "" if facts.signature else facts.signed_by
    signers = (
        Signer(_("Driver (signature)"), 1.35, name, signed_on, facts.signature or b""),
        Signer(_("Sales consultant"), name=head.consultant),
        Signer(_("Seller (seal)")),
    )
    words = _("I have read the agreement above, the routes were explained to me, and I drive within it.")
    return signed_sheet(_("Test-drive agreement"), head.store, head.number, blocks, words, signers, printing)


def feedback(facts: FeedbackPaper, printing: Printing) -> bytes:
    """How long and how far they drove, what they liked, each focus point, the wish to buy, the next step."""
    _ = translator(printing.language)
    head = facts.head
    length = _("{minutes} min, {km} km").format(minutes=facts.minutes, km=facts.back_km - facts.out_km)
    order = _("kept") if facts.rode_first and facts.swapped_engine_off else _("not kept")
    blocks: list[Block] = [
        Facts(
            [
                *_about(head, _),
                Fact(_("Route"), facts.route or DASH, 3),
                Fact(_("Out"), moment(facts.out_at) if facts.out_at else DASH, 3),
                Fact(_("Back"), moment(facts.back_at) if facts.back_at else DASH, 2),
                Fact(_("Length"), length, 4, style.FACT_STRONG),
                Fact(_("Ride first, engine off, swap, drive"), order, 4),
                Fact(_("Odometer"), f"{facts.out_km:,} – {facts.back_km:,} km", 4),
            ]
        ),
    ]
    if facts.short:
        blocks.append(Paragraph(_("This drive was short: under 15 minutes and under 6 km."), style.BODY))
    if facts.points:
        blocks += [Heading(_("Focus points")), Listing(_point_columns(_), [_point(row, _) for row in _numbered(facts)])]
    for title, said in ((_("What they liked"), facts.liked), (_("What they did not like"), facts.disliked)):
        blocks += [Heading(title), Paragraph(said or DASH)]
    next_at = moment(facts.next_at) if facts.next_at else DASH
    blocks += [
        Heading(_("What comes next")),
        Facts(
            [
                Fact(_("Wish to buy"), facts.wish or DASH, 3, style.FACT_STRONG),
                Fact(_("Next step"), facts.next_step or DASH, 6),
                Fact(_("Agreed for"), next_at, 3),
            ]
        ),
    ]
    signers = (Signer(_("Customer (signature)"), 1.35), Signer(_("Sales consultant"), name=head.consultant))
    words = _("Thank you for driving with us. What you said helps us to find what suits you.")
    return signed_sheet(_("Test-drive feedback"), head.store, head.number, blocks, words, signers, printing)


def _about(head: DriveHead, _: Translator) -> list[Fact]:
    return [
        Fact(_("Customer"), head.customer, 3, style.FACT_STRONG),
        Fact(_("Phone"), head.phone or DASH, 3),
        Fact(_("Sales consultant"), head.consultant, 2),
        Fact(_("Booked for"), f"{moment(head.starts_at)}–{head.ends_at:%H:%M}", 4),
        Fact(_("Car"), head.car, 5, style.FACT_STRONG),
        Fact(_("VIN or serial number"), head.car_number, 4),
    ]


def _route_columns(_: Translator) -> list[Column]:
    return [
        Column(_("No."), 9, "centre", style.CELL_NUMBER),
        Column(_("Route"), 34, flexible=True),
        Column(_("Along"), 83, kind=style.CELL_SPEC, flexible=True),
        Column(_("Length, about"), 30, "right"),
        Column(_("Driven"), 18, "centre", style.CELL_STRONG),
    ]


def _route(number: int, route: RouteLine, _: Translator) -> tuple[str, ...]:
    about = _("{km} km, {minutes} min").format(km=route.km, minutes=route.minutes)
    return (str(number), route.name, route.via, about, "✓" if route.chosen else DASH)


def _point_columns(_: Translator) -> list[Column]:
    return [
        Column(_("No."), 9, "centre", style.CELL_NUMBER),
        Column(_("Focus point"), 78, flexible=True),
        Column(_("Agreed"), 22, "centre"),
        Column(_("Remark"), 65, kind=style.CELL_SPEC, flexible=True),
    ]


def _numbered(facts: FeedbackPaper) -> list[tuple[int, str, bool | None, str]]:
    return [(number, row.point, row.agreed, row.remark) for number, row in enumerate(facts.points, start=1)]


def _point(row: tuple[int, str, bool | None, str], _: Translator) -> tuple[str, ...]:
    number, point, agreed, remark = row
    said = DASH if agreed is None else _("yes") if agreed else _("no")
    return (str(number), point, said, remark or DASH)
