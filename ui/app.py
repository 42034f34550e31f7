"""The Qt application: look, fonts, language of Qt's own words, and what happens when the program itself fails."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from models.kernel import garbage, i18n
from ui.kit import crash, icons, theme

_LOCALES = {
    "zh_CN": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "zh_TW": QLocale(QLocale.Language.Chinese, QLocale.Country.Taiwan),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


_translator: QTranslator | None = None


def create_app(
    argv: Sequence[str],
    language: str,
    *,
    scheme: str = "system",
    version: str = "",
    log_folder: Path | None = None,
    catch: bool = True,
) -> QApplication:
    """The application, ready for its first window; the one that exists already, if there is one.

    ``catch`` False leaves errors to whoever runs the program, as tests want it.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # not app.setStyle: that returns the style, and PySide takes its time to learn what a style is
        app = QApplication([*argv, "-style", "Fusion"])
    _collect_here(app)
    app.setApplicationName("Frontdesk")
    app.setApplicationVersion(version)
    app.setDesktopFileName("frontdesk")
    speak(app, language)
    icons.load_font()
    theme.apply(app, scheme)
    if catch:
        crash.install(version, log_folder)
    return app


def _collect_here(app: QApplication) -> None:
    """Let garbage be collected in this thread only, every second in which the screen has time for it."""
    garbage.collect_only_when_told()
    if app.findChild(QTimer, "garbage") is None:
        timer = QTimer(app)
        timer.setObjectName("garbage")
        timer.timeout.connect(garbage.collect_due)
        timer.start(1000)


def speak(app: QApplication, language: str) -> None:
    """Choose the screen's language; windows already built keep the old one."""
    i18n.set_language(language)
    QLocale.setDefault(_LOCALES[language])
    global _translator
    if _translator is not None:
        app.removeTranslator(_translator)
    translator = _translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
