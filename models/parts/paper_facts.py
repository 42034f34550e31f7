"""The facts of the parts' papers, in one language, as far as the person may see them (W11)."""

from __future__ import annotations

from models.kernel import clock
from models.kernel.i18n import label
from models.kernel.money import line_amount
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.parts import count_lists, lists
from models.parts.kinds import CountState
from models.parts.papers import CountLine, CountPaper, ReorderLine, ReorderPaper
from models.parts.views import PartRow
from models.shop.paper_look import paper_head


def reorder_paper(actor: Actor, record_id: int, language: str) -> ReorderPaper:
    """What to order at this moment; each list has a number of its own."""
    now = clock.local(clock.now())
    lines = tuple(_to_order(row) for row in lists.part_rows(actor, lists.reorder_ids(actor)))
    amounts = [each.amount for each in lines]
    return ReorderPaper(
        store=paper_head(PaperKind.REORDER_LIST),
        number=f"DH-{now:%Y%m%d-%H%M%S}",
        day=now.date(),
        lines=lines,
        amount=None if None in amounts else sum(each or 0 for each in amounts),
    )


def count_paper(actor: Actor, count_id: int, language: str) -> CountPaper:
    """The sheet of a count: blank to write on while nothing is entered; without book figures as long as it is open."""
    view = count_lists.count_view(actor, count_id)
    row = view.row
    return CountPaper(
        store=paper_head(PaperKind.COUNT_SHEET),
        number=row.number,
        day=clock.local(row.opened_at).date(),
        place=row.place,
        state=label(row.state, language),
        opened_by=row.opened_by,
        with_book=row.with_book or row.state is not CountState.OPEN,
        lines=tuple(
            CountLine(
                *(
                    each.code,
                    each.name,
                    each.unit,
                    each.place,
                    each.expected if each.counted is not None else each.book,
                ),
                *(each.counted, each.difference, each.note),
            )
            for each in view.lines
        ),
    )


def _to_order(row: PartRow) -> ReorderLine:
    cost = (row.average or row.last_cost) if row.average is not None else None
    return ReorderLine(
        *(row.code, row.name, row.unit, row.here, row.reserved, row.on_order, row.minimum, row.to_order, row.supplier),
        None if cost is None else line_amount(cost, row.to_order),
    )
