"""Dispatch sheet and extra-work approval on the continuous form of 241 × 140 mm (W6, W7)."""

from __future__ import annotations

from models.kernel.i18n import translator
from models.kernel.money import plain, quantity_text
from models.papers.facts import Printing
from models.service.reception_papers import EstimateLine
from models.service.work_papers import ExtraWorkPaper, WorkDispatchPaper
from reports.form_list import FormColumn, FormLine, ListForm, draw
from reports.forms import FRAME_LEFT, FRAME_RIGHT
from reports.letterhead import moment
from reports.table import DASH


def dispatch(facts: WorkDispatchPaper, printing: Printing) -> bytes:
    """W6: a line for each work, its parts beneath; no prices."""
    _ = translator(printing.language)
    head = facts.head
    promised = moment(head.promised_at) if head.promised_at else DASH
    lines: list[FormLine] = []
    for person in facts.people:
        lines.append(FormLine((person.name or _("Nobody yet"), "", "", ""), strong=True))
        for line in person.lines:
            cells = (line.name, line.note or line.skill, line.bay, quantity_text(line.hours))
            lines.append(FormLine(cells, ""))
            lines += [FormLine(("", part, "", "")) for part in line.parts]
    vehicle = " ".join(part for part in (head.plate, head.vehicle) if part)
    content = ListForm(
        title=_("Dispatch sheet"),
        number_label=_("Number"),
        facts=(
            (_("Vehicle"), vehicle or DASH),
            (_("VIN"), head.vin or DASH),
            (_("Service advisor"), head.advisor or DASH),
            (_("To be ready by"), promised),
            (_("Road test"), _("allowed") if facts.road_test else _("not allowed")),
        ),
        columns=(
            FormColumn(_("Work"), FRAME_LEFT, FRAME_RIGHT - 116, box=True),
            FormColumn(_("Parts, remark"), FRAME_RIGHT - 116, FRAME_RIGHT - 50),
            FormColumn(_("Workshop bay"), FRAME_RIGHT - 50, FRAME_RIGHT - 22),
            FormColumn(_("Hours"), FRAME_RIGHT - 22, FRAME_RIGHT, "right"),
        ),
        lines=tuple(lines),
        halves=1,
        notes=(facts.complaint,) if facts.complaint else (),
        signers=((_("Service advisor"), head.advisor), (_("Second check"), "")),
        last_signer=_("Technician (signature)"),
        fine=_("Who did the work checks it first; the second and the final check are by others."),
    )
    return draw(facts, printing, content, _)


def extra_work(facts: ExtraWorkPaper, printing: Printing) -> bytes:
    """W7: what was found, what it takes and costs."""
    from reports.work import answer, warning

    _ = translator(printing.language)
    head = facts.head
    promised = moment(facts.promised_at) if facts.promised_at else DASH
    vehicle = " ".join(part for part in (head.plate, head.vehicle) if part)
    lines = [FormLine((facts.found, "", "", ""), strong=True), *(_line(row) for row in facts.lines)]
    if facts.refused:
        lines.append(FormLine((_("Not wanted by the customer"), "", "", ""), strong=True))
        lines += [_line(row) for row in facts.refused]
    sums = _("Authorised before {before}, extra work {amount}, together {total}").format(
        before=plain(facts.authorised), amount=plain(facts.amount), total=plain(facts.total)
    )
    content = ListForm(
        title=_("Extra-work approval"),
        number_label=_("Number"),
        facts=(
            (_("Customer"), f"{head.customer} {head.phone}".strip()),
            (_("Vehicle"), vehicle or DASH),
            (_("Found by"), facts.found_by or DASH),
            (_("Found at"), moment(facts.found_at)),
            (_("New time"), promised),
        ),
        columns=(
            FormColumn(_("Description"), FRAME_LEFT, FRAME_RIGHT - 96),
            FormColumn(_("Remark"), FRAME_RIGHT - 96, FRAME_RIGHT - 56),
            FormColumn(_("Quantity"), FRAME_RIGHT - 56, FRAME_RIGHT - 32, "right"),
            FormColumn(_("Amount"), FRAME_RIGHT - 32, FRAME_RIGHT, "right"),
        ),
        lines=tuple(lines),
        halves=1,
        notes=tuple(filter(None, (sums, answer(facts, _) if facts.answered_at else ""))),
        signers=((_("Service advisor"), facts.answered_to or head.advisor), (_("Customer"), facts.name)),
        last_signer=_("Customer (signature)"),
        fine=warning(_) if facts.safety else _("Extra work begins only with the customer's consent."),
    )
    return draw(facts, printing, content, _)


def _line(row: EstimateLine) -> FormLine:
    quantity = f"{quantity_text(row.quantity)} {row.unit}".strip()
    return FormLine((row.name, row.remark or row.code, quantity, plain(row.amount)))
