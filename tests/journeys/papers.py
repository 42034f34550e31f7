"""Papers that were kept as files: their words, and whether they are the prints on record."""

from __future__ import annotations

import hashlib
from pathlib import Path

from models.papers.facts import PaperKind
from models.papers.lists import prints


def words_of(path: Path) -> str:
    """All words of a PDF, without blanks and line breaks."""
    from pypdf import PdfReader

    return "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())


def assert_on_record(kind: PaperKind, number: str, *paths: Path) -> None:
    """The prints of ``number`` are exactly these files, in their order: the original, then copies."""
    kept = list(reversed(prints(kind, number)))
    assert [each.sha256 for each in kept] == [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    assert [each.print_no for each in kept] == list(range(1, len(paths) + 1))
