"""The catalogue: what the store sells, by category, and the form beside the list that adds and changes items."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.catalog import lists
from models.catalog.actions import LONGEST_LEAD, ItemForm, StockForm, add_item, change_item, sold_categories
from models.catalog.kinds import Availability, OptionKind
from models.catalog.lists import ItemRow
from models.kernel import money, search
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.shop.profile import trade
from ui.catalog.option_table import OptionTable
from ui.catalog.paste import ask_paste
from ui.kit import notices, theme, wording
from ui.kit.desk import Desk
from ui.kit.editors import ChoiceBox, CountEdit, DateEdit, MoneyEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Panel, Text, flowing, scrolled

_FORM = 400
_SPARE = ("unit", "cost", "stock", "code")
_TOLD = ("availability", "expected_on", "note", "scarce", "scarce_until")
_STOCK = ("availability", "expected_on", "lead_days", "stock_note", "scarce", "scarce_until")
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
            spare=_SPARE,
        )
        self.form = Form(*self._fields(), on_enter=self.save)
        self.save_button = Button(_("Save"), self.save, kind="primary", key="Ctrl+S", name="save_item")
        self.new_button = Button(_("New item"), self.start_new, icon="plus", key="Ctrl+N", name="new_item")
        self.paste_button = Button(_("Paste rows"), self.paste, icon="table-arrow-down", hint="Ctrl+V", name="paste")
        self.paste_button.setToolTip(_("Rows of a spreadsheet, copied with their headings"))
        QShortcut(QKeySequence.StandardKey.Paste, self.table, self.paste)
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
            Column("unit", _("Unit"), lambda row: row.unit, width=52, sortable=False),
            Column("price", _("Price"), lambda row: money.plain(row.price), right=True, width=104, sortable=False),
        ]
        if self._actor.may(Permission.SEE_COST):
            columns.append(
                Column("cost", _("Cost"), lambda row: _amount(row.cost), right=True, width=104, sortable=False)
            )
        stock = Column(
            *("stock", _("Stock"), lambda row: _stock(row)[0]),
            tone=lambda row: _stock(row)[1],
            chip=True,
            width=112,
            sortable=False,
        )
        return [*columns, stock]

    def _fields(self) -> list[Field | tuple[Field, ...]]:
        categories = ChoiceBox([(each.code, pick(each.name)) for each in sold_categories()])
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
        sees_cost = self._actor.may(Permission.SEE_COST)
        return [
            *fields,
            Field("active", _("Offered in quotes"), Tick(_("Sold at present"))),
            Field("colours", _("Colours"), OptionTable(OptionKind.COLOUR, sees_cost)),
            Field("options", _("Options"), OptionTable(OptionKind.OPTION, sees_cost)),
            *_stock_fields(),
        ]

    def _lay_out(self) -> None:
        panel = Panel(flush=True)
        panel.add(flowing(self.chips, margins=(theme.INSIDE, 10, theme.INSIDE, 0)))
        edges = (theme.INSIDE, 8, theme.INSIDE, 10)
        panel.add(flowing(self.search, "stretch", self.paste_button, self.new_button, margins=edges))
        panel.add(self.table)
        self._title = Text("", "title")
        side = Panel()
        side.setFixedWidth(_FORM)
        side.add(self._title)
        side.body.addWidget(scrolled(self.form), 1)
        side.add(self.save_button)
        for button in (self.new_button, self.paste_button):
            button.setVisible(self._actor.may(Permission.KEEP_CATALOG))
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
        for each in sold_categories():
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

    def paste(self) -> None:
        """Take over rows of a spreadsheet from the clipboard, after a look at them."""
        if self._actor.may(Permission.KEEP_CATALOG):
            ask_paste(self, self._actor, QGuiApplication.clipboard().text(), self.refresh)

    def save(self) -> None:
        """Add or change the item; what is wrong is said at its field."""
        if self.form.submit(self._write):
            notices.tell(_("Saved"))

    def _write(self, values: dict[str, Any]) -> None:
        values["price"] = values["price"] or 0
        if "cost" in values:
            values["cost"] = values["cost"] or 0
        stock = StockForm(**{name: values.pop(name) for name in _STOCK if name != "lead_days"})
        stock = replace(stock, lead_days=values.pop("lead_days") or 0)
        colours, options = values.pop("colours"), values.pop("options")
        form = ItemForm(**values, options=(*colours, *options), stock=stock)
        try:
            if self._item is None:
                changes = add_item(self._actor, form)
            else:
                changes = change_item(self._actor, self._item.id, self._item.version, form)
        except RuleError as error:
            raise self._at_its_table(error, len(colours)) from error
        self._unsaved = False
        self.refresh()
        self.table.select(changes.id)
        self._show_item(changes.id)

    def _at_its_table(self, error: RuleError, colours: int) -> RuleError:
        """An error of an option at the table it stands in, its row marked."""
        start, _dot, rest = (error.field or "").partition(".")
        if start != "options" or not rest:
            return error
        position, _dot, name = rest.partition(".")
        table, place = ("colours", int(position)) if int(position) < colours else ("options", int(position) - colours)
        self.form.editor(table).show_error(place, name)
        return RuleError(error.template, field=table, **error.parameters)

    def _show_item(self, item_id: int | None) -> None:
        if item_id is None or item_id not in self._rows:
            return
        self._offer_back()
        self._item = row = self._rows[item_id]
        self._title.setText(row.name)
        stock = {"stock_note" if name == "note" else name: getattr(row.stock, name) for name in _TOLD}
        self._fill({**vars(row), **stock, "colours": row.options, "lead_days": row.stock.lead_days or None})

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
            editor = _line(self.form.editor(name))
            if isinstance(editor, QLineEdit):
                editor.setText(value)
            elif isinstance(editor, OptionTable):
                editor.set_texts(value)
            else:
                editor.set_value(value)
        self.form.focus("code")

    def _fill(self, values: dict[str, Any]) -> None:
        names = ("category", "code", "name", "spec", "unit", "price", "active", "colours", "options", *_STOCK)
        costs = ("cost",) if self._actor.may(Permission.SEE_COST) else ()
        self.form.set_values({name: values.get(name) for name in (*names, *costs)})
        self.form.clear_errors()
        self._unsaved = False


def _stock_fields() -> list[Field | tuple[Field, ...]]:
    """“Is there one?”, and what is scarce until when."""
    return [
        Field("availability", _("Is there one?"), ChoiceBox(Availability)),
        (
            Field("expected_on", _("Expected on"), DateEdit()),
            Field("lead_days", _("Lead time in days"), CountEdit(0, LONGEST_LEAD)),
        ),
        Field("stock_note", _("Stock remark"), TextEdit(_("How many, which colours"), longest=80)),
        Field("scarce", _("What is scarce"), TextEdit(_("Told to customers until the day below"), longest=80)),
        Field("scarce_until", _("Scarce until"), DateEdit()),
    ]


def _typed(editor: Any) -> Any:
    """What stands in an input, wrong text too."""
    editor = _line(editor)
    if isinstance(editor, OptionTable):
        return editor.texts()
    return editor.text() if isinstance(editor, QLineEdit) else editor.value()


def _line(editor: Any) -> Any:
    """The input itself; of a date, the line it is typed in."""
    return editor.line if isinstance(editor, DateEdit) else editor


def _about(row: ItemRow) -> str:
    category = next((pick(each.name) for each in trade().categories if each.code == row.category), row.category)
    return _("{category} · {about}").format(category=category, about=row.spec) if row.spec else category


def _stock(row: ItemRow) -> tuple[str, str]:
    """Whether there is one, or that it is no longer sold."""
    return wording.stock(row.stock) if row.active else (_("No longer sold"), "neutral")


def _amount(value: int | None) -> str:
    return "" if value is None else money.plain(value)
