"""The life of an appraisal: filled in, approved by another, deducted at its price, taken into stock (S5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from models.checking.driving import test_drives as drives_wrong
from models.checking.driving import trade_ins as trade_ins_wrong
from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.kernel import clock
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.kernel.flow import move
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.papers.lists import attachments
from models.privacy.actions import erase_file
from models.sales.cancellation_actions import (
    CancellationForm,
    approve_cancellation,
    draft_cancellation,
    sign_cancellation,
    submit_cancellation,
)
from models.sales.contract_actions import cancel_contract, sign_contract, submit_contract
from models.sales.lists import contract_view, quote_view
from models.sales.quote_actions import offer_quote
from models.sales.states import QuoteAction
from models.sales.supplement_states import Fault
from models.sales.unit_actions import choose_unit
from models.stock.kinds import UnitState
from models.stock.lists import unit_view
from models.trade_ins import rules
from models.trade_ins.actions import (
    MOST_PHOTOS,
    ConditionForm,
    ReferenceForm,
    add_photo,
    approve_appraisal,
    decline_appraisal,
    fill_appraisal,
    reopen_appraisal,
    start_appraisal,
    submit_appraisal,
    take_in,
)
from models.trade_ins.lists import appraisal_ids, appraisal_view, counts, deductible, to_decide
from models.trade_ins.states import APPRAISAL_MOVES, AppraisalAction, AppraisalFacts, AppraisalState, Grade
from models.trade_ins.views import AppraisalFilter
from tests.models.delivery.handing import handed_over, picture
from tests.models.shops import Shop, approve_fully, customer
from tests.models.stock.goods import car, line_of
from tests.models.trade_ins.appraising import OLD_VIN, PRICE, approved, begun, drafted, form, quoted, signed


def test_from_appraisal_to_the_used_car_in_stock(shop: Shop) -> None:
    file_id = customer(shop)
    add_goods(shop.consultant, file_id, GoodsForm("大众", "迈腾", plate="浙A7K3P9", serial=OLD_VIN, mileage=85_000))
    (goods_id,) = run_sql("SELECT id FROM owned_goods").fetchone()
    appraisal_id = start_appraisal(shop.consultant, file_id, goods_id).id
    told = appraisal_view(shop.consultant, appraisal_id)
    assert (told.form.vin, told.form.plate, told.form.mileage_km) == (OLD_VIN, "浙A7K3P9", 85_000)
    assert len(told.gaps) == 3, "first registration, condition, price"
    with pytest.raises(RuleError, match="missing"):
        submit_appraisal(shop.consultant, appraisal_id)
    with pytest.raises(RuleError, match="85000 km already"):
        fill_appraisal(shop.consultant, appraisal_id, told.version, form(mileage_km=84_999))
    fill_appraisal(shop.consultant, appraisal_id, told.version, form())
    submit_appraisal(shop.consultant, appraisal_id)
    assert [row.id for row in to_decide(shop.manager)] == [appraisal_id]
    assert deductible(file_id) == []
    with pytest.raises(NotAllowed):
        approve_appraisal(shop.consultant, appraisal_id)
    approve_appraisal(shop.manager, appraisal_id)
    assert [row.price for row in deductible(file_id)] == [PRICE]
    quote_id = quoted(shop, file_id, appraisal_id)
    offer_quote(shop.consultant, quote_id)
    assert state(shop, appraisal_id) is AppraisalState.OFFERED
    contract_id = drafted(shop, quote_id)
    assert state(shop, appraisal_id) is AppraisalState.USED
    assert deductible(file_id) == []
    with pytest.raises(RuleError, match="not signed"):
        take_in(shop.consultant, appraisal_id, 86_000)
    submit_contract(shop.consultant, contract_id)
    approve_fully(shop, contract_id)
    sign_contract(shop.consultant, contract_id)
    unit = unit_view(shop.owner, appraisal_view(shop.owner, appraisal_id).unit_id or 0).row
    assert (unit.number, unit.state, unit.used, unit.cost) == (OLD_VIN, UnitState.IN_TRANSIT, True, PRICE)
    with pytest.raises(RuleError, match="86000 km already"):
        take_in(shop.consultant, appraisal_id, 85_999)
    take_in(shop.consultant, appraisal_id, 86_120, "后院")
    unit = unit_view(shop.owner, unit.id).row
    assert (unit.state, unit.mileage_km, unit.place) == (UnitState.IN_STOCK, 86_120, "后院")
    assert state(shop, appraisal_id) is AppraisalState.TAKEN_IN
    assert [*drives_wrong(), *trade_ins_wrong()] == []


def state(shop: Shop, appraisal_id: int) -> AppraisalState:
    """How far it is."""
    return appraisal_view(shop.owner, appraisal_id).row.state


def test_handing_over_the_new_car_takes_in_the_old_one(shop: Shop) -> None:
    file_id = customer(shop)
    appraisal_id = approved(shop, file_id)
    contract_id = drafted(shop, quoted(shop, file_id, appraisal_id))
    unit = car(shop, 1)
    choose_unit(shop.consultant, contract_id, line_of(shop, contract_id), unit)
    submit_contract(shop.consultant, contract_id)
    approve_fully(shop, contract_id)
    sign_contract(shop.consultant, contract_id)
    coming = appraisal_view(shop.owner, appraisal_id).unit_id or 0
    assert state(shop, appraisal_id) is AppraisalState.USED
    assert unit_view(shop.owner, coming).row.state is UnitState.IN_TRANSIT
    handed_over(shop, contract_id)
    assert state(shop, appraisal_id) is AppraisalState.TAKEN_IN
    row = unit_view(shop.owner, coming).row
    assert (row.vin, row.state, row.mileage_km) == (OLD_VIN, UnitState.IN_STOCK, 86_000)
    assert unit_view(shop.owner, unit).row.state is UnitState.SOLD


def test_nobody_approves_their_own(shop: Shop) -> None:
    appraisal_id = start_appraisal(shop.manager, customer(shop)).id
    fill_appraisal(shop.manager, appraisal_id, 1, form())
    submit_appraisal(shop.manager, appraisal_id)
    assert to_decide(shop.manager) == []
    with pytest.raises(NotAllowed, match="own appraisal"):
        approve_appraisal(shop.manager, appraisal_id)
    approve_appraisal(shop.owner, appraisal_id)


def test_what_a_quote_may_not_deduct_is_said(folder_shop: Shop) -> None:
    shop = folder_shop
    file_id, other = customer(shop), customer(shop, "别人", "13900001113")
    waiting = begun(shop, file_id)
    early = quoted(shop, file_id, waiting)
    with pytest.raises(RuleError, match="not approved"):
        offer_quote(shop.consultant, early)
    refused = {"another file": quoted(shop, other, waiting)}
    submit_appraisal(shop.consultant, waiting)
    approve_appraisal(shop.manager, waiting)
    refused["appraised at"] = quoted(shop, file_id, waiting, PRICE + 1)
    good = quoted(shop, file_id, waiting)
    for words, quote_id in refused.items():
        view = quote_view(shop.consultant, quote_id)
        assert view.undeductible is not None
        assert view.undeductible == view.actions[QuoteAction.OFFER]
        with pytest.raises(RuleError, match=words):
            offer_quote(shop.consultant, quote_id)
    with clock.standing_at(clock.now() + timedelta(days=8)), pytest.raises(RuleError, match="expired"):
        offer_quote(shop.consultant, good)
    assert quote_view(shop.consultant, good).undeductible is None
    drafted(shop, good)
    with pytest.raises(RuleError, match="Another contract"):
        offer_quote(shop.consultant, quoted(shop, file_id, waiting))
    with pytest.raises(IllegalMove):
        decline_appraisal(shop.consultant, waiting, "x")


def test_a_contract_that_is_no_more_lets_it_go(shop: Shop) -> None:
    file_id = customer(shop)
    appraisal_id = approved(shop, file_id)
    contract_id = drafted(shop, quoted(shop, file_id, appraisal_id))
    cancel_contract(shop.manager, contract_id, "x")
    assert state(shop, appraisal_id) is AppraisalState.OFFERED
    contract_id = signed(shop, file_id, appraisal_id)
    unit_id = appraisal_view(shop.owner, appraisal_id).unit_id or 0
    assert contract_view(shop.owner, contract_id).row.total
    cancellation = draft_cancellation(shop.consultant, contract_id, CancellationForm(Fault.STORE, "x")).id
    submit_cancellation(shop.consultant, cancellation)
    for who in (shop.manager, shop.owner):
        if run_sql("SELECT state FROM cancellation WHERE id = ?", cancellation).fetchone()[0] == "submitted":
            approve_cancellation(who, cancellation)
    sign_cancellation(shop.consultant, cancellation)
    assert unit_view(shop.owner, unit_id).row.state is UnitState.GONE
    assert state(shop, appraisal_id) is AppraisalState.OFFERED
    assert list(trade_ins_wrong()) == []
    reopen_appraisal(shop.consultant, appraisal_id)
    assert counts()[AppraisalFilter.WORK] == 1
    assert appraisal_ids(AppraisalFilter.WORK) == [appraisal_id]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"vin": "LYH7V2A58TA00099"}, "vin"),
        ({"vin": "LYH7V2A58TA00O999"}, "vin"),
        ({"mileage_km": 2_000_001}, "mileage_km"),
        ({"price": -1}, "price"),
        ({"owners": 100}, "owners"),
        ({"registered_on": clock.today() + timedelta(days=2)}, "registered_on"),
        ({"valid_until": clock.today() - timedelta(days=2)}, "valid_until"),
        ({"valid_until": clock.today() + timedelta(days=90)}, "valid_until"),
        ({"documents": ("nothing",)}, "documents"),
        ({"conditions": (ConditionForm("wing", Grade.GOOD),)}, "conditions.0"),
        ({"references": (ReferenceForm("", "x", 1),)}, "references.0.source"),
        ({"references": (ReferenceForm("x", "x", 0),)}, "references.0.price"),
        ({"accidents": "x" * 1001}, "accidents"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(folder_shop: Shop, told: dict[str, object], field: str) -> None:
    shop = folder_shop
    appraisal_id = start_appraisal(shop.consultant, customer(shop)).id
    with pytest.raises(RuleError) as wrong:
        fill_appraisal(shop.consultant, appraisal_id, 1, form(**told))
    assert wrong.value.field == field
    assert appraisal_view(shop.owner, appraisal_id).form.price == 0


def test_photos_are_pictures_and_go_with_the_file(folder_shop: Shop) -> None:
    shop = folder_shop
    file_id = customer(shop)
    appraisal_id = begun(shop, file_id)
    for content in (b"no picture", b"%PDF-1.7", b"\x89PNG" + bytes(40 * 1024 * 1024)):
        with pytest.raises(RuleError) as wrong:
            add_photo(shop.consultant, appraisal_id, "x", content)
        assert wrong.value.field == "content"
    add_photo(shop.consultant, appraisal_id, "左前.png", picture())
    assert len(attachments("appraisal", appraisal_id)) == 1 < MOST_PHOTOS
    with pytest.raises(NotAllowed, match="colleague"):
        add_photo(shop.colleague, appraisal_id, "x.png", picture())
    erase_file(shop.owner, file_id, "letter")
    assert attachments("appraisal", appraisal_id) == []
    said = repr(run_sql("SELECT * FROM appraisal").fetchall())
    assert not [each for each in (OLD_VIN, "浙A7K3P9", "左前门喷漆") if each in said]


def test_a_vehicle_in_stock_is_not_appraised_again(folder_shop: Shop) -> None:
    shop = folder_shop
    file_id = customer(shop)
    signed(shop, file_id, approved(shop, file_id))
    again = begun(shop, customer(shop, "别人", "13900001113"))
    with pytest.raises(RuleError, match="in stock already"):
        submit_appraisal(shop.consultant, again)


def test_every_state_action_and_role() -> None:
    sells, decides = {Role.SALES, Role.SALES_MANAGER, Role.OWNER}, {Role.SALES_MANAGER, Role.OWNER}
    free = AppraisalFacts(signed=True)
    against = {
        AppraisalAction.SUBMIT: replace(free, gaps=("x",)),
        AppraisalAction.APPROVE: replace(free, appraised=True),
        AppraisalAction.OFFER: replace(free, expired=True),
        AppraisalAction.REOPEN: replace(free, deducted=True),
        AppraisalAction.DECLINE: replace(free, deducted=True),
        AppraisalAction.TAKE_IN: replace(free, signed=False),
        AppraisalAction.FILL: replace(free, own=False),
    }
    for at in AppraisalState:
        for action in AppraisalAction:
            for role in Role:
                actor = Actor(1, "", frozenset({role}))
                may = role in (decides if action in (AppraisalAction.APPROVE, AppraisalAction.RETURN) else sells)
                if (at, action) not in APPRAISAL_MOVES:
                    with pytest.raises(IllegalMove):
                        move(APPRAISAL_MOVES, at, action, actor, free)
                elif not may:
                    with pytest.raises(NotAllowed):
                        move(APPRAISAL_MOVES, at, action, actor, free)
                else:
                    assert move(APPRAISAL_MOVES, at, action, actor, free) is APPRAISAL_MOVES[at, action].target
                    if action in against:
                        with pytest.raises((RuleError, NotAllowed)):
                            move(APPRAISAL_MOVES, at, action, actor, against[action])


def test_the_middle_of_the_market() -> None:
    assert [rules.middle(each) for each in ((), (5,), (1, 9), (9, 1, 4))] == [0, 5, 1, 4]
