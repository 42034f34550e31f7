"""A line of the visit or call register for a customer who has a file (C2)."""

from __future__ import annotations

from typing import Any

from models.customers.actions import ContactForm, register_contact
from models.customers.kinds import Outcome, RegisterKind
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.staff.lists import everybody
from ui.customers.entry import Entry, Item
from ui.kit.editors import ChoiceBox, TextEdit
from ui.kit.forms import Field
from ui.kit.moment_edit import MomentEdit

_LARGEST_PARTY = 20


def draft_key(kind: RegisterKind, customer_id: int) -> str:
    """Where an unfinished register line of this customer is kept."""
    return f"{kind.value}:{customer_id}"


def party_field() -> Field:
    """How many came together."""
    return Field("party_size", _("How many people"), ChoiceBox([(n, str(n)) for n in range(1, _LARGEST_PARTY + 1)]))


def about_field(kind: RegisterKind) -> Field:
    """What the visit or call was about."""
    visit = kind is RegisterKind.VISIT
    return Field("about", _("What they looked at") if visit else _("What it was about"), TextEdit())


def outcome_fields() -> list[Field]:
    """What the visit led to, as the traffic table counts it, and why they left."""
    outcomes = [(each, label(each)) for each in Outcome if each not in (Outcome.NONE, Outcome.NOT_ATTENDED)]
    return [
        Field("outcome", _("Result"), ChoiceBox(outcomes, empty=_("Not said"))),
        Field("reason", _("Why they left"), TextEdit()),
    ]


def call_fields() -> list[Field]:
    """For when a caller was invited, and for whom they left a message."""
    return [
        Field("invited_for", _("Invited to the store for"), MomentEdit()),
        Field("message_for_id", _("Message for"), ChoiceBox([(each.id, each.name) for each in everybody()], empty="–")),
    ]


class ContactEntry(Entry):
    """Record a visit or a call of one customer."""

    def __init__(self, actor: Actor, customer_id: int, kind: RegisterKind, typed: dict[str, Any] | None = None) -> None:
        self.kind, self.customer_id = kind, customer_id
        visit = kind is RegisterKind.VISIT
        items: list[Item] = [about_field(kind), Field("result", _("What came of it"), TextEdit())]
        items += [party_field(), *outcome_fields()] if visit else call_fields()
        title = _("Record visit") if visit else _("Record call")
        super().__init__(actor, draft_key(kind, customer_id), title, items, scrolls=False, typed=typed)

    def apply(self, values: dict[str, Any]) -> None:
        values["outcome"] = values.get("outcome") or Outcome.NONE
        register_contact(self.actor, self.customer_id, ContactForm(self.kind, **values))

    def finish(self) -> None:
        self.saved.emit(self.customer_id)
