"""Document numbers without gaps: counted inside the transaction that writes the document."""

from __future__ import annotations

from models.kernel.tables import run_sql


def next_number(prefix: str, year: int, width: int = 4) -> str:
    """The next number of the year's series, such as ``HT-2026-0093``; rolled back with its transaction."""
    series = f"{prefix}-{year}"
    last = run_sql(
        "INSERT INTO counter (series, last) VALUES (?, 1) "
        "ON CONFLICT (series) DO UPDATE SET last = counter.last + 1 RETURNING last",
        series,
    ).fetchone()[0]
    return f"{series}-{last:0{width}d}"


def series() -> dict[str, int]:
    """The last number given in every series."""
    return dict(run_sql("SELECT series, last FROM counter ORDER BY series").fetchall())
