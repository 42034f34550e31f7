"""Another customer's file as the value of a form, found as everywhere by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.customers import lists
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from ui.customers.wording import called
from ui.kit import wording
from ui.kit.search import Group, Hit, SearchBox
from ui.kit.widgets import IconButton, Text, fill

_MOST_FOUND = 8


class PersonEdit(QWidget):
    """The id of a customer, or None; the name is shown in place of the search line once one is chosen."""

    edited = Signal()

    def __init__(self, actor: Actor, besides: int = 0) -> None:
        super().__init__()
        self._actor, self._besides = actor, besides
        self._id: int | None = None
        self._search = SearchBox(self._find, _("Name, initials or phone"))
        self._search.chosen.connect(lambda kind, customer_id: self._choose(customer_id))
        self._name = Text("", elide=True)
        self._clear = IconButton("close-circle-outline", _("Nobody"), lambda: self._choose(None))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        fill(box, self._search, self._name, self._clear)
        self.setFocusProxy(self._search)
        self.set_value(None)

    def value(self) -> int | None:
        """The customer chosen."""
        return self._id

    def set_value(self, value: int | None) -> None:
        """Show a customer, or nobody."""
        rows = lists.rows(self._actor, [value]) if value is not None else []
        self._id = value if rows else None
        self._name.setText(called(rows[0].name, rows[0].form_of_address) if rows else "")
        self._search.setVisible(not rows)
        self._name.setVisible(bool(rows))
        self._clear.setVisible(bool(rows))

    def _choose(self, customer_id: int | None) -> None:
        self.set_value(customer_id)
        self.edited.emit()

    def _find(self, text: str) -> Sequence[Group]:
        found = [each for each in lists.find(self._actor, text, _MOST_FOUND) if each.id != self._besides]
        hits = [
            Hit("customer", each.id, called(each.name, each.form_of_address), wording.GAP.join((each.phone, each.wish)))
            for each in found
        ]
        return [Group(_("Customers"), "card-account-details-outline", hits)]
