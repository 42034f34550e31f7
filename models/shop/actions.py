"""Founding a shop and changing what it says about itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from models.kernel import keys
from models.kernel.actions import PROGRAM, Act, acting, action
from models.kernel.errors import RuleError
from models.kernel.i18n import LANGUAGES
from models.kernel.permissions import Actor, Permission, Role
from models.kernel.tables import limited
from models.kernel.text import cleaned, one_line
from models.shop.profile import Profile, profile, write_profile, write_trade
from models.staff.actions import StaffForm, write_new
from models.staff.tables import Staff
from models.trades import files

SHORTEST_PASSPHRASE = 8
_LONGEST = {"name": 60, "address": 120, "phone": 60, "tax_number": 40, "bank": 80, "bank_account": 60}


@dataclass(frozen=True)
class Founding:
    """What first start asks: the shop, its trade, and the owner with a PIN."""

    profile: Profile
    trade: str
    owner_name: str
    owner_pin: str


def found(founding: Founding) -> Actor:
    """Give a new, empty store its shop, trade and owner, who also administers it; returns the owner.

    Raises RuleError at the field that is wrong, or where the store already has staff; then nothing was written.
    """
    new = _checked(cleaned(founding.profile))
    founding = cleaned(replace(founding, profile=new))
    roles = frozenset({Role.OWNER, Role.ADMINISTRATOR})
    with acting(PROGRAM, "shop.found", None) as act:
        if Staff.select().exists():
            raise RuleError("This store has already been set up.")
        write_profile(new)
        write_trade(files.load(founding.trade))
        owner = write_new(act, StaffForm(founding.owner_name, roles, pin=founding.owner_pin))
        act.note(trade=founding.trade)
    return Actor(owner.id, owner.name, owner.roles)


@action(Permission.KEEP_SETTINGS)
def change_profile(act: Act, new: Profile) -> None:
    """Change what the shop says about itself on screen and paper. Raises RuleError at the field that is wrong."""
    new = _checked(new)
    before = asdict(profile())
    write_profile(new)
    act.on("shop", 1)
    act.note(changed=sorted(name for name, value in asdict(new).items() if before[name] != value))


def _checked(profile: Profile) -> Profile:
    """The profile with each text on one line. Raises RuleError for an empty name, a text too long, no such language."""
    lines: dict[str, Any] = {
        name: limited(one_line(getattr(profile, name)), most, name) for name, most in _LONGEST.items()
    }
    if not lines["name"]:
        raise RuleError("Type the store's name.", field="name")
    if profile.paper_language not in LANGUAGES:
        raise RuleError("Choose a language.", field="paper_language")
    return replace(profile, **lines)


@action(Permission.KEEP_SETTINGS)
def renew_recovery_code(act: Act, folder: Path) -> None:
    """Make the recovery code of the store in ``folder`` void; the new one is the ``answer``, told this once."""
    act.on("shop", 1)
    code = keys.new_recovery_code()
    keys.set_words(folder, keys.RECOVERY, keys.unlock(folder), code)
    act.changes.answer = code


@action(Permission.KEEP_SETTINGS)
def change_passphrase(act: Act, folder: Path, words: str) -> None:
    """Give the store in ``folder`` another passphrase. Raises RuleError at field ``passphrase`` for a short one."""
    check_passphrase(words)
    act.on("shop", 1)
    keys.set_words(folder, keys.PASSPHRASE, keys.unlock(folder), words)


def check_passphrase(words: str) -> None:
    """Raises RuleError at field ``passphrase`` for one that is too short to protect anything."""
    if len(words) < SHORTEST_PASSPHRASE:
        raise RuleError("A passphrase has at least {least} characters.", field="passphrase", least=SHORTEST_PASSPHRASE)
