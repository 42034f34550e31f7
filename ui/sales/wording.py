"""How states, amounts and days of a sale are worded and coloured."""

from __future__ import annotations

from datetime import date, datetime

from models.kernel import money
from models.kernel.i18n import N_, _, label, language, pick
from models.kernel.permissions import Role
from models.sales.rules import StageState
from models.sales.states import ContractState, QuoteState
from models.sales.views import ContractRow, QuoteRow
from models.shop.profile import trade
from models.staff import lists as staff
from ui.kit import wording as kit

yuan, short_day, stock, stock_said = kit.yuan, kit.day, kit.stock, kit.stock_said
joined = kit.joined

_QUOTE_TONES = {QuoteState.DRAFT: "accent", QuoteState.ACCEPTED: "ok", QuoteState.DECLINED: "bad"}
_CONTRACT_TONES = {
    ContractState.SUBMITTED: "warn",
    ContractState.APPROVED: "accent",
    ContractState.CANCELLED: "bad",
    ContractState.DRAFT: "neutral",
}
_LONGEST_SHOWN = 16
STAGE_TONES = {
    StageState.PAID: "ok",
    StageState.PART: "accent",
    StageState.OVERDUE: "bad",
    StageState.DUE: "warn",
    StageState.OPEN: "neutral",
}
STAGE_WORDS = {
    StageState.PAID: N_("Paid"),
    StageState.PART: N_("Paid in part"),
    StageState.OVERDUE: N_("Overdue"),
    StageState.DUE: N_("Due today"),
    StageState.OPEN: N_("Not yet due"),
}


def quote_state(row: QuoteRow) -> tuple[str, str]:
    """Words and tone of a quote's state."""
    if row.expired:
        return label(QuoteState.EXPIRED), "warn"
    return label(row.state), _QUOTE_TONES.get(row.state, "neutral")


def contract_state(row: ContractRow) -> tuple[str, str]:
    """Words and tone of a contract's state."""
    return label(row.state), _CONTRACT_TONES.get(row.state, "ok")


def off(amount: int) -> str:
    """A discount as it is taken off; nothing for none."""
    return money.plain(-amount) if amount else ""


def words(amount: int) -> str:
    """The amount in banking capitals where the screen is Chinese."""
    return money.in_words(amount, language()) if language() != "en" and abs(amount) <= money.LARGEST else ""


def shortened(name: str) -> str:
    """A name for a line with little room."""
    return name if len(name) <= _LONGEST_SHOWN else f"{name[: _LONGEST_SHOWN - 1]}…"


def day(value: date | None) -> str:
    """A day, or a dash."""
    return value.isoformat() if value else "–"


def moment(value: datetime | None) -> str:
    """A stored moment at the counter, or nothing."""
    return kit.moment(value) if value else ""


def category(code: str) -> str:
    """What the trade calls a category of lines."""
    return next((pick(each.name) for each in trade().categories if each.code == code), code)


def who_may(*roles: Role) -> str:
    """The names of those on the staff who hold one of ``roles``."""
    names = [person.name for person in staff.everybody() if person.roles & set(roles)]
    return _(", ").join(names)
