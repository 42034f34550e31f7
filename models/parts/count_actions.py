"""Counting the parts: opened, entered, submitted, approved by somebody else and booked (W11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.permissions import Permission
from models.kernel.tables import insert_rows
from models.parts import counting
from models.parts.kinds import COUNT_MOVES, CountAction, CountFacts, CountState
from models.parts.tables import StockCount, StockCountLine


@dataclass(frozen=True)
class CountForm:
    """What is counted: everything at ``place``, everything where that is "", or only these items.

    ``with_book`` prints on the sheet what should be here; without it whoever counts does not know.
    """

    place: str = ""
    item_ids: tuple[int, ...] = ()
    with_book: bool = False
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """So much was found of a part, in hundredths; None takes back what was entered. ``note`` explains a difference."""

    item_id: int
    counted: int | None
    note: str = ""


@action(Permission.KEEP_PARTS)
def open_count(act: Act, form: CountForm) -> None:
    """Begin a count. Raises RuleError where nothing is there to count, or some of it is being counted already."""
    lines = counting.to_count(form.place, form.item_ids)
    if not lines:
        raise RuleError("There is nothing to count here.", field="place")
    counting.check_not_counted([item_id for item_id, _place, _here in lines])
    count = StockCount.create(
        number=numbering.next_number("PD", clock.today().year),
        place=form.place,
        with_book=form.with_book,
        opened_by=act.actor.id,
        note=form.note,
    )
    blank = {"counted": None, "expected": None, "counted_at": None, "counted_by": None, "note": ""}
    rows = [{"item": item, "place": place, "book": here} for item, place, here in lines]
    insert_rows(StockCountLine, [{"count_of": count.id, **row, **blank} for row in rows])
    act.on("stock_count", count.id)
    act.note(number=count.number, place=form.place, lines=len(lines))


@action(Permission.KEEP_PARTS)
def enter_counts(act: Act, count_id: int, entries: tuple[Entry, ...], counted_at: datetime | None = None) -> None:
    """Enter what was found. ``counted_at`` is when it was counted, None for now: what moved later is no difference.

    Raises RuleError at ``entries.N.counted``, for a moment that lies ahead or before the count was opened.
    """
    count, _state = _moved(act, count_id, CountAction.ENTER)
    at = counted_at or clock.now()
    if at > clock.now():
        raise RuleError("This moment lies in the future.", field="counted_at")
    if at < count.opened_at:
        raise RuleError("The count was opened later than that.", field="counted_at")
    lines = {each.item_id: each for each in StockCountLine.select().where(StockCountLine.count_of == count_id)}
    for position, entry in enumerate(entries):
        line = lines.get(entry.item_id)
        if line is None:
            raise RuleError("This part does not stand on the count.", field=f"entries.{position}.item_id")
        if entry.counted is not None and not 0 <= entry.counted <= LARGEST_QUANTITY:
            raise RuleError("The quantity is too large.", field=f"entries.{position}.counted")
        blank = entry.counted is None
        line.counted, line.note = entry.counted, entry.note
        line.expected = None if blank else counting.here_at(entry.item_id, at)
        line.counted_at, line.counted_by = (None, None) if blank else (at, act.actor.id)
        line.save()
    count.version += 1
    count.save()
    act.note(number=count.number, entered=len(entries))


@action(Permission.KEEP_PARTS)
def submit_count(act: Act, count_id: int, version: int) -> None:
    """Everything is counted that will be; the differences wait for somebody else. Raises RuleError, StaleEdit."""
    count, state = _moved(act, count_id, CountAction.SUBMIT)
    save_edit(count, version, {"state": state, "submitted_at": clock.now(), "submitted_by_id": act.actor.id})
    act.note(number=count.number)


@action(Permission.APPROVE_COUNT)
def approve_count(act: Act, count_id: int, version: int) -> None:
    """Book the differences. Raises RuleError for whoever counted themselves, or where one can no longer be booked."""
    count, state = _moved(act, count_id, CountAction.APPROVE)
    save_edit(count, version, {"state": state, "decided_at": clock.now(), "decided_by_id": act.actor.id})
    differing, worth = counting.book(act, count)
    act.note(number=count.number, differing=differing, worth=worth)


@action(Permission.APPROVE_COUNT)
def send_count_back(act: Act, count_id: int, version: int, reason: str) -> None:
    """Something has to be counted again. Raises RuleError without a reason."""
    count, state = _moved(act, count_id, CountAction.SEND_BACK)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    save_edit(count, version, {"state": state, "reason": reason})
    act.note(number=count.number, reason=reason)


@action(Permission.KEEP_PARTS)
def cancel_count(act: Act, count_id: int, version: int, reason: str) -> None:
    """Give a count up; nothing of it is booked. Raises RuleError without a reason."""
    count, state = _moved(act, count_id, CountAction.CANCEL)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    save_edit(count, version, {"state": state, "reason": reason})
    act.note(number=count.number, reason=reason)


def facts_of(count: StockCount, staff_id: int) -> CountFacts:
    """What the guards of a count ask."""
    lines = list(StockCountLine.select().where(StockCountLine.count_of == count.id))
    counters = {each.counted_by_id for each in lines} | {count.submitted_by_id}
    return CountFacts(len(lines), sum(each.counted is not None for each in lines), staff_id in counters)


def _moved(act: Act, count_id: int, what: CountAction) -> tuple[StockCount, CountState]:
    """The count and the state it comes to. Raises IllegalMove, NotAllowed, or what the guard says."""
    count: StockCount = StockCount.get_by_id(count_id)
    state = move(COUNT_MOVES, count.state, what, act.actor, facts_of(count, act.actor.id))
    act.on("stock_count", count_id)
    return count, state
