from PySide6.QtWidgets import QApplication
from models.sales import payment_actions, amendment_actions as am, exception_actions as ex, cancellation_actions as ca
from models.sales.amendment_actions import AmendmentForm, ChangedLine
from models.sales.supplement_states import ExceptionKind, EntryKind, Fault
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm
from models.sales.quote_actions import LineForm
from tests.ui.sales.conftest import signed
from ui.kit import theme
import os
def test_shots(qtbot, open_sales, shop, qapp):
    cid=signed(shop)
    payment_actions.take_payment(shop.cashier, cid, PaymentForm(1_000_000, PaymentMethod.CASH, "王建国"))
    a=am.draft_amendment(shop.sales, cid, AmendmentForm("客户加装贴膜，改期交车", (ChangedLine(0,100,18_480_000),), (LineForm("accessory","隐形车衣",2_680_00),), subject={"delivery_date":"2037-01-15"})).id
    e=ex.log_exception(shop.sales, ex.ExceptionForm(ExceptionKind.WRONG,"颜色登记错误：客户要蓝色，订单下成灰色。", cid)).id
    ex.add_to_exception(shop.sales, e, ex.EntryForm(EntryKind.COST,"保养成本", amount=60000))
    theme.apply(qapp, os.environ.get("CTSCHEME","light"))
    window, tab = open_sales(shop.sales)
    window.resize(int(os.environ["CTW"]),int(os.environ["CTH"]))
    def grab(name):
        for _ in range(6): QApplication.processEvents()
        window.grab().save(f"/tmp/plan/ctshots/z-{name}.png")
    window.open_record("contract", cid); grab("contract")
    window.open_record("amendment", a); grab("amend")
    window.open_record("exception", e); grab("exception")
    tab.show_ledger(); grab("ledger")
    am.withdraw_amendment(shop.sales, a, "x")
    k=ca.draft_cancellation(shop.sales,cid,ca.CancellationForm(Fault.BOTH,"客户改买二手车")).id
    window.open_record("cancellation", k); grab("cancel")
    tab.show_lists(); grab("lists")
    theme.apply(qapp, "light")
