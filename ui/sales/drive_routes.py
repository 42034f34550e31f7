"""The store's routes for test drives: name, way, how far and how long; an emptied name takes a route off (S4)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel.errors import RuleError
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor
from models.test_drives import lists
from models.test_drives.route_actions import LONGEST_VIA, MOST_KM, MOST_MINUTES, MOST_ROUTES, change_routes
from models.test_drives.standing import RouteForm
from ui.kit.dialogs import FormDialog
from ui.kit.editors import CountEdit, TextEdit
from ui.kit.forms import Field

_NEW = 2
"""How many empty lines there are for new ones."""

_PARTS = ("name", "via", "km", "minutes")


def ask_routes(page: QWidget, actor: Actor) -> FormDialog:
    """Let a manager set the routes; what is wrong is said at its line."""
    known = lists.own_routes()
    lines = min(len(known) + _NEW, MOST_ROUTES)
    dialog = FormDialog(
        page,
        _("Routes of test drives"),
        [_line(place) for place in range(lines)],
        lambda values: _save(actor, values, lines, len(known)),
        intro=_("At least two are offered before each drive. Empty a name to take its route off."),
        width=860,
    )
    for place, each in enumerate(known[:lines]):
        own = zip(_PARTS, (pick(each.name), pick(each.via), each.km, each.minutes), strict=True)
        dialog.form.set_values({f"{part}_{place}": value for part, value in own})
        dialog.form.editor(f"via_{place}").home(False)
    dialog.open()
    return dialog


def _line(place: int) -> tuple[Field, ...]:
    return (
        Field(f"name_{place}", _("Route"), TextEdit(longest=60)),
        Field(f"via_{place}", _("Which way it goes"), TextEdit(longest=LONGEST_VIA)),
        Field(f"km_{place}", _("Kilometres"), CountEdit(1, MOST_KM)),
        Field(f"minutes_{place}", _("Minutes"), CountEdit(1, MOST_MINUTES)),
    )


def _save(actor: Actor, values: dict[str, Any], lines: int, known: int) -> None:
    """Hand on what has a name. Raises RuleError at the line it was typed in."""
    kept = [place for place in range(lines) if values[f"name_{place}"]]
    forms = tuple(
        RouteForm(
            *(values[f"name_{place}"], values[f"via_{place}"]),
            *(values[f"km_{place}"] or 0, values[f"minutes_{place}"] or 0),
            was=place if place < known else None,
        )
        for place in kept
    )
    try:
        change_routes(actor, forms)
    except RuleError as error:
        _room, _sign, rest = (error.field or "").partition(".")
        number, _sign, part = rest.partition(".")
        if number.isdecimal():
            raise RuleError(error.template, field=f"{part}_{kept[int(number)]}", **error.parameters) from error
        raise
