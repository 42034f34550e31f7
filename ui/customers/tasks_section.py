"""A customer's follow-up on their file: what is open, what was promised, and what came of what was done."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.followup import lists
from models.followup.actions import PromiseForm, make_promise, withdraw_promise
from models.followup.kinds import Result
from models.followup.lists import CustomerTasks, RecordLine, TaskRow
from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.trades.follow_up import PROMISE
from ui.customers.timeline import Event, EventRow, Open
from ui.kit import wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import TextEdit
from ui.kit.forms import Field
from ui.kit.moment_edit import MomentEdit
from ui.kit.widgets import Button, EmptyState, Text, fill, row

_AT_A_GLANCE = 2


def glance(tasks: CustomerTasks) -> list[tuple[str, str]]:
    """The next tasks in a line each, with their tone, for the facts of the file."""
    said = []
    for each in tasks.open[:_AT_A_GLANCE]:
        when, tone = wording.due_by(each.due_at)
        said.append((wording.GAP.join((when, each.what)), tone))
    if len(tasks.open) > _AT_A_GLANCE:
        said.append((_("{count} more").format(count=len(tasks.open) - _AT_A_GLANCE), "dim"))
    return said or [(_("Nothing to do"), "dim")]


def kept_words(tasks: CustomerTasks) -> str:
    """How the tasks so far were kept; empty where there were none."""
    if not tasks.answered:
        return ""
    share = money.quantity_text(tasks.in_time * 100 // tasks.answered * 100)
    return _("{count} done, {percent} % in time").format(count=tasks.answered, percent=share)


class TasksSection(QWidget):
    """The open tasks, the button for a promise, and the record.

    ``open_record`` leads to a follow-up's call; questions are asked over ``page``, which outlives this section.
    """

    def __init__(self, actor: Actor, customer_id: int, open_record: Open, page: QWidget) -> None:
        super().__init__()
        self._actor, self._customer_id = actor, customer_id
        self._open_record, self._page = open_record, page
        tasks = lists.of_customer(actor, customer_id)
        may = actor.may(Permission.FOLLOW_UP)
        self.promise_button = Button(_("Promise something"), self.ask_promise, icon="handshake-outline", name="promise")
        self.promise_button.setEnabled(may)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(0)
        fill(box, row(self.promise_button, 8, Text(kept_words(tasks), "dim"), "stretch"), 4)
        if not tasks.open:
            hint = _("A visit, a contact or a promise writes the next task by itself.")
            box.addWidget(EmptyState("check-circle-outline", _("Nothing to do for this customer."), hint))
        for each in tasks.open:
            box.addWidget(self._open_row(each, may=may))
        done = lists.record(customer_id)
        if done:
            fill(box, 12, Text(_("Done so far"), "second"))
        for line in done:
            box.addWidget(EventRow(_event(line), open_record, _in_time(line)))

    def _open_row(self, task: TaskRow, *, may: bool) -> EventRow:
        when, _tone = wording.due_by(task.due_at)
        mine = task.whose_id in (None, self._actor.id) or self._actor.may(Permission.MANAGE_FILES)
        buttons: list[QWidget] = []
        if task.rule == PROMISE:
            withdraw = partial(self.ask_withdrawal, task)
            buttons.append(Button(_("Withdraw…"), withdraw, kind="link", name=f"withdraw_{task.id}"))
        do = partial(self._open_record, "follow_up", task.id)
        buttons.append(Button(_("Record result"), do, name=f"do_{task.id}"))
        for button in buttons:
            button.setEnabled(may and mine)
        whose = task.whose or _("nobody's yet")
        tries = _("not reached {count} times").format(count=task.tries) if task.tries else ""
        with_manager = _("with the manager") if task.with_manager else ""
        detail = wording.GAP.join(part for part in (whose, tries, with_manager) if part)
        icon = "bell-alert-outline" if task.overdue else "bell-outline"
        return EventRow(Event(task.due_at, icon, task.what, detail, when), self._open_record, row(*buttons))

    def ask_promise(self) -> None:
        """Ask what is promised, and by when."""
        fields = [
            Field(
                "what", _("What is promised"), TextEdit(_("such as: will call on Friday"), longest=200), required=True
            ),
            Field("keep_at", _("By when"), MomentEdit(), _("Without a time: by the end of the day."), required=True),
        ]
        FormDialog(self._page, _("Promise something"), fields, self._promise, _("Promise")).open()

    def _promise(self, values: dict[str, object]) -> None:
        if values["keep_at"] is None:
            raise RuleError("Type by when.", field="keep_at")
        make_promise(self._actor, self._customer_id, PromiseForm(**values))  # type: ignore[arg-type]  # as asked above

    def ask_withdrawal(self, task: TaskRow) -> None:
        """Ask what was agreed instead of a promise."""

        def withdraw(values: dict[str, str]) -> None:
            withdraw_promise(self._actor, task.id, task.version, values["note"])

        fields = [Field("note", _("What was agreed instead"), TextEdit(longest=200), required=True)]
        FormDialog(self._page, _("Withdraw the promise"), fields, withdraw, _("Withdraw")).open()


def _event(line: RecordLine) -> Event:
    reason = label(line.why) if line.result is Result.DROPPED else ""
    parts = (label(line.result), reason, line.note, line.staff)
    icon = "check-circle-outline" if line.result not in (Result.DROPPED, Result.NOT_REACHED) else "circle-outline"
    return Event(line.at, icon, line.what, wording.GAP.join(part for part in parts if part), wording.moment(line.at))


def _in_time(line: RecordLine) -> QWidget | None:
    if line.result in (Result.DROPPED, Result.REOPENED):
        return None
    return Text(_("in time") if line.in_time else _("late"), "second", tone="ok" if line.in_time else "bad")
