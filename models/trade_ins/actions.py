"""What is done with an appraisal: begun, filled in, approved, offered, declined, the vehicle taken in (S5)."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from models.customers.belongings import goods_name
from models.customers.marks import checked_vin
from models.customers.protection_actions import standing
from models.customers.tables import OwnedGoods
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.kernel.text import one_line
from models.papers.actions import put_beside
from models.papers.lists import attachments
from models.papers.tables import Attachment
from models.stock import keeping
from models.trade_ins import rules, taking
from models.trade_ins.standing import KIND, facts_of, moved, terms, touch
from models.trade_ins.states import APPRAISAL_MOVES, AppraisalAction, Grade
from models.trade_ins.tables import Appraisal, AppraisalCondition, AppraisalReference

MOST_PHOTOS = 30


@dataclass(frozen=True)
class ConditionForm:
    """How one area is; ``area`` is its code in the trade."""

    area: str
    grade: Grade
    remark: str = ""


@dataclass(frozen=True)
class ReferenceForm:
    """What another asks for one like it, in fen."""

    source: str
    about: str
    price: int


@dataclass(frozen=True)
class AppraisalForm:
    """What is told of a used vehicle: price in fen, mileage in km; ``valid_until`` None is as long as the trade says.

    ``mortgage`` says with whom and how much; ``documents`` are the codes of those that were seen.
    """

    make: str = ""
    model: str = ""
    colour: str = ""
    plate: str = ""
    vin: str = ""
    registered_on: date | None = None
    mileage_km: int | None = None
    owners: int = 0
    insurance_until: date | None = None
    inspection_until: date | None = None
    accidents: str = ""
    mortgage: str = ""
    documents: tuple[str, ...] = ()
    note: str = ""
    price: int = 0
    valid_until: date | None = None
    conditions: tuple[ConditionForm, ...] = ()
    references: tuple[ReferenceForm, ...] = ()


_APART = ("documents", "conditions", "references")


@action(Permission.APPRAISE)
def start_appraisal(act: Act, customer_id: int, owned_goods_id: int | None = None) -> None:
    """Begin an appraisal; what the file knows of ``owned_goods_id`` stands in it already."""
    customer = standing(customer_id)
    goods = OwnedGoods.get_by_id(owned_goods_id) if owned_goods_id else None
    if goods is not None and goods.customer_id != customer.id:
        raise RuleError("These goods belong to another file.", field="owned_goods_id")
    appraisal = Appraisal.create(
        number=numbering.next_number("PG", clock.today().year),
        customer=customer,
        owned_goods=goods,
        appraiser=act.actor.id,
        **(_known(goods) if goods else {}),
    )
    for position, area in enumerate(terms().areas):
        AppraisalCondition.create(appraisal=appraisal, position=position, area=area.code)
    touch(act, appraisal)
    act.note(goods=goods_name(goods) if goods and (goods.make or goods.model) else "")


def _known(goods: OwnedGoods) -> dict[str, Any]:
    return {
        **{name: getattr(goods, name) for name in ("make", "model", "colour", "plate")},
        **{"vin": goods.serial, "registered_on": goods.bought_on, "mileage_km": goods.mileage},
        **{name: getattr(goods, name) for name in ("insurance_until", "inspection_until")},
    }


@action(Permission.APPRAISE)
def fill_appraisal(act: Act, appraisal_id: int, version: int, form: AppraisalForm) -> None:
    """Write what was seen. Raises RuleError at the field that is wrong, IllegalMove once it is submitted, StaleEdit."""
    appraisal = Appraisal.get_by_id(appraisal_id)
    move(APPRAISAL_MOVES, appraisal.state, AppraisalAction.FILL, act.actor, facts_of(act.actor, appraisal))
    changed = save_edit(appraisal, version, _checked(appraisal, form))
    AppraisalCondition.delete().where(AppraisalCondition.appraisal == appraisal_id).execute()
    for position, condition in enumerate(form.conditions):
        AppraisalCondition.create(appraisal=appraisal, position=position, **vars(condition))
    AppraisalReference.delete().where(AppraisalReference.appraisal == appraisal_id).execute()
    for position, each in enumerate(form.references):
        AppraisalReference.create(appraisal=appraisal, position=position, **vars(each))
    touch(act, appraisal)
    act.note(changed=sorted(changed), price=form.price)


def _checked(appraisal: Appraisal, form: AppraisalForm) -> dict[str, Any]:
    for name in (each.name for each in fields(form) if each.name not in _APART):
        field = getattr(Appraisal, name)
        if hasattr(field, "limit"):
            limited(getattr(form, name), field.limit, name)
    known = appraisal.owned_goods.mileage if appraisal.owned_goods_id else None
    rules.check_mileage(form.mileage_km, known)
    rules.check_price(form.price)
    rules.check_days(form.registered_on, form.valid_until, clock.today())
    if not 0 <= form.owners <= rules.MOST_OWNERS:
        raise RuleError("Type a whole number from {least} to {most}.", field="owners", least=0, most=rules.MOST_OWNERS)
    vin = checked_vin(form.vin, "vin") if form.vin else ""
    _check_parts(form)
    plain = {each.name: getattr(form, each.name) for each in fields(form) if each.name not in _APART}
    return {**plain, "vin": vin, "documents": json.dumps(form.documents)}


def _check_parts(form: AppraisalForm) -> None:
    said = terms()
    areas, documents = {each.code for each in said.areas}, {each.code for each in said.documents}
    for position, condition in enumerate(form.conditions):
        if condition.area not in areas:
            raise RuleError("The trade knows no such area.", field=f"conditions.{position}")
        limited(one_line(condition.remark), AppraisalCondition.remark.limit, f"conditions.{position}")
    if unknown := set(form.documents) - documents:
        raise RuleError("There is no document called {code}.", field="documents", code=min(unknown))
    if len(form.references) > rules.MOST_REFERENCES:
        raise RuleError("At most {most} comparisons.", field="references", most=rules.MOST_REFERENCES)
    for position, seen in enumerate(form.references):
        if not seen.source:
            raise RuleError("Say where that was seen.", field=f"references.{position}.source")
        if seen.price <= 0:
            raise RuleError("Type the price.", field=f"references.{position}.price")
        limited(one_line(seen.source), AppraisalReference.source.limit, f"references.{position}.source")
        limited(one_line(seen.about), AppraisalReference.about.limit, f"references.{position}.about")


@action(Permission.APPRAISE)
def add_photo(act: Act, appraisal_id: int, name: str, content: bytes) -> None:
    """Put a photo beside it. Raises RuleError at ``content`` for what is no picture, is too large, or one too many."""
    appraisal = Appraisal.get_by_id(appraisal_id)
    move(APPRAISAL_MOVES, appraisal.state, AppraisalAction.FILL, act.actor, facts_of(act.actor, appraisal))
    if content.startswith(b"%PDF-"):
        raise RuleError("This file is not a picture.", field="content")
    if len(attachments(KIND, appraisal_id)) >= MOST_PHOTOS:
        raise RuleError("At most {most} photos.", field="content", most=MOST_PHOTOS)
    put_beside(act, KIND, appraisal_id, name, content)
    touch(act, appraisal)


@action(Permission.APPRAISE)
def remove_photo(act: Act, appraisal_id: int, attachment_id: int) -> None:
    """Take a photo away again while the appraisal is filled in."""
    appraisal = Appraisal.get_by_id(appraisal_id)
    move(APPRAISAL_MOVES, appraisal.state, AppraisalAction.FILL, act.actor, facts_of(act.actor, appraisal))
    mine = (Attachment.id == attachment_id) & (Attachment.kind == KIND) & (Attachment.record_id == appraisal_id)
    if not Attachment.delete().where(mine).execute():
        raise RuleError("This photo does not belong to the appraisal.", field="content")
    touch(act, appraisal)
    act.touch("attachment", attachment_id)


@action(Permission.APPRAISE)
def submit_appraisal(act: Act, appraisal_id: int) -> None:
    """Ask the manager to approve. Raises RuleError naming what is missing, or for a vehicle that is in stock."""
    appraisal = Appraisal.get_by_id(appraisal_id)
    if appraisal.vin and keeping.unit_with(appraisal.vin):
        raise RuleError("{number} is in stock already.", field="vin", number=appraisal.vin)
    until = appraisal.valid_until or clock.today() + taking.validity()
    moved(act, appraisal, AppraisalAction.SUBMIT, submitted_at=clock.now(), valid_until=until)


@action(Permission.APPROVE_APPRAISAL)
def approve_appraisal(act: Act, appraisal_id: int, note: str = "") -> None:
    """Grant the price. Raises NotAllowed for one's own appraisal."""
    _decide(act, appraisal_id, AppraisalAction.APPROVE, note)


@action(Permission.APPROVE_APPRAISAL)
def return_appraisal(act: Act, appraisal_id: int, reason: str) -> None:
    """Send it back to who appraised. Raises RuleError without a reason."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    _decide(act, appraisal_id, AppraisalAction.RETURN, reason)


def _decide(act: Act, appraisal_id: int, what: AppraisalAction, reason: str) -> None:
    appraisal = Appraisal.get_by_id(appraisal_id)
    decided = {"decided_by_id": act.actor.id, "decided_at": clock.now(), "reason": reason}
    moved(act, appraisal, what, **decided)
    act.note(price=appraisal.price)


@action(Permission.APPRAISE)
def offer_appraisal(act: Act, appraisal_id: int) -> None:
    """The customer was told the price. Raises RuleError once it has expired."""
    moved(act, Appraisal.get_by_id(appraisal_id), AppraisalAction.OFFER)


@action(Permission.APPRAISE)
def reopen_appraisal(act: Act, appraisal_id: int) -> None:
    """Appraise the vehicle again: what was approved holds no longer. Raises RuleError while a contract deducts it."""
    fresh = {"submitted_at": None, "decided_by_id": None, "decided_at": None, "reason": "", "valid_until": None}
    moved(act, Appraisal.get_by_id(appraisal_id), AppraisalAction.REOPEN, **fresh)


@action(Permission.APPRAISE)
def decline_appraisal(act: Act, appraisal_id: int, reason: str) -> None:
    """The customer does not give the vehicle at this price. Raises RuleError without a reason."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    moved(act, Appraisal.get_by_id(appraisal_id), AppraisalAction.DECLINE, reason=reason)


@action(Permission.APPRAISE)
def take_in(act: Act, appraisal_id: int, mileage_km: int, place: str = "") -> None:
    """The vehicle was brought: it stands in stock from now on. Raises RuleError at ``mileage_km`` for less than was
    appraised, or before the contract is signed.
    """
    appraisal = Appraisal.get_by_id(appraisal_id)
    move(APPRAISAL_MOVES, appraisal.state, AppraisalAction.TAKE_IN, act.actor, facts_of(act.actor, appraisal))
    taking.arrive(act, appraisal, mileage_km, place)
    moved(act, appraisal, AppraisalAction.TAKE_IN)
    act.note(mileage_km=mileage_km)
