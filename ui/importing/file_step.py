"""The first step: what the rows hold, and where they come from; beneath it what was taken over before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.importing.lists import ImportRow, imports, kinds
from models.kernel import clock
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from ui.kit import theme
from ui.kit.editors import ChipChoice
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, Panel, Text, row


class FileStep(QWidget):
    """Chooses kind and file; the list beneath takes an import back, or brings in the rest of one that was cut off."""

    def __init__(
        self,
        actor: Actor,
        choose: Callable[[], object],
        paste: Callable[[], object],
        undo: Callable[[ImportRow], object],
        finish: Callable[[ImportRow], object],
    ) -> None:
        super().__init__()
        self._actor, self._rows = actor, dict[int, ImportRow]()
        mine = kinds(actor)
        self.kind = ChipChoice([(each, label(each)) for each in mine])
        self.kind.setObjectName("import_kind")
        self.kind.set_value(mine[0] if mine else None)
        button = Button(
            _("Choose a file…"), choose, kind="primary", icon="file-table-outline", key="Ctrl+O", name="choose"
        )
        paste_button = Button(
            _("Paste from a spreadsheet"), paste, icon="content-paste", key="Ctrl+V", name="paste_rows"
        )
        panel = Panel(_("What do the rows hold?"))
        hint = _(
            "A workbook (xlsx, xls, ods) or a text file (csv) as another system exports it, or rows that you copied in "
            "a spreadsheet, with their headings. Nothing is written before you have seen what it comes to."
        )
        panel.add(self.kind, Text(hint, "dim", wrap=True), 4, row(button, paste_button, "stretch"))
        self.finish_button = Button(
            _("Bring in the rest"), lambda: self._with(finish), kind="primary", icon="import", name="finish_import"
        )
        self.undo_button = Button(
            _("Undo this import…"), lambda: self._with(undo), icon="undo-variant", key="F8", name="undo_import"
        )
        empty = EmptyState("file-import-outline", _("Nothing was imported yet."))
        self.past = RecordTable(_columns(), self._fetch, tall=True, empty=empty)
        self.past.selected.connect(lambda run_id: self._show())
        before = Panel(_("Earlier imports"), self.finish_button, self.undo_button, flush=True)
        before.add(self.past)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(panel)
        box.addWidget(before, 1)
        self.setFocusProxy(button)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self._rows = {each.id: each for each in imports(self._actor)}
        self.past.set_ids(list(self._rows))
        self.past.refresh_rows()
        self._show()

    def known(self) -> list[ImportRow]:
        """The imports in the list."""
        return list(self._rows.values())

    def _fetch(self, ids: Sequence[int]) -> list[ImportRow]:
        return [self._rows[each] for each in ids if each in self._rows]

    def _show(self) -> None:
        chosen = self._rows.get(self.past.selected_id or 0)
        self.undo_button.setEnabled(chosen is not None and chosen.may_undo)
        self.finish_button.setVisible(chosen is not None and chosen.waiting > 0)

    def _with(self, do: Callable[[ImportRow], object]) -> None:
        if chosen := self._rows.get(self.past.selected_id or 0):
            do(chosen)


def counts(each: ImportRow) -> str:
    """How many rows an import wrote."""
    return _("{new} new, {merged} added to, {left_out} left out, {wrong} wrong").format(
        new=each.new, merged=each.merged, left_out=each.left_out, wrong=each.wrong
    )


def _state(each: ImportRow) -> str:
    if each.waiting:
        return _("Coming in")
    return _("Undone by {name}").format(name=each.undone_by) if each.undone_at else _("Stands")


def _columns() -> list[Column]:
    return [
        Column("file", _("File name"), lambda each: each.file_name, detail=lambda each: label(each.kind)),
        Column("rows", _("Rows"), counts, width=300),
        Column("at", _("Date"), _when, detail=lambda each: each.by, width=150),
        Column("state", _("State"), _state, tone=_tone, chip=True, width=170),
    ]


def _tone(each: ImportRow) -> str:
    if each.waiting:
        return "warn"
    return "neutral" if each.undone_at else "ok"


def _when(each: ImportRow) -> str:
    return clock.local(each.at).strftime("%Y-%m-%d %H:%M")
