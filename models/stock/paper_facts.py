"""The facts of the stock list, in one language, with costs only for who may see them (S3)."""

from __future__ import annotations

from models.kernel import clock
from models.kernel.i18n import label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.shop.paper_look import paper_head
from models.stock import lists
from models.stock.kinds import AgeBand
from models.stock.papers import StockBand, StockLine, StockPaper


def stock_paper(actor: Actor, language: str) -> StockPaper:
    """What is here and on its way at this moment; each list has a number of its own."""
    now = clock.local(clock.now())
    sees_cost = actor.may(Permission.SEE_COST)
    rows = lists.unit_rows(actor, lists.unit_ids(actor))
    found = lists.bands(actor)
    bands = []
    for band in AgeBand:
        own = [each for each in found if each.band is band]
        value = sum(each.value or 0 for each in own) if sees_cost else None
        bands.append(StockBand(label(band, language), sum(each.units for each in own), value))
    return StockPaper(
        store=paper_head(PaperKind.STOCK_LIST),
        number=f"KC-{now:%Y%m%d-%H%M%S}",
        day=now.date(),
        bands=tuple(bands),
        lines=tuple(
            StockLine(
                *(row.number, row.name, row.colour, label(row.state, language), row.place),
                *(row.arrived_on or row.expected_on, row.age, row.cost),
            )
            for row in rows
        ),
        value=sum(each.value or 0 for each in bands) if sees_cost else None,
    )
