"""A list saved from its own screen as one file: it leaves by the same rules as an export, and is on record (X1)."""

from __future__ import annotations

from pathlib import Path

from exchange.columns import Days
from exchange.writing import whole_file
from models.carrying.actions import Departure, carry_out, plain_allowed
from models.carrying.kinds import PERSONAL, Content, Form
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor


def save_table(actor: Actor, content: Content, days: Days, rows: int, table: bytes, path: Path) -> None:
    """Write the ``table``, a csv of so many ``rows``, to ``path``, whole or not at all.

    Raises NotAllowed, RuleError where it tells of people and nothing of them may leave plain, StorageError.
    """
    if content in PERSONAL and not plain_allowed():
        raise RuleError(
            "This list tells of people, and so leaves encrypted only. Use the USB button, or let the administrator "
            "allow plain exports."
        )
    with whole_file(path, len(table)) as file:
        file.write(table)
        left = (1, rows, file.bytes, file.sha256, False)
        carry_out(actor, Departure((content,), Form.CSV, days.first, days.last, str(path.parent), path.name, *left))
