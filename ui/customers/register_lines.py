"""The lines of one register in a period: completed while they are open, tied to a file, messages passed on (C2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers import paper_facts, register_lists
from models.customers.kinds import RegisterKind
from models.customers.register_actions import LineForm, edit_line, pass_on, tie_line
from models.customers.register_lists import RegisterRow
from models.customers.traffic import Period
from models.kernel import clock
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from ui.customers.contact import about_field, call_fields, outcome_fields, party_field
from ui.customers.person_edit import PersonEdit
from ui.customers.wording import appointed, called, source_choices, source_name
from ui.kit import notices, theme, wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, PhoneEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.moment_edit import MomentEdit
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, Line, fill, row


class RegisterLines(QWidget):
    """A register; ``opened`` tells whose file is asked for."""

    opened = Signal(object)

    def __init__(self, actor: Callable[[], Actor], kind: RegisterKind) -> None:
        super().__init__()
        self._actor, self.kind = actor, kind
        self._period = Period(clock.today(), clock.today())
        visit = kind is RegisterKind.VISIT
        empty = _("Nobody came in this time.") if visit else _("Nobody called in this time.")
        self.table = RecordTable(_columns(kind), self._fetch, tall=True, empty=EmptyState("book-open-outline", empty))
        self.table.selected.connect(lambda line_id: self._offer())
        self.table.opened.connect(lambda line_id: self.edit())
        self.edit_button = Button(_("Complete…"), self.edit, kind="primary", hint="Enter", name="edit_line")
        self.tie_button = Button(_("Tie to a file…"), self.tie, icon="link-variant", name="tie_line")
        self.file_button = Button(_("Open the file"), self._open_file, name="open_file")
        self.pass_button = Button(_("Message passed on"), self._pass_on, icon="check", name="pass_on")
        buttons = (self.edit_button, self.tie_button, self.file_button, self.pass_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        fill(box, self.table, Line(), row(*buttons, "stretch", margins=(theme.GAP, 8, theme.GAP, 8)))
        box.setStretch(0, 1)
        self.setFocusProxy(self.table)
        self._offer()

    def show_period(self, period: Period) -> None:
        """The lines of these days, the newest first."""
        self._period = period
        self.refresh()

    def refresh(self) -> None:
        """Read the lines anew; the one selected stays selected."""
        self.table.set_ids(register_lists.line_ids(self.kind, self._period.since, self._period.until))
        if self.table.selected_id is None:
            self.table.select_first()
        self._offer()

    @property
    def line(self) -> RegisterRow | None:
        """The line chosen."""
        chosen = self.table.selected_id
        return register_lists.line(self._actor(), chosen) if chosen is not None else None

    def edit(self) -> None:
        """Complete the line chosen, where that is still possible."""
        line = self.line
        if line is None or not self._may_edit(line):
            return
        fields = self._fields(line)
        form = FormDialog(self, _title(line), fields, self._writer(line), columns=2, width=640)
        values = _values(line)
        form.form.set_values({field.name: values[field.name] for field in fields})
        form.open()

    def tie(self) -> None:
        """Say whose visit or call an anonymous line was."""
        line = self.line
        if line is None or line.customer_id:
            return
        who = Field("customer_id", _("Customer"), PersonEdit(self._actor()), required=True)

        def write(values: dict[str, Any]) -> None:
            if values["customer_id"] is None:
                raise RuleError("Choose a customer.", field="customer_id")
            tie_line(self._actor(), line.id, values["customer_id"])

        FormDialog(self, _("Whose was it?"), [who], write, _("Tie")).open()

    def _may_edit(self, line: RegisterRow) -> bool:
        """Open lines, and those of today."""
        is_open = line.left_at is None or clock.local(line.at).date() == clock.today()
        return is_open and self._actor().may(Permission.REGISTER)

    def _offer(self) -> None:
        line = self.line
        may = self._actor().may(Permission.REGISTER)
        self.edit_button.setEnabled(line is not None and self._may_edit(line))
        self.tie_button.setVisible(line is not None and not line.customer_id and may)
        self.file_button.setVisible(line is not None and bool(line.customer_id))
        self.pass_button.setVisible(bool(line and line.message_for_id and not line.passed_on_at) and may)

    def _fields(self, line: RegisterRow) -> list[Field]:
        fields = [about_field(self.kind), Field("result", _("What came of it"), TextEdit())]
        if self.kind is RegisterKind.VISIT:
            fields += [*outcome_fields(), party_field(), Field("left_at", _("Left at"), MomentEdit())]
        else:
            fields += call_fields()
        fields.append(Field("source", _("Channel"), ChoiceBox(source_choices(), empty=_("Not said"))))
        fields.append(Field("first_time", "", Tick(_("First time"))))
        if not line.customer_id and not line.masked:
            fields.append(Field("phone", _("Phone"), PhoneEdit()))
        return fields

    def _writer(self, line: RegisterRow) -> Callable[[dict[str, Any]], None]:
        def write(values: dict[str, Any]) -> None:
            typed = {**values, "outcome": values.get("outcome") or line.outcome, "source": values["source"] or ""}
            edit_line(self._actor(), line.id, line.version, LineForm(**{"party_size": line.party_size, **typed}))

        return write

    def _open_file(self) -> None:
        line = self.line
        if line is not None and line.customer_id:
            self.opened.emit(line.customer_id)

    def _pass_on(self) -> None:
        line = self.line
        if line is None:
            return
        try:
            pass_on(self._actor(), line.id)
        except FrontdeskError as error:
            notices.error(error)

    def _fetch(self, ids: Sequence[int]) -> list[RegisterRow]:
        return register_lists.line_rows(self._actor(), ids)


def _values(line: RegisterRow) -> dict[str, Any]:
    """What stands in a line, as the form for it shows."""
    names = ("about", "result", "reason", "party_size", "left_at", "source", "first_time", "phone")
    values = {name: getattr(line, name) for name in (*names, "invited_for", "message_for_id")}
    return {**values, "outcome": line.outcome or None}


def _title(line: RegisterRow) -> str:
    who = called(line.customer, line.form_of_address) if line.customer_id else _("no name left")
    return wording.GAP.join((wording.moment(line.at), who))


def _columns(kind: RegisterKind) -> list[Column]:
    visit = kind is RegisterKind.VISIT
    looked_at = _("What they looked at") if visit else _("What it was about")
    return [
        Column("at", _("Came") if visit else _("Time"), _at, _left, width=112, sortable=False),
        Column("customer", _("Customer"), _who, lambda each: each.phone, bold=True, sortable=False),
        Column("about", looked_at, lambda each: each.about or "–", _how, sortable=False),
        Column(
            *("staff", _("Attended by") if visit else _("Taken by"), lambda each: each.staff),
            detail=_party,
            width=96,
            sortable=False,
        ),
        Column("result", _("What came of it"), _result, _reason if visit else _told, tone=_tone, sortable=False),
    ]


def _at(each: RegisterRow) -> str:
    return wording.moment(each.at)


def _left(each: RegisterRow) -> str:
    if each.kind is RegisterKind.CALL:
        return ""
    return _("until {time}").format(time=wording.time_of_day(each.left_at)) if each.left_at else _("still here")


def _who(each: RegisterRow) -> str:
    return called(each.customer, each.form_of_address) if each.customer_id else _("no name left")


def _how(each: RegisterRow) -> str:
    visit = _("first time") if each.first_time else _("again")
    return wording.GAP.join(filter(None, (source_name(each.source), visit)))


def _party(each: RegisterRow) -> str:
    return _("{count} people").format(count=each.party_size) if each.party_size > 1 else ""


def _result(each: RegisterRow) -> str:
    if each.invited_for and not each.result:
        return _("Invited for {moment}").format(moment=appointed(each.invited_for))
    return paper_facts.result_of(each, _) or "–"


def _reason(each: RegisterRow) -> str:
    return each.reason


def _told(each: RegisterRow) -> str:
    if each.message_for and not each.passed_on_at:
        return _("Message for {name}").format(name=each.message_for)
    if each.message_for:
        return _("Message for {name}: passed on").format(name=each.message_for)
    return _("Invited for {moment}").format(moment=appointed(each.invited_for)) if each.invited_for else ""


def _tone(each: RegisterRow) -> str:
    return "warn" if each.message_for and not each.passed_on_at else ""
