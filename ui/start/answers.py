"""What first start asks, and the store made of it; no Qt."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.kernel import files, store
from models.kernel.file_names import free_path, safe_name
from models.kernel.permissions import Actor
from models.kernel.store import Store
from models.papers.facts import PaperSize
from models.shop.actions import Founding, found
from models.shop.profile import Profile

Progress = Callable[[int, int], object]


@dataclass
class Answers:
    """Everything typed and chosen so far; going back and forth keeps it. ``pin`` is never kept on disk."""

    language: str
    trade: str = "car_dealership"
    shop: dict[str, Any] = field(default_factory=dict)
    owner_name: str = ""
    pin: str = ""
    sample: bool = False
    address: str = ""
    passphrase: str = ""

    def profile(self) -> Profile:
        """The shop as typed."""
        typed = {"name": "", "receipt_size": PaperSize.A5, "paper_language": self.paper_language, **self.shop}
        return Profile(**{**typed, "receipt_size": PaperSize(typed["receipt_size"])})

    def to_keep(self) -> dict[str, Any]:
        """What may be kept on this PC while somebody looks around: neither PIN, passphrase nor pictures."""
        shop = {name: value for name, value in self.shop.items() if name != "logo"}
        return {"trade": self.trade, "shop": shop, "owner_name": self.owner_name}

    @property
    def paper_language(self) -> str:
        """Papers start in the screen's language, Simplified Chinese where that is English."""
        return self.language if self.language.startswith("zh") else "zh_CN"


@dataclass(frozen=True)
class Made:
    """A store just made, open, with its owner; the code is told this once; the PINs are those of invented staff."""

    store: Store
    owner: Actor
    recovery_code: str = ""
    pins: tuple[tuple[str, str, str], ...] = ()


def free_address(documents: Path, shop_name: str) -> str:
    """Where to put the store of a shop: a folder in ``documents`` that is not there yet."""
    return str(free_path(documents, safe_name(shop_name, "Frontdesk"), store.SUFFIX))


def make_store(answers: Answers, progress: Progress) -> Made:
    """The empty store with its shop, trade and owner; whole or not at all.

    Raises RuleError at the field that is wrong, StorageError where it cannot be written.
    """
    code = store.create(answers.address, answers.passphrase)
    opened = store.open_store(answers.address)
    try:
        owner = found(Founding(answers.profile(), answers.trade, answers.owner_name, answers.pin))
    except BaseException:
        store.destroy(opened)
        raise
    return Made(opened, owner, code)


def make_sample(answers: Answers, progress: Progress) -> Made:
    """A store full of invented business in the user's data folder, in place of an earlier one.

    Raises StorageError where it cannot be written, and whatever ``progress`` raises; then nothing is left of it.
    """
    from models.sample import build
    from models.staff import lists, login

    folder = files.data_folder() / "sample" / f"{answers.trade}{store.SUFFIX}"
    shutil.rmtree(folder, ignore_errors=True)
    made = build.make(str(folder), trade=answers.trade, language=answers.language, progress=progress)
    opened = store.open_store(str(folder))
    name, _roles, pin = made.staff[0]
    owner = next(each for each in lists.everybody() if each.name == name)
    return Made(opened, login.log_in(owner.id, pin), pins=made.staff)
