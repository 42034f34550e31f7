"""What stands beside a work order: the customer's words, the body, money, what was put off, facts, the log."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import N_, _, label, pick
from models.kernel.permissions import Permission
from models.service import estimate_actions as estimating
from models.service import terms
from models.service.states import ESTIMATE_STATES, SHEET_STATES
from models.service.views import DeferredView, OrderView
from models.trades.outlines import described, outline
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, TextEdit
from ui.kit.forms import Field
from ui.kit.outline import Mark, OutlineView
from ui.kit.widgets import Button, FactGrid, Line, Panel, Text, clear, column, row
from ui.kit.wording import day, joined, moment, yuan
from ui.service import wording

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_EVENTS = 10
_LABELS = (
    *(("asked_when", N_("When")), ("asked_where", N_("Where")), ("asked_who", N_("Who"))),
    *(("asked_why", N_("Why")), ("asked_how", N_("How")), ("asked_often", N_("How often"))),
)


class SidePanel:
    """A panel with a dim title and rows that are made anew."""

    def __init__(self, page: OrderPage, title: str) -> None:
        self.page = page
        self.widget = Panel()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        self.widget.add(Text(title, "dim"))
        self.widget.body.addLayout(self.rows)

    def show_order(self, view: OrderView) -> None:
        """Show what the order says of it."""
        raise NotImplementedError


class ComplaintPanel(SidePanel):
    """What the customer said, in their own words and by 5W2H (W3)."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page, _("What the customer says (5W2H)"))

    def show_order(self, view: OrderView) -> None:
        clear(self.rows)
        sheet = view.sheet
        told = [(_(name), getattr(sheet, code)) for code, name in _LABELS]
        self.widget.setVisible(bool(sheet.complaint) or view.repeat_of is not None)
        self.rows.addWidget(Text(_("“{words}”").format(words=sheet.complaint), wrap=True))
        if sheet.asked_what:
            self.rows.addWidget(Text(sheet.asked_what, wrap=True))
        for name, words in told:
            if words:
                self.rows.addWidget(Text(f"{name} {words}", "dim", wrap=True))
        if view.repeat_of is not None:
            before = view.repeat_of
            words = _("Repeat of {number}, handed back {day}").format(
                number=before.number, day=moment(before.handed_back_at)
            )
            show = Button(words, partial(self.page.open_record, "work_order", before.id), kind="link", name="repeat_of")
            self.rows.addWidget(row(show, "stretch"))


class MoneyPanel(SidePanel):
    """What it comes to, what waits for the customer's word, what they have authorised."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page, _("Amounts"))

    def show_order(self, view: OrderView) -> None:
        clear(self.rows)
        self.widget.setVisible(bool(view.lines) and self.page.actor.may(Permission.RECEIVE_VEHICLE))
        totals = view.totals
        self._line(_("Labour"), totals.labour)
        self._line(_("Parts"), totals.parts)
        for name, amount in (
            (_("Other"), totals.other),
            (_("Discount"), -totals.discount),
            (_("Rounding"), totals.rounding),
            (_("Free of charge"), totals.free),
        ):
            if amount:
                self._line(name, amount, "dim")
        self._line(_("Total"), totals.total, bold=True)
        if view.pending:
            self._line(_("Extra work, not agreed"), view.pending, "bad")
        if view.authorised is not None:
            self.rows.addWidget(Line())
            self._line(_("Authorised"), view.authorised, bold=True)
        if view.paid:
            self._line(_("Paid"), view.paid, "ok")

    def _line(self, name: str, amount: int, tone: str = "", *, bold: bool = False) -> None:
        tone = "" if tone == "dim" else tone
        look = "bold" if bold else "body"
        self.rows.addWidget(row(Text(name, look, tone=tone), "stretch", Text(yuan(amount), look, tone=tone)))


class DeferredPanel(SidePanel):
    """What the customer put off before, to be offered again (W4)."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page, _("Put off earlier"))

    def show_order(self, view: OrderView) -> None:
        clear(self.rows)
        self.widget.setVisible(bool(view.deferred))
        may = view.row.state in ESTIMATE_STATES and self.page.actor.may(Permission.ESTIMATE_WORK)
        for work in view.deferred:
            self.rows.addWidget(self._row(work, may))

    def _row(self, work: DeferredView, may: bool) -> QWidget:
        words = Text(work.name, tone="bad" if work.safety else "", wrap=True)
        told = joined(
            _("safety") if work.safety else "",
            _("refused") if work.refused else "",
            work.order_number,
            yuan(work.amount) if self.page.actor.may(Permission.RECEIVE_VEHICLE) else "",
        )
        offer = partial(self.page.step, estimating.take_up_deferred, (work.id,))
        drop = partial(self.page.act, estimating.drop_deferred, work.id)
        buttons = [
            Button(_("Offer again"), offer, kind="link", name=f"offer_{work.id}"),
            Button(_("Not wanted"), drop, kind="link", name=f"drop_{work.id}"),
        ]
        return column(words, Text(told, "fine", wrap=True), *([row(*buttons, "stretch")] if may else ()), gap=1)


class FactsPanel(SidePanel):
    """Who, when, until when."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page, _("The order"))
        self._facts = FactGrid(columns=2)
        self.widget.body.insertWidget(1, self._facts)

    def show_order(self, view: OrderView) -> None:
        clear(self.rows)
        row_, sheet = view.row, view.sheet
        first = view.first_promised_at
        moved = first is not None and first != row_.promised_at
        facts = [
            (_("Kind"), view.template_name),
            (_("Advisor"), row_.advisor),
            (_("Came in"), moment(row_.received_at) if row_.received_at else ""),
            (_("Promised"), moment(row_.promised_at) if row_.promised_at else "", "bad" if row_.late else ""),
            (_("Phone"), view.phone),
            (_("VIN"), view.vin),
            (_("The customer"), label(sheet.waits)),
            (_("Old parts"), label(sheet.old_parts)),
        ]
        if moved and first is not None:
            facts.insert(4, (_("First promised"), moment(first)))
        if view.next_service_on or view.next_service_km:
            when = day(view.next_service_on) if view.next_service_on else ""
            km = _("{km} km").format(km=f"{view.next_service_km:,}") if view.next_service_km else ""
            facts.append((_("Next service"), joined(when, km)))
        self._facts.set_facts(facts)


class LogPanel(SidePanel):
    """Each change with its time and its person (W2)."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page, _("History"))
        self._all = False

    def show_order(self, view: OrderView) -> None:
        clear(self.rows)
        events = list(reversed(view.events))
        for event in events if self._all else events[:_EVENTS]:
            promised = wording.near(event.after) if event.after else ""
            told = joined(
                moment(event.at), event.staff, event.text, promised, yuan(event.amount) if event.amount else ""
            )
            if not self.page.actor.may(Permission.RECEIVE_VEHICLE):
                told = joined(moment(event.at), event.staff, event.text)
            self.rows.addWidget(column(Text(label(event.kind)), Text(told, "fine", wrap=True), gap=0))
        if len(events) > _EVENTS and not self._all:
            self.rows.addWidget(row(Button(_("Show all"), self._show_all, kind="link", name="all_events"), "stretch"))

    def _show_all(self) -> None:
        self._all = True
        if self.page.view is not None:
            self.show_order(self.page.view)


class BodyPanel(SidePanel):
    """The outline of the body with what was seen on it, marked by clicking while the sheet may be changed (W3)."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page, _("Body check"))
        self._shown: tuple[object, ...] = ()
        self.body = OutlineView()
        self.kind = ChoiceBox([], "")
        self.kind.edited.connect(self._turn)
        self.widget.body.insertWidget(1, self.kind)
        self.widget.body.insertWidget(2, self.body)
        self.body.changed.connect(self._changed)

    def show_order(self, view: OrderView) -> None:
        sheet, template = view.sheet, terms.template_of(view.template)
        self.widget.setVisible(bool(template.outlines))
        writable = view.row.state in SHEET_STATES and self.page.actor.may(Permission.RECEIVE_VEHICLE)
        self.body.writable = writable
        self.kind.setVisible(writable and len(template.outlines) > 1)
        marks = tuple(Mark(each.view, each.x, each.y, each.kind, each.note) for each in sheet.marks)
        now = (view.row.id, sheet.outline, marks)
        if now != self._shown:
            self._shown = now
            self.kind.set_choices([(code, pick(outline(code).name)) for code in template.outlines])
            self.kind.set_value(sheet.outline)
            self.body.show_marks(sheet.outline, marks)
        self._list()

    @property
    def outline(self) -> str:
        """The code of the outline in use."""
        return self.body.code

    def _turn(self) -> None:
        self.body.show_marks(self.kind.value(), self.body.marks)
        self._changed()

    def _changed(self) -> None:
        self._list()
        self.page.sheet_edited()

    def _list(self) -> None:
        clear(self.rows)
        for place, mark in enumerate(self.body.marks):
            words = described(self.body.code, mark.view, mark.x, mark.y, mark.kind, mark.note)
            line = Text(f"{place + 1}  {words}", wrap=True)
            note = Button(_("Note…"), partial(self.ask_note, place), kind="link", name=f"note_{place}")
            self.rows.addWidget(row(line, note, "stretch") if self.body.writable else line)
        if not self.body.marks:
            told = _("Click on the outline where something is damaged.") if self.body.writable else _("Nothing seen.")
            self.rows.addWidget(Text(told, "dim", wrap=True))

    def ask_note(self, place: int) -> FormDialog:
        """What is to be said of a mark: how long, how deep."""
        mark = self.body.marks[place]
        note = TextEdit(longest=200)
        note.set_value(mark.note)

        def keep(values: dict[str, str]) -> None:
            self.body.marks[place] = replace(mark, note=values["note"])
            self._changed()

        words = described(self.body.code, mark.view, mark.x, mark.y, mark.kind, "")
        dialog = FormDialog(self.page, words, [Field("note", _("Note"), note)], keep)
        dialog.open()
        return dialog
