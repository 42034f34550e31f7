"""The orders a technician may check: those whose next step of quality is not on their own work (W8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _, label
from models.service import technician_lists
from models.service.work_views import CheckRow
from ui.kit import theme
from ui.kit.layout import clear
from ui.kit.widgets import Button, Panel, Text, column, row
from ui.kit.wording import joined
from ui.service import quality_asking

if TYPE_CHECKING:
    from ui.service.technician_page import TechnicianPage


class ChecksPanel:
    """A row for each order, with its button."""

    def __init__(self, page: TechnicianPage) -> None:
        self._page = page
        self.widget = Panel(_("To be checked"), flush=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.widget.body.addLayout(self._rows)

    def show_checks(self) -> None:
        """Show what waits for somebody who did none of it."""
        clear(self._rows)
        rows = technician_lists.to_check(self._page.actor)
        self.widget.setVisible(bool(rows))
        for each in rows:
            self._rows.addWidget(self._row(each))

    def _row(self, check: CheckRow) -> QWidget:
        ask = partial(
            quality_asking.check_dialog,
            *(self._page, self._page.actor, check.order_id, check.step, list(check.lines)),
            road=check.road_test,
            number=check.number,
        )
        words = column(
            Text(joined(check.plate, check.vehicle), "bold", elide=True),
            Text(joined(check.number, label(check.step), *(name for _line, name in check.lines)), "fine", elide=True),
            gap=1,
        )
        button = Button(_("Check…"), ask, icon="clipboard-check-outline", big=True, name=f"check_{check.order_id}")
        return row(words, "stretch", button, margins=(theme.INSIDE, 8, theme.INSIDE, 8))
