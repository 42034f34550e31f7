"""The kinds of things a rotation knows: presence, arrivals, choices, results."""

from __future__ import annotations

from models.kernel.i18n import N_, LabelledEnum


class Presence(LabelledEnum):
    """Where a salesperson is. Only OFF, WAITING and the two AWAY are said by anybody; RECEIVING follows."""

    OFF = "off", N_("Off")
    WAITING = "waiting", N_("Waiting")
    RECEIVING = "receiving", N_("Receiving")
    AWAY_PERSONAL = "away_personal", N_("Away, personal")
    AWAY_STORE = "away_store", N_("Away for the store")


AWAY = {"personal": Presence.AWAY_PERSONAL, "store": Presence.AWAY_STORE}
"""The two reasons to be away (R3, R4)."""


class ArrivalKind(LabelledEnum):
    """What reception sees in who comes through the door."""

    NEW = "new", N_("New customer")
    RETURNING = "returning", N_("Returning customer")
    ASKS_FOR = "asks_for", N_("Asks for somebody by name")
    PHONED_ASKS_FOR = "phoned_asks_for", N_("Phoned before, asks for somebody")
    RECOGNISED = "recognised", N_("Recognised at the door")
    REFERRAL = "referral", N_("Referral")
    VISITOR = "visitor", N_("Not a customer")


class TurnChoice(LabelledEnum):
    """What becomes of a turn that comes up while its holder is receiving (R9)."""

    HOLD = "hold", N_("Hold the turn")
    DELEGATE = "delegate", N_("Delegate the turn")
    GIVE_UP = "give_up", N_("Give up the turn")


class Nature(LabelledEnum):
    """What a reception is to R9."""

    WALK_IN = "walk_in", N_("Walk-in")
    RETURNING = "returning", N_("Returning")


class DebtReason(LabelledEnum):
    """Why the floor owes somebody a turn."""

    MAKE_UP = "make_up", N_("Make-up turn")
    HELD = "held", N_("Held turn")
    RESTORED = "restored", N_("Restored turn")


class NewDay(LabelledEnum):
    """Where the order starts in the morning."""

    CONTINUE = "continue", N_("Goes on where it stood")
    RESTART = "restart", N_("Starts again at the top")


class ReceptionResult(LabelledEnum):
    """What came of a reception; asked before the day closes."""

    LEFT_CONTACT = "left_contact", N_("Left contact")
    TEST_DRIVE = "test_drive", N_("Test drive")
    QUOTE = "quote", N_("Quote")
    ORDER = "order", N_("Order")
    NO_INTEREST = "no_interest", N_("No interest")
    NOT_ATTENDED = "not_attended", N_("Left before anybody was free")
