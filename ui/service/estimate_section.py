"""The estimate on the order's page: lines, discount, promised time; then what the customer says to each (W4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from models.kernel import i18n
from models.kernel.errors import FrontdeskError, RuleError, StaleEdit
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.service import estimate_actions as estimating
from models.service import proposing, rules, terms
from models.service.estimate_actions import ChoiceForm, EstimateForm
from models.service.kinds import LineKind, MissingPart, Stance, Supply
from models.service.states import ESTIMATE_STATES, WorkOrderState
from models.service.views import OrderLineView, OrderView
from ui.kit import notices, theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, MoneyEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.layout import clear, column
from ui.kit.moment_edit import MomentEdit
from ui.kit.widgets import Button, Line, Panel, Text, row
from ui.kit.wording import yuan
from ui.service.lines_table import LinesModel, LinesTable
from ui.service.typed_work import TypedWork, forms
from ui.service.work_box import WorkBox

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_PAUSE = 700
_S = WorkOrderState
_SHOWN = (*ESTIMATE_STATES, _S.ESTIMATED, _S.AUTHORISED)


class EstimateSection:
    """The grid with the box that adds to it; what is typed is saved while typing."""

    def __init__(self, page: OrderPage) -> None:
        self._page = page
        self._order = 0
        self.dirty = False
        self._state: WorkOrderState | None = None
        self._pause = QTimer(page, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.save)
        self.lines = LinesModel()
        self.table, self.box = LinesTable(self.lines), WorkBox(lambda: page.actor)
        self.box.found.connect(self._add)
        self.lines.edited.connect(self._edited)
        self.discount, self.promise = MoneyEdit(), MomentEdit()
        self.discount_field = Field("discount", _("Discount of the whole"), self.discount)
        self.promise_field = Field("promised_at", _("To be ready by"), self.promise)
        self.propose = Button(_("Propose"), self._propose, icon="clock-outline", name="propose")
        for editor in (self.discount, self.promise):
            editor.edited.connect(self._edited)
        self.total = Text("", "total")
        self._option = Button(_("Alternatives…"), self.ask_option, icon="call-split", name="alternatives")
        self._missing = column(gap=4, margins=(theme.INSIDE, 6, theme.INSIDE, 6))
        self._writing = column(self.box, margins=(theme.INSIDE, 8, theme.INSIDE, 8))
        margins = (theme.INSIDE, 8, theme.INSIDE, 8)
        self.widget = Panel(flush=True)
        self.widget.add(
            row(
                Text(_("Estimate"), "title"),
                Text(_("F3 customer · F4 borne by"), "dim"),
                "stretch",
                self._option,
                margins=margins,
            ),
            Line(),
            self.table,
            self._missing,
            self._writing,
            Line(),
            row(self.promise_field, self.propose, self.discount_field, "stretch", self.total, margins=margins),
        )

    def show_order(self, view: OrderView) -> None:
        """Show the lines; what somebody is typing stays."""
        self.widget.setVisible(view.row.state in _SHOWN and self._page.actor.may(Permission.ESTIMATE_WORK))
        other = view.row.id != self._order or view.row.state is not self._state
        self._order, self._state = view.row.id, view.row.state
        self.box.template = terms.template_of(view.template)
        writable = view.row.state in ESTIMATE_STATES
        choosing = view.row.state is _S.ESTIMATED
        self._writing.setVisible(writable)
        self._option.setVisible(writable)
        self.propose.setVisible(writable)
        for editor in (self.discount, self.promise):
            editor.setEnabled(writable)
        if other or not self.dirty:
            self.dirty = False
            typed = [TypedWork.of_view(line) for line in view.lines if line.extra_id is None]
            same = [each.form for each in typed] == [each.form for each in self.lines.lines]
            if other or not same or self.lines.writable is not writable or self.lines.choosing is not choosing:
                self.lines.set_lines(typed, writable=writable, choosing=choosing)
            if not self._has_focus():
                self.discount.set_value(view.discount or None)
                self.promise.set_value(view.row.promised_at)
        self._show_missing(view)
        self._show_total()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and any(
            each.isAncestorOf(focused) for each in (self.discount_field, self.promise_field)
        )

    def take_focus(self) -> bool:
        """Put the keys where lines are added while there is an estimate to write."""
        if not self._writing.isVisibleTo(self._page) or self._state is not _S.INSPECTED:
            return False
        if self.lines.lines:
            return False
        self.box.setFocus()
        return True

    def _show_missing(self, view: OrderView) -> None:
        """Parts that are not here are said at once, with what the customer may do (W4)."""
        box = self._missing.layout()
        assert box is not None
        clear(box)
        lacking = [
            line
            for line in view.lines
            if line.kind is LineKind.PART and line.supply is Supply.ORDER and line.stance is Stance.CHOSEN
        ]
        for line in lacking:
            box.addWidget(self._missing_row(line, view.row.state))
        self._missing.setVisible(bool(lacking))

    def _missing_row(self, line: OrderLineView, state: WorkOrderState) -> QWidget:
        expected = _("expected {day}").format(day=line.expected_on.isoformat()) if line.expected_on else ""
        words = _("“{name}” is not here.").format(name=line.name)
        answers = ChipChoice([(each, label(each)) for each in MissingPart if each is not MissingPart.NOTHING])
        answers.set_value(line.missing)
        answers.setEnabled(state is not _S.AUTHORISED)
        answers.edited.connect(lambda: self._answer(line.id, answers.value()))
        return row(Text(words, tone="bad"), Text(expected, "dim"), "stretch", answers)

    def _answer(self, line_id: int, missing: MissingPart) -> None:
        if self.save():
            self._page.act(estimating.choose_lines, self._order, ChoiceForm(missing={line_id: missing}))

    def _add(self, line: TypedWork) -> None:
        self.lines.add(line)
        self._page.bring_up(self.box)

    def _edited(self) -> None:
        self.dirty = True
        self._show_total()
        self._pause.start()

    def _show_total(self) -> None:
        try:
            totals = rules.totals(
                [each.money for each in self.lines.lines], self.discount.value() or 0, terms.terms().rounding
            )
        except RuleError as error:
            self.discount_field.say_wrong(i18n.say(error))
            return
        self.total.setText(yuan(totals.total))

    def _propose(self) -> None:
        """Propose a time from what the workshop has to do (W4)."""
        hours = sum(each.form.quantity for each in self.lines.lines if _counts(each))
        self.promise.set_value(proposing.proposed_promise(hours, self._order))
        self._edited()

    def ask_option(self) -> FormDialog | None:
        """Make the current line one of several alternatives."""
        place = self.table.currentIndex().row()
        if not 0 <= place < len(self.lines.lines):
            notices.tell(_("Choose a line first."), "warn")
            return None
        line = self.lines.lines[place]
        group, name = TextEdit(longest=20), TextEdit(_("Original, budget …"), longest=60)
        group.set_value(line.form.option or "A")
        name.set_value(line.form.option_name)

        def keep(values: dict[str, str]) -> None:
            from dataclasses import replace

            told = values["option_name"]
            stance = Stance.OFFERED if told else line.form.stance
            option = values["option"] if told else ""
            line.form = replace(line.form, option=option, option_name=told, stance=stance)
            self.lines.layoutChanged.emit()
            self._edited()

        dialog = FormDialog(
            self._page,
            _("Alternatives"),
            [Field("option", _("Group"), group), Field("option_name", _("What this alternative is called"), name)],
            keep,
            intro=_("Of the lines with the same group the customer picks one alternative."),
        )
        dialog.open()
        return dialog

    def save(self) -> bool:
        """Save what is typed, or what the customer says once the estimate is given. Whether it could be."""
        self._pause.stop()
        if not self.dirty:
            return True
        try:
            if self._state is _S.ESTIMATED:
                stances = {each.form.id: each.form.stance for each in self.lines.lines}
                estimating.choose_lines(self._page.actor, self._order, ChoiceForm(stances))
                self.dirty = False
                return True
            form = EstimateForm(forms(self.lines.lines), self.discount.value() or 0, self.promise.value())
            self.dirty = False
            estimating.save_estimate(self._page.actor, self._order, self._page.known_version, form)
        except StaleEdit:
            self.dirty = True
            notices.tell(_("Somebody else has just changed this order; look at it again."), "warn")
            self._page.kept()
            return False
        except RuleError as error:
            self.dirty = True
            self._say(error)
            return False
        except FrontdeskError as error:
            self.dirty = True
            notices.error(error)
            return False
        self._page.kept()
        self._say(None)
        return True

    def _say(self, error: RuleError | None) -> None:
        for field in (self.discount_field, self.promise_field):
            field.say_wrong(i18n.say(error) if error is not None and error.field == field.name else "")
        if error is not None and error.field in (None, "lines"):
            notices.error(error)


def _counts(line: TypedWork) -> bool:
    return line.form.kind is LineKind.LABOUR and line.form.stance in (Stance.CHOSEN, Stance.OFFERED)
