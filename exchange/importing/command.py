"""``main.py import``: what the import page does, for scripts."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exchange.command_line import DONE, FOUND, add_person, at_the_counter, read_given
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.i18n import _, say
from models.kernel.progress import unheard

if TYPE_CHECKING:
    from exchange.importing.checked import Checked, Problem
    from exchange.importing.taking_over import Opened
    from models.kernel.permissions import Actor


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's parser."""
    parser: argparse.ArgumentParser = commands.add_parser("import", help="take over rows of another system's file")
    parser.add_argument("store", metavar="STORE")
    parser.add_argument("file", type=Path, metavar="FILE", help="xlsx, xls, ods or csv")
    parser.add_argument("--kind", required=True, choices=[each.value for each in ImportKind])
    parser.add_argument("--sheet", metavar="NAME", help="the first one unless told")
    parser.add_argument(
        "--map", type=Path, metavar="FILE", help='lines such as "Phone" = "phone", heading = what it is'
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what is wrong; write nothing")
    parser.add_argument("--all-or-nothing", action="store_true", help="write nothing while one row is wrong")
    default = OnDuplicate.SKIP.value
    parser.add_argument("--on-duplicate", choices=[each.value for each in OnDuplicate], default=default)
    parser.add_argument("--wrong-rows", type=Path, metavar="FILE", help="where refused rows go, xlsx or csv")
    add_person(parser)
    parser.set_defaults(does=run)
    return parser


def run(args: argparse.Namespace) -> int:
    """Import; prints each problem as row, column, value and reason between tabs, then the counts.

    FOUND where rows were refused.
    """
    from exchange.importing import rejects, taking_over
    from models.importing.lists import kinds

    kind = ImportKind(args.kind)
    with at_the_counter(args.store, args.staff) as counter:
        if kind not in kinds(counter.actor):
            raise NotAllowed("Your role may not do this.")
        opened = taking_over.open_file(counter.actor, args.file, kind, args.sheet)
        meaning = _mapped(counter.actor, opened, args.map) if args.map else opened.meaning
        if not any(meaning):
            raise RuleError(
                "No column of the sheet {sheet} is known. Say with --map what they hold, or with --sheet which sheet "
                "is meant: {sheets}.",
                sheet=opened.sheet_name or opened.name,
                sheets=", ".join(opened.sheets) if opened.sheet_name else "–",
            )
        how = OnDuplicate(args.on_duplicate)
        checked = taking_over.check(counter.actor, opened, meaning, how, unheard)
        no_data = _("No data: totals, headings said again, or who made the list. It is left out.")
        for number in opened.sheet.left_out:
            print(f"{number}\t\t\t{no_data}")
        for each in checked.problems:
            print(_line(each))
        if args.wrong_rows and checked.wrong:
            rejects.save(args.wrong_rows, opened.sheet, checked)
        whole = not (args.all_or_nothing and checked.wrong)
        if not args.dry_run and whole and checked.batch is not None:
            taking_over.write(counter.actor, checked)
            print(_counts(checked))
        else:
            print(_("Nothing was written. {counts}").format(counts=_counts(checked)))
    return FOUND if checked.wrong else DONE


def _counts(checked: Checked) -> str:
    return _("{rows} rows: {new} new, {merged} added to, {left_out} left out, {wrong} wrong.").format(
        rows=checked.rows,
        new=checked.new,
        merged=checked.added,
        left_out=checked.out,
        wrong=len(checked.wrong),
    )


def _line(problem: Problem) -> str:
    cells = (str(problem.row), problem.column, problem.value, say(problem.error))
    return "\t".join(" ".join(each.split()) for each in cells)


def _mapped(actor: Actor, opened: Opened, path: Path) -> Sequence[str]:
    """What each column holds as a file says it. Raises RuleError for a heading or a meaning that is not there."""
    from exchange.importing.taking_over import columns

    try:
        told = tomllib.loads(read_given(path))
    except tomllib.TOMLDecodeError:
        raise RuleError("The file {name} does not say how columns are read.", name=path.name) from None
    known = columns(actor, opened.kind)
    for heading, key in told.items():
        if heading not in opened.sheet.headings:
            raise RuleError("There is no column called “{name}”.", name=heading)
        if not isinstance(key, str) or (key and key not in known):
            raise RuleError("No column can hold {key}; it can hold {keys}.", key=str(key), keys=", ".join(known))
    return [str(told.get(heading, "")) for heading in opened.sheet.headings]
