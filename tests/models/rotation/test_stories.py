"""Every story of rotation.md: those that came with it, those of ours, and those of the folder ROTATION_VECTORS."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.models.rotation.stories import Teller, stories, tell

OURS = Path(__file__).parent / "stories"
GIVEN = Path(__file__).parents[4] / "shared" / "domain" / "vectors" / "rotation"
NAMED = [Path(folder) for folder in [os.environ.get("ROTATION_VECTORS", "")] if folder]
ABSENT = pytest.mark.skipif(not GIVEN.exists(), reason=f"{GIVEN} is not on this machine; its stories are among ours")
FOLDERS = [pytest.param(OURS, id="ours"), pytest.param(GIVEN, id="given", marks=ABSENT)]
FOLDERS += [pytest.param(folder, id="named") for folder in NAMED]


@pytest.mark.parametrize("path", stories(OURS), ids=lambda path: path.stem)
def test_our_story(path: Path) -> None:
    tell(path, strict=True)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_story_of_the_folder(folder: Path) -> None:
    paths = stories(folder)
    assert paths, f"no story in {folder}"
    wrong = []
    for path in paths:
        try:
            tell(path, strict=False)
        except AssertionError as error:
            wrong.append(f"{path.name}: {error}")
    assert not wrong, "\n".join(wrong)


def story(*steps: dict[str, object]) -> Teller:
    sign_in = {"sign_in": ["An", "Bo"]}
    return Teller({"line_up": ["An", "Bo"], "steps": [sign_in, *steps]}, strict=True)


def test_a_story_fails_where_it_comes_out_otherwise() -> None:
    arrival = {"customer": "c1", "kind": "new"}
    for wrong in ({"receiver": "Bo"}, {"counted": False}, {"rule": "R5"}, {"owed": ["An"]}, {"next": "An"}):
        with pytest.raises(AssertionError, match="step 2"):
            story({"arrive": arrival, "expect": wrong}).tell()


def test_a_story_with_an_unknown_word_fails() -> None:
    arrival = {"customer": "c1", "kind": "new"}
    with pytest.raises(AssertionError, match="unknown expectations"):
        story({"arrive": arrival, "expect": {"reciever": "An"}}).tell()
    with pytest.raises(AssertionError, match="unknown event"):
        story({"arives": arrival}).tell()
    with pytest.raises(AssertionError, match="refused"):
        story({"finish": {"customer": "c1"}}).tell()
