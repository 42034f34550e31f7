"""A list as a PDF to print."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from exchange.columns import Column, Days, ExportList, Kind
from exchange.forms import OnRow, Outcome, Target, refuse_longer, totals, whole_text
from models.carrying.kinds import Form
from models.kernel import clock, i18n
from models.kernel.cells import decimal
from models.kernel.i18n import _
from models.kernel.money import plain
from models.kernel.permissions import Actor
from models.papers.facts import Printing
from models.shop.paper_look import paper_head

_LETTER = 1.9
"""Millimetres for a character of a column's width."""
_FIGURES = (Kind.MONEY, Kind.COUNT, Kind.HUNDREDTHS)


def write_pdf(actor: Actor, wanted: ExportList, days: Days, target: Target, on_row: OnRow) -> Outcome:
    """Write a list as a PDF in the screen's language. Raises RuleError for one that is too long for paper."""
    from reports import fonts
    from reports.plain_list import PlainColumn, PlainList, plain_list

    refuse_longer(wanted.count, Form.PDF)
    sums, rows = totals(wanted.columns), []
    shown = [(place, column) for place, column in enumerate(wanted.columns) if column.printed]
    for row in wanted.rows():
        for place in sums:
            sums[place] += row[place] or 0
        rows.append([_said(column, row[place]) for place, column in shown])
        on_row(1)
    total = [_said(column, sums[place]) if place in sums else "" for place, column in shown]
    facts = PlainList(
        store=paper_head(),
        title=wanted.title,
        made_on=clock.today(),
        period=_("As it stands on {day}").format(day=wanted.as_of) if wanted.as_of else in_words(days),
        columns=tuple(
            PlainColumn(each.heading, _LETTER * each.width, each.kind is not Kind.TEXT, each.kind in _FIGURES)
            for _place, each in shown
        ),
        rows=rows,
        total=(_("Total"), *total[1:]) if sums else (),
    )
    printing = Printing(i18n.language(), actor.name, clock.local(clock.now()))
    with fonts.LOCK:
        target.write(plain_list(facts, printing))
    return Outcome(len(rows))


def in_words(days: Days) -> str:
    """Which days, in words."""
    first, last = (each.isoformat() if each else "" for each in (days.first, days.last))
    if not first and not last:
        return _("Everything")
    if not first:
        return _("Up to {day}").format(day=last)
    return _("{first} to {last}").format(first=first, last=last) if last else _("From {day}").format(day=first)


def _said(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if column.kind is Kind.MONEY:
        return plain(value)
    return decimal(value) if column.kind is Kind.HUNDREDTHS else whole_text(str(value))
