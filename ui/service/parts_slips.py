"""Receipts, returns to suppliers and own use: the documents, and what stands on the one in front (W11)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor, Permission
from models.parts import document_lists as documents
from models.parts.kinds import SlipKind
from models.parts.views import SlipLine, SlipRow
from ui.kit import wording
from ui.kit.desk import Crumb, Desk
from ui.kit.record_page import lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FactGrid, FilterChips, Line, Panel, Text, flowing, row
from ui.service import part_dialogs as dialogs

_WIDTH, _LINES = 400, 200
_SPARE = ("lines", "document", "kind")
_TONES = {SlipKind.RECEIPT: "ok", SlipKind.SUPPLIER_RETURN: "warn", SlipKind.USE: "neutral"}


class Slips(QWidget):
    """The documents at the left, newest first, the one in front with its parts at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: SlipRow | None = None
        self.chips = FilterChips()
        self.chips.set_items([("", _("All"), "neutral"), *((each.value, label(each), "neutral") for each in SlipKind)])
        self.chips.select("")
        self.chips.chosen.connect(lambda key: self.show_list())
        empty = EmptyState("tray-arrow-down", _("Nothing has been received yet"), _("“Receive…” takes parts in."))
        self.table = RecordTable(
            _columns(), lambda ids: documents.slip_rows(self.actor, ids), empty=empty, spare=_SPARE
        )
        self.table.selected.connect(self._show)
        listing = Panel(flush=True)
        listing.add(flowing(self.chips, margins=(16, 10, 10, 8)), Line(), self.table)
        self._record = Panel()
        self._title, self._facts = Text("", "title", wrap=True), FactGrid(columns=2)
        self._of_slip: dict[int, SlipLine] = {}
        self.lines = RecordTable(
            _line_columns(), lambda ids: [_Row(each, self._of_slip[each]) for each in ids], tall=True
        )
        self.lines.setMinimumHeight(_LINES)
        self.lines.opened.connect(self._open_part)
        self.undo = Button(_("Take back…"), self._take_back, name="take_back_receipt")
        self._record.add(self._title, self._facts, row(self.undo, "stretch"), self.lines)
        self._beside = lay_beside(self, listing, self._record, _WIDTH, margin=0)
        self.setFocusProxy(self.table)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self, slip_id: int = 0) -> None:
        """Show the documents under the chip, one in front, whichever chip it is under, where it is told."""
        if slip_id:
            self.chips.select("")
        chosen = self.chips.selected
        ids = documents.slip_ids(SlipKind(chosen) if chosen else None)
        self.table.set_ids(ids)
        self.table.refresh_rows()
        before = self.row.id if self.row else 0
        front = slip_id or (before if before in ids else next(iter(ids), 0))
        self.table.select(front or None)
        self._show(front or None)

    def _show(self, slip_id: int | None) -> None:
        self.row = next(iter(documents.slip_rows(self.actor, [slip_id])), None) if slip_id else None
        self._beside.setVisible(self.row is not None)
        if self.row is None:
            return
        slip = self.row
        self._title.setText(wording.joined(slip.number, label(slip.kind)))
        facts = [
            (_("Supplier"), slip.supplier or "–"),
            (_("Their document"), slip.document or "–"),
            (_("Day"), slip.day.isoformat()),
            (_("Written by"), wording.joined(slip.staff, wording.moment(slip.at))),
        ]
        if slip.note:
            facts.append((_("Note"), slip.note))
        if slip.value is not None:
            facts.append((_("Value"), wording.yuan(slip.value)))
        self._facts.set_facts(facts)
        undoable = slip.kind is SlipKind.RECEIPT and not slip.taken_back
        self.undo.setVisible(undoable and self.actor.may(Permission.KEEP_PARTS))
        self._of_slip = dict(enumerate(documents.slip_lines(self.actor, slip.id), 1))
        self.lines.set_ids(list(self._of_slip))
        self.lines.refresh_rows()

    def _open_part(self, number: int) -> None:
        if self.row is not None:
            crumb = Crumb("part_slip", self.row.id, self.row.number)
            self._desk.open_record("part", self._of_slip[number].item_id, crumb)

    def _take_back(self) -> None:
        if self.row is not None:
            dialogs.ask_take_back(self, self.actor, self.row)


class _Row:
    """A line as the table wants it: with an ``id``."""

    def __init__(self, number: int, line: SlipLine) -> None:
        self.id, self.line = number, line


def _line_columns() -> list[Column]:
    def amount(each: _Row) -> str:
        return _("{quantity} {unit}").format(quantity=quantity_text(each.line.quantity), unit=each.line.unit).strip()

    return [
        Column(
            *("name", _("Name"), lambda each: each.line.name, lambda each: each.line.code), bold=True, sortable=False
        ),
        Column("quantity", _("Quantity"), amount, right=True, width=80, sortable=False),
        Column(
            *("cost", _("Cost of one"), lambda each: "" if each.line.cost is None else wording.yuan(each.line.cost)),
            right=True,
            width=96,
            sortable=False,
        ),
    ]


def _columns() -> list[Column]:
    return [
        Column("number", _("Number"), lambda each: each.number, width=130, bold=True, sortable=False),
        Column(
            *("kind", _("Kind"), lambda each: _("Taken back") if each.taken_back else label(each.kind)),
            tone=lambda each: "bad" if each.taken_back else _TONES[each.kind],
            chip=True,
            width=150,
            sortable=False,
        ),
        Column("supplier", _("Supplier"), lambda each: each.supplier or each.note, sortable=False),
        Column("document", _("Document"), lambda each: each.document, width=130, sortable=False),
        Column("day", _("Day"), lambda each: wording.day(each.day), width=90, sortable=False),
        Column("lines", _("Parts"), lambda each: str(each.lines), right=True, width=60, sortable=False),
    ]
