"""How many keys and clicks the everyday things take at most, from the tab in front."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from models.customers import lists as customers
from models.papers.facts import PaperKind
from models.sales import lists as sales
from models.sales.rules import PricedLine
from tests.journeys.conftest import ITEMS
from tests.journeys.desk import CUSTOMERS, Desk
from tests.journeys.papers import assert_on_record
from tests.journeys.people import World

pytestmark = pytest.mark.parametrize("world", ["zh_CN"], indirect=True)


def test_a_new_visitor_with_phone_and_name(counter: Desk, world: World) -> None:
    counter.press(CUSTOMERS)
    counter.count_anew()
    counter.register_visitor(world.phone, world.customer)
    assert counter.presses <= 6
    assert customers.total() == 1


def test_a_known_visitor(counter: Desk, world: World) -> None:
    counter.press(CUSTOMERS)
    counter.register_visitor(world.phone, world.customer)
    counter.count_anew()
    counter.press("F2")
    counter.write(world.phone)
    counter.press("Enter", "Enter")
    assert counter.presses <= 3
    assert customers.total() == 1
    assert len(customers.timeline(1)) == 2


@pytest.mark.parametrize("others", [0, 3])
def test_anyone_by_the_last_four_digits_of_the_phone(counter: Desk, world: World, others: int) -> None:
    counter.press(CUSTOMERS)
    for number in range(others):
        counter.register_visitor(f"1390000{number:04}", f"{world.customer}{number}")
    counter.register_visitor(world.phone, world.customer)
    counter.press("Alt+1", CUSTOMERS)
    counter.count_anew()
    counter.write(world.phone[-4:])
    counter.press("Enter")
    assert counter.presses + counter.letters <= 5
    assert world.customer in counter.reads()


def test_a_quote_of_six_lines(counter: Desk, world: World) -> None:
    counter.press(CUSTOMERS)
    counter.register_visitor(world.phone, world.customer)
    counter.count_anew()
    counter.start_quote()
    for code, _category, _price in ITEMS:
        counter.add_line(code)
    assert counter.presses + counter.texts <= 1 + 2 * len(ITEMS)
    total = sum(PricedLine("", 100, price).amount for _code, _category, price in ITEMS)
    counter.wait(lambda: [row.total for row in sales.quote_rows(sales.quote_ids())] == [total])


def test_a_payment_and_its_receipt(signed: Desk, world: World, tmp_path: Path) -> None:
    """Without a printer the receipt is kept as a file, at home, under the name proposed."""
    signed.count_anew()
    signed.press("F6", "Enter")
    signed.button("save")
    signed.press("Enter")
    signed.see(QLineEdit, "fileNameEdit")
    signed.press("Enter")
    signed.wait(lambda: list(tmp_path.glob("*.pdf")))
    assert signed.presses <= 4
    (contract_id,) = sales.contract_ids()
    (payment,) = sales.payments(contract_id)
    assert payment.amount == 1_000_000
    (receipt,) = tmp_path.glob("*.pdf")
    assert_on_record(PaperKind.RECEIPT, payment.number, receipt)
