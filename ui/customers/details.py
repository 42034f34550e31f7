"""All that is kept about a customer, in groups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers.kinds import BestWay, IdType
from models.customers.lists import CustomerFile
from models.kernel.i18n import _, label
from ui.customers.file_fields import labels
from ui.customers.wording import grade_name, level_words, phone_words, source_name
from ui.kit import wording
from ui.kit.widgets import Button, Chip, FactGrid, Text, fill, row

Facts = list[tuple[str, ...]]


def details(file: CustomerFile, columns: int, proposed: str, on_grade: Callable[[], object] | None) -> QWidget:
    """The values by group; ``proposed`` says which grades are, ``on_grade`` changes or proposes one."""
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 8, 0, 0)
    box.setSpacing(12)
    if file.tags:
        fill(box, row(*(Chip(tag, "neutral") for tag in file.tags), "stretch", gap=6))
    grade = Button(_("Grade…"), on_grade, icon="star-outline", name="grade")
    grade.setEnabled(on_grade is not None)
    groups = ((_("Who they are"), _who(file)), (_("How they are reached"), _reach(file)), (_("Sale"), _sale(file)))
    for title, facts in groups:
        fill(box, Text(title, "bold"), FactGrid(facts, columns))
    fill(box, row(grade, Text(proposed, "dim", wrap=True), "stretch"))
    if liked := [fact for fact in _preferences(file) if fact[1]]:
        fill(box, Text(_("What they like, and what to avoid"), "bold"), FactGrid(liked, columns))
    fill(box, Text(labels()["note"], "bold"), Text(file.note or "–", wrap=True))
    return page


def _who(file: CustomerFile) -> Facts:
    named = labels()
    kind = label(file.id_type) if file.id_type is not IdType.NONE and file.id_number else ""
    return [
        (named["kind"], label(file.kind)),
        (named["company"], file.company),
        (named["birthday"], file.birthday.isoformat() if file.birthday else ""),
        (named["id_number"], wording.GAP.join(part for part in (file.id_number, kind) if part)),
        (named["grade"], grade_name(file.grade)),
        (_("File opened"), wording.moment(file.created_at)),
    ]


def _reach(file: CustomerFile) -> Facts:
    named = labels()
    phones = "\n".join(phone_words(*both) for both in zip(file.phones, file.phone_labels, strict=True))
    way = label(file.best_way) if file.best_way is not BestWay.NONE else ""
    return [
        (named["phones"], phones or (_("Left no contact") if file.no_contact else "")),
        (named["best_way"], wording.GAP.join(part for part in (way, file.best_time) if part)),
        (named["wechat"], file.wechat),
        (named["email"], file.email),
        (named["address"], file.address),
    ]


def _sale(file: CustomerFile) -> Facts:
    named = labels()
    return [
        (named["wish"], file.wish),
        (named["intent"], level_words(file.intent)),
        (named["owner_id"], file.owner),
        (named["source"], wording.GAP.join(part for part in (source_name(file.source), file.campaign) if part)),
        (named["referred_by_id"], file.referred_by),
    ]


def _preferences(file: CustomerFile) -> Facts:
    named = labels()
    said = {"drink": file.drink, "seat": file.seat, "hobby": file.hobby, "taboo": file.taboo}
    return [(named[name], value, *(["warn"] if name == "taboo" else [])) for name, value in said.items()]
