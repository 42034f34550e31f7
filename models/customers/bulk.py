"""Many entries of the registers at once, for sample data: the same rows as the actions would write one by one.

No permission is asked and no listener told; forms must be clean. What is written follows the order of the entries,
which is that of their time. It is found by the search once ``search.rebuild`` has run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.customers.actions import (
    REACHED,
    ContactForm,
    FileForm,
    file_values,
    line_values,
    opening_note,
    said_in,
)
from models.customers.belongings import (
    GoodsForm,
    PersonForm,
    goods_values,
    person_values,
    phone_rows,
    tag_rows,
    write_person_phones,
)
from models.customers.findable import search_fields
from models.customers.kinds import Stage, further
from models.customers.tables import ContactPerson, Customer, CustomerPhone, CustomerTag, OwnedGoods, RegisterLine
from models.kernel import audit, clock, search
from models.kernel.permissions import Actor
from models.kernel.store import transaction
from models.kernel.tables import insert_rows, insert_stored, milliseconds, new_ids, new_uid, run_sql_often, stored


@dataclass(eq=False, slots=True)
class Opened:
    """A file opened at first contact; ``at`` of the contact is when. The ids are known once it is written."""

    actor: Actor
    form: FileForm
    contact: ContactForm
    referred_by: Opened | None = None
    people: tuple[PersonForm, ...] = ()
    goods: tuple[GoodsForm, ...] = ()
    customer_id: int = 0
    line_id: int = 0

    @property
    def at(self) -> datetime:
        """When it was."""
        return _moment(self.contact)


@dataclass(eq=False, slots=True)
class Contacted:
    """A later visit or call, or one of somebody without a file."""

    actor: Actor
    contact: ContactForm
    file: Opened | None = None
    line_id: int = 0

    @property
    def at(self) -> datetime:
        """When it was."""
        return _moment(self.contact)


@dataclass(eq=False, slots=True)
class Left:
    """A visit's end, with what came of it."""

    actor: Actor
    visit: Opened | Contacted
    at: datetime
    result: str = ""


Entry = Opened | Contacted | Left


def write(entries: Sequence[Entry]) -> None:
    """Write entries, in their order; what they refer to stands before them or was written earlier."""
    with transaction():
        head = audit.hold()
        known = {each.file.customer_id for each in entries if isinstance(each, Contacted) and each.file}
        files, lines = (sum(isinstance(each, kind) for each in entries) for kind in (Opened, Opened | Contacted))
        batch = _Batch(_standing(known - {0}), iter(new_ids(Customer, files)), iter(new_ids(RegisterLine, lines)))
        for entry in entries:
            if isinstance(entry, Opened):
                batch.open(entry)
            elif isinstance(entry, Contacted):
                batch.register(entry)
            else:
                batch.leave(entry)
        batch.finish(head)


@dataclass
class _Batch:
    """What is collected for writing at once; the ids were given before."""

    standing: dict[int, tuple[Stage, datetime]]
    file_ids: Iterator[int]
    line_ids: Iterator[int]
    files: list[dict[str, Any]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    contacted: dict[int, datetime] = field(default_factory=dict)
    phones: list[dict[str, Any]] = field(default_factory=list)
    tags: list[dict[str, Any]] = field(default_factory=list)
    people: list[tuple[dict[str, Any], PersonForm]] = field(default_factory=list)
    goods: list[dict[str, Any]] = field(default_factory=list)
    findable: dict[int, list[str]] = field(default_factory=dict)
    used: dict[int, datetime] = field(default_factory=dict)
    ends: list[tuple[Any, ...]] = field(default_factory=list)
    trail: list[audit.Line] = field(default_factory=list)

    def open(self, entry: Opened) -> None:
        form, at = entry.form, entry.at
        values = file_values(entry.actor, form, entry.contact.kind, entry.contact.at)
        if entry.referred_by:
            values["referred_by"] = entry.referred_by.customer_id
        entry.customer_id = next(self.file_ids)
        self.files.append(stored(Customer, {"id": entry.customer_id, **_new_record(at), **values}))
        entry.line_id = self._line(entry, entry.customer_id, first_time=True)
        self.phones += phone_rows(entry.customer_id, form.phones, form.phone_labels)
        self.tags += tag_rows(entry.customer_id, form.tags)
        owned = {**_new_record(at), "customer": entry.customer_id}
        with clock.standing_at(at):
            self.people += [({**owned, "uid": new_uid(), **person_values(each)}, each) for each in entry.people]
            self.goods += [{**owned, "uid": new_uid(), **goods_values(each)} for each in entry.goods]
        self.findable[entry.customer_id] = search_fields(said_in(form, entry.people, entry.goods))
        self.used[entry.customer_id] = at
        self.standing[entry.customer_id] = (values["stage"], at)
        self._note(entry, "open_file", "customer", entry.customer_id, opening_note(form, entry.contact))

    def register(self, entry: Contacted) -> None:
        customer_id = entry.file.customer_id if entry.file else None
        if customer_id is not None:
            stage, last = self.standing[customer_id]
            self.standing[customer_id] = (further(stage, REACHED[entry.contact.kind]), max(last, entry.at))
            self.contacted[customer_id] = self.used[customer_id] = entry.at
        entry.line_id = self._line(entry, customer_id, first_time=customer_id is None)
        self._note(entry, "register_contact", "register_line", entry.line_id, {})

    def leave(self, entry: Left) -> None:
        at, line_id = milliseconds(entry.at), entry.visit.line_id
        self.ends.append((at, RegisterLine.result.db_value(entry.result), at, line_id))
        self._note(entry, "leave", "register_line", line_id, {})

    def finish(self, head: audit.Head) -> None:
        insert_stored(Customer, self.files)
        insert_stored(RegisterLine, self.lines)
        for table, rows in ((CustomerPhone, self.phones), (CustomerTag, self.tags), (OwnedGoods, self.goods)):
            if rows:
                insert_rows(table, rows)
        for row, person in self.people:
            write_person_phones(insert_rows(ContactPerson, [row]), person.phones)
        in_turn = sorted(self.used.items(), key=lambda each: each[1])
        search.note_many(("customer", each, self.findable.get(each), at) for each, at in in_turn)
        run_sql_often(
            "UPDATE customer SET stage = ?, last_contact_at = ? WHERE id = ?",
            ((self.standing[each][0].value, milliseconds(self.standing[each][1]), each) for each in self.contacted),
        )
        run_sql_often(
            "UPDATE register_line SET left_at = ?, result = ?, version = version + 1, changed_at = ? WHERE id = ?",
            self.ends,
        )
        audit.write_many(head, self.trail)

    def _line(self, entry: Opened | Contacted, customer_id: int | None, *, first_time: bool) -> int:
        line_id = next(self.line_ids)
        values = line_values(entry.actor, entry.contact, customer_id, first_time=first_time)
        self.lines.append(stored(RegisterLine, {"id": line_id, **_new_record(entry.at), **values}))
        return line_id

    def _note(self, entry: Entry, name: str, kind: str, record_id: int, details: dict[str, Any]) -> None:
        self.trail.append(audit.Line(entry.at, entry.actor.id, f"customers.{name}", kind, record_id, details))


def _standing(customer_ids: set[int]) -> dict[int, tuple[Stage, datetime]]:
    columns = (Customer.id, Customer.stage, Customer.last_contact_at)
    query = Customer.select(*columns).where(Customer.id.in_(list(customer_ids))).tuples()
    return {customer_id: (stage, last) for customer_id, stage, last in query}


def _new_record(at: datetime) -> dict[str, Any]:
    return {"uid": new_uid(), "version": 1, "created_at": at, "changed_at": at}


def _moment(contact: ContactForm) -> datetime:
    if contact.at is None:
        raise ValueError("an entry needs its time")
    return contact.at
