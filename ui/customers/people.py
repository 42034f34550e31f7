"""Who belongs to a file: a company's contact people, and the customers of other files who are related (C1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers import file_lists
from models.customers.actions import reveal_personal
from models.customers.belongings import PersonForm
from models.customers.file_lists import PersonRow, RelationRow
from models.customers.kinds import CustomerKind, Relation
from models.customers.lists import CustomerFile
from models.customers.people_actions import add_person, change_person, remove_person
from models.customers.relation_actions import relate, unrelate
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from ui.customers.entry import Entry, Item
from ui.customers.goods import Start
from ui.customers.person_edit import PersonEdit
from ui.customers.wording import called
from ui.kit import notices, wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, NoteEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, Chip, EmptyState, Line, ListRow, Text, fill, row

Open = Callable[[str, int], object]


def draft_key(customer_id: int, person_id: int) -> str:
    """Where an unfinished form of a contact person is kept; 0 is for new ones."""
    return f"contact_person:{customer_id}:{person_id}"


class PersonEntry(Entry):
    """The form of one contact person, new or known."""

    def __init__(
        self, actor: Actor, customer_id: int, person: PersonRow | None = None, typed: dict[str, Any] | None = None
    ) -> None:
        self.customer_id, self.person = customer_id, person
        form = person.form if person else PersonForm()
        super().__init__(
            actor,
            draft_key(customer_id, person.id if person else 0),
            person.form.name if person else _("New contact person"),
            _person_items(),
            scrolls=False,
            start={**vars(form), "phones": "\n".join(form.phones)},
            typed=typed,
        )

    def apply(self, values: dict[str, Any]) -> None:
        phones = tuple(line.strip() for line in values["phones"].splitlines() if line.strip())
        form = PersonForm(**{**values, "phones": phones})
        if self.person is None:
            add_person(self.actor, self.customer_id, form)
        else:
            change_person(self.actor, self.person.id, self.person.version, form)

    def finish(self) -> None:
        self.saved.emit(self.customer_id)


def _person_items() -> list[Item]:
    return [
        *(Field("name", _("Contact person"), TextEdit(), required=True), Field("post", _("Post"), TextEdit())),
        Field("phones", _("Phones"), NoteEdit(_("One number a line, the best one first"), lines=2)),
        Field("note", _("Notes"), NoteEdit(lines=2)),
        *(Field("wechat", _("WeChat"), TextEdit()), Field("email", _("Email"), TextEdit())),
    ]


class PeopleSection(QWidget):
    """Contact people first, then related files; a click on one of these opens it."""

    def __init__(
        self,
        actor: Actor,
        file: CustomerFile,
        start: Start,
        open_record: Open,
        *,
        shown: Mapping[int, tuple[str, ...]],
        may_edit: bool,
    ) -> None:
        super().__init__()
        self._actor, self._file, self._start, self._open = actor, file, start, open_record
        self._shown, self._may_edit = shown, may_edit
        people, relations = file_lists.people(actor, file.id), file_lists.relations(file.id)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 4, 0, 0)
        self._box.setSpacing(0)
        buttons = self._buttons(people)
        if not people and not relations:
            hint = _("Who speaks for a company; who is spouse, parent, child or colleague of somebody with a file.")
            state = EmptyState("account-group-outline", _("Nobody yet."), hint, row(*buttons))
            self._box.addWidget(state)
            return
        fill(self._box, row(*buttons, "stretch"), 8)
        if people:
            fill(self._box, Text(_("Contact people"), "second"), *map(self._person, people), 12)
        if relations:
            fill(self._box, Text(_("Related customers"), "second"), *map(self._relation, relations))

    def _buttons(self, people: Sequence[PersonRow]) -> list[QWidget]:
        person = Button(_("Add a contact person"), self._new, icon="account-tie-outline", name="add_person")
        relation = Button(_("Add a relation"), self._ask_relation, icon="account-multiple-outline", name="relate")
        offered = [person, relation] if self._file.kind is CustomerKind.COMPANY or people else [relation]
        for button in offered:
            button.setEnabled(self._may_edit)
        return [*offered]

    def _person(self, person: PersonRow) -> QWidget:
        form = person.form
        phones = self._shown.get(person.id, form.phones)
        facts = (_(", ").join(phones), form.wechat and _("WeChat {account}").format(account=form.wechat))
        detail = wording.GAP.join(part for part in (*facts, form.email, form.note.split("\n", 1)[0]) if part)
        edit = Button(_("Edit"), partial(self._edit, person), kind="link", name="edit_person")
        edit.setAccessibleName(_("Edit {name}").format(name=form.name))
        remove = Button(_("Remove"), partial(self._ask_remove, person), kind="link", name="remove_person")
        for button in (edit, remove):
            button.setEnabled(self._may_edit)
        title = wording.GAP.join(part for part in (form.name, form.post) if part)
        return _lined(ListRow("account-tie-outline", title, detail, row(edit, remove)))

    def _relation(self, relation: RelationRow) -> QWidget:
        name = called(relation.name, relation.form_of_address)
        show = Button(_("Show"), partial(self._open, "customer", relation.id), kind="link", name="show_related")
        show.setAccessibleName(_("Show {name}").format(name=name))
        remove = Button(_("Remove"), partial(self._unrelate, relation), kind="link", name="unrelate")
        remove.setEnabled(self._may_edit)
        owner = _("owner {name}").format(name=relation.owner) if relation.owner else _("in the pool")
        right = row(Chip(label(relation.relation)), show, remove)
        return _lined(_RelatedRow(name, owner, right, partial(self._open, "customer", relation.id)))

    def _new(self) -> None:
        self._start(PersonEntry)

    def _edit(self, person: PersonRow) -> None:
        if not person.masked:
            self._start(PersonEntry, person=person)
            return
        try:
            phones = reveal_personal(self._actor, self._file.id).answer.people_phones  # type: ignore[attr-defined]
        except FrontdeskError as error:
            notices.error(error)
            return
        known = replace(person.form, phones=phones.get(person.id, ()))
        self._start(PersonEntry, person=replace(person, form=known))

    def _ask_remove(self, person: PersonRow) -> None:
        notices.ask(
            self,
            _("Remove {name}?").format(name=person.form.name),
            _("They are no longer a contact of this customer. The history keeps that they were."),
            [("remove", _("Remove"), "danger"), ("keep", _("Cancel"), "plain")],
            lambda answer: notices.attempt(remove_person, self._actor, person.id) if answer == "remove" else None,
        )

    def _ask_relation(self) -> None:
        def add(values: dict[str, Any]) -> None:
            if values["other_id"] is None:
                raise RuleError("Choose another customer's file.", field="other_id")
            relate(self._actor, self._file.id, values["other_id"], values["relation"])

        title = _("Who is related to {name}?").format(name=called(self._file.name, self._file.form_of_address))
        fields = [
            Field("other_id", _("Customer"), PersonEdit(self._actor, besides=self._file.id)),
            Field("relation", _("What they are to this customer"), ChoiceBox(Relation)),
        ]
        FormDialog(self, title, fields, add).open()

    def _unrelate(self, relation: RelationRow) -> None:
        notices.attempt(unrelate, self._actor, self._file.id, relation.id)


class _RelatedRow(ListRow):
    """A related customer; a click opens the file."""

    def __init__(self, title: str, detail: str, right: QWidget, on_click: Callable[[], object]) -> None:
        super().__init__("account-outline", title, detail, right)
        self._on_click = on_click
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._on_click()


def _lined(widget: QWidget) -> QWidget:
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    fill(box, widget, Line())
    return page
