"""Dispatch, work, quality (W6, W8): who does what, who may not, what goes back, who drops out in the middle."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from models.appointments.booking_actions import add_bay
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.permissions import Role
from models.kernel.tables import run_sql
from models.service import board, technician_lists
from models.service.board import LaneBy
from models.service.dispatch_actions import (
    Assignment,
    TechnicianForm,
    assign_lines,
    dispatch_order,
    release_technician,
    set_technician,
)
from models.service.kinds import Check, EventKind, StopReason, WorkState
from models.service.late_lists import work_figures
from models.service.line_actions import leave_line_out, use_less
from models.service.quality_actions import CheckForm, check_order, note_wash
from models.service.reading import order_view
from models.service.states import WorkOrderState
from models.service.work_actions import (
    DoneForm,
    StopForm,
    WaitForm,
    check_own_work,
    finish_line,
    finish_work,
    go_on_with_order,
    start_line,
    stop_line,
    take_up_again,
    wait_for_parts,
)
from models.staff.actions import StaffForm, change_account, leave_company
from models.staff.tables import Staff
from tests.models.service.orders import authorised, crew, fill_sheet, labour, part
from tests.models.service.working import begun, check, dispatch, dispatched, do_all, work_of, worked
from tests.models.shops import Shop, customer

S = WorkOrderState


def state(shop: Shop, order_id: int) -> WorkOrderState:
    return order_view(shop.owner, order_id).row.state


def test_a_day_of_work_from_dispatch_to_ready(shop: Shop) -> None:
    team = crew(shop)
    order_id = authorised(
        shop, team.advisor, labour("保养", 150), labour("制动片", 100, road_test=True), part(parent=1)
    )
    with pytest.raises(RuleError, match="nobody is to do “保养”"):
        dispatch_order(team.advisor, order_id)
    service, brakes = dispatch(team, order_id, team.technician, team.second)
    morning = clock.now()
    with clock.standing_at(morning):
        start_line(team.technician, service)
        start_line(team.second, brakes)
        assert state(shop, order_id) is S.IN_WORK
    with clock.standing_at(morning + timedelta(minutes=40)):
        stop_line(team.technician, service, StopForm(StopReason.PAUSE))
        assert [line.minutes for line in work_of(team.advisor, order_id)] == [40, 40]
    with clock.standing_at(morning + timedelta(minutes=60)):
        start_line(team.technician, service)
    with clock.standing_at(morning + timedelta(minutes=92)):
        finish_line(team.technician, service, DoneForm("机油略有渗漏", checked=True))
        finish_line(team.second, brakes, DoneForm())
        assert state(shop, order_id) is S.IN_WORK, "one is not checked by who did it"
        with pytest.raises(RuleError, match="Only who did it"):
            check_own_work(team.technician, brakes)
        check_own_work(team.second, brakes)
    assert [line.minutes for line in work_of(team.advisor, order_id)] == [72, 92]
    assert state(shop, order_id) is S.QUALITY_CHECK
    with pytest.raises(RuleError, match="Who worked on it"):
        check_order(team.second, order_id, CheckForm(Check.SECOND, passed=True))
    with pytest.raises(RuleError, match="comes first"):
        check_order(team.controller, order_id, CheckForm(Check.FINAL, passed=True, road_test_km=6))
    check_order(team.advisor, order_id, CheckForm(Check.SECOND, passed=True))
    with pytest.raises(RuleError, match="somebody else"):
        check_order(team.advisor, order_id, CheckForm(Check.FINAL, passed=True, road_test_km=6))
    with pytest.raises(RuleError) as caught:
        check_order(team.controller, order_id, CheckForm(Check.FINAL, passed=True))
    assert caught.value.field == "road_test_km"
    check_order(team.controller, order_id, CheckForm(Check.FINAL, passed=True, road_test_km=6))
    assert state(shop, order_id) is S.QUALITY_CHECK, "it is not washed"
    note_wash(team.technician, order_id)
    view = order_view(shop.owner, order_id)
    assert view.row.state is S.READY
    assert view.washed_at is not None
    kinds = [event.kind for event in view.events]
    assert kinds[-1] is EventKind.READY
    assert kinds.count(EventKind.STARTED) == 3


def test_a_failed_check_goes_back_and_counts_as_rework(shop: Shop) -> None:
    team = crew(shop)
    order_id = worked(shop, team, labour("保养"), labour("制动片"))
    service, brakes = (line.id for line in work_of(team.advisor, order_id))
    check_order(team.second, order_id, CheckForm(Check.SECOND, passed=True))
    failed = CheckForm(Check.FINAL, passed=False, reason="右前轮仍有异响", redo=(brakes,))
    for broken, field in (
        (CheckForm(Check.FINAL, passed=False, redo=(brakes,)), "reason"),
        (CheckForm(Check.FINAL, passed=False, reason="x"), "redo"),
        (CheckForm(Check.FINAL, passed=False, reason="x", redo=(9_999,)), "redo"),
    ):
        with pytest.raises(RuleError) as caught:
            check_order(team.controller, order_id, broken)
        assert caught.value.field == field
    check_order(team.controller, order_id, failed)
    lines = {line.id: line.work for line in work_of(team.advisor, order_id)}
    assert (state(shop, order_id), lines[service], lines[brakes]) == (S.IN_WORK, WorkState.DONE, WorkState.STOPPED)
    start_line(team.technician, brakes)
    finish_line(team.technician, brakes, DoneForm())
    with pytest.raises(RuleError, match="Self-check"):
        finish_work(team.technician, order_id)
    check_own_work(team.technician, brakes)
    assert state(shop, order_id) is S.QUALITY_CHECK
    with pytest.raises(RuleError, match="comes first"):
        check_order(team.controller, order_id, CheckForm(Check.FINAL, passed=True))
    check(team, order_id)
    assert state(shop, order_id) is S.READY
    figures = {each.staff_id: each for each in work_figures(shop.owner, clock.today(), clock.today())}
    own = figures[team.technician.id]
    assert (own.lines, own.standard, own.redone) == (2, 200, 1)


def test_one_line_at_a_time_and_one_technician_on_a_line(shop: Shop) -> None:
    team = crew(shop)
    order_id = dispatched(shop, team, labour("保养"), labour("制动片"))
    other = dispatched(shop, team, customer_id=customer(shop, "乙", "13700001111"))
    first, second = (line.id for line in work_of(team.advisor, order_id))
    elsewhere = work_of(team.advisor, other)[0].id
    start_line(team.technician, first)
    with pytest.raises(RuleError, match="at work on it already"):
        start_line(team.technician, first)
    with pytest.raises(RuleError, match="田吉昌 is at work on it"):
        start_line(team.second, first)
    with pytest.raises(RuleError, match="田吉昌's"):
        start_line(team.second, second)
    with pytest.raises(RuleError, match="You are at work on “保养”"):
        start_line(team.technician, elsewhere)
    with pytest.raises(RuleError, match="is at work on it"):
        stop_line(team.second, first, StopForm())
    with pytest.raises(RuleError, match="Choose a reason"):
        stop_line(team.technician, first, StopForm(StopReason.DONE))
    start_line(team.technician, elsewhere, leave=True)
    assert run_sql("SELECT count(*) FROM work_session WHERE ended_at IS NULL").fetchone()[0] == 1
    assert work_of(team.advisor, order_id)[0].work is WorkState.STOPPED
    with pytest.raises(RuleError, match="was not begun"):
        finish_line(team.technician, second, DoneForm())
    finish_line(team.technician, first, DoneForm(checked=True))
    take_up_again(team.technician, first, "漏装护板")
    with pytest.raises(RuleError, match="is not done"):
        finish_work(team.technician, order_id)


@pytest.mark.parametrize("how", ["left", "role", "ill"])
def test_a_technician_who_drops_out_leaves_the_rest_to_others(shop: Shop, how: str) -> None:
    team = crew(shop)
    order_id = begun(shop, team, labour("保养"), labour("制动片"), labour("四轮定位"))
    done, running, waiting = (line.id for line in work_of(team.advisor, order_id))
    finish_line(team.technician, done, DoneForm(checked=True))
    start_line(team.technician, running)
    version = Staff.get_by_id(team.technician.id).version
    if how == "left":
        leave_company(shop.owner, team.technician.id)
    elif how == "role":
        change_account(shop.owner, team.technician.id, version, StaffForm("田吉昌", frozenset({Role.CASHIER})))
    else:
        with pytest.raises(RuleError):
            release_technician(team.advisor, team.technician.id, "")
        release_technician(team.advisor, team.technician.id, "病假")
    view = {line.id: line for line in work_of(team.advisor, order_id)}
    assert view[done].technician_id == team.technician.id
    assert [(view[each].technician_id, view[each].work) for each in (running, waiting)] == [
        (None, WorkState.WAITING)
    ] * 2
    assert run_sql("SELECT count(*) FROM work_session WHERE ended_at IS NULL").fetchone()[0] == 0
    if how != "ill":
        with pytest.raises(RuleError) as caught:
            assign_lines(team.advisor, order_id, (Assignment(running, team.technician.id),))
        assert caught.value.field == "technician_id"
    start_line(team.second, running)
    assign_lines(team.advisor, order_id, (Assignment(waiting, team.second.id),))
    finish_line(team.second, running, DoneForm(checked=True))
    start_line(team.second, waiting)
    finish_line(team.second, waiting, DoneForm(checked=True))
    assert state(shop, order_id) is S.QUALITY_CHECK


def test_reassigning_stops_who_is_at_work(shop: Shop) -> None:
    team = crew(shop)
    order_id = begun(shop, team)
    line = work_of(team.advisor, order_id)[0].id
    assign_lines(team.advisor, order_id, (Assignment(line, team.second.id, 3),))
    view = work_of(team.advisor, order_id)[0]
    assert (view.technician_id, view.bay_id, view.work) == (team.second.id, 3, WorkState.STOPPED)
    start_line(team.second, line)
    assert state(shop, order_id) is S.IN_WORK
    for who in (team.controller, shop.cashier):
        with pytest.raises(RuleError) as caught:
            assign_lines(team.advisor, order_id, (Assignment(line, who.id),))
        assert caught.value.field == "technician_id"


def test_waiting_for_parts_and_going_on(folder_shop: Shop) -> None:
    team = crew(folder_shop)
    order_id = begun(folder_shop, team, labour("保养"), labour("制动片"), part(parent=1))
    first, second = (line.id for line in work_of(team.advisor, order_id))
    stop_line(team.technician, first, StopForm(StopReason.PARTS, "等机滤"))
    assert state(folder_shop, order_id) is S.WAITING_PARTS
    start_line(team.technician, second)
    assert state(folder_shop, order_id) is S.IN_WORK, "another line goes on"
    friday = clock.today() + timedelta(days=2)
    wait_for_parts(team.advisor, order_id, WaitForm("缺货", friday))
    assert state(folder_shop, order_id) is S.WAITING_PARTS
    assert order_view(team.advisor, order_id).lines[2].expected_on == friday
    ready = board.forecasts()[order_id]
    assert ready.date() >= friday
    go_on_with_order(team.advisor, order_id)
    do_all(team, order_id)
    assert state(folder_shop, order_id) is S.QUALITY_CHECK


def test_less_than_was_authorised_takes_no_consent(folder_shop: Shop) -> None:
    team = crew(folder_shop)
    order_id = begun(folder_shop, team, labour("保养"), labour("制动片", discount=1_000), part(parent=1))
    _service, brakes = (line.id for line in work_of(team.advisor, order_id))
    use_less(team.advisor, brakes, 50)
    with pytest.raises(RuleError) as caught:
        use_less(team.advisor, brakes, 60)
    assert caught.value.field == "quantity"
    view = order_view(team.advisor, order_id)
    assert view.totals.total == 22_000 + 11_000 - 1_000 + 52_000
    leave_line_out(team.advisor, brakes, "不需要")
    view = order_view(team.advisor, order_id)
    assert view.totals.total == 22_000, "its part goes with it"
    do_all(team, order_id)
    assert state(folder_shop, order_id) is S.QUALITY_CHECK


def test_no_price_and_no_phone_reaches_a_technician(folder_shop: Shop) -> None:
    team = crew(folder_shop)
    lines = (labour("保养", discount=1_234, note="注意放油螺栓"), part("前制动片", 200, 51_700, parent=0))
    order_id = authorised(folder_shop, team.advisor, *lines)
    dispatch(team, order_id)
    day = technician_lists.my_work(team.technician)
    seen = (day, board.lanes(team.technician, LaneBy.TECHNICIAN), board.technicians(team.technician))
    said = re.sub(r"datetime\.datetime\([^)]*\)", "", repr(seen))
    assert "保养" in said
    assert "前制动片" in said
    assert "吱吱响" in said
    for hidden in ("22000", "51700", "1234", "103400", "138 1234 5678", "13812345678", "199 0000 0322", "1990000"):
        assert hidden not in said, hidden
    own = day.lines[0]
    assert (own.parts[0].quantity, own.parts[0].issued) == (200, 0)


@pytest.mark.usefixtures("noon")
def test_the_board_has_lanes_by_technician_bay_and_state(folder_shop: Shop) -> None:
    team = crew(folder_shop)
    first, second = (add_bay(folder_shop.owner, name).id for name in ("工位 1", "工位 2"))
    set_technician(folder_shop.owner, team.technician.id, TechnicianForm(("chassis",), second))
    with pytest.raises(RuleError) as caught:
        set_technician(folder_shop.owner, team.technician.id, TechnicianForm(("cooking",)))
    assert caught.value.field == "skills"
    waiting = authorised(folder_shop, team.advisor, labour("四轮定位", skill="engine"))
    order_id = begun(
        folder_shop,
        team,
        labour("保养", 150),
        labour("制动片", 100),
        customer_id=customer(folder_shop, "乙", "13700001111"),
    )
    lanes = {lane.key: lane for lane in board.lanes(team.advisor, LaneBy.TECHNICIAN)}
    assert [line.order_id for line in lanes[0].lines] == [waiting]
    assert [line.name for line in lanes[team.technician.id].lines] == ["保养", "制动片"]
    assert lanes[team.technician.id].busy == 250 * 60 // 100
    assert lanes[team.second.id].lines == ()
    bays = {lane.key: len(lane.lines) for lane in board.lanes(team.advisor, LaneBy.BAY)}
    assert bays == {0: 1, first: 0, second: 2}
    states = {lane.key: len(lane.lines) for lane in board.lanes(team.advisor, LaneBy.STATE)}
    assert (states["authorised"], states["in_work"]) == (1, 2)
    rows = {row.id: row for row in board.technicians(team.advisor)}
    assert (rows[team.technician.id].can("chassis"), rows[team.technician.id].can("engine")) == (True, False)
    assert rows[team.second.id].can("engine"), "nothing said is everything"
    assert rows[team.technician.id].running == "保养"
    tomorrow = board.lanes(team.advisor, LaneBy.TECHNICIAN, clock.today() + timedelta(days=1))
    assert {line.order_id for lane in tomorrow for line in lane.lines} == {waiting, order_id}, "promised for it"
    assert folder_shop.owner.id not in rows


def test_a_sheet_is_closed_and_an_order_without_work_goes_on(folder_shop: Shop) -> None:
    team = crew(folder_shop)
    order_id = authorised(folder_shop, team.advisor, part("雨刮片", 100, 8_000))
    dispatch_order(team.advisor, order_id)
    with pytest.raises(RuleError, match="sheet is closed"):
        fill_sheet(team.advisor, order_id)
    finish_work(team.technician, order_id)
    assert state(folder_shop, order_id) is S.QUALITY_CHECK
