"""The process that looks at every page in use of an encrypted file, and at how pages and rows hang together.

It is told the file's path as its argument and the raw key in hexadecimal as its input, and writes what SQLite says,
``ok`` for a sound file, into its output. A page whose checksum is wrong does not stop SQLite: it goes on with zeros,
and may find nothing amiss. Only the cipher's log tells, into the errors of the process; the log belongs to a whole
process, which is one reason why this is one of its own.

The file is read as it stands, without locks and without its journal: nobody may write into it meanwhile.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sqlcipher3 import dbapi2

TOLD = "ERROR"
"""What stands in a line of the log for each page that is damaged."""


def _look(path: Path, key: str) -> str:
    file = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    file.execute(f"PRAGMA key = \"x'{key}'\"")
    for setting, answer in (("cipher_log = stderr", "0"), (f"cipher_log_level = {TOLD}", TOLD)):
        if file.execute(f"PRAGMA {setting}").fetchall() != [(answer,)]:
            return "no log"
    try:
        return "\n".join(str(told) for (told,) in file.execute("PRAGMA quick_check").fetchall())
    except dbapi2.DatabaseError as error:
        return str(error)


if __name__ == "__main__":
    print(_look(Path(sys.argv[1]), sys.stdin.read()))
