"""What is overdue: open stages past their day and settlements not paid, by age; reminders and their paper (S7, W9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.cashier import lists, reminder_actions, rules
from models.cashier.overdue import overdue
from models.cashier.reminder_actions import TIME_TO_PAY, ReminderForm
from models.cashier.rules import Age
from models.cashier.states import Channel
from models.cashier.views import OverdueStage, ReminderRow
from models.kernel import clock, money
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from ui.kit import papers, theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, DateEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Panel, Text, clear, column, row
from ui.sales import wording
from ui.sales.desk import Desk
from ui.sales.money_part import MoneyPart

_ALL = "all"
_TONES = {Age.MONTH: "warn", Age.TWO_MONTHS: "warn", Age.THREE_MONTHS: "bad", Age.LONGER: "bad"}


class OverduePage(MoneyPart):
    """What is past its day; the chips are its ages. Enter opens the contract or the work order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stages: dict[int, OverdueStage] = {}
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self._show())
        self.remind_button = Button(_("Remind…"), self.ask_reminder, kind="primary", icon="bell-outline", name="remind")
        self.paper_button = Button(_("By age"), self._show_paper, icon="printer-outline", name="aging_paper")
        self._sum = Text("", "dim", elide=True)
        later = _("What is not paid appears here the day after it was due.")
        empty = EmptyState("cash-check", _("Nothing is overdue."), later)
        self.table = RecordTable(_columns(), self._fetch, tall=True, empty=empty)
        self.table.opened.connect(lambda stage: self._open(self._stages[stage]))
        self.table.selected.connect(lambda stage: self._show_reminders())
        self._reminders = QVBoxLayout()
        self._reminders.setSpacing(10)
        self._lay_out()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 10)
        top.addWidget(self.chips, 1)
        sums = QHBoxLayout()
        sums.setContentsMargins(theme.INSIDE, 0, theme.INSIDE, 8)
        sums.setSpacing(8)
        for part in (self._sum, self.paper_button, self.remind_button):
            sums.addWidget(part)
        sums.setStretch(0, 1)
        listed = Panel(flush=True)
        listed.body.addLayout(top)
        listed.body.addLayout(sums)
        listed.add(self.table)
        side = Panel(_("Reminders"))
        side.body.addLayout(self._reminders)
        side.add("stretch")
        side.setFixedWidth(260)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(listed, 1)
        box.addWidget(side)

    def refresh(self) -> None:
        """Look again at what is overdue."""
        found = overdue(self.actor)
        self._stages = {stage.id: stage for stage in found}
        by_age = rules.aged((stage.days, stage.still_open) for stage in found)
        items = [(_ALL, _("All {count}").format(count=len(found)), "neutral")]
        for age, amount in by_age.items():
            words = _("{age} {amount}").format(age=label(age), amount=wording.yuan(amount)) if amount else label(age)
            items.append((age.value, words, _TONES[age] if amount else "neutral"))
        chosen = self.chips.selected or _ALL
        self.chips.set_items(items)
        self.chips.select(chosen)
        self.paper_button.setVisible(self.actor.may(Permission.PRINT))
        self._show()

    def _show(self) -> None:
        chosen = self.chips.selected
        shown = [each for each in self._stages.values() if chosen in (_ALL, "", rules.age(each.days).value)]
        self.table.set_ids([each.id for each in shown])
        self.table.refresh_rows()
        open_, interest = sum(each.still_open for each in shown), sum(each.interest for each in shown)
        words = _("open {open}, interest proposed {interest}")
        self._sum.setText(words.format(open=wording.yuan(open_), interest=wording.yuan(interest)) if shown else "")
        self._show_reminders()

    def _show_reminders(self) -> None:
        clear(self._reminders)
        stage = self._stages.get(self.table.selected_id or 0)
        self.remind_button.setEnabled(stage is not None and not stage.order_id)
        if stage is not None and stage.order_id:
            words = _("What the workshop is owed stands on its work order; calls are noted there.")
            self._reminders.addWidget(Text(words, "dim", wrap=True))
            return
        if stage is None:
            self._reminders.addWidget(Text(_("Choose a stage."), "dim"))
            return
        for each in lists.reminders_of(stage.contract_id):
            self._reminders.addWidget(self._reminder(each))
        if not self._reminders.count():
            self._reminders.addWidget(Text(_("Nobody has reminded {name} yet.").format(name=stage.customer), wrap=True))

    def _reminder(self, each: ReminderRow) -> QWidget:
        return reminder_row(self, self.actor, each)

    def _open(self, stage: OverdueStage) -> None:
        if stage.order_id:
            self.desk.open_record("work_order", stage.order_id)
        else:
            self.opened.emit("contract", stage.contract_id)

    def ask_reminder(self) -> None:
        """Ask how the customer was reminded and what they said."""
        stage = self._stages.get(self.table.selected_id or 0)
        if stage is not None and not stage.order_id:
            ask_reminder(self, self.actor, stage.contract_id, stage.customer)

    def _show_paper(self) -> None:
        papers.show_paper(self, self.actor, PaperKind.AGING, 0)

    def _fetch(self, ids: Sequence[int]) -> list[OverdueStage]:
        return [self._stages[each] for each in ids if each in self._stages]


def reminder_row(page: QWidget, actor: Actor, each: ReminderRow) -> QWidget:
    """One reminder: who, how, when; what was answered; its paper."""
    who = _("{name}, {how}").format(name=each.who, how=label(each.channel))
    lines: list[QWidget] = [row(Text(each.reminded_on.isoformat(), "bold"), Text(who, "dim", elide=True))]
    if each.answer:
        lines.append(Text(each.answer, wrap=True))
    if each.promised_on:
        lines.append(Text(_("promised for {day}").format(day=each.promised_on.isoformat()), tone="accent"))
    owed = Text(_("open {amount}").format(amount=wording.yuan(each.still_open)), "fine")
    if actor.may(Permission.PRINT):
        show = Button(
            each.number,
            lambda: papers.show_paper(page, actor, PaperKind.PAYMENT_REMINDER, each.id),
            kind="link",
            name=f"reminder_{each.id}",
        )
        lines.append(row(owed, "stretch", show))
    else:
        lines.append(owed)
    return column(*lines, gap=2)


def ask_reminder(page: QWidget, actor: Actor, contract_id: int, customer: str) -> FormDialog:
    """Ask how somebody was reminded; a letter is shown at once, to be printed."""

    def remind(values: dict[str, Any]) -> None:
        form = ReminderForm(values["channel"], values["answer"], values["promised_on"], values["pay_by"])
        done = reminder_actions.remind(actor, contract_id, form)
        if form.channel is Channel.LETTER and actor.may(Permission.PRINT):
            papers.show_paper(page, actor, PaperKind.PAYMENT_REMINDER, done.id)

    channel = ChipChoice(Channel)
    channel.set_value(Channel.PHONE)
    dialog = FormDialog(
        page,
        _("Remind {name}").format(name=customer),
        [
            Field("channel", _("How"), channel),
            Field("answer", _("What they said"), TextEdit(longest=200)),
            (
                Field("promised_on", _("Promised for"), DateEdit()),
                Field("pay_by", _("Please pay by"), DateEdit(clock.today() + TIME_TO_PAY)),
            ),
        ],
        remind,
        intro=_("What is open and the interest proposed today are kept with it. No interest is booked."),
    )
    dialog.open()
    dialog.form.focus("answer")
    return dialog


def _columns() -> list[Column]:
    return [
        Column(
            *("customer", _("Customer"), lambda stage: stage.customer),
            detail=lambda stage: _("{number} · {consultant}").format(number=stage.number, consultant=stage.consultant),
            bold=True,
            sortable=False,
        ),
        Column(
            *("stage", _("Stage"), lambda stage: stage.stage),
            detail=lambda stage: _("due {day}").format(day=stage.due_on.isoformat()),
            width=190,
            sortable=False,
        ),
        Column(
            *("age", _("Age"), lambda stage: _("{days} days").format(days=stage.days)),
            tone=lambda stage: _TONES[rules.age(stage.days)],
            chip=True,
            width=90,
            sortable=False,
        ),
        Column(
            *("open", _("Still open"), lambda stage: money.plain(stage.still_open)),
            detail=_interest,
            right=True,
            width=140,
            bold=True,
            sortable=False,
        ),
        Column("reminded", _("Reminded"), _reminded, detail=_promised, width=120, sortable=False),
    ]


def _interest(stage: OverdueStage) -> str:
    return "" if stage.order_id else _("interest {amount}").format(amount=money.plain(stage.interest))


def _reminded(stage: OverdueStage) -> str:
    return wording.short_day(stage.reminded_on) if stage.reminded_on else "–"


def _promised(stage: OverdueStage) -> str:
    return _("promised {day}").format(day=wording.short_day(stage.promised_on)) if stage.promised_on else ""
