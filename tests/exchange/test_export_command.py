"""``main.py export`` as scripts call it."""

from __future__ import annotations

import json
from pathlib import Path

from exchange import writing
from models.catalog.actions import ItemForm, add_item
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

    nothing = run(*base, "--content", "prices", "--plain", **given)
    assert (nothing.returncode, nothing.stderr) == (2, "There is nothing of this in these days.\n")
    with opened(founded):
        add_item(Actor(1, "王总", frozenset()), ItemForm("V7", "vehicle", "澜川 V7", 18_980_000))

    done = run(*base, "--passphrase-file", str(words), **given)
    assert (done.returncode, done.stderr) == (0, "")
    folder = Path(done.stdout.strip())
    assert json.loads((folder / writing.MANIFEST).read_bytes())["encrypted"] is True

    prices = run(*base, "--content", "prices", "--form", "csv", "--plain", **given)
    assert prices.returncode == 0
    assert (Path(prices.stdout.strip()) / "Price list.csv").exists()

    for arguments, pin, told in (
        (("--plain",), "2468", "encrypted only"),
        ((), "2468", "--passphrase-file"),
        (("--passphrase-file", str(words)), "0000", "PIN"),
        (("--plain", "--from", "2026-05-02", "--to-date", "2026-05-01"), "2468", "after the last"),
        (
            (
                "--passphrase-file",
                str(words),
                "--preset",
                "accountant",
                "--from",
                "2001-01-01",
                "--to-date",
                "2001-02-01",
            ),
            "2468",
            "nothing of this",
        ),
    ):
        refused = run(*base, *arguments, FRONTDESK_PIN=pin)
        assert refused.returncode == 2, refused
        assert refused.stdout == ""
        assert one_line(refused.stderr)
        assert told in refused.stderr
    gone = run(
        "export", founded, "--to", str(tmp_path / "gone"), "--as", "王总", "--content", "prices", "--plain", **given
    )
    assert gone.returncode == 3
    assert one_line(gone.stderr)
    assert len(list(stick.iterdir())) == 2
