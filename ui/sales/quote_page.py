"""A quote on its page: the lines, the running price beside them, and what comes next."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError, StaleEdit
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.sales import lists, quote_actions, rules
from models.sales.quote_actions import QuoteForm
from models.sales.states import QuoteAction, QuoteState
from models.sales.views import QuoteView
from models.shop.profile import trade
from models.staff import lists as staff
from models.staff.actions import keep_draft
from ui.kit import notices, papers, theme
from ui.kit.desk import Crumb
from ui.kit.editors import NoteEdit
from ui.kit.widgets import Line, Panel, Text, column, row, scrolled
from ui.sales import quote_steps
from ui.sales.desk import Desk
from ui.sales.goods_box import GoodsBox
from ui.sales.line_model import LineModel
from ui.sales.line_table import LineTable
from ui.sales.quote_head import QuoteHead
from ui.sales.quote_side import EditionsPanel, PlanPanel, PricePanel
from ui.sales.saving import Saver
from ui.sales.typed_lines import TypedLine, from_text, to_text

_SIDE = 340


class QuotePage(QWidget):
    """The editor of one quote. ``left`` is the way back to the list."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: QuoteView | None = None
        self.clash: StaleEdit | None = None
        self._version, self._busy, self._kept = 0, False, False
        self._steps: object = None
        self._shown_to = self.actor
        self.saver = Saver(self, desk, self._save)
        self.lines = LineModel()
        self.box = GoodsBox(lambda: self.actor)
        self.table = LineTable(self.lines, self.box)
        self.head, self.price, self.plan = QuoteHead(), PricePanel(), PlanPanel()
        self.editions = EditionsPanel(lambda quote_id: desk.open_record("quote", quote_id))
        self.note = NoteEdit(_("Printed under the quote"), lines=2)
        self.note.setObjectName("note")
        self._grid = Panel(flush=True)
        self._band = QVBoxLayout()
        self._adding = column(Line(), row(self.box, margins=(40, 6, theme.INSIDE, 6)), gap=0)
        self._grid.body.addWidget(self.table, 1000)
        self._grid.add(self._adding)
        self._grid.body.addStretch(1)
        self._grid.body.addLayout(self._band)
        self._lay_out()
        self.head.back.connect(self.left)
        self.head.customer_wanted.connect(self._open_customer)
        self.table.tab_out.connect(self.price.whole.setFocus)
        self.lines.edited.connect(self._edited)
        for part in (self.head, self.price, self.plan, self.note):
            part.edited.connect(self._edited)

    def _lay_out(self) -> None:
        note = Panel()
        note.add(Text(_("Note"), "dim"), self.note)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.GAP)
        for panel in (self.price, self.plan, self.editions, note):
            beside.addWidget(panel)
        beside.addStretch(1)
        area = scrolled(side)
        area.setFixedWidth(_SIDE)
        main = QVBoxLayout()
        main.setSpacing(theme.GAP)
        main.addWidget(self.head)
        main.addWidget(self._grid, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addLayout(main, 1)
        box.addWidget(area)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self.desk.session.actor

    @property
    def quote_id(self) -> int:
        """The quote on the page, 0 for none."""
        return self.view.row.id if self.view else 0

    @property
    def given(self) -> bool:
        """Whether the customer has this version, so that changes make the next one."""
        return self.view is not None and self.view.row.state is QuoteState.OFFERED

    def show_quote(self, quote_id: int) -> None:
        """Show a quote as it is stored, with what this person typed and could not save yet."""
        self.saver.flush()
        self.saver.forget()
        self.clash, self._shown_to = None, self.actor
        view = self.view = lists.quote_view(self.actor, quote_id)
        self._version = view.version
        self._fill(view)
        kept = staff.draft(self.actor, self._draft_name()) if self._writable() else ""
        self._kept = bool(kept)
        if kept:
            self._take_up(json.loads(kept))
        self._run_price()
        self._show_steps()

    def take_focus(self) -> None:
        """Put the cursor where the next line is added."""
        if self._writable():
            self.box.setFocus()

    def refresh(self, what: Changes | None) -> None:
        """Show the quote anew if somebody else changed it and nothing unsaved stands here."""
        if self._busy or self.view is None:
            return
        if self.actor != self._shown_to:
            self.saver.forget()
            self.show_quote(self.quote_id)
            return
        if self.saver.dirty:
            return
        if what is None or what.touches("quote", self.quote_id) or what.touches("customer", self.view.row.customer_id):
            self.show_quote(self.quote_id)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.saver.flush()

    def _writable(self) -> bool:
        if self.view is None or not self.actor.may(Permission.QUOTE):
            return False
        return self.view.row.state in (QuoteState.DRAFT, QuoteState.OFFERED)

    def _fill(self, view: QuoteView) -> None:
        writable = self._writable()
        self.lines.set_lines([TypedLine.of_row(each) for each in view.lines], writable)
        self._adding.setVisible(writable)
        self.head.show_quote(view, writable)
        self.price.whole.set_value(view.whole_discount or None)
        self.price.say_wrong("")
        self.plan.plan.set_value(view.plan)
        self.note.blockSignals(True)
        self.note.set_value(view.note)
        self.note.blockSignals(False)
        for editor in (self.price.whole, self.plan.plan, self.note):
            editor.setEnabled(writable)
        self.editions.show_editions(view.editions, view.row.id)

    def _edited(self) -> None:
        self._run_price()
        self.saver.touch()
        self._show_steps()

    def _run_price(self) -> None:
        """The running price, the same arithmetic as on saving."""
        self.price.say_wrong("")
        total = None
        try:
            price = self._priced()
        except RuleError as error:
            self._say_wrong(error)
        else:
            total = price.total
            self.price.make_up.show_price(price, with_whole=False)
        self.plan.show_stages(total)

    def _priced(self) -> rules.Price:
        """The price of what stands on the page. Raises the first RuleError."""
        self.lines.forms()
        codes = [category.code for category in trade().categories]
        return rules.price([line.priced() for line in self.lines.lines], self.price.whole_discount(), codes)

    def _say_wrong(self, error: RuleError) -> None:
        if error.field == "whole_discount":
            self.price.say_wrong(i18n.say(error))
        at_lines = self.lines.wrong() is not None
        self.price.make_up.show_wrong(_("Correct what is marked in red.") if at_lines else i18n.say(error))

    def form(self) -> QuoteForm:
        """What stands on the page. Raises the first RuleError."""
        self._priced()
        return QuoteForm(
            lines=self.lines.forms(),
            whole_discount=self.price.whole_discount(),
            plan=self.plan.plan.value(),
            valid_days=self.head.valid_days(),
            needs=self.head.needs.value(),
            note=self.note.value(),
        )

    def problem(self) -> FrontdeskError | None:
        """Why what stands on the page cannot be saved, or None."""
        try:
            self.form()
        except RuleError as error:
            return error
        return None

    def _save(self) -> bool:
        """Save a draft; what cannot be saved yet is kept for this person. Whether it was saved."""
        if self.view is None:
            return True
        if self.given or self.clash or self.problem():
            self._keep()
            self._show_steps()
            return False
        return self._write() is not None

    def _write(self) -> Changes | None:
        """Save what stands on the page; None where that was refused, which is then said."""
        self._busy = True
        try:
            changes = quote_actions.save_quote(self.actor, self.quote_id, self._version, self.form())
            self._forget_kept()
        except StaleEdit as clash:
            self.clash = clash
            self._show_steps()
            return None
        except FrontdeskError as error:
            notices.error(error)
            return None
        finally:
            self._busy = False
        self._look_again(changes.id)
        return changes

    def _look_again(self, quote_id: int) -> None:
        """Take version, state and versions from the store; what stands in the inputs is the same."""
        view = self.view = lists.quote_view(self.actor, quote_id)
        self._version = view.version
        self.head.show_state(view)
        self.editions.show_editions(view.editions, view.row.id)
        self._show_steps()

    def save_version(self) -> bool:
        """Save what was changed on a quote the customer has as its next version (S1); whether that went through."""
        changes = self._write()
        if changes is None:
            return False
        self.saver.forget()
        self._show_steps()
        words = _("Saved as version {edition}. The earlier one stays as it was printed.")
        notices.tell(words.format(edition=self.view.row.edition if self.view else 0))
        return True

    def discard(self) -> None:
        """Let go of what was typed and show the quote as stored."""
        self.saver.forget()
        self._forget_kept()
        self.show_quote(self.quote_id)

    def overwrite(self) -> None:
        """After a clash: save what stands here over what somebody else saved."""
        self.clash = None
        self._version = lists.quote_view(self.actor, self.quote_id).version
        self.saver.flush()

    def settle(self) -> bool:
        """Save everything before a next step; whether nothing stands in the way, which is shown."""
        if self.given and self.saver.dirty and not self.problem():
            return self.save_version()
        if self.saver.flush():
            return True
        self.go_to_problem()
        return False

    def go_to_problem(self) -> None:
        """Go to what cannot be saved."""
        problem = self.problem()
        if self.lines.wrong():
            self.table.go_to_wrong()
        elif problem and problem.field == "valid_days":
            self.head.days.setFocus()
        elif problem:
            self.price.whole.setFocus()

    def print_quote(self) -> None:
        """Give the quote to the customer: from now on changes make a new version; then its paper."""
        if not self.settle() or self.view is None:
            return
        if QuoteAction.OFFER in self.view.actions and not self.given:
            try:
                quote_actions.offer_quote(self.actor, self.quote_id)
            except FrontdeskError as error:
                notices.error(error)
                return
        self.preview()

    def preview(self) -> None:
        """Show the paper as it would be printed."""
        if self.settle():
            papers.show_paper(self, self.actor, PaperKind.QUOTE, self.quote_id)

    def make_contract(self) -> None:
        """Make a contract of the quote and go there."""
        if not self.settle():
            return
        way_back = self.way_back()
        try:
            changes = quote_steps.draft_contract(self.actor, self.quote_id)
        except FrontdeskError as error:
            notices.error(error)
            return
        self.desk.open_record("contract", changes.id, came_from=way_back)

    def way_back(self) -> Crumb:
        """This quote, for the window's breadcrumb."""
        number = self.view.row.number if self.view else ""
        return Crumb("quote", self.quote_id, _("Quote {number}").format(number=number))

    def _open_customer(self) -> None:
        if self.view:
            self.desk.open_record("customer", self.view.row.customer_id, came_from=self.way_back())

    def _show_steps(self) -> None:
        """Buttons and band, made anew only where they would differ."""
        view = self.view
        unsaved = self.saver.dirty and (bool(self.clash), bool(self.problem()), self.given)
        steps = (
            view and (view.row, str(view.actions), str(view.beyond_authority)),
            unsaved or (False,) * 3,
            self.actor,
        )
        if steps == self._steps:
            return
        self._steps = steps
        quote_steps.show_buttons(self, self.head.buttons)
        quote_steps.show_band(self, self._band)

    def _draft_name(self) -> str:
        return f"quote {self.quote_id}"

    def _keep(self) -> None:
        kept: dict[str, Any] = {
            "version": self._version,
            "lines": to_text(self.lines.lines),
            "whole_discount": self.price.whole.text(),
            "plan": self.plan.plan.value(),
            "valid_days": self.head.days.text(),
            "needs": self.head.needs.text(),
            "note": self.note.toPlainText(),
        }
        self._kept = True
        keep_draft(self.actor, self._draft_name(), json.dumps(kept, ensure_ascii=False))

    def _forget_kept(self) -> None:
        if self._kept:
            self._kept = False
            keep_draft(self.actor, self._draft_name(), "")

    def _take_up(self, kept: dict[str, Any]) -> None:
        """Go on with what was typed and could not be saved."""
        self._version = kept["version"]
        self.lines.set_lines(from_text(kept["lines"]), True)
        self.price.whole.setText(kept["whole_discount"])
        self.plan.plan.set_value(kept["plan"])
        self.head.days.setText(kept["valid_days"])
        self.head.needs.setText(kept["needs"])
        self.note.blockSignals(True)
        self.note.set_value(kept["note"])
        self.note.blockSignals(False)
        self.saver.touch()
