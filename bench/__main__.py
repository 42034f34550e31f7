"""``python -m bench [--quick] [NAME …]``: every measurement, or those named, one line each."""

from __future__ import annotations

import importlib
import sys

from models import rooms

MEASUREMENTS = (
    *("saving", "rotation", "papers", "start"),
    *("search", "customer_list", "customer_saving", "money", "contracts", "stock", "parts", "deliveries", "workshop"),
    "work_orders",
    *("planner", "export", "importing", "statistics"),
    "backup",
)


def main(arguments: list[str]) -> None:
    """Print each ratio as it is measured."""
    rooms.put_together()
    quick = "--quick" in arguments
    names = [name for name in arguments if not name.startswith("-")] or MEASUREMENTS
    for name in names:
        for ratio in importlib.import_module(f"bench.{name}").run(quick=quick):
            print(ratio, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
