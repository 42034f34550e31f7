"""Units in stock: a list with filters, and the unit in front with what may be done with it and its history (S3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kernel import money
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.sales.reserving import holders
from models.stock import lists
from models.stock.kinds import STATE_TONES, MovementKind, StockFilter, UnitAction, UnitSort
from models.stock.views import MovementRow, UnitRow, UnitView
from ui.kit import theme
from ui.kit.editors import TextEdit
from ui.kit.flow import FlowLayout
from ui.kit.record_page import lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import (
    Button,
    Chip,
    EmptyState,
    FactGrid,
    FilterChips,
    Line,
    ListRow,
    Panel,
    Text,
    clear,
    flowing,
)
from ui.sales import stock_dialogs, wording
from ui.sales.desk import Desk

_PAUSE = 120
_CHIPS = (
    *(StockFilter.ALL, StockFilter.IN_STOCK, StockFilter.IN_TRANSIT, StockFilter.RESERVED, StockFilter.DEMO),
    *(StockFilter.OLD, StockFilter.SOLD, StockFilter.GONE),
)
_ICONS = {
    MovementKind.ANNOUNCED: "truck-outline",
    MovementKind.RECEIVED: "warehouse",
    MovementKind.MOVED: "map-marker-outline",
    MovementKind.DRIVEN: "counter",
    MovementKind.DEMO: "steering",
    MovementKind.DEMO_ENDED: "steering-off",
    MovementKind.RESERVED: "lock-outline",
    MovementKind.RELEASED: "lock-open-outline",
    MovementKind.SOLD: "key-outline",
    MovementKind.CORRECTED: "pencil-outline",
    MovementKind.WRITTEN_OFF: "delete-outline",
    MovementKind.RETURNED: "truck-outline",
    MovementKind.ISSUED: "tray-arrow-up",
}
_SORTS = {each.value: each for each in UnitSort}


class UnitsPart(QWidget):
    """The list at the left, the unit in front at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: UnitView | None = None
        self._order = (UnitSort.AGE, False)
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.show_list())
        self.search = TextEdit(_("VIN, serial number, name"), longest=60)
        self.search.setObjectName("stock_search")
        self.search.setFixedWidth(220)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.show_list)
        self.search.edited.connect(self._pause.start)
        empty = EmptyState(
            *("car-multiple", _("Nothing here")),
            _("Say in “How goods are counted” what is kept one by one, then receive it."),
        )
        self.table = RecordTable(
            _columns(self.actor),
            lambda ids: lists.unit_rows(self.actor, ids),
            tall=True,
            on_sort=self._sort,
            empty=empty,
        )
        self.table.selected.connect(self._show)
        listing = Panel(flush=True)
        listing.add(flowing(self.chips, "stretch", self.search, margins=(16, 10, 16, 10)), Line(), self.table)
        self._record = Panel()
        self._head, self._facts = QHBoxLayout(), FactGrid(columns=2)
        self._held, self._history = QHBoxLayout(), QVBoxLayout()
        self.buttons = FlowLayout(theme.GAP // 2)
        self._record.body.addLayout(self._head)
        self._record.body.addLayout(self._held)
        self._record.add(self._facts)
        self._record.body.addLayout(self.buttons)
        self._record.add(Line())
        self._record.body.addLayout(self._history)
        self._record.add("stretch")
        self._beside = lay_beside(self, listing, self._record, 340, margin=0)
        self.setFocusProxy(self.table)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self) -> None:
        """Show the units of the chip that hold what is typed."""
        self._pause.stop()
        picked = StockFilter(self.chips.selected) if self.chips.selected else StockFilter.ALL
        counts = lists.counts()
        self.chips.set_items(
            [
                (
                    *(each.value, _("{filter} {count}").format(filter=label(each), count=counts[each])),
                    "warn" if each is StockFilter.OLD and counts[each] else "neutral",
                )
                for each in _CHIPS
            ]
        )
        self.chips.select(picked.value)
        sort, down = self._order
        ids = lists.unit_ids(self.actor, picked, query=self.search.value(), sort=sort, backwards=down)
        self.table.set_ids(ids)
        self.table.refresh_rows()
        chosen = self._view.row.id if self._view and self._view.row.id in ids else next(iter(ids), 0)
        self._beside.setVisible(bool(chosen))
        if chosen:
            self.table.select(chosen)
            self._show(chosen)

    def show_unit(self, unit_id: int) -> None:
        """Show a unit, whichever chip it is under."""
        self._view = lists.unit_view(self.actor, unit_id)
        if self._view.row.left_on:
            sold = self._view.row.state.value
            self.chips.select(sold)
        else:
            self.chips.select(StockFilter.ALL.value)
        self.search.set_value("")
        self.show_list()

    def _sort(self, key: str, down: bool) -> None:
        self._order = (_SORTS[key], down)
        self.show_list()

    def _show(self, unit_id: int) -> None:
        if not unit_id:
            return
        view = self._view = lists.unit_view(self.actor, unit_id)
        clear(self._head)
        self._head.addWidget(Text(view.row.number, "title"))
        self._head.addWidget(Chip(label(view.row.state), STATE_TONES[view.row.state]))
        self._head.addStretch(1)
        self._show_holder(unit_id)
        self._facts.set_facts(_facts(view.row))
        clear(self.buttons)
        for what in map(UnitAction, view.actions):
            ask = partial(stock_dialogs.ask_action, self, self._desk, view, what)
            self.buttons.addWidget(Button(_("{what}…").format(what=label(what)), ask, name=what.value))
        clear(self._history)
        for each in lists.unit_movements(self.actor, unit_id):
            self._history.addWidget(ListRow(_ICONS[each.kind], _title(each), _detail(each)))

    def _show_holder(self, unit_id: int) -> None:
        clear(self._held)
        holder = holders([unit_id]).get(unit_id)
        if holder is not None:
            go = partial(self._desk.open_record, "contract", holder.contract_id)
            self._held.addWidget(Text(_("Contract"), "dim"))
            self._held.addWidget(Button(holder.number, go, kind="link", name="contract"))
            self._held.addWidget(Text(holder.customer))
            self._held.addStretch(1)


def _facts(unit: UnitRow) -> list[tuple[str, ...]]:
    facts: list[tuple[str, ...]] = [
        (_("Item"), unit.name),
        (_("Colour"), unit.colour or "–"),
        (_("Where it stands"), unit.place or "–"),
        (_("Mileage"), _("{km} km").format(km=f"{unit.mileage_km:,}")),
        (_("Arrived on"), wording.day(unit.arrived_on)),
        (
            _("Days here"),
            "–" if unit.age is None else str(unit.age),
            "warn" if (unit.age or 0) > lists.OLD_AFTER else "",
        ),
    ]
    if unit.expected_on and not unit.arrived_on:
        facts.append((_("Expected on"), wording.day(unit.expected_on)))
    if unit.left_on:
        facts.append((_("Left on"), wording.day(unit.left_on)))
    if unit.options:
        facts.append((_("Options"), unit.options))
    if unit.engine_number:
        facts.append((_("Engine number"), unit.engine_number))
    if unit.cost is not None:
        facts.append((_("Cost"), wording.yuan(unit.cost)))
    if unit.note:
        facts.append((_("Note"), unit.note))
    return facts


def _title(each: MovementRow) -> str:
    if each.mileage_km and each.kind is MovementKind.DRIVEN:
        return _("{what}: {detail}").format(
            what=label(each.kind), detail=_("{km} km").format(km=f"{each.mileage_km:,}")
        )
    if each.contract:
        return _("{what}: {detail}").format(what=label(each.kind), detail=each.contract)
    if each.place and each.kind in (MovementKind.MOVED, MovementKind.RECEIVED):
        return _("{what}: {detail}").format(what=label(each.kind), detail=each.place)
    return label(each.kind)


def _detail(each: MovementRow) -> str:
    said = _("{name}, {moment}").format(name=each.staff, moment=wording.moment(each.at))
    return _(" · ").join(part for part in (each.reason, said) if part)


def _columns(actor: Actor) -> list[Column]:
    columns = [
        Column(
            *("number", _("VIN or serial number"), lambda each: each.number),
            detail=lambda each: _(" · ").join(part for part in (each.name, each.colour) if part),
            bold=True,
        ),
        Column(
            *("state", _("State"), lambda each: label(each.state)),
            tone=lambda each: STATE_TONES[each.state],
            chip=True,
            width=110,
        ),
        Column("place", _("Where it stands"), lambda each: each.place or "–", width=120),
        Column(
            *("age", _("Days here"), lambda each: "–" if each.age is None else str(each.age)),
            tone=lambda each: "warn" if (each.age or 0) > lists.OLD_AFTER else "",
            right=True,
            width=90,
        ),
    ]
    if actor.may(Permission.SEE_COST):
        columns.append(Column("cost", _("Cost"), lambda each: money.plain(each.cost or 0), right=True, width=120))
    return columns
