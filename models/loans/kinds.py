"""Kinds of keeping and states of what is lent, and the usual things a desk lends (W12)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from models.kernel.i18n import N_, LabelledEnum
from models.trades.template import Form, Named, Text, Texts

_FILE = Path(__file__).resolve().parents[2] / "resources" / "loans.toml"


class Keeping(LabelledEnum):
    """How things of a kind are told apart."""

    POOL = "pool", N_("Counted only")
    NUMBERED = "numbered", N_("Each with a number")
    CAR = "car", N_("Courtesy cars")


class LoanState(LabelledEnum):
    """Where a thing lent is."""

    OUT = "out", N_("Lent out")
    RETURNED = "returned", N_("Returned")
    LOST = "lost", N_("Not coming back")


class LoanFilter(LabelledEnum):
    """What a chip of the list shows."""

    OUT = "out", N_("Out now")
    OVERDUE = "overdue", N_("Overdue")
    DAMAGED = "damaged", N_("Lost or damaged")
    ALL = "all", N_("All")


class UsualKind(Named, frozen=True):
    """A kind that most desks lend; ``count`` of a pool, ``labels`` of what has numbers."""

    keeping: Keeping
    hours: int
    count: int = 0
    deposit: int = 0
    labels: tuple[Text, ...] = ()


class Usual(Form, frozen=True):
    """What is proposed to a desk that lends nothing yet, and what the borrower of a courtesy car agrees to."""

    kinds: tuple[UsualKind, ...]
    agreement: tuple[Texts, ...]


@cache
def usual() -> Usual:
    """The usual kinds and the clauses of the agreement."""
    return msgspec.toml.decode(_FILE.read_text("utf-8"), type=Usual)
