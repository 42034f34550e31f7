"""The command line with odd addresses, folders that are none, and an end of the line that closes: one clear line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from models.kernel import store
from tests.programs import founded, pattern
from tests.test_command_line import ROOT, one_line, run

__all__ = ["founded", "pattern"]

ADDRESSES = (
    *("/", "..", "~nobody-of-this-name/x", "x" * 300, "plain/x", "holds-a-folder", "\udcff"),
    *("postgresql://localhost:99999/x", "postgresql://[::1/x", "postgresql://localhost/x?foo=bar"),
)


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A place with a plain file, and a store's folder in which a folder stands for the database."""
    (tmp_path / "plain").write_text("x")
    (tmp_path / "holds-a-folder.desk" / "store.db").mkdir(parents=True)
    return tmp_path


def told(text: str) -> str:
    """The one line of an error."""
    assert one_line(text), text
    return text


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_leads_nowhere(odd: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(odd)
    done = run("check", address, "--lang", "en")
    assert done.returncode == 1
    told(done.stdout)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["x" * 300, "plain/x", "holds-a-folder"])
def test_no_store_is_made_where_none_can_be(odd: Path, address: str) -> None:
    before = sorted(odd.rglob("*"))
    done = run("demo", str(odd / address), "--customers", "1", "--lang", "en")
    assert done.returncode == 3
    told(done.stderr)
    assert sorted(odd.rglob("*")) == before


def test_no_store_is_made_without_a_place_for_its_keys(odd: Path) -> None:
    done = run("demo", str(odd / "new"), "--customers", "1", FRONTDESK_DATA=str(odd / "plain"))
    assert done.returncode == 3
    told(done.stderr)
    assert not (odd / "new.desk").exists()


@pytest.mark.parametrize("command", ["papers", "tour"])
def test_papers_and_pictures_need_a_folder(odd: Path, founded: str, command: str) -> None:
    for out in ("plain", "plain/x"):
        done = run(command, founded, "--out", str(odd / out), "--lang", "en")
        assert done.returncode == 3
        told(done.stderr)


def test_a_paper_that_cannot_be_written_is_not_on_record(tmp_path: Path, odd: Path) -> None:
    place = str(tmp_path / "shop")
    assert run("demo", place, "--customers", "12", "--days", "10", "--staff", "4").returncode == 0
    assert run("papers", place, "--out", str(odd / "plain")).returncode == 3
    from models.kernel.tables import run_sql

    opened = store.open_store(place)
    kept = run_sql("SELECT count(*) FROM paper_print").fetchone()[0]
    store.close(opened)
    assert kept == 0


def test_a_console_that_knows_no_chinese(tmp_path: Path) -> None:
    for arguments, code in ((["amount", "5"], 0), (["check", str(tmp_path / "gone"), "--lang", "zh_CN"], 1)):
        done = run(*arguments, PYTHONIOENCODING="ascii")
        assert done.returncode == code
        assert done.stdout.isascii()
        assert one_line(done.stdout)
        assert done.stderr == ""


def test_whoever_reads_may_stop_reading() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, str(ROOT / "main.py"), "amount", "5"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (3, "")


@pytest.mark.skipif(os.name != "posix", reason="sends an interrupt to one process")
def test_a_demo_that_is_interrupted_ends_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "demo", str(tmp_path / "big"), "--customers", "50000"]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heard
    ) as making:
        until = time.monotonic() + 60
        while not (tmp_path / "big.desk" / "in-use.lock").exists():
            assert time.monotonic() < until
        making.send_signal(signal.SIGINT)
        _out, errors = making.communicate(timeout=60)
    assert (making.returncode, errors) == (130, "")
