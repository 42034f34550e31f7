"""The store the tour looks at: a fresh sample, or a copy of the one named; and PINs for those who show it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from models.kernel import files, store
from models.kernel.errors import RuleError, StorageError
from models.kernel.permissions import Actor, Permission, Role
from models.staff import lists
from models.staff.actions import StaffForm, change_account

PIN = "1357"
_CUSTOMERS, _DAYS = 80, 45


@dataclass(frozen=True)
class Crew:
    """Who plays which part, by name; one person may play several."""

    owner: str
    manager: str
    consultant: str
    cashier: str

    @property
    def approvers(self) -> tuple[str, ...]:
        """Who may agree to a contract, each once."""
        return tuple(dict.fromkeys((self.manager, self.cashier, self.owner)))


def prepare(folder: Path, language: str, address: str) -> tuple[str, Crew]:
    """The store to look at, in ``folder``, and its crew; the store at ``address`` is only copied.

    Everything the program keeps for its user goes to ``folder`` too. Raises RuleError for a store on a server.
    """
    data = folder / "data"
    place = folder / f"tour{store.SUFFIX}"
    if not address:
        os.environ["FRONTDESK_DATA"] = str(data)
        from models.sample import build

        build.make(str(place), customers=_CUSTOMERS, days=_DAYS, language=language)
    else:
        if store.is_server(address):
            raise RuleError("The tour looks at a store in a folder; this one is on a server.")
        if not (store.folder_of(address) / "store.db").is_file():
            raise StorageError("There is no store at {path}.", path=str(store.folder_of(address)))
        shutil.copytree(store.folder_of(address), place, ignore=shutil.ignore_patterns("*.lock"))
        keys = files.data_folder() / "keys"
        if keys.is_dir():
            shutil.copytree(keys, data / "keys")
        os.environ["FRONTDESK_DATA"] = str(data)
    return str(place), _crew(str(place))


def _crew(address: str) -> Crew:
    """Give everybody the tour needs the same PIN."""
    opened = store.open_store(address)
    try:
        people = lists.everybody()
        keeper = next(each for each in people if Role.ADMINISTRATOR in each.roles)
        actor = Actor(keeper.id, keeper.name, keeper.roles)

        def one(role: Role, permission: Permission) -> str:
            able = [each for each in people if Actor(each.id, each.name, each.roles).may(permission)]
            return next((each.name for each in able if role in each.roles), able[0].name)

        crew = Crew(
            owner=one(Role.OWNER, Permission.APPROVE_CONTRACT),
            manager=one(Role.SALES_MANAGER, Permission.APPROVE_CONTRACT),
            consultant=one(Role.SALES, Permission.QUOTE),
            cashier=one(Role.CASHIER, Permission.TAKE_PAYMENT),
        )
        for person in people:
            if person.name in vars(crew).values():
                form = StaffForm(person.name, person.roles, person.phone, PIN)
                change_account(actor, person.id, person.version, form)
        return crew
    finally:
        store.close(opened)
