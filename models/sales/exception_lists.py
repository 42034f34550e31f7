"""What screens read about exceptions: orders booked wrong, missed or doubled (S10)."""

from __future__ import annotations

from collections.abc import Iterable

from models.kernel.permissions import Actor, Permission
from models.sales.supplement_views import EntryRow, ExceptionRow, ExceptionView
from models.sales.tables import ContractException, ContractExceptionEntry


def exception_ids(*, contract_id: int | None = None, open_only: bool = False) -> list[int]:
    """Exceptions, newest first; of one contract, or only those that have not ended."""
    query = ContractException.select(ContractException.id)
    if contract_id:
        query = query.where(ContractException.contract == contract_id)
    if open_only:
        query = query.where(ContractException.ended_on.is_null())
    return [row[0] for row in query.order_by(ContractException.id.desc()).tuples()]


def exception_rows(wanted: Iterable[int]) -> list[ExceptionRow]:
    """Rows for these exceptions, in their order."""
    ids = list(wanted)
    found = {row.id: row for row in ContractException.select().where(ContractException.id.in_(ids))}
    return [_exception_row(found[each]) for each in ids if each in found]


def exception_view(actor: Actor, exception_id: int) -> ExceptionView:
    """An exception with its log."""
    query = ContractExceptionEntry.select().where(ContractExceptionEntry.exception == exception_id)
    entries = tuple(
        EntryRow(
            at=each.at,
            kind=each.kind,
            text=each.text,
            told_by=each.told_by.name if each.told_by_id else "",
            amount=each.amount,
            by=each.staff.name,
        )
        for each in query.order_by(ContractExceptionEntry.id)
    )
    row = _exception_row(ContractException.get_by_id(exception_id))
    return ExceptionView(row, entries, actor.may(Permission.LOG_EXCEPTION))


def _exception_row(each: ContractException) -> ExceptionRow:
    return ExceptionRow(
        id=each.id,
        number=each.number,
        kind=each.kind,
        happened_on=each.happened_on,
        what=each.what,
        contract_id=each.contract_id,
        contract=each.contract.number if each.contract_id else "",
        customer_id=each.customer_id,
        customer=each.customer.name if each.customer_id else "",
        logged_by=each.logged_by.name,
        cost=each.cost,
        ended_on=each.ended_on,
        created_at=each.created_at,
    )
