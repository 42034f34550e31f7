"""What the search box in the upper bar finds: customers, quotes, contracts and receipts, grouped."""

from __future__ import annotations

from collections.abc import Sequence

from models.customers import lists as customers
from models.kernel import search
from models.kernel.i18n import _, label
from models.kernel.money import plain
from models.kernel.permissions import Actor
from models.sales import lists as sales
from ui.kit.search import Group, Hit

_HITS, _IN_GROUP = 60, 6


def find_anything(actor: Actor, text: str) -> list[Group]:
    """Records that hold every word of ``text``, at most six of a kind; personal values as ``actor`` may see them."""
    found: dict[str, list[int]] = {}
    for hit in search.find(text, ("customer", "quote", "contract", "payment"), _HITS):
        found.setdefault(hit.kind, []).append(hit.record_id)

    def some(kind: str) -> list[int]:
        return found.get(kind, [])[:_IN_GROUP]

    groups = (
        Group(_("Customers"), "card-account-details-outline", _customers(actor, some("customer"))),
        Group(_("Quotes"), "file-document-edit-outline", _quotes(some("quote"))),
        Group(_("Contracts"), "file-sign", _contracts(some("contract"))),
        Group(_("Receipts"), "receipt-text-outline", _receipts(some("payment"))),
    )
    return [group for group in groups if group.hits]


def _customers(actor: Actor, ids: Sequence[int]) -> list[Hit]:
    return [
        Hit("customer", row.id, row.name, " · ".join(filter(None, (row.phone, row.wish, row.owner))))
        for row in (customers.rows(actor, ids) if ids else ())
    ]


def _quotes(ids: Sequence[int]) -> list[Hit]:
    return [
        Hit("quote", row.id, row.number, f"{row.customer} · ¥{plain(row.total)} · {label(row.state)}")
        for row in (sales.quote_rows(ids) if ids else ())
    ]


def _contracts(ids: Sequence[int]) -> list[Hit]:
    return [
        Hit("contract", row.id, row.number, f"{row.customer} · ¥{plain(row.total)} · {label(row.state)}")
        for row in (sales.contract_rows(ids) if ids else ())
    ]


def _receipts(ids: Sequence[int]) -> list[Hit]:
    rows = [sales.payment(one) for one in ids]
    return [Hit("payment", row.id, row.number, f"{row.payer} · ¥{plain(row.amount)} · {row.contract}") for row in rows]
