"""The questions of first start, one page each; what is typed goes into the Answers."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kernel.errors import RuleError
from models.kernel.i18n import _, pick
from models.kernel.store import SUFFIX, folder_of, is_server
from models.kernel.text import clean
from models.papers.facts import PaperSize
from models.shop.actions import check_passphrase
from models.staff.rules import checked_pin
from models.trades import files as trades
from ui.kit import theme
from ui.kit.choice_cards import CardChoice, ChoiceCards
from ui.kit.editors import ChoiceBox, PhoneEdit, PinEdit, TextEdit, WordsEdit
from ui.kit.folders import ask_folder
from ui.kit.forms import Field, Form
from ui.kit.logo_edit import LogoEdit
from ui.kit.widgets import Button, Text
from ui.start.answers import Answers, free_address

LANGUAGE_NAMES = (("zh_CN", "简体中文"), ("zh_TW", "繁體中文"), ("en", "English"))
_FORMS = (PaperSize.A5, PaperSize.FORM_140, PaperSize.FORM_93)


class Step(QWidget):
    """One page. ``leave`` writes what was typed into the answers, and raises RuleError while something is wrong."""

    next_wanted = Signal()

    def __init__(self, title: str, intro: str, answers: Answers) -> None:
        super().__init__()
        self.title, self.answers = title, answers
        self.form: Form | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.INSIDE)
        self.body.addWidget(Text(title, "record"))
        if intro:
            self.body.addWidget(Text(intro, "dim", wrap=True))

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` beneath what is there."""
        self.body.addWidget(widget)

    def ask(self, *fields: Field | tuple[Field, ...]) -> Form:
        """Put a form on the page; Enter in one of its lines goes on."""
        self.form = Form(*fields, on_enter=self.next_wanted.emit)
        self.add(self.form)
        return self.form

    def enter(self) -> None:
        """Called when the page comes up."""

    def leave(self) -> None:
        """Take over what was typed. Raises RuleError naming the field that is wrong."""

    def focus(self) -> None:
        """Go to the first input."""
        if self.form is not None:
            self.form.focus()


class CardStep(Step):
    """A page with cards to choose from."""

    cards: ChoiceCards

    def offer(self, cards: ChoiceCards) -> None:
        """Put the cards on the page."""
        self.cards = cards
        self.add(cards)

    def focus(self) -> None:
        self.cards.setFocus()


class LanguageStep(CardStep):
    """In which language the screen speaks; says so in all three."""

    language_chosen = Signal(str)
    open_wanted = Signal()
    server_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__("选择语言 · 選擇語言 · Language", "", answers)
        self.offer(ChoiceCards([CardChoice(code, "translate", name) for code, name in LANGUAGE_NAMES]))
        self.cards.set_value(answers.language)
        self.cards.edited.connect(lambda: self.language_chosen.emit(self.cards.value()))
        self.body.addSpacing(8)
        self.add(Text(_("Is there a store already, on this PC, a drive or a server?"), "dim"))
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for text, signal, icon, name in (
            (_("Open a store…"), self.open_wanted, "folder-open-outline", "open_store"),
            (_("Connect to a server…"), self.server_wanted, "server-network-outline", "open_server"),
            (_("Restore a backup…"), self.backup_wanted, "backup-restore", "restore_backup"),
        ):
            ways.addWidget(Button(text, signal.emit, icon=icon, name=name))
        ways.addStretch(1)
        self.body.addLayout(ways)


class TradeStep(CardStep):
    """Which trade the shop is in."""

    def __init__(self, answers: Answers) -> None:
        intro = _(
            "It brings the words, goods, payment plans and contract of the trade. All of it can be changed later."
        )
        super().__init__(_("What kind of shop is it?"), intro, answers)
        found = [trades.load(code) for code in trades.available()]
        cards = [CardChoice(each.code, each.icon.removeprefix("mdi6."), pick(each.name)) for each in found]
        self.offer(ChoiceCards(cards, columns=2))
        self.cards.set_value(answers.trade)

    def leave(self) -> None:
        self.answers.trade = self.cards.value()


class ShopStep(Step):
    """What the shop is called, and what its papers look like."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(_("Your shop"), _("This stands at the head of every quote, contract and receipt."), answers)
        languages = [(code, name) for code, name in LANGUAGE_NAMES]
        form = self.ask(
            Field("name", _("Name of the shop"), TextEdit(longest=60), required=True),
            (Field("address", _("Address"), TextEdit()), Field("phone", _("Phone"), PhoneEdit())),
            (
                Field("receipt_size", _("Paper for receipts"), ChoiceBox([(size, _(size.label)) for size in _FORMS])),
                Field("paper_language", _("Language of papers"), ChoiceBox(languages)),
            ),
            Field("logo", _("Logo"), LogoEdit()),
        )
        form.set_values({"paper_language": answers.paper_language, **answers.shop})

    def leave(self) -> None:
        assert self.form is not None
        values = self.form.values()
        values["name"] = clean(values["name"], "name")
        if not values["name"]:
            raise RuleError("Type the store's name.", field="name")
        self.answers.shop = values


class OwnerStep(Step):
    """Who owns the shop, and the PIN to log in with."""

    def __init__(self, answers: Answers) -> None:
        intro = _("The owner may see everything and hires the staff. You log in with a PIN of 4 to 8 digits.")
        super().__init__(_("The owner"), intro, answers)
        form = self.ask(
            Field("owner_name", _("Full name"), TextEdit(longest=60), required=True),
            (
                Field("pin", _("PIN"), PinEdit(), required=True),
                Field("pin_again", _("PIN once more"), PinEdit(), required=True),
            ),
        )
        form.set_values({"owner_name": answers.owner_name, "pin": answers.pin, "pin_again": answers.pin})

    def leave(self) -> None:
        assert self.form is not None
        values = self.form.values()
        name = clean(values["owner_name"], "owner_name")
        if not name:
            raise RuleError("Type a name.", field="owner_name")
        pin = checked_pin(values["pin"])
        if checked_pin(values["pin_again"], "pin_again") != pin:
            raise RuleError("The two PINs are not the same.", field="pin_again")
        self.answers.owner_name, self.answers.pin = name, pin


class BeginStep(CardStep):
    """Start with an empty store, or look around first."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(_("How do you want to begin?"), "", answers)
        empty = _("For real work from now on. The store holds nothing but your shop and you.")
        sample = _(
            "A made-up shop with customers, quotes, contracts and payments, for trying everything. A bar above the "
            "tabs reminds you that nothing is real; one click removes all of it, and you come back here."
        )
        cards = (
            CardChoice(False, "storefront-outline", _("Start empty"), empty),
            CardChoice(True, "flask-outline", _("Look around with sample data"), sample),
        )
        self.offer(ChoiceCards(cards))
        self.cards.set_value(answers.sample)

    def leave(self) -> None:
        self.answers.sample = self.cards.value()


def _check_place(folder: Path) -> None:
    """Raises RuleError at field ``address`` where no store can be made in ``folder``."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RuleError("There is already something at {path}.", field="address", path=str(folder))
    above = next(each for each in folder.parents if each.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise RuleError("Nothing can be written at {path}. Choose another place.", field="address", path=str(above))


class PlaceStep(Step):
    """Where the store lies, and the owner's passphrase."""

    def __init__(self, answers: Answers) -> None:
        intro = _(
            "The store is one folder, encrypted. It opens on this PC without asking; on any other PC it needs the "
            "passphrase, or the recovery code you get next."
        )
        super().__init__(_("Where the store lies"), intro, answers)
        again = Field("again", _("Passphrase once more"), WordsEdit())
        form = self.ask(
            Field("address", _("Folder"), TextEdit(), required=True),
            (
                Field("passphrase", _("Owner's passphrase, if you want one"), WordsEdit()),
                again,
            ),
        )
        form.set_values({"passphrase": answers.passphrase, "again": answers.passphrase})
        choose = Button(_("Choose another place…"), self._ask_place, icon="folder-outline", name="choose_place")
        ways = QHBoxLayout()
        ways.addWidget(choose)
        ways.addStretch(1)
        self.body.addLayout(ways)
        self._proposed = ""

    def enter(self) -> None:
        assert self.form is not None
        address = self.form.editor("address")
        if address.value() != self._proposed:
            return
        kept = "" if self._proposed else self.answers.address
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._proposed = free_address(Path(documents or Path.home()), self.answers.shop["name"])
        address.set_value(kept or self._proposed)

    def leave(self) -> None:
        assert self.form is not None
        values = self.form.values()
        address, words = values["address"], clean(values["passphrase"], "passphrase")
        if not address:
            raise RuleError("Choose where the store lies.", field="address")
        if words:
            check_passphrase(words)
        if words != clean(values["again"], "again"):
            raise RuleError("The two passphrases are not the same.", field="again")
        if not is_server(address):
            folder = folder_of(address)
            _check_place(folder)
            address = str(folder)
        self.answers.address, self.answers.passphrase = address, words

    def _ask_place(self) -> None:
        ask_folder(self.window(), _("Choose another place…"), self._take_place)

    def _take_place(self, folder: str) -> None:
        assert self.form is not None
        name = Path(self.form.editor("address").value() or f"Frontdesk{SUFFIX}").name
        self.form.set_values({"address": str(Path(folder) / name)})
