"""Customer files, what they own, and the registers, to carry out; masked as the screen masks them (C11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from exchange.columns import Column, Days, ExportList, Kind, Values, day, local_time, yes
from models.carrying.kinds import Content
from models.customers import register_lists, rules, seeing
from models.customers.kinds import BestWay, CustomerKind, FormOfAddress, IdType, RegisterKind, Stage
from models.customers.register_lists import RegisterRow
from models.kernel import clock
from models.kernel.i18n import LabelledEnum, _, label, pick
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.shop.profile import trade

_PAGE = 2000
_REGISTERS = {Content.VISITS: RegisterKind.VISIT, Content.CALLS: RegisterKind.CALL}
_LISTED = "c.merged_into_id IS NULL AND c.erased_at IS NULL"
_FILES = """SELECT c.id, c.owner_id, c.name, c.kind, c.form_of_address, c.company, c.wechat, c.email, c.address,
    c.id_type, c.id_number, c.birthday, c.best_way, c.best_time, c.no_contact, c.source, c.campaign, r.name, s.name,
    c.intent, c.stage, c.grade, c.wish, c.note, c.created_at, c.last_contact_at
    FROM customer c LEFT JOIN staff s ON s.id = c.owner_id LEFT JOIN customer r ON r.id = c.referred_by_id
    WHERE c.id > ? AND {where} ORDER BY c.id LIMIT ?"""
_GOODS = """SELECT g.id, c.id, c.owner_id, c.name, g.make, g.model, g.colour, g.serial, g.plate, g.bought_on, g.mileage,
    g.insurance_until, g.inspection_until, g.warranty_until, g.gone_on, g.note
    FROM owned_goods g JOIN customer c ON c.id = g.customer_id WHERE g.id > ? AND {where} ORDER BY g.id LIMIT ?"""


def customers(actor: Actor, days: Days) -> ExportList:
    """Every customer file that was begun in these days."""
    columns = (
        Column("name", _("Customer"), width=16),
        Column("kind", _("Kind"), width=8, printed=False),
        Column("form_of_address", _("Form of address"), width=8, printed=False),
        Column("phones", _("Phones"), width=18),
        Column("company", _("Company"), width=20),
        Column("wechat", _("WeChat"), width=16, printed=False),
        Column("email", _("Email"), width=20, printed=False),
        Column("address", _("Address"), width=30),
        Column("id_type", _("ID document"), width=14, printed=False),
        Column("id_number", _("ID number"), width=20, printed=False),
        Column("birthday", _("Birthday"), Kind.DAY, printed=False),
        Column("best_way", _("Best reached"), width=12, printed=False),
        Column("best_time", _("Best time"), width=12, printed=False),
        Column("no_contact", _("No contact wanted"), width=10, printed=False),
        Column("source", _("Channel"), width=14),
        Column("campaign", _("Campaign"), width=14, printed=False),
        Column("referred_by", _("Recommended by"), width=14, printed=False),
        Column("owner", _("Sales consultant"), width=14),
        Column("intent", _("Intent level"), width=10),
        Column("stage", _("Stage reached"), width=10),
        Column("grade", _("Grade"), width=10, printed=False),
        Column("tags", _("Tags"), width=18, printed=False),
        Column("wish", _("Interested in"), width=24),
        Column("note", _("Note"), width=30, printed=False),
        Column("created_at", _("File begun"), Kind.MOMENT, 17, printed=False),
        Column("last_contact_at", _("Last contact"), Kind.MOMENT, 17),
    )
    where, values = days.of_moments("c.created_at")
    where = f"{_LISTED} AND {where}"
    return ExportList(
        Content.CUSTOMERS, columns, _count(f"customer c WHERE {where}", values), lambda: _files(actor, where, values)
    )


def _files(actor: Actor, where: str, values: Sequence[Any]) -> Iterator[Values]:
    names = _Names()
    for rows in _pages(_FILES.format(where=where), values):
        seen = seeing.seen(actor, {row[0]: row[1] for row in rows})
        within = (rows[0][0], rows[-1][0])
        phones = _many("SELECT customer_id, number FROM customer_phone", within)
        tags = _many("SELECT customer_id, tag FROM customer_tag", within)
        for row in rows:
            yield _file(row, row[0] in seen, phones.get(row[0], ()), tags.get(row[0], ()), names)


def _file(row: Values, seen: bool, phones: Sequence[str], tags: Sequence[str], names: _Names) -> Values:
    _id, _owner, name, kind, form, company, wechat, email, address, id_type, id_number, *rest = row
    birthday, way, best_time, no_contact, source, campaign, referred, owner, intent, stage, grade, wish, note = rest[
        :13
    ]
    if not seen:
        phones = [rules.masked_phone(each) for each in phones]
        wechat, note = rules.masked_numbers(wechat), rules.masked_numbers(note)
        address, id_number = rules.masked_text(address, 3), rules.masked_text(id_number, 3, 2)
    return (
        *(name, said(CustomerKind, kind), said(FormOfAddress, form), " / ".join(phones), company, wechat, email),
        *(address, said(IdType, id_type), id_number, day(birthday), said(BestWay, way), best_time, yes(no_contact)),
        *(names.sources.get(source, source), campaign, referred or "", owner or ""),
        *(names.intents.get(intent, intent), said(Stage, stage), names.grades.get(grade, grade), " ".join(tags)),
        *(wish, note, local_time(rest[13]), local_time(rest[14])),
    )


def goods_owned(actor: Actor, days: Days) -> ExportList:
    """What the customers own, of the files begun in these days."""
    columns = (
        Column("customer", _("Customer"), width=16),
        Column("make", _("Make"), width=12),
        Column("model", _("Model"), width=20),
        Column("colour", _("Colour"), width=10),
        Column("serial", _("VIN or serial number"), width=22),
        Column("plate", _("Plate"), width=12),
        Column("bought_on", _("Bought on"), Kind.DAY),
        Column("mileage", _("Mileage (km)"), Kind.COUNT),
        Column("insurance_until", _("Insured until"), Kind.DAY),
        Column("inspection_until", _("Inspected until"), Kind.DAY, printed=False),
        Column("warranty_until", _("Under warranty until"), Kind.DAY),
        Column("gone_on", _("Gone on"), Kind.DAY, printed=False),
        Column("note", _("Note"), width=30),
    )
    where, values = days.of_moments("c.created_at")
    where = f"{_LISTED} AND {where}"
    count = _count(f"owned_goods g JOIN customer c ON c.id = g.customer_id WHERE {where}", values)

    def rows() -> Iterator[Values]:
        for page in _pages(_GOODS.format(where=where), values):
            for row in page:
                bought, mileage, insured, inspected, warranty, gone = row[9:15]
                yield (
                    *row[3:9],
                    *(day(bought), mileage, day(insured), day(inspected), day(warranty), day(gone), row[15]),
                )

    return ExportList(Content.GOODS_OWNED, columns, count, rows)


def visits(actor: Actor, days: Days) -> ExportList:
    """The visit register of these days."""
    columns = (
        Column("customer", _("Customer"), width=16),
        Column("phone", _("Phone"), width=18),
        Column("at", _("Came"), Kind.MOMENT, 17),
        Column("left_at", _("Left"), Kind.MOMENT, 17, printed=False),
        Column("staff", _("Attended by"), width=14),
        Column("persons", _("Persons"), Kind.COUNT, 8, total=True),
        Column("first_time", _("First visit"), width=10, printed=False),
        Column("channel", _("Channel"), width=14),
        Column("about", _("What they looked at"), width=30),
        Column("result", _("What came of it"), width=30),
        Column("outcome", _("Outcome"), width=14, printed=False),
        Column("reason", _("Why they left"), width=24),
    )

    def plain(line: RegisterRow, channel: str) -> Values:
        return (
            *(line.customer, line.phone, _local(line.at), _local(line.left_at), line.staff, line.party_size),
            *(yes(line.first_time), channel, line.about, line.result),
            *(label(line.outcome) if line.outcome else "", line.reason),
        )

    return _register(actor, days, Content.VISITS, columns, plain)


def calls(actor: Actor, days: Days) -> ExportList:
    """The call register of these days."""
    columns = (
        Column("customer", _("Customer"), width=16),
        Column("phone", _("Phone"), width=18),
        Column("at", _("Time"), Kind.MOMENT, 17),
        Column("staff", _("Taken by"), width=14),
        Column("first_time", _("First contact"), width=10, printed=False),
        Column("channel", _("Channel"), width=14),
        Column("about", _("What it was about"), width=30),
        Column("result", _("What came of it"), width=30),
        Column("invited_for", _("Invited for"), Kind.MOMENT, 17),
        Column("message_for", _("Message for"), width=14),
        Column("passed_on_at", _("Passed on"), Kind.MOMENT, 17, printed=False),
    )

    def plain(line: RegisterRow, channel: str) -> Values:
        return (
            *(line.customer, line.phone, _local(line.at), line.staff, yes(line.first_time), channel, line.about),
            *(line.result, _local(line.invited_for), line.message_for, _local(line.passed_on_at)),
        )

    return _register(actor, days, Content.CALLS, columns, plain)


def _register(
    actor: Actor,
    days: Days,
    content: Content,
    columns: tuple[Column, ...],
    plain: Callable[[RegisterRow, str], Values],
) -> ExportList:
    """A register; ``plain`` makes the plain values of a line of it, given its channel's name."""
    where, values = days.of_moments("r.at")
    where, values = f"r.kind = ? AND {where}", [_REGISTERS[content].value, *values]
    count = _count(f"register_line r WHERE {where}", values)

    def rows() -> Iterator[Values]:
        names = _Names()
        ids = [
            row[0] for row in run_sql(f"SELECT r.id FROM register_line r WHERE {where} ORDER BY r.at, r.id", *values)
        ]
        for start in range(0, len(ids), _PAGE // 4):
            for line in register_lists.line_rows(actor, ids[start : start + _PAGE // 4]):
                yield plain(line, names.sources.get(line.source, line.source))

    return ExportList(content, columns, count, rows)


def _local(at: Any) -> Any:
    return None if at is None else clock.local(at).replace(tzinfo=None)


class _Names:
    """What the trade calls its codes, in the screen's language."""

    def __init__(self) -> None:
        template = trade()
        self.sources = {each.code: pick(each.name) for each in template.lead_sources}
        self.intents = {each.code: pick(each.name) for each in template.intent_levels}
        self.grades = {each.code: pick(each.name) for each in template.grades}


@cache
def _members(kind: type[LabelledEnum]) -> dict[str, LabelledEnum]:
    return {each.value: each for each in kind}


def said(kind: type[LabelledEnum], value: str) -> str:
    """The label of a stored value; nothing for nothing."""
    return label(_members(kind)[value]) if value else ""


def _count(sql: str, values: Sequence[Any]) -> int:
    return int(run_sql(f"SELECT count(*) FROM {sql}", *values).fetchone()[0])


def _pages(sql: str, values: Sequence[Any]) -> Iterator[list[Any]]:
    """The rows of a query that goes on behind an id, a page at a time."""
    beyond = 0
    while rows := run_sql(sql, beyond, *values, _PAGE).fetchall():
        yield rows
        beyond = rows[-1][0]


def _many(sql: str, within: tuple[int, int]) -> dict[int, list[str]]:
    """What the files of a page have several of, in its order."""
    found: dict[int, list[str]] = {}
    order = "ORDER BY customer_id, position"
    for customer_id, value in run_sql(f"{sql} WHERE customer_id BETWEEN ? AND ? {order}", *within).fetchall():
        found.setdefault(customer_id, []).append(value)
    return found
