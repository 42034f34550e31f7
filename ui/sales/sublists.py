"""The sub-lists of the sales tab: which records each filter holds, and the columns that show them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.sales import lists
from models.sales.states import ContractState
from ui.kit.table import Column
from ui.sales import wording

_BEFORE_SIGNING = (ContractState.DRAFT, ContractState.SUBMITTED, ContractState.APPROVED)


@dataclass(frozen=True)
class Filter:
    """A saved filter: ``ids(actor, order, descending)``."""

    key: str
    title: str
    ids: Callable[[Actor, str, bool], list[int]]


@dataclass(frozen=True)
class SubList:
    """One list: the kind of its records, their columns and filters; ``empty`` says what to do first."""

    kind: str
    title: str
    columns: list[Column]
    fetch: Callable[[Sequence[int]], Sequence[Any]]
    filters: list[Filter]
    empty: tuple[str, str, str]


def sublists() -> list[SubList]:
    """Every sub-list, in the order of the strip."""
    return [_quotes(), _contracts()]


def _quotes() -> SubList:
    return SubList(
        "quote",
        _("Quotes"),
        _quote_columns(),
        lists.quote_rows,
        [
            Filter("open", _("Open quotes"), lambda actor, by, down: _quote_ids(by, down, open_only=True)),
            Filter("approve", _("To approve"), lambda actor, by, down: quotes_to_approve(actor)),
            Filter("mine", _("My quotes"), lambda actor, by, down: _quote_ids(by, down, mine=actor)),
            Filter("all", _("All"), lambda actor, by, down: _quote_ids(by, down)),
        ],
        (
            "file-document-edit-outline",
            _("No quotes here yet"),
            _("Start one with “New quote” or in a customer's file."),
        ),
    )


def _quote_ids(order: str, descending: bool, *, mine: Actor | None = None, open_only: bool = False) -> list[int]:
    return lists.quote_ids(mine=mine, open_only=open_only, order=order, descending=descending)


def _contracts() -> SubList:
    return SubList(
        "contract",
        _("Contracts"),
        _contract_columns(),
        lists.contract_rows,
        [
            Filter("approve", _("To approve"), lambda actor, by, down: to_approve(actor)),
            Filter(
                *("open", _("Before signing")),
                lambda actor, by, down: lists.contract_ids(_BEFORE_SIGNING, order=by, descending=down),
            ),
            Filter(
                *("mine", _("My contracts")),
                lambda actor, by, down: lists.contract_ids(mine=actor, order=by, descending=down),
            ),
            Filter("all", _("All"), lambda actor, by, down: lists.contract_ids(order=by, descending=down)),
        ],
        ("file-sign", _("No contracts here"), _("A contract is made from a quote that the customer accepts.")),
    )


def to_approve(actor: Actor) -> list[int]:
    """The contracts that wait for this person, the longest waiting first."""
    return list(dict.fromkeys(each.contract_id for each in lists.open_approvals(actor) if each.contract_id))


def quotes_to_approve(actor: Actor) -> list[int]:
    """The quotes that wait for this person, the longest waiting first."""
    return [each.quote_id for each in lists.open_approvals(actor) if each.quote_id]


def _quote_columns() -> list[Column]:
    return [
        Column("customer", _("Customer"), lambda row: row.customer, bold=True),
        Column("number", _("Number"), lambda row: row.number, width=190),
        Column("edition", _("Version"), lambda row: f"v{row.edition}", width=80, sortable=False),
        Column(
            *("state", _("State"), lambda row: wording.quote_state(row)[0]),
            tone=lambda row: wording.quote_state(row)[1],
            chip=True,
            width=120,
            sortable=False,
        ),
        Column("until", _("Valid until"), lambda row: row.valid_until.isoformat(), width=130, sortable=False),
        Column("consultant", _("Consultant"), lambda row: row.consultant, width=120, sortable=False),
        Column("total", _("Total"), lambda row: wording.yuan(row.total), right=True, width=160, bold=True),
    ]


def _contract_columns() -> list[Column]:
    return [
        Column("customer", _("Customer"), lambda row: row.customer, bold=True),
        Column("number", _("Number"), lambda row: row.number, width=190),
        Column(
            *("state", _("State"), lambda row: wording.contract_state(row)[0]),
            tone=lambda row: wording.contract_state(row)[1],
            chip=True,
            width=110,
            sortable=False,
        ),
        Column("signed", _("Signed on"), lambda row: wording.day(row.signed_on), width=120, sortable=False),
        Column("consultant", _("Consultant"), lambda row: row.consultant, width=110, sortable=False),
        Column("total", _("Total"), lambda row: wording.yuan(row.total), right=True, width=150, bold=True),
        Column(
            "received", _("Received"), lambda row: wording.yuan(row.received), right=True, width=140, sortable=False
        ),
        Column(
            *("overdue", _("Overdue"), lambda row: wording.yuan(row.overdue) if row.overdue else ""),
            tone=lambda row: "bad",
            right=True,
            width=130,
            sortable=False,
        ),
    ]
