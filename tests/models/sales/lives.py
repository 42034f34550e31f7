"""What follows a signed contract, for tests: amendments and cancellations all the way to their signature."""

from __future__ import annotations

from models.kernel.permissions import Actor
from models.sales import amendment_actions as amending
from models.sales import cancellation_actions as cancelling
from models.sales.amendment_actions import AmendmentForm, ChangedLine
from models.sales.cancellation_actions import CancellationForm
from models.sales.lists import contract_view
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.sales.quote_forms import LineForm
from models.sales.supplement_lists import amendment_view, cancellation_view
from models.sales.supplement_states import Fault, SupplementState
from tests.models.shops import CAR_PRICE, Shop

MATS = LineForm("accessory", "脚垫", 80_000)


def added(*lines: LineForm, reason: str = "customer's wish") -> AmendmentForm:
    """An amendment that adds goods."""
    return AmendmentForm(reason, added=lines or (MATS,))


def cheaper(amount: int, quantity: int = 100) -> AmendmentForm:
    """An amendment that makes the car cheaper by ``amount`` fen."""
    return AmendmentForm("price", changed=(ChangedLine(0, quantity, CAR_PRICE - amount),))


def drafted(shop: Shop, contract_id: int, form: AmendmentForm | None = None) -> int:
    """An amendment's draft; returns its id."""
    return amending.draft_amendment(shop.consultant, contract_id, form or added()).id


def approve_amendment_fully(shop: Shop, amendment_id: int) -> None:
    """Every step granted by whoever may, never by the consultant."""
    while amendment_view(shop.owner, amendment_id).row.state is SupplementState.SUBMITTED:
        amending.approve_amendment(_decider(shop, amendment_view, amendment_id), amendment_id)


def approve_cancellation_fully(shop: Shop, cancellation_id: int) -> None:
    """The same for a cancellation."""
    while cancellation_view(shop.owner, cancellation_id).row.state is SupplementState.SUBMITTED:
        cancelling.approve_cancellation(_decider(shop, cancellation_view, cancellation_id), cancellation_id)


def _decider(shop: Shop, view: object, supplement_id: int) -> Actor:
    people = (shop.manager, shop.cashier, shop.owner)
    return next(each for each in people if view(each, supplement_id).may_decide)  # type: ignore[operator]


def amended(shop: Shop, contract_id: int, form: AmendmentForm | None = None) -> int:
    """A signed amendment; returns its id."""
    amendment_id = drafted(shop, contract_id, form)
    amending.submit_amendment(shop.consultant, amendment_id)
    approve_amendment_fully(shop, amendment_id)
    amending.sign_amendment(shop.consultant, amendment_id)
    return amendment_id


def called_off(shop: Shop, contract_id: int, fault: Fault = Fault.CUSTOMER, **more: object) -> int:
    """A signed cancellation; returns its id."""
    form = CancellationForm(fault, "changed their mind", **more)  # type: ignore[arg-type]
    cancellation_id = cancelling.draft_cancellation(shop.consultant, contract_id, form).id
    cancelling.submit_cancellation(shop.consultant, cancellation_id)
    approve_cancellation_fully(shop, cancellation_id)
    cancelling.sign_cancellation(shop.consultant, cancellation_id)
    return cancellation_id


def pay(shop: Shop, contract_id: int, amount: int) -> int:
    """A payment in cash; returns its id."""
    return take_payment(shop.cashier, contract_id, PaymentForm(amount, PaymentMethod.CASH, "欧阳䶮", again=True)).id


def stage_amounts(shop: Shop, contract_id: int) -> list[int]:
    """What the stages come to now."""
    return [stage.amount for stage in contract_view(shop.owner, contract_id).stages]
