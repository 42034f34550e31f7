"""Which papers a work order has at which time (documents.md)."""

from __future__ import annotations

from collections.abc import Callable

from models.papers.facts import PaperKind
from models.service.money_lists import gate_pass_id
from models.service.views import OrderView


def papers_of(view: OrderView) -> list[PaperKind]:
    """The papers that say something by now, in the order of the way."""
    return [kind for kind, told in _PAPERS.items() if told(view)]


def record_of(view: OrderView, kind: PaperKind) -> int:
    """The record a paper is made of: the order, unless it is of its settlement or its gate pass."""
    if kind is PaperKind.SETTLEMENT and view.settlement is not None:
        return view.settlement.id
    if kind is PaperKind.EXTRA_WORK:
        return view.extras[-1].id
    return gate_pass_id(view.row.id) if kind is PaperKind.GATE_PASS else view.row.id


_PAPERS: dict[PaperKind, Callable[[OrderView], bool]] = {
    PaperKind.RECEPTION_SHEET: lambda view: True,
    PaperKind.INSPECTION_SHEET: lambda view: bool(view.points) and view.row.received_at is not None,
    PaperKind.AUTHORISATION: lambda view: bool(view.lines),
    PaperKind.WORK_DISPATCH: lambda view: any(line.technician_id for line in view.lines),
    PaperKind.EXTRA_WORK: lambda view: bool(view.extras),
    PaperKind.SETTLEMENT: lambda view: view.settlement is not None,
    PaperKind.GATE_PASS: lambda view: bool(view.gate_pass),
}
