"""What the store still stands in for on the vehicle of an order, seen at the reception and at the settlement (W10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kernel.i18n import _
from models.service.views import OrderView
from models.warranty.giving_actions import WarrantyRow, warranties_of
from ui.kit.widgets import Text, clear, column
from ui.kit.wording import joined
from ui.service.order_side import SidePanel

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage


class WarrantyPanel(SidePanel):
    """The warranties of earlier orders that hold today at this mileage; work under them is free of charge."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page, _("Under the store's warranty"))

    def show_order(self, view: OrderView) -> None:
        """Show what holds; nothing where nothing does."""
        clear(self.rows)
        goods_id = view.row.goods_id
        found = warranties_of(goods_id, view.row.mileage) if goods_id else []
        earlier = [each for each in found if each.work_order_id != view.row.id]
        for each in earlier:
            self.rows.addWidget(
                column(Text(each.name, "bold", wrap=True), Text(_until(each), "fine", tone="ok"), gap=0)
            )
        self.widget.setVisible(bool(earlier))


def _until(each: WarrantyRow) -> str:
    """Until which day and km, whichever comes first."""
    state = each.state
    day = _("until {day}").format(day=state.until.isoformat()) if state.until else ""
    km = _("up to {km} km").format(km=f"{state.until_km:,}") if state.until_km is not None else ""
    return joined(day, km)
