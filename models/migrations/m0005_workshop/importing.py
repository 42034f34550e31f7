"""Parts of large imports that are put down and wait to be written."""

SQL = [
    """CREATE TABLE import_part (
    id INTEGER PRIMARY KEY,
    run_uid TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    rows BLOB NOT NULL,
    UNIQUE (run_uid, position)) STRICT""",
]

SQLITE: list[str] = []

SERVER: list[str] = []
