"""Customer files whole: what C1 asks, contact people of a company, tags, relations, owned goods, needs, grades."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

_WORDS = ("company", "campaign", "grade", "drink", "seat", "hobby", "taboo")

SQL: list[str] = [
    "ALTER TABLE customer ADD COLUMN birthday TEXT",
    """ALTER TABLE customer ADD COLUMN id_type TEXT NOT NULL DEFAULT '' CHECK (id_type IN ('', 'resident', 'passport',
    'hk_macau', 'taiwan', 'foreigner', 'officer', 'licence', 'other'))""",
    "ALTER TABLE customer ADD COLUMN id_key TEXT NOT NULL DEFAULT ''",
    """ALTER TABLE customer ADD COLUMN best_way TEXT NOT NULL DEFAULT '' CHECK (best_way IN ('', 'phone', 'message',
    'wechat', 'email', 'visit'))""",
    *(f"ALTER TABLE customer ADD COLUMN {name} TEXT NOT NULL DEFAULT ''" for name in _WORDS),
    "UPDATE customer SET id_key = lower(replace(replace(id_number, ' ', ''), '-', ''))",
    "CREATE INDEX customer_id_key ON customer (id_key) WHERE id_key <> ''",
    "ALTER TABLE customer_phone ADD COLUMN label TEXT NOT NULL DEFAULT ''",
    f"""CREATE TABLE contact_person ({_RECORD}
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    wechat TEXT NOT NULL,
    email TEXT NOT NULL,
    note TEXT NOT NULL) STRICT""",
    "CREATE INDEX contact_person_customer ON contact_person (customer_id)",
    """INSERT INTO contact_person (uid, version, created_at, changed_at, customer_id, name, post, wechat, email, note)
    SELECT uid, 1, created_at, changed_at, id, contact_person, '', '', '', '' FROM customer
    WHERE contact_person <> '' ORDER BY id""",
    "ALTER TABLE customer DROP COLUMN contact_person",
    """CREATE TABLE contact_phone (
    id INTEGER PRIMARY KEY,
    contact_person_id INTEGER NOT NULL REFERENCES contact_person (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    digits TEXT NOT NULL) STRICT""",
    "CREATE INDEX contact_phone_contact_person ON contact_phone (contact_person_id, position)",
    "CREATE INDEX contact_phone_digits ON contact_phone (digits)",
    """CREATE TABLE customer_tag (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    UNIQUE (customer_id, tag)) STRICT""",
    "CREATE INDEX customer_tag_tag ON customer_tag (tag)",
    """CREATE TABLE customer_relation (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    other_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('spouse', 'parent', 'child', 'sibling', 'relative', 'friend', 'colleague',
        'employer', 'employee', 'other')),
    CHECK (customer_id <> other_id),
    UNIQUE (customer_id, other_id)) STRICT""",
    "CREATE INDEX customer_relation_other ON customer_relation (other_id)",
    f"""CREATE TABLE owned_goods ({_RECORD}
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    make TEXT NOT NULL,
    model TEXT NOT NULL,
    colour TEXT NOT NULL,
    serial TEXT NOT NULL,
    serial_key TEXT NOT NULL,
    plate TEXT NOT NULL,
    plate_key TEXT NOT NULL,
    bought_on TEXT,
    bought_at TEXT NOT NULL,
    mileage INTEGER CHECK (mileage >= 0),
    mileage_on TEXT,
    insurance_until TEXT,
    inspection_until TEXT,
    warranty_until TEXT,
    note TEXT NOT NULL,
    gone_on TEXT) STRICT""",
    "CREATE INDEX owned_goods_customer ON owned_goods (customer_id)",
    "CREATE INDEX owned_goods_serial ON owned_goods (serial_key) WHERE serial_key <> ''",
    "CREATE INDEX owned_goods_plate ON owned_goods (plate_key) WHERE plate_key <> ''",
    f"""CREATE TABLE needs_assessment ({_RECORD}
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    asked_at INTEGER NOT NULL,
    answers TEXT NOT NULL,
    summary TEXT NOT NULL) STRICT""",
    "CREATE INDEX needs_assessment_customer ON needs_assessment (customer_id, asked_at)",
    """CREATE TABLE grade_proposal (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    grade TEXT NOT NULL,
    reason TEXT NOT NULL,
    proposed_by_id INTEGER NOT NULL REFERENCES staff (id),
    proposed_at INTEGER NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'granted', 'refused')),
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    answer TEXT NOT NULL) STRICT""",
    "CREATE INDEX grade_proposal_customer ON grade_proposal (customer_id)",
    "CREATE INDEX grade_proposal_open ON grade_proposal (decision, proposed_at)",
]
SQLITE: list[str] = []
SERVER: list[str] = []
