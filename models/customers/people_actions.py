"""What is done with a company's contact people (C1)."""

from __future__ import annotations

from typing import Any

from models.customers import rules
from models.customers.belongings import PersonForm, person_values, write_person, write_person_phones
from models.customers.findable import make_findable
from models.customers.protection_actions import standing
from models.customers.tables import ContactPerson, ContactPhone
from models.kernel.actions import Act, action, save_edit
from models.kernel.permissions import Permission


@action(Permission.EDIT_FILE)
def add_person(act: Act, customer_id: int, form: PersonForm) -> None:
    """Somebody else speaks for a customer. Raises RuleError at the field that is wrong."""
    person = write_person(standing(customer_id).id, form)
    _finish(act, customer_id, person.id)
    act.note(name=rules.masked_text(form.name, 1))


@action(Permission.EDIT_FILE)
def change_person(act: Act, person_id: int, version: int, form: PersonForm) -> None:
    """Change what is known of a contact person. Raises RuleError at the field that is wrong, StaleEdit."""
    person = ContactPerson.get_by_id(person_id)
    changed: dict[str, Any] = save_edit(person, version, person_values(form))
    before, after = _numbers(person_id), tuple(rules.checked_phone(each) for each in form.phones)
    if before != after:
        ContactPhone.delete().where(ContactPhone.contact_person == person_id).execute()
        write_person_phones(person_id, form.phones)
        changed["phones"] = (before, after)
    _finish(act, person.customer_id, person_id)
    act.note(name=rules.masked_text(form.name, 1), fields=sorted(changed))


@action(Permission.EDIT_FILE)
def remove_person(act: Act, person_id: int) -> None:
    """Somebody no longer speaks for the customer."""
    person = ContactPerson.get_by_id(person_id)
    ContactPhone.delete().where(ContactPhone.contact_person == person_id).execute()
    ContactPerson.delete().where(ContactPerson.id == person_id).execute()
    _finish(act, person.customer_id, person_id)
    act.note(name=rules.masked_text(person.name, 1))


def _finish(act: Act, customer_id: int, person_id: int) -> None:
    make_findable(customer_id)
    act.on("customer", customer_id)
    act.touch("contact_person", person_id)


def _numbers(person_id: int) -> tuple[str, ...]:
    rows = ContactPhone.select().where(ContactPhone.contact_person == person_id).order_by(ContactPhone.position)
    return tuple(row.number for row in rows)
