"""The whole way, in each language: a shop is set up, a visitor becomes a customer, signs, pays and gets receipts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from models import checking
from models.customers import lists as customers
from models.kernel import audit, clock
from models.kernel.i18n import _, pick
from models.kernel.money import in_words, plain
from models.kernel.permissions import Role
from models.papers.facts import PaperKind
from models.sales import lists as sales
from models.sales.states import ContractState
from models.sales.views import ContractView
from models.shop.profile import trade
from models.staff import lists as staff
from tests.journeys.desk import CUSTOMERS, Desk
from tests.journeys.papers import assert_on_record, words_of
from tests.journeys.people import World
from ui.kit.search import SearchBox

TOTAL, DEPOSIT, SECOND = 19_000_000, 1_000_000, 2_000_000


def test_from_first_start_to_the_receipts(desk: Desk, world: World, tmp_path: Path) -> None:
    place = tmp_path / "shop.desk"
    found_shop(desk, world, place)
    welcome(desk, world)
    find_customer(desk, world)
    quote(desk, world, tmp_path)
    apply_for_contract(desk, world)
    approve_and_sign(desk, world)
    take_money(desk, world, tmp_path)
    contract = the_contract(desk)
    assert contract.row.received == DEPOSIT + SECOND
    assert list(audit.broken_lines()) == []
    desk.close()
    assert list(checking.findings(str(place))) == []


def found_shop(desk: Desk, world: World, place: Path) -> None:
    """The owner sets the shop up, logs in, hires everybody and enters two items."""
    desk.choose_language(world)
    desk.set_up_shop(world, place)
    desk.put_code_away()
    desk.lock()
    desk.unlock(world.owner)
    for person in world.hired:
        desk.hire(person)
    hired = {each.name: each.roles for each in staff.everybody() if Role.OWNER not in each.roles}
    assert hired == {each.name: frozenset({each.role}) for each in world.hired}
    vehicle, accessory, *_others = (pick(each.name) for each in trade().categories)
    desk.add_item(vehicle, "V7", world.vehicle, "189800", "170000")
    desk.add_item(accessory, "FILM", world.film, "3000", "1200")


def welcome(desk: Desk, world: World) -> None:
    """The receptionist registers a visitor for the consultant."""
    desk.switch_to(world.reception)
    desk.press(CUSTOMERS)
    desk.register_visitor(world.phone, world.customer, looked_after_by=world.consultant.name)
    assert world.customer in desk.reads()


def find_customer(desk: Desk, world: World) -> None:
    """The consultant finds the customer by sound, by either script, by a part of the phone."""
    desk.switch_to(world.consultant)
    for text in world.found_by:
        desk.look_for(text)
        box = desk.see(SearchBox)
        desk.wait(lambda box=box: [each.title for each in box.results if each.kind == "customer"] == [world.customer])
    desk.press("Enter")
    assert world.customer in desk.reads()


def quote(desk: Desk, world: World, folder: Path) -> None:
    """A quote of three lines with discounts, given to the customer twice: the second print is a copy."""
    desk.start_quote()
    desk.add_line("V7", discount="1800")
    desk.add_line("film", discount="10%")
    desk.add_free_line(world.service, 2, "300")
    desk.take_off("1000")
    assert f"¥{plain(TOTAL)}" in desk.reads()
    desk.press("Ctrl+P")
    desk.keep_as_file(folder / "quote.pdf")
    desk.keep_as_file(folder / "quote again.pdf")
    desk.close_preview()
    (row,) = sales.quote_rows(sales.quote_ids())
    assert row.total == TOTAL
    assert_on_record(PaperKind.QUOTE, row.number, folder / "quote.pdf", folder / "quote again.pdf")
    first, again = words_of(folder / "quote.pdf"), words_of(folder / "quote again.pdf")
    for expected in (row.number, plain(TOTAL), *(blankless(each) for each in (world.customer, world.service))):
        assert expected in first
    assert _("COPY") not in first
    assert _("COPY") in again


def apply_for_contract(desk: Desk, world: World) -> None:
    """The contract is made, filled in where the program says that something is missing, and submitted."""
    desk.make_contract()
    assert not desk.sees(QPushButton, "submit")
    desk.press("F8")
    desk.fill("subject.brand", world.brand)
    desk.fill("subject.colour", world.colour)
    desk.fill("subject.delivery_date", (clock.today() + timedelta(days=14)).isoformat())
    desk.fill("subject.delivery_place", world.shop)
    desk.fill("place", world.shop)
    desk.submit()
    assert the_contract(desk).row.state is ContractState.SUBMITTED


def approve_and_sign(desk: Desk, world: World) -> None:
    """Manager and, above the countersign limit, cashier agree from Today; the consultant has it signed."""
    for person in (world.manager, world.cashier):
        desk.switch_to(person)
        desk.approve()
    assert the_contract(desk).row.state is ContractState.APPROVED
    desk.switch_to(world.consultant)
    desk.sign()
    assert the_contract(desk).row.state is ContractState.SIGNED


def take_money(desk: Desk, world: World, folder: Path) -> None:
    """The cashier takes the deposit and a part of the rest: receipts without a gap; printed again, it is a copy."""
    desk.switch_to(world.cashier)
    desk.press("Alt+1", "Enter")
    desk.button("take_payment")
    desk.take_payment(folder / "deposit.pdf")
    desk.take_payment(folder / "second.pdf", "20000")
    contract = the_contract(desk)
    deposit, second = contract.payments
    assert [deposit.amount, second.amount] == [DEPOSIT, SECOND]
    year = clock.today().year
    assert [deposit.number, second.number] == [f"SJ-{year}-000001", f"SJ-{year}-000002"]
    desk.click(f"receipt_{deposit.id}")
    desk.keep_as_file(folder / "deposit again.pdf")
    desk.close_preview()
    assert_on_record(PaperKind.RECEIPT, deposit.number, folder / "deposit.pdf", folder / "deposit again.pdf")
    assert_on_record(PaperKind.RECEIPT, second.number, folder / "second.pdf")
    words = words_of(folder / "deposit.pdf")
    spoken = in_words(DEPOSIT, world.language if world.language != "en" else "zh_CN")
    for expected in (deposit.number, plain(DEPOSIT), blankless(world.customer), *([spoken] if spoken else [])):
        assert expected in words
    assert _("COPY") not in words
    assert _("COPY") in words_of(folder / "deposit again.pdf")
    reads = desk.reads()
    for expected in (plain(DEPOSIT), plain(SECOND), f"¥{plain(TOTAL)}", deposit.number, second.number):
        assert expected in reads


def the_contract(desk: Desk) -> ContractView:
    """The only contract, as the store holds it."""
    (contract_id,) = sales.contract_ids()
    assert desk.program.session is not None
    view = sales.contract_view(desk.program.session.actor, contract_id)
    assert view.row.total == view.price.total == sum(each.amount for each in view.stages) == TOTAL
    assert customers.total() == 1
    return view


def blankless(text: str) -> str:
    """As ``words_of`` gives it."""
    return "".join(text.split())
