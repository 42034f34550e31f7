"""What is asked before something is written down about a person or a reception: short forms, and the menu of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from models.customers import lists as customers
from models.customers.actions import FileForm
from models.customers.kinds import FormOfAddress
from models.kernel.errors import RuleError
from models.kernel.i18n import N_, _, label
from models.kernel.permissions import Role
from models.rotation import actions, manager_actions, reception_actions
from models.rotation.kinds import Presence, ReceptionResult, TurnChoice
from models.rotation.views import PersonCard, ReceptionRow, UnattendedRow
from models.staff import lists as staff
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, PhoneEdit, TextEdit
from ui.kit.forms import Field
from ui.showroom import wording
from ui.showroom.choice import NumberChoice
from ui.showroom.floor import Floor

_RESULTS = [each for each in ReceptionResult if each is not ReceptionResult.NOT_ATTENDED]
_FOUND = 20
_ON_TURN = {
    TurnChoice.HOLD: N_("Next turn while busy: hold it"),
    TurnChoice.GIVE_UP: N_("Next turn while busy: give it up"),
}


class Errands:
    """Opens the forms over ``parent``."""

    def __init__(self, floor: Floor, parent: QWidget) -> None:
        self._floor, self._parent = floor, parent

    def fill_menu(self, menu: QMenu, card: PersonCard) -> None:
        """Offer the rarer things about somebody and whom they are receiving."""
        for each in card.receptions:
            self._offer_reception(menu, each)
        busy = card.presence is Presence.RECEIVING
        for choice, words in _ON_TURN.items():
            act = partial(self._floor.attempt, actions.say_on_turn, card.id, choice)
            menu.addAction(_(words), act).setEnabled(busy)
        menu.addAction(_("Next turn while busy: delegate it…"), partial(self.delegate, card)).setEnabled(busy)
        if self._floor.may_manage:
            menu.addSeparator()
            menu.addAction(_("Let somebody stand in…"), partial(self.stand_in, card))

    def _offer_reception(self, menu: QMenu, reception: ReceptionRow) -> None:
        heading = menu.addAction(wording.customer(reception))
        heading.setEnabled(False)
        if reception.customer_id:
            show = partial(self._floor.desk.open_record, "customer", reception.customer_id)
            menu.addAction(_("Show the file"), show)
        else:
            menu.addAction(_("Open a file…"), partial(self.open_file, reception))
        menu.addAction(_("Turns out to be known…"), partial(self.discover, reception))
        menu.addAction(_("A colleague recognises them…"), partial(self.recognise, reception))
        menu.addAction(_("Insists on somebody else…"), partial(self.insist, reception))
        if self._floor.may_manage:
            menu.addAction(_("Give to somebody else…"), partial(self.override, reception))
        menu.addSeparator()

    def send(self, card: PersonCard) -> None:
        """Away for the store: say who sent them (R4)."""
        sent_by = TextEdit(longest=40)
        sent_by.set_value(self._whoever_sends())

        def act(values: dict[str, Any]) -> None:
            if not values["sent_by"]:
                raise RuleError("Say who sent them.", field="sent_by")
            self._floor.do(actions.go_away, card.id, values["sent_by"])

        title = _("{name} leaves for the store").format(name=card.name)
        intro = _("Turns that come up meanwhile are owed.")
        self._ask(title, [Field("sent_by", _("Sent by"), sent_by, required=True)], act, _("Leaves"), intro)

    def finish(self, receptions: Sequence[ReceptionRow]) -> None:
        """A reception ends with its result; who came without a file gets one with what they leave."""
        if not receptions:
            return
        who = ChoiceBox([(each.line_id, wording.customer(each)) for each in receptions])
        result = NumberChoice([(each, label(each)) for each in _RESULTS], columns=1)
        several = [Field("line_id", _("Customer"), who)] if len(receptions) > 1 else []
        unknown = len(receptions) == 1 and receptions[0].customer_id is None
        fields = [
            *several,
            Field("result", _("What came of it"), result, required=True),
            Field("note", _("Note, or why there is no interest"), TextEdit(longest=200)),
            *(_visitor_fields() if unknown else ()),
        ]

        def act(values: dict[str, Any]) -> None:
            if values["result"] is None:
                raise RuleError("Say what came of it.", field="result")
            visitor = _visitor(values) if unknown else None
            if unknown and values["result"] is ReceptionResult.LEFT_CONTACT and not values["phone"]:
                raise RuleError("Type the phone number they left.", field="phone")
            line_id = values.get("line_id", receptions[0].line_id)
            self._floor.do(reception_actions.finish_reception, line_id, values["result"], values["note"], visitor)

        title = _("End of the reception of {customer}").format(customer=wording.customer(receptions[0]))
        intro = _("There is no file yet: a name and a phone open one, and the follow-up is not forgotten.")
        dialog = self._ask(title, fields, act, _("End reception"), intro if unknown else "")
        result.entered.connect(dialog.submit)
        dialog.form.focus("result")

    def walk_out(self, waiting: UnattendedRow) -> None:
        """Somebody nobody was free for has left."""
        self._floor.attempt(reception_actions.finish_reception, waiting.line_id, ReceptionResult.NOT_ATTENDED)

    def override(self, customer: ReceptionRow | UnattendedRow) -> None:
        """The manager gives a customer to somebody (R2)."""
        title = _("Give {customer} to…").format(customer=wording.customer(customer))
        without = (customer.receiver_id,) if isinstance(customer, ReceptionRow) else ()
        act = partial(self._to_somebody, manager_actions.override, customer.line_id)
        intro = _("The log keeps the reason. The turn is not counted.")
        self._ask(title, self._somebody(_("Receives"), *without), act, _("Give"), intro)

    def insist(self, reception: ReceptionRow) -> None:
        """A customer insists on somebody else (R11)."""
        title = _("{customer} insists on…").format(customer=wording.customer(reception))
        act = partial(self._to_somebody, reception_actions.insist, reception.line_id)
        intro = _("{name}'s turn stays used.").format(name=reception.receiver)
        self._ask(title, self._somebody(_("Wants"), reception.receiver_id), act, _("Change"), intro)

    def recognise(self, reception: ReceptionRow) -> None:
        """A colleague claims a customer somebody has begun with (R7)."""
        who = self._people(reception.receiver_id)
        title = _("Who recognises {customer}?").format(customer=wording.customer(reception))
        intro = _("File and registers tell whether it is true; a false claim is logged.")
        self._ask(
            title,
            [Field("staff_id", _("Colleague"), who, required=True)],
            lambda values: self._floor.do(reception_actions.recognise, reception.line_id, values["staff_id"]),
            _("Check"),
            intro,
        )

    def discover(self, reception: ReceptionRow) -> None:
        """Somebody taken for new turns out to be known (R8): by their file, or by what a colleague says."""
        actor = self._floor.actor
        query, file = TextEdit(_("Phone or name")), ChoiceBox([], empty=_("No file found"))

        def look() -> None:
            found = customers.find(actor, query.value(), _FOUND) if query.value() else []
            rows = [(each.id, " · ".join(filter(None, (each.name, each.phone, each.owner)))) for each in found]
            file.set_choices(rows, empty="" if rows else _("No file found"))

        query.edited.connect(look)

        def act(values: dict[str, Any]) -> None:
            if not values["customer_id"] and not values["owner_id"]:
                raise RuleError("Find the file, or say whose customer it is.", field="query")
            self._floor.do(*(reception_actions.discover, reception.line_id, values["owner_id"], values["customer_id"]))

        owner = ChoiceBox(self._floor.people(), empty=_("The file's owner"))
        fields = [
            Field("query", _("Find the file"), query),
            Field("customer_id", _("File"), file),
            Field("owner_id", _("Whose customer"), owner),
        ]
        title = _("{customer} turns out to be known").format(customer=wording.customer(reception))
        self._ask(title, fields, act, _("Hand over"), _("{name}'s turn is given back.").format(name=reception.receiver))

    def open_file(self, reception: ReceptionRow) -> None:
        """A file for a visitor who has none."""

        def act(values: dict[str, Any]) -> None:
            self._floor.do(reception_actions.open_file_for, reception.line_id, _visitor(values) or FileForm())

        self._ask(_("Open a file for this visit"), _visitor_fields(), act, _("Open the file"))

    def delegate(self, card: PersonCard) -> None:
        """Said in advance: who receives when their turn comes while they are busy (R9)."""
        to = ChoiceBox(self._floor.people(card.id), empty=_("Whoever is next"))
        self._ask(
            _("{name}'s next turn").format(name=card.name),
            [Field("to", _("Delegated to"), to)],
            lambda values: self._floor.do(actions.say_on_turn, card.id, TurnChoice.DELEGATE, values["to"]),
            _("Delegate"),
            _("The colleague receives as a courtesy; the customer and the turn stay with {name}.").format(
                name=card.name
            ),
        )

    def stand_in(self, card: PersonCard) -> None:
        """A colleague takes somebody's place while they are away (R12)."""
        by = self._people(card.id)
        self._ask(
            _("Who stands in for {name}?").format(name=card.name),
            [Field("by", _("Colleague"), by, required=True)],
            lambda values: self._floor.do(manager_actions.let_stand_in, card.id, values["by"]),
            _("Stands in"),
            _("The turns of that place are the colleague's own while {name} is away.").format(name=card.name),
        )

    def take_back(self, number: int, what: str) -> None:
        """The manager takes back a line of today's log, with a reason (R14)."""
        self._ask(
            _("Take back line {number}").format(number=number),
            [Field("reason", _("Reason"), TextEdit(longest=200), required=True)],
            lambda values: self._floor.do(manager_actions.take_back, number, values["reason"]),
            _("Take back"),
            what,
        )

    def _to_somebody(self, action: Callable[..., Any], line_id: int, values: dict[str, Any]) -> None:
        self._floor.do(action, line_id, values["to"], values["reason"])

    def _somebody(self, words: str, *without: int) -> list[Field]:
        return [
            Field("to", words, self._people(*without), required=True),
            Field("reason", _("Reason"), TextEdit(longest=200), required=True),
        ]

    def _people(self, *without: int) -> ChoiceBox:
        return ChoiceBox(self._floor.people(*without))

    def _whoever_sends(self) -> str:
        if self._floor.may_manage:
            return self._floor.actor.name
        return next((row.name for row in staff.everybody() if Role.SALES_MANAGER in row.roles), "")

    def _ask(
        self,
        title: str,
        fields: Sequence[Field],
        act: Callable[[dict[str, Any]], object],
        words: str,
        intro: str = "",
    ) -> FormDialog:
        dialog = FormDialog(self._parent, title, fields, act, words, intro)
        dialog.open()
        return dialog


def _visitor_fields() -> list[Field]:
    """What is asked about somebody without a file."""
    form_of_address = NumberChoice([(each, label(each)) for each in FormOfAddress])
    form_of_address.set_value(FormOfAddress.NONE)
    return [
        Field("name", _("Customer name"), TextEdit(longest=60)),
        Field("form_of_address", _("Form of address"), form_of_address),
        Field("phone", _("Phone"), PhoneEdit()),
    ]


def _visitor(values: dict[str, Any]) -> FileForm | None:
    """The file of what was typed; None where nothing was."""
    name, phone = values["name"], values["phone"]
    form_of_address = values["form_of_address"] or FormOfAddress.NONE
    if not name and not phone and form_of_address is FormOfAddress.NONE:
        return None
    phones = (phone,) if phone else ()
    return FileForm(name, form_of_address, phones=phones, no_contact=not phone, source="walk_in")
