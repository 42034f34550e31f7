"""The third step: what the file comes to and what is wrong with it, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exchange.importing.checked import Checked, Problem
from models.kernel import i18n
from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.editors import Tick
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Band, Button, EmptyState, Figure, Panel, row


@dataclass(frozen=True, slots=True)
class _Line:
    """A problem with its place in the list."""

    id: int
    problem: Problem


class CheckStep(QWidget):
    """Figures, the list of problems, and whether the good rows go in without the wrong ones."""

    def __init__(
        self,
        checked: Checked,
        save_wrong: Callable[[], object],
        go: Callable[[], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._checked = checked
        figures = Panel()
        figures.add(
            row(
                Figure(f"{checked.rows:,}", _("rows in the file")),
                Figure(f"{checked.new:,}", _("new"), "ok" if checked.new else ""),
                Figure(f"{checked.added:,}", _("added to what is there")),
                Figure(f"{checked.out:,}", _("left out")),
                Figure(f"{len(checked.wrong):,}", _("wrong"), "bad" if checked.wrong else ""),
            )
        )
        self.whole = Tick(_("Import nothing while one row is wrong"))
        self.whole.setObjectName("all_or_nothing")
        self.whole.setVisible(bool(checked.wrong))
        self.whole.edited.connect(self._show)
        self.save = Button(
            _("Save the wrong rows…"), save_wrong, icon="file-download-outline", key="F7", name="save_wrong"
        )
        self.save.setVisible(bool(checked.wrong))
        self.band = Band("neutral", "")
        self.band.hide()
        good = EmptyState("check-circle-outline", _("Nothing is wrong with this file."))
        self.table = RecordTable(_columns(), self._fetch, empty=good)
        self.table.set_ids(range(1, len(checked.problems) + 1))
        problems = Panel(_("What is wrong"), self.save, flush=True)
        problems.add(self.table)
        count = checked.new + checked.added
        self.go = Button(
            _("Import {count} rows").format(count=f"{count:,}"), go, kind="primary", icon="import", key="F6", name="go"
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        for each in (figures, self.band):
            box.addWidget(each)
        box.addWidget(problems, 1)
        to_columns = Button(_("Back to the columns"), back, icon="arrow-left", name="back_to_columns")
        box.addWidget(row(to_columns, "stretch", self.whole, self.go, gap=16))
        self.setFocusProxy(self.table)
        self._show()

    def _show(self) -> None:
        blocked = self.whole.value() and bool(self._checked.wrong)
        self.go.setEnabled(self._checked.batch is not None and not blocked)
        self.band.setVisible(self._checked.batch is None or blocked)
        text = _("Mend the wrong rows in the file and choose it again, or take the good ones alone.")
        if self._checked.batch is None:
            text = _("There is nothing to import: every row is wrong or known already.")
        self.band.say("warn", text)

    def _fetch(self, ids: Sequence[int]) -> list[_Line]:
        return [_Line(each, self._checked.problems[each - 1]) for each in ids]


def _columns() -> list[Column]:
    return [
        Column("row", _("Row"), lambda each: str(each.problem.row), right=True, width=80, sortable=False),
        Column("column", _("Column"), lambda each: each.problem.column or "–", width=150, sortable=False),
        Column("value", _("What stands there"), lambda each: each.problem.value or "–", width=220, sortable=False),
        Column(
            *("why", _("Why"), lambda each: i18n.say(each.problem.error)),
            tone=lambda each: "bad" if each.problem.refused else "",
            sortable=False,
        ),
    ]
