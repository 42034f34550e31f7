"""What a contract comes to now: as it was signed, with every signed amendment (S6, S7).

Screens, papers, the ledger and the money all ask here. The contract as signed stays in its own rows; what an amendment
makes of them stands in the amendment's.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from models.kernel.tables import run_sql
from models.sales import rules
from models.sales.plan_rules import PresentStage
from models.sales.supplement_states import SupplementState
from models.sales.tables import Amendment, Contract

PRESENT_TOTAL = "(c.total + c.amended)"
"""The present total in fen, where ``c`` is the contract in a statement."""

_STAGE = (
    "s.contract_id, s.position, s.code, s.name, s.condition, s.share, s.amount, s.due_on, s.event, s.days, s.deposit"
)
PRESENT_STAGES = (
    f"SELECT {_STAGE} FROM contract_stage s JOIN contract c ON c.id = s.contract_id AND c.amendment_no = 0 {{only}} "
    f"UNION ALL SELECT {_STAGE} FROM amended_stage s "
    "JOIN contract c ON c.id = s.contract_id AND c.amendment_no = s.amendment_no AND c.amendment_no > 0 {only}"
)
"""The stages that hold now, of every contract or ``only`` of some (a WHERE clause on ``s`` and ``c``, put in twice)."""

_PLAIN_STAGES = (
    "SELECT s.contract_id, s.position, s.code, s.amount, s.due_on FROM contract_stage s "
    "JOIN contract c ON c.id = s.contract_id AND c.amendment_no = 0 {only} "
    "UNION ALL SELECT s.contract_id, s.position, s.code, s.amount, s.due_on FROM amended_stage s "
    "JOIN contract c ON c.id = s.contract_id AND c.amendment_no = s.amendment_no AND c.amendment_no > 0 {only} "
    "ORDER BY 1, 2"
)
_LINE = "position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed"
_AT_ONCE = 500


class StandingLine(msgspec.Struct, frozen=True):
    """A line that holds, as contracts and amendments store it; there may be very many."""

    position: int
    item_id: int | None
    category: str
    name: str
    spec: str
    unit: str
    quantity: int
    unit_price: int
    discount: int
    cost: int
    listed: int


@dataclass(frozen=True)
class Standing:
    """A contract's goods, price and facts as they hold after its amendment number ``no``; 0 is as signed."""

    no: int
    lines: tuple[StandingLine, ...]
    whole_discount: int
    subject: dict[str, str]


def present_total(contract: Contract) -> int:
    """What the contract comes to now, in fen."""
    return int(contract.total + contract.amended)


def present_stages(contracts: Iterable[int]) -> dict[int, list[PresentStage]]:
    """The stages that hold now, in their order, by contract; they sum to ``present_total`` exactly."""
    found: dict[int, list[PresentStage]] = {}
    for some in _portions(contracts):
        only = f"WHERE s.contract_id IN ({_marks(some)})"
        rows = run_sql(f"{PRESENT_STAGES.format(only=only)} ORDER BY 1, 2", *some, *some)
        for row in rows.fetchall():
            found.setdefault(row[0], []).append(_stage(row))
    return found


def _stage(row: Sequence[Any]) -> PresentStage:
    due_on, event, days, deposit = row[7:]
    values: list[Any] = [*row[:7], date.fromisoformat(due_on) if due_on else None, event, days, bool(deposit)]
    return PresentStage(*values)


def late_amounts(contracts: Iterable[int], today: date) -> dict[int, int]:
    """What is overdue on each of these contracts, in fen; those with nothing overdue may be left out (S7)."""
    late: dict[int, int] = {}
    for some in _portions(contracts):
        money_in = received_by_stage(some)
        only = f"WHERE s.contract_id IN ({_marks(some)})"
        rows = run_sql(_PLAIN_STAGES.format(only=only), *some, *some).fetchall()
        for contract_id, own in groupby(rows, itemgetter(0)):
            stages = list(own)
            if any(stage[4] is not None and stage[4] < today.isoformat() for stage in stages):
                late[contract_id] = _late(stages, money_in[contract_id], today.isoformat())
    return late


def _late(stages: Sequence[Sequence[Any]], money_in: Mapping[str, int], today: str) -> int:
    said = [money_in.get(stage[2], 0) for stage in stages]
    paid = rules.settled([stage[3] for stage in stages], sum(money_in.values()), said)
    late = (stage[4] is not None and stage[4] < today for stage in stages)
    return sum(stage[3] - part for stage, part, overdue in zip(stages, paid, late, strict=True) if overdue)


def stages_after(contract: Contract, no: int) -> list[PresentStage]:
    """The stages as they stood after the contract's amendment ``no``; 0 is as signed."""
    table, own = ("amended_stage", "AND s.amendment_no = ?") if no else ("contract_stage", "")
    sql = f"SELECT {_STAGE} FROM {table} s WHERE s.contract_id = ? {own} ORDER BY s.position"
    return [_stage(row) for row in run_sql(sql, contract.id, *([no] if no else [])).fetchall()]


def amendment_at(contract: Contract, moment: datetime) -> tuple[int, int]:
    """The number of the amendment that held at a moment (0 for none), and the contract's total then, in fen."""
    no, total = 0, contract.total
    for amendment in _signed(contract.id, contract.amendment_no) if contract.amendment_no else ():
        if amendment.changed_at <= moment:
            no, total = amendment.no, amendment.total
    return no, total


def received_by_stage(contracts: Iterable[int]) -> defaultdict[int, dict[str, int]]:
    """What was received on each contract, by the code of the stage it was said to be for."""
    sums: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for some in _portions(contracts):
        sql = f"SELECT contract_id, stage, sum(amount) FROM payment WHERE contract_id IN ({_marks(some)}) GROUP BY 1, 2"
        for contract_id, stage, amount in run_sql(sql, *some).fetchall():
            sums[contract_id][stage] = int(amount)
    return sums


def settled(stages: Sequence[PresentStage], money_in: Mapping[str, int]) -> list[int]:
    """What of the money received by stage settles each of these stages (S7)."""
    said = [money_in.get(stage.code, 0) for stage in stages]
    return rules.settled([stage.amount for stage in stages], sum(money_in.values()), said)


def stage_standings(
    stages: Sequence[PresentStage], money_in: Mapping[str, int], today: date
) -> list[rules.StageStanding]:
    """Where each of these stages stands, with the money received by stage (S7)."""
    said = [money_in.get(stage.code, 0) for stage in stages]
    plan = [(stage.amount, stage.due_on) for stage in stages]
    return rules.standings(plan, sum(money_in.values()), today, said)


def _portions(contracts: Iterable[int]) -> Iterator[list[int]]:
    """Contracts some at a time: a statement takes only so many values."""
    ids = list(contracts)
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _marks(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))


def standing(contract: Contract, no: int | None = None) -> Standing:
    """Goods, price and facts as they hold now, or as they held after amendment ``no``."""
    upto = contract.amendment_no if no is None else no
    lines = lines_of("contract_line", "contract_id", contract.id)
    whole_discount, subject = contract.whole_discount, json.loads(contract.subject)
    for amendment in _signed(contract.id, upto) if upto else ():
        lines = after(lines, lines_of("amendment_line", "amendment_id", amendment.id))
        whole_discount = amendment.whole_discount
        subject |= json.loads(amendment.subject)
    return Standing(upto, tuple(lines), whole_discount, subject)


def lines_of(table: str, owner: str, record_id: int) -> list[StandingLine]:
    """The lines of a contract or an amendment in their order."""
    sql = f"SELECT {_LINE} FROM {table} WHERE {owner} = ? ORDER BY position"
    return [StandingLine(*row) for row in run_sql(sql, record_id).fetchall()]


def after(lines: Iterable[StandingLine], changed: Iterable[StandingLine]) -> list[StandingLine]:
    """Lines with what an amendment makes of them: in their order, without those of which none is left."""
    now = {line.position: line for line in lines} | {line.position: line for line in changed}
    return [now[position] for position in sorted(now) if now[position].quantity]


def _signed(contract_id: int, upto: int) -> list[Amendment]:
    query = Amendment.select().where(
        Amendment.contract == contract_id, Amendment.state == SupplementState.SIGNED, Amendment.no <= upto
    )
    return list(query.order_by(Amendment.no))
