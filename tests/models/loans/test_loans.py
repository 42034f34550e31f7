"""What the desk lends: never what is out, never more than there is; deposits come back to the fen (W12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import peewee
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checking import lending as check
from models.kernel import clock, search, store
from models.kernel.errors import FrontdeskError, IllegalMove, RuleError, StaleEdit
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.loans import lists, rules
from models.loans.kind_actions import KindForm, ThingForm, add_thing, change_kind, change_thing, take_usual
from models.loans.kinds import Keeping, LoanFilter, LoanState
from models.loans.lend_actions import (
    BackForm,
    CarForm,
    extend,
    give_up,
    note_signed,
    remind,
    reveal_licence,
    take_back,
)
from models.staff.actions import StaffForm, hire
from tests.models.loans.lending import LICENCE, car, car_lent, desk, lend_everything, lent, thing, view
from tests.models.shops import PIN, Shop, customer

NOON = datetime(2026, 11, 28, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with clock.standing_at(NOON):
        yield


def refused(field: str, call: object, *args: object, **form: object) -> None:
    with pytest.raises(RuleError) as error:
        call(*args, **form)  # type: ignore[operator]
    assert error.value.field == field


def test_an_umbrella_is_lent_and_comes_back(shop: Shop) -> None:
    loan_id = lent(shop, name="王先生", phone="139 0000 4444")
    row = view(shop, loan_id).row
    assert (row.what, row.borrower, row.state, row.number) == ("雨伞", "王先生", LoanState.OUT, "JY-2026-0001")
    assert desk(shop)["umbrella"].free == 19
    take_back(shop.reception, loan_id, BackForm())
    assert view(shop, loan_id).row.state is LoanState.RETURNED
    assert desk(shop)["umbrella"].free == 20
    for again in (take_back, give_up):
        with pytest.raises(IllegalMove):
            again(shop.reception, loan_id, BackForm("x"))
    with pytest.raises(IllegalMove):
        extend(shop.reception, loan_id, clock.now() + timedelta(days=1))


def test_what_is_lent_already_and_more_than_there_is_are_refused_by_name(shop: Shop) -> None:
    kinds = desk(shop)
    chair = thing(kinds["wheelchair"])
    first = lent(shop, "wheelchair", thing_id=chair)
    with pytest.raises(RuleError, match="JY-2026-0001"):
        lent(shop, "wheelchair", thing_id=chair)
    with pytest.raises(peewee.IntegrityError), store.transaction():
        run_sql(
            "INSERT INTO loan SELECT id + 900, 'u', version, created_at, changed_at, 'JY-9', "
            + ", ".join(_columns()[6:])
            + " FROM loan WHERE id = ?",
            first,
        )
    lent(shop, count=18)
    refused("count", lent, shop, count=3)
    refused("count", lent, shop, count=0)
    lent(shop, count=2)
    refused("count", change_kind, shop.manager, kinds["umbrella"].id, 1, KindForm("雨伞", Keeping.POOL, 19))
    assert list(check.loans()) == []


def _columns() -> list[str]:
    cursor = run_sql("SELECT * FROM loan WHERE 1 = 0")
    return [each[0] for each in cursor.description]


def test_two_seats_cannot_lend_the_last_one_twice(shop: Shop) -> None:
    chair, told, together = thing(desk(shop)["wheelchair"]), [], Barrier(2)

    def seat(actor: Actor) -> None:
        together.wait()
        try:
            lent(shop, "wheelchair", by=actor, thing_id=chair)
            told.append("lent")
        except FrontdeskError as error:
            told.append(getattr(error, "field", "") or "busy")
        finally:
            store.close_connection()

    seats = [Thread(target=seat, args=(actor,)) for actor in (shop.reception, shop.manager)]
    for each in seats:
        each.start()
    for each in seats:
        each.join()
    assert sorted(told) == ["lent", "thing_id"]
    assert lists.counts()[LoanFilter.OUT] == 1


@given(st.integers(0, 10_000_00), st.integers(0, 10_000_00), st.integers(0, 10_000_00))
def test_a_deposit_is_given_back_or_kept_and_never_more_than_it_cost(deposit: int, cost: int, kept: int) -> None:
    try:
        back = rules.given_back(deposit, cost, kept)
    except RuleError:
        assert kept > deposit or kept > cost
    else:
        assert back + kept == deposit
        assert 0 <= kept <= cost


def test_damage_and_loss_keep_what_they_cost(shop: Shop) -> None:
    chair = lent(shop, "wheelchair", deposit=200_00)
    assert lists.deposits_held() == 200_00
    refused("kept", take_back, shop.reception, chair, BackForm("轮胎破", cost=80_00, kept=90_00))
    refused("condition", take_back, shop.reception, chair, BackForm(cost=80_00))
    take_back(shop.reception, chair, BackForm("轮胎破", cost=80_00, kept=80_00))
    seen = view(shop, chair)
    assert (seen.given_back, seen.row.kept, lists.deposits_held()) == (120_00, 80_00, 0)
    gone = lent(shop, count=2)
    refused("condition", give_up, shop.reception, gone, BackForm())
    give_up(shop.reception, gone, BackForm("丢失"))
    assert (desk(shop)["umbrella"].count, desk(shop)["umbrella"].free) == (18, 18)
    key = lent(shop, "demo_key")
    give_up(shop.reception, key, BackForm("客户带走"))
    assert [each.active for each in lists.things(desk(shop)["demo_key"].id)] == [False, True, True]
    assert lists.loan_ids(LoanFilter.DAMAGED) == [key, gone, chair]
    with pytest.raises(peewee.DatabaseError), store.transaction():
        run_sql("UPDATE loan SET deposit = 0 WHERE id = ?", chair)
    with pytest.raises(peewee.DatabaseError), store.transaction():
        run_sql("DELETE FROM loan WHERE id = ?", chair)
    assert list(check.loans()) == []


def test_a_courtesy_car_needs_licence_mileage_and_fuel(shop: Shop) -> None:
    car_id, soon = car(shop), clock.today() + timedelta(days=400)
    wrong = {
        "km": (CarForm(11_999, 8, LICENCE, soon, True), CarForm(None, 8, LICENCE, soon, True)),
        "fuel": (CarForm(12_000, 9, LICENCE, soon, True), CarForm(12_000, None, LICENCE, soon, True)),
        "licence_number": (CarForm(12_000, 8, "", soon, True),),
        "licence_until": (CarForm(12_000, 8, LICENCE, clock.today(), True),),
        "licence_seen": (CarForm(12_000, 8, LICENCE, soon),),
    }
    for field, forms in wrong.items():
        for form in forms:
            refused(field, lent, shop, "courtesy_car", thing_id=car_id, car=form)
    refused("km", lent, shop, "courtesy_car", thing_id=car_id, car=CarForm(9_999_999, 8, LICENCE, soon, True))
    assert lists.counts()[LoanFilter.ALL] == 0


def test_a_courtesy_car_runs_forward_only(shop: Shop) -> None:
    loan_id = car_lent(shop)
    assert view(shop, loan_id).row.unsigned
    note_signed(shop.reception, loan_id)
    with pytest.raises(IllegalMove):
        note_signed(shop.reception, loan_id)
    refused("km", take_back, shop.reception, loan_id, BackForm(km=11_999, fuel=8))
    refused("fuel", take_back, shop.reception, loan_id, BackForm(km=12_100))
    take_back(shop.reception, loan_id, BackForm(km=12_100, fuel=8))
    row = lists.things(desk(shop)["courtesy_car"].id)[0]
    assert (row.mileage_km, row.free) == (12_100, True)
    refused("mileage_km", change_thing, shop.manager, row.id, row.version, ThingForm(row.label, "", 12_099))
    with pytest.raises(StaleEdit):
        change_thing(shop.manager, row.id, row.version - 1, ThingForm("浙A·1", "", 12_100))
    refused("label", add_thing, shop.manager, row.kind_id, ThingForm(row.label, "", 1))
    refused("label", add_thing, shop.manager, desk(shop)["umbrella"].id, ThingForm("7"))


def test_the_overdue_stand_first_and_a_reminder_says_what_was_said(shop: Shop) -> None:
    late, later = lent(shop, hours=1), lent(shop, hours=50)
    refused("due_at", lent, shop, hours=-1)
    refused("due_at", lent, shop, hours=24 * 400)
    assert lists.overdue(shop.reception) == []
    with clock.standing_at(NOON + timedelta(hours=2)):
        assert [row.id for row in lists.overdue(shop.reception)] == [late]
        assert lists.overdue(shop.cashier) == []
        assert lists.loan_ids(LoanFilter.OUT) == [late, later]
        refused("said", remind, shop.reception, late, "")
        remind(shop.reception, late, "晚上送来")
        assert view(shop, late).reminded_said == "晚上送来"
        extend(shop.reception, late, clock.now() + timedelta(hours=5))
        assert lists.overdue(shop.reception) == []


def test_a_known_phone_ties_the_loan_to_its_file_and_finds_it(shop: Shop) -> None:
    file_id = customer(shop, "田𠮷昌", "139 0000 5566")
    loan_id = lent(shop, phone="１３９ 0000-5566")
    row = view(shop, loan_id).row
    assert (row.customer_id, row.borrower) == (file_id, "田𠮷昌")
    assert [each.id for each in lists.loans_of(file_id)] == [loan_id]
    assert [hit.record_id for hit in search.find("5566", ("loan",))] == [loan_id]
    refused("name", lent, shop, name="", phone="")
    staff = view(shop, lent(shop, borrower_id=shop.consultant.id)).row
    assert staff.borrower == shop.consultant.name


def test_licence_and_phone_are_masked_and_seeing_them_is_on_record(shop: Shop) -> None:
    advisor = Actor(hire(shop.owner, StaffForm("顾", frozenset({Role.SERVICE_ADVISOR}), pin=PIN)).id, "顾", frozenset())
    advisor = Actor(advisor.id, "顾", frozenset({Role.SERVICE_ADVISOR}))
    loan_id = car_lent(shop, phone="13900007788")
    seen = lists.loan_view(advisor, loan_id)
    assert seen.licence_masked
    assert LICENCE not in seen.licence_number
    assert seen.row.phone == "13900007788", "who lends has to call while it is out"
    assert lists.loan_view(shop.reception, loan_id).licence_number == LICENCE
    assert reveal_licence(advisor, loan_id).answer == LICENCE
    take_back(shop.reception, loan_id, BackForm(km=12_001, fuel=8))
    assert lists.loan_view(advisor, loan_id).row.phone == "139****7788"
    trail = run_sql("SELECT details FROM audit_line ORDER BY id").fetchall()
    assert not any(LICENCE in row[0] or "13900007788" in row[0] for row in trail)


def test_the_usual_things_are_taken_over_once_and_the_check_finds_damage(shop: Shop) -> None:
    lend_everything(shop)
    with pytest.raises(RuleError):
        take_usual(shop.reception)
    assert list(check.loans()) == []
    with store.transaction():
        run_sql("UPDATE loan_kind SET count = 0 WHERE keeping = 'pool'")
        run_sql("UPDATE loan_thing SET mileage_km = 5 WHERE mileage_km > 5")
    lent_anyway = "INSERT INTO loan SELECT id + 900, 'u', version, created_at, changed_at, 'JY-9', 'out', "
    columns = [
        {"ended_at": "NULL", "taken_by_id": "NULL", "given_back": "0"}.get(each, each) for each in _columns()[7:]
    ]
    with store.transaction():
        run_sql(f"{lent_anyway}{', '.join(columns)} FROM loan WHERE thing_id IS NULL ORDER BY id LIMIT 1")
    assert len(list(check.loans())) == 2
