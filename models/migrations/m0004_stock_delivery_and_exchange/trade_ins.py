"""Appraisals of used vehicles, and the lines of quotes and contracts that deduct them."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

SQL: list[str] = [
    f"""CREATE TABLE appraisal ({_RECORD}
    number TEXT NOT NULL UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    owned_goods_id INTEGER REFERENCES owned_goods (id),
    appraiser_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'offered', 'used', 'taken_in',
        'declined')),
    make TEXT NOT NULL,
    model TEXT NOT NULL,
    colour TEXT NOT NULL,
    plate TEXT NOT NULL,
    vin TEXT NOT NULL,
    registered_on TEXT,
    mileage_km INTEGER CHECK (mileage_km >= 0),
    owners INTEGER NOT NULL CHECK (owners >= 0),
    insurance_until TEXT,
    inspection_until TEXT,
    accidents TEXT NOT NULL,
    mortgage TEXT NOT NULL,
    documents TEXT NOT NULL,
    note TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0),
    valid_until TEXT,
    submitted_at INTEGER,
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    reason TEXT NOT NULL,
    unit_id INTEGER REFERENCES stock_unit (id),
    CHECK (state <> 'taken_in' OR unit_id IS NOT NULL)) STRICT""",
    "CREATE INDEX appraisal_customer ON appraisal (customer_id, id)",
    "CREATE INDEX appraisal_state ON appraisal (state, id)",
    "CREATE UNIQUE INDEX appraisal_unit ON appraisal (unit_id)",
    """CREATE TABLE appraisal_condition (
    id INTEGER PRIMARY KEY,
    appraisal_id INTEGER NOT NULL REFERENCES appraisal (id),
    position INTEGER NOT NULL,
    area TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('', 'good', 'worn', 'poor')),
    remark TEXT NOT NULL,
    UNIQUE (appraisal_id, position)) STRICT""",
    """CREATE TABLE appraisal_reference (
    id INTEGER PRIMARY KEY,
    appraisal_id INTEGER NOT NULL REFERENCES appraisal (id),
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    about TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price > 0),
    UNIQUE (appraisal_id, position)) STRICT""",
    "ALTER TABLE quote_line ADD COLUMN appraisal_id INTEGER REFERENCES appraisal (id)",
    "ALTER TABLE contract_line ADD COLUMN appraisal_id INTEGER REFERENCES appraisal (id)",
    "CREATE INDEX quote_line_appraisal ON quote_line (appraisal_id) WHERE appraisal_id IS NOT NULL",
    "CREATE INDEX contract_line_appraisal ON contract_line (appraisal_id) WHERE appraisal_id IS NOT NULL",
]

SQLITE: list[str] = []

SERVER: list[str] = []
