"""The second step: what each column holds, over the first rows of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from exchange.importing.checked import Column
from exchange.importing.taking_over import Opened
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel.errors import N_
from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.editors import ChipChoice, ChoiceBox
from ui.kit.widgets import Button, Panel, Text, column, row

_WIDTH = 168
_MOST_SAID = 30
_OF_CATALOGUE = N_("What becomes of rows whose code is in the catalogue already?")
_KNOWN = {
    ImportKind.CUSTOMERS: N_("What becomes of rows about somebody who has a file already (same phone or ID number)?"),
    ImportKind.GOODS: _OF_CATALOGUE,
    ImportKind.PARTS: _OF_CATALOGUE,
    ImportKind.STOCK: N_(
        "What becomes of rows about what is in stock already? Where it is added to, the quantity is set to what the "
        "file says; a unit is never taken in twice."
    ),
}


class ColumnsStep(QWidget):
    """Each column with a choice of what it holds; ``again`` reads another sheet, ``check`` goes on."""

    def __init__(
        self,
        opened: Opened,
        columns: Mapping[str, Column],
        again: Callable[[str], object],
        check: Callable[[], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self.opened = opened
        self.choices: list[ChoiceBox] = []
        self.on_duplicate = ChipChoice(OnDuplicate)
        self.on_duplicate.set_value(OnDuplicate.SKIP)
        self.sheet = ChoiceBox([(each, each or "–") for each in opened.sheets])
        self.sheet.set_value(opened.sheet_name)
        self.sheet.edited.connect(lambda: again(self.sheet.value()))
        self._columns = columns
        self.table = self._table()
        self.unread = Text("", "dim", wrap=True)
        panel = Panel(opened.name, hint=_("{count} rows").format(count=f"{len(opened.sheet.rows):,}"))
        if len(opened.sheets) > 1:
            panel.add(row(Text(_("Sheet"), "fine"), self.sheet, "stretch"))
        panel.add(Text(self._said(), "dim", wrap=True), self.table, self.unread)
        if opened.sheet.left_out:
            words = _("Left out as no data (totals, headings said again, who made the list): row {rows}.")
            panel.add(Text(words.format(rows=_(", ").join(map(str, opened.sheet.left_out))), "dim", wrap=True))
        panel.add(column(Text(_(_KNOWN[opened.kind]), "fine", wrap=True), self.on_duplicate, gap=4))
        go = Button(_("Check the rows"), check, kind="primary", icon="clipboard-check-outline", key="F6", name="check")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(panel, 1)
        box.addWidget(row(Button(_("Another file"), back, icon="arrow-left", name="back_to_file"), "stretch", go))
        self.setFocusProxy(self.choices[0] if self.choices else go)
        self._tell_unread()

    def meaning(self) -> tuple[str, ...]:
        """What each column holds, "" for one that is not read."""
        return tuple(each.value() or "" for each in self.choices)

    def _said(self) -> str:
        if self.opened.known:
            return _("These columns are read as they were the last time. Change what is not right.")
        if not any(self.opened.meaning):
            return _("No headings were recognised. Say over each column what it holds.")
        return _("The columns were recognised by their headings. Change what is not right.")

    def _table(self) -> QTableWidget:
        rows, headings = self.opened.preview(), self.opened.sheet.headings
        table = QTableWidget(len(rows) + 1, len(headings))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(120)
        table.setHorizontalHeaderLabels([each or _("(no heading)") for each in headings])
        numbers = [str(number) for number, _row in self.opened.sheet.rows[: len(rows)]]
        table.setVerticalHeaderLabels(["", *numbers])
        pairs = [(key, _(each.label)) for key, each in self._columns.items()]
        for place in range(len(headings)):
            choice = ChoiceBox(pairs, empty=_("not read"))
            choice.set_value(self.opened.meaning[place] or None)
            choice.setAccessibleName(headings[place])
            choice.setObjectName(f"column_{place}")
            choice.edited.connect(self._tell_unread)
            choice.installEventFilter(self)
            self.choices.append(choice)
            table.setCellWidget(0, place, choice)
            table.setColumnWidth(place, _WIDTH)
            for line, cells in enumerate(rows, 1):
                table.setItem(line, place, QTableWidgetItem(cells[place] if place < len(cells) else ""))
        table.setRowHeight(0, theme.INPUT + 4)
        return table

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A choice that the keys reach is scrolled into sight."""
        if event.type() == QEvent.Type.FocusIn and watched in self.choices:
            place = self.choices.index(watched)
            self.table.scrollTo(self.table.model().index(0, place))
        return False

    def _tell_unread(self) -> None:
        meaning = self.meaning()
        unread = [h for h, each in zip(self.opened.sheet.headings, meaning, strict=True) if h and not each]
        words = _("Not read: {columns}") if len(unread) <= _MOST_SAID else _("Not read: {columns} and {count} more")
        said = _(", ").join(unread[:_MOST_SAID])
        self.unread.setText(words.format(columns=said, count=len(unread) - _MOST_SAID) if unread else "")
        self.unread.setVisible(bool(unread))
