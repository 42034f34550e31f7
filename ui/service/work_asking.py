"""Questions about work: who does it, why it stops, what is not needed, that it will be later (W6, W9)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.kernel.i18n import _, label, pick
from models.service import board, terms
from models.service import dispatch_actions as dispatching
from models.service import late_actions as late
from models.service import line_actions as lessening
from models.service import work_actions as working
from models.service.dispatch_actions import Assignment
from models.service.kinds import LineKind, Stance, StopReason, WorkState
from models.service.states import WorkOrderState
from models.service.views import OrderLineView
from models.service.work_actions import STOPPABLE, StopForm, WaitForm
from models.service.work_views import TechnicianRow
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, ChoiceBox, DateEdit, QuantityEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.moment_edit import MomentEdit
from ui.kit.widgets import Text
from ui.kit.wording import joined
from ui.service import work_words
from ui.service.asking import ask_reason

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage


class AssignEdit(QWidget):
    """A row for each line: who does it, where; a skill somebody lacks is said beside, and refuses nothing."""

    edited = Signal()

    def __init__(self, lines: Sequence[OrderLineView], people: Sequence[TechnicianRow], skills: dict[str, str]) -> None:
        super().__init__()
        self._people = {each.id: each for each in people}
        self._skills = skills
        self.rows: dict[int, tuple[ChoiceBox, ChoiceBox, Text]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        loads = {each.id: each.load for each in people}
        for place, line in enumerate(lines):
            words = joined(
                line.name, skills.get(line.skill, ""), _("{hours} h").format(hours=work_words.hours(line.quantity))
            )
            who = ChoiceBox([(each.id, _named(each)) for each in self._in_turn(line)], _("Nobody yet"))
            where = ChoiceBox(board.bay_choices(), _("No bay"))
            doubt = Text("", "fine", tone="warn", wrap=True)
            proposed = line.technician_id or self._propose(line, loads)
            who.set_value(proposed)
            where.set_value(line.bay_id or (self._people[proposed].bay_id if proposed in self._people else None))
            who.setObjectName(f"who_{line.id}")
            where.setObjectName(f"where_{line.id}")
            who.edited.connect(partial(self._chosen, line))
            grid.addWidget(Text(words, wrap=True), place * 2, 0)
            grid.addWidget(who, place * 2, 1)
            grid.addWidget(where, place * 2, 2)
            grid.addWidget(doubt, place * 2 + 1, 0, 1, 3)
            self.rows[line.id] = (who, where, doubt)
            self._say_doubt(line)

    def _propose(self, line: OrderLineView, loads: dict[int, int]) -> int | None:
        """Who can do it and has the least to do, with what is proposed to them here; nobody where nobody can."""
        able = [each for each in self._people.values() if each.can(line.skill)]
        if not able:
            return None
        person = min(able, key=lambda each: (loads[each.id], each.id))
        loads[person.id] += line.quantity * 60 // 100
        return person.id

    def _in_turn(self, line: OrderLineView) -> list[TechnicianRow]:
        """Who can do it and has the least to do comes first."""
        return sorted(self._people.values(), key=lambda each: (not each.can(line.skill), each.load, each.id))

    def _chosen(self, line: OrderLineView) -> None:
        who, where, _doubt = self.rows[line.id]
        person = self._people.get(who.value() or 0)
        if person is not None and person.bay_id:
            where.set_value(person.bay_id)
        self._say_doubt(line)
        self.edited.emit()

    def _say_doubt(self, line: OrderLineView) -> None:
        who, _where, doubt = self.rows[line.id]
        person = self._people.get(who.value() or 0)
        lacks = person is not None and not person.can(line.skill)
        told = _("{name} is not entered for “{skill}”.")
        doubt.setText(
            told.format(name=person.name, skill=self._skills.get(line.skill, line.skill)) if person and lacks else ""
        )
        doubt.setVisible(lacks)

    def value(self) -> tuple[Assignment, ...]:
        """What was chosen."""
        return tuple(Assignment(line, who.value(), where.value()) for line, (who, where, _d) in self.rows.items())

    def set_value(self, value: Any) -> None:
        """Choose these."""
        for each in value or ():
            who, where, _doubt = self.rows[each.line_id]
            who.set_value(each.technician_id)
            where.set_value(each.bay_id)


def _named(person: TechnicianRow) -> str:
    load = _("{hours} h").format(hours=f"{person.load / 60:.1f}")
    return joined(person.name, load if person.load else _("free"))


def ask_dispatch(page: OrderPage) -> FormDialog:
    """Who does which line, where; an authorised order may be dispatched with it."""
    view = page.view
    assert view is not None
    lines = [line for line in view.lines if _is_open_work(line)]
    skills = {each.code: pick(each.name) for each in terms.template_of(view.template).skills}
    editor = AssignEdit(lines, board.technicians(page.actor), skills)
    new = view.row.state is WorkOrderState.AUTHORISED

    def keep(values: dict[str, Any]) -> None:
        action = dispatching.dispatch_order if new else dispatching.assign_lines
        action(page.actor, view.row.id, values["technician_id"])

    title = _("Dispatch") if new else _("Technicians")
    field = Field("technician_id", _("Work, technician, bay"), editor)
    dialog = FormDialog(page, title, [field], keep, _("Dispatch") if new else "", width=720)
    dialog.open()
    return dialog


def _is_open_work(line: OrderLineView) -> bool:
    return line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN and line.work is not WorkState.DONE


def ask_stop(page: Any, line: Any) -> FormDialog:
    """Why work on a line stops."""
    reason, note = ChipChoice([(each, label(each)) for each in STOPPABLE]), TextEdit(longest=200)
    reason.set_value(StopReason.PAUSE)
    dialog = FormDialog(
        page,
        _("Stop work on “{name}”").format(name=line.name),
        [Field("reason", _("Reason"), reason), Field("note", _("Note"), note)],
        lambda values: working.stop_line(page.actor, line.id, StopForm(values["reason"], values["note"])),
        _("Stop"),
        width=560,
    )
    dialog.open()
    return dialog


def ask_again(page: Any, line: Any) -> FormDialog:
    """A line that was called done is not."""
    act = partial(working.take_up_again, page.actor, line.id)
    return ask_reason(page, _("“{name}” is not done yet").format(name=line.name), _("Go on"), act)


def ask_leave_out(page: OrderPage, line: OrderLineView) -> FormDialog:
    """A line is not needed after all."""
    return ask_reason(
        page,
        _("“{name}” is not needed").format(name=line.name),
        _("Leave it out"),
        partial(lessening.leave_line_out, page.actor, line.id),
        _("It is neither done nor charged; its parts come back first."),
    )


def ask_less(page: OrderPage, line: OrderLineView) -> FormDialog:
    """Fewer hours than were authorised."""
    quantity = QuantityEdit()
    quantity.set_value(line.quantity)
    dialog = FormDialog(
        page,
        line.name,
        [Field("quantity", _("Hours, number"), quantity, required=True)],
        lambda values: lessening.use_less(page.actor, line.id, values["quantity"] or 0),
        intro=_("More than was authorised is extra work, which the customer agrees to."),
    )
    dialog.open()
    return dialog


def ask_wait_for_parts(page: OrderPage) -> FormDialog:
    """The order waits for parts; when they are expected."""
    day, note = DateEdit(), TextEdit(longest=200)
    dialog = FormDialog(
        page,
        _("Waiting for parts"),
        [Field("expected_on", _("Expected on"), day), Field("note", _("Note"), note)],
        lambda values: working.wait_for_parts(
            page.actor, page.order_id, WaitForm(values["note"], values["expected_on"])
        ),
        _("Wait for parts"),
        intro=_("What is in progress stops."),
    )
    dialog.open()
    return dialog


def ask_late(page: OrderPage) -> FormDialog:
    """The customer is told that it will be later (W9)."""
    view = page.view
    assert view is not None
    ready = board.forecasts().get(view.row.id)
    at, told, said = MomentEdit(), TextEdit(longest=60), TextEdit(longest=600)
    if ready is not None and (view.row.promised_at is None or ready > view.row.promised_at):
        at.set_value(ready)
    told.set_value(view.sheet.brought_by or view.row.customer)

    def keep(values: dict[str, Any]) -> None:
        form = late.LateForm(values["promised_at"], values["told"], values["said"])
        late.tell_customer_late(page.actor, view.row.id, view.version, form)

    fields: list[Any] = [
        (Field("promised_at", _("New time"), at, required=True), Field("told", _("Who was told"), told, required=True)),
        Field("said", _("What they said"), said),
    ]
    intro = _("Call {phone} before the promised time.").format(phone=view.phone) if view.phone else ""
    dialog = FormDialog(page, _("It will be later"), fields, keep, _("Customer was told"), intro=intro, width=620)
    dialog.open()
    return dialog


def ask_call(page: OrderPage) -> FormDialog:
    """A call about the order, or that nobody was reached."""
    view = page.view
    assert view is not None
    called, said = TextEdit(longest=60), TextEdit(_("Not reached, calls back at …"), longest=600)
    called.set_value(view.sheet.brought_by or view.row.customer)
    dialog = FormDialog(
        page,
        _("Log a call"),
        [
            Field("called", _("Who was called"), called, required=True),
            Field("said", _("What they said"), said, required=True),
        ],
        lambda values: late.note_call(page.actor, page.order_id, values["called"], values["said"]),
    )
    dialog.open()
    return dialog
