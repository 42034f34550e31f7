"""The shelf: every part with what is here, and the one in front with who waits for it and what moved (W11)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor, Permission
from models.parts import lists
from models.parts.kinds import PartFilter, PartSort
from models.parts.views import PartMovement, PartRow, Waiting
from ui.kit import wording
from ui.kit.desk import Crumb, Desk
from ui.kit.editors import TextEdit
from ui.kit.record_page import lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FactGrid, FilterChips, Line, ListRow, Panel, Text, clear, flowing, row
from ui.service import part_dialogs as dialogs

_PAUSE, _WIDTH, _HISTORY = 120, 384, 40
_SORTS = {"code": PartSort.NUMBER, "name": PartSort.NAME, "here": PartSort.HERE, "place": PartSort.PLACE}
_ICONS = {"received": "tray-arrow-down", "issued": "tray-arrow-up", "brought_back": "keyboard-return"}


class Shelf(QWidget):
    """The parts at the left, the one in front at the right. ``document_asked`` with the kind and id of a paper."""

    document_asked = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: PartRow | None = None
        self._sort, self._backwards = PartSort.NUMBER, False
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.show_list())
        self.search = TextEdit(_("Part number, name, pinyin"), longest=60)
        self.search.setObjectName("part_search")
        self.search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.show_list)
        self.search.textChanged.connect(lambda text: self._pause.start())
        self.search.returnPressed.connect(self._to_first)
        empty = EmptyState(
            *("car-cog", _("No parts here")),
            _("Add one with “New part”, or bring them all in from a spreadsheet: Settings, Import."),
        )
        self.table = RecordTable(
            _columns(),
            lambda ids: lists.part_rows(self.actor, ids),
            on_sort=self._order_by,
            empty=empty,
            spare=("reserved", "minimum", "place"),
        )
        self.table.selected.connect(self._show)
        self.table.opened.connect(lambda item_id: self._ask(dialogs.ask_part))
        listing = Panel(flush=True)
        listing.add(row(self.search, margins=(10, 10, 10, 6)), flowing(self.chips, margins=(16, 0, 10, 8)))
        listing.add(Line(), self.table)
        self._record = Panel()
        self._title, self._number = Text("", "title", wrap=True), Text("", "dim", wrap=True)
        self._facts = FactGrid(columns=2)
        self._buttons = self._new_buttons()
        self._waiting, self._history = QVBoxLayout(), QVBoxLayout()
        self._record.add(self._title, self._number, self._facts, self._buttons)
        for box in (self._waiting, self._history):
            box.setSpacing(0)
            self._record.body.addLayout(box)
        self._record.add("stretch")
        self._beside = lay_beside(self, listing, self._record, _WIDTH, margin=0)
        self.setFocusProxy(self.search)
        self.table.sort_by("code")

    def _new_buttons(self) -> QWidget:
        change = Button(_("Change…"), lambda: self._ask(dialogs.ask_part), name="change_part", key="F2")
        use = Button(_("Use up…"), lambda: self._ask(dialogs.ask_use), name="use_part")
        back = Button(_("To the supplier…"), lambda: self._ask(_to_supplier), name="part_to_supplier")
        return flowing(change, use, back)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self, item_id: int = 0) -> None:
        """Show the parts under the chip and of the search; one in front, wherever it is, where it is told."""
        self._pause.stop()
        counts = lists.counts()
        chosen = self.chips.selected or PartFilter.ALL.value
        self.chips.set_items(
            [(each.value, _chip(each, counts[each]), _tone(each, counts[each])) for each in PartFilter]
        )
        self.chips.select(chosen)
        ids = self._ids(PartFilter(chosen))
        if item_id and item_id not in ids:
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
            part = lists.part(self.actor, item_id)
            self.chips.select((PartFilter.ALL if part is None or part.active else PartFilter.INACTIVE).value)
            ids = self._ids(PartFilter(self.chips.selected or PartFilter.ALL.value))
        self.table.set_ids(ids)
        self.table.refresh_rows()
        before = self.row.id if self.row else 0
        front = item_id if item_id in ids else before if before in ids else next(iter(ids), 0)
        self.table.select(front or None)
        self._show(front or None)

    def _ids(self, only: PartFilter) -> list[int]:
        query = self.search.value()
        return lists.part_ids(self.actor, only, query=query, sort=self._sort, backwards=self._backwards)

    def _order_by(self, key: str, descending: bool) -> None:
        if key in _SORTS:
            self._sort, self._backwards = _SORTS[key], descending
            self.table.sort_by(key, descending)
            self.show_list()

    def _to_first(self) -> None:
        self.show_list()
        self.table.setFocus()

    def _ask(self, ask: Callable[[QWidget, Actor, PartRow], object]) -> None:
        if self.row is not None and self.actor.may(Permission.KEEP_PARTS):
            ask(self, self.actor, self.row)

    def _show(self, item_id: int | None) -> None:
        self.row = lists.part(self.actor, item_id) if item_id else None
        self._beside.setVisible(self.row is not None)
        if self.row is None:
            return
        part = self.row
        self._title.setText(part.name)
        self._number.setText(wording.joined(part.code, part.spec, part.other_numbers))
        self._facts.set_facts(_facts(part))
        self._buttons.setVisible(self.actor.may(Permission.KEEP_PARTS))
        clear(self._waiting)
        waiting = lists.waiting(part.id)
        if waiting:
            self._waiting.addWidget(Text(_("Reserved for"), "dim"))
        for each in waiting:
            self._waiting.addWidget(self._line_of(each))
        clear(self._history)
        self._history.addWidget(Text(_("Movements"), "dim"))
        for move in lists.movements(self.actor, part.id, _HISTORY):
            self._history.addWidget(self._movement(move, part.unit))

    def _line_of(self, each: Waiting) -> ListRow:
        titles = {"contract": _("Contract"), "work_order": _("Work order"), "appointment": _("Appointment")}
        open_it = Button(_("Open"), lambda: self._open(each.kind, each.id))
        return ListRow(
            "lock-outline", wording.joined(titles[each.kind], each.number), quantity_text(each.quantity), open_it
        )

    def _movement(self, move: PartMovement, unit: str) -> ListRow:
        amount = _("{quantity} {unit}").format(quantity=_signed(move.quantity), unit=unit)
        title = _("{what}: {detail}").format(what=label(move.what), detail=amount.strip())
        value = wording.yuan(move.value) if move.value else ""
        said = wording.joined(wording.moment(move.at), move.staff, move.document, value, move.reason)
        open_it = Button(_("Open"), lambda: self._open(move.kind, move.record_id)) if move.kind else None
        return ListRow(_ICONS.get(move.what.value, "swap-vertical"), title, said, open_it)

    def _open(self, kind: str, record_id: int) -> None:
        if kind in ("part_slip", "stock_count"):
            self.document_asked.emit(kind, record_id)
        elif self.row is not None:
            self._desk.open_record(kind, record_id, Crumb("part", self.row.id, self.row.name))


def _to_supplier(parent: QWidget, actor: Actor, part: PartRow) -> object:
    return dialogs.ask_use(parent, actor, part, to_supplier=True)


def _chip(each: PartFilter, count: int) -> str:
    return _("{filter} {count}").format(filter=label(each), count=count)


def _tone(each: PartFilter, count: int) -> str:
    return "warn" if each is PartFilter.BELOW and count else "neutral"


def _signed(quantity: int) -> str:
    return f"+{quantity_text(quantity)}" if quantity > 0 else quantity_text(quantity)


def _facts(part: PartRow) -> list[tuple[str, ...]]:
    """What is known of a part; amounts only as far as the person has them."""
    facts: list[tuple[str, ...]] = [
        (_("Here"), _with_unit(part.here, part.unit), "bad" if part.to_order else ""),
        (_("Reserved"), quantity_text(part.reserved), "bad" if part.reserved > part.here else ""),
        (_("Shelf place"), part.place or "–"),
        (_("On order"), _ordered(part)),
        (_("Minimum"), quantity_text(part.minimum) if part.minimum else "–"),
        (_("Order up to"), quantity_text(part.maximum) if part.maximum else "–"),
        (_("Supplier"), part.supplier or "–"),
        (_("Warranty"), _warranty(part)),
    ]
    if part.price is not None:
        facts.append((_("Price"), wording.yuan(part.price)))
    if part.average is not None and part.value is not None:
        facts += [(_("Average cost"), wording.yuan(part.average)), (_("Value"), wording.yuan(part.value))]
    return facts


def _with_unit(quantity: int, unit: str) -> str:
    return _("{quantity} {unit}").format(quantity=quantity_text(quantity), unit=unit).strip()


def _ordered(part: PartRow) -> str:
    if not part.on_order:
        return "–"
    if part.expected_on is None:
        return quantity_text(part.on_order)
    day = wording.day(part.expected_on)
    return _("{quantity}, expected {day}").format(quantity=quantity_text(part.on_order), day=day)


def _warranty(part: PartRow) -> str:
    months = _("{count} months").format(count=part.warranty_months) if part.warranty_months else ""
    km = _("{km} km").format(km=f"{part.warranty_km:,}") if part.warranty_km else ""
    return wording.joined(months, km) or "–"


def _columns() -> list[Column]:
    return [
        Column("code", _("Part number"), lambda each: each.code, width=146),
        Column("name", _("Name"), lambda each: each.name, bold=True),
        Column(
            *("here", _("Here"), lambda each: _with_unit(each.here, each.unit)),
            tone=lambda each: "bad" if each.to_order else "",
            right=True,
            width=84,
        ),
        Column(
            *("reserved", _("Reserved"), lambda each: quantity_text(each.reserved) if each.reserved else ""),
            tone=lambda each: "bad" if each.reserved > each.here else "",
            right=True,
            width=66,
            sortable=False,
        ),
        Column(
            *("minimum", _("Minimum"), lambda each: quantity_text(each.minimum) if each.minimum else ""),
            right=True,
            width=66,
            sortable=False,
        ),
        Column("place", _("Shelf place"), lambda each: each.place, width=84),
    ]
