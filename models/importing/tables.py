"""Tables of imports."""

from __future__ import annotations

import peewee

from models.importing.kinds import ImportKind
from models.kernel import clock
from models.kernel.tables import CountField, EnumField, MomentField, Record, Table, TextLine, reference
from models.staff.tables import Staff


class ImportRun(Record):
    """One file taken over: how many of its rows were new, were added to what was there, and were left out."""

    kind = EnumField(ImportKind)
    file_name = TextLine(200)
    staff = reference(Staff)
    new = CountField()
    merged = CountField()
    left_out = CountField()
    wrong = CountField()
    undone_at = MomentField(null=True)
    undone_by = reference(Staff, null=True)


class ImportedRow(Table):
    """A row of the store that an import wrote, in ``stands_in``; ``before`` is what it said, as JSON, where it was
    there already. ``counted`` is the version it had after the import, 0 for rows without one.
    """

    run = reference(ImportRun)
    stands_in = TextLine(40)
    row_id = CountField()
    counted = CountField()
    before = peewee.TextField(default="")


class ImportMapping(Table):
    """Which column was read as what, the last time a file had these headings; both as JSON."""

    kind = EnumField(ImportKind)
    headings = peewee.TextField()
    meaning = peewee.TextField()
    used_at = MomentField(default=clock.now)


class ImportPart(Table):
    """Rows of a large import that are put down, packed, and still wait to be written; ``run_uid`` is that of the run,
    which is not there before it is decided that they come in. Without rows it is what is done at the end.
    """

    run_uid = peewee.TextField()
    position = CountField()
    rows = peewee.BlobField()
