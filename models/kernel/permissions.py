"""Roles and what each may do; what is not granted is refused (default deny)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

from models.kernel.errors import NotAllowed
from models.kernel.i18n import N_, LabelledEnum


class Role(LabelledEnum):
    """Who sits in front of the program (domain/README.md)."""

    RECEPTION = "reception", N_("Reception")
    SALES = "sales", N_("Sales consultant")
    SALES_MANAGER = "sales_manager", N_("Sales manager")
    SERVICE_ADVISOR = "service_advisor", N_("Service advisor")
    TECHNICIAN = "technician", N_("Technician")
    PARTS_KEEPER = "parts_keeper", N_("Parts keeper")
    CASHIER = "cashier", N_("Cashier")
    OWNER = "owner", N_("Owner")
    ADMINISTRATOR = "administrator", N_("Administrator")


class Permission(StrEnum):
    """What an action asks for; one action asks for one."""

    OPEN_FILE = auto()
    EDIT_FILE = auto()
    REGISTER = auto()
    FOLLOW_UP = auto()
    RECEIVE_ROTATION = auto()
    MANAGE_ROTATION = auto()
    MANAGE_FILES = auto()
    GRADE = auto()
    REVEAL_PERSONAL = auto()
    SEE_ALL_PERSONAL = auto()
    EXPORT_PERSONAL = auto()
    CARRY_OUT = auto()
    ERASE_PERSONAL = auto()
    IMPORT_CUSTOMERS = auto()
    IMPORT_GOODS = auto()
    KEEP_CATALOG = auto()
    SEE_COST = auto()
    KEEP_STOCK = auto()
    WRITE_OFF_STOCK = auto()
    QUOTE = auto()
    APPROVE_QUOTE = auto()
    APPLY_CONTRACT = auto()
    APPROVE_CONTRACT = auto()
    SIGN_CONTRACT = auto()
    CANCEL_CONTRACT = auto()
    TAKE_PAYMENT = auto()
    REVERSE_PAYMENT = auto()
    PAY_REFUND = auto()
    LOG_EXCEPTION = auto()
    REMIND = auto()
    ASK_INVOICE = auto()
    APPROVE_INVOICE = auto()
    MAKE_OUT_INVOICE = auto()
    STATE_RECEIVED = auto()
    CLOSE_MONTH = auto()
    CLAIM_COMMISSION = auto()
    RULE_COMMISSION = auto()
    SET_COMMISSION = auto()
    TEST_DRIVE = auto()
    KEEP_ROUTES = auto()
    APPRAISE = auto()
    APPROVE_APPRAISAL = auto()
    PLAN_DELIVERY = auto()
    PREPARE_DELIVERY = auto()
    HAND_OVER = auto()
    APPROVE_DISPATCH = auto()
    OVERRULE_DELIVERY = auto()
    BOOK_DELIVERY = auto()
    KEEP_DELIVERIES = auto()
    RECEIVE_VEHICLE = auto()
    INSPECT_VEHICLE = auto()
    ESTIMATE_WORK = auto()
    DISPATCH_WORK = auto()
    DO_WORK = auto()
    CHECK_WORK = auto()
    SETTLE_WORK = auto()
    APPROVE_WORK = auto()
    KEEP_WORKSHOP = auto()
    SEE_PARTS = auto()
    KEEP_PARTS = auto()
    APPROVE_COUNT = auto()
    OPEN_COMPLAINT = auto()
    HANDLE_COMPLAINT = auto()
    RULE_COMPLAINT = auto()
    LEND = auto()
    KEEP_LOANS = auto()
    SEE_ALL_FIGURES = auto()
    SEE_MONEY_FIGURES = auto()
    SEE_WORKSHOP_FIGURES = auto()
    PRINT = auto()
    KEEP_STAFF = auto()
    OWN_PIN = auto()
    KEEP_SETTINGS = auto()
    KEEP_BACKUPS = auto()


_P = Permission
_EVERYBODY = {_P.OWN_PIN, _P.OPEN_COMPLAINT}
_GRANTS: dict[Role, set[Permission]] = {
    Role.RECEPTION: {
        _P.LOG_EXCEPTION,
        *(_P.OPEN_FILE, _P.EDIT_FILE, _P.REGISTER, _P.REVEAL_PERSONAL, _P.PRINT),
        _P.RECEIVE_ROTATION,
        _P.FOLLOW_UP,
        _P.PREPARE_DELIVERY,
        _P.TEST_DRIVE,
        _P.RECEIVE_VEHICLE,
        _P.HANDLE_COMPLAINT,
        *(_P.LEND, _P.KEEP_LOANS),
    },
    Role.SALES: {
        _P.LOG_EXCEPTION,
        *(_P.OPEN_FILE, _P.EDIT_FILE, _P.REGISTER, _P.REVEAL_PERSONAL, _P.PRINT),
        *(_P.QUOTE, _P.APPLY_CONTRACT, _P.SIGN_CONTRACT, _P.RECEIVE_ROTATION),
        *(_P.REMIND, _P.ASK_INVOICE, _P.STATE_RECEIVED, _P.CLAIM_COMMISSION),
        *(_P.PLAN_DELIVERY, _P.PREPARE_DELIVERY, _P.HAND_OVER),
        *(_P.TEST_DRIVE, _P.APPRAISE),
        *(_P.FOLLOW_UP, _P.HANDLE_COMPLAINT, _P.LEND),
    },
    Role.SALES_MANAGER: {
        _P.LOG_EXCEPTION,
        *(_P.OPEN_FILE, _P.EDIT_FILE, _P.GRADE, _P.REGISTER, _P.REVEAL_PERSONAL, _P.SEE_ALL_PERSONAL, _P.PRINT),
        *(_P.QUOTE, _P.APPLY_CONTRACT, _P.APPROVE_CONTRACT, _P.SIGN_CONTRACT, _P.CANCEL_CONTRACT, _P.KEEP_CATALOG),
        *(_P.RECEIVE_ROTATION, _P.MANAGE_ROTATION, _P.APPROVE_QUOTE),
        *(_P.MANAGE_FILES, _P.EXPORT_PERSONAL, _P.IMPORT_CUSTOMERS, _P.IMPORT_GOODS, _P.CARRY_OUT),
        *(_P.KEEP_STOCK, _P.WRITE_OFF_STOCK),
        *(_P.REMIND, _P.ASK_INVOICE, _P.APPROVE_INVOICE, _P.STATE_RECEIVED, _P.CLAIM_COMMISSION, _P.RULE_COMMISSION),
        *(_P.PLAN_DELIVERY, _P.PREPARE_DELIVERY, _P.HAND_OVER, _P.APPROVE_DISPATCH, _P.KEEP_DELIVERIES),
        *(_P.TEST_DRIVE, _P.KEEP_ROUTES, _P.APPRAISE, _P.APPROVE_APPRAISAL),
        *(_P.RECEIVE_VEHICLE, _P.INSPECT_VEHICLE, _P.ESTIMATE_WORK, _P.DISPATCH_WORK, _P.CHECK_WORK, _P.SETTLE_WORK),
        *(_P.APPROVE_WORK, _P.KEEP_WORKSHOP),
        *(_P.SEE_PARTS, _P.APPROVE_COUNT),
        *(_P.FOLLOW_UP, _P.HANDLE_COMPLAINT, _P.RULE_COMPLAINT),
        *(_P.LEND, _P.KEEP_LOANS),
        *(_P.SEE_ALL_FIGURES, _P.SEE_MONEY_FIGURES, _P.SEE_WORKSHOP_FIGURES),
    },
    Role.SERVICE_ADVISOR: {
        _P.SEE_WORKSHOP_FIGURES,
        *(_P.OPEN_FILE, _P.EDIT_FILE, _P.REGISTER, _P.FOLLOW_UP, _P.REVEAL_PERSONAL, _P.PRINT),
        *(_P.PREPARE_DELIVERY, _P.SEE_PARTS, _P.HANDLE_COMPLAINT, _P.LEND),
        *(_P.RECEIVE_VEHICLE, _P.INSPECT_VEHICLE, _P.ESTIMATE_WORK, _P.DISPATCH_WORK, _P.CHECK_WORK, _P.SETTLE_WORK),
    },
    Role.TECHNICIAN: {_P.PREPARE_DELIVERY, _P.INSPECT_VEHICLE, _P.DO_WORK, _P.CHECK_WORK, _P.SEE_PARTS},
    Role.PARTS_KEEPER: {
        *(_P.SEE_COST, _P.KEEP_STOCK, _P.IMPORT_GOODS, _P.CARRY_OUT, _P.PREPARE_DELIVERY, _P.PRINT),
        *(_P.SEE_PARTS, _P.KEEP_PARTS),
    },
    Role.CASHIER: {
        *(_P.PAY_REFUND, _P.LOG_EXCEPTION, _P.CARRY_OUT),
        *(_P.APPROVE_CONTRACT, _P.TAKE_PAYMENT, _P.REVERSE_PAYMENT, _P.PRINT, _P.REVEAL_PERSONAL),
        *(_P.REMIND, _P.ASK_INVOICE, _P.MAKE_OUT_INVOICE, _P.CLOSE_MONTH),
        *(_P.PREPARE_DELIVERY, _P.BOOK_DELIVERY),
        *(_P.SETTLE_WORK, _P.SEE_MONEY_FIGURES),
    },
    Role.OWNER: set(Permission) - {_P.KEEP_STAFF, _P.KEEP_SETTINGS},
    Role.ADMINISTRATOR: {
        *(
            _P.KEEP_STAFF,
            _P.KEEP_SETTINGS,
            _P.KEEP_BACKUPS,
            _P.KEEP_CATALOG,
            _P.IMPORT_GOODS,
            _P.KEEP_DELIVERIES,
            _P.KEEP_ROUTES,
            _P.KEEP_WORKSHOP,
            _P.KEEP_LOANS,
        ),
    },
}


@dataclass(frozen=True)
class Actor:
    """Who acts: a member of staff with the roles they hold now."""

    id: int
    name: str
    roles: frozenset[Role]

    def may(self, permission: Permission) -> bool:
        """Whether one of the roles grants ``permission``."""
        return permission in granted(self.roles)


def granted(roles: Iterable[Role]) -> set[Permission]:
    """Everything these roles together may do; nothing for nobody."""
    permissions = {permission for role in roles for permission in _GRANTS[role]}
    return permissions | _EVERYBODY if roles else permissions


def require(actor: Actor, permission: Permission) -> None:
    """Raises NotAllowed unless ``actor`` may."""
    if not actor.may(permission):
        raise NotAllowed("Your role may not do this.")
