"""Planning a delivery, changing it, giving it another time: what is asked, and clashes said at their field (D2, D6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.delivery import lists
from models.delivery.planning_actions import (
    LONGEST_DRIVE,
    ChangeForm,
    PlanForm,
    PostponeForm,
    change_delivery,
    plan_delivery,
    postpone_delivery,
)
from models.delivery.rules import MOST_MINUTES
from models.delivery.views import DeliveryView, LineView, PlannableContract, TemplateRow
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor, Role
from models.staff import lists as staff
from ui.deliveries import wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, CountEdit, NoteEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.moment_edit import MomentEdit
from ui.kit.widgets import Band

_USUAL = time(10, 0)
_DRIVE = 60


class LineTicks(QWidget):
    """Which lines of the contract are handed over, a tick for each."""

    edited = Signal()

    def __init__(self, lines: Sequence[LineView]) -> None:
        super().__init__()
        self.ticks = {line.position: Tick(_line(line)) for line in lines}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for tick in self.ticks.values():
            tick.set_value(True)
            tick.edited.connect(self.edited)
            box.addWidget(tick)

    def value(self) -> tuple[int, ...]:
        """The positions ticked."""
        return tuple(position for position, tick in self.ticks.items() if tick.value())

    def set_value(self, value: tuple[int, ...]) -> None:
        """Tick these."""
        for position, tick in self.ticks.items():
            tick.set_value(position in value)


def _line(line: LineView) -> str:
    quantity = " ".join(part for part in (quantity_text(line.quantity), line.unit) if part)
    return " ".join(part for part in (line.name, line.spec, "×", quantity) if part)


def _bays() -> ChoiceBox:
    return ChoiceBox([(bay.id, bay.name) for bay in lists.bays()], empty=_("no bay"))


def _consultants() -> ChoiceBox:
    return ChoiceBox([(each.id, each.name) for each in staff.sellers()])


def _advisors() -> ChoiceBox:
    people = [each for each in staff.everybody() if Role.SERVICE_ADVISOR in each.roles]
    return ChoiceBox([(each.id, each.name) for each in people], empty="–")


def _minutes(value: int, most: int = MOST_MINUTES, least: int = 1) -> CountEdit:
    edit = CountEdit(least, most)
    edit.set_value(value)
    return edit


class PlanDialog(FormDialog):
    """Plans a delivery of a contract; ``then`` gets its id."""

    def __init__(
        self, parent: QWidget, actor: Actor, contract: PlannableContract, then: Callable[[int], object]
    ) -> None:
        self._actor, self._contract, self._then = actor, contract, then
        self._templates = {row.code: row for row in lists.template_rows() if row.offered}
        self.template = ChoiceBox([(row.code, row.name) for row in self._templates.values()])
        self.starts_at = MomentEdit()
        self.starts_at.set_value(_proposed(contract))
        self.minutes, self.drive = _minutes(60), _minutes(_DRIVE, LONGEST_DRIVE, 0)
        self.bay, self.consultant, self.advisor = _bays(), _consultants(), _advisors()
        self.consultant.set_value(contract.consultant_id)
        self.parts, self.lines = NoteEdit(lines=3), LineTicks(contract.lines)
        self._parts = Field("parts", _("Taken over one by one, a room or piece a line"), self.parts)
        self._drive = Field("drive_minutes", _("Way home (min)"), self.drive)
        self.template.edited.connect(self._show_template)
        super().__init__(
            parent,
            _("Plan a delivery"),
            [
                Field("template", _("Checklist"), self.template),
                (
                    Field("starts_at", _("Day and time"), self.starts_at, required=True),
                    Field("minutes", _("Takes (min)"), self.minutes),
                ),
                (Field("bay_id", _("Bay"), self.bay), Field("place", _("Place, if elsewhere"), TextEdit(longest=120))),
                (
                    Field("consultant_id", _("Sales consultant"), self.consultant),
                    Field("advisor_id", _("Service advisor introduced"), self.advisor),
                ),
                Field("lines", _("What is handed over"), self.lines),
                self._parts,
                (self._drive, Field("note", _("Note"), TextEdit(longest=200))),
            ],
            self._plan,
            _("Plan"),
            intro=_("{customer}, contract {number}").format(customer=contract.customer, number=contract.number),
            width=660,
        )
        self._show_template()
        self.form.focus("starts_at")
        if len(contract.lines) > 6:
            self.setMinimumHeight(620)

    def _show_template(self) -> None:
        """Propose what the template says of time, bay and parts."""
        row: TemplateRow | None = self._templates.get(self.template.value())
        if row is None:
            return
        self.minutes.set_value(row.minutes)
        bays = lists.bays()
        self.bay.set_value(bays[0].id if row.in_bay and bays else None)
        self.parts.set_value("\n".join(row.parts))
        self._parts.setVisible(bool(row.parts))
        self._drive.setVisible(row.drives_home)

    def _plan(self, values: dict[str, Any]) -> None:
        starts_at = _whole(self.starts_at, "starts_at")
        parts = tuple(line.strip() for line in values["parts"].split("\n") if line.strip())
        form = PlanForm(
            starts_at,
            minutes=values["minutes"],
            template=values["template"] or "",
            bay_id=values["bay_id"],
            place=values["place"],
            consultant_id=values["consultant_id"],
            advisor_id=values["advisor_id"],
            lines=values["lines"],
            parts=parts or None,
            drive_minutes=values["drive_minutes"] or 0,
            note=values["note"],
        )
        self._then(plan_delivery(self._actor, self._contract.id, form).id)


def _whole(edit: MomentEdit, field: str) -> datetime:
    """The moment typed. Raises RuleError where the day or the time is missing."""
    found = edit.value()
    if found is None or edit.day.value() is None or edit.time.value() is None:
        raise RuleError("Say day and time.", field=field)
    return found


def _proposed(contract: PlannableContract) -> datetime:
    """The day agreed in the contract where it lies ahead, else tomorrow."""
    tomorrow = clock.today() + timedelta(days=1)
    day = max(contract.agreed_on or tomorrow, tomorrow)
    return datetime.combine(day, _USUAL).astimezone()


def ask_change(parent: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """Ask for other people, another bay or length; another time is a postponement."""
    entry = view.entry
    fields: dict[str, tuple[Any, Any]] = {
        "minutes": (_minutes(entry.minutes), entry.minutes),
        "bay_id": (_bays(), entry.bay_id),
        "consultant_id": (_consultants(), entry.consultant_id),
        "advisor_id": (_advisors(), entry.advisor_id),
        "drive_minutes": (_minutes(view.drive_minutes, LONGEST_DRIVE, 0), view.drive_minutes),
        "place": (TextEdit(longest=120), view.place),
        "note": (TextEdit(longest=200), view.note),
    }
    names = {
        "minutes": _("Takes (min)"),
        "bay_id": _("Bay"),
        "consultant_id": _("Sales consultant"),
        "advisor_id": _("Service advisor introduced"),
        "drive_minutes": _("Way home (min)"),
        "place": _("Place, if elsewhere"),
        "note": _("Note"),
    }
    for editor, value in fields.values():
        editor.set_value(value)
    made = {name: Field(name, names[name], editor) for name, (editor, _value) in fields.items()}
    pairs = (("minutes", "bay_id"), ("consultant_id", "advisor_id"), ("place", "drive_minutes"))
    rows: list[Field | tuple[Field, ...] | QWidget] = [(made[left], made[right]) for left, right in pairs]

    def change(values: dict[str, Any]) -> None:
        change_delivery(actor, entry.id, view.version, ChangeForm(**{**values, "minutes": values["minutes"] or 0}))

    dialog = FormDialog(parent, _("Change the delivery"), [*rows, made["note"]], change, width=620)
    dialog.open()
    return dialog


def ask_postponement(parent: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """Ask for the new time, why, and when the customer was told: before the old time, or it is none (D2)."""
    entry = view.entry
    starts_at, told_at, bay = MomentEdit(), MomentEdit(), _bays()
    told_at.set_value(clock.now())
    bay.set_value(entry.bay_id)

    def postpone(values: dict[str, Any]) -> None:
        begins, told = _whole(starts_at, "starts_at"), _whole(told_at, "told_at")
        form = PostponeForm(begins, values["reason"], told, values["bay_id"])
        postpone_delivery(actor, entry.id, form)

    rows: list[Field | tuple[Field, ...] | QWidget] = [
        (Field("starts_at", _("New day and time"), starts_at, required=True), Field("bay_id", _("Bay"), bay)),
        Field("reason", _("Reason"), TextEdit(longest=200), required=True),
        Field("told_at", _("When the customer was told"), told_at, required=True),
    ]
    if entry.late:
        text = _("The old time has passed: this counts as late. Hand over, or plan anew after cancelling.")
        rows.insert(0, Band("bad", text))
    intro = _("Until now: {when}. It has to be confirmed with the customer again.").format(
        when=wording.span(entry.starts_at, entry.ends_at)
    )
    dialog = FormDialog(parent, _("Postpone the delivery"), rows, postpone, _("Postpone"), intro=intro, width=620)
    dialog.open()
    return dialog
