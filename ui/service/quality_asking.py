"""How a step of quality went: passed, or why not and what is done again (W8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.service import quality_actions as quality
from models.service.kinds import Check, LineKind, Stance
from models.service.quality_actions import CheckForm
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, CountEdit, TextEdit
from ui.kit.forms import Field
from ui.service.ticks import Ticks

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage


def ask_check(page: OrderPage, step: Check) -> FormDialog:
    """The step on the order's page."""
    view = page.view
    assert view is not None
    work = [line for line in view.lines if line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN]
    road = view.sheet.road_test_allowed and any(line.road_test for line in work)
    lines = [(line.id, line.name) for line in work]
    return check_dialog(page, page.actor, view.row.id, step, lines, road=road, number=view.row.number)


def check_dialog(
    parent: QWidget,
    actor: Actor,
    order_id: int,
    step: Check,
    lines: list[tuple[int, str]],
    *,
    road: bool,
    number: str,
) -> FormDialog:
    """Ask how it went; what is asked for a failed one shows when it failed."""
    passed = ChipChoice([(True, _("Check passed")), (False, _("Back to work"))])
    passed.set_value(True)
    km, reason, redo = CountEdit(1, quality.LONGEST_ROAD_TEST), TextEdit(longest=400), Ticks(lines)
    km_field = Field("road_test_km", _("Road test, km"), km)
    why = Field("reason", _("What is wrong"), reason, required=True)
    again = Field("redo", _("What is done again"), redo)

    def show() -> None:
        for field in (why, again):
            field.setVisible(passed.value() is False)

    passed.edited.connect(show)
    show()

    def keep(values: dict[str, Any]) -> None:
        good = values["passed"]
        form = CheckForm(
            *(step, good, "" if good else values["reason"], () if good else values["redo"]),
            road_test_km=values.get("road_test_km"),
        )
        quality.check_order(actor, order_id, form)

    fields: list[Any] = [Field("passed", _("How it went"), passed), *([km_field] if road else []), why, again]
    title = _("{step}: {number}").format(step=label(step), number=number)
    dialog = FormDialog(parent, title, fields, keep, _("Save"), width=560)
    dialog.open()
    return dialog
