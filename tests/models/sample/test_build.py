"""A sample store looks like a shop's real past: for every trade, any staff, each language, and the same for a seed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from models import checking
from models.cashier import lists as cashier
from models.customers import duplicates
from models.customers import lists as customer_lists
from models.customers.rules import phone_digits
from models.kernel import clock, store
from models.kernel.permissions import Actor, Role
from models.kernel.pinyin import simplified
from models.kernel.tables import moment
from models.sales import lists
from models.sales.papers import PaymentMethod
from models.sales.states import SIGNED_STATES, ApprovalStep, QuoteState
from models.sample import build, shelf, workshop
from models.shop.profile import profile, trade
from models.staff.lists import everybody
from models.trades import files
from models.trades.template import FieldKind
from tests.models.sample.stores import EVENING, column, owner, rows
from tests.models.sample.test_numbers import card_holds, company_holds, island_card_holds, vin_holds
from tests.models.shops import copy_folder, opened

CUSTOMERS, DAYS = 130, 60


@dataclass(frozen=True)
class Sample:
    """A made store, with what ``make`` told about it."""

    result: build.SampleResult
    trade: str


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Sample]]:
    """The sample store of each trade, made when first asked for."""
    return {}


# The tests of one trade run in one process: its store is made once.
@pytest.fixture(
    params=[pytest.param(code, marks=pytest.mark.xdist_group(f"sample {code}")) for code in files.available()]
)
def sample(
    request: pytest.FixtureRequest,
    templates: dict[str, tuple[Path, Sample]],
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
    user_data: Path,
) -> Iterator[Sample]:
    """The sample store of each trade, open, in the evening of the day it was made for."""
    code = request.param
    if code not in templates:
        place = tmp_path_factory.mktemp(code)
        with pytest.MonkeyPatch.context() as patch, clock.standing_at(EVENING):
            patch.setenv("FRONTDESK_DATA", str(place / "user"))
            result = build.make(str(place / "shop.desk"), trade=code, customers=CUSTOMERS, days=DAYS, seed=3)
        templates[code] = place, Sample(result, code)
    place, made = templates[code]
    with clock.standing_at(EVENING), opened(str(copy_folder(place, user_data, tmp_path / "shop.desk"))):
        yield made


def test_it_is_what_was_asked_for(sample: Sample) -> None:
    assert profile().sample_data
    assert profile().name == trade().demo.store.name["zh_CN"]
    assert trade().code == sample.trade
    result = sample.result
    assert len(result.staff) == (12 if workshop.has_one(sample.trade) else 8)
    merged = column("SELECT count(*) FROM customer WHERE merged_into_id IS NOT NULL")[0]
    assert customer_lists.total() == result.customers
    assert column("SELECT count(*) FROM customer") == [CUSTOMERS]
    assert merged == 1
    assert column("SELECT count(DISTINCT number) FROM quote") == [result.quotes]
    assert column("SELECT count(*) FROM contract") == [result.contracts]
    assert column("SELECT count(*) FROM payment") == [result.payments]
    assert 40 <= result.quotes <= CUSTOMERS * 0.6
    assert 0.3 <= result.contracts / result.quotes <= 0.45
    goods = {item.name["zh_CN"] for item in trade().demo.items}
    options = {option.name["zh_CN"] for item in trade().demo.items for option in item.options}
    assert set(column("SELECT name FROM item WHERE category <> 'part'")) == goods, "parts have a shelf of their own"
    parts = {row["zh_CN"] for row in shelf.rows()} if sample.trade == "car_dealership" else set()
    assert set(column("SELECT name FROM item WHERE category = 'part'")) == parts
    assert set(column("SELECT name FROM item_option WHERE kind = 'option'")) == options


def test_every_state_is_there(sample: Sample) -> None:
    assert {*column("SELECT state FROM quote")} == {*QuoteState} - {QuoteState.EXPIRED}
    assert any(row.expired for row in lists.quote_rows(lists.quote_ids()))
    assert max(column("SELECT edition FROM quote")) > 1
    states = {*column("SELECT state FROM contract")}
    assert states >= {"draft", "submitted", "approved", "signed", "cancelled", "in_delivery", "closed"}
    deliveries = {*column("SELECT state FROM delivery")}
    assert "closed" in deliveries
    assert deliveries & {"planned", "confirmed", "ready"}
    kinds = {*column("SELECT kind FROM delivery_event")}
    assert kinds >= {"planned", "called", "confirmed", "ready", "asked", "approved", "signed", "handed_over", "booked"}
    assert {*column("SELECT step FROM contract_approval WHERE decision = 'granted'")} >= {"manager", "owner"}
    assert column("SELECT count(*) FROM contract_approval WHERE decision = 'returned'")[0] > 0
    assert column("SELECT count(*) FROM payment WHERE reverses_id IS NOT NULL")[0] > 0
    assert column("SELECT count(*) FROM contract WHERE whole_discount > 0")[0] > 0
    assert column("SELECT count(*) FROM contract_line WHERE discount > 0")[0] > 0


def test_money_is_due_in_every_way(sample: Sample) -> None:
    due = lists.due_payments(owner())
    today = clock.today()
    assert any(each.overdue for each in due)
    assert any(each.due_on == today for each in due)
    assert any(today < each.due_on for each in due)
    paid = [row for row in lists.contract_rows(lists.contract_ids(list(SIGNED_STATES))) if row.received == row.total]
    assert paid
    assert lists.signed_on(today) > 0
    assert cashier.taken_on(today) > 0


def test_somebody_must_decide_now(sample: Sample) -> None:
    managers = [row for row in everybody() if Role.SALES_MANAGER in row.roles]
    waiting = lists.open_approvals(Actor(managers[0].id, managers[0].name, managers[0].roles))
    assert ApprovalStep.MANAGER in {each.step for each in waiting}


def test_nothing_happened_outside_opening_hours_or_ahead_of_the_clock(sample: Sample) -> None:
    for table in ("register_line", "quote", "contract", "payment"):
        name = "at" if table == "register_line" else "created_at"
        for at in column(f"SELECT {name} FROM {table}"):
            when = clock.local(moment(at))
            assert 9 <= when.hour < 18, (table, when)
            assert EVENING - timedelta(days=DAYS) < when < EVENING
    trail = column("SELECT at FROM audit_line ORDER BY id")
    assert trail == sorted(trail)
    still_here = rows("SELECT at FROM register_line WHERE left_at IS NULL")
    assert 0 < len(still_here) < 6
    assert all(clock.local(moment(at)) > EVENING - timedelta(minutes=91) for (at,) in still_here)
    for left_at, at in rows("SELECT left_at, at FROM register_line WHERE left_at IS NOT NULL"):
        assert left_at >= at
        assert clock.local(moment(left_at)).hour < 19


def test_signing_comes_before_money_and_makes_a_buyer(sample: Sample) -> None:
    signed = "SELECT record_id, at FROM audit_line WHERE action = 'sales.sign_contract'"
    signed_at = dict(rows(signed))
    cashiers = {row.id for row in everybody() if Role.CASHIER in row.roles}
    for contract_id, at, whose in rows("SELECT contract_id, created_at, cashier_id FROM payment"):
        assert at > signed_at[contract_id]
        assert whose in cashiers
    stages = column("SELECT c.stage FROM customer c JOIN contract k ON k.customer_id = c.id WHERE k.state = 'signed'")
    assert {*stages} == {"ordered"}
    opened_late = rows(
        "SELECT q.number FROM quote q JOIN customer c ON c.id = q.customer_id WHERE c.created_at > q.created_at"
    )
    assert opened_late == []


def test_phones_are_nobody_elses_but_of_who_was_written_down_twice(sample: Sample) -> None:
    shared = rows(
        "SELECT digits FROM customer_phone p JOIN customer c ON c.id = p.customer_id WHERE c.merged_into_id IS NULL "
        "GROUP BY digits HAVING count(DISTINCT customer_id) > 1"
    )
    pairs = [*duplicates.sure_pairs(), *duplicates.likely_pairs()]
    assert 0 < len(shared) < len(pairs) <= 12
    assert all(phone_digits(number) == each for number, each in rows("SELECT number, digits FROM customer_phone"))


def test_files_hold_what_a_shop_learns(sample: Sample) -> None:
    assert rows("SELECT customer_id FROM contact_person GROUP BY customer_id HAVING count(*) > 1")
    assert rows("SELECT 1 FROM customer_tag")
    assert rows("SELECT 1 FROM customer WHERE birthday IS NOT NULL AND drink <> ''")
    assert {*column("SELECT kind FROM customer_relation")} >= {"spouse", "parent"}
    assert rows("SELECT 1 FROM needs_assessment WHERE summary <> ''")
    assert {*column("SELECT decision FROM grade_proposal")} >= {"granted"}
    assert rows("SELECT 1 FROM customer WHERE stage = 'lost'")
    assert rows("SELECT 1 FROM customer_loss WHERE wakes_on IS NOT NULL")
    assert rows("SELECT 1 FROM open_question WHERE answered_at IS NULL")
    assert rows("SELECT 1 FROM customer_apart")
    assert {*column("SELECT result FROM follow_up_result")} >= {"contacted", "reached"}
    if sample.trade == "car_dealership":
        assert rows("SELECT 1 FROM owned_goods WHERE plate <> '' AND warranty_until IS NOT NULL")


def test_selling_has_its_stories(sample: Sample) -> None:
    assert {*column("SELECT decision FROM quote_approval")} == {"open", "granted"}
    assert rows("SELECT customer_id FROM quote GROUP BY customer_id HAVING count(DISTINCT number) > 1")
    assert rows("SELECT 1 FROM item WHERE scarce <> '' AND availability = 'in_stock'")
    assert {*column("SELECT availability FROM item")} >= {"in_stock", "in_transit", "to_order"}
    if any(stage.code == "loan" for plan in trade().payment_plans for stage in plan.stages):
        assert {*column("SELECT method FROM finance_offer")} == {"equal_instalments", "equal_principal"}
    assert "signed" in column("SELECT state FROM amendment")
    assert column("SELECT state FROM cancellation") == ["signed"]
    assert {*column("SELECT kind FROM contract_exception_entry")} >= {"told", "offered", "cost"}
    assert "made_out" in column("SELECT state FROM invoice")
    assert rows("SELECT 1 FROM payment_reminder")
    assert rows("SELECT split_id FROM commission_share GROUP BY split_id HAVING count(*) > 1")
    assert column("SELECT count(*) FROM commission_dispute WHERE ruled_at IS NULL") == [1]


def test_customers_are_of_all_sorts(sample: Sample) -> None:
    names = "".join(column("SELECT name FROM customer"))
    assert {*names} & set("𠮷䶮㛃龑喆犇堃𬭎骉䔶贇燚赟玥懿淼垚𣿰昇翀")
    assert simplified(names) != names
    assert any(name.isascii() for name in column("SELECT name FROM customer WHERE name <> ''"))
    assert rows("SELECT 1 FROM contact_person JOIN customer c ON c.id = customer_id WHERE c.kind = 'company'")
    assert rows("SELECT 1 FROM customer WHERE name = '' AND form_of_address <> ''")
    assert rows("SELECT 1 FROM customer WHERE no_contact = 1")
    assert rows("SELECT 1 FROM customer WHERE owner_id IS NULL")
    assert len({*column("SELECT source FROM customer")}) > 5
    owned = [count for (count,) in rows("SELECT count(*) FROM customer WHERE owner_id IS NOT NULL GROUP BY owner_id")]
    assert len(owned) == len([row for row in everybody() if Role.SALES in row.roles])
    assert max(owned) < 1.6 * min(owned)


def test_weekends_are_busier(sample: Sample) -> None:
    visits = [clock.local(moment(at)).weekday() for at in column("SELECT created_at FROM customer")]
    weekend = sum(day >= 5 for day in visits) / 2
    assert weekend > 1.3 * (len(visits) - sum(day >= 5 for day in visits)) / 5


def test_wishes_name_goods_of_the_catalogue(sample: Sample) -> None:
    goods = [item.name["zh_CN"] for item in trade().demo.items]
    assert all(any(name in wish for name in goods) for wish in column("SELECT wish FROM customer"))


def test_contracts_say_what_the_trade_asks(sample: Sample) -> None:
    fields = {field.code: field for field in trade().contract.subject_fields}
    for state, subject, signed_on in rows("SELECT state, subject, signed_on FROM contract WHERE state <> 'draft'"):
        facts = json.loads(subject)
        for code, field in fields.items():
            value = facts.get(code, "")
            assert value or not field.required, code
            if field.kind is FieldKind.VIN and value:
                assert vin_holds(value)
            if field.event and value and state == "signed":
                assert date.fromisoformat(value) >= date.fromisoformat(signed_on)
    for name, card in rows("SELECT name, id_number FROM contract_party WHERE id_number <> ''"):
        holds = {10: island_card_holds}.get(
            len(card), company_holds if "公司" in name or "事务所" in name else card_holds
        )
        assert holds(card), name
    totals = column("SELECT total FROM contract")
    assert len({*totals}) > 10
    assert min(totals) > 0


def test_loans_come_as_loans(sample: Sample) -> None:
    by_loan = rows("SELECT c.plan, p.method FROM payment p JOIN contract c ON c.id = p.contract_id")
    assert {method for plan, method in by_loan} <= {*PaymentMethod}
    if any(stage.code == "loan" for plan in trade().payment_plans for stage in plan.stages):
        assert "loan" in {method for plan, method in by_loan}
    assert max(column("SELECT amount FROM payment WHERE method = 'cash' AND reverses_id IS NULL")) < 40_000_000


def test_the_store_is_sound(sample: Sample, tmp_path: Path) -> None:
    store.database.close()
    folder = tmp_path / "shop.desk"
    (folder / "in-use.lock").unlink(missing_ok=True)
    assert list(checking.findings(str(folder))) == []
