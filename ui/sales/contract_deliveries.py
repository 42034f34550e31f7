"""The deliveries of a contract, beside it: when, how far, and planning the next one (D1)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from models.delivery import lists
from models.delivery.states import DeliveryState
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.sales.states import AMENDABLE_STATES
from models.sales.views import ContractView
from ui.kit import wording
from ui.kit.desk import Crumb
from ui.kit.widgets import Button, Chip, Panel, Text, clear, column, row
from ui.sales.desk import Desk

_TONES = {DeliveryState.CANCELLED: "bad", DeliveryState.PLANNED: "accent", DeliveryState.CONFIRMED: "accent"}


class DeliveriesPanel(Panel):
    """The deliveries of a contract; each opens on its page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._contract: ContractView | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.plan = Button(_("Plan a delivery…"), self._plan, icon="calendar-plus", key="F4", name="plan_delivery")
        self.add(Text(_("Deliveries"), "dim"))
        self.body.addLayout(self._rows)
        self.add(row(self.plan, "stretch"))

    def show_contract(self, view: ContractView) -> None:
        """Show the deliveries there are; planning is offered while something is in none."""
        self._contract = view
        actor = self._desk.session.actor
        clear(self._rows)
        found = lists.of_contract(actor, view.row.id)
        for each in found:
            link = Button(
                each.number, partial(self._open, "delivery", each.id), kind="link", name=f"delivery_{each.id}"
            )
            tone = "bad" if each.late else _TONES.get(each.state, "ok")
            chip = Chip(label(each.state), tone)
            said = wording.joined(wording.moment(each.starts_at), each.bay, each.goods)
            self._rows.addWidget(column(row(link, chip, "stretch"), Text(said, "fine", wrap=True), gap=0))
        signed = view.row.state in AMENDABLE_STATES
        may = signed and view.own and actor.may(Permission.PLAN_DELIVERY)
        self.plan.setVisible(may and bool(lists.plannable_contract(view.row.id).lines))
        self.setVisible(bool(found) or may)

    def _plan(self) -> None:
        if self._contract is not None:
            self._open("delivery_plan", self._contract.row.id)

    def _open(self, kind: str, record_id: int) -> None:
        if self._contract is not None:
            number = self._contract.row.number
            crumb = Crumb("contract", self._contract.row.id, _("Contract {number}").format(number=number))
            self._desk.open_record(kind, record_id, crumb)
