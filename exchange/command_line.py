"""What the commands share that carry a store's records in and out: who asks, and how they end.

A command is a module of this package with ``add(commands)``, which gives its parser; ``does`` of its arguments does
the work and returns how the program ends. Errors for people are raised; ``main.py`` says them in one line.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.kernel.errors import RuleError, StorageError
from models.kernel.i18n import _

if TYPE_CHECKING:
    from models.kernel.permissions import Actor
    from models.kernel.store import Store

DONE, FOUND, WRONG, STORAGE, NO_SCREEN, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""How the program ends: all done, something was found that somebody has to look at, a wrong request or one that is
refused, the disk's or server's fault, no screen, stopped with Ctrl+C.
"""

PIN = "FRONTDESK_PIN"
"""Where scripts give the PIN of whoever acts."""

PASSPHRASE = "FRONTDESK_PASSPHRASE"
"""Where scripts give what opens a store or a backup that this PC does not know."""

_MODULES: dict[str, str] = {
    "backup": "exchange.backup_command",
    "restore": "exchange.restore_command",
    "export": "exchange.export_command",
    "import": "exchange.importing.command",
}
"""Where each command is: a line for each."""

NAMES = tuple(_MODULES)


@dataclass(frozen=True)
class Counter:
    """An open store and who acts in it."""

    store: Store
    actor: Actor


def add_commands(commands: Any) -> list[argparse.ArgumentParser]:
    """Add every command to argparse's ``commands``; returns their parsers."""
    return [import_module(path).add(commands) for path in _MODULES.values()]


def add_person(parser: argparse.ArgumentParser) -> None:
    """The option that says who asks."""
    words = f"who asks, by name; the PIN is asked for, or read from {PIN}"
    parser.add_argument("--as", dest="staff", required=True, metavar="STAFF", help=words)


@contextmanager
def at_the_counter(address: str, staff: str) -> Iterator[Counter]:
    """The store at ``address``, open for the member of staff called ``staff``, who gives a PIN; closed at the end.

    Raises RuleError for a name nobody has or several have, and for a wrong PIN; StorageError as ``open_store`` does.
    """
    from models.kernel import store

    opened = store.open_store(address)
    try:
        yield Counter(opened, log_in(staff))
    finally:
        store.close(opened)


def log_in(staff: str) -> Actor:
    """The actor called ``staff`` in the store that is open, who gives a PIN. Raises RuleError as above."""
    from models.staff import login

    return login.log_in_by_name(staff, asked_pin)


def asked_pin(name: str) -> str:
    """The PIN of ``name``: from the environment, else asked for where somebody sits at the keyboard.

    Raises RuleError where there is neither.
    """
    if (given := os.environ.get(PIN)) is not None:
        return given
    if not sys.stdin or not sys.stdin.isatty():
        raise RuleError("Give the PIN of {name} in {variable}.", name=name, variable=PIN)
    from getpass import getpass

    return getpass(_("PIN of {name}: ").format(name=name))


def read_given(path: Path) -> str:
    """The text of a file that was named on the command line. Raises StorageError, RuleError where it is no text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise StorageError("The file {name} cannot be opened.", name=path.name) from error
    except UnicodeDecodeError:
        raise RuleError("The file {name} is no text in UTF-8.", name=path.name) from None
