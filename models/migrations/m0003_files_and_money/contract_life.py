"""Who asked for approvals, clauses, signatures; amendments, cancellations and exceptions of contracts."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

_SUPPLEMENT = f"""{_RECORD}
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    drafted_by_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signed', 'withdrawn')),
    reason TEXT NOT NULL,
    returned TEXT NOT NULL,
    signed_on TEXT,
    frozen BLOB,"""

_STAGES_OF_OLD = """
UPDATE contract_stage SET event = known.event, days = known.days, deposit = known.deposit
FROM contract, ({known}) AS known
WHERE contract.id = contract_stage.contract_id AND known.plan = contract.plan AND known.code = contract_stage.code"""

_KNOWN_TO_SQLITE = """
SELECT json_extract(p.value, '$.code') AS plan, json_extract(s.value, '$.code') AS code,
    json_extract(s.value, '$.due.event') AS event, coalesce(json_extract(s.value, '$.due.days'), 0) AS days,
    coalesce(json_extract(s.value, '$.deposit'), 0) AS deposit
FROM setting t, json_each(t.value, '$.payment_plans') p, json_each(p.value, '$.stages') s WHERE t.name = 'trade'"""

_KNOWN_TO_SERVER = """
SELECT p.value ->> 'code' AS plan, s.value ->> 'code' AS code, s.value -> 'due' ->> 'event' AS event,
    coalesce((s.value -> 'due' ->> 'days')::bigint, 0) AS days,
    coalesce((s.value ->> 'deposit')::boolean, false)::int AS deposit
FROM setting t, jsonb_array_elements(t.value::jsonb -> 'payment_plans') p, jsonb_array_elements(p.value -> 'stages') s
WHERE t.name = 'trade'"""

SQL: list[str] = [
    "ALTER TABLE contract ADD COLUMN clauses TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE contract ADD COLUMN amendment_no INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE contract ADD COLUMN amended INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX contract_signed ON contract (signed_on, id)",
    "CREATE INDEX payment_contract_amount ON payment (contract_id, amount)",
    "ALTER TABLE contract_stage ADD COLUMN event TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE contract_stage ADD COLUMN days INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE contract_stage ADD COLUMN deposit INTEGER NOT NULL DEFAULT 0 CHECK (deposit IN (0, 1))",
    f"""CREATE TABLE amendment ({_SUPPLEMENT}
    no INTEGER NOT NULL CHECK (no > 0),
    whole_discount INTEGER NOT NULL CHECK (whole_discount >= 0),
    subject TEXT NOT NULL,
    change INTEGER NOT NULL,
    total INTEGER NOT NULL CHECK (total >= 0),
    UNIQUE (contract_id, no)) STRICT""",
    """CREATE TABLE amendment_line (
    id INTEGER PRIMARY KEY,
    amendment_id INTEGER NOT NULL REFERENCES amendment (id),
    position INTEGER NOT NULL,
    item_id INTEGER REFERENCES item (id),
    category TEXT NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    unit_price INTEGER NOT NULL,
    discount INTEGER NOT NULL CHECK (discount >= 0),
    cost INTEGER NOT NULL,
    listed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (amendment_id, position)) STRICT""",
    """CREATE TABLE amended_stage (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    amendment_no INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    condition TEXT NOT NULL,
    share INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    due_on TEXT,
    event TEXT NOT NULL,
    days INTEGER NOT NULL,
    deposit INTEGER NOT NULL CHECK (deposit IN (0, 1)),
    UNIQUE (contract_id, amendment_no, position)) STRICT""",
    "CREATE INDEX amended_stage_due ON amended_stage (due_on)",
    f"""CREATE TABLE cancellation ({_SUPPLEMENT}
    fault TEXT NOT NULL CHECK (fault IN ('customer', 'store', 'both', 'nobody')),
    received INTEGER NOT NULL CHECK (received >= 0),
    deposit INTEGER NOT NULL CHECK (deposit >= 0),
    proposed INTEGER NOT NULL CHECK (proposed >= 0),
    refund INTEGER NOT NULL CHECK (refund >= 0 AND refund <= received),
    because TEXT NOT NULL) STRICT""",
    "CREATE INDEX cancellation_contract ON cancellation (contract_id)",
    "ALTER TABLE payment ADD COLUMN cancellation_id INTEGER REFERENCES cancellation (id)",
    "CREATE INDEX payment_cancellation ON payment (cancellation_id) WHERE cancellation_id IS NOT NULL",
    "ALTER TABLE contract_approval ADD COLUMN asked_by_id INTEGER REFERENCES staff (id)",
    "ALTER TABLE contract_approval ADD COLUMN amendment_id INTEGER REFERENCES amendment (id)",
    "ALTER TABLE contract_approval ADD COLUMN cancellation_id INTEGER REFERENCES cancellation (id)",
    """UPDATE contract_approval SET asked_by_id = (
    SELECT l.staff_id FROM audit_line l JOIN staff ON staff.id = l.staff_id
    WHERE l.kind = 'contract' AND l.record_id = contract_approval.contract_id
        AND l.action = 'sales.submit_contract' AND l.at >= contract_approval.asked_at ORDER BY l.id LIMIT 1)""",
    """CREATE TABLE contract_signature (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    amendment_id INTEGER REFERENCES amendment (id),
    cancellation_id INTEGER REFERENCES cancellation (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('drawn', 'scan')),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    taken_at INTEGER NOT NULL,
    taken_by_id INTEGER NOT NULL REFERENCES staff (id)) STRICT""",
    "CREATE INDEX contract_signature_contract ON contract_signature (contract_id)",
    f"""CREATE TABLE contract_exception ({_RECORD}
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER REFERENCES contract (id),
    customer_id INTEGER REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('wrong', 'missed', 'doubled', 'other')),
    happened_on TEXT NOT NULL,
    what TEXT NOT NULL,
    logged_by_id INTEGER NOT NULL REFERENCES staff (id),
    cost INTEGER NOT NULL,
    ended_on TEXT) STRICT""",
    "CREATE INDEX contract_exception_contract ON contract_exception (contract_id)",
    "CREATE INDEX contract_exception_customer ON contract_exception (customer_id)",
    """CREATE TABLE contract_exception_entry (
    id INTEGER PRIMARY KEY,
    exception_id INTEGER NOT NULL REFERENCES contract_exception (id),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('note', 'offered', 'told', 'cost', 'ended', 'reopened')),
    text TEXT NOT NULL,
    told_by_id INTEGER REFERENCES staff (id),
    amount INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id)) STRICT""",
    "CREATE INDEX contract_exception_entry_exception ON contract_exception_entry (exception_id, id)",
]
SQLITE: list[str] = [_STAGES_OF_OLD.format(known=_KNOWN_TO_SQLITE)]
SERVER: list[str] = [_STAGES_OF_OLD.format(known=_KNOWN_TO_SERVER)]
