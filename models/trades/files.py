"""Trade files read from resources/trades, and a store's own edited copy of one as JSON in the same notation."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from models.kernel.errors import RuleError
from models.kernel.parsing import parse_money, parse_percent
from models.trades.rules import check
from models.trades.template import CustomerDefaults, Fen, Percent, Trade

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_FOLDER = _RESOURCES / "trades"


def available() -> list[str]:
    """Codes of the trades there are files for, in the order of the list at first start."""
    return sorted((path.stem for path in _FOLDER.glob("*.toml")), key=lambda code: load(code).order)


@cache
def load(code: str) -> Trade:
    """The trade as it is shipped. Raises RuleError for an unknown code or a bad file, naming the file's field."""
    path = _FOLDER / f"{code}.toml"
    if not path.is_file():
        raise RuleError("There is no trade called {code}.", field="code", code=code)
    return from_toml(path.read_text("utf-8"))


def from_toml(text: str) -> Trade:
    """A trade from a file's text. Raises RuleError naming the field that is wrong."""
    try:
        trade = msgspec.toml.decode(text, type=Trade, dec_hook=read_number)
    except msgspec.DecodeError as error:
        raise _unreadable(error) from error
    trade = _completed(trade)
    check(trade)
    return trade


def to_json(trade: Trade) -> str:
    """The trade for keeping in a store's database; read back by ``from_json``."""
    return msgspec.json.encode(trade, enc_hook=write_number).decode()


def from_json(text: str) -> Trade:
    """A trade from a store's own copy; what is newer than the copy is as shipped.

    Raises RuleError naming the field that is wrong.
    """
    try:
        trade = msgspec.json.decode(text, type=Trade, dec_hook=read_number)
    except msgspec.DecodeError as error:
        raise _unreadable(error) from error
    trade = _completed(trade)
    if trade.code in available() and not (trade.test_drives and trade.trade_ins):
        shipped = load(trade.code)
        trade = msgspec.structs.replace(
            trade,
            test_drives=trade.test_drives or shipped.test_drives,
            trade_ins=trade.trade_ins or shipped.trade_ins,
        )
    check(trade)
    return trade


def _completed(trade: Trade) -> Trade:
    """The trade with what is usual where it says nothing, as stores founded earlier do."""
    if trade.grades and trade.needs:
        return trade
    usual = _usual()
    return msgspec.structs.replace(trade, grades=trade.grades or usual.grades, needs=trade.needs or usual.needs)


@cache
def _usual() -> CustomerDefaults:
    return msgspec.toml.decode((_RESOURCES / "trade_defaults.toml").read_text("utf-8"), type=CustomerDefaults)


def read_number(kind: type, written: object) -> Fen | Percent:
    """Money and percentages stand in quotation marks, so that no reader ever makes a float of them."""
    if not isinstance(written, str):
        raise ValueError('Expected a number in quotation marks, such as "10.00"')
    try:
        return Fen(parse_money(written)) if kind is Fen else Percent(parse_percent(written))
    except RuleError as error:
        raise ValueError(str(error)) from error


def write_number(number: Fen | Percent) -> str:
    yuan, fen = divmod(number, 100)
    return f"{yuan}.{fen:02d}"


def _unreadable(error: msgspec.DecodeError) -> RuleError:
    """msgspec says "what - at `$.place`"; without a place the fault is in the file's writing."""
    reason, _at, place = str(error).partition(" - at `$.")
    place = place.rstrip("`")
    if not place:
        return RuleError("The trade file cannot be read: {reason}.", reason=reason)
    return RuleError("The trade file is wrong at {place}: {reason}.", field=place, place=place, reason=reason)
