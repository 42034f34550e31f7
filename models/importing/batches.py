"""What an import hands to its action: prepared rows, whole or in parts, and packed to wait for being written."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import msgspec

from models.catalog.actions import ItemForm
from models.customers.many_files import Addition, NewFile, Wrote, add_to_files, write_new_files
from models.importing import goods, stock
from models.importing.kinds import ImportKind
from models.importing.rows import CountRow, GoodsRow, Source
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.stock.keeping import UnitForm

_FILES, _FORMS = 500, 25
"""How many files, and how many rows that take more thought, make a part: a few hundredths of a second."""

_FAST = 1
_NOWHERE = Source("", (), ())


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

    def check(self) -> None:
        """Raises RuleError where there is nothing, or where somebody opened a file for one of these meanwhile."""
        if not self.files and not self.additions:
            raise RuleError("There is nothing to import.")
        if self._with_file(phones_since(self.last_phone)):
            raise RuleError("Somebody opened a file for one of these people meanwhile. Check the file again.")

    def leave_out(self, phones: Collection[str]) -> int:
        """Leave out those who have a file by now, known by their phones unless all are new; says how many."""
        known = self._with_file(phones)
        self.files = [each for each in self.files if each not in known]
        return len(known)

    def _with_file(self, phones: Collection[str]) -> set[NewFile]:
        if self.taken_as_new or not phones:
            return set()
        return {each for each in self.files if any(phone["digits"] in phones for phone in each.phones)}

    def counts(self) -> tuple[int, int]:
        """How many are new, and how many are added to."""
        return len(self.files), len(self.additions)

    def parts(self) -> list[CustomerBatch]:
        """The same in parts, none of which takes long to write."""
        files: Any = ((each, []) for each in _some(self.files, _FILES))
        additions: Any = (([], each) for each in _some(self.additions, _FORMS))
        return [
            CustomerBatch(self.source, new, more, self.last_phone, taken_as_new=self.taken_as_new)
            for new, more in (*files, *additions)
        ]

    def write(self, act: Act) -> Iterator[Wrote]:
        """Inside an action: write all of it."""
        yield from write_new_files(self.files)
        yield from add_to_files(self.additions)

    def packed(self) -> bytes:
        """What ``unpacked`` makes this of again."""
        files, additions = [each.told() for each in self.files], [each.told() for each in self.additions]
        return _pack((files, additions, self.last_phone, self.taken_as_new))


def phones_since(last: int) -> set[str]:
    """The digits of the phones that came into the store after the one numbered ``last``."""
    return {row[0] for row in run_sql("SELECT digits FROM customer_phone WHERE id > ?", last).fetchall()}


def last_phone() -> int:
    """The newest phone of the store."""
    return int(run_sql("SELECT coalesce(max(id), 0) FROM customer_phone").fetchone()[0])


class GoodsBatch:
    """Goods or parts to write."""

    __slots__ = ("kind", "rows", "source")

    def __init__(self, kind: ImportKind, source: Source, rows: Sequence[GoodsRow]) -> None:
        self.kind, self.source, self.rows = kind, source, rows

    def check(self) -> None:
        """Raises RuleError where there is nothing."""
        if not self.rows:
            raise RuleError("There is nothing to import.")

    def counts(self) -> tuple[int, int]:
        """How many are new, and how many get the file's values."""
        new = sum(not each.item_id for each in self.rows)
        return new, len(self.rows) - new

    def parts(self, size: int = 0) -> list[GoodsBatch]:
        """The same in parts of so many rows, unless told such that none takes long to write."""
        return [GoodsBatch(self.kind, self.source, some) for some in _some(self.rows, size or _FORMS)]

    def write(self, act: Act) -> Iterator[Wrote]:
        """Inside an action: write all of it. Raises RuleError, its field the code of the item that is wrong."""
        return goods.write(act, self.rows)

    def packed(self) -> bytes:
        """What ``unpacked`` makes this of again."""
        return _pack([(each.item_id, each.form, each.quantity, each.place, each.part) for each in self.rows])


class StockBatch:
    """Units to take into stock, and quantities that were counted."""

    __slots__ = ("counted", "kind", "source", "units")

    def __init__(self, source: Source, units: Sequence[UnitForm], counted: Sequence[CountRow]) -> None:
        self.kind, self.source, self.units, self.counted = ImportKind.STOCK, source, units, counted

    def check(self) -> None:
        """Raises RuleError where there is nothing."""
        if not self.units and not self.counted:
            raise RuleError("There is nothing to import.")

    def counts(self) -> tuple[int, int]:
        """How many units come, and of how many items the quantity is set."""
        return len(self.units), len(self.counted)

    def parts(self, size: int = 0) -> list[StockBatch]:
        """The same in parts of so many rows, unless told such that none takes long to write."""
        units = [StockBatch(self.source, some, []) for some in _some(self.units, size or _FORMS)]
        return [*units, *(StockBatch(self.source, [], some) for some in _some(self.counted, size or _FORMS))]

    def write(self, act: Act) -> Iterator[Wrote]:
        """Inside an action: receive and count. Raises RuleError, its field the number or code that is wrong."""
        yield from stock.receive(act, self.units)
        yield from stock.count(act, self.counted)

    def packed(self) -> bytes:
        """What ``unpacked`` makes this of again."""
        return _pack((self.units, [(each.item_id, each.quantity, each.place, each.cost) for each in self.counted]))


Batch = CustomerBatch | GoodsBatch | StockBatch


def unpacked(kind: ImportKind, packed: bytes) -> Batch:
    """The batch of this kind that was ``packed``, without its source."""
    plain = zlib.decompress(packed)
    if kind is ImportKind.CUSTOMERS:
        files, additions, last, new = msgspec.msgpack.decode(plain)
        told = [NewFile.again(each) for each in files], [Addition.again(each) for each in additions]
        return CustomerBatch(_NOWHERE, *told, last, taken_as_new=new)
    if kind is ImportKind.STOCK:
        units, counted = msgspec.msgpack.decode(plain, type=tuple[list[UnitForm], list[list[Any]]])
        return StockBatch(_NOWHERE, units, [CountRow(*each) for each in counted])
    rows = msgspec.msgpack.decode(plain, type=list[tuple[int, ItemForm, int | None, str, dict[str, Any] | None]])
    return GoodsBatch(kind, _NOWHERE, [GoodsRow(*each) for each in rows])


def _pack(told: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(told), _FAST)


def _some(every: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """So many at a time."""
    return (every[first : first + size] for first in range(0, len(every), size))
