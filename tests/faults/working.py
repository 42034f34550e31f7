"""A member of staff at work in a process of its own, who says what was saved until somebody pulls the plug."""

from __future__ import annotations

import json
import os
import random
import select
import signal
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from models.customers.actions import ContactForm, FileForm, open_file, register_contact
from models.customers.kinds import RegisterKind
from models.kernel import store
from models.kernel.tables import run_sql
from models.sales.lists import payments
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.quote_actions import QuoteForm, offer_quote, start_quote
from tests.models.shops import Shop, car_line

TABLES = {
    **{"customer": "name", "register_line": "about", "quote": "number", "payment": "number"},
    "rotation_event": "content",
}


@dataclass(frozen=True)
class Saved:
    """What the screen said was saved: the record and a value by which it is known."""

    table: str
    record_id: int
    value: str


def _customer(shop: Shop, dice: random.Random) -> Saved:
    name = f"顾客{dice.getrandbits(60)}"
    form = FileForm(name, phones=(f"138{dice.randrange(10**8):08d}",), note="长" * dice.randrange(3000))
    return Saved("customer", open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT)).id, name)


def _contact(shop: Shop, dice: random.Random) -> Saved:
    about = f"问{dice.getrandbits(60)}"
    done = register_contact(shop.reception, dice.choice((1, None)), ContactForm(RegisterKind.CALL, about=about))
    return Saved("register_line", done.id, about)


def _quote(shop: Shop, dice: random.Random) -> Saved:
    quote_id = start_quote(shop.consultant, 1, QuoteForm((car_line(shop),) * dice.randint(1, 9))).id
    offer_quote(shop.consultant, quote_id)
    return Saved("quote", quote_id, _number("quote", quote_id))


def _payment(shop: Shop, dice: random.Random) -> Saved:
    amount = dice.randint(1, 1000)
    payment = take_payment(shop.cashier, 1, PaymentForm(amount, PaymentMethod.CASH, "欧阳䶮", again=True)).id
    return Saved("payment", payment, _number("payment", payment))


def _reversal(shop: Shop, dice: random.Random) -> Saved:
    open_ones = [row for row in payments(1)[-20:] if not row.reverses and not row.reversed_by]
    if not open_ones:
        return _payment(shop, dice)
    counter = reverse_payment(shop.cashier, dice.choice(open_ones).id, "输错").id
    return Saved("payment", counter, _number("payment", counter))


def _number(table: str, record_id: int) -> str:
    return run_sql(f"SELECT number FROM {table} WHERE id = ?", record_id).fetchone()[0]


Work = Callable[[Shop, random.Random], Saved]
"""Something somebody does, and what the screen says then."""

ACTIONS: tuple[Work, ...] = (_customer, _contact, _quote, _payment, _reversal)


def work(shop: Shop, seed: int, told: int, things: Sequence[Work], *, too_early: bool) -> None:
    """Real actions without end, each told on the pipe when it is saved; ``too_early`` tells it before the commit."""
    dice = random.Random(seed)
    store.open_store(shop.address)
    with store.transaction() if too_early else nullcontext():
        while True:
            saved = dice.choice(things)(shop, dice)
            os.write(told, json.dumps(vars(saved)).encode() + b"\n")


def work_until_killed(
    shop: Shop, seed: int, *, too_early: bool = False, things: Sequence[Work] = ACTIONS
) -> list[Saved]:
    """Let somebody work and kill them at a random moment; returns everything they said was saved."""
    dice = random.Random(-seed - 1)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            work(shop, seed, writing, things, too_early=too_early)
        finally:
            os._exit(1)
    os.close(writing)
    try:
        said = b""
        for _ in range(dice.randint(1, 7)):
            said += _listen(reading, 30.0)
        said += _listen(reading, dice.uniform(0.0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while rest := os.read(reading, 65536):
            said += rest
    finally:
        os.close(reading)
    return [Saved(**json.loads(line)) for line in said.splitlines()]


def _listen(reading: int, seconds: float) -> bytes:
    """What is told next, or nothing within ``seconds``."""
    ready, _, _ = select.select([reading], [], [], seconds)
    return os.read(reading, 65536) if ready else b""
