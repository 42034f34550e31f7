"""A contract on its page: how far it is, the next step, its facts, money, approvals and papers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from models.customers import lists as customers
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError, StaleEdit, StorageError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.sales import contract_actions, lists
from models.sales.quote_forms import LineForm
from models.sales.states import SIGNED_STATES, ContractAction, ContractState
from models.sales.views import ContractView, LineRow
from ui.kit import notices, papers
from ui.kit.desk import Crumb
from ui.kit.record_page import RecordHead, RecordLayout, RecordPage
from ui.kit.steps import StepBar
from ui.kit.widgets import Button, Chip, IconButton, Panel, Text, clear
from ui.sales import contract_steps, wording
from ui.sales.contract_deliveries import DeliveriesPanel
from ui.sales.contract_form import ContractFields
from ui.sales.contract_lines import GoodsPanel, GoodsRow
from ui.sales.contract_more import ExceptionsPanel, FollowedPanel
from ui.sales.contract_side import ApprovalsPanel, PapersPanel
from ui.sales.contract_units import UnitsPanel
from ui.sales.desk import Desk
from ui.sales.money_side import CommissionPanel, InvoicesPanel
from ui.sales.payments import MoneyPanel, ask_payment
from ui.sales.quote_side import PriceMakeUp
from ui.sales.saving import Saver

_STEPS: tuple[ContractState, ...] = (
    ContractState.DRAFT,
    ContractState.SUBMITTED,
    ContractState.APPROVED,
    ContractState.SIGNED,
)


class ContractPage(RecordPage):
    """One contract. ``left`` is the way back to the list."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: ContractView | None = None
        self._busy, self._shown_to = False, desk.session.actor
        self.saver = Saver(self, desk, self._save)
        self.fields = ContractFields()
        self.fields.edited.connect(self.saver.touch)
        self.steps = StepBar()
        self.money = MoneyPanel(self, desk)
        self._price, self._approvals = PriceMakeUp(), ApprovalsPanel()
        self._papers = PapersPanel(self, desk)
        self._commission, self._invoices = CommissionPanel(self, desk), InvoicesPanel(self, desk)
        self._customer = Button("", self._open_customer, kind="link", name="customer")
        self._title, self._consultant = Text("", "title"), Text("", "dim", elide=True, wide=True)
        self._chips, self._buttons, self._band = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self.followed, self._exceptions = FollowedPanel(self, desk), ExceptionsPanel(self, desk)
        self.deliveries = DeliveriesPanel(desk)
        self.units = UnitsPanel(self, desk, self.saver)
        self.goods = GoodsPanel(lambda: self.actor, amending=False)
        self.goods.changed.connect(self._save_goods)
        self._lay_out()

    def _lay_out(self) -> None:
        self.parts = RecordLayout(self, self._head(), self._band)
        self._main = self.parts.main
        for part in (self.money, self.fields, self.goods):
            self._main.addWidget(part)
        price = Panel()
        price.add(Text(_("Price make-up"), "dim"), self._price)
        of_money = (self._commission, self._invoices)
        for panel in (
            price,
            self.units,
            self.deliveries,
            self.followed,
            self._approvals,
            *of_money,
            self._papers,
            self._exceptions,
        ):
            self.parts.side.addWidget(panel)

    def _head(self) -> Panel:
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        crumbs = (back, self._customer, Text("›", "dim"), self._title)
        return RecordHead(crumbs, self._chips, self._consultant, self._buttons, self.steps)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self.desk.session.actor

    @property
    def contract_id(self) -> int:
        """The contract on the page, 0 for none."""
        return self.view.row.id if self.view else 0

    def show_contract(self, contract_id: int) -> None:
        """Show a contract as it is stored."""
        self.saver.flush()
        self.saver.forget()
        self._shown_to = self.actor
        view = self.view = lists.contract_view(self.actor, contract_id)
        self.fields.show_contract(view, self._writable(view), self._masked(view))
        self._show_rest(view)

    def take_focus(self) -> None:
        """Put the keys on the next step, so that Enter takes it; on a draft, where something is missing."""
        item = self._band.itemAt(0)
        band = item.widget() if item is not None else None
        if band is None:
            return
        band.show()
        steps = [each for each in band.findChildren(Button) if each.kind == "primary"]
        if steps:
            steps[0].setFocus()
        elif self.view is not None and self.view.missing and self.fields.form is not None:
            self.go_to(next(iter(self.view.missing)))
        else:
            self.setFocus()

    def go_to(self, name: str) -> None:
        """Go to a field of the draft, or to where goods are typed."""
        if name == "lines":
            self.goods.box.setFocus()
        else:
            self.fields.go_to(name)

    def refresh(self, what: Changes | None) -> None:
        """Show the contract anew if it was changed and nothing unsaved stands here."""
        if self._busy or self.view is None:
            return
        if self.actor != self._shown_to:
            self.saver.forget()
            self.show_contract(self.contract_id)
            return
        if self.saver.dirty:
            return
        if what is None or what.touches("contract", self.contract_id) or what.touches("delivery"):
            focused = QApplication.focusWidget()
            at_work = focused is not None and self.isAncestorOf(focused)
            self.show_contract(self.contract_id)
            if at_work:
                self.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.saver.flush()

    def submit(self) -> None:
        """Apply for approval; what is missing is said at its field."""
        if not self.saver.flush():
            return
        try:
            contract_actions.submit_contract(self.actor, self.contract_id)
        except StorageError as error:
            notices.error(error)
        except FrontdeskError as error:
            self.fields.say_wrong(error)
            self.go_to(error.field or "")

    def take_payment(self) -> None:
        """Take money on the contract."""
        if self.view is not None:
            ask_payment(self, self.actor, self.view)

    def preview(self) -> None:
        """Show the contract's paper."""
        if self.saver.flush():
            papers.show_paper(self, self.actor, PaperKind.CONTRACT, self.contract_id)

    def _writable(self, view: ContractView) -> bool:
        """Whether this person fills in this draft."""
        return view.row.state is ContractState.DRAFT and view.own and self.actor.may(Permission.APPLY_CONTRACT)

    def _masked(self, view: ContractView) -> bool:
        """Whether this person sees the customer's personal values only as masks (C11)."""
        return customers.customer_file(self.actor, view.row.customer_id).masked

    def _show_steps(self, view: ContractView) -> None:
        """How far the contract has come; a cancelled one ends after what it had come to."""
        state, steps = view.row.state, _STEPS
        place = steps.index(state) + (state is ContractState.SIGNED) if state in steps else len(steps)
        if state is ContractState.CANCELLED:
            place = len(steps) if view.row.signed_on else 2 if view.approvals else 1
            steps = (*steps[:place], state)
        self.steps.show_steps([label(each) for each in steps], place)

    def _show_rest(self, view: ContractView) -> None:
        """Everything but the inputs."""
        state, tone = wording.contract_state(view.row)
        signed = view.row.state in SIGNED_STATES
        self._customer.say(wording.shortened(view.row.customer))
        self._customer.setToolTip(view.row.customer)
        self._title.setText(_("Contract {number}").format(number=view.row.number))
        self._consultant.setText(view.row.consultant)
        clear(self._chips)
        self._chips.addWidget(Chip(state, tone))
        self._show_buttons(view)
        self._show_steps(view)
        clear(self._band)
        band = contract_steps.band(self, view)
        band.setObjectName("band")
        self._band.addWidget(band)
        self.money.show_contract(view, signed)
        self._price.show_price(view.price, with_whole=True)
        self._approvals.show_approvals(view.approvals)
        self._papers.show_papers(view)
        self._commission.show_contract(view)
        self._invoices.show_contract(view)
        self.units.show_contract(view)
        self.deliveries.show_contract(view)
        self.followed.show_contract(view)
        self._exceptions.show_contract(view.row.id)
        rows = [_goods_row(line) for line in view.lines]
        self.goods.show_rows(rows, self._writable(view) and view.quote_id is None)
        order = (self.money, self.fields) if signed else (self.fields, self.money)
        for place, part in enumerate(order):
            self._main.removeWidget(part)
            self._main.insertWidget(place, part)

    def _show_buttons(self, view: ContractView) -> None:
        clear(self._buttons)
        if ContractAction.CANCEL in view.actions:
            reason = contract_steps.reason_of(view, ContractAction.CANCEL)
            cancel = Button(
                _("Cancel contract…"), partial(contract_steps.cancel_contract, self), name="cancel_contract"
            )
            cancel.setEnabled(not reason)
            cancel.setToolTip(reason)
            self._buttons.addWidget(cancel)
        if ContractAction.RETURN in view.actions and view.row.state is ContractState.APPROVED:
            give_back = Button(_("Return…"), partial(contract_steps.return_contract, self), name="return")
            self._buttons.addWidget(give_back)
        if view.quote_id:
            show_quote = partial(self.desk.open_record, "quote", view.quote_id, self.way_back())
            self._buttons.addWidget(Button(_("Quote"), show_quote, icon="file-document-outline", name="quote"))
        if self.actor.may(Permission.PRINT):
            show = Button(_("Preview and print"), self.preview, icon="printer-outline", key="Ctrl+P", name="preview")
            self._buttons.addWidget(show)

    def way_back(self) -> Crumb:
        """This contract, for the window's breadcrumb."""
        number = self.view.row.number if self.view else ""
        return Crumb("contract", self.contract_id, _("Contract {number}").format(number=number))

    def _open_customer(self) -> None:
        if self.view:
            self.desk.open_record("customer", self.view.row.customer_id, came_from=self.way_back())

    def _save(self) -> bool:
        """Save the draft; whether that went through. What is wrong is said at its field."""
        if self.view is None or self.fields.form is None:
            return True
        self._busy = True
        try:
            contract_actions.fill_contract(self.actor, self.contract_id, self.view.version, self.fields.values())
        except StaleEdit as error:
            notices.error(error)
            self._offer_theirs()
            return False
        except RuleError as error:
            self.fields.say_wrong(error)
            return False
        except FrontdeskError as error:
            notices.error(error)
            return False
        finally:
            self._busy = False
        self.fields.clear_wrong()
        self.view = lists.contract_view(self.actor, self.contract_id)
        self._show_rest(self.view)
        return True

    def _offer_theirs(self) -> None:
        notices.ask(
            self,
            _("Somebody else saved this contract meanwhile."),
            _("Show what they saved? What you typed since then is not kept."),
            [("theirs", _("Take theirs"), "primary"), ("wait", _("Not yet"), "plain")],
            self._take_theirs,
        )

    def _take_theirs(self, key: str) -> None:
        if key == "theirs":
            self.saver.forget()
            self.show_contract(self.contract_id)

    def _save_goods(self, rows: list[GoodsRow]) -> None:
        """Save the goods of a contract without a quote, with what else was typed; what is wrong is told."""
        saved = self.saver.flush()
        view = self.view
        if view is None or not saved or self.fields.form is None:
            return
        lines = tuple(each.form for each in rows)
        form = replace(self.fields.values(), lines=lines, whole_discount=view.whole_discount)
        if not notices.attempt(contract_actions.fill_contract, self.actor, self.contract_id, view.version, form):
            self.show_contract(self.contract_id)


def _goods_row(line: LineRow) -> GoodsRow:
    form = LineForm(
        category=line.category,
        name=line.name,
        unit_price=line.unit_price,
        quantity=line.quantity,
        discount=line.discount,
        spec=line.spec,
        unit=line.unit,
        item_id=line.item_id,
    )
    return GoodsRow(line.position + 1, form)
