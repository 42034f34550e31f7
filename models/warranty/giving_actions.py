"""Warranties that the store gives, and what still holds of them (W10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.kernel import clock
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.kernel.tables import run_sql
from models.warranty.kinds import WarrantyKind
from models.warranty.rules import MOST_KM, MOST_MONTHS, WarrantyState, warranty_state
from models.warranty.tables import WarrantyGiven

_ROWS = """SELECT w.id, w.customer_id, w.goods_id, w.work_order_id, w.kind, w.name, w.item_id, w.given_on, w.given_km,
    w.months, w.km, w.ended_on, w.ended_reason FROM warranty_given w WHERE {where}
    ORDER BY w.given_on DESC, w.id DESC"""


@dataclass(frozen=True)
class WarrantyForm:
    """What is warranted: ``months`` or ``km``, 0 for no such limit; ``given_km`` is the mileage at the hand-back."""

    customer_id: int
    kind: WarrantyKind
    name: str
    months: int = 0
    km: int = 0
    goods_id: int | None = None
    work_order_id: int | None = None
    item_id: int | None = None
    given_on: date | None = None
    given_km: int | None = None


@dataclass(frozen=True, slots=True)
class WarrantyRow:
    """A warranty with how it stands today; ``ended_on`` where the store ended it itself, with the reason."""

    id: int
    customer_id: int
    goods_id: int | None
    work_order_id: int | None
    kind: WarrantyKind
    name: str
    item_id: int | None
    given_on: date
    given_km: int | None
    months: int
    km: int
    ended_on: date | None
    ended_reason: str
    state: WarrantyState

    @property
    def holds(self) -> bool:
        """Whether it still holds."""
        return self.ended_on is None and self.state.holds


def give_warranty(act: Act, form: WarrantyForm) -> int:
    """Inside an action: warrant one operation or part from today, or ``given_on``; returns its id.

    Raises RuleError at the field that is wrong; a limit by km needs the mileage.
    """
    for name, most in (("months", MOST_MONTHS), ("km", MOST_KM)):
        if not 0 <= getattr(form, name) <= most:
            raise RuleError("Type a whole number from {least} to {most}.", field=name, least=0, most=most)
    if not form.name:
        raise RuleError("Say what is warranted.", field="name")
    if not (form.months or form.km):
        raise RuleError("A warranty needs months or km.", field="months")
    if form.km and form.given_km is None:
        raise RuleError("A warranty by km needs the mileage.", field="given_km")
    given_on = form.given_on or clock.today()
    values = {**vars(form), "given_on": given_on}
    names = {"customer_id": "customer", "goods_id": "goods", "item_id": "item"}
    warranty = WarrantyGiven.create(**{names.get(name, name): value for name, value in values.items()})
    act.touch("warranty", warranty.id)
    return int(warranty.id)


def take_back_warranties(act: Act, work_order_id: int) -> int:
    """Inside an action that undoes an order's hand-back: its warranties never were; returns how many."""
    ids = [row[0] for row in run_sql("SELECT id FROM warranty_given WHERE work_order_id = ?", work_order_id).fetchall()]
    for each in ids:
        act.touch("warranty", each)
    run_sql("DELETE FROM warranty_given WHERE work_order_id = ?", work_order_id)
    return len(ids)


@action(Permission.APPROVE_WORK)
def end_warranty(act: Act, warranty_id: int, version: int, reason: str) -> None:
    """End a warranty before its time, with the reason. Raises RuleError, StaleEdit."""
    warranty = WarrantyGiven.get_by_id(warranty_id)
    if warranty.ended_on is not None:
        raise RuleError("This warranty has been ended already.")
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    ended = {"ended_on": clock.today(), "ended_reason": reason, "ended_by_id": act.actor.id}
    save_edit(warranty, version, ended)
    act.on("warranty", warranty_id)
    act.touch("customer", warranty.customer_id)
    act.note(name=warranty.name)


def warranties_of(goods_id: int, km_now: int | None = None) -> list[WarrantyRow]:
    """What still holds on a vehicle today at this mileage, the latest given first (W10)."""
    return [row for row in all_of_goods(goods_id, km_now) if row.holds]


def all_of_goods(goods_id: int, km_now: int | None = None) -> list[WarrantyRow]:
    """Everything that was ever warranted on a vehicle, the latest first, with how it stands at this mileage."""
    return _read("w.goods_id = ?", (goods_id,), km_now)


def of_work_order(work_order_id: int, km_now: int | None = None) -> list[WarrantyRow]:
    """What was warranted with one order."""
    return _read("w.work_order_id = ?", (work_order_id,), km_now)


def of_customer(customer_id: int) -> list[WarrantyRow]:
    """What was warranted to a customer, with how it stands by time alone."""
    return _read("w.customer_id = ?", (customer_id,), None)


def _read(where: str, values: Iterable[object], km_now: int | None) -> list[WarrantyRow]:
    today = clock.today()
    return [_row(row, today, km_now) for row in run_sql(_ROWS.format(where=where), *values).fetchall()]


def _row(row: tuple[Any, ...], today: date, km_now: int | None) -> WarrantyRow:
    warranty_id, customer_id, goods_id, order_id, kind, name, item_id, given, given_km, months, km, ended, why = row
    given_on = date.fromisoformat(given)
    return WarrantyRow(
        *(warranty_id, customer_id, goods_id, order_id, WarrantyKind(kind), name, item_id),
        *(given_on, given_km, months, km, date.fromisoformat(ended) if ended else None, why),
        warranty_state(given_on, given_km, months, km, today, km_now),
    )
