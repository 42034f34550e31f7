"""The panel of a follow-up: whom to call, what was said last, what they need; then 1 to 4, a line, and Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.customers import lists as customers
from models.customers.actions import Personal, reveal_personal
from models.customers.lists import CustomerFile
from models.followup import lists
from models.followup.actions import PromiseForm, ResultForm, record_result
from models.followup.kinds import RESULTS, Result
from models.followup.lists import TaskRow
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor, Permission
from models.shop.profile import trade
from models.trades.follow_up import NEXT_CONTACT
from ui.kit import notices, theme, wording
from ui.kit.editors import ChoiceBox, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.moment_edit import MomentEdit
from ui.kit.widgets import Button, IconButton, Line, Panel, Text, clear, column, fill, row, scrolled

_LAST_SAID = 2
_ICONS = {
    Result.REACHED: "phone-check-outline",
    Result.NOT_REACHED: "phone-missed-outline",
    Result.POSTPONED: "phone-clock",
    Result.REFUSED: "phone-cancel-outline",
}


class CallPanel(Panel):
    """One follow-up. ``saved`` comes with its id once its result is on record, ``left`` when nothing was said."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, actor: Callable[[], Actor], open_file: Callable[[int], object]) -> None:
        super().__init__(_("Follow-up"), flush=True)
        self._actor, self._open_file = actor, open_file
        self._row: TaskRow | None = None
        self._numbers: tuple[str, ...] = ()
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        self.results: dict[Result, Button] = {}
        self.form = self._new_form()
        self.also: dict[int, Tick] = {}
        self._also_box = QVBoxLayout()
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(theme.INSIDE, theme.GAP, theme.INSIDE, theme.GAP)
        box.setSpacing(8)
        fill(box, self._facts, Line(), self._result_buttons(), self.form, self._also_box, "stretch")
        self._area = scrolled(content)
        save = Button(_("Save"), self.save, kind="primary", hint="Enter", name="save_result")
        later = Button(_("Not now"), self.leave, hint="Esc", name="leave_call")
        self._file_button = Button(
            _("Open the file"), self._show_file, icon="card-account-details-outline", name="open_file"
        )
        self.body.addWidget(self._area, 1)
        margins = (theme.INSIDE, 10, theme.INSIDE, 10)
        fill(self.body, Line(), row(save, later, "stretch", self._file_button, margins=margins))
        QShortcut(QKeySequence("Esc"), self, self.leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _new_form(self) -> Form:
        levels = [(each.code, pick(each.name)) for each in trade().intent_levels]
        self._what = TextEdit(_("such as: will call on Friday"), longest=200)
        form = Form(
            Field("next_at", _("When does it suit them?"), MomentEdit()),
            Field("note", _("What was said"), TextEdit(longest=1000), required=True),
            (
                Field("intent", _("Level of intent"), ChoiceBox(levels, _("as before"))),
                Field("what", _("Promised in this call"), self._what),
            ),
            Field("keep_at", _("To be kept by"), MomentEdit()),
            on_enter=self.save,
        )
        self._what.textChanged.connect(lambda text: form.field("keep_at").setVisible(bool(text.strip())))
        return form

    def _result_buttons(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, result in enumerate(RESULTS):
            name = f"result_{result.value}"
            button = Button(label(result), icon=_ICONS[result], key=str(place + 1), name=name)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda checked, result=result: self.choose(result))
            self.results[result] = button
            grid.addWidget(button, *divmod(place, 2))
        return page

    @property
    def task_id(self) -> int:
        """The follow-up shown; 0 for none."""
        return self._row.id if self._row else 0

    @property
    def result(self) -> Result | None:
        """What was chosen."""
        return next((result for result, button in self.results.items() if button.isChecked()), None)

    def show_task(self, task_id: int) -> bool:
        """Show a follow-up with nothing said yet; whether it is still open."""
        self._row = lists.task(self._actor(), task_id)
        if self._row is None:
            return False
        self._numbers = ()
        for button in self.results.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)
        self.form.set_values({"next_at": None, "note": "", "intent": None, "what": "", "keep_at": None})
        self.form.clear_errors()
        for name in ("next_at", "keep_at"):
            self.form.field(name).hide()
        self._show_facts()
        self._show_also()
        self.results[Result.REACHED].setFocus()
        return True

    def choose(self, result: Result) -> None:
        """Take a result; the line about it is next, or first the customer's time."""
        self.results[result].setChecked(True)
        self.form.field("next_at").setVisible(result is Result.POSTPONED)
        self.form.focus("next_at" if result is Result.POSTPONED else "note")
        QTimer.singleShot(0, self._area, lambda: self._area.ensureWidgetVisible(self.form.field("note"), 0, 80))

    def reveal(self) -> None:
        """Show the numbers; that they were seen is on record (C11)."""
        assert self._row is not None
        try:
            answer = reveal_personal(self._actor(), self._row.customer_id).answer
        except FrontdeskError as error:
            notices.error(error)
            return
        if isinstance(answer, Personal):
            self._numbers = answer.phones
            self._show_facts()

    def save(self) -> None:
        """Put the result on record; where somebody was faster, what was typed stays for another try."""
        if self._row is None:
            return
        task_id = self._row.id
        if self.form.submit(self._record):
            self._row = None
            self.saved.emit(task_id)
            return
        now = lists.task(self._actor(), task_id)
        if now is None:
            notices.tell(_("Somebody else has done this meanwhile."), "warn")
            self.leave()
        else:
            self._row = now

    def leave(self) -> None:
        """Close the panel; nothing is put on record."""
        self._row = None
        self.left.emit()

    def _record(self, values: dict[str, Any]) -> None:
        assert self._row is not None
        result = self.result or Result.CONTACTED
        promise = PromiseForm(values["what"], values["keep_at"]) if values["what"] and values["keep_at"] else None
        if values["what"] and promise is None:
            raise RuleError("Type by when.", field="keep_at")
        form = ResultForm(
            result,
            values["note"],
            values["next_at"] if result is Result.POSTPONED else None,
            values["intent"] or "",
            promise,
            tuple(task_id for task_id, tick in self.also.items() if tick.value()),
        )
        record_result(self._actor(), self._row.id, self._row.version, form)

    def _show_facts(self) -> None:
        assert self._row is not None
        clear(self._facts)
        each, actor = self._row, self._actor()
        file = customers.customer_file(actor, each.customer_id)
        assert self.head is not None
        self.head.set_text(each.customer or label(each.form_of_address))
        when, tone = wording.due_by(each.due_at)
        self.head.set_chips((when, tone or "neutral"))
        fill(self._facts, Text(each.what, "bold", wrap=True), self._phone(file, actor))
        wish = file.needs or file.wish
        if wish:
            self._facts.addWidget(Text(_("Needs: {words}").format(words=wish), wrap=True))
        self._show_last_said(each.customer_id)
        if each.tries:
            text = _("Not reached {count} times in a row.").format(count=each.tries)
            self._facts.addWidget(Text(text, wrap=True, tone="warn"))
        hint = _("Ask first whether the time suits. If not: 3, and when it does.")
        self._facts.addWidget(Text(hint, "dim", wrap=True))

    def _phone(self, file: CustomerFile, actor: Actor) -> QWidget:
        numbers = self._numbers or file.phones
        text = "\n".join(numbers) or (_("Left no contact") if file.no_contact else file.wechat or file.email)
        phone = Text(text, "title")
        phone.setObjectName("phone")
        parts: list[QWidget | str | int] = [phone]
        if file.masked and not self._numbers and actor.may(Permission.REVEAL_PERSONAL):
            parts.append(IconButton("eye-outline", _("Show in full"), self.reveal, key="F6"))
        best = [label(file.best_way) if file.best_way else "", file.best_time]
        said = Text(wording.GAP.join(part for part in best if part), "dim", elide=True)
        line = row(*parts, 8, said)
        box = line.layout()
        assert isinstance(box, QHBoxLayout)
        box.setStretchFactor(said, 1)
        return line

    def _show_last_said(self, customer_id: int) -> None:
        contacts = [each for each in customers.timeline(customer_id) if each.result or each.about][:_LAST_SAID]
        for each in contacts:
            head = wording.GAP.join((wording.moment(each.at), label(each.kind), each.staff))
            words = wording.GAP.join(part for part in (each.about, each.result) if part)
            self._facts.addWidget(column(Text(head, "fine"), Text(words, wrap=True), gap=0))

    def _show_file(self) -> None:
        if self._row is not None:
            self._open_file(self._row.customer_id)

    def _show_also(self) -> None:
        """The customer's other tasks that this call may settle; those that are due are ticked."""
        assert self._row is not None
        clear(self._also_box)
        actor = self._actor()
        others = [each for each in lists.of_customer(actor, self._row.customer_id).open if each.id != self._row.id]
        mine = [
            each
            for each in others
            if (each.whose_id in (None, actor.id) or actor.may(Permission.MANAGE_FILES))
            and (each.rule != NEXT_CONTACT or each.due_at <= lists.end_of_today())
        ]
        self.also = {}
        if mine:
            self._also_box.addWidget(Text(_("This call also settles"), "second"))
        for each in mine:
            tick = Tick(wording.GAP.join((each.what, wording.due_by(each.due_at)[0])))
            tick.set_value(each.due_at <= lists.end_of_today())
            self.also[each.id] = tick
            self._also_box.addWidget(tick)
