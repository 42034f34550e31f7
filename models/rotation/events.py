"""What happens on the floor in a day, one frozen record each, and how they are written down.

People and customers are whatever names the caller gives them; ``at`` is milliseconds since 1970.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from models.rotation.kinds import ArrivalKind, TurnChoice
from models.rotation.policies import Policy


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events; ``rule`` is the rule an event belongs to by itself, whatever it leads to."""

    at: int = 0
    rule: ClassVar[str] = ""


@dataclass(frozen=True)
class SignIn(Event):
    """People begin to work; whoever was away is back."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class SignOut(Event):
    """People go home."""

    names: tuple[str, ...]
    rule: ClassVar[str] = "R3"


@dataclass(frozen=True)
class Away(Event):
    """Somebody leaves the floor: ``why`` is personal (R3), or store (R4) with the name of who sent them."""

    who: str
    why: str
    by: str = ""
    rule: ClassVar[str] = "R4"


@dataclass(frozen=True)
class Back(Event):
    """Somebody is back on the floor."""

    who: str


@dataclass(frozen=True)
class Arrive(Event):
    """Somebody comes through the door.

    ``who`` is the owner on file of a returning customer, who is asked for, or who recognises them. ``evidence`` (R7)
    None leaves it to what the day knows of owners. ``waits``: where that person is busy, the customer rather waits.
    ``lapsed``: the protection of the file has ended (C7). ``household``: not they themselves but somebody close to
    them is on file. ``on_file`` is whose the file was before, to give it back where the arrival is taken back.
    """

    customer: str
    kind: ArrivalKind
    who: str = ""
    evidence: bool | None = None
    asked: bool = False
    waits: bool = False
    lapsed: bool = False
    household: bool = False
    on_file: str = ""


@dataclass(frozen=True)
class OnTurn(Event):
    """Said in advance: what to do when R9 next asks ``who``; ``to`` names a colleague to delegate to."""

    who: str
    choice: TurnChoice
    to: str = ""
    rule: ClassVar[str] = "R9"


@dataclass(frozen=True)
class Busy(Event):
    """Somebody is busy without a reception; ``doing`` is signing."""

    who: str
    doing: str = "signing"
    rule: ClassVar[str] = "R9"


@dataclass(frozen=True)
class Discover(Event):
    """A customer being received turns out to be ``owner``'s (R8)."""

    customer: str
    owner: str
    rule: ClassVar[str] = "R8"


@dataclass(frozen=True)
class Insist(Event):
    """A customer insists on being received by ``to`` (R11)."""

    customer: str
    to: str
    reason: str = ""
    rule: ClassVar[str] = "R11"


@dataclass(frozen=True)
class Finish(Event):
    """A reception ends, an unattended customer walks out, or ``who``'s signing is done."""

    customer: str = ""
    who: str = ""
    result: str = ""
    note: str = ""


@dataclass(frozen=True)
class StandIn(Event):
    """``by`` takes ``place``'s place in the line-up while they are away (R12)."""

    place: str
    by: str
    rule: ClassVar[str] = "R12"


@dataclass(frozen=True)
class Override(Event):
    """A manager gives a customer to ``to``, with a reason (R2)."""

    customer: str
    to: str
    reason: str
    rule: ClassVar[str] = "R2"


@dataclass(frozen=True)
class Void(Event):
    """A manager takes back the event with this number in the log, with a reason (R14)."""

    number: int
    reason: str
    rule: ClassVar[str] = "R14"


@dataclass(frozen=True)
class LeftCompany(Event):
    """Somebody does not work here any more."""

    who: str
    rule: ClassVar[str] = "R5"


@dataclass(frozen=True)
class LineUpChanged(Event):
    """The day's order is another one from now on; the cursor stays on whose turn it is."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class PolicyChanged(Event):
    """The rulebook is another one from now on."""

    policy: Policy


@dataclass(frozen=True)
class FollowUpsOverdue(Event):
    """``who``'s oldest follow-up is so many days overdue; 0 when all are done."""

    who: str
    days: int


@dataclass(frozen=True)
class DayClosed(Event):
    """Nothing more happens today."""


@dataclass(frozen=True)
class Correction(Event):
    """A remark about an earlier, closed day, which itself is not edited."""

    day: str
    reason: str
    rule: ClassVar[str] = "R14"


def kind_of(event: type[Event]) -> str:
    """What an event is called in the log: ``SignIn`` is ``sign_in``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", event.__name__).lower()


EVENTS: dict[str, type[Event]] = {kind_of(each): each for each in Event.__subclasses__()}


def written(event: Event) -> tuple[str, str]:
    """An event as (kind, JSON of what differs from its defaults); its moment is kept beside it."""
    values = {
        name: value
        for name, each in type(event).__dataclass_fields__.items()
        if name != "at" and (value := getattr(event, name)) != each.default
    }
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=Policy.plain)
    return kind_of(type(event)), text


def read(kind: str, text: str, at: int) -> Event:
    """The event that ``written`` wrote."""
    return msgspec.convert({**json.loads(text), "at": at}, type=EVENTS[kind])
