"""The line under an estimate: what is typed there finds operations and parts, or becomes a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from models.catalog import lists as catalog
from models.catalog.kinds import Kept
from models.kernel.i18n import _
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor
from models.service import lists, terms
from models.service.estimate_actions import LineForm
from models.service.kinds import LineKind, Supply
from models.trades.service_template import ServiceTemplate
from ui.kit.search import Group, Hit, SearchBox
from ui.kit.wording import joined, yuan
from ui.service.typed_work import TypedWork

_MOST_FOUND = 8


class WorkBox(SearchBox):
    """Finds operations and parts by name, sound or code; ``found`` with the line they make."""

    found = Signal(object)

    def __init__(self, who: Callable[[], Actor]) -> None:
        super().__init__(self._find, _("Type work or a part by name, pinyin or code to add it"))
        self.setObjectName("add_work")
        self._who, self._typed = who, ""
        self.template: ServiceTemplate | None = None
        self.chosen.connect(self._take)

    def _find(self, text: str) -> Sequence[Group]:
        actor = self._who()
        operations = lists.operations(actor, text, limit=_MOST_FOUND)
        work = [
            Hit(
                "operation",
                each.id,
                each.name,
                joined(
                    each.code,
                    yuan(each.price)
                    if each.price is not None
                    else _("{hours} h").format(hours=quantity_text(each.hours)),
                ),
            )
            for each in operations
        ]
        items = [each for each in catalog.find_items(actor, text, _MOST_FOUND * 2) if each.kept is Kept.QUANTITY]
        parts = [Hit("part", each.id, each.name, joined(each.code, yuan(each.price))) for each in items[:_MOST_FOUND]]
        own = [
            Hit(LineKind.LABOUR.value, 0, text, _("Labour, one hour")),
            Hit(LineKind.PART.value, 0, text, _("Part, to be ordered")),
            Hit(LineKind.OTHER.value, 0, text, _("Other")),
        ]
        return (
            Group(_("Work"), "wrench-outline", work),
            Group(_("Parts"), "car-cog", parts),
            Group(_("A line of your own"), "pencil-plus-outline", own),
        )

    def open_hit(self, hit: Hit) -> None:
        self._typed = self.text().strip()
        super().open_hit(hit)
        self.setFocus()

    def _take(self, kind: str, number: int) -> None:
        if kind == "operation":
            self.found.emit(self.of_operation(number))
        elif kind == "part":
            self.found.emit(self.of_part(number))
        else:
            rate = terms.rate_of(self.template) if self.template and kind == LineKind.LABOUR.value else 0
            supply = Supply.ORDER if kind == LineKind.PART.value else Supply.STOCK
            self.found.emit(TypedWork(LineForm(LineKind(kind), self._typed[:80], 100, rate, supply=supply)))

    def of_operation(self, operation_id: int) -> TypedWork:
        """The line an operation makes."""
        found = next(each for each in lists.operations(self._who(), limit=10_000) if each.id == operation_id)
        fixed = found.price is not None
        return TypedWork(
            LineForm(
                *(LineKind.LABOUR, found.name, 100 if fixed else found.hours),
                unit_price=found.price if found.price is not None else found.rate,
                code=found.code,
                operation_id=found.id,
                skill=found.skill,
                road_test=found.road_test,
                safety=found.safety,
                warranty_months=found.warranty_months,
                warranty_km=found.warranty_km,
            )
        )

    def of_part(self, item_id: int) -> TypedWork:
        """The line a part makes, from stock while there is one."""
        item = catalog.item(self._who(), item_id)
        answer = item.stock
        free = answer.here - answer.reserved
        template = self.template
        return TypedWork(
            LineForm(
                *(LineKind.PART, item.name, 100, item.price),
                code=item.code,
                unit=item.unit,
                item_id=item.id,
                supply=Supply.STOCK if free >= 100 else Supply.ORDER,
                expected_on=answer.expected_on,
                warranty_months=template.part_warranty_months if template else 0,
                warranty_km=template.part_warranty_km if template else 0,
            ),
            told=_("{count} in stock").format(count=quantity_text(max(free, 0))),
        )
