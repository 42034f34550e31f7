"""Test drives: the day's demo cars by hour, the list with its chips, and the drive in front with its next step (S4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.shop.profile import trade
from models.test_drives import lists, seeing_actions
from models.test_drives.booking_actions import cancel_drive, note_no_show
from models.test_drives.states import TONES, DriveAction, DriveState
from models.test_drives.views import DriveFilter, DriveRow, DriveView
from ui.kit import notices, papers
from ui.kit import wording as words
from ui.kit.record_page import Page, lay_beside, parted_panel
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import (
    Band,
    Button,
    Chip,
    EmptyState,
    FactGrid,
    FilterChips,
    Glyph,
    IconButton,
    Line,
    Panel,
    Text,
    clear,
    column,
    flowing,
    row,
)
from ui.sales import drive_steps, wording
from ui.sales.asking import ask_customer, ask_reason
from ui.sales.desk import Desk
from ui.sales.drive_plan import DayPlan
from ui.sales.drive_routes import ask_routes

_HEARD = ("test_drive", "stock_unit", "customer", "shop")


class DrivesPage(Page):
    """``left`` is the way back to the lists."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day = clock.today()
        self._view: DriveView | None = None
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.show_list())
        self.new_button = Button(_("Book…"), self.ask_new, kind="primary", icon="plus", key="Ctrl+N", name="book_drive")
        self.plan = DayPlan()
        self.plan.chosen.connect(self._pick)
        self.plan.asked.connect(lambda unit_id, begin: self.ask_new(unit_id, begin))
        self._day_text = Text("", "bold")
        empty = EmptyState(
            *("car-clock", _("No test drives here")),
            _("Book one with “Book…” or in a customer's file. Demo cars are made in the stock."),
        )
        self.table = RecordTable(_columns(), lists.drive_rows, tall=True, empty=empty)
        self.table.selected.connect(self._show)
        self._record, self._parts = parted_panel()
        self._lay_out()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        before = IconButton("chevron-left", _("Day before"), partial(self.move_day, -1), name="day_before")
        after = IconButton("chevron-right", _("Day after"), partial(self.move_day, 1), name="day_after")
        today = Button(_("Today"), partial(self.show_day, None), name="plan_today")
        self.routes_button = Button(
            _("Routes…"), lambda: ask_routes(self, self.actor), icon="map-marker-path", name="routes"
        )
        listing = Panel(flush=True)
        listing.add(
            row(back, Text(_("Test drives"), "title"), "stretch", self.new_button, margins=(10, 10, 10, 4)),
            flowing(self.chips, margins=(16, 0, 10, 8)),
        )
        listing.add(Line())
        listing.add(row(before, self._day_text, after, today, "stretch", self.routes_button, margins=(10, 6, 10, 0)))
        listing.add(column(self.plan, margins=(10, 0, 10, 6)))
        listing.add(Line(), self.table)
        self._beside = lay_beside(self, listing, self._record, 380)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self, drive_id: int | None = None) -> None:
        """Show the list and the day; one of them in front, whichever chip it is under."""
        counts = lists.counts()
        self.routes_button.setVisible(self.actor.may(Permission.KEEP_ROUTES))
        chosen = self.chips.selected or DriveFilter.TODAY
        items = [
            (
                each.value,
                _("{filter} {count}").format(filter=label(each), count=counts[each]),
                "warn" if each in (DriveFilter.FEEDBACK, DriveFilter.SHORT) and counts[each] else "neutral",
            )
            for each in DriveFilter
        ]
        self.chips.set_items(items)
        self.chips.select(chosen)
        ids = lists.drive_ids(DriveFilter(chosen))
        if drive_id and drive_id not in ids:
            self.chips.select(DriveFilter.ALL.value)
            ids = lists.drive_ids(DriveFilter.ALL)
        self.table.set_ids(ids)
        self.table.refresh_rows()
        before = self._view.row.id if self._view else 0
        front = drive_id or (before if before in ids else next(iter(ids), 0))
        self.new_button.setVisible(self.actor.may(Permission.TEST_DRIVE))
        if drive_id:
            self._day = clock.local(lists.drive_rows([drive_id])[0].starts_at).date()
        self._beside.setVisible(bool(front))
        if front:
            self.table.select(front)
            self._show(front)
        else:
            self._view = None
        self._show_plan()

    def show_day(self, day: date | None) -> None:
        """Show the cars of a day, None for today."""
        self._day = day or clock.today()
        self._show_plan()

    def move_day(self, days: int) -> None:
        """So many days on."""
        self.show_day(self._day + timedelta(days=days))

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus()

    def refresh(self, what: Changes | None) -> None:
        """Show what changed."""
        if what is None or any(what.touches(kind) for kind in _HEARD):
            self.show_list()

    def _show_plan(self) -> None:
        self._day_text.setText(wording.day(self._day))
        self.plan.show_day(self._day, lists.day_plan(self._day), self._view.row.id if self._view else 0)

    def _pick(self, drive_id: int) -> None:
        self.show_list(drive_id)

    def _show(self, drive_id: int) -> None:
        if not drive_id:
            return
        view = self._view = lists.drive_view(self.actor, drive_id)
        clear(self._parts)
        head = row(Text(view.row.number, "title"), Chip(label(view.row.state), TONES[view.row.state]), "stretch")
        go = partial(self._desk.open_record, "customer", view.row.customer_id)
        self._parts.addWidget(head)
        self._parts.addWidget(row(Button(view.row.customer, go, kind="link", name="drive_customer"), "stretch"))
        if view.row.is_short:
            short = _("Short: under 15 minutes and under 6 km.")
            self._parts.addWidget(Band("warn", short, icon="clock-alert-outline"))
        self._parts.addWidget(FactGrid(_facts(view), columns=2))
        if view.row.state is DriveState.BOOKED:
            self._show_preparing(view)
        if view.points or view.liked or view.disliked:
            self._show_feedback(view)
        self._show_buttons(view)
        self.plan.show_day(self._day, lists.day_plan(self._day), drive_id)

    def _show_preparing(self, view: DriveView) -> None:
        self._parts.addWidget(Line())
        steps: list[tuple[str, str, bool, Callable[..., object]]] = [
            ("check_car", _("Car: fuel, clean, insured"), _done(view, "fuel", "clean", "insured"), drive_steps.ask_car),
            ("see_licence", _("Driving licence"), _done(view, "licence", "expired"), self._ask_licence),
            ("offer_routes", _("Routes offered"), _done(view, "routes"), drive_steps.ask_routes),
            ("sign", _("Agreement signed"), _done(view, "signature"), drive_steps.ask_signature),
        ]
        may = DriveAction.PREPARE in view.actions
        for name, title, done, ask in steps:
            mark = Glyph("check-circle" if done else "circle-outline", "ok" if done else "warn", 20)
            change = Button(_("Change…") if done else _("Do…"), partial(self._ask, ask), name=name)
            change.setVisible(may)
            self._parts.addWidget(row(mark, Text(title), "stretch", change))
        if view.lacks:
            missing = _("; ").join(label(each) for each in view.lacks)
            self._parts.addWidget(Band("bad", missing, lead=_("Before the start:")))

    def _show_feedback(self, view: DriveView) -> None:
        self._parts.addWidget(Line())
        facts = [(_("What they liked"), view.liked), (_("What they did not like"), view.disliked)]
        self._parts.addWidget(FactGrid(facts, columns=1))
        for each in view.points:
            icon, tone = (
                ("minus", "dim") if each.agreed is None else ("check", "ok") if each.agreed else ("close", "bad")
            )
            said = words.joined(each.point, each.remark)
            self._parts.addWidget(row(Glyph(icon, tone, 18), Text(said, wrap=True)))

    def _show_buttons(self, view: DriveView) -> None:
        self._parts.addWidget(Line())
        do: dict[DriveAction, tuple[str, Callable[[], object]]] = {
            DriveAction.START: ("play", partial(self._ask, drive_steps.ask_start)),
            DriveAction.RETURN: ("keyboard-return", partial(self._ask, drive_steps.ask_return)),
            DriveAction.CLOSE: ("comment-check-outline", partial(self._ask, drive_steps.ask_feedback)),
        }
        for action, (icon, act) in do.items():
            if action in view.actions:
                key = "F6" if action is not DriveAction.START or view.actions[action] is None else ""
                button = Button(label(action), act, kind="primary", icon=icon, key=key, name=action.value)
                button.setEnabled(view.actions[action] is None)
                self._parts.addWidget(row(button, "stretch"))
        others = []
        if DriveAction.PREPARE in view.actions:
            others.append(Button(_("Change…"), partial(self._ask, drive_steps.ask_change), name="change_booking"))
        if DriveAction.CANCEL in view.actions:
            others.append(Button(_("Cancel booking…"), self._cancel, name="cancel_drive"))
        if DriveAction.MISS in view.actions and view.actions[DriveAction.MISS] is None:
            others.append(Button(_("Did not come…"), self._miss, name="no_show"))
        if others:
            self._parts.addWidget(flowing(*others))
        if self.actor.may(Permission.PRINT):
            self._parts.addWidget(flowing(*self._paper_buttons(view)))

    def _paper_buttons(self, view: DriveView) -> list[QWidget]:
        kinds = [(PaperKind.TEST_DRIVE_AGREEMENT, _("Agreement"), "agreement_paper")]
        if view.row.has_taken_place:
            kinds.append((PaperKind.TEST_DRIVE_FEEDBACK, _("Feedback form"), "feedback_paper"))
        found: list[QWidget] = []
        for kind, title, name in kinds:
            show = partial(papers.show_paper, self, self.actor, kind, view.row.id)
            found.append(Button(title, show, icon="printer-outline", name=name))
        if view.licence.masked:
            found.append(Button(_("Show licence number"), self._reveal, icon="eye-outline", name="reveal"))
        return found

    def ask_new(self, unit_id: int = 0, begin: datetime | None = None) -> None:
        """Ask for whom, then which car and when."""
        ask_customer(
            self,
            self.actor,
            _("Test drive for"),
            lambda customer_id: drive_steps.ask_booking(self, self.actor, customer_id, self.show_list, unit_id, begin),
        )

    def book_for(self, customer_id: int) -> None:
        """Ask for a booking of this customer."""
        drive_steps.ask_booking(self, self.actor, customer_id, self.show_list)

    def _ask(self, ask: Callable[..., object]) -> None:
        if self._view is not None:
            ask(self, self.actor, self._view)

    def _ask_licence(self, page: QWidget, actor: Actor, view: DriveView) -> None:
        drive_steps.LicenceDialog(page, actor, view).open()

    def _cancel(self) -> None:
        if (view := self._view) is not None:
            ask_reason(self, _("Cancel booking"), lambda why: cancel_drive(self.actor, view.row.id, why))

    def _miss(self) -> None:
        if (view := self._view) is not None:
            ask_reason(self, _("Did not come"), lambda why: note_no_show(self.actor, view.row.id, why))

    def _reveal(self) -> None:
        if (view := self._view) is None:
            return
        try:
            number = seeing_actions.reveal_licence(self.actor, view.row.id).answer
        except FrontdeskError as error:
            notices.error(error)
            return
        notices.tell(_("Driving licence number: {number}").format(number=number), "neutral")


def _done(view: DriveView, *lacks: str) -> bool:
    return not any(each.value in lacks for each in view.lacks)


def _facts(view: DriveView) -> list[tuple[str, ...]]:
    drive = view.row
    span = _("{begin}–{end}").format(begin=words.time_of_day(drive.starts_at), end=words.time_of_day(drive.ends_at))
    driven = ""
    if drive.minutes is not None and drive.km is not None:
        driven = _("{minutes} min, {km} km").format(minutes=drive.minutes, km=drive.km)
    levels = {level.code: pick(level.name) for level in trade().intent_levels}
    licence = words.joined(view.licence.number, lists.class_name(view.licence.kind) if view.licence.kind else "")
    facts = [
        (_("Car"), words.joined(drive.car, drive.car_number)),
        (_("Accompanied by"), drive.consultant),
        (_("Starts at"), words.joined(wording.day(clock.local(drive.starts_at).date()), span)),
        (_("Driving licence"), licence),
        (_("Route"), view.route or _(", ").join(each.title for each in view.routes)),
        (_("Driven"), driven, "warn" if drive.is_short else ""),
        (_("Wish to buy"), levels.get(drive.wish, drive.wish)),
        (_("Next step"), words.joined(drive.next_step, wording.moment(view.next_at) if view.next_at else "")),
    ]
    told = [each for each in facts if each[1]]
    told += [(title, text) for title, text in ((_("Note"), view.note), (_("Reason"), view.reason)) if text]
    return told


def _columns() -> list[Column]:
    return [
        Column(
            *("when", _("Starts at"), lambda each: words.time_of_day(each.starts_at)),
            detail=lambda each: wording.short_day(clock.local(each.starts_at).date()),
            width=86,
            sortable=False,
        ),
        Column(
            *("customer", _("Customer"), lambda each: each.customer),
            detail=lambda each: each.car,
            bold=True,
            sortable=False,
        ),
        Column("consultant", _("Accompanied by"), lambda each: each.consultant, width=96, sortable=False),
        Column(
            "driven", _("Driven"), _driven, tone=lambda each: "warn" if each.is_short else "", width=100, sortable=False
        ),
        Column(
            *("state", _("State"), lambda each: label(each.state)),
            tone=lambda each: TONES[each.state],
            chip=True,
            width=118,
            sortable=False,
        ),
    ]


def _driven(each: DriveRow) -> str:
    if each.minutes is None or each.km is None:
        return ""
    return _("{minutes} min, {km} km").format(minutes=each.minutes, km=each.km)
