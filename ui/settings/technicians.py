"""What each technician can do, and the bay they mostly work in (W6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _, pick
from models.service import board, terms
from models.service.dispatch_actions import TechnicianForm, set_technician
from models.service.work_views import TechnicianRow
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, Tick
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import EmptyState, Panel
from ui.settings.desk import SettingsDesk


class TechniciansPage(QWidget):
    """A row for each technician; Enter or a double click changes it."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, TechnicianRow] = {}
        self._skills = {each.code: pick(each.name) for found in terms.templates() for each in found.skills}
        empty = EmptyState(
            *("account-hard-hat-outline", _("No technicians yet")),
            _("Give somebody on the staff the role of a technician first."),
        )
        self.table = RecordTable(self._columns(), self._fetch, empty=empty)
        self.table.opened.connect(self.open_technician)
        panel = Panel(_("Technicians"), flush=True, hint=_("Without any skill entered somebody may do everything."))
        panel.add(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel, 1)
        self.show_all()

    def show_all(self) -> None:
        """Read them again."""
        self._rows = {each.id: each for each in board.technicians(self._desk.session.actor)}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed."""
        if changes is None or changes.touches("staff") or changes.touches("workshop_bay"):
            self.show_all()

    def _fetch(self, ids: Sequence[int]) -> list[TechnicianRow]:
        return [self._rows[each] for each in ids if each in self._rows]

    def _columns(self) -> tuple[Column, ...]:
        def skills(each: TechnicianRow) -> str:
            known = [name for code, name in self._skills.items() if code in each.skills]
            return _(", ").join(known) or _("Everything")

        def bay(each: TechnicianRow) -> str:
            return board.bay_names().get(each.bay_id or 0, "–")

        return (
            Column("name", _("Name"), lambda each: each.name, bold=True, width=140, sortable=False),
            Column("skills", _("Skills"), skills, sortable=False),
            Column("bay", _("Workshop bay"), bay, width=140, sortable=False),
        )

    def open_technician(self, staff_id: int | None) -> FormDialog | None:
        """Change what one can do."""
        found = self._rows.get(staff_id or 0)
        if found is None:
            return None
        ticks = {code: Tick(name) for code, name in self._skills.items()}
        bay = ChoiceBox(board.bay_choices(), _("No bay"))
        bay.set_value(found.bay_id)
        for code, tick in ticks.items():
            tick.set_value(code in found.skills)

        def keep(values: dict[str, Any]) -> None:
            skills = tuple(code for code in ticks if values[code])
            set_technician(self._desk.session.actor, found.id, TechnicianForm(skills, values["bay_id"]))

        fields = [*(Field(code, "", tick) for code, tick in ticks.items()), Field("bay_id", _("Workshop bay"), bay)]
        dialog = FormDialog(self, found.name, fields, keep, columns=2, width=560)
        dialog.open()
        return dialog
