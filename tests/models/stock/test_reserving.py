"""A unit and its contract: chosen, reserved at signing, swapped, released, sold; one VIN, one contract (S3, S6)."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import peewee
import pytest

from models.catalog.kinds import Kept
from models.catalog.lists import item
from models.kernel import keys, store
from models.kernel.actions import acting
from models.kernel.errors import FrontdeskError, NotAllowed, RuleError
from models.kernel.permissions import Permission
from models.kernel.tables import database, run_sql
from models.sales import reserving
from models.sales.amendment_actions import AmendmentForm, ChangedLine
from models.sales.contract_actions import cancel_contract, fill_contract, sign_contract
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.lists import contract_view
from models.sales.quote_forms import LineForm
from models.sales.states import ContractState
from models.sales.tables import Contract
from models.sales.unit_actions import choose_unit, let_unit_go
from models.stock import actions as stock
from models.stock.actions import QuantityForm
from models.stock.kinds import MovementKind, UnitState
from models.stock.lists import item_movements, quantity_rows, unit_movements, unit_view
from tests.models.sales.lives import amended, called_off
from tests.models.shops import CAR_PRICE, SUBJECT, Shop, customer
from tests.models.stock.goods import COST, approved, car, draft, line_of, signed_with, vin

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
K = MovementKind


def state(shop: Shop, unit_id: int) -> UnitState:
    return unit_view(shop.owner, unit_id).row.state


def test_choosing_fills_the_contract_and_signing_reserves(shop: Shop) -> None:
    first, second, file_id = car(shop, 1, engine_number="E-1"), car(shop, 2), customer(shop)
    contract_id = draft(shop, file_id)
    line = line_of(shop, contract_id)
    choose_unit(shop.consultant, contract_id, line, first)
    view = contract_view(shop.owner, contract_id)
    assert (view.subject["vin"], view.subject["engine_number"], view.lines[0].cost) == (vin(1), "E-1", COST)
    assert state(shop, first) is UnitState.IN_STOCK, "a draft reserves nothing"
    form = ContractForm((PartyForm("x"),), {**SUBJECT, "vin": vin(2)})
    with pytest.raises(RuleError) as refused:
        fill_contract(shop.consultant, contract_id, view.version, form)
    assert refused.value.field == "subject.vin"
    with pytest.raises(RuleError, match="all its units already"):
        choose_unit(shop.consultant, contract_id, line, second)
    with pytest.raises(NotAllowed):
        let_unit_go(shop.colleague, contract_id, first)
    let_unit_go(shop.consultant, contract_id, first)
    assert contract_view(shop.owner, contract_id).subject["vin"] == ""
    choose_unit(shop.consultant, contract_id, line, second)
    sign_contract(shop.consultant, approved(shop, contract_id))
    (held,) = reserving.units_of(contract_id)
    assert (held.unit_id, held.vin, held.line_position, held.reserved) == (second, vin(2), line, True)
    assert (state(shop, first), state(shop, second)) == (UnitState.IN_STOCK, UnitState.RESERVED)
    told = item(shop.consultant, shop.car).stock
    assert (told.here, told.reserved) == (200, 100)
    assert reserving.holders([first, second])[second].contract_id == contract_id
    other = draft(shop, file_id)
    with pytest.raises(RuleError, match="is reserved by contract"):
        choose_unit(shop.consultant, other, line_of(shop, other), second)


def test_a_typed_vin_takes_its_unit_or_is_refused(shop: Shop) -> None:
    unit, file_id = car(shop, 1), customer(shop)
    contract_id = draft(shop, file_id, vin(1).lower())
    sign_contract(shop.consultant, approved(shop, contract_id))
    assert [each.unit_id for each in reserving.units_of(contract_id)] == [unit]
    for number, said in ((vin(1), "is reserved by contract"), (vin(5), "No free car with the VIN")):
        other = approved(shop, draft(shop, file_id, number))
        with pytest.raises(RuleError, match=said):
            sign_contract(shop.consultant, other)
        assert contract_view(shop.owner, other).row.state is ContractState.APPROVED
        assert reserving.units_of(other) == ()
    open_vin = approved(shop, draft(shop, file_id))
    sign_contract(shop.consultant, open_vin)
    assert [each.held for each in reserving.missing_units(open_vin)] == [0]
    coming = car(shop, 6, age=None)
    choose_unit(shop.consultant, open_vin, line_of(shop, open_vin), coming)
    assert state(shop, coming) is UnitState.RESERVED
    assert reserving.missing_units(open_vin) == []


def test_cancelling_sets_free_and_an_amendment_swaps_or_removes(shop: Shop) -> None:
    first, second, file_id = car(shop, 1), car(shop, 2), customer(shop)
    contract_id = signed_with(shop, file_id, first)
    amended(shop, contract_id, AmendmentForm("换车", subject={"vin": vin(2)}))
    assert (state(shop, first), state(shop, second)) == (UnitState.IN_STOCK, UnitState.RESERVED)
    assert [each.vin for each in reserving.units_of(contract_id)] == [vin(2)]
    let_unit_go(shop.consultant, contract_id, second, "x")
    with pytest.raises(RuleError, match="The car chosen from the stock is"):
        choose_unit(shop.consultant, contract_id, line_of(shop, contract_id), first)
    choose_unit(shop.consultant, contract_id, line_of(shop, contract_id), second)
    line = line_of(shop, contract_id)
    mats = LineForm("accessory", "脚垫", 80_000, item_id=shop.mats)
    amended(shop, contract_id, AmendmentForm("不要车", (ChangedLine(line, 0, CAR_PRICE),), (mats,)))
    assert state(shop, second) is UnitState.IN_STOCK
    assert reserving.units_of(contract_id) == ()
    again = signed_with(shop, file_id, second)
    called_off(shop, again)
    assert state(shop, second) is UnitState.IN_STOCK
    dropped = draft(shop, file_id)
    choose_unit(shop.consultant, dropped, line_of(shop, dropped), second)
    cancel_contract(shop.manager, dropped, "x")
    assert reserving.units_of(dropped) == ()
    assert state(shop, second) is UnitState.IN_STOCK
    kinds = [each.kind for each in unit_movements(shop.owner, second)]
    told = [each.kind for each in reserving.steps_of_customer(file_id) if each.number == vin(2)]
    assert told == [each for each in reversed(kinds) if each in (K.RESERVED, K.RELEASED)]
    assert kinds.count(K.RESERVED) == kinds.count(K.RELEASED) == 3


def hand_over(shop: Shop, contract_id: int, mileages: dict[int, int] | None = None) -> None:
    with acting(shop.owner, "test.hand_over", Permission.SIGN_CONTRACT) as act:
        act.on("contract", contract_id)
        reserving.hand_over_goods(act, contract_id, None, mileages)


def test_handing_over_sells_and_a_sold_car_may_come_back(shop: Shop) -> None:
    unit, file_id = car(shop, 1, mileage_km=10), customer(shop)
    contract_id = signed_with(shop, file_id, unit)
    with pytest.raises(RuleError, match="was 10 km already"):
        hand_over(shop, contract_id, {unit: 9})
    hand_over(shop, contract_id, {unit: 15})
    row = unit_view(shop.owner, unit).row
    assert (row.state, row.mileage_km) == (UnitState.SOLD, 15)
    with pytest.raises(RuleError, match="handed over already"):
        let_unit_go(shop.consultant, contract_id, unit, "x")
    back = car(shop, 1, mileage_km=30_000, used=True)
    assert signed_with(shop, file_id, back) != contract_id
    bare = approved(shop, draft(shop, file_id))
    sign_contract(shop.consultant, bare)
    with pytest.raises(RuleError, match="has no unit from the stock yet"):
        hand_over(shop, bare)
    coming = car(shop, 3, age=None)
    choose_unit(shop.consultant, bare, line_of(shop, bare), coming)
    with pytest.raises(RuleError, match="has not arrived yet"):
        hand_over(shop, bare)


def test_quantities_are_waited_for_and_go_out(shop: Shop) -> None:
    stock.keep_item(shop.owner, shop.mats, Kept.QUANTITY)
    stock.receive_quantity(shop.owner, QuantityForm(shop.mats, 300, 30_000))
    contract_id = approved(shop, draft(shop, customer(shop), SUBJECT["vin"]))
    sign_contract(shop.consultant, contract_id)
    mats = LineForm("accessory", "脚垫", 80_000, 400, item_id=shop.mats)
    amended(shop, contract_id, AmendmentForm("脚垫", added=(mats,)))
    assert quantity_rows(shop.owner)[0].reserved == 400
    with pytest.raises(RuleError, match="Only 3 of 脚垫 are here"):
        hand_over(shop, contract_id)
    line = next(each.position for each in contract_view(shop.owner, contract_id).lines if each.name == "脚垫")
    amended(shop, contract_id, AmendmentForm("少一套", (ChangedLine(line, 200, 80_000),)))
    hand_over(shop, contract_id)
    (row,) = quantity_rows(shop.owner)
    assert (row.quantity, row.reserved, row.value) == (100, 0, 30_000)
    moved = [(each.kind, each.quantity) for each in item_movements(shop.owner, shop.mats)]
    assert moved == [(K.SOLD, -200), (K.RELEASED, 200), (K.RESERVED, 400), (K.RECEIVED, 300)]
    hand_over(shop, contract_id)
    assert quantity_rows(shop.owner)[0].quantity == 100, "what is handed over goes out once"


def test_the_table_itself_holds_a_unit_for_one_contract(shop: Shop) -> None:
    unit, file_id = car(shop, 1), customer(shop)
    first, second = signed_with(shop, file_id, unit), draft(shop, file_id)
    row = "INSERT INTO contract_unit (contract_id, line_position, unit_id, chosen_at, chosen_by_id, reserved_at) "
    with pytest.raises(peewee.IntegrityError), store.database.atomic():
        run_sql(row + "VALUES (?, 1, ?, 0, ?, 1)", second, unit, shop.owner.id)
    assert [each.unit_id for each in reserving.units_of(first)] == [unit]


def _sign(shop: Shop, contract_id: int, start: object, told: object) -> None:
    """One consultant's program: it signs a contract over the same car as everybody else."""
    if store.is_server(shop.address):
        store.open_store(shop.address)
    else:
        # The store's own lock admits one program; the promise is the database's, so this goes past the lock.
        file = Path(shop.address) / "store.db"
        database.initialize(store.encrypted_file(file, keys.unlock(Path(shop.address))))
    start.wait(60)  # type: ignore[attr-defined]
    try:
        sign_contract(shop.consultant, contract_id)
        told.put("signed")  # type: ignore[attr-defined]
    except FrontdeskError as error:
        told.put(str(error))  # type: ignore[attr-defined]
    database.close()


def test_programs_at_once_never_give_one_car_to_two_contracts(shop: Shop) -> None:
    unit, file_id = car(shop, 1), customer(shop)
    contracts = []
    for _each in range(4):
        contract_id = draft(shop, file_id)
        choose_unit(shop.consultant, contract_id, line_of(shop, contract_id), unit)
        contracts.append(approved(shop, contract_id))
    database.close()
    context = multiprocessing.get_context("fork")
    start, told = context.Barrier(len(contracts)), context.SimpleQueue()
    programs = [context.Process(target=_sign, args=(shop, each, start, told)) for each in contracts]
    for program in programs:
        program.start()
    for program in programs:
        program.join(120)
    assert [program.exitcode for program in programs] == [0] * len(contracts)
    answers = sorted(told.get() for _each in contracts)
    assert answers.count("signed") == 1
    winner = reserving.holders([unit])[unit]
    refused = f"{vin(1)} is reserved by contract {winner.number}."
    assert [each for each in answers if each != "signed"] == [refused] * 3
    states = [Contract.get_by_id(each).state for each in contracts]
    assert states.count(ContractState.SIGNED) == 1
    assert states.count(ContractState.APPROVED) == 3
