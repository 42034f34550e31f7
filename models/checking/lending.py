"""Whether what is lent is what it should be: nothing out twice, no more than there is, every deposit accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel.i18n import _
from models.kernel.tables import run_sql

_OVER = """SELECT k.name FROM loan_kind k WHERE k.keeping = 'pool' AND k.count <
    (SELECT COALESCE(sum(l.count), 0) FROM loan l WHERE l.kind_id = k.id AND l.state = 'out') ORDER BY k.id"""
_WRONG = """SELECT l.number FROM loan l JOIN loan_kind k ON k.id = l.kind_id WHERE
    (l.state <> 'out' AND l.deposit <> l.kept + l.given_back)
    OR (k.keeping = 'pool') <> (l.thing_id IS NULL)
    OR (l.thing_id IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM loan_thing t WHERE t.id = l.thing_id AND t.kind_id = l.kind_id)) ORDER BY l.id"""
_CARS = """SELECT l.number FROM loan l JOIN loan_kind k ON k.id = l.kind_id JOIN loan_thing t ON t.id = l.thing_id
    WHERE k.keeping = 'car' AND (l.licence_seen_by_id IS NULL OR l.out_km IS NULL
    OR t.mileage_km < COALESCE(l.back_km, l.out_km)) ORDER BY l.id"""


def loans() -> Iterator[str]:
    """No pool lends more than it has; deposits are given back or kept; a car's odometer and licence were read (W12)."""
    for (name,) in run_sql(_OVER).fetchall():
        yield _("More of “{name}” are lent out than there are.").format(name=name)
    for (number,) in run_sql(_WRONG).fetchall():
        yield _("Loan {number} does not account for its deposit or its thing.").format(number=number)
    for (number,) in run_sql(_CARS).fetchall():
        yield _("Loan {number} of a courtesy car lacks its licence or its mileage.").format(number=number)
