"""What a store that has just been founded does first, as rows with the button that leads there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from models.appointments import lists as appointments
from models.catalog import lists as catalog
from models.customers import lists as customers
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.staff import lists as staff
from ui.kit.layout import column
from ui.kit.widgets import Button, Line, ListRow, PanelTitle

Open = Callable[[str, int], object]


def first_steps(actor: Actor, open_record: Open) -> QWidget | None:
    """The steps this person may take, the next one as the primary button; None once there are customers."""
    if customers.total():
        return None
    rows: list[QWidget] = []
    for key, permission, icon, title, detail, done in _steps(actor):
        if not actor.may(permission) or done:
            continue
        go = partial(open_record, key, 0)
        button = Button(_("Begin"), go, kind="plain" if rows else "primary", name=f"first_{key}")
        rows += [Line(), ListRow(icon, title, detail, button)]
    return column(PanelTitle(_("First steps")), *rows, gap=0) if rows else None


def _steps(actor: Actor) -> tuple[tuple[str, Permission, str, str, str, bool], ...]:
    """The section of the settings, who may, icon, words, and whether it is done."""
    return (
        (
            *("staff", Permission.KEEP_STAFF, "account-group-outline"),
            *(_("Add your staff"), _("Everybody logs in with a PIN; what they see follows their role.")),
            len(staff.everybody()) > 1,
        ),
        (
            *("catalog", Permission.KEEP_CATALOG, "tag-multiple-outline"),
            *(_("Add what you sell"), _("Prices and costs of goods, accessories and services, for quotes.")),
            bool(catalog.items(actor)),
        ),
        (
            *("workshop_day", Permission.KEEP_WORKSHOP, "wrench-outline"),
            *(_("Set up the workshop"), _("Opening hours and bays, so that appointments can be made.")),
            bool(appointments.bays()),
        ),
        (
            *("import", Permission.IMPORT_CUSTOMERS, "file-import-outline"),
            *(_("Bring in your customers"), _("From a spreadsheet or another program; every row is checked first.")),
            False,
        ),
    )
