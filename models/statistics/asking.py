"""A statistic that was asked for: of which days, by whom, of whom, in which language; and what it is made with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.customers.traffic import Period
from models.kernel.i18n import Translator
from models.kernel.permissions import Actor
from models.statistics.values import Column, Fact, Kind, Picture, Statistic, Value


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
            pictures=tuple(pictures),
            columns=tuple(columns),
            rows=tuple(map(tuple, rows)),
            total=tuple(total),
        )


def text(code: str, title: str) -> Column:
    """A column of words."""
    return Column(code, title, Kind.TEXT)
