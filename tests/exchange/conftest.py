"""Shops for the tests of what is carried in and out: those of the models' tests."""

from tests.models.conftest import (
    folder_shop,
    folder_template,
    fresh_program,
    server_shop,
    server_template,
    shop,
)

__all__ = ["folder_shop", "folder_template", "fresh_program", "server_shop", "server_template", "shop"]
