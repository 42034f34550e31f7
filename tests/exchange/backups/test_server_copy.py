"""A store on a server backed up by the program: a folder that opens as a store, every row and attachment equal."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from exchange import backed_up, backing_up, examining, restoring, shelf
from exchange.shelf import Reason
from models.catalog.actions import ItemForm, add_item
from models.checking import findings
from models.kernel import store
from models.kernel.errors import NotAllowed, RuleError, StorageError
from tests.exchange.backups.stores import OWNER_NAME, rows_there, the_owner
from tests.models.shops import PIN, Shop, opened
from tests.test_command_line import run

WORDS = "open the copy"


def test_the_copy_of_a_server_opens_as_a_store_with_every_row(server: Shop, tmp_path: Path) -> None:
    before = rows_there()
    backup = backing_up.back_up_server_to("shop", tmp_path, WORDS)
    again = backing_up.back_up_server_to("shop", tmp_path, WORDS)
    assert [each.path.name for each in (backup, again)] == ["shop-000001.backup", "shop-000002.backup"]
    assert backup.store == again.store
    assert rows_there() == before
    store.database.close()
    source = examining.source_of(backup.path)
    with pytest.raises(RuleError):
        examining.examine(source, "other words")
    folder = tmp_path / "here.desk"
    assert restoring.restore(source, folder, the_owner, WORDS).inside.attachments == 1
    assert list(findings(str(folder))) == []
    with opened(str(folder)):
        after = rows_there()
    assert set(before) == set(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"audit_line", "audit_head"}, "who restored it"
    assert set(before["audit_line"]) < set(after["audit_line"])
    _by_command(server.address, tmp_path / "out")


def _by_command(address: str, out: Path) -> None:
    """As a script does it: refused without a passphrase."""
    who = ["--to", str(out), "--as", OWNER_NAME, "--lang", "en"]
    done = run("backup", address, *who, FRONTDESK_PIN=PIN, FRONTDESK_PASSPHRASE="")
    assert (done.returncode, done.stdout) == (2, "")
    assert "FRONTDESK_PASSPHRASE" in done.stderr
    done = run("backup", address, *who, FRONTDESK_PIN=PIN, FRONTDESK_PASSPHRASE=WORDS)
    assert (done.returncode, done.stderr) == (0, "")
    made = Path(done.stdout.strip())
    assert made.parent == out
    assert examining.examine(examining.source_of(made), WORDS).customers == 1


def test_it_is_one_moment_and_refused_where_a_row_names_none(server: Shop, tmp_path: Path) -> None:
    stop = threading.Event()

    def save() -> None:
        number = 0
        while not stop.wait(0.005):
            number += 1
            add_item(server.owner, ItemForm(f"W{number}", "accessory", f"脚垫{number}", number))
        store.close_connection()

    writer = threading.Thread(target=save)
    writer.start()
    try:
        backup = backing_up.back_up_server_to("shop", tmp_path, WORDS)
    finally:
        stop.set()
        writer.join()
    held = examining.examine(examining.source_of(backup.path), WORDS).held
    assert held.rows["audit_line"] == held.lines, "never half an action"
    with pytest.raises(RuleError) as error:
        backing_up.back_up_server_to("shop", tmp_path, "")
    assert error.value.field == "passphrase"
    with psycopg.connect(server.address, autocommit=True) as other:
        other.execute("ALTER TABLE contract DISABLE TRIGGER ALL")
        other.execute("UPDATE contract SET customer_id = 999")
    with pytest.raises(StorageError, match="differs"):
        backing_up.back_up_server_to("shop", tmp_path, WORDS)
    assert list(tmp_path.glob("shop-*")) == [backup.path]


def test_of_several_pcs_one_makes_the_backup_and_all_are_told(server: Shop, user_data: Path) -> None:
    subject = backed_up.OnServer(server.address)
    assert (subject.is_kept_here(), subject.last()) == (False, None)
    with pytest.raises(RuleError) as short:
        subject.begin_here(server.owner, "short")
    assert short.value.field == "passphrase"
    with pytest.raises(NotAllowed):
        subject.begin_here(server.consultant, WORDS)
    assert not subject.is_kept_here()
    subject.begin_here(server.owner, WORDS)
    assert subject.is_kept_here()
    with psycopg.connect(server.address) as other_pc:
        other_pc.execute("SELECT pg_advisory_lock(%s)", (store.APPLICATION_ID + 1,))
        assert subject.back_up(Reason.HOURS, lambda count: None) is None
        other_pc.execute("SELECT pg_advisory_unlock(%s)", (store.APPLICATION_ID + 1,))
    made = subject.back_up(Reason.HOURS, lambda count: None)
    assert made is not None
    assert backing_up.is_changed(subject.last()) is False, "telling the others is no work"
    last = subject.last()
    assert last is not None
    assert abs(last.made_at - made.backup.made_at) < timedelta(milliseconds=1)
    with pytest.raises(Cancelled):
        subject.back_up(Reason.HOURS, _cancel)
    assert [each.number for each in shelf.backups(subject.home)] == [1]
    assert [path.suffix for path in subject.home.iterdir()] == [".backup"]


class Cancelled(Exception):
    """Somebody does not want it any more."""


def _cancel(count: int) -> None:
    raise Cancelled
