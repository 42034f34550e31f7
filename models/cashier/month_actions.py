"""The month's reconciliation: what consultants say was received, what was counted, each difference explained (S7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.cashier import rules
from models.cashier.months import contract_months, methods_of, order_months
from models.cashier.tables import ReceivedStatement, ReconciledWork, Reconciliation, ReconciliationLine
from models.kernel import clock, numbering, settings
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.kernel.text import one_line
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import CLOSED_THROUGH
from models.sales.quote_actions import is_own
from models.sales.states import SIGNED_STATES, ContractState, refuse_colleagues
from models.sales.tables import Contract


@dataclass(frozen=True)
class MonthForm:
    """What the cashier counted by method, in fen; ``explained`` holds a note for each difference, by method or
    contract id as text.
    """

    counted: Mapping[PaymentMethod, int]
    explained: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@action(Permission.STATE_RECEIVED)
def state_received(act: Act, month: str, contract_id: int, amount: int, note: str = "") -> None:
    """Say as its consultant what was received on a contract in a month; said again, the latest holds.

    Raises RuleError for a closed month or a contract never signed, NotAllowed for a colleague's.
    """
    contract = Contract.get_by_id(contract_id)
    refuse_colleagues(is_own(act.actor, contract.consultant_id))
    first, _last = rules.days_of(month)
    if first > clock.today():
        raise RuleError("This month has not begun.", field="month")
    if closing_of(month):
        raise RuleError("The books of {month} are closed.", field="month", month=month)
    if contract.state not in (*SIGNED_STATES, ContractState.CANCELLED) or contract.signed_on is None:
        raise RuleError("Money is taken on signed contracts; this one is “{state}”.", state=contract.state)
    if abs(amount) > LARGEST:
        raise RuleError("The amount is too large.", field="amount")
    ReceivedStatement.create(month=month, contract=contract, staff=act.actor.id, amount=amount, note=note)
    act.on("contract", contract_id)
    act.touch("month", 0)
    act.note(month=month, amount=amount)


@action(Permission.CLOSE_MONTH)
def close_month(act: Act, month: str, form: MonthForm) -> None:
    """Close a month that is over: what was counted beside the ledger, what consultants say beside what came in.

    No payment is dated into closed books afterwards. Raises RuleError at ``month`` for one that runs or is closed, at
    ``explained.WHAT`` for a difference without a note.
    """
    _first, last = rules.days_of(month)
    if last >= clock.today():
        raise RuleError("A month is closed when it is over.", field="month")
    if closing_of(month):
        raise RuleError("The books of {month} are closed. Write a correction.", field="month", month=month)
    _write(act, month, form, None)
    settings.write(CLOSED_THROUGH, max(settings.read(CLOSED_THROUGH, ""), last.isoformat()))


@action(Permission.CLOSE_MONTH)
def correct_month(act: Act, month: str, form: MonthForm) -> None:
    """Correct a closed month by a new entry that names the latest one; that one stays as it is."""
    before = closing_of(month)
    if before is None:
        raise RuleError("The books of {month} are not closed yet.", field="month", month=month)
    if not form.note:
        raise RuleError("Say what is corrected.", field="note")
    _write(act, month, form, before)


def closing_of(month: str) -> Reconciliation | None:
    """The latest closing of a month, or None."""
    rules.days_of(month)
    query = Reconciliation.select().where(Reconciliation.month == month)
    return query.order_by(Reconciliation.id.desc()).first()


def _write(act: Act, month: str, form: MonthForm, before: Reconciliation | None) -> None:
    for method, amount in form.counted.items():
        if abs(amount) > LARGEST:
            raise RuleError("The amount is too large.", field=f"counted.{method.value}")
    closing = Reconciliation.create(
        number=numbering.next_number("DZ", clock.today().year),
        month=month,
        closed_by=act.actor.id,
        corrects=before,
        note=form.note,
    )
    ledger = methods_of(month)
    counted = {method: form.counted.get(method, 0) for method in PaymentMethod}
    position, unequal = 0, rules.differences(ledger, counted)
    for method in PaymentMethod:
        if ledger.get(method, 0) or counted[method]:
            note = _explained(form, method.value, method in unequal)
            _line(closing, position, ledger.get(method, 0), counted[method], note, method=method)
            position += 1
    for row in contract_months(month):
        said = row.ledger if row.said is None else row.said
        note = _explained(form, str(row.id), bool(row.difference)) or row.note
        _line(closing, position, row.ledger, said, note, contract=row.record_id, staff=row.consultant_id)
        position += 1
    for row in order_months(month):
        ReconciledWork.create(reconciliation=closing, order=row.record_id, ledger=row.ledger)
    act.on("reconciliation", closing.id)
    act.touch("month", 0)
    act.note(number=closing.number, month=month, differences=len(unequal))
    if before is not None:
        act.note(corrects=before.number)


def _explained(form: MonthForm, key: str, needed: bool) -> str:
    where = f"explained.{key}"
    note = limited(one_line(form.explained.get(key, "")), ReconciliationLine.note.limit, where)
    if needed and not note:
        raise RuleError("Explain this difference.", field=where)
    return note


def _line(closing: Reconciliation, position: int, ledger: int, counted: int, note: str, **about: object) -> None:
    ReconciliationLine.create(
        reconciliation=closing, position=position, ledger=ledger, counted=counted, note=note, **about
    )
