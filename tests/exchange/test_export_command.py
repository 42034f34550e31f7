"""``main.py export`` as scripts call it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from exchange import export_command, writing
from exchange.command_line import FOUND
from models.catalog.actions import ItemForm, add_item
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor
from tests.models.shops import opened
from tests.programs import founded, pattern
from tests.test_command_line import one_line, run

__all__ = ["founded", "pattern"]


def test_a_script_exports_or_is_told_why_not(founded: str, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    words = tmp_path / "words"
    words.write_text("correct horse 7 battery\n", encoding="utf-8")
    base = ("export", founded, "--to", str(stick), "--as", "王总", "--lang", "en")
    given = {"FRONTDESK_PIN": "2468"}

    with opened(founded):
        add_item(Actor(1, "王总", frozenset()), ItemForm("V7", "vehicle", "澜川 V7", 18_980_000))

    done = run(*base, "--passphrase-file", str(words), **given)
    assert (done.returncode, done.stderr) == (0, "")
    folder = Path(done.stdout.strip())
    assert json.loads((folder / writing.MANIFEST).read_bytes())["encrypted"] is True

    refused = run(*base, "--plain", **given)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert one_line(refused.stderr)
    assert "encrypted only" in refused.stderr
    gone = run(
        "export", founded, "--to", str(tmp_path / "gone"), "--as", "王总", "--content", "prices", "--plain", **given
    )
    assert gone.returncode == 3
    assert one_line(gone.stderr)
    assert list(stick.iterdir()) == [folder]


def test_what_had_to_give_way_is_said_beside_the_folder(
    founded: str, stick: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(founded):
        add_item(Actor(1, "王总", frozenset()), ItemForm("V7", "vehicle", "澜川 V7", 18_980_000))
    monkeypatch.setattr("exchange.forms.LONGEST_CELL", 3)
    monkeypatch.setenv("FRONTDESK_PIN", "2468")
    parser = argparse.ArgumentParser()
    export_command.add(parser.add_subparsers())
    args = parser.parse_args(["export", founded, "--to", str(stick), "--as", "王总", "--plain", "--content", "prices"])
    assert args.does(args) == FOUND
    said = capsys.readouterr()
    assert Path(said.out.removesuffix("\n")).parent == stick, "a script reads the folder, and nothing else"
    assert "cut" in said.err


def test_what_is_asked_wrongly_is_refused_before_the_store_opens(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    export_command.add(parser.add_subparsers())
    given = ["export", str(tmp_path / "no.desk"), "--to", str(tmp_path), "--as", "王总", "--plain"]
    turned = parser.parse_args([*given, "--from", "2026-05-02", "--to-date", "2026-05-01"])
    with pytest.raises(RuleError, match="after the last"):
        turned.does(turned)
    both = ["--preset", "customers", "--content", "prices"]
    for wrong in (["--from", "May"], ["--preset", "x"], ["--form", "doc"], ["--passphrase-file", "x"], both):
        with pytest.raises(SystemExit):
            parser.parse_args([*given, *wrong])
    unsaid = parser.parse_args(given[:-1])
    with pytest.raises(RuleError, match="--passphrase-file"):
        unsaid.does(unsaid)
    empty = tmp_path / "empty"
    empty.touch()
    silent = parser.parse_args([*given[:-1], "--passphrase-file", str(empty)])
    with pytest.raises(RuleError, match="holds no passphrase"):
        silent.does(silent)
