"""``backup`` and ``restore`` as scripts call them."""

from __future__ import annotations

from pathlib import Path

from exchange import backing_up
from tests.exchange.backups.stores import OWNER_NAME, files_of
from tests.models.shops import PIN
from tests.test_command_line import one_line, run


def test_back_up_and_restore_by_command(folder: Path, tmp_path: Path) -> None:
    out, new = tmp_path / "out", tmp_path / "new.desk"
    who = ["--as", OWNER_NAME, "--lang", "en"]
    made = run("backup", str(folder), "--to", str(out), *who, FRONTDESK_PIN=PIN)
    backup = out / "shop-000001.backup"
    assert (made.returncode, made.stdout, made.stderr) == (0, f"{backup}\n", "")
    back = run("restore", str(backup / "store.db"), "--to", str(new), *who, FRONTDESK_PIN=PIN)
    assert (back.returncode, back.stdout) == (0, f"{new}\n")
    over = run("restore", str(backup), "--to", str(new), *who, FRONTDESK_PIN=PIN)
    assert (over.returncode, over.stdout.splitlines()) == (0, [str(new), str(tmp_path / "new.before-restore-1.desk")])
    assert run("check", str(new)).stdout == ""


def test_on_another_pc_the_words_come_from_the_environment(folder: Path, tmp_path: Path) -> None:
    backup, new = backing_up.back_up_to(folder, tmp_path / "out").path, str(tmp_path / "new.desk")
    call = ("restore", str(backup), "--to", new, "--as", OWNER_NAME, "--lang", "en")
    elsewhere = {"FRONTDESK_PIN": PIN, "FRONTDESK_DATA": str(tmp_path / "another PC")}
    asked = run(*call, **elsewhere)
    assert (asked.returncode, one_line(asked.stderr), "FRONTDESK_PASSPHRASE" in asked.stderr) == (2, True, True)
    wrong = run(*call, **elsewhere, FRONTDESK_PASSPHRASE="open")
    assert (wrong.returncode, "Neither" in wrong.stderr, Path(new).exists()) == (2, True, False)
    assert run(*call, **elsewhere, FRONTDESK_PASSPHRASE="open sesame").returncode == 0


def test_who_may_not_or_cannot_say_who_they_are(folder: Path, tmp_path: Path) -> None:
    """Refused with 2 where the request is wrong, with 3 where the backup or the disk is; nothing is written."""
    out = str(tmp_path / "out")
    for name, pin, said in (
        ("孙悦", PIN, "Your role may not"),
        (OWNER_NAME, "9999", "The PIN is wrong"),
        ("nobody", PIN, "Nobody in this store is called nobody"),
    ):
        done = run("backup", str(folder), "--to", out, "--as", name, "--lang", "en", FRONTDESK_PIN=pin)
        assert (done.returncode, done.stdout, one_line(done.stderr)) == (2, "", True)
        assert said in done.stderr
    assert not Path(out).exists()
    before = files_of(folder)
    bad = tmp_path / "bad.backup"
    bad.mkdir()
    for name in ("store.db", "keys.json"):
        (bad / name).write_bytes((folder / name).read_bytes())
    for source, code in ((bad, 3), (tmp_path / "gone.backup", 3)):
        done = run("restore", str(source), "--to", str(tmp_path / "new"), "--as", OWNER_NAME, FRONTDESK_PIN=PIN)
        assert (done.returncode, done.stdout, one_line(done.stderr)) == (code, "", True)
    assert files_of(folder) == before
    assert not (tmp_path / "new.desk").exists()
