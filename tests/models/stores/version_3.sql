CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE counter (series TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    lines INTEGER NOT NULL,
    code TEXT NOT NULL,
    chain_key TEXT NOT NULL) STRICT;
CREATE TABLE audit_line (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    details TEXT NOT NULL,
    code TEXT NOT NULL) STRICT;
CREATE INDEX audit_line_record ON audit_line (kind, record_id);
CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    roles TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    misses INTEGER NOT NULL,
    left_on TEXT) STRICT;
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    form TEXT NOT NULL,
    content TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (staff_id, form)) STRICT;
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    content BLOB NOT NULL) STRICT;
CREATE INDEX attachment_record ON attachment (kind, record_id);
CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    UNIQUE (kind, record_id)) STRICT;
CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'company')),
    name TEXT NOT NULL,
    form_of_address TEXT NOT NULL CHECK (form_of_address IN ('', 'mr', 'ms')),
    no_contact INTEGER NOT NULL CHECK (no_contact IN (0, 1)),
    wechat TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    id_number TEXT NOT NULL,
    best_time TEXT NOT NULL,
    source TEXT NOT NULL,
    referred_by_id INTEGER REFERENCES customer (id),
    owner_id INTEGER REFERENCES staff (id),
    intent TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('new', 'contacted', 'visited', 'tested', 'quoted', 'ordered', 'delivered',
        'lost')),
    wish TEXT NOT NULL,
    note TEXT NOT NULL,
    last_contact_at INTEGER NOT NULL, birthday TEXT, id_type TEXT NOT NULL DEFAULT '' CHECK (id_type IN ('', 'resident', 'passport',
    'hk_macau', 'taiwan', 'foreigner', 'officer', 'licence', 'other')), id_key TEXT NOT NULL DEFAULT '', best_way TEXT NOT NULL DEFAULT '' CHECK (best_way IN ('', 'phone', 'message',
    'wechat', 'email', 'visit')), company TEXT NOT NULL DEFAULT '', campaign TEXT NOT NULL DEFAULT '', grade TEXT NOT NULL DEFAULT '', drink TEXT NOT NULL DEFAULT '', seat TEXT NOT NULL DEFAULT '', hobby TEXT NOT NULL DEFAULT '', taboo TEXT NOT NULL DEFAULT '', merged_into_id INTEGER REFERENCES customer (id), erased_at INTEGER, granted_until INTEGER, granted_to_id INTEGER REFERENCES staff (id), extended_for_id INTEGER REFERENCES staff (id), extension_reason TEXT NOT NULL DEFAULT '', sort_key TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX customer_recent ON customer (last_contact_at, id);
CREATE INDEX customer_owner ON customer (owner_id, last_contact_at, id);
CREATE TABLE customer_phone (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    digits TEXT NOT NULL, label TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX customer_phone_customer ON customer_phone (customer_id, position);
CREATE INDEX customer_phone_digits ON customer_phone (digits);
CREATE TABLE register_line (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('visit', 'call')),
    at INTEGER NOT NULL,
    left_at INTEGER,
    customer_id INTEGER REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    party_size INTEGER NOT NULL,
    first_time INTEGER NOT NULL CHECK (first_time IN (0, 1)),
    phone TEXT NOT NULL,
    about TEXT NOT NULL,
    result TEXT NOT NULL, source TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'left_contact', 'test_drive', 'quote', 'order', 'no_interest', 'not_attended')), reason TEXT NOT NULL DEFAULT '', invited_for INTEGER, message_for_id INTEGER REFERENCES staff (id), passed_on_at INTEGER) STRICT;
CREATE INDEX register_line_at ON register_line (kind, at);
CREATE INDEX register_line_customer ON register_line (customer_id, at);
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    code TEXT NOT NULL,
    category TEXT NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    price INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)), availability TEXT NOT NULL DEFAULT 'unknown'
    CHECK (availability IN ('unknown', 'in_stock', 'in_transit', 'to_order', 'unavailable')), expected_on TEXT, lead_days INTEGER NOT NULL DEFAULT 0 CHECK (lead_days >= 0), stock_note TEXT NOT NULL DEFAULT '', told_on TEXT, scarce TEXT NOT NULL DEFAULT '', scarce_until TEXT,
    UNIQUE (code)) STRICT;
CREATE TABLE quote (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL,
    edition INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    consultant_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'offered', 'accepted', 'declined', 'expired', 'superseded')),
    quoted_on TEXT NOT NULL,
    valid_days INTEGER NOT NULL,
    plan TEXT NOT NULL,
    whole_discount INTEGER NOT NULL CHECK (whole_discount >= 0),
    total INTEGER NOT NULL,
    needs TEXT NOT NULL,
    note TEXT NOT NULL, expected_on TEXT,
    UNIQUE (number, edition)) STRICT;
CREATE INDEX quote_customer ON quote (customer_id);
CREATE INDEX quote_changed ON quote (changed_at);
CREATE TABLE quote_line (
    id INTEGER PRIMARY KEY,
    quote_id INTEGER NOT NULL REFERENCES quote (id),
    position INTEGER NOT NULL,
    item_id INTEGER REFERENCES item (id),
    category TEXT NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price INTEGER NOT NULL,
    discount INTEGER NOT NULL CHECK (discount >= 0),
    cost INTEGER NOT NULL, listed INTEGER NOT NULL DEFAULT 0, options TEXT NOT NULL DEFAULT '', stock TEXT NOT NULL DEFAULT '',
    UNIQUE (quote_id, position)) STRICT;
CREATE TABLE contract (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    quote_id INTEGER UNIQUE REFERENCES quote (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    consultant_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signed', 'in_delivery', 'delivered',
        'settled', 'closed', 'cancelled')),
    plan TEXT NOT NULL,
    whole_discount INTEGER NOT NULL CHECK (whole_discount >= 0),
    total INTEGER NOT NULL,
    subject TEXT NOT NULL,
    place TEXT NOT NULL,
    signed_on TEXT,
    reason TEXT NOT NULL,
    frozen BLOB, clauses TEXT NOT NULL DEFAULT '', amendment_no INTEGER NOT NULL DEFAULT 0, amended INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX contract_customer ON contract (customer_id);
CREATE INDEX contract_state ON contract (state, changed_at);
CREATE TABLE contract_party (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    position INTEGER NOT NULL CHECK (position IN (1, 2)),
    name TEXT NOT NULL,
    id_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    UNIQUE (contract_id, position)) STRICT;
CREATE TABLE contract_line (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    position INTEGER NOT NULL,
    item_id INTEGER REFERENCES item (id),
    category TEXT NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price INTEGER NOT NULL,
    discount INTEGER NOT NULL CHECK (discount >= 0),
    cost INTEGER NOT NULL, listed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (contract_id, position)) STRICT;
CREATE TABLE contract_stage (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    condition TEXT NOT NULL,
    share INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    due_on TEXT, event TEXT NOT NULL DEFAULT '', days INTEGER NOT NULL DEFAULT 0, deposit INTEGER NOT NULL DEFAULT 0 CHECK (deposit IN (0, 1)),
    UNIQUE (contract_id, position)) STRICT;
CREATE INDEX contract_stage_due ON contract_stage (due_on);
CREATE TABLE contract_approval (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    step TEXT NOT NULL CHECK (step IN ('manager', 'cashier', 'owner')),
    because TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'granted', 'returned')),
    reason TEXT NOT NULL, asked_by_id INTEGER REFERENCES staff (id), amendment_id INTEGER REFERENCES amendment (id), cancellation_id INTEGER REFERENCES cancellation (id)) STRICT;
CREATE INDEX contract_approval_contract ON contract_approval (contract_id);
CREATE INDEX contract_approval_open ON contract_approval (decision, asked_at);
CREATE TABLE payment (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    received_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'loan', 'trade_in')),
    payer TEXT NOT NULL,
    reference_number TEXT NOT NULL,
    cashier_id INTEGER NOT NULL REFERENCES staff (id),
    reverses_id INTEGER UNIQUE REFERENCES payment (id),
    note TEXT NOT NULL, cancellation_id INTEGER REFERENCES cancellation (id), stage TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX payment_contract ON payment (contract_id);
CREATE TABLE paper_print (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    edition INTEGER NOT NULL,
    print_no INTEGER NOT NULL,
    language TEXT NOT NULL,
    size TEXT NOT NULL,
    watermark TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    check_value TEXT NOT NULL,
    facts BLOB NOT NULL,
    staff_id INTEGER NOT NULL,
    printed_by TEXT NOT NULL,
    printed_at INTEGER NOT NULL,
    UNIQUE (kind, number, edition, watermark, print_no)) STRICT;
CREATE VIRTUAL TABLE search_grams USING fts5 (
    grams, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^'");
CREATE TABLE rotation_day (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    line_up TEXT NOT NULL,
    policy TEXT NOT NULL,
    carried TEXT NOT NULL,
    checkpoint TEXT NOT NULL) STRICT;
CREATE TABLE rotation_event (
    id INTEGER PRIMARY KEY,
    day_id INTEGER NOT NULL REFERENCES rotation_day (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    decisions TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    token TEXT UNIQUE,
    UNIQUE (day_id, number)) STRICT;
CREATE TABLE rotation_line_up (
    id INTEGER PRIMARY KEY,
    weekday INTEGER UNIQUE CHECK (weekday BETWEEN 0 AND 6),
    day TEXT UNIQUE,
    people TEXT NOT NULL,
    CHECK ((weekday IS NULL) <> (day IS NULL))) STRICT;
CREATE TABLE rotation_holiday (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL) STRICT;
CREATE TRIGGER rotation_event_no_update BEFORE UPDATE ON rotation_event
    BEGIN SELECT RAISE(ABORT, 'the log of the rotation is only added to'); END;
CREATE TRIGGER rotation_event_no_delete BEFORE DELETE ON rotation_event
    BEGIN SELECT RAISE(ABORT, 'the log of the rotation is only added to'); END;
CREATE INDEX customer_id_key ON customer (id_key) WHERE id_key <> '';
CREATE TABLE contact_person (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    wechat TEXT NOT NULL,
    email TEXT NOT NULL,
    note TEXT NOT NULL) STRICT;
CREATE INDEX contact_person_customer ON contact_person (customer_id);
CREATE TABLE contact_phone (
    id INTEGER PRIMARY KEY,
    contact_person_id INTEGER NOT NULL REFERENCES contact_person (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    digits TEXT NOT NULL) STRICT;
CREATE INDEX contact_phone_contact_person ON contact_phone (contact_person_id, position);
CREATE INDEX contact_phone_digits ON contact_phone (digits);
CREATE TABLE customer_tag (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    UNIQUE (customer_id, tag)) STRICT;
CREATE INDEX customer_tag_tag ON customer_tag (tag);
CREATE TABLE customer_relation (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    other_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('spouse', 'parent', 'child', 'sibling', 'relative', 'friend', 'colleague',
        'employer', 'employee', 'other')),
    CHECK (customer_id <> other_id),
    UNIQUE (customer_id, other_id)) STRICT;
CREATE INDEX customer_relation_other ON customer_relation (other_id);
CREATE TABLE owned_goods (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
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
    gone_on TEXT) STRICT;
CREATE INDEX owned_goods_customer ON owned_goods (customer_id);
CREATE INDEX owned_goods_serial ON owned_goods (serial_key) WHERE serial_key <> '';
CREATE INDEX owned_goods_plate ON owned_goods (plate_key) WHERE plate_key <> '';
CREATE TABLE needs_assessment (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    asked_at INTEGER NOT NULL,
    answers TEXT NOT NULL,
    summary TEXT NOT NULL) STRICT;
CREATE INDEX needs_assessment_customer ON needs_assessment (customer_id, asked_at);
CREATE TABLE grade_proposal (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    grade TEXT NOT NULL,
    reason TEXT NOT NULL,
    proposed_by_id INTEGER NOT NULL REFERENCES staff (id),
    proposed_at INTEGER NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'granted', 'refused')),
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    answer TEXT NOT NULL) STRICT;
CREATE INDEX grade_proposal_customer ON grade_proposal (customer_id);
CREATE INDEX grade_proposal_open ON grade_proposal (decision, proposed_at);
CREATE INDEX customer_merged_into ON customer (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX customer_granted ON customer (granted_to_id, granted_until) WHERE granted_to_id IS NOT NULL;
CREATE INDEX customer_phone_last_four ON customer_phone (substr(digits, length(digits) - 3));
CREATE TABLE customer_merge (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    kept_id INTEGER NOT NULL REFERENCES customer (id),
    gone_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    content TEXT NOT NULL,
    undone_at INTEGER,
    undone_by_id INTEGER REFERENCES staff (id),
    CHECK (kept_id <> gone_id)) STRICT;
CREATE INDEX customer_merge_kept ON customer_merge (kept_id);
CREATE INDEX customer_merge_gone ON customer_merge (gone_id);
CREATE TABLE customer_loss (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
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
    remark TEXT NOT NULL) STRICT;
CREATE INDEX customer_loss_customer ON customer_loss (customer_id, lost_at);
CREATE INDEX customer_loss_decision ON customer_loss (decision, lost_at);
CREATE INDEX customer_loss_wakes ON customer_loss (wakes_on) WHERE wakes_on IS NOT NULL AND woken_at IS NULL;
CREATE TABLE customer_apart (
    id INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL REFERENCES customer (id),
    second_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    said_at INTEGER NOT NULL,
    UNIQUE (first_id, second_id),
    CHECK (first_id <> second_id)) STRICT;
CREATE INDEX customer_apart_second ON customer_apart (second_id);
CREATE INDEX register_line_message ON register_line (message_for_id, at) WHERE message_for_id IS NOT NULL AND passed_on_at IS NULL;
CREATE INDEX register_line_invited ON register_line (invited_for) WHERE invited_for IS NOT NULL;
CREATE INDEX customer_name ON customer (sort_key, id);
CREATE INDEX customer_owner_name ON customer (owner_id, sort_key, id);
CREATE INDEX customer_open ON customer (intent, last_contact_at, id) WHERE stage NOT IN ('ordered', 'delivered', 'lost');
CREATE INDEX customer_owner_open ON customer (owner_id, intent, last_contact_at, id) WHERE stage NOT IN ('ordered', 'delivered', 'lost');
CREATE INDEX customer_closed ON customer (last_contact_at, id) WHERE stage IN ('ordered', 'delivered', 'lost');
CREATE INDEX customer_owner_closed ON customer (owner_id, last_contact_at, id) WHERE stage IN ('ordered', 'delivered', 'lost');
CREATE TABLE promise (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    what TEXT NOT NULL,
    keep_at INTEGER NOT NULL) STRICT;
CREATE INDEX promise_customer ON promise (customer_id);
CREATE TABLE follow_up_task (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    rule TEXT NOT NULL,
    cause TEXT NOT NULL,
    cause_id INTEGER NOT NULL,
    period TEXT NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id INTEGER REFERENCES staff (id),
    with_manager INTEGER NOT NULL CHECK (with_manager IN (0, 1)),
    about TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    counted_from INTEGER,
    level TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    closed_at INTEGER,
    UNIQUE (rule, cause, cause_id, period),
    CHECK ((state = 'open') = (closed_at IS NULL))) STRICT;
CREATE INDEX follow_up_task_staff ON follow_up_task (state, staff_id, due_at);
CREATE INDEX follow_up_task_due ON follow_up_task (state, due_at);
CREATE INDEX follow_up_task_customer ON follow_up_task (customer_id, state);
CREATE INDEX follow_up_task_cause ON follow_up_task (cause, cause_id);
CREATE TABLE follow_up_result (
    id INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL REFERENCES follow_up_task (id),
    at INTEGER NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('reached', 'not_reached', 'postponed', 'refused', 'contacted', 'dropped',
        'reopened')),
    note TEXT NOT NULL,
    why TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    whose_id INTEGER REFERENCES staff (id),
    due_at INTEGER NOT NULL,
    next_at INTEGER,
    line_id INTEGER REFERENCES register_line (id)) STRICT;
CREATE INDEX follow_up_result_task ON follow_up_result (task_id, id);
CREATE INDEX follow_up_result_due ON follow_up_result (due_at, whose_id);
CREATE TABLE item_option (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('option', 'colour')),
    name TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0),
    cost INTEGER NOT NULL CHECK (cost >= 0),
    active INTEGER NOT NULL CHECK (active IN (0, 1))) STRICT;
CREATE INDEX item_option_item ON item_option (item_id, position);
CREATE TABLE quote_approval (
    id INTEGER PRIMARY KEY,
    quote_id INTEGER NOT NULL REFERENCES quote (id),
    step TEXT NOT NULL CHECK (step IN ('manager', 'cashier', 'owner')),
    because TEXT NOT NULL,
    wish TEXT NOT NULL,
    total INTEGER NOT NULL,
    saved INTEGER NOT NULL,
    asked_by_id INTEGER NOT NULL REFERENCES staff (id),
    asked_at INTEGER NOT NULL,
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'granted', 'returned')),
    reason TEXT NOT NULL,
    void_at INTEGER) STRICT;
CREATE INDEX quote_approval_quote ON quote_approval (quote_id);
CREATE INDEX quote_approval_open ON quote_approval (decision, asked_at);
CREATE TABLE finance_offer (
    id INTEGER PRIMARY KEY,
    quote_id INTEGER NOT NULL REFERENCES quote (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('equal_instalments', 'equal_principal')),
    down_payment INTEGER NOT NULL CHECK (down_payment >= 0),
    months INTEGER NOT NULL CHECK (months > 0),
    rate INTEGER NOT NULL CHECK (rate >= 0),
    fee INTEGER NOT NULL CHECK (fee >= 0),
    chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
    UNIQUE (quote_id, position)) STRICT;
CREATE TABLE open_question (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    asked TEXT NOT NULL,
    asked_by_id INTEGER NOT NULL REFERENCES staff (id),
    asked_at INTEGER NOT NULL,
    answer TEXT NOT NULL,
    answered_by_id INTEGER REFERENCES staff (id),
    answered_at INTEGER) STRICT;
CREATE INDEX open_question_customer ON open_question (customer_id);
CREATE INDEX contract_signed ON contract (signed_on, id);
CREATE INDEX payment_contract_amount ON payment (contract_id, amount);
CREATE TABLE amendment (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    drafted_by_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signed', 'withdrawn')),
    reason TEXT NOT NULL,
    returned TEXT NOT NULL,
    signed_on TEXT,
    frozen BLOB,
    no INTEGER NOT NULL CHECK (no > 0),
    whole_discount INTEGER NOT NULL CHECK (whole_discount >= 0),
    subject TEXT NOT NULL,
    change INTEGER NOT NULL,
    total INTEGER NOT NULL CHECK (total >= 0),
    UNIQUE (contract_id, no)) STRICT;
CREATE TABLE amendment_line (
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
    UNIQUE (amendment_id, position)) STRICT;
CREATE TABLE amended_stage (
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
    UNIQUE (contract_id, amendment_no, position)) STRICT;
CREATE INDEX amended_stage_due ON amended_stage (due_on);
CREATE TABLE cancellation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    drafted_by_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signed', 'withdrawn')),
    reason TEXT NOT NULL,
    returned TEXT NOT NULL,
    signed_on TEXT,
    frozen BLOB,
    fault TEXT NOT NULL CHECK (fault IN ('customer', 'store', 'both', 'nobody')),
    received INTEGER NOT NULL CHECK (received >= 0),
    deposit INTEGER NOT NULL CHECK (deposit >= 0),
    proposed INTEGER NOT NULL CHECK (proposed >= 0),
    refund INTEGER NOT NULL CHECK (refund >= 0 AND refund <= received),
    because TEXT NOT NULL) STRICT;
CREATE INDEX cancellation_contract ON cancellation (contract_id);
CREATE INDEX payment_cancellation ON payment (cancellation_id) WHERE cancellation_id IS NOT NULL;
CREATE TABLE contract_signature (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    amendment_id INTEGER REFERENCES amendment (id),
    cancellation_id INTEGER REFERENCES cancellation (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('drawn', 'scan')),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    taken_at INTEGER NOT NULL,
    taken_by_id INTEGER NOT NULL REFERENCES staff (id)) STRICT;
CREATE INDEX contract_signature_contract ON contract_signature (contract_id);
CREATE TABLE contract_exception (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER REFERENCES contract (id),
    customer_id INTEGER REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('wrong', 'missed', 'doubled', 'other')),
    happened_on TEXT NOT NULL,
    what TEXT NOT NULL,
    logged_by_id INTEGER NOT NULL REFERENCES staff (id),
    cost INTEGER NOT NULL,
    ended_on TEXT) STRICT;
CREATE INDEX contract_exception_contract ON contract_exception (contract_id);
CREATE INDEX contract_exception_customer ON contract_exception (customer_id);
CREATE TABLE contract_exception_entry (
    id INTEGER PRIMARY KEY,
    exception_id INTEGER NOT NULL REFERENCES contract_exception (id),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('note', 'offered', 'told', 'cost', 'ended', 'reopened')),
    text TEXT NOT NULL,
    told_by_id INTEGER REFERENCES staff (id),
    amount INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id)) STRICT;
CREATE INDEX contract_exception_entry_exception ON contract_exception_entry (exception_id, id);
CREATE INDEX payment_received ON payment (received_on);
CREATE TABLE payment_reminder (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    reminded_on TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('phone', 'message', 'letter', 'visit')),
    answer TEXT NOT NULL,
    promised_on TEXT,
    pay_by TEXT NOT NULL,
    still_open INTEGER NOT NULL CHECK (still_open > 0),
    interest INTEGER NOT NULL CHECK (interest >= 0)) STRICT;
CREATE INDEX payment_reminder_contract ON payment_reminder (contract_id);
CREATE TABLE payment_reminder_line (
    id INTEGER PRIMARY KEY,
    reminder_id INTEGER NOT NULL REFERENCES payment_reminder (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    due_on TEXT NOT NULL,
    days INTEGER NOT NULL,
    still_open INTEGER NOT NULL,
    interest INTEGER NOT NULL,
    UNIQUE (reminder_id, position)) STRICT;
CREATE TABLE invoice (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT UNIQUE,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'made_out', 'reversed',
        'counter')),
    amount INTEGER NOT NULL CHECK (amount <> 0),
    title TEXT NOT NULL,
    tax_number TEXT NOT NULL,
    tax_invoice TEXT NOT NULL,
    asked_by_id INTEGER NOT NULL REFERENCES staff (id),
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    made_out_by_id INTEGER REFERENCES staff (id),
    made_out_on TEXT,
    reverses_id INTEGER UNIQUE REFERENCES invoice (id),
    reason TEXT NOT NULL,
    note TEXT NOT NULL) STRICT;
CREATE INDEX invoice_contract ON invoice (contract_id);
CREATE INDEX invoice_state ON invoice (state, id);
CREATE TABLE received_statement (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    amount INTEGER NOT NULL,
    note TEXT NOT NULL,
    said_at INTEGER NOT NULL) STRICT;
CREATE INDEX received_statement_month ON received_statement (month, contract_id);
CREATE TABLE reconciliation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    month TEXT NOT NULL,
    closed_by_id INTEGER NOT NULL REFERENCES staff (id),
    corrects_id INTEGER UNIQUE REFERENCES reconciliation (id),
    note TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX reconciliation_month ON reconciliation (month) WHERE corrects_id IS NULL;
CREATE TABLE reconciliation_line (
    id INTEGER PRIMARY KEY,
    reconciliation_id INTEGER NOT NULL REFERENCES reconciliation (id),
    position INTEGER NOT NULL,
    method TEXT CHECK (method IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'loan', 'trade_in')),
    contract_id INTEGER REFERENCES contract (id),
    staff_id INTEGER REFERENCES staff (id),
    ledger INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    note TEXT NOT NULL,
    CHECK ((method IS NULL) <> (contract_id IS NULL)),
    UNIQUE (reconciliation_id, position)) STRICT;
CREATE TABLE commission_terms (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL UNIQUE REFERENCES contract (id),
    rates TEXT NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    released_on TEXT,
    released_by_id INTEGER REFERENCES staff (id)) STRICT;
CREATE TABLE commission_split (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    edition INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed', 'ruled')),
    rule TEXT NOT NULL,
    facts TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER NOT NULL,
    UNIQUE (contract_id, edition)) STRICT;
CREATE INDEX commission_split_state ON commission_split (state, id);
CREATE TABLE commission_share (
    id INTEGER PRIMARY KEY,
    split_id INTEGER NOT NULL REFERENCES commission_split (id),
    position INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    share INTEGER NOT NULL CHECK (share > 0),
    UNIQUE (split_id, position),
    UNIQUE (split_id, staff_id)) STRICT;
CREATE TABLE commission_entry (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    payment_id INTEGER REFERENCES payment (id),
    staff_id INTEGER REFERENCES staff (id),
    amount INTEGER NOT NULL CHECK (amount <> 0),
    cause TEXT NOT NULL CHECK (cause IN ('payment', 'amendment', 'split', 'cancellation')),
    booked_on TEXT NOT NULL,
    booked_at INTEGER NOT NULL) STRICT;
CREATE INDEX commission_entry_contract ON commission_entry (contract_id);
CREATE INDEX commission_entry_staff ON commission_entry (staff_id, booked_on);
CREATE TABLE commission_dispute (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    raised_by_id INTEGER NOT NULL REFERENCES staff (id),
    claim TEXT NOT NULL,
    ruled_by_id INTEGER REFERENCES staff (id),
    ruled_at INTEGER,
    ruling TEXT NOT NULL,
    split_id INTEGER REFERENCES commission_split (id)) STRICT;
CREATE INDEX commission_dispute_contract ON commission_dispute (contract_id);
CREATE INDEX rotation_day_open ON rotation_day (closed_at, day);
INSERT INTO setting (name, value) VALUES ('profile', '{"address": "滨江路1号", "bank": "工商银行", "bank_account": "6222 0000 1111", "logo": "", "name": "远航汽车", "paper_language": "zh_CN", "phone": "400-100-2000", "receipt_size": "a5", "sample_data": false, "tax_number": "91330000MA2B0000"}');
INSERT INTO setting (name, value) VALUES ('rotation_policy', '{"follow_up_gate": null, "household": true, "max_makeups": 2, "new_day": "continue", "phone_customer_counts": true, "referral_counts": false, "returning_counts": false, "unattended_alarm": 60}');
INSERT INTO setting (name, value) VALUES ('trade', '{"code":"car_dealership","name":{"en":"Car dealership","zh_CN":"汽车销售","zh_TW":"汽車銷售"},"order":1,"icon":"mdi6.car","words":{"main_goods":{"en":"Vehicle","zh_CN":"整车","zh_TW":"整車"},"consultant":{"en":"Sales consultant","zh_CN":"销售顾问","zh_TW":"銷售顧問"},"delivery":{"en":"Vehicle delivery","zh_CN":"交车","zh_TW":"交車"}},"categories":[{"code":"vehicle","name":{"en":"Vehicle","zh_CN":"整车","zh_TW":"整車"},"kind":"goods","commission":"0.50"},{"code":"accessory","name":{"en":"Accessories","zh_CN":"精品附件","zh_TW":"精品配件"},"kind":"accessory"},{"code":"service","name":{"en":"Services","zh_CN":"服务","zh_TW":"服務"},"kind":"service"},{"code":"pass_through","name":{"en":"Paid on your behalf","zh_CN":"代收代付","zh_TW":"代收代付"},"kind":"pass_through","remark":{"en":"settled by the actual receipts, difference refunded or collected","zh_CN":"按实际票据结算，多退少补","zh_TW":"依實際單據結算，多退少補"}},{"code":"trade_in","name":{"en":"Trade-in","zh_CN":"置换抵扣","zh_TW":"舊車折抵"},"kind":"deduction","remark":{"en":"as long as the condition appraised still holds","zh_CN":"以评估有效期内车况无变化为前提","zh_TW":"以評估有效期內車況無變化為前提"}}],"payment_plans":[{"code":"deposit_balance","name":{"en":"Deposit and balance","zh_CN":"定金 + 交车前付清","zh_TW":"訂金 + 交車前付清"},"stages":[{"code":"deposit","name":{"en":"Deposit","zh_CN":"定金","zh_TW":"訂金"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"amount":"10000.00","deposit":true},{"code":"balance","name":{"en":"Balance","zh_CN":"余款","zh_TW":"餘款"},"due":{"event":"delivery","days":-1},"condition":{"en":"paid in full the day before hand-over","zh_CN":"交车前一日付清","zh_TW":"交車前一日付清"},"rest":true}]},{"code":"loan","name":{"en":"Deposit, down payment and loan","zh_CN":"定金 + 首付 + 贷款","zh_TW":"訂金 + 頭期款 + 貸款"},"stages":[{"code":"deposit","name":{"en":"Deposit","zh_CN":"定金","zh_TW":"訂金"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"amount":"10000.00","deposit":true},{"code":"down_payment","name":{"en":"Down payment","zh_CN":"首付款","zh_TW":"頭期款"},"due":{"event":"delivery","days":-1},"condition":{"en":"the day before hand-over","zh_CN":"交车前一日","zh_TW":"交車前一日"},"rest":true},{"code":"loan","name":{"en":"Loan","zh_CN":"贷款","zh_TW":"貸款"},"due":{"event":"delivery","days":-1},"condition":{"en":"paid by the lender into the seller''s account before hand-over","zh_CN":"金融机构放款至甲方账户，交车前到账","zh_TW":"金融機構於交車前撥款至甲方帳戶"},"share":"60.00"}]},{"code":"full","name":{"en":"Full payment at signing","zh_CN":"签约时一次付清","zh_TW":"簽約時一次付清"},"stages":[{"code":"full","name":{"en":"Full price","zh_CN":"全款","zh_TW":"全款"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"share":"100.00"}]}],"contract":{"title":{"en":"Vehicle Sales Contract","zh_CN":"汽车购销合同","zh_TW":"汽車買賣合約"},"seller_role":{"en":"Party A (Seller)","zh_CN":"甲方（卖方）","zh_TW":"甲方（賣方）"},"buyer_role":{"en":"Party B (Buyer)","zh_CN":"乙方（买方）","zh_TW":"乙方（買方）"},"preamble":{"en":"In accordance with the civil code and other laws that apply, and in equality, of their own free will and in good faith, Party A {store} and Party B {buyer} agree as follows on the sale of a vehicle and related services.","zh_CN":"甲方{store}与乙方{buyer}依据《中华人民共和国民法典》及有关法律，在平等、自愿、诚实信用的基础上，就乙方向甲方购买汽车及相关服务订立本合同，共同遵守。","zh_TW":"甲方{store}與乙方{buyer}依據民事法律及相關規定，本於平等、自願及誠實信用原則，就乙方向甲方購買汽車及相關服務訂立本合約，共同遵守。"},"subject_title":{"en":"The Vehicle","zh_CN":"标的车辆","zh_TW":"標的車輛"},"subject_fields":[{"code":"brand","name":{"en":"Brand","zh_CN":"品牌","zh_TW":"品牌"},"required":true},{"code":"model","name":{"en":"Model","zh_CN":"型号","zh_TW":"車型"},"required":true},{"code":"quantity","name":{"en":"Quantity","zh_CN":"数量","zh_TW":"數量"},"kind":"number","required":true},{"code":"colour","name":{"en":"Colour","zh_CN":"车身颜色","zh_TW":"車身顏色"},"required":true},{"code":"interior","name":{"en":"Interior","zh_CN":"内饰","zh_TW":"內裝"}},{"code":"seats","name":{"en":"Seats","zh_CN":"座位数","zh_TW":"座位數"},"kind":"number"},{"code":"vin","name":{"en":"VIN","zh_CN":"车架号","zh_TW":"車身號碼"},"kind":"vin"},{"code":"engine_number","name":{"en":"Engine no.","zh_CN":"发动机号","zh_TW":"引擎號碼"}},{"code":"emission_standard","name":{"en":"Emissions","zh_CN":"排放标准","zh_TW":"排放標準"}},{"code":"built_on","name":{"en":"Built on","zh_CN":"生产日期","zh_TW":"出廠日期"},"kind":"date"},{"code":"delivery_date","name":{"en":"Hand-over","zh_CN":"约定交车日","zh_TW":"約定交車日"},"kind":"date","required":true,"event":"delivery"},{"code":"delivery_place","name":{"en":"Place","zh_CN":"交车地点","zh_TW":"交車地點"},"required":true}],"plan_notes":[{"en":"Party A gives a receipt for every payment. Once {invoice_from} of the total price has been received, Party B may ask for the vehicle sales invoice.","zh_CN":"甲方每收一笔款项即出具收款收据；已收款达到合同总价 {invoice_from} 后，乙方可申请开具机动车销售统一发票。","zh_TW":"甲方每收一筆款項即開立收款收據；已收款達合約總價 {invoice_from} 後，乙方得申請開立購車發票。"},{"en":"Party A hands the vehicle over once Party B has paid what is due. Where a loan is not approved, the provisions on rescission below apply.","zh_CN":"乙方付清应付款项后，甲方办理车辆交付。贷款未获批准的，双方按本合同关于解除的约定处理。","zh_TW":"乙方付清應付款項後，甲方辦理車輛交付。貸款未獲核准者，雙方依本合約關於解除之約定辦理。"}],"articles":[{"title":{"en":"Delivery","zh_CN":"车辆交付","zh_TW":"車輛交付"},"clauses":[{"en":"Party A delivers the vehicle to Party B on {delivery_date} at {delivery_place}. A party that needs another date tells the other before the agreed one, and the new date is agreed in writing.","zh_CN":"甲方于 {delivery_date} 在{delivery_place}向乙方交付车辆。一方需要改期的，应在原定日期之前告知对方，并书面约定新的日期。","zh_TW":"甲方於 {delivery_date} 在{delivery_place}向乙方交付車輛。一方需改期者，應於原定日期前告知他方，並以書面約定新的日期。"},{"en":"Before delivery Party A carries out the pre-delivery inspection (PDI), cleans the vehicle and shows Party B the inspection record.","zh_CN":"交付前，甲方完成交付前检查（PDI）和车辆清洁，并向乙方出示检查记录。","zh_TW":"交付前，甲方完成交付前檢查（PDI）和車輛清潔，並向乙方出示檢查紀錄。"},{"en":"Handed over together with the vehicle are its certificate of conformity, invoice, warranty booklet, manual, tools and all keys; each is entered on the delivery checklist.","zh_CN":"甲方随车移交车辆合格证、发票、保修手册、使用说明书、随车工具和全部钥匙，并逐项记入交车确认表。","zh_TW":"甲方隨車移交車輛合格證明、發票、保固手冊、使用說明書、隨車工具及全部鑰匙，並逐項記入交車確認表。"},{"en":"Party B may have the vehicle collected by another person, who presents a written authorisation and identity documents.","zh_CN":"乙方可以委托他人提车，受托人应出示书面委托书和双方身份证件。","zh_TW":"乙方得委託他人領車，受託人應出示委託書及雙方身分證件。"}]},{"title":{"en":"Inspection by the Buyer","zh_CN":"车辆验收","zh_TW":"車輛驗收"},"clauses":[{"en":"At hand-over Party B checks the exterior, interior, equipment, mileage and items supplied, and compares the VIN and engine number with this contract.","zh_CN":"交车时，乙方当场检查车辆外观、内饰、配置、里程数和随车物品，并核对车架号、发动机号与本合同是否一致。","zh_TW":"交車時，乙方當場檢查車輛外觀、內裝、配備、里程數及隨車物品，並核對車身號碼、引擎號碼與本合約是否一致。"},{"en":"If there is damage, a difference in equipment or a malfunction, Party B may refuse the vehicle, or note it on the delivery checklist with a date by which Party A puts it right.","zh_CN":"发现外观损伤、配置不符或功能异常的，乙方可以拒收，也可以在交车确认表上注明，由甲方在约定期限内处理完毕。","zh_TW":"發現外觀損傷、配備不符或功能異常者，乙方得拒絕受領，亦得於交車確認表上註明，由甲方於約定期限內處理完畢。"},{"en":"Signing the delivery checklist confirms what can be seen at hand-over. It does not release Party A from liability for defects that cannot.","zh_CN":"乙方签署交车确认表，表示对当场可见的状况予以确认；甲方对当场不能发现的瑕疵仍依法承担责任。","zh_TW":"乙方簽署交車確認表，表示確認當場可見之狀況；甲方對當場無法發現之瑕疵，仍依法負責。"}]},{"title":{"en":"Services on the Buyer''s Behalf","zh_CN":"代办事项","zh_TW":"代辦事項"},"clauses":[{"en":"Where Party B entrusts Party A with insurance, taxes or registration, sums collected for them are used for nothing else and are settled by the actual receipts.","zh_CN":"乙方委托甲方办理保险、缴税或登记上牌的，代收款项专款专用，按实际票据结算，多退少补。","zh_TW":"乙方委託甲方辦理保險、繳稅或領牌登記者，代收款項專款專用，依實際單據結算，多退少補。"},{"en":"Party A submits the applications within 5 working days of receiving complete documents and the sums due. A delay caused by missing documents or by an authority extends the time, and Party A says so without delay.","zh_CN":"乙方资料齐全且款项到账后，甲方在 5 个工作日内提交申请。因资料不全或主管部门原因延误的，时间相应顺延，甲方应及时告知。","zh_TW":"乙方資料齊全且款項到帳後，甲方於 5 個工作天內送件。因資料不全或主管機關之原因延誤者，時間順延，甲方應即時告知。"},{"en":"Party B is free to choose insurer, cover and lender. Party A does not make the sale depend on buying insurance, a loan or accessories.","zh_CN":"保险公司、险种和贷款机构由乙方自主选择，甲方不得以购买保险、贷款或精品作为售车条件。","zh_TW":"保險公司、險種及貸款機構由乙方自由選擇，甲方不得以購買保險、貸款或精品配件作為售車條件。"}]},{"title":{"en":"Title and Risk","zh_CN":"所有权与风险","zh_TW":"所有權與風險"},"clauses":[{"en":"Title passes to Party B when the total price has been paid and the vehicle has been delivered.","zh_CN":"乙方付清合同总价且车辆交付时，车辆所有权转移给乙方。","zh_TW":"乙方付清合約總價且車輛交付時，車輛所有權移轉予乙方。"},{"en":"The risk of loss or damage is Party A''s until delivery and Party B''s from then on. If Party B does not take delivery on the agreed day without good reason, the risk passes on that day.","zh_CN":"车辆毁损、灭失的风险，交付前由甲方承担，交付后由乙方承担；乙方无正当理由未按期提车的，自约定交车日起由乙方承担。","zh_TW":"車輛毀損、滅失之危險，交付前由甲方負擔，交付後由乙方負擔；乙方無正當理由未按期領車者，自約定交車日起由乙方負擔。"},{"en":"Party A warrants that the vehicle is of lawful origin and free of mortgage, seizure and claims of third parties, and that it has had no accident or repair that was not disclosed.","zh_CN":"甲方保证车辆来源合法，不存在抵押、查封或第三人主张权利的情形，也没有未告知的事故或维修记录。","zh_TW":"甲方保證車輛來源合法，無抵押、查封或第三人主張權利之情事，亦無未告知之事故或維修紀錄。"}]},{"title":{"en":"Duties of the Parties","zh_CN":"双方义务","zh_TW":"雙方義務"},"clauses":[{"en":"Party A tells Party B truthfully the equipment, build date, consumption and price of the vehicle and any work done on it before delivery, and charges nothing that this contract does not name.","zh_CN":"甲方应如实告知车辆的配置、生产日期、能耗、价格和交付前的维修情况，不得收取本合同之外的费用。","zh_TW":"甲方應據實告知車輛之配備、出廠日期、能耗、價格及交付前之維修情形，不得收取本合約以外之費用。"},{"en":"Party B provides true and complete documents, pays as agreed and takes delivery in time.","zh_CN":"乙方应提供真实、完整的资料，按约付款并按期提车。","zh_TW":"乙方應提供真實、完整之資料，依約付款並按期領車。"},{"en":"Party B warrants that a vehicle traded in belongs to them and has no undisclosed accident, mortgage or unpaid fine. If its condition differs from the appraisal, the parties appraise it again.","zh_CN":"乙方以旧车置换的，应保证旧车权属清楚，无未告知的事故、抵押或未处理的违章；车况与评估时不一致的，双方重新评估。","zh_TW":"乙方以舊車折抵者，應保證舊車權屬清楚，無未告知之事故、抵押或未結清之罰鍰；車況與評估時不符者，雙方重新評估。"}]},{"title":{"en":"Breach of Contract","zh_CN":"违约责任","zh_TW":"違約責任"},"clauses":[{"en":"If Party A delivers late, it pays {overdue_interest} of the sum already paid for each day. After more than 15 days Party B may rescind the contract.","zh_CN":"甲方逾期交车的，自逾期之日起按乙方已付款每日 {overdue_interest} 支付违约金；逾期超过 15 日的，乙方有权解除合同。","zh_TW":"甲方逾期交車者，自逾期之日起按乙方已付款每日 {overdue_interest} 支付違約金；逾期超過 15 日者，乙方得解除合約。"},{"en":"If Party B pays late, it pays {overdue_interest} of the overdue sum for each day. After more than 15 days Party A may rescind the contract.","zh_CN":"乙方逾期付款的，自逾期之日起按逾期金额每日 {overdue_interest} 支付违约金；逾期超过 15 日的，甲方有权解除合同。","zh_TW":"乙方逾期付款者，自逾期之日起按逾期金額每日 {overdue_interest} 支付違約金；逾期超過 15 日者，甲方得解除合約。"},{"en":"If the vehicle does not conform to this contract, Party B may demand repair, replacement, a lower price or rescission. In case of fraud Party A is liable by law beyond that.","zh_CN":"车辆与本合同不符的，乙方可以要求修理、更换、减少价款或解除合同；甲方存在欺诈行为的，另依法承担责任。","zh_TW":"車輛與本合約不符者，乙方得請求修理、更換、減少價金或解除合約；甲方有詐欺情事者，另依法負責。"},{"en":"A party prevented by force majeure is not liable to that extent, provided it tells the other without delay and furnishes proof.","zh_CN":"因不可抗力不能履行的，在影响范围内免除责任，但应及时通知对方并提供证明。","zh_TW":"因不可抗力致不能履行者，於其影響範圍內免除責任，但應即時通知他方並提供證明。"}]},{"title":{"en":"Amendment and Rescission","zh_CN":"变更与解除","zh_TW":"變更與解除"},"clauses":[{"en":"This contract is not altered by hand after signing. Changes are made by a numbered amendment, which once signed by both parties has the same force as this contract.","zh_CN":"本合同签订后不作涂改。需要变更的，双方另签带编号的增减项补充协议，签字盖章后与本合同具有同等效力。","zh_TW":"本合約簽訂後不得塗改。需變更者，雙方另簽具編號之增減項補充協議，經簽名蓋章後與本合約具同等效力。"},{"en":"If the contract is rescinded because Party A does not deliver or the vehicle does not conform, Party A returns the deposit twice over and all other payments in full.","zh_CN":"因甲方未按约定交付或车辆与本合同不符而解除的，甲方双倍返还定金，并全额退还其他已付款。","zh_TW":"因甲方未依約交付或車輛與本合約不符而解除者，甲方加倍返還訂金，並全額退還其他已付款。"},{"en":"If Party B gives up the purchase without good reason, the deposit of {deposit} yuan is not returned; other payments are, less costs already paid on Party B''s behalf. What exceeds 20 % of the total price counts as advance payment, not as deposit.","zh_CN":"乙方无正当理由不再购买的，定金 {deposit} 元不予退还，其他已付款扣除已实际发生的代付费用后退还；定金超过合同总价 20 % 的部分按预付款处理。","zh_TW":"乙方無正當理由不再購買者，訂金 {deposit} 元不予退還，其他已付款扣除已實際發生之代付費用後退還；訂金超過合約總價 20 % 之部分以預付款論。"},{"en":"If a loan is not approved, in case of force majeure, or by mutual consent, deposit and payments are returned in full less costs already paid on Party B''s behalf. Refunds are made by the original means of payment within 7 working days of the signing of the cancellation.","zh_CN":"因贷款未获批准、不可抗力或双方协商一致而解除的，定金和其他已付款扣除已实际发生的代付费用后全额退还。退款自解除协议签订之日起 7 个工作日内原路退回。","zh_TW":"因貸款未獲核准、不可抗力或雙方合意而解除者，訂金及其他已付款扣除已實際發生之代付費用後全額退還。退款自解除協議簽訂之日起 7 個工作天內以原付款方式退還。"}]},{"title":{"en":"Quality and Warranty","zh_CN":"质量与保修","zh_TW":"品質與保固"},"clauses":[{"en":"The maker''s warranty and the statutory rights of repair, replacement and return follow the law and the warranty booklet. The period starts on the date of the invoice.","zh_CN":"车辆质量保证与修理、更换、退货责任按国家有关规定及随车保修手册执行，保修期自开具发票之日起计算。","zh_TW":"車輛品質保證及修理、更換、退貨責任，依有關法令及隨車保固手冊辦理，保固期自開立發票之日起計算。"},{"en":"Warranty periods: {warranty}. Those of accessories start on the day they were fitted.","zh_CN":"保修期限：{warranty}。加装附件自安装之日起计算。","zh_TW":"保固期限：{warranty}。加裝配件自安裝之日起計算。"},{"en":"Damage by misuse, by accident or by changes made elsewhere is not covered. Parts not affected by it keep their warranty.","zh_CN":"人为损坏、事故损坏和自行改装造成的损坏不在保修范围内；未受影响的部分，保修不受妨碍。","zh_TW":"人為損壞、事故損壞及自行改裝所致之損壞，不在保固範圍內；未受影響之部分，保固不受妨礙。"}]},{"title":{"en":"Personal Data","zh_CN":"个人信息","zh_TW":"個人資料"},"clauses":[{"en":"Party A uses Party B''s personal data only to perform this contract, to arrange insurance and registration, and for after-sales service. It passes none to unrelated third parties without Party B''s consent.","zh_CN":"甲方仅为履行本合同、办理保险与登记、提供售后服务而使用乙方个人信息；未经乙方同意，不得向无关第三方提供。","zh_TW":"甲方僅為履行本合約、辦理保險與登記、提供售後服務而使用乙方個人資料；未經乙方同意，不得提供予無關之第三人。"},{"en":"Party B may at any time see and correct these data, and have deleted what the law does not make Party A keep.","zh_CN":"乙方可以随时查阅、更正其个人信息，并可以要求删除法律未规定必须保存的部分。","zh_TW":"乙方得隨時查閱、更正其個人資料，並得請求刪除法律未規定必須保存之部分。"}]},{"title":{"en":"Disputes","zh_CN":"争议解决","zh_TW":"爭議解決"},"clauses":[{"en":"The parties first try to settle a dispute by talking to each other, or through a consumer organisation. Failing that, either may sue at the competent court of the place where this contract was signed.","zh_CN":"因本合同发生争议的，双方先行协商，也可以请消费者组织调解；协商、调解不成的，任何一方可以向合同签订地有管辖权的人民法院提起诉讼。","zh_TW":"因本合約發生爭議者，雙方先行協商，亦得請消費者保護團體調解；協商、調解不成者，任一方得向合約簽訂地有管轄權之法院提起訴訟。"},{"en":"While a dispute is pending, provisions not concerned by it continue to be performed.","zh_CN":"争议期间，不涉及争议的条款继续履行。","zh_TW":"爭議期間，不涉及爭議的條款繼續履行。"}]},{"title":{"en":"Final Provisions","zh_CN":"附则","zh_TW":"附則"},"clauses":[{"en":"This contract is made in three copies, two for Party A and one for Party B, and takes effect on the day both parties have signed or sealed it.","zh_CN":"本合同一式三份，甲方执两份，乙方执一份，自双方签字盖章之日起生效。","zh_TW":"本合約一式三份，甲方執二份，乙方執一份，自雙方簽名蓋章之日起生效。"},{"en":"The annexes and amendments are part of this contract. Party A has explained the clauses on deposit, liability and rescission, and Party B has read and understood them.","zh_CN":"附件和补充协议是本合同的组成部分。甲方已就定金、违约责任和解除条款作出说明，乙方已阅读并理解。","zh_TW":"附件及補充協議為本合約之一部分。甲方已就訂金、違約責任及解除條款予以說明，乙方已閱讀並了解。"}]}]},"countersign_above":"100000.00","invoice_from_share":"60.00","overdue_interest_per_day":"0.05","quote_valid_days":7,"discount_limits":[{"role":"sales","percent":"2.00","amount":"5000.00"},{"role":"sales","percent":"20.00","amount":"2000.00","category":"accessory"},{"role":"sales","percent":"0.00","category":"pass_through"},{"role":"sales_manager","percent":"5.00","amount":"15000.00"},{"role":"sales_manager","percent":"50.00","amount":"6000.00","category":"accessory"},{"role":"sales_manager","percent":"0.00","category":"pass_through"},{"role":"owner"}],"lead_sources":[{"code":"walk_in","name":{"en":"Walk-in","zh_CN":"自然到店","zh_TW":"自行來店"}},{"code":"phone","name":{"en":"Phone call","zh_CN":"来电","zh_TW":"來電"}},{"code":"referral","name":{"en":"Referral","zh_CN":"老客户介绍","zh_TW":"老客戶介紹"}},{"code":"repeat","name":{"en":"Repeat customer","zh_CN":"老客户再购","zh_TW":"舊客回購"}},{"code":"service_visit","name":{"en":"Service visit","zh_CN":"售后转介","zh_TW":"售後轉介"}},{"code":"web","name":{"en":"Web form","zh_CN":"网站留言","zh_TW":"網站留言"}},{"code":"portal","name":{"en":"Car portal","zh_CN":"汽车垂直网站","zh_TW":"汽車入口網站"}},{"code":"social","name":{"en":"Short video or social media","zh_CN":"短视频或社交平台","zh_TW":"短影音或社群平臺"}},{"code":"show","name":{"en":"Motor show","zh_CN":"车展","zh_TW":"車展"}},{"code":"event","name":{"en":"Store event","zh_CN":"店内活动","zh_TW":"店內活動"}},{"code":"outdoor","name":{"en":"Outdoor stand","zh_CN":"外展","zh_TW":"外展"}},{"code":"cold_call","name":{"en":"Outgoing call","zh_CN":"电话邀约","zh_TW":"電話邀約"}},{"code":"other","name":{"en":"Other","zh_CN":"其他","zh_TW":"其他"}}],"lost_reasons":[{"code":"price","name":{"en":"Price","zh_CN":"价格","zh_TW":"價格"}},{"code":"model","name":{"en":"Model","zh_CN":"车型","zh_TW":"車型"}},{"code":"stock","name":{"en":"No stock","zh_CN":"没有现车","zh_TW":"沒有現車"}},{"code":"colour","name":{"en":"Colour or trim","zh_CN":"颜色或配置","zh_TW":"顏色或配備"}},{"code":"finance","name":{"en":"Loan refused or too costly","zh_CN":"贷款未批或成本高","zh_TW":"貸款未核准或成本高"}},{"code":"rival","name":{"en":"Bought another brand","zh_CN":"购买其他品牌","zh_TW":"購買其他品牌"},"asks":{"en":"Which brand and model?","zh_CN":"哪个品牌和车型？","zh_TW":"哪個品牌和車型？"}},{"code":"other_dealer","name":{"en":"Bought at another dealer","zh_CN":"在其他店购买","zh_TW":"在其他店家購買"},"asks":{"en":"Which dealer, and at what price?","zh_CN":"哪一家店，成交价多少？","zh_TW":"哪一家店，成交價多少？"}},{"code":"postponed","name":{"en":"Purchase postponed","zh_CN":"暂缓购买","zh_TW":"暫緩購買"}},{"code":"no_contact","name":{"en":"Cannot be reached","zh_CN":"联系不上","zh_TW":"聯絡不上"}},{"code":"other","name":{"en":"Other","zh_CN":"其他","zh_TW":"其他"},"asks":{"en":"What was the reason?","zh_CN":"具体原因是什么？","zh_TW":"具體原因是什麼？"}}],"intent_levels":[{"code":"h","name":{"en":"H","zh_CN":"H","zh_TW":"H"},"contact_within_days":2,"buys_within_days":7},{"code":"a","name":{"en":"A","zh_CN":"A","zh_TW":"A"},"contact_within_days":4,"buys_within_days":15},{"code":"b","name":{"en":"B","zh_CN":"B","zh_TW":"B"},"contact_within_days":7,"buys_within_days":30},{"code":"c","name":{"en":"C","zh_CN":"C","zh_TW":"C"},"contact_within_days":15,"buys_within_days":90},{"code":"n","name":{"en":"N","zh_CN":"N","zh_TW":"N"},"contact_within_days":30}],"protection":{},"demo":{"store":{"name":{"en":"Anlan Qiheng Motors","zh_CN":"安岚启衡汽车销售服务有限公司","zh_TW":"安嵐啟衡汽車銷售服務有限公司"},"address":{"en":"188 Yunting Avenue, Wanghu District, Anlan","zh_CN":"安岚市望湖区云汀大道 188 号","zh_TW":"安嵐市望湖區雲汀大道 188 號"},"phone":"400-000-0188","tax_number":"91990100MA7K2QHL35","bank":{"en":"Bank of Anlan, Wanghu branch","zh_CN":"安岚银行望湖支行","zh_TW":"安嵐銀行望湖分行"},"account":"9900 0188 0000 3157 264"},"items":[{"code":"lc_v7_15t_zx","name":{"en":"Lanchuan V7 2026 1.5T Premium","zh_CN":"澜川 V7 2026 款 1.5T 臻享版","zh_TW":"瀾川 V7 2026 年式 1.5T 臻享版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"189800.00","cost":"171500.00","spec":{"en":"SUV, 5 seats, 7-speed dual clutch","zh_CN":"五座 SUV，7 速双离合","zh_TW":"五人座 SUV，七速雙離合"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Power tailgate","zh_CN":"电动尾门","zh_TW":"電動尾門"},"price":"2500.00","cost":"1900.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_v7_15t_ss","name":{"en":"Lanchuan V7 2026 1.5T Comfort","zh_CN":"澜川 V7 2026 款 1.5T 舒适版","zh_TW":"瀾川 V7 2026 年式 1.5T 舒適版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"169800.00","cost":"154200.00","spec":{"en":"SUV, 5 seats, 7-speed dual clutch","zh_CN":"五座 SUV，7 速双离合","zh_TW":"五人座 SUV，七速雙離合"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_v7_20t_qj","name":{"en":"Lanchuan V7 2026 2.0T Flagship AWD","zh_CN":"澜川 V7 2026 款 2.0T 四驱旗舰版","zh_TW":"瀾川 V7 2026 年式 2.0T 四驅旗艦版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"229800.00","cost":"207600.00","spec":{"en":"SUV, 5 seats, 8-speed automatic","zh_CN":"五座 SUV，8 速自动","zh_TW":"五人座 SUV，八速自排"},"options":[{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"lc_v9_phev","name":{"en":"Lanchuan V9 2026 Plug-in Hybrid","zh_CN":"澜川 V9 2026 款 插电混动 尊享版","zh_TW":"瀾川 V9 2026 年式 插電式油電 尊享版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"259800.00","cost":"236800.00","spec":{"en":"SUV, 7 seats, 120 km electric range","zh_CN":"七座 SUV，纯电续航 120 km","zh_TW":"七人座 SUV，純電續航 120 km"},"options":[{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"Power tailgate","zh_CN":"电动尾门","zh_TW":"電動尾門"},"price":"2500.00","cost":"1900.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"lc_l3_ht","name":{"en":"Lanchuan L3 2026 Hybrid","zh_CN":"澜川 L3 2026 款 混动 畅行版","zh_TW":"瀾川 L3 2026 年式 油電 暢行版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"119800.00","cost":"109600.00","spec":{"en":"Saloon, 5 seats, 4.2 L/100 km","zh_CN":"五座轿车，4.2 L/100 km","zh_TW":"五人座轎車，4.2 L/100 km"},"options":[{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_l5_15t","name":{"en":"Lanchuan L5 2026 1.5T Elegance","zh_CN":"澜川 L5 2026 款 1.5T 雅致版","zh_TW":"瀾川 L5 2026 年式 1.5T 雅緻版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"139800.00","cost":"127300.00","spec":{"en":"Saloon, 5 seats, CVT","zh_CN":"五座轿车，无级变速","zh_TW":"五人座轎車，無段變速"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"}]},{"code":"xy_e5_510","name":{"en":"Xingyu E5 2026 510 km Standard","zh_CN":"星屿 E5 2026 款 510 km 标准版","zh_TW":"星嶼 E5 2026 年式 510 km 標準版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"149800.00","cost":"138900.00","spec":{"en":"Electric saloon, 5 seats, 58 kWh","zh_CN":"纯电轿车，五座，58 kWh","zh_TW":"純電轎車，五人座，58 kWh"},"options":[{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"}]},{"code":"xy_e5_680","name":{"en":"Xingyu E5 2026 680 km Long Range","zh_CN":"星屿 E5 2026 款 680 km 长续航版","zh_TW":"星嶼 E5 2026 年式 680 km 長程版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"179800.00","cost":"165900.00","spec":{"en":"Electric saloon, 5 seats, 78 kWh","zh_CN":"纯电轿车，五座，78 kWh","zh_TW":"純電轎車，五人座，78 kWh"},"options":[{"name":{"en":"Highway assist pack","zh_CN":"高速领航辅助套件","zh_TW":"高速公路輔助駕駛套件"},"price":"10000.00","cost":"8000.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"xy_m6_awd","name":{"en":"Xingyu M6 2026 AWD Performance","zh_CN":"星屿 M6 2026 款 四驱高性能版","zh_TW":"星嶼 M6 2026 年式 四驅性能版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"269800.00","cost":"247500.00","spec":{"en":"Electric SUV, 5 seats, 96 kWh","zh_CN":"纯电 SUV，五座，96 kWh","zh_TW":"純電 SUV，五人座，96 kWh"},"options":[{"name":{"en":"Highway assist pack","zh_CN":"高速领航辅助套件","zh_TW":"高速公路輔助駕駛套件"},"price":"10000.00","cost":"8000.00"},{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"yf_t8","name":{"en":"Yufeng T8 2026 2.0T Diesel Pickup","zh_CN":"驭峰 T8 2026 款 2.0T 柴油皮卡","zh_TW":"馭峰 T8 2026 年式 2.0T 柴油皮卡"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"136800.00","cost":"124600.00","spec":{"en":"Double cab, four-wheel drive, 8-speed automatic","zh_CN":"双排四驱，8 速自动","zh_TW":"雙廂四驅，八速自排"}},{"code":"film_full","name":{"en":"Window film, windscreen and sides","zh_CN":"隔热膜（前挡 + 侧后挡）","zh_TW":"隔熱紙（前擋 + 側後擋）"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"2680.00","cost":"1150.00","spec":{"en":"fitting included, 8-year warranty","zh_CN":"含施工，质保 8 年","zh_TW":"含施工，保固 8 年"}},{"code":"film_paint","name":{"en":"Paint protection film","zh_CN":"漆面保护膜","zh_TW":"漆面保護膜"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"9800.00","cost":"5600.00","spec":{"en":"TPU, whole car, fitting included","zh_CN":"TPU 全车，含施工","zh_TW":"TPU 全車，含施工"}},{"code":"mats","name":{"en":"All-round floor mats","zh_CN":"全包围脚垫","zh_TW":"全包覆腳踏墊"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"580.00","cost":"230.00","spec":{"en":"TPE, set for five seats","zh_CN":"TPE，五座一套","zh_TW":"TPE，五人座一套"}},{"code":"boot_mat","name":{"en":"Boot mat","zh_CN":"后备厢垫","zh_TW":"後車廂墊"},"category":"accessory","unit":{"en":"piece","zh_CN":"件","zh_TW":"件"},"price":"280.00","cost":"105.00","spec":{"en":"TPE, raised edge","zh_CN":"TPE，加高边","zh_TW":"TPE，加高邊"}},{"code":"dash_cam","name":{"en":"Dash camera, front and rear","zh_CN":"行车记录仪（前后双录）","zh_TW":"行車記錄器（前後雙錄）"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"1280.00","cost":"560.00","spec":{"en":"with 64 GB card and hidden wiring","zh_CN":"含 64 GB 卡与隐藏走线","zh_TW":"含 64 GB 記憶卡及隱藏式配線"}},{"code":"steps","name":{"en":"Side steps","zh_CN":"侧踏板","zh_TW":"側踏板"},"category":"accessory","unit":{"en":"pair","zh_CN":"对","zh_TW":"對"},"price":"1980.00","cost":"920.00","spec":{"en":"aluminium, model-specific","zh_CN":"铝合金，专车专用","zh_TW":"鋁合金，專車專用"}},{"code":"roof_box","name":{"en":"Roof box 420 L","zh_CN":"车顶箱 420 L","zh_TW":"車頂箱 420 L"},"category":"accessory","unit":{"en":"each","zh_CN":"个","zh_TW":"個"},"price":"2380.00","cost":"1260.00","spec":{"en":"cross bars included","zh_CN":"含横杆","zh_TW":"含橫桿"}},{"code":"child_seat","name":{"en":"Child seat","zh_CN":"儿童安全座椅","zh_TW":"兒童安全座椅"},"category":"accessory","unit":{"en":"each","zh_CN":"个","zh_TW":"個"},"price":"1680.00","cost":"890.00","spec":{"en":"ISOFIX, 0–7 years","zh_CN":"ISOFIX，0–7 岁","zh_TW":"ISOFIX，0–7 歲"}},{"code":"screen","name":{"en":"Rear entertainment screen","zh_CN":"后排娱乐屏","zh_TW":"後座娛樂螢幕"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"3200.00","cost":"1880.00","spec":{"en":"15.6 inches, ceiling-mounted","zh_CN":"15.6 英寸吸顶式","zh_TW":"15.6 吋吸頂式"}},{"code":"emergency_kit","name":{"en":"Emergency kit","zh_CN":"应急套装","zh_TW":"緊急救援組"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"198.00","cost":"76.00","spec":{"en":"triangle, vest, extinguisher, cable","zh_CN":"三角牌、反光衣、灭火器、搭火线","zh_TW":"三角牌、反光背心、滅火器、救車線"}},{"code":"wallbox","name":{"en":"Home charging point 7 kW","zh_CN":"家用充电桩 7 kW","zh_TW":"家用充電樁 7 kW"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"3680.00","cost":"2250.00","spec":{"en":"installation with 30 m cable included","zh_CN":"含 30 米线缆与安装","zh_TW":"含 30 公尺電纜及安裝"}},{"code":"tank_guard","name":{"en":"Engine guard","zh_CN":"发动机护板","zh_TW":"引擎下護板"},"category":"accessory","unit":{"en":"piece","zh_CN":"件","zh_TW":"件"},"price":"680.00","cost":"290.00","spec":{"en":"manganese steel","zh_CN":"锰钢","zh_TW":"錳鋼"}},{"code":"registration","name":{"en":"Registration service","zh_CN":"上牌代办","zh_TW":"代辦領牌"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"500.00","cost":"120.00","spec":{"en":"done by us, about 5 working days after hand-over","zh_CN":"店内代办，交车后约 5 个工作日","zh_TW":"本店代辦，交車後約 5 個工作天"}},{"code":"ext_warranty","name":{"en":"Extended warranty, 2 years","zh_CN":"延保 2 年","zh_TW":"延長保固 2 年"},"category":"service","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"4980.00","cost":"3300.00","spec":{"en":"engine, gearbox, electronics","zh_CN":"发动机、变速箱、电控系统","zh_TW":"引擎、變速箱、電控系統"}},{"code":"care_3y","name":{"en":"Service plan, 3 years","zh_CN":"保养套餐 3 年 6 次","zh_TW":"保養套餐 3 年 6 次"},"category":"service","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"3280.00","cost":"1960.00","spec":{"en":"oil, filters, checks","zh_CN":"机油、滤芯、检查","zh_TW":"機油、濾芯、檢查"}},{"code":"coating","name":{"en":"Ceramic coating","zh_CN":"漆面镀晶","zh_TW":"陶瓷鍍膜"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"2600.00","cost":"1050.00"},{"code":"door_delivery","name":{"en":"Delivery to your door","zh_CN":"送车上门","zh_TW":"到府交車"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"800.00","cost":"380.00","spec":{"en":"within 200 km","zh_CN":"200 km 以内","zh_TW":"200 km 以內"}},{"code":"loan_service","name":{"en":"Loan application service","zh_CN":"贷款手续代办","zh_TW":"貸款手續代辦"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"1000.00","cost":"200.00"},{"code":"liability","name":{"en":"Compulsory motor liability insurance","zh_CN":"机动车交通事故责任强制保险","zh_TW":"強制汽車責任保險"},"category":"pass_through","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"950.00","cost":"950.00","spec":{"en":"family car under 6 seats, first year","zh_CN":"6 座以下家用，首年","zh_TW":"6 人座以下自用，首年"}},{"code":"commercial","name":{"en":"Commercial insurance","zh_CN":"商业保险","zh_TW":"任意汽車保險"},"category":"pass_through","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"4350.00","cost":"4350.00","spec":{"en":"own damage, third party 3 million, passengers","zh_CN":"车损 + 三者 300 万 + 车上人员","zh_TW":"車體損失 + 第三人 300 萬 + 乘客"}},{"code":"purchase_tax","name":{"en":"Vehicle purchase tax","zh_CN":"车辆购置税","zh_TW":"車輛購置稅"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"16530.97","cost":"16530.97","spec":{"en":"10 % of the price without VAT","zh_CN":"不含税价 × 10 %","zh_TW":"不含稅價 × 10 %"}},{"code":"vehicle_tax","name":{"en":"Vehicle and vessel tax","zh_CN":"车船税","zh_TW":"使用牌照稅"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"420.00","cost":"420.00","spec":{"en":"1.0–1.6 L, per year","zh_CN":"排量 1.0–1.6 L，按年","zh_TW":"排氣量 1.0–1.6 L，按年"}},{"code":"plate_fee","name":{"en":"Registration fees","zh_CN":"上牌规费","zh_TW":"領牌規費"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"125.00","cost":"125.00","spec":{"en":"plates, licence, certificate","zh_CN":"号牌、行驶证、登记证书","zh_TW":"號牌、行照、登記書"}}]},"warranty":[{"what":{"en":"whole vehicle (by the maker)","zh_CN":"整车（厂家质保）","zh_TW":"整車（原廠保固）"},"months":36},{"what":{"en":"window film","zh_CN":"隔热膜","zh_TW":"隔熱紙"},"months":96},{"what":{"en":"dash camera","zh_CN":"行车记录仪","zh_TW":"行車記錄器"},"months":24},{"what":{"en":"other fitted accessories","zh_CN":"其他加装附件","zh_TW":"其他加裝配件"},"months":12}],"grades":[{"code":"va","name":{"en":"VA","zh_CN":"VA","zh_TW":"VA"},"granted_by":["owner"]},{"code":"vb","name":{"en":"VB","zh_CN":"VB","zh_TW":"VB"},"granted_by":["owner","sales_manager"]},{"code":"vc","name":{"en":"VC","zh_CN":"VC","zh_TW":"VC"},"granted_by":["sales_manager"]},{"code":"vd","name":{"en":"VD","zh_CN":"VD","zh_TW":"VD"},"granted_by":["sales_manager"]}],"needs":[{"code":"work","name":{"en":"What they do","zh_CN":"职业","zh_TW":"職業"}},{"code":"use","name":{"en":"Family, and what the car is for","zh_CN":"家庭情况和用车需求","zh_TW":"家庭狀況與用車需求"},"in_summary":true},{"code":"models","name":{"en":"Models of interest","zh_CN":"意向车型","zh_TW":"意向車型"},"in_summary":true},{"code":"rivals","name":{"en":"Rivals they compare","zh_CN":"对比的竞品车型","zh_TW":"比較的競品車型"}},{"code":"budget","name":{"en":"Budget","zh_CN":"购车预算","zh_TW":"購車預算"},"in_summary":true},{"code":"paying","name":{"en":"How they pay","zh_CN":"付款方式","zh_TW":"付款方式"},"choices":[{"code":"at_once","name":{"en":"In full","zh_CN":"全款","zh_TW":"全額付清"}},{"code":"loan","name":{"en":"Loan","zh_CN":"贷款","zh_TW":"貸款"}},{"code":"lease","name":{"en":"Lease","zh_CN":"融资租赁","zh_TW":"租賃"}},{"code":"open","name":{"en":"Not decided","zh_CN":"未定","zh_TW":"未定"}}],"in_summary":true},{"code":"matters","name":{"en":"What matters to them","zh_CN":"看重什么","zh_TW":"重視什麼"},"choices":[{"code":"handling","name":{"en":"Handling","zh_CN":"操控","zh_TW":"操控"}},{"code":"comfort","name":{"en":"Comfort","zh_CN":"舒适","zh_TW":"舒適"}},{"code":"safety","name":{"en":"Safety","zh_CN":"安全","zh_TW":"安全"}},{"code":"economy","name":{"en":"Economy","zh_CN":"经济","zh_TW":"經濟"}},{"code":"quality","name":{"en":"Quality","zh_CN":"质量","zh_TW":"品質"}},{"code":"looks","name":{"en":"Looks","zh_CN":"外观","zh_TW":"外觀"}},{"code":"price","name":{"en":"Price","zh_CN":"价格","zh_TW":"價格"}}],"several":true,"in_summary":true},{"code":"deciders","name":{"en":"Who else drives, and who decides","zh_CN":"其他驾驶人和决策人","zh_TW":"其他駕駛人與決策人"}},{"code":"present","name":{"en":"Car they drive now","zh_CN":"现有车辆","zh_TW":"目前車輛"}},{"code":"trade_in","name":{"en":"Trade-in","zh_CN":"置换意向","zh_TW":"舊換新意願"},"choices":[{"code":"yes","name":{"en":"Yes","zh_CN":"是","zh_TW":"是"}},{"code":"perhaps","name":{"en":"Perhaps","zh_CN":"考虑中","zh_TW":"考慮中"}},{"code":"no","name":{"en":"No","zh_CN":"否","zh_TW":"否"}}]},{"code":"when","name":{"en":"When they want to buy","zh_CN":"计划购车时间","zh_TW":"預計購車時間"},"choices":[{"code":"week","name":{"en":"Within a week","zh_CN":"一周内","zh_TW":"一週內"}},{"code":"month","name":{"en":"Within a month","zh_CN":"一个月内","zh_TW":"一個月內"}},{"code":"quarter","name":{"en":"Within three months","zh_CN":"三个月内","zh_TW":"三個月內"}},{"code":"later","name":{"en":"Later","zh_CN":"三个月以后","zh_TW":"三個月以後"}}],"in_summary":true}],"owner_refunds_above":"20000.00"}');
INSERT INTO counter (series, last) VALUES ('BJ-2026', 2);
INSERT INTO counter (series, last) VALUES ('HT-2026', 1);
INSERT INTO counter (series, last) VALUES ('SJ-2026', 3);
INSERT INTO audit_head (id, lines, code, chain_key) VALUES (1, 54, 'cedb8c11e58415c7281f385e945975fd55f9dc5073b7006d85770df66932e575', '532ec08148384cc3eef7255be8572ebd6ebdf8a057061239ec3f4fc1e9ad7a70');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (1, 1795226400000, 0, 'shop.found', 'staff', 1, '{"name":"王总","roles":["administrator","owner"],"trade":"car_dealership"}', 'f83df2e3ea54bcf9e4b5944b40af4825cc79af941757c52ea71ed7caa83ebf15');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (10, 1795226400000, 3, 'customers.open_file', 'customer', 1, '{"contact":"visit","source":""}', '2ef1e434b4cd6b677aacb2a81def936f762e4417784e8bf5ec3188e9fe325885');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (11, 1795226400000, 3, 'sales.start_quote', 'quote', 1, '{"number":"BJ-2026-0001","total":18980000}', '088105838430bc97d09a0d8c9af5fd874247bfb84f119fd9c818f6938a7194ad');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (12, 1795226400000, 3, 'sales.draft_contract', 'contract', 1, '{"edition":1,"number":"HT-2026-0001","quote":"BJ-2026-0001","state":"accepted","total":18980000}', 'd9730bcb5dd2a331ba7193c58f565215510421e23b1f98d57a1b782a11fec452');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (13, 1795226400000, 3, 'sales.fill_contract', 'contract', 1, '{"changed":["place","subject"],"number":"HT-2026-0001"}', '21c85b276a2514ec77bb1a8656817e4d2325cc8c1a62f12936b2108234006472');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (14, 1795226400000, 3, 'sales.submit_contract', 'contract', 1, '{"number":"HT-2026-0001","state":"submitted"}', '7eb960c1b56befa091b585310d8aa8cbdbcdc9129a3d81d051610a5d1b650310');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (15, 1795226400000, 2, 'sales.approve_contract', 'contract', 1, '{"note":"","step":"manager"}', 'b728fbbcbb4c0504473a4ee924ba88dbabf8fba0f916cb327a8e2362db5efa2d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (16, 1795226400000, 5, 'sales.approve_contract', 'contract', 1, '{"note":"","number":"HT-2026-0001","state":"approved","step":"cashier"}', '2091e6736e8a6f316fb34f7ed3dadd0aa9dade86310c1f6a42d5b8213173520e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (17, 1795226400000, 3, 'sales.sign_contract', 'contract', 1, '{"number":"HT-2026-0001","state":"signed","total":18980000}', '2cab0166be4ad975aed13ae43db27326e2f915751d86a148bbcef918c15af5f6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (18, 1795226400000, 3, 'customers.open_file', 'customer', 2, '{"contact":"visit","source":""}', '46d9cb1d16ce7c69cbd7abf587e612a91e2a4c5fa59cd04c7f06b6b2d64a2ccf');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (19, 1795226400000, 3, 'sales.start_quote', 'quote', 2, '{"number":"BJ-2026-0002","total":18980000}', '59856521cd6d95ee70bf9efb4434f93e02f395c027c616533cf3410a888bc732');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (2, 1795226400000, 1, 'staff.hire', 'staff', 2, '{"name":"高经理","roles":["sales_manager"]}', 'e3eff88dddb7401fc7f0a999fe82b2d91e8286c2f32a39939c216f260947ef6e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (20, 1795226400000, 3, 'sales.offer_quote', 'quote', 2, '{"edition":1,"number":"BJ-2026-0002","state":"offered"}', '2acc25279ac64349890385fd6e8d40cc6b38579aab108ecec466b0ebe9af26ce');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (21, 1795226400000, 5, 'sales.take_payment', 'payment', 1, '{"amount":1000000,"contract":"HT-2026-0001","method":"cash","number":"SJ-2026-000001"}', 'c3838586871bf92e335d2875917cf3cd8841fdb88d516e0c4e13667922121b3e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (22, 1795226400000, 5, 'sales.reverse_payment', 'payment', 2, '{"amount":-1000000,"contract":"HT-2026-0001","method":"cash","number":"SJ-2026-000002","reverses":"SJ-2026-000001"}', 'e2447bb23cd9456a7373665b58736caf2acfa76815b2a19d371679e67b0bcbbd');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (23, 1795226400000, 5, 'sales.take_payment', 'payment', 3, '{"amount":1000000,"contract":"HT-2026-0001","method":"transfer","number":"SJ-2026-000003"}', '70fe09f3e8821aa75350362b9fe7e6fc99c7656527385c346832ef15cce2c18e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (24, 1795226400000, 6, 'customers.register_contact', 'register_line', 3, '{}', '4cf3af292c09d658ab7e79b7ec44f85afd7c37798e99fba71e13b9fa5ef6343d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (25, 1795226400000, 3, 'staff.keep_draft', 'draft', 3, '{}', '9b03691c996105fcf6b597b85e4fa869ba31c22f259bed95f521c56d9a32ce17');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (26, 1795226400000, 3, 'papers.attach', 'customer', 1, '{"media_type":"application/pdf","size":15}', '8e3e6394a816ef14866d2b7940ea8b58a09562f2c7a469fab852dcdf1e1d2ea5');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (27, 1795140000000, 6, 'rotation.sign_in', 'rotation_day', 1, '{"event":1}', '105607516195bcc7d9956ae6d5a669dcd6529274146e19457daa3053e63ded0b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (28, 1795140000000, 6, 'rotation.arrive', 'rotation_day', 1, '{"event":2,"rule":"R1"}', '2c66f0849419d83ac620ac240fb17fc7667924d1b06297583a1575228137fac1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (29, 1795140000000, 6, 'rotation.finish_reception', 'rotation_day', 1, '{"event":3}', 'cfd7a0929ec5b9b42a1e62a024ebb0a7859f1e08226f76321fa23d662464e994');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (3, 1795226400000, 1, 'staff.hire', 'staff', 3, '{"name":"孙悦","roles":["sales"]}', 'bfcb0ff70f391a61dc177b6ea794e44c27b9da8e3dce2cf3360a0ab56e49febf');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (30, 1795140000000, 6, 'rotation.close_day', 'rotation_day', 1, '{"event":4}', 'cbc8cf25501f536b058844aff02af14b69ef6d89e14dc8daffd16653f4f0a182');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (31, 1795226400000, 2, 'rotation.plan_weekday', 'rotation_line_up', 1, '{"people":["4","3"],"weekday":"6"}', '2dc18f48fef2623e2c85505e8930557a931731ce8d502d68a593c69ad4238ec3');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (32, 1795226400000, 2, 'rotation.plan_day', 'rotation_line_up', 2, '{"day":"2026-11-22","people":["3","4"]}', 'e7760efaa1fdee84050d46a78187a81ef3e6166ae8d409fca74cfc5929469638');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (33, 1795226400000, 2, 'rotation.set_holiday', 'rotation_holiday', 1, '{"day":"2026-11-23","name":"盘点"}', 'd2185ca596269958f36b7ef7002acce7a1080da9548a7266d9c9ba01e2f7a890');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (34, 1795226400000, 2, 'rotation.change_policy', 'rotation_day', 2, '{"policy":{"follow_up_gate":null,"household":true,"max_makeups":2,"new_day":"continue","phone_customer_counts":true,"referral_counts":false,"returning_counts":false,"unattended_alarm":60}}', 'a6a82049166a3e648b83b9d4ba483db8c22309144248b835becefab7a42e5aab');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (35, 1795226400000, 6, 'rotation.sign_in', 'rotation_day', 2, '{"event":1}', 'f3710a15a229da09ffa88f391e5875e6a48b6d5ae4542ecb4c2e5281bd8d43bc');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (36, 1795226400000, 2, 'rotation.correct', 'rotation_day', 2, '{"event":2}', '502e7051c7ca4ab4facd5e8e53154f658fbf278a6363d6096e7b44a243532b20');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (37, 1795226400000, 6, 'rotation.go_away', 'rotation_day', 2, '{"event":3}', 'b337c48899ab9879552f818b269b35e4ddc1da8a5bb416d12b21d816c6e0a953');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (38, 1795226400000, 2, 'rotation.let_stand_in', 'rotation_day', 2, '{"event":4}', '59046d3e46b6d78b415c200105abb891072446f223ebcba1c2d4027140034645');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (39, 1795226400000, 6, 'rotation.come_back', 'rotation_day', 2, '{"event":5}', '8219c217ec34c89a2506fa5bafa8812d384d71b846a22b65fc7b0f89ab7ee598');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (4, 1795226400000, 1, 'staff.hire', 'staff', 4, '{"name":"李想","roles":["sales"]}', '4b8d0a9621e13061a5f37b4d6e1060ea09814715a1f800b7f8cc65228b5a35d3');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (40, 1795226400000, 6, 'rotation.begin_signing', 'rotation_day', 2, '{"event":6}', '4a675b1f370cbd82623b9c071600f919128d72d5c0b4c7b06da5a6c6eff00cf6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (41, 1795226400000, 6, 'rotation.say_on_turn', 'rotation_day', 2, '{"event":7}', '4d93c4f95bc0e97f22d0728c9f135f4a1c12845b28e7c5b39c3294ad44bda9ee');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (42, 1795226400000, 6, 'rotation.end_signing', 'rotation_day', 2, '{"event":8}', '0d7158ecd9ef469bef50e0c6de76f6d2859e30fa2ee1407a9149a85a319ec35f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (43, 1795226400000, 6, 'rotation.arrive', 'rotation_day', 2, '{"event":9,"rule":"R1"}', '64eeaf701b77b64bbf8f60b1e8c160491a311c1650eadf1e6fba6980b3cdae9f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (44, 1795226400000, 6, 'rotation.open_file_for', 'customer', 3, '{"contact":"visit","source":""}', 'd5bbe14fe3a51c3fdf06f66a3c24e8159e651500e230fd97e19e058ff1452ea3');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (45, 1795226400000, 6, 'rotation.recognise', 'rotation_day', 2, '{"event":10,"rule":"R8"}', 'adf79df86153a95e75368128cf5e858168e117d9f99129105398b316a71ab842');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (46, 1795226400000, 6, 'rotation.discover', 'rotation_day', 2, '{"event":11,"rule":"R8"}', '88216cffbdb1e93ff094690255fb95c7991f0063c7a65f562b1a5f37e75c2c4a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (47, 1795226400000, 6, 'rotation.insist', 'rotation_day', 2, '{"event":12,"rule":"R11"}', 'b670f84458e060592aa3cfbc39df5071d1ab91dd3c1f9eb08a9319b9fd3f5452');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (48, 1795226400000, 2, 'rotation.override', 'rotation_day', 2, '{"event":13,"rule":"R2"}', '5768feac0116107fa807fb12e8c6f98ca303df08a9c973995714eba084f1c2fe');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (49, 1795226400000, 2, 'rotation.take_back', 'rotation_day', 2, '{"event":14}', '602ebddf2aea2ccdef144b73062abcf95117e1179fe963a8c2ccfb2d520b6826');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (5, 1795226400000, 1, 'staff.hire', 'staff', 5, '{"name":"方若云","roles":["cashier"]}', '53ae3a7c734abc2be9a3c6ff5a20bda464ea28715ef6297106322a6e57c8758c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (50, 1795226400000, 6, 'rotation.sign_out', 'rotation_day', 2, '{"event":15}', '677fa09d0d2c8da481a0ce9d110ffe47ded461db3ce910f4601c36f3d2c98f2a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (51, 1795226400000, 6, 'rotation.undo', 'rotation_day', 2, '{"event":16}', 'b12edc68c7d3fc3ba4deb54b89dfbe3a2f3aa32db4b97b1f66234f156f44aa75');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (52, 1795226400000, 2, 'rotation.change_line_up', 'rotation_day', 2, '{"event":17}', '5c68fac133b126ee9ae3b71698562392cba06333f4da47b0173ef3ae03de4b98');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (53, 1795226400000, 6, 'rotation.finish_reception', 'rotation_day', 2, '{"event":18}', '9516e8a8acf9ac5bd0eb4fe5c62a633202ba23cc437832f354837677b558895a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (54, 1795226400000, 3, 'papers.keep_print', 'quote', 1, '{"edition":1,"number":"BJ-2026-0001","print_no":1}', 'cedb8c11e58415c7281f385e945975fd55f9dc5073b7006d85770df66932e575');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (6, 1795226400000, 1, 'staff.hire', 'staff', 6, '{"name":"陈晨","roles":["reception"]}', '717e007b2af42cff49097f37df61cef1291d02f70f8aaed218c18d5006140d45');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (7, 1795226400000, 1, 'catalog.add_item', 'item', 1, '{"code":"V7","price":18980000}', 'bd1ba6988f9c6092d9973150c35dc8d586ced3bc03727d8b6d0d3b869c2b4525');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (8, 1795226400000, 1, 'catalog.add_item', 'item', 2, '{"code":"DJ-01","price":80000}', 'ac6622ec26e6b10b056c5ba715d86749c54c87d3c12e3592addb4ca2ca5c809d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (9, 1795226400000, 1, 'catalog.add_item', 'item', 3, '{"code":"BX-01","price":95000}', '9818500c862c953d5b6e9db4028252e29bc38a0d879c68b5d5ae8b41a72b95a6');
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (1, '209e7086472e4c44a0b68167e3dce2dd', 1, 1795226400000, 1795226400000, '王总', '', 'administrator,owner', '$argon2id$v=19$m=65536,t=2,p=1$UwhXjtfut6ThIEsgP9UVWQ$zzr6yHJCKNBtOMQdbBnEtdwYMMKIRPljv0YkGi6cp3g', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (2, '886ad1d594a44816b9b3354120009296', 1, 1795226400000, 1795226400000, '高经理', '139 0000 1111', 'sales_manager', '$argon2id$v=19$m=65536,t=2,p=1$a3qRlI/9wgu/jbqy4ex7Sg$WbF4f7gOpX/7EmR8gHj2GozyYnVO/m1tFQ+dl++IVL8', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (3, '464288c720134596a660228f1f9bc67c', 1, 1795226400000, 1795226400000, '孙悦', '139 0000 1111', 'sales', '$argon2id$v=19$m=65536,t=2,p=1$ZHxS/rO3twnxXE1VpSsIpA$kYomDv4gown/U0s/zhVz0Uy6ZRLPXh9nDcI7VF0rAKY', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (4, '312a66bcfb5d4ad087fd0ad32f1a1473', 1, 1795226400000, 1795226400000, '李想', '139 0000 1111', 'sales', '$argon2id$v=19$m=65536,t=2,p=1$b52oY6IBh88yWcN22CzuCg$f+w7VknOaECf6bOCWKBWJZxQcsf7Zs7cGdQMfOS7Fhw', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (5, '2e4e30e81c3149efa30c10d9bb549248', 1, 1795226400000, 1795226400000, '方若云', '139 0000 1111', 'cashier', '$argon2id$v=19$m=65536,t=2,p=1$PltPwCau2JNFG87dabjGRg$C7bpFFPWPBGMEVZKkzqzFUsGhb9in45FW+8B+qmh/GI', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (6, 'e966b9d91df54414a3af423542a8f389', 1, 1795226400000, 1795226400000, '陈晨', '139 0000 1111', 'reception', '$argon2id$v=19$m=65536,t=2,p=1$ZjHpji8/gaJichyIywMfOQ$N9OzDknVInmv+m+2drLWaUN7nA417nKt5IsDmVm/if4', 0, NULL);
INSERT INTO draft (id, staff_id, form, content, changed_at) VALUES (1, 3, 'quote', '{"it''s": "half typed"}', 1795226400000);
INSERT INTO attachment (id, uid, version, created_at, changed_at, kind, record_id, name, media_type, size, sha256, staff_id, content) VALUES (1, '5b271a60828b4a3aadffd2159e12254e', 1, 1795226400000, 1795226400000, 'customer', 1, '车.pdf', 'application/pdf', 15, '436b26147ce1e2840210099f885a14790e0eae709fd7a9b9616f4519ca08ecfe', 3, X'255044462D312E372061207363616E');
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (1, 'staff', 1, '王总
wangzong
yuzong
wz
yz', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (10, 'customer', 1, '欧阳䶮
ouyangyan
oyy
13812345678', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (11, 'quote', 1, 'bj20260001
欧阳䶮
ouyangyan
oyy', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (12, 'contract', 1, 'ht20260001
欧阳䶮
ouyangyan
oyy
澜川
蓝
20361201
本店
v7
1
lyh7v2a58ta000317', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (13, 'customer', 2, '张三丰
zhangsanfeng
zsf
8657188997766', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (14, 'quote', 2, 'bj20260002
张三丰
zhangsanfeng
zsf', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (15, 'payment', 1, 'sj2026000001
欧阳䶮
ouyangyan
oyy
ht20260001', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (16, 'payment', 2, 'sj2026000002
欧阳䶮
ouyangyan
oyy
ht20260001', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (17, 'payment', 3, 'sj2026000003
欧阳䶮
ouyangyan
oyy
ht20260001', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (18, 'customer', 3, '赵六
zhaoliu
zhaolu
zl
13700003333', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (2, 'staff', 2, '高经理
gaojingli
gjl', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (3, 'staff', 3, '孙悦
sunyue
sy', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (4, 'staff', 4, '李想
lixiang
lx', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (5, 'staff', 5, '方若云
fangruoyun
pangruoyun
wangruoyun
fengruoyun
fangreyun
pangreyun
wangreyun
fengreyun
fry
pry
wry', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (6, 'staff', 6, '陈晨
chenchen
cc', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (7, 'item', 1, 'v7
澜川v7
lanchuanv7
lcv7
旗舰版', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (8, 'item', 2, 'dj01
脚垫
jiaodian
juedian
jd', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (9, 'item', 3, 'bx01
交强险
jiaoqiangxian
jiaojiangxian
jqx
jjx', 1795226400000);
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (1, '92f13e62a1064bc3ba9f17f9b49f9bcc', 1, 1795226400000, 1795226400000, 'person', '欧阳䶮', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'ordered', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'ou yang yan	欧阳䶮');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (2, '483487252fa44434bf0b73dd892401be', 1, 1795226400000, 1795226400000, 'person', '張三豐', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'quoted', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'zhang san feng	張三豐');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (3, '1dda9a7a18c44c57a347bba32bcebf88', 5, 1795226400000, 1795226400000, 'person', '赵六', '', 0, '', '', '', '', '', '', NULL, 4, 'n', 'visited', '', '', 1795226400000, NULL, '', '', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'zhao liu	赵六');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (1, 1, 0, '138 1234 5678', '13812345678', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (2, 2, 0, '+86 571 8899 7766', '8657188997766', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (3, 3, 0, '13700003333', '13700003333', '');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (1, '993141d23e744627b3d5d6fad1888484', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 1, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (2, '434e6108e4a743bdb32504b01e231eeb', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 2, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (3, 'd7d018a486974919b61a2708f223daf6', 1, 1795226400000, 1795226400000, 'call', 1795226400000, 1795226400000, NULL, 6, 1, 1, '', '问价; 改天来 带家人', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (4, '9257ce51f99e4ab3bb51876d338fa47c', 3, 1795140000000, 1795140000000, 'visit', 1795140000000, 1795140000000, NULL, 3, 1, 1, '', '', '留下联系方式', '', 'left_contact', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (5, '5ecfd38e5eba4ca7a3924a0e25fc2eda', 9, 1795226400000, 1795226400000, 'visit', 1795226400000, 1795226400000, 3, 4, 1, 1, '', '', '无意向；太贵', '', 'no_interest', '太贵', NULL, NULL, NULL);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active, availability, expected_on, lead_days, stock_note, told_on, scarce, scarce_until) VALUES (1, '1865bf507a51466e87e338cd14915669', 1, 1795226400000, 1795226400000, 'V7', 'vehicle', '澜川 V7', '旗舰版', '辆', 18980000, 17000000, 1, 'unknown', NULL, 0, '', NULL, '', NULL);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active, availability, expected_on, lead_days, stock_note, told_on, scarce, scarce_until) VALUES (2, 'b92424ab446c44388055b8cc9ace2005', 1, 1795226400000, 1795226400000, 'DJ-01', 'accessory', '脚垫', '', '套', 80000, 30000, 1, 'unknown', NULL, 0, '', NULL, '', NULL);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active, availability, expected_on, lead_days, stock_note, told_on, scarce, scarce_until) VALUES (3, '5bb1c4f90d1a4daa97ad9d9ac93aa2fa', 1, 1795226400000, 1795226400000, 'BX-01', 'pass_through', '交强险', '', '份', 95000, 95000, 1, 'unknown', NULL, 0, '', NULL, '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (1, 'b1828127f5c240c69285273d29dbfafa', 3, 1795226400000, 1795226400000, 'BJ-2026-0001', 1, 1, 3, 'accepted', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (2, 'ff604e9154224f52bcc4c2cfe1ab92a5', 2, 1795226400000, 1795226400000, 'BJ-2026-0002', 1, 2, 3, 'offered', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '', NULL);
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (1, 1, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (2, 2, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000, '', '');
INSERT INTO contract (id, uid, version, created_at, changed_at, number, quote_id, customer_id, consultant_id, state, plan, whole_discount, total, subject, place, signed_on, reason, frozen, clauses, amendment_no, amended) VALUES (1, '08d63403f6e6486fa9c1e7624d4c4b3c', 5, 1795226400000, 1795226400000, 'HT-2026-0001', 1, 1, 3, 'signed', 'deposit_balance', 0, 18980000, '{"brand": "澜川", "built_on": "", "colour": "蓝", "delivery_date": "2036-12-01", "delivery_place": "本店", "emission_standard": "", "engine_number": "", "interior": "", "model": "V7", "quantity": "1", "seats": "", "vin": "LYH7V2A58TA000317"}', '', '2026-11-21', '', X'789CED7A696F1B5976F65F29380892006A4392DBEDEEC927BBFB1D4C03593A99C60C5E048151124B12638AD4CB22AD76060D50B2A87DF368DFACC5B244CBD62E4B1429C93F6658C5E2A7FE0B79CE39B78AB728CAADEE4E06C98B0C306DA9EAD6BD673FCFB98FFE70E7DF3B1E7FF90F777EF5873B762A91B4E887B8D9897FEF781F96BDC11DF7F0D2BBDCBAD370C78C4492966DE3855BCCB987ABDED97E93337186375D1D89387DF06963E3274DF87F736363231EA7CCEF1EC7D39D2D5612EFBE68BA770F8F1BFFFE61F3A34679DF62C69FE08D73F6DA99E9AF4C9D7AEBA3EAE963B3B535918EA7F0F6B3E6E666833E309AF03FBC8F25DA13777E154FC762F473E209098CE516AFFE8BA65F7FFA7F1E7C81651D9619E183F1735B2291F27FC60F9DD0E15FFE154BA2918815A79FBFFF1E2FA2A9182921FA7A27BB95E98C3339E84C9250811ABFF916DA357FF609042261EC687BDC8A3C4E60973BFCBCA9E993667AD115335B2D39D1B66231FAF65FFE702766B6583152796CA67439E64C8E95B70FB0E2A9194B5F33F8F70DD5F5E5DCB858DA5F79CD9AFA6A67F9C059C968ABC3FE0A6D3CFDDEDB5FD196865C18DAF422E30E9E898BFCC521CFE98BBD93ADB0BC355EFC1ED66F493FABB14AE9FCC099982B150ABAE8EFB62BF3C7A5D3BDF0FEFB3DA5E2298E28AFF5E856F9A2B1A9B1B909FF34DE6B7C000F357D5CD9A67B9F1B4DCDF73E35EE7FF6E0F31F31E1CAAE73F6D2C9F78A2D9DD14265E6837B740CA37EFE395BD557E931650F4598263BDE75252DB3B38523AC3C7DE4CE9EEBCE2EE5C74BE70B78187C52BA5A71C7F6FE94192EE5779DB17118C53D78E1640F9D3F8E3A4B97F8D93D9E71B2F93F65469C89617779C8C91ED393AB911F2E469DE59C737E5CDE1DFA53A6C71BD871FB3ED00FFB8BCEDECBD287F5F274AEBCD8E7AC16CAEB99527E98D61F1CCAE9CEE40B25DBC92E9C21B261FFF2529EF65F1E7386D7BDBD8DF2DB1177F99DE4067D0EA926472B3DEF9DBDC13F657A29E2D32DFF66B5A61E0729B536802329ABAEFAABAFC31931D5531ED263CBBD5A76CE56C24E7939128EAADF3D08BD77670E2A0313BA7FC34183F30B6F2B1BCBDED0919E74532BB5CBDC97A7E183FEEEFFFEE6C1EF9A1FDEFFFCDB8788E17B4DE173CB852D676FB154D8A44FE75E6BDF3537DE434968FEA4312C892C458C957BCF759561D4C21C4752A7F9C47A9CEE621305569C399142DC9A88A7A4DC89910CD801B5306AA71E7725A354769A3EFFE273CAB6863B91A8AD2A297E313BE547FF359D944AA4CC98FE052A579CCF555D00AA55065EC8B191682ACAB5AEBC7B854008A2C0B99C12C5234A6DAD12DA1D267595FBCD0F34011AF97F6413754AE972C17D7755738AB2D3D058299FC1FEA5E2BC9BCF6AA7DCE353EE35564FF9E2D307F7B4631E54F524B51EC7D107383525CCDDFD0977FA149B97DF4DE3F4CAFAB93376EC0C149CEC199EE309FD776CEF878B25E7EC489E785757CEE08168ED668AA5E299F159A3F1978633398E54506934B15F9E3EF6F6CF503369ABE582339C8322D450A6F7CAC5559CE84CBC28BFCE49BAC857A29D5398A61F4418DE534475865F9627FB25856016ACC1B7DEC91909B9BCE38D9FB943E7CE403FD28C32726294B41B1DAA3A287B5C2A8C7BDBAF2A0B9B582311EB6CF6614F9201F63193A9686B8CAD530D39FD3CF24DCC4CDBBA01B1A7518D710385476218854429C59FCA363888FC387B5E59CE785B3DEEF4B9BBBCAA042E4C53D11A5F855470349E97CE47E077E7C57079F5B5B37F8EAF68D9F969E97CABB2B221F2BBB307F85CD62B4BF271F8B06AB7BD5177703278EEBECAB8ABAF7FB818FCE6ABAF7FB818423515D96079F7A4478E0884472494370BF289B777E05CCEC829B273657102DF96B78B12A5D804A676D72ED09B506E7DFFF6943EAC943EECB943234EFF28FD7AF90105D8DB3F71E751F2B7F044F6A1569A3DA3EA9ECD559EE72A7F7CED8C2E883C95CC24828104C8BE96B3CAEB7BDEDEA6B71E8A1F445DA9F8DAD99E7687E64BC559EA18139358CCF130470F0B05B2332B2566548BCFB7E85C8E1914C852F152DA2B0706A568381A2A3BA348857034F8B5EFB49A039753CEB26F3BB1CEE6ACB7DD4BA6E9CF565E1F90E6D9B1F2E51EFD30305ACE8DA07C430E65D6A137E808A2BFBB9647040465598C8B8CA2BC9A3843EB0CA2DC9DDF7726D14C33DEC0899886DC307E2047BB63ABA58BCDE0DC527EACFC6ECB1D9C758657BDE797CE45AF93CF4B38EA067547FE0875F9E1AA32F172AEC60D68A3EE710E1EE5B03B5491B79C5361BABC5A599884D6926F1491FB33BAE7504CCB9747357B622BFC17AE82EE624C9CEE6DF750F60E9F3AFDEF4B85410823EB51A1D4A1FE6268474AB1FAF4C98B99F2ECFB52718C70C5F18C3BF4C11DC97A27AF4AC5E23537978AAF506D4A8511445D8D9BC52E1C357A59428C5716DEC0B2E58B134055D8B4BC5044C0C22E68EACAA6C5575241B16B293F851FF05FA4025EA150019A5416B2C81894DB7271AABC3747BEDF5CAC6432CEC10B6FFDB56E2FEF7D9F3BBB50B99C44AE94F27EE51E3C20D4A997CCE59C71DF28E577905BA5CB65D409F8003901434B79C69ECED29AEC067B6137485ECA17CB7BEB9482735C9096D69CE2A9B7BF2F5A20C42B732784870AD395F5025E558F436E018ACD9D4AD15202B3659CEC3B67224F91B7F0A6BC3D46554755EE82FBB20F11A3F41AD8C1E995CC903BF226D89604BB9A83A7059305A6563BC0D4475748152858CA17D05E284F56D6EBA5AF3B94015074579E23652AAFC6B14D3DEFAA36A435389858EF0392E5AA6CFA5B7A97EF5009CBC505D94494576BF67B9079141C3DBBCEE621EC2887534CF86539481A09CCEAABC9F1C03AFEAB25F5EBDC9ABBFB0AC18EF8C31A3441EE77AB52F4C45B30680D36F3DE9FD56CA897741817A54F89BDF2DA2D4C52493F9E2179E086DD796A70C3EFDDE10BA883C2E61CF49003DEBD2BE587505DE13CE7620DD67006DF50637A9E752E37A472B847EB64A8E51D090EBC457EB93359FABC78820651ED2F219F49552E9D0F0179D76BC014745BBDC81ED957442713FBA5B53CBD5A2A6CFB3DB20735C1CBCC511F2A9EA1572112AB3E4095605148EEFEF74AE7AB3964AD33311BD4586ACC9BB304E74FCE91BEA10E5498A6F4BA5A2A2FA391BFA4428D5A3773428B39C924D7E112813854DB359F85C1D06B776E9B1C79B9E78E6D0428413C24AFC8D0872FA973BF5EE4D45CBB6E5FF2133B0C86A6B75C81499E0F2BE5B76B08266ABDA8A5F9716FBFAF747180E086D6D241742C55191803DA9035D7FB22362B6C4935ADE7A44AE68A108DD4773F30D5C3F311894A184219F1EC48AC43E074EEB5D178B7F13EF0A53BBD4F408A4F021C87E4B281779AF53E0C184DF70D2CD6BB97CA4B467CE239DDBEEA743EE82322C9139C57D958F9D9F2A8CCBE411E555AB42E2E8DF97A2726CC78D88B0065D0DAE32E9D203228C80626D02328A0B91EEA4754FBA2E4EEBB82B73FE8ADE38882EFDDADFA1D11D061698D126062DF1D9E73869754433D7C8DCFD5B740AC9787CED49837FADC593AA1069F1DC3D1B209097FD91F34854A663140B214F79C2714CAF3E375927E1ECA514CB22AE1900ACC2423182A24052CDADB692F1035F612742D7BE8210C55F18993DF2A5FCCD2CDC9629FB3F112B6236CB90EF09975C626BCBD3D721896EDCE9597669122BCFFB836479CD165039D3EE4CE0CC22E81B17C37EF488A4BD5A508834B6EF0B197190D46926A1F9D18753263DE8769EFC3BCCC9E0A9603186FAC0010D0F3EC29206E902A7A64D7F4057261FF98F44E650DDED3686A6CC06478B7B1D170B2CFC9848541D99B6F3442DBBB431C516747825208544DD3E002484339C0751076F23F5F92132413429362334D8A549D9FE79CC17ECAAF8D3E550A83518C6D797DB0A392AD4523C156F1EAD88433D32F05ABC69C22068F143F471DDDDE1456990C8DBF033B2ABF38582406838A613CA8855B4050DED93EA1B8A597D7EBE649AE323041775F3C2385E35C62462DE1AACF0B6B939FE43BD99694231CB974E9EC9DCA7D98B7DD4743EEC4B08C14FA20E60E6D238D2945E521EAD6C08E4CEB32B8052A797BEB00A3019893C580F33F5C2CCA7D0C6649671C1DF814A26201864AE3DE676406777990A7BBE9F2F35DAF7FD9F8427B8AC3493FEEF9A5E28ED1FC69F59DF2D6F09AF72A5B5980574E8DA6E6E075AFFE8284DE1BC2AFF5C525445200F6725626287C0470F0AF8440E1C9754C72E7B45B660D433241167E4B81B69C136D83DA86B8A6063A3127352F88E2C0881C9E73CE56AEBC31767DA6C8EF90381FD6DD9EFDBA1709C52CC157AEAE4191206368F305FC2F6305F99FEB27E02E0255DD4B664665B65600423B50442F1727FC5BCE51B76F22C03718F75133102F82E3A884F0E6D7676BC4112A39705F653EAB62109506EE0A9DC5B54A6B58CEE01AF2452E6729A3252A3F642BEB45E885C61498F2BAD50A434832249CD37F1CB61A6A44B5267302CBDA50C1CF52AB9302A1CFAF987CDCD341E4B997C9968B007D03DE013566AA5CBC9802949FC04012173CBF154B0856BEC05173F0E48B50275A3E40DE6176F2AE66D1E9198215E4A2BAB2B041100FE1B90F212FFCF02481299BE64EC419EEE910B2355004630CA193E276B9B82B9171CD4048036770E1860649B76C171304CD8B97551832B45DCA6FCA137F0CC0938C3CA18462DBE92D30482E58193D4FA49704A43CD27AA73BBF5F6DCF04A7FB60BEC0B7AABDA1EE1E1C4A6D26436BD89176E3E22A9AA3883A0305B92AAA42A1B323449FB75F4494D185E0F62B310ADDE0C5E3D677F56F8C9356A7997C2274542C1A57B77CEAEA55BF44B6BBAC5659968E4753F2D3FF4B9B71ECF88CAF6DE5C5CFB867B6D32D3557CDF4B4BB2311B31E873FEEEA4A269E9A3191D14E595D4C99D0C04E449CBA94DE5D707B59B3444CD16C268B4BD1A1BE71F6D6D13BABDF54DECEA306C068D73FE3BB6AA3B1F9578AF4523B942E161108D51D68461F795D2ABCB8F50EF83C24433D89FF55684433954EB26310E1C4C97EFBFBFFE564754EB638EC1D9D79C7AF905EE593BEFF024E76764F71B2B9C35B71B2EF0F893938CB790BABFF05CC6C65A9E8BDD105B99199ADCC8EB883A7B764669DFC7158DE5B31B3B0FC6D99D9DD2102260BABE58D8BDB33B3D794FD6FC3CC7A83037598D9A94534360254DCD58521ADCC2D7B5B1328EC7417B1FCCE9DBDD049D8CAFA3C96793B6BCEFE9690B074B93834509F7E3DBE80C525E883CD09E68C2C78B9DE807E451ADC8E7ECD2DD0950712E862E917D0AF24CCCB918FD1AFF98FD2AF38BFF0B6B23EF123F42B2FBB16403FC2C09EF4A95BBEE2F0AD1958A8B37C5029BEFC690C6C71F8CFCEC0C2E77518D8834B3C0F02A13C73FA0B19D8CAE67C7D061676FA3330B0BBFD748FBF0624758C8246311E30B0538B3A035BE999562AE72F9DE7E78A7EBD1AAD42A4AB39820B6F47641F4AA6E27079E1A22EDFEA0E0C29BE1547F3262A05AFB6085E71CE54F9D6A3BC8CE5E5B12362A506FA01A1F1496589374461F0DD41F93A7B21680EF851E253F6FC28DFAA9D576F4CC29EB7E25B791B9D6F15B255A485CA549C34B235605A31780AD35ACA6FD1152C0ACFCA8608FF73C8D69D8D5AB2950523B35F4ECB29B5642B7F523EC95446FBC2646B8E9C28642B6FA2C8D6DD21BE41EBF1FD4B7CABB354E0317FB8CAB7EEEC6019D4E1899CB6527CEBC4B0E25B5F1C08DF0A91886F5DCB7AB979C5B7E2DC8D82B73356CBB76274DC9EF6727342B656D6C8EC42B6D243CC3E0343A2942CC3E97417C1A1820A8799407AE5F56B11D6AFF266AE2ECD8A02B7D01BC43AD2DE593B11AB29BB10D799E17B846DEFD58AD09D4EEF8246B3B21C62509F6685DA14D007637AF9A54D2E66DCA971F915AD3088EFEB4C2B3960E24A4E772771E25970740DD35A9E3970F27989C5C094EEC81FCBEF67603BD891E99F2D7A387B51E380527ED8CB156B98562C53312A4C2B145F9811A6B53CB311625A0F2E15D3AAED1930ADF2444C4A64EBD608A5EE48C63DEEA95E241FA805E5BE75747FD19A9631C1CA73B2E258BDA335EFE85D3D76157580D8D5B5EC0DEC2A82452F4274FBB1B843310E3C9123CA0836225E75A1882055760CD85594B18341BA513C18147615D200735416970070514ACBEF276BD9D557CB2176F57880D9D5E12ABB8A3D07E1B363BD405229BA6F389911B9EE7336DFC0EE958CFAC301BAC3E47D6A7855F70DC6FD65E290026A75675395A585DECAEC5465AD5F27552987C68EF1AA96545DDCA992AA8B3BE5DC1EA12B29CF6F56DDED119D54C5CF959EBC3B3550875465A4155858EDE093AA085FA803EDCABD4CAD22F736563E42ADBE1B468E543672D8ECA3D46AD0BC885AD54ABE64B62A92FE96287ADEE510B1FD3AB52A6BF629D5E82AAA9875360FC9AC638738BC2EB58A7874A7A6ABAFAE46AB3652AF14B54AA1BDFB0A615E43AD4A89136F9159C3A04BA75665C35A6A757748297BD5AF53AB74DC8F90AAEF610767F00DDDC43CCF2277A442D0873EE387575546F574972E8A832612BE32E2025CBE7A03305DB7C5A23B4E2D226314A32A129F8F045594FE3EACB8769D51853B8951A50B2C657A2A0B2C4A9509BEC6A8C2887495B6398BC5DE51B1865125610246757F2B60546931A797E4376F32CF7F52B1A5BBAA8651F50687C955C3F3307700059463E415AC7CF82E6054EBDAB786514539C17AD2F4F2A03276408C2AF639EE4122786F6688515DE8F5C99E2A5452742A2FB8EEA19E192884DAF9A374AA168C3F8B4E95936AE8CB4ACFB8A22F6B5A54402CE29B9BB8D48FC853E552D7C77EB630AA09D5134622556FD2BADDAB5A0059D7B0A8134BF4437E09BD00410C0974169587CCA580C3F5DE4CBAEF0A9285B27340A1561BDE35F2142841E74F55F00184664F9DCBC3CAEA87F27E9F83F936BBAD285476BE50A8410B100A55202A05BA50A80A00D662A8BD616846417823854A459867285442C504ACCF552954D9408B59E24F0F2E011AE5CA878AEDC64B588DB0E2AB65BE039EF6760FC849A753B47272CC9B1A210AF56A54F70AC1CE8FF2A72AA103F2F446BFAADBE250640CAF09795AE9ED93B151C16CA0DCF531F47B3CFF08795A53F91579CA3D524536EF7903798ABD3F469E320821C0344DC6536C23973C58C8FF7C494E90D00FCD794C9E5221E6FB74A263D62655D2BD9DAD32A7D746B4EBCCA9F227FA4FDF448D15E5741E0B7E8E16BA99EB71A6142012743A675A03A2A81F8CAB7A42725E4C041BD6FC9DC0548F77BC4337543CF3D4F0A7320DF012A9F1D49AAEA53DF1A747B96ABED10C3B44D3EBF14CA9B8190C0AFA5425A854783F7AC8E4A9CCDA328555D9C8DCA04E9ECAE22A794AE3D22001C1E29ABC55E429EC51254FFB0FCB270B449E064FA98040B9DC3CDABBB39023F23478A791A72B82DE883CF55FF7EA2F7CF274A5BEB88502401F0D32AF5E56C953FE959066953C5D0150A3F2864DF8ADEAF2CC9F42A5A0B0E9FC290A5E10C8811DABFCE9E6C2755767D07E0BD2F3EBFE1DD8F32C61548D3FE5BED0A34F100814191942FCE9D5A8BA580CF3A7FA818A3F3D9DAACB9FCA56A800281E82ED03EC56332E239450C6893F9D3DD4F9D3F0595CAEFC3EE50CEE84C853BE6025F2746D50C8D3C08ED74C561EDC45B621F3DCC39AD408C8532A2E9CC96AAD5EED15793AADC8D3822FD3E920B21D2B39A7CE9CE5F9CADB696FE783CF9F4E2BFE949F087FEA4F6845459E32E51C6A4001737AD9070846A1A473A6B9132FA7AE5C444E4AA2D9299D3395E7743FB3B1429CE9F945B930FA11CE7468E0868E5897337556CF4A85519D33A5271A67AA30B5D6F33EC699227DB47E4959169C8E829ACFD4254CA530534DD0D0216D258429AB2D7F112D773D21C274F6D0DBCBD09556E11684295FF0FE7F4198BE1DF98984E9FE9B5F4898BACBCF1105BF88303DB844DBFEE984297186FFCB964A14FFCEEAA0AB65E3B766CCB28D2F13F154D26C4DFDE733A65F263ABBCCF833838D7D0BC6F45BF33B4389704BBEF4A172D86D08D36FD885B7E04B1F91D36E41953E541EFC895CE9237EF2633CE9D75FD531C5C749D25A056FE648EB98ED3F9124FD3A6E5070272366BCD532BAA3A90E23D56119ADD1A7D198D19A885886198F18093C4B1A31B3DBC65B3365A04AC59E35F0AB68DCB050236328910D46A28DBE8E268D4477DC684B5AB4632CE6AF6B4F2422469B89331A8C6FCC64EA99F1D0D0E38BD7C98B474620B061B6D346A66DB42562B1044448C459461B1941279AC6539523F47DD28A99292B62D856F229AAB47DB70E87FA2DBE5679750385FA2889BD3ECEA0FE3D8C13BB9940FD27BF6FDC44A17E998825D27AC4D492A7BFFBFA1F6ECD99FE06E27E92781A8AC01BD8D26FB80CDC9A26ADDAE9CFCB937E657525EC68AA86C254AE8F98CFF06FD4365A553D34F0B314BE5FC29A3E3263940635677699510EDF36D4F8E0F416AB0DDDC9E8D0ECFECB69543F29DAA34F51EB4DC472AB15ED4A21F0938685439E195DE6B34EF8E0AEF18F94AECC964ACE196C50831D01A96C0868C56583A756A42148AB4EC86EDA4F784BFACC4F1D9BDB4B34FE34810D28677C5948433BB494D4450EE21C7F533A8FADD44DC501AE8029EE1ABF47CD404E1AB18419A78750D310784302D18EF473D4869539A751E55AA336FD0AE191E85265EEDEC8AF7E65C5A2649430FAF5E58EC8DBB0E8A94420334ED1C857882D7970179F76F1122E7471CB82F6665C0A600495C548A177CAAEF25045023DE04A856A19B7A436D2B3B8D52DDFC102EA3D62A93B89E88AB793A11FC9F74ADE6741656C3593C9287C9248A794B1AC4F8245D13861550A50E3AFBFF9EAEBBF6930A09E190F6B4B22D81D54317DA5E9ADF629C203959F84A0FA4192936B5389768B350BBA41B021E48CA6907516FCD1166D25B5107E4816A8D0C91D40455083D10DF1510191290045312BD580D08BA34FC0F38944CC66E14C24D413EB99FDB78665B676908510DB089A885FE2037D5B3BACD627546AAAA129B1DC613EB54232B6A249403DECD1F22C705C1702211187501D09B2A38D6328BFC80B286986994E75249251DB64AB70B70212A3EA6D4412AD69CA38F491D0E0F575D58A2DCF58001F2A68B1F830552D10810F58157194F51DB48D26926436FF2734D368179D088345E1D376F163346575A2C4A59112514A1F7AD64A900DDAF05EE816FCD08AB763C45178C477A15629C9805F73C948724C46CC4E9C810D8D48B4AD0D0F29B1A5A98B1C062A85095BC7DAD27156385C4C92561BD4D55DD0405F504D83D0373B524433253760C26E7CDB11047F571A0EC2E7C9687B078BFC5B147724CC4D9B51084681A4A502B59A54420001C8B79A0FEE1A5FA7E0514B6A11908265DA5670665B32D169C4A2664B94C00C57C888D506272BD0835DF1594D1CFC56C10C5F518E82BFB28D4756072C160E072988BEF160DA64DA4ED9C1F96C1064673A494D0879627E47FB2621683B744C9A627C3BDD696B51AE0A792727274E922714F7642E2B664BFCD05BDB4A41E8881FB00806E4A3DF646CBDE803127546531258548529D5B94C938C088EFB467722F9840E402FB4A90648A7A1271495C877AB9A3A412D64D1B937707D46F4B49A2C3224EAA4D24F1B065F410D4E613F3D2119258CDF8E52D14E556603A949163BC14252D5E423F482817067508A36D0DA9148D89698DB42DAB5728ED26E319C40A11234123F5E081D558167C4EAB2E25CA880B44970CD73AAE751E26012B4ED0415F29AC0F996FEE503FF396A3F09078ABCEB326D9B92BBDAB3BA3BACF8CDCD9E3BB06F6ABF1C066F55D2585CEE0900A3DE3D21CFC51236DB5A0A01D948698E28065EC11810E49B86CFFFCA967C499148893832AB2D1033B0588A2C167CAD324435410251BEA37830C04CC2353AE5CBA6F4E7CF907E11DD970FFDFEA272535739CA01896105800D8A45510F5972763DDE742692A976AE79B615FDF77452BC00F3473B6D4153D164844100BCE63772C23529B66687198172E4596E1292A0B07D5256759BA23B21609896EC1DF2FB57E9147775416DDFC829F5218C208DA0772791068441257BB53ED1928EC6225C48298E11869D5D4123931851A7E9C080667D4A62780BED02ABA15E4B188AA82E030CDB2E0EED900ACCF6D6C177E070C2D17AC231C08B501027D356D0B3C2D5A18140AD4DF39D8A0C363822C73634B8C3E9AE6F1DF67F7506844411C1580422E3ED9C405220B16F077B07711DB8277064431018E4D2749CD3A90DBD94639B618F3F14A856594D01C6B52600444C015B71ABFF983BA1D96E46E335C1F028C9C007EED12E76B44808924AC3B331F6333664B329D6593918AE07A8C2A69167520E7872A023287B8C876D4019A426D53114A8A6FB52BFC3FD1C285C15911ACC107895BEF99818544B51E6599C9F22C1C31F93400FE220E814FC143F6B6119C62911AB53AE0728551BE85F9A832581A85E77134C9464496AA3089C1F4797B23987DA9266BADA6E7014A18518C317941B04DCB3842A1624AF3F4800703E255CCB6D0E92E2884EF3DFACB4E02FD2406DC30A2098B9CB412C953D04FEAE4D1DA11E27E52D9D8C47ED0E1805DF25DA6A22ED21348D309CE39613E857D3786A676A9ED96282C95B9E3192324CF6A12D80ECAEF1251E527D2084D189DCE3A6ADF027A5977F708382783C39CAAC4E4B5BA04F902F949ED2613B2D652A7E5217BF86045541437B5A0C2AAEF76F954146CDE45B1B47D5BBA9A495824D6D8539F93AC248757388F8608126183562C8646EFB3705353923237DBA4BCA433A89AA6A5B373740FF38045D959E7F96AE0ED2229B15F9DBDAE3E1860660189B2C46E832540E50BAAAFDBB85212ACDE91C73AD3CEA36DF70A5C0B73952A5234FF9AE509DD8203162FB222BBD6F1AFBA35A36E9A9D0A0E05E679A4129B531DEDC3704F7324DC7C000C1CDCC4FD2F99F31B51090D48396938BE10204E8E4691A52AA437DE4FBE01AF2E57855D389FAB5950C148B3166AEC9C37F92AB52D6E7F76A44AECD418BA1264D11C1101D20E894994AA71268893C1929E87DADA4A99B50B290BA35E5AFA948F93BD5CEE7770D3AB88BA6D0081D934C05334D44CDF9727B10DC10F9E2AB8FEC5F19CC670589F5D7CAA6ACCCDFD0DF027422613BD0F0BB91A910A92D1AEBA43F06F01F474CBB03B6EBB49226FD1D80FF5802BC8D46F5880EA8E98F01640DC99E90A0D2DFB31646E8CAD002E8A1214C76232DBE12D82B13087CD0C0F54B03772D34674A89E348A191AADB9F9EA56E08AEE63053F1DED616DC4120789F585697BA18F7CD5E1316DFF00505E2EE2B3365D64783F4BB16C95DFE17F08E0925091626E8A9F4C27023C41B3EB7DDAA8E292A46F4D192DB084D2D54E13F912B41758FCEA3B342E471428C294251FE657B08320755AD2AAC4AE7DACB1B026E80A104ED685857003189599211BDCDA1673628E4F69491A945E775FB989F223A3CA0F9E6229BD742EFA8DD954ED5A2ED6F35BCD6164DDAD838C9B69471992F46F83BAE11668C931FAF05B9516C36484B4926D2ED74A321109C1B4DBB1957B74A778D5F9BD1988F9F1B0C2BCA514D56B0091AA75447EBECB2A8F953BD4DA6FCA4E3BC3624E8C2C89BA60DE9A59C911DD190C0510A1360D6787B837ED7AA9A5DAB958C07214A3B46E369F66B8BE5C7D1B5E9E5D75C1CBF09F6FA11F8C00943E0BD8366AFD644174F54A9EE048799EF2A6698E296F6EC51833605589C4C7A1ED76086A7019EC006B665C61832F9732EFF6180A52E1C7D302295BFCBF46DAC038C402E4223D677307E346E29382ABA922CAA313568374692503EB2D2EF26E48A9C9A123F4CD30D839DA2A64F93C9DD9BFE82A1CABDFC8FFF138687D55BA49FF6770C0FD56EBFE42F19BE24D9607104C92FF97306BA83FC24D1D6F653FFA0E1FBFF005C577941', '', 0, 0);
INSERT INTO contract_party (id, contract_id, position, name, id_number, phone, address) VALUES (1, 1, 1, '欧阳䶮', '990102199003070011', '138 1234 5678', '杭州市滨江区长河路88号');
INSERT INTO contract_line (id, contract_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed) VALUES (1, 1, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (1, 1, 0, 'deposit', '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '{"en": "on the day this contract is signed", "zh_CN": "签订本合同当日", "zh_TW": "簽訂本合約當日"}', 527, 1000000, '2026-11-21', 'signing', 0, 1);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (2, 1, 1, 'balance', '{"en": "Balance", "zh_CN": "余款", "zh_TW": "餘款"}', '{"en": "paid in full the day before hand-over", "zh_CN": "交车前一日付清", "zh_TW": "交車前一日付清"}', 9473, 17980000, '2036-11-30', 'delivery', -1, 0);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (1, 1, 'manager', 'always', 1795226400000, 2, 1795226400000, 'granted', '', 3, NULL, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (2, 1, 'cashier', 'large', 1795226400000, 5, 1795226400000, 'granted', '', 3, NULL, NULL);
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (1, '5a81f343bbef4dcfa631a1d32c59bd57', 1, 1795226400000, 1795226400000, 'SJ-2026-000001', 1, '2026-11-21', 1000000, 'cash', '欧阳䶮', '', 5, NULL, '', NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (2, 'd572604d6090478d8970c8481d6ce7cf', 1, 1795226400000, 1795226400000, 'SJ-2026-000002', 1, '2026-11-21', -1000000, 'cash', '欧阳䶮', '', 5, 1, '输错', NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (3, 'deb0517b90d142d6b2ec24aaf30a470b', 1, 1795226400000, 1795226400000, 'SJ-2026-000003', 1, '2026-11-21', 1000000, 'transfer', '欧阳䶮', '0313', 5, NULL, '', NULL, '');
INSERT INTO paper_print (id, kind, number, edition, print_no, language, size, watermark, sha256, check_value, facts, staff_id, printed_by, printed_at) VALUES (1, 'quote', 'BJ-2026-0001', 1, 1, 'zh_CN', 'a4', '', '9b236d58e145d412aef046705ba99a2ad72ef52028966876ed46331eac3be783', 'C40E-5D17', X'789CABAE0500017500F9', 3, '孙悦', 1795226400000);
INSERT INTO rotation_day (id, day, opened_at, closed_at, line_up, policy, carried, checkpoint) VALUES (1, '2026-11-20', 1795140000000, 1795140000000, '["3","4"]', '{"follow_up_gate":null,"household":true,"max_makeups":1,"new_day":"continue","phone_customer_counts":true,"referral_counts":false,"returning_counts":false,"unattended_alarm":60}', '{"owed":[],"queue":[],"steps_over":{}}', '{"carried":{"owed":[],"queue":["4","3"],"steps_over":{}},"events":4,"tallies":{"3":{"counted":1,"courtesy":0,"false_claims":0,"made_up":0,"passed":0,"uncounted":0},"4":{"counted":0,"courtesy":0,"false_claims":0,"made_up":0,"passed":0,"uncounted":0}}}');
INSERT INTO rotation_day (id, day, opened_at, closed_at, line_up, policy, carried, checkpoint) VALUES (2, '2026-11-21', 1795226400000, NULL, '["3","4"]', '{"follow_up_gate":null,"household":true,"max_makeups":2,"new_day":"continue","phone_customer_counts":true,"referral_counts":false,"returning_counts":false,"unattended_alarm":60}', '{"from":{"day":1,"number":4},"owed":[],"queue":["4","3"],"steps_over":{}}', '');
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (1, 1, 1, 'sign_in', '{"names":["3","4"]}', '[]', 1795140000000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (10, 2, 6, 'busy', '{"who":"4"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (11, 2, 7, 'on_turn', '{"choice":"give_up","who":"4"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (12, 2, 8, 'finish', '{"who":"4"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (13, 2, 9, 'arrive', '{"customer":"5","kind":"new"}', '[{"counted_for":"4","customer":"5","owner":"4","receiver":"4","rule":"R1"}]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (14, 2, 10, 'arrive', '{"customer":"5","evidence":true,"kind":"recognised","who":"4"}', '[{"customer":"5","owner":"4","receiver":"4","rule":"R8"}]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (15, 2, 11, 'discover', '{"customer":"5","owner":"3"}', '[{"customer":"5","owner":"3","receiver":"3","rule":"R8"}]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (16, 2, 12, 'insist', '{"customer":"5","reason":"同乡","to":"4"}', '[{"customer":"5","owner":"4","receiver":"4","rule":"R11"}]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (17, 2, 13, 'override', '{"customer":"5","reason":"会德语","to":"3"}', '[{"customer":"5","owner":"3","receiver":"3","rule":"R2"}]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (18, 2, 14, 'void', '{"number":13,"reason":"看错了"}', '[]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (19, 2, 15, 'sign_out', '{"names":["3"]}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (2, 1, 2, 'arrive', '{"customer":"4","kind":"new"}', '[{"counted_for":"3","customer":"4","owner":"3","receiver":"3","rule":"R1"}]', 1795140000000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (20, 2, 16, 'void', '{"number":15,"reason":"即时撤销"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (21, 2, 17, 'line_up_changed', '{"names":["4","3"]}', '[]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (22, 2, 18, 'finish', '{"customer":"5","note":"太贵","result":"no_interest"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (3, 1, 3, 'finish', '{"customer":"4","result":"left_contact"}', '[]', 1795140000000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (4, 1, 4, 'day_closed', '{}', '[]', 1795140000000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (5, 2, 1, 'sign_in', '{"names":["3","4"]}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (6, 2, 2, 'correction', '{"day":"2026-11-20","reason":"漏记一位"}', '[]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (7, 2, 3, 'away', '{"by":"高经理","who":"3","why":"store"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (8, 2, 4, 'stand_in', '{"by":"4","place":"3"}', '[]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (9, 2, 5, 'back', '{"who":"3"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_line_up (id, weekday, day, people) VALUES (1, 6, NULL, '["4","3"]');
INSERT INTO rotation_line_up (id, weekday, day, people) VALUES (2, NULL, '2026-11-22', '["3","4"]');
INSERT INTO rotation_holiday (id, day, name) VALUES (1, '2026-11-23', '盘点');
INSERT INTO search_grams (rowid, grams) VALUES (1, '^^^staff ^^u738bu603b ^^wangzong ^^wz ^^yuzong ^^yz ^u738b ^u738bu603b ^w ^wa ^wan ^wz ^y ^yu ^yuz ^yz a an ang g gz gzo n ng ngz o on ong u u603b u738b u738bu603b uz uzo w wa wan wz y yu yuz yz z zo zon');
INSERT INTO search_grams (rowid, grams) VALUES (2, '^^^staff ^^gaojingli ^^gjl ^^u9ad8u7ecfu7406 ^g ^ga ^gao ^gj ^gjl ^u9ad8 ^u9ad8u7ecf ^u9ad8u7ecfu7406 a ao aoj g ga gao gj gjl gl gli i in ing j ji jin jl l li n ng ngl o oj oji u7406 u7ecf u7ecfu7406 u9ad8 u9ad8u7ecf u9ad8u7ecfu7406');
INSERT INTO search_grams (rowid, grams) VALUES (3, '^^^staff ^^sunyue ^^sy ^^u5b59u60a6 ^s ^su ^sun ^sy ^u5b59 ^u5b59u60a6 e n ny nyu s su sun sy u u5b59 u5b59u60a6 u60a6 ue un uny y yu yue');
INSERT INTO search_grams (rowid, grams) VALUES (4, '^^^staff ^^lixiang ^^lx ^^u674eu60f3 ^l ^li ^lix ^lx ^u674e ^u674eu60f3 a an ang g i ia ian ix ixi l li lix lx n ng u60f3 u674e u674eu60f3 x xi xia');
INSERT INTO search_grams (rowid, grams) VALUES (5, '^^^staff ^^fangreyun ^^fangruoyun ^^fengreyun ^^fengruoyun ^^fry ^^pangreyun ^^pangruoyun ^^pry ^^u65b9u82e5u4e91 ^^wangreyun ^^wangruoyun ^^wry ^f ^fa ^fan ^fe ^fen ^fr ^fry ^p ^pa ^pan ^pr ^pry ^u65b9 ^u65b9u82e5 ^u65b9u82e5u4e91 ^w ^wa ^wan ^wr ^wry a an ang e en eng ey eyu f fa fan fe fen fr fry g gr gre gru n ng ngr o oy oyu p pa pan pr pry r re rey ru ruo ry u u4e91 u65b9 u65b9u82e5 u65b9u82e5u4e91 u82e5 u82e5u4e91 un uo uoy w wa wan wr wry y yu yun');
INSERT INTO search_grams (rowid, grams) VALUES (6, '^^^staff ^^cc ^^chenchen ^^u9648u6668 ^c ^cc ^ch ^che ^u9648 ^u9648u6668 c cc ch che e en enc h he hen n nc nch u6668 u9648 u9648u6668');
INSERT INTO search_grams (rowid, grams) VALUES (7, '7 ^^^item ^^lanchuanv7 ^^lcv7 ^^u65d7u8230u7248 ^^u6f9cu5dddv7 ^^v7 ^l ^la ^lan ^lc ^lcv ^u65d7 ^u65d7u8230 ^u65d7u8230u7248 ^u6f9c ^u6f9cu5ddd ^u6f9cu5dddv ^v ^v7 a an anc anv c ch chu cv cv7 h hu hua l la lan lc lcv n nc nch nv nv7 u u5ddd u5dddv u5dddv7 u65d7 u65d7u8230 u65d7u8230u7248 u6f9c u6f9cu5ddd u6f9cu5dddv u7248 u8230 u8230u7248 ua uan v v7');
INSERT INTO search_grams (rowid, grams) VALUES (8, '0 01 1 ^^^item ^^dj01 ^^jd ^^jiaodian ^^juedian ^^u811au57ab ^d ^dj ^dj0 ^j ^jd ^ji ^jia ^ju ^jue ^u811a ^u811au57ab a an ao aod d di dia dj dj0 e ed edi i ia ian iao j j0 j01 jd ji jia ju jue n o od odi u u57ab u811a u811au57ab ue ued');
INSERT INTO search_grams (rowid, grams) VALUES (9, '0 01 1 ^^^item ^^bx01 ^^jiaojiangxian ^^jiaoqiangxian ^^jjx ^^jqx ^^u4ea4u5f3au9669 ^b ^bx ^bx0 ^j ^ji ^jia ^jj ^jjx ^jq ^jqx ^u4ea4 ^u4ea4u5f3a ^u4ea4u5f3au9669 a an ang ao aoj aoq b bx bx0 g gx gxi i ia ian iao j ji jia jj jjx jq jqx jx n ng ngx o oj oji oq oqi q qi qia qx u4ea4 u4ea4u5f3a u4ea4u5f3au9669 u5f3a u5f3au9669 u9669 x x0 x01 xi xia');
INSERT INTO search_grams (rowid, grams) VALUES (10, '1 12 123 13 138 2 23 234 3 34 345 38 381 4 45 456 5 56 567 6 67 678 7 78 8 81 812 ^1 ^13 ^138 ^^13812345678 ^^^customer ^^ouyangyan ^^oyy ^^u6b27u9633u4dae ^o ^ou ^ouy ^oy ^oyy ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya n ng ngy o ou ouy oy oyy u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (11, '0 00 000 001 01 02 026 1 2 20 202 26 260 6 60 600 ^^^quote ^^bj20260001 ^^ouyangyan ^^oyy ^^u6b27u9633u4dae ^b ^bj ^bj2 ^o ^ou ^ouy ^oy ^oyy ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang b bj bj2 g gy gya j j2 j20 n ng ngy o ou ouy oy oyy u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (12, '0 00 000 001 003 01 02 026 03 031 036 1 12 120 17 2 20 201 202 203 26 260 2a 2a5 3 31 317 36 361 5 58 58t 6 60 600 61 612 7 7v 7v2 8 8t 8ta ^1 ^2 ^20 ^203 ^^1 ^^20361201 ^^^contract ^^ht20260001 ^^lyh7v2a58ta000317 ^^ouyangyan ^^oyy ^^u672cu5e97 ^^u6b27u9633u4dae ^^u6f9cu5ddd ^^u84dd ^^v7 ^h ^ht ^ht2 ^l ^ly ^lyh ^o ^ou ^ouy ^oy ^oyy ^u672c ^u672cu5e97 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae ^u6f9c ^u6f9cu5ddd ^u84dd ^v ^v7 a a0 a00 a5 a58 an ang g gy gya h h7 h7v ht ht2 l ly lyh n ng ngy o ou ouy oy oyy t t2 t20 ta ta0 u u4dae u5ddd u5e97 u672c u672cu5e97 u6b27 u6b27u9633 u6b27u9633u4dae u6f9c u6f9cu5ddd u84dd u9633 u9633u4dae uy uya v v2 v2a v7 y ya yan yh yh7 yy');
INSERT INTO search_grams (rowid, grams) VALUES (13, '1 18 188 5 57 571 6 65 657 66 7 71 718 76 766 77 776 8 86 865 88 889 89 899 9 97 977 99 997 ^8 ^86 ^865 ^^8657188997766 ^^^customer ^^u5f20u4e09u4e30 ^^zhangsanfeng ^^zsf ^u5f20 ^u5f20u4e09 ^u5f20u4e09u4e30 ^z ^zh ^zha ^zs ^zsf a an anf ang e en eng f fe fen g gs gsa h ha han n nf nfe ng ngs s sa san sf u4e09 u4e09u4e30 u4e30 u5f20 u5f20u4e09 u5f20u4e09u4e30 z zh zha zs zsf');
INSERT INTO search_grams (rowid, grams) VALUES (14, '0 00 000 002 02 026 2 20 202 26 260 6 60 600 ^^^quote ^^bj20260002 ^^u5f20u4e09u4e30 ^^zhangsanfeng ^^zsf ^b ^bj ^bj2 ^u5f20 ^u5f20u4e09 ^u5f20u4e09u4e30 ^z ^zh ^zha ^zs ^zsf a an anf ang b bj bj2 e en eng f fe fen g gs gsa h ha han j j2 j20 n nf nfe ng ngs s sa san sf u4e09 u4e09u4e30 u4e30 u5f20 u5f20u4e09 u5f20u4e09u4e30 z zh zha zs zsf');
INSERT INTO search_grams (rowid, grams) VALUES (15, '0 00 000 001 01 02 026 1 2 20 202 26 260 6 60 600 ^^^payment ^^ht20260001 ^^ouyangyan ^^oyy ^^sj2026000001 ^^u6b27u9633u4dae ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (16, '0 00 000 001 002 01 02 026 1 2 20 202 26 260 6 60 600 ^^^payment ^^ht20260001 ^^ouyangyan ^^oyy ^^sj2026000002 ^^u6b27u9633u4dae ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (17, '0 00 000 001 003 01 02 026 03 1 2 20 202 26 260 3 6 60 600 ^^^payment ^^ht20260001 ^^ouyangyan ^^oyy ^^sj2026000003 ^^u6b27u9633u4dae ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (18, '0 00 000 003 03 033 1 13 137 3 33 333 37 370 7 70 700 ^1 ^13 ^137 ^^13700003333 ^^^customer ^^u8d75u516d ^^zhaoliu ^^zhaolu ^^zl ^u8d75 ^u8d75u516d ^z ^zh ^zha ^zl a ao aol h ha hao i iu l li liu lu o ol oli olu u u516d u8d75 u8d75u516d z zh zha zl');
