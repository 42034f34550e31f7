"""One export from beginning to end (X1): checked, written whole, on record, or nothing at all."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exchange import writing
from exchange.archive import checked_passphrase
from exchange.columns import Days, ExportList
from exchange.contents import lists_of
from exchange.forms import SCHEMA, Outcome, write_list
from exchange.list_paper import write_pdf
from exchange.papers import FiledPaper, papers_of
from exchange.preview import estimate
from exchange.sinks import Sink, encrypted_sink, plain_sink
from exchange.version import version
from models.carrying.actions import Departure, carry_out, refuse
from models.carrying.kinds import Content, Form
from models.kernel import clock, store
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.kernel.progress import Heard, unheard
from models.shop.profile import profile

PAPER_WEIGHT = 40
"""A paper takes about as long as so many rows."""


@dataclass(frozen=True)
class Wanted:
    """What to export: contents, days, form, and the folder or drive; without a passphrase it leaves plain."""

    contents: tuple[Content, ...]
    days: Days
    form: Form
    place: Path
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True)
class Exported:
    """What left: the folder, how many files, rows and bytes, and what did not fit or could not be made."""

    path: Path
    files: int
    rows: int
    size: int
    encrypted: bool
    cut: int
    left_out: tuple[str, ...]


def export(actor: Actor, wanted: Wanted, on_progress: Heard = unheard) -> Exported:
    """Write what is wanted into a new folder at its place, whole or not at all; nothing in the store changes but its
    record of what left.

    Everything is read from one moment of the store, while others go on working. Raises NotAllowed, RuleError,
    StorageError, and whatever ``on_progress`` raises; then nothing is left at the place.
    """
    refuse(actor, wanted.contents, encrypted=bool(wanted.passphrase))
    if wanted.passphrase:
        checked_passphrase(wanted.passphrase)
    about = _about(actor, wanted)
    work = _Work(actor, wanted, on_progress)
    with writing.new_folder(wanted.place, about["name"], about, on_bytes=work.check) as folder:
        open_sink = encrypted_sink if wanted.passphrase else plain_sink
        with open_sink(folder, about, wanted.passphrase) as sink, store.snapshot():
            work.write_all(sink)
        done = Exported(
            folder.path,
            len(sink.files),
            work.rows,
            sum(int(each["bytes"]) for each in folder.files),
            bool(wanted.passphrase),
            work.cut,
            tuple(work.left_out),
        )
        carry_out(actor, _departure(wanted, done, sink))
    on_progress(work.total, work.total)
    return done


def _about(actor: Actor, wanted: Wanted) -> dict[str, Any]:
    """What the manifest says beside its files."""
    now = clock.local(clock.now())
    name = _("Export {moment}").format(moment=f"{now:%Y-%m-%d %H.%M}")
    return {
        "name": name,
        "program": "Frontdesk",
        "version": version(),
        "schema": SCHEMA,
        "store": profile().name,
        "who": actor.name,
        "when": now.isoformat(timespec="seconds"),
        "contents": [each.value for each in wanted.contents],
        "first": wanted.days.first and wanted.days.first.isoformat(),
        "last": wanted.days.last and wanted.days.last.isoformat(),
        "form": wanted.form.value,
        "encrypted": bool(wanted.passphrase),
    }


def _departure(wanted: Wanted, done: Exported, sink: Sink) -> Departure:
    listed = json.dumps(sink.files, sort_keys=True, ensure_ascii=False).encode()
    return Departure(
        *(wanted.contents, wanted.form, wanted.days.first, wanted.days.last, str(wanted.place), done.path.name),
        *(done.files, done.rows, done.size, hashlib.sha256(listed).hexdigest(), done.encrypted),
    )


class _Work:
    """The writing under way: how far it is, and what is to be told of it."""

    def __init__(self, actor: Actor, wanted: Wanted, on_progress: Heard) -> None:
        self._actor, self._wanted, self._on_progress = actor, wanted, on_progress
        self.done, self.total, self.rows, self.cut = 0, 0, 0, 0
        self.left_out: list[str] = []

    def check(self, count: int) -> None:
        """Some bytes more were written or read back: a moment to say so, and to be stopped."""
        self._on_progress(self.done, self.total)

    def write_all(self, sink: Sink) -> None:
        """Write every list and paper. Raises RuleError where there is nothing to write, or too much for the form."""
        lists = lists_of(self._actor, self._wanted.contents, self._wanted.days)
        filed = Content.PAPERS in self._wanted.contents
        papers = papers_of(self._actor, self._wanted.days) if filed else []
        rows = sum(each.count for each in lists)
        if not rows and not papers:
            raise RuleError("There is nothing of this in these days.", field="contents")
        self.total = rows + len(papers) * PAPER_WEIGHT + 1
        size, largest = estimate(lists, len(papers), self._wanted.form)
        packed = bool(self._wanted.passphrase)  # nobody knows beforehand how small an archive gets
        writing.require_room(self._wanted.place, size, 0 if packed else largest)
        for each in lists:
            self._write_list(sink, each)
        for paper in papers:
            self._write_paper(sink, paper)

    def _write_list(self, sink: Sink, each: ExportList) -> None:
        name = f"{each.title}.{self._wanted.form.value}"
        with sink.file(name) as file:
            if self._wanted.form is Form.PDF:
                outcome = write_pdf(self._actor, each, self._wanted.days, file, self._step)
            else:
                outcome = write_list(each, self._wanted.form, file, self._step)
        self.rows += outcome.rows
        self.cut += len(outcome.cut)
        sink.tell(name, rows=outcome.rows, **_remarks(each, outcome))

    def _write_paper(self, sink: Sink, paper: FiledPaper) -> None:
        pdf = paper.draw()
        self._step(PAPER_WEIGHT)
        if pdf is None:
            self.left_out.append(paper.path)
            return
        name = f"{_('Papers')}/{paper.path}"
        with sink.file(name) as file:
            file.write(pdf)
        sink.tell(name, rows=1)
        self.rows += 1

    def _step(self, count: int) -> None:
        self.done = min(self.done + count, self.total - 1)
        self._on_progress(self.done, self.total)


def _remarks(wanted: ExportList, outcome: Outcome) -> dict[str, object]:
    """What the manifest says besides: the day for which a list stands, cells that were cut, by column and row."""
    said: dict[str, object] = {}
    if wanted.as_of:
        said["as_of"] = wanted.as_of.isoformat()
    if outcome.cut:
        said["cut"] = [{"column": code, "row": row} for code, row in outcome.cut]
    return said
