"""Opening a work order, the reception sheet, receiving the vehicle, cancelling (W2, W3)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from models.appointments.booking_actions import note_arrived
from models.appointments.tables import Appointment
from models.customers.rules import masked_phone
from models.customers.tables import Customer, OwnedGoods
from models.kernel import clock, numbering, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.kernel.tables import insert_rows, limited
from models.service import repeats, rules, terms
from models.service.findable import make_findable
from models.service.kinds import EventKind, OldParts, Waits
from models.service.states import SHEET_STATES, WorkOrderAction
from models.service.tables import DamageMark, InspectionPoint, WorkOrder
from models.service.writing import change, log, move_on, on
from models.staff.tables import Staff
from models.trades.service_template import ServiceTemplate

MOST_MARKS = 60


@dataclass(frozen=True)
class OpenForm:
    """What an order begins with; ``template`` empty for the trade's usual one, ``advisor_id`` None for oneself."""

    customer_id: int
    goods_id: int | None = None
    template: str = ""
    complaint: str = ""
    appointment_id: int | None = None
    advisor_id: int | None = None


@dataclass(frozen=True)
class MarkForm:
    """Something seen on the body: view of the outline, place in thousandths of it, code of its kind."""

    view: str
    x: int
    y: int
    kind: str
    note: str = ""


@dataclass(frozen=True)
class SheetForm:
    """The reception sheet as filled in (W3); codes as the template has them, ``fuel`` in eighths.

    ``repeat_of`` is the order whose work failed, ``not_repeat`` says that this is about something else.
    """

    goods_id: int | None = None
    mileage: int | None = None
    mileage_reason: str = ""
    fuel: int | None = None
    lights: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    belongings: str = ""
    valuables_asked: bool = False
    key_tag: str = ""
    brought_by: str = ""
    brought_phone: str = ""
    outline: str = ""
    marks: tuple[MarkForm, ...] = field(default=())
    complaint: str = ""
    asked_what: str = ""
    asked_when: str = ""
    asked_where: str = ""
    asked_who: str = ""
    asked_why: str = ""
    asked_how: str = ""
    asked_often: str = ""
    repeat_of: int | None = None
    not_repeat: bool = False
    waits: Waits = Waits.AWAY
    road_test_allowed: bool = False
    wash_wanted: bool = True
    old_parts: OldParts = OldParts.SHOWN
    place: str = ""
    survey_fee: int = 0


@action(Permission.RECEIVE_VEHICLE)
def open_order(act: Act, form: OpenForm) -> None:
    """Open a work order for a customer, on one of their vehicles or on a place (W3, W13); a survey visit's place and
    fee come along from its appointment.

    Raises RuleError at ``customer_id`` or ``goods_id`` for what cannot be, or where the vehicle is here already.
    """
    template = terms.template_of(form.template) if form.template else terms.templates()[0]
    customer = Customer.get_by_id(form.customer_id)
    if customer.merged_into_id or customer.erased_at:
        raise RuleError("This file is closed.", field="customer_id")
    goods = _goods(form.customer_id, form.goods_id)
    advisor = Staff.get_by_id(form.advisor_id or act.actor.id)
    if advisor.left_on is not None:
        raise RuleError("{name} has left.", field="advisor_id", name=advisor.name)
    visited = Appointment.get_or_none(Appointment.id == form.appointment_id)
    order = WorkOrder.create(
        number=numbering.next_number("WX", clock.today().year),
        template=template.code,
        customer=customer,
        goods=goods,
        appointment=form.appointment_id,
        advisor=advisor,
        brought_by=customer.name,
        outline=template.outlines[0] if template.outlines else "",
        complaint=form.complaint,
        place="" if template.vehicle else visited.place if visited and visited.place else customer.address,
        survey_fee=visited.survey_fee if visited and template.survey else 0,
        wash_wanted=template.washes,
    )
    _lay_out_points(order, template)
    log(act, order, EventKind.OPENED)
    make_findable(order)
    on(act, order)
    if form.appointment_id is not None:
        note_arrived(act, form.appointment_id, order.id)
    search.mark_used("customer", customer.id)


def _goods(customer_id: int, goods_id: int | None, order_id: int = 0) -> OwnedGoods | None:
    if goods_id is None:
        return None
    goods: OwnedGoods | None = OwnedGoods.get_or_none(OwnedGoods.id == goods_id, OwnedGoods.customer == customer_id)
    if goods is None or goods.gone_on is not None:
        raise RuleError("Choose a vehicle of this customer.", field="goods_id")
    here = repeats.here(goods_id)
    if here is not None and here.id != order_id:
        raise RuleError("This vehicle is here already: {number}.", field="goods_id", number=here.number)
    return goods


def _lay_out_points(order: WorkOrder, template: ServiceTemplate) -> None:
    points = [(section, point) for section in template.sections for point in section.points]
    rows = [
        {
            "order": order.id,
            "position": position,
            "code": point.code,
            "section": json.dumps(section.name, ensure_ascii=False),
            "wording": json.dumps(point.name, ensure_ascii=False),
            "safety": point.safety,
            "grade": "open",
            "measured": "",
            "note": "",
        }
        for position, (section, point) in enumerate(points)
    ]
    if rows:
        insert_rows(InspectionPoint, rows)


@action(Permission.RECEIVE_VEHICLE)
def save_sheet(act: Act, order_id: int, version: int, form: SheetForm) -> None:
    """Fill in the reception sheet (W3); repeat repair is found by itself unless it is said to be something else.

    Raises RuleError at the field that is wrong, StaleEdit, and once the work is dispatched.
    """
    order = WorkOrder.get_by_id(order_id)
    if order.state not in SHEET_STATES:
        raise RuleError("The sheet is closed: the order is “{state}”.", state=order.state)
    template = terms.template_of(order.template)
    values = _sheet_values(order, template, form)
    changed = change(act, order, version, **values)
    act.note(marks=_mark(order, form.marks))
    if changed:
        log(act, order, EventKind.CHANGED)
    make_findable(order)


def _sheet_values(order: WorkOrder, template: ServiceTemplate, form: SheetForm) -> dict[str, Any]:
    goods = _goods(order.customer_id, form.goods_id, order.id)
    if form.fuel is not None and not 0 <= form.fuel <= rules.FULL_TANK:
        raise RuleError("Type a whole number from {least} to {most}.", field="fuel", least=0, most=rules.FULL_TANK)
    rules.check_mileage(form.mileage, goods.mileage if goods else None, form.mileage_reason)
    if not 0 <= form.survey_fee <= LARGEST:
        raise RuleError("The amount is too large.", field="survey_fee")
    texts = ("belongings", "key_tag", "brought_by", "brought_phone", "complaint", "place", "mileage_reason")
    asked = tuple(name for name in vars(form) if name.startswith("asked_"))
    values: dict[str, Any] = {name: getattr(form, name) for name in (*texts, *asked)}
    if form.brought_phone == masked_phone(order.brought_phone):
        values["brought_phone"] = order.brought_phone  # who sees it only masked leaves it as it is
    for name, text in values.items():
        limited(text, getattr(WorkOrder, name).limit, name)
    codes = {"lights": template.lights, "functions": template.functions, "covers": template.covers}
    for name, known in codes.items():
        chosen = [each.code for each in known if each.code in getattr(form, name)]
        values[name] = json.dumps(chosen)
    same = (
        "mileage",
        "fuel",
        "valuables_asked",
        "waits",
        "road_test_allowed",
        "wash_wanted",
        "old_parts",
        "survey_fee",
    )
    outline = form.outline if form.outline in template.outlines else order.outline
    return {
        **values,
        **{name: getattr(form, name) for name in same},
        "goods_id": goods.id if goods else None,
        "outline": outline,
        "repeat_of_id": repeats.checked(order, form.goods_id, form.complaint, form.repeat_of, form.not_repeat),
    }


def _mark(order: WorkOrder, marks: Sequence[MarkForm]) -> int:
    """Write the marks anew; says how many there are."""
    if len(marks) > MOST_MARKS:
        raise RuleError("At most {most} marks.", field="marks", most=MOST_MARKS)
    for mark in marks:
        if not (0 <= mark.x <= 1000 and 0 <= mark.y <= 1000):
            raise RuleError("A mark lies beside the vehicle.", field="marks")
    DamageMark.delete().where(DamageMark.order == order.id).execute()
    rows = [{"order": order.id, "position": place, **vars(mark)} for place, mark in enumerate(marks)]
    if rows:
        insert_rows(DamageMark, rows)
    return len(rows)


@action(Permission.RECEIVE_VEHICLE)
def receive(act: Act, order_id: int) -> None:
    """The vehicle is here and its sheet is filled in (W3); its reading is on the customer's file.

    Raises RuleError naming everything that is missing.
    """
    order = WorkOrder.get_by_id(order_id)
    move_on(act, order, WorkOrderAction.RECEIVE, received_at=clock.now())
    log(act, order, EventKind.RECEIVED, order.mileage_reason)
    if order.goods_id and order.mileage is not None:
        goods = order.goods
        save_edit(goods, goods.version, {"mileage": order.mileage, "mileage_on": clock.today()})
        act.touch("owned_goods", goods.id)


@action(Permission.RECEIVE_VEHICLE)
def cancel_order(act: Act, order_id: int, reason: str) -> None:
    """Cancel before the work has begun, with a reason (W2).

    Raises RuleError without a reason, or naming parts that have to come back to the stock first.
    """
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    order = WorkOrder.get_by_id(order_id)
    move_on(act, order, WorkOrderAction.CANCEL, reason=reason)
    log(act, order, EventKind.CANCELLED, reason)


@action(Permission.ESTIMATE_WORK)
def change_advisor(act: Act, order_id: int, advisor_id: int) -> None:
    """Give an order to another advisor. Raises RuleError at ``advisor_id`` for somebody who has left."""
    order = WorkOrder.get_by_id(order_id)
    advisor = Staff.get_by_id(advisor_id)
    if advisor.left_on is not None:
        raise RuleError("{name} has left.", field="advisor_id", name=advisor.name)
    change(act, order, order.version, advisor_id=advisor_id)
    log(act, order, EventKind.CHANGED, advisor.name)
