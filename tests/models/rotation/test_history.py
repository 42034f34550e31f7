"""What the floor tells commission of a customer: every part with its rule, and nothing that was taken back (S8)."""

from __future__ import annotations

from datetime import timedelta

from models.customers.tables import RegisterLine
from models.kernel import clock
from models.rotation.actions import go_away, undo
from models.rotation.history import Part, floor_history
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.manager_actions import override
from models.rotation.reception_actions import ArrivalForm, arrive, discover, finish_reception, insist
from tests.models.rotation.floors import answer, come_in, everybody_in
from tests.models.shops import Shop, customer

P = Part


def told(customer_id: int, **span: object) -> list[tuple[Part, int, str, int | None]]:
    """The parts without their visit."""
    parts = floor_history(customer_id, **span)  # type: ignore[arg-type]
    return [(each.part, each.staff_id, each.rule, each.handed_to) for each in parts]


def test_every_hand_a_customer_goes_through(shop: Shop) -> None:
    first, second = everybody_in(shop)
    line_id = come_in(shop, ArrivalForm(name="赵六"))
    file_id = floor_file(line_id)
    insist(shop.reception, line_id, second, "同乡")
    done = override(shop.manager, line_id, first, "会德语")
    parts = [
        (P.RECEIVED, first, "R1", None),
        (P.OWNED, first, "R1", None),
        (P.HANDED_OVER, first, "R11", second),
        (P.RECEIVED, second, "R11", None),
        (P.OWNED, second, "R11", None),
    ]
    given = [(P.HANDED_OVER, second, "R2", first), (P.RECEIVED, first, "R2", None), (P.OWNED, first, "R2", None)]
    assert told(file_id) == parts + given
    undo(shop.manager, answer(done).number)
    assert told(file_id) == parts, "what was taken back is no part"
    assert {each.line_id for each in floor_history(file_id)} == {line_id}


def test_a_courtesy_is_told_from_a_reception_and_spans_of_time_from_each_other(shop: Shop) -> None:
    file_id = customer(shop, by=shop.colleague)
    first, second = everybody_in(shop)
    go_away(shop.reception, second)
    arrive(shop.reception, ArrivalForm(ArrivalKind.RETURNING, file_id))
    assert told(file_id) == [(P.COURTESY, first, "R5", None), (P.OWNED, second, "R5", None)]
    before = clock.now() - timedelta(hours=1)
    assert told(file_id, until=before) == []
    assert told(file_id, since=before) == told(file_id)


def test_a_referral_names_the_seller_of_who_sent_them_asked_for_or_not(shop: Shop) -> None:
    sender = customer(shop, by=shop.colleague)
    first, second = everybody_in(shop)
    not_asked = come_in(shop, ArrivalForm(ArrivalKind.REFERRAL, sent_by_id=sender, name="小王", phone="13900000000"))
    assert told(floor_file(not_asked)) == [
        (P.REFERRED, second, "R10", None),
        (P.RECEIVED, first, "R1", None),
        (P.OWNED, first, "R1", None),
    ]
    discover(shop.reception, not_asked, owner_id=second)
    assert (P.HANDED_OVER, first, "R8", second) in told(floor_file(not_asked))
    finish_reception(shop.reception, not_asked, ReceptionResult.QUOTE)
    asked = come_in(
        shop, ArrivalForm(ArrivalKind.REFERRAL, sent_by_id=sender, name="小李", phone="13900000001", asked=True)
    )
    assert told(floor_file(asked))[0] == (P.REFERRED, second, "R10", None)


def floor_file(line_id: int) -> int:
    """The file of a visit."""
    return RegisterLine.get_by_id(line_id).customer_id
