"""Revenue, collections and what is overdue by age (S6, S7, W9); fen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from models.cashier import rules
from models.cashier.months import Received, by_method, received
from models.cashier.overdue import overdue
from models.cashier.rules import Age
from models.cashier.views import OverdueStage
from models.customers.traffic import Period
from models.kernel.money import share_of
from models.kernel.tables import run_sql
from models.sales.ledger import LedgerFilter, conditions
from models.sales.papers import PaymentMethod
from models.service.money_lists import settled_by_day
from models.statistics.asking import Asked, text
from models.statistics.periods import Steps, short
from models.statistics.values import NOTHING, Column, Fact, Form, Kind, Picture, Statistic, Value

_SIGNED = "SELECT c.signed_on, count(*), sum(c.total + c.amended) FROM contract c WHERE {where} GROUP BY c.signed_on"


@dataclass(frozen=True)
class Sums:
    """What each step of a period brought."""

    steps: Steps
    contracts: list[int]
    signed: list[int]
    settlements: list[int]
    settled: list[int]
    received: list[int]
    received_work: list[int]

    @property
    def revenue(self) -> list[int]:
        """Contracts signed and settlements of the workshop together."""
        return [signed + settled for signed, settled in zip(self.signed, self.settled, strict=True)]

    @property
    def collected(self) -> list[int]:
        """Receipts on contracts and work orders together."""
        return [one + other for one, other in zip(self.received, self.received_work, strict=True)]

    @property
    def lines(self) -> list[tuple[int, ...]]:
        """Each step's values in the order of the table."""
        parts = (self.contracts, self.signed, self.settlements, self.settled, self.revenue)
        return list(zip(*parts, self.received, self.received_work, self.collected, strict=True))


def sums_of(period: Period) -> Sums:
    """Contracts as the ledger has them by the day of signing, settlements that hold, receipts less refunds."""
    steps = Steps.of(period)
    where, values = conditions(LedgerFilter(period.first, period.last))
    signed = {
        date.fromisoformat(day): (int(count), int(total))
        for day, count, total in run_sql(_SIGNED.format(where=where), *values).fetchall()
    }
    settled = settled_by_day(period)
    rows = received(period.first, period.last)
    return Sums(
        steps,
        steps.spread({day: count for day, (count, _total) in signed.items()}),
        steps.spread({day: total for day, (_count, total) in signed.items()}),
        steps.spread({day: each.count for day, each in settled.items()}),
        steps.spread({day: each.total for day, each in settled.items()}),
        steps.spread(_by_day(rows, "contract")),
        steps.spread(_by_day(rows, "work_order")),
    )


def _by_day(rows: Iterable[Received], kind: str) -> Counter[date]:
    found: Counter[date] = Counter()
    for each in rows:
        if each.kind == kind:
            found[each.day] += each.amount
    return found


def revenue(asked: Asked) -> Statistic:
    """What was sold and what came in, by day or month: the ledger (S6), settlements (W9), receipts (S7)."""
    _ = asked.say
    now, before = sums_of(asked.now), sums_of(asked.before)
    pairs = (
        (_("Revenue"), now.revenue, before.revenue),
        (_("Collections"), now.collected, before.collected),
    )
    pictures = [_through(asked, title, now.steps, this, that) for title, this, that in pairs]
    columns = (
        text("step", _("Month") if now.steps.by_month else _("Day")),
        *(Column("contracts", _("Contracts")), Column("signed", _("Contract amount"), Kind.MONEY)),
        *(Column("settlements", _("Settlements")), Column("settled", _("Workshop revenue"), Kind.MONEY)),
        Column("revenue", _("Revenue"), Kind.MONEY),
        Column("received", _("Received on contracts"), Kind.MONEY),
        Column("received_work", _("Received in the workshop"), Kind.MONEY),
        Column("collected", _("Collections"), Kind.MONEY),
        Column("revenue_before", _("Revenue before"), Kind.MONEY, dim=True),
        Column("collected_before", _("Collections before"), Kind.MONEY, dim=True),
    )
    nothing, earlier = (None,) * 8, zip(before.revenue, before.collected, strict=True)
    rows: list[tuple[Value, ...]] = [
        (name or NOTHING, *(line or nothing), *(that or (None, None)))
        for name, line, that in zip_longest(now.steps.names, now.lines, earlier)
    ]
    sums = [sum(column) for column in zip(*now.lines, strict=True)]
    total: tuple[Value, ...] = (_("Total"), *sums, sum(before.revenue), sum(before.collected))
    facts = [
        Fact(_("Revenue"), Kind.MONEY, sum(now.revenue), sum(before.revenue)),
        Fact(_("Contract amount"), Kind.MONEY, sum(now.signed), sum(before.signed)),
        Fact(_("Workshop revenue"), Kind.MONEY, sum(now.settled), sum(before.settled)),
        Fact(_("Collections"), Kind.MONEY, sum(now.collected), sum(before.collected)),
    ]
    about = _("Contracts by the day of signing with their amendments, settlements of the workshop, and receipts.")
    return asked.made(("revenue", _("Revenue and collections"), about), facts, pictures, columns, rows, total)


def _through(asked: Asked, title: str, steps: Steps, now: Sequence[int], before: Sequence[int]) -> Picture:
    """Through a period: beside each step the one of the period before in its place."""
    names = tuple(map(short, steps.names))
    values = steps.up_to_now(now)
    return Picture(Form.LINES, title, Kind.MONEY, names, values, steps.beside(before), asked.legend)


def collections(asked: Asked) -> Statistic:
    """What came in by method, less what was given back, as the monthly reconciliation has it (S7)."""
    _ = asked.say
    both = [received(each.first, each.last) for each in (asked.now, asked.before)]
    now, before = (by_method(rows) for rows in both)
    work = by_method(each for each in both[0] if each.kind == "work_order")
    methods = [method for method in PaymentMethod if method in now or method in before]
    names = [_(method.label) for method in methods]
    whole, whole_before = sum(now.values()), sum(before.values())
    picture = Picture(
        *(Form.BARS, _("Collections by method"), Kind.MONEY, tuple(names)),
        values=tuple(now.get(method, 0) for method in methods),
        pale=tuple(before.get(method, 0) for method in methods),
        legend=asked.legend,
    )
    columns = (
        text("method", _("Method")),
        Column("contracts", _("On contracts"), Kind.MONEY),
        Column("work", _("Workshop"), Kind.MONEY),
        *(Column("amount", _("Together"), Kind.MONEY), Column("share", _("Share"), Kind.SHARE)),
        Column("before", _("Period before"), Kind.MONEY, dim=True),
    )
    rows = [
        (
            name,
            now.get(each, 0) - work.get(each, 0),
            work.get(each, 0),
            now.get(each, 0),
            _share(now.get(each, 0), whole),
            before.get(each, 0),
        )
        for each, name in zip(methods, names, strict=True)
    ]
    works = sum(work.values())
    total = (_("Total"), whole - works, works, whole, _share(whole, whole), whole_before)
    facts = [Fact(_("Collections"), Kind.MONEY, whole, whole_before)]
    about = _("Receipts by the day they were taken, counter-entries and refunds taken off.")
    return asked.made(("collections", _("Collections by method"), about), facts, [picture], columns, rows, total)


def aging(asked: Asked) -> Statistic:
    """What is overdue today by its age, for each person's contracts and work orders (S7, W9); it knows no period."""
    _ = asked.say
    stages = overdue(asked.actor)
    every = _aged(stages)
    people: dict[str, list[OverdueStage]] = {}
    for stage in stages:
        people.setdefault(stage.consultant, []).append(stage)
    bands = [_(age.label) for age in Age]
    picture = Picture(
        *(Form.COLUMNS, _("Overdue by age"), Kind.MONEY, tuple(bands)),
        values=tuple(every[age] for age in Age),
    )
    columns = (
        text("consultant", _("Consultant or advisor")),
        Column("contracts", _("Contracts and orders")),
        *(Column(f"age_{place}", name, Kind.MONEY) for place, name in enumerate(bands)),
        *(Column("open", _("Overdue"), Kind.MONEY), Column("share", _("Share"), Kind.SHARE)),
    )
    whole = sum(every.values())
    rows: list[tuple[Value, ...]] = []
    for name, own in sorted(people.items(), key=lambda each: (-sum(stage.still_open for stage in each[1]), each[0])):
        ages = _aged(own)
        amount = sum(ages.values())
        rows.append((name, _contracts(own), *(ages[age] for age in Age), amount, _share(amount, whole)))
    total = (_("Total"), _contracts(stages), *(every[age] for age in Age), whole, _share(whole, whole))
    facts = [
        Fact(_("Overdue"), Kind.MONEY, whole),
        Fact(_("Contracts and orders"), Kind.COUNT, _contracts(stages)),
        Fact(bands[-1], Kind.MONEY, every[Age.LONGER]),
    ]
    about = _("Open stages past their day and settlements not paid, by how many days ago they were due.")
    names = ("aging", _("Overdue by age"), about)
    return asked.made(names, facts, [picture], columns, rows, total, as_it_stands=True)


def _aged(stages: Sequence[OverdueStage]) -> dict[Age, int]:
    return rules.aged((each.days, each.still_open) for each in stages)


def _contracts(stages: Sequence[OverdueStage]) -> int:
    return len({each.contract_id or -each.order_id for each in stages})


def _share(part: int, whole: int) -> int | None:
    return share_of(part, whole) if whole else None
