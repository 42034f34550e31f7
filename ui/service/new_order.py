"""Which vehicle is received: one box for plate, phone, VIN or name; a new customer on the spot (W3)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.customers.kinds import RegisterKind
from models.customers.lists import customer_file
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, pick
from models.service import terms
from models.service.finding import VehicleHit, find_vehicles, newest_goods
from models.service.reception_actions import OpenForm, open_order
from ui.kit import notices
from ui.kit.desk import Desk
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, PhoneEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, Panel, Text, row

_PAUSE = 100
_MOST_SHOWN = 6


class NewOrder(Panel):
    """The box and what it finds. ``opened`` with the new order's id; ``closed`` when it is put away."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Receive a vehicle"))
        self._desk = desk
        self._hits: dict[int, VehicleHit] = {}
        self.box = TextEdit(_("Plate, phone, VIN or name"), longest=60)
        self.box.setObjectName("find_vehicle")
        self.kind = ChoiceBox([(each.code, pick(each.name)) for each in terms.templates()])
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self.box.textEdited.connect(lambda text: self._pause.start())
        self.box.installEventFilter(self)
        self.table = RecordTable(_columns(), lambda ids: [_Row(each, self._hits[each]) for each in ids], tall=True)
        self.table.opened.connect(self.choose)
        self.table.hide()
        self.nothing = Text(_("Nobody is known by this. Ctrl+Enter takes on a new customer."), "dim", wrap=True)
        self.nothing.hide()
        self.fresh = Button(
            _("New customer…"), self.ask_new, icon="account-plus-outline", key="Ctrl+Return", name="new"
        )
        close = Button(_("Close"), self.closed.emit, hint="Esc", name="close_finder")
        self.add(row(self.box, self.kind, self.fresh, close), self.nothing, self.table)
        self.kind.setVisible(len(terms.templates()) > 1)

    def begin(self, customer_id: int = 0) -> None:
        """Begin anew, for a customer who is known already where told."""
        self.box.clear()
        if customer_id:
            self.box.set_value(customer_file(self._desk.session.actor, customer_id).name)
        self.look()
        self.box.setFocus()

    def look(self) -> None:
        """Show the vehicles found."""
        self._pause.stop()
        text = self.box.value()
        found = find_vehicles(self._desk.session.actor, text)
        self._hits = dict(enumerate(found, 1))
        self.table.set_ids(list(self._hits))
        self.table.refresh_rows()
        self.table.setVisible(bool(found))
        self.nothing.setVisible(bool(text) and not found)
        if found:
            self.table.setFixedHeight(36 + 52 * min(len(found), _MOST_SHOWN))
            self.table.select_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose, Enter takes, Esc closes, while the keys stay in the box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._hits:
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                if self._pause.isActive():
                    self.look()
                if self.table.selected_id is not None:
                    self.choose(self.table.selected_id)
                return True
            if key == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        at = (self.table.selected_id or 1) + by
        if at in self._hits:
            self.table.select(at)

    def choose(self, place: int) -> None:
        """Open an order on a vehicle found; one that is here already shows its order."""
        hit = self._hits[place]
        if hit.here_id:
            notices.tell(_("This vehicle is here already: {number}.").format(number=hit.here), "warn")
            self._done(hit.here_id)
            return
        template = terms.template_of(self.kind.value())
        if hit.goods_id is None and template.vehicle:
            self.ask_vehicle(hit)
            return
        self._open(hit.customer_id, hit.goods_id if template.vehicle else None)

    def ask_vehicle(self, hit: VehicleHit) -> FormDialog:
        """Put a vehicle on the file of a customer who has none, and go on."""

        def take(values: dict[str, Any]) -> None:
            goods = GoodsForm(model=values["model"], plate=values["plate"], serial=values["vin"])
            add_goods(self._desk.session.actor, hit.customer_id, goods)
            self._open(hit.customer_id, newest_goods(hit.customer_id))

        title = _("Which vehicle does {name} bring?").format(name=hit.customer)
        dialog = FormDialog(self, title, _vehicle_fields(), take, _("Receive"), width=520)
        dialog.open()
        return dialog

    def ask_new(self) -> FormDialog:
        """Take on a customer with what is needed to call them, and their vehicle."""
        typed = self.box.value()
        digits = sum(each.isdigit() for each in typed)

        def take(values: dict[str, Any]) -> None:
            actor = self._desk.session.actor
            form = FileForm(values["name"], phones=(values["phone"],) if values["phone"] else ())
            goods = GoodsForm(model=values["model"], plate=values["plate"], serial=values["vin"])
            template = terms.template_of(self.kind.value())
            owned = (goods,) if template.vehicle else ()
            contact = ContactForm(RegisterKind.VISIT, about=pick(template.name))
            customer_id = open_file(actor, form, contact, (), owned).id
            self._open(customer_id, newest_goods(customer_id) if owned else None)

        name, phone = TextEdit(longest=60), PhoneEdit()
        fields = [
            (Field("name", _("Name"), name, required=True), Field("phone", _("Phone"), phone)),
            *_vehicle_fields(),
        ]
        dialog = FormDialog(self, _("New customer"), fields, take, _("Receive"), width=560)
        target = phone if digits >= 7 and digits * 2 > len(typed) else dialog.form.editor("plate") if digits else name
        target.set_value(typed)
        dialog.open()
        dialog.form.focus("name")
        return dialog

    def _open(self, customer_id: int, goods_id: int | None) -> None:
        try:
            done = open_order(self._desk.session.actor, OpenForm(customer_id, goods_id, self.kind.value()))
        except FrontdeskError as error:
            notices.error(error)
            return
        self._done(done.id)

    def _done(self, order_id: int) -> None:
        self.closed.emit()
        self.opened.emit(order_id)


def _vehicle_fields() -> list[Any]:
    return [
        (
            Field("plate", _("Plate"), TextEdit(longest=20)),
            Field("model", _("Model"), TextEdit(longest=60)),
        ),
        Field("vin", _("VIN"), TextEdit(longest=40)),
    ]


class _Row:
    """A row as the table wants it: with an ``id``."""

    def __init__(self, place: int, hit: VehicleHit) -> None:
        self.id, self.hit = place, hit


def _columns() -> list[Column]:
    return [
        Column(
            *("plate", _("Vehicle"), lambda each: each.hit.plate or _("No vehicle on file")),
            detail=lambda each: each.hit.name if each.hit.name != each.hit.plate else "",
            bold=True,
            sortable=False,
        ),
        Column(
            "customer", _("Customer"), lambda each: each.hit.customer, detail=lambda each: each.hit.phone, width=220
        ),
        Column("vin", _("VIN"), lambda each: each.hit.vin, width=200, sortable=False),
        Column(
            *("here", _("In the workshop"), lambda each: each.hit.here),
            tone=lambda each: "warn" if each.hit.here else "",
            width=150,
            sortable=False,
        ),
    ]
