"""One work order read whole, for its page (W2–W9)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from models.customers.rules import masked_phone
from models.customers.seeing import may_see
from models.customers.tables import CustomerPhone
from models.kernel import clock, flow
from models.kernel.i18n import label, pick
from models.kernel.money import portion
from models.kernel.permissions import Actor
from models.service import lists, repeats, standing, terms
from models.service.kinds import ExtraState, Stance
from models.service.rules import Totals
from models.service.states import SHEET_STATES, WORK_ORDER_MOVES
from models.service.tables import (
    Authorisation,
    DamageMark,
    ExtraWork,
    GatePass,
    InspectionPoint,
    QualityCheck,
    WorkLine,
    WorkOrder,
    WorkOrderEvent,
    WorkPayment,
    WorkSession,
)
from models.service.views import (
    AuthorisationView,
    CheckView,
    ExtraView,
    MarkView,
    OrderEventView,
    OrderLineView,
    OrderView,
    PaymentView,
    PointView,
    RepeatView,
    SessionView,
    SettlementView,
    SheetView,
)
from models.staff.lists import names


def order_view(actor: Actor, order_id: int) -> OrderView:
    """An order as its page shows it to this person. Raises ``DoesNotExist``."""
    order = WorkOrder.get_by_id(order_id)
    people, lines, facts = names(), standing.lines_of(order), standing.facts_of(order)
    sees = may_see(actor, order.customer.owner_id, order.customer_id)
    phone = _phone(order)
    template = terms.template_of(order.template)
    extras = _extras(order, people, sees)
    sessions = _sessions(order, people)
    totals = standing.totals_of(order, lines)
    return OrderView(
        row=lists.row(order_id),
        version=order.version,
        template=order.template,
        template_name=pick(template.name),
        vin=order.goods.serial if order.goods_id else "",
        appointment_id=order.appointment,
        phone=phone if sees else masked_phone(phone),
        masked=bool(phone) and not sees,
        sheet=_sheet(order, sees),
        repeat_of=_repeat(order.repeat_of) if order.repeat_of_id else None,
        repeats=_repeats(order),
        points=_points(order, people),
        lines=tuple(_line(line, people, sessions) for line in lines),
        discount=order.discount,
        totals=totals,
        authorised=order.authorised,
        pending=sum(extra.amount for extra in extras if extra.state is ExtraState.OPEN),
        first_promised_at=order.first_promised_at,
        authorisations=_authorisations(order, people),
        extras=extras,
        sessions=sessions,
        checks=_checks(order, people),
        washed_at=order.washed_at,
        deferred=tuple(lists.deferred_of(order.goods_id, order.customer_id)),
        settlement=_settlement(order, people),
        payments=_payments(order, people),
        paid=standing.paid_of(order),
        deposit=portion(order.authorised or totals.total, template.deposit),
        overruled=standing.overruled(order),
        done_words=order.done_words,
        next_service_on=order.next_service_on,
        next_service_km=order.next_service_km,
        handed_back_at=order.handed_back_at,
        gate_pass=_gate_pass(order),
        events=_events(order, people),
        reason=order.reason,
        actions=flow.available(WORK_ORDER_MOVES, order.state, actor, facts),
        steps=facts.blockers,
    )


def version_of(order_id: int) -> int:
    """The version an edit of an order starts from."""
    return int(WorkOrder.get_by_id(order_id).version)


def _phone(order: WorkOrder) -> str:
    row = CustomerPhone.get_or_none(CustomerPhone.customer == order.customer_id, CustomerPhone.position == 0)
    return row.number if row else ""


def _sheet(order: WorkOrder, sees: bool) -> SheetView:
    marks = DamageMark.select().where(DamageMark.order == order.id).order_by(DamageMark.position)
    asked = {name: getattr(order, name) for name in order._meta.fields if name.startswith("asked_")}
    return SheetView(
        mileage=order.mileage,
        mileage_before=order.goods.mileage if order.goods_id and order.state in SHEET_STATES else None,
        mileage_reason=order.mileage_reason,
        fuel=order.fuel,
        lights=tuple(json.loads(order.lights)),
        functions=tuple(json.loads(order.functions)),
        covers=tuple(json.loads(order.covers)),
        belongings=order.belongings,
        valuables_asked=order.valuables_asked,
        key_tag=order.key_tag,
        brought_by=order.brought_by,
        brought_phone=order.brought_phone if sees else masked_phone(order.brought_phone),
        outline=order.outline,
        marks=tuple(MarkView(each.view, each.x, each.y, each.kind, each.note) for each in marks),
        complaint=order.complaint,
        **asked,
        waits=order.waits,
        road_test_allowed=order.road_test_allowed,
        wash_wanted=order.wash_wanted,
        old_parts=order.old_parts,
        place=order.place,
        survey_fee=order.survey_fee,
    )


def _repeat(order: WorkOrder) -> RepeatView:
    return RepeatView(order.id, order.number, order.handed_back_at, order.complaint)


def _repeats(order: WorkOrder) -> tuple[RepeatView, ...]:
    if order.goods_id is None or order.state not in SHEET_STATES:
        return ()
    return tuple(_repeat(each) for each in repeats.recent(order.goods_id, order.template, order.id))


def _points(order: WorkOrder, people: Mapping[int, str]) -> tuple[PointView, ...]:
    query = InspectionPoint.select().where(InspectionPoint.order == order.id).order_by(InspectionPoint.position)
    return tuple(
        PointView(
            *(each.id, each.code, pick(json.loads(each.section)), pick(json.loads(each.wording)), each.safety),
            *(each.grade, each.measured, each.note, each.attachment_id),
            *(people.get(each.staff_id or 0, ""), each.at),
        )
        for each in query
    )


_SAME = (
    *("id", "position", "kind", "name", "code", "unit", "quantity", "unit_price", "discount", "charge", "stance"),
    *("option", "option_name", "safety", "note", "extra_id", "parent_id", "operation_id", "skill", "road_test"),
    *("warranty_months", "warranty_km", "technician_id", "work", "done_at", "found_words", "item_id", "supply"),
    *("missing", "expected_on", "issued"),
)


def _line(line: WorkLine, people: Mapping[int, str], sessions: Sequence[SessionView]) -> OrderLineView:
    own = [each for each in sessions if each.line_id == line.id]
    now = clock.now()
    worked = sum(((each.ended_at or now) - each.started_at).total_seconds() for each in own)
    return OrderLineView(
        **{name: getattr(line, name) for name in _SAME},
        amount=standing.money_of(line).amount,
        technician=people.get(line.technician_id or 0, ""),
        bay_id=line.bay,
        minutes=int(worked) // 60,
        running_since=next((each.started_at for each in own if each.ended_at is None), None),
    )


def pending_amount(lines: Sequence[OrderLineView], extra_id: int) -> int:
    """What the lines of an extra add, in fen."""
    return sum(line.amount for line in lines if line.extra_id == extra_id and line.stance is not Stance.REFUSED)


def _extras(order: WorkOrder, people: Mapping[int, str], sees: bool) -> tuple[ExtraView, ...]:
    query = ExtraWork.select().where(ExtraWork.order == order.id).order_by(ExtraWork.no)
    return tuple(
        ExtraView(
            *(each.id, each.version, each.no, each.state, each.found, each.safety, each.amount, each.promised_at),
            *(people.get(each.found_by_id, ""), each.found_at, each.consent, each.called),
            *(each.called_number if sees else masked_phone(each.called_number), each.said, each.attachment_id),
            *(each.answered_at, people.get(each.answered_to_id or 0, "")),
        )
        for each in query
    )


def _authorisations(order: WorkOrder, people: Mapping[int, str]) -> tuple[AuthorisationView, ...]:
    query = Authorisation.select().where(Authorisation.order == order.id).order_by(Authorisation.no)
    return tuple(
        AuthorisationView(
            *(each.no, each.total, each.promised_at, each.consent, each.name, each.attachment_id, each.at),
            people.get(each.staff_id, ""),
        )
        for each in query
    )


def _sessions(order: WorkOrder, people: Mapping[int, str]) -> tuple[SessionView, ...]:
    query = WorkSession.select().where(WorkSession.order == order.id).order_by(WorkSession.id)
    return tuple(
        SessionView(
            *(each.line_id, each.staff_id, people.get(each.staff_id, ""), each.started_at, each.ended_at, each.reason)
        )
        for each in query
    )


def _checks(order: WorkOrder, people: Mapping[int, str]) -> tuple[CheckView, ...]:
    query = QualityCheck.select().where(QualityCheck.order == order.id).order_by(QualityCheck.id)
    return tuple(
        CheckView(
            *(each.line_id, each.step, each.passed, each.road_test_km, each.reason, each.at, each.staff_id),
            people.get(each.staff_id, ""),
        )
        for each in query
    )


def _settlement(order: WorkOrder, people: Mapping[int, str]) -> SettlementView | None:
    found = standing.settlement_of(order)
    if found is None:
        return None
    totals = Totals(found.labour, found.parts, found.other, found.discount, found.rounding, found.free)
    staff = people.get(found.staff_id, "")
    return SettlementView(found.id, found.number, totals, found.total, found.authorised, found.at, staff)


def _payments(order: WorkOrder, people: Mapping[int, str]) -> tuple[PaymentView, ...]:
    found = list(WorkPayment.select().where(WorkPayment.order == order.id).order_by(WorkPayment.id))
    undone = {each.reverses_id for each in found if each.reverses_id}
    return tuple(
        PaymentView(
            *(each.id, each.number, each.received_on, each.amount, label(each.method), each.payer),
            *(each.reference_number, people.get(each.cashier_id, ""), each.reverses_id, each.id in undone),
        )
        for each in found
    )


def _gate_pass(order: WorkOrder) -> str:
    found = GatePass.select(GatePass.number).where(GatePass.order == order.id).order_by(GatePass.id.desc())
    row = found.limit(1).tuples().first()
    return row[0] if row else ""


def _events(order: WorkOrder, people: Mapping[int, str]) -> tuple[OrderEventView, ...]:
    query = WorkOrderEvent.select().where(WorkOrderEvent.order == order.id).order_by(WorkOrderEvent.id)
    return tuple(
        OrderEventView(
            *(each.at, each.kind, each.state, each.text, each.before, each.after, each.amount, each.line),
            people.get(each.staff_id, ""),
        )
        for each in query
    )
