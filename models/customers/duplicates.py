"""Files that may be about the same person (C3): shown while somebody types, and all of the store for looking through.

Certain is the same phone or ID number. Likely is the same plate or VIN, and a name that sounds alike or differs in one
character beside the same last four digits; of two characters a name must sound alike. The same name alone is shown
while typing only. The store's pairs are found group by group in the order of an index: no file is compared with every
other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from models.customers import lists, rules
from models.customers.file_lists import phone_holders
from models.customers.kinds import FormOfAddress
from models.customers.protection import live
from models.customers.tables import Customer, CustomerApart, CustomerPhone, OwnedGoods
from models.kernel import search
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Actor
from models.kernel.pinyin import compared, sort_key
from models.kernel.tables import database, run_sql

SHORTEST_TO_DIFFER, LONGEST_TO_DIFFER = 3, 20
_STEPS = 100
_FEWEST_LETTERS = 2
_MOST_NAMED = 5
_LIVE = "c.merged_into_id IS NULL AND c.erased_at IS NULL"


class Likeness(LabelledEnum):
    """What two files have in common, the surest first."""

    PHONE = "phone", N_("Same phone")
    ID_NUMBER = "id_number", N_("Same ID number")
    SERIAL = "serial", N_("Same VIN or serial number")
    PLATE = "plate", N_("Same plate")
    NAME = "name", N_("Similar name, same last four digits")
    SAME_NAME = "same_name", N_("Same name")


CERTAIN = (Likeness.PHONE, Likeness.ID_NUMBER)


@dataclass(frozen=True)
class Typed:
    """What has been typed about somebody so far."""

    name: str = ""
    phones: tuple[str, ...] = ()
    id_number: str = ""
    plates: tuple[str, ...] = ()
    serials: tuple[str, ...] = ()


@dataclass(frozen=True)
class Duplicate:
    """A file that may be about the same person, and why; the phone is masked unless the reader may see it."""

    id: int
    name: str
    form_of_address: FormOfAddress
    phone: str
    owner: str
    likeness: Likeness

    @property
    def certain(self) -> bool:
        """Whether it is the same person beyond doubt."""
        return self.likeness in CERTAIN


@dataclass(frozen=True)
class Pair:
    """Two files that may be about the same person; the older one first."""

    first_id: int
    second_id: int
    likeness: Likeness


def duplicates(actor: Actor, typed: Typed, besides: int = 0) -> list[Duplicate]:
    """The files that may be about who is being typed, the surest first; ``besides`` is the file itself."""
    found: dict[int, Likeness] = {}
    for customer_id, likeness in _alike(typed):
        found.setdefault(customer_id, likeness)
    found.pop(besides, None)
    if besides:
        for other in _apart_from(besides):
            found.pop(other, None)
    return [
        Duplicate(row.id, row.name, row.form_of_address, row.phone, row.owner, found[row.id])
        for row in lists.rows(actor, list(found))
    ]


def of_file(actor: Actor, customer_id: int) -> list[Duplicate]:
    """The files that may be about the same person as this one, the surest first."""
    name, id_key = Customer.select(Customer.name, Customer.id_key).where(Customer.id == customer_id).tuples().get()
    phones = CustomerPhone.select(CustomerPhone.digits).where(CustomerPhone.customer == customer_id)
    goods = OwnedGoods.select(OwnedGoods.plate_key, OwnedGoods.serial_key).where(
        OwnedGoods.customer == customer_id, OwnedGoods.gone_on.is_null()
    )
    plates, serials = zip(*goods.tuples(), strict=True) if goods.exists() else ((), ())
    typed = Typed(name, tuple(row[0] for row in phones.tuples()), id_key, plates, serials)
    return [each for each in duplicates(actor, typed, customer_id) if each.likeness is not Likeness.SAME_NAME]


def _alike(typed: Typed) -> Iterator[tuple[int, Likeness]]:
    every = [rules.phone_digits(each) for each in typed.phones]
    digits = [each for each in every if len(each) >= rules.FEWEST_DIGITS]
    yield from ((each, Likeness.PHONE) for each in _with_phone(CustomerPhone.digits.in_(digits)))
    yield from ((each, Likeness.PHONE) for each in phone_holders(digits))
    if key := compared(typed.id_number):
        same = Customer.select(Customer.id).where(Customer.id_key == key, live())
        yield from ((row[0], Likeness.ID_NUMBER) for row in same.order_by(Customer.id).tuples())
    for field, likeness, numbers in (
        (OwnedGoods.serial_key, Likeness.SERIAL, typed.serials),
        (OwnedGoods.plate_key, Likeness.PLATE, typed.plates),
    ):
        keys = [key for key in map(compared, numbers) if key]
        owners = OwnedGoods.select(OwnedGoods.customer).join(Customer).where(field.in_(keys), live())
        here = owners.where(OwnedGoods.gone_on.is_null()).order_by(OwnedGoods.id)
        yield from ((row[0], likeness) for row in (here.tuples() if keys else ()))
    name = typed.name.strip()
    if len(name) >= _FEWEST_LETTERS:
        yield from ((each, Likeness.NAME) for each in _with_name_like(name, digits))
        yield from ((each, Likeness.SAME_NAME) for each in _named(name))


def _with_phone(condition: object) -> list[int]:
    query = CustomerPhone.select(CustomerPhone.customer).join(Customer).where(condition, live())
    return [row[0] for row in query.order_by(CustomerPhone.customer).distinct().tuples()]


def _with_name_like(name: str, digits: Sequence[str]) -> Iterator[int]:
    wanted = keys_of(name)
    for ending in {each[-4:] for each in digits}:
        rows = run_sql(
            "SELECT c.id, c.name FROM customer_phone p JOIN customer c ON c.id = p.customer_id "
            f"WHERE substr(p.digits, length(p.digits) - 3) = ? AND {_LIVE} ORDER BY c.id",
            ending,
        )
        yield from (customer_id for customer_id, other in rows.fetchall() if other and wanted & keys_of(other))


def _named(name: str) -> list[int]:
    hits = [hit.record_id for hit in search.find(name, ("customer",), _MOST_NAMED)]
    same = Customer.select(Customer.id).where(Customer.id.in_(hits), Customer.name == name, live())
    return [row[0] for row in same.order_by(Customer.id).tuples()]


def keys_of(name: str) -> set[str]:
    """What two names that are alike have in common: the sound, or all characters but one."""
    name = name.casefold()
    found = {sort_key(name).partition("\t")[0] + "\t", name}
    if SHORTEST_TO_DIFFER <= len(name) <= LONGEST_TO_DIFFER:
        found |= {name[:place] + name[place + 1 :] for place in range(len(name))}
    return found


def sure_pairs() -> list[Pair]:
    """The pairs of the store with the same phone, ID number, plate or VIN, the surest first."""
    pairs = []
    for likeness, table, column, condition in (
        (Likeness.PHONE, "customer_phone", "digits", "1 = 1"),
        (Likeness.ID_NUMBER, "customer", "id_key", "t.id_key <> ''"),
        (Likeness.SERIAL, "owned_goods", "serial_key", "t.serial_key <> '' AND t.gone_on IS NULL"),
        (Likeness.PLATE, "owned_goods", "plate_key", "t.plate_key <> '' AND t.gone_on IS NULL"),
    ):
        file = "t.id" if table == "customer" else "t.customer_id"
        often = f"SELECT t.{column} FROM {table} t WHERE {condition} GROUP BY t.{column} HAVING count(*) > 1"
        rows = run_sql(
            f"SELECT DISTINCT t.{column}, c.id FROM {table} t JOIN customer c ON c.id = {file} "
            f"WHERE t.{column} IN ({often}) AND {condition} AND {_LIVE} ORDER BY t.{column}, c.id"
        )
        pairs += _paired(rows.fetchall(), likeness)
    return _once(pairs)


def likely_pairs(on_step: Callable[[int, int], object] | None = None) -> list[Pair]:
    """The pairs of the store with similar names and the same last four digits; ``on_step`` hears how far it is."""
    pairs: list[Pair] = []
    for step in range(_STEPS):
        if on_step is not None:
            on_step(step, _STEPS)
        pairs += _paired(run_sql(_name_groups(), f"{step:02}", f"{step:02}~").fetchall(), Likeness.NAME)
    return _once(pairs)


def _name_groups() -> str:
    """The groups of files that share a key of their names and the last four digits; asked for their first two."""
    server = bool(database.obj.for_update)
    sound = "split_part(sort_key, chr(9), 1)" if server else "substr(sort_key, 1, instr(sort_key, char(9)) - 1)"
    places = ", ".join(f"({place})" for place in range(1, LONGEST_TO_DIFFER + 1))
    return f"""
        WITH phoned AS (
            SELECT DISTINCT substr(p.digits, length(p.digits) - 3) AS ending, c.id, lower(c.name) AS name, c.sort_key
            FROM customer_phone p JOIN customer c ON c.id = p.customer_id
            WHERE substr(p.digits, length(p.digits) - 3) >= ? AND substr(p.digits, length(p.digits) - 3) < ?
                AND length(c.name) >= {_FEWEST_LETTERS} AND {_LIVE}),
        place (n) AS (VALUES {places}),
        keyed (common, id) AS (
            SELECT ending || '=' || name, id FROM phoned
            UNION SELECT ending || '~' || {sound}, id FROM phoned
            UNION SELECT ending || '=' || substr(name, 1, n - 1) || substr(name, n + 1), id FROM phoned
            JOIN place ON n <= length(name)
            WHERE length(name) BETWEEN {SHORTEST_TO_DIFFER} AND {LONGEST_TO_DIFFER}),
        grouped AS (
            SELECT common, id, min(id) OVER same AS least, max(id) OVER same AS most FROM keyed
            WINDOW same AS (PARTITION BY common))
        SELECT common, id FROM grouped WHERE least <> most ORDER BY common, id"""


def _paired(rows: Iterable[Sequence[object]], likeness: Likeness) -> list[Pair]:
    """Groups given as key and file in order: each file beside the oldest of its group."""
    pairs = []
    for _key, group in groupby(rows, key=lambda row: row[0]):
        first, *others = (int(str(row[1])) for row in group)
        pairs += [Pair(first, each, likeness) for each in others]
    return pairs


def _once(pairs: Iterable[Pair]) -> list[Pair]:
    """Each pair for its surest reason, without those that are said to be different people."""
    apart = {frozenset(row) for row in CustomerApart.select(CustomerApart.first, CustomerApart.second).tuples()}
    found: dict[frozenset[int], Pair] = {}
    for pair in pairs:
        both = frozenset((pair.first_id, pair.second_id))
        if both not in apart:
            found.setdefault(both, pair)
    return list(found.values())


def _apart_from(customer_id: int) -> list[int]:
    query = CustomerApart.select(CustomerApart.first, CustomerApart.second).where(
        (CustomerApart.first == customer_id) | (CustomerApart.second == customer_id)
    )
    return [first if second == customer_id else second for first, second in query.tuples()]
