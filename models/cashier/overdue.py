"""What is overdue: each open stage past its day, each settlement not paid; how old; the same by age (S7, W9)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from models.cashier import rules
from models.cashier.views import AgingRow, OverdueStage
from models.kernel import clock
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.sales.rules import settled
from models.sales.standing import PRESENT_STAGES
from models.sales.states import PAYABLE_STATES
from models.service import money_lists
from models.shop.profile import trade

_PAYABLE = ", ".join(f"'{state.value}'" for state in PAYABLE_STATES)
_LATE = (
    f"SELECT c.id FROM contract c WHERE c.state IN ({_PAYABLE}) {{mine}} AND c.id IN ("
    "SELECT contract_id FROM contract_stage WHERE due_on < ? "
    "UNION SELECT contract_id FROM amended_stage WHERE due_on < ?)"
)
_HEADS = (
    "SELECT c.id, c.number, u.id, u.name, p.name FROM contract c JOIN customer u ON u.id = c.customer_id "
    "JOIN staff p ON p.id = c.consultant_id WHERE c.id IN ({late})"
)
_MONEY = "SELECT contract_id, stage, SUM(amount) FROM payment WHERE contract_id IN ({late}) GROUP BY contract_id, stage"
_REMINDED = (
    "SELECT r.contract_id, r.reminded_on, r.promised_on, n.count FROM payment_reminder r JOIN ("
    "SELECT MAX(id) AS last, COUNT(*) AS count FROM payment_reminder GROUP BY contract_id) n ON n.last = r.id"
)
_NEVER = (None, None, 0)

Stage = tuple[str, int, str, str | None]
"""A stage as it is read: code, amount, name as JSON, due day as ISO text."""


def overdue(actor: Actor) -> list[OverdueStage]:
    """Every stage past its day and every settlement of the workshop that is not paid, the oldest first (S7, W9)."""
    return sorted([*overdue_stages(actor), *overdue_settlements(actor)], key=attrgetter("due_on"))


def overdue_settlements(actor: Actor) -> list[OverdueStage]:
    """The settlements of which something is open since the day before: due when the vehicle was handed back, or when
    they were made where it is here still. An advisor sees their own orders', a consultant none.
    """
    every = actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SEE_ALL_PERSONAL)
    today, found = clock.today(), []
    for row in money_lists.unpaid(actor):
        due_on = clock.local(row.handed_back_at or row.at).date()
        if due_on < today and (every or row.advisor_id == actor.id):
            stage = _("Settlement {number}").format(number=row.number)
            fields: list[Any] = [
                *(-row.order_id, 0, row.order, row.customer_id, row.customer, row.advisor, stage, ""),
                *(due_on, (today - due_on).days, row.owed, 0, *_NEVER, row.order_id),
            ]
            found.append(OverdueStage(*fields))
    return found


def overdue_stages(actor: Actor, contract_id: int | None = None) -> list[OverdueStage]:
    """Every stage past its day with something still open, the oldest first; a consultant sees their own contracts'.

    Interest is proposed at the trade's rate; it stands in no book.
    """
    today, per_day = clock.today(), trade().overdue_interest_per_day
    late, values = _late(actor, contract_id, today)
    heads = {row[0]: row for row in run_sql(_HEADS.format(late=late), *values).fetchall()}
    reminded = {row[0]: (_day(row[1]), _day(row[2]), row[3]) for row in run_sql(_REMINDED).fetchall()}
    name_of, day_of = cache(lambda text: pick(json.loads(text))), cache(date.fromisoformat)
    found, now = [], today.isoformat()
    for contract, stages, open_ones in _open(late, values):
        for place, still_open in enumerate(open_ones):
            _code, _amount, names, due_on = stages[place]
            if not still_open or due_on is None or due_on >= now:
                continue
            day = day_of(due_on)
            days = (today - day).days
            fields: list[Any] = [
                *(contract * 1000 + place, *heads[contract], name_of(names), names, day, days),
                *(still_open, rules.interest(still_open, days, per_day), *reminded.get(contract, _NEVER)),
            ]
            found.append(OverdueStage(*fields))
    return sorted(found, key=attrgetter("due_on"))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def aging(stages: Sequence[OverdueStage]) -> list[AgingRow]:
    """What each contract or work order owes by how long it has been overdue, the largest sum first."""
    by_debt: dict[int, list[OverdueStage]] = defaultdict(list)
    for stage in stages:
        by_debt[stage.contract_id or -stage.order_id].append(stage)
    rows = [
        AgingRow(
            *(debt_id, own[0].number, own[0].customer, own[0].consultant),
            *(rules.aged((each.days, each.still_open) for each in own), sum(each.still_open for each in own)),
        )
        for debt_id, own in by_debt.items()
    ]
    return sorted(rows, key=lambda row: (-row.still_open, row.number))


def _late(actor: Actor, contract_id: int | None, today: date) -> tuple[str, list[Any]]:
    """The statement that names the contracts with a stage past its day, and its values."""
    mine, values = "", []
    if not (actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SEE_ALL_PERSONAL)):
        mine, values = "AND c.consultant_id = ?", [actor.id]
    if contract_id is not None:
        mine, values = f"{mine} AND c.id = ?", [*values, contract_id]
    return _LATE.format(mine=mine), [*values, today.isoformat(), today.isoformat()]


def _open(late: str, values: list[Any]) -> Iterator[tuple[int, list[Stage], list[int]]]:
    """Each such contract with its stages and what is still open of each."""
    money_in: dict[int, dict[str, int]] = defaultdict(dict)
    for contract_id, stage, amount in run_sql(_MONEY.format(late=late), *values).fetchall():
        money_in[contract_id][stage] = int(amount)
    sql = (
        "SELECT contract_id, position, code, amount, name, due_on FROM ("
        f"{PRESENT_STAGES.format(only=f'WHERE s.contract_id IN ({late})')}) AS present ORDER BY 1, 2"
    )
    for contract_id, rows in groupby(run_sql(sql, *values, *values).fetchall(), itemgetter(0)):
        stages: list[Stage] = [row[2:] for row in rows]
        given = money_in[contract_id]
        amounts = [stage[1] for stage in stages]
        if sum(given.values()) >= sum(amounts):
            continue
        said = [given.get(stage[0], 0) for stage in stages] if given.keys() - {""} else ()
        paid = settled(amounts, sum(given.values()), said)
        yield contract_id, stages, [max(amount - part, 0) for amount, part in zip(amounts, paid, strict=True)]
