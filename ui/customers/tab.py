"""The customers tab: new visit and new call, the list of files, and one file beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from models.customers.actions import mark_opened
from models.customers.kinds import RegisterKind
from models.customers.linked import is_erased, resolved
from models.kernel.changes import Changes
from models.kernel.errors import StorageError
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.staff.lists import names
from ui.customers.customer_list import CustomerList
from ui.customers.drafts import kept
from ui.customers.leavers_page import LeaversPage
from ui.customers.merge_page import MergePage
from ui.customers.new_contact import NewContact
from ui.customers.pairs_page import PairsPage
from ui.customers.record import CustomerRecord
from ui.customers.registers_page import RegistersPage
from ui.kit import icons, notices, theme
from ui.kit.desk import Crumb, Desk
from ui.kit.widgets import Band, Button, EmptyState, Panel, clear, column, fill, row

_SHOWN = ("customer", "register_line", "quote", "contract", "payment")
_MORE = 48
_LIST_SHARE, _LEAST, _MOST = 0.37, 352, 560


class _Page(QWidget):
    """The list takes a good third of the width."""

    def __init__(self) -> None:
        super().__init__()
        self.left = QWidget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.left.setFixedWidth(max(_LEAST, min(round(self.width() * _LIST_SHARE), _MOST)))


class CustomersTab:
    """What the window shows under Customers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.list = CustomerList(self._actor)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._opened)
        self.record = CustomerRecord(self._actor, self._lead_on, self.show_merge)
        self.page: MergePage | PairsPage | LeaversPage | RegistersPage | None = None
        self.entry: NewContact | None = None
        self._entry_panel, self._empty, self._page_box = Panel(flush=True), Panel(), column()
        self._right = QStackedWidget()
        for page in (self._empty, self.record, self._entry_panel, self._page_box):
            self._right.addWidget(page)
        self.widget = self._laid_out()
        self._show_empty()

    def refresh(self, changes: Changes | None) -> None:
        """Read anew what was changed."""
        if changes is not None and not any(changes.touches(kind) for kind in _SHOWN):
            return
        self.list.refresh()
        if isinstance(self.page, PairsPage | LeaversPage | RegistersPage):
            self.page.refresh()
        if self.record.customer_id and is_erased(self.record.customer_id):
            self.record.customer_id = 0
            self._show_what_was()
        elif self.record.customer_id:
            self.record.show_kept()
        elif self._right.currentWidget() is self._empty:
            self._show_empty()

    def badge(self) -> int:
        """What is due stands on Today."""
        return 0

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a customer's file, for "call" with the form for its result; an owner's files; those of leavers."""
        if kind == "leaver":
            self.show_leavers()
            return
        if kind == "owner":
            self.list.show_owner(record_id, names().get(record_id, ""))
            return
        record_id = resolved(record_id)
        self.list.show_file(record_id)
        self._opened(record_id)
        if kind == "call":
            self.record.start_contact(RegisterKind.CALL)

    def start(self, kind: RegisterKind, typed: dict[str, Any] | None = None) -> None:
        """A new visit or call; one already begun goes on."""
        if self.entry is not None and self.entry.kind is kind and typed is None:
            self.entry.form.focus("phone")
            return
        self._close_entry()
        self.entry = NewContact(self._actor(), kind, typed)
        self.entry.known.connect(lambda customer_id: self._known(customer_id, kind))
        self.entry.looked.connect(self._look)
        self.entry.saved.connect(self._saved)
        self.entry.left.connect(lambda typed: self._left(kind, typed))
        self._entry_panel.add(self.entry)
        self._right.setCurrentWidget(self._entry_panel)
        self.entry.form.focus("phone")

    def show_merge(self, kept_id: int, gone_id: int) -> None:
        """Two files side by side, to be made one (C3)."""
        page = MergePage(self._actor, kept_id, gone_id)
        page.merged.connect(lambda customer_id: self.open_record("customer", customer_id))
        self._show_page(page)

    def show_registers(self) -> None:
        """The registers of visits and calls, and the traffic table."""
        page = RegistersPage(self._actor)
        page.opened.connect(lambda customer_id: self.open_record("customer", customer_id))
        self._show_page(page)

    def show_pairs(self) -> None:
        """The likely duplicates of the store."""
        self._show_page(PairsPage(self._actor, self.show_merge))

    def show_leavers(self) -> None:
        """The files of people who have left."""
        self._show_page(LeaversPage(self._actor))

    def _show_page(self, page: MergePage | PairsPage | LeaversPage | RegistersPage) -> None:
        self._close_entry()
        self._close_page()
        self.page = page
        page.left.connect(self._leave_page)
        escape = QShortcut(QKeySequence("Esc"), page, page.left.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        fill(self._page_layout, page)
        self._right.setCurrentWidget(self._page_box)
        page.setFocus()

    def _leave_page(self) -> None:
        self._close_page()
        self._show_what_was()

    def _close_page(self) -> None:
        clear(self._page_layout)
        self.page = None

    @property
    def _page_layout(self) -> QBoxLayout:
        box = self._page_box.layout()
        assert isinstance(box, QBoxLayout)
        return box

    def _actor(self) -> Actor:
        return self._desk.session.actor

    def _laid_out(self) -> QWidget:
        page = _Page()
        may = self._actor().may(Permission.OPEN_FILE)
        self.visit_button = Button(
            *(_("New visit"), lambda: self.start(RegisterKind.VISIT)),
            kind="primary",
            icon="account-plus-outline",
            key="F2",
            big=True,
            name="new_visit",
        )
        self.call_button = Button(
            *(_("New call"), lambda: self.start(RegisterKind.CALL)),
            icon="phone-plus-outline",
            key="F3",
            big=True,
            name="new_call",
        )
        for button in (self.visit_button, self.call_button):
            button.setEnabled(may)
        left = QVBoxLayout(page.left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.GAP)
        fill(left, row(self.visit_button, self.call_button, self._more(), gap=6), self.list)
        box = QHBoxLayout(page)
        box.setContentsMargins(*[theme.GAP] * 4)
        box.setSpacing(theme.GAP)
        fill(box, page.left, self._right)
        box.setStretch(1, 1)
        page.setFocusProxy(self.list)
        return page

    def _more(self) -> Button:
        """Lists about many files at once."""
        button = Button("", icon="dots-horizontal", big=True, name="more_lists")
        button.setFixedWidth(_MORE)
        button.setToolTip(_("More lists"))
        button.setAccessibleName(_("More lists"))
        menu = QMenu(button)
        offered = (
            (Permission.REGISTER, "registers", _("Registers"), "book-open-outline", self.show_registers),
            (Permission.EDIT_FILE, "pairs", _("Likely duplicates"), "account-multiple-outline", self.show_pairs),
            (
                Permission.MANAGE_FILES,
                *("leavers", _("Files of people who have left"), "account-arrow-right-outline", self.show_leavers),
            ),
            (Permission.IMPORT_CUSTOMERS, "import", _("Import from a file"), "file-import-outline", self._show_import),
        )
        for permission, name, text, icon, do in offered:
            if self._actor().may(permission):
                menu.addAction(icons.icon(icon), text, do).setObjectName(name)
        button.setMenu(menu)
        button.setEnabled(bool(menu.actions()))
        return button

    def _show_import(self) -> None:
        self._desk.open_record("import", 0)

    def _show(self, customer_id: int) -> None:
        self._close_entry()
        self._close_page()
        self.record.show_file(customer_id)
        self._right.setCurrentWidget(self.record)

    def _opened(self, customer_id: int) -> None:
        self._show(customer_id)
        try:
            mark_opened(customer_id)
        except StorageError as error:
            notices.error(error)

    def _lead_on(self, kind: str, record_id: int, name: str) -> None:
        self._desk.open_record(kind, record_id, Crumb("customer", self.record.customer_id, name))

    def _look(self, customer_id: int) -> None:
        """Look at a file that may be the same person's; what was typed is kept for the next F2 or F3."""
        self.open_record("customer", customer_id)

    def _known(self, customer_id: int, kind: RegisterKind) -> None:
        self.open_record("customer", customer_id)
        self.record.start_contact(kind)

    def _saved(self, customer_id: int | None) -> None:
        self._close_entry()
        if customer_id is None:
            self._show_what_was()
            return
        self.open_record("customer", customer_id)
        self.list.setFocus()
        notices.tell(_("{name}: file opened.").format(name=self.record.name))

    def _left(self, kind: RegisterKind, typed: dict[str, Any]) -> None:
        self._close_entry()
        self._show_what_was()
        if typed:
            notices.tell(
                _("Not saved."), "neutral", undo=(_("Bring back what was typed"), partial(self.start, kind, typed))
            )

    def _close_entry(self) -> None:
        if self.entry is not None:
            self.entry.keeper.keep_now()
            clear(self._entry_panel.body)
            self.entry = None

    def _show_what_was(self) -> None:
        if self.record.customer_id:
            self._right.setCurrentWidget(self.record)
        else:
            self._show_empty()
            self._right.setCurrentWidget(self._empty)
        self.list.setFocus()

    def _show_empty(self) -> None:
        clear(self._empty.body)
        begun = {
            RegisterKind.VISIT: _("A new visit is not finished."),
            RegisterKind.CALL: _("A new call is not finished."),
        }
        for kind, text in begun.items():
            if kept(self._actor(), kind.value):
                go_on = Button(_("Continue"), partial(self.start, kind), name=f"go_on_{kind.value}")
                self._empty.add(Band("neutral", text, go_on, icon="pencil-outline"))
        hint = _("Or find somebody by name, initials or the last digits of the phone.")
        self._empty.add(EmptyState("card-account-details-outline", _("Choose a customer from the list."), hint))


def build(desk: Desk) -> CustomersTab:
    """The customers tab of this window."""
    return CustomersTab(desk)
