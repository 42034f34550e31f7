"""Taking everything personal out of a customer's files, and out of what the disk still holds of it (C11)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence

from models.customers.linked import KIND, merged_into
from models.kernel import clock, search
from models.kernel.store import transaction
from models.kernel.tables import database, milliseconds, run_sql
from models.papers.facts import PaperKind
from models.sales import contract_searching, quote_actions

NAMELESS = "***"
"""What stands where a name stood."""

BLANKED: Mapping[str, tuple[str, ...]] = {
    "appraisal": ("plate", "vin", "colour", "accidents", "mortgage", "note", "reason"),
    "appraisal_condition": ("remark",),
    "complaint": ("caller", "phone", "words", "wish", "said", "answer", "next_what"),
    "complaint_step": ("text",),
    "appointment": ("plate", "wish", "courtesy", "place", "reason"),
    "appointment_event": ("text",),
    "customer": (
        *("wechat", "email", "address", "id_number", "id_key", "best_time", "wish", "note", "company", "campaign"),
        *("drink", "seat", "hobby", "taboo", "extension_reason", "sort_key", "form_of_address", "id_type", "best_way"),
    ),
    "customer_loss": ("told", "remark"),
    "customer_merge": ("content",),
    "follow_up_result": ("note",),
    "follow_up_task": ("about",),
    "grade_proposal": ("reason", "answer"),
    "loan": (
        *("name", "phone", "licence_number", "licence_until", "condition_out", "condition_in", "note", "reminded_said"),
    ),
    "open_question": ("asked", "answer"),
    "owned_goods": ("serial", "serial_key", "plate", "plate_key", "colour", "bought_at", "note"),
    "promise": ("what",),
    "quote": ("needs", "note"),
    "register_line": ("phone", "about", "result", "reason"),
    "extra_work": ("called", "called_number", "said"),
    "survey": ("said",),
    "test_drive": (
        *("licence_name", "licence_number", "licence_class", "licence_until", "liked", "disliked", "next_step", "note"),
        "reason",
    ),
    "test_drive_point": ("point", "remark"),
    "work_order": (
        *(
            "belongings",
            "key_tag",
            "brought_by",
            "brought_phone",
            "complaint",
            "asked_what",
            "asked_when",
            "asked_where",
        ),
        *("asked_who", "asked_why", "asked_how", "asked_often", "place", "mileage_reason", "reason"),
    ),
}
"""Columns that are emptied in rows that stay, for the store's counts and what hangs on them."""

_QUOTE_PAPERS = ("quote", "comparison", "finance_schedule", "trial_order")
"""Papers that are emptied where no contract came of them."""

_BESIDE = {
    "test_drive": ("test_drive_agreement", "test_drive_feedback"),
    "appraisal": ("appraisal",),
    "complaint": ("complaint_sheet",),
    "loan": ("loan_slip", "loan_agreement"),
}
"""Records of a file that have photos, scans and papers of their own, with the kinds of those papers."""

_FOUND_BY_NAME = ("complaint", "loan")
"""Of these, what was found by the person's name too, and keeps its number only."""

_PARTS = {
    "complaint_step": ("complaint_id", "complaint"),
    "appointment_event": ("appointment_id", "appointment"),
    "test_drive_point": ("drive_id", "test_drive"),
    "appraisal_condition": ("appraisal_id", "appraisal"),
    "extra_work": ("order_id", "work_order"),
}
"""Tables that hang on a record of the file: their column, the record's table."""

_NOTHING = json.dumps({"moved": [], "aside": {}, "fields": {}})
_EMPTY = {("customer_merge", "content"): _NOTHING, ("needs_assessment", "answers"): "{}"}
_SHORTEST = 5


def erase(customer_id: int) -> list[int]:
    """Inside an action: erase a file with those merged into it; returns their ids.

    Rows that only say something about the person go, others stay without what they said; papers of quotes and
    contracts that never came about are emptied. Contracts, ledgers and the trail stay.
    """
    files = [customer_id, *merged_into(customer_id)]
    _forget_drafts(_personal(files))
    _empty_papers(files)
    for each in files:
        _empty_beside(each)
        _delete_rows(each)
        search.forget(KIND, each)
    _blank(files)
    return files


def leave_no_trace() -> None:
    """After the commit: what was deleted leaves the search index and the journal too.

    A server empties its own pages when it next cleans up.
    """
    if database.obj.for_update:
        return
    with transaction():
        search.tidy()
    run_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _personal(files: Sequence[int]) -> set[str]:
    """The values by which something that is only half typed can be told to be about the customer."""
    marks = _marks(files)
    found = run_sql(f"SELECT id_number, address, email, wechat FROM customer WHERE id IN ({marks})", *files).fetchall()
    rows = [*found, *run_sql(f"SELECT number, digits FROM customer_phone WHERE customer_id IN ({marks})", *files)]
    return {value for row in rows for value in row if len(value) >= _SHORTEST}


def _forget_drafts(values: set[str]) -> None:
    """Whatever somebody was typing that holds one of these values."""
    for draft_id, content in run_sql("SELECT id, content FROM draft").fetchall():
        if any(value in content for value in values):
            run_sql("DELETE FROM draft WHERE id = ?", draft_id)


def _empty_papers(files: Sequence[int]) -> None:
    """Quotes without a signed contract, and contracts that were called off before anybody signed."""
    marks = _marks(files)
    unsigned = run_sql(
        f"SELECT id, number FROM contract WHERE customer_id IN ({marks}) AND signed_on IS NULL", *files
    ).fetchall()
    for contract_id, number in unsigned:
        run_sql(
            "UPDATE contract_party SET name = ?, id_number = '', phone = '', address = '' WHERE contract_id = ?",
            *(NAMELESS, contract_id),
        )
        run_sql("UPDATE contract SET subject = '{}', frozen = NULL WHERE id = ?", contract_id)
        _empty_prints((PaperKind.CONTRACT.value,), number)
        search.index("contract", contract_id, contract_searching.search_fields(number, [NAMELESS], {}, ()))
    for kind in ("work_order", "appointment"):
        for (record_id,) in run_sql(f"SELECT id FROM {kind} WHERE customer_id IN ({marks})", *files).fetchall():
            search.forget(kind, record_id)
    for quote_id, number in run_sql(f"SELECT id, number FROM quote WHERE customer_id IN ({marks})", *files).fetchall():
        search.index("quote", quote_id, quote_actions.search_fields(number, ""))
    quotes = run_sql(
        f"SELECT number FROM quote WHERE customer_id IN ({marks}) AND number NOT IN (SELECT q.number FROM quote q "
        "JOIN contract c ON c.quote_id = q.id WHERE c.signed_on IS NOT NULL)",
        *files,
    ).fetchall()
    for (number,) in quotes:
        _empty_prints(_QUOTE_PAPERS, number)


def _empty_prints(kinds: Sequence[str], number: str) -> None:
    run_sql(
        f"UPDATE paper_print SET facts = ? WHERE number = ? AND kind IN ({_marks(kinds)})",
        *(zlib.compress(b"{}"), number, *kinds),
    )


def _delete_rows(customer_id: int) -> None:
    people = "(SELECT id FROM contact_person WHERE customer_id = ?)"
    run_sql(f"DELETE FROM contact_phone WHERE contact_person_id IN {people}", customer_id)
    for table in ("contact_person", "customer_phone", "customer_tag", "needs_assessment"):
        run_sql(f"DELETE FROM {table} WHERE customer_id = ?", customer_id)
    run_sql("DELETE FROM customer_apart WHERE first_id = ? OR second_id = ?", customer_id, customer_id)
    run_sql("DELETE FROM customer_relation WHERE customer_id = ? OR other_id = ?", customer_id, customer_id)
    run_sql("DELETE FROM attachment WHERE kind = ? AND record_id = ?", KIND, customer_id)
    run_sql("UPDATE customer SET referred_by_id = NULL WHERE id = ?", customer_id)


def _empty_beside(customer_id: int) -> None:
    """Photos, scans and papers of test drives, appraisals and complaints."""
    run_sql("UPDATE complaint SET signature_id = NULL WHERE customer_id = ?", customer_id)
    run_sql("UPDATE test_drive SET licence_scan_id = NULL, signature_id = NULL WHERE customer_id = ?", customer_id)
    for kind, papers in _BESIDE.items():
        for record_id, number in run_sql(
            f"SELECT id, number FROM {kind} WHERE customer_id = ?", customer_id
        ).fetchall():
            run_sql("DELETE FROM attachment WHERE kind = ? AND record_id = ?", kind, record_id)
            _empty_prints(papers, number)
            if kind in _FOUND_BY_NAME:
                search.index(kind, record_id, [number])


def _blank(files: Sequence[int]) -> None:
    marks = _marks(files)
    tasks = f"SELECT id FROM follow_up_task WHERE customer_id IN ({marks})"
    whose = {"customer": f"id IN ({marks})", "follow_up_result": f"task_id IN ({tasks})"}
    for table, (key, record) in _PARTS.items():
        whose[table] = f"{key} IN (SELECT id FROM {record} WHERE customer_id IN ({marks}))"
    whose["customer_merge"] = f"kept_id IN ({marks}) OR gone_id IN ({marks})"
    for table, columns in BLANKED.items():
        condition = whose.get(table, f"customer_id IN ({marks})")
        given = [*files] * condition.count(f"({marks})")
        values = [_EMPTY.get((table, column), "") for column in columns]
        run_sql(f"UPDATE {table} SET {', '.join(f'{each} = ?' for each in columns)} WHERE {condition}", *values, *given)
    run_sql(
        "UPDATE customer SET name = ?, birthday = NULL, no_contact = 1, erased_at = ?, version = version + 1, "
        f"changed_at = ? WHERE id IN ({marks})",
        *(NAMELESS, milliseconds(clock.now()), milliseconds(clock.now()), *files),
    )
    run_sql(
        f"UPDATE quote SET state = 'declined' WHERE customer_id IN ({marks}) AND state IN ('draft', 'offered')", *files
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
