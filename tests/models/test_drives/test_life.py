"""The life of a test drive: booked once only, prepared, out, back, asked about; what flows from it (S4)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

import peewee
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.customers.actions import ContactForm, register_contact
from models.customers.kinds import RegisterKind, Stage
from models.customers.lists import customer_file, timeline
from models.customers.needs_actions import NeedsForm, assess_needs
from models.customers.traffic import Period, traffic
from models.followup.lists import of_customer
from models.kernel import clock
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.flow import move
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.papers.lists import attachments
from models.privacy.actions import erase_file, export_file
from models.sales.signatures import Signature
from models.stock.actions import end_demo
from models.test_drives import rules
from models.test_drives.booking_actions import BookingForm, book_drive, cancel_drive, change_booking, note_no_show
from models.test_drives.driving_actions import (
    CarForm,
    ReturnForm,
    StartForm,
    look_over_car,
    offer_routes,
    record_feedback,
    return_drive,
    see_licence,
    sign_agreement,
    start_drive,
)
from models.test_drives.lists import (
    counts,
    day_plan,
    demo_cars,
    drive_ids,
    drive_view,
    drives_of,
    focus_points,
    last_drive,
    todays_drives,
)
from models.test_drives.route_actions import change_routes
from models.test_drives.seeing_actions import reveal_licence
from models.test_drives.standing import RouteForm, known_routes
from models.test_drives.states import DRIVE_MOVES, DriveAction, DriveFacts, DriveState, Lack
from models.test_drives.views import DriveFilter
from tests.models.delivery.handing import picture
from tests.models.shops import Shop, customer
from tests.models.test_drives.driving import (
    DEMO_VIN,
    LICENCE,
    at,
    booked,
    demo_car,
    feedback,
    licence,
    prepared,
    route_name,
    started,
)

OTHER_VIN = "LYH7V2A58TA000556"


def test_a_whole_drive_and_what_flows_from_it(shop: Shop) -> None:
    unit, file_id = demo_car(shop), customer(shop)
    before = len(timeline(file_id))
    drive_id = booked(shop, unit, file_id)
    assert [row.id for row in todays_drives(shop.consultant)] == [drive_id]
    assert todays_drives(shop.colleague) == []
    assert [row.id for row in todays_drives(shop.reception)] == [drive_id]
    assert set(drive_view(shop.owner, drive_id).lacks) == {
        *(Lack.FUEL, Lack.CLEAN, Lack.INSURED, Lack.LICENCE, Lack.SIGNATURE),
    }
    with pytest.raises(RuleError, match=r"half full.*clean.*insurance.*licence.*signed"):
        start_drive(shop.consultant, drive_id, StartForm(route_name(), 1200))
    with pytest.raises(IllegalMove):
        return_drive(shop.consultant, drive_id, ReturnForm(1210))
    started(shop, drive_id)
    with pytest.raises(RuleError, match="less") as wrong:
        return_drive(shop.consultant, drive_id, ReturnForm(1199))
    assert wrong.value.field == "km"
    with pytest.raises(RuleError, match="after it went out"):
        return_drive(shop.consultant, drive_id, ReturnForm(1210, back_at=clock.now() - timedelta(hours=1)))
    return_drive(shop.consultant, drive_id, ReturnForm(1207))
    row = drive_view(shop.owner, drive_id).row
    assert (row.km, row.is_short) == (7, False)
    assert demo_cars()[0].mileage_km == 1207
    assert customer_file(shop.owner, file_id).stage is Stage.TESTED
    visits = timeline(file_id)
    assert len(visits) == before, "the visit they came for is told what came of it"
    assert run_sql("SELECT outcome FROM register_line WHERE customer_id = ?", file_id).fetchall() == [("test_drive",)]
    assert traffic(Period(clock.today(), clock.today())).total.test_drives == 1
    with pytest.raises(RuleError, match="how soon"):
        record_feedback(shop.consultant, drive_id, feedback(wish="?"))
    with pytest.raises(RuleError, match="next step"):
        record_feedback(shop.consultant, drive_id, feedback(next_step=""))
    record_feedback(shop.consultant, drive_id, feedback(next_at=at(120)))
    view = drive_view(shop.owner, drive_id)
    assert [(each.agreed, each.remark) for each in view.points] == [(True, ""), (False, "后备厢偏小")]
    assert customer_file(shop.owner, file_id).intent == "h"
    kept = last_drive(file_id)
    assert kept is not None
    assert (kept.id, kept.next_step) == (drive_id, "周末带家人再看")
    promised = [task for task in of_customer(shop.owner, file_id).open if "周末带家人再看" in task.what]
    assert [task.whose for task in promised] == ["孙悦"]


def test_no_car_and_no_person_is_booked_twice(shop: Shop) -> None:
    unit, other, file_id = demo_car(shop), demo_car(shop, OTHER_VIN), customer(shop)
    first = booked(shop, unit, file_id, minutes=60)
    taken = [(89, 30, shop.colleague), (31, 30, shop.colleague), (70, 10, shop.colleague), (50, 90, shop.colleague)]
    for minutes, lasts, who in taken:
        with pytest.raises(RuleError, match="booked from") as wrong:
            book_drive(who, file_id, BookingForm(unit, at(minutes), lasts))
        assert wrong.value.field == "starts_at"
    with pytest.raises(RuleError, match="accompanies") as wrong:
        book_drive(shop.consultant, file_id, BookingForm(other, at(60), 30))
    assert wrong.value.field == "consultant_id"
    starts = drive_view(shop.owner, first).row.starts_at
    after = book_drive(shop.colleague, file_id, BookingForm(unit, starts + timedelta(minutes=30), 30)).id
    before = book_drive(shop.colleague, file_id, BookingForm(unit, starts - timedelta(minutes=30), 30)).id
    with pytest.raises(peewee.DatabaseError):
        run_sql("UPDATE test_drive SET starts_at = starts_at - 60000 WHERE id = ?", after)
    cancel_drive(shop.consultant, first, "改期")
    version = drive_view(shop.owner, before).version
    change_booking(shop.colleague, before, version, BookingForm(unit, starts, 30, shop.colleague.id))
    assert [len(lane.drives) for lane in day_plan(clock.local(starts).date()) if lane.car.id == unit] == [2]


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"starts_at": -10}, "starts_at"),
        ({"minutes": 5}, "minutes"),
        ({"minutes": 481}, "minutes"),
        ({"unit_id": 999}, "unit_id"),
        ({"consultant_id": 999}, "consultant_id"),
        ({"note": "x" * 201}, "note"),
    ],
)
def test_what_cannot_be_booked_is_said_at_its_field(folder_shop: Shop, form: dict[str, object], field: str) -> None:
    shop = folder_shop
    unit, file_id = demo_car(shop), customer(shop)
    if isinstance(form.get("starts_at"), int):
        form = {"starts_at": at(form["starts_at"])}  # type: ignore[arg-type]
    with pytest.raises(RuleError) as wrong:
        book_drive(shop.consultant, file_id, replace(BookingForm(unit, at(30)), **form))  # type: ignore[arg-type]
    assert wrong.value.field == field
    assert drives_of(file_id) == []


def test_a_booking_that_nobody_ended_stays_in_sight(folder_shop: Shop) -> None:
    with clock.standing_at(clock.now() - timedelta(days=2)):
        drive_id = booked(folder_shop, demo_car(folder_shop))
    assert drive_ids(DriveFilter.COMING) == [drive_id]
    cancel_drive(folder_shop.consultant, drive_id, "没来")
    assert drive_ids(DriveFilter.COMING) == []


def test_a_car_that_is_no_demo_any_more_goes_nowhere(folder_shop: Shop) -> None:
    shop = folder_shop
    unit = demo_car(shop)
    drive_id = prepared(shop, booked(shop, unit))
    end_demo(shop.owner, unit)
    with pytest.raises(RuleError, match="no demo car any longer"):
        start_drive(shop.consultant, drive_id, StartForm(route_name(), 1200))
    with pytest.raises(RuleError, match="no demo car") as wrong:
        booked(shop, unit, customer(shop, "乙", "13900001112"), minutes=90)
    assert wrong.value.field == "unit_id"


def test_before_the_key_is_handed_out(folder_shop: Shop) -> None:
    shop = folder_shop
    unit = demo_car(shop)
    drive_id = booked(shop, unit)
    wrong_licences = {
        "until": licence(-1),
        "number": licence(number=""),
        "kind": licence(kind="d"),
        "name": licence(name=""),
        "scan": licence(scan=("x.txt", b"no picture")),
    }
    for field, form in wrong_licences.items():
        with pytest.raises(RuleError) as wrong:
            see_licence(shop.consultant, drive_id, form)
        assert wrong.value.field == field
    with pytest.raises(RuleError) as wrong:
        see_licence(shop.consultant, drive_id, licence(scan=("x.png", b"\x89PNG" + bytes(40 * 1024 * 1024))))
    assert wrong.value.field == "scan"
    with pytest.raises(RuleError, match="licence first"):
        sign_agreement(shop.consultant, drive_id, Signature("甲", picture()))
    with pytest.raises(RuleError, match="at least 2"):
        offer_routes(shop.consultant, drive_id, (route_name(),))
    prepared(shop, drive_id)
    look_over_car(shop.consultant, drive_id, CarForm(3, True, True))
    assert drive_view(shop.owner, drive_id).lacks == (Lack.FUEL,)
    look_over_car(shop.consultant, drive_id, CarForm(4, True, True))
    offer_routes(shop.consultant, drive_id, tuple(each.title for each in known_routes()[:2]))
    assert drive_view(shop.owner, drive_id).lacks == (Lack.SIGNATURE,), "other routes are another agreement"
    sign_agreement(shop.consultant, drive_id, Signature("欧阳䶮", picture()))
    with pytest.raises(RuleError, match="routes offered"):
        start_drive(shop.consultant, drive_id, StartForm(known_routes()[2].title, 1200))
    with pytest.raises(RuleError, match="1200 km already"):
        start_drive(shop.consultant, drive_id, StartForm(route_name(), 1199))
    with pytest.raises(RuleError, match="reason"):
        cancel_drive(shop.consultant, drive_id, "")
    with pytest.raises(RuleError, match="has not come"):
        note_no_show(shop.consultant, booked(shop, unit, customer(shop, "乙", "13900001112"), minutes=60), "x")


def test_the_licence_is_personal(shop: Shop) -> None:
    unit, file_id = demo_car(shop), customer(shop)
    drive_id = started(shop, booked(shop, unit, file_id))
    assert drive_view(shop.consultant, drive_id).licence.number == LICENCE
    assert drive_view(shop.manager, drive_id).licence.number == LICENCE
    masked = drive_view(shop.colleague, drive_id).licence
    assert LICENCE not in masked.number
    assert masked.masked
    assert masked.scan_id is None
    assert reveal_licence(shop.colleague, drive_id).answer == LICENCE
    with pytest.raises(NotAllowed):
        reveal_licence(replace(shop.cashier, id=999), drive_id)
    trail = run_sql("SELECT details FROM audit_line").fetchall()
    assert not any(LICENCE in row[0] for row in trail)
    return_drive(shop.consultant, drive_id, ReturnForm(1210))
    record_feedback(shop.consultant, drive_id, feedback(liked="喜欢 13877776666"))
    handed = export_file(shop.manager, file_id).answer
    assert LICENCE in handed.json
    assert "底盘" not in handed.json
    assert "喜欢 13877776666" in handed.text
    assert any("驾驶证" in name for name, _content in handed.attachments)
    erase_file(shop.owner, file_id, "letter")
    said = "\n".join(repr(row) for row in run_sql("SELECT * FROM test_drive").fetchall())
    said += "\n".join(repr(row) for row in run_sql("SELECT * FROM test_drive_point").fetchall())
    assert not [each for each in (LICENCE, "欧阳", "13877776666", "后备厢", "预算") if each in said]
    assert attachments("test_drive", drive_id) == []


def test_focus_points_come_from_the_needs(folder_shop: Shop) -> None:
    file_id = customer(folder_shop)
    assert focus_points(file_id) == []
    assess_needs(folder_shop.consultant, file_id, NeedsForm({"budget": "20 万", "paying": "loan"}, ""))
    assert len(focus_points(file_id)) == 2
    assert any("20 万" in point for point in focus_points(file_id))


def test_the_routes_are_the_stores_own(folder_shop: Shop) -> None:
    shop = folder_shop
    kept = RouteForm("Centre", "Main Street", 8, 20, 0)
    change_routes(shop.manager, (kept, RouteForm("机场高速", "去机场", 30, 40)))
    assert [each.title for each in known_routes()] == ["Centre", "机场高速"]
    assert known_routes()[0].name["zh_CN"] == "城区路线", "other languages keep their words"
    for routes, field in (
        ((kept,), "routes"),
        ((kept, kept), "routes"),
        ((kept, RouteForm("", "x", 1, 1)), "routes.1.name"),
        ((kept, RouteForm("x", "", 1, 1)), "routes.1.via"),
        ((kept, RouteForm("x", "x", 0, 1)), "routes.1.km"),
    ):
        with pytest.raises(RuleError) as wrong:
            change_routes(shop.manager, routes)
        assert wrong.value.field == field


def test_who_comes_only_to_drive_is_a_visitor_too(folder_shop: Shop) -> None:
    shop = folder_shop
    unit = demo_car(shop)
    caller = customer(shop)
    run_sql("UPDATE register_line SET kind = 'call' WHERE customer_id = ?", caller)
    register_contact(shop.reception, caller, ContactForm(RegisterKind.CALL))
    drive_id = started(shop, booked(shop, unit, caller))
    return_drive(shop.consultant, drive_id, ReturnForm(1203))
    assert timeline(caller)[0].kind is RegisterKind.VISIT
    assert traffic(Period(clock.today(), clock.today())).total.test_drives == 1
    assert drive_ids(DriveFilter.SHORT) == [drive_id]
    assert counts()[DriveFilter.SHORT] == 1


@given(minutes=st.integers(0, 300), km=st.integers(0, 100))
def test_a_drive_is_short_only_where_both_are_missed(minutes: int, km: int) -> None:
    assert rules.is_short(minutes, km) == (not (minutes >= 15 or km >= 6))


_MINUTE = st.integers(0, 300).map(lambda minutes: datetime(2036, 5, 4, 9).astimezone() + timedelta(minutes=minutes))


@settings(max_examples=60)
@given(_MINUTE, st.integers(1, 60), _MINUTE, st.integers(1, 60))
def test_two_spans_overlap_where_a_minute_is_in_both(first: datetime, lasts: int, second: datetime, other: int) -> None:
    a, b = (rules.Span(begin, begin + timedelta(minutes=length)) for begin, length in ((first, lasts), (second, other)))
    shared = {first + timedelta(minutes=m) for m in range(lasts)} & {
        second + timedelta(minutes=m) for m in range(other)
    }
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)


def test_every_state_action_and_role() -> None:
    may = {Role.RECEPTION, Role.SALES, Role.SALES_MANAGER, Role.OWNER}
    for state in DriveState:
        for action in DriveAction:
            for role in Role:
                actor, blocked = Actor(1, "", frozenset({role})), DriveFacts((Lack.FUEL,), begun=False)
                if (state, action) not in DRIVE_MOVES:
                    with pytest.raises(IllegalMove):
                        move(DRIVE_MOVES, state, action, actor, DriveFacts())
                elif role not in may:
                    with pytest.raises(NotAllowed):
                        move(DRIVE_MOVES, state, action, actor, DriveFacts())
                else:
                    target = move(DRIVE_MOVES, state, action, actor, DriveFacts())
                    assert target is DRIVE_MOVES[state, action].target
                    if action in (DriveAction.START, DriveAction.MISS):
                        with pytest.raises(RuleError):
                            move(DRIVE_MOVES, state, action, actor, blocked)
    ends = {DriveState.CLOSED, DriveState.CANCELLED, DriveState.NO_SHOW}
    assert {state for state in DriveState if not any(origin is state for origin, _action in DRIVE_MOVES)} == ends


def test_what_is_kept_reads_back(folder_shop: Shop) -> None:
    unit = demo_car(folder_shop)
    drive_id = booked(folder_shop, unit)
    stored = json.loads(run_sql("SELECT routes FROM test_drive WHERE id = ?", drive_id).fetchone()[0])
    assert [each["km"] for each in stored] == [each.km for each in drive_view(folder_shop.owner, drive_id).routes]
    assert DEMO_VIN.endswith(drive_view(folder_shop.owner, drive_id).row.car_number[-6:])
