"""Dispatch, work, extra work and quality in the window, with clicks and keys; the board; the technician's page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.kernel import clock, i18n
from models.kernel.permissions import Actor
from models.service import board
from models.service.dispatch_actions import TechnicianForm, set_technician
from models.service.extra_actions import ExtraForm, find_extra
from models.service.kinds import ExtraState, WorkState
from models.service.reading import order_view
from models.service.states import WorkOrderState
from models.service.views import OrderView
from tests.models.parts import shelves
from tests.models.service.orders import Crew, authorised, car, crew, labour, part, tomorrow
from tests.models.service.working import dispatch, work_of, worked
from tests.ui.conftest import Shop
from tests.ui.service.conftest import Opened
from ui.kit.dialogs import FormDialog
from ui.kit.table import RecordTable
from ui.kit.widgets import Button
from ui.service.board_page import BoardPage
from ui.service.order_page import OrderPage
from ui.service.technician_page import TechnicianPage
from ui.today import bench_side

S = WorkOrderState
Found = TypeVar("Found", bound=QWidget)


@dataclass
class Bench:
    """The shop with its crew, and an authorised order over two lines and a part."""

    shop: Shop
    team: Crew
    order_id: int

    def view(self, by: Actor | None = None) -> OrderView:
        """The order as it is stored."""
        return order_view(by or self.team.advisor, self.order_id)


@pytest.fixture
def bench(shop: Shop) -> Bench:
    team = crew(shop)  # type: ignore[arg-type]  # another shop with an owner
    item = shelves.part(shop)  # type: ignore[arg-type]
    shelves.received(shop, item, 1_000)  # type: ignore[arg-type]
    file_id = shop.customer()
    lines = (labour("保养", 150), part("机油滤清器", 100, 4_500, parent=0, item_id=item), labour("制动片", 100))
    goods_id = car(shop, file_id)  # type: ignore[arg-type]
    order_id = authorised(shop, team.advisor, *lines, customer_id=file_id, goods_id=goods_id)  # type: ignore[arg-type]
    set_technician(shop.owner, team.technician.id, TechnicianForm(("chassis",), 3))
    return Bench(shop, team, order_id)


def front(kind: type[Found]) -> Found:
    """The widget of this kind in front."""
    found = [each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible()]
    return found[-1]


def press(qtbot: QtBot, name: str, inside: QWidget, card: int = 0) -> None:
    """Click the button of this name, on the card of a line where one is told, once it is there."""

    def buttons() -> list[Button]:
        holders = inside.findChildren(QWidget, f"work_{card}") if card else [inside]
        found = [each for holder in holders for each in holder.findChildren(Button, name)]
        return [each for each in found if each.isVisibleTo(inside)]

    qtbot.waitUntil(lambda: bool(buttons()))
    qtbot.mouseClick(buttons()[0], Qt.MouseButton.LeftButton)


def opened(open_service: Opened, actor: Actor, order_id: int) -> OrderPage:
    """The order on its page, for this person."""
    _window, service = open_service(actor)
    service.open_record("work_order", order_id)
    return front(OrderPage)


def test_an_advisor_dispatches_and_the_board_shows_it(qtbot: QtBot, bench: Bench, open_service: Opened) -> None:
    page = opened(open_service, bench.team.advisor, bench.order_id)
    press(qtbot, "dispatch", page)
    dialog = front(FormDialog)
    first, second = (line.id for line in work_of(bench.team.advisor, bench.order_id))
    editor = dialog.form.editor("technician_id")
    assert editor.rows[first][0].value() is not None, "proposed by skill and load"
    editor.rows[first][0].set_value(bench.team.technician.id)
    editor.rows[second][0].set_value(bench.team.second.id)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert bench.view().row.state is S.AUTHORISED
    press(qtbot, "dispatch", page)
    dialog = front(FormDialog)
    press(qtbot, "accept", dialog)
    assert bench.view().row.state is S.DISPATCHED
    _window, service = open_service(bench.team.advisor)
    service.show_page("board")
    canvas = front(BoardPage).canvas
    assert {line.id for lane in canvas.lanes for line in lane.lines} == {first, second}


@pytest.mark.usefixtures("noon")
def test_a_line_is_dragged_and_moved_by_keys(qtbot: QtBot, bench: Bench, open_service: Opened) -> None:
    first, second = dispatch(bench.team, bench.order_id, bench.team.technician)
    _window, service = open_service(bench.team.advisor)
    service.show_page("board")
    page = front(BoardPage)
    canvas = page.canvas
    start, aim = canvas.box_of(first).center(), canvas.lane_box(bench.team.second.id).center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, QPoint((start.x() + aim.x()) // 2, start.y()))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(aim.x(), start.y()))
    assert [line.technician for line in work_of(bench.team.advisor, bench.order_id)] == ["罗启明", "田吉昌"]
    canvas.current = second
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert [line.technician for line in work_of(bench.team.advisor, bench.order_id)] == ["罗启明", "罗启明"]
    page.choose("state")
    assert [lane.key for lane in canvas.lanes] == [state.value for state in board.ON_BOARD]
    page.choose("bay")
    assert canvas.lanes[0].key == 0
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    canvas.current = first
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert front(OrderPage).order_id == bench.order_id


def test_a_technician_works_with_large_buttons_and_sees_no_price(
    qtbot: QtBot, bench: Bench, open_service: Opened
) -> None:
    i18n.set_language("zh_CN")
    first, _second = dispatch(bench.team, bench.order_id)
    _window, service = open_service(bench.team.technician)
    assert "orders" not in service.rail.names, "the orders with their prices are for others"
    page = front(TechnicianPage)
    press(qtbot, "start", page, first)
    assert work_of(bench.team.advisor, bench.order_id)[0].work is WorkState.RUNNING
    press(qtbot, "pause", page, first)
    assert work_of(bench.team.advisor, bench.order_id)[0].work is WorkState.STOPPED
    press(qtbot, "start", page, first)
    press(qtbot, "found", page, first)
    dialog = front(FormDialog)
    dialog.form.set_values({"found": "油底壳渗漏", "hours": 80, "parts": "油底壳垫\n密封胶"})
    press(qtbot, "accept", dialog)
    extra = bench.view().extras[0]
    assert (extra.found, extra.state) == ("油底壳渗漏", ExtraState.OPEN)
    assert [line.name for line in bench.view().lines if line.extra_id == extra.id] == [
        "油底壳渗漏",
        "油底壳垫",
        "密封胶",
    ]
    words = " ".join(each.text() for each in page.findChildren(QLabel))
    assert "机油滤清器" in words
    for hidden in ("¥", "45.00", "220", "13800136621", "138 0013 6621", "199 0000"):
        assert hidden not in words, hidden


def test_done_with_the_own_check_goes_to_the_quality_check(qtbot: QtBot, bench: Bench, open_service: Opened) -> None:
    dispatch(bench.team, bench.order_id)
    _window, service = open_service(bench.team.technician)
    page = front(TechnicianPage)
    for line in work_of(bench.team.advisor, bench.order_id):
        press(qtbot, "start", page, line.id)
        press(qtbot, "done", page, line.id)
        dialog = front(FormDialog)
        dialog.form.set_values({f"point_{number}": True for number in range(3)})
        press(qtbot, "accept", dialog)
    assert bench.view().row.state is S.QUALITY_CHECK
    _window, service = open_service(bench.team.second)
    assert service.front == "technician"
    press(qtbot, f"check_{bench.order_id}", front(TechnicianPage))
    press(qtbot, "accept", front(FormDialog))
    page = opened(open_service, bench.team.controller, bench.order_id)
    press(qtbot, "check_final", page)
    press(qtbot, "accept", front(FormDialog))
    press(qtbot, "washed", page)
    assert bench.view().row.state is S.READY


def test_extra_work_is_answered_from_the_band(qtbot: QtBot, bench: Bench, open_service: Opened) -> None:
    dispatch(bench.team, bench.order_id)
    page = opened(open_service, bench.team.advisor, bench.order_id)
    press(qtbot, "find_extra", page)
    dialog = front(FormDialog)
    lines = (labour("更换制动盘", 120, safety=True), replace(part("制动盘", 200, 56_200), parent=0))
    dialog.form.editor("lines").set_value(lines)
    press(qtbot, "accept", dialog)
    assert dialog.form.field("found").error
    dialog.form.set_values({"found": "制动盘磨损见底", "promised_at": tomorrow(19)})
    press(qtbot, "accept", dialog)
    assert bench.view().pending == 26_400 + 112_400
    press(qtbot, "call_1", page)
    dialog = front(FormDialog)
    assert dialog.form.editor("number").value(), "the number is proposed to whoever may see it"
    press(qtbot, "accept", dialog)
    assert dialog.form.field("said").error
    dialog.form.set_values({"said": "同意，尽快"})
    press(qtbot, "accept", dialog)
    view = bench.view()
    assert (view.extras[0].state, view.authorised, view.row.promised_at) == (ExtraState.AGREED, 198_300, tomorrow(19))
    press(qtbot, "find_extra", page)
    dialog = front(FormDialog)
    dialog.form.set_values({"found": "雨刮老化", "amount": 9_900, "safety": True})
    press(qtbot, "accept", dialog)
    press(qtbot, "refuse_2", page)
    dialog = front(FormDialog)
    dialog.form.set_values({"said": "下次"})
    press(qtbot, "accept", dialog)
    assert dialog.form.field("warned").error
    dialog.form.set_values({"warned": True})
    press(qtbot, "accept", dialog)
    assert bench.view().extras[1].state is ExtraState.REFUSED


def test_parts_are_issued_and_taken_back(qtbot: QtBot, bench: Bench, open_service: Opened) -> None:
    dispatch(bench.team, bench.order_id)
    page = opened(open_service, bench.team.parts, bench.order_id)
    press(qtbot, "issue_parts", page)
    dialog = front(FormDialog)
    dialog.submit()
    dialog.submit()
    assert [line.issued for line in bench.view().lines] == [0, 100, 0], "one request, however often one clicks"
    press(qtbot, "return_parts", page)
    dialog = front(FormDialog)
    line = bench.view().lines[1].id
    dialog.form.editor("quantity").rows[line].set_value(50)
    press(qtbot, "accept", dialog)
    assert (bench.view().lines[1].issued, bench.view().lines[1].quantity) == (50, 50)


def test_a_failed_check_names_what_is_done_again(qtbot: QtBot, shop: Shop, open_service: Opened) -> None:
    team = crew(shop)  # type: ignore[arg-type]
    file_id = shop.customer()
    goods_id = car(shop, file_id)  # type: ignore[arg-type]
    order_id = worked(shop, team, labour("保养"), customer_id=file_id, goods_id=goods_id)  # type: ignore[arg-type]
    page = opened(open_service, team.controller, order_id)
    press(qtbot, "pass", page)
    dialog = front(FormDialog)
    assert not dialog.form.field("reason").isVisible()
    dialog.form.set_values({"passed": False, "reason": "异响仍在"})
    press(qtbot, "accept", dialog)
    assert dialog.form.field("redo").error
    dialog.form.set_values({"redo": (work_of(team.advisor, order_id)[0].id,)})
    press(qtbot, "accept", dialog)
    assert order_view(team.advisor, order_id).row.state is S.IN_WORK
    table = page.findChild(RecordTable, "work_lines")
    assert len(table.records.ids) == 1


def test_today_says_what_the_advisor_has_to_do(bench: Bench) -> None:
    team = bench.team
    assert [need.icon for need in bench_side.needs(team.advisor)] == ["account-wrench-outline"], "to be dispatched"
    assert list(bench_side.needs(team.controller)) == [], "another advisor's"
    assert list(bench_side.needs(team.technician)) == []
    dispatch(team, bench.order_id)
    first = work_of(team.advisor, bench.order_id)[0].id
    find_extra(team.technician, bench.order_id, ExtraForm("油底壳渗漏", (labour("更换垫片", 80),), affects=(first,)))
    assert [(need.tone, need.id) for need in bench_side.needs(team.advisor)] == [("bad", bench.order_id)]
    promised = bench.view().row.promised_at
    assert promised is not None
    with clock.standing_at(promised + timedelta(minutes=1)):
        titles = [need.icon for need in bench_side.needs(bench.shop.owner)]
        assert sorted(titles) == ["clock-alert-outline", "phone-alert-outline"]
        assert bench_side.count(team.advisor) == 2
