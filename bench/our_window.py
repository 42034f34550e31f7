"""Our window opening a store, ended at its first paint; ``python -m bench.our_window STORE``."""

from __future__ import annotations

import sys


def main() -> None:
    """Start as ``main.py STORE`` does, in the same order; what is watched is the shop's window, with who may log in."""
    import main as program

    program.import_what_needs_no_qt()
    from bench.first_paint import report_first_paint
    from models.kernel.permissions import Actor
    from ui import assembly
    from ui.main_window import MainWindow

    class WatchedProgram(assembly.Program):
        def _show_window(self, window: MainWindow, actor: Actor | None) -> None:
            report_first_paint(window)
            super()._show_window(window, actor)

    assembly.Program = WatchedProgram  # type: ignore[misc]  # the same, watched
    program.main(sys.argv[1:])


if __name__ == "__main__":
    main()
