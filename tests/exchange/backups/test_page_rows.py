"""Pages read past SQLite tell the same rows as SQLite does, whatever was written, changed and taken out before."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.page_rows import Gap, Record, Trees
from models.kernel import store
from models.kernel.pages import Pages

KEY = os.urandom(32)
NUMBERS = st.integers(1, 2**63 - 1) | st.integers(1, 300)
WHOLE = st.sampled_from([0, 1, -1, 127, -128, 2**15, -(2**15), 2**23, 2**31, 2**47, -(2**47), 2**63 - 1, -(2**63)])
SIZES = st.sampled_from([0, 1, 57, 58, 3900, 3981, 3982, 4000, 4012, 8000, 8100, 20_000])
VALUES = st.one_of(
    *(st.none(), WHOLE, st.floats(allow_nan=False), st.text(max_size=40)),
    *(SIZES.map(lambda size: "长" * (size // 3) + "x" * (size % 3)), SIZES.map(lambda size: b"\x0d" * size)),
)
ROWS = st.dictionaries(NUMBERS, st.tuples(VALUES, VALUES), max_size=30)


def read(folder: Path) -> tuple[list[Record], set[int]]:
    """All rows of the table that begins on page 2, and the pages that are gone."""
    with (folder / "file.db").open("rb") as file, (folder / "file.db-wal").open("rb") as journal:
        trees = Trees(Pages(file, KEY, journal))
        parts = list(trees.table(2))
        assert not [part for part in parts if isinstance(part, Gap)]
        return [row for part in parts if not isinstance(part, Gap) for row in part], trees.gone


@settings(deadline=None, max_examples=40)
@given(ROWS, ROWS, st.lists(NUMBERS, max_size=5), st.booleans())
def test_the_same_rows(
    first: dict[int, tuple[object, object]],
    then: dict[int, tuple[object, object]],
    gone: list[int],
    folded: bool,
) -> None:
    """Half of it in the file and half in the journal, and what nobody has saved yet in neither."""
    with TemporaryDirectory() as place:
        file = store.encrypted_file(Path(place) / "file.db", KEY)
        with file.connection_context():
            file.execute_sql("CREATE TABLE one (id INTEGER PRIMARY KEY, a, b)")
            put = "INSERT OR REPLACE INTO one VALUES (?, ?, ?)"
            for rows, fold in ((first, folded), (then, False)):
                with file.atomic():
                    for number, values in rows.items():
                        file.execute_sql(put, (number, *values))
                    for number in (*gone, *list(rows)[:2]):
                        file.execute_sql("DELETE FROM one WHERE id = ?", (number,))
                if fold:
                    file.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            meant = file.execute_sql("SELECT id, a, b FROM one ORDER BY id").fetchall()
            file.execute_sql("BEGIN")
            file.execute_sql("PRAGMA cache_size = 1")
            for number in range(1, 60):
                file.execute_sql(put, (number, "never saved", "x" * 900))
            copy = Path(shutil.copytree(place, Path(place) / "copy", ignore=shutil.ignore_patterns("copy")))
            file.execute_sql("ROLLBACK")
        found, missing = read(copy)
    assert [(row.number, *(row.values or ())[1:]) for row in found] == meant
    assert not missing
