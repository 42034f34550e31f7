"""A bare PySide6 window with five tabs: what the start of our window is compared with."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget

from bench.first_paint import report_first_paint


def main() -> None:
    """Show the window and end at its first paint."""
    app = QApplication(sys.argv)
    tabs = QTabWidget()
    for number in range(1, 6):
        tabs.addTab(QLabel(f"Tab {number}"), f"Tab {number}")
    window = QMainWindow()
    window.setCentralWidget(tabs)
    window.resize(1366, 768)
    report_first_paint(window)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
