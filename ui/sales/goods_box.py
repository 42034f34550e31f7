"""The line under a quote's lines: what is typed there finds goods; what is not in the catalogue becomes a free line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from models.catalog import lists as catalog
from models.catalog.lists import ItemRow
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor
from models.shop.profile import trade
from models.trades.template import CategoryKind
from ui.kit.search import Group, Hit, SearchBox
from ui.sales import wording
from ui.sales.typed_lines import TypedLine, pasted_lines

_MOST_FOUND = 8


class GoodsBox(SearchBox):
    """Finds goods by name, sound or code; Enter takes the first.

    ``left`` is Tab, ``up`` the arrow upwards, ``options`` F4: those of the line added last.
    """

    found = Signal(object)
    pasted = Signal(str)
    left = Signal()
    up = Signal()
    options = Signal()

    def __init__(self, who: Callable[[], Actor]) -> None:
        super().__init__(self._find, _("Type a name, pinyin or code to add; rows of a spreadsheet can be pasted"))
        self.setObjectName("goods")
        self._who = who
        self.chosen.connect(self._take)

    def read(self, text: str) -> list[TypedLine]:
        """The lines that rows of a spreadsheet mean."""
        return pasted_lines(text, trade().categories[0].code, self._exact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        clipboard = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\t" in clipboard or "\n" in clipboard.strip():
            self.pasted.emit(clipboard)
        elif event.key() == Qt.Key.Key_Up and not self.results:
            self.up.emit()
        elif event.key() == Qt.Key.Key_F4:
            self.options.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not forward or self.text():
            return super().focusNextPrevChild(forward)
        self.left.emit()
        return True

    def _find(self, text: str) -> Sequence[Group]:
        rows = catalog.find_items(self._who(), text, _MOST_FOUND)
        goods = [Hit("item", each.id, each.name, _about(each)) for each in rows]
        free = [Hit("free", place, text, pick(each.name)) for place, each in enumerate(trade().categories)]
        return (
            Group(_("Catalogue"), "package-variant-closed", goods),
            Group(_("Not in the catalogue: a line of your own"), "pencil-plus-outline", free),
        )

    def open_hit(self, hit: Hit) -> None:
        self._typed = self.text().strip()
        super().open_hit(hit)

    def _take(self, kind: str, number: int) -> None:
        if kind == "item":
            self.found.emit(TypedLine.of_item(catalog.item(self._who(), number)))
            return
        category = trade().categories[number]
        line = TypedLine(category.code, "", deducted=category.kind is CategoryKind.DEDUCTION)
        line.type_into("name", self._typed)
        self.found.emit(line)

    def _exact(self, text: str) -> ItemRow | None:
        found = catalog.find_items(self._who(), text, _MOST_FOUND)
        return next((each for each in found if text in (each.name, each.code)), None)


def _about(item: ItemRow) -> str:
    parts = (item.code, wording.category(item.category), item.spec, wording.yuan(item.price))
    return _(" · ").join(part for part in parts if part)
