"""What is kept for this user of this PC: language, colours, idle time, the store used last."""

from __future__ import annotations

import json
import locale
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from models.kernel import files
from models.kernel.i18n import LANGUAGES


@dataclass(frozen=True)
class ThisPc:
    """Choices of this PC. ``language`` is empty until one was chosen; ``idle_minutes`` 0 never locks.

    ``sample_pins`` are the PINs of the invented staff, as (name, role, PIN), while a sample store is in use.
    """

    language: str = ""
    scheme: str = "system"
    idle_minutes: int = 10
    last_store: str = ""
    sample_pins: tuple[tuple[str, str, str], ...] = ()


def _path() -> Path:
    return files.data_folder() / "settings.json"


def read() -> ThisPc:
    """The choices as they stand; a file that is missing or spoilt counts as none made."""
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ThisPc()
    if not isinstance(kept, dict):
        return ThisPc()
    found: dict[str, Any] = {}
    for each in fields(ThisPc):
        value = kept.get(each.name, each.default)
        if each.name == "sample_pins":
            found[each.name] = tuple((str(a), str(b), str(c)) for a, b, c in value)
        elif type(value) is type(each.default):
            found[each.name] = value
    return ThisPc(**found)


def change(**changes: Any) -> ThisPc:
    """Keep these choices beside the others; returns all of them. Raises OSError where they cannot be written."""
    new = replace(read(), **changes)
    files.write_whole(_path(), json.dumps(asdict(new), ensure_ascii=False, indent=1).encode())
    return new


def language() -> str:
    """The language chosen last, else the system's, else Simplified Chinese."""
    chosen = read().language
    if chosen in LANGUAGES:
        return chosen
    system = (locale.getlocale(locale.LC_MESSAGES)[0] if hasattr(locale, "LC_MESSAGES") else locale.getlocale()[0]) or ""
    if system.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant")):
        return "zh_TW"
    return "en" if system.startswith("en") else "zh_CN"
