"""Why the rotation decided as it did: message templates with parameters, put into words where they are shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.kernel.i18n import LabelledEnum, _, label

_HAN, _LATIN = "[\u3400-\u9fff]", "[A-Za-z0-9]"
_BETWEEN = re.compile(f"(?<={_HAN})(?={_LATIN})|(?<={_LATIN})(?={_HAN})")

PEOPLE = ("name", "owner", "receiver", "by")
"""Parameters that name a salesperson; a store puts names for its numbers here."""


@dataclass(frozen=True)
class Reason:
    """An English template with its parameters; those in ``PEOPLE`` name salespeople."""

    template: str
    parameters: Mapping[str, object] = field(default_factory=dict)


def because(template: str, **parameters: object) -> Reason:
    """A reason; mark the template with ``N_``."""
    return Reason(template, parameters)


def say(reason: Reason, names: Mapping[str, str] | None = None) -> str:
    """The reason in the screen's language, with ``names`` for people known otherwise in the log."""
    values = {key: _shown(key, value, names) for key, value in reason.parameters.items()}
    return spaced(_(reason.template).format(**values))


def spaced(text: str) -> str:
    """A sentence with a blank between Han characters and the Latin letters or figures of a name put into it."""
    return _BETWEEN.sub(" ", text)


def _shown(key: str, value: object, names: Mapping[str, str] | None) -> object:
    if isinstance(value, LabelledEnum):
        return label(value)
    if names is not None and key in PEOPLE:
        return names.get(str(value), value)
    return value
