"""What matters of a customer at a glance, and the sections of quotes and contracts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers.file_lists import GoodsRow
from models.customers.lists import CustomerFile
from models.kernel import clock
from models.kernel.i18n import _, label
from models.sales.states import ContractState, QuoteState
from models.sales.views import ContractRow, QuoteRow
from ui.customers.goods import glance
from ui.customers.timeline import Event, EventRow, Open
from ui.kit import wording
from ui.kit.widgets import Button, Chip, EmptyState, fill, row

Line = tuple[str, str]
Cell = tuple[str, list[Line]]

_QUOTE_TONES = {QuoteState.OFFERED: "accent", QuoteState.ACCEPTED: "ok", QuoteState.DECLINED: "bad"}
_CONTRACT_TONES = {ContractState.SUBMITTED: "warn", ContractState.APPROVED: "accent", ContractState.CANCELLED: "bad"}


def facts(
    file: CustomerFile,
    goods: Sequence[GoodsRow],
    quotes: Sequence[QuoteRow],
    contracts: Sequence[ContractRow],
    tasks: Sequence[Line],
) -> list[Cell]:
    """What matters at a glance: needs, what they own, contact with the next ``tasks``, sale."""
    wanted = file.needs or file.wish
    needs = [(wanted, "") if wanted else (_("Not asked yet"), "dim"), (file.note.split("\n", 1)[0], "dim")]
    needs.append((wording.GAP.join(part for part in (file.drink, file.seat, file.hobby) if part), "dim"))
    needs.append((file.taboo, "warn"))
    last = _("Last {moment}").format(moment=wording.moment(file.last_contact_at))
    contact = [*tasks, (last, "dim")]
    if file.referred_by:
        contact.append((_("Referred by {name}").format(name=file.referred_by), "dim"))
    owned = glance(goods)
    return [
        (_("Needs"), needs),
        *([(_("Vehicles and goods"), owned)] if owned else []),
        (_("Contact"), contact),
        (_("Sale"), _sale(quotes, contracts)),
    ]


def _sale(quotes: Sequence[QuoteRow], contracts: Sequence[ContractRow]) -> list[Line]:
    live = [each for each in contracts if each.state is not ContractState.CANCELLED]
    if live:
        contract = live[0]
        lines = [(wording.GAP.join((contract.number, label(contract.state))), ""), (_received(contract), "")]
        if contract.overdue:
            lines.append((_("{amount} overdue").format(amount=wording.yuan(contract.overdue)), "bad"))
        return lines
    if quotes:
        quote = quotes[0]
        until = _("valid until {day}").format(day=wording.day(quote.valid_until))
        tone = "bad" if quote.expired else "dim"
        return [
            (wording.GAP.join((quote.number, label(quote.state))), ""),
            (wording.yuan(quote.total), ""),
            (until, tone),
        ]
    return [(_("Nothing quoted yet"), "dim")]


def quotes_section(quotes: Sequence[QuoteRow], open_record: Open, make: QWidget | None) -> QWidget:
    """The quotes, newest first; ``make`` is the button that starts one."""
    if not quotes:
        return EmptyState("file-document-edit-outline", _("No quotes yet."), button=make)
    rows = []
    for each in quotes:
        until = _("valid until {day}").format(day=wording.day(each.valid_until))
        title = _("Quote {number} v{edition}").format(number=each.number, edition=each.edition)
        detail = wording.GAP.join((wording.yuan(each.total), until, each.consultant))
        state = label(QuoteState.EXPIRED if each.expired else each.state)
        tone = "warn" if each.expired else _QUOTE_TONES.get(each.state, "neutral")
        event = Event(
            each.created_at,
            "file-document-edit-outline",
            title,
            detail,
            wording.day(clock.local(each.created_at).date()),
            "quote",
            each.id,
        )
        rows.append(_row(event, open_record, state, tone))
    return _listed(rows, make)


def contracts_section(contracts: Sequence[ContractRow], open_record: Open) -> QWidget:
    """The contracts, newest first."""
    if not contracts:
        hint = _("A contract is drawn up from an offered quote.")
        return EmptyState("file-sign", _("No contracts yet."), hint)
    rows = []
    for each in contracts:
        title = _("Contract {number}").format(number=each.number)
        tone = _CONTRACT_TONES.get(each.state, "neutral" if each.signed_on is None else "ok")
        day = each.signed_on or clock.local(each.created_at).date()
        event = Event(each.created_at, "file-sign", title, _received(each), wording.day(day), "contract", each.id)
        rows.append(_row(event, open_record, label(each.state), tone))
    return _listed(rows, None)


def _row(event: Event, open_record: Open, state: str, tone: str) -> EventRow:
    go = partial(open_record, event.kind, event.id)
    return EventRow(event, open_record, row(Chip(state, tone), Button(_("Show"), go, kind="link")))


def _received(contract: ContractRow) -> str:
    amounts = {"received": wording.yuan(contract.received), "total": wording.yuan(contract.total)}
    return _("{received} of {total} received").format(**amounts)


def _listed(rows: Sequence[QWidget], below: QWidget | None) -> QWidget:
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    fill(box, *rows)
    if below is not None:
        fill(box, 12, row(below, "stretch"))
    return page
