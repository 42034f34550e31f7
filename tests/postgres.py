"""A private PostgreSQL for tests: `postgres_url` is a fresh empty database, dropped after the test.

Each test process starts its own server when a test first asks for it, on a Unix socket in a temporary folder, with
no port open. A small watcher stops the server and removes the folder when the test process is gone, however it went.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

USER = "frontdesk"
START_SECONDS = 60
ROOM_IN_MEMORY = 4 * 1024**3
# The tests' data may go with the power; a test of durability starts a server of its own with durable=True.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SETTINGS = ("listen_addresses=", "shared_buffers=32MB", "max_connections=60", "max_wal_size=256MB", "autovacuum=off")

INITDB_OPTIONS = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions")

# Waits on a pipe whose other end only the test process holds: it closes when that process ends, even by kill -9.
WATCHER = """
import os, shutil, signal, sys
sys.stdin.buffer.read()
folder = sys.argv[1]
try:
    with open(folder + "/data/postmaster.pid") as file:
        os.kill(int(file.readline()), signal.SIGQUIT)
except (OSError, ValueError):
    pass
shutil.rmtree(folder, ignore_errors=True)
"""


@dataclass(frozen=True)
class Server:
    """A running server; `url()` names one of its databases."""

    folder: Path

    def url(self, database: str = "postgres") -> str:
        """The address of a database, for psycopg and for a store."""
        return f"postgresql://{USER}@/{database}?host={quote(str(self.folder), safe='')}"

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """Make an empty database, give its address, and drop it with whoever is still connected."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0 STRATEGY file_copy')
        try:
            yield self.url(name)
        finally:
            with psycopg.connect(self.url(), autocommit=True) as connection:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def programs() -> Path:
    """The folder of the newest PostgreSQL's programs; fails the test where there is none."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    if not folders:
        pytest.fail("PostgreSQL is not installed; `tools/setup.sh test` installs it (Debian: postgresql)")
    return max(folders, key=lambda folder: int(folder.parent.name) if folder.parent.name.isdigit() else 0)


def as_server_user(folder: Path) -> list[str]:
    """What to put before a command, since PostgreSQL refuses to run as root; gives it the folder."""
    if os.geteuid() != 0:
        return []
    for user in ("postgres", "nobody"):
        try:
            shutil.chown(folder, user)
        except LookupError:
            continue
        return ["setpriv", f"--reuid={user}", "--regid=" + group_of(folder), "--clear-groups"]
    raise RuntimeError("there is neither a user postgres nor nobody to run PostgreSQL as")


def group_of(folder: Path) -> str:
    """The number of the group of a folder's owner."""
    import pwd

    return str(pwd.getpwuid(folder.stat().st_uid).pw_gid)


def roomiest(durable: bool) -> str:
    """Where a server's data lie: in memory where there is room for it and nothing must outlive the machine's power."""
    memory = Path("/dev/shm")
    fits = memory.is_dir() and shutil.disk_usage(memory).free > ROOM_IN_MEMORY
    return str(memory) if fits and not durable else "/tmp"


@contextmanager
def running_server(*, durable: bool = False) -> Iterator[Server]:
    """Start a server in a folder of its own, and stop it."""
    binaries = programs()
    # A socket's path may have some hundred characters only, so pytest's own folders are too deep.
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-pg-", dir=roomiest(durable)))
    before = as_server_user(folder)
    watcher = subprocess.Popen(
        [sys.executable, "-c", WATCHER, str(folder)], stdin=subprocess.PIPE, start_new_session=True, cwd="/"
    )
    process = None
    try:
        data = folder / "data"
        subprocess.run(
            [*before, binaries / "initdb", "-D", data, "-U", USER, *INITDB_OPTIONS],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )
        settings = SETTINGS if durable else SETTINGS + FORGETFUL
        options = [part for setting in settings for part in ("-c", setting)]
        with open(folder / "log", "wb") as log:
            process = subprocess.Popen(
                [*before, binaries / "postgres", "-D", data, "-k", folder, *options],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        server = Server(folder)
        wait_until_ready(server, process)
        yield server
    finally:
        if process is not None:
            process.send_signal(signal.SIGQUIT)
            process.wait(START_SECONDS)
        assert watcher.stdin is not None
        watcher.stdin.close()
        watcher.wait(START_SECONDS)


def wait_until_ready(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers; tell its log where it does not."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(server.url(), connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("PostgreSQL did not start:\n" + (server.folder / "log").read_text(errors="replace"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """This test process's server, started for the first test that asks."""
    with running_server() as server:
        yield server


_numbers = count(1)


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """The address of a fresh empty database, dropped after the test."""
    with postgres_server.database(f"test_{next(_numbers)}") as url:
        yield url
