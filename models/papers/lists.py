"""What screens read about kept prints, photos and scans."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from models.kernel.faults import store_damaged
from models.papers.facts import PaperKind, PaperSize, Watermark
from models.papers.tables import Attachment, PaperPrint


@dataclass(frozen=True)
class PrintRow:
    """One print: ``print_no`` 1 is the original, the others are copies."""

    kind: PaperKind
    number: str
    edition: int
    print_no: int
    size: PaperSize
    sha256: str
    printed_by: str
    printed_at: datetime


@dataclass(frozen=True)
class AttachmentRow:
    """A photo or scan without its content; size in bytes."""

    id: int
    name: str
    media_type: str
    size: int
    created_at: datetime


def print_count(kind: PaperKind, number: str, edition: int, watermark: Watermark) -> int:
    """How often a paper was printed with this watermark, or with none."""
    return len([row for row in _prints(kind, number) if row.edition == edition and row.watermark is watermark])


def prints(kind: PaperKind, number: str) -> list[PrintRow]:
    """Every print of one number, newest first."""
    return [
        PrintRow(
            *(row.kind, row.number, row.edition, row.print_no, row.size, row.sha256, row.printed_by, row.printed_at)
        )
        for row in _prints(kind, number)
    ]


def _prints(kind: PaperKind, number: str) -> list[PaperPrint]:
    columns = [field for field in PaperPrint._meta.sorted_fields if field is not PaperPrint.facts]
    query = PaperPrint.select(*columns).where(PaperPrint.kind == kind, PaperPrint.number == number)
    return list(query.order_by(PaperPrint.printed_at.desc(), PaperPrint.id.desc()))


def attachments(kind: str, record_id: int) -> list[AttachmentRow]:
    """The photos and scans of a record, newest first."""
    columns = (Attachment.id, Attachment.name, Attachment.media_type, Attachment.size, Attachment.created_at)
    query = Attachment.select(*columns).where(Attachment.kind == kind, Attachment.record_id == record_id)
    return [
        AttachmentRow(each.id, each.name, each.media_type, each.size, each.created_at)
        for each in query.order_by(Attachment.id.desc())
    ]


def content(attachment_id: int) -> bytes:
    """A photo's or scan's bytes.

    Raises StorageError where they are not those that were attached: of a damaged page at its end, a database may give
    zeros and tell of it only with the next one.
    """
    row = Attachment.get_by_id(attachment_id)
    told = bytes(row.content)
    if hashlib.sha256(told).hexdigest() != row.sha256:
        raise store_damaged()
    return told
