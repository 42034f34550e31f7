"""What an export will hold and how much it will be, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from exchange.columns import Days, ExportList
from exchange.contents import lists_of
from exchange.forms import refuse_longer, write_list
from exchange.papers import TYPICAL_SIZE, papers_of
from models.carrying.actions import refuse
from models.carrying.kinds import Content, Form
from models.kernel import store
from models.kernel.permissions import Actor
from models.kernel.progress import unheard

_SAMPLE = 200
_PDF_ROW, _PDF = 400, 60_000
_MANIFEST_LINE = 300


@dataclass(frozen=True)
class PreviewLine:
    """One content: how many rows (papers: how many papers) it has; ``as_it_stands`` whatever the days."""

    content: Content
    rows: int
    as_it_stands: bool = False


@dataclass(frozen=True)
class Preview:
    """What there is: by content, and in all; the bytes to expect in all and of the largest file."""

    lines: tuple[PreviewLine, ...]
    files: int
    rows: int
    size: int
    largest: int


def preview(actor: Actor, contents: Sequence[Content], days: Days, form: Form) -> Preview:
    """What these contents come to. Raises NotAllowed, RuleError as the export itself would; asks for no passphrase."""
    refuse(actor, contents, encrypted=True)
    with store.snapshot():
        lists = lists_of(actor, contents, days)
        papers = len(papers_of(actor, days)) if Content.PAPERS in contents else 0
        size, largest = estimate(lists, papers, form)
    lines = [PreviewLine(each.content, each.count, each.as_of is not None) for each in lists if each.content]
    if Content.PAPERS in contents:
        lines.append(PreviewLine(Content.PAPERS, papers))
    return Preview(tuple(lines), len(lists) + papers, sum(line.rows for line in lines), size, largest)


def estimate(lists: Sequence[ExportList], papers: int, form: Form) -> tuple[int, int]:
    """The bytes to expect, in all and of the largest list: their first rows are written to nowhere and counted.

    Raises RuleError at field ``form`` where a list is longer than the form holds.
    """
    for each in lists:
        refuse_longer(each.count, form)
    sizes = [_list_size(each, form) for each in lists]
    manifest = (len(lists) + papers + 2) * _MANIFEST_LINE
    return sum(sizes) + papers * TYPICAL_SIZE + manifest, max(sizes, default=0)


def _list_size(each: ExportList, form: Form) -> int:
    if form is Form.PDF:
        return _PDF + each.count * _PDF_ROW
    empty, sample = _Counted(), _Counted()
    taken = min(each.count, _SAMPLE)
    write_list(replace(each, count=0, rows=lambda: iter(())), form, empty, unheard)
    write_list(replace(each, count=taken, rows=lambda: islice(each.rows(), taken)), form, sample, unheard)
    return empty.size + (sample.size - empty.size) * each.count // max(taken, 1)


class _Counted:
    """Takes bytes and keeps only their number."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, data: bytes) -> int:
        """Count ``data``."""
        self.size += len(data)
        return len(data)
