"""The check of the catalogs finds what would reach a person untranslated or broken."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import catalogs

SOURCE = """
_("Hello {name}")
raise RuleError("No more than {limit}.", limit=3)
ngettext("{count} car", "{count} cars", 2)
_(error.template)
"""
TRANSLATIONS = {"Hello {name}": "{name}，您好", "No more than {limit}.": "最多 {limit}。"}
PLURAL = ("{count} car", "{count} cars")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small program with complete catalogs."""
    (tmp_path / "main.py").write_text(SOURCE, encoding="utf-8")
    for language in catalogs.LANGUAGES:
        save(tmp_path, language, TRANSLATIONS)
    return tmp_path


def save(root: Path, language: str, translations: dict[str, str], *, fuzzy: tuple[str, ...] = ()) -> None:
    """Write a catalog with the given translations and that of the plural."""
    catalog = Catalog(locale=language)
    for text, translation in translations.items():
        catalog.add(text, translation, flags=["fuzzy"] if text in fuzzy else [])
    catalog.add(PLURAL, ("{count} 辆车",))
    catalogs.write(catalog, catalogs.catalog_path(root, language))


def test_complete_catalogs_pass(root: Path) -> None:
    assert catalogs.check(root) == 0


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"Hello {name}": ""}, "untranslated"),
        ({"Hello {name}": "您好"}, "other placeholders"),
        ({"Hello {name}": "{nmae}，您好"}, "other placeholders"),
        ({"Hello {name}": "{name，您好"}, "unbalanced braces"),
        ({"Left over": "剩下"}, "no source says it any more"),
    ],
)
def test_a_fault_is_named(root: Path, change: dict[str, str], fault: str) -> None:
    save(root, "zh_TW", TRANSLATIONS | change)
    (found,) = catalogs.faults(root)
    assert found.startswith(f"zh_TW: {fault}")


def test_a_missing_and_a_fuzzy_message_are_named(root: Path) -> None:
    save(root, "zh_CN", {"Hello {name}": "{name}，您好"}, fuzzy=("Hello {name}",))
    assert [line.split(": ")[1] for line in catalogs.faults(root)] == ["missing", "fuzzy"]


@pytest.mark.parametrize("call", ['_(f"Hello {name}")', '_("Hello " + name)', 'RuleError("{}".format(name))'])
def test_a_text_put_together_at_run_time_is_refused(root: Path, call: str) -> None:
    (root / "main.py").write_text(SOURCE + call + "\n", encoding="utf-8")
    assert any("plain text in quotes" in line for line in catalogs.faults(root))


def test_update_keeps_translations_and_is_stable(root: Path) -> None:
    (root / "main.py").write_text(SOURCE.replace("raise", '_("New")\nraise'), encoding="utf-8")
    catalogs.update(root)
    path = catalogs.catalog_path(root, "zh_CN")
    first = path.read_bytes()
    catalogs.update(root)
    assert path.read_bytes() == first
    assert sorted(catalogs.faults(root)) == ["zh_CN: untranslated: 'New'", "zh_TW: untranslated: 'New'"]
    assert catalogs.messages(catalogs.read(root, "zh_CN"))["Hello {name}", None].string == "{name}，您好"
