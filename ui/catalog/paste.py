"""Goods pasted from a spreadsheet, looked at before they are taken over: what is new, what changes, what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from models.catalog.import_actions import import_items
from models.catalog.importing import HEADINGS, PastedRow, PastedSheet, RowState, read_pasted
from models.kernel import i18n
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import N_, _
from models.kernel.permissions import Actor
from ui.kit import notices, theme
from ui.kit.dialogs import Sheet
from ui.kit.widgets import Button, Text, column

_WORDS = {
    RowState.NEW: N_("new"),
    RowState.CHANGED: N_("changed"),
    RowState.SAME: N_("as it is"),
    RowState.WRONG: N_("wrong"),
}
_BEFORE = 2
"""The columns before those pasted: what becomes of a row, and what is wrong with it."""

_TONES = {RowState.NEW: "ok", RowState.CHANGED: "accent", RowState.SAME: "dim", RowState.WRONG: "bad"}


def ask_paste(parent: QWidget, actor: Actor, text: str, then: Callable[[], object]) -> None:
    """Show what pasted rows mean; taken over all together or not at all, then ``then`` is called."""
    try:
        sheet = read_pasted(actor, text)
    except FrontdeskError as error:
        notices.error(error)
        return
    rows = sheet.to_import()
    take = Button(_("Import {count} goods").format(count=len(rows)), kind="primary", name="import")
    take.setEnabled(bool(rows))
    cancel = Button(_("Cancel"), hint="Esc", name="cancel")
    body = column(Text(_summary(sheet), "body", wrap=True), Preview(sheet), gap=10)
    body.setMinimumHeight(380)
    dialog = Sheet(parent, _("From a spreadsheet"), body, cancel, take, width=860)
    cancel.clicked.connect(lambda checked: dialog.reject())

    def go() -> None:
        try:
            import_items(actor, rows)
        except FrontdeskError as error:
            notices.error(error)
            return
        dialog.accept()
        notices.tell(_summary(sheet))
        then()

    take.clicked.connect(lambda checked: go())
    dialog.open()


def _summary(sheet: PastedSheet) -> str:
    counts = {state.value: sheet.count(state) for state in RowState}
    words = _("{new} new, {changed} changed, {same} as they are, {wrong} wrong.").format(**counts)
    if counts["wrong"]:
        words = _("{counts} Correct the red cells in the spreadsheet and paste again.").format(counts=words)
    return words


class Preview(QTableWidget):
    """The rows as pasted; under a column's heading stands what it is read as, a wrong cell is red and says why."""

    def __init__(self, sheet: PastedSheet) -> None:
        super().__init__(len(sheet.rows), len(sheet.heading) + _BEFORE)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        self.setHorizontalHeaderLabels(["", _("What is wrong"), *_titles(sheet)])
        for place, row in enumerate(sheet.rows):
            self._put(place, row, len(sheet.heading))
        self.resizeColumnsToContents()
        self.setColumnHidden(_BEFORE - 1, not sheet.count(RowState.WRONG))

    def _put(self, place: int, row: PastedRow, width: int) -> None:
        state = QTableWidgetItem(_(_WORDS[row.state]))
        state.setForeground(theme.ink(_TONES[row.state]))
        reasons = QTableWidgetItem(_("; ").join(i18n.say(error) for error in row.errors.values()))
        reasons.setForeground(theme.ink("bad"))
        for number, item in enumerate((state, reasons)):
            self.setItem(place, number, item)
        for number in range(width):
            cell = QTableWidgetItem(row.cells[number] if number < len(row.cells) else "")
            if number in row.errors:
                cell.setBackground(theme.color("bad_soft"))
                cell.setForeground(theme.ink("bad"))
                cell.setToolTip(i18n.say(row.errors[number]))
            self.setItem(place, number + _BEFORE, cell)


def _titles(sheet: PastedSheet) -> list[str]:
    """The headings as pasted, each with what it is read as where that is another word."""
    titles = []
    for heading, key in zip(sheet.heading, sheet.columns, strict=True):
        meant = _(HEADINGS[key][0]) if key else _("not read")
        titles.append(heading if heading == meant else f"{heading}\n{meant}")
    return titles
