"""What a warranty is on, and how far a claim to a maker has come."""

from __future__ import annotations

from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Permission


class WarrantyKind(LabelledEnum):
    """What the store stands in for."""

    OPERATION = "operation", N_("Labour")
    PART = "part", N_("Part")


class ClaimState(LabelledEnum):
    """How far a claim to a maker is."""

    DRAFTED = "drafted", N_("To be sent")
    SENT = "sent", N_("Sent")
    PAID = "paid", N_("Paid")
    REFUSED = "refused", N_("Refused")


class ClaimAction(LabelledEnum):
    """What is done with a claim."""

    CHANGE = "change", N_("Change")
    SEND = "send", N_("Sent to the maker")
    PAY = "pay", N_("The maker pays")
    REFUSE = "refuse", N_("The maker refuses")


CLAIM_TONES = {
    ClaimState.DRAFTED: "warn",
    ClaimState.SENT: "accent",
    ClaimState.PAID: "ok",
    ClaimState.REFUSED: "neutral",
}
"""How each is coloured."""

_S, _A, _P = ClaimState, ClaimAction, Permission.SETTLE_WORK
CLAIM_MOVES: dict[tuple[ClaimState, ClaimAction], Move[ClaimState, None]] = {
    (_S.DRAFTED, _A.CHANGE): Move(_S.DRAFTED, _P),
    (_S.DRAFTED, _A.SEND): Move(_S.SENT, _P),
    (_S.REFUSED, _A.SEND): Move(_S.SENT, _P),
    (_S.SENT, _A.PAY): Move(_S.PAID, _P),
    (_S.SENT, _A.REFUSE): Move(_S.REFUSED, _P),
}
"""A claim that was refused may be sent again."""
