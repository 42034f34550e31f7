"""PySide6 is pinned to a version whose calls can be trusted on this Python."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(200_000):
    thing.setObjectName("x")
print("done")
"""


def test_calls_that_return_none_do_not_lose_a_reference() -> None:
    """A version that loses one reference to None for each such call aborts long before the end."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")
