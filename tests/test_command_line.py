"""The command line as people and scripts call it: what is printed, where, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.kernel import store
from tests.campaigns import PROVE
from tests.programs import founded, pattern

__all__ = ["founded", "pattern"]

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments: str, screen: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
    """Call the program and wait for its end."""
    own = {**os.environ, **environment}
    if not screen:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            own.pop(name, None)
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=own, timeout=300, check=False)


def one_line(text: str) -> bool:
    """Whether an error is told in one clear line."""
    return text.count("\n") == 1 and len(text) > 10 and "Traceback" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["123456"], "人民币壹仟贰佰叁拾肆元伍角陆分"),
        (["100"], "人民币壹元整"),
        (["-5"], "人民币负伍分"),
        (["6000", "--lang", "zh_TW"], "人民幣陸拾元整"),
        (["99999999999999"], "人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_an_amount_in_words(arguments: list[str], words: str) -> None:
    done = run("amount", *arguments)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, words, "")


@pytest.mark.parametrize("amount", ["100000000000000", "-100000000000000", "9" * 5000, "1.5", "1_000", "", "abc", "٣"])
def test_what_is_no_amount_is_told(amount: str) -> None:
    done = run("amount", amount)
    assert done.returncode == 2
    assert done.stdout == ""
    assert one_line(done.stderr)


@pytest.mark.parametrize("arguments", [["amount"], ["papers", "x"], ["demo"], ["tour"], ["--lang", "fr"], ["a", "b"]])
def test_wrong_arguments_are_explained(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage:")


def test_help_names_the_commands() -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in ("demo", "tour", "check", "papers", "amount"):
        assert command in done.stdout


@pytest.mark.parametrize("arguments", [[], ["papers", "--out", "papers"], ["tour", "--out", "tour"]])
def test_a_missing_store_is_told_and_not_made(tmp_path: Path, arguments: list[str]) -> None:
    missing = tmp_path / "gone.desk"
    command, options = arguments[:1], [str(tmp_path / each) if each[0] != "-" else each for each in arguments[1:]]
    done = run(*command, str(missing), *options, "--lang", "en")
    assert done.returncode == 3
    assert done.stderr == f"There is no store at {missing}.\n"
    assert not missing.exists()


def test_a_missing_store_is_a_finding(tmp_path: Path) -> None:
    done = run("check", str(tmp_path / "gone"), "--lang", "en")
    assert (done.returncode, done.stdout) == (1, f"There is no store at {tmp_path / 'gone.desk'}.\n")
    assert not (tmp_path / "gone.desk").exists()


def test_without_a_screen_the_window_says_so(founded: str) -> None:
    for arguments in ([], [founded]):
        done = run(*arguments, "--lang", "en")
        assert done.returncode == 4
        assert one_line(done.stderr)


def test_a_store_that_needs_its_passphrase_takes_it_from_the_environment(founded: str, tmp_path: Path) -> None:
    other = str(tmp_path / "another PC")
    done = run("papers", founded, "--out", str(tmp_path / "out"), "--lang", "en", FRONTDESK_DATA=other)
    assert done.returncode == 2
    assert one_line(done.stderr)
    done = run(
        "papers", founded, "--out", str(tmp_path / "out"), FRONTDESK_DATA=other, FRONTDESK_PASSPHRASE="open sesame"
    )
    assert done.returncode == 0


@pytest.mark.parametrize("bad", [["--staff", "51"], ["--customers", "0"], ["--days", "-1"], ["--trade", "nothing"]])
def test_a_demo_that_cannot_be_made_leaves_nothing(tmp_path: Path, bad: list[str]) -> None:
    done = run("demo", str(tmp_path / "demo"), *bad)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "demo.desk").exists()


def test_demo_check_and_papers(tmp_path: Path) -> None:
    place = str(tmp_path / "demo.desk")
    made = run("demo", place, "--customers", "12", "--days", "20", "--staff", "4", "--lang", "en")
    assert made.returncode == 0
    staff = [line.split("\t") for line in made.stdout.splitlines() if "\t" in line]
    assert len(staff) == 4
    assert all(pin.isdecimal() for _name, _role, pin in staff)
    again = run("demo", place, "--lang", "en")
    assert again.returncode == 3
    assert one_line(again.stderr)
    checked = run("check", place)
    assert (checked.returncode, checked.stdout) == (0, "")
    out = tmp_path / "papers"
    written = run("papers", place, "--out", str(out), "--lang", "zh_TW")
    assert written.returncode == 0
    names = sorted(path.name for path in out.iterdir())
    assert names == sorted(Path(line).name for line in written.stdout.splitlines())
    assert names
    assert all((out / name).read_bytes().startswith(b"%PDF-") for name in names)
    number = Path(names[0]).stem
    one = run("papers", place, "--out", str(tmp_path / "one"), "--number", number)
    assert [path.name for path in (tmp_path / "one").iterdir()] == [names[0]]
    assert one.returncode == 0
    for wrong in (["--number", "HT-0000"], ["--kind", "invoice"]):
        done = run("papers", place, "--out", str(tmp_path / "none"), *wrong)
        assert done.returncode == 2
        assert one_line(done.stderr)
    assert not (tmp_path / "none").exists()


def test_check_finds_a_bent_store(tmp_path: Path, founded: str) -> None:
    from models.kernel.tables import database

    opened = store.open_store(founded)
    database.execute_sql("UPDATE staff SET name = 'somebody else' WHERE id = 2")
    database.execute_sql("UPDATE audit_line SET staff_id = 3 WHERE id = (SELECT max(id) FROM audit_line)")
    store.close(opened)
    done = run("check", founded, "--lang", "en")
    assert done.returncode == 1
    assert done.stdout.strip()


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"] if PROVE else ["en"])
def test_the_tour_leaves_pictures_and_papers_and_the_store_as_it_was(tmp_path: Path, language: str) -> None:
    """In the window of the smallest screen at 150 %, in which nothing may be cut."""
    place = tmp_path / "shop.desk"
    assert run("demo", str(place), "--customers", "10", "--days", "10", "--staff", "12").returncode == 0
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    out = tmp_path / "out"
    done = run("tour", str(place), "--out", str(out), "--small", "--lang", language)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert len(list(out.glob("[0-9][0-9]-*.png"))) > 40
    assert {path.name for path in out.glob("*.pdf")} >= {"paper-quote.pdf", "paper-contract.pdf"}
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before
