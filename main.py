"""Frontdesk: reads the command line, then opens the window or does what was asked without one."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from exchange import command_line
from exchange.command_line import DONE, FOUND, INTERRUPTED, NO_SCREEN, STORAGE, WRONG
from models import rooms
from models.kernel import i18n, store
from models.kernel.errors import FrontdeskError, RuleError, StorageError
from models.kernel.faults import told_apart
from models.kernel.i18n import _
from ui import this_pc

if TYPE_CHECKING:
    from models.papers.facts import PaperKind

COMMANDS = ("demo", "tour", "check", "papers", "amount", *command_line.NAMES)
_NEEDS_NO_QT = (
    *("models.staff.login", "models.shop.profile", "models.kernel.search", "models.kernel.store"),
    *("playhouse.sqlcipher_ext", "cryptography.hazmat.primitives.ciphers.aead"),
)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; errors for people are one line, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program without a console has none
            stream.reconfigure(errors="backslashreplace")
    words = _window_parser() if not arguments or arguments[0] not in COMMANDS else _command_parser()
    args = words.parse_args(arguments)
    i18n.set_language(args.lang or this_pc.language())
    rooms.put_together()
    store.before_upgrade_on_server(_keep_before_upgrade)
    try:
        with told_apart():
            result = int(args.does(args))
        if sys.stdout:  # a program without a console has none
            sys.stdout.flush()
        return result
    except FrontdeskError as error:
        print(i18n.say(error), file=sys.stderr)
        return STORAGE if isinstance(error, StorageError) else WRONG
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains again at its end
        return STORAGE
    except KeyboardInterrupt:
        return INTERRUPTED


def _keep_before_upgrade(address: str, version: int) -> None:
    from exchange.backed_up import keep_before_upgrade

    keep_before_upgrade(address, version)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="The front desk of a shop. Without a store, the one used last, else first start.",
        epilog=f"Other commands: {', '.join(COMMANDS)}; each explains itself with --help.",
    )
    parser.add_argument("store", nargs="?", default="", metavar="STORE", help="a folder NAME.desk or postgresql://…")
    _add_language(parser)
    parser.set_defaults(does=open_window)
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py")
    commands = parser.add_subparsers(required=True)

    demo = commands.add_parser("demo", help="make a store full of invented business")
    demo.add_argument("store", metavar="STORE")
    demo.add_argument("--trade", default="car_dealership")
    for name, number, most in (("customers", 200, 100_000), ("days", 90, 3650), ("seed", 1, 10**9)):
        words = f"1 to {most:,}; {number} unless told"
        demo.add_argument(f"--{name}", type=_up_to(most), default=number, metavar="N", help=words)
    demo.add_argument("--staff", type=_up_to(50), metavar="N", help="1 to 50; as many as fit the trade unless told")
    demo.set_defaults(does=make_demo)

    tour = commands.add_parser("tour", help="go through every screen and paper and leave a picture of each")
    tour.add_argument("store", nargs="?", default="", metavar="STORE", help="looked at as a copy; never changed")
    tour.add_argument("--out", required=True, type=Path, metavar="DIR")
    tour.add_argument("--small", action="store_true", help="in a window as small as a screen of 1366×768 at 150 %% has")
    tour.set_defaults(does=take_tour)

    check = commands.add_parser("check", help="tell whether a store is whole")
    check.add_argument("store", metavar="STORE")
    check.set_defaults(does=check_store)

    papers = commands.add_parser("papers", help="write a store's papers as PDF files")
    papers.add_argument("store", metavar="STORE")
    papers.add_argument("--out", required=True, type=Path, metavar="DIR")
    papers.add_argument("--kind", default="", metavar="KIND", help="quote, contract, receipt, rotation_day or line_up")
    papers.add_argument("--number", default="", metavar="NUMBER")
    papers.set_defaults(does=write_papers)

    amount = commands.add_parser("amount", help="an amount in words, as contracts and receipts carry it")
    amount.add_argument("fen", metavar="FEN")
    amount.set_defaults(does=say_amount)
    for each in (demo, tour, check, papers, *command_line.add_commands(commands)):
        _add_language(each)
    amount.add_argument("--lang", choices=("zh_CN", "zh_TW"), default="zh_CN")
    return parser


def _up_to(most: int) -> Callable[[str], int]:
    """Reads a whole number from 1 to ``most``, for argparse."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 12 and 1 <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {most:,}")
        return int(text)

    return read


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=i18n.LANGUAGES, default="")


def open_window(args: argparse.Namespace) -> int:
    """The window, with a store, the last one, or first start."""
    if not _has_screen():
        if args.store:
            store.close(store.open_store(args.store))
        print(_("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)."), file=sys.stderr)
        return NO_SCREEN
    gc.disable()
    import_what_needs_no_qt()
    from exchange.version import version
    from models.kernel import files
    from ui.app import create_app
    from ui.assembly import Program

    app = create_app(
        sys.argv[:1],
        i18n.language(),
        scheme=this_pc.read().scheme,
        version=version(),
        log_folder=files.data_folder() / "logs",
    )
    program = Program(app)
    program.begin(args.store)
    # What is there by now stays to the end: never search it for garbage, neither at the start nor later.
    gc.freeze()
    gc.enable()
    return app.exec()


def import_what_needs_no_qt() -> None:
    """Import what the first page needs beside Qt: Qt's import hook reads the source of all that comes after it."""
    for name in _NEEDS_NO_QT:
        import_module(name)


def _has_screen() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def make_demo(args: argparse.Namespace) -> int:
    """A store full of invented business; prints who works there, with PINs."""
    from models.sample import build
    from models.trades import files

    files.load(args.trade)
    made = build.make(
        args.store,
        trade=args.trade,
        customers=args.customers,
        days=args.days,
        seed=args.seed,
        staff=args.staff,
        language=i18n.language(),
    )
    for name, role, pin in made.staff:
        print(f"{name}\t{role}\t{pin}")
    if made.recovery_code:
        print(_("Recovery code: {code}").format(code=made.recovery_code))
    return DONE


def take_tour(args: argparse.Namespace) -> int:
    """Pictures of every screen and paper."""
    from ui import tour

    args.out.mkdir(parents=True, exist_ok=True)
    print(tour.take(args.out, i18n.language(), args.store, small=args.small))
    return DONE


def check_store(args: argparse.Namespace) -> int:
    """One line for everything that is wrong with a store."""
    from models import checking

    result = DONE
    for finding in checking.findings(args.store):
        print(finding)
        result = FOUND
    return result


def write_papers(args: argparse.Namespace) -> int:
    """A store's papers as files named after their numbers; prints each file."""
    from models.kernel import files
    from models.kernel.actions import PROGRAM
    from models.kernel.file_names import safe_name
    from models.papers.facts import PaperKind
    from reports import prints

    if args.kind not in ("", *PaperKind):
        kinds = ", ".join(PaperKind)
        raise RuleError("There is no kind of paper called {kind}; there are {kinds}.", kind=args.kind, kinds=kinds)
    opened = store.open_store(args.store)
    try:
        wanted = [each for each in _numbered_papers() if args.kind in ("", each[0]) and args.number in ("", each[1])]
        if args.number and not wanted:
            raise RuleError("There is no paper with the number {number}.", number=args.number)
        _make_writable(args.out)
        numbers = Counter(number for _kind, number, _record in wanted)
        for kind, number, record_id in wanted:
            paper = prints.issue(PROGRAM, kind, record_id, args.lang)
            name = f"{number} {i18n.label(kind)}" if numbers[number] > 1 else number
            path = args.out / f"{safe_name(name)}.pdf"
            files.write_whole(path, paper.pdf)
            print(path)
    finally:
        store.close(opened)
    return DONE


def _make_writable(folder: Path) -> None:
    """Raises OSError now where files cannot be written: later a print would be on record that nobody has."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    tempfile.TemporaryFile(dir=folder).close()


def _numbered_papers() -> list[tuple[PaperKind, str, int]]:
    """Every paper: quotes once offered, contracts and what follows them, receipts, deliveries, closed days, line-ups.

    Each as (kind, number, record id).
    """
    from models.delivery.paper_facts import delivery_papers
    from models.papers.facts import PaperKind
    from models.rotation import paper_facts
    from models.sales import lists
    from models.sales.states import QuoteState
    from models.sales.supplement_lists import supplements_of

    quotes = [row for row in lists.quote_rows(lists.quote_ids()) if row.state is not QuoteState.DRAFT]
    contracts = [row for row in lists.contract_rows(lists.contract_ids()) if row.number]
    found = [(PaperKind.QUOTE, row.number, row.id) for row in quotes]
    found += [(PaperKind.CONTRACT, row.number, row.id) for row in contracts]
    found += [(PaperKind.RECEIPT, row.number, row.id) for each in contracts for row in lists.payments(each.id)]
    found += [(PaperKind(each.kind), each.number, each.id) for row in contracts for each in supplements_of(row.id)]
    found += delivery_papers()
    found += [(PaperKind.ROTATION_DAY, *each) for each in paper_facts.closed_days()]
    found += [(PaperKind.LINE_UP, *each) for each in paper_facts.planned_weeks()]
    return sorted(found, key=lambda paper: paper[1])


def say_amount(args: argparse.Namespace) -> int:
    """An amount, given in fen, in the words of the banking rules."""
    from models.kernel.money import LARGEST, in_words, plain

    sign, digits = args.fen[:1] == "-", args.fen.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()):
        raise RuleError("{text} is no whole number of fen.", text=args.fen)
    if len(digits.lstrip("0")) > len(str(LARGEST)) or int(digits) > LARGEST:
        raise RuleError("The amount is larger than {largest} yuan.", largest=plain(LARGEST))
    print(in_words(-int(digits) if sign else int(digits), args.lang))
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
