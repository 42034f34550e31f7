"""What a manager says of test drives: which routes the store drives (S4)."""

from __future__ import annotations

from msgspec.structs import replace

from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.i18n import language
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.shop.profile import trade, write_trade
from models.test_drives.standing import RouteForm, terms
from models.test_drives.tables import TestDrive
from models.trades.template import Route

MOST_ROUTES, MOST_KM, MOST_MINUTES, LONGEST_VIA = 12, 300, 480, 200


@action(Permission.KEEP_ROUTES)
def change_routes(act: Act, routes: tuple[RouteForm, ...]) -> None:
    """Set the store's routes. What is not changed keeps its words in every language.

    Raises RuleError at ``routes.N.…`` for what is wrong, at ``routes`` for fewer than two or too many.
    """
    if not 2 <= len(routes) <= MOST_ROUTES:
        raise RuleError("Give from {least} to {most} routes.", field="routes", least=2, most=MOST_ROUTES)
    drives, now = terms(), language()
    new = tuple(_checked(place, form, drives.routes, now) for place, form in enumerate(routes))
    if len({form.name for form in routes}) < len(routes):
        raise RuleError("Two routes have the same name.", field="routes")
    write_trade(replace(trade(), test_drives=replace(drives, routes=new)))
    act.on("shop", 1)
    act.note(routes=[form.name for form in routes])


def _checked(place: int, form: RouteForm, known: tuple[Route, ...], now: str) -> Route:
    if not form.name:
        raise RuleError("Type a name.", field=f"routes.{place}.name")
    if not form.via:
        raise RuleError("Say which way it goes.", field=f"routes.{place}.via")
    limited(form.name, TestDrive.route.limit, f"routes.{place}.name")
    limited(form.via, LONGEST_VIA, f"routes.{place}.via")
    for field, value, most in (("km", form.km, MOST_KM), ("minutes", form.minutes, MOST_MINUTES)):
        if not 1 <= value <= most:
            where = f"routes.{place}.{field}"
            raise RuleError("Type a whole number from {least} to {most}.", field=where, least=1, most=most)
    before = known[form.was] if form.was is not None and 0 <= form.was < len(known) else None
    return Route(
        name={**(before.name if before else {}), now: form.name},
        via={**(before.via if before else {}), now: form.via},
        km=form.km,
        minutes=form.minutes,
    )
