"""Saving a quote of eight lines, against the bare durable SQL that writes the same rows."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.measure import Ratio, opened, side_by_side, temporary_folder
from models.kernel import search, upgrade
from models.kernel.permissions import Actor, Role
from models.kernel.store import encrypted_file
from models.kernel.tables import database, new_uid
from models.sales.quote_actions import LineForm, QuoteForm, start_quote
from models.sample import build
from models.shop.profile import trade
from models.staff import lists

_TABLES = ("quote", "quote_line", "search_entry", "audit_line")


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """One save: number, lines, search text and audit line are written on both sides."""
    with temporary_folder() as folder:
        address = str(folder / "bench.desk")
        build.make(address, customers=20, days=5)
        with opened(address):
            yield _saving(folder, rounds=30 if quick else 400)


def _saving(folder: Path, rounds: int) -> Ratio:
    seller = next(each for each in lists.everybody() if each.roles & {Role.SALES, Role.OWNER})
    actor = Actor(seller.id, seller.name, seller.roles)
    category = trade().categories[0].code
    form = QuoteForm(tuple(LineForm(category, f"Item {n}", 100_00 * n + 7, spec="Spec") for n in range(1, 9)))
    start_quote(actor, 1, form)
    peer = encrypted_file(folder / "peer.db", secrets.token_bytes(32))
    peer.connect()
    upgrade.lay_foundation(peer, server=False)
    peer.execute_sql("PRAGMA foreign_keys = 0")
    write = _bare_writer(peer.connection())
    try:
        return side_by_side(
            "saving a quote of 8 lines / bare durable SQL",
            lambda: start_quote(actor, 1, form),
            write,
            aim=3.0,
            rounds=rounds,
        )
    finally:
        peer.close()


def _bare_writer(connection: Any) -> Callable[[], None]:
    """A function that writes the rows of the last saved quote once more with nothing but the driver."""
    samples = {table: _last_rows(table, 8 if table == "quote_line" else 1) for table in _TABLES}
    grams = search.grams(samples["search_entry"][0]["text"])
    connection.execute("INSERT INTO counter VALUES ('BJ-2026', 0)")
    inserts = {table: _insert(table, rows[0]) for table, rows in samples.items()}

    def write() -> None:
        connection.execute("BEGIN IMMEDIATE")
        head = connection.execute("SELECT lines, code FROM audit_head").fetchone()
        number = connection.execute("UPDATE counter SET last = last + 1 RETURNING last").fetchone()[0]
        quote = {**samples["quote"][0], "uid": new_uid(), "number": f"BJ-2026-{number:04d}", "id": None}
        quote_id = connection.execute(inserts["quote"], quote).lastrowid
        lines = [{**row, "id": None, "quote_id": quote_id} for row in samples["quote_line"]]
        connection.executemany(inserts["quote_line"], lines)
        entry = {**samples["search_entry"][0], "id": None, "record_id": quote_id}
        entry_id = connection.execute(inserts["search_entry"], entry).lastrowid
        connection.execute("INSERT INTO search_grams (rowid, grams) VALUES (?, ?)", (entry_id, grams))
        connection.execute(inserts["audit_line"], {**samples["audit_line"][0], "id": head[0] + 1})
        connection.execute("UPDATE audit_head SET lines = ?, code = ?", (head[0] + 1, head[1]))
        connection.execute("COMMIT")

    return write


def _last_rows(table: str, count: int) -> list[dict[str, Any]]:
    cursor = database.execute_sql(f"SELECT * FROM {table} ORDER BY id DESC LIMIT {count}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _insert(table: str, row: dict[str, Any]) -> str:
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(':' + name for name in row)})"
