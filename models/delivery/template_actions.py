"""The store's own templates: every change makes a new version, the old ones stay as deliveries used them (D1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from models.delivery import templates
from models.delivery.tables import DeliveryTemplateVersion
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.i18n import LANGUAGES, pick
from models.kernel.permissions import Permission, Role
from models.kernel.tables import limited
from models.kernel.text import one_line
from models.trades import delivery_files
from models.trades.delivery_template import (
    LONGEST_NAME,
    LONGEST_WORDING,
    MOST_ITEMS,
    MOST_PARTS,
    MOST_SECTIONS,
    DeliveryItem,
    DeliverySection,
    DeliveryTemplate,
    Evidence,
    Gate,
    Means,
    RunEntry,
)
from models.trades.template import Texts

MOST_MINUTES, LONGEST_BRING, FARTHEST_DAYS = 14 * 24 * 60, 400, 400


@dataclass(frozen=True)
class ItemEdit:
    """An item as typed; ``code`` empty is a new one."""

    wording: str
    required: bool = True
    role: Role = Role.SALES
    evidence: Evidence = Evidence.TICK
    gate: Gate = Gate.HAND_OVER
    means: Means = Means.NOTHING
    days: int | None = None
    code: str = ""


@dataclass(frozen=True)
class SectionEdit:
    """A section as typed, its items in their order; ``code`` empty is a new one."""

    name: str
    items: tuple[ItemEdit, ...]
    for_each: bool = False
    code: str = ""


@dataclass(frozen=True)
class RunEdit:
    """A line of the run sheet as typed."""

    minute: int
    what: str
    who: str


@dataclass(frozen=True)
class TemplateForm:
    """A template as typed in one language; what is typed counts for it, the other languages keep theirs.

    ``code`` empty is a new template; ``no`` is the version that was read, so that nobody's edit is lost.
    """

    name: str
    sections: tuple[SectionEdit, ...]
    minutes: int = 60
    bring: str = ""
    parts: tuple[str, ...] = ()
    run: tuple[RunEdit, ...] = ()
    in_bay: bool = False
    drives_home: bool = False
    code: str = ""
    no: int = 0


@action(Permission.KEEP_DELIVERIES)
def save_template(act: Act, language: str, form: TemplateForm) -> None:
    """Save a template as its next version, or a new one as its first; deliveries keep the items they have (D1).

    Raises RuleError at ``name``, ``minutes``, ``sections.N.name``, ``sections.N.items``, ``sections.N.items.M.wording``
    …, and where somebody saved another version meanwhile.
    """
    if language not in LANGUAGES:
        raise RuleError("Choose a language.", field="language")
    before = _before(form)
    template = _template(form, before, language)
    _write(act, template, retired=False)


def _before(form: TemplateForm) -> DeliveryTemplate | None:
    if not form.code:
        return None
    every = templates.known()
    if form.code not in every:
        raise RuleError("Choose a template.", field="template")
    template, no, _retired = every[form.code]
    if no != form.no:
        raise RuleError("Somebody else saved version {no} of this template meanwhile.", field="no", no=no)
    return template


@action(Permission.KEEP_DELIVERIES)
def retire_template(act: Act, code: str) -> None:
    """Plan no more deliveries with a template; those that use it go on. Raises RuleError for the last one."""
    if code not in templates.offered():
        raise RuleError("Choose a template.", field="template")
    if len(templates.offered()) == 1:
        raise RuleError("This is the only template: a store needs one.", field="template")
    _write(act, templates.known()[code][0], retired=True)


@action(Permission.KEEP_DELIVERIES)
def bring_back_template(act: Act, code: str) -> None:
    """Offer a retired template again, or one that ships for another trade. Raises RuleError where it is offered."""
    every = templates.known()
    if code not in every or code in templates.offered():
        raise RuleError("Choose a template.", field="template")
    _write(act, every[code][0], retired=False)


def _write(act: Act, template: DeliveryTemplate, *, retired: bool) -> None:
    before = templates.newest().get(template.code)
    row = DeliveryTemplateVersion.create(
        code=template.code,
        no=before.no + 1 if before else 1,
        content=delivery_files.to_json(template),
        retired=retired,
        staff=act.actor.id,
    )
    act.on("delivery_template", row.id)
    act.note(code=template.code, no=row.no, retired=retired)


def _template(form: TemplateForm, before: DeliveryTemplate | None, language: str) -> DeliveryTemplate:
    _check_count("minutes", form.minutes, 1, MOST_MINUTES)
    if not 1 <= len(form.sections) <= MOST_SECTIONS:
        raise RuleError(
            "A template has from {least} to {most} sections.", field="sections", least=1, most=MOST_SECTIONS
        )
    if len(form.parts) > MOST_PARTS:
        raise RuleError("Name from {least} to {most} rooms or pieces.", field="parts", least=0, most=MOST_PARTS)
    known = {section.code: section for section in before.sections} if before else {}
    items = {item.code: item for section in known.values() for item in section.items}
    codes = {"section": set(known), "item": set(items)}
    sections = tuple(
        _section(section, place, known, items, codes, language) for place, section in enumerate(form.sections)
    )
    values: dict[str, Any] = {
        "name": _texts(before.name if before else None, _typed(form.name, "name", LONGEST_NAME), language),
        "sections": sections,
        "minutes": form.minutes,
        "bring": _bring(form, before, language),
        "parts": _parts(form, before, language),
        "run": _run(form, before, language),
        **{"in_bay": form.in_bay, "drives_home": form.drives_home},
    }
    code = _new_code("template", set(templates.known()))
    template = replace(before, **values) if before else DeliveryTemplate(code=code, **values)
    _check(template)
    return template


def _check(template: DeliveryTemplate) -> None:
    """The template's own rules, at the fields as they are typed: ``sections[0].items[1].gate`` has dots there."""
    try:
        delivery_files.check(template)
    except RuleError as error:
        field = (error.field or "").replace("[", ".").replace("]", "")
        raise RuleError(error.template, field=field, **error.parameters) from error


def _section(
    form: SectionEdit,
    place: int,
    known: dict[str, DeliverySection],
    items: dict[str, DeliveryItem],
    codes: dict[str, set[str]],
    language: str,
) -> DeliverySection:
    where = f"sections.{place}"
    if not form.items:
        raise RuleError("A section needs at least one item.", field=f"{where}.items")
    before = known.get(form.code)
    name = _texts(before.name if before else None, _typed(form.name, f"{where}.name", LONGEST_NAME), language)
    code = _code(form.code, "section", codes)
    return DeliverySection(
        code=code,
        name=name,
        items=tuple(
            _item(item, f"{where}.items.{number}", items, codes, language) for number, item in enumerate(form.items)
        ),
        for_each=form.for_each,
    )


def _item(
    form: ItemEdit, where: str, known: dict[str, DeliveryItem], codes: dict[str, set[str]], language: str
) -> DeliveryItem:
    before = known.get(form.code)
    wording = _typed(form.wording, f"{where}.wording", LONGEST_WORDING)
    if form.days is not None:
        _check_count(f"{where}.days", form.days, -FARTHEST_DAYS, FARTHEST_DAYS)
    if len(codes["item"]) > MOST_ITEMS * 2:
        raise RuleError("A checklist has at most {most} items.", field="sections", most=MOST_ITEMS)
    return DeliveryItem(
        code=_code(form.code, "item", codes),
        name=_texts(before.name if before else None, wording, language),
        required=form.required,
        role=form.role,
        evidence=form.evidence,
        gate=form.gate,
        means=form.means,
        days=form.days,
    )


def _code(typed: str, stem: str, codes: dict[str, set[str]]) -> str:
    code = typed if typed in codes[stem] else _new_code(stem, codes[stem])
    codes[stem].add(code)
    return code


def _bring(form: TemplateForm, before: DeliveryTemplate | None, language: str) -> Texts | None:
    if not form.bring:
        return None
    return _texts(before.bring if before else None, limited(form.bring, LONGEST_BRING, "bring"), language)


def _parts(form: TemplateForm, before: DeliveryTemplate | None, language: str) -> tuple[Texts, ...]:
    known = {pick(each, language): each for each in before.parts} if before else {}
    typed = (_typed(each, f"parts.{place}", LONGEST_NAME) for place, each in enumerate(form.parts))
    return tuple(known.get(each) or dict.fromkeys(LANGUAGES, each) for each in typed)


def _run(form: TemplateForm, before: DeliveryTemplate | None, language: str) -> tuple[RunEntry, ...]:
    known = {pick(text, language): text for each in (before.run if before else ()) for text in (each.what, each.who)}
    lines = []
    for place, line in enumerate(sorted(form.run, key=lambda each: each.minute)):
        _check_count(f"run.{place}.minute", line.minute, -MOST_MINUTES, MOST_MINUTES)
        what = _typed(line.what, f"run.{place}.what", LONGEST_WORDING)
        who = _typed(line.who, f"run.{place}.who", LONGEST_NAME)
        texts = [known.get(each) or dict.fromkeys(LANGUAGES, each) for each in (what, who)]
        lines.append(RunEntry(minute=line.minute, what=texts[0], who=texts[1]))
    return tuple(lines)


def template_form(code: str, language: str) -> TemplateForm:
    """A template's newest version as it is typed in ``language``."""
    template, no, _retired = templates.known()[code]
    return TemplateForm(
        name=pick(template.name, language),
        sections=tuple(_section_edit(section, language) for section in template.sections),
        minutes=template.minutes,
        bring=pick(template.bring or {}, language),
        parts=tuple(pick(each, language) for each in template.parts),
        run=tuple(RunEdit(e.minute, pick(e.what, language), pick(e.who, language)) for e in template.run),
        in_bay=template.in_bay,
        drives_home=template.drives_home,
        code=code,
        no=no,
    )


def _section_edit(section: DeliverySection, language: str) -> SectionEdit:
    items = tuple(
        ItemEdit(
            pick(item.name, language),
            *(item.required, item.role, item.evidence, item.gate, item.means, item.days, item.code),
        )
        for item in section.items
    )
    return SectionEdit(pick(section.name, language), items, section.for_each, section.code)


def _check_count(field: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise RuleError("Type a whole number from {least} to {most}.", field=field, least=least, most=most)


def _typed(text: str, where: str, longest: int) -> str:
    text = one_line(text)
    if not text:
        raise RuleError("Type something here.", field=where)
    return limited(text, longest, where)


def _texts(before: Texts | None, typed: str, language: str) -> Texts:
    if not before:
        return dict.fromkeys(LANGUAGES, typed)
    return before if pick(before, language) == typed else {**before, language: typed}


def _new_code(stem: str, taken: set[str]) -> str:
    return next(code for number in range(1, 10_000) if (code := f"own_{stem}_{number}") not in taken)
