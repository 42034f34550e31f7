"""``main.py import`` as scripts call it."""

from __future__ import annotations

from pathlib import Path

from exchange.importing import reading
from models.kernel.tables import run_sql
from tests.exchange.importing.files import text_file
from tests.models.shops import opened
from tests.programs import founded, pattern
from tests.test_command_line import run

__all__ = ["founded", "pattern"]

ROWS = (("称呼", "联络", "车牌"), ("张三", "13900000001", "浙A12345"), ("李四", "139", ""), ("合计", "2", ""))


def test_a_script_takes_over_customers(founded: str, tmp_path: Path) -> None:
    path = text_file(tmp_path / "list.csv", ROWS, "gb18030")
    mapping = tmp_path / "map.toml"
    mapping.write_text('"称呼" = "name"\n"联络" = "phone"\n"车牌" = "plate"\n', encoding="utf-8")
    wrong = tmp_path / "wrong.csv"
    base = ("import", founded, str(path), "--kind", "customers", "--as", "王总", "--lang", "en")
    given = {"FRONTDESK_PIN": "2468"}

    dry = run(*base, "--map", str(mapping), "--dry-run", "--wrong-rows", str(wrong), **given)
    assert (dry.returncode, dry.stderr) == (1, "")
    sums, problem, told = dry.stdout.splitlines()
    assert sums.split("\t")[:3] == ["4", "", ""]
    assert "totals" in sums
    assert problem == "3\t联络\t139\tA phone number has 5 to 15 digits; this has 3."
    assert told == "Nothing was written. 2 rows: 1 new, 0 added to, 0 left out, 1 wrong."
    assert reading.read(wrong, "").rows[1][:2] == ["李四", "139"]

    whole = run(*base, "--map", str(mapping), "--all-or-nothing", **given)
    assert (whole.returncode, whole.stdout.splitlines()[-1]) == (1, told)
    done = run(*base, "--map", str(mapping), **given)
    assert done.stdout.splitlines()[-1] == "2 rows: 1 new, 0 added to, 0 left out, 1 wrong."
    with opened(founded):
        assert run_sql("SELECT count(*) FROM customer").fetchone()[0] == 1
    again = run(*base, **given)
    assert "already; the row is left out" in again.stdout.splitlines()[1], "the columns were remembered"

    listed = tmp_path / "listed.toml"
    listed.write_text('"称呼" = ["name"]\n', encoding="utf-8")
    mapping.write_text('"姓名" = "name"\n', encoding="utf-8")
    for arguments, pin, said in (
        (("--map", str(mapping)), "2468", "no column called"),
        (("--map", str(listed)), "2468", "No column can hold"),
        ((), "0000", "PIN"),
        (("--map", str(path)), "2468", "is no text in UTF-8"),
        (("--kind", "stock"), "2468", "No column of the sheet list.csv is known. Say with --map"),
    ):
        refused = run(*base, *arguments, FRONTDESK_PIN=pin)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert said in refused.stderr
    gone = run(*base, "--map", str(tmp_path / "gone.toml"), **given)
    assert (gone.returncode, gone.stderr) == (3, "The file gone.toml cannot be opened.\n")
