"""The day planner with real clicks and keys: booking, dragging, stretching, what is refused, calls, who may (W1)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from models.appointments import lists
from models.appointments.booking_actions import add_bay, change_hours
from models.appointments.kinds import AppointmentState, Purpose
from models.appointments.lists import AppointmentRow
from models.appointments.rules import WorkshopHours
from models.kernel import clock
from tests.models.appointments.booking import at, booked
from tests.models.service.orders import Crew, car, crew
from tests.ui.conftest import Shop
from tests.ui.hands import sees
from tests.ui.service.conftest import Opened
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.preview import PaperPreview
from ui.kit.widgets import Button, Text
from ui.service.planner_grid import PlannerGrid
from ui.service.planner_page import ADVISORS, PlannerPage

_K, _Shift, _None = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def team(shop: Shop) -> Crew:
    return crew(shop)


@pytest.fixture
def bays(shop: Shop) -> tuple[int, int]:
    return add_bay(shop.owner, "举升机 1").id, add_bay(shop.owner, "举升机 2").id


def planner(tab: object, day: int = 1) -> PlannerPage:
    """The planner, a day ahead."""
    page = tab.page("planner")  # type: ignore[attr-defined]
    assert isinstance(page, PlannerPage)
    tab.show_page("planner")  # type: ignore[attr-defined]
    page.show_day(clock.today() + timedelta(days=day))
    return page


def row(appointment_id: int) -> AppointmentRow:
    return lists.rows([appointment_id])[0]


def minute(moment: datetime) -> int:
    local = clock.local(moment)
    return local.hour * 60 + local.minute


def drag(qtbot: QtBot, grid: PlannerGrid, begin: QPoint, end: QPoint) -> None:
    """Press, draw, let go."""
    qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(grid, (begin + end) / 2)
    qtbot.mouseMove(grid, end)
    qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=end)


def click(qtbot: QtBot, page: PlannerPage, name: str) -> None:
    def shown() -> list[Button]:
        return [each for each in page.findChildren(Button, name) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)


def test_a_known_car_is_booked_by_keys_alone(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    customer_id = shop.customer("葉靜宜", "199 0000 0322")
    goods_id = car(shop, customer_id, "浙A7K3P9", "")  # type: ignore[arg-type]
    _window, tab = open_service(team.advisor)
    page = planner(tab)
    page.begin()
    page.booking.box.setText("浙a 7k3p9")
    qtbot.keyClick(page.booking.box, _K.Key_Return)
    assert (page.booking.customer_id, page.booking.goods_id) == (customer_id, goods_id), "a plate in any spelling"
    wish = page.booking.form.editor("wish")
    wish.set_value("做保养")
    qtbot.keyClick(page.booking.form.editor("minutes"), _K.Key_Return)
    assert page.booking.form.field("starts_at").error == "Say when."
    first = lists.free_slots(60, clock.now(), team.advisor.id)[0]
    qtbot.keyClick(page.booking.box, _K.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.booking.when.value() == first.starts_at, "Ctrl+1 takes the first of those offered"
    qtbot.keyClick(page.booking.form.editor("minutes"), _K.Key_Return)
    (made,) = lists.of_customer(customer_id)
    assert (made.starts_at, made.bay_id, made.wish, made.goods_id) == (first.starts_at, bays[0], "做保养", goods_id)
    assert page.side.currentWidget() is page.appointment
    assert page.appointment.shown.row.id == made.id


def test_a_new_customer_needs_name_phone_and_plate_only(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    _window, tab = open_service(shop.reception)
    page = planner(tab)
    page.begin()
    qtbot.keyClicks(page.booking.box, "19900000377")
    qtbot.keyClick(page.booking.box, _K.Key_Return)
    dialog = sees(page.window(), FormDialog)[-1]
    assert dialog.form.editor("phone").value() == "19900000377"
    dialog.form.editor("name").set_value("周新")
    dialog.form.editor("plate").set_value("浙B12345")
    qtbot.keyClick(dialog.form.editor("plate"), _K.Key_Return)
    page.booking.form.set_values({"starts_at": at(1, 10)})
    click(qtbot, page, "book")
    made = row(page.appointment.shown.row.id)
    assert (made.customer, made.plate, minute(made.starts_at)) == ("周新", "浙B12345", 600)
    assert made.bay_id == bays[0], "the first that is free"


def test_dragging_moves_and_stretches_and_a_refused_drop_springs_back(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    first = booked(shop, team.advisor, at(1, 9), shop.customer(), bay_id=bays[0])  # type: ignore[arg-type]
    second = booked(shop, team.advisor, at(1, 13), shop.customer("乙", "13700001111"), bay_id=bays[0])  # type: ignore[arg-type]
    _window, tab = open_service(team.advisor)
    grid = planner(tab).grid
    middle = grid.box(first).center()
    drag(qtbot, grid, middle, QPoint(grid.x_of(1), middle.y() + grid.y_of(660) - grid.y_of(540) + 3))
    moved = row(first)
    assert (minute(moved.starts_at), moved.bay_id, moved.minutes) == (660, bays[1], 60), "snapped to a quarter"
    edge = QPoint(grid.box(first).center().x(), grid.box(first).bottom() - 2)
    drag(qtbot, grid, edge, QPoint(edge.x(), edge.y() + grid.y_of(45) - grid.y_of(0)))
    assert row(first).minutes == 105
    middle = grid.box(first).center()
    with notices.recording() as record:
        drag(qtbot, grid, middle, QPoint(grid.x_of(0), grid.box(second).center().y()))
    assert any(row(second).number in text for text, _tone in record.told), "it says what is there"
    assert (minute(row(first).starts_at), row(first).bay_id) == (660, bays[1])
    assert grid.ghost is None
    assert grid.box(first).center() == middle


def test_arrows_move_shift_stretches_escape_takes_back(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    first = booked(shop, team.advisor, at(1, 9), shop.customer(), bay_id=bays[0])  # type: ignore[arg-type]
    _window, tab = open_service(team.advisor)
    grid = planner(tab).grid
    grid.setFocus()
    qtbot.keyClick(grid, _K.Key_Tab)
    assert grid.selected == first
    for key, with_shift in ((_K.Key_Right, _None), (_K.Key_Down, _None), (_K.Key_Down, _Shift)):
        qtbot.keyClick(grid, key, with_shift)
    qtbot.keyClick(grid, _K.Key_Escape)
    assert (row(first).version, grid.ghost) == (1, None), "nothing is written before Enter"
    for key, with_shift in ((_K.Key_Right, _None), (_K.Key_Down, _None), (_K.Key_Down, _Shift)):
        qtbot.keyClick(grid, key, with_shift)
    qtbot.keyClick(grid, _K.Key_Return)
    assert (minute(row(first).starts_at), row(first).bay_id, row(first).minutes) == (555, bays[1], 75)


def test_by_advisor_a_drop_gives_it_to_another(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    first = booked(shop, team.advisor, at(1, 9), shop.customer(), bay_id=bays[0])  # type: ignore[arg-type]
    _window, tab = open_service(team.advisor)
    page = planner(tab)
    qtbot.mouseClick(page.views.button(ADVISORS), Qt.MouseButton.LeftButton)
    lane = next(place for place, each in enumerate(page.grid.lanes) if each.key == team.advisor.id)
    middle = page.grid.box(first).center()
    drag(qtbot, page.grid, middle, QPoint(page.grid.x_of(lane), middle.y()))
    assert (row(first).advisor_id, row(first).bay_id) == (team.advisor.id, bays[0])


def test_a_click_on_a_free_place_books_there(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    _window, tab = open_service(team.advisor)
    page = planner(tab)
    place = QPoint(page.grid.x_of(1), page.grid.y_of(14 * 60) + 4)
    qtbot.mouseClick(page.grid, Qt.MouseButton.LeftButton, pos=place)
    assert page.booking.when.value() == at(1, 14)
    assert page.booking.bay.value() == bays[1]


def test_calls_are_logged_from_the_list_and_arrival_opens_the_order(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    customer_id = shop.customer()
    first = booked(shop, team.advisor, at(1, 9), customer_id, plate="浙A00011", wish="异响", bay_id=bays[0])  # type: ignore[arg-type]
    _window, tab = open_service(shop.reception)
    page = planner(tab)
    click(qtbot, page, "reminders")
    click(qtbot, page, "not_reached")
    assert row(first).state is AppointmentState.BOOKED
    click(qtbot, page, "reached")
    assert row(first).state is AppointmentState.CONFIRMED
    assert "1" not in page.reminders.label
    page.bring(first)
    click(qtbot, page, "receive")
    came = row(first)
    assert came.state is AppointmentState.ARRIVED
    assert came.order_id is not None
    assert tab.front == "orders"


def test_a_survey_visit_says_where_and_what_it_costs(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    customer_id = shop.customer()
    _window, tab = open_service(team.advisor)
    page = planner(tab)
    page.begin(customer_id)
    page.booking.purpose.setCurrentIndex(list(Purpose).index(Purpose.SURVEY))
    page.booking.purpose.activated.emit(page.booking.purpose.currentIndex())
    assert not page.booking.bay.isVisible()
    page.booking.form.set_values({"starts_at": at(2, 10), "place": "长河路 1 号", "survey_fee": 8_000})
    click(qtbot, page, "book")
    view = page.appointment.shown
    assert (view.place, view.survey_fee, view.row.bay_id) == ("长河路 1 号", 8_000, None)


def test_a_technician_reads_and_moves_nothing(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    first = booked(shop, team.advisor, at(1, 9), shop.customer(), bay_id=bays[0])  # type: ignore[arg-type]
    _window, tab = open_service(team.technician)
    page = planner(tab)
    middle = page.grid.box(first).center()
    drag(qtbot, page.grid, middle, QPoint(page.grid.x_of(1), middle.y() + 100))
    assert (row(first).version, page.grid.ghost) == (1, None)
    assert page.side.currentWidget() is page.appointment
    assert not [each for each in page.appointment.findChildren(Button) if each.isVisible()]
    assert not page.book.isVisible()


def test_ctrl_p_shows_the_day_on_paper(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    booked(shop, team.advisor, at(1, 9), shop.customer(), plate="浙A7K3P9", bay_id=bays[0])  # type: ignore[arg-type]
    _window, tab = open_service(team.advisor)
    page = planner(tab)
    qtbot.keyClick(page.grid, _K.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(sees(page.window(), PaperPreview)))
    sees(page.window(), PaperPreview)[0].window().close()
    _window, tab = open_service(team.technician)
    assert not planner(tab).print_button.isVisible(), "who may not print has no button"


def test_the_bay_kept_for_walk_ins_is_doubted_then_refused_with_the_next_time(
    qtbot: QtBot, shop: Shop, team: Crew, bays: tuple[int, int], open_service: Opened
) -> None:
    change_hours(shop.owner, WorkshopHours(walk_ins=2))
    _window, tab = open_service(shop.reception)
    page = planner(tab)
    page.begin(shop.customer())
    page.booking.place_at(at(1, 10))
    bay = page.booking.form.field("bay_id")
    assert bay.error == ""
    assert "kept for walk-ins" in bay.findChildren(Text)[-1].text()
    click(qtbot, page, "book")
    assert bay.error == "The bays left then are kept for walk-ins."
    change_hours(shop.owner, WorkshopHours(walk_ins=1))
    click(qtbot, page, "book")
    assert page.appointment.shown.row.bay_id == bays[0]
