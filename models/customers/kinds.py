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


class IdType(LabelledEnum):
    """Which document the ID number stands in."""

    NONE = "", N_("Not said")
    RESIDENT = "resident", N_("Resident ID card")
    PASSPORT = "passport", N_("Passport")
    HK_MACAU = "hk_macau", N_("Permit of Hong Kong and Macau residents")
    TAIWAN = "taiwan", N_("Permit of Taiwan residents")
    FOREIGNER = "foreigner", N_("Foreigner's residence permit")
    OFFICER = "officer", N_("Officer's card")
    LICENCE = "licence", N_("Business licence")
    OTHER = "other", N_("Other document")


class BestWay(LabelledEnum):
    """How a customer would rather be reached."""

    NONE = "", N_("Not said")
    PHONE = "phone", N_("By phone")
    MESSAGE = "message", N_("By text message")
    WECHAT = "wechat", N_("By WeChat")
    EMAIL = "email", N_("By email")
    VISIT = "visit", N_("In the store")


class Relation(LabelledEnum):
    """What another customer is to this one."""

    SPOUSE = "spouse", N_("Spouse")
    PARENT = "parent", N_("Parent")
    CHILD = "child", N_("Child")
    SIBLING = "sibling", N_("Brother or sister")
    RELATIVE = "relative", N_("Relative")
    FRIEND = "friend", N_("Friend")
    COLLEAGUE = "colleague", N_("Colleague")
    EMPLOYER = "employer", N_("Employer")
    EMPLOYEE = "employee", N_("Employee")
    OTHER = "other", N_("Other")


HOUSEHOLD = frozenset({Relation.SPOUSE, Relation.PARENT, Relation.CHILD, Relation.COLLEAGUE})
"""Who counts as the customer they belong to, under the rotation's policy of that name."""

_SEEN_FROM_THERE = {
    Relation.PARENT: Relation.CHILD,
    Relation.CHILD: Relation.PARENT,
    Relation.EMPLOYER: Relation.EMPLOYEE,
    Relation.EMPLOYEE: Relation.EMPLOYER,
}


def seen_from_there(relation: Relation) -> Relation:
    """What this customer is to the other one."""
    return _SEEN_FROM_THERE.get(relation, relation)


class Decision(LabelledEnum):
    """What became of a grade that was proposed (C9)."""

    OPEN = "open", N_("Open")
    GRANTED = "granted", N_("Granted")
    REFUSED = "refused", N_("Refused")


class RegisterKind(LabelledEnum):
    """The two registers (C2)."""

    VISIT = "visit", N_("Visit")
    CALL = "call", N_("Call")


class Outcome(LabelledEnum):
    """The most that came of a visit (C2); a reception's result says it too."""

    NONE = "", N_("Not said")
    LEFT_CONTACT = "left_contact", N_("Left contact")
    TEST_DRIVE = "test_drive", N_("Test drive")
    QUOTE = "quote", N_("Quote")
    ORDER = "order", N_("Order")
    NO_INTEREST = "no_interest", N_("No interest")
    NOT_ATTENDED = "not_attended", N_("Left before anybody was free")


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
