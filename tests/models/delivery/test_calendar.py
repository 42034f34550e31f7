"""The calendar: clashes by name, never two at once under concurrency, postponement, lateness, alarms (D2, D6)."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checking import deliveries as checking
from models.delivery import lists
from models.delivery.alarms import alarms
from models.delivery.bay_actions import add_bay, change_bay
from models.delivery.handing_actions import ask_release
from models.delivery.kinds import AlarmKind
from models.delivery.planning_actions import (
    ChangeForm,
    PlanForm,
    PostponeForm,
    cancel_delivery,
    change_delivery,
    plan_delivery,
    postpone_delivery,
)
from models.delivery.reading import delivery_view
from models.delivery.rules import Booked, Whom, clashes
from models.delivery.states import DeliveryState
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.tables import database
from models.sales.states import ContractState
from tests.models.cashier.test_cashiers_at_once import _open
from tests.models.delivery import handing
from tests.models.delivery.handing import advisor, planned
from tests.models.shops import Shop, customer, signed_contract

BASE = datetime(2036, 5, 4, 9, tzinfo=clock.now().tzinfo)
people = st.integers(1, 3)
bookings = st.builds(
    lambda number, start, minutes, bay, seller, adviser: Booked(
        number, f"JF-{number}", "客", BASE + timedelta(minutes=start), minutes, bay, seller, adviser
    ),
    *(st.integers(1, 99), st.integers(0, 300), st.integers(1, 120), st.none() | people, people, st.none() | people),
)


@given(bookings, bookings)
def test_a_clash_is_the_same_bay_or_person_in_the_same_minute(one: Booked, other: Booked) -> None:
    found = {whom for whom, _other in clashes(one, [other])}
    together = one.id != other.id and any(
        other.starts_at <= one.starts_at + timedelta(minutes=minute) < other.ends_at for minute in range(one.minutes)
    )
    assert (Whom.BAY in found) is (together and one.bay_id is not None and one.bay_id == other.bay_id)
    busy = {other.consultant_id, other.advisor_id}
    assert (Whom.CONSULTANT in found) is (together and one.consultant_id in busy)
    assert (Whom.ADVISOR in found) is (together and one.advisor_id is not None and one.advisor_id in busy)


def test_a_clash_is_refused_by_name(folder_shop: Shop) -> None:
    shop = folder_shop
    bay, adviser = add_bay(shop.manager, "交车区一").id, advisor(shop)
    first = planned(shop, hours=30, bay_id=bay, advisor_id=adviser.id)
    number = delivery_view(shop.owner, first).entry.number
    contract_id = signed_contract(shop, customer_id=customer(shop, "王五", "13900001111"))

    def at(hours: float, **form: object) -> PlanForm:
        return PlanForm(clock.now() + timedelta(hours=hours), **form)  # type: ignore[arg-type]

    for field, form in (
        ("bay_id", at(30.5, bay_id=bay, consultant_id=shop.colleague.id)),
        ("consultant_id", at(29.5)),
        ("advisor_id", at(30.5, consultant_id=shop.colleague.id, advisor_id=adviser.id)),
    ):
        with pytest.raises(RuleError) as caught:
            plan_delivery(shop.consultant, contract_id, form)
        assert caught.value.field == field
        assert number in str(caught.value)
        assert "欧阳䶮" in str(caught.value)
    second = plan_delivery(shop.consultant, contract_id, at(31.01, bay_id=bay)).id
    assert [entry.id for entry in lists.deliveries(shop.owner, *whole_week(), bay_id=bay)] == [first, second]
    assert [entry.id for entry in lists.deliveries(shop.owner, *whole_week(), person_id=adviser.id)] == [first]
    longer = ChangeForm(120, shop.consultant.id, bay, advisor_id=adviser.id)
    version = delivery_view(shop.owner, first).version
    with pytest.raises(RuleError, match="is taken"):
        change_delivery(shop.consultant, first, version, longer)
    with pytest.raises(RuleError, match="is planned in this bay"):
        change_bay(shop.manager, bay, 1, "交车区一", closed=True)


def whole_week() -> tuple[datetime, datetime]:
    """From midnight for a week."""
    begins = datetime.combine(clock.today(), time.min).astimezone()
    return begins, begins + timedelta(days=8)


def test_only_what_is_told_before_is_a_postponement(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop, hours=20)
    before = delivery_view(shop.owner, delivery_id).entry.starts_at
    handing.called(shop.consultant, delivery_id)
    later, now = before + timedelta(days=2), clock.now()
    for field, form in (
        ("reason", PostponeForm(later, "", now)),
        ("starts_at", PostponeForm(now - timedelta(hours=1), "x", now)),
        ("starts_at", PostponeForm(before, "x", now)),
        ("told_at", PostponeForm(later, "x", now + timedelta(hours=1))),
    ):
        with pytest.raises(RuleError) as caught:
            postpone_delivery(shop.consultant, delivery_id, form)
        assert caught.value.field == field
    with clock.standing_at(before + timedelta(hours=3)):
        with pytest.raises(RuleError, match="before the old time"):
            postpone_delivery(shop.consultant, delivery_id, PostponeForm(later, "x", before + timedelta(minutes=1)))
        (alarm,) = [each for each in alarms(shop.manager) if each.kind is AlarmKind.LATE]
        assert (alarm.delivery_id, alarm.since) == (delivery_id, before + timedelta(hours=1))
        assert lists.counts(shop.owner).late == 1
        postpone_delivery(shop.consultant, delivery_id, PostponeForm(later, "客户出差", now))
        assert lists.late_ones(shop.owner) == []
    view = delivery_view(shop.owner, delivery_id)
    assert (view.entry.state, view.entry.starts_at) == (DeliveryState.PLANNED, later)
    assert (view.events[-1].starts_at, view.events[-1].new_starts_at) == (before, later)
    assert view.steps.confirm, "they have to be called anew"


def test_alarms_are_for_whoever_can_end_them(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop, hours=1)
    ask_release(shop.consultant, delivery_id)
    assert [each.kind for each in alarms(shop.consultant)] == [AlarmKind.NOT_CONFIRMED]
    assert {each.kind for each in alarms(shop.manager)} == {AlarmKind.NOT_CONFIRMED, AlarmKind.DISPATCH}
    assert alarms(shop.colleague) == alarms(shop.cashier) == []


def test_lines_are_planned_once_and_a_cancelled_plan_frees_them(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = signed_contract(shop)
    (position,) = [line.position for line in lists.plannable_contract(contract_id).lines]
    with pytest.raises(NotAllowed):
        plan_delivery(shop.colleague, contract_id, PlanForm(clock.now() + timedelta(hours=2)))
    for form, field in (
        (PlanForm(clock.now() - timedelta(minutes=1)), "starts_at"),
        (PlanForm(clock.now() + timedelta(days=4000)), "starts_at"),
        (PlanForm(clock.now() + timedelta(hours=2), minutes=0), "minutes"),
        (PlanForm(clock.now() + timedelta(hours=2), lines=(77,)), "lines"),
        (PlanForm(clock.now() + timedelta(hours=2), lines=()), "lines"),
        (PlanForm(clock.now() + timedelta(hours=2), template="unknown"), "template"),
        (PlanForm(clock.now() + timedelta(hours=2), advisor_id=shop.cashier.id), "advisor_id"),
    ):
        with pytest.raises(RuleError) as caught:
            plan_delivery(shop.consultant, contract_id, form)
        assert caught.value.field == field
    assert lists.of_contract(shop.owner, contract_id) == []
    first = planned(shop, contract_id, lines=(position,))
    with pytest.raises(RuleError, match="is in delivery JF-"):
        planned(shop, contract_id, hours=80, lines=(position,))
    assert [row.id for row in lists.plannable(shop.consultant)] == []
    cancel_delivery(shop.consultant, first, "客户退订")
    assert delivery_view(shop.owner, first).contract_state is ContractState.SIGNED
    assert [row.id for row in lists.plannable(shop.consultant)] == [contract_id]
    assert lists.plannable(shop.manager) == [replace(lists.plannable_contract(contract_id), units=())]
    planned(shop, contract_id)


SEATS = 4
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def _book(shop: Shop, contract_id: int, form: PlanForm, start: object, answers: object) -> None:
    _open(shop.address)
    start.wait(60)  # type: ignore[attr-defined]
    try:
        plan_delivery(shop.owner, contract_id, form)
        answers.put("planned")  # type: ignore[attr-defined]
    except RuleError as error:
        answers.put(error.field)  # type: ignore[attr-defined]
    database.close()


def test_one_of_many_seats_gets_the_bay(shop: Shop) -> None:
    """Programs that plan the same hour in the same bay at once: one wins, the others are told (D6)."""
    bay = add_bay(shop.manager, "交车区一").id
    contracts = [signed_contract(shop, customer_id=customer(shop, f"客{n}", f"1390002000{n}")) for n in range(SEATS)]
    starts_at = clock.now() + timedelta(hours=30)
    sellers = [shop.consultant, shop.colleague, shop.manager, shop.owner]
    database.close()
    context = multiprocessing.get_context("fork")
    start, answers = context.Barrier(SEATS), context.SimpleQueue()
    programs = [
        context.Process(
            target=_book,
            args=(shop, contract_id, PlanForm(starts_at, bay_id=bay, consultant_id=who.id), start, answers),
        )
        for contract_id, who in zip(contracts, sellers, strict=True)
    ]
    for program in programs:
        program.start()
    for program in programs:
        program.join(120)
    assert sorted(answers.get() for _program in programs) == ["bay_id"] * (SEATS - 1) + ["planned"]
    assert len(lists.unfinished(shop.owner)) == 1
    assert list(checking.records()) == []
