"""What is done with staff accounts."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel import clock, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor, Permission, Role
from models.kernel.pinyin import spellings
from models.staff import login
from models.staff.rules import checked_pin
from models.staff.tables import Draft, Staff


@dataclass(frozen=True)
class StaffForm:
    """What is asked about a member of staff; an empty ``pin`` keeps the old one."""

    name: str
    roles: frozenset[Role]
    phone: str = ""
    pin: str = ""


@action(Permission.KEEP_STAFF)
def hire(act: Act, form: StaffForm) -> None:
    """Open an account. Raises RuleError for a missing name, role or PIN, or a name taken."""
    write_new(act, form)


def write_new(act: Act, form: StaffForm) -> Staff:
    """The rows of a new account, for ``hire`` and for the founding of a store."""
    _check(form)
    staff = Staff.create(name=form.name, phone=form.phone, roles=form.roles, pin_hash=login.pin_hash(form.pin))
    search.index("staff", staff.id, search_fields(staff.name))
    act.on("staff", staff.id)
    act.note(name=staff.name, roles=sorted(staff.roles))
    return staff


@action(Permission.KEEP_STAFF)
def change_account(act: Act, staff_id: int, version: int, form: StaffForm) -> None:
    """Change name, phone, roles or PIN. Raises RuleError, StaleEdit; the last owner account keeps its roles."""
    _check(form, staff_id)
    staff = Staff.get_by_id(staff_id)
    _keep_one_who_administers(staff, form.roles)
    new = {"name": form.name, "phone": form.phone, "roles": form.roles}
    if form.pin:
        new["pin_hash"] = login.pin_hash(form.pin)
    changed = save_edit(staff, version, new)
    search.index("staff", staff.id, search_fields(staff.name))
    act.on("staff", staff_id)
    act.note(changed=sorted(changed), roles=sorted(staff.roles))


def change_own_pin(actor: Actor, old: str, new: str) -> Changes:
    """Change one's own PIN, knowing the old one; guessing it here waits like guessing it at the log-in.

    Raises RuleError at field ``old`` or ``new``.
    """
    checked_pin(new, "new")
    login.prove(actor.id, old, "old")
    return set_own_pin(actor, new)


@action(Permission.OWN_PIN)
def set_own_pin(act: Act, new: str) -> None:
    """Write one's own PIN, after ``change_own_pin`` asked for the old one. Raises RuleError at field ``new``."""
    staff = Staff.get_by_id(act.actor.id)
    save_edit(staff, staff.version, {"pin_hash": login.pin_hash(new, "new"), "misses": 0})
    act.on("staff", staff.id)


@action(Permission.KEEP_STAFF)
def leave_company(act: Act, staff_id: int) -> None:
    """Close an account: the history stays, the person may do nothing from now on."""
    staff = Staff.get_by_id(staff_id)
    if staff.left_on:
        raise RuleError("This person has left the company.")
    _keep_one_who_administers(staff, frozenset())
    save_edit(staff, staff.version, {"left_on": clock.today()})
    act.on("staff", staff_id)
    act.note(name=staff.name)


@action(Permission.OWN_PIN)
def keep_draft(act: Act, form: str, content: str) -> None:
    """Keep what is being typed in ``form``; an empty ``content`` forgets it. Not a word of it enters the trail."""
    act.on("draft", act.actor.id)
    Draft.delete().where(Draft.staff == act.actor.id, Draft.form == form).execute()
    if content:
        Draft.create(staff=act.actor.id, form=form, content=content)


def search_fields(name: str) -> list[str]:
    """What a member of staff is found by: the name with its sound."""
    return [name, *spellings(name)]


def _check(form: StaffForm, staff_id: int = 0) -> None:
    if not form.name:
        raise RuleError("Type a name.", field="name")
    if Staff.select().where(Staff.name == form.name, Staff.id != staff_id, Staff.left_on.is_null()).exists():
        raise RuleError("Somebody on the staff already has this name.", field="name")
    if not form.roles:
        raise RuleError("Choose at least one role.", field="roles")
    if not staff_id and not form.pin:
        raise RuleError("A PIN has 4 to 8 digits.", field="pin")


def _keep_one_who_administers(staff: Staff, roles: frozenset[Role]) -> None:
    if Role.ADMINISTRATOR not in staff.roles or Role.ADMINISTRATOR in roles:
        return
    others = Staff.select().where(Staff.left_on.is_null(), Staff.id != staff.id)
    if not any(Role.ADMINISTRATOR in each.roles for each in others):
        raise RuleError("The store needs somebody who administers it.", field="roles")
