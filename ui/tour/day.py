"""The tour's second part: a day at the desk, from the visit to the receipt, by the people whose work it is."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from models.catalog import lists as catalog
from models.kernel import clock
from models.kernel.money import line_amount
from models.sales import lists as sales
from models.sales.states import ContractState
from models.shop.profile import profile, trade
from models.trades.template import CategoryKind, FieldKind
from ui.assembly import Program
from ui.kit import theme
from ui.kit.editors import DateEdit
from ui.kit.widgets import Button, TabStrip
from ui.login.page import LoginPage
from ui.main_window import MainWindow
from ui.tour.crew import PIN, Crew
from ui.tour.hands import Hands
from ui.tour.rooms import Rooms

_VISITOR = {
    "zh_CN": ("欧阳䶮", "199 0000 0321", "看重质量，预算 20 万以内"),
    "zh_TW": ("歐陽䶮", "199 0000 0321", "看重品質，預算 20 萬以內"),
    "en": ("Thomas Weber", "199 0000 0321", "Good quality, below 200,000"),
}
_SAID = {"zh_CN": "周六再来看后排", "zh_TW": "週六再來看後座", "en": "Comes again on Saturday"}
_WORDS = {"quantity": "1", "id_number": "990102199003070011"}
_OTHER = {"zh_CN": "按附件", "zh_TW": "依附件", "en": "As agreed"}
_DISCOUNT = 20_000
"""From fen to yuan at half a percent: within what a consultant may give in every trade."""
_TABS = ("showroom", "deliveries", "service", "statistics")


class Day:
    """One day; ``quote``, ``contract`` and ``payment`` are the ids of what was made."""

    def __init__(self, app: QApplication, hands: Hands, crew: Crew, language: str) -> None:
        self._app, self.hands, self.crew, self._language = app, hands, crew, language
        self._program = Program(app)
        self.quote = self.contract = self.payment = 0

    def open(self, address: str, *size: int) -> None:
        """Open the store, in a window of ``size`` where it is told, and let the consultant log in."""
        self._program.begin(address)
        self.hands.wait(lambda: self._program.window is not None, "the store")
        self.hands.take(self.window)
        if size:
            self.window.resize(*size)
        self.hands.picture("login")
        self._log_in(self.crew.consultant, picture=True)

    @property
    def window(self) -> MainWindow:
        """The program's window."""
        assert self._program.window is not None
        return self._program.window

    def walk(self) -> None:
        """Everything between the first visit and the last receipt."""
        self.hands.picture("today")
        self._follow_up()
        self._visit()
        self._quote()
        self._contract()
        self._approvals()
        self._signing()
        self._money()

    def _log_in(self, name: str, *, picture: bool = False) -> None:
        page = self.hands.see(LoginPage)
        card = next(each for each in page.cards if each.person.name == name)
        self.hands.click(card)
        self.hands.type(page.pin, PIN)
        if picture:
            self.hands.picture("login-pin")
        self.hands.press(Qt.Key.Key_Return, page.pin)
        self.hands.wait(lambda: not self.window.covered, f"{name} at the counter")

    def _switch(self, name: str) -> None:
        """Let somebody else come to the counter, if it is somebody else."""
        if self.window.session.person_name != name:
            self.hands.click(self.window.top.person)
            self._log_in(name)

    def _find(self, text: str) -> None:
        """Open what the search box finds first."""
        box = self.window.top.search
        self.hands.press(Qt.Key.Key_K, self.window, control=True)
        self.hands.type(box, text)
        self.hands.wait(lambda: box.results, f"{text} found")
        self.hands.picture("search")
        self.hands.press(Qt.Key.Key_Return, box)

    def _follow_up(self) -> None:
        """The first call that is due: what was said last, a result, a line."""
        hands = self.hands
        tab: Any = self.window.tab("today")
        calls = [place for place, each in enumerate(tab.list.rows) if each.need.kind == "follow_up"]
        if calls:
            tab.list.choose(calls[0])
            hands.press(Qt.Key.Key_Return, tab.list)
            hands.wait(tab.call.isVisible, "the call's panel")
            hands.press(Qt.Key.Key_1)
            hands.type(tab.call.form.editor("note"), _SAID[self._language])
            hands.picture("call")
            hands.press(Qt.Key.Key_Return)
            if tab.call.isVisible():
                hands.press(Qt.Key.Key_Escape, tab.call)

    def _visit(self) -> None:
        hands, (name, phone, wish) = self.hands, _VISITOR[self._language]
        self.window.show_tab("customers")
        hands.picture("customers")
        tab: Any = self.window.tab("customers")
        if tab.list.table.model().rowCount():
            hands.press(Qt.Key.Key_Down, tab.list.table)
            hands.picture("customer-file")
        hands.push("new_visit")
        for field, text in (("phone", phone), ("name", name), ("wish", wish)):
            hands.type(tab.entry.form.editor(field), text)
        hands.picture("new-visit")
        hands.press(Qt.Key.Key_Return)
        hands.wait(lambda: tab.entry is None, "the visit saved")
        hands.picture("new-customer-file")
        hands.press(Qt.Key.Key_F4, self.window)
        hands.wait(lambda: self.window.front == "sales", "the quote")

    def _quote(self) -> None:
        hands, page = self.hands, self._sales.quote_page
        for code in self._codes():
            before = len(page.lines.lines)
            hands.type(page.box, code)
            hands.press(Qt.Key.Key_Return, page.box)
            hands.wait(partial(_more, page.lines, before), f"line {code}")
        total = sum(line_amount(line.unit_price, line.quantity) for line in page.form().lines)
        hands.type(page.price.whole, str(max(1, total // _DISCOUNT)))
        hands.press(Qt.Key.Key_Tab)
        hands.picture("quote")
        hands.push("print")
        self._look_at_paper("quote-paper")
        self.quote = page.quote_id

    def _codes(self) -> list[str]:
        """The first goods of each category, two of those that are accessories."""
        codes: list[str] = []
        for category in trade().categories:
            most = 2 if category.kind is CategoryKind.ACCESSORY else 1
            items = [each for each in catalog.items(self._program_actor) if each.category == category.code]
            codes += [each.code for each in items[:most]]
        return codes

    @property
    def _program_actor(self) -> Any:
        return self.window.session.actor

    @property
    def _sales(self) -> Any:
        """The sales tab of whoever is at the counter."""
        return self.window.tab("sales")

    def _look_at_paper(self, name: str) -> None:
        """Keep the preview in sight and close it."""
        self.hands.wait(self.hands.dialog, name)
        self.hands.picture(name)
        self.hands.push("close")
        self.hands.wait(lambda: self.hands.dialog() is None, "the preview closed")

    def _contract(self) -> None:
        hands = self.hands
        hands.push("make_contract")
        page = self._sales.contract_page
        hands.wait(lambda: page.isVisible() and page.view is not None, "the contract")
        self.contract = page.contract_id
        hands.picture("contract-draft")
        for name in list(page.view.missing):
            editor = page.fields.form.editor(name)
            if isinstance(editor, DateEdit):
                hands.type(editor.line, (clock.today() + timedelta(days=7)).isoformat())
            else:
                hands.type(editor, self._word(name.rsplit(".", 1)[-1]))
        hands.wait(lambda: hands.find(Button, "submit"), "everything filled in")
        hands.picture("contract-filled-in")
        hands.push("submit")
        hands.wait(lambda: page.view.row.state is ContractState.SUBMITTED, "the contract submitted")
        hands.picture("contract-submitted")

    def _word(self, code: str) -> str:
        """What is typed into a field of the contract."""
        kinds = {field.code: field.kind for field in trade().contract.subject_fields}
        if code in ("delivery_place", "place"):
            return profile().address or _OTHER[self._language]
        return _WORDS.get(code, "12" if kinds.get(code) is FieldKind.NUMBER else _OTHER[self._language])

    def _approvals(self) -> None:
        hands, first = self.hands, True
        number = sales.contract_rows([self.contract])[0].number
        for name in self.crew.approvers:
            if sales.contract_rows([self.contract])[0].state is not ContractState.SUBMITTED:
                break
            self._switch(name)
            if first:
                hands.picture("today-approvals")
            self._find(number)
            first = False
            page = self._sales.contract_page
            while page.view.may_decide and page.view.row.state is ContractState.SUBMITTED:
                hands.push("approve")
                hands.picture("approval")
                hands.push("accept")
                hands.wait(lambda: hands.dialog() is None, "the approval")
        hands.picture("contract-approved")

    def _signing(self) -> None:
        hands = self.hands
        self._switch(self.crew.consultant)
        page = self._sales.contract_page
        hands.push("sign")
        hands.picture("signing")
        hands.push("accept")
        hands.wait(lambda: page.view.row.state is ContractState.SIGNED, "the signature")
        hands.picture("contract-signed")
        hands.push("preview")
        self._look_at_paper("contract-paper")

    def _money(self) -> None:
        hands = self.hands
        self._switch(self.crew.cashier)
        self._find(sales.contract_rows([self.contract])[0].number)
        page = self._sales.contract_page
        hands.push("take_payment")
        hands.picture("payment")
        hands.push("accept")
        hands.wait(lambda: bool(page.view.payments), "the payment")
        self.payment = page.view.payments[-1].id
        hands.wait(lambda: hands.dialog() is not None and not hands.find(Button, "accept"), "the printer's question")
        hands.picture("payment-taken")
        printer = hands.dialog()
        assert isinstance(printer, QDialog)
        printer.reject()
        hands.wait(lambda: hands.dialog() is None, "the question answered")
        hands.push(f"receipt_{self.payment}")
        self._look_at_paper("receipt-paper")

    def look_around(self) -> None:
        """Every tab, list and section, light and dark, and the lock."""
        hands = self.hands
        self._switch(self.crew.owner)
        self.window.show_tab("today")
        hands.picture("today-owner")
        self.window.show_tab("sales")
        self._sales.show_lists()
        strip = self._sales.list_page.findChild(TabStrip)
        for place, name in enumerate(("quotes", "contracts")):
            hands.click(strip.button(str(place)))
            hands.picture(f"sales-{name}")
        for key in _TABS:
            self.window.show_tab(key)
            hands.picture(key)
        Rooms(hands, self.window).walk()
        hands.click(self.window.top.settings)
        settings: Any = self.window.tab("settings")
        for key, name in settings.side.names.items():
            hands.click(name)
            hands.picture(f"settings-{key}")
        theme.apply(self._app, "dark")
        for key in ("today", "customers", "sales"):
            self.window.show_tab(key)
            hands.picture(f"dark-{key}")
        theme.apply(self._app, "light")
        hands.press(Qt.Key.Key_L, self.window, control=True)
        hands.wait(lambda: self.window.covered, "the lock")
        hands.picture("locked")

    def close(self) -> None:
        """Go home."""
        self.window.close()


def _more(model: Any, before: int) -> bool:
    return len(model.lines) > before
