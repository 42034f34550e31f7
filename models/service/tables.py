"""Tables of work orders: catalogue of operations, orders with sheet, marks, inspection, lines, consent, work, money."""

from __future__ import annotations

import peewee

from models.catalog.tables import Item
from models.customers.tables import Customer, OwnedGoods
from models.kernel import clock
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
from models.sales.papers import PaymentMethod
from models.service.kinds import (
    Charge,
    Check,
    Consent,
    DeferredState,
    EventKind,
    ExtraState,
    Grade,
    LineKind,
    MissingPart,
    OldParts,
    Stance,
    StopReason,
    Supply,
    Waits,
    WorkState,
)
from models.service.states import WorkOrderState
from models.staff.tables import Staff


class Operation(Record):
    """Work the store does (W4): ``hours`` in hundredths of a standard hour, ``rate`` in fen per hour, None for the
    store's; ``price`` is a fixed one instead. ``skill`` is a code of the template. Warranty by months and km (W10).
    """

    code = TextLine(40)
    name = TextLine(80)
    template = TextLine(40)
    skill = TextLine(40)
    hours = QuantityField(default=0)
    rate = MoneyField(null=True)
    price = MoneyField(null=True)
    warranty_months = CountField(default=0)
    warranty_km = CountField(default=0)
    road_test = FlagField(default=False)
    safety = FlagField(default=False)
    active = FlagField(default=True)


class Technician(Record):
    """What a member of staff can do in the workshop: codes of skills as JSON; ``bay`` is where they mostly work."""

    staff = reference(Staff)
    skills = Note(1000, default="[]")
    bay = CountField(column_name="bay_id", null=True)


class WorkOrder(Record):
    """A work order (W2–W9) on a customer's vehicle, or on the place of a survey (W13).

    ``fuel`` in eighths of a tank; ``mileage`` in km; ``lights``, ``functions`` and ``covers`` are codes of the template
    as JSON. ``asked_what`` to ``asked_often`` are 5W2H (W3). ``repeat_of`` is the order whose work failed (返修).
    ``authorised`` is the ceiling in fen, None before the customer has confirmed; ``discount`` and ``rounding``
    (negative) are of the whole. Next service is due on a day or at a mileage, whichever comes first; it is expected on
    ``next_expected_on``.
    """

    number = peewee.TextField()
    template = TextLine(40)
    state = EnumField(WorkOrderState, default=WorkOrderState.BOOKED)
    customer = reference(Customer)
    goods = reference(OwnedGoods, null=True)
    appointment = CountField(column_name="appointment_id", null=True)
    advisor = reference(Staff)
    received_at = MomentField(null=True)
    mileage = CountField(null=True)
    mileage_reason = TextLine(200)
    fuel = CountField(null=True)
    lights = Note(1000, default="[]")
    functions = Note(1000, default="[]")
    covers = Note(1000, default="[]")
    belongings = TextLine(400)
    valuables_asked = FlagField(default=False)
    key_tag = TextLine(40)
    brought_by = TextLine(60)
    brought_phone = TextLine(40)
    outline = TextLine(40)
    complaint = Note(2000)
    asked_what = TextLine(400)
    asked_when = TextLine(400)
    asked_where = TextLine(400)
    asked_who = TextLine(400)
    asked_why = TextLine(400)
    asked_how = TextLine(400)
    asked_often = TextLine(400)
    repeat_of = reference("self", null=True)
    waits = EnumField(Waits, default=Waits.AWAY)
    road_test_allowed = FlagField(default=False)
    wash_wanted = FlagField(default=True)
    old_parts = EnumField(OldParts, default=OldParts.SHOWN)
    place = TextLine(200)
    survey_fee = MoneyField(default=0)
    promised_at = MomentField(null=True)
    first_promised_at = MomentField(null=True)
    authorised = MoneyField(null=True)
    discount = MoneyField(default=0)
    rounding = MoneyField(default=0)
    washed_at = MomentField(null=True)
    washed_by = reference(Staff, null=True)
    ready_at = MomentField(null=True)
    done_words = Note(2000)
    next_service_on = DayField(null=True)
    next_service_km = CountField(null=True)
    next_expected_on = DayField(null=True)
    handed_back_at = MomentField(null=True)
    handed_back_by = reference(Staff, null=True)
    reason = TextLine(200)


class WorkOrderEvent(Table):
    """A line of an order's log; never changed, never deleted. A changed promise has the old and the new moment."""

    order = reference(WorkOrder)
    at = MomentField(default=clock.now)
    kind = EnumField(EventKind)
    state = EnumField(WorkOrderState)
    text = Note(1000)
    before = MomentField(null=True)
    after = MomentField(null=True)
    amount = MoneyField(default=0)
    line = CountField(column_name="line_id", null=True)
    staff = reference(Staff)


class DamageMark(Table):
    """Something seen on the body (W3): ``view`` of the outline, place in thousandths of it, a code of its kind."""

    order = reference(WorkOrder)
    position = CountField()
    view = TextLine(20)
    x = CountField()
    y = CountField()
    kind = TextLine(20)
    note = TextLine(200)


class InspectionPoint(Table):
    """A point of the pre-inspection (W4), copied from the template; texts by language as JSON."""

    order = reference(WorkOrder)
    position = CountField()
    code = TextLine(60)
    section = Note(1000)
    wording = Note(1000)
    safety = FlagField(default=False)
    grade = EnumField(Grade, default=Grade.OPEN)
    measured = TextLine(60)
    note = TextLine(200)
    attachment = reference(Attachment, null=True)
    staff = reference(Staff, null=True)
    at = MomentField(null=True)


class ExtraWork(Record):
    """Work found during the job (W7): what the customer was asked, how they answered.

    ``amount`` in fen is what it adds to the ceiling; ``promised_at`` the new time. Of a call: who was called under
    which number, what they said.
    """

    order = reference(WorkOrder)
    no = CountField()
    state = EnumField(ExtraState, default=ExtraState.OPEN)
    found = Note(1000)
    safety = FlagField(default=False)
    amount = MoneyField(default=0)
    promised_at = MomentField(null=True)
    found_by = reference(Staff)
    found_at = MomentField(default=clock.now)
    consent = EnumField(Consent, null=True)
    called = TextLine(60)
    called_number = TextLine(40)
    said = Note(1000)
    attachment = reference(Attachment, null=True)
    answered_at = MomentField(null=True)
    answered_to = reference(Staff, null=True)


class WorkLine(Record):
    """A line of an order (W4): ``quantity`` in hundredths of an hour or a piece, price in fen of one, discount in fen.

    ``option`` groups lines of which the customer picks one alternative (its words in ``option_name``). A part belongs
    to the labour ``parent``; ``missing`` is what the customer does about one that is not here. ``issued`` in hundredths
    is what has gone from stock to the order and not come back.
    """

    order = reference(WorkOrder)
    position = CountField()
    kind = EnumField(LineKind)
    name = TextLine(80)
    code = TextLine(40)
    unit = TextLine(20)
    quantity = QuantityField()
    unit_price = MoneyField(default=0)
    discount = MoneyField(default=0)
    charge = EnumField(Charge, default=Charge.CUSTOMER)
    stance = EnumField(Stance, default=Stance.CHOSEN)
    option = TextLine(20)
    option_name = TextLine(60)
    safety = FlagField(default=False)
    note = TextLine(200)
    extra = reference(ExtraWork, null=True)
    parent = reference("self", null=True)
    operation = reference(Operation, null=True)
    skill = TextLine(40)
    road_test = FlagField(default=False)
    warranty_months = CountField(default=0)
    warranty_km = CountField(default=0)
    technician = reference(Staff, null=True)
    bay = CountField(column_name="bay_id", null=True)
    work = EnumField(WorkState, default=WorkState.WAITING)
    done_at = MomentField(null=True)
    found_words = TextLine(400)
    item = reference(Item, null=True)
    supply = EnumField(Supply, default=Supply.STOCK)
    missing = EnumField(MissingPart, default=MissingPart.NOTHING)
    expected_on = DayField(null=True)
    issued = QuantityField(default=0)


class ExtraHold(Table):
    """A line on which no work goes on before the customer has answered on an extra (W7)."""

    extra = reference(ExtraWork)
    line = reference(WorkLine)


class Authorisation(Table):
    """The customer confirmed work, price and time (W5); never changed. ``total`` in fen is the ceiling it gives."""

    order = reference(WorkOrder)
    no = CountField()
    total = MoneyField()
    promised_at = MomentField()
    consent = EnumField(Consent)
    name = TextLine(60)
    attachment = reference(Attachment, null=True)
    at = MomentField(default=clock.now)
    staff = reference(Staff)


class WorkSession(Table):
    """Somebody at work on a line, from when until when (W6); ``ended_at`` is empty while they are at it."""

    order = reference(WorkOrder)
    line = reference(WorkLine)
    staff = reference(Staff)
    bay = CountField(column_name="bay_id", null=True)
    started_at = MomentField(default=clock.now)
    ended_at = MomentField(null=True)
    reason = EnumField(StopReason, null=True)
    note = TextLine(200)


class QualityCheck(Table):
    """A step of quality (W8); never changed. The self-check is of a line, the others of the whole order."""

    order = reference(WorkOrder)
    line = reference(WorkLine, null=True)
    step = EnumField(Check)
    passed = FlagField()
    road_test_km = CountField(null=True)
    reason = TextLine(400)
    at = MomentField(default=clock.now)
    staff = reference(Staff)


class Settlement(Table):
    """What the customer is to pay (W9), all in fen; ``received`` before, ``frozen`` is the paper in every language.

    ``withdrawn_at`` is when it was taken back; its number stays. ``invoice_title`` is whom an invoice is wanted for,
    ``invoice_number`` the tax office's own.
    """

    number = peewee.TextField()
    order = reference(WorkOrder)
    labour = MoneyField()
    parts = MoneyField()
    other = MoneyField()
    discount = MoneyField()
    rounding = MoneyField()
    free = MoneyField()
    total = MoneyField()
    authorised = MoneyField()
    received = MoneyField()
    frozen = peewee.BlobField(default=b"")
    at = MomentField(default=clock.now)
    staff = reference(Staff)
    withdrawn_at = MomentField(null=True)
    withdrawn_by = reference(Staff, null=True)
    reason = TextLine(200)
    invoice_title = TextLine(80)
    invoice_tax_number = TextLine(40)
    invoice_number = TextLine(40)


class WorkPayment(Table):
    """Money on a work order, numbered with all receipts; never changed; a counter-entry names what it reverses."""

    number = peewee.TextField()
    order = reference(WorkOrder)
    received_on = DayField(default=clock.today)
    taken_at = MomentField(default=clock.now)
    amount = MoneyField()
    method = EnumField(PaymentMethod)
    payer = TextLine(60)
    reference_number = TextLine(60)
    note = TextLine(200)
    cashier = reference(Staff)
    reverses = reference("self", null=True)


class GatePass(Table):
    """Leave to drive out (W9); never changed."""

    number = peewee.TextField()
    order = reference(WorkOrder)
    at = MomentField(default=clock.now)
    staff = reference(Staff)


class DeferredWork(Record):
    """Work the customer put off or refused (W4, W7), kept on the vehicle until it is taken up or not wanted any more.

    ``amount`` in fen as it was offered; ``warned`` says that a warning was printed for it.
    """

    goods = reference(OwnedGoods, null=True)
    customer = reference(Customer)
    order = reference(WorkOrder)
    line = reference(WorkLine)
    name = TextLine(80)
    amount = MoneyField(default=0)
    safety = FlagField(default=False)
    warned = FlagField(default=False)
    refused = FlagField(default=False)
    due_on = DayField(null=True)
    due_km = CountField(null=True)
    state = EnumField(DeferredState, default=DeferredState.OPEN)
    taken_by = reference(WorkOrder, null=True)
