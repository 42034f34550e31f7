"""The rules of follow-up every store begins with (C8); a trade file or a store says only what it wants otherwise.

A rule is data: what makes its task, what is to be done, how soon, and who does it. A new kind of cause is a new rule
here and somebody who writes its tasks; nothing else has to know of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.kernel.errors import RuleError
from models.kernel.i18n import N_, LabelledEnum
from models.trades.template import FollowUp, Trade


class Reckoned(LabelledEnum):
    """How a rule's number is meant; by level and as agreed have none."""

    HOURS = "hours", N_("hours after")
    DAYS = "days", N_("days after")
    DAYS_BEFORE = "days_before", N_("days before")
    YEARS = "years", N_("years after")
    LEVEL = "level", N_("by the level of intent")
    AGREED = "agreed", N_("as agreed")


class Whose(LabelledEnum):
    """Who a rule's task belongs to."""

    OWNER = "owner", N_("Who looks after the customer")
    PROMISER = "promiser", N_("Who promised")
    SELLER = "seller", N_("Who handed over")
    ADVISOR = "advisor", N_("The service advisor who was introduced")
    WORKSHOP = "workshop", N_("The advisor of the work order")
    BOOKED = "booked", N_("The advisor of the appointment")
    ANSWERER = "answerer", N_("Who answers for the complaint")


@dataclass(frozen=True)
class Rule:
    """One rule. ``after`` is in the unit of ``reckoned``; ``per_model`` holds other numbers for goods of some models.

    ``prospects`` ends with the prospect: its tasks are dropped when the customer has bought. ``grace`` is how many days
    after its moment a task may still be begun, when the program was not opened or the cause became known late.
    """

    code: str
    when: str
    task: str
    reckoned: Reckoned
    after: int = 0
    whose: Whose = Whose.OWNER
    prospects: bool = False
    grace: int = 0
    on: bool = True
    per_model: Mapping[str, int] = field(default_factory=dict)

    @property
    def has_number(self) -> bool:
        """Whether the store may set how soon."""
        return self.reckoned not in (Reckoned.LEVEL, Reckoned.AGREED)


VISIT_LEFT, NEXT_CONTACT, PROMISE, WOKEN = "visit_left", "next_contact", "promise", "woken"
BIRTHDAY, PURCHASE_DAY, REPLACEMENT = "birthday", "purchase_day", "replacement"
ARRIVED, SATISFACTION, FIRST_SERVICE, DEFECT = "arrived", "satisfaction", "first_service", "defect"
INSURANCE, INSPECTION, WARRANTY = "insurance", "inspection", "warranty"
AFTER_WORK, NEXT_SERVICE, COMPLAINT, NO_SHOW = "after_work", "next_service", "complaint", "no_show"
LONGEST = {Reckoned.HOURS: 24 * 30, Reckoned.DAYS: 365, Reckoned.DAYS_BEFORE: 365, Reckoned.YEARS: 50}
"""The largest number a rule may have, by its unit."""

_B = Reckoned.DAYS_BEFORE
RULES = (
    Rule(
        *(VISIT_LEFT, N_("A prospect has left the store"), N_("Call: ask what is still open, invite again")),
        *(Reckoned.HOURS, 48),
        prospects=True,
        grace=7,
    ),
    Rule(
        *(NEXT_CONTACT, N_("A level of intent was set, or a contact was logged"), N_("Next contact")),
        *(Reckoned.LEVEL,),
        prospects=True,
    ),
    Rule(
        *(PROMISE, N_("Something was promised"), N_("Keep the promise"), Reckoned.AGREED),
        whose=Whose.PROMISER,
    ),
    Rule(
        *(WOKEN, N_("The file of a lost customer wakes"), N_("Ask whether the time has come"), Reckoned.DAYS, 1),
        prospects=True,
    ),
    Rule(
        *(ARRIVED, N_("Goods were handed over"), N_("Call: arrived home safely?"), Reckoned.HOURS, 0),
        whose=Whose.SELLER,
        grace=1,
    ),
    Rule(
        *(SATISFACTION, N_("Days after a hand-over"), N_("Satisfaction call after the hand-over"), Reckoned.DAYS, 2),
        whose=Whose.ADVISOR,
        grace=7,
    ),
    Rule(
        *(FIRST_SERVICE, N_("A vehicle was handed over"), N_("Invite to the first service"), Reckoned.DAYS, 90),
        whose=Whose.ADVISOR,
        grace=30,
    ),
    Rule(
        *(DEFECT, N_("A defect was noted at a hand-over"), N_("Have the defect put right"), Reckoned.AGREED),
        whose=Whose.PROMISER,
    ),
    Rule(
        *(AFTER_WORK, N_("Days after the workshop handed back"), N_("Satisfaction call after the work")),
        *(Reckoned.DAYS, 2),
        whose=Whose.WORKSHOP,
        grace=7,
    ),
    Rule(
        *(NO_SHOW, N_("Somebody did not come to their appointment"), N_("Call: not come, offer another time")),
        *(Reckoned.DAYS, 1),
        whose=Whose.BOOKED,
    ),
    Rule(
        *(NEXT_SERVICE, N_("The next service is expected"), N_("Invite to the next service"), _B, 14),
        whose=Whose.WORKSHOP,
        grace=60,
    ),
    Rule(
        *(COMPLAINT, N_("A customer complained"), N_("Answer the complaint"), Reckoned.AGREED),
        whose=Whose.ANSWERER,
    ),
    Rule(INSURANCE, N_("Insurance expires"), N_("Remind of the insurance"), _B, 30, grace=30),
    Rule(INSPECTION, N_("Inspection expires"), N_("Remind of the inspection"), _B, 30, grace=30),
    Rule(WARRANTY, N_("Warranty expires"), N_("Remind of the end of warranty"), _B, 30, grace=30),
    Rule(BIRTHDAY, N_("Birthday"), N_("Congratulate on the birthday"), _B, 0, grace=3),
    Rule(PURCHASE_DAY, N_("Anniversary of the purchase"), N_("Greet on the anniversary"), _B, 0, grace=3),
    Rule(REPLACEMENT, N_("Owned for so many years"), N_("Offer a replacement"), Reckoned.YEARS, 5, grace=30),
)
_BY_CODE = {rule.code: rule for rule in RULES}


def rules_of(trade: Trade) -> dict[str, Rule]:
    """Every rule by its code, as this store wants it."""
    return _BY_CODE | {wish.rule: _as_wished(_BY_CODE[wish.rule], wish) for wish in trade.follow_up}


def _as_wished(rule: Rule, wish: FollowUp) -> Rule:
    after = rule.after if wish.after is None else wish.after
    return replace(rule, on=wish.on, after=after, per_model=wish.per_model)


def check_follow_up(trade: Trade) -> None:
    """Refuse wishes about rules there are not, or numbers out of reach. Raises RuleError naming the field."""
    for number, wish in enumerate(trade.follow_up):
        place = f"follow_up[{number}]"
        if wish.rule not in _BY_CODE:
            raise RuleError("There is no rule of follow-up called {code}.", field=f"{place}.rule", code=wish.rule)
        if wish.rule in [other.rule for other in trade.follow_up[:number]]:
            text = "{code} stands twice at {place}."
            raise RuleError(text, field=f"{place}.rule", code=wish.rule, place="follow_up")
        most = LONGEST.get(_BY_CODE[wish.rule].reckoned, 0)
        numbers = [*wish.per_model.values(), *([] if wish.after is None else [wish.after])]
        if any(not 0 <= each <= most for each in numbers):
            raise RuleError("Type a whole number from {least} to {most}.", field=f"{place}.after", least=0, most=most)
