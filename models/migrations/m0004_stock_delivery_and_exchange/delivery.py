"""Deliveries, their checklists, their bays."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

_ROLES = (
    "'reception', 'sales', 'sales_manager', 'service_advisor', 'technician', 'parts_keeper', 'cashier', 'owner', "
    "'administrator'"
)
_APPENDED = ("delivery_event", "delivery_signature")
"""What happened, which nobody may change or take away."""

_FIXED = """CREATE TRIGGER {table}_no_{verb} BEFORE {command} ON {table}
BEGIN SELECT RAISE(ABORT, 'what happened at a delivery cannot be changed'); END"""
_FIXED_ON_SERVER = """CREATE FUNCTION delivery_fixed() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'what happened at a delivery cannot be changed'; END
$$ LANGUAGE plpgsql"""
_FIXED_TABLE = """CREATE TRIGGER {table}_fixed BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION delivery_fixed()"""

SQL: list[str] = [
    f"""CREATE TABLE bay ({_RECORD}
    name TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1))) STRICT""",
    f"""CREATE TABLE delivery_template ({_RECORD}
    code TEXT NOT NULL,
    no INTEGER NOT NULL CHECK (no > 0),
    content TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    UNIQUE (code, no)) STRICT""",
    f"""CREATE TABLE delivery ({_RECORD}
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    template TEXT NOT NULL,
    template_no INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'confirmed', 'ready', 'handed_over', 'followed_up', 'closed',
        'cancelled')),
    bay_id INTEGER REFERENCES bay (id),
    place TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    consultant_id INTEGER NOT NULL REFERENCES staff (id),
    advisor_id INTEGER REFERENCES staff (id),
    drive_minutes INTEGER NOT NULL CHECK (drive_minutes >= 0),
    bring TEXT NOT NULL,
    note TEXT NOT NULL,
    reason TEXT NOT NULL,
    handed_over_at INTEGER,
    handed_over_by_id INTEGER REFERENCES staff (id),
    booked_at INTEGER,
    booked_by_id INTEGER REFERENCES staff (id)) STRICT""",
    "CREATE INDEX delivery_contract ON delivery (contract_id)",
    "CREATE INDEX delivery_customer ON delivery (customer_id)",
    "CREATE INDEX delivery_starts ON delivery (starts_at, id)",
    "CREATE INDEX delivery_live ON delivery (state, starts_at) WHERE state IN ('planned', 'confirmed', 'ready')",
    "CREATE INDEX delivery_unbooked ON delivery (id) WHERE handed_over_at IS NOT NULL AND booked_at IS NULL",
    """CREATE TABLE delivery_line (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    line INTEGER NOT NULL,
    quantity INTEGER CHECK (quantity >= 0),
    released INTEGER NOT NULL CHECK (released IN (0, 1))) STRICT""",
    """CREATE UNIQUE INDEX delivery_line_once ON delivery_line (contract_id, line)
    WHERE released = 0 AND quantity IS NULL""",
    "CREATE INDEX delivery_line_contract ON delivery_line (contract_id, line)",
    "CREATE INDEX delivery_line_delivery ON delivery_line (delivery_id)",
    f"""CREATE TABLE delivery_item (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    section_no INTEGER NOT NULL,
    section TEXT NOT NULL,
    part TEXT NOT NULL,
    wording TEXT NOT NULL,
    required INTEGER NOT NULL CHECK (required IN (0, 1)),
    role TEXT NOT NULL CHECK (role IN ({_ROLES})),
    evidence TEXT NOT NULL CHECK (evidence IN ('tick', 'reading', 'text', 'photo', 'signature')),
    gate TEXT NOT NULL CHECK (gate IN ('ready', 'hand_over', 'after')),
    means TEXT NOT NULL CHECK (means IN ('', 'call', 'inspection', 'serial', 'mileage', 'advisor')),
    days INTEGER,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'not_applicable')),
    reading INTEGER,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    attachment_id INTEGER REFERENCES attachment (id),
    staff_id INTEGER REFERENCES staff (id),
    at INTEGER,
    UNIQUE (delivery_id, position)) STRICT""",
    """CREATE TABLE delivery_unit (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    serial TEXT NOT NULL,
    typed TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    UNIQUE (delivery_id, serial)) STRICT""",
    """CREATE TABLE delivery_event (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('planned', 'changed', 'called', 'confirmed', 'ready', 'overruled', 'asked',
        'approved', 'returned', 'postponed', 'cancelled', 'signed', 'handed_over', 'booked', 'followed_up', 'closed')),
    text TEXT NOT NULL,
    reached INTEGER CHECK (reached IN (0, 1)),
    starts_at INTEGER,
    new_starts_at INTEGER,
    told_at INTEGER,
    amount INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id)) STRICT""",
    "CREATE INDEX delivery_event_delivery ON delivery_event (delivery_id, id)",
    f"""CREATE TABLE dispatch_note ({_RECORD}
    number TEXT NOT NULL UNIQUE,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    decision TEXT NOT NULL CHECK (decision IN ('open', 'granted', 'returned')),
    asked_by_id INTEGER NOT NULL REFERENCES staff (id),
    asked_at INTEGER NOT NULL,
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    reason TEXT NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX dispatch_note_standing ON dispatch_note (delivery_id) WHERE decision <> 'returned'",
    "CREATE INDEX dispatch_note_delivery ON dispatch_note (delivery_id)",
    """CREATE TABLE delivery_signature (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    name TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('drawn', 'scan')),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    taken_at INTEGER NOT NULL,
    taken_by_id INTEGER NOT NULL REFERENCES staff (id)) STRICT""",
    "CREATE INDEX delivery_signature_delivery ON delivery_signature (delivery_id)",
    f"""CREATE TABLE delivery_defect ({_RECORD}
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    part TEXT NOT NULL,
    what TEXT NOT NULL,
    due_on TEXT NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    attachment_id INTEGER REFERENCES attachment (id),
    mended_on TEXT,
    mended TEXT NOT NULL,
    noted_by_id INTEGER NOT NULL REFERENCES staff (id)) STRICT""",
    "CREATE INDEX delivery_defect_delivery ON delivery_defect (delivery_id)",
    "CREATE INDEX delivery_defect_customer ON delivery_defect (customer_id)",
    "CREATE INDEX delivery_defect_due ON delivery_defect (due_on) WHERE mended_on IS NULL",
    """CREATE TABLE delivery_run (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    position INTEGER NOT NULL,
    minute INTEGER NOT NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    phone TEXT NOT NULL,
    UNIQUE (delivery_id, position)) STRICT""",
    """CREATE TABLE delivery_goods (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    owned_goods_id INTEGER NOT NULL REFERENCES owned_goods (id),
    serial TEXT NOT NULL,
    UNIQUE (delivery_id, owned_goods_id)) STRICT""",
    """CREATE TABLE delivery_exception (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES delivery (id),
    exception_id INTEGER NOT NULL UNIQUE REFERENCES contract_exception (id)) STRICT""",
    "CREATE INDEX delivery_exception_delivery ON delivery_exception (delivery_id)",
]

SQLITE: list[str] = [
    _FIXED.format(table=table, verb=command.lower(), command=command)
    for table in _APPENDED
    for command in ("UPDATE", "DELETE")
]

SERVER: list[str] = [_FIXED_ON_SERVER, *(_FIXED_TABLE.format(table=table) for table in _APPENDED)]
