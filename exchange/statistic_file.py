"""A statistic as a file: its table as a workbook or csv, or its paper with the pictures; it is put on the trail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exchange.columns import Column, ExportList, Kind, Values
from exchange.forms import write_list
from exchange.writing import whole_file
from models.carrying.kinds import Form
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission, require
from models.kernel.progress import unheard
from models.papers.facts import PaperKind
from models.statistics import lists, values
from models.statistics.actions import Taken, take_out
from models.statistics.papers import StatisticAsked
from models.statistics.values import Statistic

FORMS = (Form.XLSX, Form.CSV, Form.PDF)
"""The forms a statistic can have."""

_KINDS = {
    values.Kind.TEXT: Kind.TEXT,
    values.Kind.COUNT: Kind.COUNT,
    values.Kind.MINUTES: Kind.COUNT,
    values.Kind.MONEY: Kind.MONEY,
    values.Kind.SHARE: Kind.HUNDREDTHS,
    values.Kind.HUNDREDTHS: Kind.HUNDREDTHS,
}


def write_statistic(actor: Actor, wanted: StatisticAsked, form: Form, path: Path) -> None:
    """Write a statistic to ``path``, whole or not at all.

    Raises NotAllowed for who may not see it or carry anything out, RuleError for another form, StorageError.
    """
    require(actor, Permission.CARRY_OUT)
    if form not in FORMS:
        raise RuleError("Choose another form.", field="form")
    found = lists.statistic(actor, wanted.code, wanted.period)
    with whole_file(path) as file:
        if form is Form.PDF:
            from reports import prints

            file.write(prints.issue(actor, PaperKind.STATISTIC, wanted).pdf)
        else:
            write_list(as_list(found), form, file, unheard)
        take_out(actor, Taken(wanted.code, wanted.period, form, path.name, file.sha256))


def as_list(found: Statistic) -> ExportList:
    """A statistic's table as it is carried out: shares in percent, hours in minutes, its sums beneath."""

    def rows() -> Iterator[Values]:
        yield from found.rows

    columns = tuple(
        Column(each.code, heading(each), _KINDS[each.kind], width=max(12, 2 * len(each.title)))
        for each in found.columns
    )
    return ExportList(None, columns, len(found.rows), rows, called=found.title, foot=found.total)


def heading(column: values.Column) -> str:
    """A column's heading with the unit its numbers have in a file."""
    if column.kind is values.Kind.MINUTES:
        return _("{title} (min)").format(title=column.title)
    if column.kind is values.Kind.SHARE and not column.title.endswith("%"):
        return f"{column.title} %"
    return column.title
