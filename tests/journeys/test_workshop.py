"""From a phone call to the follow-up: booked, reminded, received, inspected, estimated, signed for, dispatched, done,
checked by two others, settled, paid, handed back, asked after."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from models import checking
from models.appointments import lists as appointments
from models.appointments.booking_actions import add_bay
from models.appointments.kinds import AppointmentState
from models.appointments.lists import AppointmentRow
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.belongings import GoodsForm
from models.customers.kinds import RegisterKind
from models.kernel import audit, clock, store
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Role
from models.papers.facts import PaperKind
from models.service import money_lists, standing
from models.service.operation_actions import take_shipped_operations
from models.service.reading import order_view
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder
from models.staff import lists as staff
from models.staff.actions import StaffForm, hire
from tests.journeys.desk import Desk
from tests.journeys.papers import assert_on_record, words_of
from tests.journeys.people import Person, World
from ui.kit.editors import ChoiceBox
from ui.kit.signature import SignaturePad

pytestmark = pytest.mark.parametrize("world", ["zh_CN"], indirect=True)

SERVICE, PLATE = "Alt+6", "浙A7K3P9"
ADVISOR = Person("许念安", Role.SERVICE_ADVISOR, "4012")
CONTROLLER = Person("严可期", Role.SERVICE_ADVISOR, "4113")
TECHNICIAN = Person("田吉昌", Role.TECHNICIAN, "4214")
SECOND = Person("罗启明", Role.TECHNICIAN, "4315")
_S = WorkOrderState


def test_from_a_phone_call_to_the_follow_up(desk: Desk, world: World, place: Path, tmp_path: Path) -> None:
    customer_id = furnish(place, world)
    desk.open_in(world, place)
    appointment = book(desk, world, customer_id)
    with clock.standing_at(appointment.starts_at):
        receive(desk, appointment)
        inspect_and_estimate(desk)
        authorise(desk)
        dispatch(desk)
        work(desk)
        check(desk)
        settle(desk)
        pay(desk, world, tmp_path)
        hand_back(desk, tmp_path)
    with clock.standing_at(appointment.starts_at + timedelta(days=1)):
        ask_after(desk)
    assert list(audit.broken_lines()) == []
    desk.close()
    assert list(checking.findings(str(place))) == []


def furnish(place: Path, world: World) -> int:
    """People, a bay, operations, and a customer with their car."""
    opened = store.open_store(str(place))
    first = next(each for each in staff.everybody() if each.name == world.owner.name)
    owner = Actor(first.id, first.name, first.roles)
    for person in (ADVISOR, CONTROLLER, TECHNICIAN, SECOND):
        hire(owner, StaffForm(person.name, frozenset({person.role}), pin=person.pin))
    add_bay(owner, "举升机 1")
    take_shipped_operations(owner, "vehicle")
    form = FileForm(world.customer, phones=(world.phone,))
    goods = (GoodsForm(world.brand, "L3", plate=PLATE, mileage=40_000),)
    customer_id = open_file(owner, form, ContactForm(RegisterKind.CALL), (), goods).id
    store.close(opened)
    return customer_id


def show(desk: Desk, kind: str, record_id: int) -> None:
    """Come to the service tab and open a record there."""
    desk.press(SERVICE)
    window = desk.program.window
    assert window is not None
    tab: Any = window.tab("service")
    tab.open_record(kind, record_id)


def order() -> WorkOrder:
    """The order of this story."""
    found: WorkOrder = WorkOrder.select().order_by(WorkOrder.id.desc()).get()
    return found


def reaches(desk: Desk, state: WorkOrderState) -> None:
    """Wait until the order is in this state."""
    desk.wait(lambda: order().state is state)


def book(desk: Desk, world: World, customer_id: int) -> AppointmentRow:
    """The reception takes the call: plate, wish, the first free time."""
    desk.log_in(world.reception)
    desk.press(SERVICE, "Ctrl+N")
    desk.wait(lambda: desk.at("find_customer"))
    desk.write("a7k3p9")
    desk.press("Enter")
    desk.fill("wish", "刹车响")
    desk.press("Ctrl+1")
    desk.click("book")
    desk.wait(lambda: appointments.of_customer(customer_id))
    (made,) = appointments.of_customer(customer_id)
    assert (made.plate, made.wish, made.state) == (PLATE, "刹车响", AppointmentState.BOOKED)
    return made


def receive(desk: Desk, appointment: AppointmentRow) -> None:
    """The advisor receives the car from its appointment and fills in the sheet at the vehicle."""
    desk.switch_to(ADVISOR)
    show(desk, "appointment", appointment.id)
    desk.click("receive")
    desk.wait(lambda: desk.at("mileage"))
    desk.write("40268")
    desk.choose("fuel", "5/8")
    desk.fill("complaint", "下雨天踩刹车有吱吱声")
    desk.click(desk.choice(_("Customer asked to take valuables along")))
    desk.click(desk.choice(_("Road test allowed")))
    desk.press("Ctrl+Return")
    reaches(desk, _S.RECEIVED)
    assert appointments.rows([appointment.id])[0].state is AppointmentState.ARRIVED


def inspect_and_estimate(desk: Desk) -> None:
    """Everything is in order but the front pads; the estimate from the catalogue, a time proposed."""
    desk.button("judge_rest")
    desk.press("Ctrl+Shift+A")
    desk.button("inspect")
    desk.press("Ctrl+Return")
    reaches(desk, _S.INSPECTED)
    desk.wait(lambda: desk.at("add_work"))
    desk.write("front-pads")
    desk.press("Enter")
    desk.click("propose")
    desk.button("estimate")
    desk.press("Ctrl+Return")
    reaches(desk, _S.ESTIMATED)


def authorise(desk: Desk) -> None:
    """The customer sees work, price and time, and signs on the screen."""
    desk.click("authorise")
    desk.draw(desk.see(SignaturePad))
    desk.click("accept")
    desk.wait_for_dialog_to_close()
    reaches(desk, _S.AUTHORISED)
    view = order_view(desk.actor, order().id)
    assert (view.authorised, view.authorisations[0].name) == (22_000, "陈国强")


def texts_of(box: ChoiceBox) -> list[str]:
    """What a choice offers."""
    return [box.itemText(place) for place in range(box.count())]


def dispatch(desk: Desk) -> None:
    """The line goes to the technician proposed, or to ours."""
    desk.click("dispatch")
    line = standing.chosen_labour(order())[0]
    who = desk.see(ChoiceBox, f"who_{line.id}")
    desk.choose(who.objectName(), next(each for each in texts_of(who) if each.startswith(TECHNICIAN.name)))
    desk.click("accept")
    desk.wait_for_dialog_to_close()
    reaches(desk, _S.DISPATCHED)


def work(desk: Desk) -> None:
    """The technician begins and ends, and checks their own work."""
    desk.switch_to(TECHNICIAN)
    desk.press(SERVICE)
    desk.click("start")
    reaches(desk, _S.IN_WORK)
    desk.click("done")
    for number in range(3):
        desk.click(desk.see(QWidget, f"point_{number}"))
    desk.click("accept")
    desk.wait_for_dialog_to_close()
    reaches(desk, _S.QUALITY_CHECK)


def check(desk: Desk) -> None:
    """A second person, then the controller with a road test; then the wash."""
    desk.switch_to(SECOND)
    desk.press(SERVICE)
    desk.click(f"check_{order().id}")
    desk.click("accept")
    desk.wait_for_dialog_to_close()
    desk.switch_to(CONTROLLER)
    show(desk, "work_order", order().id)
    desk.click("check_final")
    desk.fill("road_test_km", "6")
    desk.click("accept")
    desk.wait_for_dialog_to_close()
    desk.click("washed")
    reaches(desk, _S.READY)


def settle(desk: Desk) -> None:
    """The advisor settles what was authorised."""
    desk.switch_to(ADVISOR)
    show(desk, "work_order", order().id)
    desk.button("settle")
    desk.press("Ctrl+Return")
    reaches(desk, _S.SETTLED)


def pay(desk: Desk, world: World, tmp_path: Path) -> None:
    """The cashier takes the money; the receipt says the same total."""
    desk.switch_to(world.cashier)
    show(desk, "work_order", order().id)
    desk.button("take_payment")
    desk.take_payment(tmp_path / "收据.pdf")
    (payment,) = money_lists.payments_of(order().id)
    assert payment.amount == 22_000
    assert "220.00" in words_of(tmp_path / "收据.pdf")
    assert_on_record(PaperKind.WORK_RECEIPT, payment.number, tmp_path / "收据.pdf")


def hand_back(desk: Desk, tmp_path: Path) -> None:
    """The advisor hands back; the gate pass is printed."""
    desk.switch_to(ADVISOR)
    show(desk, "work_order", order().id)
    desk.click("hand_back")
    desk.click("accept")
    reaches(desk, _S.HANDED_BACK)
    desk.keep_as_file(tmp_path / "出门证.pdf")
    desk.wait(lambda: (tmp_path / "出门证.pdf").exists())
    desk.wait_for_dialog_to_close()


def ask_after(desk: Desk) -> None:
    """The call after the work closes the order."""
    show(desk, "work_order", order().id)
    desk.click("follow_up")
    desk.write("很满意")
    desk.click("accept")
    desk.wait_for_dialog_to_close()
    reaches(desk, _S.CLOSED)
