"""What is done to see a licence unmasked: it is on record who did (C11)."""

from __future__ import annotations

from models.kernel.actions import Act, action
from models.kernel.permissions import Permission
from models.test_drives.tables import TestDrive


@action(Permission.REVEAL_PERSONAL)
def reveal_licence(act: Act, drive_id: int) -> None:
    """The number of a licence unmasked, as ``Changes.answer``; that it was seen is on record."""
    drive = TestDrive.get_by_id(drive_id)
    act.on("test_drive", drive_id)
    act.changes.touched.clear()
    act.note(number=drive.number)
    act.changes.answer = drive.licence_number
