"""Likely duplicates of the whole store, to be compared and merged, or told apart (C3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.customers import duplicates, lists
from models.customers.duplicates import Likeness, Pair
from models.customers.lists import CustomerRow
from models.customers.merge_actions import keep_apart
from models.kernel import store
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from ui.customers.wording import called, reach
from ui.kit import jobs, notices
from ui.kit.jobs import JobBand, Work
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, Line, Panel, clear, row

Merge = Callable[[int, int], object]


@dataclass(frozen=True)
class PairRow:
    """Two files as one line of the table."""

    id: int
    first: CustomerRow
    second: CustomerRow
    likeness: Likeness


class PairsPage(Panel):
    """The pairs of the store: the sure ones at once, those by name as they are found in the background."""

    left = Signal()

    def __init__(self, actor: Callable[[], Actor], merge: Merge) -> None:
        super().__init__(_("Likely duplicates"), flush=True)
        assert self.head is not None
        self.head.add(Button(_("Close"), self.left.emit, hint="Esc", name="close_page"))
        self._actor, self._merge = actor, merge
        self._pairs: list[Pair] = []
        self._searched = False
        self._work = QVBoxLayout()
        nothing = EmptyState("account-multiple-check-outline", _("No two files look alike."))
        self.table = RecordTable(_pair_columns(), self._fetch, tall=True, empty=nothing)
        self.table.opened.connect(self._compare)
        self._compare_button = Button(_("Compare…"), self.compare, kind="primary", hint="Enter", name="compare_pair")
        self._apart_button = Button(_("Different people"), self.keep_apart, name="apart_pair")
        self.body.addLayout(self._work)
        self.add(self.table, Line(), row(self._compare_button, self._apart_button, "stretch", margins=(12, 8, 12, 8)))
        self.body.setStretch(1, 1)
        self.setFocusProxy(self.table)
        self.refresh()
        self._look_by_name()

    def refresh(self) -> None:
        """Read the pairs anew; those by name that were found stay."""
        by_name = [each for each in self._pairs if each.likeness is Likeness.NAME] if self._searched else []
        there = {row.id for row in lists.rows(self._actor(), [pair.first_id for pair in by_name])}
        there |= {row.id for row in lists.rows(self._actor(), [pair.second_id for pair in by_name])}
        self._show([*duplicates.sure_pairs(), *(each for each in by_name if {each.first_id, each.second_id} <= there)])

    def compare(self) -> None:
        """See the two files of the line chosen side by side."""
        if self.table.selected_id is not None:
            self._compare(self.table.selected_id)

    def keep_apart(self) -> None:
        """They are different people: the line goes and does not come back."""
        position = self.table.selected_id
        if position is None:
            return
        pair = self._pairs[position]
        if notices.attempt(keep_apart, self._actor(), pair.first_id, pair.second_id):
            self._show([each for each in self._pairs if each != pair])

    def _compare(self, position: int) -> None:
        pair = self._pairs[position]
        self._merge(pair.first_id, pair.second_id)

    def _look_by_name(self) -> None:
        def work(under_way: Work) -> list[Pair]:
            def step(done: int, total: int) -> None:
                under_way.check()
                under_way.progress(done, total)

            return duplicates.likely_pairs(step)

        job = jobs.run(work, self._found, cleanup=store.close_connection, owner=self)
        self._work.addWidget(JobBand(_("Looking for similar names…"), job))

    def _found(self, pairs: Sequence[Pair]) -> None:
        clear(self._work)
        self._searched = True
        sure = {frozenset((each.first_id, each.second_id)) for each in self._pairs}
        more = [each for each in pairs if frozenset((each.first_id, each.second_id)) not in sure]
        self._show([*self._pairs, *more])

    def _show(self, pairs: list[Pair]) -> None:
        self._pairs = pairs
        self.table.set_ids(list(range(len(pairs))))
        self.table.refresh_rows()
        self.table.select_first()
        for button in (self._compare_button, self._apart_button):
            button.setEnabled(bool(pairs))

    def _fetch(self, positions: Sequence[int]) -> list[PairRow]:
        pairs = [(position, self._pairs[position]) for position in positions]
        wanted = [each for _position, pair in pairs for each in (pair.first_id, pair.second_id)]
        found = {each.id: each for each in lists.rows(self._actor(), wanted)}
        return [
            PairRow(position, found[pair.first_id], found[pair.second_id], pair.likeness)
            for position, pair in pairs
            if pair.first_id in found and pair.second_id in found
        ]


def _pair_columns() -> list[Column]:
    return [
        Column("first", _("File"), lambda each: _name(each.first), lambda each: reach(each.first), bold=True),
        Column("second", _("Other file"), lambda each: _name(each.second), lambda each: reach(each.second), bold=True),
        Column("likeness", _("What they share"), lambda each: label(each.likeness), tone=_tone, width=210),
    ]


def _name(file: CustomerRow) -> str:
    return called(file.name, file.form_of_address)


def _tone(pair: PairRow) -> str:
    return "bad" if pair.likeness in duplicates.CERTAIN else "warn"
