"""Goods by unit and by quantity, and which contract has which unit."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

SQL: list[str] = [
    """ALTER TABLE item ADD COLUMN kept TEXT NOT NULL DEFAULT 'not'
    CHECK (kept IN ('not', 'vin', 'serial', 'quantity'))""",
    f"""CREATE TABLE stock_unit ({_RECORD}
    item_id INTEGER NOT NULL REFERENCES item (id),
    vin TEXT NOT NULL,
    serial TEXT NOT NULL,
    number_key TEXT NOT NULL CHECK (number_key <> ''),
    engine_number TEXT NOT NULL,
    colour TEXT NOT NULL,
    options TEXT NOT NULL,
    cost INTEGER NOT NULL CHECK (cost >= 0),
    state TEXT NOT NULL CHECK (state IN ('in_transit', 'in_stock', 'reserved', 'demo', 'sold', 'gone')),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    expected_on TEXT,
    arrived_on TEXT,
    left_on TEXT,
    place TEXT NOT NULL,
    mileage_km INTEGER NOT NULL CHECK (mileage_km >= 0),
    note TEXT NOT NULL,
    CHECK ((vin = '') <> (serial = '')),
    CHECK ((left_on IS NOT NULL) = (state IN ('sold', 'gone')))) STRICT""",
    "CREATE UNIQUE INDEX stock_unit_number ON stock_unit (number_key) WHERE left_on IS NULL",
    "CREATE INDEX stock_unit_item ON stock_unit (item_id, state)",
    "CREATE INDEX stock_unit_state ON stock_unit (state, arrived_on)",
    """CREATE TABLE stock_quantity (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL UNIQUE REFERENCES item (id),
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    reserved INTEGER NOT NULL CHECK (reserved >= 0),
    value INTEGER NOT NULL CHECK (value >= 0),
    place TEXT NOT NULL,
    CHECK (quantity > 0 OR value = 0)) STRICT""",
    """CREATE TABLE stock_movement (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id),
    unit_id INTEGER REFERENCES stock_unit (id),
    contract_id INTEGER REFERENCES contract (id),
    kind TEXT NOT NULL CHECK (kind IN ('announced', 'received', 'moved', 'driven', 'demo', 'demo_ended', 'reserved',
        'released', 'sold', 'corrected', 'written_off', 'returned', 'issued')),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    quantity INTEGER NOT NULL,
    value INTEGER NOT NULL,
    place TEXT NOT NULL,
    mileage_km INTEGER,
    reason TEXT NOT NULL) STRICT""",
    "CREATE INDEX stock_movement_unit ON stock_movement (unit_id, id)",
    "CREATE INDEX stock_movement_item ON stock_movement (item_id, id)",
    "CREATE INDEX stock_movement_contract ON stock_movement (contract_id, id)",
    """CREATE TABLE contract_unit (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    line_position INTEGER NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES stock_unit (id),
    chosen_at INTEGER NOT NULL,
    chosen_by_id INTEGER NOT NULL REFERENCES staff (id),
    reserved_at INTEGER,
    released_at INTEGER,
    sold_at INTEGER,
    CHECK (sold_at IS NULL OR (reserved_at IS NOT NULL AND released_at IS NULL))) STRICT""",
    """CREATE UNIQUE INDEX contract_unit_reserved ON contract_unit (unit_id)
    WHERE reserved_at IS NOT NULL AND released_at IS NULL""",
    """CREATE UNIQUE INDEX contract_unit_chosen ON contract_unit (contract_id, unit_id)
    WHERE released_at IS NULL""",
]

SQLITE: list[str] = [
    f"""CREATE TRIGGER stock_movement_no_{what} BEFORE {what.upper()} ON stock_movement
    BEGIN SELECT RAISE(ABORT, 'movements of stock are only added to'); END"""
    for what in ("update", "delete")
]

SERVER: list[str] = [
    """CREATE FUNCTION stock_movement_stays() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'movements of stock are only added to'; END $$""",
    """CREATE TRIGGER stock_movement_stays BEFORE UPDATE OR DELETE ON stock_movement
    FOR EACH ROW EXECUTE FUNCTION stock_movement_stays()""",
]
