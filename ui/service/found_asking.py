"""A technician found something: what, what it takes by their judgement, which lines wait; no prices (W7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.kernel.i18n import _
from models.service import board
from models.service import extra_actions as extra
from models.service.estimate_actions import LineForm
from models.service.extra_actions import ExtraForm
from models.service.kinds import LineKind, Supply, WorkState
from models.service.work_views import BoardLine
from ui.kit.dialogs import FormDialog
from ui.kit.editors import NoteEdit, QuantityEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.service.ticks import Ticks

if TYPE_CHECKING:
    from ui.service.technician_page import TechnicianPage


def ask_found(page: TechnicianPage, line: BoardLine) -> FormDialog:
    """Tell the advisor, who prices it and asks the customer."""
    found, work, hours = NoteEdit(_("What is wrong, where"), lines=2), TextEdit(longest=80), QuantityEdit()
    parts, safety = NoteEdit(_("One part a line"), lines=2), Tick(_("Concerns safety"))
    open_ones = [each for each in board.lines_of_order(line.order_id) if each.work is not WorkState.DONE]
    held = Ticks([(each.id, each.name) for each in open_ones], (line.id,))

    def keep(values: dict[str, Any]) -> None:
        name = values["work"] or values["found"].splitlines()[0][:80] if values["found"] else values["work"]
        labour = LineForm(LineKind.LABOUR, name or "", values["hours"] or 100, 0, safety=values["safety"])
        typed = [each.strip() for each in values["parts"].splitlines() if each.strip()]
        lines = [LineForm(LineKind.PART, each[:80], 100, 0, parent=0, supply=Supply.ORDER) for each in typed]
        form = ExtraForm(values["found"], (labour, *lines), safety=values["safety"], affects=values["affects"])
        extra.find_extra(page.actor, line.order_id, form)

    dialog = FormDialog(
        page,
        _("Found something"),
        [
            Field("found", _("What was found"), found, required=True),
            (Field("work", _("What has to be done"), work), Field("hours", _("Hours"), hours)),
            Field("parts", _("Parts it takes"), parts),
            Field("safety", "", safety),
            Field("affects", _("This work stops until the customer has agreed"), held),
        ],
        keep,
        _("Tell the advisor"),
        width=600,
    )
    dialog.open()
    return dialog
