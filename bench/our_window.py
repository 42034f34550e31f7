"""Our window opening a store, ended at its first paint; ``python -m bench.our_window STORE``."""

from __future__ import annotations

import sys

from bench.first_paint import report_first_paint


def main() -> None:
    """Start as ``main.py STORE`` does."""
    from PySide6.QtWidgets import QApplication

    import main as program
    from ui import app as apps

    create = apps.create_app

    def create_watched(*arguments: object, **options: object) -> QApplication:
        app = create(*arguments, **options)  # type: ignore[arg-type]  # handed on as they come
        report_first_paint(app)
        return app

    apps.create_app = create_watched  # type: ignore[assignment]  # the same, watched
    program.main(sys.argv[1:])


if __name__ == "__main__":
    main()
