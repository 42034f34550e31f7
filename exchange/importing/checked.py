"""What a dry run finds: every problem with its place, and what would be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from exchange.importing import values
from models.importing.kinds import ImportKind
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.text import clean

Reader = Callable[[str], Any]


class Holds(Enum):
    """What sort of thing the cells of a column say."""

    TEXT = auto()
    MONEY = auto()
    DISTANCE = auto()
    DAY = auto()
    ANSWER = auto()


@dataclass(frozen=True)
class Column:
    """What a column may hold: its name here, what its cells mean, and of what sort that is."""

    label: str
    reader: Reader
    holds: Holds = Holds.TEXT


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell: the row's number in the file, the heading, what stands there, and why.

    ``refused`` is False for what is only to be known: the row is taken all the same.
    """

    row: int
    column: str
    value: str
    error: FrontdeskError
    refused: bool = True


@dataclass
class Checked:
    """A file checked against the store; nothing is written yet. ``batch`` is None where nothing can be written.

    ``left_out`` counts rows about whom or what the store knows already, ``same`` those that say nothing new, and
    ``repeated`` those joined with another row.
    """

    kind: ImportKind
    rows: int = 0
    new: int = 0
    merged: int = 0
    same: int = 0
    left_out: int = 0
    repeated: int = 0
    problems: list[Problem] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)
    batch: Any = None

    @property
    def out(self) -> int:
        """How many rows bring nothing, though nothing is wrong with them."""
        return self.left_out + self.same

    @property
    def added(self) -> int:
        """How many rows add to what the store or another row says."""
        return self.merged + self.repeated

    def refuse(self, row: int, column: str, value: str, error: FrontdeskError) -> None:
        """Note a problem because of which the row is not taken."""
        self.problems.append(Problem(row, column, value, error))
        self.wrong.add(row)

    def mention(self, row: int, column: str, value: str, error: FrontdeskError) -> None:
        """Note something to be known of a row that is taken."""
        self.problems.append(Problem(row, column, value, error, refused=False))


@dataclass(frozen=True)
class Places:
    """Which column of the file holds what, by the name it has here."""

    at: Mapping[str, int]
    headings: tuple[str, ...]

    def heading(self, key: str) -> str:
        """The heading of what is called ``key`` here, or "" where no column holds it."""
        return self.headings[self.at[key]] if key in self.at else ""

    def cell(self, row: list[str], key: str) -> str:
        """What stands in a row, or ""."""
        place = self.at.get(key, -1)
        return row[place] if 0 <= place < len(row) else ""


def places(headings: tuple[str, ...], meaning: tuple[str, ...]) -> Places:
    """Where everything stands. Raises RuleError where two columns are said to hold the same."""
    at: dict[str, int] = {}
    for place, key in enumerate(meaning):
        if key in at:
            raise RuleError(
                "Two columns cannot hold the same: “{first}” and “{second}”.",
                first=headings[at[key]],
                second=headings[place],
            )
        if key:
            at[key] = place
    return Places(at, headings)


def read_row(checked: Checked, number: int, row: list[str], found: Places, columns: Mapping[str, Column]) -> Any:
    """The values of a row by name; what no cell says is not there. None where a cell is wrong, which is noted."""
    said: dict[str, Any] = {}
    good = True
    for key, place in found.at.items():
        if place >= len(row) or not (cell := row[place].strip()):
            continue
        column = columns[key]
        if values.is_nothing(cell) and column.holds is not Holds.ANSWER:
            continue
        try:
            plain = cell.isascii() and cell.isprintable() and cell[0] != "#"
            value = column.reader(cell if plain else _legible(cell))
        except RuleError as error:
            checked.refuse(number, found.headings[place], row[place], error)
            good = False
            continue
        if value is not None and value not in _SAYS_NOTHING:
            said[key] = value
    return said if good else None


_SAYS_NOTHING: tuple[Any, ...] = ("", ())


def _legible(cell: str) -> str:
    """The cell without invisible characters. Raises RuleError where a spreadsheet or an encoding lost what it said."""
    if cell[0] == "#" and cell in values.ERRORS:
        raise RuleError("The spreadsheet has no value here. Mend or calculate it there, and save the file again.")
    if "\ufffd" in cell:
        raise RuleError("A character is broken here. Mend it in the file.")
    return cell if cell.isprintable() else clean(cell)
