"""Everything that is kept about a customer, readable for people and for programs (C11)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.customers.linked import KIND, links, merged_into
from models.kernel import audit, clock
from models.kernel.i18n import N_, _
from models.kernel.tables import database, moment, run_sql
from models.shop.profile import profile
from models.staff.lists import names

_SECTIONS = {
    "customer": N_("The file"),
    "customer_phone": N_("Phones"),
    "contact_person": N_("Contact people"),
    "contact_phone": N_("Phones of contact people"),
    "customer_relation": N_("Relations"),
    "customer_tag": N_("Tags"),
    "owned_goods": N_("Owned goods"),
    "needs_assessment": N_("Needs"),
    "register_line": N_("Visits and calls"),
    "follow_up_task": N_("Follow-up tasks"),
    "follow_up_result": N_("Results of follow-up"),
    "promise": N_("Promises"),
    "test_drive": N_("Test drives"),
    "test_drive_point": N_("Focus points of test drives"),
    "appraisal": N_("Trade-in appraisals"),
    "appraisal_condition": N_("Condition of trade-ins"),
    "appraisal_reference": N_("What the market asks for trade-ins"),
    "appointment": N_("Appointments"),
    "work_order": N_("Work orders"),
    "work_line": N_("Lines of work orders"),
    "inspection_point": N_("Inspections"),
    "damage_mark": N_("Marks on the body"),
    "extra_work": N_("Extra work"),
    "authorisation": N_("Authorisations"),
    "deferred_work": N_("Work put off"),
    "settlement": N_("Settlements"),
    "work_payment": N_("Payments on work orders"),
    "work_order_event": N_("Steps of work orders"),
    "quote": N_("Quotes"),
    "quote_line": N_("Lines of quotes"),
    "contract": N_("Contracts"),
    "contract_party": N_("Parties of contracts"),
    "contract_line": N_("Lines of contracts"),
    "contract_stage": N_("Stages of payment"),
    "payment": N_("Payments"),
    "delivery": N_("Deliveries"),
    "delivery_item": N_("Checklists of deliveries"),
    "delivery_event": N_("Steps of deliveries"),
    "delivery_defect": N_("Defects"),
    "dispatch_note": N_("Dispatch notes"),
    "invoice": N_("Invoices"),
    "complaint": N_("Complaints"),
    "complaint_step": N_("Steps of complaints"),
    "loan": N_("Borrowed at the desk"),
    "survey": N_("Surveys"),
    "survey_score": N_("Scores of surveys"),
    "warranty_given": N_("Warranties"),
    "warranty_claim": N_("Claims to makers"),
    "customer_loss": N_("Given up"),
    "attachment": N_("Photos and scans"),
}
"""What sections are called, in the order in which they stand; others follow by the name of their table."""

_NOT_THEIRS = ("customer_merge", "customer_apart", "search_entry", "audit_line", "commission_split")
_LEFT_OUT = (
    *("uid", "version", "changed_at", "sha256", "content", "frozen", "cost", "id_key", "serial_key", "plate_key"),
    *("sort_key", "digits", "position"),
)
_MOMENTS = ("_at", "_until")


@dataclass(frozen=True)
class Collected:
    """What is kept about a customer: the same as text and as JSON, and their photos and scans by name."""

    name: str
    text: str
    json: str
    attachments: tuple[tuple[str, bytes], ...]


Section = list[dict[str, Any]]


def collect(customer_id: int) -> Collected:
    """Everything the store keeps about a customer, of the files merged into theirs too."""
    files = [customer_id, *merged_into(customer_id)]
    people = names()
    sections: dict[str, Section] = {}
    for table, rows in _tables(files):
        sections[table] = [_plain(row, people) for row in rows]
    order = [*(name for name in _SECTIONS if name in sections), *sorted(sections.keys() - _SECTIONS.keys())]
    history = [
        {"at": _local(entry.at), "by": people.get(entry.staff_id, ""), "what": entry.action}
        for each in files
        for entry in audit.history(KIND, each)
    ]
    whole = {name: sections[name] for name in order} | {"history": history}
    name = run_sql("SELECT name FROM customer WHERE id = ?", customer_id).fetchone()[0]
    about = {"store": profile().name, "made_at": _local(clock.now()), "customer": customer_id}
    said = json.dumps({**about, "kept": whole}, ensure_ascii=False, indent=2)
    return Collected(name, _as_text(name, whole), said, tuple(_attachments(files)))


def _tables(files: Sequence[int]) -> Iterator[tuple[str, Section]]:
    """The rows of each table that name one of the files, and of those that hang on these rows."""
    found: dict[str, list[int]] = {}
    marks = ", ".join("?" * len(files))
    found[KIND] = list(files)
    for link in links():
        if link.table in (KIND, *_NOT_THEIRS):
            continue
        kind = f" AND {link.kind} = '{KIND}'" if link.kind else ""
        ids = run_sql(f"SELECT id FROM {link.table} WHERE {link.column} IN ({marks}){kind} ORDER BY id", *files)
        known = found.setdefault(link.table, [])
        known += [row[0] for row in ids.fetchall() if row[0] not in known]
    _add_dependents(found)
    for table, ids in found.items():
        if ids:
            yield table, _rows(table, ids)


def _add_dependents(found: dict[str, list[int]]) -> None:
    """Lines, stages, payments and the like: rows of tables that point at what was found, as far down as it goes."""
    keys = {
        table: [(key.column, key.dest_table) for key in database.obj.get_foreign_keys(table)]
        for table in database.obj.get_tables()
        if not table.startswith(("sqlite_", "search_grams")) and table not in (*_NOT_THEIRS, "frontdesk_schema")
    }
    own = set(found) | {"staff", "item"}
    while True:
        more: dict[str, list[int]] = {}
        for table, pointed in keys.items():
            for column, to in pointed:
                if table not in own and found.get(to):
                    marks = ", ".join("?" * len(found[to]))
                    rows = run_sql(f"SELECT id FROM {table} WHERE {column} IN ({marks}) ORDER BY id", *found[to])
                    known = more.setdefault(table, [])
                    known += [row[0] for row in rows.fetchall() if row[0] not in known]
        if not more:
            return
        found |= more
        own |= set(more)


def _rows(table: str, ids: Sequence[int]) -> Section:
    cursor = run_sql(f"SELECT * FROM {table} WHERE id IN ({', '.join('?' * len(ids))}) ORDER BY id", *ids)
    columns = [each[0] for each in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _plain(row: Mapping[str, Any], people: Mapping[int, str]) -> dict[str, Any]:
    """A row without what is only for the program; moments as local time, staff by name, nothing that is empty."""
    said: dict[str, Any] = {}
    for column, value in row.items():
        if column in _LEFT_OUT or value in (None, "") or isinstance(value, bytes | memoryview):
            continue
        if column in _staff_columns():
            said[column.removesuffix("_id")] = people.get(value, value)
        elif isinstance(value, int) and (column == "at" or column.endswith(_MOMENTS)):
            said[column] = _local(moment(value))
        else:
            said[column] = value
    return said


def _staff_columns() -> tuple[str, ...]:
    return (
        *("staff_id", "owner_id", "consultant_id", "cashier_id", "decided_by_id", "proposed_by_id", "whose_id"),
        *("granted_to_id", "extended_for_id", "advisor_id", "asked_by_id", "noted_by_id", "taken_by_id"),
        *(
            "handed_over_by_id",
            "booked_by_id",
            "about_id",
            "opened_by_id",
            "closed_by_id",
            "heard_by_id",
            "ended_by_id",
        ),
    )


def _local(at: Any) -> str:
    return clock.local(at).strftime("%Y-%m-%d %H:%M")


def _as_text(name: str, whole: Mapping[str, Section]) -> str:
    today: date = clock.today()
    title = _("Everything that {store} keeps about {name}, on {day}").format(
        store=profile().name, name=name, day=today.isoformat()
    )
    parts = [title, "=" * len(title)]
    for section, rows in whole.items():
        heading = _(_SECTIONS[section]) if section in _SECTIONS else section.replace("_", " ")
        parts += ["", heading, "-" * len(heading)]
        for row in rows:
            parts += [f"{column.replace('_', ' ')}: {value}" for column, value in row.items()]
            parts.append("")
    return "\n".join(parts) + "\n"


def _attachments(files: Sequence[int]) -> Iterator[tuple[str, bytes]]:
    marks = ", ".join("?" * len(files))
    rows = run_sql(
        f"SELECT id, name, content FROM attachment WHERE (kind = ? AND record_id IN ({marks})) "
        f"OR (kind = 'test_drive' AND record_id IN (SELECT id FROM test_drive WHERE customer_id IN ({marks}))) "
        f"OR (kind = 'appraisal' AND record_id IN (SELECT id FROM appraisal WHERE customer_id IN ({marks}))) "
        f"OR (kind = 'work_order' AND record_id IN (SELECT id FROM work_order WHERE customer_id IN ({marks}))) "
        f"OR (kind = 'complaint' AND record_id IN (SELECT id FROM complaint WHERE customer_id IN ({marks}))) "
        "ORDER BY id",
        *(KIND, *files, *files, *files, *files, *files),
    )
    for attachment_id, name, content in rows.fetchall():
        yield f"{attachment_id}-{name}", bytes(content)
