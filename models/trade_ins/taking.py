"""What a quote and a contract make of an appraisal, within the transaction that changes them (S5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from models.catalog.actions import ItemForm, write_item
from models.catalog.kinds import Kept
from models.kernel import clock
from models.kernel.actions import Act, save_edit
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.i18n import N_, _
from models.kernel.money import plain
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.sales.deducting import Deduction
from models.sales.states import SIGNED_STATES, ContractState
from models.staff.lists import names
from models.stock import keeping
from models.stock.keeping import UnitForm
from models.stock.kinds import MovementKind, UnitState
from models.trade_ins.standing import KIND, deducted_by, is_expired, terms
from models.trade_ins.states import DEDUCTIBLE_STATES, AppraisalState
from models.trade_ins.tables import Appraisal

_DELIVERED = (ContractState.DELIVERED, ContractState.SETTLED, ContractState.CLOSED)
_NAMED = """SELECT DISTINCT a.id FROM appraisal a JOIN {line} l ON l.appraisal_id = a.id WHERE l.{of} = ?"""
_HELD = (
    "SELECT a.id FROM appraisal a JOIN contract c ON c.customer_id = a.customer_id WHERE c.id = ? AND a.state = 'used'"
)


def validity() -> timedelta:
    """How long a price holds unless said otherwise."""
    return timedelta(days=terms().valid_days)


def judge(customer_id: int, deductions: Sequence[Deduction], contract_id: int = 0) -> RuleError | None:
    """Why the lines of a quote or contract may not deduct what they do, None where they may.

    An appraisal is deducted once, by its own customer, at its price, while that is approved and has not expired; in a
    signed contract it stands as it was signed.
    """
    seen: set[int] = set()
    for each in deductions:
        appraisal = Appraisal.get_or_none(Appraisal.id == each.appraisal_id)
        if appraisal is None or appraisal.customer_id != customer_id:
            return RuleError("The appraisal belongs to another file.", field="lines")
        doubt = _doubt(appraisal, each, contract_id)
        if doubt is not None:
            return doubt
        if appraisal.id in seen:
            return RuleError("{number} is deducted twice.", field="lines", number=appraisal.number)
        seen.add(appraisal.id)
    return None


def _doubt(appraisal: Appraisal, line: Deduction, contract_id: int) -> RuleError | None:
    number = appraisal.number
    other = deducted_by(appraisal.id)
    if other is not None and other[0] != contract_id:
        return RuleError("Another contract deducts {number} already.", field="lines", number=number)
    held = other is not None and appraisal.state in (AppraisalState.USED, AppraisalState.TAKEN_IN)
    if not held and appraisal.state not in DEDUCTIBLE_STATES:
        return RuleError(
            "Trade-in {number} is not approved: it is “{state}”.", field="lines", number=number, state=appraisal.state
        )
    if line.amount != -appraisal.price:
        said, price = plain(-line.amount), plain(appraisal.price)
        text = N_("Trade-in {number} was appraised at {price}; {said} is deducted.")
        return RuleError(text, field="lines", number=number, price=price, said=said)
    if is_expired(appraisal):
        day = appraisal.valid_until.isoformat()
        return RuleError("The price of trade-in {number} expired on {day}.", field="lines", number=number, day=day)
    return None


def hear(changed: Changes) -> None:
    """Make right every appraisal that a quote or contract an action touched deducts, or deducted before."""
    for quote_id in sorted(changed.ids("quote")):
        for appraisal in _read(_NAMED.format(line="quote_line", of="quote_id"), quote_id):
            _follow_quote(changed, appraisal, quote_id)
    for contract_id in sorted(changed.ids("contract")):
        for appraisal in _read(_NAMED.format(line="contract_line", of="contract_id"), contract_id):
            _follow_contract(changed, appraisal)
        for appraisal in _read(_HELD, contract_id):
            _follow_contract(changed, appraisal)


def _read(sql: str, record_id: int) -> Iterable[Appraisal]:
    return [Appraisal.get_by_id(row[0]) for row in run_sql(sql, record_id).fetchall()]


def _follow_quote(changed: Changes, appraisal: Appraisal, quote_id: int) -> None:
    (state,) = run_sql("SELECT state FROM quote WHERE id = ?", quote_id).fetchone()
    if state == "offered" and appraisal.state is AppraisalState.APPROVED:
        _become(changed, appraisal, AppraisalState.OFFERED)


def _follow_contract(changed: Changes, appraisal: Appraisal) -> None:
    contract = deducted_by(appraisal.id)
    if contract is None:
        if appraisal.state is AppraisalState.USED:
            _let_go(changed, appraisal)
        return
    contract_id, state = contract
    if appraisal.state in DEDUCTIBLE_STATES:
        _become(changed, appraisal, AppraisalState.USED)
    if appraisal.state is not AppraisalState.USED or state not in SIGNED_STATES:
        return
    if appraisal.unit_id is None:
        announce(_acting(changed, contract_id), appraisal)
    if state in _DELIVERED:
        arrive(_acting(changed, contract_id), appraisal, appraisal.mileage_km or 0, "")
        _become(changed, appraisal, AppraisalState.TAKEN_IN)


def _let_go(changed: Changes, appraisal: Appraisal) -> None:
    """The contract is no more: what was announced for it does not come, the appraisal may be deducted again."""
    unit = appraisal.unit if appraisal.unit_id else None
    if unit is not None and unit.state is UnitState.IN_TRANSIT:
        act = Act(Actor(appraisal.appraiser_id, "", frozenset()), changed)
        gone = {"state": UnitState.GONE, "left_on": clock.today()}
        keeping.change(act, unit, MovementKind.RETURNED, gone, reason=appraisal.number)
    _become(changed, appraisal, AppraisalState.OFFERED, unit_id=None)


def _become(changed: Changes, appraisal: Appraisal, state: AppraisalState, **new: object) -> None:
    save_edit(appraisal, appraisal.version, {"state": state, **new})
    changed.touch(KIND, appraisal.id)


def _acting(changed: Changes, contract_id: int) -> Act:
    """The contract's consultant, in whose name its trade-in comes."""
    (staff_id,) = run_sql("SELECT consultant_id FROM contract WHERE id = ?", contract_id).fetchone()
    return Act(Actor(staff_id, names().get(staff_id, ""), frozenset()), changed)


def announce(act: Act, appraisal: Appraisal) -> None:
    """The vehicle is the store's to come: an item of its own, and its unit on the way, at the price of the appraisal.

    Raises RuleError for a VIN that is in stock already.
    """
    kind = act.changes.kind, act.changes.id
    name = " ".join(filter(None, (appraisal.make, appraisal.model)))[:70]
    category = terms().stock_category
    item = write_item(act, ItemForm(appraisal.number, category, _("Used {name}").format(name=name), appraisal.price))
    save_edit(item, item.version, {"cost": appraisal.price, "kept": Kept.VIN})
    form = UnitForm(
        *(item.id, appraisal.vin, appraisal.colour),
        mileage_km=appraisal.mileage_km or 0,
        expected_on=clock.today(),
        used=True,
        note=appraisal.number,
    )
    unit = keeping.receive_unit(act, form)
    save_edit(appraisal, appraisal.version, {"unit_id": unit.id})
    act.touch("item", item.id)
    act.touch("stock_unit", unit.id)
    act.changes.kind, act.changes.id = kind


def arrive(act: Act, appraisal: Appraisal, mileage_km: int, place: str) -> None:
    """The vehicle stands in stock. Raises RuleError at ``mileage_km`` for less than was appraised."""
    unit = appraisal.unit
    if unit.state is not UnitState.IN_TRANSIT:
        return
    km = keeping.checked_mileage(mileage_km, unit.mileage_km)
    here = {"state": UnitState.IN_STOCK, "arrived_on": clock.today(), "mileage_km": km, "place": place or unit.place}
    keeping.change(act, unit, MovementKind.RECEIVED, here, keeping.ONE, unit.cost)
