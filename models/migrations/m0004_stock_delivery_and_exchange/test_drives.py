"""Test drives: bookings of demo cars, what was seen and signed before, what was said after."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

_TAKEN = "state IN ('booked', 'out')"
_OVERLAPS = f"""EXISTS (SELECT 1 FROM test_drive t WHERE t.unit_id = NEW.unit_id AND t.id <> NEW.id
    AND t.{_TAKEN} AND t.starts_at < NEW.ends_at AND NEW.starts_at < t.ends_at)"""
_TWICE = """CREATE TRIGGER test_drive_no_two_{name} BEFORE {event} ON test_drive
WHEN NEW.{taken} AND {overlaps}
BEGIN SELECT RAISE(ABORT, 'the car is booked at this time already'); END"""

SQL: list[str] = [
    f"""CREATE TABLE test_drive ({_RECORD}
    number TEXT NOT NULL UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    unit_id INTEGER NOT NULL REFERENCES stock_unit (id),
    consultant_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('booked', 'out', 'returned', 'closed', 'cancelled', 'no_show')),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    note TEXT NOT NULL,
    reason TEXT NOT NULL,
    fuel INTEGER CHECK (fuel BETWEEN 0 AND 8),
    clean INTEGER NOT NULL CHECK (clean IN (0, 1)),
    insured INTEGER NOT NULL CHECK (insured IN (0, 1)),
    licence_name TEXT NOT NULL,
    licence_number TEXT NOT NULL,
    licence_class TEXT NOT NULL,
    licence_until TEXT,
    licence_scan_id INTEGER REFERENCES attachment (id),
    licence_seen_by_id INTEGER REFERENCES staff (id),
    signed_how TEXT CHECK (signed_how IN ('drawn', 'scan')),
    signature_id INTEGER REFERENCES attachment (id),
    signed_at INTEGER,
    routes TEXT NOT NULL,
    route TEXT NOT NULL,
    out_at INTEGER,
    out_km INTEGER CHECK (out_km >= 0),
    back_at INTEGER,
    back_km INTEGER,
    rode_first INTEGER NOT NULL CHECK (rode_first IN (0, 1)),
    swapped_engine_off INTEGER NOT NULL CHECK (swapped_engine_off IN (0, 1)),
    liked TEXT NOT NULL,
    disliked TEXT NOT NULL,
    wish TEXT NOT NULL,
    next_step TEXT NOT NULL,
    next_at INTEGER,
    CHECK (ends_at > starts_at),
    CHECK (back_at IS NULL OR back_at >= out_at),
    CHECK (back_km IS NULL OR back_km >= out_km),
    CHECK ((out_at IS NOT NULL) = (state IN ('out', 'returned', 'closed'))),
    CHECK ((back_at IS NOT NULL) = (state IN ('returned', 'closed')))) STRICT""",
    "CREATE INDEX test_drive_customer ON test_drive (customer_id, starts_at)",
    "CREATE INDEX test_drive_unit ON test_drive (unit_id, starts_at)",
    "CREATE INDEX test_drive_starts ON test_drive (starts_at, id)",
    "CREATE INDEX test_drive_open ON test_drive (state, starts_at) WHERE state IN ('booked', 'out', 'returned')",
    "CREATE UNIQUE INDEX test_drive_out ON test_drive (unit_id) WHERE state = 'out'",
    """CREATE TABLE test_drive_point (
    id INTEGER PRIMARY KEY,
    drive_id INTEGER NOT NULL REFERENCES test_drive (id),
    position INTEGER NOT NULL,
    point TEXT NOT NULL,
    agreed INTEGER CHECK (agreed IN (0, 1)),
    remark TEXT NOT NULL,
    UNIQUE (drive_id, position)) STRICT""",
]

SQLITE: list[str] = [
    _TWICE.format(name=event.split()[0].lower(), event=event, taken=_TAKEN, overlaps=_OVERLAPS)
    for event in ("INSERT", "UPDATE OF unit_id, starts_at, ends_at, state")
]

SERVER: list[str] = [
    f"""ALTER TABLE test_drive ADD CONSTRAINT test_drive_no_two EXCLUDE USING gist
    (box(point(unit_id, starts_at), point(unit_id, ends_at - 1)) WITH &&) WHERE ({_TAKEN})"""
]
