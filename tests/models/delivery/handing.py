"""Deliveries for tests: planned, prepared item by item, handed over; and every action of the area once."""

from __future__ import annotations

import io
from datetime import timedelta
from functools import cache

from PIL import Image

from models.delivery import lists
from models.delivery.bay_actions import add_bay, change_bay, order_bays
from models.delivery.checklist_actions import (
    DefectForm,
    ItemForm,
    RunForm,
    change_run,
    compare_unit,
    mend_defect,
    note_defect,
    settle_item,
    undo_item,
    waive_item,
)
from models.delivery.handing_actions import (
    HandOverForm,
    approve_release,
    ask_release,
    book_delivery,
    close_delivery,
    file_signed_paper,
    finish_follow_up,
    hand_over,
    log_delivery_exception,
    make_ready,
    overrule_money,
    return_release,
    take_signature,
)
from models.delivery.kinds import ItemState
from models.delivery.planning_actions import (
    CallForm,
    ChangeForm,
    PlanForm,
    PostponeForm,
    cancel_delivery,
    change_delivery,
    confirm_delivery,
    log_call,
    plan_delivery,
    postpone_delivery,
)
from models.delivery.reading import delivery_view
from models.delivery.template_actions import bring_back_template, retire_template, save_template, template_form
from models.delivery.views import ItemView
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.sales.exception_actions import ExceptionForm
from models.sales.lists import contract_view
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.sales.signatures import Signature
from models.sales.supplement_states import ExceptionKind
from models.staff.actions import StaffForm, hire
from models.trades.delivery_template import Evidence, Gate, Means
from tests.models.shops import PIN, Shop, signed_contract

VIN = "LYH7V2A58TA000317"
MILEAGE = 200


@cache
def picture() -> bytes:
    """A small PNG."""
    buffer = io.BytesIO()
    Image.new("RGB", (3, 2), "navy").save(buffer, "PNG")
    return buffer.getvalue()


def signature(name: str = "欧阳䶮") -> Signature:
    """The customer's, drawn."""
    return Signature(name, picture())


def advisor(shop: Shop) -> Actor:
    """A service advisor, hired now."""
    form = StaffForm("韩冰", frozenset({Role.SERVICE_ADVISOR}), pin=PIN)
    return Actor(hire(shop.owner, form).id, "韩冰", form.roles)


def planned(shop: Shop, contract_id: int = 0, *, hours: float = 26, **form: object) -> int:
    """A delivery of a signed contract, planned for so many hours from now."""
    contract_id = contract_id or signed_contract(shop)
    plan = PlanForm(clock.now() + timedelta(hours=hours), **form)  # type: ignore[arg-type]
    return plan_delivery(shop.consultant, contract_id, plan).id


def pay(shop: Shop, contract_id: int) -> None:
    """Everything that is owed."""
    row = contract_view(shop.owner, contract_id).row
    if row.total > row.received:
        take_payment(shop.cashier, contract_id, PaymentForm(row.total - row.received, PaymentMethod.CARD, "欧阳䶮"))


def items(actor: Actor, delivery_id: int) -> list[ItemView]:
    """Every item of the checklist."""
    return [item for section in delivery_view(actor, delivery_id).sections for item in section.items]


def evidence(item: ItemView) -> ItemForm:
    """What an item asks for."""
    return {
        Evidence.TICK: ItemForm(),
        Evidence.READING: ItemForm(reading=MILEAGE if item.means is Means.MILEAGE else 200),
        Evidence.TEXT: ItemForm(text="5000 公里"),
        Evidence.PHOTO: ItemForm(content=picture()),
        Evidence.SIGNATURE: ItemForm(content=picture(), text="欧阳䶮"),
    }[item.evidence]


def settle(actor: Actor, delivery_id: int, *gates: Gate, but: tuple[str, ...] = ()) -> None:
    """Do the open required items of these gates, but those with one of these codes."""
    introduced = delivery_view(actor, delivery_id).entry.advisor_id is not None
    for item in items(actor, delivery_id):
        code, state = run_sql("SELECT code, state FROM delivery_item WHERE id = ?", item.id).fetchone()
        if state != ItemState.OPEN.value or not item.required or item.gate not in gates or code in but:
            continue
        if item.means is Means.ADVISOR and not introduced:
            waive_item(actor, item.id, "没有服务顾问")
        else:
            settle_item(actor, item.id, evidence(item))


def item_of(actor: Actor, delivery_id: int, code: str) -> ItemView:
    """The item with this code in the template."""
    (item_id,) = run_sql(
        "SELECT id FROM delivery_item WHERE delivery_id = ? AND code = ? ORDER BY position LIMIT 1", delivery_id, code
    ).fetchone()
    return next(item for item in items(actor, delivery_id) if item.id == item_id)


def called(actor: Actor, delivery_id: int) -> None:
    """The day before: called and confirmed."""
    log_call(actor, delivery_id, CallForm(True, "身份证、驾驶证"))


def compared(actor: Actor, delivery_id: int) -> None:
    """Every unit compared at the goods."""
    for unit in delivery_view(actor, delivery_id).units:
        compare_unit(actor, delivery_id, unit.serial)


def released(shop: Shop, delivery_id: int) -> None:
    """Asked for by the consultant, approved by the manager."""
    ask_release(shop.consultant, delivery_id)
    approve_release(shop.manager, delivery_id)


def ready(shop: Shop, delivery_id: int) -> None:
    """From planned to ready, with everything paid."""
    pay(shop, delivery_view(shop.owner, delivery_id).entry.contract_id)
    called(shop.consultant, delivery_id)
    settle(shop.consultant, delivery_id, Gate.READY)
    make_ready(shop.consultant, delivery_id)


def handed_over(shop: Shop, contract_id: int = 0, **form: object) -> int:
    """A delivery all the way to the customer's hands."""
    delivery_id = planned(shop, contract_id, **form)  # type: ignore[arg-type]
    ready(shop, delivery_id)
    compared(shop.consultant, delivery_id)
    released(shop, delivery_id)
    settle(shop.consultant, delivery_id, Gate.HAND_OVER)
    hand_over(shop.consultant, delivery_id, HandOverForm(signature()))
    return delivery_id


def closed(shop: Shop, contract_id: int = 0, **form: object) -> int:
    """A delivery to its end."""
    delivery_id = handed_over(shop, contract_id, **form)
    book_delivery(shop.cashier, delivery_id)
    settle(shop.manager, delivery_id, Gate.AFTER)
    finish_follow_up(shop.consultant, delivery_id)
    close_delivery(shop.consultant, delivery_id)
    return delivery_id


def deliver_everything(shop: Shop) -> None:
    """Every action of deliveries once, by somebody who may."""
    bay = add_bay(shop.manager, "交车区一").id
    change_bay(shop.manager, bay, 1, "交车区 A")
    order_bays(shop.manager, (bay,))
    form = template_form("new_car", "zh_CN")
    save_template(shop.manager, "zh_CN", form)
    retire_template(shop.manager, "property")
    bring_back_template(shop.manager, "property")
    postponed = planned(shop)
    again = clock.now() + timedelta(days=3)
    postpone_delivery(shop.consultant, postponed, PostponeForm(again, "客户出差", clock.now()))
    cancel_delivery(shop.consultant, postponed, "x")
    delivery_id = planned(shop, hours=30)
    version = delivery_view(shop.owner, delivery_id).version
    change_delivery(shop.consultant, delivery_id, version, ChangeForm(90, shop.consultant.id, bay))
    change_run(shop.consultant, delivery_id, (RunForm(0, "迎接", "孙悦"),))
    log_call(shop.reception, delivery_id, CallForm(True, "x"))
    confirm_delivery(shop.consultant, delivery_id)
    overrule_money(shop.owner, delivery_id, "老客户")
    settle(shop.consultant, delivery_id, Gate.READY)
    undo_item(shop.consultant, items(shop.consultant, delivery_id)[1].id)
    settle(shop.consultant, delivery_id, Gate.READY)
    make_ready(shop.consultant, delivery_id)
    note_defect(shop.consultant, delivery_id, DefectForm("漆面", clock.today() + timedelta(days=5), shop.consultant.id))
    defect = delivery_view(shop.owner, delivery_id).defects[0]
    mend_defect(shop.consultant, defect.id, defect.version, "已抛光")
    ask_release(shop.consultant, delivery_id)
    return_release(shop.manager, delivery_id, "x")
    released(shop, delivery_id)
    compared(shop.consultant, delivery_id)
    take_signature(shop.consultant, delivery_id, signature())
    settle(shop.consultant, delivery_id, Gate.HAND_OVER)
    hand_over(shop.consultant, delivery_id, HandOverForm())
    file_signed_paper(shop.consultant, delivery_id, signature())
    log_delivery_exception(shop.consultant, delivery_id, ExceptionForm(ExceptionKind.MISSED, "少了脚垫"))
    book_delivery(shop.cashier, delivery_id)
    settle(shop.manager, delivery_id, Gate.AFTER)
    finish_follow_up(shop.consultant, delivery_id)
    close_delivery(shop.consultant, delivery_id)
    assert lists.counts(shop.owner).defects == 0
