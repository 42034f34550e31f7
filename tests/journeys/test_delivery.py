"""From the car's arrival to the keys in hand: received, chosen, sold, planned, called, prepared, paid, released,
signed for, booked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models import checking
from models.customers import file_lists
from models.delivery import lists
from models.delivery.kinds import ItemState
from models.delivery.reading import delivery_view
from models.delivery.states import DeliveryState
from models.delivery.views import DeliveryView
from models.kernel import audit, clock
from models.kernel.i18n import _
from models.papers.facts import PaperKind
from models.sales import lists as sales
from models.sales.states import ContractState
from models.stock import lists as stock
from models.stock.kinds import UnitState
from models.stock.views import UnitRow
from models.trades.delivery_template import Evidence, Gate, Means
from tests.journeys.conftest import draft_contract
from tests.journeys.desk import SALES, TODAY, Desk
from tests.journeys.papers import assert_on_record, words_of
from tests.journeys.people import World
from ui.deliveries.checklist import ItemRow
from ui.kit.signature import SignaturePad

pytestmark = pytest.mark.parametrize("world", ["zh_CN"], indirect=True)

DELIVERIES, VIN = "Alt+5", "LYH7V2A58TA000317"


def test_from_the_arrival_in_stock_to_the_keys_in_hand(desk: Desk, world: World, place: Path, tmp_path: Path) -> None:
    draft_contract(place, world)
    desk.open_in(world, place)
    receive(desk, world)
    sell(desk, world)
    plan(desk, world)
    prepare(desk)
    pay(desk, world, tmp_path)
    make_ready_and_ask(desk, world)
    release(desk, world)
    hand_over(desk, world, tmp_path)
    book(desk, world)
    assert list(audit.broken_lines()) == []
    desk.close()
    assert list(checking.findings(str(place))) == []


def receive(desk: Desk, world: World) -> None:
    """The manager has cars counted by their VIN, and takes one into stock."""
    desk.log_in(world.manager)
    desk.press(SALES)
    window = desk.program.window
    assert window is not None
    tab: Any = window.tab("sales")
    desk.click(tab.list_page.strip.button("stock"))
    desk.click("kept")
    desk.choose("item_id", f"{world.brand} V7")
    desk.click(desk.choice(_("One by one, by VIN")))
    desk.click("accept")
    desk.wait_for_dialog_to_close()
    desk.press("Ctrl+N")
    for field, text in (("number", VIN), ("place", "A-01"), ("mileage_km", "8")):
        desk.fill(field, text)
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    assert the_unit(desk).state is UnitState.IN_STOCK


def sell(desk: Desk, world: World) -> None:
    """The consultant chooses it for the draft, which then has its VIN; signing reserves it."""
    desk.switch_to(world.consultant)
    desk.find(sales.contract_rows(sales.contract_ids())[0].number)
    desk.click("choose_unit")
    desk.press("Enter")
    desk.wait(lambda: desk.offers("let_go"))
    assert sales.contract_view(desk.actor, 1).subject["vin"] == VIN
    desk.submit()
    for person in (world.manager, world.cashier):
        desk.switch_to(person)
        desk.approve()
    desk.switch_to(world.consultant)
    desk.find(sales.contract_rows(sales.contract_ids())[0].number)
    desk.sign_on_screen()
    assert the_unit(desk).state is UnitState.RESERVED


def the_unit(desk: Desk) -> UnitRow:
    """The car with this VIN."""
    (unit,) = (each for each in stock.unit_rows(desk.actor, [1]) if each.vin == VIN)
    return unit


def plan(desk: Desk, world: World) -> None:
    """The consultant plans what waits for it, for tomorrow at ten."""
    desk.press(DELIVERIES, "Ctrl+N", "Enter")
    desk.fill("starts_at", (clock.today() + timedelta(days=1)).isoformat())
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    desk.press("F6")
    assert world.phone.replace(" ", "") in desk.reads().replace(" ", "")
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    assert the_delivery(desk).entry.state is DeliveryState.CONFIRMED
    assert not desk.offers("make_ready"), "the button waits for what is listed beside it"


def prepare(desk: Desk) -> None:
    """Item by item, by hand."""
    do_items(desk, Gate.READY)


def pay(desk: Desk, world: World, folder: Path) -> None:
    """The cashier takes what the plan demands, coming from what blocks the delivery."""
    desk.button("to_contract")
    desk.switch_to(world.cashier)
    open_delivery(desk)
    desk.click("to_contract")
    desk.button("take_payment")
    desk.take_payment(folder / "deposit.pdf")
    desk.take_payment(folder / "rest.pdf")
    (contract_id,) = sales.contract_ids()
    row = sales.contract_view(desk.actor, contract_id).row
    assert row.received == row.total


def make_ready_and_ask(desk: Desk, world: World) -> None:
    """Ready; the number at the car is compared; the dispatch note is asked for."""
    desk.switch_to(world.consultant)
    open_delivery(desk)
    desk.button("make_ready")
    desk.press("Ctrl+Return")
    assert the_delivery(desk).entry.state is DeliveryState.READY
    desk.press("F9")
    desk.write("LYH7V2A58TA000999")
    desk.press("Enter")
    assert VIN in desk.wrong("serial"), "another car is refused, and which one it must be is said"
    desk.press("Ctrl+A")
    desk.write(VIN)
    desk.press("Enter")
    assert the_delivery(desk).units[0].compared_at
    desk.press("F7")
    assert the_delivery(desk).dispatch is not None


def release(desk: Desk, world: World) -> None:
    """The manager approves the dispatch note from Today."""
    desk.switch_to(world.manager)
    desk.press(TODAY, "Enter")
    desk.click("approve_release")
    note = the_delivery(desk).dispatch
    assert note is not None
    assert note.decided_by == world.manager.name


def hand_over(desk: Desk, world: World, folder: Path) -> None:
    """The ceremony, the signature on the screen, and the paper for the customer."""
    desk.switch_to(world.consultant)
    open_delivery(desk)
    do_items(desk, Gate.HAND_OVER)
    desk.button("hand_over")
    desk.press("Ctrl+Return")
    desk.draw(desk.see(SignaturePad))
    desk.click("accept")
    desk.wait_for_dialog_to_close()
    delivery = the_delivery(desk)
    assert delivery.entry.state is DeliveryState.HANDED_OVER
    assert delivery.signatures[-1].name == world.customer
    assert the_unit(desk).state is UnitState.SOLD
    assert [each.form.serial for each in file_lists.goods(1)] == [VIN]
    desk.pick("print", "confirmation")
    desk.keep_as_file(folder / "confirmation.pdf")
    desk.close_preview()
    assert_on_record(PaperKind.DELIVERY_CONFIRMATION, delivery.entry.number, folder / "confirmation.pdf")
    said = words_of(folder / "confirmation.pdf")
    for expected in (
        delivery.entry.number,
        VIN,
        *("".join(each.split()) for each in (world.customer, _("Store copy"))),
    ):
        assert expected in said


def book(desk: Desk, world: World) -> None:
    """The cashier books it on the signed copy; the contract is settled."""
    desk.switch_to(world.cashier)
    desk.press(TODAY, "Enter")
    desk.click("book")
    assert the_delivery(desk).booked_by == world.cashier.name
    (contract_id,) = sales.contract_ids()
    assert sales.contract_view(desk.actor, contract_id).row.state is ContractState.SETTLED
    desk.wait(lambda: not desk.offers("book"))


def open_delivery(desk: Desk) -> None:
    """The tab; it shows the delivery that was left open, else Enter opens the one in the list."""
    desk.press(DELIVERIES)
    if not desk.sees(ItemRow):
        desk.press("Enter")
    desk.see(ItemRow)


def do_items(desk: Desk, gate: Gate) -> None:
    """Every required item before this step: touched, and where it asks, answered."""
    for row in [each for each in desk.sees(ItemRow) if each.item.gate is gate]:
        item = row.item
        if not item.required or item.state is not ItemState.OPEN or item.evidence is Evidence.SIGNATURE:
            continue
        if item.means is Means.ADVISOR:
            row.setFocus()
            desk.press("N")
            desk.give_reason("no service advisor yet")
            continue
        desk.click(row)
        if item.evidence is not Evidence.TICK:
            desk.fill("reading" if item.evidence is Evidence.READING else "text", "12")
            desk.press("Enter")
            desk.wait_for_dialog_to_close()
    left = [row.item.wording for row in desk.sees(ItemRow) if row.item.gate is gate and not _over(row.item)]
    assert left == []


def _over(item: Any) -> bool:
    return not item.required or item.state is not ItemState.OPEN or item.evidence is Evidence.SIGNATURE


def the_delivery(desk: Desk) -> DeliveryView:
    """The only delivery, as the store holds it."""
    (entry,) = lists.unfinished(desk.actor)
    return delivery_view(desk.actor, entry.id)
