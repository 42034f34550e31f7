"""What to tell when a store does not open, in three parts: what happened, what is safe, what to do now."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.errors import FrontdeskError
from models.kernel.i18n import N_


@dataclass(frozen=True)
class Trouble:
    """Beside the error's own words: what is safe and what to do, as templates to translate."""

    safe: str
    to_do: str
    icon: str = "database-alert-outline"


_UNTOUCHED = N_("Nothing was changed and nothing was created.")
_UNREAD = N_("Nothing was written to it. Every backup is as it was.")
_BACKUP = N_(
    "Copy the whole folder to another drive first. Then open the newest backup, or ask whoever looks after this PC."
)

_TROUBLES: tuple[tuple[tuple[str, ...], Trouble], ...] = (
    (
        ("There is no store at {path}.", "The folder {path} holds no store."),
        Trouble(
            _UNTOUCHED,
            N_(
                "If the store lies on a USB drive or on another PC, connect that and try again. Otherwise choose the "
                "store's folder; its name ends in .desk."
            ),
            "folder-question-outline",
        ),
    ),
    (
        ("Setting up the store {name} was not finished.",),
        Trouble(
            N_("It holds nothing yet, so nothing is lost."),
            N_("Set up a new store, in another folder or after deleting this one."),
            "store-alert-outline",
        ),
    ),
    (
        ("The store's file {path} is empty. Open the newest backup.",),
        Trouble(
            _UNREAD, N_("Open the newest backup. If you copied the store here, copy it again."), "file-alert-outline"
        ),
    ),
    (
        ("The file {path} is a database of another program.",),
        Trouble(
            _UNTOUCHED, N_("Choose the folder of a Frontdesk store; its name ends in .desk."), "file-question-outline"
        ),
    ),
    (
        ("The store was written by a newer version of the program. Install that version to open it.",),
        Trouble(_UNREAD, N_("Install the newest version on this PC, then open the store again."), "update"),
    ),
    (
        (
            "The store's file is damaged. Do not write to it. Open the newest backup.",
            "The store's key file {path} is damaged.",
            "The store's key file {path} is missing.",
            "The store holds triggers or views that are not the program's. It is not opened.",
            "Nothing can be read of the store's file: its very beginning is damaged. Restore a backup.",
        ),
        Trouble(_UNREAD, _BACKUP),
    ),
    (
        (
            "The store {name} is open in another window on this PC.",
            "Another program holds the store. Nothing was changed. Close it, then do it again.",
        ),
        Trouble(
            N_("Everything saved there is safe."),
            N_("Go to the other window, or close it and try again."),
            "lock-outline",
        ),
    ),
    (
        ("The store's folder cannot be written. Everything saved before is safe. Check the drive's lock.",),
        Trouble(
            N_("Everything saved before is safe."),
            N_(
                "Check whether the drive has a lock switch, whether the folder belongs to another user of this PC, and "
                "whether it was copied from a disc. Then try again."
            ),
            "folder-lock-outline",
        ),
    ),
    (
        ("The database server does not answer or refuses. Nothing was changed. Check network and account.",),
        Trouble(
            N_("Everything saved on the server is safe."),
            N_("Check the network cable and whether the server is switched on, then try again."),
            "server-network-off",
        ),
    ),
    (
        ("The disk is full. Everything saved before is safe. Make room, then do it again.",),
        Trouble(
            N_("Everything saved before is safe."),
            N_("Delete or move files that are not needed, then try again."),
            "harddisk",
        ),
    ),
)
_ANY_OTHER = Trouble(N_("Everything saved before is safe."), N_("Check the drive and the connection, then try again."))


def trouble_of(error: FrontdeskError) -> Trouble:
    """What is safe and what to do now after ``error``."""
    return next((trouble for templates, trouble in _TROUBLES if error.template in templates), _ANY_OTHER)
