"""Every action of follow-up once, by somebody who may."""

from __future__ import annotations

from datetime import timedelta

from models.followup import lists
from models.followup.actions import (
    PromiseForm,
    ResultForm,
    change_rules,
    make_promise,
    record_result,
    withdraw_promise,
)
from models.followup.kinds import Result
from models.kernel import clock
from models.trades.template import FollowUp
from tests.models.shops import Shop, customer


def follow_up_everything(shop: Shop) -> None:
    """A result, a promise, its withdrawal, and other rules."""
    file_id = customer(shop, "丁", "13900030000")
    make_promise(shop.consultant, file_id, PromiseForm("x", clock.now() + timedelta(days=1)))
    found = {row.rule: row for row in lists.of_customer(shop.owner, file_id).open}
    record_result(shop.consultant, found["next_contact"].id, 1, ResultForm(Result.REACHED, "x"))
    withdraw_promise(shop.consultant, found["promise"].id, 1, "x")
    change_rules(shop.owner, (FollowUp(rule="birthday", on=False),))
