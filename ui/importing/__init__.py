"""Taking over a file of another system, step by step (X3)."""

from ui.importing.page import ImportPage

__all__ = ["ImportPage"]
