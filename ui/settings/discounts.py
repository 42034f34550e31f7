"""Who may discount how far (S2): a row for each role and kind of goods."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor, Role
from models.shop.profile import trade
from models.shop.terms_actions import LimitForm, change_limits
from ui.kit.editors import ChoiceBox, MoneyEdit, PercentEdit
from ui.settings.typed_rows import TypedRows

_ROLES = (Role.SALES, Role.SALES_MANAGER, Role.OWNER)


class DiscountsPart(TypedRows):
    """The limits; an empty percentage or amount is no limit."""

    def __init__(self) -> None:
        super().__init__(
            [
                ("role", _("Who"), 3),
                ("category", _("For which goods"), 3),
                ("percent", _("At most, in percent"), 2),
                ("amount", _("At most, in yuan"), 2),
            ],
            self._inputs,
            _("Another limit"),
        )

    def _inputs(self) -> dict[str, QWidget]:
        categories = [(each.code, pick(each.name)) for each in trade().categories]
        percent, amount = PercentEdit(), MoneyEdit()
        for editor in (percent, amount):
            editor.setPlaceholderText(_("no limit"))
        return {
            "role": ChoiceBox([(role, label(role)) for role in _ROLES]),
            "category": ChoiceBox([("", _("All that have no limit of their own")), *categories]),
            **{"percent": percent, "amount": amount},
        }

    def show_terms(self) -> None:
        """The limits as they stand."""
        limits = trade().discount_limits
        self.set_rows(
            [{"role": e.role, "category": e.category or "", "percent": e.percent, "amount": e.amount} for e in limits]
        )

    def save(self, actor: Actor) -> None:
        """Keep what was typed. Raises RuleError at ``N.name``."""
        change_limits(actor, tuple(LimitForm(**values) for values in self.values()))
