"""Dispatch note, checklist and confirmation of a delivery on the continuous form of 241 × 140 mm (D1, D3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.delivery.papers import ChecklistPaper, ConfirmationPaper, DeliveryHead, DispatchPaper, GoodsLine
from models.kernel.i18n import Translator, translator
from models.kernel.money import plain, quantity_text
from models.papers.facts import Printing, StoreHead
from reports import delivery
from reports.checklist import SKIPPED, title_of
from reports.form_list import FormColumn, FormLine, ListForm, draw
from reports.forms import FRAME_LEFT, FRAME_RIGHT
from reports.letterhead import moment
from reports.table import DASH
from reports.wording import date_text, group_mark


@dataclass(frozen=True)
class _Numbered:
    """Whose paper it is and its number."""

    store: StoreHead
    number: str


_HALF = (FRAME_LEFT + FRAME_RIGHT) / 2


def dispatch_note(facts: DispatchPaper, printing: Printing) -> bytes:
    """D3: what is released, to whom, by whom."""
    _ = translator(printing.language)
    money = _("Contract total {total}, received {received}, still open {owed}").format(
        total=plain(facts.total), received=plain(facts.received), owed=plain(facts.owed)
    )
    overruled = ""
    if facts.overruled:
        overruled = _("Released unpaid by the owner: {amount}, {reason}").format(
            amount=plain(facts.overruled), reason=facts.overruled_because
        )
    released = _("Approved by {name}").format(name=delivery.approved(facts, _))
    content = ListForm(
        title=_("Dispatch note"),
        number_label=_("Number"),
        facts=_facts(facts.head, _),
        columns=_goods_columns(_),
        lines=_goods(facts.goods, _),
        halves=1,
        notes=tuple(filter(None, (money, overruled, released))),
        signers=((_("Manager"), facts.approved_by), (_("Cashier (booked)"), "")),
        last_signer=_("Goods received (customer)"),
        fine=_("The signed copy is booked by the cashier."),
    )
    return draw(_Numbered(facts.head.store, facts.number), printing, content, _)


def checklist(facts: ChecklistPaper, printing: Printing) -> bytes:
    """D1: every item with its box and what proves it, two columns on each form."""
    _ = translator(printing.language)
    lines: list[FormLine] = []
    for place, section in enumerate(facts.sections, start=1):
        lines.append(FormLine((f"{group_mark(place, printing.language)} {title_of(section)}", ""), strong=True))
        for item in section.lines:
            star = "*" if item.required else ""
            lines.append(
                FormLine((f"{item.number}{star} {item.wording}", "" if item.mark == SKIPPED else item.found), item.mark)
            )
    skipped = delivery.reasons(facts.sections, _)
    if skipped:
        lines.append(FormLine((_("Why something does not apply"), ""), strong=True))
        lines += [FormLine((reason, "")) for reason in skipped]
    content = ListForm(
        title=_("Delivery checklist"),
        number_label=_("Number"),
        facts=_facts(facts.head, _),
        columns=(
            FormColumn(_("Item"), FRAME_LEFT, _HALF - 26, box=True),
            FormColumn(_("Evidence"), _HALF - 26, _HALF, "right"),
        ),
        lines=tuple(lines),
        halves=2,
        notes=(delivery.statement(_),),
        signers=((_("Sales consultant"), facts.head.consultant), (_("Manager (release)"), "")),
        last_signer=_("Customer (signature)"),
        fine=_("* required: no hand-over while it is open"),
    )
    return draw(_Numbered(facts.head.store, facts.head.number), printing, content, _)


def confirmation(facts: ConfirmationPaper, printing: Printing) -> bytes:
    """D3: the goods, what was given with them and what is left to mend."""
    _ = translator(printing.language)
    lines = [*_goods(facts.goods, _)]
    handed = delivery.handed(facts)
    if handed:
        lines.append(FormLine(("", _("What was handed over"), "", ""), strong=True))
        lines += [FormLine(("", words, found or "√", "")) for words, found in handed]
    if facts.defects:
        lines.append(FormLine(("", _("Defects"), _("Put right by"), ""), strong=True))
        lines += [
            FormLine(("", " ".join(filter(None, (row.part, row.what))), f"{date_text(row.due_on)} {row.staff}", ""))
            for row in facts.defects
        ]
    content = ListForm(
        title=_("Delivery confirmation"),
        number_label=_("Number"),
        facts=_facts(facts.head, _),
        columns=_goods_columns(_),
        lines=tuple(lines),
        halves=1,
        notes=(delivery.statement(_),),
        signers=((_("Sales consultant"), facts.head.consultant), (_("Seller (seal)"), "")),
        last_signer=_signed(facts, _),
        fine="   ".join(f"{each.what} {date_text(each.until)}" for each in facts.warranty),
    )
    return draw(_Numbered(facts.head.store, facts.head.number), printing, content, _)


def _signed(facts: ConfirmationPaper, _: Translator) -> str:
    if facts.signature is None:
        return _("Customer (signature)")
    return _("Signed: {name}").format(name=facts.signed_by)


def _facts(head: DeliveryHead, _: Translator) -> tuple[tuple[str, str], ...]:
    return (
        (_("Customer"), head.customer),
        (_("Phone"), head.phone or DASH),
        (_("Contract"), head.contract_number),
        (_("Time of delivery"), moment(head.starts_at)),
        (_("Place of delivery"), ", ".join(filter(None, (head.bay, head.place))) or DASH),
        (_("Sales consultant"), head.consultant),
    )


def _goods_columns(_: Translator) -> tuple[FormColumn, ...]:
    return (
        FormColumn(_("No."), FRAME_LEFT, 27.5, "centre"),
        FormColumn(_("Goods delivered"), 27.5, 120.5),
        FormColumn(_("VIN or serial number"), 120.5, 184.5),
        FormColumn(_("Quantity"), 184.5, FRAME_RIGHT, "right"),
    )


def _goods(goods: Sequence[GoodsLine], _: Translator) -> tuple[FormLine, ...]:
    return tuple(
        FormLine(
            (
                *(
                    str(number),
                    "   ".join(filter(None, (row.name, row.spec))),
                    _(", ").join(row.serial.split("\n")) or DASH,
                ),
                " ".join(filter(None, (quantity_text(row.quantity), row.unit))),
            )
        )
        for number, row in enumerate(goods, start=1)
    )
