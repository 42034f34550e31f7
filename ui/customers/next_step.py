"""The next step with a customer: the one thing that brings the sale on, in words and with its button (C8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.customers.kinds import CLOSED_STAGES
from models.customers.lists import CustomerFile
from models.kernel import clock
from models.kernel.i18n import _, label
from models.sales.states import ContractState, QuoteState
from models.sales.views import ContractRow, QuoteRow
from models.test_drives.states import DriveState
from models.test_drives.views import DriveRow
from ui.kit import wording

CALL, QUOTE = "call", "start_quote"
_DRIVING = (DriveState.BOOKED, DriveState.OUT, DriveState.RETURNED)
_OVER = (ContractState.CANCELLED, ContractState.CLOSED, ContractState.SETTLED)


@dataclass(frozen=True)
class Step:
    """What to do next: ``do`` is ``CALL``, ``QUOTE`` to start one, or the kind of the record to open."""

    text: str
    button: str
    icon: str
    do: str
    tone: str = "accent"
    record_id: int = 0


def next_step(
    file: CustomerFile,
    quotes: Sequence[QuoteRow],
    contracts: Sequence[ContractRow],
    drives: Sequence[DriveRow] = (),
    *,
    may_quote: bool,
) -> Step:
    """What brings this customer on now; an open contract goes before a test drive, that before a quote."""
    contract = next((each for each in contracts if each.state not in _OVER), None)
    if contract is not None:
        return _with_contract(contract)
    drive = next((each for each in drives if each.state in _DRIVING), None)
    if drive is not None:
        return _with_drive(drive)
    quote = next((each for each in quotes if each.state in (QuoteState.OFFERED, QuoteState.DRAFT)), None)
    if quote is not None:
        return _with_quote(quote)
    if file.stage not in CLOSED_STAGES and file.next_contact_at < clock.now():
        since = wording.day(clock.local(file.next_contact_at).date())
        return Step(_("Contact was due on {day}.").format(day=since), _("Record call"), "phone-outline", CALL, "warn")
    if may_quote and not contracts:
        return Step(_("No quote yet. Make one."), _("Make a quote"), "file-document-edit-outline", QUOTE)
    until = wording.day(clock.local(file.next_contact_at).date())
    text = _("Stay in contact, next by {day}.").format(day=until)
    return Step(text, _("Record call"), "phone-outline", CALL)


def _with_contract(contract: ContractRow) -> Step:
    open_it = (_("Open the contract"), "file-sign", "contract")
    if contract.overdue:
        text = _("{amount} of contract {number} is overdue.")
        text = text.format(amount=wording.yuan(contract.overdue), number=contract.number)
        return Step(text, *open_it, "bad", contract.id)
    if contract.signed_on is None:
        text = _("Contract {number}: {state}.").format(number=contract.number, state=label(contract.state))
        return Step(text, *open_it, "accent", contract.id)
    left = contract.total - contract.received
    text = _("Contract {number} is signed, {amount} is still to come.") if left else _("Contract {number} is paid.")
    return Step(text.format(number=contract.number, amount=wording.yuan(left)), *open_it, "accent", contract.id)


def _with_drive(drive: DriveRow) -> Step:
    open_it = (_("Open the test drive"), "steering", "test_drive")
    if drive.state is DriveState.RETURNED:
        text = _("Test drive {number} is over. Ask what they say.").format(number=drive.number)
        return Step(text, *open_it, "warn", drive.id)
    if drive.state is DriveState.OUT:
        text = _("Test drive {number} is on the road.").format(number=drive.number)
        return Step(text, *open_it, "accent", drive.id)
    text = _("Test drive of the {car}: {moment}.").format(car=drive.car, moment=wording.moment(drive.starts_at))
    return Step(text, *open_it, "accent", drive.id)


def _with_quote(quote: QuoteRow) -> Step:
    open_it = (_("Open the quote"), "file-document-edit-outline", "quote")
    if quote.state is QuoteState.DRAFT:
        text = _("Quote {number} is not finished yet.").format(number=quote.number)
        return Step(text, *open_it, "accent", quote.id)
    if quote.expired:
        text = _("Quote {number} has expired. Make a new version.").format(number=quote.number)
        return Step(text, *open_it, "warn", quote.id)
    days = (quote.valid_until - clock.today()).days
    text = _("Quote {number} v{edition} is valid for {days} more days.")
    return Step(text.format(number=quote.number, edition=quote.edition, days=days), *open_it, "accent", quote.id)
