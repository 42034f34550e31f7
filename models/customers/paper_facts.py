"""The facts of the registers and the traffic table, in one language, for the papers and pages that show them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from models.customers.kinds import Outcome, RegisterKind
from models.customers.papers import (
    CallOnPaper,
    CallRegisterPaper,
    TrafficLine,
    TrafficPaper,
    VisitOnPaper,
    VisitRegisterPaper,
)
from models.customers.register_lists import RegisterRow, line_ids, line_rows
from models.customers.traffic import Period, Tally, traffic
from models.kernel import clock
from models.kernel.i18n import N_, Translator, pick, translator
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.shop.paper_look import paper_head
from models.shop.profile import trade

_OPENS, _CLOSES = 9, 18
_AT_ONCE = 1000
WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_NUMBERS = {PaperKind.VISIT_REGISTER: "LF", PaperKind.CALL_REGISTER: "LD", PaperKind.TRAFFIC: "KL"}

Key = TypeVar("Key", int, str)


def paper_number(kind: PaperKind, period: Period) -> str:
    """The number of a register or traffic table: what it is, and its days."""
    last = f"-{period.last:%Y%m%d}" if period.last != period.first else ""
    return f"{_NUMBERS[kind]}-{period.first:%Y%m%d}{last}"


def visit_register(actor: Actor, period: Period, language: str) -> VisitRegisterPaper:
    """Every visit of a period in order of time; numbers are masked unless ``actor`` may see them (C11)."""
    _ = translator(language)
    lines = tuple(
        VisitOnPaper(
            *(clock.local(row.at), _local(row.left_at), _called(row, _), row.phone, row.party_size, row.first_time),
            *(source_name(row.source, language), row.staff, row.about, result_of(row, _), row.reason),
        )
        for row in _rows(actor, RegisterKind.VISIT, period)
    )
    kind = PaperKind.VISIT_REGISTER
    return VisitRegisterPaper(paper_head(kind), paper_number(kind, period), period.first, period.last, lines)


def call_register(actor: Actor, period: Period, language: str) -> CallRegisterPaper:
    """Every call of a period in order of time; numbers are masked unless ``actor`` may see them (C11)."""
    _ = translator(language)
    lines = tuple(
        CallOnPaper(
            *(clock.local(row.at), _called(row, _), row.phone, row.staff, row.about, result_of(row, _)),
            *(_local(row.invited_for), row.message_for, _local(row.passed_on_at)),
        )
        for row in _rows(actor, RegisterKind.CALL, period)
    )
    kind = PaperKind.CALL_REGISTER
    return CallRegisterPaper(paper_head(kind), paper_number(kind, period), period.first, period.last, lines)


def traffic_table(period: Period, language: str) -> TrafficPaper:
    """The traffic table of a period beside as many days before it."""
    _ = translator(language)
    now, before = traffic(period), traffic(period.before)
    met = (*now.by_hour, *before.by_hour)
    hours = range(min([_OPENS, *met]), max([_CLOSES, *(each + 1 for each in met)]))
    sources = sorted({*now.by_source, *before.by_source}, key=lambda each: (-_at(now.by_source, each).visits, each))
    names = {each: source_name(each, language) or _("Not said") for each in sources}
    return TrafficPaper(
        store=paper_head(PaperKind.TRAFFIC),
        number=paper_number(PaperKind.TRAFFIC, period),
        first=period.first,
        last=period.last,
        first_before=period.before.first,
        last_before=period.before.last,
        total=_line(_("Together"), now.total, before.total),
        shares_before=before.total.shares,
        by_hour=_lines({each: f"{each}:00" for each in hours}, now.by_hour, before.by_hour),
        by_weekday=_lines({each: _(name) for each, name in enumerate(WEEKDAYS)}, now.by_weekday, before.by_weekday),
        by_source=_lines(names, now.by_source, before.by_source),
        by_return=(_line(_("First visit"), now.first, before.first), _line(_("Came again"), now.again, before.again)),
        calls=now.calls,
        calls_before=before.calls,
        invited=now.invited,
    )


def source_name(code: str, language: str | None = None) -> str:
    """What the trade calls a channel; a code it does not know any more as it is."""
    return next((pick(each.name, language) for each in trade().lead_sources if each.code == code), code)


def result_of(row: RegisterRow, _: Translator) -> str:
    """What came of a contact: what was written, else its kind."""
    return row.result or (_(row.outcome.label) if row.outcome is not Outcome.NONE else "")


def _rows(actor: Actor, kind: RegisterKind, period: Period) -> list[RegisterRow]:
    ids = line_ids(kind, period.since, period.until, newest_first=False)
    parts = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
    return [row for part in parts for row in line_rows(actor, part)]


def _called(row: RegisterRow, _: Translator) -> str:
    """Whom a line is about; nothing for who left no name."""
    return row.customer or (_(row.form_of_address.label) if row.form_of_address else "")


def _lines(names: Mapping[Key, str], now: Mapping[Key, Tally], before: Mapping[Key, Tally]) -> tuple[TrafficLine, ...]:
    return tuple(_line(name, _at(now, each), _at(before, each)) for each, name in names.items())


def _at(tallies: Mapping[Key, Tally], key: Key) -> Tally:
    return tallies.get(key) or Tally()


def _line(name: str, now: Tally, before: Tally) -> TrafficLine:
    return TrafficLine(name, now.visits, now.people, now.shares, before.visits)


def _local(at: datetime | None) -> datetime | None:
    return clock.local(at) if at else None
