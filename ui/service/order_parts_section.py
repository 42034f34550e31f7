"""The parts on an order's page: how many were issued, issue and return (W6, W11)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from models.kernel.i18n import _, label
from models.kernel.money import plain, quantity_text
from models.kernel.permissions import Actor, Permission
from models.service.kinds import LineKind, Stance, Supply
from models.service.part_issue_actions import PARTS_STATES
from models.service.views import OrderLineView, OrderView
from ui.kit import theme
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, Line, Panel, Text, row
from ui.kit.wording import joined
from ui.service import parts_asking
from ui.service.work_section import SHOWN, fit

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage


def sees_prices(actor: Actor) -> bool:
    """Whether somebody sees what the work costs; technicians do not (W6)."""
    return any(actor.may(each) for each in (Permission.ESTIMATE_WORK, Permission.SETTLE_WORK, Permission.KEEP_PARTS))


class OrderPartsSection:
    """零件: each part with what was issued of it."""

    def __init__(self, page: OrderPage) -> None:
        self.page = page
        self._lines: dict[int, OrderLineView] = {}
        self.issue = Button(
            _("Issue parts…"), partial(parts_asking.ask_issue, page), icon="package-up", name="issue_parts"
        )
        self.back = Button(
            _("Take parts back…"), partial(parts_asking.ask_return, page), icon="package-down", name="return_parts"
        )
        self.table = RecordTable(self._columns(), self._rows, tall=True)
        self.table.setObjectName("part_lines")
        margins = (theme.INSIDE, 8, theme.INSIDE, 8)
        head = row(Text(_("Parts"), "title"), "stretch", self.issue, self.back, margins=margins)
        self.widget = Panel(flush=True)
        self.widget.add(head, Line(), self.table)

    def _columns(self) -> Sequence[Column]:
        money = [
            Column("price", _("Price"), lambda line: plain(line.unit_price), right=True, width=110),
            Column("amount", _("Amount"), lambda line: plain(line.amount), right=True, width=110),
        ]
        return [
            Column("name", _("Part"), lambda line: line.name, detail=_about),
            Column("quantity", _("Quantity"), lambda line: quantity_text(line.quantity), right=True, width=84),
            *(money if sees_prices(self.page.actor) else []),
            Column(
                "issued",
                _("Stock"),
                lambda line: _issued(line)[0],
                tone=lambda line: _issued(line)[1],
                chip=True,
                width=130,
            ),
        ]

    def _rows(self, ids: Sequence[int]) -> list[OrderLineView]:
        return [self._lines[each] for each in ids if each in self._lines]

    def show_order(self, view: OrderView) -> None:
        """Show the parts of an order that is authorised."""
        wanted = (Stance.CHOSEN, Stance.OFFERED, Stance.UNUSED)
        lines = [line for line in view.lines if line.kind is LineKind.PART and line.stance in wanted]
        self._lines = {line.id: line for line in lines}
        self.widget.setVisible(view.row.state in SHOWN and bool(lines))
        self.table.set_ids(list(self._lines))
        self.table.refresh_rows()
        fit(self.table, len(lines))
        may = self.page.actor.may(Permission.KEEP_PARTS) and view.row.state in PARTS_STATES
        self.issue.setVisible(may and any(left(line) for line in lines))
        self.back.setVisible(may and any(line.issued for line in lines))


def left(line: OrderLineView) -> int:
    """What of a part is still to be issued from the stock, in hundredths."""
    counted = line.kind is LineKind.PART and line.item_id is not None and line.supply is not Supply.OWN
    return line.quantity - line.issued if counted and line.stance is Stance.CHOSEN else 0


def _about(line: OrderLineView) -> str:
    expected = _("expected {day}").format(day=line.expected_on.isoformat()) if line.expected_on and left(line) else ""
    extra = _("extra work") if line.extra_id is not None else ""
    return joined(line.code, "" if line.supply is Supply.STOCK else label(line.supply), expected, extra)


def _issued(line: OrderLineView) -> tuple[str, str]:
    if line.stance is Stance.OFFERED:
        return _("Customer to agree"), "bad"
    if line.stance is Stance.UNUSED:
        return label(line.stance), "neutral"
    if line.item_id is None or line.supply is Supply.OWN:
        return label(line.supply), "neutral"
    if not line.issued:
        return _("To be issued"), "neutral"
    if line.issued < line.quantity:
        said = _("{issued} of {quantity} issued").format(
            issued=quantity_text(line.issued), quantity=quantity_text(line.quantity)
        )
        return said, "warn"
    return _("Issued to the order"), "ok"
