"""What is typed wrong: said at its field in the person's language, kept as typed, never stored by halves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from models.customers import lists as customers
from models.kernel import clock, i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.tables import run_sql
from models.sales import lists as sales
from tests.journeys.desk import CUSTOMERS, Desk
from tests.journeys.people import World
from ui.kit.search import SearchBox

LONG = "长" * 10_000
CONTROLS = "\x00\x07\x1b\u202e\u2066\ufeff"
QUANTITY, UNIT_PRICE, DISCOUNT = 2, 3, 4
SEARCHES = ("%", "_", "'", '"', "\\", "' OR 1=1 --", '"*"', "NEAR(", CONTROLS, LONG, "%_%")

PRICE = 18_980_000
DECIMALS = "At most two decimals."
NO_NUMBER = "This is not a number: use digits and at most one point."
BAD_AMOUNTS = [
    *(("1e400", NO_NUMBER), ("NaN", NO_NUMBER), ("12O.50", NO_NUMBER), ("1,23", NO_NUMBER)),
    *(("12.345", DECIMALS), ("-5", "The amount cannot be negative.")),
    ("999999999999999", "The amount is too large."),
]
BAD_QUANTITIES = [
    *(("-1", "The quantity must be more than zero."), ("0", "The quantity must be more than zero.")),
    *(("1.234", DECIMALS), ("NaN", NO_NUMBER), ("1e400", NO_NUMBER), ("²", NO_NUMBER)),
]


def trail() -> int:
    """How many lines the trail has, drafts and the day's beginning left out: nothing is stored without one."""
    return run_sql("SELECT COUNT(*) FROM audit_line WHERE kind <> 'draft' AND staff_id <> 0").fetchone()[0]


def said(template: str, **parameters: Any) -> str:
    """An error as it is said in the screen's language."""
    return i18n.say(RuleError(template, **parameters))


def test_visitors_and_searches(counter: Desk, world: World) -> None:
    counter.press(CUSTOMERS, "F2")
    before = trail()
    count = "A phone number has {fewest} to {most} digits; this has {count}."
    for text, message in (
        ("１３８-ABC", said("A phone number has digits, and at most + ( ) - and blanks.")),
        ("123", said(count, fewest=5, most=15, count=3)),
        ("1" * 30, said(count, fewest=5, most=15, count=30)),
    ):
        counter.fill("phone", text)
        counter.press("Enter")
        assert counter.wrong("phone") == message
        assert counter.text_of("phone") == text
    counter.fill("phone", "１３８００１３６６２１")
    counter.press("Enter")
    counter.paste(LONG)
    counter.press("Enter")
    kept = counter.text_of("name")
    assert counter.wrong("name") == said("At most {limit} characters; this has {length}.", limit=60, length=len(kept))
    assert set(kept) == {"长"}
    assert trail() == before
    counter.put("name", f"{CONTROLS}欧阳{CONTROLS}<b>&amp;")
    counter.press("Enter")
    counter.wait(lambda: customers.total() == 1)
    assert counter.program.session is not None
    file = customers.customer_file(counter.program.session.actor, 1)
    assert (file.name, file.phones) == ("欧阳<b>&amp;", ("13800136621",))
    assert file.name in counter.reads()
    for text in SEARCHES:
        search(counter, text)


def search(counter: Desk, text: str) -> None:
    """Nothing is found by signs alone, in either search, and nothing breaks."""
    counter.press("Ctrl+K")
    counter.paste(text)
    counter.press("Enter")
    assert counter.see(SearchBox).results == []
    counter.press("Esc", CUSTOMERS)
    counter.go_to("find_customer")
    counter.press("Ctrl+A")
    counter.paste(text)
    counter.press("Enter")
    assert customers.total() == 1


def test_a_quote_and_its_contract(counter: Desk, world: World) -> None:
    counter.press(CUSTOMERS)
    counter.register_visitor(world.phone, world.customer)
    counter.start_quote()
    counter.add_line("V7")
    counter.wait(lambda: sales.quote_rows([1])[0].total == PRICE)
    bad_lines(counter)
    bad_terms(counter)
    counter.make_contract()
    bad_contract(counter)


def bad_lines(counter: Desk) -> None:
    """Quantities, prices and discounts of the only line."""
    table = counter.see(QTableView)
    cases = [(QUANTITY, text, template) for text, template in BAD_QUANTITIES]
    cases += [(UNIT_PRICE, text, template) for text, template in BAD_AMOUNTS]
    cases += [(DISCOUNT, "189800.01", "The discount is more than the line's price."), (DISCOUNT, "1.234", DECIMALS)]
    cases += [(DISCOUNT, "101%", "The percentage must be between 0 and 100.")]
    good = {QUANTITY: "１", UNIT_PRICE: "189,800.00", DISCOUNT: "0"}
    before = trail()
    for column, text, template in cases:
        cell = table.model().index(0, column)
        type_into_line(counter, column, text)
        assert cell.data(Qt.ItemDataRole.ToolTipRole) == said(template)
        assert cell.data() == text
        assert _("Correct what is marked in red.") in counter.reads()
        counter.press("Ctrl+P")
        assert counter.front is counter.window
        assert trail() == before
        type_into_line(counter, column, good[column])
        assert cell.data(Qt.ItemDataRole.ToolTipRole) is None
    assert sales.quote_rows([1])[0].total == PRICE


def type_into_line(counter: Desk, column: int, text: str) -> None:
    """Go up from the box to the line, along to the column, type, and come back."""
    counter.go_to("goods")
    counter.press("Up", *["Right"] * (column - QUANTITY), "Enter", "Ctrl+A")
    counter.write(text)
    counter.press("Enter", "Down")


def bad_terms(counter: Desk) -> None:
    """The discount on the whole and the days of validity."""
    before = trail()
    for text, template in BAD_AMOUNTS:
        counter.fill("whole_discount", text)
        counter.press("Tab")
        assert said(template) in counter.reads()
        assert counter.text_of("whole_discount") == text
    counter.fill("whole_discount", "0")
    for text in ("0", "1e3", "-7", "366"):
        counter.fill("valid_days", text)
        counter.press("Tab")
        assert said("Type a whole number from {least} to {most}.", least=1, most=365) in counter.reads()
    assert trail() == before
    counter.fill("valid_days", "９")


def bad_contract(counter: Desk) -> None:
    """Days, numbers, phones and a VIN of a draft; what is wrong is said and not stored."""
    before = trail()
    for name, text, message in (
        ("subject.delivery_date", "2026-02-31", said("There is no such day in the calendar.")),
        ("subject.delivery_date", "31.2.2026", said("Type the date as 2026-11-21.")),
        ("subject.quantity", "-1", said("The quantity must be more than zero.")),
        ("subject.vin", "LYH7V2", said("A VIN has {length} characters; this has {count}.", length=17, count=6)),
        ("parties.0.phone", "138 OOO", said("A phone number has digits, and at most + ( ) - and blanks.")),
        ("parties.0.name", " ", said("Type a name.")),
    ):
        stored = counter.text_of(name)
        counter.fill(name, text)
        counter.press("Tab")
        counter.wait(lambda name=name, message=message: counter.wrong(name) == message)
        assert counter.text_of(name) == text
        assert trail() == before
        counter.fill(name, stored or " ")
        counter.press(*[] if stored else ["Backspace"])
        counter.wait(lambda name=name: counter.wrong(name) == "")
        counter.wait(lambda before=before: trail() > before)
        before = trail()


def test_payments(signed: Desk) -> None:
    before = trail()
    signed.press("F6")
    for text, template in [*BAD_AMOUNTS, ("0", "The amount must be more than zero.")]:
        signed.fill("amount", text)
        signed.press("Enter")
        assert signed.wrong("amount") == said(template)
        assert signed.text_of("amount") in (text, "0.00")
    signed.fill("amount", "１０，０００．００")
    signed.fill("payer", "")
    tomorrow = clock.today() + timedelta(days=1)
    signed.press("Backspace", "Enter")
    assert signed.wrong("payer") == said("Type who paid.")
    signed.put("payer", CONTROLS + "王")
    for text, template in [
        ("2026-02-31", "There is no such day in the calendar."),
        (tomorrow.isoformat(), "The day of payment cannot lie ahead."),
    ]:
        signed.fill("received_on", text)
        signed.press("Enter")
        assert signed.wrong("received_on") == said(template)
    assert trail() == before
    signed.fill("received_on", clock.today().isoformat())
    signed.press("Enter")
    signed.button("save")
    signed.press("Esc")
    (payment,) = sales.payments(1)
    assert (payment.amount, payment.payer) == (1_000_000, "王")


def test_staff_and_goods(counter: Desk, world: World) -> None:
    counter.switch_to(world.owner)
    counter.open_settings("staff")
    before = trail()
    counter.click("hire")
    counter.put("name", CONTROLS)
    counter.fill("pin", "12ab")
    counter.press("Enter")
    assert counter.wrong("name") == said("Type a name.")
    counter.put("name", LONG)
    counter.press("Enter")
    assert counter.wrong("name") or counter.wrong("roles") or counter.wrong("pin")
    assert counter.text_of("name") == "长" * 60
    counter.press("Esc")
    counter.open_settings("catalog")
    counter.press("Ctrl+N")
    counter.write("X' OR 1=1")
    counter.put("name", "\u202e" + "名" * 10)
    for text, template in BAD_AMOUNTS:
        counter.fill("price", text)
        counter.press("Enter")
        assert counter.wrong("price") == said(template)
        assert counter.text_of("price") == text
    assert trail() == before
    assert counter.sees(QWidget, "price")


def test_first_start(desk: Desk, world: World) -> None:
    desk.choose_language(world)
    desk.press("Enter")
    for text in (CONTROLS, " "):
        desk.put("name", text)
        desk.press("Enter")
        assert desk.wrong("name") == said("Type the store's name.")
    desk.put("name", f"{CONTROLS}<b>{LONG}")
    desk.press("Enter")
    for pin, again, field, message in (
        ("12ab", "12ab", "pin", said("A PIN has 4 to 8 digits.")),
        ("1111", "1111", "pin", said("A PIN needs at least two different digits.")),
        ("２４６８", "2469", "pin_again", said("The two PINs are not the same.")),
    ):
        desk.put("owner_name", "王" + CONTROLS)
        desk.fill("pin", pin)
        desk.fill("pin_again", again)
        desk.press("Enter")
        assert desk.wrong(field) == message
        assert desk.text_of("pin") == pin


@pytest.mark.parametrize("world", ["zh_CN"], indirect=True)
def test_an_item_left_half_typed_can_be_brought_back(counter: Desk, world: World) -> None:
    counter.switch_to(world.owner)
    counter.open_settings("catalog")
    counter.press("Ctrl+N")
    counter.write("NEW")
    counter.fill("price", "12,3x")
    before = trail()
    counter.click(counter.see(QTableView).viewport())
    assert counter.text_of("code") != "NEW"
    counter.click(button_saying(counter, _("Bring back what was typed")))
    assert (counter.text_of("code"), counter.text_of("price")) == ("NEW", "12,3x")
    assert trail() == before


def button_saying(counter: Desk, words: str) -> QPushButton:
    """The button with these words."""
    return next(each for each in counter.sees(QPushButton) if each.text() == words)
