"""The kinds and stages a customer file knows."""

from __future__ import annotations

from models.kernel.i18n import N_, LabelledEnum


class CustomerKind(LabelledEnum):
    """Who the file is about."""

    PERSON = "person", N_("Person")
    COMPANY = "company", N_("Company")


class FormOfAddress(LabelledEnum):
    """How to address a person."""

    NONE = "", N_("Not said")
    MR = "mr", N_("Mr")
    MS = "ms", N_("Ms")


class RegisterKind(LabelledEnum):
    """The two registers (C2)."""

    VISIT = "visit", N_("Visit")
    CALL = "call", N_("Call")


class Stage(LabelledEnum):
    """How far a prospect has come (C5)."""

    NEW = "new", N_("New")
    CONTACTED = "contacted", N_("Contacted")
    VISITED = "visited", N_("Visited")
    TESTED = "tested", N_("Test driven")
    QUOTED = "quoted", N_("Quoted")
    ORDERED = "ordered", N_("Ordered")
    DELIVERED = "delivered", N_("Delivered")
    LOST = "lost", N_("Lost")


CLOSED_STAGES = (Stage.ORDERED, Stage.DELIVERED, Stage.LOST)
"""Where no next contact is asked for by the intent level."""

_ORDER = [Stage.LOST, *(stage for stage in Stage if stage is not Stage.LOST)]


def further(now: Stage, reached: Stage) -> Stage:
    """The later of two stages; a lost customer who comes back goes on from where they are seen."""
    return max(now, reached, key=_ORDER.index)
