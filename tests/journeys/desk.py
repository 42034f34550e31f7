"""The counter in the trade's words: each step of a journey is one call, done with keys and clicks as by a person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from models.kernel.i18n import _
from models.kernel.permissions import Actor
from tests.journeys.hands import MOST_TABS, Hands
from tests.journeys.people import Person, World
from ui import this_pc
from ui.app import speak
from ui.kit.search import SearchBox
from ui.kit.signature import SignaturePad
from ui.kit.widgets import TabStrip
from ui.login.page import LoginPage

TODAY, CUSTOMERS, SALES = "Alt+1", "Alt+2", "Alt+4"


class Desk(Hands):
    """Whoever is at the counter, and what they do there."""

    @property
    def actor(self) -> Actor:
        """Who is logged in, as the models know them."""
        assert self.program.session is not None
        return self.program.session.actor

    def choose_language(self, world: World) -> None:
        """The first page of first start: down to the language, Enter."""
        self.program.begin()
        self.wait(self.window.isVisible)
        for _step in range(world.languages_down):
            self.press("Down")
        self.press("Enter")

    def set_up_shop(self, world: World, place: Path) -> None:
        """The questions after the language, up to the page with the recovery code."""
        self.press("Enter")
        self.write(world.shop)
        self.choose("paper_language", world.language_name)
        self.press("Enter")
        self.write(world.owner.name)
        self.fill("pin", world.owner.pin)
        self.fill("pin_again", world.owner.pin)
        self.press("Enter")
        self.press("Enter")
        self.fill("address", str(place))
        self.press("Enter")
        self.see(QPushButton, "print_code")

    def put_code_away(self) -> None:
        """Say that the recovery code was put away, and begin work."""
        self.go_to("put_away")
        self.press("Space")
        self.go_to("begin_work")
        self.press("Enter")
        self.wait(lambda: self.program.window is not None and self.program.window.isVisible())

    def open_store(self, address: Path) -> None:
        """Start the program with a store; it asks who is at the counter."""
        self.program.begin(str(address))
        self.see(LoginPage)

    def open_in(self, world: World, address: Path) -> None:
        """The same on a PC that speaks the world's language."""
        this_pc.change(language=world.language)
        speak(self.program.app, world.language)
        self.open_store(address)

    def lock(self) -> None:
        """Lock the window."""
        self.press("Ctrl+L")
        self.see(LoginPage)

    def unlock(self, person: Person) -> None:
        """The PIN of whoever locked the window, which is asked for first."""
        self.write(person.pin)
        self.press("Enter")
        self.wait(lambda: not self.sees(LoginPage))

    def log_in(self, person: Person) -> None:
        """Choose a card, type the PIN."""
        page = self.see(LoginPage)
        self.click(next(card for card in page.cards if card.person.name == person.name))
        self.unlock(person)

    def switch_to(self, person: Person) -> None:
        """Let somebody else come to the counter."""
        self.click(self.see(QWidget, "person"))
        self.log_in(person)

    def hire(self, person: Person) -> None:
        """An account for somebody, in the settings."""
        self.open_settings("staff")
        self.click("hire")
        self.write(person.name)
        self.go_to(f"role_{person.role.value}")
        self.press("Space")
        self.fill("pin", person.pin)
        self.press("Enter")
        self.wait_for_dialog_to_close()

    def add_item(self, category: str, code: str, name: str, price: str, cost: str) -> None:
        """Something the shop sells, in the settings."""
        self.open_settings("catalog")
        self.press("Ctrl+N", "Shift+Tab")
        self.choose("category", category)
        for field, text in (("code", code), ("name", name), ("price", price), ("cost", cost)):
            self.fill(field, text)
        self.press("Enter")

    def open_settings(self, section: str) -> None:
        """A section of the settings."""
        if not self.sees(QWidget, f"section_{section}"):
            self.click("settings")
        self.click(self.see(QWidget, f"section_{section}"))

    def register_visitor(self, phone: str, name: str, looked_after_by: str = "") -> None:
        """A visitor nobody knows yet, from the tab of customers: phone and name, and whose they are if that is said."""
        self.press("F2")
        self.write(phone)
        self.press("Enter")
        self.write(name)
        if looked_after_by:
            self.choose("owner_id", looked_after_by)
            self.go_to("about")
        self.press("Enter")
        self.wait(lambda: not self.sees(QWidget, "no_contact"))

    def look_for(self, text: str) -> None:
        """Type into the search for anything."""
        self.press("Ctrl+K")
        self.write(text)

    def find(self, text: str) -> None:
        """Open what the search for anything finds first."""
        self.look_for(text)
        self.press("Enter")

    def to_section(self, key: str) -> None:
        """A section of the file shown, with Tab and the arrows."""
        strip = self.see(TabStrip)
        for _tab in range(MOST_TABS):
            if strip.isAncestorOf(self._focused()):
                break
            self.press("Tab")
        for _step in strip.findChildren(QAbstractButton):
            if strip.selected == key:
                return
            self.press("Right")
        raise AssertionError(f"The arrows never come to {key}")

    def start_quote(self) -> None:
        """The next step with the customer shown."""
        self.press("F4")
        self.see(QWidget, "goods")

    def add_line(self, text: str, discount: str = "") -> None:
        """A line from the catalogue."""
        self.write(text)
        self.press("Enter")
        if discount:
            self.press("Tab", "Tab", "Tab")
            self.write(discount)
            self.press("Tab")

    def add_free_line(self, name: str, category: int, price: str) -> None:
        """A line that is not in the catalogue, in the trade's category of this number from 0."""
        self.write(name)
        self.wait(lambda: self.see(SearchBox, "goods").results)
        for _step in range(category):
            self.press("Down")
        self.press("Enter")
        self.press("Tab", "Tab")
        self.write(price)
        self.press("Tab", "Tab")

    def take_off(self, amount: str) -> None:
        """The discount on the whole quote."""
        self.go_to("whole_discount")
        self.write(amount)
        self.press("Tab")

    def make_contract(self) -> None:
        """A contract of the quote on the page."""
        self.click("make_contract")
        self.wait(lambda: self.at("subject.brand"))

    def submit(self) -> None:
        """Apply for approval, once everything is filled in."""
        self.button("submit")
        self.press("Ctrl+Return")
        self.wait(lambda: not self.sees(QWidget, "submit"))

    def approve(self) -> None:
        """From Today: open what waits first, and agree to it."""
        self.press(TODAY, "Enter")
        self.wait(self.button("approve").hasFocus)
        self.press("Enter", "Enter")
        self.wait_for_dialog_to_close()
        self.wait(lambda: not self.sees(QWidget, "approve"))

    def sign(self) -> None:
        """The customer has signed today."""
        self.click("sign")
        self.press("Enter")
        self.wait_for_dialog_to_close()

    def sign_on_screen(self) -> None:
        """The customer draws their name on the screen."""
        self.click("sign")
        self.click(self.choice(_("On this screen")))
        self.draw(self.see(SignaturePad))
        self.click("accept")
        self.wait_for_dialog_to_close()

    def sign_with_scan(self, path: Path) -> None:
        """The customer has signed the paper; its scan is kept."""
        self.click("sign")
        self.click("scan")
        self.see(QWidget, "fileNameEdit")
        self.write(str(path))
        self.press("Enter")
        self.wait(lambda: path.name in self.reads())
        self.click("accept")
        self.wait_for_dialog_to_close()

    def give_reason(self, text: str) -> None:
        """Answer a dialog that asks for a few lines."""
        self.write(text)
        self.click("accept")
        self.wait_for_dialog_to_close()

    def take_payment(self, path: Path, amount: str = "") -> None:
        """Take the amount proposed, or another, and keep the receipt as a file where there is no printer."""
        self.press("F6")
        if amount:
            self.fill("amount", amount)
        self.press("Enter")
        self.button("save")
        self.press("Enter")
        self.name_the_file(path)
        self.wait_for_dialog_to_close()

    def keep_as_file(self, path: Path) -> None:
        """In a paper's preview: save it as a file."""
        self.click("save")
        self.name_the_file(path)

    def name_the_file(self, path: Path) -> None:
        """Type where the paper is to be kept, Enter; it is written whole before this goes on."""
        self.see(QWidget, "fileNameEdit")
        self.press("Ctrl+A")
        self.write(str(path))
        self.press("Enter")
        self.wait(path.exists)

    def close_preview(self) -> None:
        """Leave the paper."""
        self.press("Esc")
        self.wait_for_dialog_to_close()

    def wait_for_dialog_to_close(self) -> None:
        """Until the window itself is in front."""
        self.wait(lambda: self.front is self.window)

    def close(self) -> None:
        """Go home."""
        self.window.close()
