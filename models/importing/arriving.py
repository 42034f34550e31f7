"""Large imports: put down first, decided, then written part by part, so that nobody at the counter waits for them (X3).

While its parts are put down nobody sees anything of an import, and one that is cut off is as if it had never begun.
With the decision it is on record, and every part comes in: where the program is cut off meanwhile, the parts that still
wait are written when the store is opened the next time, before anybody sees it. So it is all there, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from models.customers.many_files import Wrote
from models.followup.starting import catch_up_by_and_by
from models.importing.actions import import_customers, import_goods, import_stock
from models.importing.batches import Batch, CustomerBatch, StockBatch, last_phone, phones_since, unpacked
from models.importing.kinds import ImportKind
from models.importing.tables import ImportPart, ImportRun
from models.importing.writing import record
from models.kernel import clock, store, turns
from models.kernel.actions import Act, acting
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, NotAllowed, RuleError
from models.kernel.permissions import Actor
from models.kernel.progress import Heard, unheard
from models.kernel.tables import new_uid, run_sql
from models.staff.tables import Staff

_LOCK_DIGITS = 15
_AT_ONCE = 4
"""So many parts are written in one go: they take no longer than anything else."""

_HOLD = 0.2
"""Seconds after which a transaction ends, so that nobody waits long however slow the PC is."""


def take_over(actor: Actor, batch: Batch, heard: Heard = unheard, told: Heard = unheard) -> Changes:
    """Write a checked batch: a small one in one go, a large one part by part.

    ``heard`` hears how many parts of how many are put down and may raise to stop it all; ``told`` hears how many came
    in and may not. Raises NotAllowed, RuleError, StorageError; then nothing came in, unless it is decided already: then
    the rest follows by ``finish`` or when the store is opened again.
    """
    parts: Sequence[Batch] = batch.parts()
    if len(parts) <= _AT_ONCE:
        return _decide(actor, batch)
    uid = new_uid()
    with store.claimed(claim_number(uid)):
        try:
            _put_down(uid, parts, heard)
            done = _decide(actor, batch, uid)
        except BaseException:
            with suppress(FrontdeskError):
                _throw_away(uid)
            raise
        _bring_in(actor, ImportRun.get_by_id(done.id), enumerate(parts), told)
    return done


def waiting() -> dict[str, int]:
    """How many parts of imports that are decided still wait, by the uid of the run."""
    sql = "SELECT run_uid, count(*) FROM import_part WHERE run_uid IN (SELECT uid FROM import_run) GROUP BY run_uid"
    return dict(run_sql(sql).fetchall())


def finish(run_uid: str) -> bool:
    """Bring in what still waits of an import that was cut off, or throw away what was never decided.

    False where another seat is at it. Raises StorageError where the disk still says no.
    """
    with store.claimed(claim_number(run_uid)) as mine:
        if not mine:
            return False
        run = ImportRun.get_or_none(ImportRun.uid == run_uid)
        if run is None:
            _throw_away(run_uid)
            return True
        staff: Any = Staff.get_by_id(run.staff_id)
        rows = ImportPart.select().where(ImportPart.run_uid == run_uid, ImportPart.rows != b"")
        parts = [(each.position, unpacked(run.kind, bytes(each.rows))) for each in rows.order_by(ImportPart.position)]
        _bring_in(Actor(staff.id, staff.name, staff.roles), run, parts, unheard)
    return True


def finish_all() -> None:
    """When a store is opened: no import stays half done. What cannot be done now must not keep the store shut."""
    for (run_uid,) in run_sql("SELECT DISTINCT run_uid FROM import_part").fetchall():
        with suppress(Exception):
            finish(run_uid)


def claim_number(uid: str) -> int:
    """What an import is known by while it comes in or goes, so that one seat alone is at it."""
    return int(uid[-_LOCK_DIGITS:], 16)


def _decide(actor: Actor, batch: Batch, put_down: str = "") -> Changes:
    if isinstance(batch, CustomerBatch):
        return import_customers(actor, batch, put_down)
    if isinstance(batch, StockBatch):
        return import_stock(actor, batch, put_down)
    return import_goods(actor, batch, put_down)


def _put_down(uid: str, parts: Sequence[Batch], heard: Heard) -> None:
    """Keep what is done at the end, and all parts, as many at once as nobody has to wait for."""
    with store.transaction():
        ImportPart.create(run_uid=uid, position=len(parts), rows=b"")
    done = 0
    while done < len(parts):
        until = clock.uptime() + _HOLD
        with store.transaction():
            for place in range(done, len(parts)):
                ImportPart.create(run_uid=uid, position=place, rows=parts[place].packed())
                done = place + 1
                if clock.uptime() >= until:
                    break
        turns.give_way()
        heard(done, len(parts))


def _throw_away(uid: str) -> None:
    with store.transaction():
        ImportPart.delete().where(ImportPart.run_uid == uid).execute()


def _bring_in(actor: Actor, run: Any, parts: Iterable[tuple[int, Batch]], told: Heard) -> None:
    """Write part after part, each with the note that it no longer waits; then what follows from all of them."""
    every = list(parts)
    guard, done = _Strangers(run, every), 0
    while done < len(every):
        with acting(actor, "importing.bring_in", None) as act:
            done = _bring_some(act, run, every, done, guard)
        turns.give_way()
        told(done, len(every))
    if run.kind is ImportKind.CUSTOMERS:
        catch_up_by_and_by()
    with acting(actor, "importing.all_in", None) as act:
        _throw_away(run.uid)
        act.on("import", run.id)
        act.touch("customer" if run.kind is ImportKind.CUSTOMERS else "item", 0)


def _bring_some(act: Act, run: Any, every: Sequence[tuple[int, Batch]], done: int, guard: _Strangers) -> int:
    """As many parts as can be written without holding others up; how many are in now."""
    first, until = done, clock.uptime() + _HOLD
    rows = out = 0
    while done == first or (done < len(every) and clock.uptime() < until):
        place, part = every[done]
        written, left_out = _write(act, part, guard)
        record(run.id, written)
        _end_part(run, place, left_out)
        rows, out, done = rows + len(written), out + sum(left_out), done + 1
    act.on("import", run.id)
    act.note(part=every[first][0], parts=done - first, rows=rows, left_out=out)
    return done


class _Strangers:
    """The phones of people who got a file from somebody else while an import comes in."""

    def __init__(self, run: Any, parts: Sequence[tuple[int, Batch]]) -> None:
        self._last = last_phone()
        first = parts[0][1] if parts else None
        self._found = _phones_of_others(run.id, first.last_phone) if isinstance(first, CustomerBatch) else set()

    def since_last(self) -> set[str]:
        """Those who came up to now."""
        self._found |= phones_since(self._last)
        return self._found

    def note_own(self) -> None:
        """What the store has up to now is known, or is the import's own."""
        self._last = last_phone()


def _phones_of_others(run_id: int, last: int) -> set[str]:
    own = "SELECT row_id FROM imported_row WHERE run_id = ? AND stands_in = 'customer'"
    sql = f"SELECT digits FROM customer_phone WHERE id > ? AND customer_id NOT IN ({own})"
    return {row[0] for row in run_sql(sql, last, run_id).fetchall()}


def _write(act: Act, part: Batch, guard: _Strangers) -> tuple[list[Wrote], tuple[int, int]]:
    """What was written of a part, and how many rows, new ones and others, stay out as somebody else was faster."""
    if isinstance(part, CustomerBatch):
        late = part.leave_out(guard.since_last())
        written = list(part.write(act))
        guard.note_own()
        return written, (late, 0)
    found: list[Wrote] = []
    new = merged = 0
    for each in part.parts(1):
        try:
            with store.transaction():
                found += list(each.write(act))
        except (RuleError, NotAllowed):
            late, other = each.counts()
            new, merged = new + late, merged + other
    return found, (new, merged)


def _end_part(run: Any, place: int, left_out: tuple[int, int]) -> None:
    ImportPart.delete().where(ImportPart.run_uid == run.uid, ImportPart.position == place).execute()
    if sum(left_out):
        run_sql(
            "UPDATE import_run SET new = new - ?, merged = merged - ?, left_out = left_out + ? WHERE id = ?",
            *(*left_out, sum(left_out), run.id),
        )
