"""What people and their spreadsheets type wrong: said at the field in their language, kept as typed, never half-stored."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

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

NO_NUMBER = "This is not a number: use digits and at most one point."
BAD_AMOUNTS = [
    *(("1e400", NO_NUMBER), ("NaN", NO_NUMBER), ("12O.50", NO_NUMBER), ("1,23", NO_NUMBER)),
    *(("12.345", "At most two decimals."), ("-5", "The amount cannot be negative.")),
    ("999999999999999", "The amount is too large."),
]


def trail() -> int:
    """How many lines the trail has, drafts left out: nothing is stored without one."""
    return run_sql("SELECT COUNT(*) FROM audit_line WHERE kind <> 'draft'").fetchone()[0]


def said(template: str, **parameters: object) -> str:
    """An error as it is said in the screen's language."""
    return i18n.say(RuleError(template, **parameters))


@pytest.mark.parametrize("typed", [("１３８-ABC", 0), ("123", 3), ("1" * 30, 30)])
def test_phones(counter: Desk, typed: tuple[str, int]) -> None:
    text, count = typed
    counter.press(CUSTOMERS, "F2")
    before = trail()
    counter.type(text)
    counter.press("Enter")
    letters = said("A phone number has digits, and at most + ( ) - and blanks.")
    wrong = "A phone number has {fewest} to {most} digits; this has {count}."
    assert counter.wrong("phone") == (said(wrong, fewest=5, most=15, count=count) if count else letters)
    assert counter.text_of("phone") == text
    assert trail() == before


def test_names(counter: Desk) -> None:
    counter.press(CUSTOMERS, "F2")
    before = trail()
    counter.type("１３８００１３６６２１")
    counter.press("Enter")
    counter.paste(LONG)
    counter.press("Enter")
    kept = counter.text_of("name")
    limit = said("At most {limit} characters; this has {length}.", limit=60, length=len(kept))
    assert counter.wrong("name") == limit
    assert set(kept) == {"长"}
    assert trail() == before
    counter.put("name", f"{CONTROLS}欧阳{CONTROLS}<b>&amp;")
    counter.press("Enter")
    counter.wait(lambda: customers.total() == 1)
    assert counter.program.session is not None
    file = customers.customer_file(counter.program.session.actor, 1)
    assert (file.name, file.phones) == ("欧阳<b>&amp;", ("13800136621",))
    assert "欧阳<b>&amp;" in counter.reads()


@pytest.mark.parametrize("text", SEARCHES)
def test_searches(counter: Desk, world: World, text: str) -> None:
    counter.press(CUSTOMERS)
    counter.register_visitor(world.phone, world.customer)
    counter.press("Ctrl+K")
    counter.paste(text)
    counter.press("Enter")
    assert counter.see(SearchBox).results == []
    counter.press("Esc", CUSTOMERS)
    counter.go_to("find_customer")
    counter.paste(text)
    counter.press("Enter")
    assert customers.total() == 1


def started_quote(counter: Desk, world: World) -> QTableView:
    """A quote with one line under work."""
    counter.press(CUSTOMERS)
    counter.register_visitor(world.phone, world.customer)
    counter.start_quote()
    counter.add_line("V7")
    counter.wait(lambda: sales.quote_rows([1])[0].total == 18_980_000)
    return counter.see(QTableView)


@pytest.mark.parametrize("typed", [*BAD_AMOUNTS])
def test_prices_of_lines(counter: Desk, world: World, typed: tuple[str, str]) -> None:
    text, template = typed
    table = started_quote(counter, world)
    before = trail()
    counter.press("Tab", "Tab")
    counter.press("Ctrl+A")
    counter.type(text)
    counter.press("Tab", "Tab")
    cell = table.model().index(0, UNIT_PRICE)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == said(template)
    assert cell.data() == text
    assert _("Correct what is marked in red.") in counter.reads()
    counter.press("Ctrl+P")
    assert counter.front is counter.window
    assert trail() == before
    assert sales.quote_rows([1])[0].total == 18_980_000


@pytest.mark.parametrize(
    ("text", "template"),
    [
        *(("-1", "The quantity must be more than zero."), ("0", "The quantity must be more than zero.")),
        *(("1.234", "At most two decimals."), ("NaN", NO_NUMBER), ("1e400", NO_NUMBER), ("²", NO_NUMBER)),
    ],
)
def test_quantities(counter: Desk, world: World, text: str, template: str) -> None:
    table = started_quote(counter, world)
    before = trail()
    counter.press("Tab", "Ctrl+A")
    counter.type(text)
    counter.press("Tab", "Tab", "Tab")
    cell = table.model().index(0, QUANTITY)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == said(template)
    assert cell.data() == text
    assert trail() == before


def test_a_quote_and_its_contract(counter: Desk, world: World) -> None:
    started_quote(counter, world)
    counter.press("Tab", "Ctrl+A")
    counter.type("２")
    counter.press("Tab", "Tab")
    counter.type("999999999")
    counter.press("Tab")
    assert _("Correct what is marked in red.") in counter.reads()
    counter.press("F8", "Enter", "Ctrl+A", "Delete", "Enter")
    counter.wait(lambda: sales.quote_rows([1])[0].total == 2 * 18_980_000)
    before = trail()
    for text, template in BAD_AMOUNTS:
        counter.fill("whole_discount", text)
        counter.press("Tab")
        assert said(template) in counter.reads()
        assert counter.text_of("whole_discount") == text
    counter.fill("whole_discount", "")
    counter.press("Backspace")
    for text in ("0", "1e3", "-7", "366"):
        counter.fill("valid_days", text)
        counter.press("Tab")
        assert said("Type a whole number from {least} to {most}.", least=1, most=365) in counter.reads()
    assert trail() == before
    counter.fill("valid_days", "９")
    counter.make_contract()
    bad_contract(counter)


def bad_contract(counter: Desk) -> None:
    """Days, numbers, phones and a VIN of a draft; what is wrong is said and not stored."""
    before = trail()
    cases = (
        ("subject.delivery_date", "2026-02-31", said("There is no such day in the calendar.")),
        ("subject.delivery_date", "31.2.2026", said("Type the date as 2026-11-21.")),
        ("subject.quantity", "-1", said("The quantity must be more than zero.")),
        ("subject.vin", "LYH7V2", said("A VIN has {length} characters; this has {count}.", length=17, count=6)),
        ("parties.0.phone", "138 OOO", said("A phone number has digits, and at most + ( ) - and blanks.")),
        ("parties.0.name", " ", said("Type a name.")),
    )
    for name, text, message in cases:
        stored = counter.text_of(name)
        counter.fill(name, text)
        counter.press("Tab")
        counter.wait(lambda name=name, message=message: counter.wrong(name) == message)
        assert counter.text_of(name) == text
        assert trail() == before
        counter.fill(name, stored or " ")
        if not stored:
            counter.press("Backspace")
        counter.wait(lambda name=name: counter.wrong(name) == "")


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
    counter.type("X' OR 1=1")
    counter.put("name", "\u202e" + "名" * 10)
    for text, template in BAD_AMOUNTS:
        counter.fill("price", text)
        counter.press("Enter")
        assert counter.wrong("price") == said(template)
        assert counter.text_of("price") == text
    assert trail() == before
    assert counter.sees(QWidget, "price")
