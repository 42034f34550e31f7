"""Language: one gettext catalog for screen, papers and errors; each of screen and paper has its own language."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from models.kernel.errors import N_ as N_
from models.kernel.errors import FrontdeskError

LANGUAGES = ("zh_CN", "zh_TW", "en")
SOURCE_LANGUAGE = "en"
_LOCALE = Path(__file__).resolve().parents[2] / "resources" / "locale"

Translator = Callable[[str], str]

_screen_language = "zh_CN"


class LabelledEnum(StrEnum):
    """An enum whose members carry the English label shown to people: ``DRAFT = "draft", N_("Draft")``."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class _Translations(gettext.GNUTranslations):
    """A catalog in which no words stay no words; gettext gives the catalog's own head for them."""

    def gettext(self, message: str) -> str:
        return super().gettext(message) if message else ""


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    folder = _LOCALE / language / "LC_MESSAGES"
    compiled, source = folder / "frontdesk.mo", folder / "frontdesk.po"
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return _Translations(file)
    return _compiled_now(source)


def _compiled_now(source: Path) -> gettext.NullTranslations:
    """The catalog straight from its .po file, for a tree whose build products are missing or old."""
    if not source.exists():
        return gettext.NullTranslations()
    import io

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return _Translations(compiled)


def set_language(language: str) -> None:
    """Choose the screen's language, one of ``LANGUAGES``; an unknown one is refused with ValueError."""
    global _screen_language
    if language not in LANGUAGES:
        raise ValueError(language)
    _screen_language = language


def language() -> str:
    """The screen's language."""
    return _screen_language


def _(message: str) -> str:
    """``message`` in the screen's language."""
    return _catalog(_screen_language).gettext(message)


def translator(language: str) -> Translator:
    """A ``_`` for one language, for papers, whose language is not the screen's."""
    return _catalog(language).gettext


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form for ``count`` in the screen's language."""
    return _catalog(_screen_language).ngettext(singular, plural, count)


def label(member: LabelledEnum, language: str | None = None) -> str:
    """What people call ``member``, in ``language`` or the screen's."""
    return _catalog(language or _screen_language).gettext(member.label)


def say(error: FrontdeskError) -> str:
    """The error in the screen's language; enum parameters are named by their labels."""
    parameters = {
        name: label(value) if isinstance(value, LabelledEnum) else value for name, value in error.parameters.items()
    }
    return _(error.template).format(**parameters)


def pick(texts: dict[str, str], language: str | None = None) -> str:
    """From a data file's text per language, the one for ``language`` (or the screen's), else English, else any."""
    wanted = language or _screen_language
    return texts.get(wanted) or texts.get(SOURCE_LANGUAGE) or next(iter(texts.values()), "")
