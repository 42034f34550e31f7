"""A sheet on A4 that ends with the words both sides sign, and their signatures at the foot of the last page."""

from __future__ import annotations

from collections.abc import Sequence

from models.kernel.i18n import translator
from models.papers.facts import Printing, StoreHead
from reports import style
from reports.blocks import Paragraph, Signatures, Signer
from reports.flow import Block, Zone, flow
from reports.letterhead import Letterhead


def signed_sheet(
    title: str,
    store: StoreHead,
    number: str,
    blocks: Sequence[Block],
    words: str,
    signers: Sequence[Signer],
    printing: Printing,
) -> bytes:
    """The PDF: letterhead, ``blocks``, ``words`` and signatures."""
    _ = translator(printing.language)
    paragraph = Paragraph(words)
    paragraph.above, paragraph.with_next = style.SECTION_GAP, True
    signatures = Signatures(signers, _("Date ____ / __ / __"))
    zone = Zone(style.HEADER_RULE + blocks[0].above, style.LATER_TOP, style.BODY_END)
    pages = flow([*blocks, paragraph, signatures], zone)
    return Letterhead(store, printing, title, number, (), ()).draw(pages)
