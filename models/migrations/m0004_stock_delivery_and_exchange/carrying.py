"""Imports, exports and backups."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""
_KINDS = "('customers', 'goods', 'parts', 'stock')"

_IMPORTS = [
    f"""CREATE TABLE import_run ({_RECORD}
    kind TEXT NOT NULL CHECK (kind IN {_KINDS}),
    file_name TEXT NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    new INTEGER NOT NULL CHECK (new >= 0),
    merged INTEGER NOT NULL CHECK (merged >= 0),
    left_out INTEGER NOT NULL CHECK (left_out >= 0),
    wrong INTEGER NOT NULL CHECK (wrong >= 0),
    undone_at INTEGER,
    undone_by_id INTEGER REFERENCES staff (id),
    CHECK ((undone_at IS NULL) = (undone_by_id IS NULL))) STRICT""",
    """CREATE TABLE imported_row (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES import_run (id),
    stands_in TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    before TEXT NOT NULL) STRICT""",
    "CREATE INDEX imported_row_run ON imported_row (run_id, stands_in, row_id)",
    "CREATE INDEX customer_referred_by ON customer (referred_by_id) WHERE referred_by_id IS NOT NULL",
    f"""CREATE TABLE import_mapping (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN {_KINDS}),
    headings TEXT NOT NULL,
    meaning TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    UNIQUE (kind, headings)) STRICT""",
]

_CARRIED_OUT = [
    """CREATE TABLE carried_out (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    contents TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('xlsx', 'csv', 'pdf', 'jsonl')),
    first_day TEXT,
    last_day TEXT,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    files INTEGER NOT NULL CHECK (files >= 0),
    lines INTEGER NOT NULL CHECK (lines >= 0),
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL,
    encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1))) STRICT""",
    "CREATE INDEX carried_out_at ON carried_out (at)",
]

SQL: list[str] = [*_IMPORTS, *_CARRIED_OUT]

SQLITE: list[str] = [
    f"""CREATE TRIGGER carried_out_no_{what} BEFORE {what.upper()} ON carried_out
    BEGIN SELECT RAISE(ABORT, 'what left the house is only added to'); END"""
    for what in ("update", "delete")
]

SERVER: list[str] = [
    """CREATE FUNCTION carried_out_stays() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'what left the house is only added to'; END $$""",
    """CREATE TRIGGER carried_out_stays BEFORE UPDATE OR DELETE ON carried_out
    FOR EACH ROW EXECUTE FUNCTION carried_out_stays()""",
]
