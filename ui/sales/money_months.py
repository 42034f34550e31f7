"""Months of the books: the ledger beside what consultants say and what was counted; closed, corrected, printed (S7)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.cashier import lists, month_actions, rules
from models.cashier.month_actions import MonthForm
from models.cashier.views import ClosedMonth, ContractMonth, Month
from models.kernel import clock, money
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.sales.papers import PaymentMethod
from ui.kit import papers, theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, MoneyEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, Panel, Text, clear, column, row
from ui.sales import wording
from ui.sales.desk import Desk
from ui.sales.money_part import MoneyPart

_MONTHS_OFFERED = 24


class MonthsPage(MoneyPart):
    """One month: its contracts with what was received and what is said, its methods, its closings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: dict[int, ContractMonth] = {}
        self.shown: Month | None = None
        self.which = ChoiceBox([])
        self.which.edited.connect(self.refresh)
        self.say_button = Button(_("Say what was received…"), self.ask_said, name="say_received")
        self.close_button = Button(
            _("Close the month…"), self.ask_closing, kind="primary", icon="lock-check-outline", name="close_month"
        )
        self._hint = Text("", "dim")
        empty = EmptyState("book-check-outline", _("Nothing was received in this month."))
        self.table = RecordTable(_columns(), self._fetch, tall=True, empty=empty)
        self.table.opened.connect(lambda each: self.opened.emit(self._rows[each].kind, self._rows[each].record_id))
        self._methods, self._closings = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 10)
        top.setSpacing(theme.GAP)
        for part in (self.which, self._hint, self.say_button, self.close_button):
            top.addWidget(part)
        top.setStretch(1, 1)
        listed = Panel(flush=True)
        listed.body.addLayout(top)
        listed.add(self.table)
        self.side = Panel(_("By method"))
        for layout in (self._methods, self._closings):
            layout.setSpacing(8)
            self.side.body.addLayout(layout)
        self.side.add("stretch")
        self.side.setFixedWidth(290)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(listed, 1)
        box.addWidget(self.side)

    def refresh(self) -> None:
        """Look again at the month that is chosen; a cashier begins with the last one that is over."""
        closed = lists.closed_months()
        months = rules.recent_months(clock.today(), _MONTHS_OFFERED)
        marked = [(each, _("{month} closed").format(month=each) if each in closed else each) for each in months]
        first = self.which.value() is None
        self.which.set_choices(marked)
        if first and self.actor.may(Permission.CLOSE_MONTH):
            self.which.set_value(months[1])
        month = self.shown = lists.month(self.actor, self.which.value())
        self._rows = {each.id: each for each in month.contracts}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()
        unequal = sum(1 for each in month.contracts if each.difference)
        self._hint.setText(_("{count} differences").format(count=unequal) if unequal else "")
        self.say_button.setVisible(self.actor.may(Permission.STATE_RECEIVED) and month.month not in closed)
        self.close_button.setVisible(self.actor.may(Permission.CLOSE_MONTH) and month.over)
        self.close_button.say(_("Correct…") if month.closings else _("Close the month…"))
        self.side.setVisible(bool(month.methods or month.closings))
        self._show_side(month)

    def _show_side(self, month: Month) -> None:
        clear(self._methods)
        clear(self._closings)
        for method, amount in month.methods.items():
            self._methods.addWidget(row(Text(label(method)), "stretch", Text(money.plain(amount), "bold")))
        total = Text(wording.yuan(month.received), "total")
        self._methods.addWidget(row(Text(_("Ledger"), "dim"), "stretch", total))
        for closing in month.closings:
            self._closings.addWidget(self._closing(closing))

    def _closing(self, each: ClosedMonth) -> QWidget:
        words = _("{name}, {moment}").format(name=each.closed_by, moment=wording.moment(each.closed_at))
        lines: list[QWidget] = [row(Text(each.number, "bold"), Text(words, "fine", elide=True))]
        if each.corrects:
            lines.append(Text(_("corrects {number}").format(number=each.corrects), "fine", tone="warn"))
        differences = [line for line in each.lines if line.difference]
        for line in differences:
            what = label(line.method) if line.method else line.number
            amount = Text(money.plain(line.difference), "bold", tone="bad")
            lines.append(row(Text(what, "fine"), Text(line.note, "fine", elide=True), "stretch", amount))
        if not differences:
            lines.append(Text(_("Everything agrees."), "fine", tone="ok"))
        if each.note:
            lines.append(Text(each.note, "fine", wrap=True))
        if self.actor.may(Permission.PRINT):
            show = partial(papers.show_paper, self, self.actor, PaperKind.RECONCILIATION, each.id)
            lines.append(row("stretch", Button(_("Print"), show, kind="link", name=f"closing_{each.id}")))
        return column(*lines, gap=2)

    def ask_said(self) -> None:
        """Ask the consultant what was received on the contract chosen."""
        chosen = self._rows.get(self.table.selected_id or 0)
        month = self.which.value()
        if chosen is None or chosen.kind != "contract":
            return

        def say_it(values: dict[str, Any]) -> None:
            month_actions.state_received(self.actor, month, chosen.record_id, values["amount"] or 0, values["note"])

        dialog = FormDialog(
            self,
            _("Received on {number} in {month}").format(number=chosen.number, month=month),
            [
                Field("amount", _("Received as I know it"), MoneyEdit(negative=True), required=True),
                Field("note", _("Note"), TextEdit(longest=200)),
            ],
            say_it,
            intro=_("The ledger has {amount}.").format(amount=wording.yuan(chosen.ledger)),
        )
        dialog.form.set_values({"amount": chosen.ledger if chosen.said is None else chosen.said, "note": chosen.note})
        dialog.open()

    def ask_closing(self) -> None:
        """Ask what was counted by method and why anything differs, then close the month or correct its closing."""
        if self.shown is not None:
            ask_closing(self, self.actor, self.shown)

    def _fetch(self, ids: Sequence[int]) -> list[ContractMonth]:
        return [self._rows[each] for each in ids if each in self._rows]


def ask_closing(page: QWidget, actor: Actor, month: Month) -> None:
    """The form that closes a month: an amount for each method, a note for each difference."""
    fields: list[Field | tuple[Field, ...]] = []
    for method in PaymentMethod:
        name = _("{method}, ledger {amount}").format(
            method=label(method), amount=money.plain(month.methods.get(method, 0))
        )
        fields.append(
            (
                Field(f"counted.{method.value}", name, MoneyEdit(negative=True)),
                Field(f"explained.{method.value}", _("Explanation"), TextEdit(longest=200)),
            )
        )
    for each in month.contracts:
        if each.difference:
            name = _("{number}: consultant {said}, ledger {ledger}").format(
                number=each.number, said=money.plain(each.said or 0), ledger=money.plain(each.ledger)
            )
            fields.append(Field(f"explained.{each.id}", name, TextEdit(longest=200)))
    fields.append(Field("note", _("What is corrected") if month.closings else _("Note"), TextEdit(longest=200)))

    def close(values: dict[str, Any]) -> None:
        counted = {method: values[f"counted.{method.value}"] or 0 for method in PaymentMethod}
        explained = {
            name.partition(".")[2]: value for name, value in values.items() if name.startswith("explained.") and value
        }
        action = month_actions.correct_month if month.closings else month_actions.close_month
        action(actor, month.month, MonthForm(counted, explained, values["note"]))

    title = _("Correct {month}") if month.closings else _("Close {month}")
    dialog = FormDialog(
        page,
        title.format(month=month.month),
        fields,
        close,
        _("Close"),
        intro=_("Type what you counted. No payment can be dated into closed books afterwards."),
        width=720,
    )
    dialog.setMinimumHeight(460)
    dialog.open()


def _columns() -> list[Column]:
    return [
        Column(
            *("customer", _("Customer"), lambda each: each.customer),
            detail=lambda each: _("{number} · {consultant}").format(number=each.number, consultant=each.consultant),
            bold=True,
            sortable=False,
        ),
        Column("ledger", _("Ledger"), lambda each: money.plain(each.ledger), right=True, width=125, sortable=False),
        Column("said", _("Consultant says"), _said, right=True, width=125, sortable=False),
        Column(
            *("difference", _("Difference"), lambda each: money.plain(each.difference) if each.difference else ""),
            detail=lambda each: each.note,
            tone=lambda each: "bad",
            right=True,
            width=150,
            bold=True,
            sortable=False,
        ),
    ]


def _said(each: ContractMonth) -> str:
    return "–" if each.said is None else money.plain(each.said)
