"""Bays of deliveries or of the workshop, one thing at a time in each (D6, W1): names, order, closed ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.delivery import lists
from models.delivery.bay_actions import add_bay, change_bay, order_bays
from models.kernel import i18n
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from ui.kit.editors import TextEdit, Tick
from ui.kit.widgets import Button, EmptyState, IconButton, Text, clear, row

_NAME_WIDTH = 320


class Bay(Protocol):
    """What is shown of a bay."""

    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...

    @property
    def name(self) -> str: ...

    @property
    def closed(self) -> bool: ...


@dataclass(frozen=True)
class BayWork:
    """What the bays are for in words, how they are read, and what is done with them.

    ``change`` takes the bay, its name, what it is fitted for and whether it is closed. Where it is said what each is
    ``fitted`` for, a bay has its ``skill``.
    """

    words: str
    read: Callable[[], Sequence[Any]]
    add: Callable[[Actor, str], object]
    change: Callable[[Actor, Any, str, str, bool], object]
    order: Callable[[Actor, tuple[int, ...]], object]
    fitted: bool = False


def delivery_bays() -> BayWork:
    """The bays of deliveries."""
    return BayWork(
        _("One hand-over at a time happens in each bay. A closed bay is planned no more."),
        lambda: lists.bays(closed=True),
        add_bay,
        lambda actor, bay, name, skill, closed: change_bay(actor, bay.id, bay.version, name, closed),
        order_bays,
    )


class BaysPart(QWidget):
    """A row for each bay; what is typed is kept with Enter or when one leaves the field."""

    def __init__(self, actor: Actor, work: BayWork) -> None:
        super().__init__()
        self._actor, self._work = actor, work
        self._bays: Sequence[Bay] = ()
        self._rows = QVBoxLayout()
        self._error = Text("", tone="bad", wrap=True)
        self.new = TextEdit(_("Name of the bay"), longest=40)
        self.new.setObjectName("new_bay")
        self.new.setFixedWidth(_NAME_WIDTH)
        self.new.returnPressed.connect(self.add)
        add = Button(_("Add a bay"), self.add, icon="plus", name="add_bay")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.addWidget(Text(work.words, "dim", wrap=True))
        box.addLayout(self._rows)
        box.addWidget(row(self.new, add, "stretch"))
        box.addWidget(self._error)
        box.addStretch(1)
        self.show_bays()

    def show_bays(self) -> None:
        """The bays as they stand."""
        self._bays = self._work.read()
        clear(self._rows)
        for place, bay in enumerate(self._bays):
            self._rows.addWidget(self._row(place, bay))
        if not self._bays:
            self._rows.addWidget(EmptyState("garage-variant", _("No bays yet"), _("Type the name of the first one.")))

    def _row(self, place: int, bay: Any) -> QWidget:
        name, skill, closed = TextEdit(longest=40), TextEdit(_("fitted for"), longest=40), Tick(_("closed"))
        name.set_value(bay.name)
        if self._work.fitted:
            skill.set_value(bay.skill)
            skill.setObjectName(f"skill_{bay.id}")
        name.setFixedWidth(_NAME_WIDTH if not self._work.fitted else _NAME_WIDTH * 5 // 8)
        skill.setFixedWidth(_NAME_WIDTH // 2)
        name.setObjectName(f"bay_{bay.id}")
        closed.set_value(bay.closed)
        closed.setObjectName(f"closed_{bay.id}")
        for each in (name, skill):
            each.editingFinished.connect(lambda: self._change(bay, name.value(), skill.value(), bay.closed))
        closed.edited.connect(lambda: self._change(bay, name.value(), skill.value(), closed.value()))
        up = IconButton("chevron-up", _("Move up"), lambda: self._move(place, -1), name=f"up_{bay.id}")
        down = IconButton("chevron-down", _("Move down"), lambda: self._move(place, 1), name=f"down_{bay.id}")
        up.setEnabled(place > 0)
        down.setEnabled(place < len(self._bays) - 1)
        return row(name, *((skill,) if self._work.fitted else ()), closed, up, down, "stretch")

    def _change(self, bay: Any, name: str, skill: str, closed: bool) -> None:
        if (name, skill, closed) != (bay.name, bay.skill if self._work.fitted else "", bay.closed):
            self._do(lambda: self._work.change(self._actor, bay, name, skill, closed))

    def _move(self, place: int, by: int) -> None:
        ids = [bay.id for bay in self._bays]
        ids.insert(place + by, ids.pop(place))
        self._do(lambda: self._work.order(self._actor, tuple(ids)))

    def add(self) -> None:
        """Add the bay whose name was typed."""
        if self._do(lambda: self._work.add(self._actor, self.new.value())):
            self.new.set_value("")
        self.new.setFocus()

    def _do(self, act: Callable[[], object]) -> bool:
        """Do it and show the bays; what is wrong is said beneath."""
        try:
            act()
        except FrontdeskError as error:
            self._error.setText(i18n.say(error))
            return False
        self._error.setText("")
        self.show_bays()
        return True
