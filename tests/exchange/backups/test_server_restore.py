"""Backups put in the place of a store on a server: every row and attachment, from either kind of store to either."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee
import psycopg
import pytest

from exchange import backed_up, backing_up, examining, restoring, server_copy, server_restore, shelf
from exchange.restoring import Identify
from models.catalog.actions import ItemForm, add_item
from models.checking import findings
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind
from models.kernel import search, store
from models.kernel.errors import NotAllowed, StorageError
from models.kernel.permissions import Actor, Role
from models.kernel.tables import database
from models.staff.lists import everybody
from tests.campaigns import campaign, has_long_form
from tests.exchange.backups.stores import OWNER_NAME, altered, but_the_trail, everything, rows_there, the_owner
from tests.models.shops import PIN, Shop, opened
from tests.models.stores import dumps
from tests.test_command_line import one_line, run

WORDS = "open the copy"


def back_up_to(place: Path) -> examining.Source:
    """A backup of the open store on the server."""
    return examining.source_of(backing_up.back_up_server_to("shop", place, WORDS).path)


def more_work(shop: Shop) -> None:
    """What a backup made before does not hold."""
    add_item(shop.owner, ItemForm("NEW", "accessory", "后来的", 1))
    open_file(shop.reception, FileForm("后来者", phones=("13900000009",)), ContactForm(RegisterKind.VISIT))


def test_a_server_gets_back_every_row_and_what_it_held_is_kept_aside(server: Shop, tmp_path: Path) -> None:
    source, before = back_up_to(tmp_path), rows_there()
    more_work(server)
    newer = rows_there()
    database.close()
    done = server_restore.restore(source, server.address, the_owner, WORDS)
    assert list(findings(server.address)) == []
    with opened(server.address):
        after = rows_there()
        assert but_the_trail(after) == but_the_trail(before)
        assert set(before["audit_line"]) < set(after["audit_line"]), "who restored it"
        more_work(server)
        assert [hit.kind for hit in search.find("后来者")] == ["customer"], "numbers and search go on"
        assert search.find("欧阳")
        with pytest.raises(peewee.IntegrityError):
            database.execute_sql("DELETE FROM customer")
    assert done.aside is not None
    assert done.aside.parent.name.endswith(".before-restore")
    aside = tmp_path / "aside.desk"
    restoring.restore(examining.source_of(done.aside), aside, the_owner)
    with opened(str(aside)):
        assert but_the_trail(rows_there()) == but_the_trail(newer)


def test_from_a_folder_to_a_server_and_back(folder: Path, postgres_url: str, tmp_path: Path) -> None:
    before = everything(folder)
    source = examining.source_of(backing_up.back_up(folder, shelf.Reason.ASKED).backup.path)
    assert server_restore.restore(source, postgres_url, the_owner).aside is None
    assert list(findings(postgres_url)) == []
    with opened(postgres_url):
        there, back = but_the_trail(rows_there()), back_up_to(tmp_path / "out")
        assert search.find("欧阳")
    again = tmp_path / "again.desk"
    restoring.restore(back, again, the_owner, WORDS)
    with opened(str(again)):
        assert but_the_trail(rows_there()) == there
    assert but_the_trail(everything(again)) == but_the_trail(before)
    assert list(findings(str(again))) == []


BENT = {
    "damaged": "SELECT 1",
    "newer": "PRAGMA user_version = 99",
    "foreign": "PRAGMA application_id = 5",
    "trapped": "CREATE TRIGGER t AFTER INSERT ON payment BEGIN DELETE FROM payment; END",
    "seen": "CREATE VIEW v AS SELECT * FROM payment",
}


def test_refused_with_the_server_untouched(
    folder: Path, server: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows_there()
    database.close()

    def refused(source: examining.Source, why: type[Exception], identify: Identify = the_owner) -> None:
        with pytest.raises(why):
            server_restore.restore(source, server.address, identify)
        database.close()
        with opened(server.address):
            assert rows_there() == before
        assert not list(server_copy.stand_in(server.address).parent.glob(".*")), "no copy is left behind"

    for what, sql in BENT.items():
        bent = altered(folder, tmp_path / f"{what}.desk", sql)
        source = examining.Source(bent / "store.db", bent, None)
        if what == "damaged":
            content = bytearray(source.database.read_bytes())
            content[-5000] ^= 1
            source.database.write_bytes(content)
        refused(source, StorageError)
    good = examining.Source(folder / "store.db", folder, None)
    refused(good, NotAllowed, lambda: server.consultant)
    monkeypatch.setattr(store, "_OTHERS_LEAVE", 0.1)
    with psycopg.connect(server.address):
        refused(good, StorageError)
    monkeypatch.setattr(server_restore, "_vector", lambda entry: "'no vector")
    refused(good, StorageError)
    monkeypatch.setattr(server_restore, "_vector", lambda entry: _cut_off(server.address))
    refused(good, StorageError)


def _cut_off(address: str) -> str:
    """The server ends every connection, in the middle of what goes on there."""
    with psycopg.connect(address, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    return ""


def test_what_is_no_store_is_not_emptied(folder: Path, postgres_url: str) -> None:
    source = examining.source_of(backing_up.back_up(folder, shelf.Reason.ASKED).backup.path)
    with psycopg.connect(postgres_url, autocommit=True) as other:
        other.execute("CREATE TABLE of_others (id INTEGER)")
        other.execute("INSERT INTO of_others VALUES (1)")
        with pytest.raises(StorageError, match="There is no store"):
            server_restore.restore(source, postgres_url, the_owner)
        assert other.execute("SELECT * FROM of_others").fetchall() == [(1,)]


@has_long_form
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_killed_anywhere_the_server_holds_what_it_held(server: Shop, tmp_path: Path) -> None:
    """Killed before one of all the statements that the server is sent."""
    source = back_up_to(tmp_path)
    more_work(server)
    database.close()
    statements = _killed_before(0, source, server.address)
    with opened(server.address):
        more_work(server)
        before = rows_there()
    assert statements > 300
    for number in range(statements, 0, -(statements // campaign(2, 60))):
        child = os.fork()
        if not child:
            _killed_before(number, source, server.address)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        with opened(server.address):
            assert rows_there() == before
    for each in shelf.backups(backing_up.aside_of(server_copy.stand_in(server.address), shelf.Reason.RESTORE)):
        assert examining.examine(examining.source_of(each.path)).customers >= 1


def _killed_before(number: int, source: examining.Source, address: str) -> int:
    """Restore, and kill this process before the statement of this number; returns how many there were."""
    sent = 0
    send = peewee.PostgresqlDatabase.execute_sql

    def counted(self: peewee.Database, *args: object, **kwargs: object) -> object:
        nonlocal sent
        sent += 1
        if sent == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return send(self, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(peewee.PostgresqlDatabase, "execute_sql", counted)
        server_restore.restore(source, address, the_owner, WORDS)
    return sent


def test_by_command(server: Shop, folder: Path, tmp_path: Path) -> None:
    source = back_up_to(tmp_path)
    more_work(server)
    before = rows_there()
    database.close()
    who = ["--to", server.address, "--as", OWNER_NAME, "--lang", "en"]
    wrong = run("restore", str(source.path), *who, FRONTDESK_PIN=PIN, FRONTDESK_PASSPHRASE="other words")
    assert (wrong.returncode, wrong.stdout, one_line(wrong.stderr)) == (2, "", True)
    with opened(server.address):
        assert but_the_trail(rows_there()) == but_the_trail(before)
    done = run("restore", str(source.path), *who, FRONTDESK_PIN=PIN, FRONTDESK_PASSPHRASE=WORDS)
    assert (done.returncode, done.stderr) == (0, "")
    address, aside = done.stdout.splitlines()
    assert address in server.address
    assert examining.examine(examining.source_of(Path(aside)), WORDS).customers == 2


def test_an_older_store_is_kept_on_this_pc_before_it_is_upgraded(postgres_url: str, user_data: Path) -> None:
    """As it was, of its own schema; restored, it is upgraded like any other."""
    version = dumps.versions()[0]
    dumps.load_server(version, postgres_url)
    with psycopg.connect(postgres_url) as before:
        customers = before.execute("SELECT id, name FROM customer ORDER BY id").fetchall()
    kept = shelf.home_of(server_copy.stand_in(postgres_url)).with_suffix(".before-upgrade")
    kept.parent.mkdir(parents=True)
    kept.write_text("in the way")
    with pytest.raises(StorageError), upgraded_with_care(), opened(postgres_url):
        pass
    with psycopg.connect(postgres_url) as still:
        assert still.execute("SELECT version FROM frontdesk_schema").fetchall() == [(version,)]
    kept.unlink()
    with upgraded_with_care(), opened(postgres_url):
        pass
    (backup,) = shelf.backups(kept)
    assert (backup.schema, backup.reason) == (version, shelf.Reason.UPGRADE)
    server_restore.restore(examining.source_of(backup.path), postgres_url, whoever_owns_it)
    with psycopg.connect(postgres_url) as after:
        assert after.execute("SELECT id, name FROM customer ORDER BY id").fetchall() == customers
    assert list(findings(postgres_url)) == []


@contextmanager
def upgraded_with_care() -> Iterator[None]:
    """As the program opens stores."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_before_upgrades", [backed_up.keep_before_upgrade])
        yield


def whoever_owns_it() -> Actor:
    """The owner of the store that is open."""
    return next(Actor(each.id, each.name, each.roles) for each in everybody() if Role.OWNER in each.roles)
