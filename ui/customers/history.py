"""Who changed what in a customer's file, from what to what, in people's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.customers import lists
from models.customers.kinds import CustomerKind, FormOfAddress, RegisterKind
from models.kernel import audit
from models.kernel.audit import Entry
from models.kernel.i18n import N_, LabelledEnum, _, label
from models.kernel.permissions import Actor
from models.staff import lists as staff
from ui.customers.edit_file import labels
from ui.customers.wording import called, level_name, source_name
from ui.kit import wording
from ui.kit.widgets import Line, Text, column, fill

_WHEN, _WHO = 92, 96
_WORDS = {
    "customers.open_file": N_("File opened"),
    "customers.edit_file": N_("File changed"),
    "customers.reveal_personal": N_("Personal data shown"),
    "customers.reach_stage": N_("Came further"),
    "papers.attach": N_("Photo or scan added"),
}
_OTHERWISE = N_("Changed")


@dataclass(frozen=True)
class Change:
    """One line of the history; ``changed`` are sentences of field, from and to."""

    when: str
    who: str
    what: str
    changed: tuple[str, ...]


def history(actor: Actor, customer_id: int) -> list[Change]:
    """The file's history, newest first."""
    names = staff.names()
    return [
        Change(
            wording.moment(entry.at),
            names.get(entry.staff_id, _("the program")),
            _(_WORDS.get(entry.action, _OTHERWISE)),
            tuple(_changed(entry, actor, names)),
        )
        for entry in audit.history("customer", customer_id)
    ]


def _changed(entry: Entry, actor: Actor, names: dict[int, str]) -> list[str]:
    if entry.action == "customers.open_file":
        facts = (label(RegisterKind(entry.details["contact"])), source_name(entry.details["source"]))
        return [wording.GAP.join(fact for fact in facts if fact)]
    fields = labels()
    sentences = []
    for name, (before, after) in sorted(entry.details.get("changed", {}).items()):
        said = [_value(name, each, actor, names) for each in (before, after)]
        field = fields.get(name) or fields.get(f"{name}_id", name)
        sentences.append(_("{field}: {before} → {after}").format(field=field, before=said[0], after=said[1]))
    return sentences


def _value(name: str, value: str, actor: Actor, names: dict[int, str]) -> str:
    """What the trail holds of a field, as people say it."""
    if not value:
        return "–"
    if name == "no_contact":
        return _("yes") if value == "True" else _("no")
    if name == "owner_id":
        return names.get(int(value), value)
    if name == "referred_by_id":
        return ", ".join(called(each.name, each.form_of_address) for each in lists.rows(actor, [int(value)])) or "–"
    known: dict[str, Callable[[str], Any]] = {"intent": level_name, "source": source_name}
    enums: dict[str, type[LabelledEnum]] = {"kind": CustomerKind, "form_of_address": FormOfAddress}
    if name in enums:
        return label(enums[name](value))
    return known.get(name, str)(value)


class History(QWidget):
    """The lines, newest first."""

    def __init__(self, happened: Sequence[Change]) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for each in happened:
            what = column(Text(each.what, "bold"), *(Text(one, "second", wrap=True) for one in each.changed), gap=0)
            when, who = Text(each.when, "second"), Text(each.who)
            when.setFixedWidth(_WHEN)
            who.setFixedWidth(_WHO)
            line = QHBoxLayout()
            line.setContentsMargins(0, 8, 0, 8)
            line.setSpacing(14)
            fill(line, when, who, what)
            line.setStretch(2, 1)
            fill(box, line, Line())
