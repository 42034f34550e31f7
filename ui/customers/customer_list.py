"""The list of customer files: search over it, saved filters with their counts, columns to sort by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.customers import listing, lists
from models.customers.kinds import CLOSED_STAGES
from models.customers.listing import Place
from models.customers.lists import CustomerRow
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Role
from ui.customers.wording import called, level_name, level_tone
from ui.kit import icons, wording
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import EmptyState, FilterChips, Line, Panel, Text, clear, row

_PAUSE = 90
_MOST_FOUND = 100
_NARROW = 400
_OWNS = {Role.SALES, Role.SALES_MANAGER, Role.OWNER}


@dataclass(frozen=True)
class _Files:
    """The files of one filter in one order, a page at a time."""

    actor: Actor
    which: str
    order: str
    descending: bool

    def page(self, beyond: Place | None, backwards: bool) -> list[Place]:
        """A page from ``beyond`` on, or from an end."""
        return listing.page(
            *(self.actor, self.which, self.order), descending=self.descending, beyond=beyond, backwards=backwards
        )

    def place_of(self, record_id: int) -> Place | None:
        """Where a file stands."""
        return listing.place_of(self.actor, self.which, self.order, record_id)


class CustomerList(Panel):
    """Files in one filter, or those found by what stands in the search line; the one selected is shown beside."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, actor: Callable[[], Actor]) -> None:
        super().__init__(flush=True)
        self._actor, self._order, self._descending = actor, "next", False
        self._owner: tuple[int, str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self.search = _search_line()
        self.search.textEdited.connect(lambda text: self._pause.start())
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self._found = Text("", "fine")
        self.filters = FilterChips()
        self.filters.chosen.connect(self._filter)
        self._nothing = QWidget()
        self._nothing_box = QVBoxLayout(self._nothing)
        self._nothing_box.setContentsMargins(0, 0, 0, 0)
        self.table = RecordTable(_columns(), self._fetch, tall=True, on_sort=self._sort, empty=self._nothing)
        self.table.sort_by(self._order, self._descending)
        self.table.selected.connect(self._tell_chosen)
        self.table.opened.connect(self.opened)
        self.table.installEventFilter(self)
        self.add(row(self.search, self._found, margins=(12, 10, 12, 0)), row(self.filters, margins=(12, 6, 12, 8)))
        self.add(Line(), self.table)
        self.setFocusProxy(self.search)
        self._count()
        self.filters.select(listing.MINE if actor().roles & _OWNS else listing.ALL)
        self._show()

    def refresh(self) -> None:
        """Read list and counts anew; the selected file stays selected."""
        self._count()
        self._show()

    def show_file(self, customer_id: int) -> None:
        """Select a file where the list holds it, silently."""
        self.table.blockSignals(True)
        self.table.select(customer_id)
        self.table.blockSignals(False)

    def show_owner(self, owner_id: int, name: str) -> None:
        """List the files of one owner, as a filter of its own."""
        self._owner = (owner_id, name)
        self.search.clear()
        self._count()
        self.filters.select(listing.of(owner_id))
        self._show()

    def look(self) -> None:
        """Find what stands in the search line; an empty line shows the filter again."""
        self._pause.stop()
        self._show()

    @property
    def searching(self) -> bool:
        """Whether the search line decides what is listed."""
        return bool(self.search.text().strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(1, event.size().width() < _NARROW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
                return self._leave_search(event.key() == Qt.Key.Key_Escape)
            typed = event.text()
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if watched is self.table and plain and typed.isprintable() and typed.strip():
                self.search.setFocus()
                self.search.setText(typed)
                self._pause.start()
                return True
        return False

    def _tell_chosen(self, customer_id: int | None) -> None:
        if customer_id is not None:
            self.chosen.emit(customer_id)

    def _leave_search(self, forget: bool) -> bool:
        if forget:
            self.search.clear()
            self.look()
        else:
            self._show_found_now()
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _open_first(self) -> None:
        self._show_found_now()
        if self.searching and self.table.records.ids:
            self.show_file(self.table.records.ids[0])
            self.opened.emit(self.table.records.ids[0])

    def _show_found_now(self) -> None:
        if self._pause.isActive():
            self.look()

    def _filter(self, which: str) -> None:
        self.search.clear()
        if self._owner is not None and which != listing.of(self._owner[0]):
            self._owner = None
            self._count()
        self._show()

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._show()

    def _fetch(self, ids: Sequence[int]) -> list[CustomerRow]:
        return lists.rows(self._actor(), ids)

    def _show(self) -> None:
        actor, text = self._actor(), self.search.text().strip()
        if text:
            self.table.set_ids([each.id for each in lists.find(actor, text, _MOST_FOUND)])
        else:
            self.table.set_source(_Files(actor, self.filters.selected, self._order, self._descending))
        found = self.table.records.ids
        self._found.setText(_("{count} found").format(count=_up_to(len(found), _MOST_FOUND)))
        self._found.setVisible(bool(text))
        if not found:
            clear(self._nothing_box)
            nothing = self._empty(text)
            self._nothing_box.addWidget(nothing)
            nothing.show()

    def _count(self) -> None:
        counts = {which: listing.count(self._actor(), which) for which in listing.FILTERS}
        texts = {
            listing.MINE: _("My customers {count}"),
            listing.DUE: _("Due {count}"),
            listing.ALL: _("All {count}"),
            listing.POOL: _("Pool {count}"),
        }
        tones = {listing.DUE: "bad" if counts[listing.DUE] else "neutral"}
        chips = [
            (which, text.format(count=_up_to(counts[which], listing.MOST_COUNTED)), tones.get(which, "neutral"))
            for which, text in texts.items()
        ]
        if self._owner is not None:
            owner_id, name = self._owner
            chips.append((listing.of(owner_id), name, "accent"))
        self.filters.set_items(chips)

    def _empty(self, searched: str) -> EmptyState:
        if searched:
            hint = _("Try a part of the name, its initials, or the last digits of the phone.")
            return EmptyState("account-search-outline", _("Nobody found."), hint)
        if not lists.total():
            hint = _("Press F2 when somebody comes in, F3 when somebody calls.")
            return EmptyState("account-plus-outline", _("No customer files yet."), hint)
        if self.filters.selected == listing.DUE:
            return EmptyState("check-circle-outline", _("No follow-up is due."))
        return EmptyState("account-search-outline", _("No file in this filter."))


def _up_to(count: int, most: int) -> str:
    """A number that is counted no further than ``most``."""
    return f"{count}+" if count >= most else str(count)


def _search_line() -> QLineEdit:
    search = QLineEdit()
    search.setObjectName("find_customer")
    search.setProperty("search", True)
    search.setMaxLength(100)
    search.setPlaceholderText(_("Name, initials, phone, plate or VIN"))
    search.setAccessibleName(search.placeholderText())
    search.addAction(icons.icon("magnify", "dim"), QLineEdit.ActionPosition.LeadingPosition)
    search.setClearButtonEnabled(False)
    return search


def _columns() -> list[Column]:
    return [
        Column("name", _("Customer"), lambda each: called(each.name, each.form_of_address), detail=_detail, bold=True),
        Column(
            "phone", _("Phone"), lambda each: each.phone or _("none left"), tone=_phone_tone, width=126, sortable=False
        ),
        Column("intent", _("Level"), lambda each: level_name(each.intent), tone=_tone, chip=True, width=68),
        Column("next", _("Next contact"), lambda each: _next(each)[0], tone=lambda each: _next(each)[1], width=106),
    ]


def _detail(each: CustomerRow) -> str:
    return each.wish or label(each.stage)


def _phone_tone(each: CustomerRow) -> str:
    return "dim"


def _tone(each: CustomerRow) -> str:
    return "neutral" if each.stage in CLOSED_STAGES else level_tone(each.intent)


def _next(each: CustomerRow) -> tuple[str, str]:
    """When the owner should be in contact again; nothing for who has bought or is lost."""
    if each.stage in CLOSED_STAGES:
        return label(each.stage), "dim"
    return wording.due_at(each.next_contact_at)
