"""The ledger of very many contracts and a contract of 200 lines, against the raw SQL they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

from bench.measure import Ratio, opened, side_by_side
from bench.money import signed
from models.kernel.permissions import Actor, Role
from models.kernel.tables import database
from models.sales.contract_actions import fill_contract, start_contract
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.ledger import LedgerFilter, ledger
from models.sales.lists import contract_view
from models.sales.quote_forms import LineForm
from models.shop.profile import trade
from models.staff.lists import everybody

_LINES = 200
_AIM = 3.0


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Each as the screen opens it, and the statements this sends, sent again with nothing made of their rows."""
    count, rounds = (2_000, 5) if quick else (20_000, 20)
    with opened(signed(count)):
        owner = next(each for each in everybody() if Role.OWNER in each.roles)
        actor = Actor(owner.id, owner.name, owner.roles)
        contract_id = _long_contract(actor)
        found = ledger(LedgerFilter())
        if len(found.rows) < count or sum(row.total for row in found.rows) != found.total:
            raise AssertionError("the ledger is not whole")
        for name, ours in (
            (f"ledger of {count:,} contracts / raw SQL", lambda: ledger(LedgerFilter())),
            (f"contract of {_LINES} lines / raw SQL", lambda: contract_view(actor, contract_id)),
        ):
            yield side_by_side(name, ours, _raw(ours), aim=_AIM, rounds=rounds)


def _raw(function: Callable[[], object]) -> Callable[[], None]:
    """The statements that ``function`` sends, with their values, fetched as bare rows."""
    sent: list[tuple[str, Any]] = []
    original = type(database.obj).execute_sql

    def listen(self: Any, sql: str, params: Any = None, *more: Any) -> Any:
        sent.append((sql, params))
        return original(self, sql, params, *more)

    with patch.object(type(database.obj), "execute_sql", listen):
        function()
    connection = database.obj.connection()

    def bare() -> None:
        for sql, params in sent:
            connection.execute(sql, params or ()).fetchall()

    return bare


def _long_contract(actor: Actor) -> int:
    """A draft of 200 lines; returns its id."""
    contract_id = start_contract(actor, 1).id
    category = trade().categories[0].code
    lines = tuple(LineForm(category, f"Item {n}", 100_00 + n, spec="Specification") for n in range(_LINES))
    form = ContractForm((PartyForm("Buyer"),), {}, lines=lines)
    fill_contract(actor, contract_id, contract_view(actor, contract_id).version, form)
    return contract_id
