"""Goods kept by quantity: what is here and what contracts wait for; received, issued, counted (S3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor, Permission
from models.stock import lists
from models.stock.views import MovementRow, QuantityRow
from ui.kit.record_page import lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FactGrid, Line, ListRow, Panel, Text, clear, row
from ui.sales import stock_dialogs, wording
from ui.sales.desk import Desk


class QuantitiesPart(QWidget):
    """The goods at the left, the one in front with its movements at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, QuantityRow] = {}
        self._chosen = 0
        empty = EmptyState(
            *("package-variant-closed", _("Nothing is kept by quantity yet")),
            _("Say in “How goods are counted” what is, then receive it."),
        )
        self.table = RecordTable(_columns(), lambda ids: [_Row(self._rows[each]) for each in ids], empty=empty)
        self.table.selected.connect(self._show)
        listing = Panel(flush=True)
        listing.add(self.table)
        self._record = Panel()
        self._title, self._facts, self._history = Text("", "title", wrap=True), FactGrid(columns=2), QVBoxLayout()
        issue = Button(_("Issue…"), lambda: self._ask(stock_dialogs.ask_issue), name="issue")
        self._count = Button(_("Count…"), lambda: self._ask(stock_dialogs.ask_count), name="count")
        self._buttons = row(issue, self._count, "stretch")
        self._record.add(self._title, self._facts, self._buttons, Line())
        self._record.body.addLayout(self._history)
        self._record.add("stretch")
        self._beside = lay_beside(self, listing, self._record, 340, margin=0)
        self.setFocusProxy(self.table)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self) -> None:
        """Show what is here."""
        self._rows = {each.item_id: each for each in lists.quantity_rows(self.actor)}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()
        if self._chosen not in self._rows:
            self._chosen = next(iter(self._rows), 0)
        self._beside.setVisible(bool(self._chosen))
        if self._chosen:
            self.table.select(self._chosen)
            self._show(self._chosen)

    def _show(self, item_id: int) -> None:
        if item_id not in self._rows:
            return
        self._chosen, held = item_id, self._rows[item_id]
        self._title.setText(held.name)
        facts: list[tuple[str, ...]] = [
            (_("Here"), quantity_text(held.quantity)),
            (_("Reserved"), quantity_text(held.reserved), "bad" if held.reserved > held.quantity else ""),
            (_("Where it stands"), held.place or "–"),
        ]
        if held.value is not None and held.average is not None:
            facts += [(_("Average cost"), wording.yuan(held.average)), (_("Value"), wording.yuan(held.value))]
        self._facts.set_facts(facts)
        self._buttons.setVisible(self.actor.may(Permission.KEEP_STOCK))
        self._count.setVisible(self.actor.may(Permission.WRITE_OFF_STOCK))
        clear(self._history)
        for each in lists.item_movements(self.actor, item_id):
            self._history.addWidget(ListRow("swap-vertical", _moved(each), _detail(each)))

    def _ask(self, ask: object) -> None:
        if self._chosen and callable(ask):
            partial(ask, self, self._desk, self._rows[self._chosen])()


class _Row:
    """A row as the table wants it: with an ``id``."""

    def __init__(self, held: QuantityRow) -> None:
        self.id, self.held = held.item_id, held


def _moved(each: MovementRow) -> str:
    return _("{what}: {detail}").format(what=label(each.kind), detail=quantity_text(each.quantity))


def _detail(each: MovementRow) -> str:
    said = _("{name}, {moment}").format(name=each.staff, moment=wording.moment(each.at))
    return _(" · ").join(part for part in (each.contract, each.reason, said) if part)


def _columns() -> list[Column]:
    return [
        Column("name", _("Item"), lambda each: each.held.name, bold=True),
        Column("category", _("Category"), lambda each: wording.category(each.held.category), width=130),
        Column("here", _("Here"), lambda each: quantity_text(each.held.quantity), right=True, width=90),
        Column(
            *("reserved", _("Reserved"), lambda each: quantity_text(each.held.reserved) if each.held.reserved else ""),
            tone=lambda each: "bad" if each.held.reserved > each.held.quantity else "",
            right=True,
            width=90,
        ),
        Column("unit", _("Unit"), lambda each: each.held.unit, width=70),
    ]
