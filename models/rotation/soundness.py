"""Whether the rotation's days are what their logs say: each replayed, each beginning where an earlier one stood."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from models.kernel.i18n import say as say_error
from models.rotation import log
from models.rotation.log import Day, Origin
from models.rotation.rules import apply


def differences() -> Iterator[str]:
    """Where a day's log, replayed, does not give what was recorded: decisions, numbers, what it handed on."""
    rows = list(log.all_days())
    origins = {row.id: _origin(row, before) for before, row in zip([None, *rows], rows, strict=False)}
    ends: dict[Origin, str] = {}
    for row in rows:
        origin = origins[row.id]
        end = ends.get(origin) if origin else None
        if origin and (end is None or log.read_carried(row.carried) != log.carried_from(end)):
            yield _("Rotation of {day}: it does not begin where the day before ended.").format(day=row.day)
        wanted = {each for each in origins.values() if each and each.day == row.id}
        if row.checkpoint:
            wanted.add(log.origin_in(row.id, row.checkpoint))
        yield from _replayed(row, wanted, ends)


def _origin(row: Day, before: Day | None) -> Origin | None:
    """Where a day says it begins; one that does not say so begins with the checkpoint of the day before."""
    told = log.read_origin(row.carried)
    return told or (log.origin_in(before.id, before.checkpoint) if before and before.checkpoint else None)


def _replayed(row: Day, wanted: set[Origin], ends: dict[Origin, str]) -> Iterator[str]:
    """What replaying a day finds wrong; ``ends`` gets the checkpoints at the lines that are ``wanted``."""
    state = log.beginning(row)
    if Origin(row.id, 0) in wanted:
        ends[Origin(row.id, 0)] = log.checkpoint(state)
    try:
        for number, event, told, _staff in log.events_of(row.id):
            state, decisions = apply(state, event)
            if number != len(state.log) or log.facts(decisions) != told:
                text = _("Rotation of {day}, line {number}: replaying it decides otherwise.")
                yield text.format(day=row.day, number=number)
            if Origin(row.id, number) in wanted:
                ends[Origin(row.id, number)] = log.checkpoint(state)
    except FrontdeskError as error:
        text = _("Rotation of {day}: the log cannot be replayed: {what}")
        yield text.format(day=row.day, what=say_error(error))
    if row.checkpoint and ends.get(log.origin_in(row.id, row.checkpoint)) != row.checkpoint:
        yield _("Rotation of {day}: its end is not what its log gives.").format(day=row.day)
