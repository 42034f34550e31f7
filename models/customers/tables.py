"""Tables of customer files and registers."""

from __future__ import annotations

from models.customers.kinds import CustomerKind, FormOfAddress, RegisterKind, Stage
from models.kernel import clock
from models.kernel.tables import CountField, EnumField, FlagField, MomentField, Note, Record, Table, TextLine, reference
from models.staff.tables import Staff


class Customer(Record):
    """A customer file (C1): a person or a company."""

    kind = EnumField(CustomerKind, default=CustomerKind.PERSON)
    name = TextLine(60)
    form_of_address = EnumField(FormOfAddress, default=FormOfAddress.NONE)
    contact_person = TextLine(60)
    no_contact = FlagField(default=False)
    wechat = TextLine(60)
    email = TextLine(120)
    address = TextLine(200)
    id_number = TextLine(40)
    best_time = TextLine(60)
    source = TextLine(40)
    referred_by = reference("self", null=True)
    owner = reference(Staff, null=True)
    intent = TextLine(20)
    stage = EnumField(Stage, default=Stage.NEW)
    wish = TextLine(120)
    note = Note(4000)
    last_contact_at = MomentField(default=clock.now)


class CustomerPhone(Table):
    """One of a customer's numbers, as typed and as digits; the first position is the preferred one."""

    customer = reference(Customer)
    position = CountField()
    number = TextLine(40)
    digits = TextLine(40)


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
