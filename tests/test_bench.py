"""The measurements run in their short form, so that none can rot; how fast it is, ``make bench`` tells."""

import importlib

import pytest

from bench.__main__ import MEASUREMENTS


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_measurement_gives_ratios(name: str) -> None:
    ratios = list(importlib.import_module(f"bench.{name}").run(quick=True))
    assert ratios
    for ratio in ratios:
        assert ratio.ours > 0
        assert ratio.peer > 0
        assert ratio.name in str(ratio)
