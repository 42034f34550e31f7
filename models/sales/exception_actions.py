"""Orders booked wrong, missed or doubled: logged as exceptions, line by line, nothing erased (S10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.customers.tables import Customer
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.sales.supplement_states import EntryKind, ExceptionKind
from models.sales.tables import Contract, ContractException, ContractExceptionEntry
from models.staff.tables import Staff


@dataclass(frozen=True)
class ExceptionForm:
    """What went wrong, and on which contract or with which customer; a missed order may have no contract."""

    kind: ExceptionKind
    what: str
    contract_id: int | None = None
    customer_id: int | None = None
    happened_on: date | None = None


@dataclass(frozen=True)
class EntryForm:
    """A line of its log: what was offered, who told the customer, what it cost in fen, how it ended."""

    kind: EntryKind
    text: str = ""
    told_by: int | None = None
    amount: int = 0


@action(Permission.LOG_EXCEPTION)
def log_exception(act: Act, form: ExceptionForm) -> None:
    """Log an exception. Raises RuleError where nothing is said of what happened, or for a day ahead."""
    write_exception(act, form)


def write_exception(act: Act, form: ExceptionForm) -> ContractException:
    """The same within another area's action; returns what was logged, which is then the action's record."""
    if not form.what:
        raise RuleError("Say what happened.", field="what")
    day = form.happened_on or clock.today()
    if day > clock.today():
        raise RuleError("The day cannot lie ahead.", field="happened_on")
    contract = Contract.get_by_id(form.contract_id) if form.contract_id else None
    customer = contract.customer_id if contract else form.customer_id
    if customer is not None:
        Customer.get_by_id(customer)
    exception: ContractException = ContractException.create(
        number=numbering.next_number("YC", clock.today().year),
        contract=contract,
        customer=customer,
        kind=form.kind,
        happened_on=day,
        what=form.what,
        logged_by=act.actor.id,
    )
    _touch(act, exception)
    return exception


@action(Permission.LOG_EXCEPTION)
def add_to_exception(act: Act, exception_id: int, form: EntryForm) -> None:
    """Add a line to its log; the end closes it, taking it up again opens it.

    Raises RuleError where the line says nothing, or the exception has ended.
    """
    exception = ContractException.get_by_id(exception_id)
    if exception.ended_on and form.kind is not EntryKind.REOPENED:
        raise RuleError("This exception has ended. Take it up again first.")
    if not exception.ended_on and form.kind is EntryKind.REOPENED:
        raise RuleError("This exception is still open.")
    _check(form)
    ContractExceptionEntry.create(
        exception=exception,
        kind=form.kind,
        text=form.text,
        told_by=form.told_by,
        amount=form.amount if form.kind is EntryKind.COST else 0,
        staff=act.actor.id,
    )
    values: dict[str, object] = {}
    if form.kind is EntryKind.COST:
        values["cost"] = exception.cost + form.amount
    if form.kind in (EntryKind.ENDED, EntryKind.REOPENED):
        values["ended_on"] = clock.today() if form.kind is EntryKind.ENDED else None
    save_edit(exception, exception.version, values)
    _touch(act, exception)
    act.note(entry=form.kind.value, amount=form.amount)


def _check(form: EntryForm) -> None:
    if form.kind is EntryKind.COST:
        if not form.amount or abs(form.amount) > LARGEST:
            raise RuleError("Type what it cost.", field="amount")
    elif form.kind is EntryKind.TOLD:
        if form.told_by is None:
            raise RuleError("Say who told the customer.", field="told_by")
        Staff.get_by_id(form.told_by)
    elif not form.text:
        raise RuleError("Say what there is to say.", field="text")


def _touch(act: Act, exception: ContractException) -> None:
    act.on("exception", exception.id)
    if exception.contract_id:
        act.touch("contract", exception.contract_id)
    if exception.customer_id:
        act.touch("customer", exception.customer_id)
    act.note(number=exception.number, kind=exception.kind.value)
