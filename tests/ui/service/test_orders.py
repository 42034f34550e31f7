"""Work orders in the window: from the plate to the customer's signature, by keys and clicks (W3–W5)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.kernel.permissions import Actor, Role
from models.service import lists
from models.service.kinds import Grade, Stance
from models.service.operation_actions import take_shipped_operations
from models.service.reading import order_view
from models.service.states import WorkOrderState
from models.staff.tables import Staff
from tests.models.service import orders
from tests.ui.conftest import Shop
from tests.ui.service.conftest import Opened
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.forms import Form
from ui.kit.outline import Mark
from ui.kit.signature import SignaturePad
from ui.kit.widgets import Button
from ui.main_window import MainWindow
from ui.service.estimate_section import EstimateSection
from ui.service.inspection_section import InspectionSection
from ui.service.order_page import OrderPage
from ui.service.orders_page import OrdersPage
from ui.service.sheet_section import SheetSection


@dataclass
class Desk:
    """The window of somebody in the workshop."""

    window: MainWindow
    orders: OrdersPage
    actor: Actor

    @property
    def page(self) -> OrderPage:
        return self.orders.order_page

    @property
    def sheet(self) -> SheetSection:
        return next(each for each in self.page.sections if isinstance(each, SheetSection))

    @property
    def form(self) -> Form:
        assert self.sheet.form is not None
        return self.sheet.form

    @property
    def inspection(self) -> InspectionSection:
        return next(each for each in self.page.sections if isinstance(each, InspectionSection))

    @property
    def estimate(self) -> EstimateSection:
        return next(each for each in self.page.sections if isinstance(each, EstimateSection))

    @property
    def state(self) -> WorkOrderState:
        return order_view(self.actor, self.page.order_id).row.state

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keys are now."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def next(self, qtbot: QtBot, name: str) -> None:
        """Take the next step by its key, when its button is there and open."""
        qtbot.waitUntil(
            lambda: any(each.isVisible() and each.isEnabled() for each in self.page.findChildren(Button, name))
        )
        self.press(Qt.Key.Key_Return, CONTROL)

    def button(self, name: str) -> Button:
        """A button of the order's page that can be seen."""
        return next(each for each in self.page.findChildren(Button, name) if each.isVisible())


CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def advisor(shop: Shop) -> Actor:
    """A service advisor."""
    roles = frozenset({Role.SERVICE_ADVISOR})
    pin_hash = Staff.get_by_id(shop.owner.id).pin_hash
    return Actor(Staff.create(name="许念安", roles=roles, pin_hash=pin_hash).id, "许念安", roles)


@pytest.fixture
def desk(shop: Shop, open_service: Opened, advisor: Actor) -> Desk:
    """The advisor at the work orders, with operations and a customer's car on file."""
    take_shipped_operations(shop.owner, "vehicle")
    customer_id = shop.customer("葉靜宜", "199 0000 0322")
    add_goods(shop.sales, customer_id, GoodsForm("澜川", "L3", plate="浙A7K3P9", mileage=40_000))
    window, tab = open_service(advisor)
    tab.show_page("orders")
    page = tab.page("orders")
    assert isinstance(page, OrdersPage)
    return Desk(window, page, advisor)


def typed(widget: QWidget, text: str) -> None:
    """Type into a widget."""
    widget.setFocus()
    QTest.keyClicks(widget, text)


def sign(dialog: FormDialog) -> None:
    """Draw a signature with the mouse."""
    (pad,) = dialog.findChildren(SignaturePad)
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(pad, button, pos=QPoint(20, 20))
    for x in range(20, 160, 20):
        QTest.mouseMove(pad, QPoint(x, 30 + x % 40))
    QTest.mouseRelease(pad, button, pos=QPoint(160, 60))


def received(desk: Desk, qtbot: QtBot) -> None:
    """A known car by keys alone: five of them besides typing, as screens.md asks."""
    desk.orders.list_page.table.setFocus()
    desk.press(Qt.Key.Key_N, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "a7k3")
    desk.press(Qt.Key.Key_Return)
    assert desk.orders.currentWidget() is desk.page
    assert QApplication.focusWidget() is desk.form.editor("mileage")
    QTest.keyClicks(QApplication.focusWidget(), "40268")
    desk.form.editor("fuel").setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "5")
    typed(desk.form.editor("complaint"), "brakes squeal")
    desk.sheet.valuables.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: desk.state is WorkOrderState.RECEIVED)


def test_a_known_car_is_received_by_keys(desk: Desk, qtbot: QtBot) -> None:
    received(desk, qtbot)
    view = order_view(desk.actor, desk.page.order_id)
    assert (view.sheet.mileage, view.sheet.fuel, view.sheet.complaint) == (40_268, 5, "brakes squeal")
    assert view.sheet.valuables_asked
    assert not desk.sheet.form.isVisible(), "the sheet folds when it is done"


def test_what_the_sheet_lacks_is_said_at_its_fields(desk: Desk) -> None:
    desk.orders.list_page.begin()
    QTest.keyClicks(QApplication.focusWidget(), "a-7k3p9")
    desk.press(Qt.Key.Key_Return)
    QTest.mouseClick(desk.button("receive"), Qt.MouseButton.LeftButton)
    assert desk.form.field("mileage").error
    assert desk.form.field("complaint").error
    assert desk.state is WorkOrderState.BOOKED
    typed(desk.form.editor("mileage"), "39000")
    assert not desk.page.save()
    assert "Type the reason" in desk.form.field("mileage_reason").error
    typed(desk.form.editor("mileage_reason"), "new instrument")
    assert desk.page.save()
    assert order_view(desk.actor, desk.page.order_id).sheet.mileage == 39_000


def test_nobody_known_becomes_a_customer_on_the_spot(desk: Desk) -> None:
    finder = desk.orders.list_page.finder
    desk.orders.list_page.begin()
    QTest.keyClicks(QApplication.focusWidget(), "139 7777 0001")
    finder.look()
    assert finder.nothing.isVisible()
    dialog = finder.ask_new()
    assert dialog.form.editor("phone").text() == "139 7777 0001"
    typed(dialog.form.editor("name"), "Xu Wei")
    typed(dialog.form.editor("plate"), "B6H22A")
    dialog.submit()
    view = order_view(desk.actor, desk.page.order_id)
    assert (view.row.customer, view.row.plate) == ("Xu Wei", "B6H22A")


def test_marks_are_set_on_the_outline_and_saved(desk: Desk, qtbot: QtBot) -> None:
    received(desk, qtbot)
    body = desk.page._body.body
    where = body.place_of(Mark("left", 500, 500, "dent"))
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(round(where.x()), round(where.y())))
    menu = next(each for each in QApplication.topLevelWidgets() if each.isVisible() and each.parent() is body)
    next(action for action in menu.actions() if action.objectName() == "dent").trigger()
    assert desk.page.save()
    (mark,) = order_view(desk.actor, desk.page.order_id).sheet.marks
    assert (mark.view, mark.kind) == ("left", "dent")
    assert abs(mark.x - 500) < 10
    body.setFocus()
    desk.press(Qt.Key.Key_Right)
    desk.page.save()
    assert order_view(desk.actor, desk.page.order_id).sheet.marks[0].x > mark.x
    desk.press(Qt.Key.Key_Delete)
    desk.page.save()
    assert order_view(desk.actor, desk.page.order_id).sheet.marks == ()


def test_inspection_estimate_and_signature(desk: Desk, qtbot: QtBot) -> None:
    received(desk, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.inspection.rows[0])
    desk.press(Qt.Key.Key_3)
    assert QApplication.focusWidget() is desk.inspection.rows[1]
    QTest.keyClick(desk.window, Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    view = order_view(desk.actor, desk.page.order_id)
    assert [point.grade for point in view.points[:2]] == [Grade.NOW, Grade.OK]
    desk.next(qtbot, "inspect")
    assert desk.state is WorkOrderState.INSPECTED
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.estimate.box)
    QTest.keyClicks(desk.estimate.box, "front-pads")
    desk.press(Qt.Key.Key_Return)
    QTest.keyClicks(desk.estimate.box, "wash the mats")
    desk.press(Qt.Key.Key_Return)
    assert [line.form.code for line in desk.estimate.lines.lines] == ["FRONT-PADS", ""]
    QTest.mouseClick(desk.button("propose"), Qt.MouseButton.LeftButton)
    index = desk.estimate.lines.index(0, 1)
    assert not desk.estimate.lines.setData(index, "1")
    desk.estimate.lines.setData(index, "1000")
    assert not desk.page.save(), "a thousand hours"
    assert desk.estimate.lines.lines[0].text("quantity") == "1000", "what is wrong stays as typed"
    desk.estimate.lines.setData(index, "1.5")
    assert desk.page.save()
    desk.next(qtbot, "estimate")
    assert desk.state is WorkOrderState.ESTIMATED
    desk.estimate.table.setCurrentIndex(desk.estimate.lines.index(1, 6))
    desk.estimate.table.setFocus()
    for _times in range(2):
        desk.press(Qt.Key.Key_F3)
    assert desk.page.save()
    view = order_view(desk.actor, desk.page.order_id)
    assert [line.stance for line in view.lines] == [Stance.CHOSEN, Stance.DEFERRED]
    desk.next(qtbot, "authorise")
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, FormDialog) and each.isVisible())
    dialog.submit()
    assert "has to sign" in dialog.form.field("name").error
    sign(dialog)
    dialog.submit()
    assert desk.state is WorkOrderState.AUTHORISED
    assert view.totals.total == 33_000


def test_two_people_on_one_order_are_told(desk: Desk, qtbot: QtBot, shop: Shop) -> None:
    received(desk, qtbot)
    desk.sheet.unfold()
    typed(desk.form.editor("belongings"), "umbrella")
    orders.fill_sheet(shop.owner, desk.page.order_id, belongings="bag", complaint="brakes squeal")
    with notices.recording() as said:
        assert not desk.page.save()
    assert "Somebody else" in said.told[-1][0]
    assert desk.form.editor("belongings").text().endswith("umbrella"), "what was typed stays"


def test_the_list_finds_and_filters(desk: Desk, qtbot: QtBot, shop: Shop) -> None:
    received(desk, qtbot)
    order_id = desk.page.order_id
    desk.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    page = desk.orders.list_page
    assert page.table.model().rowCount() == 1
    typed(page.search, "7k3p9")
    page.refresh()
    assert lists.order_ids(desk.actor, lists.OrderFilter.HERE, "７Ｋ３Ｐ９") == [order_id]
    assert page.table.model().rowCount() == 1
    page.search.clear()
    page.chips.button("ready").click()
    assert page.table.model().rowCount() == 0


def test_reception_sees_no_estimate_and_a_stranger_no_phone(shop: Shop, open_service: Opened, desk: Desk) -> None:
    customer_id = shop.customer("乙", "138 0000 9999")
    order_id = orders.estimated(shop, desk.actor, customer_id=customer_id)  # type: ignore[arg-type]
    assert order_view(desk.actor, order_id).phone == "138 0000 9999"
    _window, tab = open_service(shop.reception)
    tab.open_record("work_order", order_id)
    page = tab.page("orders")
    assert isinstance(page, OrdersPage)
    assert not page.order_page.sections[2].widget.isVisible()
