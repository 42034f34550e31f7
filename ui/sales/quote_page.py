"""A quote on its page: the lines, the running price beside them, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError, StaleEdit
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.sales import lists, quote_actions
from models.sales.quote_forms import QuoteForm, check_offers
from models.sales.quote_paper_facts import comparable
from models.sales.states import QuoteAction, QuoteState
from models.sales.views import QuoteView
from ui.kit import notices, papers, theme
from ui.kit.desk import Crumb
from ui.kit.record_page import Page, share_width
from ui.kit.widgets import Line, Panel, column, row, scrolled
from ui.sales import line_options, quote_steps
from ui.sales.desk import Desk
from ui.sales.goods_box import GoodsBox
from ui.sales.line_model import LineModel
from ui.sales.line_table import LineTable
from ui.sales.quote_aside import QuoteAside
from ui.sales.quote_draft import QuoteDraft
from ui.sales.quote_head import QuoteHead
from ui.sales.saving import Saver
from ui.sales.typed_lines import TypedLine

_SIDE, _SHARE, _LEAST = 340, 0.33, QSize(740, 440)


class QuotePage(Page):
    """The editor of one quote. ``left`` is the way back to the list, ``compared`` asks for quotes side by side."""

    left = Signal()
    compared = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: QuoteView | None = None
        self.clash: StaleEdit | None = None
        self._version, self._busy = 0, False
        self._steps: object = None
        self._shown_to = self.actor
        self.saver = Saver(self, desk, self._save)
        self.lines = LineModel()
        self.box = GoodsBox(lambda: self.actor)
        self.table = LineTable(self.lines, self.box)
        self.head, self._draft = QuoteHead(), QuoteDraft(self)
        self.aside = QuoteAside(lambda: self.actor, self._open_other, self.show_changes)
        self.price, self.plan, self.note = self.aside.price, self.aside.plan, self.aside.note
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
        self.table.options_wanted.connect(self._ask_options)
        self.table.cost_wanted.connect(self._ask_cost)
        self.aside.trade_in.deducted.connect(lambda line: self.table.add([line]))
        for part in (self.lines, self.head, self.aside):
            part.edited.connect(self._edited)

    def _lay_out(self) -> None:
        area = scrolled(self.aside)
        share_width(self, area, _SIDE, _SHARE)
        main = QVBoxLayout()
        main.setSpacing(theme.GAP)
        main.addWidget(self.head)
        main.addWidget(self._grid, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addLayout(main, 1)
        box.addWidget(area)

    def minimumSizeHint(self) -> QSize:
        return _LEAST

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
        kept = self._draft.read()
        if kept is not None:
            self._version = kept["version"]
            self._draft.take_up(kept)
            self.saver.touch()
        self._run_price()
        self._show_steps()

    def take_focus(self) -> None:
        """Put the cursor where the next line is added."""
        if self.writable():
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

    def writable(self) -> bool:
        """Whether this person may write on the quote as it stands."""
        if self.view is None or not self.actor.may(Permission.QUOTE):
            return False
        return self.view.row.state in (QuoteState.DRAFT, QuoteState.OFFERED)

    def _fill(self, view: QuoteView) -> None:
        writable = self.writable()
        self.table.sees_cost = self.actor.may(Permission.SEE_COST)
        self.lines.set_lines([TypedLine.of_row(each) for each in view.lines], writable)
        self._adding.setVisible(writable)
        self.head.show_quote(view, writable)
        self.aside.show_quote(view, writable)

    def _edited(self) -> None:
        self._run_price()
        self.saver.touch()
        self._show_steps()

    def _run_price(self) -> None:
        """The running price, the same arithmetic as on saving."""
        self.aside.run_price(self.lines.lines, self.lines.wrong() is not None)

    def _ask_options(self, position: int) -> None:
        line_options.ask_options(self, self.actor, self.lines, position)

    def _ask_cost(self, position: int) -> None:
        line_options.ask_cost(self, self.lines, position)

    def form(self) -> QuoteForm:
        """What stands on the page. Raises the first RuleError."""
        total = self.aside.priced(self.lines.lines).total
        check_offers(self.aside.finance.offers, total)
        return QuoteForm(
            lines=self.lines.forms(),
            whole_discount=self.price.whole_discount(),
            plan=self.plan.plan.value(),
            offers=tuple(self.aside.finance.offers),
            expected_on=self.aside.stock.expected_on(),
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
            self._draft.keep(self._version)
            self._show_steps()
            return False
        return self._write() is not None

    def _write(self) -> Changes | None:
        """Save what stands on the page; None where that was refused, which is then said."""
        self._busy = True
        try:
            changes = quote_actions.save_quote(self.actor, self.quote_id, self._version, self.form())
            self._draft.forget()
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
        self.aside.show_state(view)
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
        self._draft.forget()
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
            self.aside.go_to((isinstance(problem, RuleError) and problem.field) or "")

    def print_quote(self) -> None:
        """Give the quote to the customer: from now on changes make a new version; then its paper."""
        if not self.settle() or self.view is None:
            return
        offers = QuoteAction.OFFER in self.view.actions and not self.given
        if not offers or notices.attempt(quote_actions.offer_quote, self.actor, self.quote_id):
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

    def _open_other(self, kind: str, record_id: int) -> None:
        self.desk.open_record(kind, record_id, came_from=self.way_back())

    def show_changes(self) -> None:
        """This version beside the one before it."""
        if self.view and self.settle():
            versions = sorted(self.view.editions, key=lambda each: each.edition)
            place = next(place for place, each in enumerate(versions) if each.id == self.quote_id)
            self.compared.emit([each.id for each in versions[max(place - 1, 0) : place + 1 or None]])

    def show_beside(self) -> None:
        """All quotes of this customer side by side."""
        if self.view and self.settle():
            self.compared.emit(comparable(self.view.row.customer_id))

    def show_paper(self, kind: PaperKind) -> None:
        """Preview another paper of the quote: its trial order or the schedule of the offer chosen."""
        if self.settle():
            papers.show_paper(self, self.actor, kind, self.quote_id)

    def _open_customer(self) -> None:
        if self.view:
            self.desk.open_record("customer", self.view.row.customer_id, came_from=self.way_back())

    def _show_steps(self) -> None:
        """Buttons and band, made anew only where they would differ."""
        view = self.view
        unsaved = self.saver.dirty and (bool(self.clash), bool(self.problem()), self.given)
        steps = (
            view and (view.row, str(view.actions), str(view.beyond_authority), view.approvals, view.offers),
            unsaved or (False,) * 3,
            self.actor,
        )
        if steps == self._steps:
            return
        self._steps = steps
        quote_steps.show_buttons(self, self.head.buttons)
        quote_steps.show_band(self, self._band)
