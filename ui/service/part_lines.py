"""Parts typed one after the other: a number or name, how much, what one costs, where it goes; Enter takes the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from models.kernel import i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.money import line_amount, quantity_text
from models.kernel.permissions import Actor, Permission
from models.parts import lists
from models.parts.views import PartRow
from ui.kit import wording
from ui.kit.editors import EnterFilter, MoneyEdit, QuantityEdit, TextEdit, show_wrong
from ui.kit.layout import row
from ui.kit.search import Group, Hit, SearchBox
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import EmptyState, Line, Panel, Text

_MOST_FOUND = 8


@dataclass(frozen=True)
class TypedPart:
    """A line: the part, hundredths, fen for one (None: not told), place; ``order_line`` of a supplier's order."""

    id: int
    item_id: int
    code: str
    name: str
    unit: str
    quantity: int
    cost: int | None = None
    place: str = ""
    order_line: int | None = None
    wrong: str = ""


class PartLines(Panel):
    """The lines with the row above into which the next is typed. ``edited`` when they change."""

    edited = Signal()

    def __init__(self, who: Callable[[], Actor], *, with_place: bool) -> None:
        super().__init__(flush=True)
        self._who, self._with_place = who, with_place
        self.lines: list[TypedPart] = []
        self._part: PartRow | None = None
        self._next = 1
        self.box = SearchBox(self._find, _("Part number, name, pinyin"))
        self.box.setObjectName("line_part")
        self.box.chosen.connect(self._take)
        self.quantity, self.cost, self.place = QuantityEdit(), MoneyEdit(), TextEdit(_("Shelf place"), longest=60)
        for name, editor, width in (
            ("line_quantity", self.quantity, 80),
            ("line_cost", self.cost, 110),
            ("line_place", self.place, 100),
        ):
            editor.setObjectName(name)
            editor.setFixedWidth(width)
        self.quantity.setAccessibleName(_("Quantity"))
        self.cost.setAccessibleName(_("Cost of one"))
        self.cost.setPlaceholderText(_("Cost of one"))
        self.place.setAccessibleName(_("Shelf place"))
        self.quantity.setPlaceholderText(_("Quantity"))
        enter = EnterFilter(self.add_line, self)
        for each in (self.quantity, self.cost, self.place):
            each.installEventFilter(enter)
        self._said = Text("", "fine", wrap=True)
        self.table = RecordTable(
            _columns(with_place),
            lambda ids: [each for each in self.lines if each.id in ids],
            empty=EmptyState("barcode", _("Type a part above"), _("Enter finds it, Enter takes the line.")),
        )
        self.table.setMinimumHeight(160)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table, self.remove_line)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        typed: Sequence[QWidget] = (self.quantity, self.cost, *((self.place,) if with_place else ()))
        self.add(row(self.box, *typed, margins=(10, 10, 10, 4)), row(self._said, margins=(16, 0, 10, 6)))
        self.add(Line(), self.table)
        self.setFocusProxy(self.box)

    def begin(self, lines: Sequence[TypedPart] = ()) -> None:
        """Show these lines, none by default."""
        self.cost.setVisible(self._who().may(Permission.SEE_COST))
        self.lines = [replace(each, id=number) for number, each in enumerate(lines, 1)]
        self._next = len(self.lines) + 1
        self._part = None
        self._clear()
        self._refresh()

    def add_line(self) -> None:
        """Take what is typed as a line, or say at the field what is missing."""
        if self._part is None:
            self.say(_("Choose a part first."), self.box)
            return
        try:
            quantity, cost = self.quantity.value(), self.cost.value()
        except RuleError as error:
            self.say(i18n.say(error), self.quantity)
            return
        if not quantity:
            self.say(_("Type how much."), self.quantity)
            return
        part, place = self._part, self.place.value()
        line = TypedPart(self._next, part.id, part.code, part.name, part.unit, quantity, cost, place)
        self._next += 1
        self.lines.append(line)
        self._part = None
        self._clear()
        self._refresh()
        self.box.setFocus()
        self.edited.emit()

    def remove_line(self) -> None:
        """Take the line in front out."""
        chosen = self.table.selected_id
        self.lines = [each for each in self.lines if each.id != chosen]
        self._refresh()
        self.edited.emit()

    def put(self, lines: Sequence[TypedPart]) -> None:
        """Add lines that came another way, such as pasted ones."""
        self.lines += [replace(each, id=self._next + place) for place, each in enumerate(lines)]
        self._next += len(lines)
        self._refresh()
        self.edited.emit()

    def show_error(self, error: RuleError) -> bool:
        """Say at a line what is wrong with it; whether the error is one of a line."""
        head, _dot, rest = (error.field or "").partition(".")
        number = rest.split(".")[0]
        if head != "lines" or not number.isdecimal() or int(number) >= len(self.lines):
            return False
        place = int(number)
        self.lines[place] = replace(self.lines[place], wrong=i18n.say(error))
        self._refresh()
        self.table.select(self.lines[place].id)
        self.say(i18n.say(error))
        return True

    def say(self, text: str, editor: QWidget | None = None) -> None:
        """Say what is wrong, at an editor where it is one's."""
        self._said.setText(text)
        self._said.set_tone("bad" if text else "")
        for each in (self.box, self.quantity, self.cost, self.place):
            show_wrong(each, each is editor and bool(text))
        if editor is not None:
            editor.setFocus()

    @property
    def total(self) -> int:
        """What the lines with a cost come to, in fen."""
        return sum(line_amount(each.cost, each.quantity) for each in self.lines if each.cost is not None)

    def _find(self, text: str) -> Sequence[Group]:
        found = lists.find_parts(self._who(), text, _MOST_FOUND)
        return [Group(_("Parts"), "car-cog", [Hit("part", each.id, each.name, _detail(each)) for each in found])]

    def _take(self, kind: str, item_id: int) -> None:
        self._part = lists.part(self._who(), item_id)
        if self._part is None:
            return
        self.say("")
        self._said.setText(_detail(self._part))
        self.box.setText(self._part.name)
        self.place.set_value(self._part.place)
        if self._part.average is not None:
            self.cost.set_value(self._part.average or self._part.last_cost or None)
        self.quantity.setFocus()

    def _clear(self) -> None:
        self.box.clear()
        for each in (self.quantity, self.cost, self.place):
            each.set_value(None)
        self.say("")

    def _refresh(self) -> None:
        self.table.set_ids([each.id for each in self.lines])
        self.table.refresh_rows()


def _detail(part: PartRow) -> str:
    here = _("{quantity} here").format(quantity=quantity_text(part.here))
    return wording.joined(part.code, part.spec, here, part.place)


def _columns(with_place: bool) -> list[Column]:
    place = [Column("place", _("Shelf place"), lambda each: each.place, width=90, sortable=False)] if with_place else []
    return [
        Column("code", _("Part number"), lambda each: each.code, width=140, sortable=False),
        Column("name", _("Name"), lambda each: each.name, detail=None, bold=True, sortable=False),
        Column("quantity", _("Quantity"), _amount, right=True, width=90, sortable=False),
        Column(
            *("cost", _("Cost of one"), lambda each: "" if each.cost is None else wording.yuan(each.cost)),
            right=True,
            width=110,
            sortable=False,
        ),
        *place,
        Column("wrong", "", lambda each: each.wrong, tone=lambda each: "bad", width=150, sortable=False),
    ]


def _amount(each: TypedPart) -> str:
    return _("{quantity} {unit}").format(quantity=quantity_text(each.quantity), unit=each.unit).strip()
