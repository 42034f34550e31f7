"""The complaints: the list with its chips, and beside it the one chosen with its log and what comes next (W10)."""

from __future__ import annotations

from models.complaints import lists
from models.complaints.states import TONES, Subject
from models.complaints.views import ComplaintFilter, ComplaintRow
from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.trades.complaint_terms import Severity, category_name
from ui.kit import papers, theme
from ui.kit.desk import Desk
from ui.kit.record_page import Page, lay_beside
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Line, Panel, flowing
from ui.kit.wording import day, joined
from ui.service import complaint_asking as asking
from ui.service.complaint_record import ComplaintRecord

_WIDTH = 430
_HEARD = ("complaint", "survey", "customer", "staff", "attachment")
_COUNTED = (
    *(ComplaintFilter.MINE, ComplaintFilter.OVERDUE, ComplaintFilter.OPEN),
    *(ComplaintFilter.WORD, ComplaintFilter.CLOSE),
)
_ABOUT = {
    "complaint_for_contract": Subject.CONTRACT,
    "complaint_for_delivery": Subject.DELIVERY,
    "complaint_for_order": Subject.WORK_ORDER,
}
SEVERITY_TONES = {Severity.MINOR: "neutral", Severity.SERIOUS: "warn", Severity.SEVERE: "bad"}


class ComplaintsPage(Page):
    """Complaints by what is to be done; the one in front beside the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self._show())
        self.new = Button(
            *(_("Open a complaint"), self.begin), kind="primary", icon="plus", key="Ctrl+N", name="open_complaint"
        )
        register = Button(_("Register"), self.ask_register, icon="printer-outline", name="register")
        empty = EmptyState(
            "emoticon-happy-outline",
            _("No complaints here"),
            _("One is opened here, or from a customer's file, a contract, a delivery or a work order."),
        )
        self.table = RecordTable(
            _columns(),
            lambda ids: lists.complaint_rows(self.actor, ids),
            tall=True,
            empty=empty,
            spare=("number", "severity"),
        )
        self.table.selected.connect(lambda complaint: self._show_chosen())
        listing = Panel(flush=True)
        listing.add(flowing(self.chips, "stretch", register, self.new, margins=(theme.INSIDE, 10, theme.INSIDE, 8)))
        listing.add(Line(), self.table)
        self.record = ComplaintRecord(desk)
        self.table.opened.connect(lambda complaint: self.record.take_focus())
        self._beside = lay_beside(self, listing, self.record, _WIDTH)
        self._count()
        self.chips.select(ComplaintFilter.OPEN.value)
        self.setFocusProxy(self.table)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def begin(self) -> None:
        """Ask for a new complaint of whoever stands or calls here."""
        asking.ask_new(self, self.actor, self._opened)

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a complaint; the other kinds begin one for a customer's file, a contract, a delivery, an order."""
        if kind == "complaint":
            self._bring_up(record_id)
            return
        self.show_page()
        if kind in _ABOUT:
            asking.ask_new(self, self.actor, self._opened, subject=_ABOUT[kind], subject_id=record_id)
        else:
            asking.ask_new(self, self.actor, self._opened, customer_id=record_id)

    def _opened(self, complaint_id: int) -> None:
        self._bring_up(complaint_id)
        self.take_focus()

    def _bring_up(self, complaint_id: int) -> None:
        self._count()
        if complaint_id not in self._ids():
            self.chips.select(ComplaintFilter.ALL.value)
        self._fill()
        self.table.select(complaint_id)
        self._show_chosen()

    def ask_register(self) -> None:
        """Print the register of a period."""
        asking.ask_period(self, lambda span: papers.show_paper(self, self.actor, PaperKind.COMPLAINT_REGISTER, span))

    def show_page(self) -> None:
        """The page comes to the front."""
        self._count()
        self._show()

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or any(changes.touches(kind) for kind in _HEARD):
            self.show_page()

    def _count(self) -> None:
        counts = lists.counts(self.actor)
        items = []
        for each in ComplaintFilter:
            shown = counts[each] if each in _COUNTED else 0
            tone = "bad" if each is ComplaintFilter.OVERDUE and shown else "neutral"
            items.append((each.value, f"{label(each)} {shown}" if shown else label(each), tone))
        self.chips.set_items(items)

    def _ids(self) -> list[int]:
        chosen = ComplaintFilter(self.chips.selected or ComplaintFilter.OPEN.value)
        return lists.complaint_ids(self.actor, chosen)

    def _fill(self) -> None:
        self.table.set_ids(self._ids())
        self.table.refresh_rows()

    def _show(self) -> None:
        self._fill()
        if self.table.selected_id is None:
            self.table.select_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.selected_id
        self._beside.setVisible(chosen is not None)
        if chosen is not None:
            self.record.show_complaint(chosen)


def due_words(each: ComplaintRow) -> tuple[str, str]:
    """How long the customer still waits for an answer, and its tone."""
    left = each.days_left
    if left is None:
        return "–", ""
    if left < 0:
        return _("{days} d overdue").format(days=-left), "bad"
    if left == 0:
        return _("today"), "warn"
    return _("{day}, {days} d left").format(day=day(each.due_on), days=left), "warn" if left == 1 else ""


def _columns() -> list[Column]:
    return [
        Column("customer", _("Customer"), lambda each: each.customer or each.phone, detail=_said, bold=True),
        Column(
            *("severity", _("Severity"), lambda each: label(each.severity)),
            tone=lambda each: SEVERITY_TONES[each.severity],
            chip=True,
            width=90,
            sortable=False,
        ),
        Column(
            *("state", _("State"), lambda each: label(each.state)),
            tone=lambda each: TONES[each.state],
            chip=True,
            width=110,
            sortable=False,
        ),
        Column(
            *("due", _("Answer due"), lambda each: due_words(each)[0]),
            detail=lambda each: each.owner,
            tone=lambda each: due_words(each)[1],
            width=130,
            sortable=False,
        ),
        Column(
            "number",
            _("Number"),
            lambda each: each.number,
            detail=_opened_on,
            width=120,
            sortable=False,
        ),
    ]


def _said(each: ComplaintRow) -> str:
    return joined(category_name(each.category), " ".join(each.words.split()))


def _opened_on(each: ComplaintRow) -> str:
    return day(clock.local(each.opened_at).date())
