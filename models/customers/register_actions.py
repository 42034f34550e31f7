"""What is done with a line of the registers after it was written: completed, tied to a file, its message passed on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime

from models.customers import rules
from models.customers.actions import REACHED, check_line
from models.customers.kinds import Outcome, RegisterKind, further
from models.customers.linked import resolved
from models.customers.tables import Customer, RegisterLine
from models.kernel import clock, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission


@dataclass(frozen=True)
class LineForm:
    """What a register's line says (C2); ``left_at`` or ``phone`` None leaves what stands there."""

    party_size: int = 1
    first_time: bool = True
    source: str = ""
    about: str = ""
    result: str = ""
    outcome: Outcome = Outcome.NONE
    reason: str = ""
    phone: str | None = None
    left_at: datetime | None = None
    invited_for: datetime | None = None
    message_for_id: int | None = None


@action(Permission.REGISTER)
def edit_line(act: Act, line_id: int, version: int, form: LineForm) -> None:
    """Complete a line that is open, or one of today.

    Raises RuleError at the field that is wrong, and for an earlier day's; StaleEdit where somebody was faster.
    """
    line = RegisterLine.get_by_id(line_id)
    if line.left_at and clock.local(line.at).date() < clock.today():
        raise RuleError("The registers of earlier days stay as they are.")
    check_line(line.kind, line.at, form.party_size, form.invited_for, form.message_for_id)
    if form.left_at and not line.at <= form.left_at <= clock.now():
        raise RuleError("They left after they came, and not later than now.", field="left_at")
    left_at = line.left_at if line.kind is RegisterKind.CALL else form.left_at or line.left_at
    phone = rules.checked_phone(form.phone, "phone") if form.phone else line.phone if form.phone is None else ""
    changed = save_edit(line, version, asdict(replace(form, left_at=left_at, phone=phone)))
    act.on("register_line", line_id)
    act.note(changed={name: _shown(name, *both) for name, both in changed.items()})
    if line.customer_id:
        act.touch("customer", line.customer_id)


@action(Permission.REGISTER)
def tie_line(act: Act, line_id: int, customer_id: int) -> None:
    """Tie an anonymous line to a file later (C2): the visit or call becomes one of that customer's.

    Raises RuleError for a line that belongs to a file already.
    """
    line = RegisterLine.get_by_id(line_id)
    if line.customer_id:
        raise RuleError("This line belongs to a file already.", field="customer_id")
    customer = Customer.get_by_id(resolved(customer_id))
    theirs = RegisterLine.select().where(RegisterLine.customer == customer.id)
    is_first = not theirs.where(RegisterLine.at < line.at).exists()
    if is_first:
        later = theirs.where(RegisterLine.kind == line.kind).select(RegisterLine.id)
        RegisterLine.update(first_time=False).where(RegisterLine.id.in_(later)).execute()
    save_edit(line, line.version, {"customer_id": customer.id, "first_time": is_first})
    last, stage = max(customer.last_contact_at, line.at), further(customer.stage, REACHED[line.kind])
    Customer.update(last_contact_at=last, stage=stage).where(Customer.id == customer.id).execute()
    search.mark_used("customer", customer.id)
    act.on("register_line", line_id)
    act.touch("customer", customer.id)
    act.note(customer=customer.id)


@action(Permission.REGISTER)
def pass_on(act: Act, line_id: int) -> None:
    """Note that a caller's message has been passed on. Raises RuleError where there is none, or it was already."""
    line = RegisterLine.get_by_id(line_id)
    if not line.message_for_id:
        raise RuleError("Nobody left a message here.")
    if line.passed_on_at:
        raise RuleError("This message has been passed on already.")
    save_edit(line, line.version, {"passed_on_at": clock.now()})
    act.on("register_line", line_id)


def _shown(name: str, before: object, after: object) -> list[str]:
    """What the trail may say of a change: a number only as its mask."""
    if name == "phone":
        return [rules.masked_phone(str(each)) for each in (before, after)]
    return ["" if each is None else str(each) for each in (before, after)]
