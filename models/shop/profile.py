"""What the shop is called, how its papers look, and which trade's template it follows."""

from __future__ import annotations

import base64
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from models.kernel import settings
from models.papers.facts import PaperSize, StoreHead

if TYPE_CHECKING:
    from models.trades.template import Trade


@dataclass(frozen=True)
class Profile:
    """The shop as set at first start and on the settings page; ``logo`` is a PNG or JPEG, base64."""

    name: str
    address: str = ""
    phone: str = ""
    tax_number: str = ""
    bank: str = ""
    bank_account: str = ""
    logo: str = ""
    receipt_size: PaperSize = PaperSize.A5
    paper_language: str = "zh_CN"
    sample_data: bool = False

    def head(self) -> StoreHead:
        """The header of the shop's papers."""
        logo = base64.b64decode(self.logo) if self.logo else None
        return StoreHead(self.name, self.address, self.phone, self.tax_number, self.bank, self.bank_account, logo)


def profile() -> Profile:
    """The shop's profile as it stands."""
    stored = settings.read("profile", {"name": ""})
    return Profile(**{**stored, "receipt_size": PaperSize(stored.get("receipt_size", PaperSize.A5))})


def write_profile(new: Profile) -> None:
    """Set the profile, inside an action's transaction."""
    settings.write("profile", asdict(new))


def trade() -> Trade:
    """The shop's own copy of its trade's template."""
    return _trade(settings.read_text("trade"))


def write_trade(new: Trade) -> None:
    """Set the trade's template, inside an action's transaction."""
    from models.trades import files

    settings.write_text("trade", files.to_json(new))


@lru_cache(maxsize=4)
def _trade(text: str) -> Trade:
    from models.trades import files

    return files.from_json(text)
