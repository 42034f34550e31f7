"""The service tab: a rail of pages at the left, the one in front beside it. Pages are named in ``ui.service.pages``."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol, cast

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from ui.kit import theme
from ui.kit.desk import Desk
from ui.kit.layout import Front, column, scrolled
from ui.kit.widgets import EmptyState, Panel
from ui.service.pages import PAGES, PageSpec
from ui.service.rail import Rail


class Page(Protocol):
    """What the tab asks of a page, which is a QWidget made with the desk as its only argument."""

    def open_record(self, kind: str, record_id: int) -> None:
        """Bring this record to sight; called for the kinds of the page's line only."""

    def show_page(self) -> None:
        """The page comes to the front, with whatever it showed before."""

    def take_focus(self) -> None:
        """Put the keys where work begins."""

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed; None means anything may have."""


class ServiceTab:
    """The pages this person has, one of them in front; each is made when it is first shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._specs = {each.key: each for each in PAGES if each.seen_by(desk.session.actor)}
        self._made: dict[str, Page] = {}
        self._front = ""
        self.widget = QWidget()
        self._pages = Front()
        self.rail = Rail([(each.key, _(each.title), each.icon) for each in self._specs.values()])
        self.rail.chosen.connect(self.show_page)
        side = Panel(flush=True)
        side.add(scrolled(self.rail))
        side.setFixedWidth(self.rail.maximumWidth() + 2)
        left = column(side, margins=(theme.GAP, theme.GAP, 0, theme.GAP))
        left.setVisible(len(self._specs) > 1)
        box = QHBoxLayout(self.widget)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(left)
        box.addWidget(self._pages, 1)
        if self._specs:
            roles = desk.session.actor.roles
            own = (each.key for each in self._specs.values() if roles.intersection(each.home_of))
            self.show_page(next(own, next(iter(self._specs))))
        else:
            self._pages.addWidget(
                EmptyState("wrench-outline", _("Nothing here for your role"), _("The workshop's pages are for others."))
            )

    @property
    def front(self) -> str:
        """The key of the page in front; "" where this person has none."""
        return self._front

    def page(self, key: str) -> Page:
        """A page of this person's, made now if it was not. Raises KeyError."""
        if key not in self._made:
            made = self._made[key] = _named(self._specs[key].made_by)(self._desk)
            self._pages.addWidget(made)
        return self._made[key]

    def show_page(self, key: str) -> None:
        """Bring a page to the front. Raises KeyError."""
        page = self._bring_forward(key)
        page.show_page()
        page.take_focus()

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a record on the page for its kind, as far as this person has one."""
        key = next((each.key for each in self._specs.values() if kind in each.kinds), "")
        if key:
            page = self._bring_forward(key)
            page.open_record(kind, record_id)
            page.take_focus()

    def _bring_forward(self, key: str) -> Page:
        page = self.page(key)
        self._front = key
        self.rail.mark(key)
        self._pages.setCurrentWidget(cast(QWidget, page))
        self.widget.setFocusProxy(cast(QWidget, page))
        return page

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed on the page in front; the others look again when they come to it."""
        if self._front:
            self.page(self._front).refresh(changes)

    def badge(self) -> int:
        """How many things wait on all pages of this person; each page's own count stands on the rail."""
        counts = {key: _waiting(spec, self._desk.session.actor) for key, spec in self._specs.items()}
        for key, count in counts.items():
            self.rail.show_count(key, count)
        return sum(counts.values())


def _named(path: str) -> Any:
    module, name = path.split(":")
    return getattr(import_module(module), name)


def _waiting(spec: PageSpec, actor: Actor) -> int:
    return int(_named(spec.counted_by)(actor)) if spec.counted_by else 0
