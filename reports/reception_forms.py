"""Reception sheet, pre-inspection and authorisation on the continuous form of 241 × 140 mm (W3–W5)."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from models.kernel.i18n import Translator, translator
from models.kernel.money import plain, quantity_text
from models.papers.facts import Printing
from models.service.reception_papers import (
    AuthorisationPaper,
    EstimateLine,
    InspectionPaper,
    OrderHead,
    ReceptionPaper,
)
from models.trades.outlines import outline
from reports.checklist import DONE
from reports.form_list import FormColumn, FormLine, ListForm, draw
from reports.forms import FRAME_LEFT, FRAME_RIGHT, LINE, FormSheet
from reports.letterhead import moment
from reports.outline import draw_marks, draw_view
from reports.table import DASH

_HALF = (FRAME_LEFT + FRAME_RIGHT) / 2
_TOP, _GAP = 9.3, 4.0
_VIEW, _END = 52.0, 21.0


def _facts(head: OrderHead, _: Translator, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    km = _("{km} km").format(km=f"{head.mileage:,}") if head.mileage is not None else DASH
    vehicle = " ".join(part for part in (head.plate, head.vehicle) if part)
    return (
        (_("Customer"), f"{head.customer} {head.phone}".strip()),
        (_("Vehicle"), vehicle or DASH),
        (_("VIN"), head.vin or DASH),
        (_("Mileage"), km),
        (_("Service advisor"), head.advisor or DASH),
        *more,
    )


def reception(facts: ReceptionPaper, printing: Printing) -> bytes:
    """W3: what was told and seen at the left, the outline with its marks at the right."""
    _ = translator(printing.language)
    came = moment(facts.head.received_at) if facts.head.received_at else DASH
    lines = [FormLine((_("“{words}”").format(words=facts.complaint),), strong=True)] if facts.complaint else []
    lines += [FormLine((f"{name} {answer}",)) for name, answer in facts.asked if answer]
    lines += [FormLine((f"{number}. {mark.words}",)) for number, mark in enumerate(facts.marks, 1)]
    for title, found in ((_("Warning lights on"), facts.lights), (_("Protection put on"), facts.covers)):
        named = _(", ").join(line.name for line in found if line.chosen)
        if found:
            lines.append(FormLine((f"{title} {named or DASH}",)))
    broken = _(", ").join(line.name for line in facts.functions if not line.chosen)
    if broken:
        lines.append(FormLine((_("Does not work: {what}").format(what=broken),)))
    fuel = f"{facts.fuel}/8" if facts.fuel is not None else DASH
    lines.append(FormLine((_("Fuel {fuel}, key tag {tag}").format(fuel=fuel, tag=facts.key_tag or DASH),)))
    lines.append(FormLine((_("Left in it: {what}").format(what=facts.belongings or _("nothing")),)))
    wishes = [FormLine((line.name,), DONE if line.chosen else "") for line in facts.choices]

    content = ListForm(
        title=_("Reception sheet"),
        number_label=_("Number"),
        facts=_facts(facts.head, _, (_("Came in"), came)),
        columns=(FormColumn(_("What the customer says, what was seen"), FRAME_LEFT, _HALF, box=True),),
        lines=(*lines, *wishes),
        halves=1,
        notes=(_("Work begins only when the customer has confirmed work, price and time."),),
        signers=((_("Service advisor"), facts.head.advisor), (_("Brought by"), facts.brought_by)),
        last_signer=_("Customer (signature)"),
        fine=_("Valuables: please take them along."),
        drawing=partial(_draw_outline, facts),
    )
    return draw(facts, printing, content, _)


def _draw_outline(facts: ReceptionPaper, page: FormSheet) -> None:
    """The views in black lines in the right half."""
    form = page.form
    left, top = form.x(_HALF + 4), form.y(_TOP)
    codes = [each.code for each in outline(facts.outline).views]
    if "left" not in codes:
        draw_view(page.sheet, facts.outline, codes[0], left, top, 80, plain=True)
        draw_marks(page.sheet, facts.outline, codes[0], facts.marks, left, top, 80, plain=True)
        return
    height = 0.0
    for code in ("right", "top", "left"):
        used = draw_view(page.sheet, facts.outline, code, left, top + height, _VIEW, plain=True)
        draw_marks(page.sheet, facts.outline, code, facts.marks, left, top + height, _VIEW, plain=True)
        height += used + _GAP
    beside, height = left + _VIEW + 12, LINE
    for code in ("front", "rear"):
        used = draw_view(page.sheet, facts.outline, code, beside, top + height, _END, plain=True)
        draw_marks(page.sheet, facts.outline, code, facts.marks, beside, top + height, _END, plain=True)
        height += used + 2 * LINE


def inspection(facts: InspectionPaper, printing: Printing) -> bytes:
    """W4: two columns of points on each form."""
    _ = translator(printing.language)
    lines: list[FormLine] = []
    for section, points in groupby(facts.points, key=lambda point: point.section):
        lines.append(FormLine((section, ""), strong=True))
        for point in points:
            found = " ".join(part for part in (point.grade or DASH, point.measured, point.note) if part)
            lines.append(FormLine((point.wording, found), strong=point.urgent))
    content = ListForm(
        title=_("Pre-inspection sheet"),
        number_label=_("Number"),
        facts=_facts(facts.head, _),
        columns=(
            FormColumn(_("Point"), FRAME_LEFT, _HALF - 46),
            FormColumn(_("Result"), _HALF - 46, _HALF),
        ),
        lines=tuple(lines),
        halves=2,
        notes=(),
        signers=((_("Service advisor"), facts.head.advisor), (_("Inspected by"), facts.inspected_by)),
        last_signer=_("Customer (signature)"),
        fine="",
    )
    return draw(facts, printing, content, _)


def authorisation(facts: AuthorisationPaper, printing: Printing) -> bytes:
    """W5: work, price and time."""
    _ = translator(printing.language)
    promised = moment(facts.head.promised_at) if facts.head.promised_at else DASH
    lines: list[FormLine] = []
    for title, rows in ((_("Labour"), facts.labour), (_("Parts"), facts.parts), (_("Other"), facts.other)):
        if rows:
            lines.append(FormLine((title, "", "", ""), strong=True))
            lines += [_line(row) for row in rows]
    if facts.put_off:
        lines.append(FormLine((_("Not done this time"), "", "", ""), strong=True))
        lines += [_line(row) for row in facts.put_off]
    sums = _("Labour {labour}, parts {parts}, discount {discount}, to be authorised {total}").format(
        labour=plain(facts.labour_total),
        parts=plain(facts.parts_total),
        discount=plain(facts.discount),
        total=plain(facts.total),
    )
    deposit = _("Before the work {amount} is paid.").format(amount=plain(facts.deposit)) if facts.deposit else ""
    content = ListForm(
        title=_("Work authorisation"),
        number_label=_("Number"),
        facts=_facts(facts.head, _, (_("To be ready by"), promised)),
        columns=(
            FormColumn(_("Description"), FRAME_LEFT, FRAME_RIGHT - 96),
            FormColumn(_("Remark"), FRAME_RIGHT - 96, FRAME_RIGHT - 56),
            FormColumn(_("Quantity"), FRAME_RIGHT - 56, FRAME_RIGHT - 32, "right"),
            FormColumn(_("Amount"), FRAME_RIGHT - 32, FRAME_RIGHT, "right"),
        ),
        lines=tuple(lines),
        halves=1,
        notes=tuple(filter(None, (sums, deposit))),
        signers=((_("Service advisor"), facts.head.advisor), (_("Customer"), facts.signed_by)),
        last_signer=_("Customer (signature)"),
        fine=_("I authorise this work at this price and for this time; more needs my consent first."),
    )
    return draw(facts, printing, content, _)


def _line(row: EstimateLine) -> FormLine:
    quantity = f"{quantity_text(row.quantity)} {row.unit}".strip()
    return FormLine((row.name, row.remark or row.code, quantity, plain(row.amount)))
