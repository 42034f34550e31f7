"""The units in stock that a contract has: chosen from what is free, reserved at its signing, taken off again (S3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.catalog.kinds import BY_UNIT
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.sales import unit_actions
from models.sales.reserving import RESERVING_STATES, CountedLine, ReservedUnit, counted_lines, units_of
from models.sales.states import ContractState
from models.sales.views import ContractView
from models.stock import lists
from models.stock.kinds import STATE_TONES
from models.stock.views import UnitRow
from ui.kit import notices
from ui.kit.dialogs import FormDialog, Sheet
from ui.kit.editors import TextEdit
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, Chip, EmptyState, IconButton, Panel, Text, clear, column, row
from ui.sales.desk import Desk

_OPEN_STATES = (ContractState.DRAFT, *RESERVING_STATES)


class Saved(Protocol):
    """What keeps the typed part of the page."""

    def flush(self) -> bool: ...


class UnitsPanel(Panel):
    """Line by line, for goods that are kept one by one; hidden where the contract has none."""

    def __init__(self, page: QWidget, desk: Desk, saver: Saved) -> None:
        super().__init__()
        self._page, self._desk, self._saver = page, desk, saver
        self._view: ContractView | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add(Text(_("From the stock"), "dim"))
        self.body.addLayout(self._rows)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_contract(self, view: ContractView) -> None:
        """Show what stands for the lines of a contract."""
        self._view = view
        clear(self._rows)
        lines = [each for each in counted_lines(view.row.id) if each.kept in BY_UNIT]
        units = units_of(view.row.id)
        self.setVisible(bool(lines or units))
        for line in lines:
            self._rows.addWidget(
                self._line(view, line, [each for each in units if each.line_position == line.position])
            )

    def _may_choose(self, view: ContractView) -> bool:
        return view.own and view.row.state in _OPEN_STATES and self.actor.may(Permission.APPLY_CONTRACT)

    def _line(self, view: ContractView, line: CountedLine, units: Sequence[ReservedUnit]) -> QWidget:
        may = self._may_choose(view)
        parts: list[QWidget] = [Text(line.name, "bold", elide=True)]
        parts += [self._unit(each, may) for each in units]
        if line.held < line.wanted:
            choose = Button(
                *(_("Choose from the stock…"), partial(self.ask_unit, line)), icon="warehouse", name="choose_unit"
            )
            parts.append(choose if may else Text(_("No unit chosen yet."), "dim"))
        return column(*parts, gap=4)

    def _unit(self, unit: ReservedUnit, may: bool) -> QWidget:
        show = Button(
            unit.number, partial(self._desk.open_record, "stock_unit", unit.unit_id), kind="link", name="unit"
        )
        chip = (
            Chip(_("Handed over"), "ok")
            if unit.sold
            else Chip(_("Reserved"), "warn")
            if unit.reserved
            else Chip(_("Chosen"), "neutral")
        )
        parts: list[QWidget | str] = [show, "stretch", chip]
        if may and not unit.sold:
            parts.append(IconButton("close", _("Take it off"), partial(self._let_go, unit), name="let_go"))
        where = _(" · ").join(part for part in (unit.colour, unit.place, "" if unit.here else _("In transit")) if part)
        return column(row(*parts), *([Text(where, "fine", elide=True)] if where else []), gap=0)

    def ask_unit(self, line: CountedLine) -> None:
        """Show what is free of a line's goods; Enter takes the one in front."""
        if not self._saver.flush():
            return
        free = {each.id: each for each in lists.free_units(self.actor, line.item_id)}
        taken = {each.unit_id for each in units_of(self._contract_id)}
        empty = EmptyState(
            *("warehouse", _("Nothing of it is free")),
            _("What is received into the stock, or on its way, can be chosen here."),
        )
        table = RecordTable(_columns(), lambda ids: [free[each] for each in ids], tall=True, empty=empty)
        table.setObjectName("free_units")
        table.set_ids([each for each in free if each not in taken])
        table.setMinimumHeight(280)
        take = Button(_("Choose"), kind="primary", hint="Enter", name="take_unit")
        cancel = Button(_("Cancel"), hint="Esc", name="cancel")
        sheet = Sheet(self._page, line.name, table, cancel, take, width=720)
        cancel.clicked.connect(lambda checked: sheet.reject())
        take.clicked.connect(lambda checked: self._choose(sheet, line, table.selected_id))
        table.opened.connect(lambda unit_id: self._choose(sheet, line, unit_id))
        sheet.open()
        if table.records.ids:
            table.select(table.records.ids[0])
        table.setFocus()

    @property
    def _contract_id(self) -> int:
        return self._view.row.id if self._view else 0

    def _choose(self, sheet: Sheet, line: CountedLine, unit_id: int | None) -> None:
        if not unit_id:
            return
        if notices.attempt(unit_actions.choose_unit, self.actor, self._contract_id, line.position, unit_id):
            sheet.accept()

    def _let_go(self, unit: ReservedUnit) -> None:
        if not self._saver.flush():
            return
        if not unit.reserved:
            notices.attempt(unit_actions.let_unit_go, self.actor, self._contract_id, unit.unit_id)
            return

        def let_go(values: dict[str, Any]) -> None:
            unit_actions.let_unit_go(self.actor, self._contract_id, unit.unit_id, values["reason"])

        reason = Field("reason", _("Reason"), TextEdit(longest=200), required=True)
        FormDialog(self._page, _("Take it off"), [reason], let_go, _("Take it off"), unit.number).open()


def _columns() -> list[Column]:
    return [
        Column(
            *("number", _("VIN or serial number"), lambda each: each.number),
            detail=lambda each: _(" · ").join(part for part in (each.colour, each.options) if part),
            bold=True,
        ),
        Column(
            *("state", _("State"), lambda each: label(each.state)),
            tone=lambda each: STATE_TONES[each.state],
            chip=True,
            width=110,
        ),
        Column("place", _("Where it stands"), _where, width=130),
        Column("age", _("Days here"), lambda each: "–" if each.age is None else str(each.age), right=True, width=90),
    ]


def _where(unit: UnitRow) -> str:
    """Where a unit stands, or when it is to come."""
    if unit.arrived_on is None and unit.expected_on:
        return _("due {day}").format(day=unit.expected_on.isoformat())
    return unit.place or "–"
