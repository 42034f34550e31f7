"""The gettext catalogs: `python -m tools.catalogs extract | update | compile | check`.

extract  writes every message of the sources to resources/locale/frontdesk.pot, for those who want to see them
update   adds new messages to the catalogs, untranslated, and takes out those which no source says any more
compile  makes the .mo files which the program reads
check    lists what is missing, untranslated, doubtful, left over or has other {placeholders}, and fails if anything is
"""

import ast
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCES = ("main.py", "models", "reports", "exchange", "ui")
LANGUAGES = ("zh_CN", "zh_TW")
HEADER_COMMENT = "# Frontdesk: python -m tools.catalogs update adds new messages, … check tells what is left to do."
KEYWORDS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "translate": None,
    "RuleError": None,
    "NotAllowed": None,
    "IllegalMove": None,
    "StorageError": None,
}
# These lines of the header change with every update, or tell nobody anything.
NEEDLESS_HEADERS = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Generated-By",
    "Last-Translator",
    "Language-Team",
    "Report-Msgid-Bugs-To",
    "Project-Id-Version",
)

Key = tuple[str | tuple[str, ...] | list[str], str | None]


def source_files(root: Path) -> list[Path]:
    """The program's Python files, in a stable order."""
    found: list[Path] = []
    for name in SOURCES:
        path = root / name
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []
    return found


def extracted(root: Path) -> Catalog:
    """Every message of the sources."""
    catalog = Catalog(header_comment=HEADER_COMMENT, fuzzy=False)
    for path in source_files(root):
        for _line, message, _comments, context in extract_from_file(
            "python", path, KEYWORDS, options={"encoding": "utf-8"}
        ):
            catalog.add(message, context=context)
    return catalog


def messages(catalog: Catalog) -> dict[Key, Message]:
    """A catalog's messages without its header, by text and context."""
    return {(message.id, message.context): message for message in catalog if message.id}


def catalog_path(root: Path, language: str) -> Path:
    """Where a language's catalog lies."""
    return root / "resources" / "locale" / language / "LC_MESSAGES" / "frontdesk.po"


def read(root: Path, language: str) -> Catalog:
    """A language's catalog, empty where there is none yet."""
    path = catalog_path(root, language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(catalog: Catalog, path: Path) -> None:
    """Write a catalog so that the same messages give the same file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=120, no_location=True, sort_output=True, ignore_obsolete=True)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(tuple(f'"{name}:' for name in NEEDLESS_HEADERS))]
    path.write_text("".join(kept), encoding="utf-8", newline="\n")


def extract(root: Path) -> None:
    """Write the template."""
    write(extracted(root), root / "resources" / "locale" / "frontdesk.pot")


def update(root: Path) -> None:
    """Bring every catalog to exactly the messages of the sources, keeping the translations there are."""
    wanted = messages(extracted(root))
    for language in LANGUAGES:
        known = messages(read(root, language))
        catalog = Catalog(locale=language, header_comment=HEADER_COMMENT, fuzzy=False)
        for (text, context), message in wanted.items():
            old = known.get((text, context), message)
            catalog.add(text, old.string, context=context, flags=old.flags, user_comments=old.user_comments)
        write(catalog, catalog_path(root, language))
        added, removed = len(wanted.keys() - known.keys()), len(known.keys() - wanted.keys())
        print(f"{language}: {len(wanted)} messages, {added} new, {removed} taken out")


def compile_all(root: Path) -> None:
    """Make the .mo files."""
    for language in LANGUAGES:
        path = catalog_path(root, language)
        if path.exists():
            with path.with_suffix(".mo").open("wb") as file:
                write_mo(file, read(root, language))


def faults(root: Path) -> Iterator[str]:
    """What is wrong with the catalogs and with the calls in the sources, a line each."""
    yield from unreadable_calls(root)
    wanted = messages(extracted(root))
    for language in LANGUAGES:
        catalog = read(root, language)
        known = messages(catalog)
        for key in sorted(wanted.keys() - known.keys(), key=str):
            yield f"{language}: missing: {key[0]!r}"
        for key in sorted(known.keys() - wanted.keys(), key=str):
            yield f"{language}: no source says it any more: {key[0]!r}"
        for message in catalog.obsolete.values():
            yield f"{language}: obsolete: {message.id!r}"
        for key in sorted(wanted.keys() & known.keys(), key=str):
            for fault in message_faults(known[key]):
                yield f"{language}: {fault}: {key[0]!r}"


def message_faults(message: Message) -> Iterator[str]:
    """What is wrong with one translated message."""
    translations = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    if message.fuzzy:
        yield "fuzzy"
    if not translations or not all(translations):
        yield "untranslated"
        return
    originals = (message.id,) if isinstance(message.id, str) else message.id
    try:
        expected = placeholders(originals[-1])
        if any(placeholders(translation) != expected for translation in translations):
            yield "other placeholders"
    except ValueError:
        yield "unbalanced braces"


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _literal, name, _format, _conversion in string.Formatter().parse(text) if name is not None}


def unreadable_calls(root: Path) -> Iterator[str]:
    """Calls whose text is put together at run time, which no catalog can hold: _(f"…") and its like."""
    for path in source_files(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called_name(node) in KEYWORDS and any(map(is_composed, node.args)):
                yield f"{path.relative_to(root)}:{node.lineno}: a message must be a plain text in quotes"


def called_name(call: ast.Call) -> str:
    """The last part of what is called."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_composed(argument: ast.expr) -> bool:
    """Whether an argument is a text composed at run time."""
    if isinstance(argument, ast.BinOp):
        return any(is_text(part) or is_composed(part) for part in (argument.left, argument.right))
    if isinstance(argument, ast.Call):
        return called_name(argument) == "format" and isinstance(argument.func, ast.Attribute)
    return isinstance(argument, ast.JoinedStr)


def is_text(argument: ast.expr) -> bool:
    """Whether an argument is a plain text in quotes."""
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def check(root: Path) -> int:
    """Print the faults; the number of the program's exit."""
    found = list(faults(root))
    for fault in found:
        print(fault)
    if found:
        print(f"catalogs: {len(found)} to put right (python -m tools.catalogs update adds what is new)")
    return 1 if found else 0


def main(arguments: list[str]) -> int:
    """Carry out one of the four commands."""
    commands = {"extract": extract, "update": update, "compile": compile_all, "check": check}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    return commands[arguments[0]](ROOT) or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
