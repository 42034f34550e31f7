"""Names made from what people type: every system can hold them, and no two of a folder are the same."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.file_names import LONGEST, FileNames, free_path, safe_name

_WICKED = st.sampled_from(
    [
        *'<>:"/\\|?*. \t\n\u3000\u200d\u202e\ud800\x00',
        "CON",
        "nul",
        "COM1",
        "LPT¹",
        "欧阳䶮",
        "👨‍👩‍👧",
        "e\u0301",
        ".xlsx",
        "长" * 90,
    ]
)
names = st.lists(_WICKED | st.text(max_size=6), max_size=8).map("".join)


@given(names)
def test_every_system_can_hold_a_safe_name(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST + 1
    assert len(safe.encode()) <= 241, "with .part behind it, what Linux holds"
    assert len(safe.encode("utf-16-le")) // 2 <= 255 - len(".part"), "what Windows and exFAT hold"
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe.isprintable()
    assert safe.strip(" ") == safe
    assert not safe.endswith(".")
    assert not safe.startswith(".")
    assert not PureWindowsPath(safe).is_reserved()
    assert PureWindowsPath(safe).parts == PurePosixPath(safe).parts == (safe,)
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ('a<b>:"/\\|?*c', "a b c"),
        ("con.xlsx", "_con.xlsx"),
        ("NUL .txt", "_NUL.txt"),
        ("COM¹", "_COM¹"),
        ("合同 HT-1 张三.", "合同 HT-1 张三"),
        ("张\u3000三", "张 三"),
        ("", "_"),
        ("..", "_"),
        (" . .", "_"),
        ("a\ud800\n", "a_"),
        ("长" * 300, "长" * 80),
        ("长" * 300 + ".xlsx", "长" * 75 + ".xlsx"),
        ("😀" * 200, "😀" * 60),
        ("Ann\u202exslx.exe", "Annxslx.exe"),
    ],
)
def test_what_becomes_of_names(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@given(st.lists(names, max_size=6))
def test_no_two_names_of_a_folder_are_the_same(wanted: list[str]) -> None:
    given_names = FileNames()
    found = [given_names.give(f"{name}1.pdf") for name in wanted]
    assert len({each.casefold() for each in found}) == len(wanted)
    assert all(each.endswith(".pdf") for each in found)


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    for expected in ("王 强.desk", "王 强 (2).desk", "王 强 (3).desk"):
        path = free_path(tmp_path, "王:强", ".desk")
        assert path.name == expected
        path.mkdir()
