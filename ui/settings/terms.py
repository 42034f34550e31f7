"""The shop's terms: limits, discounts, plans of payment and the words of the contract, one page each."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.shop.profile import trade
from models.shop.terms_actions import TermsForm, change_terms
from ui.kit import notices
from ui.kit.editors import CountEdit, MoneyEdit, PercentEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Panel, TabStrip, Text, column, scrolled
from ui.settings.clauses import ClausesPart
from ui.settings.desk import SettingsDesk
from ui.settings.discounts import DiscountsPart
from ui.settings.plans import PlansPart

_MOST_DAYS = 3650


class Part(Protocol):
    """A page of the terms: shows the trade as it is, and keeps what was typed."""

    edited: Any

    def show_terms(self) -> None: ...

    def save(self, actor: Actor) -> None: ...

    def show_error(self, error: RuleError) -> None: ...


class LimitsPart(Form):
    """The days, amounts and percentages the program goes by."""

    def __init__(self) -> None:
        super().__init__(
            (
                Field("quote_valid_days", _("A quote holds for how many days"), CountEdit(1, _MOST_DAYS)),
                Field("countersign_above", _("Contracts above this need the cashier's countersign"), MoneyEdit()),
            ),
            (
                Field("invoice_from_share", _("Invoice from which share paid"), PercentEdit()),
                Field("overdue_interest_per_day", _("Interest per day on overdue stages"), PercentEdit()),
            ),
        )

    def show_terms(self) -> None:
        """The limits as they stand."""
        now = trade()
        self.set_values(
            {
                **{"quote_valid_days": now.quote_valid_days, "countersign_above": now.countersign_above},
                "invoice_from_share": now.invoice_from_share,
                "overdue_interest_per_day": now.overdue_interest_per_day,
            }
        )
        self.clear_errors()

    def save(self, actor: Actor) -> None:
        """Keep what was typed. Raises RuleError at the field that is wrong or empty."""
        values = self.values()
        for name, value in values.items():
            if value is None:
                raise RuleError("Type something here.", field=name)
        change_terms(actor, TermsForm(**values))


class TermsPage(QWidget):
    """The parts under a strip of their names; each is saved by itself."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        self._edited: set[str] = set()
        self.parts: dict[str, Any] = {
            "limits": LimitsPart(),
            "discounts": DiscountsPart(),
            "plans": PlansPart(),
            "clauses": ClausesPart(),
        }
        names = (_("Limits"), _("Discounts"), _("Plans of payment"), _("Words of the contract"))
        self.strip = TabStrip(list(zip(self.parts, names, strict=True)))
        self._stack = QStackedWidget()
        self._frames: dict[str, QWidget] = {}
        for key, part in self.parts.items():
            self._frames[key] = scrolled(column(part, "stretch"))
            self._stack.addWidget(self._frames[key])
            part.edited.connect(lambda key=key: self._mark_edited(key))
            part.show_terms()
        self.strip.chosen.connect(self._choose)
        self._save = Button(_("Save"), self.save, kind="primary", key="Ctrl+S", name="save_terms")
        self._save.setEnabled(False)
        panel = Panel(_("Terms"), self._save)
        hint = _("Quotes and contracts that exist keep the terms they were made with.")
        panel.add(Text(hint, "dim"), self.strip)
        panel.body.addWidget(self._stack, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)

    def _choose(self, key: str) -> None:
        self._stack.setCurrentWidget(self._frames[key])
        self._save.setEnabled(key in self._edited)

    def _mark_edited(self, key: str) -> None:
        self._edited.add(key)
        self._save.setEnabled(True)

    def refresh(self, changes: Changes | None) -> None:
        """Show the terms as they are, where nobody is changing them."""
        if changes is None or changes.touches("shop"):
            for key, part in self.parts.items():
                if key not in self._edited:
                    part.show_terms()

    def save(self) -> None:
        """Keep the part in sight; an error stands at its field."""
        key = self.strip.selected
        if key not in self._edited:
            return
        part: Part = self.parts[key]
        try:
            part.save(self._desk.session.actor)
        except RuleError as error:
            part.show_error(error)
            return
        self._edited.discard(key)
        part.show_terms()
        self._save.setEnabled(False)
        notices.tell(_("Saved"))
