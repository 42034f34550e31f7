"""The sample's test drives and trade-ins: cars booked for the hours to come, appraisals at two steps (S4, S5)."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from models.customers.kinds import CLOSED_STAGES
from models.customers.tables import Customer
from models.kernel import clock
from models.kernel.permissions import Actor
from models.sample import numbers
from models.sample.counter import Counter
from models.sample.days import at
from models.staff.lists import everybody
from models.test_drives.booking_actions import BookingForm, book_drive
from models.test_drives.lists import demo_cars
from models.trade_ins.actions import (
    AppraisalForm,
    ConditionForm,
    approve_appraisal,
    fill_appraisal,
    start_appraisal,
    submit_appraisal,
)
from models.trade_ins.lists import areas, has_trade_ins
from models.trade_ins.states import Grade

_SERIALS = 950_001
_MOST = 4
_SLOTS = (10 * 60, 11 * 60, 14 * 60, 15 * 60)
_GRADES = (Grade.GOOD, Grade.GOOD, Grade.WORN)


def fill(counter: Counter) -> None:
    """Bookings of the next day for prospects who are looked after, and what two of them would give in exchange."""
    if not has_trade_ins():
        return
    rng, people = Random(_SERIALS), {each.id: each for each in everybody()}
    open_files = (Customer.owner.is_null(False)) & (Customer.merged_into.is_null()) & (Customer.erased_at.is_null())
    query = Customer.select(Customer.id, Customer.owner).where(open_files, Customer.stage.not_in(list(CLOSED_STAGES)))
    found = list(query.order_by(Customer.id.desc()).limit(_MOST).tuples())
    with clock.standing_at(counter.past.end):
        for place, (customer_id, owner_id) in enumerate(found):
            seller = Actor(owner_id, people[owner_id].name, people[owner_id].roles)
            _booked(seller, customer_id, place)
            if place < 2:
                _appraised(rng, counter, seller, customer_id, place)


def _booked(seller: Actor, customer_id: int, place: int) -> None:
    cars = demo_cars()
    if cars:
        begin = at(clock.today() + timedelta(days=1), _SLOTS[place])
        book_drive(seller, customer_id, BookingForm(cars[place % len(cars)].id, begin))


def _appraised(rng: Random, counter: Counter, seller: Actor, customer_id: int, place: int) -> None:
    appraisal_id = start_appraisal(seller, customer_id).id
    today = clock.today()
    form = AppraisalForm(
        model="Passat",
        vin=numbers.vin(rng, _SERIALS + place),
        registered_on=date(today.year - 6, 5, 20),
        mileage_km=rng.randint(40_000, 120_000),
        price=rng.randint(30, 90) * 1_000_00,
        conditions=tuple(
            ConditionForm(area.code, rng.choice((Grade.GOOD, Grade.GOOD, Grade.WORN))) for area in areas()
        ),
    )
    fill_appraisal(seller, appraisal_id, 1, form)
    submit_appraisal(seller, appraisal_id)
    if place:
        manager = counter.crew.manager(seller)
        if manager != seller:
            approve_appraisal(manager, appraisal_id)
