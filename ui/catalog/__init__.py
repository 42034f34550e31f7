"""The catalogue as the settings keep it."""

from ui.catalog.page import build_page

__all__ = ["build_page"]
