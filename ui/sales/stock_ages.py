"""How long what is here has been here, by category, and what it cost for who may see that (S3)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.kernel import money
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.stock import lists
from models.stock.kinds import AgeBand
from models.stock.views import BandRow
from ui.kit import theme
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import EmptyState, Figure, Panel, row
from ui.sales import wording
from ui.sales.desk import Desk

_TONES = {AgeBand.OLD: "bad", AgeBand.THREE_MONTHS: "warn"}


class AgesPart(QWidget):
    """The bands as figures above, category by category beneath."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bands: list[BandRow] = []
        self.figures = {band: Figure("0", label(band)) for band in AgeBand}
        empty = EmptyState("warehouse", _("Nothing is here yet"), _("What is received shows here by its age."))
        self.table = RecordTable(
            self._columns(), lambda ids: [_Row(each, self._bands[each - 1]) for each in ids], empty=empty
        )
        panel = Panel(flush=True)
        panel.add(row(*self.figures.values(), "stretch", gap=40, margins=(16, 12, 16, 12)), self.table)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(panel, 1)
        self.setFocusProxy(self.table)

    def show_list(self) -> None:
        """Reckon anew."""
        self._bands = lists.bands(self._desk.session.actor)
        for band, figure in self.figures.items():
            units = sum(each.units for each in self._bands if each.band is band)
            figure.say(str(units), _TONES.get(band, "") if units else "")
        self.table.set_ids(range(1, len(self._bands) + 1))
        self.table.refresh_rows()

    def _columns(self) -> list[Column]:
        columns = [
            Column("category", _("Category"), lambda each: wording.category(each.band.category), bold=True),
            Column(
                *("band", _("Days here"), lambda each: label(each.band.band)),
                tone=lambda each: _TONES.get(each.band.band, "neutral"),
                chip=True,
                width=150,
            ),
            Column("units", _("Units"), lambda each: str(each.band.units), right=True, width=90),
        ]
        if self._desk.session.actor.may(Permission.SEE_COST):
            value = Column("value", _("Value"), lambda each: money.plain(each.band.value or 0), right=True, width=160)
            columns.append(value)
        return columns


class _Row:
    """A row as the table wants it: with an ``id``."""

    def __init__(self, place: int, band: BandRow) -> None:
        self.id, self.band = place, band
