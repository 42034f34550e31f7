"""What is kept for this user of this PC: language, colours, idle time, the store used last, the alarm's sound."""

from __future__ import annotations

import json
import locale
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from models.kernel import files
from models.kernel.i18n import LANGUAGES


@dataclass(frozen=True)
class ThisPc:
    """Choices of this PC. ``language`` is empty until one was chosen; ``idle_minutes`` 0 never locks.

    While a sample store is in use, ``sample_pins`` are the PINs of its invented staff, as (name, role, PIN), and
    ``first_answers`` what first start was told before, to offer it again. ``alarm_sound``: whether the showroom rings
    for customers nobody attends. ``export_…``: what was exported last, where to and how. ``backup_trouble``: what went
    wrong with the backup at closing, to be told at the next start.
    """

    language: str = ""
    scheme: str = "system"
    idle_minutes: int = 10
    last_store: str = ""
    alarm_sound: bool = True
    export_place: str = ""
    export_preset: str = ""
    export_form: str = ""
    backup_trouble: str = ""
    sample_pins: tuple[tuple[str, str, str], ...] = ()
    first_answers: dict[str, Any] = field(default_factory=dict)


def _path() -> Path:
    return files.data_folder() / "settings.json"


def read() -> ThisPc:
    """The choices as they stand. What is missing or spoilt, a key or the whole file, counts as not chosen; what another
    version kept besides is left alone.
    """
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ThisPc()
    return ThisPc(**_understood(kept)) if isinstance(kept, dict) else ThisPc()


def _understood(kept: dict[str, Any]) -> dict[str, Any]:
    """Those of the choices kept that are what they should be."""
    none = ThisPc()
    found = {each.name: kept[each.name] for each in fields(ThisPc) if each.name in kept}
    pins = found.pop("sample_pins", None)
    found = {name: value for name, value in found.items() if type(value) is type(getattr(none, name))}
    if isinstance(pins, list) and all(isinstance(each, list) and len(each) == 3 for each in pins):
        found["sample_pins"] = tuple((str(name), str(role), str(pin)) for name, role, pin in pins)
    return found


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
    category = locale.LC_MESSAGES if hasattr(locale, "LC_MESSAGES") else locale.LC_CTYPE
    system = locale.getlocale(category)[0] or ""
    if system.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant")):
        return "zh_TW"
    return "en" if system.startswith("en") else "zh_CN"
