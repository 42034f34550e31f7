"""Table of the catalogue."""

from __future__ import annotations

from models.kernel.tables import FlagField, MoneyField, Record, TextLine


class Item(Record):
    """Something the shop sells; ``category`` is a code of the trade's template, price and cost are of one unit."""

    code = TextLine(40)
    category = TextLine(40)
    name = TextLine(80)
    spec = TextLine(200)
    unit = TextLine(20)
    price = MoneyField()
    cost = MoneyField(default=0)
    active = FlagField(default=True)
