"""Document numbers without gaps: counted inside the transaction that writes the document."""

from __future__ import annotations

import peewee

from models.kernel.tables import CountField, database


class Counter(peewee.Model):
    """The last number given in a series, such as ``HT-2026``."""

    series = peewee.TextField(primary_key=True)
    last = CountField(default=0)

    class Meta:
        database = database
        table_name = "counter"


def next_number(prefix: str, year: int, width: int = 4) -> str:
    """The next number of the year's series, such as ``HT-2026-0093``; rolled back with its transaction."""
    series = f"{prefix}-{year}"
    row = (
        Counter.insert(series=series, last=1)
        .on_conflict(conflict_target=[Counter.series], update={Counter.last: Counter.last + 1})
        .returning(Counter.last)
        .execute()
    )
    last = next(iter(row)).last
    return f"{series}-{last:0{width}d}"
