"""The store's settings: one JSON value per name."""

from __future__ import annotations

import json
from typing import Any

import peewee

from models.kernel.tables import database


class Setting(peewee.Model):
    """One setting."""

    name = peewee.TextField(primary_key=True)
    value = peewee.TextField()

    class Meta:
        database = database
        table_name = "setting"


def read(name: str, default: Any = None) -> Any:
    """The setting's value, or ``default`` where it was never set."""
    row = Setting.get_or_none(Setting.name == name)
    return default if row is None else json.loads(row.value)


def write(name: str, value: Any) -> None:
    """Set a setting, inside the caller's transaction."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    Setting.insert(name=name, value=text).on_conflict(
        conflict_target=[Setting.name], update={Setting.value: text}
    ).execute()
