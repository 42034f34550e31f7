"""Care of customer files: merges, protection, loss, erasure."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

SQL: list[str] = [
    "ALTER TABLE customer ADD COLUMN merged_into_id INTEGER REFERENCES customer (id)",
    "ALTER TABLE customer ADD COLUMN erased_at INTEGER",
    "ALTER TABLE customer ADD COLUMN granted_until INTEGER",
    "ALTER TABLE customer ADD COLUMN granted_to_id INTEGER REFERENCES staff (id)",
    "ALTER TABLE customer ADD COLUMN extended_for_id INTEGER REFERENCES staff (id)",
    "ALTER TABLE customer ADD COLUMN extension_reason TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX customer_merged_into ON customer (merged_into_id) WHERE merged_into_id IS NOT NULL",
    "CREATE INDEX customer_granted ON customer (granted_to_id, granted_until) WHERE granted_to_id IS NOT NULL",
    "CREATE INDEX customer_phone_last_four ON customer_phone (substr(digits, length(digits) - 3))",
    f"""CREATE TABLE customer_merge ({_RECORD}
    kept_id INTEGER NOT NULL REFERENCES customer (id),
    gone_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    content TEXT NOT NULL,
    undone_at INTEGER,
    undone_by_id INTEGER REFERENCES staff (id),
    CHECK (kept_id <> gone_id)) STRICT""",
    "CREATE INDEX customer_merge_kept ON customer_merge (kept_id)",
    "CREATE INDEX customer_merge_gone ON customer_merge (gone_id)",
    f"""CREATE TABLE customer_loss ({_RECORD}
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    lost_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    told TEXT NOT NULL,
    stage_before TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value >= 0),
    wakes_on TEXT,
    woken_at INTEGER,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'granted', 'refused')),
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    remark TEXT NOT NULL) STRICT""",
    "CREATE INDEX customer_loss_customer ON customer_loss (customer_id, lost_at)",
    "CREATE INDEX customer_loss_decision ON customer_loss (decision, lost_at)",
    "CREATE INDEX customer_loss_wakes ON customer_loss (wakes_on) WHERE wakes_on IS NOT NULL AND woken_at IS NULL",
    """CREATE TABLE customer_apart (
    id INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL REFERENCES customer (id),
    second_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    said_at INTEGER NOT NULL,
    UNIQUE (first_id, second_id),
    CHECK (first_id <> second_id)) STRICT""",
    "CREATE INDEX customer_apart_second ON customer_apart (second_id)",
]
SQLITE: list[str] = []
SERVER: list[str] = []
