"""Issuing parts to an order and taking them back, one request however often one clicks (W6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.kernel.i18n import _
from models.kernel.money import quantity_text
from models.service import part_issue_actions as issuing
from models.service.part_issue_actions import PartForm
from models.service.views import OrderLineView
from ui.kit.dialogs import FormDialog
from ui.kit.editors import QuantityEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.widgets import Text
from ui.kit.wording import joined

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage


class PartsEdit(QWidget):
    """A quantity for each part; what is 0 is left alone."""

    edited = Signal()

    def __init__(self, lines: Sequence[tuple[OrderLineView, int]]) -> None:
        super().__init__()
        self.rows: dict[int, QuantityEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, (line, most) in enumerate(lines):
            editor = self.rows[line.id] = QuantityEdit(zero=True)
            editor.setObjectName(f"part_{line.id}")
            editor.setFixedWidth(96)
            editor.set_value(most)
            editor.edited.connect(self.edited)
            unit = joined(_("of {quantity}").format(quantity=quantity_text(most)), line.unit)
            grid.addWidget(Text(joined(line.name, line.code), wrap=True), place, 0)
            grid.addWidget(editor, place, 1)
            grid.addWidget(Text(unit, "dim"), place, 2)
        if self.rows:
            self.setFocusProxy(next(iter(self.rows.values())))

    def value(self) -> tuple[PartForm, ...]:
        """What was typed. Raises RuleError for what is no quantity."""
        typed = {line: editor.value() or 0 for line, editor in self.rows.items()}
        return tuple(PartForm(line, quantity) for line, quantity in typed.items() if quantity)

    def set_value(self, value: Any) -> None:
        """Show these quantities."""
        for each in value or ():
            self.rows[each.line_id].set_value(each.quantity)


def ask_issue(page: OrderPage) -> FormDialog:
    """Issue parts: all that is still to be issued is proposed (领料)."""
    from ui.service.order_parts_section import left

    view = page.view
    assert view is not None
    editor = PartsEdit([(line, left(line)) for line in view.lines if left(line)])
    token = uuid4().hex
    dialog = FormDialog(
        page,
        _("Issue parts"),
        [
            Field("quantity", _("Part and quantity"), editor),
            Field("although_reserved", "", Tick(_("Also what is reserved for others"))),
        ],
        lambda values: issuing.issue_parts(
            page.actor, view.row.id, values["quantity"], token, values["although_reserved"]
        ),
        _("Issue"),
        width=600,
    )
    dialog.open()
    return dialog


def ask_return(page: OrderPage) -> FormDialog:
    """Take parts back into the stock (退料)."""
    view = page.view
    assert view is not None
    editor = PartsEdit([(line, line.issued) for line in view.lines if line.issued])
    for each in editor.rows.values():
        each.set_value(0)
    unused = Tick(_("They were not needed: do not charge them"))
    unused.set_value(True)
    token, reason = uuid4().hex, TextEdit(longest=200)
    dialog = FormDialog(
        page,
        _("Take parts back"),
        [
            Field("quantity", _("Part and quantity"), editor),
            Field("unused", "", unused),
            Field("reason", _("Reason"), reason),
        ],
        lambda values: issuing.return_parts(
            page.actor, view.row.id, values["quantity"], token, values["reason"], values["unused"]
        ),
        _("Take back"),
        width=600,
    )
    dialog.open()
    return dialog
