"""Who changed what in a customer's file, from what to what, in people's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.customers import lists, losing
from models.customers.kinds import BestWay, CustomerKind, FormOfAddress, IdType, RegisterKind, Relation
from models.customers.linked import merged_into
from models.kernel import audit
from models.kernel.audit import Entry
from models.kernel.i18n import N_, LabelledEnum, _, label
from models.kernel.permissions import Actor
from models.staff import lists as staff
from ui.customers.file_fields import labels
from ui.customers.goods import goods_labels
from ui.customers.wording import called, grade_name, level_name, source_name
from ui.kit import wording
from ui.kit.widgets import Line, Text, column, fill

_WHEN, _WHO = 92, 96
_WORDS = {
    "customers.open_file": N_("File opened"),
    "customers.edit_file": N_("File changed"),
    "customers.reveal_personal": N_("Personal data shown"),
    "customers.reach_stage": N_("Came further"),
    "customers.set_intent": N_("Level of intent set"),
    "customers.claim": N_("Taken from the pool"),
    "customers.release": N_("Given back to the pool"),
    "customers.extend_protection": N_("Protection extended"),
    "customers.merge_files": N_("Another file merged into this one"),
    "customers.undo_merge": N_("Merge undone"),
    "customers.keep_apart": N_("Not the same person as somebody else"),
    "customers.confirm_loss": N_("Giving up confirmed"),
    "customers.refuse_loss": N_("Giving up refused"),
    "customers.wake_file": N_("Taken up again"),
    "sales.lose_customer": N_("Given up"),
    "privacy.export_file": N_("What is kept handed out"),
    "privacy.erase_file": N_("Erased"),
    "customers.add_person": N_("Contact person added"),
    "customers.change_person": N_("Contact person changed"),
    "customers.remove_person": N_("Contact person removed"),
    "customers.add_goods": N_("Vehicle or goods added"),
    "customers.change_goods": N_("Vehicle or goods changed"),
    "customers.relate": N_("Relation added"),
    "customers.unrelate": N_("Relation removed"),
    "customers.assess_needs": N_("Needs asked"),
    "customers.change_needs": N_("Needs put right"),
    "customers.propose_grade": N_("Grade proposed"),
    "customers.decide_grade": N_("Grade decided"),
    "customers.grant_grade": N_("Grade changed"),
    "papers.attach": N_("Photo or scan added"),
}
_ABOUT = {name for name in _WORDS if name.endswith(("_person", "_goods", ".relate", ".unrelate", "_grade"))}
_REASONED = ("customers.extend_protection", "privacy.erase_file")
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
        for entry in _entries(customer_id)
    ]


def _entries(customer_id: int) -> list[Entry]:
    """What happened to the file and to those merged into it, the latest first."""
    files = [customer_id, *merged_into(customer_id)]
    found = [entry for each in files for entry in audit.history("customer", each)]
    return sorted(found, key=lambda entry: entry.at, reverse=True) if len(files) > 1 else found


def _changed(entry: Entry, actor: Actor, names: dict[int, str]) -> list[str]:
    if entry.action == "customers.open_file":
        facts = (label(RegisterKind(entry.details["contact"])), source_name(entry.details["source"]))
        return [wording.GAP.join(fact for fact in facts if fact)]
    if entry.action in _REASONED:
        return [entry.details.get("reason", "")]
    if entry.action == "sales.lose_customer":
        return [losing.reason_words(entry.details["reason"])]
    fields = {**labels(), **goods_labels()}
    about = _about(entry.details, actor) if entry.action in _ABOUT else ""
    sentences = [about] if about else []
    for name, (before, after) in sorted(entry.details.get("changed", {}).items()):
        said = [_value(name, each, actor, names) for each in (before, after)]
        field = fields.get(name) or fields.get(f"{name}_id", name)
        sentences.append(_("{field}: {before} → {after}").format(field=field, before=said[0], after=said[1]))
    return sentences


def _about(details: dict[str, Any], actor: Actor) -> str:
    """Whom or what the change was about."""
    other = _value("referred_by_id", str(details.get("other_id", "")), actor, {}) if "other_id" in details else ""
    relation = label(Relation(details["relation"])) if "relation" in details else ""
    grade = grade_name(details.get("grade", ""))
    granted = {True: _("granted"), False: _("refused")}.get(details.get("granted", ""), "")
    said = (details.get("name", ""), details.get("goods", ""), other, relation, grade, granted)
    return wording.GAP.join(each for each in said if isinstance(each, str) and each)


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
    known: dict[str, Callable[[str], Any]] = {"intent": level_name, "source": source_name, "grade": grade_name}
    enums: dict[str, type[LabelledEnum]] = {
        **{"kind": CustomerKind, "form_of_address": FormOfAddress},
        **{"id_type": IdType, "best_way": BestWay},
    }
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
