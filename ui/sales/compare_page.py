"""Quotes of a customer, or versions of one, side by side; what differs stands out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.papers.facts import PaperKind
from models.sales import lists
from models.sales.quote_paper_facts import comparable, compared
from models.sales.quote_papers import ComparedQuote, ComparedRow, ComparedSection, ComparisonPaper
from ui.kit import papers, theme
from ui.kit.layout import mark
from ui.kit.record_page import Page
from ui.kit.widgets import Button, Chip, EmptyState, IconButton, Line, Panel, Text, clear, row, scrolled
from ui.sales import wording
from ui.sales.desk import Desk

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ComparePage(Page):
    """The comparison. ``left`` is the way back, ``opened`` names a quote somebody chose."""

    left = Signal()
    opened = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.quote_ids: list[int] = []
        self._customer_id = 0
        self._title = Text("", "title", elide=True)
        self.print_button = Button(
            _("Print comparison"), self.print, icon="printer-outline", key="Ctrl+P", name="print"
        )
        back = IconButton("chevron-left", _("Back to the quote"), self.left.emit, key="Alt+Home", name="back")
        head = Panel(flush=True)
        upper = QHBoxLayout()
        upper.setContentsMargins(10, 10, theme.INSIDE, 10)
        upper.setSpacing(6)
        upper.addWidget(back)
        upper.addWidget(self._title, 1)
        upper.addWidget(self.print_button)
        head.body.addLayout(upper)
        self._body = QWidget()
        self._sections = QVBoxLayout(self._body)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(theme.GAP)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addWidget(head)
        box.addWidget(scrolled(self._body), 1)

    def show_quotes(self, quote_ids: Sequence[int]) -> None:
        """Show these beside each other; where there is only one, say how there could be more."""
        self.quote_ids = list(quote_ids)
        clear(self._sections)
        try:
            facts = compared(self.quote_ids, i18n.language())
        except RuleError as error:
            self._title.setText(_("Side by side"))
            self.print_button.hide()
            hint = _("Make another quote for this customer, then both stand here beside each other.")
            self._sections.addWidget(EmptyState("compare", i18n.say(error), hint))
            return
        self._show(facts)

    def refresh(self) -> None:
        """Look at the quotes again."""
        self.show_quotes(self.quote_ids)

    def print(self) -> None:
        """Preview the paper with all quotes of the customer."""
        papers.show_paper(self, self._desk.session.actor, PaperKind.COMPARISON, self._customer_id)

    def _show(self, facts: ComparisonPaper) -> None:
        rows = lists.quote_rows(self.quote_ids)
        self._customer_id = rows[0].customer_id
        self._title.setText(_("{customer}: side by side").format(customer=facts.customer))
        whole = self.quote_ids == comparable(self._customer_id)
        self.print_button.setVisible(whole and self._desk.session.actor.may(Permission.PRINT))
        panel = Panel(flush=True)
        grid = QGridLayout()
        grid.setContentsMargins(theme.INSIDE, 12, theme.INSIDE, 12)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 2)
        for place, each in enumerate(facts.quotes, 1):
            grid.setColumnStretch(place, 1)
            grid.addWidget(self._head(each, self.quote_ids[place - 1]), 0, place, _RIGHT)
        line = 1
        for section in facts.sections:
            line = _put_section(grid, line, section, len(facts.quotes))
        panel.body.addLayout(grid)
        self._sections.addWidget(panel)
        self._sections.addStretch(1)

    def _head(self, quote: ComparedQuote, quote_id: int) -> QWidget:
        words = _("{number} v{version}").format(number=quote.number, version=quote.version)
        link = Button(words, lambda: self.opened.emit("quote", quote_id), kind="link", name=f"quote_{quote_id}")
        until = Text(_("until {day}").format(day=wording.short_day(quote.valid_until)), "fine")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(row("stretch", link))
        column.addWidget(row("stretch", until, Chip(quote.state), gap=6))
        return box


def _put_section(grid: QGridLayout, line: int, section: ComparedSection, count: int) -> int:
    """The rows of a section under its title; the next free line."""
    grid.addWidget(Line(), line, 0, 1, count + 1)
    grid.addWidget(Text(section.title, "dim"), line + 1, 0)
    line += 2
    for each in section.rows:
        _put_row(grid, line, each)
        line += 1
    return line


def _put_row(grid: QGridLayout, line: int, each: ComparedRow) -> None:
    look = "bold" if each.differs or each.strong else "body"
    tone = "accent" if each.differs else ""
    grid.addWidget(Text(each.label, look, wrap=True, tone=tone), line, 0)
    for place, words in enumerate(each.cells, 1):
        cell = Text(words or "–", look, tone=tone)
        cell.setAlignment(_RIGHT)
        mark(cell, "differs", each.differs)
        grid.addWidget(cell, line, place)
