"""A test drive and a trade-in through the window: booked, prepared, driven, asked; appraised, approved, deducted."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models.catalog.kinds import Kept
from models.kernel import clock
from models.sales import quote_actions
from models.sales.lists import quote_view
from models.sales.quote_actions import LineForm, QuoteForm
from models.stock.actions import keep_item, receive
from models.stock.keeping import UnitForm
from models.test_drives.lists import drive_view, drives_of, own_routes
from models.test_drives.states import DriveState
from models.trade_ins.lists import appraisal_view, appraisals_of, areas
from models.trade_ins.states import AppraisalState, Grade
from tests.ui.conftest import Shop
from tests.ui.hands import button, buttons
from tests.ui.sales.conftest import Opened
from ui.kit.dialogs import FormDialog
from ui.kit.forms import Form
from ui.kit.widgets import Band
from ui.sales.contract_signing import SigningDialog
from ui.sales.drive_steps import LicenceDialog


def dialog(window: object) -> FormDialog:
    """The form in front."""
    QApplication.processEvents()
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, FormDialog) and each.isVisible()]
    assert found
    return found[-1]


def accept(qtbot: QtBot, form: FormDialog, **values: object) -> str:
    """Type these values and accept; what is said to be wrong, empty where it went through."""
    form.form.set_values(values)
    qtbot.mouseClick(form.accept_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    if not isValid(form) or not form.isVisible():
        return ""
    return form.form.error or said(form.form)


def said(form: Form) -> str:
    """What is said at a field."""
    return next((field.error for field in form._fields.values() if field.error), "")


def bands(page: QWidget) -> list[str]:
    """What the bands on ``page`` say."""
    QApplication.processEvents()
    return [each.text for each in page.findChildren(Band) if each.isVisibleTo(page)]


def demo_car(shop: Shop) -> int:
    """A demo car in stock."""
    keep_item(shop.owner, shop.vehicle, Kept.VIN)
    form = UnitForm(shop.vehicle, "LYH7V2A58TA000555", arrived_on=clock.today(), mileage_km=900, demo=True)
    return receive(shop.owner, form).id


def picture(path: Path) -> Path:
    """A small picture on disk."""
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(buffer, "PNG")
    path.write_bytes(buffer.getvalue())
    return path


def test_a_drive_from_booking_to_feedback(qtbot: QtBot, shop: Shop, open_sales: Opened, tmp_path: Path) -> None:
    file_id, unit = shop.customer(), demo_car(shop)
    window, tab = open_sales(shop.sales)
    tab.open_record("test_drive_for", file_id)
    page = tab.drives_page
    begin = clock.local(clock.now()).replace(second=0, microsecond=0) + timedelta(minutes=1)
    booking = dialog(window)
    assert accept(qtbot, booking, unit_id=unit, starts_at=begin - timedelta(hours=2), minutes=20) != ""
    assert accept(qtbot, booking, starts_at=begin) == ""
    (drive,) = drives_of(file_id)
    assert not button(page, "start").isEnabled()
    assert bands(page)[0].count(";") == 4
    assert page.plan.box_of(drive.id).width() > 0
    qtbot.mouseClick(button(page, "check_car"), Qt.MouseButton.LeftButton)
    assert accept(qtbot, dialog(window), fuel=6, clean=True, insured=True) == ""
    qtbot.mouseClick(button(page, "see_licence"), Qt.MouseButton.LeftButton)
    licence = dialog(window)
    assert isinstance(licence, LicenceDialog)
    wrong = tmp_path / "x.txt"
    wrong.write_text("no picture")
    licence.take_scan(wrong)
    assert licence.form.error
    licence.take_scan(picture(tmp_path / "licence.png"))
    values = {"number": "990102199003070011", "kind": "c1"}
    assert accept(qtbot, licence, until=clock.today() - timedelta(days=1), **values) != ""
    assert accept(qtbot, licence, until=clock.today() + timedelta(days=9)) == ""
    qtbot.mouseClick(button(page, "sign"), Qt.MouseButton.LeftButton)
    signing = dialog(window)
    assert isinstance(signing, SigningDialog)
    signing.how.set_value("screen")
    signing.show_how()
    pad = signing.pads[0]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    QTest.mouseMove(pad, QPoint(120, 60))
    pad._go_on(QPoint(140, 70).toPointF())
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(140, 70))
    assert accept(qtbot, signing) == ""
    qtbot.mouseClick(button(page, "start"), Qt.MouseButton.LeftButton)
    assert accept(qtbot, dialog(window), km=899) != ""
    assert accept(qtbot, dialog(window), km=900) == ""
    assert drive_view(shop.owner, drive.id).row.state is DriveState.OUT
    qtbot.mouseClick(button(page, "return"), Qt.MouseButton.LeftButton)
    assert accept(qtbot, dialog(window), km=899) != ""
    assert accept(qtbot, dialog(window), km=903) == ""
    assert any("6 km" in each for each in bands(page)), "three kilometres in no time are short"
    qtbot.mouseClick(button(page, "close"), Qt.MouseButton.LeftButton)
    assert accept(qtbot, dialog(window), liked="底盘扎实", wish="h") != ""
    assert accept(qtbot, dialog(window), next_step="周末再来") == ""
    assert drive_view(shop.owner, drive.id).row.state is DriveState.CLOSED
    assert {"agreement_paper", "feedback_paper"} <= buttons(page)


def test_a_trade_in_from_the_file_into_the_quote(qtbot: QtBot, shop: Shop, open_sales: Opened, tmp_path: Path) -> None:
    file_id = shop.customer()
    window, tab = open_sales(shop.sales)
    tab.open_record("appraisal_for", file_id)
    page = tab.appraisals_page
    (row,) = appraisals_of(file_id)
    qtbot.mouseClick(button(page, "fill"), Qt.MouseButton.LeftButton)
    grades = {f"grade_{area.code}": Grade.GOOD for area in areas()}
    told = {
        "make": "大众",
        "model": "迈腾",
        "mileage_km": 86_000,
        "registered_on": date(2019, 5, 20),
        "price": 5_800_000,
    }
    form = dialog(window)
    assert accept(qtbot, form, vin="LYH7V2A58TA00O999", **told, **grades) != ""
    assert accept(qtbot, form, vin="LYH7V2A58TA000999") == ""
    page.take_photo(picture(tmp_path / "car.png"))
    assert len(appraisal_view(shop.owner, row.id).photos) == 1
    qtbot.mouseClick(button(page, "submit"), Qt.MouseButton.LeftButton)
    assert "approve" not in buttons(page)
    _window, tab = open_sales(shop.manager)
    tab.open_record("appraisal", row.id)
    qtbot.mouseClick(button(tab.appraisals_page, "approve"), Qt.MouseButton.LeftButton)
    assert appraisal_view(shop.owner, row.id).row.state is AppraisalState.APPROVED
    car = LineForm("vehicle", "澜川 V7", 18_980_000, item_id=shop.vehicle)
    quote_id = quote_actions.start_quote(shop.sales, file_id, QuoteForm((car,))).id
    _window, tab = open_sales(shop.sales)
    tab.open_record("quote", quote_id)
    qtbot.mouseClick(button(tab.quote_page, f"deduct_{row.id}"), Qt.MouseButton.LeftButton)
    assert tab.quote_page.saver.flush()
    view = quote_view(shop.sales, quote_id)
    assert (view.price.total, view.lines[-1].appraisal_id) == (18_980_000 - 5_800_000, row.id)
    assert view.undeductible is None
    assert view.beyond_authority is None


def test_a_manager_sets_the_routes_and_what_is_wrong_is_said_at_its_line(
    qtbot: QtBot, shop: Shop, open_sales: Opened
) -> None:
    window, tab = open_sales(shop.sales)
    tab.show_drives()
    assert not tab.drives_page.routes_button.isVisible()
    window, tab = open_sales(shop.manager)
    tab.show_drives()
    before = own_routes()
    qtbot.mouseClick(button(tab.drives_page, "routes"), Qt.MouseButton.LeftButton)
    form = dialog(window)
    new = len(before)
    assert accept(qtbot, form, **{f"name_{new}": "江边路线", f"km_{new}": 9, f"minutes_{new}": 25})
    assert form.form.field(f"via_{new}").error
    assert not accept(qtbot, form, **{f"via_{new}": "滨江路往返", "name_0": ""})
    assert [each.title for each in own_routes()] == [*(each.title for each in before[1:]), "江边路线"]
