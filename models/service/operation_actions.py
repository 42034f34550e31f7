"""The catalogue of operations, the workshop's rate and rounding (W4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.kernel import search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.kernel.pinyin import spellings
from models.kernel.tables import limited
from models.service import rules, terms
from models.service.tables import Operation
from models.service.terms import Terms

LONGEST_WARRANTY = 240
FARTHEST_WARRANTY = 1_000_000


@dataclass(frozen=True)
class OperationForm:
    """An operation as typed: hundredths of a standard hour at ``rate`` (None for the store's), or a fixed price."""

    code: str
    name: str
    template: str
    skill: str
    hours: int = 0
    rate: int | None = None
    price: int | None = None
    warranty_months: int = 0
    warranty_km: int = 0
    road_test: bool = False
    safety: bool = False
    active: bool = True


@action(Permission.KEEP_WORKSHOP)
def add_operation(act: Act, form: OperationForm) -> None:
    """Put an operation into the catalogue. Raises RuleError at the field that is wrong."""
    _finish(act, write_operation(form))


@action(Permission.KEEP_WORKSHOP)
def change_operation(act: Act, operation_id: int, version: int, form: OperationForm) -> None:
    """Change an operation; orders keep what they say. Raises RuleError at the field that is wrong, StaleEdit."""
    operation = Operation.get_by_id(operation_id)
    check_operation(form, operation_id)
    changed = save_edit(operation, version, _values(form))
    _finish(act, operation)
    act.note(changed=sorted(changed))


@action(Permission.KEEP_WORKSHOP)
def take_shipped_operations(act: Act, template: str) -> None:
    """Add the operations a template brings that the catalogue does not have yet, in the screen's language."""
    found = terms.template_of(template)
    known = {row[0] for row in Operation.select(Operation.code).tuples()}
    added = 0
    for each in found.operations:
        form = OperationForm(
            code=each.code.upper().replace("_", "-"),
            name=pick(each.name),
            template=template,
            skill=each.skill,
            hours=each.hours,
            price=None if each.price is None else int(each.price),
            warranty_months=each.warranty_months,
            warranty_km=each.warranty_km,
            road_test=each.road_test,
            safety=each.safety,
        )
        if form.code not in known:
            write_operation(form)
            added += 1
    act.on("workshop", 1)
    act.note(template=template, added=added)


@action(Permission.KEEP_WORKSHOP)
def change_terms(act: Act, new: Terms) -> None:
    """Change the hourly rate, what is left off totals, and what an advisor may give off.

    Raises RuleError at ``rate`` or ``discount_share``.
    """
    if new.rate is not None and not 0 <= new.rate <= LARGEST:
        raise RuleError("The amount is too large.", field="rate")
    if not 0 <= new.discount_share <= 100_00:
        raise RuleError("Type a percentage from 0 to 100.", field="discount_share")
    terms.keep_terms(new)
    act.on("workshop", 1)
    act.note(rate=new.rate, rounding=new.rounding.value, discount_share=new.discount_share)


def write_operation(form: OperationForm) -> Operation:
    """Inside an action: a new operation. Raises RuleError at the field that is wrong."""
    check_operation(form)
    operation: Operation = Operation.create(**_values(form))
    search.index("operation", operation.id, [form.code, form.name, *spellings(form.name)])
    return operation


def check_operation(form: OperationForm, operation_id: int = 0) -> None:
    """Raises RuleError at the field that is wrong."""
    for name in ("code", "name"):
        if not getattr(form, name):
            raise RuleError("This must be filled in.", field=name)
        limited(getattr(form, name), getattr(Operation, name).limit, name)
    if Operation.select().where(Operation.code == form.code, Operation.id != operation_id).exists():
        raise RuleError("There is an operation with the code {code} already.", field="code", code=form.code)
    if form.skill not in {each.code for each in terms.template_of(form.template).skills}:
        raise RuleError("Choose a skill.", field="skill")
    if form.price is None and not 0 < form.hours <= rules.MOST_HOURS:
        raise RuleError(
            "Type hours from 0.01 to {most}, or a fixed price.", field="hours", most=rules.MOST_HOURS // 100
        )
    for name in ("rate", "price"):
        if not 0 <= (getattr(form, name) or 0) <= LARGEST:
            raise RuleError("The amount is too large.", field=name)
    for name, most in (("warranty_months", LONGEST_WARRANTY), ("warranty_km", FARTHEST_WARRANTY)):
        if not 0 <= getattr(form, name) <= most:
            raise RuleError("Type a whole number from {least} to {most}.", field=name, least=0, most=most)


def _values(form: OperationForm) -> dict[str, Any]:
    return dict(vars(form))


def _finish(act: Act, operation: Operation) -> None:
    search.index("operation", operation.id, [operation.code, operation.name, *spellings(operation.name)])
    act.on("operation", operation.id)
    act.note(code=operation.code)
