"""The catalogue: what the store sells, by category, and the form beside the list that adds and changes items."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.catalog import lists
from models.catalog.actions import ItemForm, add_item, change_item
from models.catalog.lists import ItemRow
from models.kernel import money, search
from models.kernel.changes import Changes
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.shop.profile import trade
from ui.kit import notices, theme
from ui.kit.desk import Desk
from ui.kit.editors import ChoiceBox, MoneyEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Panel, Text

_FORM = 340
_ALL = ""
_MOST_FOUND = 500


def build_page(window: Desk) -> QWidget:
    """The page, for the settings."""
    return CatalogPage(window)


class CatalogPage(QWidget):
    """List at the left, the item's form at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, ItemRow] = {}
        self._item: ItemRow | None = None
        self._unsaved = False
        self.chips = FilterChips()
        self.search = TextEdit(_("Name, pinyin or code"), longest=60)
        self.search.setObjectName("item_search")
        self.search.setFixedWidth(220)
        self.table = RecordTable(
            self._columns(),
            lambda ids: [self._rows[each] for each in ids if each in self._rows],
            tall=True,
            empty=EmptyState("package-variant-closed", _("Nothing here yet"), _("Add what the store sells.")),
        )
        self.form = Form(*self._fields(), on_enter=self.save)
        self.save_button = Button(_("Save"), self.save, kind="primary", key="Ctrl+S", name="save_item")
        self.new_button = Button(_("New item"), self.start_new, icon="plus", key="Ctrl+N", name="new_item")
        self._lay_out()
        self.chips.chosen.connect(lambda key: self.show_ids())
        self.search.edited.connect(self.show_ids)
        self.table.selected.connect(self._show_item)
        self.form.edited.connect(self._note_typing)
        self.refresh()
        self.start_new()

    @property
    def _actor(self) -> Actor:
        return self._desk.session.actor

    def _columns(self) -> list[Column]:
        columns = [
            Column("code", _("Code"), lambda row: row.code, width=110, sortable=False),
            Column("name", _("Name"), lambda row: row.name, detail=_about, sortable=False),
            Column("unit", _("Unit"), lambda row: row.unit, width=64, sortable=False),
            Column("price", _("Price"), lambda row: money.plain(row.price), right=True, width=120, sortable=False),
        ]
        if self._actor.may(Permission.SEE_COST):
            columns.append(
                Column("cost", _("Cost"), lambda row: _amount(row.cost), right=True, width=120, sortable=False)
            )
        gone = _("No longer sold")
        sold = Column("active", "", lambda row: "" if row.active else gone, chip=True, width=96, sortable=False)
        return [*columns, sold]

    def _fields(self) -> list[Field | tuple[Field, ...]]:
        categories = ChoiceBox([(each.code, pick(each.name)) for each in trade().categories])
        fields: list[Field | tuple[Field, ...]] = [
            Field("category", _("Category"), categories),
            Field("code", _("Code"), TextEdit(longest=40), required=True),
            Field("name", _("Name"), TextEdit(longest=80), required=True),
            (Field("spec", _("Specification"), TextEdit(longest=200)), Field("unit", _("Unit"), TextEdit(longest=20))),
        ]
        price = Field("price", _("Price"), MoneyEdit(), required=True)
        if self._actor.may(Permission.SEE_COST):
            cost = Field("cost", _("Cost"), MoneyEdit(), hint=_("Seen only by who may see costs."))
            fields.append((price, cost))
        else:
            fields.append(price)
        return [*fields, Field("active", _("Offered in quotes"), Tick(_("Sold at present")))]

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 10)
        top.setSpacing(theme.GAP)
        for part in (self.chips, self.search, self.new_button):
            top.addWidget(part)
        top.setStretch(0, 1)
        panel = Panel(flush=True)
        panel.body.addLayout(top)
        panel.add(self.table)
        self._title = Text("", "title")
        side = Panel()
        side.setFixedWidth(_FORM)
        side.add(self._title, self.form, self.save_button, "stretch")
        self.new_button.setVisible(self._actor.may(Permission.KEEP_CATALOG))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(panel, 1)
        column = QVBoxLayout()
        column.addWidget(side)
        box.addLayout(column)
        side.setVisible(self._actor.may(Permission.KEEP_CATALOG))

    def refresh(self, changes: Changes | None = None) -> None:
        """Look at the whole catalogue again, if it was changed; None means it may have been."""
        if changes is not None and not changes.touches("item"):
            return
        rows = lists.items(self._actor, active_only=False)
        self._rows = {row.id: row for row in rows}
        items = [(_ALL, _("{filter} {count}").format(filter=_("All"), count=len(rows)))]
        for each in trade().categories:
            count = sum(row.category == each.code for row in rows)
            items.append((each.code, _("{filter} {count}").format(filter=pick(each.name), count=count)))
        self.chips.set_items(items)
        self.show_ids()

    def show_ids(self) -> None:
        """Show the items of the category chosen that hold what is typed in the search."""
        chosen, text = self.chips.selected, self.search.value()
        ids = [row.id for row in self._rows.values() if chosen in (_ALL, row.category)]
        if text:
            found = {hit.record_id for hit in search.find(text, ("item",), _MOST_FOUND)}
            ids = [each for each in ids if each in found]
        self.table.set_ids(ids)

    def start_new(self) -> None:
        """Empty the form for an item that is not there yet."""
        self._offer_back()
        self._item = None
        self.table.select(None)
        self._title.setText(_("New item"))
        self._fill({"category": self.chips.selected or trade().categories[0].code, "active": True})
        self.form.focus("code")

    def save(self) -> None:
        """Add or change the item; what is wrong is said at its field."""
        if self.form.submit(self._write):
            notices.tell(_("Saved"))

    def _write(self, values: dict[str, Any]) -> None:
        values["price"] = values["price"] or 0
        if "cost" in values:
            values["cost"] = values["cost"] or 0
        form = ItemForm(**values)
        if self._item is None:
            changes = add_item(self._actor, form)
        else:
            changes = change_item(self._actor, self._item.id, self._item.version, form)
        self._unsaved = False
        self.refresh()
        self.table.select(changes.id)
        self._show_item(changes.id)

    def _show_item(self, item_id: int | None) -> None:
        if item_id is None or item_id not in self._rows:
            return
        self._offer_back()
        self._item = row = self._rows[item_id]
        self._title.setText(row.name)
        self._fill(vars(row))

    def _note_typing(self) -> None:
        self._unsaved = True

    def _offer_back(self) -> None:
        """Before the form shows something else: what was typed and not saved can be brought back."""
        if self._unsaved:
            typed = {field.name: _typed(field.editor) for field in self.form.findChildren(Field)}
            bring_back = partial(self._bring_back, self._item, self._title.text(), typed)
            notices.tell(_("Not saved."), "neutral", undo=(_("Bring back what was typed"), bring_back))

    def _bring_back(self, item: ItemRow | None, title: str, typed: dict[str, Any]) -> None:
        self._item, self._unsaved = item, True
        self._title.setText(title)
        for name, value in typed.items():
            editor = self.form.editor(name)
            if isinstance(editor, QLineEdit):
                editor.setText(value)
            else:
                editor.set_value(value)
        self.form.focus("code")

    def _fill(self, values: dict[str, Any]) -> None:
        names = ("category", "code", "name", "spec", "unit", "price", "active")
        costs = ("cost",) if self._actor.may(Permission.SEE_COST) else ()
        self.form.set_values({name: values.get(name) for name in (*names, *costs)})
        self.form.clear_errors()
        self._unsaved = False


def _typed(editor: Any) -> Any:
    """What stands in an input, wrong text too."""
    return editor.text() if isinstance(editor, QLineEdit) else editor.value()


def _about(row: ItemRow) -> str:
    category = next((pick(each.name) for each in trade().categories if each.code == row.category), row.category)
    return _("{category} · {about}").format(category=category, about=row.spec) if row.spec else category


def _amount(value: int | None) -> str:
    return "" if value is None else money.plain(value)
