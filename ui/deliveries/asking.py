"""The dialogs of a delivery's steps: call, release, overruling, hand-over, defects, run sheet (D2, D3, D5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from models.delivery import handing_actions as handing
from models.delivery.checklist_actions import DefectForm, RunForm, change_run, mend_defect, note_defect
from models.delivery.handing_actions import HandOverForm
from models.delivery.planning_actions import LONGEST_DRIVE, CallForm, cancel_delivery, log_call
from models.delivery.views import DefectView, DeliveryView
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.kernel.text import narrow
from models.sales.exception_actions import ExceptionForm
from models.sales.supplement_states import ExceptionKind
from models.staff import lists as staff
from ui.deliveries.evidence import staff_choice
from ui.kit import wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, CountEdit, DateEdit, NoteEdit, TextEdit, Tick
from ui.kit.files import FileChoice
from ui.kit.forms import Field
from ui.kit.signing import SigningField
from ui.kit.widgets import Band

REACHED, MISSED = "reached", "missed"
_MEND_DAYS = 14


def ask_call(page: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """The call of the day before: was the customer reached, what were they told to bring, does the time hold."""
    result = ChipChoice([(REACHED, _("Reached")), (MISSED, _("Not reached"))])
    result.set_value(REACHED)
    told, holds = NoteEdit(lines=3), Tick(_("The customer agrees to the time"))
    told.set_value(view.bring)
    holds.set_value(True)

    def log(values: dict[str, Any]) -> None:
        reached = values["result"] == REACHED
        log_call(actor, view.entry.id, CallForm(reached, values["told"] if reached else "", values["confirmed"]))

    dialog = FormDialog(
        page,
        _("Call of the day before"),
        [
            Field("result", _("What came of it"), result),
            Field("told", _("Told to bring, and how long it takes"), told),
            Field("confirmed", _("Time"), holds),
        ],
        log,
        _("Log the call"),
        intro=wording.joined(view.entry.customer, view.phone, wording.moment(view.entry.starts_at)),
        width=560,
    )
    dialog.open()
    dialog.accept_button.setFocus()
    return dialog


def ask_reason(
    page: QWidget, title: str, button: str, act: Callable[[str], object], intro: str = "", label: str = ""
) -> FormDialog:
    """Ask why, then act."""
    reason = Field("reason", label or _("Reason"), TextEdit(longest=200), required=True)
    dialog = FormDialog(page, title, [reason], lambda values: act(values["reason"]), button, intro=intro)
    dialog.open()
    return dialog


def ask_cancel(page: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """Take the delivery back; its goods may be planned anew."""
    return ask_reason(
        page,
        _("Cancel the delivery"),
        _("Cancel delivery"),
        lambda reason: cancel_delivery(actor, view.entry.id, reason),
        _("What was planned is free again and can be planned anew."),
    )


def ask_return(page: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """Return the dispatch note that waits, or take back one that was approved."""
    act = handing.return_release
    return ask_reason(
        page, _("Return the dispatch note"), _("Return"), lambda reason: act(actor, view.entry.id, reason)
    )


def ask_overrule(page: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """The owner lets the goods go although money is open."""
    return ask_reason(
        page,
        _("Hand over although {amount} is open").format(amount=wording.yuan(view.owed)),
        _("Overrule"),
        lambda reason: handing.overrule_money(actor, view.entry.id, reason),
        _("This stays on record with your name, the amount and the reason."),
    )


class HandOverDialog(FormDialog):
    """The hand-over: signature here or on paper, way home, a note; what blocks it is said and the dialog stays."""

    def __init__(self, page: QWidget, actor: Actor, view: DeliveryView, then: Callable[[], object]) -> None:
        self._actor, self._view, self._then = actor, view, then
        entry = view.entry
        self.pad = SigningField(entry.customer)
        self.who, drive = TextEdit(longest=60), CountEdit(0, LONGEST_DRIVE)
        self.who.set_value(entry.customer)
        drive.set_value(view.drive_minutes)
        fields: list[Field | tuple[Field, ...] | QWidget] = []
        signed = bool(view.signatures)
        if signed:
            last = view.signatures[-1]
            words = _("Signed by {name}, {moment}").format(name=last.name, moment=wording.moment(last.taken_at))
            fields.append(Band("ok", words, icon="draw-pen"))
        else:
            fields += [Field("name", _("Who signs the confirmation"), self.who, required=True), self.pad]
        if view.drive_minutes:
            fields.append(
                Field("drive_minutes", _("Way home (min)"), drive, hint=_("The arrived-safely call is due afterwards."))
            )
        fields.append(Field("note", _("Note"), TextEdit(longest=200)))
        advisor = _("Service advisor: {name}").format(name=entry.advisor) if entry.advisor else ""
        intro = wording.joined(entry.customer, entry.goods, *(unit.serial for unit in view.units), advisor)
        title = _("Hand over to the customer")
        super().__init__(page, title, fields, self._hand_over, title, intro=intro, width=640)

    def _hand_over(self, values: dict[str, Any]) -> None:
        signature = None
        if not self._view.signatures:
            signature = self.pad.signature(values["name"])
            if signature is None:
                raise RuleError("The customer has to sign.", field="name")
        form = HandOverForm(signature, values.get("drive_minutes"), values["note"])
        handing.hand_over(self._actor, self._view.entry.id, form)
        self._then()


def ask_scan(page: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """File the scan of the confirmation that was signed on paper."""
    name = TextEdit(longest=60)
    name.set_value(view.entry.customer)
    pad = SigningField(view.entry.customer)
    pad.how.set_value("paper")
    pad.show_how()
    handed = view.handed_over_at is not None

    def keep(values: dict[str, Any]) -> None:
        signature = pad.signature(values["name"])
        if signature is None:
            raise RuleError("The customer has to sign.", field="name")
        act = handing.file_signed_paper if handed else handing.take_signature
        act(actor, view.entry.id, signature)

    fields: list[Field | tuple[Field, ...] | QWidget] = [Field("name", _("Who signs the confirmation"), name), pad]
    dialog = FormDialog(page, _("Signature of the customer"), fields, keep, _("Keep"), width=600)
    dialog.open()
    return dialog


def ask_defect(page: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """Note something to be put right, by whom and until when."""
    people = [(each.id, each.name) for each in staff.everybody()]
    parts = {section.part for section in view.sections if section.part}

    def note(values: dict[str, Any]) -> None:
        if values["due_on"] is None:
            raise RuleError("Say until when.", field="due_on")
        name, content = values["content"] or ("", b"")
        form = DefectForm(values["what"], values["due_on"], values["staff_id"], values["part"], content, name)
        note_defect(actor, view.entry.id, form)

    dialog = FormDialog(
        page,
        _("Note a defect"),
        [
            Field("part", _("Room or piece"), TextEdit(longest=60), hint=_(", ").join(sorted(parts))),
            Field("what", _("What is wrong"), NoteEdit(lines=3), required=True),
            (
                Field("due_on", _("Put right by"), DateEdit(clock.today() + timedelta(days=_MEND_DAYS)), required=True),
                Field("staff_id", _("Responsible"), staff_choice(people, view.entry.consultant_id)),
            ),
            Field("content", _("Photo"), FileChoice(_("Choose a photo…"))),
        ],
        note,
        width=600,
    )
    dialog.open()
    dialog.form.focus("what")
    return dialog


def ask_mended(page: QWidget, actor: Actor, defect: DefectView) -> FormDialog:
    """How a defect was put right."""
    field = Field("how", _("How it was put right"), TextEdit(longest=200), required=True)

    def mend(values: dict[str, Any]) -> None:
        mend_defect(actor, defect.id, defect.version, values["how"])

    dialog = FormDialog(page, _("Put right"), [field], mend, _("Put right"), intro=defect.what)
    dialog.open()
    return dialog


def ask_run(page: QWidget, actor: Actor, view: DeliveryView) -> FormDialog:
    """Edit the run sheet, a line each: time, what, who, phone, parted by tabs or bars."""
    start = clock.local(view.entry.starts_at)
    sheet = NoteEdit(lines=12)
    sheet.set_value("\n".join(" | ".join((f"{clock.local(e.at):%H:%M}", e.what, e.who, e.phone)) for e in view.run))

    def change(values: dict[str, Any]) -> None:
        lines = [line for line in values["run"].split("\n") if line.strip()]
        change_run(actor, view.entry.id, tuple(_run_line(line, start.hour * 60 + start.minute) for line in lines))

    dialog = FormDialog(
        page,
        _("Run sheet"),
        [Field("run", _("One line each: time | what | who | phone"), sheet)],
        change,
        width=760,
    )
    dialog.open()
    return dialog


def _run_line(line: str, begins: int) -> RunForm:
    """A line as typed. Raises RuleError naming the line that is wrong."""
    parts = [part.strip() for part in narrow(line).replace("\t", "|").split("|")]
    hour, _colon, minute = parts[0].partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60) or len(parts) < 2:
        raise RuleError("This line is not “time | what | who | phone”: {line}", field="run", line=line.strip())
    what, who, phone = (*parts[1:], "", "", "")[:3]
    return RunForm(int(hour) * 60 + int(minute) - begins, what, who, phone)


def ask_exception(page: QWidget, actor: Actor, view: DeliveryView, then: Callable[[int], object]) -> FormDialog:
    """Log what went wrong with the order (S10); ``then`` gets the exception's id."""
    kind = ChipChoice(ExceptionKind)
    kind.set_value(ExceptionKind.WRONG)

    def log(values: dict[str, Any]) -> None:
        form = ExceptionForm(values["kind"], values["what"], happened_on=values["happened_on"])
        then(handing.log_delivery_exception(actor, view.entry.id, form).id)

    dialog = FormDialog(
        page,
        _("Log an exception"),
        [
            Field("kind", _("What went wrong"), kind),
            Field("what", _("What happened"), NoteEdit(lines=3), required=True),
            Field("happened_on", _("When"), DateEdit(clock.today())),
        ],
        log,
        _("Log it"),
        width=560,
    )
    dialog.open()
    dialog.form.focus("what")
    return dialog
