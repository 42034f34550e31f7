"""What an import writes, and what its file was like: prepared, so that it needs no more thought.

These are no dataclasses on purpose: an action cleans every text in its dataclasses, and these are clean already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.catalog.actions import ItemForm


class Source:
    """The file: its name, the headings of its columns with what each was read as, and how many rows stay out.

    ``joined`` counts the rows about somebody whom an earlier row brought.
    """

    __slots__ = ("file_name", "headings", "joined", "left_out", "meaning", "wrong")

    def __init__(
        self, file_name: str, headings: Sequence[str], meaning: Sequence[str], left_out: int = 0, wrong: int = 0
    ) -> None:
        self.file_name, self.headings, self.meaning = file_name, tuple(headings), tuple(meaning)
        self.left_out, self.wrong, self.joined = left_out, wrong, 0


class GoodsRow:
    """An item to write; ``item_id`` 0 is a new one. ``quantity`` in hundredths is what is here of it, None unsaid.

    ``part`` are fields of a part's own, such as its minimum; None for goods that are none.
    """

    __slots__ = ("form", "item_id", "part", "place", "quantity")

    def __init__(
        self,
        item_id: int,
        form: ItemForm,
        quantity: int | None = None,
        place: str = "",
        part: Mapping[str, Any] | None = None,
    ) -> None:
        self.item_id, self.form, self.quantity, self.place, self.part = item_id, form, quantity, place, part


class CountRow:
    """So much of an item is here, in hundredths, and where; where ``cost`` in fen each is None, the catalogue's is."""

    __slots__ = ("cost", "item_id", "place", "quantity")

    def __init__(self, item_id: int, quantity: int, place: str = "", cost: int | None = None) -> None:
        self.item_id, self.quantity, self.place, self.cost = item_id, quantity, place, cost
