"""One work order read whole, for its page (W2–W9)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from models.customers.rules import masked_phone
from models.customers.seeing import may_see
from models.customers.tables import OwnedGoods
from models.kernel import clock, flow
from models.kernel.errors import NotAllowed
from models.kernel.i18n import label, language, pick
from models.kernel.money import line_amount, portion
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.service import lists, repeats, standing, terms
from models.service.kinds import ExtraState, Stance
from models.service.rules import Totals
from models.service.states import SHEET_STATES, WORK_ORDER_MOVES
from models.service.tables import (
    Authorisation,
    DamageMark,
    ExtraWork,
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

READERS = (Permission.RECEIVE_VEHICLE, Permission.ESTIMATE_WORK, Permission.SETTLE_WORK, Permission.KEEP_PARTS)
"""Who reads an order whole, with its prices; a technician's own view has none."""


def order_view(actor: Actor, order_id: int) -> OrderView:
    """An order as its page shows it to this person. Raises ``DoesNotExist``, and NotAllowed for who sees no prices."""
    if not any(actor.may(each) for each in READERS):
        raise NotAllowed("Your role may not do this.")
    order = WorkOrder.get_by_id(order_id)
    people, lines = names(), standing.lines_of(order)
    facts = standing.facts_of(order, lines)
    goods = OwnedGoods.get_by_id(order.goods_id) if order.goods_id else None
    (owner_id,) = run_sql("SELECT owner_id FROM customer WHERE id = ?", order.customer_id).fetchone()
    sees = may_see(actor, owner_id, order.customer_id)
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
        vin=goods.serial if goods else "",
        appointment_id=order.appointment,
        phone=phone if sees else masked_phone(phone),
        masked=bool(phone) and not sees,
        sheet=_sheet(order, goods, sees),
        repeat_of=_repeat(WorkOrder.get_by_id(order.repeat_of_id)) if order.repeat_of_id else None,
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
    sql = "SELECT number FROM customer_phone WHERE customer_id = ? AND position = 0"
    row = run_sql(sql, order.customer_id).fetchone()
    return row[0] if row else ""


def _sheet(order: WorkOrder, goods: OwnedGoods | None, sees: bool) -> SheetView:
    marks = DamageMark.read("order_id = ? ORDER BY position", order.id)
    asked = {name: getattr(order, name) for name in order._meta.fields if name.startswith("asked_")}
    return SheetView(
        mileage=order.mileage,
        mileage_before=goods.mileage if goods and order.state in SHEET_STATES else None,
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


@lru_cache(maxsize=1000)
def _said(kept: str, language: str) -> str:
    """Words kept by language, of which every order has the same."""
    return pick(json.loads(kept), language)


def _points(order: WorkOrder, people: Mapping[int, str]) -> tuple[PointView, ...]:
    query, spoken = InspectionPoint.read("order_id = ? ORDER BY position", order.id), language()
    return tuple(
        PointView(
            *(each.id, each.code, _said(each.section, spoken), _said(each.wording, spoken), each.safety),
            *(each.grade, each.measured, each.note, each.attachment_id),
            *(people.get(each.staff_id or 0, ""), each.at),
        )
        for each in query
    )


_GOODS = itemgetter(*("id", "position", "kind", "name", "code", "unit", "quantity", "unit_price", "discount"))
_ASKED = itemgetter(
    *("charge", "stance", "option", "option_name", "safety", "note", "extra", "parent", "operation", "skill"),
    *("road_test", "warranty_months", "warranty_km", "technician"),
)
_LEFT = itemgetter(*("done_at", "found_words", "item", "supply", "missing", "expected_on", "issued"))
"""What a line shows as it is kept, in the order in which its view has it."""


def _line(line: WorkLine, people: Mapping[int, str], sessions: Sequence[SessionView]) -> OrderLineView:
    kept = line.__data__
    own = [each for each in sessions if each.line_id == line.id] if sessions else []
    worked = sum(((each.ended_at or clock.now()) - each.started_at).total_seconds() for each in own)
    values: list[Any] = [
        *_GOODS(kept),
        line_amount(kept["unit_price"], kept["quantity"]) - kept["discount"],
        *_ASKED(kept),
        *(people.get(kept["technician"] or 0, ""), kept["bay"], kept["work"], int(worked) // 60),
        next((each.started_at for each in own if each.ended_at is None), None),
        *_LEFT(kept),
    ]
    return OrderLineView(*values)


def pending_amount(lines: Sequence[OrderLineView], extra_id: int) -> int:
    """What the lines of an extra add, in fen."""
    return sum(line.amount for line in lines if line.extra_id == extra_id and line.stance is not Stance.REFUSED)


def _extras(order: WorkOrder, people: Mapping[int, str], sees: bool) -> tuple[ExtraView, ...]:
    query = ExtraWork.read("order_id = ? ORDER BY no", order.id)
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
    query = Authorisation.read("order_id = ? ORDER BY no", order.id)
    return tuple(
        AuthorisationView(
            *(each.no, each.total, each.promised_at, each.consent, each.name, each.attachment_id, each.at),
            people.get(each.staff_id, ""),
        )
        for each in query
    )


def _sessions(order: WorkOrder, people: Mapping[int, str]) -> tuple[SessionView, ...]:
    query = WorkSession.read("order_id = ? ORDER BY id", order.id)
    return tuple(
        SessionView(
            *(each.line_id, each.staff_id, people.get(each.staff_id, ""), each.started_at, each.ended_at, each.reason)
        )
        for each in query
    )


def _checks(order: WorkOrder, people: Mapping[int, str]) -> tuple[CheckView, ...]:
    query = QualityCheck.read("order_id = ? ORDER BY id", order.id)
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
    found = WorkPayment.read("order_id = ? ORDER BY id", order.id)
    undone = {each.reverses_id for each in found if each.reverses_id}
    return tuple(
        PaymentView(
            *(each.id, each.number, each.received_on, each.amount, label(each.method), each.payer),
            *(each.reference_number, people.get(each.cashier_id, ""), each.reverses_id, each.id in undone),
        )
        for each in found
    )


def _gate_pass(order: WorkOrder) -> str:
    row = run_sql("SELECT number FROM gate_pass WHERE order_id = ? ORDER BY id DESC", order.id).fetchone()
    return row[0] if row else ""


def _events(order: WorkOrder, people: Mapping[int, str]) -> tuple[OrderEventView, ...]:
    query = WorkOrderEvent.read("order_id = ? ORDER BY id", order.id)
    return tuple(
        OrderEventView(
            *(each.at, each.kind, each.state, each.text, each.before, each.after, each.amount, each.line),
            people.get(each.staff_id, ""),
        )
        for each in query
    )
