"""The money of the store: what is overdue, invoices, the drawer, months of the books, commission; one in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from ui.kit import theme
from ui.kit.layout import Front
from ui.kit.widgets import IconButton, TabStrip
from ui.sales.desk import Desk
from ui.sales.money_commission import CommissionPage
from ui.sales.money_drawer import DrawerPage
from ui.sales.money_invoices import InvoicesPage
from ui.sales.money_months import MonthsPage
from ui.sales.money_overdue import OverduePage
from ui.sales.money_part import MoneyPart

_HEARD = ("payment", "contract", "invoice", "payment_reminder", "reconciliation", "month", "commission_dispute", "shop")


class MoneyPage(QWidget):
    """The lists of the cashier's desk. ``opened`` with kind and id of a record chosen, ``left`` on the way back."""

    opened = Signal(str, object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.strip = TabStrip()
        self.strip.chosen.connect(self.show_part)
        self._stack = Front()
        self._parts: dict[str, MoneyPart] = {}
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(back)
        top.addWidget(self.strip, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addLayout(top)
        box.addWidget(self._stack, 1)

    @property
    def part(self) -> MoneyPart:
        """The list in front."""
        part = self._stack.currentWidget()
        assert isinstance(part, MoneyPart)
        return part

    def show_part(self, key: str = "") -> None:
        """Bring a list to the front; the one before, or the first, without a name."""
        offered = parts_for(self._desk.session.actor)
        self.strip.set_items([(each, title) for each, (title, _page) in offered.items()])
        key = key or self.strip.selected
        key = key if key in offered else next(iter(offered))
        self.strip.select(key)
        if key not in self._parts:
            page = offered[key][1](self._desk)
            page.opened.connect(self.opened.emit)
            self._parts[key] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._parts[key])
        self._stack.updateGeometry()
        self.refresh(None)
        self.part.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Look again where something here was touched."""
        if changes is None or any(changes.touches(kind) for kind in _HEARD):
            self.part.refresh()


def parts_for(actor: Actor) -> dict[str, tuple[str, Callable[[Desk], MoneyPart]]]:
    """The lists this person has, by key in their order, with title and maker."""
    parts: dict[str, tuple[str, Callable[[Desk], MoneyPart]]] = {}
    if actor.may(Permission.REMIND):
        parts["overdue"] = (_("Overdue"), OverduePage)
    if actor.may(Permission.ASK_INVOICE):
        parts["invoices"] = (_("Invoices"), InvoicesPage)
    if actor.may(Permission.TAKE_PAYMENT):
        parts["drawer"] = (_("Drawer"), DrawerPage)
    if actor.may(Permission.STATE_RECEIVED) or actor.may(Permission.CLOSE_MONTH):
        parts["months"] = (_("Reconciliation"), MonthsPage)
    if actor.may(Permission.CLAIM_COMMISSION) or actor.may(Permission.CLOSE_MONTH):
        parts["commission"] = (_("Commission"), CommissionPage)
    return parts
