"""Tables of deliveries: bays, templates of the store's own, deliveries with their items, log, papers and defects."""

from __future__ import annotations

import peewee

from models.customers.tables import Customer, OwnedGoods
from models.delivery.kinds import EventKind, ItemState, NoteDecision
from models.delivery.states import DeliveryState
from models.kernel import clock
from models.kernel.permissions import Role
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    FlagField,
    MomentField,
    MoneyField,
    Note,
    QuantityField,
    Record,
    Table,
    TextLine,
    reference,
)
from models.papers.tables import Attachment
from models.sales.supplement_states import SignedHow
from models.sales.tables import Contract, ContractException
from models.staff.tables import Staff
from models.trades.delivery_template import Evidence, Gate, Means


class Bay(Record):
    """A place where one hand-over happens at a time (D6); a ``closed`` one is planned no more."""

    name = TextLine(40)
    position = CountField()
    closed = FlagField(default=False)


class DeliveryTemplateVersion(Record):
    """A version of a template as the store edited it, as JSON; the newest counts, the old ones stay."""

    code = TextLine(60)
    no = CountField()
    content = peewee.TextField()
    retired = FlagField(default=False)
    staff = reference(Staff)

    class Meta:
        table_name = "delivery_template"


class Delivery(Record):
    """A hand-over of a contract or a part of it (D1, D2); ``name`` and ``bring`` by language as JSON.

    ``minutes`` long from ``starts_at``; ``advisor`` is introduced to the customer; ``drive_minutes`` is their way home,
    0 where nobody drives. ``booked_at`` is when the cashier booked it as delivered on the signed copy (D3).
    """

    number = peewee.TextField()
    contract = reference(Contract)
    customer = reference(Customer)
    template = TextLine(60)
    template_no = CountField()
    name = Note(1000)
    state = EnumField(DeliveryState, default=DeliveryState.PLANNED)
    bay = reference(Bay, null=True)
    place = TextLine(120)
    starts_at = MomentField()
    minutes = CountField()
    consultant = reference(Staff)
    advisor = reference(Staff, null=True)
    drive_minutes = CountField(default=0)
    bring = Note(2000, default="{}")
    note = Note(1000)
    reason = TextLine(200)
    handed_over_at = MomentField(null=True)
    handed_over_by = reference(Staff, null=True)
    booked_at = MomentField(null=True)
    booked_by = reference(Staff, null=True)


class DeliveryLine(Table):
    """A line of the contract, by its position, that a delivery hands over; ``released`` by one that was cancelled.

    ``quantity`` is how much of it was handed over, None before that.
    """

    delivery = reference(Delivery)
    contract = reference(Contract)
    line = CountField()
    quantity = QuantityField(null=True)
    released = FlagField(default=False)


class DeliveryItem(Table):
    """An item of the checklist, copied from its template (D1); texts by language as JSON.

    ``part`` is the room or piece it is about. A ``reading`` is in hundredths.
    """

    delivery = reference(Delivery)
    position = CountField()
    code = TextLine(60)
    section_no = CountField()
    section = Note(1000)
    part = TextLine(60)
    wording = Note(2000)
    required = FlagField()
    role = EnumField(Role)
    evidence = EnumField(Evidence)
    gate = EnumField(Gate)
    means = EnumField(Means)
    days = CountField(null=True)
    state = EnumField(ItemState, default=ItemState.OPEN)
    reading = QuantityField(null=True)
    text = Note(1000)
    reason = TextLine(200)
    attachment = reference(Attachment, null=True)
    staff = reference(Staff, null=True)
    at = MomentField(null=True)


class DeliveryUnit(Table):
    """A VIN or serial number that was typed or scanned at the goods and is the reserved one (D3)."""

    delivery = reference(Delivery)
    serial = TextLine(60)
    typed = TextLine(60)
    at = MomentField(default=clock.now)
    staff = reference(Staff)


class DeliveryEvent(Table):
    """A line of a delivery's log; never changed, never deleted.

    A call says whether the customer was ``reached``; a postponement the old and the new moment and when the customer
    was told; an overruled payment its ``amount`` in fen.
    """

    delivery = reference(Delivery)
    at = MomentField(default=clock.now)
    kind = EnumField(EventKind)
    text = Note(1000)
    reached = FlagField(null=True)
    starts_at = MomentField(null=True)
    new_starts_at = MomentField(null=True)
    told_at = MomentField(null=True)
    amount = MoneyField(default=0)
    staff = reference(Staff)


class DispatchNote(Record):
    """The release of goods (D3): asked for by somebody, approved by a manager."""

    number = peewee.TextField()
    delivery = reference(Delivery)
    decision = EnumField(NoteDecision, default=NoteDecision.OPEN)
    asked_by = reference(Staff)
    asked_at = MomentField(default=clock.now)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    reason = TextLine(200)


class DeliverySignature(Table):
    """The customer's signature on the confirmation: drawn on the screen, or a scan of the signed paper."""

    delivery = reference(Delivery)
    name = TextLine(60)
    how = EnumField(SignedHow)
    attachment = reference(Attachment)
    taken_at = MomentField(default=clock.now)
    taken_by = reference(Staff)


class DeliveryDefect(Record):
    """Something to be put right, by whom and until when (D5); ``part`` is the room or piece."""

    delivery = reference(Delivery)
    customer = reference(Customer)
    part = TextLine(60)
    what = Note(400)
    due_on = DayField()
    staff = reference(Staff)
    attachment = reference(Attachment, null=True)
    mended_on = DayField(null=True)
    mended = TextLine(200)
    noted_by = reference(Staff)


class DeliveryRun(Table):
    """A line of the run sheet; ``minute`` counted from the beginning of the delivery."""

    delivery = reference(Delivery)
    position = CountField()
    minute = CountField()
    what = TextLine(200)
    who = TextLine(60)
    phone = TextLine(40)


class DeliveryGoods(Table):
    """What the customer owns since the hand-over, as their file says."""

    delivery = reference(Delivery)
    owned_goods = reference(OwnedGoods)
    serial = TextLine(60)


class DeliveryException(Table):
    """An exception (S10) that was logged at a delivery."""

    delivery = reference(Delivery)
    exception = reference(ContractException)
