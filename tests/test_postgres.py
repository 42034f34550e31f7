"""The tests' own PostgreSQL: empty databases, and nothing left behind by a test process that dies."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest


@pytest.mark.parametrize("_turn", [1, 2])
def test_each_test_gets_an_empty_database(postgres_url: str, _turn: int) -> None:
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
        connection.execute("CREATE TABLE customer (name text)")


def test_a_killed_test_process_leaves_no_server() -> None:
    program = "from tests.postgres import running_server\nimport time\n"
    program += "with running_server() as server:\n    print(server.folder, flush=True)\n    time.sleep(60)\n"
    root = Path(__file__).parent.parent
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        server = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        process.kill()
    until = time.monotonic() + 60
    while time.monotonic() < until and (folder.exists() or is_running(server)):
        time.sleep(0.1)
    assert not folder.exists()
    assert not is_running(server)


def is_running(process: int) -> bool:
    """Whether a process does anything; one that ended and that nobody has asked about counts as gone."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"
