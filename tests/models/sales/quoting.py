"""The actions around a quote, one after the other, for the tests of what every action has in common."""

from __future__ import annotations

from models.catalog.actions import ItemForm
from models.catalog.import_actions import import_items
from models.catalog.importing import ImportRow
from models.sales.open_points import still_open
from models.sales.question_actions import answer_question, ask_question
from models.sales.quote_approval_actions import approve_quote, return_quote, submit_quote
from tests.models.shops import Shop, quote

BEYOND_SALES = 900_000


def quote_everything(shop: Shop, file_id: int) -> None:
    """Import goods; ask for an approval twice, returned and granted; a question and its answer."""
    import_items(shop.owner, (ImportRow(0, ItemForm("V0", "vehicle", "V0", 1)),))
    quote_id = quote(shop, file_id, BEYOND_SALES)
    submit_quote(shop.consultant, quote_id)
    return_quote(shop.manager, quote_id, "x")
    submit_quote(shop.consultant, quote_id)
    approve_quote(shop.manager, quote_id)
    ask_question(shop.reception, file_id, "x")
    answer_question(shop.consultant, still_open(shop.consultant, file_id)[0].question_id, "x")
