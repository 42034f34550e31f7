"""Commission by person and month, each booking behind it, what is held, what waits for the manager (S8)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.cashier import rules
from models.commission import actions, lists
from models.commission.terms import terms_now
from models.commission.views import EntryRow, PersonMonth
from models.kernel import clock, money
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.sales import lists as sales
from ui.kit import theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, PercentEdit, Tick
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Band, Button, EmptyState, Panel, Text, clear
from ui.sales import wording
from ui.sales.desk import Desk
from ui.sales.money_part import MoneyPart

_MONTHS_OFFERED = 24


class CommissionPage(MoneyPart):
    """A month: everybody's sums above, the bookings of the one chosen beneath; a consultant sees their own only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._people: dict[int, PersonMonth] = {}
        self._entries: dict[int, EntryRow] = {}
        self.which = ChoiceBox([])
        self.which.edited.connect(self.refresh)
        self.terms_button = Button(_("Rates…"), self.ask_terms, icon="percent-outline", name="commission_terms")
        self._sum = Text("", "dim")
        self._band = QVBoxLayout()
        self.people = RecordTable(_person_columns(), self._fetch_people)
        self.people.selected.connect(lambda person: self._show_entries())
        empty = EmptyState("cash-multiple", _("No commission in this month."), _("It is earned on money received."))
        self.table = RecordTable(_entry_columns(), self._fetch_entries, tall=True, empty=empty)
        self.table.opened.connect(lambda entry: self.opened.emit("contract", self._entries[entry].contract_id))
        self._lay_out()
        self.setFocusProxy(self.people)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 10)
        top.setSpacing(theme.GAP)
        for part in (self.which, self._sum, self.terms_button):
            top.addWidget(part)
        top.setStretch(1, 1)
        upper = Panel(flush=True)
        upper.body.addLayout(top)
        upper.add(self.people)
        lower = Panel(_("Bookings"), flush=True)
        lower.add(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addLayout(self._band)
        box.addWidget(upper, 2)
        box.addWidget(lower, 3)

    def refresh(self) -> None:
        """Look again at the month that is chosen."""
        self.which.set_choices([(each, each) for each in rules.recent_months(clock.today(), _MONTHS_OFFERED)])
        first, last = rules.days_of(self.which.value())
        self._people = {row.id: row for row in lists.month(self.actor, first, last)}
        self.people.set_ids(list(self._people))
        self.people.refresh_rows()
        booked, held, payable = (
            sum(getattr(row, name) for row in self._people.values()) for name in ("booked", "held", "payable")
        )
        words = _("booked {booked}, held {held}, payable {payable}")
        figures = {"booked": booked, "held": held, "payable": payable}
        self._sum.setText(words.format(**{name: wording.yuan(amount) for name, amount in figures.items()}))
        self.terms_button.setVisible(self.actor.may(Permission.SET_COMMISSION))
        self._show_waiting()
        self._show_entries()

    def _show_waiting(self) -> None:
        clear(self._band)
        waiting = sales.contract_rows(lists.waiting(self.actor))
        if not waiting:
            return
        buttons = [
            Button(each.number, partial(self.opened.emit, "contract", each.id), kind="link", name="waiting")
            for each in waiting[:3]
        ]
        words = _("{count} contracts wait for your decision on their shares.").format(count=len(waiting))
        self._band.addWidget(Band("warn", words, *buttons))

    def _show_entries(self) -> None:
        first, last = rules.days_of(self.which.value())
        rows = lists.entries(self.actor, first, last, self.people.selected_id)
        self._entries = {row.id: row for row in rows}
        self.table.set_ids(list(self._entries))
        self.table.refresh_rows()

    def ask_terms(self) -> None:
        """Ask for the store's rates by category, and whether delivery must come first."""
        terms = terms_now()
        held = Tick(_("Hold until delivery"))
        held.set_value(terms.held)
        fields = [Field(f"rates.{code}", wording.category(code), PercentEdit()) for code in terms.rates]

        def set_terms(values: dict[str, Any]) -> None:
            rates = {code: values[f"rates.{code}"] or 0 for code in terms.rates}
            actions.set_terms(self.actor, rates, values["held"])

        dialog = FormDialog(
            self,
            _("Rates of commission"),
            [*fields, Field("held", "", held)],
            set_terms,
            intro=_("They hold for contracts signed from now on; those signed before keep theirs."),
            columns=2,
            width=560,
        )
        dialog.form.set_values({f"rates.{code}": rate for code, rate in terms.rates.items()})
        dialog.open()

    def _fetch_people(self, ids: Sequence[int]) -> list[PersonMonth]:
        return [self._people[each] for each in ids if each in self._people]

    def _fetch_entries(self, ids: Sequence[int]) -> list[EntryRow]:
        return [self._entries[each] for each in ids if each in self._entries]


def _person_columns() -> list[Column]:
    def figure(key: str, title: str) -> Column:
        return Column(key, title, lambda row: money.plain(getattr(row, key)), right=True, width=150, sortable=False)

    return [
        Column(
            *("name", _("Colleague"), lambda row: row.name),
            tone=lambda row: "" if row.id else "warn",
            bold=True,
            sortable=False,
        ),
        Column("contracts", _("Contracts"), lambda row: str(row.contracts), right=True, width=110, sortable=False),
        figure("booked", _("Booked")),
        figure("held", _("Held until delivery")),
        figure("payable", _("Payable")),
    ]


def _entry_columns() -> list[Column]:
    return [
        Column("day", _("Day"), lambda row: row.booked_on.isoformat(), width=120, sortable=False),
        Column(
            *("customer", _("Customer"), lambda row: row.customer),
            detail=lambda row: row.number,
            bold=True,
            sortable=False,
        ),
        Column("who", _("Colleague"), lambda row: row.who, width=150, sortable=False),
        Column(
            "cause", _("Cause"), lambda row: label(row.cause), detail=lambda row: row.receipt, width=190, sortable=False
        ),
        Column(
            *("held", _("State"), lambda row: _("held") if row.held else _("payable")),
            tone=lambda row: "warn" if row.held else "ok",
            chip=True,
            width=110,
            sortable=False,
        ),
        Column(
            *("amount", _("Amount"), lambda row: money.plain(row.amount)),
            tone=lambda row: "bad" if row.amount < 0 else "",
            right=True,
            width=140,
            bold=True,
            sortable=False,
        ),
    ]
