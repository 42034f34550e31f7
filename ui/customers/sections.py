"""The sections of a customer's file beneath the facts: details, quotes, contracts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers.kinds import CustomerKind
from models.customers.lists import CustomerFile
from models.kernel import clock
from models.kernel.i18n import _, label
from models.sales.states import ContractState, QuoteState
from models.sales.views import ContractRow, QuoteRow
from ui.customers.timeline import Event, EventRow, Open
from ui.customers.wording import level_words, source_name
from ui.kit import wording
from ui.kit.widgets import Button, Chip, EmptyState, FactGrid, Text, fill, row

Line = tuple[str, str]
Cell = tuple[str, list[Line]]

_QUOTE_TONES = {QuoteState.OFFERED: "accent", QuoteState.ACCEPTED: "ok", QuoteState.DECLINED: "bad"}
_CONTRACT_TONES = {ContractState.SUBMITTED: "warn", ContractState.APPROVED: "accent", ContractState.CANCELLED: "bad"}


def details(file: CustomerFile, columns: int) -> QWidget:
    """All that is kept about the customer."""
    facts = [
        (_("Phones"), "\n".join(file.phones) or (_("Left no contact") if file.no_contact else "")),
        (_("WeChat"), file.wechat),
        (_("Email"), file.email),
        (_("Best time to call"), file.best_time),
        (_("Address"), file.address),
        (_("ID number"), file.id_number),
        (_("Person or company"), label(file.kind)),
        (_("How they heard of us"), source_name(file.source)),
        (_("Referred by"), file.referred_by),
        (_("Looked after by"), file.owner),
        (_("Level of intent"), level_words(file.intent)),
        (_("File opened"), wording.moment(file.created_at)),
    ]
    if file.kind is CustomerKind.COMPANY:
        facts.insert(1, (_("Contact person"), file.contact_person))
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 8, 0, 0)
    fill(box, FactGrid(facts, columns), 8, Text(_("Notes"), "fine"), Text(file.note or "–", wrap=True))
    return page


def facts(file: CustomerFile, quotes: Sequence[QuoteRow], contracts: Sequence[ContractRow]) -> list[Cell]:
    """What matters at a glance: needs, contact, sale."""
    wish = (file.wish, "") if file.wish else (_("Not asked yet"), "dim")
    needs = [wish, (file.note.split("\n", 1)[0], "dim")]
    last = _("Last {moment}").format(moment=wording.moment(file.last_contact_at))
    when, tone = wording.due_at(file.next_contact_at)
    contact = [(last, ""), (_("Next {day}").format(day=when), tone)]
    if file.referred_by:
        contact.append((_("Referred by {name}").format(name=file.referred_by), "dim"))
    return [(_("Needs"), needs), (_("Contact"), contact), (_("Sale"), _sale(quotes, contracts))]


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
