"""What screens read of the exports: what somebody may carry, and what left before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.carrying.kinds import PRESETS, Content, Form, Preset, may_carry
from models.carrying.tables import CarriedOut
from models.kernel.permissions import Actor
from models.staff.tables import Staff


@dataclass(frozen=True, slots=True)
class DepartureRow:
    """One export that left: who, when, what, where to, how much; size in bytes."""

    id: int
    at: datetime
    who: str
    contents: tuple[Content, ...]
    form: Form
    first: date | None
    last: date | None
    place: str
    name: str
    files: int
    lines: int
    size: int
    sha256: str
    encrypted: bool


def contents_for(actor: Actor) -> tuple[Content, ...]:
    """What this person may carry out."""
    return tuple(each for each in Content if may_carry(actor, each))


def presets_for(actor: Actor) -> dict[Preset, tuple[Content, ...]]:
    """The presets this person may use, each with what it holds for them; one of which a part is missing is left out,
    save that everything is everything they may carry.
    """
    own = contents_for(actor)
    found = {preset: contents for preset, contents in PRESETS.items() if set(contents) <= set(own)}
    return {**found, Preset.EVERYTHING: own} if own else {}


def departures(limit: int = 50) -> list[DepartureRow]:
    """What left, the newest first."""
    query = CarriedOut.select(CarriedOut, Staff.name.alias("who")).join(Staff).order_by(CarriedOut.id.desc())
    return [
        DepartureRow(
            *(row.id, row.at, row.who, tuple(map(Content, row.contents.split(","))), row.form),
            *(row.first_day, row.last_day, row.place, row.name, row.files, row.lines, row.size, row.sha256),
            row.encrypted,
        )
        for row in query.limit(limit).objects()
    ]
