"""The facts of reception sheet, pre-inspection sheet and authorisation, in one language (W3–W5)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from models.kernel import clock
from models.kernel.i18n import label, pick, translator
from models.kernel.money import portion
from models.papers.facts import StoreHead, Watermark
from models.papers.lists import content
from models.sales.paper_facts import addressed, first_phone
from models.service import standing, terms
from models.service.kinds import Charge, Consent, Grade, LineKind, OldParts, Stance, Supply, Waits
from models.service.reception_papers import (
    AuthorisationPaper,
    BodyMark,
    ChoiceLine,
    EstimateLine,
    InspectedPoint,
    InspectionPaper,
    OrderHead,
    ReceptionPaper,
)
from models.service.states import WorkOrderState
from models.service.tables import Authorisation, DamageMark, InspectionPoint, WorkLine, WorkOrder
from models.staff.lists import names
from models.trades.outlines import described
from models.trades.template import Named

_ASKED = ("asked_what", "asked_when", "asked_where", "asked_who", "asked_why", "asked_how", "asked_often")


def order_head(order: WorkOrder, store: StoreHead, language: str) -> OrderHead:
    """What every paper says of an order."""
    goods = order.goods if order.goods_id else None
    named = " ".join(part for part in (goods.make, goods.model) if part) if goods else order.place
    return OrderHead(
        store=store,
        number=order.number,
        customer=addressed(order.customer, language),
        phone=first_phone(order.customer_id),
        plate=goods.plate if goods else "",
        vehicle=named,
        vin=goods.serial if goods else "",
        mileage=order.mileage,
        advisor=names().get(order.advisor_id, ""),
        received_at=clock.local(order.received_at) if order.received_at else None,
        promised_at=clock.local(order.promised_at) if order.promised_at else None,
    )


def reception_paper(order_id: int, store: StoreHead, language: str) -> ReceptionPaper:
    """The reception sheet as it is filled in."""
    order = WorkOrder.get_by_id(order_id)
    _ = translator(language)
    template = terms.template_of(order.template)
    marks = DamageMark.select().where(DamageMark.order == order.id).order_by(DamageMark.position)
    labels = (_("What"), _("When"), _("Where"), _("Who"), _("Why"), _("How"), _("How often"))
    waits = [ChoiceLine(label(each, language), order.waits is each) for each in Waits]
    old = [ChoiceLine(label(each, language), order.old_parts is each) for each in OldParts]
    own = [ChoiceLine(_("Road test allowed"), order.road_test_allowed)] if template.vehicle else []
    own += [ChoiceLine(_("Wash wanted"), order.wash_wanted)] if template.washes else []
    return ReceptionPaper(
        head=order_head(order, store, language),
        number=order.number,
        brought_by=order.brought_by,
        brought_phone=order.brought_phone,
        key_tag=order.key_tag,
        repeat=order.repeat_of.number if order.repeat_of_id else "",
        outline=order.outline,
        marks=tuple(
            BodyMark(
                *(each.view, each.x, each.y),
                described(order.outline, each.view, each.x, each.y, each.kind, each.note, language),
            )
            for each in marks
        ),
        fuel=order.fuel,
        lights=_choices(template.lights, order.lights, language),
        functions=_choices(template.functions, order.functions, language),
        covers=_choices(template.covers, order.covers, language),
        complaint=order.complaint,
        asked=tuple((name, getattr(order, code)) for name, code in zip(labels, _ASKED, strict=True)),
        belongings=order.belongings,
        valuables_asked=order.valuables_asked,
        choices=(*waits, *own, *old),
    )


def _choices(known: Iterable[Named], chosen: str, language: str) -> tuple[ChoiceLine, ...]:
    codes = set(json.loads(chosen))
    return tuple(ChoiceLine(pick(each.name, language), each.code in codes) for each in known)


def inspection_paper(order_id: int, store: StoreHead, language: str) -> InspectionPaper:
    """The pre-inspection as far as it is."""
    order = WorkOrder.get_by_id(order_id)
    points = list(InspectionPoint.select().where(InspectionPoint.order == order.id).order_by(InspectionPoint.position))
    people = names()
    inspectors = {people.get(each.staff_id, ""): None for each in points if each.staff_id}
    return InspectionPaper(
        head=order_head(order, store, language),
        number=order.number,
        points=tuple(
            InspectedPoint(
                pick(json.loads(each.section), language),
                pick(json.loads(each.wording), language),
                "" if each.grade is Grade.OPEN else label(each.grade, language),
                each.measured,
                each.note,
                each.grade is Grade.NOW,
            )
            for each in points
        ),
        inspected_by=translator(language)(", ").join(inspectors),
    )


def authorisation_paper(order_id: int, store: StoreHead, language: str) -> AuthorisationPaper:
    """What the customer signs, or has signed: the estimate as it stands."""
    order = WorkOrder.get_by_id(order_id)
    lines = [line for line in standing.lines_of(order) if line.extra_id is None]
    chosen = [line for line in lines if line.stance in (Stance.CHOSEN, Stance.OFFERED)]
    totals = standing.totals_of(order, lines)
    signed = _signed(order)
    drawn = signed is not None and signed.consent is Consent.DRAWN and signed.attachment_id is not None
    return AuthorisationPaper(
        head=order_head(order, store, language),
        number=order.number,
        complaint=order.complaint,
        labour=_lines(chosen, LineKind.LABOUR, language),
        parts=_lines(chosen, LineKind.PART, language),
        other=_lines(chosen, LineKind.OTHER, language),
        put_off=tuple(
            estimate_line(line, language)
            for line in lines
            if line.stance in (Stance.DEFERRED, Stance.REFUSED) and not line.option
        ),
        labour_total=totals.labour,
        parts_total=totals.parts,
        other_total=totals.other,
        discount=totals.discount,
        rounding=totals.rounding,
        free=totals.free,
        total=totals.total,
        deposit=portion(totals.total, terms.template_of(order.template).deposit),
        road_test=order.road_test_allowed,
        old_parts=label(order.old_parts, language),
        signed_by=signed.name if signed else "",
        signed_at=clock.local(signed.at) if signed else None,
        signature=content(signed.attachment_id) if signed is not None and drawn else b"",
    )


def _signed(order: WorkOrder) -> Authorisation | None:
    if order.authorised is None:
        return None
    found: Authorisation | None = (
        Authorisation.select().where(Authorisation.order == order.id).order_by(Authorisation.no.desc()).first()
    )
    return found


def _lines(lines: Sequence[WorkLine], kind: LineKind, language: str) -> tuple[EstimateLine, ...]:
    return tuple(estimate_line(line, language) for line in lines if line.kind is kind)


def estimate_line(line: WorkLine, language: str) -> EstimateLine:
    """A line of the order as papers say it."""
    _ = translator(language)
    money = standing.money_of(line)
    free = line.charge is not Charge.CUSTOMER
    remarks = [
        _("to be chosen") if line.stance is Stance.OFFERED else "",
        line.option_name,
        label(line.charge, language) if free else "",
        label(line.supply, language) if line.kind is LineKind.PART and line.supply is not Supply.STOCK else "",
        _("concerns safety") if line.safety and line.stance in (Stance.DEFERRED, Stance.REFUSED) else "",
        line.note,
    ]
    return EstimateLine(
        *(label(line.kind, language), line.name, line.code, line.unit, line.quantity, line.unit_price),
        *(0 if free else line.discount, 0 if free else money.amount),
        _(", ").join(part for part in remarks if part),
    )


def watermark(order_id: int) -> Watermark:
    """Of an order that was cancelled every paper is void."""
    cancelled = WorkOrder.get_by_id(order_id).state is WorkOrderState.CANCELLED
    return Watermark.VOID if cancelled else Watermark.NONE


def authorisation_watermark(order_id: int) -> Watermark:
    """A draft until the estimate is given."""
    state = WorkOrder.get_by_id(order_id).state
    if state in (WorkOrderState.BOOKED, WorkOrderState.RECEIVED, WorkOrderState.INSPECTED):
        return Watermark.DRAFT
    return watermark(order_id)
