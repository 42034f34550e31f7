"""Extra work that waits for the customer: the band over the order, with the three ways they answer (W7)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.service.kinds import ExtraState
from models.service.views import ExtraView, OrderView
from ui.kit.widgets import Band, Button, IconButton
from ui.kit.wording import yuan
from ui.service import extra_asking, wording
from ui.service.order_parts_section import sees_prices

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage


def extra_bands(page: OrderPage, view: OrderView) -> list[QWidget]:
    """A band for each extra that is open."""
    return [_band(page, extra) for extra in view.extras if extra.state is ExtraState.OPEN]


def _band(page: OrderPage, extra: ExtraView) -> Band:
    may = page.actor.may(Permission.ESTIMATE_WORK)
    return Band(
        "bad",
        _said(extra, prices=sees_prices(page.actor)),
        *(_buttons(page, extra) if may else ()),
        lead=_("No work before the customer agrees:"),
        icon="phone-alert-outline",
    )


def _said(extra: ExtraView, *, prices: bool) -> str:
    """What was found, what it costs, when it would be ready; never glued: a sentence for each case."""
    at = wording.near(extra.promised_at) if extra.promised_at else ""
    values = {"found": extra.found, "amount": yuan(extra.amount), "at": at}
    if not prices:
        return _("{found}.").format(**values)
    if at:
        return _("{found}, {amount}, ready by {at}.").format(**values)
    return _("{found}, {amount}.").format(**values)


def _buttons(page: OrderPage, extra: ExtraView) -> list[QWidget]:
    call, sign = partial(extra_asking.ask_call, page, extra), partial(extra_asking.ask_signature, page, extra)
    refuse, price = partial(extra_asking.ask_refusal, page, extra), partial(extra_asking.ask_price, page, extra)
    return [
        Button(_("Log a call"), call, kind="primary", key="Ctrl+Return", name=f"call_{extra.no}"),
        Button(_("Sign here"), sign, name=f"sign_{extra.no}"),
        Button(_("Customer does not want it"), refuse, name=f"refuse_{extra.no}"),
        IconButton("pencil-outline", _("Change price and time"), price, name=f"price_{extra.no}"),
    ]
