"""How the columns of a file were read the last time one had the same headings (X3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from models.importing.kinds import ImportKind
from models.importing.tables import ImportMapping
from models.kernel import clock
from models.kernel.text import folded


def remembered(kind: ImportKind, headings: Sequence[str]) -> tuple[str, ...] | None:
    """What each column was read as, "" for one that was not read; None where nobody knows these headings."""
    row = ImportMapping.get_or_none(ImportMapping.kind == kind, ImportMapping.headings == _key(headings))
    return tuple(json.loads(row.meaning)) if row else None


def remember(kind: ImportKind, headings: Sequence[str], meaning: Sequence[str]) -> None:
    """Inside an action: keep how these columns were read."""
    told = json.dumps(list(meaning))
    row = ImportMapping.get_or_none(ImportMapping.kind == kind, ImportMapping.headings == _key(headings))
    if row is None:
        ImportMapping.create(kind=kind, headings=_key(headings), meaning=told)
    else:
        ImportMapping.update(meaning=told, used_at=clock.now()).where(ImportMapping.id == row.id).execute()


def _key(headings: Sequence[str]) -> str:
    """A digest: where the first line is no heading but somebody's data, none of it is kept."""
    return hashlib.sha256("\n".join(folded(each) for each in headings).encode()).hexdigest()
