"""Which version of the program this is; pyproject.toml says it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


@cache
def version() -> str:
    """The version, such as 0.1.0."""
    for line in _PROJECT.read_text(encoding="utf-8").splitlines():
        name, _equals, value = line.partition("=")
        if name.strip() == "version":
            return value.strip().strip('"')
    raise ValueError(_PROJECT)
