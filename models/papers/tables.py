"""Tables of what is kept of papers, and of photos and scans."""

from __future__ import annotations

import peewee

from models.kernel import clock
from models.kernel.tables import CountField, EnumField, MomentField, Record, Table, TextLine
from models.papers.facts import PaperKind, PaperSize, Watermark


class PaperPrint(Table):
    """One print of a paper: its facts, compressed, and the hash of the PDF made from them; ``print_no`` from 1."""

    kind = EnumField(PaperKind)
    number = peewee.TextField()
    edition = CountField()
    print_no = CountField()
    language = peewee.TextField()
    size = EnumField(PaperSize)
    watermark = EnumField(Watermark)
    sha256 = peewee.TextField()
    check_value = peewee.TextField()
    facts = peewee.BlobField()
    staff_id = CountField()
    printed_by = TextLine(60)
    printed_at = MomentField(default=clock.now)


class Attachment(Record):
    """A photo or scan that belongs to a record, apart from it so that lists never read it."""

    kind = peewee.TextField()
    record_id = CountField()
    name = TextLine(120)
    media_type = peewee.TextField()
    size = CountField()
    sha256 = peewee.TextField()
    staff_id = CountField(null=True)
    content = peewee.BlobField()
