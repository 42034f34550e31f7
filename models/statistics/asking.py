"""A statistic that was asked for: of which days, by whom, of whom, in which language; and what it is made with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.customers.traffic import Period
from models.kernel.i18n import Translator
from models.kernel.permissions import Actor
from models.statistics.values import Column, Fact, Form, Kind, Picture, Statistic, Value

_MOST_BARS = 24


@dataclass(frozen=True)
class Asked:
    """What the makers of statistics are told. ``whose`` is the only person whose figures are asked for, None for all.

    ``say`` translates into the language asked for.
    """

    actor: Actor
    whose: int | None
    now: Period
    before: Period
    say: Translator
    language: str

    def is_asked(self, staff_id: int | None) -> bool:
        """Whether this person's figures are to be seen."""
        return self.whose is None or staff_id == self.whose

    @property
    def legend(self) -> tuple[str, str]:
        """The names of both periods."""
        _ = self.say
        return _("This period"), _("Period before")

    def made(
        self,
        names: tuple[str, str, str],
        facts: Iterable[Fact],
        pictures: Iterable[Picture],
        columns: Sequence[Column],
        rows: Iterable[Sequence[Value]],
        total: Sequence[Value] = (),
        *,
        as_it_stands: bool = False,
    ) -> Statistic:
        """The statistic with its code, title and explanation; ``as_it_stands`` knows no period."""
        code, title, about = names
        return Statistic(
            code=code,
            title=title,
            about=about,
            first=self.now.first,
            last=self.now.last,
            first_before=None if as_it_stands else self.before.first,
            last_before=None if as_it_stands else self.before.last,
            facts=tuple(facts),
            pictures=tuple(map(_readable, pictures)),
            columns=tuple(columns),
            rows=tuple(map(tuple, rows)),
            total=tuple(total),
        )


def _readable(picture: Picture) -> Picture:
    """A picture of the first places only, where there are more than anybody reads; the table has all."""
    if picture.form is not Form.BARS or len(picture.names) <= _MOST_BARS:
        return picture
    some = slice(_MOST_BARS)
    return replace(
        picture,
        names=picture.names[some],
        values=picture.values[some],
        pale=picture.pale[some],
        notes=picture.notes[some],
    )


def text(code: str, title: str) -> Column:
    """A column of words."""
    return Column(code, title, Kind.TEXT)
