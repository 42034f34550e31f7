"""What the search box in the upper bar finds, by kind: customers, vehicles, contracts, quotes, receipts, people."""

from __future__ import annotations

from collections.abc import Sequence

from models.appointments import lists as appointments
from models.complaints import lists as complaints
from models.customers import file_lists
from models.customers import lists as customers
from models.delivery import listing as delivery_listing
from models.delivery import lists as deliveries
from models.kernel import search
from models.kernel.i18n import _, label
from models.kernel.money import plain, quantity_text
from models.kernel.permissions import Actor, Permission
from models.loans import lists as loans
from models.parts import lists as parts
from models.sales import lists as sales
from models.staff import lists as staff
from models.stock import lists as stock
from ui.kit import wording
from ui.kit.search import Group, Hit

_IN_GROUP, _OWNERS = 6, 50


def find_anything(actor: Actor, text: str) -> list[Group]:
    """Records that hold every word of ``text``, at most six of a kind; personal values as ``actor`` may see them."""
    files = customers.found_ids(actor, text, _OWNERS)
    groups = (
        Group(_("Customers"), "card-account-details-outline", _customers(actor, files[:_IN_GROUP])),
        Group(_("Vehicles"), "car-outline", _vehicles(text, files)),
        Group(_("Stock"), "warehouse", _units(actor, _found(text, "stock_unit"))),
        Group(_("Parts"), "car-cog", _parts(actor, text)),
        Group(_("Contracts"), "file-sign", _contracts(_found(text, "contract"))),
        Group(_("Deliveries"), "clipboard-check-outline", _deliveries(text, files)),
        Group(_("Appointments"), "calendar-clock-outline", _appointments(text)),
        Group(_("Complaints"), "alert-circle-outline", _complaints(actor, _found(text, "complaint"))),
        Group(_("Quotes"), "file-document-edit-outline", _quotes(_found(text, "quote"))),
        Group(_("Receipts"), "receipt-text-outline", _receipts(_found(text, "payment"))),
        Group(_("Lent at the desk"), "umbrella-outline", _loans(actor, _found(text, "loan"))),
        Group(_("Staff"), "account-tie-outline", _people(_found(text, "staff"))),
    )
    return [group for group in groups if group.hits]


def _found(text: str, kind: str) -> list[int]:
    return [hit.record_id for hit in search.find(text, (kind,), _IN_GROUP)]


def _customers(actor: Actor, ids: Sequence[int]) -> list[Hit]:
    return [
        Hit("customer", row.id, row.name, " · ".join(filter(None, (row.phone, row.wish, row.owner))))
        for row in customers.rows(actor, ids)
    ]


def _vehicles(text: str, files: Sequence[int]) -> list[Hit]:
    """Those of the files found whose plate or serial number is what was typed; they open with their owner's file."""
    return [
        Hit("customer", row.customer_id, row.plate or row.name, wording.GAP.join(filter(None, row.details)))
        for row in file_lists.goods_found(text, files)[:_IN_GROUP]
    ]


def _units(actor: Actor, ids: Sequence[int]) -> list[Hit]:
    """Units in stock, by VIN or serial number."""
    return [
        Hit("stock_unit", row.id, row.number, wording.GAP.join(filter(None, (row.name, row.colour, label(row.state)))))
        for row in (stock.unit_rows(actor, ids) if ids else ())
    ]


def _parts(actor: Actor, text: str) -> list[Hit]:
    """Parts by number in any spelling, name or sound, for whoever sees the shelf."""
    if not actor.may(Permission.SEE_PARTS):
        return []
    return [
        Hit(
            "part",
            row.id,
            row.name,
            wording.joined(row.code, _("{quantity} here").format(quantity=quantity_text(row.here)), row.place),
        )
        for row in parts.find_parts(actor, text, _IN_GROUP)
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


def _deliveries(text: str, files: Sequence[int]) -> list[Hit]:
    """Those of the number typed, and of the files found."""
    return [
        Hit(
            "delivery",
            row.id,
            row.number,
            wording.joined(row.customer, wording.moment(row.starts_at), label(row.state)),
        )
        for row in deliveries.rows(delivery_listing.found(text, files, _IN_GROUP))
    ]


def _complaints(actor: Actor, ids: Sequence[int]) -> list[Hit]:
    """By their number, and by who complained."""
    return [
        Hit("complaint", row.id, row.number, wording.joined(row.customer, label(row.state), row.owner))
        for row in complaints.complaint_rows(actor, ids)
    ]


def _appointments(text: str) -> list[Hit]:
    return [
        Hit(
            "appointment",
            row.id,
            row.number,
            wording.joined(row.customer, row.plate, wording.moment(row.starts_at), label(row.state)),
        )
        for row in appointments.rows(appointments.found_ids(text, _IN_GROUP))
    ]


def _receipts(ids: Sequence[int]) -> list[Hit]:
    rows = [sales.payment(one) for one in ids]
    return [Hit("payment", row.id, row.number, f"{row.payer} · ¥{plain(row.amount)} · {row.contract}") for row in rows]


def _loans(actor: Actor, ids: Sequence[int]) -> list[Hit]:
    return [
        Hit("loan", row.id, row.what, wording.joined(row.borrower, row.number, label(row.state)))
        for row in (loans.loan_rows(actor, ids) if actor.may(Permission.LEND) else ())
    ]


def _people(ids: Sequence[int]) -> list[Hit]:
    """Who works here; they open with the files they look after."""
    here = {row.id: row for row in staff.everybody()} if ids else {}
    return [
        Hit("owner", row.id, row.name, wording.GAP.join(label(role) for role in sorted(row.roles)))
        for row in (here[each] for each in ids if each in here)
    ]
