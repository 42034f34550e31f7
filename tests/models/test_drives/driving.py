"""Test drives for tests: a demo car, a booking prepared and driven, and every action of the area once."""

from __future__ import annotations

from datetime import datetime, timedelta

from models.catalog.kinds import Kept
from models.kernel import clock
from models.sales.signatures import Signature
from models.stock.actions import keep_item, receive
from models.stock.keeping import UnitForm
from models.test_drives.booking_actions import BookingForm, book_drive, cancel_drive, change_booking, note_no_show
from models.test_drives.driving_actions import (
    CarForm,
    FeedbackForm,
    LicenceForm,
    PointForm,
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
from models.test_drives.lists import drive_view
from models.test_drives.route_actions import change_routes
from models.test_drives.seeing_actions import reveal_licence
from models.test_drives.standing import RouteForm, known_routes
from tests.models.delivery.handing import picture
from tests.models.shops import Shop, customer

DEMO_VIN = "LYH7V2A58TA000555"
LICENCE = "990102199003070011"


def demo_car(shop: Shop, vin: str = DEMO_VIN, mileage_km: int = 1200) -> int:
    """A demo car in stock."""
    keep_item(shop.owner, shop.car, Kept.VIN)
    form = UnitForm(shop.car, vin, "白", arrived_on=clock.today(), mileage_km=mileage_km, demo=True)
    return receive(shop.owner, form).id


def at(minutes: float) -> datetime:
    """So many minutes from now, to the minute."""
    return (clock.now() + timedelta(minutes=minutes)).replace(second=0, microsecond=0)


def booked(shop: Shop, unit_id: int, customer_id: int = 0, *, minutes: float = 0, lasts: int = 30) -> int:
    """A booking of the consultant's, from so many minutes on."""
    form = BookingForm(unit_id, at(minutes), lasts)
    return book_drive(shop.consultant, customer_id or customer(shop), form).id


def licence(until_days: int = 400, **form: object) -> LicenceForm:
    """A licence that is valid for so many days."""
    until = clock.today() + timedelta(days=until_days)
    return LicenceForm(**{"name": "欧阳䶮", "number": LICENCE, "kind": "c1", "until": until, **form})  # type: ignore[arg-type]


def prepared(shop: Shop, drive_id: int) -> int:
    """The same drive, ready to go."""
    look_over_car(shop.consultant, drive_id, CarForm(6, True, True))
    see_licence(shop.consultant, drive_id, licence(scan=("驾驶证.png", picture())))
    sign_agreement(shop.consultant, drive_id, Signature("欧阳䶮", picture()))
    return drive_id


def started(shop: Shop, drive_id: int, km: int = 1200) -> int:
    """The same drive, on the road."""
    start_drive(shop.consultant, prepared(shop, drive_id), StartForm(route_name(), km))
    return drive_id


def route_name() -> str:
    """The first route."""
    return known_routes()[0].title


def feedback(**form: object) -> FeedbackForm:
    """What a customer said."""
    said = {
        **{"liked": "底盘扎实", "disliked": "后排偏硬", "wish": "h", "next_step": "周末带家人再看"},
        "points": (PointForm("预算: 20万", True), PointForm("用途: 家用", False, "后备厢偏小")),
    }
    return FeedbackForm(**{**said, **form})  # type: ignore[arg-type]


def drive_everything(shop: Shop) -> None:
    """Every action of the area once."""
    unit, file_id = demo_car(shop), customer(shop, "试驾客", "13900008811")
    first = booked(shop, unit, file_id)
    form = BookingForm(unit, at(1), 40, note="带孩子")
    change_booking(shop.consultant, first, drive_view(shop.owner, first).version, form)
    offer_routes(shop.consultant, first, tuple(each.title for each in known_routes()[:2]))
    started(shop, first)
    return_drive(shop.consultant, first, ReturnForm(1211))
    record_feedback(shop.consultant, first, feedback(next_at=at(300)))
    reveal_licence(shop.manager, first)
    cancel_drive(shop.reception, booked(shop, unit, file_id, minutes=60), "改期")
    note_no_show(shop.reception, booked(shop, unit, file_id, minutes=0), "没来")
    kept = tuple(
        RouteForm(each.title, next(iter(each.via.values())), each.km, each.minutes, place)
        for place, each in enumerate(known_routes())
    )
    change_routes(shop.manager, kept)
