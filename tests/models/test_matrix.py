"""Role by action: everything not granted is refused, everything done leaves exactly one line on the trail."""

from __future__ import annotations

import importlib
import inspect
import io
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import models
from models.carrying.actions import allow_plain, carry_out
from models.catalog.actions import ItemForm, add_item, change_item
from models.customers import actions as customers
from models.customers import losing_actions, merge_actions
from models.customers import protection_actions as care
from models.customers import register_actions as registers
from models.customers.care import Care
from models.customers.kinds import RegisterKind, Stage
from models.customers.lists import customer_file, timeline
from models.customers.losing import LossForm, waiting_losses
from models.customers.many_files import NewFile
from models.importing.actions import import_customers, import_goods, import_stock, undo_import
from models.importing.batches import CustomerBatch, GoodsBatch, StockBatch, last_phone
from models.importing.kinds import ImportKind
from models.importing.rows import GoodsRow, Source
from models.kernel import audit, changes, clock, keys, permissions, store
from models.kernel.actions import ACTIONS, Act, action
from models.kernel.changes import Changes
from models.kernel.errors import NotAllowed
from models.kernel.permissions import Actor, Permission, Role
from models.kernel.tables import run_sql
from models.papers.actions import KeptPaper, attach, keep_print
from models.papers.facts import PaperKind, Printing
from models.privacy import actions as privacy
from models.sales import contract_actions as contracts
from models.sales.losing_actions import lose_customer
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.quote_actions import QuoteForm, decline_quote, offer_quote, save_quote, start_quote
from models.shop.actions import change_passphrase, change_profile, renew_recovery_code
from models.staff.actions import StaffForm, change_account, change_own_pin, hire, keep_draft, leave_company
from models.staff.tables import Staff
from models.statistics.actions import take_out
from models.stock.keeping import UnitForm
from tests.models.appointments.booking import book_everything
from tests.models.carrying import a_departure
from tests.models.cashier.everything import work_at_the_desk
from tests.models.complaints.complaining import complain_everything
from tests.models.customers.files import fill_a_file
from tests.models.delivery.handing import deliver_everything
from tests.models.followup.everything import follow_up_everything
from tests.models.loans.lending import lend_everything
from tests.models.parts.shelves import parts_everything
from tests.models.rotation.floors import work_a_day
from tests.models.sales.everything import follow_contracts
from tests.models.sales.quoting import quote_everything
from tests.models.service.everything import serve_everything
from tests.models.service.settled import settle_everything
from tests.models.service.working import work_everything
from tests.models.settings_pages import change_all_settings
from tests.models.shops import PIN, PROFILE, Shop, car_line, customer, filled_contract, quote, signed_contract
from tests.models.statistics.asking import a_statistic
from tests.models.stock.goods import keep_the_stock
from tests.models.test_drives.driving import drive_everything
from tests.models.trade_ins.appraising import appraise_everything

R, P = Role, Permission
CLERKS = {R.RECEPTION, R.SALES, R.SALES_MANAGER, R.SERVICE_ADVISOR, R.OWNER}
GRANTED: dict[Permission, set[Role]] = {
    P.OPEN_FILE: CLERKS,
    P.EDIT_FILE: CLERKS,
    P.REGISTER: CLERKS,
    P.FOLLOW_UP: CLERKS,
    P.RECEIVE_ROTATION: {R.RECEPTION, R.SALES, R.SALES_MANAGER, R.OWNER},
    P.MANAGE_ROTATION: {R.SALES_MANAGER, R.OWNER},
    P.GRADE: {R.SALES_MANAGER, R.OWNER},
    P.REVEAL_PERSONAL: CLERKS | {R.CASHIER},
    P.SEE_ALL_PERSONAL: {R.SALES_MANAGER, R.OWNER},
    P.MANAGE_FILES: {R.SALES_MANAGER, R.OWNER},
    P.EXPORT_PERSONAL: {R.SALES_MANAGER, R.OWNER},
    P.CARRY_OUT: {R.SALES_MANAGER, R.PARTS_KEEPER, R.CASHIER, R.OWNER},
    P.ERASE_PERSONAL: {R.OWNER},
    P.IMPORT_CUSTOMERS: {R.SALES_MANAGER, R.OWNER},
    P.IMPORT_GOODS: {R.SALES_MANAGER, R.OWNER, R.PARTS_KEEPER, R.ADMINISTRATOR},
    P.KEEP_CATALOG: {R.SALES_MANAGER, R.OWNER, R.ADMINISTRATOR},
    P.SEE_COST: {R.PARTS_KEEPER, R.OWNER},
    P.KEEP_STOCK: {R.PARTS_KEEPER, R.SALES_MANAGER, R.OWNER},
    P.WRITE_OFF_STOCK: {R.SALES_MANAGER, R.OWNER},
    P.QUOTE: {R.SALES, R.SALES_MANAGER, R.OWNER},
    P.APPROVE_QUOTE: {R.SALES_MANAGER, R.OWNER},
    P.APPLY_CONTRACT: {R.SALES, R.SALES_MANAGER, R.OWNER},
    P.APPROVE_CONTRACT: {R.SALES_MANAGER, R.CASHIER, R.OWNER},
    P.SIGN_CONTRACT: {R.SALES, R.SALES_MANAGER, R.OWNER},
    P.CANCEL_CONTRACT: {R.SALES_MANAGER, R.OWNER},
    P.TAKE_PAYMENT: {R.CASHIER, R.OWNER},
    P.REVERSE_PAYMENT: {R.CASHIER, R.OWNER},
    P.PAY_REFUND: {R.CASHIER, R.OWNER},
    P.LOG_EXCEPTION: {R.RECEPTION, R.SALES, R.SALES_MANAGER, R.CASHIER, R.OWNER},
    P.REMIND: {R.SALES, R.SALES_MANAGER, R.CASHIER, R.OWNER},
    P.ASK_INVOICE: {R.SALES, R.SALES_MANAGER, R.CASHIER, R.OWNER},
    P.APPROVE_INVOICE: {R.SALES_MANAGER, R.OWNER},
    P.MAKE_OUT_INVOICE: {R.CASHIER, R.OWNER},
    P.STATE_RECEIVED: {R.SALES, R.SALES_MANAGER, R.OWNER},
    P.CLOSE_MONTH: {R.CASHIER, R.OWNER},
    P.CLAIM_COMMISSION: {R.SALES, R.SALES_MANAGER, R.OWNER},
    P.RULE_COMMISSION: {R.SALES_MANAGER, R.OWNER},
    P.SET_COMMISSION: {R.OWNER},
    P.TEST_DRIVE: {R.RECEPTION, R.SALES, R.SALES_MANAGER, R.OWNER},
    P.KEEP_ROUTES: {R.SALES_MANAGER, R.OWNER, R.ADMINISTRATOR},
    P.APPRAISE: {R.SALES, R.SALES_MANAGER, R.OWNER},
    P.APPROVE_APPRAISAL: {R.SALES_MANAGER, R.OWNER},
    P.PLAN_DELIVERY: {R.SALES, R.SALES_MANAGER, R.OWNER},
    P.PREPARE_DELIVERY: set(Role) - {R.ADMINISTRATOR},
    P.HAND_OVER: {R.SALES, R.SALES_MANAGER, R.OWNER},
    P.APPROVE_DISPATCH: {R.SALES_MANAGER, R.OWNER},
    P.OVERRULE_DELIVERY: {R.OWNER},
    P.BOOK_DELIVERY: {R.CASHIER, R.OWNER},
    P.KEEP_DELIVERIES: {R.SALES_MANAGER, R.OWNER, R.ADMINISTRATOR},
    P.RECEIVE_VEHICLE: {R.RECEPTION, R.SERVICE_ADVISOR, R.SALES_MANAGER, R.OWNER},
    P.INSPECT_VEHICLE: {R.TECHNICIAN, R.SERVICE_ADVISOR, R.SALES_MANAGER, R.OWNER},
    P.ESTIMATE_WORK: {R.SERVICE_ADVISOR, R.SALES_MANAGER, R.OWNER},
    P.DISPATCH_WORK: {R.SERVICE_ADVISOR, R.SALES_MANAGER, R.OWNER},
    P.DO_WORK: {R.TECHNICIAN, R.OWNER},
    P.CHECK_WORK: {R.TECHNICIAN, R.SERVICE_ADVISOR, R.SALES_MANAGER, R.OWNER},
    P.SETTLE_WORK: {R.SERVICE_ADVISOR, R.CASHIER, R.SALES_MANAGER, R.OWNER},
    P.APPROVE_WORK: {R.SALES_MANAGER, R.OWNER},
    P.KEEP_WORKSHOP: {R.SALES_MANAGER, R.OWNER, R.ADMINISTRATOR},
    P.SEE_PARTS: {R.SALES_MANAGER, R.SERVICE_ADVISOR, R.TECHNICIAN, R.PARTS_KEEPER, R.OWNER},
    P.KEEP_PARTS: {R.PARTS_KEEPER, R.OWNER},
    P.APPROVE_COUNT: {R.SALES_MANAGER, R.OWNER},
    P.OPEN_COMPLAINT: set(Role),
    P.HANDLE_COMPLAINT: CLERKS,
    P.RULE_COMPLAINT: {R.SALES_MANAGER, R.OWNER},
    P.LEND: CLERKS,
    P.KEEP_LOANS: {R.RECEPTION, R.SALES_MANAGER, R.OWNER, R.ADMINISTRATOR},
    P.SEE_ALL_FIGURES: {R.SALES_MANAGER, R.OWNER},
    P.SEE_MONEY_FIGURES: {R.SALES_MANAGER, R.CASHIER, R.OWNER},
    P.SEE_WORKSHOP_FIGURES: {R.SALES_MANAGER, R.SERVICE_ADVISOR, R.OWNER},
    P.PRINT: CLERKS | {R.CASHIER, R.PARTS_KEEPER},
    P.KEEP_STAFF: {R.ADMINISTRATOR},
    P.OWN_PIN: set(Role),
    P.KEEP_SETTINGS: {R.ADMINISTRATOR},
    P.KEEP_BACKUPS: {R.OWNER, R.ADMINISTRATOR},
    P.RECEIVE_ROTATION: {R.RECEPTION, R.SALES, R.SALES_MANAGER, R.OWNER},
    P.MANAGE_ROTATION: {R.SALES_MANAGER, R.OWNER},
}
"""Who may do what, as agreed; a change here is a decision."""


def every_action() -> dict[str, Callable[..., Changes]]:
    """Every action of every area, by its name."""
    found = {}
    for module in pkgutil.walk_packages(models.__path__, "models."):
        area = importlib.import_module(module.name)
        for name, function in inspect.getmembers(area, inspect.isfunction):
            full = f"{module.name.split('.')[-2]}.{name}"
            if function.__module__ == module.name and full in ACTIONS:
                found[full] = function
    return found


EVERY = every_action()
WALKED = {name for name in EVERY if not name.startswith("rotation.")}
"""What ``do_everything`` does; the rotation's own tests walk through its days."""


def test_every_registered_action_is_found() -> None:
    ours = {name for name in ACTIONS if not name.startswith("models.test_")}
    assert set(EVERY) == ours
    assert len(EVERY) >= 30


def test_every_permission_is_granted_as_agreed() -> None:
    assert set(GRANTED) == set(Permission)
    for permission in Permission:
        for role in Role:
            may = Actor(1, "", frozenset({role})).may(permission)
            assert may is (role in GRANTED[permission]), (role, permission)


def test_a_role_that_nobody_thought_of_grants_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    grants = {role: set() for role in Role}
    monkeypatch.setattr(permissions, "_GRANTS", grants)
    actor = Actor(1, "", frozenset({Role.SALES}))
    assert [each for each in Permission if actor.may(each)] == [Permission.OPEN_COMPLAINT, Permission.OWN_PIN]


@pytest.fixture
def cast(shop: Shop) -> dict[Role, Actor]:
    """One member of staff for each role."""
    with store.transaction():
        return {
            role: Actor(Staff.create(name=role.value, roles=frozenset({role}), pin_hash="x").id, role.value, roles)
            for role in Role
            for roles in (frozenset({role}),)
        }


def attempt(function: Callable[..., Changes], actor: Actor) -> bool:
    """Whether the action lets this person in; what it then makes of senseless arguments does not matter."""
    parameters = list(inspect.signature(function).parameters.values())[1:]
    arguments: list[Any] = [None for each in parameters if each.default is inspect.Parameter.empty]
    try:
        function(actor, *arguments)
    except NotAllowed as refused:
        return refused.template != "Your role may not do this."
    except Exception:
        return True
    return True


def test_each_role_may_do_what_is_granted_and_nothing_else(cast: dict[Role, Actor]) -> None:
    before = run_sql("SELECT count(*) FROM audit_line").fetchone()[0]
    for name, function in EVERY.items():
        for role, actor in cast.items():
            allowed = role in GRANTED[ACTIONS[name].permission]
            if not allowed:
                assert attempt(function, actor) is False, (name, role)
        assert attempt(function, Actor(999, "", frozenset(Role))) is False, name
    assert run_sql("SELECT count(*) FROM audit_line").fetchone()[0] == before
    for name, function in EVERY.items():
        for role, actor in cast.items():
            if role in GRANTED[ACTIONS[name].permission]:
                assert attempt(function, actor) is True, (name, role)


def test_a_person_without_a_role_may_do_nothing(shop: Shop) -> None:
    with store.transaction():
        nobody = Actor(Staff.create(name="谁", roles=frozenset(), pin_hash="x").id, "谁", frozenset(Role))
    for name, function in EVERY.items():
        assert attempt(function, nobody) is False, name


def test_a_new_action_without_a_grant_is_refused_to_all(
    cast: dict[Role, Actor], shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.kernel.actions.ACTIONS", dict(ACTIONS))

    @action("fly_to_the_moon")  # type: ignore[arg-type]
    def fly(act: Act) -> None:
        raise AssertionError("nobody was granted this")

    for actor in (*cast.values(), shop.owner):
        with pytest.raises(NotAllowed):
            fly(actor)


def do_everything(shop: Shop, folder: Path) -> None:
    """Every action once, by somebody who may."""
    file_id = customer(shop)
    contact = customers.ContactForm(RegisterKind.VISIT)
    customers.register_contact(shop.reception, file_id, contact)
    customers.leave(shop.reception, timeline(file_id)[0].id, "x")
    customers.reach_stage(shop.consultant, file_id, Stage.TESTED)
    version = customer_file(shop.owner, file_id).version
    customers.edit_file(shop.consultant, file_id, version, customers.FileForm("王五", phones=("13900001111",)))
    customers.reveal_personal(shop.cashier, file_id)
    fill_a_file(shop, file_id)
    keep_registers(shop, file_id)
    item = add_item(shop.owner, ItemForm("V9", "vehicle", "V9", 1)).id
    change_item(shop.owner, item, 1, ItemForm("V9", "vehicle", "V9", 2))
    quote_id = start_quote(shop.consultant, file_id, QuoteForm()).id
    save_quote(shop.consultant, quote_id, 1, QuoteForm((car_line(shop),)))
    offer_quote(shop.consultant, quote_id)
    decline_quote(shop.consultant, quote_id, "x")
    quote_everything(shop, file_id)
    contract_id = signed_contract(shop, customer_id=file_id)
    payment = take_payment(shop.cashier, contract_id, PaymentForm(1, PaymentMethod.CASH, "x")).id
    reverse_payment(shop.cashier, payment, "x")
    other = filled_contract(shop, quote(shop, file_id))
    contracts.submit_contract(shop.consultant, other)
    contracts.return_contract(shop.manager, other, "x")
    contracts.cancel_contract(shop.manager, other, "x")
    care_for_files(shop)
    follow_up_everything(shop)
    follow_contracts(shop, file_id)
    work_a_day(shop)
    work_at_the_desk(shop)
    deliver_everything(shop)
    keep_the_stock(shop, file_id)
    parts_everything(shop)
    drive_everything(shop)
    appraise_everything(shop)
    serve_everything(shop)
    book_everything(shop)
    work_everything(shop)
    settle_everything(shop)
    complain_everything(shop)
    lend_everything(shop)
    take_out(shop.owner, a_statistic())
    do_everything_else(shop, folder, file_id)


def keep_registers(shop: Shop, file_id: int) -> None:
    """The actions on a line that stands in a register."""
    call = customers.ContactForm(RegisterKind.CALL, message_for_id=shop.consultant.id)
    line = customers.register_contact(shop.reception, None, call).id
    registers.edit_line(shop.reception, line, 1, registers.LineForm(about="x", message_for_id=shop.consultant.id))
    registers.pass_on(shop.consultant, line)
    registers.tie_line(shop.consultant, line, file_id)


def care_for_files(shop: Shop) -> None:
    """The actions of protection, loss, merging and privacy."""
    kept, gone, third = (customer(shop, name, f"1390002000{place}") for place, name in enumerate("甲乙丙"))
    care.change_care(shop.manager, Care(30, 20, 1))
    care.extend_protection(shop.manager, kept, "x")
    care.release(shop.consultant, gone)
    care.claim(shop.consultant, gone)
    losing_actions.set_intent(shop.consultant, kept, "h")
    quote(shop, kept)
    for decide in (losing_actions.refuse_loss, losing_actions.confirm_loss):
        lose_customer(shop.consultant, kept, LossForm("price"))
        decide(shop.manager, waiting_losses()[0].id, "x")
    losing_actions.wake_file(shop.consultant, kept)
    merge_actions.keep_apart(shop.consultant, kept, third)
    merge_actions.undo_merge(shop.consultant, merge_actions.merge_files(shop.consultant, kept, gone, ()).answer)
    care.reassign(shop.manager, shop.consultant.id, {gone: shop.colleague.id})
    privacy.export_file(shop.manager, gone)
    privacy.erase_file(shop.owner, gone, "x")


def take_over_and_back(shop: Shop) -> None:
    """The actions of imports."""
    source = Source("list.xlsx", ("姓名", "手机"), ("name", "phone"))
    form = customers.FileForm("张三", phones=("13500001111",))
    files = [NewFile(shop.manager, form, (), clock.now(), Stage.NEW)]
    run = import_customers(shop.manager, CustomerBatch(source, files, [], last_phone())).id
    undo_import(shop.manager, run)
    units = StockBatch(source, [UnitForm(shop.insurance, "SN-77", arrived_on=clock.today())], [])
    import_stock(shop.manager, units)
    rows = [GoodsRow(0, ItemForm("Z9", "vehicle", "Z9", 1))]
    import_goods(shop.manager, GoodsBatch(ImportKind.GOODS, Source("z.csv", (), ()), rows))


def do_everything_else(shop: Shop, folder: Path, file_id: int) -> None:
    """The actions of papers, staff and shop."""
    paper = KeptPaper(PaperKind.QUOTE, "BJ-1", 1, 1, b"{}", b"%PDF-")
    keep_print(shop.consultant, paper, Printing("zh_CN", "孙悦", clock.now()))
    picture = io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    attach(shop.consultant, "customer", file_id, "x.png", picture.getvalue())
    new = hire(shop.owner, StaffForm("新人", frozenset({Role.SALES}), pin="1357")).id
    change_account(shop.owner, new, 1, StaffForm("新人", frozenset({Role.CASHIER})))
    leave_company(shop.owner, new)
    change_own_pin(shop.consultant, PIN, "1357")
    keep_draft(shop.consultant, "quote", "x")
    change_profile(shop.owner, PROFILE)
    change_all_settings(shop.owner)
    take_over_and_back(shop)
    allow_plain(shop.owner, True)
    carry_out(shop.owner, a_departure())
    keys.create(folder)
    change_passphrase(shop.owner, folder, "lang genug")
    renew_recovery_code(shop.owner, folder)


def test_every_action_returns_changes_and_writes_one_line(shop: Shop, tmp_path: Path) -> None:
    heard: list[Changes] = []
    changes.listen(heard.append)
    start = run_sql("SELECT count(*) FROM audit_line").fetchone()[0]
    do_everything(shop, tmp_path)
    trail = run_sql("SELECT action, kind, record_id FROM audit_line WHERE id > ? ORDER BY id", start).fetchall()
    assert [tuple(line) for line in trail] == [(done.action, done.kind, done.id) for done in heard]
    assert all(done.kind and done.id for done in heard), "each names its main record"
    assert {done.action for done in heard} >= WALKED, "a new action belongs into do_everything"
    assert list(audit.broken_lines()) == []
