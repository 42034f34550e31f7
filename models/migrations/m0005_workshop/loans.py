"""What the desk lends."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

SQL: list[str] = [
    f"""CREATE TABLE loan_kind ({_RECORD}
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    keeping TEXT NOT NULL CHECK (keeping IN ('pool', 'numbered', 'car')),
    count INTEGER NOT NULL CHECK (count >= 0),
    deposit INTEGER NOT NULL CHECK (deposit >= 0),
    hours INTEGER NOT NULL CHECK (hours > 0),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    CHECK (keeping = 'pool' OR count = 0)) STRICT""",
    f"""CREATE TABLE loan_thing ({_RECORD}
    kind_id INTEGER NOT NULL REFERENCES loan_kind (id),
    label TEXT NOT NULL CHECK (label <> ''),
    model TEXT NOT NULL,
    mileage_km INTEGER NOT NULL CHECK (mileage_km >= 0),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    UNIQUE (kind_id, label)) STRICT""",
    f"""CREATE TABLE loan ({_RECORD}
    number TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('out', 'returned', 'lost')),
    kind_id INTEGER NOT NULL REFERENCES loan_kind (id),
    thing_id INTEGER REFERENCES loan_thing (id),
    count INTEGER NOT NULL CHECK (count > 0),
    customer_id INTEGER REFERENCES customer (id),
    borrower_id INTEGER REFERENCES staff (id),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    lent_by_id INTEGER NOT NULL REFERENCES staff (id),
    lent_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    deposit INTEGER NOT NULL CHECK (deposit >= 0),
    condition_out TEXT NOT NULL,
    note TEXT NOT NULL,
    out_km INTEGER CHECK (out_km >= 0),
    out_fuel INTEGER CHECK (out_fuel BETWEEN 0 AND 8),
    licence_number TEXT NOT NULL,
    licence_until TEXT,
    licence_seen_by_id INTEGER REFERENCES staff (id),
    signed_at INTEGER,
    signed_by_id INTEGER REFERENCES staff (id),
    reminded_at INTEGER,
    reminded_by_id INTEGER REFERENCES staff (id),
    reminded_said TEXT NOT NULL,
    ended_at INTEGER,
    taken_by_id INTEGER REFERENCES staff (id),
    condition_in TEXT NOT NULL,
    back_km INTEGER,
    back_fuel INTEGER CHECK (back_fuel BETWEEN 0 AND 8),
    cost INTEGER NOT NULL CHECK (cost >= 0),
    kept INTEGER NOT NULL CHECK (kept >= 0),
    given_back INTEGER NOT NULL CHECK (given_back >= 0),
    CHECK (customer_id IS NOT NULL OR borrower_id IS NOT NULL OR name <> '' OR phone <> ''),
    CHECK (due_at > lent_at),
    CHECK (thing_id IS NULL OR count = 1),
    CHECK (kept <= cost),
    CHECK ((state = 'out') = (ended_at IS NULL)),
    CHECK ((state = 'out') = (taken_by_id IS NULL)),
    CHECK (ended_at IS NULL OR ended_at >= lent_at),
    CHECK (given_back = CASE state WHEN 'out' THEN 0 ELSE deposit - kept END),
    CHECK (state <> 'out' OR (cost = 0 AND kept = 0)),
    CHECK (back_km IS NULL OR back_km >= out_km),
    CHECK ((signed_at IS NULL) = (signed_by_id IS NULL)),
    CHECK ((reminded_at IS NULL) = (reminded_by_id IS NULL))) STRICT""",
    "CREATE UNIQUE INDEX loan_thing_out ON loan (thing_id) WHERE state = 'out'",
    "CREATE INDEX loan_out ON loan (due_at, id) WHERE state = 'out'",
    "CREATE INDEX loan_kind_out ON loan (kind_id) WHERE state = 'out'",
    "CREATE INDEX loan_customer ON loan (customer_id, lent_at)",
    "CREATE INDEX loan_lent ON loan (lent_at, id)",
]

SQLITE: list[str] = [
    """CREATE TRIGGER loan_no_delete BEFORE DELETE ON loan
BEGIN SELECT RAISE(ABORT, 'a loan stays on record'); END""",
    """CREATE TRIGGER loan_deposit_stays BEFORE UPDATE OF deposit, lent_by_id, lent_at, number ON loan
WHEN NEW.deposit <> OLD.deposit OR NEW.lent_by_id <> OLD.lent_by_id OR NEW.lent_at <> OLD.lent_at
    OR NEW.number <> OLD.number
BEGIN SELECT RAISE(ABORT, 'what was taken at the desk is not rewritten'); END""",
]

SERVER: list[str] = [
    """CREATE FUNCTION loan_stays() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'what was taken at the desk is not rewritten'; END $$""",
    "CREATE TRIGGER loan_no_delete BEFORE DELETE ON loan FOR EACH ROW EXECUTE FUNCTION loan_stays()",
    """CREATE TRIGGER loan_deposit_stays BEFORE UPDATE OF deposit, lent_by_id, lent_at, number ON loan FOR EACH ROW
    WHEN (NEW.deposit <> OLD.deposit OR NEW.lent_by_id <> OLD.lent_by_id OR NEW.lent_at <> OLD.lent_at
    OR NEW.number <> OLD.number) EXECUTE FUNCTION loan_stays()""",
]
