"""The sample's workshop planner: bays, and a fortnight of appointments around today (W1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from models.appointments import planning
from models.appointments.booking_actions import (
    AppointmentForm,
    add_bay,
    cancel_appointment,
    log_reminder,
    make_appointment,
    miss_appointment,
)
from models.appointments.kinds import Purpose
from models.customers.tables import Customer, OwnedGoods
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.sample.counter import Counter
from models.sample.days import at
from models.service import terms
from models.stock.keeping import ONE

_SEED, _BEFORE, _AHEAD, _A_DAY = 20_771, 6, 8, 4
_BAYS = (
    {"en": "Lift 1", "zh_CN": "举升机 1", "zh_TW": "舉升機 1"},
    {"en": "Lift 2", "zh_CN": "举升机 2", "zh_TW": "舉升機 2"},
    {"en": "Quick service", "zh_CN": "快修工位", "zh_TW": "快修工位"},
    {"en": "Body and paint", "zh_CN": "钣喷工位", "zh_TW": "鈑噴工位"},
)
_WISHES = (
    (
        Purpose.MAINTENANCE,
        60,
        {"en": "Regular service", "zh_CN": "做常规保养，换机油机滤", "zh_TW": "做定期保養，換機油機濾"},
    ),
    (Purpose.REPAIR, 120, {"en": "Brakes squeal", "zh_CN": "刹车有尖叫声", "zh_TW": "煞車有尖銳聲"}),
    (Purpose.MAINTENANCE, 90, {"en": "60,000 km service", "zh_CN": "六万公里大保养", "zh_TW": "六萬公里大保養"}),
    (
        Purpose.WARRANTY,
        60,
        {"en": "Warning light is on", "zh_CN": "发动机故障灯亮，还在质保期", "zh_TW": "引擎故障燈亮，仍在保固期"},
    ),
    (Purpose.REPAIR, 90, {"en": "Air conditioning is weak", "zh_CN": "空调不凉", "zh_TW": "空調不冷"}),
    (Purpose.BODY, 240, {"en": "Scratch on the rear door", "zh_CN": "后门划痕补漆", "zh_TW": "後門刮痕補漆"}),
)
_NOT_COME = {"en": "Nobody came, phone not answered", "zh_CN": "未到店，电话无人接听", "zh_TW": "未到店，電話無人接聽"}
_CALLED_OFF = {"en": "On a business trip", "zh_CN": "临时出差", "zh_TW": "臨時出差"}
_SAID = {"en": "will come on time", "zh_CN": "确认准时到店", "zh_TW": "確認準時到店"}


def fill(counter: Counter) -> None:
    """Bays; what was not kept in the past days; who comes today and in the next days, tomorrow's partly confirmed."""
    if not any(each.vehicle for each in terms.templates()):
        return
    rng, now = Random(_SEED), clock.now()
    booker = counter.crew.who_may(Permission.RECEIVE_VEHICLE)
    for name in _BAYS:
        add_bay(counter.crew.owner, pick(name))
    today, whom = clock.today(), _customers()
    for ahead in range(-_BEFORE, _AHEAD):
        day = today + timedelta(days=ahead)
        for number in range(1 if ahead < 0 else _A_DAY):
            customer = next(whom, None)
            if customer is not None:
                _one(rng, booker, customer, day, number, now)


def _customers() -> Iterator[tuple[int, int]]:
    """Customers with something of their own, the newest first, with that."""
    query = OwnedGoods.select(OwnedGoods.customer, OwnedGoods.id).join(Customer)
    alive = (Customer.merged_into.is_null()) & (Customer.erased_at.is_null()) & (OwnedGoods.gone_on.is_null())
    yield from query.where(alive, Customer.name != "").order_by(OwnedGoods.id.desc()).limit(80).tuples()


def _one(rng: Random, booker: Actor, customer: tuple[int, int], day: date, number: int, now: datetime) -> None:
    """An appointment, booked two days before it or at the latest now; one that is past was not kept."""
    hours = planning.hours()
    opens = hours.opens.hour * 60 + hours.opens.minute
    begin = at(day, opens + 30 + number * 105 + rng.choice((0, 15, 30)))
    purpose, minutes, wish = rng.choice(_WISHES)
    if day >= clock.today() and begin <= now + timedelta(minutes=30):
        return
    advisors, known = planning.advisors(), planning.open_bays()
    advisor = advisors[number % len(advisors)].id if advisors else None
    parts = _scarce() if day == clock.today() + timedelta(days=1) and number == 1 else {}
    form = AppointmentForm(
        *(begin, minutes, customer[1]),
        purpose=purpose,
        wish=pick(wish),
        bay_id=known[(number + day.toordinal()) % len(known)],
        advisor_id=advisor,
        parts=parts,
    )
    with clock.standing_at(min(now, at(day - timedelta(days=2), 11 * 60))):
        try:
            appointment_id = make_appointment(booker, customer[0], form).id
        except RuleError:
            return
    if day < clock.today():
        _given_up(booker, appointment_id, begin, missed=bool(day.toordinal() % 2))
    elif day == clock.today() + timedelta(days=1) and number % 2 == 0:
        log_reminder(booker, appointment_id, True, pick(_SAID))


def _given_up(booker: Actor, appointment_id: int, begin: datetime, *, missed: bool) -> None:
    if missed:
        with clock.standing_at(begin + timedelta(hours=2)):
            miss_appointment(booker, appointment_id, pick(_NOT_COME))
    else:
        with clock.standing_at(begin - timedelta(hours=20)):
            cancel_appointment(booker, appointment_id, pick(_CALLED_OFF))


def _scarce() -> dict[int, int]:
    """A part of which there is too little, wanted for an appointment so that it is seen before the customer comes."""
    row = run_sql("SELECT item_id, quantity FROM stock_quantity ORDER BY quantity, item_id LIMIT 1").fetchone()
    return {int(row[0]): int(row[1]) + ONE} if row else {}
