"""Whether kept prints are complete and readable, and photos and scans as they were put there."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator

from models.kernel.i18n import _
from models.kernel.tables import run_sql


def prints() -> Iterator[str]:
    """The prints of each paper are numbered from one without a gap, and their facts can be read."""
    gaps = run_sql(
        "SELECT number FROM paper_print GROUP BY kind, number, edition, watermark "
        "HAVING min(print_no) <> 1 OR max(print_no) <> count(*) ORDER BY number"
    )
    for (number,) in gaps.fetchall():
        yield _("{number}: a print is missing.").format(number=number)
    for print_id, number, print_no in run_sql("SELECT id, number, print_no FROM paper_print ORDER BY id").fetchall():
        facts = run_sql("SELECT facts FROM paper_print WHERE id = ?", print_id).fetchone()[0]
        try:
            json.loads(zlib.decompress(bytes(facts)))
        except (zlib.error, ValueError):
            yield _("{number}: the facts of print {print_no} cannot be read.").format(number=number, print_no=print_no)


def attachments() -> Iterator[str]:
    """Each photo or scan has the size and the hash it was put there with."""
    for attachment_id, name in run_sql("SELECT id, name FROM attachment ORDER BY id").fetchall():
        row = run_sql("SELECT content, size, sha256 FROM attachment WHERE id = ?", attachment_id).fetchone()
        content = bytes(row[0])
        if (len(content), hashlib.sha256(content).hexdigest()) != tuple(row[1:]):
            yield _("The photo or scan “{name}” is not what was put there.").format(name=name)
