"""Goods pasted from a spreadsheet: what each row means, what is wrong at which cell, then all rows or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum, auto
from typing import Any

from models.catalog.actions import (
    LONGEST_LEAD,
    ItemForm,
    OptionForm,
    StockForm,
    check_item,
    sold_categories,
)
from models.catalog.kinds import Availability, OptionKind
from models.catalog.lists import ItemRow, items
from models.kernel import pasting
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import LANGUAGES, N_, _, label, pick, translator
from models.kernel.parsing import parse_count, parse_date, parse_money
from models.kernel.permissions import Actor
from models.kernel.tables import limited
from models.kernel.text import clean, folded, one_line
from models.shop.profile import trade

MOST_ROWS = 2000
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": (N_("Code"), N_("Item no."), N_("Article number")),
    "category": (N_("Category"), N_("Kind of goods")),
    "name": (N_("Name"), N_("Item"), N_("Item name")),
    "spec": (N_("Specification"), N_("Specification and remarks"), N_("Description")),
    "unit": (N_("Unit"), N_("Unit of measure")),
    "price": (N_("Price"), N_("Unit price"), N_("List price")),
    "cost": (N_("Cost"), N_("Purchase price")),
    "active": (N_("Offered in quotes"), N_("On sale")),
    "colours": (N_("Colours"), N_("Colour")),
    "options": (N_("Options"), N_("Extras")),
    "availability": (N_("Availability"), N_("Stock"), N_("Stock state")),
    "expected_on": (N_("Expected on"), N_("Expected day")),
    "lead_days": (N_("Lead time in days"), N_("Lead time")),
    "stock_note": (N_("Stock remark"),),
    "scarce": (N_("What is scarce"),),
    "scarce_until": (N_("Scarce until"),),
}
"""What a column may be called, in any language of the program."""

_YES, _NO = (N_("yes"), N_("on sale")), (N_("no"), N_("no longer sold"))
_STOCK = {each.name for each in fields(StockForm)}
_BETWEEN = str.maketrans("；、\n", ";;;")


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()
    WRONG = auto()


@dataclass(frozen=True)
class ImportRow:
    """One item to write; ``item_id`` 0 is a new one."""

    item_id: int
    form: ItemForm


@dataclass(frozen=True)
class PastedRow:
    """A row as pasted; ``errors`` by the place of the cell, -1 for what has no column."""

    cells: tuple[str, ...]
    state: RowState
    errors: Mapping[int, FrontdeskError]
    row: ImportRow | None


@dataclass(frozen=True)
class PastedSheet:
    """Everything pasted; ``columns`` name what each holds, "" for what is not read."""

    heading: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[PastedRow, ...]

    def count(self, state: RowState) -> int:
        """How many rows are new, changed, the same or wrong."""
        return sum(each.state is state for each in self.rows)

    def to_import(self) -> tuple[ImportRow, ...]:
        """What there is to write, nothing while a row is wrong."""
        if self.count(RowState.WRONG):
            return ()
        return tuple(each.row for each in self.rows if each.row and each.state is not RowState.SAME)


def read_pasted(actor: Actor, text: str) -> PastedSheet:
    """What pasted rows mean, for this person. Raises RuleError where the first row names no columns, or too many rows.

    Nothing is written; what a row does not name stays as it is.
    """
    rows = pasting.cells(text)
    if len(rows) > MOST_ROWS + 1:
        raise RuleError("At most {most} rows at once.", most=MOST_ROWS)
    heading = rows[0] if rows else []
    columns = pasting.columns(heading, HEADINGS)
    if "code" not in columns:
        raise RuleError("The first row has to name the columns, at least a code and a name.")
    return read_rows(actor, tuple(heading), columns, rows[1:])


def read_rows(
    actor: Actor, heading: tuple[str, ...], columns: tuple[str, ...], rows: Sequence[Sequence[str | None]]
) -> PastedSheet:
    """What rows mean whose columns are known, a code among them; a cell that is None leaves what is there.

    Nothing is written.
    """
    known = {item.code: item for item in items(actor, active_only=False)}
    seen: set[str] = set()
    return PastedSheet(heading, columns, tuple(_read_row(actor, cells, columns, known, seen) for cells in rows))


def _read_row(
    actor: Actor,
    cells: Sequence[str | None],
    columns: Sequence[str],
    known: Mapping[str, ItemRow],
    seen: set[str],
) -> PastedRow:
    places = {key: place for place, key in enumerate(columns) if key}
    said = {key: cells[place] if place < len(cells) else "" for key, place in places.items()}
    typed = {key: clean(text) for key, text in said.items() if text is not None}
    errors: dict[int, FrontdeskError] = {}
    before = known.get(one_line(typed["code"]))
    if typed["code"] in seen:
        errors[places["code"]] = RuleError("This code stands here twice.")
    seen.add(typed["code"])
    values: dict[str, Any] = {}
    for key, text in typed.items():
        try:
            values[key] = _READERS.get(key, _text)(text)
        except RuleError as error:
            errors[places[key]] = error
    row = None
    if not errors:
        row = ImportRow(before.id if before else 0, _form(values, before))
        try:
            _check(actor, row)
        except FrontdeskError as error:
            errors[_place_of(error, places, row.form)] = error
    state = RowState.WRONG if errors else RowState.CHANGED if before else RowState.NEW
    if before and row and not errors and row.form == _as_form(actor, before, row.form):
        state = RowState.SAME
    return PastedRow(tuple(each or "" for each in cells), state, errors, None if errors else row)


def _check(actor: Actor, row: ImportRow) -> None:
    check_item(actor, row.form, row.item_id)
    for name, limit in (("code", 40), ("name", 80), ("spec", 200), ("unit", 20)):
        limited(one_line(getattr(row.form, name)), limit, name)
    if row.form.stock:
        for name in ("stock_note", "scarce"):
            limited(one_line(getattr(row.form.stock, name)), 80, name)


def _place_of(error: FrontdeskError, places: Mapping[str, int], form: ItemForm) -> int:
    """The column an error belongs to; colours and options each have their own."""
    field = (error.field if isinstance(error, RuleError) else "cost") or ""
    name, _dot, rest = field.partition(".")
    if name == "options" and rest and form.options:
        colour = form.options[int(rest.split(".")[0])].kind is OptionKind.COLOUR
        name = "colours" if colour else "options"
    return places.get(name, -1)


def _form(values: dict[str, Any], before: ItemRow | None) -> ItemForm:
    """The item as it would be: what no column names as it was."""
    old = _stored(before) if before else ItemForm("", "", "", 0)
    plain = {
        name: values[name]
        for name in ("code", "category", "name", "spec", "unit", "price", "active", "cost")
        if name in values
    }
    form = replace(old, **{name: value for name, value in plain.items() if value is not None})
    if _STOCK & values.keys():
        stock = old.stock or StockForm(Availability.UNKNOWN)
        form = replace(form, stock=replace(stock, **{name: values[name] for name in _STOCK & values.keys()}))
    for key, kind in (("colours", OptionKind.COLOUR), ("options", OptionKind.OPTION)):
        if key in values:
            form = replace(form, options=_merged(form.options or (), kind, values[key]))
    return form


def _merged(before: Sequence[OptionForm], kind: OptionKind, named: Sequence[tuple[str, int]]) -> tuple[OptionForm, ...]:
    """The options with those of ``kind`` replaced by the ones named; a name that was there keeps its id and cost."""
    old = {each.name: each for each in before if each.kind is kind}
    new = [replace(old.get(name, OptionForm(kind, name)), price=price, active=True) for name, price in named]
    return (*(each for each in before if each.kind is not kind), *new)


def _stored(item: ItemRow) -> ItemForm:
    """What the catalogue holds of an item; costs stay as they are unless they are named."""
    told = item.stock
    return ItemForm(
        *(item.code, item.category, item.name, item.price, item.spec, item.unit, None, item.active),
        tuple(OptionForm(e.kind, e.name, e.price, None, e.active, e.id) for e in item.options),
        StockForm(
            *(told.availability, told.expected_on, told.lead_days, told.note, told.scarce, told.scarce_until),
        ),
    )


def _as_form(actor: Actor, item: ItemRow, wanted: ItemForm) -> ItemForm:
    """The item as stored, with its cost where ``wanted`` names one."""
    return replace(_stored(item), cost=item.cost if wanted.cost is not None else None)


def _text(text: str) -> str:
    return one_line(text)


def _category(text: str) -> str | None:
    """A category's code from its name in any language; nothing typed is nothing said."""
    if not text:
        return None
    for each in trade().categories:
        if folded(text) in {folded(each.code), *(folded(name) for name in each.name.values())}:
            return each.code
    names = _(", ").join(pick(each.name) for each in sold_categories())
    raise RuleError("There is no category called {code}; there are {names}.", code=text, names=names)


def _money(text: str) -> int | None:
    return parse_money(text) if text else None


def _active(text: str) -> bool | None:
    if not text:
        return None
    for words, answer in ((_YES, True), (_NO, False)):
        if folded(text) in {folded(translator(language)(word)) for language in LANGUAGES for word in words}:
            return answer
    raise RuleError("Type yes or no.")


def _availability(text: str) -> Availability:
    return _member(Availability, text) if text else Availability.UNKNOWN


def _member(kind: type[Availability], text: str) -> Availability:
    for each in kind:
        if folded(text) in {folded(each.value), *(folded(label(each, language)) for language in LANGUAGES)}:
            return each
    raise RuleError("Type one of: {choices}.", choices=", ".join(label(each) for each in kind))


def _options(text: str) -> list[tuple[str, int]]:
    """``Pearl white=3000; Red``: names with what each adds to the price."""
    found = []
    for part in filter(None, (each.strip() for each in text.translate(_BETWEEN).split(";"))):
        name, _equals, price = part.replace("＝", "=").partition("=")
        found.append((one_line(name), parse_money(price) if price else 0))
    return found


_READERS: dict[str, Callable[[str], Any]] = {
    "category": _category,
    "price": _money,
    "cost": _money,
    "active": _active,
    "availability": _availability,
    "expected_on": lambda text: parse_date(text) if text else None,
    "scarce_until": lambda text: parse_date(text) if text else None,
    "lead_days": lambda text: parse_count(text, most=LONGEST_LEAD) if text else 0,
    "colours": _options,
    "options": _options,
}
