"""What an import hands to its action: prepared rows, which need no more thought, and what the file was like.

These are no dataclasses on purpose: an action cleans every text in its dataclasses, and these are clean already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.catalog.actions import ItemForm
from models.customers.many_files import Addition, NewFile, Wrote, add_to_files, write_new_files
from models.importing.kinds import ImportKind
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql


class Source:
    """The file: its name, the headings of its columns with what each was read as, and how many rows stay out."""

    __slots__ = ("file_name", "headings", "left_out", "meaning", "wrong")

    def __init__(
        self, file_name: str, headings: Sequence[str], meaning: Sequence[str], left_out: int = 0, wrong: int = 0
    ) -> None:
        self.file_name, self.headings, self.meaning = file_name, tuple(headings), tuple(meaning)
        self.left_out, self.wrong = left_out, wrong


class CustomerBatch:
    """Files to open and to add to. ``last_phone`` is the newest phone the store had when the file was checked."""

    __slots__ = ("additions", "files", "kind", "last_phone", "source", "taken_as_new")

    def __init__(
        self,
        source: Source,
        files: Sequence[NewFile],
        additions: Sequence[Addition],
        last_phone: int,
        *,
        taken_as_new: bool = False,
    ) -> None:
        self.kind, self.source, self.files, self.additions = ImportKind.CUSTOMERS, source, files, additions
        self.last_phone, self.taken_as_new = last_phone, taken_as_new

    def write(self) -> Iterator[Wrote]:
        """Write all of it. Raises RuleError where somebody opened a file for one of these people meanwhile."""
        if not self.taken_as_new:
            self._check_nobody_came()
        yield from write_new_files(self.files)
        yield from add_to_files(self.additions)

    def _check_nobody_came(self) -> None:
        new = {row[0] for row in run_sql("SELECT digits FROM customer_phone WHERE id > ?", self.last_phone).fetchall()}
        if any(phone["digits"] in new for file in self.files for phone in file.phones):
            raise RuleError("Somebody opened a file for one of these people meanwhile. Check the file again.")


def last_phone() -> int:
    """The newest phone of the store."""
    return int(run_sql("SELECT coalesce(max(id), 0) FROM customer_phone").fetchone()[0])


class GoodsRow:
    """An item to write; ``item_id`` 0 is a new one. ``quantity`` in hundredths is what is here of it, None unsaid."""

    __slots__ = ("form", "item_id", "place", "quantity")

    def __init__(self, item_id: int, form: ItemForm, quantity: int | None = None, place: str = "") -> None:
        self.item_id, self.form, self.quantity, self.place = item_id, form, quantity, place


class GoodsBatch:
    """Goods or parts to write."""

    __slots__ = ("kind", "rows", "source")

    def __init__(self, kind: ImportKind, source: Source, rows: Sequence[GoodsRow]) -> None:
        self.kind, self.source, self.rows = kind, source, rows


class CountRow:
    """So much of an item is here, in hundredths, and where."""

    __slots__ = ("item_id", "place", "quantity")

    def __init__(self, item_id: int, quantity: int, place: str = "") -> None:
        self.item_id, self.quantity, self.place = item_id, quantity, place
