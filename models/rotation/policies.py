"""The switches of a floor's rulebook, with their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from models.kernel.errors import RuleError
from models.kernel.i18n import N_
from models.rotation.kinds import NewDay
from models.rotation.reasons import Reason, because

_OFF = (None, False, "off", "")


@dataclass(frozen=True)
class Policy:
    """``follow_up_gate`` is days, None where it is off; ``unattended_alarm`` is seconds."""

    new_day: NewDay = NewDay.CONTINUE
    max_makeups: int = 1
    phone_customer_counts: bool = True
    returning_counts: bool = False
    referral_counts: bool = False
    household: bool = True
    follow_up_gate: int | None = None
    unattended_alarm: int = 60

    def bars(self, overdue_days: int) -> bool:
        """Whether a follow-up so many days overdue costs its owner the turn."""
        return self.follow_up_gate is not None and overdue_days > self.follow_up_gate

    def plain(self) -> dict[str, object]:
        """As plain values, for the log."""
        return {**asdict(self), "new_day": self.new_day.value}


def policy_from(values: Mapping[str, object]) -> Policy:
    """The policy that differs from the default in ``values``. Raises RuleError for an unknown switch or value."""
    known = {each.name for each in fields(Policy)}
    checked: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            raise RuleError("The rotation knows no policy “{policy}”.", field=name, policy=name)
        checked[name] = _checked(name, value)
    return Policy(**checked)


def _checked(name: str, value: object) -> object:
    if name == "new_day" and value in list(NewDay):
        return NewDay(str(value))
    if name == "follow_up_gate" and value in _OFF:
        return None
    if name in ("max_makeups", "follow_up_gate", "unattended_alarm"):
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 3600:
            return value
        raise RuleError("Type a whole number from {least} to {most}.", field=name, least=0, most=3600)
    if isinstance(value, bool):
        return value
    raise RuleError("The policy “{policy}” cannot be “{value}”.", field=name, policy=name, value=str(value))


def in_words(policy: Policy) -> list[Reason]:
    """The rulebook as the board shows it, one sentence per switch."""
    said = [
        because(N_("The order goes on in the morning where it stood."))
        if policy.new_day is NewDay.CONTINUE
        else because(N_("The order starts again at the top every morning.")),
        because(N_("Make-up turns per absence for the store: at most {count}."), count=policy.max_makeups),
        because(N_("Who phoned first and then asks for somebody uses that person's turn."))
        if policy.phone_customer_counts
        else because(N_("Who phoned first and then asks for somebody uses no turn.")),
        because(N_("A returning customer uses the owner's turn."))
        if policy.returning_counts
        else because(N_("A returning customer uses no turn.")),
        because(N_("A referred customer who asks for somebody uses that person's turn."))
        if policy.referral_counts
        else because(N_("A referred customer who asks for somebody uses no turn.")),
        because(N_("Family and colleagues of a known customer count as that customer."))
        if policy.household
        else because(N_("Family and colleagues of a known customer count as new.")),
    ]
    if policy.follow_up_gate is None:
        said.append(because(N_("An overdue follow-up costs no turn.")))
    else:
        text = N_("Who has a follow-up overdue by more than {days} days is passed until it is done.")
        said.append(because(text, days=policy.follow_up_gate))
    text = N_("A customer nobody attends turns red after {seconds} seconds.")
    return [*said, because(text, seconds=policy.unattended_alarm)]


def changes_in_words(before: Policy, after: Policy) -> list[Reason]:
    """What another rulebook says otherwise, one sentence per switch."""
    said = in_words(before)
    return [each for each in in_words(after) if each not in said]
