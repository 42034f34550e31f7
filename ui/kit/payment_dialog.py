"""Taking money: amount, method and payer are proposed; Enter takes it and prints the receipt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel import clock
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.i18n import _, say
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.sales.papers import PaymentMethod
from ui.kit import notices, papers
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, DateEdit, EnterFilter, MoneyEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button

Take = Callable[[dict[str, Any], bool], Changes]
"""Takes what was typed; the flag says that the same payment is meant a second time."""


class PaymentDialog(FormDialog):
    """The question for a payment on any record; ``more`` stands beside the note."""

    def __init__(
        self,
        page: QWidget,
        actor: Actor,
        take: Take,
        receipt: PaperKind,
        *,
        amount: int,
        payer: str,
        more: Field | None = None,
        intro: str = "",
    ) -> None:
        self._page, self._actor, self._take, self._receipt = page, actor, take, receipt
        self._meant: list[dict[str, Any]] = []
        self.method = ChipChoice(PaymentMethod)
        self.method.set_value(PaymentMethod.CARD)
        note = Field("note", _("Note"), TextEdit(longest=200))
        super().__init__(
            page,
            _("Take payment"),
            [
                Field("method", _("Method"), self.method),
                (Field("amount", _("Amount"), MoneyEdit(), required=True), Field("payer", _("Payer"), TextEdit())),
                (
                    Field("received_on", _("Received on"), DateEdit(clock.today())),
                    Field("reference", _("Reference number"), TextEdit()),
                ),
                (more, note) if more is not None else note,
            ],
            self._submitted,
            _("Take and print the receipt"),
            intro=intro,
            width=660,
        )
        self.form.set_values({"amount": amount or None, "payer": payer})
        enter = EnterFilter(self.submit, self)
        for button in self.method.findChildren(Button):
            button.installEventFilter(enter)

    def _submitted(self, values: dict[str, Any]) -> None:
        try:
            changes = self._take(values, values in self._meant)
        except RuleError as error:
            if error.field == "again":
                self._ask_again(values, error)
            raise
        papers.print_at_once(self._page, self._actor, self._receipt, changes.id)

    def _ask_again(self, values: dict[str, Any], error: RuleError) -> None:
        """The same payment stands there already: whether it is meant is asked before it is taken."""

        def answered(key: str) -> None:
            if key == "again":
                self._meant.append(values)
                self.submit()

        buttons = [("no", _("No"), "plain"), ("again", _("Take it as well"), "primary")]
        notices.ask(self, _("The same payment twice?"), say(error), buttons, answered)

    def ask(self) -> PaymentDialog:
        """Open it with the keys on the method."""
        self.open()
        next(button for button in self.method.findChildren(Button) if button.isChecked()).setFocus()
        return self
