"""Forms keep what was typed and say at the field what is wrong with it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from models.kernel.errors import NotAllowed, RuleError, StorageError
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import (
    ChipChoice,
    ChoiceBox,
    DateEdit,
    MoneyEdit,
    NoteEdit,
    PercentEdit,
    PhoneEdit,
    QuantityEdit,
    TextEdit,
    Tick,
)
from ui.kit.forms import Field, Form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(
        Field("phone", "Phone", PhoneEdit(), hint="Digits"),
        (Field("budget", "Budget", MoneyEdit()), Field("share", "Down payment", PercentEdit())),
        Field("day", "Next contact", DateEdit()),
        Field("level", "Level", ChoiceBox([("h", "H"), ("a", "A")], empty="Not known")),
        Field("source", "Source", ChipChoice([("walk", "Walked in"), ("call", "Called")])),
        Field("agreed", "Consent", Tick("Keep my data")),
        Field("note", "Note", NoteEdit()),
        columns=2,
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_values_as_the_business_counts_them(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(form.editor("phone"), " 138 1234 6621 ")
    form.editor("budget").insert("¥１２,345.6")
    qtbot.keyClicks(form.editor("share"), "12.5%")
    qtbot.keyClicks(form.editor("day").line, "20261121")
    qtbot.keyClicks(form.editor("note"), "quiet car")
    qtbot.mouseClick(form.editor("agreed"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.editor("level"), Qt.Key.Key_Down)
    assert form.values() == {
        "phone": "138 1234 6621",
        "budget": 1234560,
        "share": 1250,
        "day": date(2026, 11, 21),
        "level": "h",
        "source": None,
        "agreed": True,
        "note": "quiet car",
    }


def test_set_values_shows_usual_forms(form: Form) -> None:
    form.set_values({"budget": -5, "share": 250, "day": date(2026, 2, 1), "source": "call", "level": "a"})
    assert form.editor("budget").text() == "−0.05"
    assert form.editor("share").text() == "2.5 %"
    assert form.editor("day").line.text() == "2026-02-01"
    assert (form.editor("source").value(), form.editor("level").value()) == ("call", "a")


def test_wrong_amount_stays_and_is_explained_when_left(qtbot: QtBot, form: Form) -> None:
    money = form.editor("budget")
    money.setFocus()
    qtbot.keyClicks(money, "12x")
    form.editor("phone").setFocus()
    qtbot.waitUntil(lambda: form.field("budget").error != "")
    assert money.text() == "12x"
    with pytest.raises(RuleError) as caught:
        form.values()
    assert caught.value.field == "budget"
    qtbot.keyClick(money, Qt.Key.Key_Backspace)
    assert form.field("budget").error == ""
    money.settle()
    assert money.text() == "12.00"


def test_error_goes_to_the_field_it_names(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(form.editor("phone"), "138")

    def refuse(values: dict[str, object]) -> None:
        raise RuleError("Only {count} digits.", field="phone", count=3)

    assert not form.submit(refuse)
    assert form.field("phone").error == "Only 3 digits."
    assert form.editor("phone").text() == "138"
    qtbot.waitUntil(form.editor("phone").hasFocus)
    assert form.editor("phone").property("wrong") is True
    qtbot.keyClicks(form.editor("phone"), "9")
    assert form.field("phone").error == ""
    assert form.editor("phone").property("wrong") is False


def test_error_of_no_field_is_said_beneath(form: Form) -> None:
    def refuse(values: dict[str, object]) -> None:
        raise NotAllowed("You may not do this.")

    assert not form.submit(refuse)
    assert form.error == "You may not do this."
    assert form.submit(lambda values: None)
    assert form.error == ""


def test_quantity_refuses_nothing_and_reads_hundredths(qtbot: QtBot) -> None:
    edit = QuantityEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, "1.5")
    assert edit.value() == 150
    edit.setText("0")
    with pytest.raises(RuleError):
        edit.value()


def test_day_from_the_calendar(qtbot: QtBot) -> None:
    edit = DateEdit(date(2026, 11, 21))
    qtbot.addWidget(edit)
    edit.show()
    edit.show_calendar()
    calendar = edit.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().day() == 21
    with qtbot.waitSignal(edit.edited):
        qtbot.keyClick(calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Right)
        qtbot.keyClick(calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Return)
    assert edit.value() == date(2026, 11, 22)


def test_choices_change_but_the_chosen_stays(qtbot: QtBot) -> None:
    box = ChoiceBox([(1, "One"), (2, "Two")])
    qtbot.addWidget(box)
    box.set_value(2)
    box.set_choices([(2, "Two"), (3, "Three")])
    assert box.value() == 2
    box.set_choices([(4, "Four")])
    assert box.value() == 4


def test_dialog_stays_until_the_action_agrees(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    taken: list[dict[str, object]] = []

    def take(values: dict[str, object]) -> None:
        if not values["name"]:
            raise RuleError("A name is needed.", field="name")
        taken.append(values)

    dialog = FormDialog(window, "New", [Field("name", "Name", TextEdit())], take, "Create")
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.form.field("name").error == "A name is needed."
    qtbot.keyClicks(dialog.form.editor("name"), "Wang")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.form.editor("name"), Qt.Key.Key_Return)
    assert taken == [{"name": "Wang"}]


def test_storage_error_is_a_notice_and_the_dialog_stays(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def fail(values: dict[str, object]) -> None:
        raise StorageError("The disk is full.")

    dialog = FormDialog(window, "New", [Field("name", "Name", TextEdit())], fail)
    dialog.open()
    with notices.recording() as record:
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert record.told == [("The disk is full.", "bad")]
    assert dialog.isVisible()
    dialog.reject()
