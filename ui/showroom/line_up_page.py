"""Line-ups of today, of weekdays and of single days, dragged into order; and the days without rotation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.kernel import clock
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import N_, _
from models.papers.facts import PaperKind
from models.rotation import manager_actions, planning
from models.shop.holidays import holidays
from models.staff import lists as staff
from ui.kit import icons, notices, papers, theme
from ui.kit.editors import ChoiceBox, DateEdit, TextEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, FactGrid, Panel, Text, clear, row, scrolled
from ui.showroom.floor import Floor

WEEKDAYS = (
    *(N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday")),
)
_TODAY, _DATE = "today", "date"
_MEANINGS = {
    _TODAY: N_("The order goes on with whose turn it is now. Receptions and owed turns stay as they are."),
    _DATE: N_("For this day only; it goes before the line-up of its weekday."),
}
_EVERY_WEEK = N_("For this weekday from the next one on, until it is changed.")


class OrderList(QListWidget):
    """Names in an order: drag, or Alt with an arrow, moves one; Del takes it out."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("order")
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setSpacing(2)
        self.setFont(theme.font(theme.TAB))

    @property
    def ids(self) -> list[int]:
        """Who is in it, from the top."""
        return [self.item(place).data(Qt.ItemDataRole.UserRole) for place in range(self.count())]

    def show_people(self, people: Sequence[tuple[int, str]]) -> None:
        """Show these, in this order."""
        self.clear()
        for person_id, name in people:
            self.add(person_id, name)

    def add(self, person_id: int, name: str) -> None:
        """Put somebody at the end."""
        item = QListWidgetItem(icons.icon("drag-vertical", "dim"), name)
        item.setSizeHint(QSize(0, theme.ROW))
        item.setData(Qt.ItemDataRole.UserRole, person_id)
        self.addItem(item)

    def move(self, by: int) -> None:  # type: ignore[override]
        """Move who is selected up or down."""
        self._put(self.currentRow() + by)

    def _put(self, to: int) -> None:
        """Put who is selected at this place."""
        place = self.currentRow()
        if place >= 0 and place != to and 0 <= to < self.count():
            item = self.takeItem(place)
            self.insertItem(to, item)
            self.setCurrentItem(item)

    def take_out(self) -> None:
        """Take who is selected out of the line-up."""
        if self.currentRow() >= 0:
            self.takeItem(self.currentRow())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragged: who was pressed goes along with the mouse, or the finger; beyond the ends they stay at the end."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            y = event.position().toPoint().y()
            bottoms = [self.visualItemRect(self.item(row)).bottom() for row in range(self.count())]
            self._put(next((row for row, bottom in enumerate(bottoms) if y <= bottom), self.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.take_out()
        else:
            super().keyPressEvent(event)


class LineUpPage(QWidget):
    """Which line-up at the left, what is planned and the holidays at the right."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self._names = {row.id: row.name for row in staff.everybody()}
        weekdays = [(number, _(name)) for number, name in enumerate(WEEKDAYS)]
        self.which = ChoiceBox([(_TODAY, _("Today, from now on")), *weekdays, (_DATE, _("One day…"))])
        self.which.edited.connect(self._show_order)
        self.date = DateEdit()
        self.date.edited.connect(self._show_order)
        self._meaning = Text("", "dim", wrap=True)
        self.order = OrderList()
        self.add_box = ChoiceBox([])
        self._planned = FactGrid(columns=1)
        self._holidays = QVBoxLayout()
        self._holidays.setSpacing(4)
        self.holiday = Form(
            (Field("day", _("Day"), DateEdit()), Field("name", _("Name of the holiday"), TextEdit(longest=60)))
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(self._order_panel(), 1)
        box.addWidget(self._planned_panel(), 1)
        self._shown: tuple[int, ...] | None = None
        self.show_floor()

    def _order_panel(self) -> Panel:
        panel = Panel(_("Line-up"), hint=_("drag to order, Alt+↑↓ moves"))
        add = Button(_("Add"), self._add, icon="plus", name="add_person")
        out = Button(_("Take out"), self.order.take_out, hint="Del", name="take_out")
        self.save_button = Button(_("Save the line-up"), self.save, kind="primary", name="save_line_up")
        panel.add(row(self.which, self.date, "stretch"), self._meaning, self.order)
        panel.add(row(self.add_box, add, out, "stretch", self.save_button))
        return panel

    def _planned_panel(self) -> Panel:
        sheet = Button(_("Line-up sheet"), self._show_sheet, icon="file-document-outline", name="line_up_sheet")
        panel = Panel(_("Planned"), sheet)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._planned)
        inside.addSpacing(theme.GAP)
        inside.addWidget(Text(_("Days without rotation"), "bold"))
        inside.addWidget(Text(_("The workshop is closed on these days too."), "fine", wrap=True))
        inside.addLayout(self._holidays)
        inside.addWidget(self.holiday)
        inside.addWidget(row(Button(_("Add the holiday"), self._add_holiday, name="add_holiday"), "stretch"))
        inside.addStretch(1)
        panel.add(scrolled(content))
        return panel

    def show_floor(self) -> None:
        """Show what is planned; an order being changed stays unless the floor's own changed."""
        now = tuple(card.id for card in self._floor.board.queue)
        if now != self._shown:
            self._shown = now
            self._show_order()
        self._show_planned()

    def save(self) -> None:
        """Keep the line-up for what it was made for."""
        which, ids = self.which.value(), self.order.ids
        try:
            if which == _TODAY:
                self._floor.do(manager_actions.change_line_up, ids)
            elif which == _DATE:
                self._floor.do(manager_actions.plan_day, self._day(), ids)
            else:
                self._floor.do(manager_actions.plan_weekday, which, ids)
        except FrontdeskError as error:
            notices.error(error)
            return
        notices.tell(_("The line-up is kept."))
        self._show_planned()

    def _show_sheet(self) -> None:
        """This week's line-ups on paper."""
        today = clock.today()
        monday = today.toordinal() - today.weekday()
        papers.show_paper(self, self._floor.actor, PaperKind.LINE_UP, monday)

    def _day(self) -> Any:
        day = self.date.value()
        if day is None:
            raise RuleError("Choose a day.", field="day")
        return day

    def _show_order(self) -> None:
        which = self.which.value()
        self.date.setVisible(which == _DATE)
        self._meaning.setText(_(_MEANINGS.get(which, _EVERY_WEEK)))
        self.order.show_people([(each, self._names[each]) for each in self._planned_for(which) if each in self._names])
        self._offer()

    def _planned_for(self, which: Any) -> Sequence[int]:
        """Who is in a line-up now; where none is planned, today's is the beginning."""
        now = [card.id for card in self._floor.board.queue] or [row.id for row in staff.sellers()]
        if which == _DATE:
            try:
                return planning.dated_line_ups(clock.today()).get(self.date.value() or clock.today(), now)
            except RuleError:
                return now
        return now if which == _TODAY else planning.weekday_line_ups().get(which, now)

    def _offer(self) -> None:
        here = self.order.ids
        self.add_box.set_choices([(each, name) for each, name in self._names.items() if each not in here])

    def _add(self) -> None:
        person_id = self.add_box.value()
        if person_id is not None and person_id not in self.order.ids:
            self.order.add(person_id, self._names[person_id])
        self._offer()

    def _show_planned(self) -> None:
        def names(ids: Sequence[int]) -> str:
            return _(", ").join(self._names.get(each, "") for each in ids)

        weekdays = planning.weekday_line_ups()
        facts = [(_(WEEKDAYS[number]), names(ids)) for number, ids in sorted(weekdays.items())]
        facts += [(day.isoformat(), names(ids)) for day, ids in planning.dated_line_ups(clock.today()).items()]
        self._planned.set_facts(facts or [(_("Every day"), _("The line-up goes on as it was the day before."))])
        clear(self._holidays)
        for day, name in holidays().items():
            if day >= clock.today():
                drop = Button(_("Remove"), partial(self._set_holiday, day, ""), kind="link", name=f"drop_{day}")
                self._holidays.addWidget(row(Text(day.isoformat()), Text(name, "dim"), "stretch", drop))

    def _add_holiday(self) -> None:
        def add(values: dict[str, Any]) -> None:
            if values["day"] is None:
                raise RuleError("Choose a day.", field="day")
            if not values["name"]:
                raise RuleError("Give the holiday a name.", field="name")
            self._floor.do(manager_actions.set_holiday, values["day"], values["name"])

        if self.holiday.submit(add):
            self.holiday.set_values({"day": None, "name": ""})
            self._show_planned()

    def _set_holiday(self, day: Any, name: str) -> None:
        self._floor.attempt(manager_actions.set_holiday, day, name)
        self._show_planned()
