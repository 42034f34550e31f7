"""Tables of customer files and registers."""

from __future__ import annotations

import peewee

from models.customers.kinds import (
    BestWay,
    CustomerKind,
    Decision,
    FormOfAddress,
    IdType,
    Outcome,
    RegisterKind,
    Relation,
    Stage,
)
from models.kernel import clock
from models.kernel.tables import (
    CountField,
    DayField,
    EnumField,
    FlagField,
    MomentField,
    MoneyField,
    Note,
    Record,
    Table,
    TextLine,
    reference,
)
from models.staff.tables import Staff


class Customer(Record):
    """A customer file (C1): a person or a company. ``id_key`` is the ID number as it is compared.

    ``granted_until`` protects the file for ``granted_to`` besides their contacts, ``extended_for`` is for whom the
    manager has extended that already (C7). A file ``merged_into`` another, or erased, is in no list (C3, C11).
    """

    kind = EnumField(CustomerKind, default=CustomerKind.PERSON)
    name = TextLine(60)
    form_of_address = EnumField(FormOfAddress, default=FormOfAddress.NONE)
    no_contact = FlagField(default=False)
    wechat = TextLine(60)
    email = TextLine(120)
    address = TextLine(200)
    id_type = EnumField(IdType, default=IdType.NONE)
    id_number = TextLine(40)
    id_key = TextLine(40)
    birthday = DayField(null=True)
    company = TextLine(120)
    best_way = EnumField(BestWay, default=BestWay.NONE)
    best_time = TextLine(60)
    source = TextLine(40)
    campaign = TextLine(60)
    referred_by = reference("self", null=True)
    owner = reference(Staff, null=True)
    intent = TextLine(20)
    stage = EnumField(Stage, default=Stage.NEW)
    grade = TextLine(20)
    wish = TextLine(120)
    note = Note(4000)
    drink = TextLine(60)
    seat = TextLine(60)
    hobby = TextLine(120)
    taboo = TextLine(120)
    last_contact_at = MomentField(default=clock.now)
    sort_key = peewee.TextField(default="")
    merged_into = reference("self", null=True)
    erased_at = MomentField(null=True)
    granted_until = MomentField(null=True)
    granted_to = reference(Staff, null=True)
    extended_for = reference(Staff, null=True)
    extension_reason = TextLine(200)


class CustomerPhone(Table):
    """One of a customer's numbers, as typed and as digits; the first position is the preferred one."""

    customer = reference(Customer)
    position = CountField()
    number = TextLine(40)
    digits = TextLine(40)
    label = TextLine(20)


class CustomerTag(Table):
    """A word the store marks a file with."""

    customer = reference(Customer)
    position = CountField()
    tag = TextLine(20)


class ContactPerson(Record):
    """Somebody who speaks for a company (C1)."""

    customer = reference(Customer)
    name = TextLine(60)
    post = TextLine(60)
    wechat = TextLine(60)
    email = TextLine(120)
    note = Note(400)


class ContactPhone(Table):
    """One of a contact person's numbers; the first position is the preferred one."""

    contact_person = reference(ContactPerson)
    position = CountField()
    number = TextLine(40)
    digits = TextLine(40)


class CustomerRelation(Table):
    """What the customer of another file is to the one of this file; kept once for both."""

    customer = reference(Customer)
    other = reference(Customer)
    kind = EnumField(Relation)


class OwnedGoods(Record):
    """A vehicle or other goods a customer owns (C1); ``mileage`` in kilometres, the keys as they are compared."""

    customer = reference(Customer)
    make = TextLine(60)
    model = TextLine(60)
    colour = TextLine(40)
    serial = TextLine(40)
    serial_key = TextLine(40)
    plate = TextLine(20)
    plate_key = TextLine(20)
    bought_on = DayField(null=True)
    bought_at = TextLine(60)
    mileage = CountField(null=True)
    mileage_on = DayField(null=True)
    insurance_until = DayField(null=True)
    inspection_until = DayField(null=True)
    warranty_until = DayField(null=True)
    note = Note(400)
    gone_on = DayField(null=True)


class NeedsAssessment(Record):
    """What a customer needs, as they said on one day (C6): answers as JSON by the code of the question."""

    customer = reference(Customer)
    staff = reference(Staff)
    asked_at = MomentField(default=clock.now)
    answers = peewee.TextField()
    summary = TextLine(200)


class GradeProposal(Table):
    """A grade somebody proposed for a customer, and what became of it (C9)."""

    customer = reference(Customer)
    grade = TextLine(20)
    reason = TextLine(200)
    proposed_by = reference(Staff)
    proposed_at = MomentField(default=clock.now)
    decision = EnumField(Decision, default=Decision.OPEN)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    answer = TextLine(200)


class RegisterLine(Record):
    """One line of the visit or the call register (C2); without a file it stays anonymous."""

    kind = EnumField(RegisterKind)
    at = MomentField(default=clock.now)
    left_at = MomentField(null=True)
    customer = reference(Customer, null=True)
    staff = reference(Staff)
    party_size = CountField(default=1)
    first_time = FlagField(default=True)
    phone = TextLine(40)
    about = TextLine(200)
    result = TextLine(200)
    source = TextLine(40)
    outcome = EnumField(Outcome, default=Outcome.NONE)
    reason = TextLine(200)
    invited_for = MomentField(null=True)
    message_for = reference(Staff, null=True)
    passed_on_at = MomentField(null=True)


class CustomerMerge(Record):
    """Two files that became one (C3); ``content`` holds as JSON what an undoing needs."""

    kept = reference(Customer)
    gone = reference(Customer)
    staff = reference(Staff)
    content = peewee.TextField()
    undone_at = MomentField(null=True)
    undone_by = reference(Staff, null=True)


class CustomerLoss(Record):
    """A prospect given up (C5): why, what they were worth in fen, the manager's decision, the day the file wakes."""

    customer = reference(Customer)
    staff = reference(Staff)
    lost_at = MomentField(default=clock.now)
    reason = TextLine(40)
    told = TextLine(200)
    stage_before = EnumField(Stage)
    value = MoneyField(default=0)
    wakes_on = DayField(null=True)
    woken_at = MomentField(null=True)
    decision = EnumField(Decision, default=Decision.OPEN)
    decided_by = reference(Staff, null=True)
    decided_at = MomentField(null=True)
    remark = TextLine(200)


class CustomerApart(Table):
    """Two files that look alike and are about different people, as somebody has said (C3)."""

    first = reference(Customer)
    second = reference(Customer)
    staff = reference(Staff)
    said_at = MomentField(default=clock.now)
