"""What is done with a booking: made, moved, cancelled, not kept (S4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.customers.protection_actions import check_works_here, standing
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.kernel.text import one_line
from models.test_drives import rules
from models.test_drives.rules import Span
from models.test_drives.standing import check_car, check_free, facts_of, known_routes, moved, routes_text, touch
from models.test_drives.states import DRIVE_MOVES, DriveAction
from models.test_drives.tables import TestDrive


@dataclass(frozen=True)
class BookingForm:
    """A car for so many minutes; ``consultant_id`` accompanies, None for whoever books."""

    unit_id: int
    starts_at: datetime
    minutes: int = 30
    consultant_id: int | None = None
    note: str = ""

    @property
    def span(self) -> Span:
        """From when until when, to the minute."""
        begin = self.starts_at.replace(second=0, microsecond=0)
        return Span(begin, begin + timedelta(minutes=self.minutes))


@action(Permission.TEST_DRIVE)
def book_drive(act: Act, customer_id: int, form: BookingForm) -> None:
    """Book a demo car for a customer. Every route of the store is offered until it is said otherwise.

    Raises RuleError at the field that is wrong: a time that is past, a car that is none or taken, a person who is.
    """
    customer = standing(customer_id)
    drive = TestDrive.create(
        number=numbering.next_number("SC", clock.today().year),
        customer=customer,
        routes=routes_text(known_routes()),
        licence_name=customer.name,
        **_checked(act, form),
    )
    touch(act, drive)


@action(Permission.TEST_DRIVE)
def change_booking(act: Act, drive_id: int, version: int, form: BookingForm) -> None:
    """Move a booking to another time, car or person. Raises RuleError as ``book_drive``, IllegalMove, StaleEdit.

    Another car has to be looked at anew, and its agreement signed.
    """
    drive = TestDrive.get_by_id(drive_id)
    move(DRIVE_MOVES, drive.state, DriveAction.PREPARE, act.actor, facts_of(drive))
    values = _checked(act, form, drive)
    if values["unit"] != drive.unit_id:
        values |= {"fuel": None, "clean": False, "insured": False, **UNSIGNED}
    new = {f"{name}_id" if name in _REFERENCES else name: value for name, value in values.items()}
    changed = save_edit(drive, version, new)
    touch(act, drive)
    act.note(changed=sorted(changed))


@action(Permission.TEST_DRIVE)
def cancel_drive(act: Act, drive_id: int, reason: str) -> None:
    """The booking is called off; the car is free. Raises RuleError without a reason, IllegalMove once it is out."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    moved(act, TestDrive.get_by_id(drive_id), DriveAction.CANCEL, reason=reason)


@action(Permission.TEST_DRIVE)
def note_no_show(act: Act, drive_id: int, reason: str) -> None:
    """The customer did not come. Raises RuleError without a reason, or before the time of the booking."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    moved(act, TestDrive.get_by_id(drive_id), DriveAction.MISS, reason=reason)


UNSIGNED: dict[str, object] = {"signed_how": None, "signature_id": None, "signed_at": None}
"""What a drive is like whose agreement says something else than what was signed."""

_REFERENCES = ("unit", "consultant")


def _checked(act: Act, form: BookingForm, before: TestDrive | None = None) -> dict[str, object]:
    span, consultant_id = form.span, form.consultant_id or act.actor.id
    if before is None or span.starts_at != before.starts_at:
        rules.check_span(span, clock.now().replace(second=0, microsecond=0))
    unit = check_car(form.unit_id)
    check_works_here(consultant_id, "consultant_id")
    limited(one_line(form.note), TestDrive.note.limit, "note")
    check_free(span, unit.id, consultant_id, before.id if before else 0)
    return {
        **{"unit": unit.id, "consultant": consultant_id, "note": form.note},
        **{"starts_at": span.starts_at, "ends_at": span.ends_at},
    }
