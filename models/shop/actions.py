"""Founding a shop and changing what it says about itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from models.kernel.actions import PROGRAM, Act, acting, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor, Permission, Role
from models.shop.profile import Profile, profile, write_profile, write_trade
from models.staff.actions import StaffForm, write_new
from models.staff.tables import Staff
from models.trades import files


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
    if not founding.profile.name.strip():
        raise RuleError("Type the store's name.", field="name")
    roles = frozenset({Role.OWNER, Role.ADMINISTRATOR})
    with acting(PROGRAM, "shop.found", None) as act:
        if Staff.select().exists():
            raise RuleError("This store has already been set up.")
        write_profile(founding.profile)
        write_trade(files.load(founding.trade))
        owner = write_new(act, StaffForm(founding.owner_name, roles, pin=founding.owner_pin))
        act.note(trade=founding.trade)
    return Actor(owner.id, owner.name, owner.roles)


@action(Permission.KEEP_SETTINGS)
def change_profile(act: Act, new: Profile) -> None:
    """Change what the shop says about itself on screen and paper. Raises RuleError for an empty name."""
    if not new.name:
        raise RuleError("Type the store's name.", field="name")
    before = asdict(profile())
    write_profile(new)
    act.on("shop", 1)
    act.note(changed=sorted(name for name, value in asdict(new).items() if before[name] != value))
