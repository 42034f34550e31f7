"""Words of commission: how far a split is decided, which rule proposed it, why an entry was booked (S8)."""

from __future__ import annotations

from models.kernel.i18n import N_, LabelledEnum


class SplitState(LabelledEnum):
    """How far it is decided who earns."""

    PROPOSED = "proposed", N_("Proposed")
    CONFIRMED = "confirmed", N_("Confirmed")
    RULED = "ruled", N_("Ruled by the manager")


class SplitRule(LabelledEnum):
    """Which rule of S8 names who earns."""

    CLOSER = "closer", N_("Whoever closed")
    REFERRAL = "referral", N_("Referral inside the house")
    HANDED_OVER = "handed_over", N_("The referrer handed over")
    JOINT = "joint", N_("Received together")
    JOINT_BEFORE = "joint_before", N_("Received together before")
    MANY = "many", N_("Three or more involved")
    ADD_ON = "add_on", N_("Added by the same customer")
    SELLER_GONE = "seller_gone", N_("The seller has left")
    MANAGER = "manager", N_("Decided by the manager")


class Cause(LabelledEnum):
    """Why commission was booked or taken back."""

    PAYMENT = "payment", N_("Money received")
    AMENDMENT = "amendment", N_("Contract amended")
    SPLIT = "split", N_("Shares decided")
    CANCELLATION = "cancellation", N_("Contract cancelled")
