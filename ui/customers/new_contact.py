"""A new visit or call: the phone first; who is known is opened, everybody else is asked on one short form (C1, C3)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers import rules
from models.customers.actions import NOBODY, ContactForm, FileForm, open_file, register_contact
from models.customers.duplicates import Duplicate, Likeness, duplicates
from models.customers.kinds import FormOfAddress, RegisterKind
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Role
from ui.customers.contact import about_field, call_fields, party_field
from ui.customers.edit_file import at_field
from ui.customers.entry import Entry, Item
from ui.customers.more_fields import MoreFields
from ui.customers.wording import called, level_choices, owner_choices, source_choices
from ui.kit import notices, wording
from ui.kit.editors import ChipChoice, ChoiceBox, PhoneEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, clear

_PAUSE = 120
_MOST_SHOWN = 3
_SELLS = {Role.SALES, Role.SALES_MANAGER}
_OF_THE_CONTACT = ("party_size", "invited_for", "message_for_id")


class NewContact(Entry):
    """Somebody came in, or called.

    ``known`` tells the file whose phone was typed, ``looked`` one that only may be about the same person, ``saved`` the
    file that was opened, or None for a line without a file.
    """

    known = Signal(object)
    looked = Signal(object)

    def __init__(self, actor: Actor, kind: RegisterKind, typed: dict[str, Any] | None = None) -> None:
        self.kind = kind
        self._known: Duplicate | None = None
        self._saved: int | None = None
        self._like_box = QVBoxLayout()
        self._like = QWidget()
        self._like.setLayout(self._like_box)
        self._like_box.setContentsMargins(0, 0, 0, 0)
        self._like.hide()
        self._more = MoreFields(actor)
        anonymous = Button(_("Only register, no file"), self._register_only, kind="link", name="anonymous")
        visit = kind is RegisterKind.VISIT
        title = _("New visit") if visit else _("New call")
        super().__init__(actor, kind.value, title, self._items(actor), more=[anonymous], typed=typed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        for name in ("phone", "name", "id_number", "plate", "serial"):
            self.form.editor(name).edited.connect(self._pause.start)
        self._more.watch(self.form)
        if self._more.names & self.typed().keys():
            self._more.unfold()
        if self.form.editor("phone").value():
            self.look()
        self.form.focus("phone")

    def _items(self, actor: Actor) -> list[Item]:
        visit = self.kind is RegisterKind.VISIT
        hint = _("Enter opens the file if the number is known.")
        form_of_address = ChipChoice(FormOfAddress)
        form_of_address.set_value(FormOfAddress.NONE)
        intent = ChipChoice(level_choices())
        intent.set_value(level_choices()[-1][0])
        owner = ChoiceBox([(NOBODY, _("Nobody yet (pool)")), *owner_choices()])
        owner.set_value(actor.id if actor.roles & _SELLS else NOBODY)
        source = ChoiceBox(source_choices())
        source.set_value("walk_in" if visit else "phone")
        items: list[Item] = [
            Field("phone", _("Phone"), PhoneEdit(), hint),
            Field("no_contact", "", Tick(_("Left no contact"))),
            self._like,
            Field("name", _("Customer name"), TextEdit()),
            Field("form_of_address", _("Form of address"), form_of_address),
            Field("wish", _("What they are looking for"), TextEdit()),
            Field("intent", _("Level of intent"), intent),
            Field("source", _("How they heard of us"), source),
            Field("owner_id", _("Looked after by"), owner),
            about_field(self.kind),
        ]
        return [*items, *([party_field()] if visit else call_fields()), *self._more.items]

    def enter(self) -> None:
        """From the phone: open who is known, else go on to the name; from anywhere else: save."""
        phone = self.form.editor("phone")
        if not phone.hasFocus() or not phone.value():
            self.save()
            return
        try:
            rules.checked_phone(phone.value(), "phone")
        except RuleError as error:
            self.form.show_error(error)
            return
        self.look()
        if self._known is not None:
            self._open_known()
        elif self.form.editor("name").value():
            self.save()
        else:
            self.form.focus("name")

    def look(self) -> None:
        """Show the files that may be about the same person."""
        self._pause.stop()
        phone, name = self.form.editor("phone").value(), self.form.editor("name").value()
        like = duplicates(self.actor, self._more.typed(self.form, name, phone))
        self._known = next((each for each in like if each.certain), None)
        clear(self._like_box)
        for each in like[:_MOST_SHOWN]:
            self._like_box.addWidget(self._band(each))
        self._like.setVisible(bool(like))
        self.save_button.set_kind("plain" if self._known else "primary")

    def _band(self, like: Duplicate) -> Band:
        facts = wording.GAP.join(filter(None, (called(like.name, like.form_of_address), like.phone, like.owner)))
        if like is self._known:
            open_it = Button(_("Open the file"), self._open_known, kind="primary", name="open_known")
            lead = _("This phone is known:") if like.likeness is Likeness.PHONE else label(like.likeness)
            return Band("ok", facts, open_it, lead=lead, icon="account-check-outline")
        look = Button(_("Show"), lambda: self.looked.emit(like.id), name="open_like")
        return Band("warn", facts, look, lead=label(like.likeness), icon="account-question-outline")

    def _open_known(self) -> None:
        if self._known is not None:
            self.keeper.forget()
            self.known.emit(self._known.id)

    def apply(self, values: dict[str, Any]) -> None:
        phone, contact = values.pop("phone"), self._contact(values)
        told = self._more.take(values)
        values["no_contact"] = values["no_contact"] and not phone and not told.phones
        phones = (phone, *told.phones) if phone else told.phones
        labels = ("", *told.phone_labels) if phone and told.phone_labels else told.phone_labels
        form = FileForm(phones=phones, phone_labels=labels, **values, **told.values)
        try:
            self._saved = open_file(self.actor, form, contact, told.people, told.goods).id
        except RuleError as error:
            raise at_field(error, "phone") from error

    def finish(self) -> None:
        self.saved.emit(self._saved)

    def _contact(self, values: dict[str, Any]) -> ContactForm:
        told = {name: values.pop(name) for name in ("about", *_OF_THE_CONTACT) if name in values}
        return ContactForm(self.kind, source=values["source"], **told)

    def _register_only(self) -> None:
        """C2: a line of the register stays anonymous where nobody wants a file."""

        def register(values: dict[str, Any]) -> None:
            told = {name: values[name] for name in _OF_THE_CONTACT if name in values}
            about = values["about"] or values["wish"]
            contact = ContactForm(self.kind, about=about, phone=values["phone"], source=values["source"], **told)
            register_contact(self.actor, None, contact)

        if self.form.submit(register):
            self.keeper.forget()
            notices.tell(_("Registered without a file."))
            self.saved.emit(None)
