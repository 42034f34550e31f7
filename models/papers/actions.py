"""What is kept when a paper is printed, and putting photos and scans beside a record."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass

from models.kernel.actions import PROGRAM, Act, acting, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.papers.facts import PaperKind, Printing
from models.papers.lists import print_count
from models.papers.tables import Attachment, PaperPrint

LARGEST_ATTACHMENT = 20 * 1024 * 1024
BEGINNING = 16
"""How many bytes of a file say of which kind it is."""

_PDF = b"%PDF-"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"BM", b"II*\0", b"MM\0*")
_LONGEST_EDGE = 2400
_MOST_PIXELS = 100_000_000


@dataclass(frozen=True)
class KeptPaper:
    """A paper that is being printed: which, its facts as JSON, its PDF."""

    kind: PaperKind
    number: str
    edition: int
    record_id: int
    facts: bytes
    pdf: bytes


@action(Permission.PRINT)
def keep_print(act: Act, paper: KeptPaper, printing: Printing) -> None:
    """Put a print on record: number, SHA-256, who and when; the first of its kind is the original.

    Raises RuleError where it claims to be the original and another seat printed that meanwhile.
    """
    _keep(act, paper, printing)


def keep_print_of_program(paper: KeptPaper, printing: Printing) -> None:
    """The same for papers written from the command line, by whoever may open the store on this PC."""
    with acting(PROGRAM, "papers.keep_print", None) as act:
        _keep(act, paper, printing)


def _keep(act: Act, paper: KeptPaper, printing: Printing) -> None:
    before = print_count(paper.kind, paper.number, paper.edition, printing.watermark)
    if bool(before) != printing.copy:
        raise RuleError("This paper has just been printed elsewhere. Print it again as a copy.")
    PaperPrint.create(
        kind=paper.kind,
        number=paper.number,
        edition=paper.edition,
        print_no=before + 1,
        language=printing.language,
        size=printing.size,
        watermark=printing.watermark,
        sha256=hashlib.sha256(paper.pdf).hexdigest(),
        check_value=printing.check_value,
        facts=zlib.compress(paper.facts),
        staff_id=act.actor.id,
        printed_by=printing.printed_by,
        printed_at=printing.printed_at,
    )
    act.on(paper.kind.value, paper.record_id)
    act.note(number=paper.number, edition=paper.edition, print_no=before + 1)


@action(Permission.REGISTER)
def attach(act: Act, kind: str, record_id: int, name: str, content: bytes) -> None:
    """Put a photo or scan beside a record: JPEG, PNG or PDF up to 20 MB; pictures are scaled to what is useful.

    Raises RuleError at field ``content`` for anything else.
    """
    attachment = put_beside(act, kind, record_id, name, content)
    act.on(kind, record_id)
    act.note(size=attachment.size, media_type=attachment.media_type)


def put_beside(act: Act, kind: str, record_id: int, name: str, content: bytes) -> Attachment:
    """The same within another action; returns what was put there."""
    check_attachment(len(content), content[:BEGINNING])
    media_type, content = _useful(content)
    attachment: Attachment = Attachment.create(
        kind=kind,
        record_id=record_id,
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        staff_id=act.actor.id,
        content=content,
    )
    act.touch("attachment", attachment.id)
    return attachment


def check_attachment(size: int, beginning: bytes) -> None:
    """Refuse a file by its size and first bytes, before anybody reads it whole. Raises RuleError."""
    if size > LARGEST_ATTACHMENT:
        raise RuleError("The file is larger than {most} MB.", field="content", most=LARGEST_ATTACHMENT // 1024**2)
    if not beginning.startswith((_PDF, *_PICTURES)):
        raise RuleError("This file is not a picture or a PDF.", field="content")


def _useful(content: bytes) -> tuple[str, bytes]:
    """A PDF as it is; a picture upright, without its camera's notes, its longest edge at most 2,400 pixels."""
    if content.startswith(_PDF):
        return "application/pdf", content
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP", "BMP", "TIFF")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise RuleError("The picture is too large.", field="content")
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((_LONGEST_EDGE, _LONGEST_EDGE))
            keeps_png = picture.format == "PNG"
            scaled = io.BytesIO()
            if keeps_png:
                upright.save(scaled, "PNG", optimize=True)
            else:
                upright.convert("RGB").save(scaled, "JPEG", quality=85)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise RuleError("This file is not a picture or a PDF.", field="content") from error
    return ("image/png" if keeps_png else "image/jpeg"), scaled.getvalue()
