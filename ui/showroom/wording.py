"""How the floor is said on screen: short names of arrivals, tones of presence, running times."""

from __future__ import annotations

from datetime import datetime

from models.kernel import clock
from models.kernel.i18n import N_, _, label
from models.rotation.kinds import ArrivalKind, Presence
from models.rotation.views import LogRow, PersonCard, ReceptionRow, UnattendedRow
from ui.kit import wording

PRESENCE_TONES = {
    Presence.OFF: "neutral",
    Presence.WAITING: "ok",
    Presence.RECEIVING: "warn",
    Presence.AWAY_PERSONAL: "neutral",
    Presence.AWAY_STORE: "accent",
}
ARRIVALS = {
    ArrivalKind.NEW: (N_("New customer"), "account-plus-outline"),
    ArrivalKind.RETURNING: (N_("Came before"), "account-clock-outline"),
    ArrivalKind.ASKS_FOR: (N_("Asks by name"), "account-voice"),
    ArrivalKind.PHONED_ASKS_FOR: (N_("Phoned before"), "phone-outline"),
    ArrivalKind.REFERRAL: (N_("Referred"), "account-arrow-right-outline"),
    ArrivalKind.RECOGNISED: (N_("Recognised"), "account-eye-outline"),
    ArrivalKind.VISITOR: (N_("No customer"), "account-off-outline"),
}
"""The kinds of arrivals in the order of their keys: short name and icon."""


def arrival(kind: ArrivalKind) -> str:
    """A kind of arrival in a word or two."""
    return _(ARRIVALS[kind][0])


def seconds_since(moment: datetime) -> int:
    """Whole seconds since ``moment``; none where the clock was set back."""
    return max(0, int((clock.now() - moment).total_seconds()))


def running(moment: datetime) -> str:
    """How long something has been going on, in minutes."""
    minutes = seconds_since(moment) // 60
    if minutes < 60:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def waited(moment: datetime) -> str:
    """How long somebody has been waiting, to the second."""
    seconds = seconds_since(moment)
    return _("{minutes} min {seconds} s").format(minutes=seconds // 60, seconds=seconds % 60)


def customer(row: ReceptionRow | UnattendedRow) -> str:
    """What a customer is called: by their file, else by their number in the visit register."""
    return row.customer or _("visitor {number}").format(number=row.line_id)


def presence(card: PersonCard) -> str:
    """Where somebody is, in a word; a signing is told from a reception."""
    if card.presence is Presence.RECEIVING and card.signing_since is not None:
        return _("Signing")
    return label(card.presence)


def since(card: PersonCard) -> datetime | None:
    """From when somebody's time runs: their longest reception, their signing, their absence."""
    if card.presence is Presence.RECEIVING:
        begun = [each.begun_at for each in card.receptions]
        begun += [card.signing_since] if card.signing_since else []
        return min(begun, default=None)
    return card.since if card.presence in (Presence.AWAY_PERSONAL, Presence.AWAY_STORE) else None


def detail(card: PersonCard) -> str:
    """What a card says beneath the name: with whom, sent by whom, or the place in the order."""
    facts = [arrival(each.kind) + wording.GAP + customer(each) for each in card.receptions]
    if card.presence is Presence.AWAY_STORE and card.sent_by:
        facts.append(_("sent by {name}").format(name=card.sent_by))
    if card.represented_by:
        facts.append(_("represented by {name}").format(name=card.represented_by))
    facts += [_("stands in for {name}").format(name=each) for each in card.stands_in_for]
    if card.barred:
        facts.append(_("follow-up {days} days overdue").format(days=card.overdue_days))
    if card.choice is not None:
        facts.append(on_turn(card))
    if not facts and card.presence is Presence.WAITING:
        facts.append(
            _("not in the line-up") if card.place is None else _("place {number}").format(number=card.place + 1)
        )
    if card.steps_over:
        facts.append(_("next turn used already"))
    return wording.GAP.join(facts) or "–"


def on_turn(card: PersonCard) -> str:
    """What somebody said to do when their turn comes while they are busy."""
    assert card.choice is not None
    if card.delegates_to:
        return _("{choice}, to {name}").format(choice=label(card.choice), name=card.delegates_to)
    return label(card.choice)


def tallies(card: PersonCard) -> str:
    """A person's figures of the day in one line: always the turns, the rest where there are any."""
    facts = [_("turns {count}").format(count=card.counted)]
    for count, text in (
        (card.uncounted, _("uncounted {count}")),
        (card.courtesy, _("courtesy {count}")),
        (card.passed, _("passed {count}")),
        (card.owed, _("owed {count}")),
        (card.false_claims, _("false claims {count}")),
    ):
        if count:
            facts.append(text.format(count=count))
    return wording.GAP.join(facts)


def turn(row: LogRow) -> tuple[str, str]:
    """What a line of the log did to a turn, in a word with its tone; nothing where it decided nothing."""
    if row.voided_by is not None:
        return _("Taken back"), "neutral"
    if row.false_claim:
        return _("False claim"), "bad"
    if row.courtesy:
        return _("Courtesy"), "neutral"
    if row.counted:
        return _("Counted"), "accent"
    if row.receiver:
        return _("Uncounted"), "neutral"
    return (_("Waits"), "warn") if row.answer and row.rule != "R13" else ("", "neutral")


def whole(row: LogRow) -> str:
    """A line of the log with its answer and reasons."""
    return sentences(row.what, row.answer, *row.why)


def sentences(*parts: str) -> str:
    """Sentences one after another; behind a full-width stop there is no blank."""
    text = ""
    for part in filter(None, parts):
        text += part if not text or text.endswith(("。", "：")) else f" {part}"
    return text
