"""The papers of the desk from the store's facts: the reminder as it was, what is overdue, a month's books (S7)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from models.cashier import lists
from models.cashier.month_actions import MonthForm, close_month
from models.cashier.paper_facts import aging_paper, reconciliation_paper, reminder_paper
from models.cashier.reminder_actions import ReminderForm, remind
from models.cashier.states import Channel
from models.checking import booked
from models.kernel import clock, store
from models.kernel.errors import NotAllowed
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind, PaperSize
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from reports import prints
from tests.models.cashier.everything import work_at_the_desk
from tests.models.shops import Shop, signed_contract


@pytest.fixture
def late(shop: Shop) -> int:
    """A contract signed forty days ago whose deposit has not come."""
    with clock.standing_at(clock.now() - timedelta(days=40)):
        return signed_contract(shop)


def test_a_reminder_is_printed_as_it_was_put_on_record(shop: Shop, late: int) -> None:
    reminder = remind(shop.consultant, late, ReminderForm(Channel.LETTER)).id
    take_payment(shop.cashier, late, PaymentForm(1_000_000, PaymentMethod.CASH, "x"))
    paper = reminder_paper(reminder, "en")
    assert (paper.still_open, paper.interest, paper.per_day) == (1_000_000, 20_000, 5)
    assert [(line.name, line.days) for line in paper.lines] == [("Deposit", 40)]
    assert (paper.phone, paper.reminded_by, paper.pay_by) == (
        "138 1234 5678",
        "孙悦",
        clock.today() + timedelta(days=7),
    )
    assert reminder_paper(reminder, "zh_CN").lines[0].name == "定金"
    for size in (PaperSize.A5, PaperSize.FORM_93, PaperSize.FORM_140):
        assert prints.preview(shop.consultant, PaperKind.PAYMENT_REMINDER, reminder, size=size).pdf.startswith(b"%PDF-")
    first = prints.issue(shop.cashier, PaperKind.PAYMENT_REMINDER, reminder)
    assert not first.copy
    assert prints.issue(shop.cashier, PaperKind.PAYMENT_REMINDER, reminder).copy


def test_what_is_overdue_is_printed_as_far_as_one_sees_it(shop: Shop, late: int) -> None:
    paper = aging_paper(shop.cashier, "en")
    assert (paper.still_open, paper.totals) == (1_000_000, (0, 1_000_000, 0, 0))
    assert paper.bands == ("0–30 days", "31–60 days", "61–90 days", "over 90 days")
    assert re.fullmatch(r"ZL-\d{8}-\d{6}", paper.number)
    assert aging_paper(shop.colleague, "en").lines == ()
    assert not prints.issue(shop.cashier, PaperKind.AGING, 0).copy


def test_a_months_books_are_printed_by_who_keeps_them(shop: Shop, late: int) -> None:
    last = clock.today().replace(day=1) - timedelta(days=1)
    with clock.standing_at(clock.now() - (clock.today() - last)):
        take_payment(shop.cashier, late, PaymentForm(500, PaymentMethod.CASH, "x"))
    month = f"{last:%Y-%m}"
    closing = close_month(shop.cashier, month, MonthForm({PaymentMethod.CASH: 400}, {"cash": "少一张"})).id
    paper = reconciliation_paper(closing, "en")
    assert [(line.what, line.ledger, line.counted, line.note) for line in paper.methods] == [
        ("Cash", 500, 400, "少一张")
    ]
    assert [(line.customer, line.ledger, line.counted) for line in paper.contracts] == [("欧阳䶮", 500, 500)]
    assert (paper.month, paper.closed_by, paper.number) == (month, "方若云", lists.closing(closing).number)
    assert prints.issue(shop.cashier, PaperKind.RECONCILIATION, closing).pdf
    with pytest.raises(NotAllowed):
        prints.preview(shop.consultant, PaperKind.RECONCILIATION, closing)


Damage = Callable[[], object]
DAMAGES: list[tuple[str, str]] = [
    ("UPDATE invoice SET amount = amount - 1 WHERE state = 'counter'", "FP-{year}-0002 does not reverse"),
    ("UPDATE invoice SET number = NULL WHERE state = 'counter'", "Invoice {counter} is “counter”"),
    ("UPDATE invoice SET number = 'FP-9' WHERE state = 'refused'", "is “refused”"),
    ("UPDATE invoice SET state = 'made_out' WHERE state = 'reversed'", "does not reverse"),
    (
        "UPDATE reconciliation_line SET ledger = ledger + 1 WHERE method IS NULL",
        "DZ-{year}-0001: by method 3.00, by contract 3.01.",
    ),
    ("UPDATE commission_entry SET amount = amount + 1 WHERE amount > 0", "commission booked is"),
]


def findings() -> list[str]:
    return [*booked.invoices(), *booked.months(), *booked.commission()]


@pytest.mark.parametrize(("damage", "said"), DAMAGES)
def test_what_was_tampered_with_is_found(folder_shop: Shop, damage: str, said: str) -> None:
    work_at_the_desk(folder_shop)
    assert findings() == []
    (counter,) = run_sql("SELECT id FROM invoice WHERE state = 'counter'").fetchone()
    with store.transaction():
        run_sql(damage)
    assert said.format(year=clock.today().year, counter=counter) in findings()[0]
