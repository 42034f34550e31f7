"""Handing parts out to work orders and taking them back, line by line, as the parts keeper does it (W6, W11)."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor, Permission
from models.service import part_lists
from models.service.part_issue_actions import PartForm, issue_parts, return_parts
from models.service.part_lists import PartToIssue
from ui.kit import theme, wording
from ui.kit.desk import Crumb, Desk
from ui.kit.dialogs import FormDialog
from ui.kit.editors import QuantityEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Line, Panel, flowing

_WAITING, _OUT = "waiting", "out"


class Issuing(QWidget):
    """What orders wait for, or what is out on them; Enter issues the line in front, or takes it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, PartToIssue] = {}
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.show_list())
        self.issue = Button(_("Issue…"), self.ask, kind="primary", icon="package-up", name="issue_part", hint="Enter")
        self.back = Button(_("Take back…"), self.ask, icon="package-down", name="return_part", hint="Enter")
        self.part = Button(_("Show the part"), self._show_part, name="show_part")
        empty = EmptyState(
            "package-variant-closed",
            _("No order waits for parts"),
            _("Parts of an authorised estimate come here to be issued."),
        )
        self.table = RecordTable(
            _columns(),
            lambda ids: [self._rows[each] for each in ids if each in self._rows],
            empty=empty,
            spare=("promised", "code"),
        )
        self.table.opened.connect(lambda line_id: self.ask())
        listing = Panel(flush=True)
        listing.add(flowing(self.chips, "stretch", self.part, self.back, self.issue, margins=(16, 10, 10, 8)))
        listing.add(Line(), self.table)
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
        """Show what waits, or what is out."""
        waiting, out = part_lists.to_issue(), part_lists.out_on_orders()
        chosen = self.chips.selected or _WAITING
        named = ((_WAITING, _("To issue"), waiting), (_OUT, _("Out on orders"), out))
        self.chips.set_items(
            [(key, _("{filter} {count}").format(filter=text, count=len(rows)), "neutral") for key, text, rows in named]
        )
        self.chips.select(chosen)
        self._rows = {each.id: each for each in (waiting if chosen == _WAITING else out)}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()
        if self.table.selected_id is None:
            self.table.select_first()
        may = self.actor.may(Permission.KEEP_PARTS) and bool(self._rows)
        self.issue.setVisible(may and chosen == _WAITING)
        self.back.setVisible(may and chosen == _OUT)
        self.part.setVisible(bool(self._rows))

    @property
    def _front(self) -> PartToIssue | None:
        return self._rows.get(self.table.selected_id or 0)

    def ask(self) -> None:
        """Ask how much of the line in front is issued, or comes back."""
        line = self._front
        if line is not None and self.actor.may(Permission.KEEP_PARTS):
            (_ask_back if self.chips.selected == _OUT else _ask_issue)(self, self.actor, line)

    def _show_part(self) -> None:
        if self._front is not None:
            crumb = Crumb("part_to_issue", self._front.id, self._front.number)
            self._desk.open_record("part", self._front.item_id, crumb)


def _ask_issue(parent: QWidget, actor: Actor, line: PartToIssue) -> None:
    quantity, anyway, token = QuantityEdit(), Tick(_("Also what others have reserved")), uuid4().hex
    quantity.set_value(line.rest)

    def issue(values: dict[str, Any]) -> None:
        parts = (PartForm(line.id, values["quantity"] or 0),)
        issue_parts(actor, line.order_id, parts, token=token, although_reserved=values["anyway"])

    fields = [Field("quantity", _("Quantity"), quantity, _here(line), required=True), Field("anyway", "", anyway)]
    FormDialog(parent, _("Issue to the work order"), fields, issue, _("Issue"), _about(line)).open()


def _ask_back(parent: QWidget, actor: Actor, line: PartToIssue) -> None:
    quantity, unused, token = QuantityEdit(), Tick(_("It was not needed: take it off the order")), uuid4().hex
    quantity.set_value(line.issued)

    def take_back(values: dict[str, Any]) -> None:
        parts = (PartForm(line.id, values["quantity"] or 0),)
        return_parts(actor, line.order_id, parts, token=token, reason=values["reason"], unused=values["unused"])

    fields = [
        Field("quantity", _("Quantity"), quantity, required=True),
        Field("reason", _("Reason"), TextEdit(longest=200)),
        Field("unused", "", unused),
    ]
    FormDialog(parent, _("Back from the work order"), fields, take_back, _("Take back"), _about(line)).open()


def _about(line: PartToIssue) -> str:
    return wording.joined(line.number, line.plate, line.name)


def _here(line: PartToIssue) -> str:
    return wording.joined(_("{quantity} here").format(quantity=quantity_text(line.here)), line.place)


def _columns() -> list[Column]:
    return [
        Column("number", _("Work order"), lambda each: each.number, width=132, bold=True, sortable=False),
        Column("plate", _("Plate"), lambda each: each.plate, width=96, sortable=False),
        Column(
            *("promised", _("Promised"), lambda each: wording.moment(each.promised_at) if each.promised_at else "–"),
            width=104,
            sortable=False,
        ),
        Column("code", _("Part number"), lambda each: each.code, width=132, sortable=False),
        Column("name", _("Name"), lambda each: each.name, sortable=False),
        Column(*("wanted", _("Wanted"), lambda each: quantity_text(each.wanted)), right=True, width=70, sortable=False),
        Column(
            *("issued", _("Issued"), lambda each: quantity_text(each.issued) if each.issued else ""),
            right=True,
            width=70,
            sortable=False,
        ),
        Column(
            *("here", _("Here"), lambda each: quantity_text(each.here)),
            tone=lambda each: "bad" if each.here < each.rest else "",
            right=True,
            width=70,
            sortable=False,
        ),
        Column("place", _("Shelf place"), lambda each: each.place, width=72, sortable=False),
    ]
