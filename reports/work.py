"""The papers during the work on A4: dispatch sheet without prices, extra-work approval (W6, W7)."""

from __future__ import annotations

from models.kernel.i18n import Translator, translator
from models.kernel.money import in_words, plain, quantity_text
from models.papers.facts import PaperSize, Printing
from models.service.reception_papers import EstimateLine
from models.service.work_papers import DispatchedLine, DispatchedPerson, ExtraWorkPaper, WorkDispatchPaper
from reports import style, work_forms
from reports.blocks import Beside, Fact, Facts, Heading, Paragraph, PricePanel, Signer
from reports.checklist import TintedNote
from reports.flow import Block
from reports.letterhead import moment
from reports.listing import Listing
from reports.reception import head_facts
from reports.signed_sheet import signed_sheet
from reports.table import DASH, Column


def dispatch(facts: WorkDispatchPaper, printing: Printing) -> bytes:
    """W6: who does what, where, with which parts; what it costs is nobody's business at the bench."""
    if printing.size is PaperSize.FORM_140:
        return work_forms.dispatch(facts, printing)
    _ = translator(printing.language)
    head = facts.head
    promised = moment(head.promised_at) if head.promised_at else DASH
    about = Facts(
        [
            Fact(_("Plate"), head.plate or DASH, 3, style.FACT_STRONG),
            Fact(_("Vehicle"), head.vehicle or DASH, 4),
            Fact(_("VIN"), head.vin or DASH, 5),
            Fact(_("To be ready by"), promised, 3, style.FACT_STRONG),
            Fact(_("Service advisor"), head.advisor or DASH, 4),
            Fact(_("Road test"), _("allowed") if facts.road_test else _("not allowed"), 5),
        ]
    )
    blocks: list[Block] = [about]
    if facts.complaint:
        blocks.append(TintedNote(_("What the customer says"), [facts.complaint]))
    for person in facts.people:
        blocks += [Heading(person.name or _("Nobody yet"), _hours(person, _)), _table(person, _)]
    signers = (
        Signer(_("Technician (signature)"), 1.2),
        Signer(_("Second check")),
        Signer(_("Final check")),
    )
    words = _("Who did the work checks it first; the second and the final check are by others.")
    return signed_sheet(_("Dispatch sheet"), facts.store, facts.number, blocks, words, signers, printing)


def _hours(person: DispatchedPerson, _: Translator) -> str:
    total = sum(line.hours for line in person.lines)
    return _("{hours} standard hours").format(hours=quantity_text(total))


def _table(person: DispatchedPerson, _: Translator) -> Listing:
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(_("Work"), 60, kind=style.CELL_STRONG, flexible=True),
        Column(_("Parts"), 52, kind=style.CELL_SPEC, flexible=True),
        Column(_("Workshop bay"), 16),
        Column(_("Hours"), 12, "right"),
        Column(_("Begin the work"), 13),
        Column(_("It is done"), 13),
    ]
    rows = [
        (str(number), _named(line), "\n".join(line.parts) or DASH, line.bay or DASH, quantity_text(line.hours), "", "")
        for number, line in enumerate(person.lines, 1)
    ]
    return Listing(columns, rows)


def _named(line: DispatchedLine) -> str:
    about = " · ".join(part for part in (line.skill, line.note) if part)
    return f"{line.name}\n{about}" if about else line.name


def extra_work(facts: ExtraWorkPaper, printing: Printing) -> bytes:
    """W7: what was found, what it takes and costs, and the customer's word on it."""
    if printing.size is PaperSize.FORM_140:
        return work_forms.extra_work(facts, printing)
    _ = translator(printing.language)
    promised = moment(facts.promised_at) if facts.promised_at else DASH
    blocks: list[Block] = [
        head_facts(
            facts.head,
            _,
            Fact(_("Found by"), facts.found_by or DASH, 3),
            Fact(_("Found at"), moment(facts.found_at), 4),
            Fact(_("New time"), promised, 5, style.FACT_STRONG),
        ),
        TintedNote(_("What was found"), [facts.found]),
    ]
    if facts.lines:
        blocks += [Heading(_("What it takes"), right=_("Unit: CNY")), _lines(facts.lines, _)]
    if facts.refused:
        blocks += [Heading(_("Not wanted by the customer"), right=_("Unit: CNY")), _lines(facts.refused, _)]
    if facts.safety:
        blocks.append(TintedNote(_("Safety warning"), [warning(_)]))
    blocks.append(Beside([Paragraph(answer(facts, _), width=108)], [_panel(facts, printing.language, _)]))
    signers = (
        Signer(_("Customer (signature)"), 1.35, "" if facts.signature else facts.name, "", facts.signature),
        Signer(_("Service advisor"), name=facts.answered_to or facts.head.advisor),
        Signer(_("Store (seal)")),
    )
    words = _("I have been told of the extra work, its price and the new time. It begins only with my consent.")
    return signed_sheet(_("Extra-work approval"), facts.store, facts.number, blocks, words, signers, printing)


def warning(_: Translator) -> str:
    """What is said of safety where the customer may refuse."""
    return _(
        "This concerns the safety of the vehicle. Driving on without it may lead to an accident; whoever declines it "
        "does so at their own risk."
    )


def answer(facts: ExtraWorkPaper, _: Translator) -> str:
    """How the customer answered, in a sentence."""
    if facts.answered_at is None:
        return _("The customer has not answered yet.")
    return _("{state}: {consent}, {name}, {moment}, taken down by {staff}. {said}").format(
        state=facts.state,
        consent=facts.consent or DASH,
        name=facts.name or DASH,
        moment=moment(facts.answered_at),
        staff=facts.answered_to or DASH,
        said=_("“{words}”").format(words=facts.said) if facts.said else "",
    )


def _lines(lines: tuple[EstimateLine, ...], _: Translator) -> Listing:
    columns = [
        Column(_("No."), 8, "centre", style.CELL_NUMBER),
        Column(_("Description"), 70, flexible=True),
        Column(_("Remark"), 34, kind=style.CELL_SPEC, flexible=True),
        Column(_("Quantity"), 20, "right"),
        Column(_("Price"), 20, "right"),
        Column(_("Amount"), 22, "right"),
    ]
    rows = [
        (
            *(str(number), line.name, line.remark or line.code or DASH),
            f"{quantity_text(line.quantity)} {line.unit}".strip(),
            *(plain(line.unit_price), plain(line.amount)),
        )
        for number, line in enumerate(lines, 1)
    ]
    return Listing(columns, rows)


def _panel(facts: ExtraWorkPaper, language: str, _: Translator) -> PricePanel:
    rows = [(_("Authorised before"), plain(facts.authorised)), (_("Extra work"), plain(facts.amount))]
    return PricePanel(rows, _("Total with it"), plain(facts.total), in_words(facts.total, language), "")
