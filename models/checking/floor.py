"""Whether the rotation is as its logs say: every day replayed, every arrival in the visit register."""

from __future__ import annotations

import json
from collections.abc import Iterator

from models.kernel.i18n import _
from models.kernel.tables import run_sql
from models.rotation import soundness


def days() -> Iterator[str]:
    """Each day's log, replayed, decides what was recorded, and hands on to the next day what that began with."""
    yield from soundness.differences()


def registers() -> Iterator[str]:
    """Each arrival has its line in the visit register."""
    known = {line_id for (line_id,) in run_sql("SELECT id FROM register_line WHERE kind = 'visit'").fetchall()}
    arrivals = run_sql(
        "SELECT day, number, content FROM rotation_event JOIN rotation_day ON rotation_day.id = rotation_event.day_id "
        "WHERE kind = 'arrive' ORDER BY day, number"
    )
    for day, number, content in arrivals.fetchall():
        try:
            line = int(json.loads(content)["customer"])
        except (ValueError, KeyError):
            continue
        if line not in known:
            text = _("Rotation of {day}, line {number}: the visit register has no such visit.")
            yield text.format(day=day, number=number)
