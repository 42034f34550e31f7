"""How far prospects come, where they are from, and why others are lost (C5).

Counted are the files opened in the period, each with the stage it has reached up to now; one that is lost stands where
it stood before. Files taken over from another system, merged or erased ones are in none of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.customers import losing
from models.customers.kinds import Stage
from models.customers.paper_facts import source_name
from models.customers.traffic import Period, Tally, traffic
from models.kernel.money import share_of
from models.kernel.tables import milliseconds, run_sql
from models.statistics.asking import Asked, text
from models.statistics.values import Column, Fact, Form, Kind, Picture, Statistic, Value, said

STEPS = tuple(stage for stage in Stage if stage is not Stage.LOST)
"""The stages in their order (C5)."""

_FILES = """SELECT source, reached, lost, count(*) FROM (
    SELECT c.source, CASE WHEN c.stage = 'lost' THEN 1 ELSE 0 END AS lost,
    CASE WHEN c.stage = 'lost' THEN coalesce((SELECT l.stage_before FROM customer_loss l WHERE l.customer_id = c.id
        ORDER BY l.id DESC LIMIT 1), 'new') ELSE c.stage END AS reached
    FROM customer c WHERE c.created_at >= ? AND c.created_at < ? AND c.merged_into_id IS NULL AND c.erased_at IS NULL
    AND c.id NOT IN (SELECT row_id FROM imported_row WHERE stands_in = 'customer' AND before = '')
    {own}) f GROUP BY source, reached, lost"""
_LOST = """SELECT l.reason, count(*), sum(l.value) FROM customer_loss l JOIN customer c ON c.id = l.customer_id
    WHERE l.lost_at >= ? AND l.lost_at < ? AND l.decision <> 'refused' {own} GROUP BY l.reason"""


@dataclass(frozen=True)
class Files:
    """So many files of a channel that have reached a stage and no further."""

    source: str
    reached: Stage
    lost: bool
    count: int


def files_of(period: Period, owner_id: int | None = None) -> list[Files]:
    """The files opened in a period, of one owner or all."""
    rows = run_sql(_FILES.format(own=_own(owner_id)), *_bounds(period, owner_id)).fetchall()
    return [Files(source, Stage(reached), bool(lost), int(count)) for source, reached, lost, count in rows]


def reached(files: Sequence[Files]) -> dict[Stage, int]:
    """How many have come as far as each stage, or further."""
    return {
        stage: sum(each.count for each in files if STEPS.index(each.reached) >= place)
        for place, stage in enumerate(STEPS)
    }


def funnel(asked: Asked) -> Statistic:
    """From the first contact to the delivery: how many of a period's new files have come how far (C5)."""
    _ = asked.say
    files, files_before = files_of(asked.now, asked.whose), files_of(asked.before, asked.whose)
    now, before = reached(files), reached(files_before)
    names = tuple(_(stage.label) for stage in STEPS)
    picture = Picture(
        *(Form.FUNNEL, _("How far new files have come"), Kind.COUNT, names),
        values=tuple(now.values()),
        pale=tuple(before.values()),
        legend=asked.legend,
        notes=tuple(said(Kind.SHARE, _share(count, now[Stage.NEW])) for count in now.values()),
    )
    columns = (
        text("stage", _("How far")),
        Column("files", _("Files")),
        Column("of_all", _("Of all"), Kind.SHARE),
        Column("of_previous", _("Of the stage before"), Kind.SHARE),
        Column("files_before", _("Period before"), dim=True),
        Column("of_all_before", _("Of all, period before"), Kind.SHARE, dim=True),
    )
    rows = list(_steps(names, now, before))
    lost, lost_before = _lost(files), _lost(files_before)
    facts = [
        Fact(_("New files"), Kind.COUNT, now[Stage.NEW], before[Stage.NEW]),
        Fact(_("Ordered"), Kind.COUNT, now[Stage.ORDERED], before[Stage.ORDERED]),
        Fact(_("Conversion"), Kind.SHARE, *(_share(each[Stage.ORDERED], each[Stage.NEW]) for each in (now, before))),
        Fact(_("Lost"), Kind.COUNT, lost, lost_before),
    ]
    about = _("Files opened in the period and how far each has come up to now; lost ones stand where they stood.")
    return asked.made(("funnel", _("Sales funnel"), about), facts, [picture], columns, rows)


def _steps(names: Sequence[str], now: Mapping[Stage, int], before: Mapping[Stage, int]) -> Iterator[tuple[Value, ...]]:
    previous: int | None = None
    for name, stage in zip(names, STEPS, strict=True):
        of_previous = None if previous is None else _share(now[stage], previous)
        shares = (_share(now[stage], now[Stage.NEW]), of_previous)
        yield name, now[stage], *shares, before[stage], _share(before[stage], before[Stage.NEW])
        previous = now[stage]


def sources(asked: Asked) -> Statistic:
    """Where new files and visits came from and what came of them, by channel (C2, C5).

    Visits are counted for who sees everybody's figures only.
    """
    _ = asked.say
    files, files_before = files_of(asked.now, asked.whose), files_of(asked.before, asked.whose)
    visits, visits_before = _channels(asked)
    now, before = _by_source(files), _by_source(files_before)
    ordered = _by_source([each for each in files if STEPS.index(each.reached) >= STEPS.index(Stage.ORDERED)])
    codes = sorted({*now, *before, *visits, *visits_before}, key=lambda code: (-now[code], code))
    names = [source_name(code, asked.language) or _("Not said") for code in codes]
    picture = Picture(
        *(Form.BARS, _("New files by channel"), Kind.COUNT, tuple(names)),
        values=tuple(now[code] for code in codes),
        pale=tuple(before[code] for code in codes),
        legend=asked.legend,
    )
    columns = [
        text("source", _("Channel")),
        *(Column("files", _("New files")), Column("files_before", _("Period before"), dim=True)),
        *(Column("ordered", _("Ordered")), Column("conversion", _("Conversion"), Kind.SHARE)),
    ]
    rows: list[tuple[Value, ...]] = [
        (name, now[code], before[code], ordered[code], _share(ordered[code], now[code]))
        for code, name in zip(codes, names, strict=True)
    ]
    sums = (now.total(), before.total(), ordered.total(), _share(ordered.total(), now.total()))
    total: tuple[Value, ...] = (_("Total"), *sums)
    if asked.whose is None:
        columns += [Column("visits", _("Visits")), Column("visits_before", _("Visits before"), dim=True)]
        both = (visits, visits_before)
        rows = [(*row, *(_visits(of, code) for of in both)) for code, row in zip(codes, rows, strict=True)]
        total = (*total, *(sum(each.visits for each in of.values()) for of in both))
    facts = [Fact(_("New files"), Kind.COUNT, *sums[:2]), Fact(_("Ordered"), Kind.COUNT, sums[2])]
    about = _("Files opened in the period and visits, by the channel through which the customer came.")
    return asked.made(("sources", _("Sources"), about), facts, [picture], columns, rows, total)


def _channels(asked: Asked) -> tuple[Mapping[str, Tally], Mapping[str, Tally]]:
    """The visits of both periods by channel; none for who sees only their own figures."""
    if asked.whose is not None:
        return {}, {}
    return traffic(asked.now).by_source, traffic(asked.before).by_source


def lost_reasons(asked: Asked) -> Statistic:
    """Why prospects were given up in a period, and what they were worth (C5); refused ones are not lost."""
    _ = asked.say
    now, before = (_losses(each, asked.whose) for each in (asked.now, asked.before))
    codes = sorted({*now, *before}, key=lambda code: (-_of(now, code)[0], code))
    names = [losing.reason_words(code, asked.language) for code in codes]
    picture = Picture(
        *(Form.BARS, _("Lost by reason"), Kind.COUNT, tuple(names)),
        values=tuple(_of(now, code)[0] for code in codes),
        pale=tuple(_of(before, code)[0] for code in codes),
        legend=asked.legend,
    )
    columns = (
        text("reason", _("Reason")),
        *(Column("count", _("Lost")), Column("share", _("Share"), Kind.SHARE)),
        Column("value", _("Offered last"), Kind.MONEY),
        Column("count_before", _("Period before"), dim=True),
        Column("value_before", _("Offered last, period before"), Kind.MONEY, dim=True),
    )
    every, every_before = (tuple(map(sum, zip(*of.values(), strict=True))) or (0, 0) for of in (now, before))
    rows = [
        (name, _of(now, code)[0], _share(_of(now, code)[0], every[0]), _of(now, code)[1], *_of(before, code))
        for code, name in zip(codes, names, strict=True)
    ]
    total = (_("Total"), every[0], _share(every[0], every[0]), every[1], *every_before)
    facts = [
        Fact(_("Lost"), Kind.COUNT, every[0], every_before[0]),
        Fact(_("Offered last"), Kind.MONEY, every[1], every_before[1]),
    ]
    about = _("Prospects given up in the period by their reason; what is refused by the manager is not lost.")
    return asked.made(("lost", _("Lost reasons"), about), facts, [picture], columns, rows, total)


def _losses(period: Period, owner_id: int | None) -> dict[str, tuple[int, int]]:
    rows = run_sql(_LOST.format(own=_own(owner_id)), *_bounds(period, owner_id)).fetchall()
    return {reason: (int(count), int(value)) for reason, count, value in rows}


def _of(losses: Mapping[str, tuple[int, int]], code: str) -> tuple[int, int]:
    return losses.get(code, (0, 0))


def _own(owner_id: int | None) -> str:
    return "" if owner_id is None else "AND c.owner_id = ?"


def _bounds(period: Period, owner_id: int | None) -> tuple[int, ...]:
    bounds = (milliseconds(period.since), milliseconds(period.until))
    return bounds if owner_id is None else (*bounds, owner_id)


def _by_source(files: Sequence[Files]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in files:
        found[each.source] += each.count
    return found


def _lost(files: Sequence[Files]) -> int:
    return sum(each.count for each in files if each.lost)


def _visits(tallies: Mapping[str, Tally], code: str) -> int:
    return tallies[code].visits if code in tallies else 0


def _share(part: int, whole: int) -> int | None:
    return share_of(part, whole) if whole else None
