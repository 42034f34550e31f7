"""Who is at the counter, and in which store."""

from __future__ import annotations

from models.kernel.i18n import label
from models.kernel.permissions import Actor, Role
from models.kernel.store import Store
from models.shop.profile import profile

NOBODY = Actor(0, "", frozenset())
"""Before anybody has logged in; may do nothing."""


class Session:
    """The open store and the person logged in, as every tab reads them."""

    def __init__(self, store: Store, actor: Actor = NOBODY) -> None:
        self.store = store
        self.actor = actor
        self.read_shop()

    def read_shop(self) -> None:
        """Read the shop's profile again, after it was changed."""
        self.shop = profile()

    @property
    def store_name(self) -> str:
        """The shop's name, else that of its folder."""
        return self.shop.name or self.store.name

    @property
    def person_name(self) -> str:
        """Who is logged in."""
        return self.actor.name

    @property
    def role_name(self) -> str:
        """The first of their roles, as people call it."""
        return label(main_role(self.actor.roles)) if self.actor.roles else ""


def main_role(roles: frozenset[Role]) -> Role:
    """The role that tells most about who holds it: the owner's before the others, then in the order of the trade."""
    return Role.OWNER if Role.OWNER in roles else next(role for role in Role if role in roles)
