"""Everything that happened with a customer in one line of time, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.appointments.lists import AppointmentRow
from models.appointments.lists import of_customer as appointments_of
from models.complaints.lists import complaints_of
from models.complaints.survey_lists import surveys_of
from models.complaints.views import ComplaintRow, SurveyRow
from models.customers import file_lists, lists
from models.customers.file_lists import NeedsRow
from models.customers.kinds import RegisterKind
from models.customers.lists import Contact, CustomerFile
from models.delivery import lists as deliveries
from models.delivery.views import DeliveryStep
from models.kernel import clock
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.loans.lists import loans_of
from models.loans.views import LoanRow
from models.sales import lists as sales
from models.sales import reserving
from models.sales.reserving import UnitStep
from models.sales.views import ContractRow, PaymentRow, QuoteRow
from models.test_drives.lists import drives_of
from models.test_drives.views import DriveRow
from models.trade_ins.lists import appraisals_of
from models.trade_ins.views import AppraisalRow
from ui.customers.wording import source_name
from ui.kit import wording
from ui.kit.widgets import Button, Glyph, Line, Text, fill

_FIRST_SHOWN = 40
_WHEN = 92

Open = Callable[[str, int], object]


@dataclass(frozen=True)
class Event:
    """One thing that happened; ``kind`` and ``id`` name the record behind it, if it has a page of its own."""

    at: datetime
    icon: str
    title: str
    detail: str
    when: str
    kind: str = ""
    id: int = 0
    open_visit: int = 0


def events(
    actor: Actor, file: CustomerFile, quotes: Sequence[QuoteRow], contracts: Sequence[ContractRow]
) -> list[Event]:
    """Visits, calls, needs, quotes, contracts, payments, deliveries, complaints, surveys, newest first."""
    found = [_contact(each) for each in lists.timeline(file.id)]
    found += [_quote(each) for each in quotes]
    for contract in contracts:
        found.append(_contract(contract))
        found += [_payment(each) for each in sales.payments(contract.id)]
    found += [_delivery(each) for each in deliveries.steps_of_customer(file.id)]
    found += [_needs(each) for each in file_lists.needs(file.id)]
    found += [_unit(each) for each in reserving.steps_of_customer(file.id)]
    found += [_drive(each) for each in drives_of(file.id)]
    found += [_loan(each) for each in loans_of(file.id)]
    found += [_appointment(each) for each in appointments_of(file.id)]
    found += [_appraisal(each) for each in appraisals_of(file.id)]
    found += [_complaint(each) for each in complaints_of(actor, file.id)]
    found += [_survey(each) for each in surveys_of(file.id)]
    opened = source_name(file.source)
    found.append(
        Event(file.created_at, "account-plus-outline", _("File opened"), opened, wording.moment(file.created_at))
    )
    return sorted(found, key=lambda each: each.at, reverse=True)


def _contact(contact: Contact) -> Event:
    visit = contact.kind is RegisterKind.VISIT
    parts = [contact.staff, contact.about, contact.result]
    if visit and contact.party_size > 1:
        parts.insert(1, _("{count} people").format(count=contact.party_size))
    if contact.left_at and visit:
        parts.append(_("until {time}").format(time=wording.time_of_day(contact.left_at)))
    title = _("Phone call") if not visit else _("First visit") if contact.first_time else label(contact.kind)
    staying = visit and contact.left_at is None and clock.local(contact.at).date() == clock.today()
    return Event(
        contact.at,
        "storefront-outline" if visit else "phone-outline",
        title,
        wording.GAP.join(part for part in parts if part),
        wording.moment(contact.at),
        open_visit=contact.id if staying else 0,
    )


def _needs(needs: NeedsRow) -> Event:
    detail = wording.GAP.join(part for part in (needs.staff, needs.summary) if part)
    icon = "comment-question-outline"
    return Event(needs.asked_at, icon, _("Needs asked"), detail, wording.moment(needs.asked_at))


def _quote(quote: QuoteRow) -> Event:
    title = _("Quote {number} v{edition}").format(number=quote.number, edition=quote.edition)
    until = _("valid until {day}").format(day=wording.day(quote.valid_until))
    detail = wording.GAP.join((wording.yuan(quote.total), label(quote.state), until))
    icon = "file-document-edit-outline"
    return Event(quote.created_at, icon, title, detail, wording.moment(quote.created_at), "quote", quote.id)


def _drive(drive: DriveRow) -> Event:
    parts = [drive.car, label(drive.state), drive.consultant]
    if drive.minutes is not None and drive.km is not None:
        parts.insert(1, _("{minutes} min, {km} km").format(minutes=drive.minutes, km=drive.km))
    title = _("Test drive {number}").format(number=drive.number)
    at = drive.out_at or drive.starts_at
    detail = wording.GAP.join((*parts, drive.next_step) if drive.next_step else parts)
    return Event(at, "steering", title, detail, wording.moment(at), "test_drive", drive.id)


def _loan(loan: LoanRow) -> Event:
    title = _("Borrowed: {what}").format(what=loan.what)
    due = _("due back {moment}").format(moment=wording.moment(loan.due_at))
    detail = wording.joined(loan.number, label(loan.state), due, loan.lent_by)
    return Event(loan.lent_at, "umbrella-outline", title, detail, wording.moment(loan.lent_at), "loan", loan.id)


def _appointment(each: AppointmentRow) -> Event:
    title = _("Appointment {number}").format(number=each.number)
    detail = wording.joined(label(each.state), label(each.purpose), each.plate, each.wish, each.advisor)
    at = each.starts_at
    return Event(at, "calendar-clock-outline", title, detail, wording.moment(at), "appointment", each.id)


def _appraisal(appraisal: AppraisalRow) -> Event:
    state = _("Expired") if appraisal.expired else label(appraisal.state)
    price = wording.yuan(appraisal.price) if appraisal.price else ""
    title = _("Trade-in appraisal {number}").format(number=appraisal.number)
    detail = wording.GAP.join(part for part in (appraisal.vehicle, price, state, appraisal.appraiser) if part)
    at = appraisal.created_at
    return Event(at, "car-search-outline", title, detail, wording.moment(at), "appraisal", appraisal.id)


def _complaint(each: ComplaintRow) -> Event:
    title = _("Complaint {number}").format(number=each.number)
    detail = wording.joined(label(each.state), each.owner, " ".join(each.words.split()))
    icon, when = "alert-circle-outline", wording.moment(each.opened_at)
    return Event(each.opened_at, icon, title, detail, when, "complaint", each.id)


def _survey(each: SurveyRow) -> Event:
    scores = each.scores.values()
    told = _("{score} of 5").format(score=f"{sum(scores) / len(scores):.1f}") if scores else _("declined")
    detail = wording.joined(told, each.number, each.about, each.said)
    kind, record_id = ("complaint", each.complaint_id) if each.complaint_id else (each.subject.value, each.subject_id)
    when = wording.moment(each.asked_at)
    return Event(each.asked_at, "star-outline", label(each.occasion), detail, when, kind, record_id)


def _contract(contract: ContractRow) -> Event:
    title = _("Contract {number}").format(number=contract.number)
    parts = [wording.yuan(contract.total), label(contract.state)]
    if contract.signed_on:
        parts.append(_("signed {day}").format(day=wording.day(contract.signed_on)))
    detail = wording.GAP.join(parts)
    return Event(
        contract.created_at, "file-sign", title, detail, wording.moment(contract.created_at), "contract", contract.id
    )


def _payment(payment: PaymentRow) -> Event:
    title = _("Payment {number}").format(number=payment.number)
    detail = wording.GAP.join((wording.yuan(payment.amount), label(payment.method), payment.payer))
    at = _end_of(payment.received_on)
    return Event(at, "cash-check", title, detail, wording.day(payment.received_on), "payment", payment.id)


def _delivery(step: DeliveryStep) -> Event:
    """What happened at a delivery; it opens the delivery."""
    new = wording.moment(step.new_starts_at) if step.new_starts_at else ""
    detail = wording.joined(step.number, new, step.text, step.staff)
    icon, when = "clipboard-check-outline", wording.moment(step.at)
    return Event(step.at, icon, label(step.kind), detail, when, "delivery", step.delivery_id)


def _unit(step: UnitStep) -> Event:
    """A unit of the stock that a contract took, let go or handed over; it opens the contract."""
    detail = wording.joined(step.item, step.number, step.contract, step.staff)
    when = wording.moment(step.at)
    return Event(step.at, "warehouse", label(step.kind), detail, when, "contract", step.contract_id)


def _end_of(day: date) -> datetime:
    """A payment has a day only: it stands above what else happened on it, but never after this moment."""
    return min(datetime.combine(day, time.max).astimezone(), clock.now())


class EventRow(QWidget):
    """One event; a click opens the record behind it."""

    def __init__(self, event: Event, open_record: Open, right: QWidget | None = None) -> None:
        super().__init__()
        self.happened, self._open_record = event, open_record
        when = Text(event.when, "second")
        when.setFixedWidth(_WHEN)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(event.title, "bold", elide=True))
        if event.detail:
            words.addWidget(Text(event.detail, "second", elide=True))
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(14)
        fill(line, when, Glyph(event.icon, "accent", 20), words)
        line.setStretch(2, 1)
        if right is not None:
            line.addWidget(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        fill(whole, line, Line())
        if event.kind:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setObjectName(f"{event.kind}_{event.id}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.happened.kind and self.rect().contains(event.position().toPoint()):
            self._open_record(self.happened.kind, self.happened.id)


class Timeline(QWidget):
    """The events, the newest forty at first. ``on_leave`` closes a visit that is still under way."""

    def __init__(self, happened: Sequence[Event], open_record: Open, on_leave: Callable[[int], object]) -> None:
        super().__init__()
        self._happened, self._open_record, self._on_leave = happened, open_record, on_leave
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._more = Button(_("Show all {count}").format(count=len(happened)), self._show_all, kind="link")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        fill(box, self._rows, self._more)
        self._more.setVisible(len(happened) > _FIRST_SHOWN)
        self._add(happened[:_FIRST_SHOWN])

    def _show_all(self) -> None:
        self._more.hide()
        self._add(self._happened[_FIRST_SHOWN:])

    def _add(self, happened: Sequence[Event]) -> None:
        for each in happened:
            self._rows.addWidget(EventRow(each, self._open_record, self._right(each)))

    def _right(self, each: Event) -> QWidget | None:
        if each.open_visit:
            return Button(_("Has left"), lambda: self._on_leave(each.open_visit), icon="door-open", name="has_left")
        if each.kind:
            return Button(_("Show"), lambda: self._open_record(each.kind, each.id), kind="link")
        return None
