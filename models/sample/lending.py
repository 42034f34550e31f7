"""What the sample's desk has lent: an umbrella that is overdue, a courtesy car, things that came back (W12)."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from models.customers.tables import Customer, CustomerPhone
from models.kernel import clock
from models.kernel.permissions import Permission
from models.loans import lists
from models.loans.kind_actions import ThingForm, add_thing, take_usual
from models.loans.kinds import Keeping
from models.loans.lend_actions import BackForm, CarForm, LendForm, lend, note_signed, take_back
from models.loans.views import KindRow
from models.sample.counter import Counter

_SEED, _BORROWERS = 960_001, 6
_SOON_OVERDUE = timedelta(minutes=10)
"""One is due so soon that it is overdue when somebody looks at the sample."""

_CARS = (("浙A·8D601", "澜川 L3"), ("浙A·8D602", "澜川 L3"))


def fill(counter: Counter) -> None:
    """The usual things, two courtesy cars, and a handful of loans of the last hours before the sample's end."""
    rng, crew = Random(_SEED), counter.crew
    lends, keeper = crew.who_may(Permission.LEND), crew.who_may(Permission.KEEP_LOANS)
    with clock.standing_at(counter.past.end):
        take_usual(keeper)
        kinds = lists.kinds()
        cars = next(each for each in kinds if each.keeping is Keeping.CAR)
        for plate, model in _CARS:
            add_thing(keeper, cars.id, ThingForm(plate, model, rng.randint(8_000, 30_000)))
        pools = [each for each in kinds if each.keeping is Keeping.POOL]
        for place, (customer_id, name, phone) in enumerate(_borrowers()):
            if place == 0:
                note_signed(lends, lend(lends, _car_form(rng, cars, customer_id, name, phone)).id)
                continue
            kind = pools[place % len(pools)]
            due = clock.now() + timedelta(hours=kind.hours)
            if place == 1:
                due = clock.now() + _SOON_OVERDUE
            loan_id = lend(lends, LendForm(kind.id, due, customer_id=customer_id, name=name, phone=phone)).id
            if place % 2 == 0:
                take_back(lends, loan_id, BackForm())


def _borrowers() -> list[tuple[int, str, str]]:
    """Customers with a phone, the oldest files first."""
    standing = (Customer.merged_into.is_null()) & (Customer.erased_at.is_null()) & (Customer.name != "")
    query = (
        CustomerPhone.select(Customer.id, Customer.name, CustomerPhone.number)
        .join(Customer)
        .where(standing, CustomerPhone.position == 0)
        .order_by(Customer.id)
        .limit(_BORROWERS)
    )
    return list(query.tuples())


def _car_form(rng: Random, cars: KindRow, customer_id: int, name: str, phone: str) -> LendForm:
    car = lists.things(cars.id)[0]
    licence = f"33010619{rng.randint(70, 99)}0{rng.randint(1, 9)}1{rng.randint(0, 9)}{rng.randint(1000, 9999)}"
    return LendForm(
        cars.id,
        clock.now() + timedelta(days=2),
        thing_id=car.id,
        customer_id=customer_id,
        name=name,
        phone=phone,
        deposit=cars.deposit,
        car=CarForm(car.mileage_km, 8, licence, licence_seen=True),
    )
