"""What stands beside a contract of what came after it: amendments, its cancellation, exceptions."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import clock, money
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.sales import amendment_actions, cancellation_actions
from models.sales.amendment_actions import AmendmentForm
from models.sales.cancellation_actions import CANCELLABLE_STATES
from models.sales.exception_actions import ExceptionForm, log_exception
from models.sales.exception_lists import exception_ids, exception_rows
from models.sales.states import AMENDABLE_STATES
from models.sales.supplement_lists import supplements_of
from models.sales.supplement_states import OPEN_STATES, ExceptionKind
from models.sales.views import ContractView
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, DateEdit, NoteEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, Chip, Panel, Text, clear, column, flowing, row
from ui.sales.contract_cancellation import CancellationDialog
from ui.sales.contract_supplement import TONES
from ui.sales.desk import Desk


class FollowedPanel(Panel):
    """The amendments and the cancellation of a contract, and how to begin one."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__()
        self._page, self._desk, self._contract_id = page, desk, 0
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._amend = Button(_("Amend…"), self.ask_amendment, icon="file-edit-outline", name="amend")
        self._cancel = Button(_("Cancel contract…"), self.ask_cancellation, name="call_off")
        self.add(Text(_("Amendments and cancellation"), "dim"))
        self.body.addLayout(self._rows)
        self.add(flowing(self._amend, self._cancel))

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_contract(self, view: ContractView) -> None:
        """Show what came after this contract; nothing before it is signed."""
        self._contract_id = view.row.id
        found = supplements_of(view.row.id)
        clear(self._rows)
        for each in found:
            go = partial(self._desk.open_record, each.kind, each.id)
            link = Button(each.number, go, kind="link", name=f"{each.kind}_{each.id}")
            chip = Chip(label(each.state), TONES.get(each.state, "neutral"))
            figure = Text(money.plain(each.amount), "bold", tone="bad" if each.amount < 0 else "")
            self._rows.addWidget(column(row(link, "stretch", figure), row(chip, Text(each.reason, "fine", elide=True))))
        own = view.own and self.actor.may(Permission.APPLY_CONTRACT)
        free = not any(each.state in OPEN_STATES for each in found)
        self._amend.setVisible(own and free and view.row.state in AMENDABLE_STATES)
        self._cancel.setVisible(own and free and view.row.state in CANCELLABLE_STATES)
        self.setVisible(bool(found) or self._amend.isVisibleTo(self) or self._cancel.isVisibleTo(self))

    def ask_amendment(self) -> None:
        """Ask why the contract is amended, then open the amendment."""

        def begin(values: dict[str, Any]) -> None:
            form = AmendmentForm(values["reason"])
            changes = amendment_actions.draft_amendment(self.actor, self._contract_id, form)
            self._desk.open_record("amendment", changes.id)

        field = Field("reason", _("Why is the contract amended?"), TextEdit(longest=200), required=True)
        FormDialog(self._page, _("New amendment"), [field], begin, _("Go on")).open()

    def ask_cancellation(self) -> None:
        """Ask whose fault it is and why, then open the cancellation."""

        def begin(form: cancellation_actions.CancellationForm) -> None:
            changes = cancellation_actions.draft_cancellation(self.actor, self._contract_id, form)
            self._desk.open_record("cancellation", changes.id)

        CancellationDialog(self._page, self._contract_id, begin).open()


class ExceptionsPanel(Panel):
    """The exceptions logged on a contract, and logging one (S10)."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__()
        self._page, self._desk, self._contract_id = page, desk, 0
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._log = Button(_("Log an exception…"), self.ask, icon="alert-octagon-outline", name="log_exception")
        self.add(Text(_("Order exceptions"), "dim"))
        self.body.addLayout(self._rows)
        complain = Button(_("Open a complaint…"), self._complain, icon="alert-circle-outline", name="complain")
        self.add(flowing(self._log, complain))

    def show_contract(self, contract_id: int) -> None:
        """Show the exceptions of a contract."""
        self._contract_id = contract_id
        clear(self._rows)
        actor = self._desk.session.actor
        found = exception_rows(exception_ids(contract_id=contract_id))
        for each in found:
            go = partial(self._desk.open_record, "exception", each.id)
            link = Button(each.number, go, kind="link", name=f"exception_{each.id}")
            state = Chip(_("Ended"), "ok") if each.ended_on else Chip(_("Not ended yet"), "warn")
            self._rows.addWidget(column(row(link, state, "stretch"), Text(each.what, "fine", elide=True)))
        self._log.setVisible(actor.may(Permission.LOG_EXCEPTION))

    def _complain(self) -> None:
        self._desk.open_record("complaint_for_contract", self._contract_id)

    def ask(self) -> None:
        """Ask what went wrong, then open the log."""
        ask_exception(self._page, self._desk, contract_id=self._contract_id)


def ask_exception(page: QWidget, desk: Desk, *, contract_id: int | None = None) -> None:
    """Ask what went wrong with an order and log it; nothing of it is ever erased."""
    kind = ChipChoice(ExceptionKind)
    kind.set_value(ExceptionKind.WRONG)

    def log(values: dict[str, Any]) -> None:
        form = ExceptionForm(values["kind"], values["what"], contract_id, happened_on=values["happened_on"])
        changes = log_exception(desk.session.actor, form)
        desk.open_record("exception", changes.id)

    fields = [
        Field("kind", _("What went wrong"), kind),
        Field("what", _("What happened"), NoteEdit(lines=3), required=True),
        Field("happened_on", _("When"), DateEdit(clock.today())),
    ]
    dialog = FormDialog(page, _("Log an exception"), fields, log, _("Log it"), width=560)
    dialog.open()
    dialog.form.focus("what")
