"""What to order and what is on order: the parts below their minimum by supplier, and the orders placed (W11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.kernel import clock
from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.parts import document_lists as documents
from models.parts import lists
from models.parts.kinds import PURCHASE_TONES, PurchaseState
from models.parts.purchase_actions import OrderLine, PurchaseForm, order_parts
from models.parts.views import PartRow, PurchaseLineRow, PurchaseRow
from ui.kit import notices, papers, theme, wording
from ui.kit.desk import Crumb, Desk
from ui.kit.dialogs import FormDialog
from ui.kit.editors import DateEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.record_page import lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FactGrid, FilterChips, Line, Panel, Text, flowing
from ui.service import part_dialogs as dialogs

_WIDTH, _LINES = 400, 200
_SPARE = ("unit", "on_order", "reserved", "supplier")


class Reorder(QWidget):
    """What is below its minimum, chosen by supplier; printed, copied, ordered. ``ordered`` with the order."""

    ordered = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, PartRow] = {}
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self._show_supplier())
        self.order = Button(_("Order these…"), self.ask_order, kind="primary", name="order_parts")
        self.copy_button = Button(_("Copy"), self.copy, icon="content-copy", name="copy_reorder")
        self.paper = Button(_("Print…"), self._print, icon="printer-outline", key="Ctrl+P", name="print_reorder")
        empty = EmptyState(
            "check-circle-outline",
            _("Nothing is below its minimum"),
            _("A part comes here when its stock falls below the minimum written in its file."),
        )
        self.table = RecordTable(
            _reorder_columns(),
            lambda ids: [self._rows[each] for each in ids if each in self._rows],
            empty=empty,
            spare=_SPARE,
        )
        self.table.opened.connect(lambda item_id: self._desk.open_record("part", item_id))
        listing = Panel(flush=True)
        buttons = flowing(self.chips, "stretch", self.paper, self.copy_button, self.order, margins=(16, 10, 10, 8))
        listing.add(buttons, Line(), self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(listing)
        self.setFocusProxy(self.table)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self, record_id: int = 0) -> None:
        """Show what is below its minimum now."""
        rows = lists.part_rows(self.actor, lists.reorder_ids(self.actor))
        self._rows = {each.id: each for each in rows}
        suppliers = sorted({each.supplier for each in rows})
        chosen = self.chips.selected or ""
        items = [("", _("{filter} {count}").format(filter=_("All"), count=len(rows)), "neutral")]
        for each in suppliers:
            count = sum(one.supplier == each for one in rows)
            name = each or _("No supplier told")
            items.append((f"={each}", _("{filter} {count}").format(filter=name, count=count), "neutral"))
        self.chips.set_items(items)
        self.chips.select(chosen if chosen in {key for key, _text, _tone in items} else "")
        self._show_supplier()

    @property
    def shown(self) -> list[PartRow]:
        """The parts of the supplier chosen, or all."""
        chosen = self.chips.selected or ""
        return [each for each in self._rows.values() if not chosen or each.supplier == chosen[1:]]

    def _show_supplier(self) -> None:
        self.table.set_ids([each.id for each in self.shown])
        self.table.refresh_rows()
        may = self.actor.may(Permission.KEEP_PARTS)
        for button in (self.order, self.copy_button):
            button.setVisible(may)
            button.setEnabled(bool(self.shown))
        self.paper.setVisible(self.actor.may(Permission.PRINT))

    def copy(self) -> None:
        """Put the list on the clipboard, as rows for a spreadsheet or a message to the supplier."""
        heads = (_("Part number"), _("Name"), _("Quantity"), _("Unit"))
        rows = [heads, *((each.code, each.name, quantity_text(each.to_order), each.unit) for each in self.shown)]
        QApplication.clipboard().setText("\n".join("\t".join(each) for each in rows))
        notices.tell(_("{count} parts copied.").format(count=len(self.shown)))

    def ask_order(self) -> None:
        """Ask from whom and for when the parts shown are ordered."""
        supplier, day, note = TextEdit(longest=60), DateEdit(), TextEdit(longest=200)
        names = {each.supplier for each in self.shown}
        supplier.set_value(next(iter(names)) if len(names) == 1 else "")
        lines, token = tuple(OrderLine(each.id, each.to_order, _agreed(each)) for each in self.shown), uuid4().hex

        def place(values: dict[str, Any]) -> None:
            self.ordered.emit(order_parts(self.actor, PurchaseForm(lines=lines, token=token, **values)).id)

        FormDialog(
            self,
            _("Order parts"),
            [
                Field("supplier", _("Supplier"), supplier, required=True),
                Field("expected_on", _("Expected on"), day),
                Field("note", _("Note"), note),
            ],
            place,
            _("Order"),
            _("{count} parts, each up to its maximum.").format(count=len(lines)),
        ).open()

    def _print(self) -> None:
        papers.show_paper(self, self.actor, PaperKind.REORDER_LIST, 0)


class Purchases(QWidget):
    """The orders with suppliers, those expected first; the one in front with its parts. ``receive`` with it."""

    receive = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: PurchaseRow | None = None
        self.chips = FilterChips()
        items = [("", _("All"), "neutral"), *((each.value, label(each), "neutral") for each in PurchaseState)]
        self.chips.set_items(items)
        self.chips.select(PurchaseState.ORDERED.value)
        self.chips.chosen.connect(lambda key: self.show_list())
        empty = EmptyState("truck-outline", _("Nothing is on order"), _("“To order” proposes what to order."))
        self.table = RecordTable(_purchase_columns(), lambda ids: documents.purchase_rows(self.actor, ids), empty=empty)
        self.table.selected.connect(self._show)
        listing = Panel(flush=True)
        listing.add(flowing(self.chips, margins=(16, 10, 10, 8)), Line(), self.table)
        self._record = Panel()
        self._title, self._facts = Text("", "title", wrap=True), FactGrid(columns=2)
        self._of_order: dict[int, PurchaseLineRow] = {}
        self.lines = RecordTable(_line_columns(), lambda ids: [self._of_order[each] for each in ids], tall=True)
        self.lines.setMinimumHeight(_LINES)
        self.lines.opened.connect(self._open_part)
        take = Button(_("It has come…"), self._receive, kind="primary", name="receive_order")
        later = Button(_("Another day…"), lambda: self._ask(dialogs.ask_expected), name="expect_order")
        close = Button(_("Rest does not come…"), lambda: self._ask(dialogs.ask_close), name="close_order")
        self._buttons = flowing(take, later, close)
        self._record.add(self._title, self._facts, self._buttons, self.lines)
        self._beside = lay_beside(self, listing, self._record, _WIDTH, margin=0)
        self.setFocusProxy(self.table)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self, purchase_id: int = 0) -> None:
        """Show the orders under the chip, one in front, whichever chip it is under, where it is told."""
        if purchase_id:
            self.chips.select("")
        chosen = self.chips.selected
        ids = documents.purchase_ids(PurchaseState(chosen) if chosen else None)
        self.table.set_ids(ids)
        self.table.refresh_rows()
        before = self.row.id if self.row else 0
        front = purchase_id or (before if before in ids else next(iter(ids), 0))
        self.table.select(front or None)
        self._show(front or None)

    def _show(self, purchase_id: int | None) -> None:
        self.row = next(iter(documents.purchase_rows(self.actor, [purchase_id])), None) if purchase_id else None
        self._beside.setVisible(self.row is not None)
        if self.row is None:
            return
        order = self.row
        self._title.setText(wording.joined(order.number, order.supplier))
        facts: list[tuple[str, ...]] = [
            (_("State"), label(order.state)),
            (_("Ordered on"), wording.joined(order.ordered_on.isoformat(), order.staff)),
            (_("Expected on"), order.expected_on.isoformat() if order.expected_on else "–", _late(order)),
        ]
        if order.value:
            facts.append((_("Order value"), wording.yuan(order.value)))
        for words, what in ((_("Note"), order.note), (_("Reason"), order.reason)):
            if what:
                facts.append((words, what))
        self._facts.set_facts(facts)
        open_still = order.state is PurchaseState.ORDERED
        self._buttons.setVisible(open_still and self.actor.may(Permission.KEEP_PARTS))
        self._of_order = {each.id: each for each in documents.purchase_lines(self.actor, order.id)}
        self.lines.set_ids(list(self._of_order))
        self.lines.refresh_rows()

    def _open_part(self, line_id: int) -> None:
        if self.row is not None:
            crumb = Crumb("purchase_order", self.row.id, self.row.number)
            self._desk.open_record("part", self._of_order[line_id].item_id, crumb)

    def _receive(self) -> None:
        self.receive.emit(self.row)

    def _ask(self, ask: Any) -> None:
        if self.row is not None:
            ask(self, self.actor, self.row)


def _line_columns() -> list[Column]:
    def come(each: PurchaseLineRow) -> str:
        return _("{received} of {quantity} {unit} have come").format(
            received=quantity_text(each.received), quantity=quantity_text(each.quantity), unit=each.unit
        )

    return [
        Column("name", _("Name"), lambda each: each.name, lambda each: each.code, bold=True, sortable=False),
        Column(
            *("received", _("Come"), come),
            tone=lambda each: "" if each.rest else "ok",
            right=True,
            width=130,
            sortable=False,
        ),
    ]


def _agreed(part: PartRow) -> int | None:
    """What is taken as agreed until the delivery note says otherwise: what one cost so far."""
    return (part.average or part.last_cost) or None


def _late(order: PurchaseRow) -> str:
    late = order.state is PurchaseState.ORDERED and order.expected_on and order.expected_on < clock.today()
    return "bad" if late else ""


def _reorder_columns() -> Sequence[Column]:
    def figure(key: str, title: str, width: int = 76, **more: Any) -> Column:
        def text(each: PartRow) -> str:
            return quantity_text(getattr(each, key)) if getattr(each, key) else ""

        return Column(key, title, text, right=True, width=width, sortable=False, **more)

    return [
        Column("code", _("Part number"), lambda each: each.code, width=150, sortable=False),
        Column("name", _("Name"), lambda each: each.name, bold=True, sortable=False),
        Column("supplier", _("Supplier"), lambda each: each.supplier, width=164, sortable=False),
        figure("here", _("Here")),
        figure("reserved", _("Reserved")),
        figure("on_order", _("On order")),
        figure("minimum", _("Minimum")),
        figure("to_order", _("To order"), 84, bold=True),
        Column("unit", _("Unit"), lambda each: each.unit, width=60, sortable=False),
    ]


def _purchase_columns() -> Sequence[Column]:
    return [
        Column("number", _("Number"), lambda each: each.number, width=130, bold=True, sortable=False),
        Column("supplier", _("Supplier"), lambda each: each.supplier, sortable=False),
        Column(
            *("state", _("State"), lambda each: label(each.state)),
            tone=lambda each: PURCHASE_TONES[each.state],
            chip=True,
            width=110,
            sortable=False,
        ),
        Column(
            *("expected_on", _("Expected on"), lambda each: wording.day(each.expected_on) if each.expected_on else "–"),
            tone=_late,
            width=100,
            sortable=False,
        ),
        Column(
            "lines", _("To come"), lambda each: f"{each.open_lines}/{each.lines}", right=True, width=80, sortable=False
        ),
    ]
