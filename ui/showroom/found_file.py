"""Who comes in, found by phone or name: their file or that of who sends them, and what it makes of the visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers import lists as customers
from models.customers.duplicates import CERTAIN, Typed, duplicates
from models.customers.lists import CustomerRow
from models.kernel.i18n import _, label
from models.rotation.files import Proposal
from models.staff import lists as staff
from ui.kit import wording
from ui.kit.search import Group, Hit, SearchBox
from ui.kit.widgets import Band, Button
from ui.showroom.floor import Floor

_FOUND = 6


class FindVisitor(SearchBox):
    """Finds the file of who comes in; the last result is always a new file. Enter in the empty line goes on."""

    def __init__(self, floor: Floor) -> None:
        self._floor, self.typed = floor, ""
        super().__init__(self._find, _("Phone or name"), key="F3")
        self.setObjectName("find_visitor")

    def _find(self, text: str) -> Sequence[Group]:
        self.typed = text
        found = customers.find(self._floor.actor, text, _FOUND)
        hits = [
            Hit(
                "customer", each.id, each.name or label(each.form_of_address), _facts(each.phone, each.owner, each.wish)
            )
            for each in found
        ]
        new = Hit("new", 0, _("New file: {typed}").format(typed=text))
        return [
            Group(_("Customers"), "card-account-details-outline", hits),
            Group(_("Not on file"), "account-plus-outline", [new]),
        ]


class FoundFile(QWidget):
    """The band with the file that was found; ``drop`` when it is somebody else's."""

    def __init__(self, floor: Floor, drop: Callable[[], object]) -> None:
        super().__init__()
        self._floor, self._drop = floor, drop
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        self._band = Band("ok", "")
        inside.addWidget(self._band)
        self.hide()

    def show_file(self, found: CustomerRow | None, told: Proposal | None, *, sends: bool) -> None:
        """Show whose file it is; ``sends``: not of who comes, but of who sends them."""
        self.setVisible(found is not None)
        if found is None or told is None:
            return
        facts = [called(found), found.phone, *self._standing(told, sends)]
        show = Button(
            _("Show"), lambda: self._floor.desk.open_record("customer", found.id), kind="link", name="show_file"
        )
        drop = Button(_("Somebody else"), self._drop, kind="link", hint="Esc", name="drop_file")
        lead = _("Sent by:") if sends else _("On file:")
        self._band.say("accent", _facts(*facts), show, drop, lead=lead, icon="account-check-outline")

    def _standing(self, told: Proposal, sends: bool) -> list[str]:
        owner = staff.names().get(told.owner_id or 0, "")
        if told.household is not None:
            relative = next(iter(customers.rows(self._floor.actor, [told.household])), None)
            said = _("family or colleague of {customer}").format(customer=called(relative) if relative else "")
            return [said, _("customer of {name}").format(name=owner) if told.is_protected else _("counts as new")]
        if told.sent_by is not None and not sends:
            sender = next(iter(customers.rows(self._floor.actor, [told.sent_by])), None)
            text = _("sent by {customer}, a customer of {name}")
            return [text.format(customer=called(sender) if sender else "", name=owner)]
        if told.is_protected:
            return [_("customer of {name}").format(name=owner)]
        return [_("protection lapsed, counts as new") if owner else _("nobody's customer")]


def called(file: CustomerRow) -> str:
    """A customer's name, else how to address them."""
    return file.name or label(file.form_of_address)


def same_phone(floor: Floor, phone: str, besides: set[int]) -> int | None:
    """The file that has this phone already, if there is one besides those refused."""
    found = duplicates(floor.actor, Typed(phones=(phone,))) if phone else []
    return next((each.id for each in found if each.likeness in CERTAIN and each.id not in besides), None)


def _facts(*facts: str) -> str:
    return wording.GAP.join(filter(None, facts))
