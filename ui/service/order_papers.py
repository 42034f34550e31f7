"""Which papers a work order has at which time (documents.md)."""

from __future__ import annotations

from collections.abc import Callable

from models.papers.facts import PaperKind
from models.service.views import OrderView


def papers_of(view: OrderView) -> list[PaperKind]:
    """The papers that say something by now, in the order of the way."""
    return [kind for kind, told in _PAPERS.items() if told(view)]


_PAPERS: dict[PaperKind, Callable[[OrderView], bool]] = {
    PaperKind.RECEPTION_SHEET: lambda view: True,
    PaperKind.INSPECTION_SHEET: lambda view: bool(view.points) and view.row.received_at is not None,
    PaperKind.AUTHORISATION: lambda view: bool(view.lines),
}
