"""Errors meant for people: a message template and its parameters, put into words only where they are shown."""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark ``message`` for translation where it is only stored; it is translated when shown."""
    return message


class FrontdeskError(Exception):
    """Base of what a person is told: an English template with ``{named}`` parameters, translated by ``i18n.say``.

    ``field`` names the input the message belongs to, so that a screen can show it there.
    """

    def __init__(self, template: str, *, field: str | None = None, **parameters: object) -> None:
        super().__init__(template)
        self.template = template
        self.field = field
        self.parameters = parameters

    def __str__(self) -> str:
        return self.template.format(**self.parameters)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.template, self.field, self.parameters)


def _rebuild(kind: type[FrontdeskError], template: str, field: str | None, parameters: dict[str, object]) -> object:
    return kind(template, field=field, **parameters)


class RuleError(FrontdeskError):
    """A rule of the business or of the input says no."""


class NotAllowed(FrontdeskError):
    """The person's roles do not permit this action."""


class IllegalMove(RuleError):
    """The record's state has no such move."""


class StaleEdit(RuleError):
    """Somebody changed the record since it was read; ``theirs`` and ``mine`` hold both values by field."""

    def __init__(self, theirs: dict[str, object], mine: dict[str, object]) -> None:
        super().__init__(N_("Somebody else changed this record meanwhile. Compare and save again."))
        self.theirs = theirs
        self.mine = mine

    def __reduce__(self) -> tuple[object, ...]:
        return StaleEdit, (self.theirs, self.mine)


class StorageError(FrontdeskError):
    """The world's fault: disk full, drive gone, file damaged, locked by another program."""
