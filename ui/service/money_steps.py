"""The next step of an order that is ready: settle, take the money, hand back, ask after the work (W9, C8)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.service import hand_back_actions
from models.service.kinds import BlockerKind, EventKind
from models.service.states import WorkOrderAction, WorkOrderState
from models.service.views import OrderView
from ui.kit import wording as kit
from ui.kit.widgets import Band, Button
from ui.service import money_asking as asking
from ui.service.next_steps import Blocked

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_A, _S, _P = WorkOrderAction, WorkOrderState, Permission


def bands(page: OrderPage, view: OrderView) -> list[QWidget]:
    """The next step of an order whose work is done; nothing for any other."""
    made = {_S.READY: _ready, _S.SETTLED: _settled, _S.HANDED_BACK: _back, _S.FOLLOWED_UP: _asked}
    make = made.get(view.row.state)
    return make(page, view) if make else []


def _ready(page: OrderPage, view: OrderView) -> list[QWidget]:
    if _A.SETTLE not in view.actions:
        return [_others(view)]
    settle = Button(
        *(_("Settle"), page.settle),
        kind="primary",
        icon="calculator-variant-outline",
        key="Ctrl+Return",
        name="settle",
    )
    call = _call_button(page, view)
    blockers = view.steps.get(_A.SETTLE, ())
    if blockers:
        settle.setEnabled(False)
        approve = []
        if page.actor.may(_P.APPROVE_WORK) and any(each.kind is BlockerKind.DISCOUNT for each in blockers):
            approve = [Button(_("Approve the discount…"), partial(asking.ask_approval, page), name="approve_discount")]
        return [Blocked(blockers, *call, *approve, settle)]
    words = _("{total} of {authorised} authorised.").format(
        total=kit.yuan(view.totals.total), authorised=kit.yuan(view.authorised or 0)
    )
    return [Band("ok", words, *call, settle, lead=_("Ready to be settled:"))]


def _call_button(page: OrderPage, view: OrderView) -> list[Button]:
    """The way to note that the customer was called, until they were."""
    ready = next((each.at for each in reversed(view.events) if each.kind is EventKind.READY), None)
    called = ready is not None and any(each.kind is EventKind.CALLED and each.at >= ready for each in view.events)
    if called or not page.actor.may(_P.RECEIVE_VEHICLE):
        return []
    return [Button(_("Called…"), partial(asking.ask_call, page), icon="phone-outline", key="F7", name="called")]


def _settled(page: OrderPage, view: OrderView) -> list[QWidget]:
    owed = view.owed
    call = _call_button(page, view)
    if owed > view.overruled:
        return [_open_money(page, owed, call)]
    if _A.HAND_BACK not in view.actions:
        return [_others(view)]
    give = Button(
        *(_("Hand back…"), partial(asking.ask_hand_back, page)),
        kind="primary",
        icon="car-key",
        key="Ctrl+Return",
        name="hand_back",
    )
    if owed > 0:
        words = _("{amount} stays open; a manager has let it go.").format(amount=kit.yuan(owed))
        return [Band("warn", words, *call, give, lead=_("Hand-back:"))]
    words = _("Everything is paid.") if owed == 0 else _("{amount} was paid beyond.").format(amount=kit.yuan(-owed))
    return [Band("ok" if owed == 0 else "warn", words, *call, give, lead=_("Hand-back:"))]


def _open_money(page: OrderPage, owed: int, call: list[Button]) -> QWidget:
    buttons: list[QWidget] = [*call]
    if page.actor.may(_P.APPROVE_WORK):
        let = partial(asking.ask_overrule, page)
        buttons.append(Button(_("Let it go unpaid…"), let, icon="shield-key-outline", name="overrule"))
    if page.actor.may(_P.TAKE_PAYMENT):
        pay = partial(asking.ask_payment, page)
        buttons.append(Button(_("Take payment"), pay, kind="primary", icon="cash-plus", key="F6", name="take_payment"))
    words = _("{amount} is not paid; it is handed back when it is.").format(amount=kit.yuan(owed))
    return Band("warn", words, *buttons, lead=_("Payment:"), icon="cash-clock")


def _back(page: OrderPage, view: OrderView) -> list[QWidget]:
    if _A.FOLLOW_UP not in view.actions:
        return []
    ask = partial(asking.ask_follow_up, page)
    button = Button(_("Asked…"), ask, kind="primary", icon="phone-check-outline", key="Ctrl+Return", name="follow_up")
    words = _("The customer is called within two days; what they say closes the order.")
    return [Band("accent", words, button, lead=label(view.row.state), icon="phone-outline")]


def _asked(page: OrderPage, view: OrderView) -> list[QWidget]:
    if _A.CLOSE not in view.actions:
        return []
    button = Button(
        *(_("Close"), partial(page.step, hand_back_actions.close_order)),
        kind="primary",
        icon="check",
        key="Ctrl+Return",
        name="close",
    )
    blockers = view.steps.get(_A.CLOSE, ())
    if blockers:
        button.setEnabled(False)
        pay = partial(asking.ask_payment, page)
        may = page.actor.may(_P.TAKE_PAYMENT)
        taking = [Button(_("Take payment"), pay, icon="cash-plus", key="F6", name="take_payment")] if may else []
        return [Blocked(blockers, *taking, button)]
    return [Band("ok", _("Nothing is left to do."), button, lead=label(view.row.state))]


def _others(view: OrderView) -> QWidget:
    return Band("neutral", _("Others take the next step."), lead=label(view.row.state), icon="account-clock-outline")


def more(page: OrderPage, view: OrderView) -> list[tuple[str, str, Callable[[], object]]]:
    """What is done more rarely with a settlement, as (name, words, what it does)."""
    found: list[tuple[str, str, Callable[[], object]]] = []
    if _A.UNSETTLE in view.actions:
        found.append(("unsettle", _("Take the settlement back…"), partial(asking.ask_take_back, page)))
    if view.settlement is not None and page.actor.may(_P.SETTLE_WORK):
        found.append(("invoice", _("Invoice…"), partial(asking.ask_invoice, page)))
    return found
