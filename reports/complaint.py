"""The complaint sheet with the customer's signature on A4, and the register of complaints on A4 landscape (W10)."""

from __future__ import annotations

from models.complaints.papers import ComplaintLine, ComplaintPaper, ComplaintRegisterPaper
from models.kernel.i18n import Translator, translator
from models.kernel.money import plain
from models.papers.facts import Printing
from reports import style
from reports.blocks import Fact, Facts, Heading, Paragraph, Signatures, Signer
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead, moment
from reports.listing import Listing
from reports.signed_sheet import signed_sheet
from reports.table import DASH, Column
from reports.wording import date_text

_PAGE = style.LANDSCAPE


def sheet(facts: ComplaintPaper, printing: Printing) -> bytes:
    """What the customer says, what was done about it, and their word that it is settled."""
    _ = translator(printing.language)
    blocks: list[Block] = [
        Facts(
            [
                Fact(_("Customer"), facts.customer or DASH, 3, style.FACT_STRONG),
                Fact(_("Phone"), facts.phone or DASH, 3),
                Fact(_("About"), facts.subject or DASH, 3),
                Fact(_("State"), facts.state, 3),
                Fact(_("Kind of complaint"), facts.category, 3, style.FACT_STRONG),
                Fact(_("Severity"), facts.severity, 3),
                Fact(_("How it came"), facts.way, 3),
                Fact(_("Taken by"), facts.opened_by, 3),
                Fact(_("Taken at"), moment(facts.opened_at), 3),
                Fact(_("Answer due"), date_text(facts.due_on), 3),
                Fact(_("Who answers for it"), facts.owner, 3),
            ]
        )
    ]
    for title, said in (
        (_("In the customer's own words"), facts.words),
        (_("What the customer wants"), facts.wish),
    ):
        if said:
            blocks += [Heading(title), Paragraph(said)]
    blocks += [Heading(_("Steps")), _steps(facts, _)]
    for title, said in (
        (_("Our answer"), facts.answer),
        (_("What came of it"), facts.outcome),
        (_("The customer's word"), facts.said),
    ):
        if said:
            blocks += [Heading(title), Paragraph(said)]
    signers = (
        Signer(_("Customer (signature)"), 1.35, picture=facts.signature),
        Signer(_("Handled by"), name=facts.owner),
        Signer(_("Manager")),
    )
    words = _("With my signature I confirm that the matter above was discussed with me and is settled.")
    return signed_sheet(_("Complaint sheet"), facts.store, facts.number, blocks, words, signers, printing)


def _steps(facts: ComplaintPaper, _: Translator) -> Listing:
    columns = [
        Column(_("No."), 9, "centre", style.CELL_NUMBER),
        Column(_("Time"), 30, "centre", style.CELL_SPEC),
        Column(_("What"), 26),
        Column(_("Said and done"), 86, kind=style.CELL_SPEC, flexible=True),
        Column(_("By"), 23),
    ]
    rows = [
        (str(number), moment(step.at), step.what, step.text or DASH, step.staff)
        for number, step in enumerate(facts.steps, start=1)
    ]
    return Listing(columns, rows or [("", "", "", _("Nothing yet."), "")])


def register(facts: ComplaintRegisterPaper, printing: Printing) -> bytes:
    """Every complaint of a period: what about, who answers, in time or late, what came of it, what it cost."""
    _ = translator(printing.language)
    days = _("{first} to {last}").format(first=date_text(facts.first), last=date_text(facts.last))
    period = date_text(facts.first) if facts.first == facts.last else days
    closed = sum(line.closed_at is not None for line in facts.lines)
    cost = sum(line.cost for line in facts.lines)
    top = [
        Fact(_("Period"), period, 3, style.FACT_STRONG),
        Fact(_("Complaints"), str(len(facts.lines))),
        Fact(_("Closed / open"), f"{closed} / {len(facts.lines) - closed}"),
        Fact(_("Answered late"), str(sum(line.late for line in facts.lines))),
        Fact(_("What it cost"), f"¥ {plain(cost)}", 2, style.FACT_STRONG),
    ]
    columns = [
        Column(_("Number"), 27, kind=style.WIDE_STRONG),
        Column(_("Taken at"), 22, "centre", style.WIDE_CELL),
        Column(_("Customer"), 22, kind=style.WIDE_CELL, flexible=True),
        Column(_("Phone"), 27, kind=style.WIDE_CELL),
        Column(_("Kind of complaint"), 22, kind=style.WIDE_LABEL),
        Column(_("Severity"), 14, "centre", style.WIDE_LABEL),
        Column(_("What the customer says"), 42, kind=style.WIDE_CELL, flexible=True),
        Column(_("Answers"), 19, kind=style.WIDE_CELL),
        Column(_("Due"), 13, "centre", style.WIDE_CELL),
        Column(_("State"), 20, kind=style.WIDE_LABEL),
        Column(_("What came of it"), 16, kind=style.WIDE_LABEL, flexible=True),
        Column(_("What it cost"), 17, "right", style.WIDE_CELL),
    ]
    rows = [_row(line, _) for line in facts.lines]
    nothing = ["", "", "", "", "", "", _("Nobody complained"), *[""] * 5]
    late = [place for place, line in enumerate(facts.lines) if line.late]
    frame = Letterhead(
        facts.store, printing, _("Register of complaints"), facts.number, (period,), (period,), page=_PAGE
    )
    figures = Facts(top, _PAGE.module)
    heading = Heading(_("In the order in which they were opened"), width=_PAGE.width)
    signers = (Signer(_("Made out by"), name=printing.printed_by), Signer(_("Checked by")))
    signatures = Signatures(signers, _("Date ____ / __ / __"), total_width=_PAGE.width)
    signatures.above = style.SECTION_GAP
    blocks: list[Block] = [figures, heading, Listing(columns, rows or [nothing], marked=late), signatures]
    zone = Zone(_PAGE.header_rule + figures.above, _PAGE.later_top, _PAGE.body_end, _PAGE.signatures_end)
    return frame.draw(flow(blocks, zone))


def _row(line: ComplaintLine, _: Translator) -> list[str]:
    words = " ".join(line.words.split())
    return [
        *(line.number, f"{line.opened_at:%m-%d %H:%M}", line.customer or DASH, line.phone or DASH, line.category),
        *(line.severity, words if len(words) <= 60 else words[:59] + "…", line.owner, f"{line.due_on:%m-%d}"),
        *(_("{state}, late").format(state=line.state) if line.late else line.state, line.outcome or DASH),
        plain(line.cost) if line.cost else DASH,
    ]
