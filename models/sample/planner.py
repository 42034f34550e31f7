"""The sample's workshop planner: bays, and a fortnight of appointments around today (W1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
from models.appointments.tables import Appointment
from models.customers.tables import Customer, OwnedGoods
from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.kernel.permissions import Permission
from models.kernel.tables import run_sql
from models.sample.counter import Counter
from models.sample.crew import Crew
from models.sample.days import Past, at
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


def begin(crew: Crew, language: str) -> None:
    """The bays of the workshop; none where it works on nothing a customer owns."""
    if _works():
        for name in _BAYS:
            add_bay(crew.owner, pick(name, language))


def happening(counter: Counter) -> Iterator[Iterator[datetime]]:
    """The appointments, each as its moments: what was not kept in the past days, who comes today and in the next."""
    if not _works():
        return
    rng, past = Random(_SEED), counter.past
    for ahead in range(-_BEFORE, _AHEAD):
        day = past.today + timedelta(days=ahead)
        for number in range(1 if ahead < 0 else _A_DAY):
            each = _drawn(rng, past, day, number)
            if past.first < day < past.today or each.begin > past.end + timedelta(minutes=30):
                yield each.happen(counter)


def _works() -> bool:
    return any(each.vehicle for each in terms.templates())


def _drawn(rng: Random, past: Past, day: date, number: int) -> _Appointment:
    hours = planning.hours()
    opens = hours.opens.hour * 60 + hours.opens.minute
    begin = at(day, opens + 30 + number * 105 + rng.choice((0, 15, 30)))
    return _Appointment(begin, number, (day - past.today).days, rng.choice(_WISHES))


@dataclass(frozen=True)
class _Appointment:
    """The how manieth of which day, counted from today, and what is wished."""

    begin: datetime
    number: int
    ahead: int
    wish: tuple[Purpose, int, dict[str, str]]

    def happen(self, counter: Counter) -> Iterator[datetime]:
        """Booked two days before or at the end of the past; what is past was not kept, what is tomorrow is reminded."""
        booker, language, past = counter.crew.who_may(Permission.RECEIVE_VEHICLE), counter.words.language, counter.past
        wants_scarce = self.ahead == 1 and self.number == 1
        booked = max(at(past.first, 9 * 60), at(self.begin.date() - timedelta(days=2), 11 * 60))
        yield past.end if wants_scarce else min(booked, past.end)
        customer = _customer()
        if customer is None:
            return
        try:
            form = self._form(customer[1], language, _scarce() if wants_scarce else {})
            appointment_id = make_appointment(booker, customer[0], form).id
        except RuleError:
            return
        if self.ahead < 0 and self.begin.date().toordinal() % 2:
            yield self.begin + timedelta(hours=2)
            miss_appointment(booker, appointment_id, pick(_NOT_COME, language))
        elif self.ahead < 0:
            yield self.begin - timedelta(hours=20)
            cancel_appointment(booker, appointment_id, pick(_CALLED_OFF, language))
        elif self.ahead == 1 and self.number % 2 == 0:
            yield past.end
            log_reminder(booker, appointment_id, True, pick(_SAID, language))

    def _form(self, goods_id: int, language: str, parts: dict[int, int]) -> AppointmentForm:
        advisors, bays = planning.advisors(), planning.open_bays()
        purpose, minutes, wish = self.wish
        return AppointmentForm(
            *(self.begin, minutes, goods_id),
            purpose=purpose,
            wish=pick(wish, language),
            bay_id=bays[(self.number + self.begin.date().toordinal()) % len(bays)],
            advisor_id=advisors[self.number % len(advisors)].id if advisors else None,
            parts=parts,
        )


def _customer() -> tuple[int, int] | None:
    """The newest customer with something of their own and without an appointment, with that."""
    booked = Appointment.select(Appointment.customer)
    alive = (Customer.merged_into.is_null()) & (Customer.erased_at.is_null()) & (OwnedGoods.gone_on.is_null())
    query = OwnedGoods.select(OwnedGoods.customer, OwnedGoods.id).join(Customer)
    query = query.where(alive, Customer.name != "", Customer.id.not_in(booked))
    found: tuple[int, int] | None = query.order_by(OwnedGoods.id.desc()).tuples().first()
    return found


def _scarce() -> dict[int, int]:
    """A part of which there is too little, wanted for an appointment so that it is seen before the customer comes."""
    row = run_sql("SELECT item_id, quantity FROM stock_quantity ORDER BY quantity, item_id LIMIT 1").fetchone()
    return {int(row[0]): int(row[1]) + ONE} if row else {}
