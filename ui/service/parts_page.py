"""The parts of the workshop: what is here of each, what is reserved, and what moved (W11)."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor
from models.stock import lists
from models.stock.views import QuantityRow
from ui.kit import wording
from ui.kit.desk import Desk
from ui.kit.editors import TextEdit
from ui.kit.record_page import lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import EmptyState, FactGrid, Line, ListRow, Panel, Text, clear, row


class PartsPage(QWidget):
    """The parts at the left, the one in front with its movements at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, QuantityRow] = {}
        self._chosen = 0
        self.search = TextEdit(_("Part number, name, pinyin"), longest=60)
        self.search.setObjectName("part_search")
        self.search.textChanged.connect(lambda text: self.show_page())
        empty = EmptyState("car-cog", _("No parts here"), _("Import them from a spreadsheet in the settings."))
        self.table = RecordTable(_columns(), lambda ids: [_Row(self._rows[each]) for each in ids], empty=empty)
        self.table.selected.connect(self._show)
        listing = Panel(flush=True)
        listing.add(row(Text(_("Parts"), "title"), "stretch", self.search, margins=(16, 10, 10, 8)), Line(), self.table)
        self._record = Panel()
        self._title, self._facts, self._history = Text("", "title", wrap=True), FactGrid(columns=2), QVBoxLayout()
        self._record.add(self._title, self._facts, Line())
        self._record.body.addLayout(self._history)
        self._record.add("stretch")
        self._beside = lay_beside(self, listing, self._record, 340)
        self.setFocusProxy(self.search)

    def minimumSizeHint(self) -> QSize:
        """So little that a narrow window need not scroll sideways."""
        return QSize(740, 260)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_page(self) -> None:
        """Show what is here, as far as it is found."""
        self._rows = {each.item_id: each for each in lists.quantity_rows(self.actor, self.search.text())}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()
        self._show(self._chosen if self._chosen in self._rows else next(iter(self._rows), 0))

    def open_record(self, kind: str, record_id: int) -> None:
        """Bring a part to sight."""
        self.search.clear()
        self.show_page()
        self._show(record_id)

    def take_focus(self) -> None:
        """Put the keys in the search."""
        self.search.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or changes.touches("item"):
            self.show_page()

    def _show(self, item_id: int) -> None:
        self._beside.setVisible(item_id in self._rows)
        if item_id not in self._rows:
            return
        self._chosen, held = item_id, self._rows[item_id]
        self.table.select(item_id)
        self._title.setText(held.name)
        facts = [(_("Here"), quantity_text(held.quantity)), (_("Reserved"), quantity_text(held.reserved))]
        self._facts.set_facts([*facts, (_("Where it stands"), held.place or "–")])
        clear(self._history)
        for each in lists.item_movements(self.actor, item_id):
            what = _("{what}: {detail}").format(what=label(each.kind), detail=quantity_text(each.quantity))
            said = _("{name}, {moment}").format(name=each.staff, moment=wording.moment(each.at))
            self._history.addWidget(ListRow("swap-vertical", what, wording.joined(each.reason, said)))


class _Row:
    """A row as the table wants it: with an ``id``."""

    def __init__(self, held: QuantityRow) -> None:
        self.id, self.held = held.item_id, held


def _columns() -> list[Column]:
    return [
        Column("code", _("Part number"), lambda each: each.held.code, width=150),
        Column("name", _("Item"), lambda each: each.held.name, bold=True),
        Column("here", _("Here"), lambda each: quantity_text(each.held.quantity), right=True, width=90),
        Column("unit", _("Unit"), lambda each: each.held.unit, width=70),
    ]
