"""Whether everything can be found by what it says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from models.catalog import actions as catalog_actions
from models.checking.reading import belonging, pages
from models.customers import findable
from models.kernel import clock, search
from models.kernel.i18n import N_, _
from models.kernel.tables import database, run_sql, run_sql_often
from models.sales import contract_searching, payment_actions, quote_actions
from models.staff import actions as staff_actions

Page = list[tuple[Any, ...]]
Fields = dict[int, list[str]]


def records() -> Iterator[str]:
    """Each record has a search entry that says what it would say today."""
    for kind, (columns, fields_of) in _KINDS.items():
        for page in pages(kind, columns):
            texts = _texts(kind, page)
            for record_id, fields in fields_of(page).items():
                wanted, text = search.search_text(fields), texts.get(record_id)
                if text is None:
                    yield _unfindable(kind, record_id)
                elif text != wanted and not (kind == "quote" and text.startswith(wanted)):
                    text = _("{kind} {id} is searched for by what it no longer says.")
                    yield text.format(kind=_(_NAMES[kind]), id=record_id)


def entries() -> Iterator[str]:
    """Each search entry has a record and a place in the index."""
    for kind in _KINDS:
        lost = run_sql(
            f"SELECT e.record_id FROM search_entry e LEFT JOIN {kind} r ON r.id = e.record_id "
            "WHERE e.kind = ? AND r.id IS NULL ORDER BY e.id",
            kind,
        )
        for (record_id,) in lost.fetchall():
            text = _("The search finds {kind} {id}, which is not there.")
            yield text.format(kind=_(_NAMES[kind]), id=record_id)
    for kind, record_id in run_sql(_NOT_IN_INDEX[bool(database.obj.for_update)]).fetchall():
        yield _unfindable(kind, record_id)


def renew() -> None:
    """Make everything findable by what it says today, as after an upgrade; a quote keeps what it says."""
    for kind, (columns, fields_of) in _KINDS.items():
        for page in pages(kind, columns) if kind != "quote" else ():
            texts, wanted = _texts(kind, page), fields_of(page)
            said = ((search.search_text(fields), kind, record_id) for record_id, fields in wanted.items())
            run_sql_often(
                "UPDATE search_entry SET text = ? WHERE kind = ? AND record_id = ?",
                (each for each in said if texts.get(each[2]) not in (None, each[0])),
            )
    search.rebuild()


def mend() -> None:
    """Give every record that has none a search entry, and take out those of records that are not there; for a store
    that was salvaged.
    """
    for kind, (columns, fields_of) in _KINDS.items():
        run_sql(f"DELETE FROM search_entry WHERE kind = ? AND record_id NOT IN (SELECT id FROM {kind})", kind)
        for page in pages(kind, columns):
            texts = _texts(kind, page)
            lacking = {id_: fields for id_, fields in fields_of(page).items() if id_ not in texts}
            search.index_many((kind, id_, fields, clock.now()) for id_, fields in lacking.items())
    renew()


def _unfindable(kind: str, record_id: int) -> str:
    return _("{kind} {id} cannot be searched for.").format(kind=_(_NAMES[kind]), id=record_id)


_NAMES = {
    "customer": N_("Customer"),
    "staff": N_("Member of staff"),
    "item": N_("Catalogue item"),
    "quote": N_("Quote"),
    "contract": N_("Contract"),
    "payment": N_("Receipt"),
}
_NOT_IN_INDEX = {
    False: "SELECT e.kind, e.record_id FROM search_entry e LEFT JOIN search_grams_docsize d ON d.id = e.id "
    "WHERE d.id IS NULL ORDER BY e.id",
    True: "SELECT kind, record_id FROM search_entry WHERE text <> '' AND length(grams) = 0 ORDER BY id",
}


def _texts(kind: str, page: Page) -> dict[int, str]:
    rows = run_sql(
        "SELECT record_id, text FROM search_entry WHERE kind = ? AND record_id BETWEEN ? AND ?",
        *(kind, page[0][0], page[-1][0]),
    )
    return dict(rows.fetchall())


def _customers(page: Page) -> Fields:
    said = findable.said_by(page[0][0], page[-1][0])
    listed = [customer_id for customer_id, _name, merged, erased in page if merged is None and erased is None]
    return {customer_id: findable.search_fields(said[customer_id]) for customer_id in listed}


def _contracts(page: Page) -> Fields:
    names = belonging("contract_party", "contract_id", "name", page)
    more = _supplements("amendment", "number, subject", page)
    for contract_id, rows in _supplements("cancellation", "number, '{}'", page).items():
        more.setdefault(contract_id, []).extend(rows)
    return {
        contract_id: contract_searching.search_fields(
            *(number, [name for (name,) in names.get(contract_id, [])], json.loads(subject)),
            more.get(contract_id, ()),
        )
        for contract_id, number, subject in page
    }


def _supplements(table: str, columns: str, page: Page) -> dict[int, list[tuple[str, dict[str, str]]]]:
    rows = run_sql(
        f"SELECT contract_id, {columns} FROM {table} WHERE contract_id BETWEEN ? AND ? ORDER BY id",
        *(page[0][0], page[-1][0]),
    )
    found: dict[int, list[tuple[str, dict[str, str]]]] = {}
    for contract_id, number, subject in rows.fetchall():
        found.setdefault(contract_id, []).append((number, json.loads(subject)))
    return found


def _quotes(page: Page) -> Fields:
    """A quote keeps the name its customer had when it was saved; only its number is held against it."""
    return {quote_id: quote_actions.search_fields(number, "") for quote_id, number in page}


def _payments(page: Page) -> Fields:
    ids = sorted({contract_id for _id, _number, _payer, contract_id in page})
    rows = run_sql("SELECT id, number FROM contract WHERE id BETWEEN ? AND ?", ids[0], ids[-1])
    contracts = dict(rows.fetchall())
    return {
        payment_id: payment_actions.search_fields(number, payer, contracts.get(contract_id, ""))
        for payment_id, number, payer, contract_id in page
    }


_KINDS: dict[str, tuple[str, Callable[[Page], Fields]]] = {
    "customer": ("name, merged_into_id, erased_at", _customers),
    "staff": ("name", lambda page: {id_: staff_actions.search_fields(name) for id_, name in page}),
    "item": ("code, name, spec", lambda page: {id_: catalog_actions.search_fields(*said) for id_, *said in page}),
    "quote": ("number", _quotes),
    "contract": ("number, subject", _contracts),
    "payment": ("number, payer, contract_id", _payments),
}
"""The kinds that can be found, each with what its search text is made of."""
