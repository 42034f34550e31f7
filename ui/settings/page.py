"""The settings: sections at the left, as far as the person may use them, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from ui.kit import theme
from ui.kit.widgets import Button, Panel, Text, row, scrolled
from ui.settings.about import AboutPage
from ui.settings.backups import BackupsPage
from ui.settings.customer_care import CustomerCarePage
from ui.settings.deliveries import DeliveriesPage
from ui.settings.desk import SettingsDesk
from ui.settings.exports import ExportsPage
from ui.settings.follow_up import FollowUpPage
from ui.settings.here import ThisPcPage
from ui.settings.keys import KeysPage
from ui.settings.own_pin import OwnPinPage
from ui.settings.papers import PapersPage
from ui.settings.shop import ShopPage
from ui.settings.side import SectionList
from ui.settings.staff import StaffPage
from ui.settings.technicians import TechniciansPage
from ui.settings.terms import TermsPage
from ui.settings.workshop import WorkshopPage
from ui.settings.workshop_day import WorkshopDayPage

_SIDE = 204


@dataclass(frozen=True)
class _Section:
    """A section; without a permission it is everybody's. ``fills`` means that it scrolls by itself."""

    key: str
    title: str
    icon: str
    build: Callable[[], QWidget]
    permission: Permission | None = None
    fills: bool = False


class SettingsTab:
    """The page of the settings, built like a tab."""

    def __init__(self, desk: SettingsDesk) -> None:
        self._desk = desk
        self.widget = QWidget()
        self._built: dict[str, QWidget] = {}
        self._frames: dict[str, QWidget] = {}
        self._sections = {each.key: each for each in self._allowed()}
        self.side = SectionList([(each.key, each.title, each.icon) for each in self._sections.values()])
        self.side.chosen.connect(self._show)
        self._pages = QStackedWidget()
        left = Panel(flush=True)
        left.add(scrolled(self.side))
        left.setFixedWidth(_SIDE)
        back = Button(_("Back"), desk.leave, icon="arrow-left", hint="Esc", name="leave_settings")
        QShortcut(QKeySequence("Esc"), self.widget, desk.leave)
        body = QHBoxLayout()
        body.setSpacing(theme.GAP)
        body.addWidget(left)
        body.addWidget(self._pages, 1)
        box = QVBoxLayout(self.widget)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addWidget(row(back, 8, Text(_("Settings"), "record"), "stretch"))
        box.addLayout(body, 1)
        self.widget.setFocusProxy(self.side)
        self.side.select(next(iter(self._sections)))

    def _allowed(self) -> list[_Section]:
        desk, actor = self._desk, self._desk.session.actor
        keep = Permission.KEEP_SETTINGS
        every = (
            _Section("shop", _("Shop"), "storefront-outline", lambda: ShopPage(desk), keep),
            _Section(
                "staff", _("Staff"), "account-group-outline", lambda: StaffPage(desk), Permission.KEEP_STAFF, True
            ),
            _Section("catalog", _("Goods"), "tag-multiple-outline", desk.catalog_page, Permission.KEEP_CATALOG),
            _Section("papers", _("Papers"), "file-eye-outline", lambda: PapersPage(desk), keep, True),
            _Section("terms", _("Terms"), "scale-balance", lambda: TermsPage(desk), keep, True),
            _Section("follow_up", _("Follow-up"), "phone-clock", lambda: FollowUpPage(desk), keep),
            _Section(
                *("customer_care", _("Customer files"), "card-account-details-outline"),
                build=lambda: CustomerCarePage(desk),
                permission=Permission.MANAGE_FILES,
            ),
            _Section(
                *("deliveries", _("Deliveries"), "clipboard-check-outline"),
                build=lambda: DeliveriesPage(desk),
                permission=Permission.KEEP_DELIVERIES,
                fills=True,
            ),
            _Section(
                *("workshop", _("Workshop"), "wrench-outline"),
                build=lambda: WorkshopPage(desk),
                permission=Permission.KEEP_WORKSHOP,
                fills=True,
            ),
            _Section(
                *("technicians", _("Technicians"), "account-hard-hat-outline"),
                build=lambda: TechniciansPage(desk),
                permission=Permission.KEEP_WORKSHOP,
                fills=True,
            ),
            _Section(
                *("workshop_day", _("Workshop hours and bays"), "calendar-clock-outline"),
                build=lambda: WorkshopDayPage(desk),
                permission=Permission.KEEP_WORKSHOP,
                fills=True,
            ),
            _Section("exports", _("Exports"), "tray-arrow-up", lambda: ExportsPage(desk), keep),
            _Section("import", _("Import"), "file-import-outline", desk.import_page, Permission.IMPORT_GOODS, True),
            _Section("own_pin", _("My PIN"), "form-textbox-password", lambda: OwnPinPage(desk)),
            _Section("this_pc", _("This PC"), "monitor", lambda: ThisPcPage(desk)),
            _Section("keys", _("Keys of the store"), "key-outline", lambda: KeysPage(desk), keep),
            _Section("backups", _("Backups"), "backup-restore", lambda: BackupsPage(desk), Permission.KEEP_BACKUPS),
            _Section("about", _("About"), "information-outline", AboutPage),
        )
        return [each for each in every if each.permission is None or actor.may(each.permission)]

    def _show(self, key: str) -> None:
        if key not in self._built:
            section = self._sections[key]
            page = self._built[key] = section.build()
            self._frames[key] = page if section.fills else scrolled(page)
            self._pages.addWidget(self._frames[key])
        self._pages.setCurrentWidget(self._frames[key])

    def open_record(self, kind: str, record_id: int) -> None:
        """Bring the section called ``kind`` to sight, as far as the person may use it."""
        if kind in self._sections:
            self.side.select(kind)

    def section(self, key: str) -> QWidget:
        """The page of a section that was shown. Raises KeyError."""
        return self._built[key]

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed."""
        for page in self._built.values():
            if hasattr(page, "refresh"):
                page.refresh(changes)

    def badge(self) -> int:
        """Nothing waits here."""
        return 0
