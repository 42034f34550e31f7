"""Files nobody vouches for: every encoding is known, every limit holds, and no damage reaches the program (X3)."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rustpy_xlsxwriter import write_worksheet

from exchange.importing import headings, limits, reading, text_files
from exchange.importing.customers import LABELS
from models.importing.kinds import ImportKind
from models.kernel.errors import RuleError, StorageError
from tests.campaigns import campaign, has_long_form
from tests.exchange.importing.files import CUSTOMERS, text_file

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be")
TRADITIONAL = (
    ("客戶姓名", "行動電話", "地址", "備註"),
    ("陳怡君", "0912-345-678", "臺北市信義區松仁路1號", "喜歡藍色，週末再聯絡"),
    ("林志豪", "0922-111-222", "高雄市左營區博愛二路", "已看過展間車"),
)


def workbook(rows: list[dict[str, object]]) -> bytes:
    told = io.BytesIO()
    write_worksheet(rows, told)
    return told.getvalue()


PEOPLE = workbook([{"姓名": f"张三{n}", "手机": 13900000000.0 + n, "生日": "1990-01-02"} for n in range(40)])


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_is_read_in_every_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = TRADITIONAL if encoding == "big5" else tuple(row for row in CUSTOMERS if "䶮" not in row[0])
    path = text_file(tmp_path / "list.csv", rows, encoding, delimiter)
    assert [tuple(row) for row in text_files.read(path.read_bytes())] == [tuple(row) for row in rows]


def test_a_workbook_is_read_by_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(PEOPLE)
    assert reading.read(path).sheets == ["Sheet1"]
    rows = reading.read(path, "Sheet1").rows
    assert rows[:2] == [["姓名", "手机", "生日"], ["张三0", "13900000000", "1990-01-02"]]
    assert len(rows) == 41
    with pytest.raises(StorageError, match="cannot be opened"):
        reading.read(tmp_path / "gone.xlsx")


def bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (limits.UNPACKED_TIMES * 200_000))
    return path


def far_cell(path: Path) -> Path:
    """A workbook whose only other cell is the last one that a sheet can have."""
    with zipfile.ZipFile(io.BytesIO(PEOPLE)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            content = old.read(each)
            if each.filename.endswith("sheet1.xml"):
                cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                content = content.replace(b"</sheetData>", cell)
            new.writestr(each, content)
    return path


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_text(",".join(f"c{n}" for n in range(1000))), "1000 columns; at most 200"),
        (lambda path: path.write_text("a,b\n" * (limits.LINES + 1)), "more than 200000 rows"),
        (lambda path: path.write_text("<html><table><tr><td>姓名</td></tr></table></html>"), "web page"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(500)), "damaged"),
        (lambda path: path.write_bytes(bytes(range(256)) * 4), "no file of rows"),
        (bomb, "unpacks to far more"),
        (far_cell, "damaged|memory|columns"),
    ],
)
def test_what_is_no_file_of_rows_is_refused_in_words(tmp_path: Path, made: object, said: str) -> None:
    path = tmp_path / "list.csv"
    made(path)  # type: ignore[operator]  # one of the makers above
    with pytest.raises(RuleError, match=said):
        reading.read(path)


DRIVER = """
import resource, signal, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (500 * 2**20, 500 * 2**20))
from exchange.importing import child, limits
from models.kernel.errors import FrontdeskError
for path in sorted(Path(sys.argv[1]).iterdir()):
    start = time.monotonic()
    signal.alarm(limits.SILENT_SECONDS)  # as the program does with a reader that says nothing
    try:
        for sheet in child.sheets(path):
            for batch in child.batches(child.rows(path, sheet)):
                pass
    except (FrontdeskError, MemoryError):
        pass
    except BaseException as error:
        if type(error).__module__.split(".")[0] not in ("python_calamine", "_python_calamine", "pyo3_runtime"):
            raise
    print(path.name, round(time.monotonic() - start, 3), flush=True)
"""


def damaged(content: bytes, chance: random.Random) -> bytes:
    """A file with some of its bytes changed, cut out, said twice, or cut off."""
    told = bytearray(content)
    for _each in range(chance.choice((1, 1, 3, 10, 50))):
        place = chance.randrange(len(told))
        match chance.randrange(4):
            case 0:
                told[place] ^= 1 << chance.randrange(8)
            case 1:
                del told[place : place + chance.randrange(1, 40)]
            case 2:
                told[place:place] = told[place : place + chance.randrange(1, 200)]
            case _:
                told[place : place + 4] = chance.randbytes(4)
        told = told or bytearray(b"x")
    return bytes(told[: chance.randrange(1, len(told) + 1)] if chance.random() < 0.2 else told)


def repacked(chance: random.Random) -> bytes:
    """A workbook that unpacks well, but one of whose parts is damaged."""
    told = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PEOPLE)) as old, zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as new:
        wrong = chance.randrange(len(old.infolist()))
        for place, each in enumerate(old.infolist()):
            content = old.read(each)
            new.writestr(each, damaged(content, chance) if place == wrong else content)
    return told.getvalue()


@has_long_form
def test_no_damage_hangs_or_breaks_the_reading(tmp_path: Path) -> None:
    chance = random.Random(8)
    text = "\r\n".join(",".join(row) for row in CUSTOMERS).encode("gb18030")
    for number in range(campaign(240, 6_000)):
        content = (lambda: damaged(PEOPLE, chance), lambda: repacked(chance), lambda: damaged(text, chance))[
            number % 3
        ]()
        (tmp_path / f"{number:05d}").write_bytes(content)
    assert read_all(tmp_path) > campaign(200, 5_000)


def read_all(folder: Path) -> int:
    """Read every file of a folder in processes of limited memory, none longer than it may take; how many were read to
    their end or refused. The others ended the process, which is what it is there for.
    """
    done: list[str] = []
    while left := sorted(each.name for each in folder.iterdir()):
        run = subprocess.run(
            [sys.executable, "-c", DRIVER, str(folder)], capture_output=True, text=True, timeout=campaign(120, 3600)
        )
        told = run.stdout.split("\n")[:-1]
        for line in told:
            name, seconds = line.split()
            assert float(seconds) < limits.SILENT_SECONDS, name
            (folder / name).unlink()
        done += told
        if run.returncode:
            assert run.returncode < 0 or "memory" in run.stderr.casefold(), run.stderr
            (folder / left[len(told)]).unlink()
    return len(done)


def test_two_lines_of_headings_merged_cells_and_totals_are_understood() -> None:
    rows = [
        [],
        ["某某汽车销售服务有限公司客户清单"],
        ["客户信息", "", "", "车辆信息", "", "备注"],
        ["姓名", "手机", "性别", "车牌号", "VIN", ""],
        ["张三", "13900000001", "男", "浙A12345", "LYH7V2A58TA000317", "老客户"],
        [],
        ["合 计：", "1"],
    ]
    sheet = headings.understood(rows, ImportKind.CUSTOMERS, LABELS)
    assert sheet.headings == ("姓名", "手机", "性别", "车牌号", "VIN", "备注")
    assert [number for number, _row in sheet.rows] == [5]
    assert sheet.left_out == (7,)
    meaning = headings.guessed(sheet.headings, ImportKind.CUSTOMERS, LABELS)
    assert meaning == ("name", "phone", "form_of_address", "plate", "serial", "note")


@given(st.lists(st.lists(st.text(max_size=20), max_size=6), max_size=12))
def test_any_rows_are_understood_as_some_sheet(rows: list[list[str]]) -> None:
    sheet = headings.understood(rows, ImportKind.CUSTOMERS, LABELS)
    assert all(1 <= number <= len(rows) for number, _row in sheet.rows)
    assert len(headings.guessed(sheet.headings, ImportKind.CUSTOMERS, LABELS)) == len(sheet.headings)
