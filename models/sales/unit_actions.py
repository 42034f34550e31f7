"""Choosing a unit in stock for a line of a contract, and taking it off again (S3, S6)."""

from __future__ import annotations

import json

from models.catalog.kinds import BY_UNIT
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor, Permission
from models.sales.contract_searching import make_findable
from models.sales.quote_actions import is_own
from models.sales.reserving import (
    RESERVING_STATES,
    by_line,
    check_subject,
    counted_lines,
    let_go,
    refuse_held,
    reserve_one,
    units_of,
    vin_fields,
)
from models.sales.states import ContractState, refuse_colleagues
from models.sales.tables import Contract, ContractLine, ContractUnit, QuoteLine
from models.shop.profile import trade
from models.stock import keeping
from models.stock.keeping import ONE
from models.stock.tables import StockUnit

_ENGINE = "engine_number"


@action(Permission.APPLY_CONTRACT)
def choose_unit(act: Act, contract_id: int, line_position: int, unit_id: int) -> None:
    """Choose a unit for a line; on a signed contract it is reserved at once.

    Raises RuleError where it is not free, is of another item, disagrees with the contract's VIN, or the line has all
    its units; NotAllowed for a colleague's contract.
    """
    contract = _to_choose_for(act.actor, contract_id)
    unit: StockUnit = StockUnit.get_by_id(unit_id)
    _check_choice(contract, line_position, unit)
    chosen = ContractUnit.create(contract=contract, line_position=line_position, unit=unit.id, chosen_by=act.actor.id)
    if contract.state is ContractState.DRAFT:
        _fill_facts(contract)
        _follow_cost(contract, line_position)
    else:
        reserve_one(act, contract, chosen, unit)
        check_subject(contract)
    _on(act, contract)
    act.note(unit=unit.number)


@action(Permission.APPLY_CONTRACT)
def let_unit_go(act: Act, contract_id: int, unit_id: int, reason: str = "") -> None:
    """Take a unit off a contract: it is free again. Raises RuleError where it is handed over, or without a reason."""
    contract = _to_choose_for(act.actor, contract_id)
    chosen = ContractUnit.get(
        ContractUnit.contract == contract_id, ContractUnit.unit == unit_id, ContractUnit.released_at.is_null()
    )
    if chosen.sold_at is not None:
        raise RuleError("It is handed over already.")
    if chosen.reserved_at is not None and not reason:
        raise RuleError("Give a reason.", field="reason")
    let_go(act, chosen, reason)
    if contract.state is ContractState.DRAFT:
        _fill_facts(contract, gone=chosen.unit)
        _follow_cost(contract, chosen.line_position)
    _on(act, contract)
    act.note(unit=chosen.unit.number, reason=reason)


def _to_choose_for(actor: Actor, contract_id: int) -> Contract:
    contract: Contract = Contract.get_by_id(contract_id)
    refuse_colleagues(is_own(actor, contract.consultant_id))
    if contract.state not in (ContractState.DRAFT, *RESERVING_STATES):
        raise RuleError(
            "Units are chosen on a draft or a signed contract; this one is “{state}”.", state=contract.state
        )
    return contract


def _check_choice(contract: Contract, position: int, unit: StockUnit) -> None:
    line = next((each for each in counted_lines(contract.id) if each.position == position), None)
    if line is None or line.kept not in BY_UNIT:
        raise RuleError("The contract has no such line.", field="lines")
    if line.item_id != unit.item_id:
        raise RuleError("{number} is another item: {item}.", number=unit.number, item=unit.item.name)
    if line.held >= line.wanted:
        raise RuleError("“{item}” has all its units already. Take one off first.", item=line.name)
    refuse_held(unit, contract.id)
    keeping.check_free(unit)


def _fill_facts(contract: Contract, gone: StockUnit | None = None) -> None:
    """Let VIN, engine number and colour of a draft be those of its first car."""
    subject = json.loads(contract.subject)
    first = next((each for each in units_of(contract.id) if each.vin), None)
    unit = StockUnit.get_by_id(first.unit_id) if first else None
    for code in vin_fields():
        if unit is not None:
            subject[code] = unit.vin
        elif gone is not None and subject.get(code) == gone.vin:
            subject[code] = ""
    codes = {field.code for field in trade().contract.subject_fields}
    if unit is not None:
        told = {_ENGINE: unit.engine_number, "colour": unit.colour}
        subject |= {code: value for code, value in told.items() if value and code in codes}
    elif gone is not None and subject.get(_ENGINE) == gone.engine_number:
        subject[_ENGINE] = ""
    save_edit(contract, contract.version, {"subject": json.dumps(subject, ensure_ascii=False, sort_keys=True)})
    make_findable(contract)


def _follow_cost(contract: Contract, position: int) -> None:
    """A draft's line over one unit costs what that unit cost, so that selling below cost is seen (S2)."""
    line = ContractLine.get(ContractLine.contract == contract.id, ContractLine.position == position)
    if line.quantity != ONE:
        return
    own = by_line(contract.id).get(position, [])
    if own and own[0].unit.cost:
        cost = own[0].unit.cost
    else:
        quoted = QuoteLine.get_or_none(QuoteLine.quote == contract.quote_id, QuoteLine.position == position)
        cost = quoted.cost if quoted else line.item.cost
    ContractLine.update(cost=cost).where(ContractLine.id == line.id).execute()


def _on(act: Act, contract: Contract) -> None:
    act.on("contract", contract.id)
    act.touch("customer", contract.customer_id)
    act.note(number=contract.number)
