"""What both forms of a settlement say in words: times, quantities, what was put off, sums, what was received."""

from __future__ import annotations

from datetime import datetime

from models.kernel.i18n import Translator
from models.kernel.money import plain, quantity_text
from models.service.settlement_papers import PutOffLine, SettledLine, SettlementPaper
from reports.table import DASH

_SHORT = 120


def short(at: datetime | None) -> str:
    """A moment of the year, to the minute; a dash for none."""
    return f"{at:%m-%d %H:%M}" if at else DASH


def ready_words(facts: SettlementPaper, _: Translator) -> str:
    """When it was ready, beside what was promised."""
    if facts.promised_at is None:
        return short(facts.ready_at)
    same = facts.ready_at is not None and facts.ready_at.date() == facts.promised_at.date()
    promised = f"{facts.promised_at:%H:%M}" if same else short(facts.promised_at)
    return _("{at} (promised {promised})").format(at=short(facts.ready_at), promised=promised)


def pieces(line: SettledLine) -> str:
    """How much of it, with its unit."""
    return " ".join(filter(None, (quantity_text(line.quantity), line.unit)))


def put_off_tag(line: PutOffLine, _: Translator) -> str:
    """What a line of work put off is marked with."""
    if line.safety:
        return _("Safety")
    return _("Refused") if line.refused else _("Put off")


def put_off_words(line: PutOffLine, _: Translator) -> str:
    """What was put off, with its note and what it would cost."""
    cost = _("about {amount}").format(amount=plain(line.amount)) if line.amount else ""
    return _("; ").join(filter(None, (line.name, line.note, cost)))


def is_short(facts: SettlementPaper) -> bool:
    """Whether what was done takes no more than a few lines."""
    return len(facts.done_words) <= _SHORT


def notes(facts: SettlementPaper, _: Translator) -> list[str]:
    """What was done unless it is long, old parts, receipts, and what extra work the customer agreed to, how."""
    found = [_("Done: {what}").format(what=facts.done_words)] if is_short(facts) else []
    found += [_("Old parts: {what}.").format(what=facts.old_parts)] if facts.old_parts else []
    receipts = _(", ").join(each.number for each in facts.received)
    found += [_("Receipts: {numbers}.").format(numbers=receipts)] if receipts else []
    for extra in facts.extras:
        if extra.number:
            words = _("Extra work: {what}; {who} called {number} on {at}, agreed, {amount} more.")
        else:
            words = _("Extra work: {what}; signed on {at}, {amount} more.")
        found.append(
            words.format(
                what=extra.found, who=extra.who, number=extra.number, at=short(extra.at), amount=plain(extra.amount)
            )
        )
    return [*found, *facts.store.look.terms]


def sum_rows(facts: SettlementPaper, _: Translator) -> list[tuple[str, str]]:
    """The sums that make up the total."""
    rows = [(_("Charge for labour"), facts.labour_sum), (_("Charge for parts"), facts.parts_sum)]
    rows += [(_("Other"), facts.other_sum)] if facts.other_sum else []
    lines = facts.discount - facts.whole_discount
    if facts.whole_discount and lines:
        rows += [(_("Discount of lines"), -lines), (_("Discount of the whole"), -facts.whole_discount)]
    elif facts.discount:
        rows.append((_("Discount"), -facts.discount))
    rows += [(_("Rounded off"), facts.rounding)] if facts.rounding else []
    found = [(name, plain(amount)) for name, amount in rows]
    return [*found, (_("Items free of charge"), plain(0))] if facts.free else found


def authorised_words(facts: SettlementPaper, _: Translator) -> str:
    """What was authorised, and what extra work added to it."""
    extra = facts.authorised - facts.first_authorised
    if not extra:
        return _("Authorised {total}").format(total=plain(facts.authorised))
    return _("Authorised {total} ({first} and extra work {extra})").format(
        total=plain(facts.authorised), first=plain(facts.first_authorised), extra=plain(extra)
    )


def received_rows(facts: SettlementPaper, _: Translator) -> list[tuple[str, str]]:
    """What was received by method, and what is still open."""
    sums: dict[str, int] = {}
    for each in facts.received:
        sums[each.method] = sums.get(each.method, 0) + each.amount
    rows = [(_("Received ({method})").format(method=name), plain(amount)) for name, amount in sums.items() if amount]
    left = (
        (_("Paid beyond"), plain(-facts.still_open))
        if facts.still_open < 0
        else (_("Still open"), plain(facts.still_open))
    )
    return [*(rows or [(_("Received"), plain(0))]), left]
