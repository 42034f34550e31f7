"""Checking a store finds each damage and tells it in one line; a sound store has no findings."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from models import checking
from models.customers import lists as customer_lists
from models.customers.actions import FileForm, edit_file
from models.kernel import clock, files, i18n, keys, store
from models.kernel.permissions import Actor
from models.kernel.tables import database, run_sql
from models.papers.actions import KeptPaper, attach, keep_print
from models.papers.facts import PaperKind, PaperSize, Printing
from models.sample import build
from models.staff.lists import everybody
from tests.models.damages import BY_DAMAGE, COUNTER_ENTRY, LAST_PAYMENT, PDF, Damage, remove_line
from tests.models.shops import copy_folder, opened
from tests.postgres import Server

EVENING = datetime(2026, 11, 21, 19, 0).astimezone()
PAGE = 4096
_names = count(1)
# One process runs these: the two sound stores are made once.
pytestmark = pytest.mark.xdist_group("checking")


def prepare(address: str) -> None:
    """A small sample store with a paper printed twice and a scan."""
    with clock.standing_at(EVENING):
        build.make(address, customers=60, days=40, seed=2)
        with opened(address):
            first = everybody()[0]
            owner = Actor(first.id, first.name, first.roles)
            number = one("SELECT number FROM quote WHERE id = 1")
            paper = KeptPaper(PaperKind.QUOTE, number, 1, 1, json.dumps({"number": number}).encode(), PDF)
            printing = Printing("en", owner.name, EVENING, size=PaperSize.A4)
            keep_print(owner, paper, printing)
            keep_print(owner, paper, replace(printing, copy=True))
            attach(owner, "customer", 1, "scan.pdf", PDF)


@pytest.fixture(scope="session")
def folder_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound store on disk with the user's data that opens it; only copied."""
    place = tmp_path_factory.mktemp("sound")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDESK_DATA", str(place / "user"))
        prepare(str(place / "shop.desk"))
    return place


@pytest.fixture(scope="session")
def server_sample(postgres_server: Server) -> Iterator[str]:
    """The name of a sound store's database; only copied."""
    with postgres_server.database("sound") as address:
        prepare(address)
        yield "sound"


@pytest.fixture
def folder(folder_sample: Path, user_data: Path, tmp_path: Path) -> Path:
    """A sound store of one's own on disk."""
    return copy_folder(folder_sample, user_data, tmp_path / "shop.desk")


@pytest.fixture
def server_address(server_sample: str, postgres_server: Server) -> Iterator[str]:
    """A sound store of one's own on the server."""
    name = f"checked_{next(_names)}"
    with psycopg.connect(postgres_server.url(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE {server_sample} STRATEGY file_copy')
        yield postgres_server.url(name)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """A sound store of one's own on each database."""
    name = {"sqlite": "folder", "postgresql": "server_address"}[request.param]
    return str(request.getfixturevalue(name))


def one(sql: str, *values: Any) -> Any:
    """The first value of the first row."""
    return run_sql(sql, *values).fetchone()[0]


def findings_after(address: str, damage: Damage) -> list[str]:
    """What checking finds after ``damage`` was done to the open store, which knows nothing of references then."""
    with opened(address):
        if not database.obj.for_update:
            run_sql("PRAGMA foreign_keys = 0")
        with store.transaction():
            damage()
    with clock.standing_at(EVENING):
        return list(checking.findings(address))


def test_a_sound_store_has_no_findings(address: str) -> None:
    assert findings_after(address, lambda: None) == []


def test_an_edited_customer_is_no_finding(address: str) -> None:
    """A quote keeps the name it was written for."""

    def edit() -> None:
        first = everybody()[0]
        owner = Actor(first.id, first.name, first.roles)
        customer_id = one("SELECT min(customer_id) FROM quote")
        file = customer_lists.customer_file(owner, customer_id)
        edit_file(owner, customer_id, file.version, FileForm("改名", phones=file.phones))

    assert findings_after(address, edit) == []


def facts() -> dict[str, str]:
    """What the sound store says, for the findings to be compared with."""
    from models.kernel.money import plain

    signed = run_sql("SELECT number, total FROM contract WHERE frozen IS NOT NULL ORDER BY id LIMIT 2").fetchall()
    total = one("SELECT total FROM quote WHERE id = 1")
    contract_total = one("SELECT total FROM contract WHERE id = 1")
    return {
        "lines": plain(total),
        "total": plain(total + 100),
        "contract": one("SELECT number FROM contract WHERE id = 1"),
        "contract_total": plain(contract_total),
        "stages": plain(contract_total + 1),
        "signed": signed[0][0],
        "signed_total": plain(signed[0][1]),
        "other_total": plain(signed[1][1]),
        "counter": one(f"SELECT number FROM payment WHERE id = {COUNTER_ENTRY}"),
        "reversed": one(
            f"SELECT number FROM payment WHERE id = (SELECT reverses_id FROM payment WHERE id = {COUNTER_ENTRY})"
        ),
        "last_payment": one(f"SELECT number FROM payment WHERE id = {LAST_PAYMENT}"),
        "last_contract": one("SELECT max(number) FROM contract"),
        "last_line": one("SELECT max(id) FROM audit_line"),
    }


@pytest.mark.parametrize("damage", BY_DAMAGE, ids=lambda each: each.__name__)
def test_each_damage_is_found(damage: Damage, address: str) -> None:
    with opened(address):
        said = facts()
    assert findings_after(address, damage) == [text.format(**said) for text in BY_DAMAGE[damage]]


def test_a_reference_to_nothing_is_found(folder: Path) -> None:
    def point_nowhere() -> None:
        run_sql("UPDATE register_line SET staff_id = 999 WHERE id = 4")

    found = findings_after(str(folder), point_nowhere)
    assert found == ["Row 4 of “register_line” names something in “staff” that is not there."]


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("CREATE TABLE notes (id INTEGER PRIMARY KEY)", "“notes” in the database is not the program's."),
        ("CREATE INDEX quick ON customer (wish)", "“quick” in the database is not the program's."),
        ("DROP INDEX customer_recent", "“customer_recent” is missing from the database."),
        ("ALTER TABLE customer ADD COLUMN hidden TEXT", "“customer” is not as the program laid it out."),
        (
            "CREATE TRIGGER spy AFTER INSERT ON payment BEGIN DELETE FROM draft; END",
            "The store holds triggers or views that are not the program's. It is not opened.",
        ),
    ],
)
def test_what_is_not_the_programs_is_found(sql: str, finding: str, folder: Path) -> None:
    assert findings_after(str(folder), lambda: run_sql(sql)) == [finding]


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("CREATE TABLE notes (id bigint)", "“notes” in the database is not the program's."),
        ("CREATE VIEW spy AS SELECT * FROM staff", "“spy” in the database is not the program's."),
        (
            "CREATE TRIGGER spy AFTER INSERT ON payment EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "“spy” in the database is not the program's.",
        ),
        ("DROP TABLE draft", "“draft” is missing from the database."),
    ],
)
def test_what_is_not_the_programs_is_found_on_a_server(sql: str, finding: str, server_address: str) -> None:
    assert findings_after(server_address, lambda: run_sql(sql)) == [finding]


def test_values_against_the_rules_of_a_table_are_found(folder: Path) -> None:
    def overrule() -> None:
        run_sql("PRAGMA ignore_check_constraints = 1")
        run_sql("UPDATE customer SET stage = 'famous' WHERE id = 3")

    (found,) = findings_after(str(folder), overrule)
    assert found == f"The file {folder / 'store.db'} is damaged: CHECK constraint failed in customer"


@pytest.mark.parametrize("page", [1, 2, 9, -1, -20])
def test_a_flipped_bit_is_found(page: int, folder: Path) -> None:
    file = folder / "store.db"
    content = bytearray(file.read_bytes())
    number = page if page > 0 else len(content) // PAGE + page
    content[(number - 1) * PAGE + 1234] ^= 1
    file.write_bytes(content)
    found = list(checking.findings(str(folder)))
    if page == 1:
        assert found == ["The store's file is damaged. Do not write to it. Open the newest backup."]
    else:
        assert found == [f"The file {file} is damaged: HMAC verification failed for page {number}"]


def test_a_missing_copy_of_the_keys_is_found(folder: Path, user_data: Path) -> None:
    _first, second = keys.copies(folder)
    assert second.is_relative_to(user_data)
    second.unlink()
    assert list(checking.findings(str(folder))) == [f"The second copy of the key file is missing: {second}"]


def test_a_different_copy_of_the_keys_is_found(folder: Path) -> None:
    _first, second = keys.copies(folder)
    second.write_text("{}")
    found = list(checking.findings(str(folder)))
    assert found == [f"The second copy of the key file differs from the store's: {second}"]


def test_a_store_that_does_not_open_says_why(tmp_path: Path, folder: Path) -> None:
    assert list(checking.findings(str(tmp_path / "no.desk"))) == [f"There is no store at {tmp_path / 'no.desk'}."]
    for each in keys.copies(folder):
        each.unlink()
    assert list(checking.findings(str(folder))) == [f"The store's key file {folder / 'keys.json'} is missing."]


def test_another_pc_needs_the_words(folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(files.data_folder())
    (found,) = checking.findings(str(folder))
    assert found == "This PC does not know the store. Type its passphrase or recovery code."


def test_a_store_in_use_says_so(folder: Path) -> None:
    with opened(str(folder)):
        assert list(checking.findings(str(folder))) == ["The store shop is open in another window on this PC."]


def test_findings_speak_the_screens_language(folder: Path) -> None:
    i18n.set_language("zh_CN")
    try:
        (found,) = findings_after(str(folder), remove_line)
    finally:
        i18n.set_language("en")
    assert "50" in found
    assert not found.isascii()


def test_checking_changes_nothing(folder: Path, tmp_path: Path) -> None:
    with opened(str(folder)):
        before = [run_sql(f"SELECT * FROM {name}").fetchall() for name in ("audit_line", "customer", "search_entry")]
    assert list(checking.findings(str(folder))) == []
    with opened(str(folder)):
        after = [run_sql(f"SELECT * FROM {name}").fetchall() for name in ("audit_line", "customer", "search_entry")]
    assert before == after
