"""Receiving parts: supplier, their document, and line after line; pasted from a spreadsheet, or from an order (W11)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.kernel import clock, i18n
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.parts import document_lists, lists
from models.parts.pasting import PastedLine, read_receipt
from models.parts.slip_actions import ReceiptForm, ReceiptLine, receive_parts
from models.parts.views import PartRow, PurchaseRow
from ui.kit import notices, theme, wording
from ui.kit.desk import AtTheCounter
from ui.kit.editors import DateEdit, TextEdit
from ui.kit.forms import Field, Form
from ui.kit.layout import column, row, scrolled
from ui.kit.widgets import Button, Panel, Text
from ui.service.part_lines import PartLines, TypedPart


class Receiving(QWidget):
    """A receipt being typed; it stays as it was until it is taken in or begun anew. ``done`` with its slip."""

    done = Signal(int)
    left = Signal()

    def __init__(self, session: AtTheCounter) -> None:
        super().__init__()
        self._session = session
        self._token = ""
        self.form = Form(
            (
                Field("supplier", _("Supplier"), TextEdit(longest=60), required=True),
                Field("document", _("Their delivery note"), TextEdit(longest=60)),
                Field("day", _("Came on"), DateEdit()),
                Field("note", _("Note"), TextEdit(longest=200)),
            )
        )
        self.lines = PartLines(self._actor, with_place=True)
        self.lines.edited.connect(self._add_up)
        self._sum = Text("", "bold")
        self.save = Button(_("Take into stock"), self.submit, kind="primary", key="Ctrl+Return", name="take_in")
        paste = Button(_("Paste from a spreadsheet"), self.paste, icon="content-paste", name="paste_receipt")
        cancel = Button(_("Leave"), self.leave, name="leave_receipt")
        head = Panel()
        head.add(self.form)
        foot = Panel(flush=True)
        foot.add(row(self._sum, "stretch", paste, cancel, self.save, margins=(16, 8, 10, 8)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(scrolled(column(head, self.lines, gap=theme.GAP)), 1)
        box.addWidget(foot)
        self.setFocusProxy(self.form.editor("supplier"))

    def _actor(self) -> Actor:
        return self._session.actor

    @property
    def begun(self) -> bool:
        """Whether a receipt is being typed."""
        return bool(self._token)

    def begin(self, order: PurchaseRow | None = None) -> None:
        """Begin a receipt, of what is still to come of an order where one is told; one half typed goes on."""
        if self.begun and order is None:
            return
        self._token = uuid4().hex
        self.form.set_values({"supplier": order.supplier if order else "", "document": "", "note": ""})
        self.form.set_values({"day": clock.today()})
        self.form.clear_errors()
        self.lines.begin(self._of_order(order) if order else ())
        self._add_up()

    def _of_order(self, order: PurchaseRow) -> Sequence[TypedPart]:
        lines = [each for each in document_lists.purchase_lines(self._actor(), order.id) if each.rest]
        places = {each.id: each.place for each in lists.part_rows(self._actor(), [each.item_id for each in lines])}
        return [
            TypedPart(
                0, each.item_id, each.code, each.name, each.unit, each.rest, each.cost, places[each.item_id], each.id
            )
            for each in lines
        ]

    def paste(self) -> None:
        """Add the rows of the clipboard; if one of them is wrong, none is added and the first is told."""
        try:
            read = read_receipt(QApplication.clipboard().text())
        except RuleError as error:
            notices.error(error)
            return
        wrong = [(place, each) for place, each in enumerate(read, 1) if each.error is not None]
        if wrong:
            self._tell_wrong(wrong)
        elif not read:
            notices.tell(_("There is nothing to paste: copy the rows in the spreadsheet first."), "neutral")
        else:
            parts = {each.id: each for each in lists.part_rows(self._actor(), [_line(each).item_id for each in read])}
            self.lines.put([self._pasted(_line(each), parts) for each in read])

    def _pasted(self, line: ReceiptLine, parts: dict[int, PartRow]) -> TypedPart:
        part = parts[line.item_id]
        where = line.place or part.place
        return TypedPart(0, part.id, part.code, part.name, part.unit, line.quantity, line.cost, where)

    def _tell_wrong(self, wrong: list[tuple[int, PastedLine]]) -> None:
        place, first = wrong[0]
        assert first.error is not None
        said = _("Row {row}, {code}: {why}").format(row=place, code=first.code or "–", why=i18n.say(first.error))
        more = _("{count} rows are wrong; nothing was added.").format(count=len(wrong))
        self.lines.say(wording.joined(said, more))

    def submit(self) -> None:
        """Take everything into stock, or say at its field or line what is wrong."""
        self.lines.say("")
        try:
            values = self.form.values()
            lines = tuple(
                ReceiptLine(each.item_id, each.quantity, each.cost, each.place, each.order_line)
                for each in self.lines.lines
            )
            slip = receive_parts(self._actor(), ReceiptForm(lines, **values, token=self._token)).id
        except FrontdeskError as error:
            self._refuse(error)
            return
        self._token = ""
        row_of = document_lists.slip_rows(self._actor(), [slip])[0]
        notices.tell(_("{number} taken in.").format(number=row_of.number))
        self.done.emit(slip)

    def _refuse(self, error: FrontdeskError) -> None:
        if isinstance(error, RuleError) and self.lines.show_error(error):
            return
        if isinstance(error, RuleError) and error.field == "lines":
            self.lines.say(i18n.say(error), self.lines.box)
        else:
            self.form.show_error(error)

    def leave(self) -> None:
        """Put the receipt away; nothing of it is taken in."""
        self._token = ""
        self.left.emit()

    def _add_up(self) -> None:
        count = _("{count} parts").format(count=len(self.lines.lines))
        total = wording.yuan(self.lines.total) if self.lines.total else ""
        self._sum.setText(wording.joined(count, total))


def _line(each: PastedLine) -> ReceiptLine:
    assert each.line is not None
    return each.line
