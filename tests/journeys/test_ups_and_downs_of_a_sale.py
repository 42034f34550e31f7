"""A sale with everything that happens to one: versions, approvals, amendment, late money, invoice, and its end."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from models import checking
from models.cashier import lists as cashier
from models.cashier.overdue import overdue_stages
from models.cashier.states import Channel, InvoiceState
from models.kernel import audit, clock
from models.kernel.i18n import _, label
from models.kernel.money import plain
from models.papers.facts import PaperKind
from models.sales import lists as sales
from models.sales.ledger import LedgerFilter, ledger
from models.sales.rules import StageState
from models.sales.states import ContractState, QuoteState
from models.sales.supplement_lists import amendment_view, cancellation_view, supplements_of
from models.sales.supplement_states import SignedHow, SupplementState
from models.sales.views import ContractView, QuoteRow
from tests.journeys.desk import CUSTOMERS, SALES, Desk
from tests.journeys.papers import assert_on_record, words_of
from tests.journeys.people import World
from ui.kit.search import SearchBox
from ui.kit.table import RecordTable

pytestmark = pytest.mark.parametrize("world", ["zh_CN"], indirect=True)

VEHICLE, FILM, MAT, DASH = 18_980_000, 300_000, 68_000, 120_000
FIRST, SECOND, OTHER = VEHICLE + FILM, VEHICLE + FILM + MAT, VEHICLE + DASH
OFF = 900_000
"""More than a consultant may take off alone, less than a manager may."""

SIGNED, AMENDED = OTHER - OFF, OTHER - OFF - DASH + MAT
DEPOSIT, STAGE, REST = 1_000_000, 2_000_000, 10_000_000
DAYS_LATE = 32
INTEREST = (AMENDED - DEPOSIT) * DAYS_LATE * 5 // 10_000


def test_a_sale_from_its_first_quote_to_its_cancellation(
    counter: Desk, world: World, place: Path, tmp_path: Path
) -> None:
    desk = counter
    two_versions(desk, world, tmp_path)
    two_quotes(desk, world, tmp_path)
    beyond_the_limit(desk, world, tmp_path)
    contract(desk, world, tmp_path)
    deposit(desk, world, tmp_path)
    amendment(desk, world, tmp_path)
    a_payment_reversed(desk, world, tmp_path)
    with clock.standing_at(clock.now() + timedelta(days=13 + DAYS_LATE)):
        overdue(desk, world, tmp_path)
        invoice(desk, world, tmp_path)
        cancellation(desk, world, tmp_path)
        assert list(audit.broken_lines()) == []
        desk.close()
        assert list(checking.findings(str(place))) == []


def two_versions(desk: Desk, world: World, folder: Path) -> None:
    """A quote given to the customer is changed: its next version, with what changed beside the first."""
    desk.press(CUSTOMERS)
    desk.register_visitor(world.phone, world.customer)
    desk.start_quote()
    desk.add_line("V7")
    desk.add_line("FILM")
    keep_paper(desk, folder / "first.pdf")
    (row,) = quotes()
    assert (row.edition, row.total, row.state) == (1, FIRST, QuoteState.OFFERED)
    desk.add_line("MAT")
    desk.button("save_version")
    desk.press("Ctrl+S")
    desk.wait(lambda: len(quotes()) == 2)
    assert {(each.edition, each.total): each.state for each in quotes()} == {
        (1, FIRST): QuoteState.SUPERSEDED,
        (2, SECOND): QuoteState.DRAFT,
    }
    desk.click("what_changed")
    desk.wait(lambda: agree(desk.reads(), FIRST, SECOND, MAT))
    desk.click("back")
    keep_paper(desk, folder / "second.pdf")
    assert agree(words_of(folder / "first.pdf"), FIRST)
    assert agree(words_of(folder / "second.pdf"), SECOND)


def two_quotes(desk: Desk, world: World, folder: Path) -> None:
    """Another quote for the same customer, and both side by side on screen and on paper."""
    desk.press("Alt+Home", "Ctrl+N")
    desk.see(SearchBox, "quote_customer")
    desk.write(world.phone[-4:])
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    desk.add_line("V7")
    desk.add_line("DASH")
    desk.pick("more", "beside")
    desk.wait(lambda: agree(desk.reads(), SECOND, OTHER))
    desk.press("Ctrl+P")
    desk.keep_as_file(folder / "beside.pdf")
    desk.close_preview()
    assert agree(words_of(folder / "beside.pdf"), SECOND, OTHER)
    assert not agree(words_of(folder / "beside.pdf"), FIRST)
    desk.click("back")


def beyond_the_limit(desk: Desk, world: World, folder: Path) -> None:
    """More off than the consultant may give: said at once, submitted, granted by the manager, offered."""
    desk.take_off(digits(OFF))
    desk.wait(lambda: desk.offers("submit"))
    assert not desk.offers("print")
    desk.click("submit")
    desk.give_reason("老客户介绍")
    desk.wait(lambda: not desk.offers("submit"))
    assert not desk.offers("make_contract")
    desk.switch_to(world.manager)
    desk.press("Alt+1", "Enter")
    desk.button("approve")
    desk.press("F9")
    desk.give_reason("同意")
    (approval,) = sales.quote_view(desk.actor, newest().id).approvals
    assert (approval.asked_by, approval.decided_by) == (world.consultant.name, world.manager.name)
    assert (approval.total, approval.saved, approval.void_at) == (SIGNED, OFF, None)
    desk.switch_to(world.consultant)
    keep_paper(desk, folder / "agreed.pdf")
    assert (newest().state, newest().total) == (QuoteState.OFFERED, SIGNED)
    assert agree(words_of(folder / "agreed.pdf"), OFF, SIGNED)


def contract(desk: Desk, world: World, folder: Path) -> None:
    """Application, approval, countersign above the limit, and the customer's signature drawn on the screen."""
    desk.make_contract()
    desk.press("F8")
    desk.fill("subject.brand", world.brand)
    desk.fill("subject.colour", world.colour)
    desk.fill("subject.delivery_date", (clock.today() + timedelta(days=14)).isoformat())
    desk.fill("subject.delivery_place", world.shop)
    desk.fill("place", world.shop)
    desk.submit()
    for person in (world.manager, world.cashier):
        desk.switch_to(person)
        desk.approve()
    desk.switch_to(world.consultant)
    keep_paper(desk, folder / "contract.pdf")
    desk.sign_on_screen()
    view = the_contract(desk, ContractState.SIGNED, SIGNED, 0)
    assert view.signed_copy
    assert agree(desk.reads(), SIGNED)
    assert agree(words_of(folder / "contract.pdf"), SIGNED)


def deposit(desk: Desk, world: World, folder: Path) -> None:
    """The cashier takes the deposit proposed."""
    desk.switch_to(world.cashier)
    desk.take_payment(folder / "deposit.pdf")
    view = the_contract(desk, ContractState.SIGNED, SIGNED, DEPOSIT)
    assert view.stages[0].state is StageState.PAID
    assert agree(words_of(folder / "deposit.pdf"), DEPOSIT)
    assert_on_record(PaperKind.RECEIPT, view.payments[0].number, folder / "deposit.pdf")


def amendment(desk: Desk, world: World, folder: Path) -> None:
    """One accessory less, another more; approved, and signed on paper of which a scan is kept."""
    desk.switch_to(world.consultant)
    desk.click("amend")
    desk.write("换脚垫")
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    desk.go_to("goods")
    desk.write("MAT")
    desk.press("Enter")
    goods = desk.see(RecordTable)
    goods.select(2)
    goods.setFocus()
    desk.press("Enter")
    desk.fill("quantity", "0")
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    (row,) = supplements_of(contract_id())
    assert row.amount == AMENDED - SIGNED
    desk.submit()
    the_contract(desk, ContractState.SIGNED, SIGNED, DEPOSIT)
    for person in (world.manager, world.cashier):
        desk.switch_to(person)
        desk.approve()
    desk.switch_to(world.consultant)
    keep_paper(desk, folder / "amendment.pdf")
    assert agree(desk.reads(), AMENDED)
    assert agree(words_of(folder / "amendment.pdf"), AMENDED)
    desk.sign_with_scan(scan(folder))
    view = amendment_view(desk.actor, row.id)
    assert (view.row.state, view.total, view.change) == (SupplementState.SIGNED, AMENDED, MAT - DASH)
    assert [each.how for each in view.signatures] == [SignedHow.SCAN]
    the_contract(desk, ContractState.SIGNED, AMENDED, DEPOSIT)


def a_payment_reversed(desk: Desk, world: World, folder: Path) -> None:
    """Part of the next stage is taken, then undone by a counter-entry with the next number."""
    desk.switch_to(world.cashier)
    desk.click("contract")
    desk.take_payment(folder / "stage.pdf", digits(STAGE))
    view = the_contract(desk, ContractState.SIGNED, AMENDED, DEPOSIT + STAGE)
    desk.click(f"reverse_{view.payments[-1].id}")
    desk.give_reason("刷错卡")
    view = the_contract(desk, ContractState.SIGNED, AMENDED, DEPOSIT)
    year = clock.today().year
    assert [each.number for each in view.payments] == [f"SJ-{year}-00000{place}" for place in (1, 2, 3)]
    assert [each.amount for each in view.payments] == [DEPOSIT, STAGE, -STAGE]
    assert view.payments[-1].reverses == view.payments[1].number
    assert not desk.offers(f"reverse_{view.payments[-1].id}")


def overdue(desk: Desk, world: World, folder: Path) -> None:
    """Weeks after the day: the overdue list, the interest proposed and booked nowhere, a reminder by letter."""
    desk.press(SALES, "Alt+Home", "F7")
    (late,) = overdue_stages(desk.actor)
    assert (late.still_open, late.days, late.interest) == (AMENDED - DEPOSIT, DAYS_LATE, INTEREST)
    desk.wait(lambda: agree(desk.reads(), late.still_open, INTEREST))
    desk.press("Down")
    desk.click("remind")
    desk.click(desk.choice(label(Channel.LETTER)))
    desk.click("accept")
    desk.keep_as_file(folder / "reminder.pdf")
    desk.close_preview()
    (reminder,) = cashier.reminders_of(contract_id())
    assert (reminder.still_open, reminder.interest) == (late.still_open, INTEREST)
    assert agree(words_of(folder / "reminder.pdf"), late.still_open, INTEREST)
    view = the_contract(desk, ContractState.SIGNED, AMENDED, DEPOSIT)
    assert view.row.overdue == late.still_open


def invoice(desk: Desk, world: World, folder: Path) -> None:
    """No invoice below 60 %; above it asked for, approved by the manager, made out by the cashier."""
    number = sales.contract_rows([contract_id()])[0].number
    desk.switch_to(world.consultant)
    desk.find(number)
    desk.click("ask_invoice")
    desk.wait(lambda: "60 %" in desk.reads())
    assert cashier.invoices_of(contract_id()) == []
    desk.switch_to(world.cashier)
    desk.find(number)
    desk.button("take_payment")
    desk.take_payment(folder / "rest.pdf", digits(REST))
    the_contract(desk, ContractState.SIGNED, AMENDED, DEPOSIT + REST)
    desk.switch_to(world.consultant)
    desk.find(number)
    desk.click("ask_invoice")
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    desk.switch_to(world.manager)
    to_invoices(desk)
    desk.click("invoice_approve")
    desk.wait(lambda: the_invoice() is InvoiceState.APPROVED)
    desk.switch_to(world.cashier)
    to_invoices(desk)
    desk.click("invoice_make_out")
    desk.write("24312000000012345678")
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    assert the_invoice() is InvoiceState.MADE_OUT
    (row,) = cashier.invoices_of(contract_id())
    assert (row.amount, row.decided_by) == (AMENDED, world.manager.name)


def cancellation(desk: Desk, world: World, folder: Path) -> None:
    """The customer withdraws: the deposit is forfeited, the rest approved, signed and paid out with a receipt."""
    desk.switch_to(world.consultant)
    number = sales.contract_rows([contract_id()])[0].number
    desk.find(number)
    desk.click("call_off")
    desk.write("搬家")
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    desk.wait(lambda: agree(desk.reads(), DEPOSIT, REST))
    desk.submit()
    for person in (world.manager, world.owner):
        desk.switch_to(person)
        desk.find(number)
        desk.click("supplement")
        desk.click("approve")
        desk.press("Enter")
        desk.wait_for_dialog_to_close()
    desk.switch_to(world.consultant)
    desk.find(number)
    desk.click("supplement")
    keep_paper(desk, folder / "cancellation.pdf")
    assert agree(words_of(folder / "cancellation.pdf"), DEPOSIT, REST)
    desk.sign_on_screen()
    the_contract(desk, ContractState.CANCELLED, AMENDED, DEPOSIT + REST)
    desk.switch_to(world.cashier)
    desk.find(number)
    desk.click("supplement")
    desk.button("pay_refund")
    desk.take_payment(folder / "refund.pdf")
    row = supplements_of(contract_id())[0]
    view = cancellation_view(desk.actor, row.id)
    assert (view.refund, view.refunded, view.received) == (REST, REST, DEPOSIT + REST)
    last = the_contract(desk, ContractState.CANCELLED, AMENDED, DEPOSIT).payments[-1]
    assert last.amount == -REST
    assert_on_record(PaperKind.RECEIPT, last.number, folder / "refund.pdf")
    assert agree(words_of(folder / "refund.pdf"), REST)
    assert overdue_stages(desk.actor) == []
    assert ledger(LedgerFilter(state=ContractState.CANCELLED)).received == DEPOSIT


def agree(words: str, *amounts: int) -> bool:
    """Whether all these amounts stand there."""
    return all(plain(each) in words for each in amounts)


def keep_paper(desk: Desk, path: Path) -> None:
    """Print what is in front, as a file."""
    desk.press("Ctrl+P")
    desk.keep_as_file(path)
    desk.close_preview()


def to_invoices(desk: Desk) -> None:
    """The list of invoices."""
    desk.press(SALES)
    while not desk.offers("money"):
        desk.click("back")
    desk.click("money")
    desk.click(desk.choice(_("Invoices")))


def scan(folder: Path) -> Path:
    """A picture as a scanner makes one."""
    picture = QImage(60, 80, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    assert picture.save(str(folder / "signed.png"))
    return folder / "signed.png"


def digits(amount: int) -> str:
    """An amount as it is typed."""
    return plain(amount).replace(",", "")


def quotes() -> list[QuoteRow]:
    """Every quote of the only customer, each in all its versions."""
    return sales.quotes_of(1)


def newest() -> QuoteRow:
    """The quote that was begun last."""
    return max(quotes(), key=lambda each: each.id)


def contract_id() -> int:
    """The only contract."""
    (found,) = sales.contract_ids()
    return found


def the_invoice() -> InvoiceState:
    """Where the only invoice stands."""
    (row,) = cashier.invoices_of(contract_id())
    return row.state


def the_contract(desk: Desk, state: ContractState, total: int, received: int) -> ContractView:
    """The contract as the store holds it; stages, price, receipts and ledger agree to the fen."""
    view = sales.contract_view(desk.actor, contract_id())
    assert (view.row.state, view.row.total, view.row.received) == (state, total, received)
    assert sum(each.amount for each in view.stages) == view.price.total == total
    assert sum(each.amount for each in view.payments) == received
    listed = ledger(LedgerFilter(state=state))
    assert (listed.total, listed.received) == (total, received)
    return view
