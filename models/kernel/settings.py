"""The store's settings: one JSON value per name."""

from __future__ import annotations

import json
from typing import Any

from models.kernel.tables import run_sql


def read(name: str, default: Any = None) -> Any:
    """The setting's value, or ``default`` where it was never set."""
    text = read_text(name)
    return json.loads(text) if text else default


def write(name: str, value: Any) -> None:
    """Set a setting, inside the caller's transaction."""
    write_text(name, json.dumps(value, ensure_ascii=False, sort_keys=True))


def read_text(name: str) -> str:
    """The setting as it is stored, for values whose reader is more than JSON; empty where it was never set."""
    row = run_sql("SELECT value FROM setting WHERE name = ?", name).fetchone()
    return row[0] if row else ""


def write_text(name: str, text: str) -> None:
    """Set a setting that is stored as it is."""
    run_sql(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        *(name, text),
    )
