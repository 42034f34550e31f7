"""The pre-inspection on the order's page: a row a point, three large answers, what was measured (W4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.service import inspection_actions as inspecting
from models.service.inspection_actions import PointForm
from models.service.kinds import Grade
from models.service.states import WorkOrderState
from models.service.views import OrderView, PointView
from ui.kit import theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, TextEdit
from ui.kit.files import FileChoice, show_file
from ui.kit.forms import Field
from ui.kit.widgets import Button, Chip, IconButton, Line, Panel, Text, clear, row
from ui.kit.wording import joined
from ui.service import wording

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_ANSWERS = (Grade.OK, Grade.SOON, Grade.NOW)
_KEYS = {Qt.Key.Key_1: Grade.OK, Qt.Key.Key_2: Grade.SOON, Qt.Key.Key_3: Grade.NOW}


class InspectionSection:
    """The points by their part of the vehicle; once the estimate is given only what was found."""

    def __init__(self, page: OrderPage) -> None:
        self._page = page
        self.rows: list[PointRow] = []
        self.widget = Panel(flush=True)
        self._count = Text("", "dim")
        self._rest = Button(
            *(_("All others in order"), lambda: page.step(inspecting.judge_rest)),
            icon="check-all",
            key="Ctrl+Shift+A",
            name="judge_rest",
        )
        margins = (theme.INSIDE, 8, theme.INSIDE, 8)
        head = row(Text(_("Pre-inspection"), "title"), self._count, "stretch", self._rest, margins=margins)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.widget.add(head, Line())
        self.widget.body.addLayout(self._list)

    def show_order(self, view: OrderView) -> None:
        """Show the points."""
        begun = view.row.state not in (WorkOrderState.BOOKED, WorkOrderState.CANCELLED)
        self.widget.setVisible(begun and bool(view.points))
        if not begun:
            return
        writable = view.row.state is WorkOrderState.RECEIVED and self._page.actor.may(Permission.INSPECT_VEHICLE)
        judged = sum(point.grade is not Grade.OPEN for point in view.points)
        self._count.setText(f"{judged} / {len(view.points)}")
        self._rest.setVisible(writable and judged < len(view.points))
        shown = (
            view.points
            if view.row.state is WorkOrderState.RECEIVED
            else [each for each in view.points if each.grade in _ANSWERS[1:]]
        )
        if writable and [each.point.id for each in self.rows] == [each.id for each in shown]:
            for line, point in zip(self.rows, shown, strict=True):
                line.show_point(point)
            return
        self._lay_out(shown, writable)

    def _lay_out(self, points: object, writable: bool) -> None:
        clear(self._list)
        self.rows, section = [], ""
        for point in points:  # type: ignore[attr-defined]
            if point.section != section:
                section = point.section
                heading = Text(section, "fine")
                heading.setContentsMargins(theme.INSIDE, 8, 0, 2)
                self._list.addWidget(heading)
            line = PointRow(self, point, writable)
            self.rows.append(line)
            self._list.addWidget(line)
        if not self.rows:
            nothing = Text(_("Everything was in order."), "dim")
            nothing.setContentsMargins(theme.INSIDE, 10, 0, 10)
            self._list.addWidget(nothing)

    def take_focus(self) -> bool:
        """Put the keys on the first point that is not judged; it may only just have been made."""
        row = next((each for each in self.rows if each.is_open), None)
        if row is None:
            return False
        QTimer.singleShot(0, row, row.setFocus)
        return True

    def judge(self, point: PointView, grade: Grade) -> None:
        """Say how a point is, leaving what was measured."""
        self._page.act(inspecting.judge_point, point.id, PointForm(grade, point.measured, point.note))

    def ask(self, point: PointView) -> FormDialog:
        """Ask for what was measured, a note, a photo."""
        grade = ChipChoice([(each, label(each)) for each in (*_ANSWERS, Grade.NOT_APPLICABLE)])
        grade.set_value(point.grade if point.grade is not Grade.OPEN else Grade.OK)
        measured, note = TextEdit(_("3 mm, 12.4 V"), longest=60), TextEdit(longest=200)
        measured.set_value(point.measured)
        note.set_value(point.note)

        def keep(values: dict[str, object]) -> None:
            form = PointForm(values["grade"], values["measured"], values["note"], values["content"])  # type: ignore[arg-type]
            inspecting.judge_point(self._page.actor, point.id, form)

        dialog = FormDialog(
            self._page,
            point.wording,
            [
                Field("grade", _("How it is"), grade),
                Field("measured", _("Measured"), measured),
                Field("note", _("Note"), note),
                Field("content", _("Photo"), FileChoice(_("Choose a photo…"))),
            ],
            keep,
        )
        dialog.open()
        return dialog

    def show_picture(self, point: PointView) -> None:
        """Show the photo of a point."""
        if point.attachment_id:
            show_file(self._page, point.wording, point.attachment_id)

    def go_on(self, line: PointRow, by: int) -> None:
        """Put the keys on the next point."""
        place = self.rows.index(line) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus()
            self._page.bring_up(self.rows[place])


class PointRow(QWidget):
    """A point: keys 1, 2, 3 answer it, arrows go on, Enter asks for more."""

    def __init__(self, section: InspectionSection, point: PointView, writable: bool) -> None:
        super().__init__()
        self._section, self.point, self._writable = section, point, writable
        self.setObjectName(f"point_{point.code}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if writable else Qt.FocusPolicy.NoFocus)
        self._words, self._more = Text(point.wording), Text("", "dim", elide=True)
        self._buttons = {each: Button(label(each), partial(self._judge, each), name=each.value) for each in _ANSWERS}
        self._chip = Chip("", "neutral")
        self._picture = IconButton("image-outline", _("Show the photo"), lambda: section.show_picture(self.point))
        self._ask = IconButton("pencil-outline", _("Measured, note, photo"), lambda: section.ask(self.point))
        for button in (*self._buttons.values(), self._picture, self._ask):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        line = row(self._words, self._more, self._picture, *self._buttons.values(), self._chip, self._ask)
        inner = line.layout()
        if inner is not None:
            inner.setStretch(1, 1)  # type: ignore[attr-defined]
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, 3, 10, 3)
        box.addWidget(line)
        self.show_point(point)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be judged here."""
        return self._writable and self.point.grade is Grade.OPEN

    def show_point(self, point: PointView) -> None:
        """Show how it is now."""
        self.point = point
        self._words.setText(f"{point.wording} ⚠" if point.safety and point.grade is Grade.NOW else point.wording)
        self._more.setText(joined(point.measured, point.note, point.staff if point.grade is not Grade.OPEN else ""))
        for grade, button in self._buttons.items():
            button.setVisible(self._writable)
            button.set_kind("primary" if point.grade is grade else "plain")
        self._chip.say(label(point.grade), wording.GRADE_TONES.get(point.grade, "neutral"))
        self._chip.setVisible(not self._writable or point.grade is Grade.NOT_APPLICABLE)
        self._picture.setVisible(point.attachment_id is not None)
        self._ask.setVisible(self._writable)

    def _judge(self, grade: Grade) -> None:
        self._section.judge(self.point, grade)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._writable and key in _KEYS:
            self._judge(_KEYS[key])
            self._section.go_on(self, 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._section.go_on(self, 1 if key == Qt.Key.Key_Down else -1)
        elif self._writable and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._section.ask(self.point)
        else:
            super().keyPressEvent(event)
