"""A technician's own work: large cards with large buttons for dirty hands; no price and no phone on it (W6–W8)."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor
from models.service import board, technician_lists
from models.service import work_actions as working
from models.service.kinds import StopReason, Supply, WorkState
from models.service.states import WORK_STATES
from models.service.work_actions import DoneForm, StopForm
from models.service.work_views import BoardLine, NeededPart, TechnicianDay, TechnicianLine
from ui.kit import notices, theme
from ui.kit.desk import Desk
from ui.kit.dialogs import FormDialog
from ui.kit.editors import NoteEdit, Tick
from ui.kit.forms import Field
from ui.kit.layout import column, scrolled
from ui.kit.record_page import Page
from ui.kit.widgets import Button, Chip, EmptyState, Glyph, Line, Panel, Text, clear, row
from ui.kit.wording import joined
from ui.service import found_asking, wording, work_asking, work_words
from ui.service.check_list import ChecksPanel

_MINUTE = 30_000


class TechnicianPage(Page):
    """What runs at the top, then what is next; what nobody has yet may be taken."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._figures = Text("", "dim")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.GAP)
        self._free = QVBoxLayout()
        self._free.setSpacing(0)
        self._free_panel = Panel(_("Nobody has it yet"), flush=True)
        self._free_panel.body.addLayout(self._free)
        self.checks = ChecksPanel(self)
        self._empty = EmptyState("account-hard-hat-outline", _("No work for you"), _("What you are given stands here."))
        head = Panel(flush=True)
        head.add(
            row(Text(_("My work"), "title"), "stretch", self._figures, margins=(theme.INSIDE, 10, theme.INSIDE, 10))
        )
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.GAP)
        inside.addWidget(self._empty)
        inside.addLayout(self._cards)
        inside.addWidget(self.checks.widget)
        inside.addWidget(self._free_panel)
        inside.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addWidget(head)
        box.addWidget(scrolled(holder), 1)
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_page(self) -> None:
        """Show the work as it stands."""
        day = technician_lists.my_work(self.actor)
        self._figures.setText(_said(day))
        clear(self._cards)
        for line in day.lines:
            if line.board.state in WORK_STATES or line.board.work is not WorkState.DONE:
                self._cards.addWidget(WorkCard(self, line))
        clear(self._free)
        for free in day.free:
            self._free.addWidget(self._free_row(free))
        self._free_panel.setVisible(bool(day.free))
        self.checks.show_checks()
        self._empty.setVisible(not day.lines and not day.free)

    def _free_row(self, line: BoardLine) -> QWidget:
        take = Button(_("Take and start"), partial(self.start, line), icon="play", big=True, name=f"take_{line.id}")
        words = column(Text(line.name, "bold", elide=True), Text(_about(line), "fine", elide=True), gap=1)
        return row(words, "stretch", take, margins=(theme.INSIDE, 8, theme.INSIDE, 8))

    def _tick(self) -> None:
        if self.isVisible():
            self.show_page()

    def open_record(self, kind: str, record_id: int) -> None:
        """The page opens no record of its own."""

    def take_focus(self) -> None:
        """Put the keys on the first button."""
        found = [each for each in self.findChildren(Button) if each.isVisibleTo(self) and each.kind == "primary"]
        (found[0] if found else self).setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or changes.touches("work_order") or changes.touches("staff"):
            self.show_page()

    def act(self, action: Any, *args: Any) -> bool:
        """Do a step; what is refused is told. Whether it went through."""
        return notices.attempt(action, self.actor, *args)

    def start(self, line: BoardLine) -> None:
        """Begin, and leave what is in progress."""
        self.act(working.start_line, line.id, True)

    def pause(self, line: BoardLine) -> None:
        """A pause needs no question."""
        self.act(working.stop_line, line.id, StopForm(StopReason.PAUSE))


def _said(day: TechnicianDay) -> str:
    return _("Today: {lines} done, {standard} standard hours in {worked} h").format(
        lines=day.done_today, standard=work_words.hours(day.standard), worked=work_words.worked(day.worked)
    )


def _about(line: BoardLine) -> str:
    bay = board.bay_names().get(line.bay_id or 0, "")
    promised = _("promised {time}").format(time=wording.near(line.promised_at)) if line.promised_at else ""
    vehicle = line.vehicle if line.vehicle != line.plate else ""
    return joined(line.number, line.plate, vehicle, bay, promised)


class WorkCard(Panel):
    """A line of a technician with everything they need for it."""

    def __init__(self, page: TechnicianPage, line: TechnicianLine) -> None:
        super().__init__()
        self.page, self.line = page, line
        board = line.board
        self.setObjectName(f"work_{board.id}")
        text, tone = work_words.state(board)
        hours = _("{worked} / {standard} h").format(
            worked=work_words.worked(board.minutes), standard=work_words.hours(board.standard)
        )
        late = Chip(_("Late"), "bad") if board.late else None
        chips = [
            Chip(text, tone),
            *([late] if late else []),
            *([Chip(_("Road test"), "accent")] if line.road_test else []),
        ]
        self.add(row(Text(board.name, "record", wrap=True), "stretch", Text(hours, "bold"), *chips))
        self.add(Text(_about(board), "dim", wrap=True))
        if line.complaint:
            self.add(Text(_("“{words}”").format(words=line.complaint), wrap=True))
        if line.note:
            self.add(Text(line.note, wrap=True, tone="warn"))
        for part in line.parts:
            self.add(_part(part))
        self.add(Line(), self._buttons())

    def _buttons(self) -> QWidget:
        board, page = self.line.board, self.page
        buttons: list[QWidget] = []
        if board.work is WorkState.DONE:
            if not self.line.checked:
                act = partial(page.act, working.check_own_work, board.id)
                buttons.append(
                    Button(_("I have checked it"), act, kind="primary", icon="check-all", big=True, name="check")
                )
            again = partial(work_asking.ask_again, page, board)
            buttons.append(Button(_("Not done yet…"), again, icon="restore", big=True, name="again"))
        elif board.running_since is not None:
            buttons += [
                Button(_("It is done"), self.ask_done, kind="primary", icon="check-bold", big=True, name="done"),
                Button(_("Pause for now"), partial(page.pause, board), icon="pause", big=True, name="pause"),
                Button(_("Stop…"), partial(work_asking.ask_stop, page, board), icon="stop", big=True, name="stop"),
            ]
        else:
            start = Button(
                _("Begin the work"), partial(page.start, board), kind="primary", icon="play", big=True, name="start"
            )
            start.setEnabled(not board.held)
            buttons.append(start)
        if board.work is not WorkState.DONE:
            found = partial(found_asking.ask_found, page, board)
            buttons.append(Button(_("Found something"), found, icon="alert-plus-outline", big=True, name="found"))
        return row(*buttons, "stretch", gap=10)

    def ask_done(self) -> FormDialog:
        """What was seen, and the technician's own check, then it is done."""
        words = NoteEdit(_("What was seen, for the customer"), lines=2)
        words.set_value(self.line.found_words)
        points = (_("All parts fitted and tight"), _("Nothing leaks, no warning light"), _("Clean, no tools left"))
        ticks = [Tick(each) for each in points]
        fields = [Field(f"point_{number}", "", tick) for number, tick in enumerate(ticks)]

        def keep(values: dict[str, Any]) -> None:
            checked = all(values[f"point_{number}"] for number in range(len(ticks)))
            working.finish_line(self.page.actor, self.line.board.id, DoneForm(values["found_words"], checked))

        dialog = FormDialog(
            self.page,
            _("“{name}” is done").format(name=self.line.board.name),
            [*fields, Field("found_words", _("Remark"), words)],
            keep,
            _("It is done"),
            intro=_("Check your own work; what is not ticked you check later."),
        )
        dialog.open()
        return dialog


def _part(part: NeededPart) -> QWidget:
    """A part with whether it was issued."""
    counted = part.supply is not Supply.OWN
    here = part.issued >= part.quantity
    chip = Chip(_("Issued to the order"), "ok") if here else Chip(_("Not issued yet"), "warn")
    if not counted:
        chip = Chip(label(part.supply), "neutral")
    amount = joined(f"{quantity_text(part.quantity)} {part.unit}".strip(), part.code)
    return row(Glyph("car-cog", "dim", 18), Text(part.name), Text(amount, "dim"), chip, "stretch")
