"""What is kept for this PC: a choice that is missing, spoilt or unknown costs no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.kernel import files
from ui import this_pc
from ui.this_pc import ThisPc


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file with the choices."""
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path))
    return files.data_folder() / "settings.json"


CHOSEN = {"language": "zh_TW", "scheme": "dark", "idle_minutes": 3, "last_store": "x", "alarm_sound": False}
PINS = [["王总", "Owner", "2468"]]


def test_what_was_chosen_is_read_again(kept: Path) -> None:
    this_pc.change(**CHOSEN, sample_pins=(("王总", "Owner", "2468"),), first_answers={"trade": "car"})
    assert this_pc.read() == ThisPc(**CHOSEN, sample_pins=(("王总", "Owner", "2468"),), first_answers={"trade": "car"})


@pytest.mark.parametrize("name", [*CHOSEN, "sample_pins", "first_answers"])
@pytest.mark.parametrize("wrong", [None, [["x"]], {"x": 1}, 7.5], ids=["missing", "list", "object", "number"])
def test_one_wrong_choice_costs_no_other(kept: Path, name: str, wrong: object) -> None:
    whole = {**CHOSEN, "sample_pins": PINS, "first_answers": {}, "of_a_later_version": [1]}
    kept.write_text(json.dumps(whole if wrong is None else {**whole, name: wrong}), encoding="utf-8")
    if wrong is None:
        kept.write_text(json.dumps({key: value for key, value in whole.items() if key != name}), encoding="utf-8")
    found, none = this_pc.read(), ThisPc()
    for each in CHOSEN:
        assert getattr(found, each) == (getattr(none, each) if each == name else CHOSEN[each])
    assert found.sample_pins == (() if name == "sample_pins" else (("王总", "Owner", "2468"),))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\0"])
def test_a_spoilt_file_counts_as_nothing_chosen(kept: Path, text: str) -> None:
    kept.write_text(text, encoding="utf-8")
    assert this_pc.read() == ThisPc()
    this_pc.change(scheme="dark")
    assert this_pc.read() == ThisPc(scheme="dark")
