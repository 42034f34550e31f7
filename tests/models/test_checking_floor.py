"""The check replays the rotation: a log that was tampered with, or an arrival without its visit, is told."""

from __future__ import annotations

from models.checking import floor
from models.kernel.tables import run_sql
from models.rotation.tables import RotationDay
from tests.models.rotation.floors import work_a_day
from tests.models.shops import Shop


def test_sound_days_are_sound(shop: Shop) -> None:
    work_a_day(shop)
    assert list(floor.days()) == []
    assert list(floor.registers()) == []


def test_a_checkpoint_that_the_log_does_not_give_is_told(shop: Shop) -> None:
    work_a_day(shop)
    first = RotationDay.select().order_by(RotationDay.day).first()
    RotationDay.update(line_up='["99"]').where(RotationDay.id == first.id).execute()
    assert any(str(first.day) in told for told in floor.days())


def test_an_arrival_without_its_visit_is_told(shop: Shop) -> None:
    work_a_day(shop)
    run_sql("UPDATE register_line SET kind = 'call'")
    assert len(list(floor.registers())) >= 1
