"""What is lent at all: the usual kinds taken over, kinds and things added and changed (W12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.loans import rules
from models.loans.kinds import Keeping, LoanState, usual
from models.loans.tables import Loan, LoanKind, LoanThing
from models.shop.profile import profile

KIND, THING = "loan_kind", "loan_thing"
_MOST, _LONGEST_HOURS = 999, 24 * 366


@dataclass(frozen=True)
class KindForm:
    """A kind: ``count`` counts for a pool only; the deposit in fen; ``hours`` until it is usually due."""

    name: str
    keeping: Keeping
    count: int = 0
    deposit: int = 0
    hours: int = 24
    active: bool = True


@dataclass(frozen=True)
class ThingForm:
    """A thing of a kind: its number or plate, for a car its model and what the odometer says."""

    label: str
    model: str = ""
    mileage_km: int = 0
    active: bool = True


@action(Permission.KEEP_LOANS)
def take_usual(act: Act) -> None:
    """Take over the kinds that most desks lend, named in the language of the store's papers.

    Raises RuleError where there are kinds already.
    """
    if LoanKind.select().exists():
        raise RuleError("There are kinds already.")
    for each in usual().kinds:
        kind = LoanKind.create(
            **{"name": pick(each.name, profile().paper_language), "keeping": each.keeping, "count": each.count},
            **{"deposit": each.deposit, "hours": each.hours},
        )
        for label in each.labels:
            LoanThing.create(kind=kind, label=label)
        act.on(KIND, kind.id)
    act.note(count=len(usual().kinds))


@action(Permission.KEEP_LOANS)
def add_kind(act: Act, form: KindForm) -> None:
    """A new kind. Raises RuleError at the field that is wrong."""
    kind = LoanKind.create(**_checked_kind(form))
    act.on(KIND, kind.id)
    act.note(name=kind.name)


@action(Permission.KEEP_LOANS)
def change_kind(act: Act, kind_id: int, version: int, form: KindForm) -> None:
    """Change a kind. Raises RuleError at the field that is wrong: fewer than are out, another keeping; StaleEdit."""
    kind = LoanKind.get_by_id(kind_id)
    if form.keeping is not kind.keeping:
        raise RuleError("How a kind is kept does not change; add another kind.", field="keeping")
    out = sum(each.count for each in Loan.select().where(Loan.kind == kind_id, Loan.state == LoanState.OUT))
    if form.keeping is Keeping.POOL and form.count < out:
        raise RuleError("{count} are lent out now.", field="count", count=out)
    changed = save_edit(kind, version, _checked_kind(form, kind_id))
    act.on(KIND, kind_id)
    act.note(name=kind.name, changed=sorted(changed))


@action(Permission.KEEP_LOANS)
def add_thing(act: Act, kind_id: int, form: ThingForm) -> None:
    """A thing more of a kind. Raises RuleError at the field that is wrong: a label there is, a pool."""
    kind = LoanKind.get_by_id(kind_id)
    if kind.keeping is Keeping.POOL:
        raise RuleError("Things of this kind are counted, not numbered.", field="label")
    thing = LoanThing.create(kind=kind, **_checked_thing(kind, form))
    act.on(THING, thing.id)
    act.touch(KIND, kind_id)
    act.note(name=kind.name, label=thing.label)


@action(Permission.KEEP_LOANS)
def change_thing(act: Act, thing_id: int, version: int, form: ThingForm) -> None:
    """Change a thing, or take it out of use. Raises RuleError at the field that is wrong, StaleEdit."""
    thing = LoanThing.get_by_id(thing_id)
    kind = thing.kind
    if not form.active and Loan.select().where(Loan.thing == thing_id, Loan.state == LoanState.OUT).exists():
        raise RuleError("It is lent out.", field="active")
    changed = save_edit(thing, version, _checked_thing(kind, form, thing))
    act.on(THING, thing_id)
    act.touch(KIND, kind.id)
    act.note(name=kind.name, changed=sorted(changed))


def _checked_kind(form: KindForm, kind_id: int = 0) -> dict[str, Any]:
    if not form.name:
        raise RuleError("Type a name.", field="name")
    limited(form.name, LoanKind.name.limit, "name")
    if LoanKind.select().where(LoanKind.name == form.name, LoanKind.id != kind_id).exists():
        raise RuleError("There is one of this name already.", field="name")
    if form.keeping is Keeping.POOL and not 1 <= form.count <= _MOST:
        raise RuleError("Type a whole number from {least} to {most}.", field="count", least=1, most=_MOST)
    if not 1 <= form.hours <= _LONGEST_HOURS:
        raise RuleError("Type a whole number from {least} to {most}.", field="hours", least=1, most=_LONGEST_HOURS)
    rules.check_deposit(form.deposit)
    count = form.count if form.keeping is Keeping.POOL else 0
    return {
        **{"name": form.name, "keeping": form.keeping, "count": count, "deposit": form.deposit},
        **{"hours": form.hours, "active": form.active},
    }


def _checked_thing(kind: LoanKind, form: ThingForm, before: LoanThing | None = None) -> dict[str, Any]:
    if not form.label:
        raise RuleError("Type a number or a plate.", field="label")
    limited(form.label, LoanThing.label.limit, "label")
    limited(form.model, LoanThing.model.limit, "model")
    others = LoanThing.select().where(LoanThing.kind == kind.id, LoanThing.label == form.label)
    if others.where(LoanThing.id != (before.id if before else 0)).exists():
        raise RuleError("There is one of this name already.", field="label")
    if kind.keeping is Keeping.CAR:
        rules.check_km(form.mileage_km, before.mileage_km if before else 0, "mileage_km")
    km = form.mileage_km if kind.keeping is Keeping.CAR else 0
    return {"label": form.label, "model": form.model, "mileage_km": km, "active": form.active}
