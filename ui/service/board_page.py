"""The board of the workshop: every line by technician, bay or state, with running clocks; late ones red (W6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout

from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.service import board, late_lists
from models.service import dispatch_actions as dispatching
from models.service.board import LaneBy
from models.service.dispatch_actions import Assignment
from models.service.kinds import WorkState
from models.service.work_views import BoardLine
from ui.kit import notices, theme
from ui.kit.desk import Desk
from ui.kit.layout import column, scrolled
from ui.kit.record_page import Page
from ui.kit.widgets import Band, Button, EmptyState, FilterChips, IconButton, Panel, Text, clear, row
from ui.kit.wording import day as day_text
from ui.service import wording
from ui.service.board_canvas import BoardCanvas

_MINUTE = 30_000
_MOST_LATE, _LOW = 3, 460
"""How many bands tell of late orders; a page lower than so many pixels has one."""


class BoardPage(Page):
    """The lanes, the day they are of, and above them who has to be told that it will be later."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day = clock.today()
        self.by = FilterChips([(each.value, label(each)) for each in LaneBy])
        self.by.chosen.connect(lambda _key: self.show_page())
        self._date = Text("", "bold")
        self.canvas = BoardCanvas()
        self.canvas.dropped.connect(self._dropped)
        self.canvas.opened.connect(lambda line: self._desk.open_record("work_order", line.order_id))
        self._empty = EmptyState(
            "view-dashboard-outline", _("No work on this day"), _("What is authorised stands here until it is done.")
        )
        self._late = QVBoxLayout()
        self._late.setSpacing(8)
        self._lay_out()
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self.setFocusProxy(self.canvas)

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", _("The day before"), lambda: self.go(-1), key="Alt+Left", name="day_before")
        on = IconButton("chevron-right", _("The day after"), lambda: self.go(1), key="Alt+Right", name="day_after")
        today = Button(_("Today"), self.go_today, name="today")
        hint = Text(_("Drag a line, or Ctrl+← →; Enter opens its order"), "dim")
        head = row(
            *(Text(_("Board"), "title"), back, self._date, on, today, 12, self.by, "stretch", hint),
            margins=(theme.INSIDE, 8, theme.INSIDE, 8),
        )
        self._area = scrolled(column(self.canvas, "stretch", margins=(12, 4, 12, 12)))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        listing = Panel(flush=True)
        listing.add(head, self._empty, self._area)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addLayout(self._late)
        box.addWidget(listing, 1)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def choose(self, key: str) -> None:
        """Show the lanes by technician, bay or state."""
        self.by.select(key)
        self.show_page()

    def go(self, days: int) -> None:
        """Another day."""
        self._day += timedelta(days=days)
        self.show_page()

    def go_today(self) -> None:
        """Back to today."""
        self._day = clock.today()
        self.show_page()

    def show_page(self) -> None:
        """Show the day as it stands."""
        by = LaneBy(self.by.selected)
        lanes = board.lanes(self.actor, by, self._day)
        self._date.setText(day_text(self._day))
        movable = by is not LaneBy.STATE and self.actor.may(Permission.DISPATCH_WORK) and self._day == clock.today()
        self.canvas.show_lanes(lanes, movable=movable)
        nothing = not any(lane.lines for lane in lanes)
        self._empty.setVisible(nothing)
        self._area.setVisible(not nothing)
        self._show_late()

    def _show_late(self) -> None:
        clear(self._late)
        late = late_lists.late_orders(self.actor)
        for each in late[: _MOST_LATE if self.height() >= _LOW else 1]:
            values = {
                "customer": each.customer,
                "plate": each.plate or each.vehicle,
                "promised": wording.near(each.promised_at),
                "expected": wording.near(each.forecast_at),
            }
            words = _("{customer} {plate}: promised {promised}, expected {expected}; the customer has not been told.")
            open_it = Button(_("Open"), self._opener(each.order_id), name=f"late_{each.order_id}")
            tone, lead = ("bad", _("Late:")) if each.late else ("warn", _("Will be late:"))
            self._late.addWidget(Band(tone, words.format(**values), open_it, lead=lead, icon="clock-alert-outline"))

    def _opener(self, order_id: int) -> Any:
        return lambda: self._desk.open_record("work_order", order_id)

    def _tick(self) -> None:
        if self.isVisible():
            self.show_page()

    def open_record(self, kind: str, record_id: int) -> None:
        """The board opens no record of its own."""

    def take_focus(self) -> None:
        """Put the keys on the board."""
        self.canvas.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or changes.touches("work_order") or changes.touches("staff"):
            self.show_page()

    def _dropped(self, line: BoardLine, key: int | str) -> None:
        """Give a line to somebody else, or put it into another bay."""
        if line.work is WorkState.DONE:
            notices.tell(_("“{name}” is done already.").format(name=line.name), "warn")
            return
        if LaneBy(self.by.selected) is LaneBy.BAY:
            to = Assignment(line.id, line.technician_id, int(key) or None)
        else:
            to = Assignment(line.id, int(key) or None)
        if notices.attempt(dispatching.assign_lines, self.actor, line.order_id, (to,)):
            self._warn(line, to.technician_id)

    def _warn(self, line: BoardLine, technician_id: int | None) -> None:
        person = next((each for each in board.technicians(self.actor) if each.id == technician_id), None)
        if person is not None and not person.can(line.skill):
            notices.tell(_("{name} is not entered for this skill.").format(name=person.name), "warn")
