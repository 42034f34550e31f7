"""Counts: opened for a place or all, entered line after line with Enter, submitted, approved by somebody else (W11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.kernel import clock, i18n
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.parts import count_actions as actions
from models.parts import count_lists as lists
from models.parts.count_actions import Entry
from models.parts.kinds import COUNT_TONES, CountAction, CountState
from models.parts.views import CountLineRow, CountRow, CountView
from ui.kit import notices, papers, theme, wording
from ui.kit.desk import Desk
from ui.kit.editors import EnterFilter, QuantityEdit, TextEdit, TimeEdit, show_wrong
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Band, Button, Chip, EmptyState, Line, Panel, Text, flowing, row
from ui.service import part_dialogs as dialogs

_LIST, _WIDEST, _PAUSE = 264, 16_777_215, 120
_SPARE = ("note", "moved", "worth")


class Counts(QWidget):
    """The counts at the left, the lines of the one in front at the right with the input into which one counts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: CountView | None = None
        empty = EmptyState("clipboard-list-outline", _("Nothing has been counted yet"), _("“Count…” begins a count."))
        self.table = RecordTable(_count_columns(), lists.count_rows, tall=True, empty=empty)
        self.table.selected.connect(self._show)
        self._listing = Panel(flush=True)
        self._listing.add(self.table)
        self._listing.setMinimumWidth(_LIST)
        self._number, self._chip = Text("", "title"), Chip("")
        self._about = Text("", "dim", wrap=True)
        self._band = Band("neutral", "")
        self._entering = self._new_entering()
        self.lines = RecordTable(
            *(_line_columns(), self._rows), empty=EmptyState("magnify", _("No part like that")), spare=_SPARE
        )
        self.lines.selected.connect(self._to_line)
        self.lines.opened.connect(lambda item_id: self.counted.setFocus())
        self._record = Panel(flush=True)
        self._buttons = self._new_buttons()
        self._record.add(flowing(self._number, self._chip, "stretch", *self._buttons.values(), margins=(16, 10, 10, 2)))
        self._record.add(row(self._about, margins=(16, 0, 10, 8)), row(self._band, margins=(10, 0, 10, 8)))
        self._record.add(self._entering, Line(), self.lines)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(self._listing)
        box.addWidget(self._record, 1)
        self.setFocusProxy(self.table)

    def _new_entering(self) -> QWidget:
        self.finder = TextEdit(_("Part number or name"), longest=60)
        self.finder.setObjectName("count_find")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._filter)
        self.finder.textChanged.connect(lambda text: self._pause.start())
        self.counted, self.note, self.at = QuantityEdit(zero=True), TextEdit(longest=200), TimeEdit()
        self._name = Text("", "bold", elide=True)
        self.counted.setObjectName("counted")
        self.counted.setPlaceholderText(_("Quantity counted"))
        self.counted.setAccessibleName(_("Quantity counted"))
        self.note.setPlaceholderText(_("Why it differs"))
        self.note.setAccessibleName(_("Why it differs"))
        self.at.setPlaceholderText(_("counted at"))
        self.at.setAccessibleName(_("Counted at"))
        self.at.setToolTip(_("When it was counted, if that was earlier today: what moved since is no difference."))
        for editor, width in ((self.finder, 170), (self.counted, 90), (self.note, 150), (self.at, 90)):
            editor.setFixedWidth(width)
        enter = EnterFilter(self.enter, self)
        for editor in (self.counted, self.note, self.at):
            editor.installEventFilter(enter)
        self.finder.returnPressed.connect(self._to_first)
        return row(self.finder, self._name, self.counted, self.note, self.at, margins=(10, 0, 10, 8))

    def _new_buttons(self) -> dict[CountAction | str, Button]:
        return {
            "paper": Button(_("Print…"), self._print, icon="printer-outline", name="print_count"),
            CountAction.CANCEL: Button(label(CountAction.CANCEL), self._cancel, name="cancel_count"),
            CountAction.SUBMIT: Button(
                label(CountAction.SUBMIT), lambda: self._do(actions.submit_count), kind="primary", name="submit_count"
            ),
            CountAction.SEND_BACK: Button(label(CountAction.SEND_BACK), self._send_back, name="send_count_back"),
            CountAction.APPROVE: Button(
                label(CountAction.APPROVE),
                lambda: self._do(actions.approve_count),
                kind="primary",
                name="approve_count",
            ),
        }

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self, count_id: int = 0) -> None:
        """Show the counts, one of them in front."""
        ids = lists.count_ids()
        self.table.set_ids(ids)
        self.table.refresh_rows()
        before = self.view.row.id if self.view else 0
        front = count_id or (before if before in ids else next(iter(ids), 0))
        self.table.select(front or None)
        self._show(front or None)

    def begin(self) -> None:
        """Ask what to count, and show it."""
        dialogs.ask_count(self, self.actor, self.show_list)

    def _show(self, count_id: int | None) -> None:
        self.view = lists.count_view(self.actor, count_id) if count_id else None
        self._record.setVisible(self.view is not None)
        self._listing.setMaximumWidth(_LIST if self.view is not None else _WIDEST)
        if self.view is None:
            return
        count = self.view.row
        self._number.setText(count.number)
        self._chip.say(label(count.state), COUNT_TONES[count.state])
        self._about.setText(_about(self.view))
        self._entering.setVisible(CountAction.ENTER in self.view.actions)
        for what, button in self._buttons.items():
            if isinstance(what, CountAction):
                button.setVisible(what in self.view.actions)
        self._buttons["paper"].setVisible(self.actor.may(Permission.PRINT))
        self._say_blocked()
        self._filter()

    def _say_blocked(self) -> None:
        """Why the differences cannot be approved now, or why the count came back."""
        assert self.view is not None
        blocked = self.view.actions.get(CountAction.APPROVE)
        self._buttons[CountAction.APPROVE].setEnabled(blocked is None)
        returned = self.view.row.state is CountState.OPEN and self.view.row.reason
        if blocked is not None:
            self._band.say("warn", i18n.say(blocked))
        elif returned:
            self._band.say("warn", self.view.row.reason, lead=_("Sent back:"))
        self._band.setVisible(bool(blocked is not None or returned))

    def _filter(self) -> None:
        """Show the lines of what is looked for, those not counted yet in front while it is entered."""
        self._pause.stop()
        if self.view is None:
            return
        wanted = self.finder.value().casefold() if self._entering.isVisibleTo(self) else ""
        found = [
            each.item_id
            for each in self.view.lines
            if not wanted or wanted in each.code.casefold() or wanted in each.name.casefold()
        ]
        before = self.lines.selected_id
        self.lines.set_ids(found)
        self.lines.refresh_rows()
        front = before if before in found else next(iter(found), None)
        self.lines.select(front)
        self._to_line(front)

    def _rows(self, ids: Sequence[int]) -> list[_Row]:
        wanted = set(ids)
        return [_Row(each) for each in self.view.lines if each.item_id in wanted] if self.view else []

    def _to_line(self, item_id: int | None) -> None:
        line = self._line(item_id)
        self._name.setText(line.name if line else "")
        self.counted.set_value(line.counted if line else None)
        self.note.set_value(line.note if line else "")
        show_wrong(self.counted, False)

    def _line(self, item_id: int | None) -> CountLineRow | None:
        lines = self.view.lines if self.view else ()
        return next((each for each in lines if each.item_id == item_id), None)

    def _to_first(self) -> None:
        self._filter()
        self.counted.setFocus()
        self.counted.selectAll()

    def enter(self) -> None:
        """Keep what is typed for the line in front and go on to the next."""
        item_id = self.lines.selected_id
        if self.view is None or item_id is None:
            return
        try:
            entry = Entry(item_id, self.counted.value(), self.note.value())
            at = self.at.value()
            when = None
            if at is not None:
                when = clock.local(clock.now()).replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
            actions.enter_counts(self.actor, self.view.row.id, (entry,), when)
        except FrontdeskError as error:
            show_wrong(self.counted, isinstance(error, RuleError) and error.field != "counted_at")
            notices.error(error)
            return
        ids = self.lines.records.ids
        following = ids[(ids.index(item_id) + 1) % len(ids)] if item_id in ids else item_id
        self.lines.select(following)
        self._to_line(following)
        if self.finder.value():
            self.finder.clear()
            self.finder.setFocus()
        else:
            self.counted.setFocus()
            self.counted.selectAll()

    def _do(self, act: Callable[[Actor, int, int], object]) -> None:
        assert self.view is not None
        try:
            act(self.actor, self.view.row.id, self.view.row.version)
        except FrontdeskError as error:
            notices.error(error)

    def _send_back(self) -> None:
        assert self.view is not None
        count = self.view.row
        dialogs.ask_reason(
            self,
            label(CountAction.SEND_BACK),
            lambda reason: actions.send_count_back(self.actor, count.id, count.version, reason),
            label=_("What has to be counted again?"),
        )

    def _cancel(self) -> None:
        assert self.view is not None
        count = self.view.row
        dialogs.ask_reason(
            self,
            label(CountAction.CANCEL),
            lambda reason: actions.cancel_count(self.actor, count.id, count.version, reason),
            _("Nothing of it is booked."),
        )

    def _print(self) -> None:
        assert self.view is not None
        papers.show_paper(self, self.actor, PaperKind.COUNT_SHEET, self.view.row.id)


class _Row:
    """A line as the table wants it: with an ``id``."""

    def __init__(self, line: CountLineRow) -> None:
        self.id, self.line = line.item_id, line


def _about(view: CountView) -> str:
    """Who counts what, how far it is, and what it comes to."""
    count = view.row
    told = [
        count.place or _("All places"),
        _("{entered} of {lines} entered").format(entered=count.entered, lines=count.lines),
        _("opened by {name}, {moment}").format(name=count.opened_by, moment=wording.moment(count.opened_at)),
        count.note,
    ]
    if count.state in (CountState.SUBMITTED, CountState.BOOKED):
        told.insert(2, _("{count} differ").format(count=count.differing))
        if view.worth is not None:
            told.insert(3, _("worth {amount}").format(amount=wording.yuan(view.worth)))
    if count.decided_at is not None and count.state is CountState.BOOKED:
        told.append(
            _("approved by {name}, {moment}").format(name=count.decided_by, moment=wording.moment(count.decided_at))
        )
    return wording.joined(*told)


def _count_columns() -> list[Column]:
    def detail(each: CountRow) -> str:
        return wording.joined(each.place or _("All places"), wording.moment(each.opened_at))

    return [
        Column("number", _("Count"), lambda each: each.number, detail=detail, bold=True, sortable=False),
        Column(
            *("state", "", lambda each: label(each.state)),
            tone=lambda each: COUNT_TONES[each.state],
            chip=True,
            width=104,
            sortable=False,
        ),
    ]


def _figure(quantity: int | None, signed: bool = False) -> str:
    if quantity is None:
        return ""
    return f"+{quantity_text(quantity)}" if signed and quantity > 0 else quantity_text(quantity)


def _line_columns() -> list[Column]:
    def difference(each: _Row) -> str:
        return _figure(each.line.difference, signed=True) if each.line.difference else ""

    return [
        Column("place", _("Shelf place"), lambda each: each.line.place, width=72, sortable=False),
        Column("code", _("Part number"), lambda each: each.line.code, width=124, sortable=False),
        Column("name", _("Name"), lambda each: each.line.name, bold=True, sortable=False),
        Column("book", _("Stock says"), lambda each: _figure(each.line.book), right=True, width=78, sortable=False),
        Column(
            *("moved", _("Moved since"), lambda each: _figure(each.line.moved or None, signed=True)),
            right=True,
            width=84,
            sortable=False,
        ),
        Column(
            "counted",
            _("Quantity counted"),
            lambda each: _figure(each.line.counted),
            right=True,
            width=72,
            bold=True,
            sortable=False,
        ),
        Column(
            *("difference", _("Difference"), difference),
            tone=lambda each: "bad" if each.line.difference else "",
            right=True,
            width=78,
            sortable=False,
        ),
        Column(
            *("worth", _("Worth"), lambda each: wording.yuan(each.line.worth) if each.line.worth else ""),
            right=True,
            width=96,
            sortable=False,
        ),
        Column("note", _("Note"), lambda each: each.line.note, width=120, sortable=False),
    ]
