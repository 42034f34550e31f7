"""Follow-up done in time, per person and month: everybody's for a manager, their own for anybody else."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from models.followup import lists
from models.followup.lists import Compliance
from models.kernel import clock, money
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from ui.kit import theme
from ui.kit.widgets import Chip, IconButton, Panel, Text, clear, column, row

_GOOD, _FAIR = 90_00, 70_00
_MONTHS_BACK = 24


class CompliancePanel(Panel):
    """The month in the head, one line per person: how much was in time, of how many, how many are overdue."""

    def __init__(self) -> None:
        super().__init__(_("Follow-up in time"))
        self._back, self._actor = 0, Actor(0, "", frozenset())
        self.month = Text("", "dim")
        self._later = IconButton("chevron-right", _("The month after"), lambda: self._turn(-1), name="month_after")
        earlier = IconButton("chevron-left", _("The month before"), lambda: self._turn(1), name="month_before")
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.add(row(earlier, self.month, self._later, "stretch"), self._table)

    def show_month(self, actor: Actor) -> None:
        """Show the month that was chosen, as far as this person may know."""
        self._actor = actor
        first = _month(self._back)
        every = lists.compliance(first)
        if not actor.may(Permission.MANAGE_FILES):
            every = [each for each in every if each.staff_id == actor.id]
        self.setVisible(bool(every) or self._back > 0 or actor.may(Permission.MANAGE_FILES))
        self.month.setText(f"{first:%Y-%m}")
        self._later.setEnabled(self._back > 0)
        clear(self._grid)
        for line, each in enumerate(every):
            self._show_line(line, each)
        if not every:
            self._grid.addWidget(Text(_("Nothing was due."), "dim"), 0, 0)

    def _show_line(self, line: int, each: Compliance) -> None:
        tone = "ok" if (each.share or 0) >= _GOOD else "warn" if (each.share or 0) >= _FAIR else "bad"
        share = _("{percent} %").format(percent=money.quantity_text((each.share or 0) // 100 * 100))
        told = _("{kept} of {due}").format(kept=each.kept, due=each.due)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        who: list[QWidget] = [Text(each.name, elide=True)]
        if each.missed:
            who.append(Text(_("{count} overdue").format(count=each.missed), "fine", tone="bad"))
        self._grid.addWidget(column(*who, gap=0), line, 0)
        self._grid.addWidget(Text(told, "dim"), line, 1, right)
        self._grid.addWidget(Chip(share, tone), line, 2, right)

    def _turn(self, by: int) -> None:
        self._back = max(0, min(self._back + by, _MONTHS_BACK))
        self.show_month(self._actor)


def _month(back: int) -> date:
    """The first day of the month so many months ago."""
    first = clock.today().replace(day=1)
    for _each in range(back):
        first = (first - timedelta(days=1)).replace(day=1)
    return first
