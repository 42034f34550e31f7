"""How the program is built: who may know whom, what is loaded when, and how large a piece may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from models.kernel.actions import ACTIONS
from tests.models.test_matrix import every_action

ROOT = Path(__file__).parents[2]
SOURCES = [path for top in ("models", "reports", "exchange") for path in sorted((ROOT / top).rglob("*.py"))]
LATE = ("reportlab", "pypdfium2", "babel", "pypinyin", "opencc", "keyring", "argon2", "psycopg", "PIL", "PySide6")
LONGEST_FILE, LONGEST_FUNCTION = 400, 60
SENTENCES = ("_", "N_", "RuleError", "NotAllowed", "IllegalMove", "StorageError")
CLOCK = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.monotonic"}


_SAYS_IT_THROUGH_A_PIPE = ("exchange/importing/child.py",)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            yield node


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Ask the import linter about the program in ``folder``."""
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, timeout=120)


def test_who_knows_whom() -> None:
    said = lint(ROOT)
    assert said.returncode == 0, said.stdout


WRONG = {
    "models/sales/rules.py": ["models.sales.tables", "models.kernel.clock"],
    "models/kernel/text.py": ["PySide6.QtCore", "models.staff.lists"],
    "models/staff/lists.py": ["models.sales.lists"],
    "models/papers/lists.py": ["reports.page"],
    "models/migrations/m0001_first_store.py": ["models.staff.tables"],
    "reports/page.py": ["ui.session"],
    "exchange/writing.py": ["ui.session", "PySide6.QtCore"],
    "ui/session.py": ["models.sales.tables", "peewee"],
}
"""Imports that nobody may make, by file."""


def test_every_wrong_import_is_found(tmp_path: Path) -> None:
    for top in ("models", "reports", "exchange", "ui"):
        for path in (ROOT / top).rglob("*.py"):
            copy = tmp_path / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for name, wrong in WRONG.items():
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.writelines(f"\nimport {each}\n" for each in wrong)
    said = lint(tmp_path)
    assert said.returncode != 0
    for name, wrong in WRONG.items():
        for each in wrong:
            edge = f"{name.removesuffix('.py').replace('/', '.')} -> {each}"
            assert edge in said.stdout or edge.removesuffix(".QtCore") in said.stdout, edge


def test_what_the_first_screen_does_not_need_is_loaded_late() -> None:
    program = "import sys, models.shop.actions, models.staff.login, models.customers.lists, models.sales.lists\n"
    program += f"print([name for name in {LATE!r} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_every_file_is_short_and_says_what_it_is_for() -> None:
    long = [short(path) for path in SOURCES if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE]
    assert long == []
    assert [short(path) for path in SOURCES if not ast.get_docstring(tree(path))] == []
    for path in SOURCES:
        for function in functions(path):
            assert (function.end_lineno or 0) - function.lineno < LONGEST_FUNCTION, (short(path), function.name)


def test_only_the_clock_reads_the_time() -> None:
    readers = [
        short(path)
        for path in SOURCES
        if CLOCK & {ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}
    ]
    assert readers == ["models/kernel/clock.py"]


def test_no_error_is_swallowed() -> None:
    """What catches everything must raise again; a process of its own, whose words go through a pipe, says it there."""
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler) and short(path) not in _SAYS_IT_THROUGH_A_PIPE:
                everything = node.type is None or ast.unparse(node.type) in ("Exception", "BaseException")
                raises = any(isinstance(each, ast.Raise) for each in ast.walk(node))
                assert raises or not everything, f"{short(path)} line {node.lineno}"


def test_sentences_for_people_are_whole() -> None:
    """A sentence is written out where it is marked, never put together from pieces."""
    pieces = (ast.JoinedStr, ast.BinOp, ast.Call)
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in SENTENCES and node.args:
                assert not isinstance(node.args[0], pieces), f"{short(path)} line {node.lineno}"


def test_every_action_stands_in_a_module_of_actions() -> None:
    for name, function in every_action().items():
        assert function.__module__.endswith("actions"), name
        assert function.__doc__, name
    assert set(every_action()) == {name for name in ACTIONS if not name.startswith("models.test_")}
