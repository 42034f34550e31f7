"""The editor of checklist templates and the bays, with keys and clicks (D1, D6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.delivery import lists
from models.delivery.template_actions import template_form
from models.kernel.permissions import Actor
from tests.ui.conftest import Shop
from ui.kit import notices
from ui.kit.editors import TextEdit, Tick
from ui.kit.widgets import Button
from ui.settings.deliveries import DeliveriesPage


@dataclass
class Session:
    actor: Actor


@dataclass
class Desk:
    session: Session


@pytest.fixture
def page(qtbot: QtBot, shop: Shop, look: None) -> Any:
    made = DeliveriesPage(Desk(Session(shop.manager)))  # type: ignore[arg-type]  # all it asks of the desk
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    with notices.recording():
        yield made


def wordings(code: str) -> list[str]:
    return [item.wording for section in template_form(code, "en").sections for item in section.items]


def test_items_are_moved_by_keys_and_by_dragging_and_saved_as_the_next_version(qtbot: QtBot, page: Any) -> None:
    editor, outline = page.editor, page.editor.outline
    editor.show_template("new_car")
    before = wordings("new_car")
    outline.go_to(0, 0)
    qtbot.keyClick(outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert not editor.templates.isEnabled(), "what is typed is saved or discarded first"
    editor.save()
    assert wordings("new_car")[:2] == [before[1], before[0]]
    row = next(each for each in lists.template_rows() if each.code == "new_car")
    assert row.no == 1
    first = outline.topLevelItem(0)
    node, target = first.child(0), outline.topLevelItem(1).child(2)
    outline.setCurrentItem(node)
    outline.drop_on(node, target, True)
    editor.save()
    section = template_form("new_car", "en").sections[1]
    assert section.items[3].wording == before[1]
    assert next(each for each in lists.template_rows() if each.code == "new_car").no == 2


def test_a_new_template_says_what_is_wrong_where_it_is(qtbot: QtBot, page: Any) -> None:
    editor = page.editor
    editor.start_new()
    editor.save()
    assert editor.head.field("name").error
    editor.head.set_values({"name": "Boat"})
    editor.outline.go_to(0, 0)
    editor.outline.add_item()
    editor.save()
    assert editor.item.field("wording").error, "a new item without words"
    editor.item.editor("wording").setText("Sails folded")
    editor.item.editor("wording").edited.emit()
    editor.save()
    rows = {each.name: each for each in lists.template_rows()}
    assert rows["Boat"].items == 2
    assert "Sails folded" in wordings(rows["Boat"].code)


def test_each_language_is_typed_by_itself(page: Any) -> None:
    editor = page.editor
    editor.language.set_value("en")
    editor.show_template("new_car")
    chinese = template_form("new_car", "zh_CN").sections[0].items[0].wording
    editor.outline.go_to(0, 0)
    editor.item.editor("wording").setText("Call them")
    editor.item.editor("wording").edited.emit()
    editor.save()
    assert wordings("new_car")[0] == "Call them"
    assert template_form("new_car", "zh_CN").sections[0].items[0].wording == chinese


def test_a_template_is_retired_and_offered_again(page: Any) -> None:
    editor = page.editor
    editor.show_template("new_car")
    for offered in (False, True):
        editor._retire()
        rows = {each.code: each.offered for each in lists.template_rows()}
        assert rows["new_car"] is offered


def test_bays_are_added_renamed_ordered_and_closed(qtbot: QtBot, page: Any) -> None:
    page.strip.button("bays").click()
    part = page.bays
    for name in ("One", "Two", "Two"):
        part.new.setText(name)
        qtbot.keyClick(part.new, Qt.Key.Key_Return)
    assert [bay.name for bay in lists.bays()] == ["One", "Two"]
    assert "Two" in part._error.text(), "the second of the same name is refused in words"
    second = lists.bays()[1]
    part.findChildren(Button, f"up_{second.id}")[-1].click()
    assert [bay.name for bay in lists.bays()] == ["Two", "One"]
    editor = part.findChildren(TextEdit, f"bay_{second.id}")[-1]
    editor.setText("Wash bay")
    editor.editingFinished.emit()
    assert [bay.name for bay in lists.bays()] == ["Wash bay", "One"]
    part.findChildren(Tick, f"closed_{second.id}")[-1].click()
    assert [bay.name for bay in lists.bays()] == ["One"]
