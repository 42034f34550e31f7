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
INSERT INTO setting (name, value) VALUES ('books_closed_through', '"2026-10-31"');
INSERT INTO setting (name, value) VALUES ('commission', '{"held": true, "rates": {"accessory": 500, "pass_through": 0, "service": 300, "trade_in": 0, "vehicle": 100}}');
INSERT INTO setting (name, value) VALUES ('customer_care', '{"confirm_from": 1, "days": 30, "most": 20}');
INSERT INTO setting (name, value) VALUES ('profile', '{"address": "滨江路1号", "bank": "工商银行", "bank_account": "6222 0000 1111", "logo": "", "name": "远航汽车", "paper_language": "zh_CN", "phone": "400-100-2000", "receipt_size": "a5", "sample_data": false, "tax_number": "91330000MA2B0000"}');
INSERT INTO setting (name, value) VALUES ('rotation_policy', '{"follow_up_gate": null, "household": true, "max_makeups": 2, "new_day": "continue", "phone_customer_counts": true, "referral_counts": false, "returning_counts": false, "unattended_alarm": 60}');
INSERT INTO setting (name, value) VALUES ('trade', '{"code":"car_dealership","name":{"en":"Car dealership","zh_CN":"汽车销售","zh_TW":"汽車銷售"},"order":1,"icon":"mdi6.car","words":{"main_goods":{"en":"Vehicle","zh_CN":"整车","zh_TW":"整車"},"consultant":{"en":"Sales consultant","zh_CN":"销售顾问","zh_TW":"銷售顧問"},"delivery":{"en":"Vehicle delivery","zh_CN":"交车","zh_TW":"交車"}},"categories":[{"code":"vehicle","name":{"en":"Vehicle","zh_CN":"整车","zh_TW":"整車"},"kind":"goods","commission":"0.50"},{"code":"accessory","name":{"en":"Accessories","zh_CN":"精品附件","zh_TW":"精品配件"},"kind":"accessory"},{"code":"service","name":{"en":"Services","zh_CN":"服务","zh_TW":"服務"},"kind":"service"},{"code":"pass_through","name":{"en":"Paid on your behalf","zh_CN":"代收代付","zh_TW":"代收代付"},"kind":"pass_through","remark":{"en":"settled by the actual receipts, difference refunded or collected","zh_CN":"按实际票据结算，多退少补","zh_TW":"依實際單據結算，多退少補"}},{"code":"trade_in","name":{"en":"Trade-in","zh_CN":"置换抵扣","zh_TW":"舊車折抵"},"kind":"deduction","remark":{"en":"as long as the condition appraised still holds","zh_CN":"以评估有效期内车况无变化为前提","zh_TW":"以評估有效期內車況無變化為前提"}}],"payment_plans":[{"code":"deposit_balance","name":{"en":"Deposit and balance","zh_CN":"定金 + 交车前付清","zh_TW":"訂金 + 交車前付清"},"stages":[{"code":"deposit","name":{"en":"Deposit","zh_CN":"定金","zh_TW":"訂金"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"amount":"10000.00","deposit":true},{"code":"balance","name":{"en":"Balance","zh_CN":"余款","zh_TW":"餘款"},"due":{"event":"delivery","days":-1},"condition":{"en":"paid in full the day before hand-over","zh_CN":"交车前一日付清","zh_TW":"交車前一日付清"},"rest":true}]},{"code":"loan","name":{"en":"Deposit, down payment and loan","zh_CN":"定金 + 首付 + 贷款","zh_TW":"訂金 + 頭期款 + 貸款"},"stages":[{"code":"deposit","name":{"en":"Deposit","zh_CN":"定金","zh_TW":"訂金"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"amount":"10000.00","deposit":true},{"code":"down_payment","name":{"en":"Down payment","zh_CN":"首付款","zh_TW":"頭期款"},"due":{"event":"delivery","days":-1},"condition":{"en":"the day before hand-over","zh_CN":"交车前一日","zh_TW":"交車前一日"},"rest":true},{"code":"loan","name":{"en":"Loan","zh_CN":"贷款","zh_TW":"貸款"},"due":{"event":"delivery","days":-1},"condition":{"en":"paid by the lender into the seller''s account before hand-over","zh_CN":"金融机构放款至甲方账户，交车前到账","zh_TW":"金融機構於交車前撥款至甲方帳戶"},"share":"60.00"}]},{"code":"full","name":{"en":"Full payment at signing","zh_CN":"签约时一次付清","zh_TW":"簽約時一次付清"},"stages":[{"code":"full","name":{"en":"Full price","zh_CN":"全款","zh_TW":"全款"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"share":"100.00"}]}],"contract":{"title":{"en":"Vehicle Sales Contract","zh_CN":"汽车购销合同","zh_TW":"汽車買賣合約"},"seller_role":{"en":"Party A (Seller)","zh_CN":"甲方（卖方）","zh_TW":"甲方（賣方）"},"buyer_role":{"en":"Party B (Buyer)","zh_CN":"乙方（买方）","zh_TW":"乙方（買方）"},"preamble":{"en":"In accordance with the civil code and other laws that apply, and in equality, of their own free will and in good faith, Party A {store} and Party B {buyer} agree as follows on the sale of a vehicle and related services.","zh_CN":"甲方{store}与乙方{buyer}依据《中华人民共和国民法典》及有关法律，在平等、自愿、诚实信用的基础上，就乙方向甲方购买汽车及相关服务订立本合同，共同遵守。","zh_TW":"甲方{store}與乙方{buyer}依據民事法律及相關規定，本於平等、自願及誠實信用原則，就乙方向甲方購買汽車及相關服務訂立本合約，共同遵守。"},"subject_title":{"en":"The Vehicle","zh_CN":"标的车辆","zh_TW":"標的車輛"},"subject_fields":[{"code":"brand","name":{"en":"Brand","zh_CN":"品牌","zh_TW":"品牌"},"required":true},{"code":"model","name":{"en":"Model","zh_CN":"型号","zh_TW":"車型"},"required":true},{"code":"quantity","name":{"en":"Quantity","zh_CN":"数量","zh_TW":"數量"},"kind":"number","required":true},{"code":"colour","name":{"en":"Colour","zh_CN":"车身颜色","zh_TW":"車身顏色"},"required":true},{"code":"interior","name":{"en":"Interior","zh_CN":"内饰","zh_TW":"內裝"}},{"code":"seats","name":{"en":"Seats","zh_CN":"座位数","zh_TW":"座位數"},"kind":"number"},{"code":"vin","name":{"en":"VIN","zh_CN":"车架号","zh_TW":"車身號碼"},"kind":"vin"},{"code":"engine_number","name":{"en":"Engine no.","zh_CN":"发动机号","zh_TW":"引擎號碼"}},{"code":"emission_standard","name":{"en":"Emissions","zh_CN":"排放标准","zh_TW":"排放標準"}},{"code":"built_on","name":{"en":"Built on","zh_CN":"生产日期","zh_TW":"出廠日期"},"kind":"date"},{"code":"delivery_date","name":{"en":"Hand-over","zh_CN":"约定交车日","zh_TW":"約定交車日"},"kind":"date","required":true,"event":"delivery"},{"code":"delivery_place","name":{"en":"Place","zh_CN":"交车地点","zh_TW":"交車地點"},"required":true}],"plan_notes":[{"en":"Party A gives a receipt for every payment. Once {invoice_from} of the total price has been received, Party B may ask for the vehicle sales invoice.","zh_CN":"甲方每收一笔款项即出具收款收据；已收款达到合同总价 {invoice_from} 后，乙方可申请开具机动车销售统一发票。","zh_TW":"甲方每收一筆款項即開立收款收據；已收款達合約總價 {invoice_from} 後，乙方得申請開立購車發票。"},{"en":"Party A hands the vehicle over once Party B has paid what is due. Where a loan is not approved, the provisions on rescission below apply.","zh_CN":"乙方付清应付款项后，甲方办理车辆交付。贷款未获批准的，双方按本合同关于解除的约定处理。","zh_TW":"乙方付清應付款項後，甲方辦理車輛交付。貸款未獲核准者，雙方依本合約關於解除之約定辦理。"}],"articles":[{"title":{"en":"Delivery","zh_CN":"车辆交付","zh_TW":"車輛交付"},"clauses":[{"en":"Party A delivers the vehicle to Party B on {delivery_date} at {delivery_place}. A party that needs another date tells the other before the agreed one, and the new date is agreed in writing.","zh_CN":"甲方于 {delivery_date} 在{delivery_place}向乙方交付车辆。一方需要改期的，应在原定日期之前告知对方，并书面约定新的日期。","zh_TW":"甲方於 {delivery_date} 在{delivery_place}向乙方交付車輛。一方需改期者，應於原定日期前告知他方，並以書面約定新的日期。"},{"en":"Before delivery Party A carries out the pre-delivery inspection (PDI), cleans the vehicle and shows Party B the inspection record.","zh_CN":"交付前，甲方完成交付前检查（PDI）和车辆清洁，并向乙方出示检查记录。","zh_TW":"交付前，甲方完成交付前檢查（PDI）和車輛清潔，並向乙方出示檢查紀錄。"},{"en":"Handed over together with the vehicle are its certificate of conformity, invoice, warranty booklet, manual, tools and all keys; each is entered on the delivery checklist.","zh_CN":"甲方随车移交车辆合格证、发票、保修手册、使用说明书、随车工具和全部钥匙，并逐项记入交车确认表。","zh_TW":"甲方隨車移交車輛合格證明、發票、保固手冊、使用說明書、隨車工具及全部鑰匙，並逐項記入交車確認表。"},{"en":"Party B may have the vehicle collected by another person, who presents a written authorisation and identity documents.","zh_CN":"乙方可以委托他人提车，受托人应出示书面委托书和双方身份证件。","zh_TW":"乙方得委託他人領車，受託人應出示委託書及雙方身分證件。"}]},{"title":{"en":"Inspection by the Buyer","zh_CN":"车辆验收","zh_TW":"車輛驗收"},"clauses":[{"en":"At hand-over Party B checks the exterior, interior, equipment, mileage and items supplied, and compares the VIN and engine number with this contract.","zh_CN":"交车时，乙方当场检查车辆外观、内饰、配置、里程数和随车物品，并核对车架号、发动机号与本合同是否一致。","zh_TW":"交車時，乙方當場檢查車輛外觀、內裝、配備、里程數及隨車物品，並核對車身號碼、引擎號碼與本合約是否一致。"},{"en":"If there is damage, a difference in equipment or a malfunction, Party B may refuse the vehicle, or note it on the delivery checklist with a date by which Party A puts it right.","zh_CN":"发现外观损伤、配置不符或功能异常的，乙方可以拒收，也可以在交车确认表上注明，由甲方在约定期限内处理完毕。","zh_TW":"發現外觀損傷、配備不符或功能異常者，乙方得拒絕受領，亦得於交車確認表上註明，由甲方於約定期限內處理完畢。"},{"en":"Signing the delivery checklist confirms what can be seen at hand-over. It does not release Party A from liability for defects that cannot.","zh_CN":"乙方签署交车确认表，表示对当场可见的状况予以确认；甲方对当场不能发现的瑕疵仍依法承担责任。","zh_TW":"乙方簽署交車確認表，表示確認當場可見之狀況；甲方對當場無法發現之瑕疵，仍依法負責。"}]},{"title":{"en":"Services on the Buyer''s Behalf","zh_CN":"代办事项","zh_TW":"代辦事項"},"clauses":[{"en":"Where Party B entrusts Party A with insurance, taxes or registration, sums collected for them are used for nothing else and are settled by the actual receipts.","zh_CN":"乙方委托甲方办理保险、缴税或登记上牌的，代收款项专款专用，按实际票据结算，多退少补。","zh_TW":"乙方委託甲方辦理保險、繳稅或領牌登記者，代收款項專款專用，依實際單據結算，多退少補。"},{"en":"Party A submits the applications within 5 working days of receiving complete documents and the sums due. A delay caused by missing documents or by an authority extends the time, and Party A says so without delay.","zh_CN":"乙方资料齐全且款项到账后，甲方在 5 个工作日内提交申请。因资料不全或主管部门原因延误的，时间相应顺延，甲方应及时告知。","zh_TW":"乙方資料齊全且款項到帳後，甲方於 5 個工作天內送件。因資料不全或主管機關之原因延誤者，時間順延，甲方應即時告知。"},{"en":"Party B is free to choose insurer, cover and lender. Party A does not make the sale depend on buying insurance, a loan or accessories.","zh_CN":"保险公司、险种和贷款机构由乙方自主选择，甲方不得以购买保险、贷款或精品作为售车条件。","zh_TW":"保險公司、險種及貸款機構由乙方自由選擇，甲方不得以購買保險、貸款或精品配件作為售車條件。"}]},{"title":{"en":"Title and Risk","zh_CN":"所有权与风险","zh_TW":"所有權與風險"},"clauses":[{"en":"Title passes to Party B when the total price has been paid and the vehicle has been delivered.","zh_CN":"乙方付清合同总价且车辆交付时，车辆所有权转移给乙方。","zh_TW":"乙方付清合約總價且車輛交付時，車輛所有權移轉予乙方。"},{"en":"The risk of loss or damage is Party A''s until delivery and Party B''s from then on. If Party B does not take delivery on the agreed day without good reason, the risk passes on that day.","zh_CN":"车辆毁损、灭失的风险，交付前由甲方承担，交付后由乙方承担；乙方无正当理由未按期提车的，自约定交车日起由乙方承担。","zh_TW":"車輛毀損、滅失之危險，交付前由甲方負擔，交付後由乙方負擔；乙方無正當理由未按期領車者，自約定交車日起由乙方負擔。"},{"en":"Party A warrants that the vehicle is of lawful origin and free of mortgage, seizure and claims of third parties, and that it has had no accident or repair that was not disclosed.","zh_CN":"甲方保证车辆来源合法，不存在抵押、查封或第三人主张权利的情形，也没有未告知的事故或维修记录。","zh_TW":"甲方保證車輛來源合法，無抵押、查封或第三人主張權利之情事，亦無未告知之事故或維修紀錄。"}]},{"title":{"en":"Duties of the Parties","zh_CN":"双方义务","zh_TW":"雙方義務"},"clauses":[{"en":"Party A tells Party B truthfully the equipment, build date, consumption and price of the vehicle and any work done on it before delivery, and charges nothing that this contract does not name.","zh_CN":"甲方应如实告知车辆的配置、生产日期、能耗、价格和交付前的维修情况，不得收取本合同之外的费用。","zh_TW":"甲方應據實告知車輛之配備、出廠日期、能耗、價格及交付前之維修情形，不得收取本合約以外之費用。"},{"en":"Party B provides true and complete documents, pays as agreed and takes delivery in time.","zh_CN":"乙方应提供真实、完整的资料，按约付款并按期提车。","zh_TW":"乙方應提供真實、完整之資料，依約付款並按期領車。"},{"en":"Party B warrants that a vehicle traded in belongs to them and has no undisclosed accident, mortgage or unpaid fine. If its condition differs from the appraisal, the parties appraise it again.","zh_CN":"乙方以旧车置换的，应保证旧车权属清楚，无未告知的事故、抵押或未处理的违章；车况与评估时不一致的，双方重新评估。","zh_TW":"乙方以舊車折抵者，應保證舊車權屬清楚，無未告知之事故、抵押或未結清之罰鍰；車況與評估時不符者，雙方重新評估。"}]},{"title":{"en":"Breach of Contract","zh_CN":"违约责任","zh_TW":"違約責任"},"clauses":[{"en":"If Party A delivers late, it pays {overdue_interest} of the sum already paid for each day. After more than 15 days Party B may rescind the contract.","zh_CN":"甲方逾期交车的，自逾期之日起按乙方已付款每日 {overdue_interest} 支付违约金；逾期超过 15 日的，乙方有权解除合同。","zh_TW":"甲方逾期交車者，自逾期之日起按乙方已付款每日 {overdue_interest} 支付違約金；逾期超過 15 日者，乙方得解除合約。"},{"en":"If Party B pays late, it pays {overdue_interest} of the overdue sum for each day. After more than 15 days Party A may rescind the contract.","zh_CN":"乙方逾期付款的，自逾期之日起按逾期金额每日 {overdue_interest} 支付违约金；逾期超过 15 日的，甲方有权解除合同。","zh_TW":"乙方逾期付款者，自逾期之日起按逾期金額每日 {overdue_interest} 支付違約金；逾期超過 15 日者，甲方得解除合約。"},{"en":"If the vehicle does not conform to this contract, Party B may demand repair, replacement, a lower price or rescission. In case of fraud Party A is liable by law beyond that.","zh_CN":"车辆与本合同不符的，乙方可以要求修理、更换、减少价款或解除合同；甲方存在欺诈行为的，另依法承担责任。","zh_TW":"車輛與本合約不符者，乙方得請求修理、更換、減少價金或解除合約；甲方有詐欺情事者，另依法負責。"},{"en":"A party prevented by force majeure is not liable to that extent, provided it tells the other without delay and furnishes proof.","zh_CN":"因不可抗力不能履行的，在影响范围内免除责任，但应及时通知对方并提供证明。","zh_TW":"因不可抗力致不能履行者，於其影響範圍內免除責任，但應即時通知他方並提供證明。"}]},{"title":{"en":"Amendment and Rescission","zh_CN":"变更与解除","zh_TW":"變更與解除"},"clauses":[{"en":"This contract is not altered by hand after signing. Changes are made by a numbered amendment, which once signed by both parties has the same force as this contract.","zh_CN":"本合同签订后不作涂改。需要变更的，双方另签带编号的增减项补充协议，签字盖章后与本合同具有同等效力。","zh_TW":"本合約簽訂後不得塗改。需變更者，雙方另簽具編號之增減項補充協議，經簽名蓋章後與本合約具同等效力。"},{"en":"If the contract is rescinded because Party A does not deliver or the vehicle does not conform, Party A returns the deposit twice over and all other payments in full.","zh_CN":"因甲方未按约定交付或车辆与本合同不符而解除的，甲方双倍返还定金，并全额退还其他已付款。","zh_TW":"因甲方未依約交付或車輛與本合約不符而解除者，甲方加倍返還訂金，並全額退還其他已付款。"},{"en":"If Party B gives up the purchase without good reason, the deposit of {deposit} yuan is not returned; other payments are, less costs already paid on Party B''s behalf. What exceeds 20 % of the total price counts as advance payment, not as deposit.","zh_CN":"乙方无正当理由不再购买的，定金 {deposit} 元不予退还，其他已付款扣除已实际发生的代付费用后退还；定金超过合同总价 20 % 的部分按预付款处理。","zh_TW":"乙方無正當理由不再購買者，訂金 {deposit} 元不予退還，其他已付款扣除已實際發生之代付費用後退還；訂金超過合約總價 20 % 之部分以預付款論。"},{"en":"If a loan is not approved, in case of force majeure, or by mutual consent, deposit and payments are returned in full less costs already paid on Party B''s behalf. Refunds are made by the original means of payment within 7 working days of the signing of the cancellation.","zh_CN":"因贷款未获批准、不可抗力或双方协商一致而解除的，定金和其他已付款扣除已实际发生的代付费用后全额退还。退款自解除协议签订之日起 7 个工作日内原路退回。","zh_TW":"因貸款未獲核准、不可抗力或雙方合意而解除者，訂金及其他已付款扣除已實際發生之代付費用後全額退還。退款自解除協議簽訂之日起 7 個工作天內以原付款方式退還。"}]},{"title":{"en":"Quality and Warranty","zh_CN":"质量与保修","zh_TW":"品質與保固"},"clauses":[{"en":"The maker''s warranty and the statutory rights of repair, replacement and return follow the law and the warranty booklet. The period starts on the date of the invoice.","zh_CN":"车辆质量保证与修理、更换、退货责任按国家有关规定及随车保修手册执行，保修期自开具发票之日起计算。","zh_TW":"車輛品質保證及修理、更換、退貨責任，依有關法令及隨車保固手冊辦理，保固期自開立發票之日起計算。"},{"en":"Warranty periods: {warranty}. Those of accessories start on the day they were fitted.","zh_CN":"保修期限：{warranty}。加装附件自安装之日起计算。","zh_TW":"保固期限：{warranty}。加裝配件自安裝之日起計算。"},{"en":"Damage by misuse, by accident or by changes made elsewhere is not covered. Parts not affected by it keep their warranty.","zh_CN":"人为损坏、事故损坏和自行改装造成的损坏不在保修范围内；未受影响的部分，保修不受妨碍。","zh_TW":"人為損壞、事故損壞及自行改裝所致之損壞，不在保固範圍內；未受影響之部分，保固不受妨礙。"}]},{"title":{"en":"Personal Data","zh_CN":"个人信息","zh_TW":"個人資料"},"clauses":[{"en":"Party A uses Party B''s personal data only to perform this contract, to arrange insurance and registration, and for after-sales service. It passes none to unrelated third parties without Party B''s consent.","zh_CN":"甲方仅为履行本合同、办理保险与登记、提供售后服务而使用乙方个人信息；未经乙方同意，不得向无关第三方提供。","zh_TW":"甲方僅為履行本合約、辦理保險與登記、提供售後服務而使用乙方個人資料；未經乙方同意，不得提供予無關之第三人。"},{"en":"Party B may at any time see and correct these data, and have deleted what the law does not make Party A keep.","zh_CN":"乙方可以随时查阅、更正其个人信息，并可以要求删除法律未规定必须保存的部分。","zh_TW":"乙方得隨時查閱、更正其個人資料，並得請求刪除法律未規定必須保存之部分。"}]},{"title":{"en":"Disputes","zh_CN":"争议解决","zh_TW":"爭議解決"},"clauses":[{"en":"The parties first try to settle a dispute by talking to each other, or through a consumer organisation. Failing that, either may sue at the competent court of the place where this contract was signed.","zh_CN":"因本合同发生争议的，双方先行协商，也可以请消费者组织调解；协商、调解不成的，任何一方可以向合同签订地有管辖权的人民法院提起诉讼。","zh_TW":"因本合約發生爭議者，雙方先行協商，亦得請消費者保護團體調解；協商、調解不成者，任一方得向合約簽訂地有管轄權之法院提起訴訟。"},{"en":"While a dispute is pending, provisions not concerned by it continue to be performed.","zh_CN":"争议期间，不涉及争议的条款继续履行。","zh_TW":"爭議期間，不涉及爭議的條款繼續履行。"}]},{"title":{"en":"Final Provisions","zh_CN":"附则","zh_TW":"附則"},"clauses":[{"en":"This contract is made in three copies, two for Party A and one for Party B, and takes effect on the day both parties have signed or sealed it.","zh_CN":"本合同一式三份，甲方执两份，乙方执一份，自双方签字盖章之日起生效。","zh_TW":"本合約一式三份，甲方執二份，乙方執一份，自雙方簽名蓋章之日起生效。"},{"en":"The annexes and amendments are part of this contract. Party A has explained the clauses on deposit, liability and rescission, and Party B has read and understood them.","zh_CN":"附件和补充协议是本合同的组成部分。甲方已就定金、违约责任和解除条款作出说明，乙方已阅读并理解。","zh_TW":"附件及補充協議為本合約之一部分。甲方已就訂金、違約責任及解除條款予以說明，乙方已閱讀並了解。"}]}]},"countersign_above":"100000.00","invoice_from_share":"60.00","overdue_interest_per_day":"0.05","quote_valid_days":7,"discount_limits":[{"role":"sales","percent":"2.00","amount":"5000.00"},{"role":"sales","percent":"20.00","amount":"2000.00","category":"accessory"},{"role":"sales","percent":"0.00","category":"pass_through"},{"role":"sales_manager","percent":"5.00","amount":"15000.00"},{"role":"sales_manager","percent":"50.00","amount":"6000.00","category":"accessory"},{"role":"sales_manager","percent":"0.00","category":"pass_through"},{"role":"owner"}],"lead_sources":[{"code":"walk_in","name":{"en":"Walk-in","zh_CN":"自然到店","zh_TW":"自行來店"}},{"code":"phone","name":{"en":"Phone call","zh_CN":"来电","zh_TW":"來電"}},{"code":"referral","name":{"en":"Referral","zh_CN":"老客户介绍","zh_TW":"老客戶介紹"}},{"code":"repeat","name":{"en":"Repeat customer","zh_CN":"老客户再购","zh_TW":"舊客回購"}},{"code":"service_visit","name":{"en":"Service visit","zh_CN":"售后转介","zh_TW":"售後轉介"}},{"code":"web","name":{"en":"Web form","zh_CN":"网站留言","zh_TW":"網站留言"}},{"code":"portal","name":{"en":"Car portal","zh_CN":"汽车垂直网站","zh_TW":"汽車入口網站"}},{"code":"social","name":{"en":"Short video or social media","zh_CN":"短视频或社交平台","zh_TW":"短影音或社群平臺"}},{"code":"show","name":{"en":"Motor show","zh_CN":"车展","zh_TW":"車展"}},{"code":"event","name":{"en":"Store event","zh_CN":"店内活动","zh_TW":"店內活動"}},{"code":"outdoor","name":{"en":"Outdoor stand","zh_CN":"外展","zh_TW":"外展"}},{"code":"cold_call","name":{"en":"Outgoing call","zh_CN":"电话邀约","zh_TW":"電話邀約"}},{"code":"other","name":{"en":"Other","zh_CN":"其他","zh_TW":"其他"}}],"lost_reasons":[{"code":"price","name":{"en":"Price","zh_CN":"价格","zh_TW":"價格"}},{"code":"model","name":{"en":"Model","zh_CN":"车型","zh_TW":"車型"}},{"code":"stock","name":{"en":"No stock","zh_CN":"没有现车","zh_TW":"沒有現車"}},{"code":"colour","name":{"en":"Colour or trim","zh_CN":"颜色或配置","zh_TW":"顏色或配備"}},{"code":"finance","name":{"en":"Loan refused or too costly","zh_CN":"贷款未批或成本高","zh_TW":"貸款未核准或成本高"}},{"code":"rival","name":{"en":"Bought another brand","zh_CN":"购买其他品牌","zh_TW":"購買其他品牌"},"asks":{"en":"Which brand and model?","zh_CN":"哪个品牌和车型？","zh_TW":"哪個品牌和車型？"}},{"code":"other_dealer","name":{"en":"Bought at another dealer","zh_CN":"在其他店购买","zh_TW":"在其他店家購買"},"asks":{"en":"Which dealer, and at what price?","zh_CN":"哪一家店，成交价多少？","zh_TW":"哪一家店，成交價多少？"}},{"code":"postponed","name":{"en":"Purchase postponed","zh_CN":"暂缓购买","zh_TW":"暫緩購買"}},{"code":"no_contact","name":{"en":"Cannot be reached","zh_CN":"联系不上","zh_TW":"聯絡不上"}},{"code":"other","name":{"en":"Other","zh_CN":"其他","zh_TW":"其他"},"asks":{"en":"What was the reason?","zh_CN":"具体原因是什么？","zh_TW":"具體原因是什麼？"}}],"intent_levels":[{"code":"h","name":{"en":"H","zh_CN":"H","zh_TW":"H"},"contact_within_days":2,"buys_within_days":7},{"code":"a","name":{"en":"A","zh_CN":"A","zh_TW":"A"},"contact_within_days":4,"buys_within_days":15},{"code":"b","name":{"en":"B","zh_CN":"B","zh_TW":"B"},"contact_within_days":7,"buys_within_days":30},{"code":"c","name":{"en":"C","zh_CN":"C","zh_TW":"C"},"contact_within_days":15,"buys_within_days":90},{"code":"n","name":{"en":"N","zh_CN":"N","zh_TW":"N"},"contact_within_days":30}],"protection":{},"demo":{"store":{"name":{"en":"Anlan Qiheng Motors","zh_CN":"安岚启衡汽车销售服务有限公司","zh_TW":"安嵐啟衡汽車銷售服務有限公司"},"address":{"en":"188 Yunting Avenue, Wanghu District, Anlan","zh_CN":"安岚市望湖区云汀大道 188 号","zh_TW":"安嵐市望湖區雲汀大道 188 號"},"phone":"400-000-0188","tax_number":"91990100MA7K2QHL35","bank":{"en":"Bank of Anlan, Wanghu branch","zh_CN":"安岚银行望湖支行","zh_TW":"安嵐銀行望湖分行"},"account":"9900 0188 0000 3157 264"},"items":[{"code":"lc_v7_15t_zx","name":{"en":"Lanchuan V7 2026 1.5T Premium","zh_CN":"澜川 V7 2026 款 1.5T 臻享版","zh_TW":"瀾川 V7 2026 年式 1.5T 臻享版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"189800.00","cost":"171500.00","spec":{"en":"SUV, 5 seats, 7-speed dual clutch","zh_CN":"五座 SUV，7 速双离合","zh_TW":"五人座 SUV，七速雙離合"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Power tailgate","zh_CN":"电动尾门","zh_TW":"電動尾門"},"price":"2500.00","cost":"1900.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_v7_15t_ss","name":{"en":"Lanchuan V7 2026 1.5T Comfort","zh_CN":"澜川 V7 2026 款 1.5T 舒适版","zh_TW":"瀾川 V7 2026 年式 1.5T 舒適版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"169800.00","cost":"154200.00","spec":{"en":"SUV, 5 seats, 7-speed dual clutch","zh_CN":"五座 SUV，7 速双离合","zh_TW":"五人座 SUV，七速雙離合"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_v7_20t_qj","name":{"en":"Lanchuan V7 2026 2.0T Flagship AWD","zh_CN":"澜川 V7 2026 款 2.0T 四驱旗舰版","zh_TW":"瀾川 V7 2026 年式 2.0T 四驅旗艦版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"229800.00","cost":"207600.00","spec":{"en":"SUV, 5 seats, 8-speed automatic","zh_CN":"五座 SUV，8 速自动","zh_TW":"五人座 SUV，八速自排"},"options":[{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"lc_v9_phev","name":{"en":"Lanchuan V9 2026 Plug-in Hybrid","zh_CN":"澜川 V9 2026 款 插电混动 尊享版","zh_TW":"瀾川 V9 2026 年式 插電式油電 尊享版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"259800.00","cost":"236800.00","spec":{"en":"SUV, 7 seats, 120 km electric range","zh_CN":"七座 SUV，纯电续航 120 km","zh_TW":"七人座 SUV，純電續航 120 km"},"options":[{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"Power tailgate","zh_CN":"电动尾门","zh_TW":"電動尾門"},"price":"2500.00","cost":"1900.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"lc_l3_ht","name":{"en":"Lanchuan L3 2026 Hybrid","zh_CN":"澜川 L3 2026 款 混动 畅行版","zh_TW":"瀾川 L3 2026 年式 油電 暢行版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"119800.00","cost":"109600.00","spec":{"en":"Saloon, 5 seats, 4.2 L/100 km","zh_CN":"五座轿车，4.2 L/100 km","zh_TW":"五人座轎車，4.2 L/100 km"},"options":[{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_l5_15t","name":{"en":"Lanchuan L5 2026 1.5T Elegance","zh_CN":"澜川 L5 2026 款 1.5T 雅致版","zh_TW":"瀾川 L5 2026 年式 1.5T 雅緻版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"139800.00","cost":"127300.00","spec":{"en":"Saloon, 5 seats, CVT","zh_CN":"五座轿车，无级变速","zh_TW":"五人座轎車，無段變速"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"}]},{"code":"xy_e5_510","name":{"en":"Xingyu E5 2026 510 km Standard","zh_CN":"星屿 E5 2026 款 510 km 标准版","zh_TW":"星嶼 E5 2026 年式 510 km 標準版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"149800.00","cost":"138900.00","spec":{"en":"Electric saloon, 5 seats, 58 kWh","zh_CN":"纯电轿车，五座，58 kWh","zh_TW":"純電轎車，五人座，58 kWh"},"options":[{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"}]},{"code":"xy_e5_680","name":{"en":"Xingyu E5 2026 680 km Long Range","zh_CN":"星屿 E5 2026 款 680 km 长续航版","zh_TW":"星嶼 E5 2026 年式 680 km 長程版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"179800.00","cost":"165900.00","spec":{"en":"Electric saloon, 5 seats, 78 kWh","zh_CN":"纯电轿车，五座，78 kWh","zh_TW":"純電轎車，五人座，78 kWh"},"options":[{"name":{"en":"Highway assist pack","zh_CN":"高速领航辅助套件","zh_TW":"高速公路輔助駕駛套件"},"price":"10000.00","cost":"8000.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"xy_m6_awd","name":{"en":"Xingyu M6 2026 AWD Performance","zh_CN":"星屿 M6 2026 款 四驱高性能版","zh_TW":"星嶼 M6 2026 年式 四驅性能版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"269800.00","cost":"247500.00","spec":{"en":"Electric SUV, 5 seats, 96 kWh","zh_CN":"纯电 SUV，五座，96 kWh","zh_TW":"純電 SUV，五人座，96 kWh"},"options":[{"name":{"en":"Highway assist pack","zh_CN":"高速领航辅助套件","zh_TW":"高速公路輔助駕駛套件"},"price":"10000.00","cost":"8000.00"},{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"yf_t8","name":{"en":"Yufeng T8 2026 2.0T Diesel Pickup","zh_CN":"驭峰 T8 2026 款 2.0T 柴油皮卡","zh_TW":"馭峰 T8 2026 年式 2.0T 柴油皮卡"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"136800.00","cost":"124600.00","spec":{"en":"Double cab, four-wheel drive, 8-speed automatic","zh_CN":"双排四驱，8 速自动","zh_TW":"雙廂四驅，八速自排"}},{"code":"film_full","name":{"en":"Window film, windscreen and sides","zh_CN":"隔热膜（前挡 + 侧后挡）","zh_TW":"隔熱紙（前擋 + 側後擋）"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"2680.00","cost":"1150.00","spec":{"en":"fitting included, 8-year warranty","zh_CN":"含施工，质保 8 年","zh_TW":"含施工，保固 8 年"}},{"code":"film_paint","name":{"en":"Paint protection film","zh_CN":"漆面保护膜","zh_TW":"漆面保護膜"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"9800.00","cost":"5600.00","spec":{"en":"TPU, whole car, fitting included","zh_CN":"TPU 全车，含施工","zh_TW":"TPU 全車，含施工"}},{"code":"mats","name":{"en":"All-round floor mats","zh_CN":"全包围脚垫","zh_TW":"全包覆腳踏墊"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"580.00","cost":"230.00","spec":{"en":"TPE, set for five seats","zh_CN":"TPE，五座一套","zh_TW":"TPE，五人座一套"}},{"code":"boot_mat","name":{"en":"Boot mat","zh_CN":"后备厢垫","zh_TW":"後車廂墊"},"category":"accessory","unit":{"en":"piece","zh_CN":"件","zh_TW":"件"},"price":"280.00","cost":"105.00","spec":{"en":"TPE, raised edge","zh_CN":"TPE，加高边","zh_TW":"TPE，加高邊"}},{"code":"dash_cam","name":{"en":"Dash camera, front and rear","zh_CN":"行车记录仪（前后双录）","zh_TW":"行車記錄器（前後雙錄）"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"1280.00","cost":"560.00","spec":{"en":"with 64 GB card and hidden wiring","zh_CN":"含 64 GB 卡与隐藏走线","zh_TW":"含 64 GB 記憶卡及隱藏式配線"}},{"code":"steps","name":{"en":"Side steps","zh_CN":"侧踏板","zh_TW":"側踏板"},"category":"accessory","unit":{"en":"pair","zh_CN":"对","zh_TW":"對"},"price":"1980.00","cost":"920.00","spec":{"en":"aluminium, model-specific","zh_CN":"铝合金，专车专用","zh_TW":"鋁合金，專車專用"}},{"code":"roof_box","name":{"en":"Roof box 420 L","zh_CN":"车顶箱 420 L","zh_TW":"車頂箱 420 L"},"category":"accessory","unit":{"en":"each","zh_CN":"个","zh_TW":"個"},"price":"2380.00","cost":"1260.00","spec":{"en":"cross bars included","zh_CN":"含横杆","zh_TW":"含橫桿"}},{"code":"child_seat","name":{"en":"Child seat","zh_CN":"儿童安全座椅","zh_TW":"兒童安全座椅"},"category":"accessory","unit":{"en":"each","zh_CN":"个","zh_TW":"個"},"price":"1680.00","cost":"890.00","spec":{"en":"ISOFIX, 0–7 years","zh_CN":"ISOFIX，0–7 岁","zh_TW":"ISOFIX，0–7 歲"}},{"code":"screen","name":{"en":"Rear entertainment screen","zh_CN":"后排娱乐屏","zh_TW":"後座娛樂螢幕"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"3200.00","cost":"1880.00","spec":{"en":"15.6 inches, ceiling-mounted","zh_CN":"15.6 英寸吸顶式","zh_TW":"15.6 吋吸頂式"}},{"code":"emergency_kit","name":{"en":"Emergency kit","zh_CN":"应急套装","zh_TW":"緊急救援組"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"198.00","cost":"76.00","spec":{"en":"triangle, vest, extinguisher, cable","zh_CN":"三角牌、反光衣、灭火器、搭火线","zh_TW":"三角牌、反光背心、滅火器、救車線"}},{"code":"wallbox","name":{"en":"Home charging point 7 kW","zh_CN":"家用充电桩 7 kW","zh_TW":"家用充電樁 7 kW"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"3680.00","cost":"2250.00","spec":{"en":"installation with 30 m cable included","zh_CN":"含 30 米线缆与安装","zh_TW":"含 30 公尺電纜及安裝"}},{"code":"tank_guard","name":{"en":"Engine guard","zh_CN":"发动机护板","zh_TW":"引擎下護板"},"category":"accessory","unit":{"en":"piece","zh_CN":"件","zh_TW":"件"},"price":"680.00","cost":"290.00","spec":{"en":"manganese steel","zh_CN":"锰钢","zh_TW":"錳鋼"}},{"code":"registration","name":{"en":"Registration service","zh_CN":"上牌代办","zh_TW":"代辦領牌"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"500.00","cost":"120.00","spec":{"en":"done by us, about 5 working days after hand-over","zh_CN":"店内代办，交车后约 5 个工作日","zh_TW":"本店代辦，交車後約 5 個工作天"}},{"code":"ext_warranty","name":{"en":"Extended warranty, 2 years","zh_CN":"延保 2 年","zh_TW":"延長保固 2 年"},"category":"service","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"4980.00","cost":"3300.00","spec":{"en":"engine, gearbox, electronics","zh_CN":"发动机、变速箱、电控系统","zh_TW":"引擎、變速箱、電控系統"}},{"code":"care_3y","name":{"en":"Service plan, 3 years","zh_CN":"保养套餐 3 年 6 次","zh_TW":"保養套餐 3 年 6 次"},"category":"service","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"3280.00","cost":"1960.00","spec":{"en":"oil, filters, checks","zh_CN":"机油、滤芯、检查","zh_TW":"機油、濾芯、檢查"}},{"code":"coating","name":{"en":"Ceramic coating","zh_CN":"漆面镀晶","zh_TW":"陶瓷鍍膜"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"2600.00","cost":"1050.00"},{"code":"door_delivery","name":{"en":"Delivery to your door","zh_CN":"送车上门","zh_TW":"到府交車"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"800.00","cost":"380.00","spec":{"en":"within 200 km","zh_CN":"200 km 以内","zh_TW":"200 km 以內"}},{"code":"loan_service","name":{"en":"Loan application service","zh_CN":"贷款手续代办","zh_TW":"貸款手續代辦"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"1000.00","cost":"200.00"},{"code":"liability","name":{"en":"Compulsory motor liability insurance","zh_CN":"机动车交通事故责任强制保险","zh_TW":"強制汽車責任保險"},"category":"pass_through","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"950.00","cost":"950.00","spec":{"en":"family car under 6 seats, first year","zh_CN":"6 座以下家用，首年","zh_TW":"6 人座以下自用，首年"}},{"code":"commercial","name":{"en":"Commercial insurance","zh_CN":"商业保险","zh_TW":"任意汽車保險"},"category":"pass_through","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"4350.00","cost":"4350.00","spec":{"en":"own damage, third party 3 million, passengers","zh_CN":"车损 + 三者 300 万 + 车上人员","zh_TW":"車體損失 + 第三人 300 萬 + 乘客"}},{"code":"purchase_tax","name":{"en":"Vehicle purchase tax","zh_CN":"车辆购置税","zh_TW":"車輛購置稅"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"16530.97","cost":"16530.97","spec":{"en":"10 % of the price without VAT","zh_CN":"不含税价 × 10 %","zh_TW":"不含稅價 × 10 %"}},{"code":"vehicle_tax","name":{"en":"Vehicle and vessel tax","zh_CN":"车船税","zh_TW":"使用牌照稅"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"420.00","cost":"420.00","spec":{"en":"1.0–1.6 L, per year","zh_CN":"排量 1.0–1.6 L，按年","zh_TW":"排氣量 1.0–1.6 L，按年"}},{"code":"plate_fee","name":{"en":"Registration fees","zh_CN":"上牌规费","zh_TW":"領牌規費"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"125.00","cost":"125.00","spec":{"en":"plates, licence, certificate","zh_CN":"号牌、行驶证、登记证书","zh_TW":"號牌、行照、登記書"}}]},"warranty":[{"what":{"en":"whole vehicle (by the maker)","zh_CN":"整车（厂家质保）","zh_TW":"整車（原廠保固）"},"months":36},{"what":{"en":"window film","zh_CN":"隔热膜","zh_TW":"隔熱紙"},"months":96},{"what":{"en":"dash camera","zh_CN":"行车记录仪","zh_TW":"行車記錄器"},"months":24},{"what":{"en":"other fitted accessories","zh_CN":"其他加装附件","zh_TW":"其他加裝配件"},"months":12}],"grades":[{"code":"va","name":{"en":"VA","zh_CN":"VA","zh_TW":"VA"},"granted_by":["owner"]},{"code":"vb","name":{"en":"VB","zh_CN":"VB","zh_TW":"VB"},"granted_by":["owner","sales_manager"]},{"code":"vc","name":{"en":"VC","zh_CN":"VC","zh_TW":"VC"},"granted_by":["sales_manager"]},{"code":"vd","name":{"en":"VD","zh_CN":"VD","zh_TW":"VD"},"granted_by":["sales_manager"]}],"needs":[{"code":"work","name":{"en":"What they do","zh_CN":"职业","zh_TW":"職業"}},{"code":"use","name":{"en":"Family, and what the car is for","zh_CN":"家庭情况和用车需求","zh_TW":"家庭狀況與用車需求"},"in_summary":true},{"code":"models","name":{"en":"Models of interest","zh_CN":"意向车型","zh_TW":"意向車型"},"in_summary":true},{"code":"rivals","name":{"en":"Rivals they compare","zh_CN":"对比的竞品车型","zh_TW":"比較的競品車型"}},{"code":"budget","name":{"en":"Budget","zh_CN":"购车预算","zh_TW":"購車預算"},"in_summary":true},{"code":"paying","name":{"en":"How they pay","zh_CN":"付款方式","zh_TW":"付款方式"},"choices":[{"code":"at_once","name":{"en":"In full","zh_CN":"全款","zh_TW":"全額付清"}},{"code":"loan","name":{"en":"Loan","zh_CN":"贷款","zh_TW":"貸款"}},{"code":"lease","name":{"en":"Lease","zh_CN":"融资租赁","zh_TW":"租賃"}},{"code":"open","name":{"en":"Not decided","zh_CN":"未定","zh_TW":"未定"}}],"in_summary":true},{"code":"matters","name":{"en":"What matters to them","zh_CN":"看重什么","zh_TW":"重視什麼"},"choices":[{"code":"handling","name":{"en":"Handling","zh_CN":"操控","zh_TW":"操控"}},{"code":"comfort","name":{"en":"Comfort","zh_CN":"舒适","zh_TW":"舒適"}},{"code":"safety","name":{"en":"Safety","zh_CN":"安全","zh_TW":"安全"}},{"code":"economy","name":{"en":"Economy","zh_CN":"经济","zh_TW":"經濟"}},{"code":"quality","name":{"en":"Quality","zh_CN":"质量","zh_TW":"品質"}},{"code":"looks","name":{"en":"Looks","zh_CN":"外观","zh_TW":"外觀"}},{"code":"price","name":{"en":"Price","zh_CN":"价格","zh_TW":"價格"}}],"several":true,"in_summary":true},{"code":"deciders","name":{"en":"Who else drives, and who decides","zh_CN":"其他驾驶人和决策人","zh_TW":"其他駕駛人與決策人"}},{"code":"present","name":{"en":"Car they drive now","zh_CN":"现有车辆","zh_TW":"目前車輛"}},{"code":"trade_in","name":{"en":"Trade-in","zh_CN":"置换意向","zh_TW":"舊換新意願"},"choices":[{"code":"yes","name":{"en":"Yes","zh_CN":"是","zh_TW":"是"}},{"code":"perhaps","name":{"en":"Perhaps","zh_CN":"考虑中","zh_TW":"考慮中"}},{"code":"no","name":{"en":"No","zh_CN":"否","zh_TW":"否"}}]},{"code":"when","name":{"en":"When they want to buy","zh_CN":"计划购车时间","zh_TW":"預計購車時間"},"choices":[{"code":"week","name":{"en":"Within a week","zh_CN":"一周内","zh_TW":"一週內"}},{"code":"month","name":{"en":"Within a month","zh_CN":"一个月内","zh_TW":"一個月內"}},{"code":"quarter","name":{"en":"Within three months","zh_CN":"三个月内","zh_TW":"三個月內"}},{"code":"later","name":{"en":"Later","zh_CN":"三个月以后","zh_TW":"三個月以後"}}],"in_summary":true}],"follow_up":[{"rule":"birthday","on":false}],"owner_refunds_above":"20000.00"}');
INSERT INTO counter (series, last) VALUES ('BJ-2026', 7);
INSERT INTO counter (series, last) VALUES ('CK-2026', 1);
INSERT INTO counter (series, last) VALUES ('DZ-2026', 2);
INSERT INTO counter (series, last) VALUES ('FP-2026', 2);
INSERT INTO counter (series, last) VALUES ('HT-2026', 4);
INSERT INTO counter (series, last) VALUES ('JC-2026', 2);
INSERT INTO counter (series, last) VALUES ('SJ-2026', 7);
INSERT INTO counter (series, last) VALUES ('YC-2026', 1);
INSERT INTO audit_head (id, lines, code, chain_key) VALUES (1, 173, 'de229ea9dfb74a63b693308833fbdded323b24fbfbe9189c1375554bf38f9280', 'd81d4dd4a967956d7ab528446a3f9484eb4f9246ed0666a119b25a9d2f207707');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (1, 1795226400000, 0, 'shop.found', 'staff', 1, '{"name":"王总","roles":["administrator","owner"],"trade":"car_dealership"}', '6dffb1d2b58ed59fed67b2d95d5b683c43cc65f9f21420176040a8eac2e367fd');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (10, 1795226400000, 3, 'customers.open_file', 'customer', 1, '{"contact":"visit","source":""}', '56d4c25c597e1952f53439903f3b9d13d624bcbe45c4b7f6e997c6a53e8925d0');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (100, 1795226400000, 3, 'customers.wake_file', 'customer', 7, '{}', 'b2f6cea2ffc06bb09aaa99c9cc2d50a7d9f344688e31f6aad6612147db21fd19');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (101, 1795226400000, 3, 'customers.keep_apart', 'customer', 7, '{"different_from":9}', 'f9504dda1a41caa14ebd37b706868afc8e47d67e76392fedf092ef0a4ba31df8');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (102, 1795226400000, 3, 'customers.merge_files', 'customer', 7, '{"fields":["stage"],"merged":8,"moved":{"customer_phone.customer_id":1,"register_line.customer_id":1}}', 'ea67641354e4625baa401f4c9a9ec713974062161167d0f4e551c87dbc7b8c6e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (103, 1795226400000, 3, 'customers.undo_merge', 'customer', 7, '{"apart":8}', '5e6938942102372c86b367c2eea7acfedb49b54477fafeeee98e2497250a701c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (104, 1795226400000, 2, 'customers.reassign', 'staff', 3, '{"to":{"4":[8]}}', '402cb87b0ba2acf01aa477ba0d083b2a607057a3474738894c9fe82eb325c008');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (105, 1795226400000, 2, 'privacy.export_file', 'customer', 8, '{}', '8b7bba18ef1a149f5f53ef220c5ba8f3a6f9a9e20ec54420a107a18fccf7152b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (106, 1795226400000, 1, 'privacy.erase_file', 'customer', 8, '{"erased":1,"reason":"x"}', 'b41d2d19e10d2dafa2b9466e92772a74d4506d67c56792199be563610f2c05e6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (107, 1795226400000, 3, 'customers.open_file', 'customer', 10, '{"contact":"visit","source":""}', '9d63dfc063afe9bdba5b39bf71c83b9b8a742ffdf3243b8cd3c651befa481a11');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (108, 1795226400000, 3, 'followup.make_promise', 'promise', 1, '{}', 'f149249d0db221d1fd6c196fdf9f16a64453ee711715804526ba8cecd2746ec4');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (109, 1795226400000, 3, 'followup.record_result', 'follow_up', 13, '{"customer":10,"result":"reached","rule":"next_contact"}', 'e9785a99a84a378d5f745bb30287a2c0a56cb1a70f1dc00d6b3d9413fc95c5c3');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (11, 1795226400000, 3, 'sales.start_quote', 'quote', 1, '{"number":"BJ-2026-0001","total":18980000}', '0c04ba8b5e155572979fb783e8a28aee4a943b9a3d305e4b2d449f80cb047b53');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (110, 1795226400000, 3, 'followup.withdraw_promise', 'follow_up', 14, '{}', '7a1a634ddc854d49a9e6e040b6ba145568a764de8e854ddd7b3991fef3e4fee7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (111, 1795226400000, 1, 'followup.change_rules', 'shop', 1, '{"follow_up":{"birthday":[false,0]},"levels":{"a":4,"b":7,"c":15,"h":2,"n":30}}', '6249c9c544e3bc657d0635d51062905ef594f7fe34eff4c3049d74bf51e8bf03');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (112, 1795226400000, 3, 'customers.open_file', 'customer', 11, '{"contact":"visit","source":""}', '8f1896f7f93f1cb347aa7b99d326fafc30f33bb05c8be23a666c633a24f1d1e1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (113, 1795226400000, 3, 'sales.start_contract', 'contract', 2, '{"number":"HT-2026-0002","total":0}', '0176f1a6a8c39d5b1a65a23ece5579e1c47c951d4465479c92f3a576d22e604b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (114, 1795226400000, 3, 'sales.start_quote', 'quote', 6, '{"number":"BJ-2026-0006","total":18980000}', '5a7bf65617cc45b67ad1155dec07c87a7e75a6d06bb9d88e2c91a9a364ae5b8c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (115, 1795226400000, 3, 'sales.draft_contract', 'contract', 3, '{"edition":1,"number":"HT-2026-0003","quote":"BJ-2026-0006","state":"accepted","total":18980000}', '0e7fe9be7e94cce953deb39fafcb58ea0a73405941fff67d78696372abd6b440');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (116, 1795226400000, 3, 'sales.fill_contract', 'contract', 3, '{"changed":["place","subject"],"number":"HT-2026-0003"}', '5e39144c64fde854430edbf7fae35e7ebfa5839482f70d7546413c104a4454c1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (117, 1795226400000, 3, 'sales.submit_contract', 'contract', 3, '{"number":"HT-2026-0003","state":"submitted"}', '01a7cd7a1d1d0583ca7403266c33c6b41a0b05f8bc9cf00935c34ecf496b5e64');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (118, 1795226400000, 2, 'sales.approve_contract', 'contract', 3, '{"note":"","step":"manager"}', 'fd037ea21de7b02059cf5e2d9a21f780f98996e7935a1ea8beb16dc27aa0efd0');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (119, 1795226400000, 5, 'sales.approve_contract', 'contract', 3, '{"note":"","number":"HT-2026-0003","state":"approved","step":"cashier"}', 'b5c45e170753f5694fc77e9d2cfe4ec53a06fd08b28de31fcee6f5d415b7f653');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (12, 1795226400000, 3, 'sales.draft_contract', 'contract', 1, '{"edition":1,"number":"HT-2026-0001","quote":"BJ-2026-0001","state":"accepted","total":18980000}', '45f598e5db5d1d906f5a8c4f00e3542b44ca512bc873e24ebdcf29271d7bf86f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (120, 1795226400000, 3, 'sales.sign_contract', 'contract', 3, '{"number":"HT-2026-0003","state":"signed","total":18980000}', 'a671716ed62997fc4e82ede68738425e5852db36757ac4532c652b7245861e43');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (121, 1795226400000, 3, 'sales.file_signed_copy', 'contract', 3, '{"number":"HT-2026-0003","signatures":["scan"]}', '35870408d4d1ed798d1b972d08bc553e62fb37d7a0d6cc97683392728dd66037');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (122, 1795226400000, 5, 'sales.take_payment', 'payment', 4, '{"amount":100,"contract":"HT-2026-0003","method":"cash","number":"SJ-2026-000004"}', '193cc64e44b18aa3c8e02bf129f26bffa8858540f6ab738389011078cdc38797');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (123, 1795226400000, 3, 'sales.draft_amendment', 'amendment', 1, '{"change":80000,"changed":["change","reason","total"],"number":"HT-2026-0003-01"}', '99e1cae03c8d3e34edac543b51cc7f836df202f28e676f04405b5668459d94c0');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (124, 1795226400000, 3, 'sales.save_amendment', 'amendment', 1, '{"change":80000,"changed":[],"number":"HT-2026-0003-01"}', 'e02c0925ef56f63147fe2ee9843987f7f9a2e8d18ea18a9a88bc1252f32a1e5d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (125, 1795226400000, 3, 'sales.submit_amendment', 'amendment', 1, '{"number":"HT-2026-0003-01","state":"submitted"}', '411aa4ea05f08d52ecb37f6a74022acc42a958b7dc6cba1a09a280ee6eddd8da');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (126, 1795226400000, 2, 'sales.return_amendment', 'amendment', 1, '{"number":"HT-2026-0003-01","reason":"x","state":"draft"}', 'eca18d3f3ab5abde9fe1dbef6349223754832c7e66995338eee09cee2cca5aff');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (127, 1795226400000, 3, 'sales.withdraw_amendment', 'amendment', 1, '{"number":"HT-2026-0003-01","reason":"x","state":"withdrawn"}', 'b4a694d9b9d3462e12107d2720297a88199a6f8588baa5bf4547b41f7e1c830a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (128, 1795226400000, 3, 'sales.draft_amendment', 'amendment', 2, '{"change":-1,"changed":["change","reason","total"],"number":"HT-2026-0003-02"}', '33f619e9ddb0b46f99a81468df6bf7b6c14550edd9a7280e7555058cdff2fef7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (129, 1795226400000, 3, 'sales.submit_amendment', 'amendment', 2, '{"number":"HT-2026-0003-02","state":"submitted"}', 'bc6fb79998500424819f8b73ab1cbdfcb87e869abf4bf1c9eb9de4a17372ce42');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (13, 1795226400000, 3, 'sales.fill_contract', 'contract', 1, '{"changed":["place","subject"],"number":"HT-2026-0001"}', 'cf5ad2dc3097569516538dee67908657094607ea73c94c73bc5dee2a18040242');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (130, 1795226400000, 2, 'sales.approve_amendment', 'amendment', 2, '{"note":"","number":"HT-2026-0003-02","step":"manager"}', 'f8103cefbed5b684490e4d51381814dfd298af097f494fbb9e51875eac6f773c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (131, 1795226400000, 5, 'sales.approve_amendment', 'amendment', 2, '{"note":"","number":"HT-2026-0003-02","state":"approved","step":"cashier"}', '6c37dd5c1526c2c1f3f47926a0e438c132c48f3b38ae297116610e04cecb4f8e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (132, 1795226400000, 3, 'sales.sign_amendment', 'amendment', 2, '{"change":-1,"number":"HT-2026-0003-02","state":"signed","total":18979999}', 'c4eacc136be8c7d9d6e48c3fefa43c5cd9a3a6a6d341bbcc00338c70a0c6f4be');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (133, 1795226400000, 3, 'sales.draft_cancellation', 'cancellation', 1, '{"number":"JC-2026-0001","received":100,"refund":100}', '5fe761f186701605ceea053122c7a6ef0fc32b595a0e71431fe332cbdfe90770');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (134, 1795226400000, 3, 'sales.withdraw_cancellation', 'cancellation', 1, '{"number":"JC-2026-0001","reason":"x","state":"withdrawn"}', '6d73758c538213487e3c1a22ea2750184f318f6938bf0f6d3ac52cb2c7f0d54a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (135, 1795226400000, 3, 'sales.draft_cancellation', 'cancellation', 2, '{"number":"JC-2026-0002","received":100,"refund":100}', 'dd13519691e8255cd0db2bec7dcf1a4a2cf4cbb23e21241f035ef918f115543c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (136, 1795226400000, 3, 'sales.save_cancellation', 'cancellation', 2, '{"changed":[],"number":"JC-2026-0002","refund":100}', 'f58ddd882a57eb524b794e4e074111d976d014c460c97a44345b96003a5028e2');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (137, 1795226400000, 3, 'sales.submit_cancellation', 'cancellation', 2, '{"number":"JC-2026-0002","state":"submitted"}', '4728bad986817dfe1deaf2ca817b4c4c8221b0679e844b4bd2962ef83c93b8c7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (138, 1795226400000, 2, 'sales.return_cancellation', 'cancellation', 2, '{"number":"JC-2026-0002","reason":"x","state":"draft"}', '0c1a905f99ff690def07149ae666ab2d87018b9fb1abe218732a184d797f36f2');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (139, 1795226400000, 3, 'sales.submit_cancellation', 'cancellation', 2, '{"number":"JC-2026-0002","state":"submitted"}', 'edc662db958b3c590f467275b22d830ead7414c2e324fd470d65aa63d3564d46');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (14, 1795226400000, 3, 'sales.submit_contract', 'contract', 1, '{"number":"HT-2026-0001","state":"submitted"}', 'a9d5f4a56352316666f4f8af03665b038ccae67867bfdf66312137438e0f8319');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (140, 1795226400000, 2, 'sales.approve_cancellation', 'cancellation', 2, '{"note":"","number":"JC-2026-0002","state":"approved","step":"manager"}', '7f4c2632c5a1fd805a711788700024978baa94bd76bb87883d9c6e3801716024');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (141, 1795226400000, 3, 'sales.sign_cancellation', 'cancellation', 2, '{"number":"JC-2026-0002","refund":100,"state":"cancelled"}', '4611dd87217a914933f21043cade2329674795d732678193a703fc7b971f807f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (142, 1795226400000, 5, 'sales.pay_refund', 'payment', 5, '{"amount":-100,"contract":"HT-2026-0003","method":"cash","number":"SJ-2026-000005","refund_of":"JC-2026-0002"}', '5c1b915397f4992f5b7957ec5eb37c0424b651c75974599b631f749fca1ea67d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (143, 1795226400000, 6, 'sales.log_exception', 'exception', 1, '{"kind":"missed","number":"YC-2026-0001"}', 'f3b625d8558e72881decfe4022a59a2f0058f41c9418bcad749b870a67be1939');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (144, 1795226400000, 6, 'sales.add_to_exception', 'exception', 1, '{"amount":0,"entry":"note","kind":"missed","number":"YC-2026-0001"}', 'cc25c361e96e9c5437062a9c354e55aebcb962bf5eb7d6b642e7f62940d2685f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (145, 1795226400000, 1, 'commission.set_terms', 'shop', 1, '{"held":true,"rates":{"vehicle":100}}', 'fe5cc73fbe168fce05434bb4d56b74bb2690c20e99b0451298cea13f9c2cc511');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (146, 1793412000000, 3, 'customers.open_file', 'customer', 12, '{"contact":"visit","source":""}', '95352f0e01c7662b4911977057fa806e5f6f8630bac831ebe5fc12ce24ec4d4c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (147, 1793412000000, 3, 'sales.start_quote', 'quote', 7, '{"number":"BJ-2026-0007","total":18980000}', '0adec25fc6f13432551c324b9562530d9b9b296cfdbf3407f168d10e7e698f16');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (148, 1793412000000, 3, 'sales.draft_contract', 'contract', 4, '{"edition":1,"number":"HT-2026-0004","quote":"BJ-2026-0007","state":"accepted","total":18980000}', 'e5025ca86abe8b53f09128d7f079f041663a08e6f8e98c5e43fb7b62e49f7cb6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (149, 1793412000000, 3, 'sales.fill_contract', 'contract', 4, '{"changed":["place","subject"],"number":"HT-2026-0004"}', '13cbe2a074680af80ea3ae60a3223b6a2fbe2ce2f4061f29b40d3f0497211496');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (15, 1795226400000, 2, 'sales.approve_contract', 'contract', 1, '{"note":"","step":"manager"}', '2b6a651131b65eb73132dd62a93e520359810c1fe22ee254d6022b7b7471f51f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (150, 1793412000000, 3, 'sales.submit_contract', 'contract', 4, '{"number":"HT-2026-0004","state":"submitted"}', '694860668b1506113c48d6fd36111932a153954f65bb46095362c2f2ee742921');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (151, 1793412000000, 2, 'sales.approve_contract', 'contract', 4, '{"note":"","step":"manager"}', '61e536cc13d44b49aae1400f3eaa434c4db6a9b946b8b803563c4e6f35bc5ae3');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (152, 1793412000000, 5, 'sales.approve_contract', 'contract', 4, '{"note":"","number":"HT-2026-0004","state":"approved","step":"cashier"}', '87d1ea7f1fcbab037686fe2181d82aa34816af80e910c047f35564d09e6127f4');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (153, 1793412000000, 3, 'sales.sign_contract', 'contract', 4, '{"number":"HT-2026-0004","state":"signed","total":18980000}', '39ef0941ac56d841e9f43a1d16a2dd215ddae4194007ada97fc42610901febfa');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (154, 1793412000000, 5, 'sales.take_payment', 'payment', 6, '{"amount":100,"contract":"HT-2026-0004","method":"cash","number":"SJ-2026-000006"}', 'ff897eaf616ff2f41a88a5cf82cd797021ee4a49423ad20ae1ce54b93ec55f13');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (155, 1795226400000, 3, 'cashier.remind', 'payment_reminder', 1, '{"channel":"phone","contract":"HT-2026-0004","number":"CK-2026-0001","open":999900}', '65905a052679d6debc4a26ff7a6ec714cb82849f9ac9be3707438f1da3f1f52a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (156, 1795226400000, 5, 'sales.take_payment', 'payment', 7, '{"amount":18980000,"contract":"HT-2026-0004","method":"card","number":"SJ-2026-000007"}', '6e940e1423028e2fe00a69c5b1b222cf9e557cd2c3b6d84b81f05650a12bd1ed');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (157, 1795226400000, 3, 'cashier.ask_invoice', 'invoice', 1, '{"amount":1,"state":"asked"}', '414fdde55a8a003cbd6c394bb6a357bcf78a7d0237cc7e2953a117f035e80178');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (158, 1795226400000, 3, 'cashier.ask_invoice', 'invoice', 2, '{"amount":2,"state":"asked"}', 'bfcd705ca41c517486ff5619df2e2e9d64c399adc603a82ec301e7140d09eeec');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (159, 1795226400000, 3, 'cashier.ask_invoice', 'invoice', 3, '{"amount":3,"state":"asked"}', 'ef585629cf29be4dc74d9e4ba6ea53858e032dd2d0d02d4bc17d89edbc024d9d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (16, 1795226400000, 5, 'sales.approve_contract', 'contract', 1, '{"note":"","number":"HT-2026-0001","state":"approved","step":"cashier"}', 'fb42d7a62cadfee2b0d0f82c45550d38efd0f328782c6bc6114d5d1f14670bfc');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (160, 1795226400000, 2, 'cashier.approve_invoice', 'invoice', 1, '{"amount":1,"state":"approved"}', 'b625a65c0692d1e3ab241294273435022d3535cb8ff21922180fed98cc471f8c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (161, 1795226400000, 5, 'cashier.make_out_invoice', 'invoice', 1, '{"amount":1,"number":"FP-2026-0001","state":"made_out"}', '6fd20f77cdef1bc9153539d2c4571f16827a201874b554c6e0597c19935d9a0c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (162, 1795226400000, 5, 'cashier.reverse_invoice', 'invoice', 4, '{"amount":-1,"number":"FP-2026-0002","reverses":"FP-2026-0001","state":"counter"}', 'eaf2825b136ad1b9ad6d3e8c3e1dfeb1c0b85b9a85cc5419a8ed65dedf4402ad');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (163, 1795226400000, 2, 'cashier.refuse_invoice', 'invoice', 2, '{"amount":2,"state":"refused"}', '717e96cebc065e5d37bfee1152ac2b6351222a55da7f0f996ef28d19c1f80436');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (164, 1795226400000, 3, 'cashier.withdraw_invoice', 'invoice', 3, '{"amount":3,"state":"withdrawn"}', '3510340094ee53bafe88e41fad26a7513613340ca46f47a268b006a2069acc30');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (165, 1795226400000, 3, 'commission.confirm_split', 'contract', 4, '{"number":"HT-2026-0004","rule":"closer","shares":[[3,10000]]}', '30d2367ddde99e94a9d3d4cd7674f5132c81cba58eed2621bcca7e36dcd52717');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (166, 1795226400000, 4, 'commission.raise_dispute', 'commission_dispute', 1, '{"number":"HT-2026-0004"}', '1c22f392ed0293a15a5162abcc3c4913fc9ddb8b2defa8b9d43f0db70d5e561e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (167, 1795226400000, 2, 'commission.rule_dispute', 'commission_dispute', 1, '{"number":"HT-2026-0004","shares":[[3,10000]]}', 'ee0b76c2c846aa1800a69e850ce915eab769309a77675b668619f85b6e475606');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (168, 1795226400000, 1, 'commission.rule_split', 'contract', 4, '{"number":"HT-2026-0004","reason":"x","shares":[[4,10000]]}', '4de321769d092cf796c7b9565f221fbb8a730db0db6cec4f99f9dac215960219');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (169, 1795226400000, 2, 'commission.release_commission', 'contract', 4, '{"number":"HT-2026-0004"}', '127b0f29ece3737e12ddbc2523117e546ac2056658481b1033a5204d381627cb');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (17, 1795226400000, 3, 'sales.sign_contract', 'contract', 1, '{"number":"HT-2026-0001","state":"signed","total":18980000}', '8b95174eb4e81ac2e410cafea9a61f793b430840c9335e2394678bf75f6a9d91');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (170, 1795226400000, 3, 'cashier.state_received', 'contract', 4, '{"amount":100,"month":"2026-10"}', '90796824dab2f15f215b09a7f9c11bcd426bcb7bddb347a76433462b4c83e5de');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (171, 1795226400000, 5, 'cashier.close_month', 'reconciliation', 1, '{"differences":0,"month":"2026-10","number":"DZ-2026-0001"}', '5defbcb1fee5099fd7f72de1729f411f8a6cd36250849cc4161a56fb67187d48');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (172, 1795226400000, 5, 'cashier.correct_month', 'reconciliation', 2, '{"corrects":"DZ-2026-0001","differences":0,"month":"2026-10","number":"DZ-2026-0002"}', 'd719b7561bd83bd1946bbe81ad6483da091c373659be614383285712022a4b19');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (173, 1795226400000, 2, 'rotation.set_holiday', 'rotation_holiday', 2, '{"day":"2027-02-17","name":"春节"}', 'de229ea9dfb74a63b693308833fbdded323b24fbfbe9189c1375554bf38f9280');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (18, 1795226400000, 3, 'customers.open_file', 'customer', 2, '{"contact":"visit","source":""}', 'a6d350339a8e4031966eb9fe957fe44d5a8beaf363329cc680724c76fdc48def');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (19, 1795226400000, 3, 'sales.start_quote', 'quote', 2, '{"number":"BJ-2026-0002","total":18980000}', '0a9ca1aa290bce7343d4a57cbd7502631030d75c17caa4a2bb67c23117ebb64f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (2, 1795226400000, 1, 'staff.hire', 'staff', 2, '{"name":"高经理","roles":["sales_manager"]}', '0531b104ae20f3cb208b76563992e3f01ad4909616d4ad9d387fc4ba31b84791');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (20, 1795226400000, 3, 'sales.offer_quote', 'quote', 2, '{"edition":1,"number":"BJ-2026-0002","state":"offered"}', 'a8a61c8582560a6dff9cff1cf43c3856bddd758a8c316184bd0106786dd02a09');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (21, 1795226400000, 5, 'sales.take_payment', 'payment', 1, '{"amount":1000000,"contract":"HT-2026-0001","method":"cash","number":"SJ-2026-000001"}', '4c27b51bfa87ff0c2788d65b3abd3314735c9a83440e257d7ebb378b155b3a35');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (22, 1795226400000, 5, 'sales.reverse_payment', 'payment', 2, '{"amount":-1000000,"contract":"HT-2026-0001","method":"cash","number":"SJ-2026-000002","reverses":"SJ-2026-000001"}', 'fee0e923fc1ae69a86fba034b4616552f61c574a4a6137056435aaa0e980625a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (23, 1795226400000, 5, 'sales.take_payment', 'payment', 3, '{"amount":1000000,"contract":"HT-2026-0001","method":"transfer","number":"SJ-2026-000003"}', '688632c0789b5367541830eaf76dfabb738de733f5e4750cc7378de6f83a7248');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (24, 1795226400000, 6, 'customers.register_contact', 'register_line', 3, '{}', '04b99f8f44a25ed9b6d4b5321071ca2c41639210f3a2d3d827d2cfb54780501b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (25, 1795226400000, 3, 'staff.keep_draft', 'draft', 3, '{}', '784b798e21c7155c7faa9c483cdc566ca42ae693f5974294525911cd389b0046');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (26, 1795226400000, 3, 'papers.attach', 'customer', 1, '{"media_type":"application/pdf","size":15}', '9c0068bcf019dcf35e915ee7a5fa430c3e2fd8414ea48cd9630d743aa817e294');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (27, 1795140000000, 6, 'rotation.sign_in', 'rotation_day', 1, '{"event":1}', '486d21353b634ab682266bf135a9f1d6cad007f058b8a77b20d40095404cad45');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (28, 1795140000000, 6, 'rotation.arrive', 'rotation_day', 1, '{"event":2,"rule":"R1"}', 'dcba25b0f95e6df997dd48a5769f8fe43309b2c2b8fc59e2672413ebcff0fbe8');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (29, 1795140000000, 6, 'rotation.finish_reception', 'rotation_day', 1, '{"event":3}', 'c376d98886dccd80520cb440911821d51519f8df5e0297802dacdb9dd8fb1c0d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (3, 1795226400000, 1, 'staff.hire', 'staff', 3, '{"name":"孙悦","roles":["sales"]}', 'd1aaba53b68c86c45a9f64889cf039149eae4da3e15e0fe844b4869baa6b0a16');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (30, 1795140000000, 6, 'rotation.close_day', 'rotation_day', 1, '{"event":4}', 'a54ba8fcef84444c37366a57912b19ae97d112121e0c9b19de5a4e0628adb8ba');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (31, 1795226400000, 2, 'rotation.plan_weekday', 'rotation_line_up', 1, '{"people":["4","3"],"weekday":"6"}', 'ffa81ec07140fefdd3a3faede28f702c3742c0aa10a76aa5297c61685bfed1a6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (32, 1795226400000, 2, 'rotation.plan_day', 'rotation_line_up', 2, '{"day":"2026-11-22","people":["3","4"]}', '294feb01118b7b2633a3c36532ef3daf2f5460214cdd57602de7818785ba949c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (33, 1795226400000, 2, 'rotation.set_holiday', 'rotation_holiday', 1, '{"day":"2026-11-23","name":"盘点"}', 'adc2895dd5711c584fb955cabded650e697c377079c23561e5f10d8ff0b2ba81');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (34, 1795226400000, 2, 'rotation.change_policy', 'rotation_day', 2, '{"policy":{"follow_up_gate":null,"household":true,"max_makeups":2,"new_day":"continue","phone_customer_counts":true,"referral_counts":false,"returning_counts":false,"unattended_alarm":60}}', '773ee5a0852fa11ca2dd9a5c7dcb3835daa700708866bed80f13d604a772624e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (35, 1795226400000, 6, 'rotation.sign_in', 'rotation_day', 2, '{"event":1}', 'b8b2d929cfc20bc00325e75067d6609d189b047ad4716300b0670b28c56ef21a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (36, 1795226400000, 2, 'rotation.correct', 'rotation_day', 2, '{"event":2}', '430b69d85137497ab6fbc008c769704998bc67e7fb1ba23d4b60e4d86afbafd2');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (37, 1795226400000, 6, 'rotation.go_away', 'rotation_day', 2, '{"event":3}', '8a7566bd19b5f2434aae7c8b39a0f5ae8bfef2fdaf72645e3a4730d428fdcbe1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (38, 1795226400000, 2, 'rotation.let_stand_in', 'rotation_day', 2, '{"event":4}', '1601f8387b519a1b93bc42dc3f73cf750c23de371b263babe9d3797343a9c8a1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (39, 1795226400000, 6, 'rotation.come_back', 'rotation_day', 2, '{"event":5}', 'ced69e513ef6b97b465379fc1ce18229701720b7c5993d8edf9049371bc8bcd7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (4, 1795226400000, 1, 'staff.hire', 'staff', 4, '{"name":"李想","roles":["sales"]}', '7d616f358e8103b913f5109018353d1f14034cfc9774a654533147a908b07273');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (40, 1795226400000, 6, 'rotation.begin_signing', 'rotation_day', 2, '{"event":6}', '01ea05549bd56a39925f8678ecf8c90cdaf6cfb2a0079b9f474a9ef888a3eb5f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (41, 1795226400000, 6, 'rotation.say_on_turn', 'rotation_day', 2, '{"event":7}', 'c958996bcf908c0f0d8052ccf365a045dae9a6c163865b715d0a0a2953ba7a23');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (42, 1795226400000, 6, 'rotation.end_signing', 'rotation_day', 2, '{"event":8}', '55cd834317528c7aa80b8a7a7f7d50e80841d10d2bfd120fd9e1325c5a11cc0b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (43, 1795226400000, 6, 'rotation.arrive', 'rotation_day', 2, '{"event":9,"rule":"R1"}', 'fee3f64287527bac1dd5b436479854a147740b0762161dd077684fb1d11dc320');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (44, 1795226400000, 6, 'rotation.open_file_for', 'customer', 3, '{"contact":"visit","source":""}', '1914782a91b75d0d08c3ccf243c6cf37d7e0872b3fdc54ff6d6ce4bb3178b33d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (45, 1795226400000, 6, 'rotation.recognise', 'rotation_day', 2, '{"event":10,"rule":"R8"}', '3f7848f2127d26b6d4f13e347debf1f8f9ac5f00c042dbb37382029a21030a42');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (46, 1795226400000, 6, 'rotation.discover', 'rotation_day', 2, '{"event":11,"rule":"R8"}', '0b45da1e6139b5ea3e1e85a7389dffa3dc6bcf9ef786893b9205dde5cb2715d2');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (47, 1795226400000, 6, 'rotation.insist', 'rotation_day', 2, '{"event":12,"rule":"R11"}', 'dcc4c2f981008e7f64f5f73ad766d1b6622426a697e7f03d218c62002f5ddcb8');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (48, 1795226400000, 2, 'rotation.override', 'rotation_day', 2, '{"event":13,"rule":"R2"}', '7821dbf231f645934e7193c71e52abe346c2ebe759186436bffba240bada04f9');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (49, 1795226400000, 2, 'rotation.take_back', 'rotation_day', 2, '{"event":14}', '3fc459b22dc3ab9357ee2041eb6e06ce2d205e01cb21c3443efacbaaefe6558d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (5, 1795226400000, 1, 'staff.hire', 'staff', 5, '{"name":"方若云","roles":["cashier"]}', '6aa460499f0cca3dbf8094f9bc75501a6f5e6899015f7ece79e3914e20ac43dc');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (50, 1795226400000, 6, 'rotation.sign_out', 'rotation_day', 2, '{"event":15}', '7f8d5245647bcf5d4d08255f8fb80140e08b118349ad66bbc5f80a9a6c2accab');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (51, 1795226400000, 6, 'rotation.undo', 'rotation_day', 2, '{"event":16}', '9731148277eae39e8e4d88460555f99a59397af5f111e1a0488fe49ee2ae3380');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (52, 1795226400000, 2, 'rotation.change_line_up', 'rotation_day', 2, '{"event":17}', '123927d6fff33fd6ff7a4caceb63ecd1ab6b2fed2deffe8b787257788d5fca2f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (53, 1795226400000, 6, 'rotation.finish_reception', 'rotation_day', 2, '{"event":18}', '0c23ad1b625bceea82fe3d02f0f43fee7b31500452bf994b5e70367214b65d06');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (54, 1795226400000, 3, 'papers.keep_print', 'quote', 1, '{"edition":1,"number":"BJ-2026-0001","print_no":1}', '83d9c79283c489426d80d44919736614e399b68eb263d830fdfea24f87c8716f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (55, 1795226400000, 3, 'customers.add_person', 'customer', 1, '{"name":"李****"}', '0e4c92b0ecad49e65ac4e0c51affa8a32a2a950edd24b7015e67876d7e1d2aeb');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (56, 1795226400000, 3, 'customers.change_person', 'customer', 1, '{"fields":["email","phones","post","wechat"],"name":"李****"}', '88538cf7919942ebd3c29f0e64d74377cf1e29c736fc801148f8e4689a8388af');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (57, 1795226400000, 3, 'customers.remove_person', 'customer', 1, '{"name":"李****"}', 'e7e42bb9f5c47cd1f2d3125b5bb9c9d97725a039b1763327ce2f2dcbfbb24688');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (58, 1795226400000, 3, 'customers.add_goods', 'customer', 1, '{"goods":"澜川 V5"}', 'a46ad36d491ceafca223d99e6854c1c2e7fd8588ca97578acf66fae5944a3a29');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (59, 1795226400000, 3, 'customers.change_goods', 'customer', 1, '{"changed":{"bought_at":["城西****",""],"bought_on":["2020-03-01",""],"colour":["白",""],"mileage":["41000","42000"],"serial":["LS****",""]},"goods":"澜川 V5"}', 'f885160c35de94f87df4e13acd8a2cfa759af93cc9b9ab78c4bd2f0e01369c05');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (6, 1795226400000, 1, 'staff.hire', 'staff', 6, '{"name":"陈晨","roles":["reception"]}', '275a9d7ca9fcc8728eecbf8cfe74e3986f664c88acca5055fe89a2465a51ede2');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (60, 1795226400000, 3, 'customers.open_file', 'customer', 4, '{"contact":"visit","source":""}', '82192b8be6da6d5a3cfb5423ace5e214b9dd616f3c518b5c7d407a7db6ac4694');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (61, 1795226400000, 3, 'customers.relate', 'customer', 1, '{"other_id":4,"relation":"spouse"}', 'd245c7ac40aabd8e59a969ca559872bcad30f7a0c072e2b3fd00bc4a72d6934b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (62, 1795226400000, 3, 'customers.unrelate', 'customer', 4, '{"other_id":1,"relation":"spouse"}', '28edbbee5b9d3b0e7cf006130339d9d9c21a51fcf26a649550407fcad89bcc67');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (63, 1795226400000, 3, 'customers.assess_needs', 'customer', 1, '{"needs":1}', 'dfdb76c319d7d2b7ec50fe50565ff4bdb4796f5a111d8abbb699d33eb59415c2');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (64, 1795226400000, 3, 'customers.change_needs', 'customer', 1, '{"fields":["answers","summary"],"needs":1}', '17267e2b472c359e86cf7d26bd67535a3ffb666f220b7016488021166da83955');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (65, 1795226400000, 3, 'customers.propose_grade', 'customer', 1, '{"grade":"vb"}', '966741b7b4b3fdc99d1c230968e50157948dc08e5052813703d65153e49fa03d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (66, 1795226400000, 2, 'customers.decide_grade', 'customer', 1, '{"grade":"vb","granted":true}', '5ffc760ff0877f2987a31cdc04b8423c36df5de577364bbfecd8df3dfcfebbb4');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (67, 1795226400000, 2, 'customers.grant_grade', 'customer', 1, '{"changed":{"grade":["vb",""]}}', 'ddcecb7a0adc558d10ea3aa9097b50cc2fe2f04ea3613bafa3f18d31176d7ff7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (68, 1795226400000, 3, 'customers.add_person', 'customer', 1, '{"name":"李****"}', '53fb31685eb3c44eae5943b23d55cd827374bd9de951e421da0e5ff7d24157f0');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (69, 1795226400000, 3, 'customers.open_file', 'customer', 5, '{"contact":"visit","source":""}', 'eeafa7dd4e948455b0aea3bee66ff933c8fa1a49fb7120e949968788c8528f11');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (7, 1795226400000, 1, 'catalog.add_item', 'item', 1, '{"code":"V7","price":18980000}', '0bd3a805242f47dd43694e7c8f84ecb342fc1520b3e1e0bc04a35877010bddc6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (70, 1795226400000, 3, 'customers.relate', 'customer', 1, '{"other_id":5,"relation":"spouse"}', 'f8f77fe62a5885853169a69f3d586320a0ac6ed38a33a761b9d55ac535656bc0');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (71, 1795226400000, 3, 'customers.open_file', 'customer', 6, '{"contact":"visit","source":""}', 'b23e46088971bb2cc1bd59ddefee5cb4acea226ecd7b3b7d1570d5ef73173a66');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (72, 1795226400000, 3, 'customers.propose_grade', 'customer', 1, '{"grade":"vb"}', '08b0db2383bd4a75b371fc617effbce2f985b8a48eedad9aec48663a3a6eb81b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (73, 1795226400000, 6, 'customers.register_contact', 'register_line', 9, '{}', 'b20b6139e52e2e34079950260a747b2a968faadc89de067a81a64fd50c82f1c1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (74, 1795226400000, 6, 'customers.edit_line', 'register_line', 9, '{"changed":{"about":["","x"]}}', '9c8d1ba7b1a62e5a122992905e08d2ee4c8ef37731772648c1cefeb54205433a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (75, 1795226400000, 3, 'customers.pass_on', 'register_line', 9, '{}', '390fbcdbd174abb026788a3b30a5bbf0aecbbf8e13b34edbdce75673aeaca91d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (76, 1795226400000, 3, 'customers.tie_line', 'register_line', 9, '{"customer":1}', '4e3e13b5daaaca21b7e8e89a39bec8d76ca5ad88d7e0430dfa32d72d3c7abd8c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (77, 1795226400000, 1, 'catalog.import_items', 'item', 4, '{"changed":0,"new":1}', '902b71eac086551c4e80e7e4112ddd9d221676b3b30c7635f925bd2c361bb6c1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (78, 1795226400000, 3, 'sales.start_quote', 'quote', 3, '{"number":"BJ-2026-0003","total":18080000}', '8fcddb302106a7f0b8588e02756f6771819d6c674ac0e66dbb53eb1994ffacf1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (79, 1795226400000, 3, 'sales.submit_quote', 'quote', 3, '{"edition":1,"number":"BJ-2026-0003","saved":900000,"step":"manager","wish":""}', 'ecf3120bdc65ac061c5a440da9186a3aff6ec4a173ec194759cff7fdf812809c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (8, 1795226400000, 1, 'catalog.add_item', 'item', 2, '{"code":"DJ-01","price":80000}', '798fe47e443f8e4afb7b6ab4d93886beb312b00a00865e1869d5d70a847c9eb5');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (80, 1795226400000, 2, 'sales.return_quote', 'quote', 3, '{"decision":"returned","edition":1,"number":"BJ-2026-0003","reason":"x","step":"manager"}', '6838de4625116f0d124963939f039674e2737179ca43f503906e9c27b219c4a1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (81, 1795226400000, 3, 'sales.submit_quote', 'quote', 3, '{"edition":1,"number":"BJ-2026-0003","saved":900000,"step":"manager","wish":""}', 'abdedbcea3331ce2fca9c4f55bafe5ab638bbae4b4acaabb0ab8fd65a25ef701');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (82, 1795226400000, 2, 'sales.approve_quote', 'quote', 3, '{"decision":"granted","edition":1,"number":"BJ-2026-0003","reason":"","step":"manager"}', 'a42a176fffe9badc49c9b3ab1d16856c46c594324afaaf5409692e0a68bb4801');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (83, 1795226400000, 6, 'sales.ask_question', 'customer', 1, '{"question":1}', '41ddcb5fbbffbdac4292ae5993ccfeba9920f48d804a83b3978cd542e3a1cd14');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (84, 1795226400000, 3, 'sales.answer_question', 'customer', 1, '{"question":1}', '5e65e66482fc0ff1e41cfdf04cf811c001efd3ea15886495330c5de744998b6e');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (85, 1795226400000, 1, 'catalog.change_item', 'item', 2, '{"changed":{}}', 'a313af1f224ef66af529d74e0889de271eea3d92b19952b77621ccd53e43ba21');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (86, 1795226400000, 3, 'sales.start_quote', 'quote', 4, '{"number":"BJ-2026-0004","total":18980000}', '84caa2b65affb6b2a3d3127c18be90a27fbd1e781d9a4931768a78d573f12538');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (87, 1795226400000, 3, 'customers.open_file', 'customer', 7, '{"contact":"visit","source":""}', 'd452117e406e9ed304c62d152383243c9798562122d664689ef8eb8664429769');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (88, 1795226400000, 3, 'customers.open_file', 'customer', 8, '{"contact":"visit","source":""}', 'd962b82e99b4143b9d63eb5b6b8f8d714c65e5ed7369807f105feb1cb185c20c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (89, 1795226400000, 3, 'customers.open_file', 'customer', 9, '{"contact":"visit","source":""}', '73a27fbccb48d2fa889e7af48147ee2dbc2530e3310c0c2bf788bef1331ec7d8');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (9, 1795226400000, 1, 'catalog.add_item', 'item', 3, '{"code":"BX-01","price":95000}', '8bb47463e1c5470ab0dae2c49803d0aafb2d37dd00085d1d6720d09681a86cfe');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (90, 1795226400000, 2, 'customers.change_care', 'shop', 1, '{"confirm_from":1,"days":30,"most":20}', '866a39487ec081c9e5a4173e03b4116bc476cd3effa3d1ce64aee1c4441a89f4');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (91, 1795226400000, 2, 'customers.extend_protection', 'customer', 7, '{"reason":"x","until":"2027-01-20"}', '51c2f71cc9eb7e6d70e47ddc1c839c292e4efa44fb0799f9a9a7205d494deb3b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (92, 1795226400000, 3, 'customers.release', 'customer', 8, '{"changed":{"owner_id":["3",""]}}', '4466076790a98b855af57ef64efcb1409bba8e2e4598c34e15d7785c8114f66b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (93, 1795226400000, 3, 'customers.claim', 'customer', 8, '{"changed":{"owner_id":["","3"]}}', '81c84f212bd47a9412950fcaf09321a9b1313e6d8d93521bdbd9b97076db2ce4');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (94, 1795226400000, 3, 'customers.set_intent', 'customer', 7, '{"changed":{"intent":["n","h"]}}', 'e8826fea8268b4b5db12bc8956acc0eb9a12e4c8a058fc6d9f2a6570ae16c9b6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (95, 1795226400000, 3, 'sales.start_quote', 'quote', 5, '{"number":"BJ-2026-0005","total":18980000}', '6ae484ee9ee99fb71da6c29513e610d88802c6bc919d59a465f2694c11c9febe');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (96, 1795226400000, 3, 'sales.lose_customer', 'customer', 7, '{"reason":"price","waits":true,"wakes_on":null}', '083895037a80892abb32d0bc39ca7957c4ddc596781a74c685c42bb5c497b2fd');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (97, 1795226400000, 2, 'customers.refuse_loss', 'customer', 7, '{"decision":"refused","reason":"price"}', '85499dc81a94b274702bb409f1a1c831491c500925a3625b3716d8e2533a7a39');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (98, 1795226400000, 3, 'sales.lose_customer', 'customer', 7, '{"reason":"price","waits":true,"wakes_on":null}', 'af28d04876dfc91ad769d7accb61139f1e893a8d95511dbdfc84c54d83bebda0');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (99, 1795226400000, 2, 'customers.confirm_loss', 'customer', 7, '{"decision":"granted","reason":"price"}', 'f35f7701854014c07ba090b65ba0a7ba367eeae48292896d7a3494a627817b80');
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (1, 'e9de8df8250247d0b3d887288c9e2e1f', 1, 1795226400000, 1795226400000, '王总', '', 'administrator,owner', '$argon2id$v=19$m=65536,t=2,p=1$7dgJDDsdgIvFoYOaN4PU9w$KAiyuoEaA/lZrV5xs75UZ2NYxwCDmL80RiYcjOFTbU4', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (2, 'a3a6bb3fb5114dc4af5a547eecde28b4', 1, 1795226400000, 1795226400000, '高经理', '139 0000 1111', 'sales_manager', '$argon2id$v=19$m=65536,t=2,p=1$fcQ83OSbXPsZ5QLxnSEF7w$4eYn9RYDjtNUaePr1kK2G9iOc1iy8TK2GNQj685fkt4', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (3, 'b4141b52b7284ba0910ff69ef88218d8', 1, 1795226400000, 1795226400000, '孙悦', '139 0000 1111', 'sales', '$argon2id$v=19$m=65536,t=2,p=1$UzOdKOrVYM588oYma+wDVA$Qu/E3Cf9ADRpXrsSqejuUoVtj4LMgD4IudHWD2vwSXE', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (4, '94a8ef39e16441eb94d0616836283dff', 1, 1795226400000, 1795226400000, '李想', '139 0000 1111', 'sales', '$argon2id$v=19$m=65536,t=2,p=1$nXTWJOh/XO8duNcg53l0Og$Cm/W9kJcI44DEY01lHau/5QnUHLGgcQtiUB7xN643Ds', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (5, '979c9103face4c96a5b6ff5326a416dc', 1, 1795226400000, 1795226400000, '方若云', '139 0000 1111', 'cashier', '$argon2id$v=19$m=65536,t=2,p=1$/8k1x6CtTEqESz+nYJDatA$7TlLD9xe8YZWNlEiC80J/FiFDzxwhhcOQEU7Pcb9bbw', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (6, '6b2df3460b414379a05f6ec463a0de6e', 1, 1795226400000, 1795226400000, '陈晨', '139 0000 1111', 'reception', '$argon2id$v=19$m=65536,t=2,p=1$CgFJOqkQc6V5BlSwW9DM2A$M7DOstMfFF3MhKFJwG0kK4tDgwBrHux8ki+bAiEMzCc', 0, NULL);
INSERT INTO draft (id, staff_id, form, content, changed_at) VALUES (1, 3, 'quote', '{"it''s": "half typed"}', 1795226400000);
INSERT INTO attachment (id, uid, version, created_at, changed_at, kind, record_id, name, media_type, size, sha256, staff_id, content) VALUES (1, 'b33e062f4bcd4ac080c838b516ef9564', 1, 1795226400000, 1795226400000, 'customer', 1, '车.pdf', 'application/pdf', 15, '436b26147ce1e2840210099f885a14790e0eae709fd7a9b9616f4519ca08ecfe', 3, X'255044462D312E372061207363616E');
INSERT INTO attachment (id, uid, version, created_at, changed_at, kind, record_id, name, media_type, size, sha256, staff_id, content) VALUES (2, '18d7c8cc45ef45c9802f3404eb388c04', 1, 1795226400000, 1795226400000, 'contract', 3, 'HT-2026-0003 x.pdf', 'application/pdf', 8, '86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b', 3, X'255044462D312E37');
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (1, 'staff', 1, '王总
wangzong
yuzong
wz
yz', 1795226400000);
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
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (20, 'customer', 4, '王五
wangwu
yuwu
ww
yw
13700001111', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (22, 'customer', 5, '韩梅
hanmei
hm
13700002222', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (23, 'customer', 6, '吴九
wujiu
tunjiu
wj
tj
13700004444
老客户
置换', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (24, 'customer', 1, '欧阳䶮
ouyangyan
oyy
李采购
licaigou
lcg
13812345678
13911112222
057188880000
京a12345', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (25, 'item', 4, 'v0', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (26, 'quote', 3, 'bj20260003
欧阳䶮
ouyangyan
oyy', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (27, 'quote', 4, 'bj20260004
欧阳䶮
ouyangyan
oyy', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (3, 'staff', 3, '孙悦
sunyue
sy', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (30, 'customer', 9, '丙
bing
b
13900020002', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (31, 'quote', 5, 'bj20260005
甲
jia
j', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (32, 'customer', 7, '甲
jia
j
13900020000', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (33, 'customer', 10, '丁
ding
zheng
d
z
13900030000', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (34, 'customer', 11, '周八
zhouba
zb
13700003333', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (35, 'contract', 2, 'ht20260002
周八
zhouba
zb', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (36, 'quote', 6, 'bj20260006
周八
zhouba
zb', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (38, 'payment', 4, 'sj2026000004
欧阳䶮
ouyangyan
oyy
ht20260003', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (39, 'contract', 3, 'ht20260003
欧阳䶮
ouyangyan
oyy
澜川
蓝
20361201
本店
v7
1
lyh7v2a58ta000317
ht2026000301
ht2026000302
jc20260001
jc20260002', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (4, 'staff', 4, '李想
lixiang
lx', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (40, 'payment', 5, 'sj2026000005
x
ht20260003', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (41, 'customer', 12, '钱七
qianqi
qq
13700007777', 1793412000000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (42, 'quote', 7, 'bj20260007
钱七
qianqi
qq', 1793412000000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (43, 'contract', 4, 'ht20260004
欧阳䶮
ouyangyan
oyy
澜川
蓝
20361201
本店
v7
1
lyh7v2a58ta000317', 1793412000000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (44, 'payment', 6, 'sj2026000006
x
ht20260004', 1793412000000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (45, 'payment', 7, 'sj2026000007
x
ht20260004', 1795226400000);
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
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (1, '7937ea93f8aa4b439c6b0b0731398976', 1, 1795226400000, 1795226400000, 'person', '欧阳䶮', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'ordered', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'ou yang yan	欧阳䶮');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (10, 'e8a07dafe1464b6daa6781060cc91d60', 1, 1795226400000, 1795226400000, 'person', '丁', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'visited', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'ding	丁');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (11, 'ef6f7146d80e4924a21c2963bd760d3e', 1, 1795226400000, 1795226400000, 'person', '周八', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'ordered', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'zhou ba	周八');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (12, '2ad9dbeddb284738831b6e570fb5fd80', 1, 1793412000000, 1793412000000, 'person', '钱七', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'ordered', '', '', 1793412000000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'qian qi	钱七');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (2, '0682211715e7488aac023126d088db0f', 1, 1795226400000, 1795226400000, 'person', '張三豐', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'quoted', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'zhang san feng	張三豐');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (3, '011a56271e864f319527f032efce4e42', 5, 1795226400000, 1795226400000, 'person', '赵六', '', 0, '', '', '', '', '', '', NULL, 4, 'n', 'visited', '', '', 1795226400000, NULL, '', '', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'zhao liu	赵六');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (4, 'fe209ed087de47629fdfd146a55b9585', 1, 1795226400000, 1795226400000, 'person', '王五', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'visited', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'wang wu	王五');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (5, '82c74e613be74db595c7a2dcae44ac7a', 1, 1795226400000, 1795226400000, 'person', '韩梅', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'visited', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'han mei	韩梅');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (6, '553f16b502e0473e9bf17b632083cc32', 1, 1795226400000, 1795226400000, 'person', '吴九', '', 0, '', '', '', '', '', '', NULL, 3, 'n', 'visited', '', '', 1795226400000, NULL, '', '', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'wu jiu	吴九');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (7, '102a4a2b80824470a8560886b91f470b', 7, 1795226400000, 1795226400000, 'person', '甲', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'h', 'contacted', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, 1800410400000, 3, 3, 'x', 'jia	甲');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (8, '60e0f1bb64104547a4f71f99d88c6607', 7, 1795226400000, 1795226400000, 'person', '***', '', 1, '', '', '', '', '', '', NULL, 4, 'n', 'visited', '', '', 1795226400000, NULL, '', '', '', '', '', '', '', '', '', '', NULL, 1795226400000, 1797818400000, 4, NULL, '', '');
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at, birthday, id_type, id_key, best_way, company, campaign, grade, drink, seat, hobby, taboo, merged_into_id, erased_at, granted_until, granted_to_id, extended_for_id, extension_reason, sort_key) VALUES (9, '2be8dfca530a42cc9a6e18ebc1a06f42', 1, 1795226400000, 1795226400000, 'person', '丙', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'visited', '', '', 1795226400000, NULL, '', '990102199003070011', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', 'bing	丙');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (1, 1, 0, '138 1234 5678', '13812345678', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (10, 10, 0, '13900030000', '13900030000', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (11, 11, 0, '13700003333', '13700003333', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (12, 12, 0, '13700007777', '13700007777', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (2, 2, 0, '+86 571 8899 7766', '8657188997766', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (3, 3, 0, '13700003333', '13700003333', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (4, 4, 0, '13700001111', '13700001111', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (5, 5, 0, '13700002222', '13700002222', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (6, 6, 0, '13700004444', '13700004444', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (7, 7, 0, '13900020000', '13900020000', '');
INSERT INTO customer_phone (id, customer_id, position, number, digits, label) VALUES (9, 9, 0, '13900020002', '13900020002', '');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (1, '0d92f58994224930a479b4a1b5325ad3', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 1, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (10, 'e8e86b4d4a51438eb34310815bc48d0f', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 7, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (11, '138d1740b040427881b5694df414b8fe', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 8, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (12, '7879905858d945f089df92ef30f65cec', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 9, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (13, '846a33c9ed4a42a79fb80a698f61ca0b', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 10, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (14, 'e5b78c1d403e4870852048f8f2bb8cdd', 1, 1795226400000, 1795226400000, 'call', 1795226400000, 1795226400000, 10, 3, 1, 0, '', '', 'x', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (15, '89805172260f4a56a8ce7cc607512fdc', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 11, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (16, '892cde2026cf472d9cc472d15c9469cd', 1, 1793412000000, 1793412000000, 'visit', 1793412000000, NULL, 12, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (2, 'ddbf13add0994dfd8107b11c6fb43366', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 2, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (3, '1f0cd49cd4cc4a7fa82283f67110f70a', 1, 1795226400000, 1795226400000, 'call', 1795226400000, 1795226400000, NULL, 6, 1, 1, '', '问价; 改天来 带家人', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (4, '6310e077a30d47f7a39baa7dd1f026f4', 3, 1795140000000, 1795140000000, 'visit', 1795140000000, 1795140000000, NULL, 3, 1, 1, '', '', '留下联系方式', '', 'left_contact', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (5, '9f0130bd0e344f1eb75e7cdd22e7f330', 9, 1795226400000, 1795226400000, 'visit', 1795226400000, 1795226400000, 3, 4, 1, 1, '', '', '无意向；太贵', '', 'no_interest', '太贵', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (6, '4fa1cf5cbb48413a963a6e9dcf176217', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 4, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (7, 'a7df98aaca8246bc9cfe8a9c1a367c72', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 5, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (8, 'e5899fa99a31414b83e7f5dcb240c0fa', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 6, 3, 1, 1, '', '', '', '', '', '', NULL, NULL, NULL);
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result, source, outcome, reason, invited_for, message_for_id, passed_on_at) VALUES (9, '6ea222ef20be456a808e1ffb4beb1fa7', 4, 1795226400000, 1795226400000, 'call', 1795226400000, 1795226400000, 1, 6, 1, 1, '', 'x', '', '', '', '', NULL, 3, 1795226400000);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active, availability, expected_on, lead_days, stock_note, told_on, scarce, scarce_until) VALUES (1, '9cfc5bd776f840c8b1a379358dd4f790', 1, 1795226400000, 1795226400000, 'V7', 'vehicle', '澜川 V7', '旗舰版', '辆', 18980000, 17000000, 1, 'unknown', NULL, 0, '', NULL, '', NULL);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active, availability, expected_on, lead_days, stock_note, told_on, scarce, scarce_until) VALUES (2, 'a022bc1e3fb64e5a9a5a62cc0b3717fa', 2, 1795226400000, 1795226400000, 'DJ-01', 'accessory', '脚垫', '', '套', 80000, 30000, 1, 'unknown', NULL, 0, '', NULL, '', NULL);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active, availability, expected_on, lead_days, stock_note, told_on, scarce, scarce_until) VALUES (3, 'bdfa31d625ee44fcbb1701422a8c7e24', 1, 1795226400000, 1795226400000, 'BX-01', 'pass_through', '交强险', '', '份', 95000, 95000, 1, 'unknown', NULL, 0, '', NULL, '', NULL);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active, availability, expected_on, lead_days, stock_note, told_on, scarce, scarce_until) VALUES (4, '8f186fddc6384d18b55ae40ad9d7f061', 1, 1795226400000, 1795226400000, 'V0', 'vehicle', 'V0', '', '', 1, 0, 1, 'unknown', NULL, 0, '', NULL, '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (1, 'ee971b1d4fdc4f06a70339541454afa8', 3, 1795226400000, 1795226400000, 'BJ-2026-0001', 1, 1, 3, 'accepted', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (2, 'aa46ac38e2c746b5b8d50d6ba8803be9', 2, 1795226400000, 1795226400000, 'BJ-2026-0002', 1, 2, 3, 'offered', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (3, '57dcc8d6bf5f47419338d7fbbc080a49', 1, 1795226400000, 1795226400000, 'BJ-2026-0003', 1, 1, 3, 'draft', '2026-11-21', 7, 'deposit_balance', 0, 18080000, '', '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (4, '17e412f11d8a4a0c9c94f2f91d4f4885', 1, 1795226400000, 1795226400000, 'BJ-2026-0004', 1, 1, 3, 'draft', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (5, 'bc67db500144459c9559368ac48f5892', 1, 1795226400000, 1795226400000, 'BJ-2026-0005', 1, 7, 3, 'draft', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (6, '67a6f6081ac64f49899891a8d7cc4fbd', 3, 1795226400000, 1795226400000, 'BJ-2026-0006', 1, 11, 3, 'accepted', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '', NULL);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note, expected_on) VALUES (7, '17180b4121fc41f281c9e78fe6b581d9', 3, 1793412000000, 1793412000000, 'BJ-2026-0007', 1, 12, 3, 'accepted', '2026-10-31', 7, 'deposit_balance', 0, 18980000, '', '', NULL);
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (1, 1, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (2, 2, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (3, 3, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 900000, 17000000, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (4, 4, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (5, 5, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (6, 6, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed, options, stock) VALUES (7, 7, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000, '', '');
INSERT INTO contract (id, uid, version, created_at, changed_at, number, quote_id, customer_id, consultant_id, state, plan, whole_discount, total, subject, place, signed_on, reason, frozen, clauses, amendment_no, amended) VALUES (1, '560ab2ccae0d4626badc6e247dc8f955', 5, 1795226400000, 1795226400000, 'HT-2026-0001', 1, 1, 3, 'signed', 'deposit_balance', 0, 18980000, '{"brand": "澜川", "built_on": "", "colour": "蓝", "delivery_date": "2036-12-01", "delivery_place": "本店", "emission_standard": "", "engine_number": "", "interior": "", "model": "V7", "quantity": "1", "seats": "", "vin": "LYH7V2A58TA000317"}', '', '2026-11-21', '', X'789CED7A696F1B5976F65F29380892006A4392DBEDEEC927BBFB1D4C03593A99C60C5E048151124B12638AD4CB22AD76060D50B2A87DF368DFACC5B244CBD62E4B1429C93F6658C5E2A7FE0B79CE39B78AB728CAADEE4E06C98B0C306DA9EAD6BD673FCFB98FFE70E7DF3B1E7FF90F777EF5873B762A91B4E887B8D9897FEF781F96BDC11DF7F0D2BBDCBAD370C78C4492966DE3855BCCB987ABDED97E93337186375D1D89387DF06963E3274DF87F736363231EA7CCEF1EC7D39D2D5612EFBE68BA770F8F1BFFFE61F3A34679DF62C69FE08D73F6DA99E9AF4C9D7AEBA3EAE963B3B535918EA7F0F6B3E6E666833E309AF03FBC8F25DA13777E154FC762F473E209098CE516AFFE8BA65F7FFA7F1E7C81651D9619E183F1735B2291F27FC60F9DD0E15FFE154BA2918815A79FBFFF1E2FA2A9182921FA7A27BB95E98C3339E84C9250811ABFF916DA357FF609042261EC687BDC8A3C4E60973BFCBCA9E993667AD115335B2D39D1B66231FAF65FFE702766B6583152796CA67439E64C8E95B70FB0E2A9194B5F33F8F70DD5F5E5DCB858DA5F79CD9AFA6A67F9C059C968ABC3FE0A6D3CFDDEDB5FD196865C18DAF422E30E9E898BFCC521CFE98BBD93ADB0BC355EFC1ED66F493FABB14AE9FCC099982B150ABAE8EFB62BF3C7A5D3BDF0FEFB3DA5E2298E28AFF5E856F9A2B1A9B1B909FF34DE6B7C000F357D5CD9A67B9F1B4DCDF73E35EE7FF6E0F31F31E1CAAE73F6D2C9F78A2D9DD14265E6837B740CA37EFE395BD557E931650F4598263BDE75252DB3B38523AC3C7DE4CE9EEBCE2EE5C74BE70B78187C52BA5A71C7F6FE94192EE5779DB17118C53D78E1640F9D3F8E3A4B97F8D93D9E71B2F93F65469C89617779C8C91ED393AB911F2E469DE59C737E5CDE1DFA53A6C71BD871FB3ED00FFB8BCEDECBD287F5F274AEBCD8E7AC16CAEB99527E98D61F1CCAE9CEE40B25DBC92E9C21B261FFF2529EF65F1E7386D7BDBD8DF2DB1177F99DE4067D0EA926472B3DEF9DBDC13F657A29E2D32DFF66B5A61E0729B536802329ABAEFAABAFC31931D5531ED263CBBD5A76CE56C24E7939128EAADF3D08BD77670E2A0313BA7FC34183F30B6F2B1BCBDED0919E74532BB5CBDC97A7E183FEEEFFFEE6C1EF9A1FDEFFFCDB8788E17B4DE173CB852D676FB154D8A44FE75E6BDF3537DE434968FEA4312C892C458C957BCF759561D4C21C4752A7F9C47A9CEE621305569C399142DC9A88A7A4DC89910CD801B5306AA71E7725A354769A3EFFE273CAB6863B91A8AD2A297E313BE547FF359D944AA4CC98FE052A579CCF555D00AA55065EC8B191682ACAB5AEBC7B854008A2C0B99C12C5234A6DAD12DA1D267595FBCD0F34011AF97F6413754AE972C17D7755738AB2D3D058299FC1FEA5E2BC9BCF6AA7DCE353EE35564FF9E2D307F7B4631E54F524B51EC7D107383525CCDDFD0977FA149B97DF4DE3F4CAFAB93376EC0C149CEC199EE309FD776CEF878B25E7EC489E785757CEE08168ED668AA5E299F159A3F1978633398E54506934B15F9E3EF6F6CF503369ABE582339C8322D450A6F7CAC5559CE84CBC28BFCE49BAC857A29D5398A61F4418DE534475865F9627FB25856016ACC1B7DEC91909B9BCE38D9FB943E7CE403FD28C32726294B41B1DAA3A287B5C2A8C7BDBAF2A0B9B582311EB6CF6614F9201F63193A9686B8CAD530D39FD3CF24DCC4CDBBA01B1A7518D710385476218854429C59FCA363888FC387B5E59CE785B3DEEF4B9BBBCAA042E4C53D11A5F855470349E97CE47E077E7C57079F5B5B37F8EAF68D9F969E97CABB2B221F2BBB307F85CD62B4BF271F8B06AB7BD5177703278EEBECAB8ABAF7FB818FCE6ABAF7FB818423515D96079F7A4478E0884472494370BF289B777E05CCEC829B273657102DF96B78B12A5D804A676D72ED09B506E7DFFF6943EAC943EECB943234EFF28FD7AF90105D8DB3F71E751F2B7F044F6A1569A3DA3EA9ECD559EE72A7F7CED8C2E883C95CC24828104C8BE96B3CAEB7BDEDEA6B71E8A1F445DA9F8DAD99E7687E64BC559EA18139358CCF130470F0B05B2332B2566548BCFB7E85C8E1914C852F152DA2B0706A568381A2A3BA348857034F8B5EFB49A039753CEB26F3BB1CEE6ACB7DD4BA6E9CF565E1F90E6D9B1F2E51EFD30305ACE8DA07C430E65D6A137E808A2BFBB9647040465598C8B8CA2BC9A3843EB0CA2DC9DDF7726D14C33DEC0899886DC307E2047BB63ABA58BCDE0DC527EACFC6ECB1D9C758657BDE797CE45AF93CF4B38EA067547FE0875F9E1AA32F172AEC60D68A3EE710E1EE5B03B5491B79C5361BABC5A599884D6926F1491FB33BAE7504CCB9747357B622BFC17AE82EE624C9CEE6DF750F60E9F3AFDEF4B85410823EB51A1D4A1FE6268474AB1FAF4C98B99F2ECFB52718C70C5F18C3BF4C11DC97A27AF4AC5E23537978AAF506D4A8511445D8D9BC52E1C357A59428C5716DEC0B2E58B134055D8B4BC5044C0C22E68EACAA6C5575241B16B293F851FF05FA4025EA150019A5416B2C81894DB7271AABC3747BEDF5CAC6432CEC10B6FFDB56E2FEF7D9F3BBB50B99C44AE94F27EE51E3C20D4A997CCE59C71DF28E577905BA5CB65D409F8003901434B79C69ECED29AEC067B6137485ECA17CB7BEB9482735C9096D69CE2A9B7BF2F5A20C42B732784870AD395F5025E558F436E018ACD9D4AD15202B3659CEC3B67224F91B7F0A6BC3D46554755EE82FBB20F11A3F41AD8C1E995CC903BF226D89604BB9A83A7059305A6563BC0D4475748152858CA17D05E284F56D6EBA5AF3B94015074579E23652AAFC6B14D3DEFAA36A435389858EF0392E5AA6CFA5B7A97EF5009CBC505D94494576BF67B9079141C3DBBCEE621EC2887534CF86539481A09CCEAABC9F1C03AFEAB25F5EBDC9ABBFB0AC18EF8C31A3441EE77AB52F4C45B30680D36F3DE9FD56CA897741817A54F89BDF2DA2D4C52493F9E2179E086DD796A70C3EFDDE10BA883C2E61CF49003DEBD2BE587505DE13CE7620DD67006DF50637A9E752E37A472B847EB64A8E51D090EBC457EB93359FABC78820651ED2F219F49552E9D0F0179D76BC014745BBDC81ED957442713FBA5B53CBD5A2A6CFB3DB20735C1CBCC511F2A9EA1572112AB3E4095605148EEFEF74AE7AB3964AD33311BD4586ACC9BB304E74FCE91BEA10E5498A6F4BA5A2A2FA391BFA4428D5A3773428B39C924D7E112813854DB359F85C1D06B776E9B1C79B9E78E6D0428413C24AFC8D0872FA973BF5EE4D45CBB6E5FF2133B0C86A6B75C81499E0F2BE5B76B08266ABDA8A5F9716FBFAF747180E086D6D241742C55191803DA9035D7FB22362B6C4935ADE7A44AE68A108DD4773F30D5C3F311894A184219F1EC48AC43E074EEB5D178B7F13EF0A53BBD4F408A4F021C87E4B281779AF53E0C184DF70D2CD6BB97CA4B467CE239DDBEEA743EE82322C9139C57D958F9D9F2A8CCBE411E555AB42E2E8DF97A2726CC78D88B0065D0DAE32E9D203228C80626D02328A0B91EEA4754FBA2E4EEBB82B73FE8ADE38882EFDDADFA1D11D061698D126062DF1D9E73869754433D7C8DCFD5B740AC9787CED49837FADC593AA1069F1DC3D1B209097FD91F34854A663140B214F79C2714CAF3E375927E1ECA514CB22AE1900ACC2423182A24052CDADB692F1035F612742D7BE8210C55F18993DF2A5FCCD2CDC9629FB3F112B6236CB90EF09975C626BCBD3D721896EDCE9597669122BCFFB836479CD165039D3EE4CE0CC22E81B17C37EF488A4BD5A508834B6EF0B197190D46926A1F9D18753263DE8769EFC3BCCC9E0A9603186FAC0010D0F3EC29206E902A7A64D7F4057261FF98F44E650DDED3686A6CC06478B7B1D170B2CFC9848541D99B6F3442DBBB431C516747825208544DD3E002484339C0751076F23F5F92132413429362334D8A549D9FE79CC17ECAAF8D3E550A83518C6D797DB0A392AD4523C156F1EAD88433D32F05ABC69C22068F143F471DDDDE1456990C8DBF033B2ABF38582406838A613CA8855B4050DED93EA1B8A597D7EBE649AE323041775F3C2385E35C62462DE1AACF0B6B939FE43BD99694231CB974E9EC9DCA7D98B7DD4743EEC4B08C14FA20E60E6D238D2945E521EAD6C08E4CEB32B8052A797BEB00A3019893C580F33F5C2CCA7D0C6649671C1DF814A26201864AE3DE676406777990A7BBE9F2F35DAF7FD9F8427B8AC3493FEEF9A5E28ED1FC69F59DF2D6F09AF72A5B5980574E8DA6E6E075AFFE8284DE1BC2AFF5C525445200F6725626287C0470F0AF8440E1C9754C72E7B45B660D433241167E4B81B69C136D83DA86B8A6063A3127352F88E2C0881C9E73CE56AEBC31767DA6C8EF90381FD6DD9EFDBA1709C52CC157AEAE4191206368F305FC2F6305F99FEB27E02E0255DD4B664665B65600423B50442F1727FC5BCE51B76F22C03718F75133102F82E3A884F0E6D7676BC4112A39705F653EAB62109506EE0A9DC5B54A6B58CEE01AF2452E6729A3252A3F642BEB45E885C61498F2BAD50A434832249CD37F1CB61A6A44B5267302CBDA50C1CF52AB9302A1CFAF987CDCD341E4B997C9968B007D03DE013566AA5CBC9802949FC04012173CBF154B0856BEC05173F0E48B50275A3E40DE6176F2AE66D1E9198215E4A2BAB2B041100FE1B90F212FFCF02481299BE64EC419EEE910B2355004630CA193E276B9B82B9171CD4048036770E1860649B76C171304CD8B97551832B45DCA6FCA137F0CC0938C3CA18462DBE92D30482E58193D4FA49704A43CD27AA73BBF5F6DCF04A7FB60BEC0B7AABDA1EE1E1C4A6D26436BD89176E3E22A9AA3883A0305B92AAA42A1B323449FB75F4494D185E0F62B310ADDE0C5E3D677F56F8C9356A7997C2274542C1A57B77CEAEA55BF44B6BBAC5659968E4753F2D3FF4B9B71ECF88CAF6DE5C5CFB867B6D32D3557CDF4B4BB2311B31E873FEEEA4A269E9A3191D14E595D4C99D0C04E449CBA94DE5D707B59B3444CD16C268B4BD1A1BE71F6D6D13BABDF54DECEA306C068D73FE3BB6AA3B1F9578AF4523B942E161108D51D68461F795D2ABCB8F50EF83C24433D89FF55684433954EB26310E1C4C97EFBFBFFE564754EB638EC1D9D79C7AF905EE593BEFF024E76764F71B2B9C35B71B2EF0F893938CB790BABFF05CC6C65A9E8BDD105B99199ADCC8EB883A7B764669DFC7158DE5B31B3B0FC6D99D9DD2102260BABE58D8BDB33B3D794FD6FC3CC7A83037598D9A94534360254DCD58521ADCC2D7B5B1328EC7417B1FCCE9DBDD049D8CAFA3C96793B6BCEFE9690B074B93834509F7E3DBE80C525E883CD09E68C2C78B9DE807E451ADC8E7ECD2DD0950712E862E917D0AF24CCCB918FD1AFF98FD2AF38BFF0B6B23EF123F42B2FBB16403FC2C09EF4A95BBEE2F0AD1958A8B37C5029BEFC690C6C71F8CFCEC0C2E77518D8834B3C0F02A13C73FA0B19D8CAE67C7D061676FA3330B0BBFD748FBF0624758C8246311E30B0538B3A035BE999562AE72F9DE7E78A7EBD1AAD42A4AB39820B6F47641F4AA6E27079E1A22EDFEA0E0C29BE1547F3262A05AFB6085E71CE54F9D6A3BC8CE5E5B12362A506FA01A1F1496589374461F0DD41F93A7B21680EF851E253F6FC28DFAA9D576F4CC29EB7E25B791B9D6F15B255A485CA549C34B235605A31780AD35ACA6FD1152C0ACFCA8608FF73C8D69D8D5AB2950523B35F4ECB29B5642B7F523EC95446FBC2646B8E9C28642B6FA2C8D6DD21BE41EBF1FD4B7CABB354E0317FB8CAB7EEEC6019D4E1899CB6527CEBC4B0E25B5F1C08DF0A91886F5DCB7AB979C5B7E2DC8D82B73356CBB76274DC9EF6727342B656D6C8EC42B6D243CC3E0343A2942CC3E97417C1A1820A8799407AE5F56B11D6AFF266AE2ECD8A02B7D01BC43AD2DE593B11AB29BB10D799E17B846DEFD58AD09D4EEF8246B3B21C62509F6685DA14D007637AF9A54D2E66DCA971F915AD3088EFEB4C2B3960E24A4E772771E25970740DD35A9E3970F27989C5C094EEC81FCBEF67603BD891E99F2D7A387B51E380527ED8CB156B98562C53312A4C2B145F9811A6B53CB311625A0F2E15D3AAED1930ADF2444C4A64EBD608A5EE48C63DEEA95E241FA805E5BE75747FD19A9631C1CA73B2E258BDA335EFE85D3D76157580D8D5B5EC0DEC2A82452F4274FBB1B843310E3C9123CA0836225E75A1882055760CD85594B18341BA513C18147615D200735416970070514ACBEF276BD9D557CB2176F57880D9D5E12ABB8A3D07E1B363BD405229BA6F389911B9EE7336DFC0EE958CFAC301BAC3E47D6A7855F70DC6FD65E290026A75675395A585DECAEC5465AD5F27552987C68EF1AA96545DDCA992AA8B3BE5DC1EA12B29CF6F56DDED119D54C5CF959EBC3B3550875465A4155858EDE093AA085FA803EDCABD4CAD22F736563E42ADBE1B468E543672D8ECA3D46AD0BC885AD54ABE64B62A92FE96287ADEE510B1FD3AB52A6BF629D5E82AAA9875360FC9AC638738BC2EB58A7874A7A6ABAFAE46AB3652AF14B54AA1BDFB0A615E43AD4A89136F9159C3A04BA75665C35A6A757748297BD5AF53AB74DC8F90AAEF610767F00DDDC43CCF2277A442D0873EE387575546F574972E8A832612BE32E2025CBE7A03305DB7C5A23B4E2D226314A32A129F8F045594FE3EACB8769D51853B8951A50B2C657A2A0B2C4A9509BEC6A8C2887495B6398BC5DE51B1865125610246757F2B60546931A797E4376F32CF7F52B1A5BBAA8651F50687C955C3F3307700059463E415AC7CF82E6054EBDAB786514539C17AD2F4F2A03276408C2AF639EE4122786F6688515DE8F5C99E2A5452742A2FB8EEA19E192884DAF9A374AA168C3F8B4E95936AE8CB4ACFB8A22F6B5A54402CE29B9BB8D48FC853E552D7C77EB630AA09D5134622556FD2BADDAB5A0059D7B0A8134BF4437E09BD00410C0974169587CCA580C3F5DE4CBAEF0A9285B27340A1561BDE35F2142841E74F55F00184664F9DCBC3CAEA87F27E9F83F936BBAD285476BE50A8410B100A55202A05BA50A80A00D662A8BD616846417823854A459867285442C504ACCF552954D9408B59E24F0F2E011AE5CA878AEDC64B588DB0E2AB65BE039EF6760FC849A753B47272CC9B1A210AF56A54F70AC1CE8FF2A72AA103F2F446BFAADBE250640CAF09795AE9ED93B151C16CA0DCF531F47B3CFF08795A53F91579CA3D524536EF7903798ABD3F469E320821C0344DC6536C23973C58C8FF7C494E90D00FCD794C9E5221E6FB74A263D62655D2BD9DAD32A7D746B4EBCCA9F227FA4FDF448D15E5741E0B7E8E16BA99EB71A6142012743A675A03A2A81F8CAB7A42725E4C041BD6FC9DC0548F77BC4337543CF3D4F0A7320DF012A9F1D49AAEA53DF1A747B96ABED10C3B44D3EBF14CA9B8190C0AFA5425A854783F7AC8E4A9CCDA328555D9C8DCA04E9ECAE22A794AE3D22001C1E29ABC55E429EC51254FFB0FCB270B449E064FA98040B9DC3CDABBB39023F23478A791A72B82DE883CF55FF7EA2F7CF274A5BEB88502401F0D32AF5E56C953FE959066953C5D0150A3F2864DF8ADEAF2CC9F42A5A0B0E9FC290A5E10C8811DABFCE9E6C2755767D07E0BD2F3EBFE1DD8F32C61548D3FE5BED0A34F100814191942FCE9D5A8BA580CF3A7FA818A3F3D9DAACB9FCA56A800281E82ED03EC56332E239450C6893F9D3DD4F9D3F0595CAEFC3EE50CEE84C853BE6025F2746D50C8D3C08ED74C561EDC45B621F3DCC39AD408C8532A2E9CC96AAD5EED15793AADC8D3822FD3E920B21D2B39A7CE9CE5F9CADB696FE783CF9F4E2BFE949F087FEA4F6845459E32E51C6A4001737AD9070846A1A473A6B9132FA7AE5C444E4AA2D9299D3395E7743FB3B1429CE9F945B930FA11CE7468E0868E5897337556CF4A85519D33A5271A67AA30B5D6F33EC699227DB47E4959169C8E829ACFD4254CA530534DD0D0216D258429AB2D7F112D773D21C274F6D0DBCBD09556E11684295FF0FE7F4198BE1DF98984E9FE9B5F4898BACBCF1105BF88303DB844DBFEE984297186FFCB964A14FFCEEAA0AB65E3B766CCB28D2F13F154D26C4DFDE733A65F263ABBCCF833838D7D0BC6F45BF33B4389704BBEF4A172D86D08D36FD885B7E04B1F91D36E41953E541EFC895CE9237EF2633CE9D75FD531C5C749D25A056FE648EB98ED3F9124FD3A6E5070272366BCD532BAA3A90E23D56119ADD1A7D198D19A885886198F18093C4B1A31B3DBC65B3365A04AC59E35F0AB68DCB050236328910D46A28DBE8E268D4477DC684B5AB4632CE6AF6B4F2422469B89331A8C6FCC64EA99F1D0D0E38BD7C98B474620B061B6D346A66DB42562B1044448C459461B1941279AC6539523F47DD28A99292B62D856F229AAB47DB70E87FA2DBE5679750385FA2889BD3ECEA0FE3D8C13BB9940FD27BF6FDC44A17E998825D27AC4D492A7BFFBFA1F6ECD99FE06E27E92781A8AC01BD8D26FB80CDC9A26ADDAE9CFCB937E657525EC68AA86C254AE8F98CFF06FD4365A553D34F0B314BE5FC29A3E3263940635677699510EDF36D4F8E0F416AB0DDDC9E8D0ECFECB69543F29DAA34F51EB4DC472AB15ED4A21F0938685439E195DE6B34EF8E0AEF18F94AECC964ACE196C50831D01A96C0868C56583A756A42148AB4EC86EDA4F784BFACC4F1D9BDB4B34FE34810D28677C5948433BB494D4450EE21C7F533A8FADD44DC501AE8029EE1ABF47CD404E1AB18419A78750D310784302D18EF473D4869539A751E55AA336FD0AE191E85265EEDEC8AF7E65C5A2649430FAF5E58EC8DBB0E8A94420334ED1C857882D7970179F76F1122E7471CB82F6665C0A600495C548A177CAAEF25045023DE04A856A19B7A436D2B3B8D52DDFC102EA3D62A93B89E88AB793A11FC9F74ADE6741656C3593C9287C9248A794B1AC4F8245D13861550A50E3AFBFF9EAEBBF6930A09E190F6B4B22D81D54317DA5E9ADF629C203959F84A0FA4192936B5389768B350BBA41B021E48CA6907516FCD1166D25B5107E4816A8D0C91D40455083D10DF1510191290045312BD580D08BA34FC0F38944CC66E14C24D413EB99FDB78665B676908510DB089A885FE2037D5B3BACD627546AAAA129B1DC613EB54232B6A249403DECD1F22C705C1702211187501D09B2A38D6328BFC80B286986994E75249251DB64AB70B70212A3EA6D4412AD69CA38F491D0E0F575D58A2DCF58001F2A68B1F830552D10810F58157194F51DB48D26926436FF2734D368179D088345E1D376F163346575A2C4A59112514A1F7AD64A900DDAF05EE816FCD08AB763C45178C477A15629C9805F73C948724C46CC4E9C810D8D48B4AD0D0F29B1A5A98B1C062A85095BC7DAD27156385C4C92561BD4D55DD0405F504D83D0373B524433253760C26E7CDB11047F571A0EC2E7C9687B078BFC5B147724CC4D9B51084681A4A502B59A54420001C8B79A0FEE1A5FA7E0514B6A11908265DA5670665B32D169C4A2664B94C00C57C888D506272BD0835DF1594D1CFC56C10C5F518E82BFB28D4756072C160E072988BEF160DA64DA4ED9C1F96C1064673A494D0879627E47FB2621683B744C9A627C3BDD696B51AE0A792727274E922714F7642E2B664BFCD05BDB4A41E8881FB00806E4A3DF646CBDE803127546531258548529D5B94C938C088EFB467722F9840E402FB4A90648A7A1271495C877AB9A3A412D64D1B937707D46F4B49A2C3224EAA4D24F1B065F410D4E613F3D2119258CDF8E52D14E556603A949163BC14252D5E423F482817067508A36D0DA9148D89698DB42DAB5728ED26E319C40A11234123F5E081D558167C4EAB2E25CA880B44970CD73AAE751E26012B4ED0415F29AC0F996FEE503FF396A3F09078ABCEB326D9B92BBDAB3BA3BACF8CDCD9E3BB06F6ABF1C066F55D2585CEE0900A3DE3D21CFC51236DB5A0A01D948698E28065EC11810E49B86CFFFCA967C499148893832AB2D1033B0588A2C167CAD324435410251BEA37830C04CC2353AE5CBA6F4E7CF907E11DD970FFDFEA272535739CA01896105800D8A45510F5972763DDE742692A976AE79B615FDF77452BC00F3473B6D4153D164844100BCE63772C23529B66687198172E4596E1292A0B07D5256759BA23B21609896EC1DF2FB57E9147775416DDFC829F5218C208DA0772791068441257BB53ED1928EC6225C48298E11869D5D4123931851A7E9C080667D4A62780BED02ABA15E4B188AA82E030CDB2E0EED900ACCF6D6C177E070C2D17AC231C08B501027D356D0B3C2D5A18140AD4DF39D8A0C363822C73634B8C3E9AE6F1DF67F7506844411C1580422E3ED9C405220B16F077B07711DB8277064431018E4D2749CD3A90DBD94639B618F3F14A856594D01C6B52600444C015B71ABFF983BA1D96E46E335C1F028C9C007EED12E76B44808924AC3B331F6333664B329D6593918AE07A8C2A69167520E7872A023287B8C876D4019A426D53114A8A6FB52BFC3FD1C285C15911ACC107895BEF99818544B51E6599C9F22C1C31F93400FE220E814FC143F6B6119C62911AB53AE0728551BE85F9A832581A85E77134C9464496AA3089C1F4797B23987DA9266BADA6E7014A18518C317941B04DCB3842A1624AF3F4800703E255CCB6D0E92E2884EF3DFACB4E02FD2406DC30A2098B9CB412C953D04FEAE4D1DA11E27E52D9D8C47ED0E1805DF25DA6A22ED21348D309CE39613E857D3786A676A9ED96282C95B9E3192324CF6A12D80ECAEF1251E527D2084D189DCE3A6ADF027A5977F708382783C39CAAC4E4B5BA04F902F949ED2613B2D652A7E5217BF86045541437B5A0C2AAEF76F954146CDE45B1B47D5BBA9A495824D6D8539F93AC248757388F8608126183562C8646EFB3705353923237DBA4BCA433A89AA6A5B373740FF38045D959E7F96AE0ED2229B15F9DBDAE3E1860660189B2C46E832540E50BAAAFDBB85212ACDE91C73AD3CEA36DF70A5C0B73952A5234FF9AE509DD8203162FB222BBD6F1AFBA35A36E9A9D0A0E05E679A4129B531DEDC3704F7324DC7C000C1CDCC4FD2F99F31B51090D48396938BE10204E8E4691A52AA437DE4FBE01AF2E57855D389FAB5950C148B3166AEC9C37F92AB52D6E7F76A44AECD418BA1264D11C1101D20E894994AA71268893C1929E87DADA4A99B50B290BA35E5AFA948F93BD5CEE7770D3AB88BA6D0081D934C05334D44CDF9727B10DC10F9E2AB8FEC5F19CC670589F5D7CAA6ACCCDFD0DF027422613BD0F0BB91A910A92D1AEBA43F06F01F474CBB03B6EBB49226FD1D80FF5802BC8D46F5880EA8E98F01640DC99E90A0D2DFB31646E8CAD002E8A1214C76232DBE12D82B13087CD0C0F54B03772D34674A89E348A191AADB9F9EA56E08AEE63053F1DED616DC4120789F585697BA18F7CD5E1316DFF00505E2EE2B3365D64783F4BB16C95DFE17F08E0925091626E8A9F4C27023C41B3EB7DDAA8E292A46F4D192DB084D2D54E13F912B41758FCEA3B342E471428C294251FE657B08320755AD2AAC4AE7DACB1B026E80A104ED685857003189599211BDCDA1673628E4F69491A945E775FB989F223A3CA0F9E6229BD742EFA8DD954ED5A2ED6F35BCD6164DDAD838C9B69471992F46F83BAE11668C931FAF05B9516C36484B4926D2ED74A321109C1B4DBB1957B74A778D5F9BD1988F9F1B0C2BCA514D56B0091AA75447EBECB2A8F953BD4DA6FCA4E3BC3624E8C2C89BA60DE9A59C911DD190C0510A1360D6787B837ED7AA9A5DAB958C07214A3B46E369F66B8BE5C7D1B5E9E5D75C1CBF09F6FA11F8C00943E0BD8366AFD644174F54A9EE048799EF2A6698E296F6EC51833605589C4C7A1ED76086A7019EC006B665C61832F9732EFF6180A52E1C7D302295BFCBF46DAC038C402E4223D677307E346E29382ABA922CAA313568374692503EB2D2EF26E48A9C9A123F4CD30D839DA2A64F93C9DD9BFE82A1CABDFC8FFF138687D55BA49FF6770C0FD56EBFE42F19BE24D9607104C92FF97306BA83FC24D1D6F653FFA0E1FBFF005C577941', '', 0, 0);
INSERT INTO contract (id, uid, version, created_at, changed_at, number, quote_id, customer_id, consultant_id, state, plan, whole_discount, total, subject, place, signed_on, reason, frozen, clauses, amendment_no, amended) VALUES (2, '5ec7043e92af49698a08c486f58256e0', 1, 1795226400000, 1795226400000, 'HT-2026-0002', NULL, 11, 3, 'draft', 'deposit_balance', 0, 0, '{}', '滨江路1号', NULL, '', NULL, '', 0, 0);
INSERT INTO contract (id, uid, version, created_at, changed_at, number, quote_id, customer_id, consultant_id, state, plan, whole_discount, total, subject, place, signed_on, reason, frozen, clauses, amendment_no, amended) VALUES (3, 'cf12e564ffef4482827767234ebb07cd', 7, 1795226400000, 1795226400000, 'HT-2026-0003', 6, 11, 3, 'cancelled', 'deposit_balance', 0, 18980000, '{"brand": "澜川", "built_on": "", "colour": "蓝", "delivery_date": "2036-12-01", "delivery_place": "本店", "emission_standard": "", "engine_number": "", "interior": "", "model": "V7", "quantity": "1", "seats": "", "vin": "LYH7V2A58TA000317"}', '', '2026-11-21', 'x', X'789CED7A6B6F1BD776F65F19B828DA028A21C9719C9C7EB293F7E004E825ED09CEC18BA23046E248624D917A39A415F72000258BBADF7C74BF5917CB122D5B7759A24849FE3187331C7ECA5FE8B3D6DA33DC43518E92B407ED8B068845EED9B3F7DAEBFAACFDF00F77FEBDE3F197FF70E7577FB863A712498B3EC4CD4EFCBDE37D58F60677DCC34BEF72EB4EC31D3312495AB68D076E31E71EAE7A67FB4DCEC4199E747524E2F4C2A78D8D9F34E1FFE6C6C6460CA7CCEF1EC7D39D2D5612CFBE68BA770FC38D7FFFB0F951A33C6F31E34FF0C4397BEDCCF457A64EBDF55135FAD86C6D4DA4E3293CFDACB9B9D9A0178C26FC87E7B1447BE2CEAFE2E9588C3E279E90C0986EF1ECBF68FAF5A7FFE7C11798D6619911DE189FDB128994FF191F3A71867FF9574C894622569C3E7FFF3D1E4453313A849CD73BD9AD4C679CC9416792840A8EF19B6F71BAE6CF3E8140F7306E47DBE356E47102ABDCE1F1A6A64F9A49CAAE98D96AC98EB6158BD1BBFFF2873B31B3C58AD191C7664A9763CEE45879FB00339E9AB1F435857FDF509D5FCE8D8BA6FD99D7B4A9CF76960F9C958C363B6CAFD0C2D3EFBDFD156D6AC884A1452F32EEE09998C89F1CB29C3ED93BD90ACB5B63C5EFA1FD96F4B31AAD94CE0F9C89B952A1A08BFE6EBB327F5C3ADD0BAFBFDF532A9E628BF25A8FAE952F1A9B1A9B9BF0A7F15EE383C646DAE963876DBAF7B9D1D47CEF53E3FE670F3EFF1115AEEC3A672F9D7CAFE8D2192D54663EB847C750EAE79FB356FD233DA6E8210FD364C7B3AEA46576B6B08795A78FDCD973DDD8A5FC78E97C0183C12BA5AB15776CEF4F99E1527ED7191B8752DC83174EF6D0F9E3A8B37489CFEEF18C93CDFF2933E24C0CBBCB434EF69846AE467EB818759673CEF9717977E84F991E6F60C7EDFB401FF6179DBD97A50FEBE5E95C79B1CF592D94D733A5FC30CD3F3894DD9DC9174AB6935D184364C3FAE5A53CADBF3CE60CAF7B7B1BE5B723EEF23B890D7A1D524D8E567ADE3B7B837FCAF492C7A75BFECD6A4D3D0E426A6D005B52545DF5571F872362AAA73CA4FB967BB5EC9CAD848DF27224EC55BF7B107AEECE1C54062674FB869D06FB17DE563696BDA1233DE8A6566AA7B92F4FC31BFDDDFFFDCD83DF353FBCFFF9B70F29F09BC2FB960B5BCEDE62A9B049AFCEBDD6DE6B6EBC8794D0FC49635812990A1F2BF79EEB4786520B73EC499DE613EB71BA8B55146871E64412716B229E9274274A32A007E4C2A89D7ADC958C52DA69FAFC8BCF29DA1AEE44A2B6CAA4F86276CA47FF31ED944AA4CC98FE0632579CF755550047AB0CBC906D23D15494735D79F70A8E107881733925078FA8636B99D0EE30A9AADC6F7EA009D0C8FF914ED42EA5CB05F7DD55CD2E4A4F4363A57C06EB978AF36E3EABED728F77B9D758DDE58B4F1FDCD3B679503D271DEB711C75804353DCDCDD9F70A74FB178F9DD3476AFAC9F3B63C7CE40C1C99E611C23F4EFD8DE0F174BCED9918C785757CEE0819CDACD144BC533E3B346E32F0D67721CA1A0C26862BF3C7DECED9F2167D252CB0567388783504199DE2B1757B1A333F1A2FC3A27E1226FC9E99CC2347D1061784D11D5197E599EEC9710825A3007EF7A276724E4F28E377EE60E9D3B03FD08338AC889513ADDE850D540D9E35261DCDB7E5559D8C41CF15867B30F6B920CD08F994C455B63AC9DAACBE9FB916D6266DAD61588358DAA8F1B483CE2C34824EA50FCAA2C838DC88EB3E795E58CB7D5E34E9FBBCBAB4AE0C23425ADF15548054363BC743E02BB3B2F86CBABAF9DFD73BC45D3CE4F4BE75B95950D91DF9D3DC0EB325F6992B7C38B55BDED8DBA8393C1B8FB2AE3AEBEFEE162F09BAFBEFEE16208D9546483E6DD931ED922101E9E50DE2CC82BDEDE81733923BBC8CA95C509BC5BDE2E8A976211A8DA5DBB406D42BAF5EDDB53FAB052FAB0E70E8D38FDA3F4F5F20312B0B77FE2CE23E56F6144D6A1529A3DA3EC9ECD559EE72A7F7CED8C2E883C95CC249C8104C8BE96BDCAEB7BDEDEA6B71EF21F785DA9F8DAD99E7687E64BC559AA18139398CCFE3047838502E9990F256A5493CFB7685FF61924C852F152CA2B3B068568D81B2A3BA30885B037F8B9EFB41A039753CEB2AF3BD1CEE6ACB7DD4BAAE9CF565E1FD0C9B363E5CB3DFA30305ACE8D207D430EA5D6A137A808727E772D0F0F08D2B22817114571357186D21978B93BBFEF4CA29866BC8113510D9961FC40B676C7564B179BC1BEA5FC58F9DD963B38EB0CAF7ACF2F9D8B5E279F1777D415EA8EFC11C7E5C155A5E2E55C8D195046DDE31C2CCA6E77A83C6F39A7DC7479B5B23089534BBC9147EECFE89643322D5F1ED5AC89A5F02F4C85B38B32B1BBB7DD43D13B7CEAF4BF2F1506218CCC4786529BFA93713A3A141F9F5E7931539E7D5F2A8E11AE389E71873EB82359EFE455A958BC66E652F115B24DA93002AFAB31B3E885BD464F4BF0F1CAC21B68B67C7102A80A9D96178A7058E805455DE9B4F84A3228562DE5A7F001FF2214F008890AD0A4B29045C420DD968B53E5BD39B2FDE6622593710E5E78EBAF757D79EFFBDCD985CAE52462A594F733F7E001A14E3D652EE78CFB4629BF83D82A5D2E234FC0068809285AD233D67496D66435E80BAB41F252BE58DE5BA7109CE384B4B4E6144FBDFD7D39055CBC32774278A8305D592FE051753BC416A0D8DCA9242D25306BC6C9BE7326F2E4790B6FCADB63947554E62EB82FFBE031EA5C033BD8BD92197247DE04CB92605773B0B460B240D56A05A8FAE80AA1820396F20594178A9395F57AE1EB0E650014DD95E70899CAAB712C53CFBAAA0C69050E2AD6EB8044B94A9BFE92DEE53B64C27271411691C3AB39FB3D883C728E9E5D67F3107A94CDC927FCB41C048D3866F5D1E478A01DFFD192FA3AB7E6EEBE82B3C3FF30074590EBDDAA243DB116145A83CDBCF767350BEA291DCA45EA5362AFBC760B9394D28F67481E9861779E0ADCF07B77F802C74162730E7AC800EFDE95F243C8AE309E73B1066D38836FA8303DCF3A971B9239DCA37552D4F28E38079E22BEDC992CBD5E3C4181A8D69790CD242B97CE8780BCEB156072BAAD5E448FAC2BA2938AFDD45A9E5E2D15B6FD1AD9839CE065E6A80E15CF50ABE089551B204BB0282477FF7B75E6AB3944AD33311BE4582ACC9BB304E74FCE11BEA10A5498A6F0BA5A2A2FA390BFA4448D5C3773429339C824D66112813894DB359B85C1D06B776E9B0C79B9E78E6D0428412C248F48D1872FA972BF5EE4D05CBBAE5FB2131B0C8AA6A79C81499E0F2BE5B76B70262ABDC8A5F9716FBFAF747100E7C6A9A582E858AA323006B42173AED7452C56D8926C5ACF4895CC15211AC9EFBE63AAC1F311F14A284229F1EC48B443E074EEB5D178B7F13EF0A53BBD4F408A77021C87E4B280779AF53E0C184DF70D4CD6AB978A4B467C62395DBF6A77DEE82322C908F6AB6CACFC6C795464DF208F4A2D5A1597C27CBD1213663CEC85833268ED71974EE019E4640313A811E4D09C0FF52DAA755162F75DC1DB1FF4D6B145C1B7EE56FD8A08E8B0B4460130B1EF0ECF39C34BAAA01EBEC6EBEA5D20D6CB43676ACC1B7DEE2C9D5081CF8E616B598484BFEC0F8A4225B3182059F27B8E1372E5F9F13A413F8FC3914FF251C22E15A8495A306448725894B7D35E206AAC25E85AD6D05D1847C52B4E7EAB7C314B37278B7DCEC64BE88EB0E53AC067D6199BF0F6F6C86098B63B575E9A4588F0FAE35A1F7146970DB4FB903B3308BD04CAF2CDBC23212E59973C0C26B9C1C65E66346849AA757462D4C98C791FA6BD0FF3D27B2A580E60BCB1024040E3D95340DC205474CFAEA90B64C2FE31A99D4A1BBCA6D1D4D880CEF06E63A3E1649F930A0B83B236DF6884967787D8A3CE8E04A510A89AA6C60590866280F320F4E4BFBE243B4824843AC566EA14293B3FCF3983FD145F1B7D2A1506AD18EBF27A6347295BF34682AD62D5B10967A65F12568D3A450C6E297ECE71747D935B6532D4FE0EECA8F86267111F0C3286F1A0166E01417967FB84E2965E5ECF9B27B9CAC004DD7D718F14F673F1193585B33E4FAC0D7E92EF645B428E70E4D2A5B3772AF761DE761F35B913C3D252E88D983BB48D30A6109541E4AD811DE9D6A5710B8EE4EDAD038C06604E2603CEFF70B128F731E8259D7154E053888A09682A8D7B9F911ADCE541EEEEA6CBCF77BDFE65E30B6D149BD3F9B8E6978A3B46F3A7D567CA5AC36BDEAB6C65015639359A9A83C7BDFA03127A6F085FEB8B4B88A400ECE5AC4C90FB08E0E0AF844061C9757472E7B45A660D4D3241167E4A8EB69C93D306B90D7E4D0574624E725EE0C58112D93DE79CAD5C7963EC7A4F91DF21713EACBB3DFB752F128A5982AF9C5D832441CAD0FA0BD85FDA0AB23FE74FC05D38AABA97CC8C4A6FAD0084B6A1885E2E4EF8B79CA36EDF44806FD0EE2367C05F04C7510AE1C5AFF7D6F0236472E0BECA7C56F920320DCC15DA8B739556B09CC135C48B5CCE52448B577EC856D68B38170A53A0CAEB5A2B0C21C810704EFF71586BC811D59CCC012C7343093F4BA54E1284DEBFA2F3714F0711E75E265B2E02F40D780754982973F16472501E8182C42FB87F2B96E0AC7C81A3FAE0C917A14AB47C80B843EFE45DCDA2D233042BC84575656183201EDC731F425EF8EE49025334CD9D8831DCD321446B7010B431844E8ADBE5E2AE78C63505210C9CC1851B0A24DDB25D4C10342F5E5661C8D07629BF29237E1B80918C8C5040B1EEF412180417B48C9A27D24B00521C69B5D39DDFAF966782D37D505F605B55DE90770F0E253793A235EC48AB7172959323893A0305B92AAA42A1B323789FB75F8497D185E0F62B510ADDE0C5E3D677F56F8C9356A7997C2274542C1A57B77CEAEA55BF44B6BBAC5699968E4753F2E9FFA5CD38567CC6D7B6F2E067DC33DBE9969AAB661AEDEE48C4ACC7E197BBBA9289A7664C64B45356175326D4B01311A72EA57717DC5E3E5922A6683693C525EF50EF387BEBA89DD5772A6FE79103A0B4EBAFF15DB5D1D8FC2B457AA9154A178B7084EA0AD4A38FBC2E155EDC7A05BC1E92A19EC4FF2A34A2994A27D930F070E264BFFDFDFF72B23A275B1CF68ECEBCE35708AFF249DF7F01273BBBA738D9DCE1AD38D9F787C41C9CE5BC85D5FF0266B6B254F4DEE882DCC8CC566647DCC1D35B32B34EFE382CEFAD985968FEB6CCECEE10019385D5F2C6C5ED99D96B87FD6FC3CC7A83037598D9A945143602545CD58521ADCC2D7B5B1348EC7417B1FCCE9DBDD049D8CAFA3CA6793B6BCEFE9690B074B93834509F7E3DBE80C6C5E983C509E68C2C78B9DE807E4518DC8E7ECD2DD0950702E862E917D0AF24CCCB918FD1AFF98FD2AFD8BFF0B6B23EF123F42B4FBBE6403FC2C09EF4A95BBEE2F0AD19581C67F9A0527CF9D318D8E2F09F9D8185CDEB30B00797180F1CA13C73FA0B19D8CAE67C7D06167AFA3330B0BBFD748FBF0624758C84463E1E30B0538B3A035BE9995647CE5F3ACFCF15FD7A355A854857730417DE8EC83A144CC5E1F2C2455DBED51D18527C2BB6E64554085E6D11BCE298A9F2AD477969CBCB6347C44A0DF40342E395CA122F88C4E09B83E275F642D01CF0A3F8A7ACF951BE55DBAF5E9B84356FC5B7F2323ADF2A64AB488B235372D2C8D6806945E3294C6B29BF4557B0483C2B1B22FCCF215B77366AC956168CD47E392DBBD492ADFC4AF9245319ED0B93AD3932A290ADBC88225B7787F806ADC7B72FF1ADCE5281DBFCE12ADFBAB38369380E77E4B494E25B278615DFFAE240F85688447CEB5AD6CBCD2BBE15FB6E14BC9DB15ABE15ADE3F6B4979B13B2B5B2466A17B29506D1FB0C0CC9A1641A76A7BB0876156438F404522BAF5F8BF0F92A6FE6EAD2AC48700BBD81AF23EC9DB513D19AD20B719D19BE47D8F65EAD08DDE9F42E68342BCB210AF569561C9B1CFA604C4FBFB4C8C58C3B352E5F510A03FFBECEB4920126AE647777123B9E055BD730ADE59903279F175F0C54E98EFCB1FC7E06BA831E99FED9A2C1D98B1A0394F2C35EAE58C3B4629AF251615A71F08519615ACB331B21A6F5E05231ADDA9A01D32A23A252225BB74628744732EE714FF522F9404D28F7ADA3FACBA9691A13ACDC272B8ED53B5AF38EDED563579107885D5DCBDEC0AEC259F42444B71F8B3BE4E3C01339A28CA023E255178A7052A5C7805D451A3B18A41BC583416157210D30476571090017A9B4FC7EB2965D7DB51C62578F07985D1DAEB2AB587310363BD61324A5A2FB86931991EB3E67F30DF45EC9A81F0ED01D26AF53C3ABBA6FD0EE2F13871450AB3B9B2A2D2DF45666A72A6BFD3AA94A3134768C47B5A4EAE24E95545DDC29E7F6085D497A7EB3EA6E8FE8A42A3E577AF2EED4401D52959156A061B5824FAAC27D711C9CAEDCCBD42A626F63E523D4EABB61C448652387C53E4AAD06C58BA8552DE54B64AB24E92F89A4E75D0E11DBAF53AB32679F428DAEA28A5967F390D43A7688CDEB52ABF047776ABAFAE86AB4AA23F54851ABE4DABBAFE0E635D4AAA438B116A9350CBA746A5516ACA5567787D461AFFA756A95B6FB1152F53DF4E00CBEA19B98E759C48E64087AD167FCF0A8CAA89EEED245715044C257469C80CB576F00A6EB965854C7A945448C625445E2F391208BD2EFC38A6BD7195598931855BAC052AAA7B4C0A25499E06B8C2A944857699BB398EC1D156B185512266054F7B7024695267378497CF322F3FC938A2DDD54358CAA37384CA61A9E87BA0328A00C238FA0E5C37701A35A57BF358C2AD209E6D3492F0F2A6307C4A8629DE31E0482F7668618D5855E9FECA9422545A7F284EB16EA99C181903B7F944ED59CF167D1A9B2530D7D59E91957F4654D890A8845BC731397FA1179AA5CEAFAD8CF164615A17AC288A7EA455AD77BF51440D6352CEAC4127DC82FA116C0892181CEA27293B91470B8DE9B49F75D41A250560E28D46AC1BB469E0225E8FCA9723E80D0ECA973795859FD50DEEF73D0DF66B71585CAC6170A35280142A10A442547170A5501C05A0CB5378C939113DE48A15212E61E0A99503101EB73550A5516D07C96F8D3834B8046B9F2A164BBF1125A23ACF86A99EF80A7BDDD0332D2E914CD9C1CF3A6468842BD1AD5AD42B0F3A3FCA90AE8803CBDD1AEEAB638E419C36B429E567AFBA46D54301B28777D0CF51EE31F214F6B32BF224FB9462ACFE6356F204FB1F6C7C85306210498A649798A6DE494070DF9AF2FC90EE2FAA13E8FC9534AC47C9F4E74CCDAA40ABAB7B355E6F45A8B769D3955F644FDE99BA8D1A2ECCE6DC1CF3985AEE67A9C293988389DCE99D68028AA07E32A9F909C1713C18235BF1398EAF18E77E8868A7B9E1AFE54BA019E22399E4AD3B5B027FEF428578D37EA6187A87B3D9E291537834641EFAA04950AEF47834C9E4AAF2D5D58958DCC0DEAE4A94CAE92A7D42E0D12102CAEC953459E421F55F2B4FFB07CB240E469304A090487CBCDA3BC3B0B39224F83671A79BA22E88DC853FF71AFFEC0274F57EA8B5B2800F45123F3EA65953CE5AF8434ABE4E90A801AA5372CC24F559567FE14470A129BCE9F22E1058E1CE8B1CA9F6E2E5C377506E5B72035BFEEEFC09E6709A36AFC29D7851EBD8380A348CB10E24FAF46D5C562983FD53754FCE9E9545DFE5496420640F2106C1F60B79A7619AE84344EFCE9ECA1CE9F86F7E274E5D729677027449EF2052B91A76B83429E067ABCA6B2F2E02EA20D91E71ED68446409E5272E1485673F56CAFC8D369459E167C994E0711ED98C93175E62CCF57DE4E7B3B1F7CFE745AF1A73C22FCA9DFA1151579CA9473A80005CCE9651F2018B992CE99E64EBC9CBA721139298866A774CE54C6E97E66638538D3F38B7261F4239CE9D0C00D15B12E67EAAC9E950AA33A674A231A67AA30B556F33EC699227CB47A495116EC8E849ACFD4254C2531534ED0D0212D2584291F5B7E112D773D21C274F6D0DBCBD09556E11684295FF0FE7F4198BE1DF98984E9FE9B5F4898BACBCFE105BF88303DB844D9FEE984297186FFCB968A17FFCEEAA0AB65E3B766CCB28D2F13F154D26C4DFDE733A65F263ABBCCF83383957D0BC6F45BF33B4389704BBEF4A132D86D08D36FD884B7E04B1F91D16E41953E5416FC895CE9231EF9319EF4EBAFEAA8E2E32469ED016FE648EBA8ED3F9124FD3A6E9073272366BCD532BAA3A90E23D56119ADD1A7D198D19A885886198F18098C258D98D96DE3A9993290A562CF1AF851346E58C89131A4C80623D1466F479346A23B6EB4252D5A3116F3E7B5271211A3CDC41E0DC6376632F5CC7868E8FEC5F3E4C1232310D830DB6921D336DA12B158022224E22CA38D88A01D4DE3A98A117A3F69C5CC9415316C2BF91459DABE5B8743FD166FABB8BA81427D94C45A1F6750FF1ECA89DD4CA0FE935F376EA250BF4CC41269DD636AC9D3DF7DFD0FB7E64C7F03713F493C0D79E00D6CE9379C066E4D9356F5F4E7E549BFB2BA1276345543612AD347CC67F81BB58D56950F0D7C96C4F74B58D347668CC2A066CF2E33CAEEDB861C1FECDE62B5A13A191D9ADE7F398DEA07457BF42972BD095F6EB5A25D29387ED2B0B0C933A3CB7CD6091BDC35FE91C295D952893983156AB02120950D01ADB82CF0D48A340461D509D94DFB092F49AFF9A163737989C69F26B000C58C2F0B9DD00E4DA5E32206B18FBF28EDC75AEAA6E400534015778DDF236720268D58C28CD3208E6908BC21816845FA1CB5A1658E6964B9D6A84D5F213C025DB2CCDD1BF9D5AFAC5894941246BFBEDC11791A163D950864C62E1AF90AB1250EEEE2D52E9EC2892E6E5938BD1997041841663152A89DB2AA0C2A4FA001CE54C896714B72238DC5AD6E790F1A50CFE14BDD497857BC9D14FD48DE57F23E0B3263AB994C466193443AA594657D124C8AC609AB92831A7FFDCD575FFF4D8381E399F1F0694904BB8332A67F687AAABD0AF740E62721287F90E464DA54A2DDE29305D5205810724653883A0BF6688BB6D2B1E07E08161CA1932B80F2A006A31BE223032252008A6256AA01AE17479D80E5138998CDC29908A827D633FB6F0DCB6CED200DC1B7E134113FC507E76DEDB05A9F50AAA9BAA6F87287F9D40AC9D88A2281E3618D966781E1BAE008893884EA48901E6D6C43F14556404A33CC74AA23918CDA266B85AB159018656F2392684D53C4A18E841AAFAFAB5A6C79C602F85041F3C587A96A82086CC047114359DFE1B4D14492D4E67F42318D76D18E505814366D173B46535627525C1A2111A5F0A1B156826C380DAF856AC18356BC1D2D8EC223BE09B54C490AFC9A5346927D326276620F2C6844A26D6D18A4C096A22E7218C81426741D6B4BC7F9C0E16492B4DA705CDD040DF406E534087DB32145345362032AECC6BB1D81F377A56120BC9E8CB677B0C8BF457247C0DCB418B96014485A3250AB49290410806CABD9E0AEF1750A16B52417012958A66D057BB625139D462C6AB64409CC70868C586D30B2023D5815AFD5F8C16F15CCF00FCA5EF057B6F1C8EA80C6C2EE2009D1571E549B4CDB293BD89F1582E84C27A908214ECCEF68DD24046DC71993A628DF4E77DA9A97AB44DEC9C1899D6484FC9ED465C56CF11F7A6A5B29081DF11D16CE8078F48B8CAD277D40A2CE684A1C8BB230853AA7699211CE71DFE84E249FD006A88536E500A93434425E8978B7AAA113E442169D6B03E767784FABC92243A24E4AFDB460F0168EC121EC872724A380F1CB512ADAA9D26C2035C962275848CA9ABC859E30E0EE0C4A51065A3B1209DB12755B08BB568E515A2D861DC8558242E2FB0BA1A32AF08C585D569C1315903609AE594ED53C0A1C7482B69DA0445EE338DFD25FDEF09FA3F693B0A3C8B32ED3B629B8AB35ABBBC38ADF5CECB902FBAAF6D361F054058DC5E99E0030F2DD13B25C2C61B3AE2511908ED4C9E1C5C02B68038278D3F0F95FD9122F291229114764B50562061A4B91C682B75584A8224820CA37143706E8493847A77CD9D4F9F935845F44B7E543BFBEA8D8D48F1C658744B302C0868345910F5972363D9E742692A976CE79B615FDF77452AC00F5473B6D4153D164844100ACE61772C23529D6668719C1E1C8B25C242440A1FBA4CCEA36E5EC8480A15AD277C8EE5FA5535CD505B57D23BBD48730823482DA9D4418100695E8D5EA444B3A1A8B7022253F861B767605854C7C44EDA60303EAF52988612D940BCCC6F15AC25044551960D8763168876460D6B70EBE0383138ED6038E015E849C3899B6829A15CE0E0D046A6DEAEF9467B0C2E139B6A1C11D0E777DE9B0FDAB3D20248A08C62210196FE700920489753BD83AF0EBC03C81211B02C72093A6E31C4E6DA8A5ECDB0C7BFCA64095CA6A0830AE350120620AD88A59FD61AE8466BB198DD738C3A324031F9847BBD8D13C21082A0DCFC6D8CE5890D5A658676560981EA00A8B469E493AE0CE81B6A0E8311EB60165D031298F214135DD97FC1DAEE740E12A89D46086C0AAF4CEC7C4A05C8A34CFE2FC14091EFE9804BA13074EA7E0A7D85973CB304E89589D723D40A1DA407FA90F9600A27CDD4D30518225A9B522307E1C55CAE6186A4B9AE96AB9C1568416620C5F906EE070CF122A5990BC7E2301C0F994702D9739488A2D3ACD7FB3D282BFE8046A193E009C99AB1CC452D143E0EF5AD711AA7192DED2C978D4EE8052F05EA2ADC6D31EE2A41186735C7282F3D5149EDA9E9A7BB69860F296678CA40C936D680B20BB6B7C8941CA0F84303A117B5CB415FEA4F0F2376E50108F3B47E9D5696A0BCE13C40B85A754D84E4BA98A47EAE2D790A0CA69684D8B41C5F5FAAD22C8A8E97C6BFDA87A3795B452D0A9AD30275F4718A96E76111F2C5007A35A0CE9CC6DFFA6A02666A4A54F77497A482791556DEBE602E86F07A7ABD2F3CFD2D5465A64B3227F5BBB3DCCD0000C6393C6085D86D2015257B57EB73044A53E9D7DAE955BDDE61BAE14F83647B274E429DF15AA1D1BC4476C5F6475EE9BDAFEA8164D7A283428B8D79966504A658C17F715C1B54C3B63A080E066E6279DF99FD1B51090D49D96838BE10204E8E46E1A52AA4D7DE4FBE01AF2657F55DD89FADA4A0A8AC51833D7C4E13FC955299FE7F7AA45AE8D418BA126751141131D20E894994AA7122889DC1929E87D2DA5A99B50D290BA35E5B72949F92BD5F6E7770DDAB88BBAD0086D934C053D4D44F5F9727B10DC10F9E2AB97EC5F19CC670581F5D74AA77C98BFA1DF027422603B50F0BB11A910A92D1AEBA41F03F8C311D3EE80EE3AADA449BF03F087C5C1DBA8558FE8809A7E0C207348F6843895FE9C4F6184AE0C2D801E6AC264353AC557027BA503810D1A387F69E0AE85FA4C4971EC29D45275FBDDB3E40DC1D5EC66CADFDBDA823B0838EF13CBEA5217E3BEDA6BDCE21BBEA080DF7D65A6CCFA6890BE6B9EDCE5BF01EB983824C1C2048D4A2D0C17423CE17DDBAD6A9BA27C446F2DB98C50D74219FE13B91254F7E8DC3A2B441E27C4982214E55FB687207390D5AAC2AA70AEBDBC21E006184AD08E9A75051093E82519D1DBEC7A6683426E4F19995AB45FB78FF9C9A3C30D9AAF2ED2792DF48EDA5DE9542DDAFE56C36B6DD1A48D8593AC4B6997F96284DFE31C61C638F8F158901BF9668394946422DD4E371A02C1B9D0B49B7175AB74D7F8B5198DF9F8B9C1B0A2ECD5A4059BA0714A55B4CE2E8B8A3FE5DB64CA0F3A8E6B439C2E8CBCA9DB905ACA11D9110D091C253701668DB737E877ADAAD8B55AC978E0A2B462349E66BBB658BE1F5DEB5E7ECDC9F19B60AD1F810F1C3004DE3BA8F76A4D74714795EA4EB09BF9A66286296E69638F1AB42EC0E260D2E3B806333C0DF00416B02D33C690C9EF73F9870196BA70F4C18864FE2ED3D7B10E3002B9088D58DF41F9D1B8A5E0A89C95645185A941BB319280F291957E372157E4549478304D370C768A8A3E7526776FFA0543957BF91FFF138687D55BA49FF63B86876AB55FF24B862F4936681C4EF24B7ECE4077909F24DADA7EEA0F1ABEFF0FC9E07947', '', 2, -1);
INSERT INTO contract (id, uid, version, created_at, changed_at, number, quote_id, customer_id, consultant_id, state, plan, whole_discount, total, subject, place, signed_on, reason, frozen, clauses, amendment_no, amended) VALUES (4, 'ec1ae43be25842738564ec6603909d1e', 5, 1793412000000, 1793412000000, 'HT-2026-0004', 7, 12, 3, 'signed', 'deposit_balance', 0, 18980000, '{"brand": "澜川", "built_on": "", "colour": "蓝", "delivery_date": "2036-12-01", "delivery_place": "本店", "emission_standard": "", "engine_number": "", "interior": "", "model": "V7", "quantity": "1", "seats": "", "vin": "LYH7V2A58TA000317"}', '', '2026-10-31', '', X'789CED5AFB6F1B5776FE57062E8AB6806C48721C27DB9FECA48B0DD047BA1BECA2280A63248E24D614A972482BEE2200258B7ABFBC7ABFAC87658996AD97254B1429C97FCC7286C39FF22FF43BE7DC19DEA1284749B68BB6688058E49D3BF79E7B9EDFB91F7F7FEB3F3B1E7DF18FB77EF1FB5B762A91B4E843DCECC4DF5BDE87656F70C73DBCF02EB66E35DC322391A465DB78E01673EEE1AA77BADFE44C9CE2495747224E2F7CD2D878BB09FF373736366238657EFB289EEE6CB19278F679D3DDBB186EFC8707CD0F1BE5798B197F8C27CEE92B67A6BF3275E2AD8FAAD147666B6B221D4FE1E9A7CDCDCD06BD6034E13F3C8F25DA13B77E114FC762F439F19804C6748B67FF45D32F3FF9BBFB9F635A87654678637C6E4B2452FE677CE8C419FEF5DF30251A895871FAFCDD7778104DC5E810725EEF78B7329D7126079D49122A38C6AFBEC1E99A3FBD0D813EC1B81D6D8F5B914709AC728BC79B1A6FDF2529BB6266AB253BDA562C46EFFEEBEF6FC5CC162B46471E9B295D8C399363E5ED03CC7862C6D25714FE5D43757E39372E9AF6675ED1A63EDB593E705632DAECB0BD420B4FBFF7F657B4A9211386163DCFB883A762227F72C872FA64EF782B2C6F8D15BF83F65BD24F6BB4523A3B7026E64A85822EFADBEDCAFC51E9642FBCFE7E4FA978822DCA6B3DBA563E6F6C6A6C6EC29FC6BB8DF71B1B69A78F1DB6E9EE674653F3DD4F8C7B9FDEFFEC0754B8B2EB9CBE70F2BDA24B67B45099F9E0BE3B82523FFB8CB5EA1FE911450F7998263B9E75252DB3B3853DAC3CFDCE9D3DD38D5DCA8F97CE163018BC52BA5C71C7F6FE98192EE5779DB17128C53D78EE640F9D3F8C3A4B17F8EC1ECD38D9FC1F3323CEC4B0BB3CE4648F68E472E4FBF3516739E79C1D957787FE98E9F10676DCBE0FF4617FD1D97B51FAB05E9ECE9517FB9CD542793D53CA0FD3FC8343D9DD997CAE643BDE85314436AC5F5ECAD3FACB63CEF0BAB7B7517E33E22EBF95D8A0D721D5E468A5E7BDB337F8C74C2F797CBAE5DFADD6D4A320A4D606B02545D5657FF5713822A67ACA43BA6FB997CBCEE94AD8282F46C25EF5DBFBA1E7EECC41656042B76FD869B07FE14D6563D91B7AA707DDD44AED34F7C54978A3BFFF975FDDFF6DF3837B9F7DF3003E7CB729BC6FB9B0E5EC2D960A9BF4EADC2BEDBDE6C6BB4809CDB71BC392C854F858B9F74C3F32945A98634FEA341F5B8FD25DACA2408B33C792885B13F194A43B5192013D201746EDD4A3AE6494D24ED3679F7F46D1D6702B12B55526C517B3533EFA8F69A7542265C6F43790B9E2BCAFAA02385A65E0B96C1B89A6A29CEBCABB977084C00B9C8B293978441D5BCB8476874955E55EF37D4D8046FE8F74A276295D2CB86F2F6B76517A1A1A2BE53358BF549C77F3596D17526ED3EDBB8DD55D3EFFE4FE5D6D9BFBD573D2B11EC551073834C5CDDDFD0977FA048B97DF4E63F7CAFA993376E40C149CEC29C63142FF8EED7D7FBEE49CBE9311EFF2D2193C9053BB9962A9786A7CDA68FCA5E14C8E231454184DEC97A78FBCFD53E44C5A6AB9E00CE770102A28D37BE5E22A7674269E975FE5245CE42D399D5398A60F220CAF29A23AC32FCA93FD1242500BE6E05DEFF894845CDEF1C64FDDA13367A01F61461139314AA71B1DAA1A287B542A8C7BDB2F2B0B9B98231EEB6CF6614D9201FA3193A9686B8CB55375397D3FB24DCC4CDBBA02B1A651F5710389477C1889441D8A5F9565B011D971F6ACB29CF1B67ADCE933777955095C98A6A435BE0AA960688C97CE466077E7F97079F595B37F86B768DAD949E96CABB2B221F2BBB307785DE62B4DF27678B1AAB7BD5177703218775F66DCD557DF9F0F7EFDE557DF9F0F219B8A6CD0BC7BDC235B04C2C313CA9B0579C5DB3B702E66641759B9B2388177CBDB45F1522C0255BB6BE7A84D48B7BE7D7B4A1F564A1FF6DCA111A77F94BE5E7C4002F6F68FDD79A4FC2D8CC83A544AB3A794DDB3B9CAB35CE50FAF9CD10591A7929984339000D957B257797DCFDBDBF4D643FE03AF2B155F39DBD3EED07CA9384B1563621293D91FE668B050203DF3A1448D6AF2D916EDCB3E8304592A5E487965C7A0100D7B43656714A110F6063FF79D5463E062CA59F67527DAD99CF5B67B4935FDD9CAAB033A7976AC7CB1471F0646CBB911A46FC8A1D43AF41A1541CEEFAEE5E101415A16E522A228AE264E513A032F77E7F79D4914D38C37702CAA21338C1FC8D6EED86AE97C33D8B7941F2BBFDD7207679DE155EFD98573DEEBE4F3E28EBA42DD913FE0B83CB8AA54BC9CAB3103CAA87B948345D9ED0E95E72DE7949B2EAF561626716A8937F2C8FD19DD7248A6E58B77356B6229FC0B53E1ECA24CECEE6DF750F40E9F38FDEF4B85410823F391A1D4A6FE649C8E0EC5C7A7579ECF9467DF978A63842B8E66DCA10FEE48D63B7E592A16AF98B9547C896C532A8CC0EB6ACC2C7A61AFD1D3127CBCB2F01A9A2D9F1F03AA42A7E585221C167A4151573A2DBE940C8A554BF9297CC0BF08053C42A20234A92C64113148B7E5E254796F8E6CBFB958C9649C83E7DEFA2B5D5FDEFB3E7776A17231895829E5FDCC3D7840A8534F99CB39E39E51CAEF20B64A17CBC813B00162028A96F48C359DA535590DFAC26A90BC942F96F7D62904E738212DAD39C5136F7F5F4E0117AFCC1D131E2A4C57D60B7854DD0EB10528367722494B09CC9A71B26F9D893C79DEC2EBF2F618651D95B90BEE8B3E788C3AD7C00E76AF6486DC91D7C1B224D8E51C2C2D982C50B55A01AA7E778950C1014BF902CA0BC5C9CA7ABDF0758732008AEECA33844CE5E53896A9675D5586B4020715EB7540A25CA54D7F49EFE22D3261B9B8208BC8E1D59CFD1E441E3947CFAEB379083DCAE6E4137E5A0E82461CB3FA68723CD08EFF68497D9D5B73775FC2D9E17F988322C8F56E55929E580B0AADC166DEFBD39A05F5940EE522F529B1575EB985494AE94733240FCCB03B4F056EF8BD3B7C8EE320B139073D6480B76F4BF921645718CF395F83369CC1D754989E659D8B0DC91CEEBB7552D4F28E38079E22BEDC992CBD5E3C4681A8D69790CD242B97CE8680BCEB156072BAAD5E448FAC2BA2938AFDD45A9E5E2D15B6FD1AD9839CE065E6A80E154F51ABE089551B204BB0282477FF7B75E6CB3944AD33311BE4582ACC9BB304E78FCF10BEA10A5498A6F0BA5C2A2FA390BFA0448D5C37734C9339C824D66112813894DB359B85C1D02B776E9B0C79B1E78E6D0428412C248F48D1872FA872BF5AE4D05CBBAA5FB2131B0C8AA6A79C81499E0F2BE5376B70262ABDC8A5F9716FBFAF747E00E7C6A9A582E858AA323006B42173AED6452C56D8926C5ACF4895CC25211AC9EFBE63AAC1B311F14A284229F1F49D6887C0E9DC2BA3F14EE33DE04B777A9F8014EF04380EC96501EF24EB7D18309AEE1998AC572F15978CF8C472BA7ED5EEBCD147449211EC57D958F9C9F2A8C8BE461E955AB42A2E85F96A2526CC78D80B0765D0DAE32E1DC333C8C906265023C8A1391FEA5B54EBA2C4EEDB82B73FE8AD638B826FDDADFA1511D061698D026062DF1D9E73869754413D7C85D7D5BB40AC1787CED49837FACC593AA6029F1DC3D6B208097FD11F14854A663140B2E4F71C27E4CAF3E375827E1E87239FE4A3845D2A5093B460C890E4B0286F27BD40D4584BD0B5ACA1BB308E8A579CFC56F97C966E4E16FB9C8D17D01D61CB7580CFAC3336E1EDED91C1306D77AEBC348B10E1F5C7B53EE2942E1B68F7217766107A0994E59B7947425CB22E79184C728D8DBDCC68D09254EBE8C4A89319F33E4C7B1FE6A5F754B01CC07863058080C6B32780B841A8E89E5D5317C884FD63523B9536784DA3A9B1019DE19DC646C3C93E23151606656DBED1082DEF0EB1479DBE139442A06A9A1A17401A8A01CE83D093FFFA92EC209110EA149BA953A4ECFC2CE70CF6537C6DF4A95418B462ACCBAB8D1DA56CCD1B09B68A55C7269C997E495835EA1431B8A5F829C7D1F54D6E95C950FB3BB0A3E28B9D457C30C818C6FD5AB80504E59DEE138A5B7A71356F1EE72A031374F7C53D52D8CFC567D414CEFA3CB136F849BEE36D0939C2914B17CEDE89DC8779DB7DD4E44E0C4B4BA13762EED036C29842540691B70676A45B97C62D3892B7B70E301A8039990C38FFFDF9A2DCC7A09774C651814F202A26A0A934EE7E4A6A709707B9BB9B2E3FDBF5FA978DCFB5516C4EE7E39A5F2AEE18CD9F549F296B0DAF792FB3950558E5C4686A0E1EF7EA0F48E8BD217CAD2F2E219202B097B33241EE238083BF12028525D7D1C99DD16A993534C90459F82939DA724E4E1BE436F83515D08939C9798117074A64F79C73B672E58DB1AB3D457E87C4F9B0EEF6ECD7BD48286609BE72760D92042943EB2F607F692BC8FE9C3F0177E1A8EA5E32332ABDB50210DA86227AB938E1DF728EBA7D1301BE41BB8F9C017F111C47298417BFDA5BC38F90C981FB2AF359E583C8343057682FCE555AC17206D7102F72394B112D5EF9215B592FE25C284C812AAF6AAD30842043C039FD4761AD214754733207B0CC0D25FC2C953A49107AFF8ACEC73D19449C7B996CB908D037E01D5061A6CCC593C94179040A12BFE0FEAD5882B3F2058EEA83279F872AD1F201E20EBD9377398B4ACF10AC2017D595850D827870CF7D0879EEBB27094CD134772CC6704F8610ADC141D0C6103A296E978BBBE21957148430700617AE299074CB763E41D0BC7851852143DBA5FCA68CF86D004632324201C5BAD34B60105CD0326A9E482F014871A4D54E777EBF5A9E094EF7417D816D557943DE3D3894DC4C8AD6B023ADC6C9554E8E24EA0C14E4AAA80A854EDFC1FBBCFD22BC8C2E04B75F8A52E8062F1EB7BEAD7F639CB43ACDE463A1A362D1B8BAE55357AFFA25B2DD65B5CAB4743C9A924FFF9136E358F1295FDBCA839F70CF6CA75B6AAE9A69B4BB2311B31E855FEEEA4A269E983191D14E595D4C9950C34E449CBA94DE5D707BF9648998A2D94C1697BC43BDE3ECADA37656DFA9BC99470E80D2AEBEC677D54663F32F14E9A556289D2FC211AA2B508F3EF2AA54787EE315F07A48867A12FF9BD088662A9D64C3C0C38993FDE677FFCFC9EA9C6C71D87B77EA1DBD4478958FFBFE1B38D9D93DC5C9E60E6FC4C9BE3F24E6E034E72DACFE3730B395A5A2F75A17E45A66B6323BE20E9EDC909975F24761796FC4CC42F3376566778708982CAC9637CE6FCECC5E39ECFF1866D61B1CA8C3CC4E2DA2B011A0E2AA2E0C69656ED9DB9A4062A7BB88E5B7EEECB94EC256D6E731CDDB5973F6B78484A5CBC5A181FAF4EBD139342E4E1F2C4E306764C1CBF506F42BC2E066F46B6E81AE3C1040E74B3F837E25615E8C7C8C7ECD7F947EC5FE853795F5891FA05F79DA1507FA0106F6B84FDDF215876FCCC0E238CB0795E28B1FC7C01687FFEC0C2C6C5E87813DB8C078E008E599939FC9C05636E7EB33B0D0D39F8181DDEDA77BFC3520A9232434F2F180819D5AD419D84ACFB43A72FEC27976A6E8D7CBD12A44BA9C23B8F06644D6A1602A0E9717CEEBF2ADEEC090E25BB1352FA242F0728BE015C74C956F7D9797B6BC3CF68E58A9817E4068BC5259E20591187C7350BCCE9E0B9A037E14FF94353FCAB76AFBD56B93B0E68DF8565E46E75B856C156971644A4E1AD91A30AD683C85692DE5B7E80A168967654384FF2964EBCE462DD9CA8291DA2FA665975AB2955F291F672AA37D61B235474614B295175164EBEE10DFA0F5F8F625BED5592A709B3F5CE55B7776300DC7E18E9C96527CEBC4B0E25B9F1F08DF0A91886F5DCB7AB979C5B762DF8D82B73356CBB7A275DC9EF6727342B656D648ED42B6D2207A9F812139944CC3EE7417C1AE820C879E406AE5D56B113E5FE5F55C5D9A15096EA137F07584BDB3762C5A537A21AE33C3F708DBDECB15A13B9DDE058D66653944A13ECD8A6393431F8CE9E99716399F71A7C6E52B4A61E0DF57995632C0C4A5ECEE4E62C7D360EB1AA6B53C73E0E4F3E28B812ADD913F94DFCF4077D023D33F5B34387B5E6380527ED8CB156B98564C533E2A4C2B0EBE30234C6B796623C4B41E5C28A6555B33605A6544544A64EBD60885EE48C63DEAA95E241FA809E5BE75547F39354D638295FB64C5B17AEFD6BC776FEBB1ABC803C4AEAE65AF6157E12C7A12A2DB8FC51DF271E0891C5146D011F1AA0B4538A9D263C0AE228D1D0CD28DE2C1A0B0AB900698A3B2B804808B545A7E3F59CBAEBE5C0EB1AB4703CCAE0E57D955AC39089B1DE9099252D13DC3C98CC8759FB3F91A7AAF64D40F07E80E93D7A9E155DDD768F79789430AA8D59D4D9596167A2BB35395B57E9D54A5181A3BC2A35A527571A74AAA2EEE94737B84AE243DBF5E75B7477452159F2B3D79776AA00EA9CA482BD0B05AC12755E1BE380E4E57EE656A15B1B7B1F2116AF5ED3062A4B291C3621FA55683E245D4AA96F225B25592F49744D2F32E8688EDD7A95599B34FA1465751C5ACB379486A1D3BC4E675A955F8A33B355D7D74395AD5917AA4A85572EDDD9770F31A6A55529C588BD41A065D3AB52A0BD652ABBB43EAB097FD3AB54ADBFD00A9FA1E7A70065FD34DCCB32C62473204BDE8337E785465544F76E9A2382822E12B234EC0E5CBD700D3754B2CAAE3D422224631AA22F1D9489045E9F761C5B5AB8C2ACC498C2A5D6029D5535A6051AA4CF01546154AA4ABB4CD594CF6DE156B185512266054F7B7024695267378497CF322F3FC938A2DDD54358CAA37384CA61A9E87BA0328A00C238FA0E5C3B701A35A57BF358C2AD209E6D3492F0E2A6307C4A8629DA31E0482F77A8618D5855E9FECA9422545A7F284AB16EA99C181903B7F904ED59CF127D1A9B2530D7D59E91957F4654D890A8845BC731D97FA1179AA5CEAFAD84F164615A17AC288A7EA455AD77BF51440D6352CEAC4127DC82FA116C0892181CEA27293B91470B8DEEB49F76D41A250560E28D46AC1BB429E0225E8FCA9723E80D0EC8973715859FD50DEEF73D0DF66B71585CAC6170A35280142A10A442547170A5501C05A0CB5378C9391135E4BA15212E61E0A99503101EB73550A5516D07C96F8D3830B8046B9F2A164BBF1025A23ACF87299EF80A7BDDD0332D2C914CD9C1CF3A6468842BD1CD5AD42B0F3A3FCA90AE8803CBDD6AEEAB638E419C36B429E567AFBA46D54301B28777D0CF51EE31F214F6B32BF224FB9462ACFE635AF214FB1F6C7C85306210498A649798A6DE494070DF9AF2FC90EE2FAA13E8FC9534AC47C9F4E74CCDAA40ABA37B355E6F44A8B76953955F644FDE99BA8D1A2ECCE6DC14F3985AEE67A9C293988389DCE99D68028AA07E32A9F909CE713C18235BF1398EAF18E76E8868A7B9E1AFE54BA019E22399E4AD395B027FEF45DAE1A6FD4C30E51F77A34532A6E068D82DE55092A15DE8F06993C955E5BBAB02A1B991BD4C953995C254FA95D1A2420585C93A78A3C853EAAE469FF61F97881C8D3609412080E979B4779771672449E06CF34F27445D01B91A7FEE35EFD814F9EAED417B75000E8A346E6E58B2A79CA5F096956C9D31500354A6F58849FAA2ACFFC298E1424369D3F45C20B1C39D063953FDD5CB86AEA0CCA6F416A7EDDDF813DCB1246D5F853AE0B3D7A070147919621C49F5E8EAA8BC5307FAA6FA8F8D393A9BAFCA92C850C80E421D83EC06E35ED325C09699CF8D3D9439D3F0DEFC5E9CAAF53CEE04E883CE50B56224FD706853C0DF4784565E5C15D441B22CF3DAC098D803CA5E4C291ACE6EAD95E91A7D38A3C2DF8329D0C22DA319363EAD4599EAFBC99F6763EF8FCE9B4E24F7944F853BF432B2AF29429E750010A98D38B3E403072259D33CD1D7B3975E522725210CD4EE99CA98CD3FDCCC60A71A667E7E5C2E84738D3A1816B2A625DCED4593D2D154675CE944634CE54616AADE67D8C3345F868F592A22CD81D09359FA94B984A62A69CA0A1435A4A08533EB6FC225AEE7A4284E9ECA1B797A12BADC20D0853BEE0FD3F4198BE19F99184E9FEEB9F4998BACBCFE0053F8B303DB840D9FEF184297186FFCF968A17FFD6EAA0AB65E33766CCB28D2F12F154D26C4DFDE919D32F129D5D66FCA9C1CABE0163FA8DF9ADA144B8215FFA4019EC2684E9D76CC21BF0A50FC96837A04A1F280BFE48AEF4218FFC104FFAD5977554F17192B4F680D773A475D4F6272449BF8A1BE4DCC988196FB58CEE68AAC3487558466BF4493466B426229661C62346026349236676DB786AA60C64A9D8D3067E148D1B1672640C29B2C148B4D1DBD1A491E88E1B6D498B568CC5FC79ED8944C46833B14783F1B5994C3D351E18BA7FF13C79F0D0080436CC765AC8B48DB6442C9680088938CB6823226847D378A26284DE4F5A313365450CDB4A3E4196B6EFD4E150BFC1DB2AAEAEA1501F26B1D6C719D47F807262D713A8FFECD78DEB28D42F12B1445AF7985AF2F4B75FFDE38D39D35F41DCDB8927210FBC862DFD9AD3C08D69D2AA9EFEBC3CE9975657C28EA66A284C65FA88F9147FA3B6D1AAF2A181CF92F87E0E6BFAD08C5118D4ECD96546D97DDB90E383DD5BAC365427A343D3FBCFA751FDA0688F3E41AE37E1CBAD56B42B05C74F1A1636796A74994F3B61833BC63F51B8325B2A3167B0420D3604A4B221A01597059E58918620AC3A21BB693FE625E9353F746C2E2FD1F8930416A098F165A113DAA1A9745CC420F6F117A5FD584BDD941C600AA8E28EF13BE40CC4A4114B98711AC4310D81372410AD489FA336B4CC318D2CD71AB5E92B8447A04B96B9732DBFFAA5158B9252C2E8D7973B224FC3A2A71281CCD845235F21B6C4C11DBCDAC55338D1C52D0BA737E3920023C82C460AB553569541E50934C0990AD9326E496EA4B1B8D52DEF4103EA397CA93B09EF8AB793A21FCAFB4ADEA741666C3593C9286C9248A794B2ACDBC1A4689CB02A39A8F1D75F7FF9D5DF3418389E190F9F9644B03B2863FA87A6A7DAAB700F647E1282F207494EA64D25DA2D3E59500D820521673485A8B3608FB6682B1D0BEE8760C1113AB902280F6A30BA213E32202205A02866A51AE07A71D409583E9188D92C9C89807A6C3DB5FFD6B0CCD60ED2107C1B4E13F1537C70DED60EABF531A59AAA6B8A2F77984FAC908CAD2812381ED668791A18AE0B8E908843A88E04E9D1C636145F6405A434C34CA73A12C9A86DB256B85A018951F6362289D634451CEA48A8F1FAAAAAC596A72C800F15345F7C90AA2688C0067C143194F52D4E1B4D24496DFE2714D36817ED08854561D376B16334657522C5A51112510A1F1A6B25C886D3F05AA8163C68C5DBD1E2283CE29B50CB94A4C0AF386524D927236627F6C0824624DAD686410A6C29EA2287814C6142D7B1B6749C0F1C4E2649AB0DC7D54DD0406F504E83D0D71B5244332536A0C26EBCDB11387F571A06C2EBC9687B078BFC1B247704CC758B910B4681A42503B59A94420001C8B69A0DEE185FA560514B7211908265DA56B0675B32D169C4A2664B94C00C67C888D506232BD08355F15A8D1FFC46C10CFFA0EC057F651B0FAD0E682CEC0E92107DE541B5C9B49DB283FD592188CE74928A10E2C4FC96D64D42D0769C31698AF2ED74A7AD79B94AE49D1C9CD84946C8EF495D56CC16FFA1A7B69582D011DF61E10C8847BFC8D87AD20724EA8CA6C4B1280B53A8739A2619E11CF78CEE44F2316D805A68530E904A4323E4958877AB1A3A412E64D1B936707E86F7B49A2C3224EAA4D44F0B066FE1181CC27E7842320A18BF1CA5A29D2ACD0652932C768285A4ACC95BE80903EECEA01465A0B52391B02D51B785B06BE518A5D562D8815C252824BEBF103AAA02CF88D565C53951016993E09AE554CDA3C0412768DB094AE4358EF30DFDE50D7F1DB51F871D459E7599B64DC15DAD59DD1D56FCFA62CF15D857B59F0E83A72A682C4EF7048091EF1E93E562099B752D898074A44E0E2F065E411B10C49B86CFFFCA9678499148893822AB2D1033D0588A3416BCAD224415410251BEA1B831404FC2393AE5CBA6CECFAF21FC22BA2D1FF8F545C5A67EE4283B249A1500361C2C8A7CC892B3E9F1A433914CB573CEB3ADE87FA6936205A83FDA690B9A8A26230C026035BF9013AE49B1363BCC080E4796E52221010ADD276556B7296727040CD592BE4376FF329DE2AA2EA8ED6BD9A53E8411A411D4EE24C28030A844AF56275AD2D158841329F931DCB0B32B2864E2236A371D1850AF4F410C6BA15C60368ED7128622AACA00C3B68B413B2403B3BE75F01D189C70B41E700CF022E4C4C9B415D4AC70766820506B537FA73C83150ECFB10D0DEE70B8EB4B87ED5FED01215144301681C8783B07902448ACDBC1D6815F07E6090CD910380699341DE7706A432D65DF66D8E33705AA5456438071AD09001153C056CCEA0F732534DBCD68BCC6191E2619F8C03CDAC58EE6094150697836C676C682AC36C53A2B03C3F400555834F254D201770EB405458FF1A00D28838E49790C09AAE99EE4EF703D070A5749A406330456A5773E2606E552A47916E7C748F0E08724D09D38703A053FC5CE9A5B86714AC4EA94EB010AD506FA4B7DB00410E5EB6E8289122C49AD1581F1E3A85236C7505BD24C57CB0DB622B41063F8827403877B9A50C982E4F51B0900CE27846BB9CC41526CD169FEBB9516FC452750CBF001E0CC5CE520968A1E027F57BA8E508D93F4964EC6A376079482F7126D359EF600278D309CE392139CAFA6F0D4F6D4DCB3C50493B73C652465986C435B00D91DE30B0C527E2084D189D8E3A2ADF0278597BF71838278DC394AAF4E535B709E205E283CA5C2765A4A553C5217BF8604554E436B5A0C2AAED66F1541464DE75BEB47D5BBA9A495824E6D8539F93AC24875B38BF860813A18D56248676EFB37053531232D7DBA4BD2433A89AC6A5BD717407F3B385D959E7F9AAE36D2229B15F9DBDAED61860660189B3446E832940E90BAAAF5BB85212AF5E9EC73ADDCEA365F73A5C0B73992A5234FF8AE50EDD8203E62FB22AB735FD7F647B568D243A141C1BDCE3483522A63BCB8AF08AE65DA1903050437333FEACCBF46D7424052775A0E2E860B10A093BB6948A936F591EFFD2BC897FD557527EA6B2B29281663CC5C1387FF2C57A57C9EDFA916B936062D869AD445044D7480A053662A9D4AA0247267A4A0F79594A66E424943EAD694DFA624E5AF54DB9FDF3168E32EEA4223B44D3215F43411D5E7CBED417043E48BAF5EB27F61309F1504D65F2B9DF261FE867E0BD08980ED40C1EF46A442A4B668AC937E0CE00F474CBB03BAEBB49226FD0EC01F16076FA3563DA2036AFA3180CC21D913E254FA733E8511BA32B4007AA80993D5E8145F0AEC950E043668E0FCA581BB16EA3325C5B1A7504BD5ED77CF92370457B39B297F6F6B0BEE20E0BC8F2DAB4B5D8CFB6AAF718BAFF982027EF7A59932EBA341FAAE797297FF06AC63E290040B13342AB5305C08F184F76DB7AA6D8AF211BDB5E432425D0B65F8DB7225A8EED1B97556883C4E88314528CABF6C0F41E620AB558555E15C7B7943C00D3094A01D35EB0A2026D14B32A2B7D9F5CC0685DC9E3032B568BF6E1FF39347871B345F5DA4F35AE81DB5BBD2A95AB4FD8D86D7DAA2491B0B275997D22EF3C508BFC739C28C71F0E3B12037F2CD062929C944BA9D6E34048273A16937E3EA56E98EF14B331AF3F173836145D9AB490B3641E394AA689D5D16157FCAB7C9941F741CD786385D187953B721B59423B2231A12384A6E02CC1A6F6FD0EF5A55B16BB592F1C04569C5683CCD766DB17C3FBAD2BDFC9293E3D7C15A3F001F386008BC7750EFD59AE8E28E2AD59D6037F34DC50C53DCD2C61E36685D80C5C1A4C7710D667812E0092C605B668C2193DFE7F20F032C75E1E88311C9FC5DA6AF631D600472111AB1BE85F2A3714BC151392BC9A20A538376632401E5232BFD6E42AEC8A928F1609A6E18EC14157DEA4CEE5CF70B862AF7F2BFFE270C0FAAB7483FEE770C0FD46A3FE7970C5F906CD0389CE4E7FC9C81EE206F27DADA7EEC0F1ABEFB2F8094794A', '', 0, 0);
INSERT INTO contract_party (id, contract_id, position, name, id_number, phone, address) VALUES (1, 1, 1, '欧阳䶮', '990102199003070011', '138 1234 5678', '杭州市滨江区长河路88号');
INSERT INTO contract_party (id, contract_id, position, name, id_number, phone, address) VALUES (2, 2, 1, '周八', '990102199003070011', '13700003333', '杭州市滨江区长河路88号');
INSERT INTO contract_party (id, contract_id, position, name, id_number, phone, address) VALUES (3, 3, 1, '欧阳䶮', '990102199003070011', '138 1234 5678', '杭州市滨江区长河路88号');
INSERT INTO contract_party (id, contract_id, position, name, id_number, phone, address) VALUES (4, 4, 1, '欧阳䶮', '990102199003070011', '138 1234 5678', '杭州市滨江区长河路88号');
INSERT INTO contract_line (id, contract_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed) VALUES (1, 1, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000);
INSERT INTO contract_line (id, contract_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed) VALUES (2, 3, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000);
INSERT INTO contract_line (id, contract_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed) VALUES (3, 4, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000, 18980000);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (1, 1, 0, 'deposit', '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '{"en": "on the day this contract is signed", "zh_CN": "签订本合同当日", "zh_TW": "簽訂本合約當日"}', 527, 1000000, '2026-11-21', 'signing', 0, 1);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (2, 1, 1, 'balance', '{"en": "Balance", "zh_CN": "余款", "zh_TW": "餘款"}', '{"en": "paid in full the day before hand-over", "zh_CN": "交车前一日付清", "zh_TW": "交車前一日付清"}', 9473, 17980000, '2036-11-30', 'delivery', -1, 0);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (3, 2, 0, 'deposit', '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '{"en": "on the day this contract is signed", "zh_CN": "签订本合同当日", "zh_TW": "簽訂本合約當日"}', 0, 0, '2026-11-21', 'signing', 0, 1);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (4, 2, 1, 'balance', '{"en": "Balance", "zh_CN": "余款", "zh_TW": "餘款"}', '{"en": "paid in full the day before hand-over", "zh_CN": "交车前一日付清", "zh_TW": "交車前一日付清"}', 0, 0, NULL, 'delivery', -1, 0);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (5, 3, 0, 'deposit', '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '{"en": "on the day this contract is signed", "zh_CN": "签订本合同当日", "zh_TW": "簽訂本合約當日"}', 527, 1000000, '2026-11-21', 'signing', 0, 1);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (6, 3, 1, 'balance', '{"en": "Balance", "zh_CN": "余款", "zh_TW": "餘款"}', '{"en": "paid in full the day before hand-over", "zh_CN": "交车前一日付清", "zh_TW": "交車前一日付清"}', 9473, 17980000, '2036-11-30', 'delivery', -1, 0);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (7, 4, 0, 'deposit', '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '{"en": "on the day this contract is signed", "zh_CN": "签订本合同当日", "zh_TW": "簽訂本合約當日"}', 527, 1000000, '2026-10-31', 'signing', 0, 1);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (8, 4, 1, 'balance', '{"en": "Balance", "zh_CN": "余款", "zh_TW": "餘款"}', '{"en": "paid in full the day before hand-over", "zh_CN": "交车前一日付清", "zh_TW": "交車前一日付清"}', 9473, 17980000, '2036-11-30', 'delivery', -1, 0);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (1, 1, 'manager', 'always', 1795226400000, 2, 1795226400000, 'granted', '', 3, NULL, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (10, 3, 'manager', 'supplement', 1795226400000, 2, 1795226400000, 'granted', '', 3, NULL, 2);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (11, 4, 'manager', 'always', 1793412000000, 2, 1793412000000, 'granted', '', 3, NULL, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (12, 4, 'cashier', 'large', 1793412000000, 5, 1793412000000, 'granted', '', 3, NULL, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (2, 1, 'cashier', 'large', 1795226400000, 5, 1795226400000, 'granted', '', 3, NULL, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (3, 3, 'manager', 'always', 1795226400000, 2, 1795226400000, 'granted', '', 3, NULL, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (4, 3, 'cashier', 'large', 1795226400000, 5, 1795226400000, 'granted', '', 3, NULL, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (5, 3, 'manager', 'supplement', 1795226400000, 2, 1795226400000, 'returned', 'x', 3, 1, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (6, 3, 'cashier', 'large', 1795226400000, NULL, NULL, 'returned', '', 3, 1, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (7, 3, 'manager', 'supplement', 1795226400000, 2, 1795226400000, 'granted', '', 3, 2, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (8, 3, 'cashier', 'large', 1795226400000, 5, 1795226400000, 'granted', '', 3, 2, NULL);
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason, asked_by_id, amendment_id, cancellation_id) VALUES (9, 3, 'manager', 'supplement', 1795226400000, 2, 1795226400000, 'returned', 'x', 3, NULL, 2);
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (1, '80ead3f1e24b49a5946639d1629330a8', 1, 1795226400000, 1795226400000, 'SJ-2026-000001', 1, '2026-11-21', 1000000, 'cash', '欧阳䶮', '', 5, NULL, '', NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (2, '26426aab49ee4a9e88593a675c2b63d7', 1, 1795226400000, 1795226400000, 'SJ-2026-000002', 1, '2026-11-21', -1000000, 'cash', '欧阳䶮', '', 5, 1, '输错', NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (3, '71998d183dfe446f87a065e79e29d71a', 1, 1795226400000, 1795226400000, 'SJ-2026-000003', 1, '2026-11-21', 1000000, 'transfer', '欧阳䶮', '0313', 5, NULL, '', NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (4, '0d87869cc48b4f49b239dfd2b3b3eaec', 1, 1795226400000, 1795226400000, 'SJ-2026-000004', 3, '2026-11-21', 100, 'cash', '欧阳䶮', '', 5, NULL, '', NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (5, '9933ebc1519143f49f1411a3a49d30e2', 1, 1795226400000, 1795226400000, 'SJ-2026-000005', 3, '2026-11-21', -100, 'cash', 'x', '', 5, NULL, '', 2, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (6, 'b5ce64ff6b1f450ca6420a8c91861cd9', 1, 1793412000000, 1793412000000, 'SJ-2026-000006', 4, '2026-10-31', 100, 'cash', 'x', '', 5, NULL, '', NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note, cancellation_id, stage) VALUES (7, 'bc36ccdebfa746adb3b1bf3bbcf82824', 1, 1795226400000, 1795226400000, 'SJ-2026-000007', 4, '2026-11-21', 18980000, 'card', 'x', '', 5, NULL, '', NULL, '');
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
INSERT INTO rotation_holiday (id, day, name) VALUES (2, '2027-02-17', '春节');
INSERT INTO contact_person (id, uid, version, created_at, changed_at, customer_id, name, post, wechat, email, note) VALUES (1, '83b521eeb1c14724acbc12829a9c29ae', 1, 1795226400000, 1795226400000, 1, '李采购', '采购经理', 'licg', 'li@example.com', '');
INSERT INTO contact_phone (id, contact_person_id, position, number, digits) VALUES (1, 1, 0, '139 1111 2222', '13911112222');
INSERT INTO contact_phone (id, contact_person_id, position, number, digits) VALUES (2, 1, 1, '0571-88880000', '057188880000');
INSERT INTO customer_tag (id, customer_id, position, tag) VALUES (1, 6, 0, '老客户');
INSERT INTO customer_tag (id, customer_id, position, tag) VALUES (2, 6, 1, '置换');
INSERT INTO customer_relation (id, customer_id, other_id, kind) VALUES (1, 1, 5, 'spouse');
INSERT INTO owned_goods (id, uid, version, created_at, changed_at, customer_id, make, model, colour, serial, serial_key, plate, plate_key, bought_on, bought_at, mileage, mileage_on, insurance_until, inspection_until, warranty_until, note, gone_on) VALUES (1, '2834c5e5858548c0ba81e8e59822dcab', 2, 1795226400000, 1795226400000, 1, '澜川', 'V5', '', '', '', '京A·12345', '京a12345', NULL, '', 42000, '2026-11-21', NULL, NULL, NULL, '', NULL);
INSERT INTO needs_assessment (id, uid, version, created_at, changed_at, customer_id, staff_id, asked_at, answers, summary) VALUES (1, '7395a137258f4400a163684e91dfbe14', 2, 1795226400000, 1795226400000, 1, 3, 1795226400000, '{"budget": "25 万"}', '25 万');
INSERT INTO grade_proposal (id, customer_id, grade, reason, proposed_by_id, proposed_at, decision, decided_by_id, decided_at, answer) VALUES (1, 1, 'vb', '老板朋友', 3, 1795226400000, 'granted', 2, 1795226400000, '');
INSERT INTO grade_proposal (id, customer_id, grade, reason, proposed_by_id, proposed_at, decision, decided_by_id, decided_at, answer) VALUES (2, 1, 'vb', '介绍来三位', 3, 1795226400000, 'open', NULL, NULL, '');
INSERT INTO customer_merge (id, uid, version, created_at, changed_at, kept_id, gone_id, staff_id, content, undone_at, undone_by_id) VALUES (1, 'b2b8d94646774591b150dad7b1de1d6a', 1, 1795226400000, 1795226400000, 7, 8, 3, '{"moved": [], "aside": {}, "fields": {}}', 1795226400000, 3);
INSERT INTO customer_loss (id, uid, version, created_at, changed_at, customer_id, staff_id, lost_at, reason, told, stage_before, value, wakes_on, woken_at, decision, decided_by_id, decided_at, remark) VALUES (1, '039130d68fac4cd4a040ba09c499e6f4', 2, 1795226400000, 1795226400000, 7, 3, 1795226400000, 'price', '', 'visited', 18980000, NULL, 1795226400000, 'refused', 2, 1795226400000, 'x');
INSERT INTO customer_loss (id, uid, version, created_at, changed_at, customer_id, staff_id, lost_at, reason, told, stage_before, value, wakes_on, woken_at, decision, decided_by_id, decided_at, remark) VALUES (2, '1aa563c3db19473dafc3f92739dbc96a', 2, 1795226400000, 1795226400000, 7, 3, 1795226400000, 'price', '', 'visited', 18980000, NULL, 1795226400000, 'granted', 2, 1795226400000, 'x');
INSERT INTO customer_apart (id, first_id, second_id, staff_id, said_at) VALUES (1, 7, 9, 3, 1795226400000);
INSERT INTO promise (id, uid, version, created_at, changed_at, customer_id, staff_id, what, keep_at) VALUES (1, 'd58a4078b16141a6a877e1d5beccaa74', 1, 1795226400000, 1795226400000, 10, 3, 'x', 1795312800000);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (1, 'bf1cd7cc52a04af985179e1d059f8fe8', 2, 1795226400000, 1795226400000, 'next_contact', 'customer', 1, '', 1, 3, 0, '', 1797818400000, 1795226400000, 'n', 'dropped', 1795226400000);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (10, '05e56cd9cee44a73b146376251685a0c', 1, 1795226400000, 1795226400000, 'next_contact', 'customer', 9, '', 9, 3, 0, '', 1797818400000, 1795226400000, 'n', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (11, '9fa9279679c142419aafd1aa721f586a', 2, 1795226400000, 1795226400000, 'woken', 'customer_loss', 1, '', 7, 3, 0, '', 1795391999000, NULL, '', 'dropped', 1795226400000);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (12, '92711a689dce4915bbaeedf26cafd985', 1, 1795226400000, 1795226400000, 'woken', 'customer_loss', 2, '', 7, 3, 0, '', 1795391999000, NULL, '', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (13, 'f324dc9aed864ff89711de9770697589', 2, 1795226400000, 1795226400000, 'next_contact', 'customer', 10, '', 10, 3, 0, '', 1797818400000, 1795226400000, 'n', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (14, '74a99323485f4081882308b45f71721a', 2, 1795226400000, 1795226400000, 'promise', 'promise', 1, '', 10, 3, 0, 'x', 1795312800000, NULL, '', 'dropped', 1795226400000);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (15, 'da8e35096e3b4643a5deecfd0ee08c31', 2, 1795226400000, 1795226400000, 'next_contact', 'customer', 11, '', 11, 3, 0, '', 1797818400000, 1795226400000, 'n', 'dropped', 1795226400000);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (16, '77bfe278f28b4743ade2182b6f2687fc', 2, 1793412000000, 1793412000000, 'next_contact', 'customer', 12, '', 12, 3, 0, '', 1796004000000, 1793412000000, 'n', 'dropped', 1793412000000);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (2, '0f91aa9c6d404e82974c25f7e3eaad28', 1, 1795226400000, 1795226400000, 'next_contact', 'customer', 2, '', 2, 3, 0, '', 1797818400000, 1795226400000, 'n', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (3, '930d7ea9c4a04c77b7a4e8c5703e3544', 5, 1795226400000, 1795226400000, 'next_contact', 'customer', 3, '', 3, 4, 0, '', 1797818400000, 1795226400000, 'n', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (4, 'd738f373c2ff4314a88930077e444a4e', 1, 1795226400000, 1795226400000, 'visit_left', 'register_line', 5, '', 3, 4, 0, '', 1795399200000, NULL, '', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (5, '4dc9069d7fa7420aa5b984be941a9739', 1, 1795226400000, 1795226400000, 'next_contact', 'customer', 4, '', 4, 3, 0, '', 1797818400000, 1795226400000, 'n', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (6, 'a1140688683e40cbb4417a6b28c0fd21', 1, 1795226400000, 1795226400000, 'next_contact', 'customer', 5, '', 5, 3, 0, '', 1797818400000, 1795226400000, 'n', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (7, '09b465de53d34e61bce42fb1b2a3db5e', 1, 1795226400000, 1795226400000, 'next_contact', 'customer', 6, '', 6, 3, 0, '', 1797818400000, 1795226400000, 'n', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (8, '721a426d16a8448e9a012d3a071e497a', 4, 1795226400000, 1795226400000, 'next_contact', 'customer', 7, '', 7, 3, 0, '', 1795399200000, 1795226400000, 'h', 'open', NULL);
INSERT INTO follow_up_task (id, uid, version, created_at, changed_at, rule, cause, cause_id, period, customer_id, staff_id, with_manager, about, due_at, counted_from, level, state, closed_at) VALUES (9, 'c8245685a20d48f0b5bfd0914860f92b', 7, 1795226400000, 1795226400000, 'next_contact', 'customer', 8, '', 8, 4, 0, '', 1797818400000, 1795226400000, 'n', 'dropped', 1795226400000);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (1, 1, 1795226400000, 'dropped', '', 'bought', NULL, 3, 1797818400000, NULL, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (10, 13, 1795226400000, 'reached', 'x', '', 3, 3, 1797818400000, 1797818400000, 14);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (11, 14, 1795226400000, 'dropped', 'x', 'withdrawn', 3, 3, 1795312800000, NULL, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (12, 15, 1795226400000, 'dropped', '', 'bought', NULL, 3, 1797818400000, NULL, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (13, 16, 1793412000000, 'dropped', '', 'bought', NULL, 3, 1796004000000, NULL, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (2, 9, 1795226400000, 'dropped', '', 'pool', NULL, 3, 1797818400000, NULL, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (3, 9, 1795226400000, 'reopened', '', '', NULL, 3, 1797818400000, 1797818400000, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (4, 8, 1795226400000, 'dropped', '', 'lost', NULL, 3, 1795399200000, NULL, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (5, 11, 1795226400000, 'dropped', '', 'lost', NULL, 3, 1795391999000, NULL, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (6, 8, 1795226400000, 'reopened', '', '', NULL, 3, 1795399200000, 1795399200000, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (7, 9, 1795226400000, 'dropped', '', 'merged', NULL, 3, 1797818400000, NULL, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (8, 9, 1795226400000, 'reopened', '', '', NULL, 3, 1797818400000, 1797818400000, NULL);
INSERT INTO follow_up_result (id, task_id, at, result, note, why, staff_id, whose_id, due_at, next_at, line_id) VALUES (9, 9, 1795226400000, 'dropped', '', 'erased', NULL, 4, 1797818400000, NULL, NULL);
INSERT INTO item_option (id, item_id, position, kind, name, price, cost, active) VALUES (1, 2, 0, 'colour', '灰', 0, 0, 1);
INSERT INTO item_option (id, item_id, position, kind, name, price, cost, active) VALUES (2, 2, 1, 'option', '加厚', 20000, 8000, 1);
INSERT INTO quote_approval (id, quote_id, step, because, wish, total, saved, asked_by_id, asked_at, decided_by_id, decided_at, decision, reason, void_at) VALUES (1, 3, 'manager', '[{"what":"percent","given":474,"limit":200,"categories":["vehicle"],"whole":false},{"what":"amount","given":900000,"limit":500000,"categories":["vehicle"],"whole":false}]', '', 18080000, 900000, 3, 1795226400000, 2, 1795226400000, 'returned', 'x', NULL);
INSERT INTO quote_approval (id, quote_id, step, because, wish, total, saved, asked_by_id, asked_at, decided_by_id, decided_at, decision, reason, void_at) VALUES (2, 3, 'manager', '[{"what":"percent","given":474,"limit":200,"categories":["vehicle"],"whole":false},{"what":"amount","given":900000,"limit":500000,"categories":["vehicle"],"whole":false}]', '', 18080000, 900000, 3, 1795226400000, 2, 1795226400000, 'granted', '', NULL);
INSERT INTO finance_offer (id, quote_id, position, name, method, down_payment, months, rate, fee, chosen) VALUES (1, 4, 0, '工行', 'equal_instalments', 5000000, 36, 360, 100000, 1);
INSERT INTO open_question (id, customer_id, asked, asked_by_id, asked_at, answer, answered_by_id, answered_at) VALUES (1, 1, 'x', 6, 1795226400000, 'x', 3, 1795226400000);
INSERT INTO amendment (id, uid, version, created_at, changed_at, number, contract_id, drafted_by_id, state, reason, returned, signed_on, frozen, no, whole_discount, subject, change, total) VALUES (1, '56338d58db6448ffb5ef03122e6b4b95', 6, 1795226400000, 1795226400000, 'HT-2026-0003-01', 3, 3, 'withdrawn', 'customer''s wish', 'x', NULL, NULL, 1, 0, '{}', 80000, 19060000);
INSERT INTO amendment (id, uid, version, created_at, changed_at, number, contract_id, drafted_by_id, state, reason, returned, signed_on, frozen, no, whole_discount, subject, change, total) VALUES (2, 'ac4735a06feb4685b4f6e6833ea20bc7', 5, 1795226400000, 1795226400000, 'HT-2026-0003-02', 3, 3, 'signed', 'price', '', '2026-11-21', X'789CED545D4FD35018FE2B4DBDDD92B623C076875FF1462FD4E88521CBA13D650D5D4F6D4F51244B8C0AE25780203A704630A028081A0D0CE7F0CFAC5DF72F7CCFE93A86CC0432BD312C59F6EEBCCFFB3EEFC739CFB87827973D7349CC8C8B2E250E668685F2F02B863F4BE1D4C7E04B35ACBE131322D23407BB2E3882CA5AF0E54DB8B325FBD33BE0B173C462013D929494E1AB489204C714DDCE5A5E7E083BE04BCBA9141C4B170794D352E41F42D60878FC9D557F7EB231B71D2E3F6D9E6691AA12CFA2E0ED5514456001820C1FF09B64988819CB334D6693115630C031479F92CFF79CEB4B032C8791C689C1D609A1B10D461E7AB831081043D3B0C5EC422121B62ABD70151A507A93C0994A4A0AC4A8C4A20E5269B623A61DE01AC316D6B204B28A1C20CB498555FD4787EAC1D8F33CA93FBBE64FACB3117863D8C9B22DB04AC560E37DA3F8B5B6BD290E722AD73329E2EDFA9F16827B6C370E462ECF6D3B868AE160D8219ECDA2C7456A50936DC77F38DD58DE6560722BF234F71CEC95FC9DD7C2B53E56A78DD568509E65D0C8BAE9019B41C7B24358E73704769C8898F68FFAD3FD6C4B6D68A4F3A1B781E393FE745F1A3E095133741D3BD882923349B900EDB9DE10251499F17FCD70F94DC8AA39640D030C92E930E9E60A39B64311313A29C79843DC0E56B1318AB5B8421359ED43F137171B0F67A3DD6A0635F874EB9FF6C2CDB74169C39F99F2679EFAD5B9E0E52A60340FFFBE57948F2EB02C495149363222AE42A24552AB2E041B7BBF91D4BEAFC083F31F3DAB95EF42FA5AA5189427DA48529C2425B593F4C55D452C121B1DB26D878C2233DAB54BB1CD3A78FE35DC626F366EB3758308BF242C295F3BABB219E36F2E078F76F7631AEBC57A65BA3E3379388C772F484A061E785B86DA8F4518DD7E86E0C56EF864B5F67DF6C81920FC400D9D2A1E8C9E19A29EC31FCE20BC6A10B7ABD74FC4EDBF17B7A0FCAAB13471226E4713B770ED5E0771FB5C85F348DCEADF1ED4E7B7BB13B7C64AB1B3B8551EFF43715B7F724C71DBFAD0A5B805A5FB30BAAEC4ED7335582A1F5FDCD8FB3E51B6FF5CD92E63CD53B1261814C3044E04EE48027716DBC485091C141F62093487050D8DC1AFE10AF1FE05B0A34D772177A711D4C097D84EC9908261093A5CFC1679D4B1005D6A49320A8DFD25FD1BB06DD35011A73E96080E34B37523836758B5D86173EC460BAF407C92E8FA71D5B0F00B846A0C02', 2, 0, '{}', -1, 18979999);
INSERT INTO amendment_line (id, amendment_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed) VALUES (1, 1, 1, NULL, 'accessory', '脚垫', '', '', 100, 80000, 0, 0, 0);
INSERT INTO amendment_line (id, amendment_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost, listed) VALUES (2, 2, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18979999, 0, 17000000, 18980000);
INSERT INTO amended_stage (id, contract_id, amendment_no, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (1, 3, 2, 0, 'deposit', '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '{"en": "on the day this contract is signed", "zh_CN": "签订本合同当日", "zh_TW": "簽訂本合約當日"}', 527, 1000000, '2026-11-21', 'signing', 0, 1);
INSERT INTO amended_stage (id, contract_id, amendment_no, position, code, name, condition, share, amount, due_on, event, days, deposit) VALUES (2, 3, 2, 1, 'balance', '{"en": "Balance", "zh_CN": "余款", "zh_TW": "餘款"}', '{"en": "paid in full the day before hand-over", "zh_CN": "交车前一日付清", "zh_TW": "交車前一日付清"}', 9473, 17979999, '2036-11-30', 'delivery', -1, 0);
INSERT INTO cancellation (id, uid, version, created_at, changed_at, number, contract_id, drafted_by_id, state, reason, returned, signed_on, frozen, fault, received, deposit, proposed, refund, because) VALUES (1, '5b44b9ebd3f248ceaff761ef4a8ee4eb', 2, 1795226400000, 1795226400000, 'JC-2026-0001', 3, 3, 'withdrawn', 'x', 'x', NULL, NULL, 'store', 100, 100, 100, 100, '');
INSERT INTO cancellation (id, uid, version, created_at, changed_at, number, contract_id, drafted_by_id, state, reason, returned, signed_on, frozen, fault, received, deposit, proposed, refund, because) VALUES (2, '0a9aab210a484fb9b9f8db96dc60d6ed', 7, 1795226400000, 1795226400000, 'JC-2026-0002', 3, 3, 'signed', 'x', 'x', '2026-11-21', X'789CED53DD6BD35014FF57C2F5B585241DABED5B2D8A08FA62D10729E136B96DC3D2DC90DC8CE9E88BE25014A6A838A5A27B50A7DDD68DC1AACECE7F66F9E87FE139E9D7C40F568608D20B21E79EF33B5FF79CDF32B955D78A57487E997882BB0C059B36E04FE26FADF8DEC770B717F7DE9114A186E132CF034378B011EEBE8EBB1D2558ED82C5A9731B1DE66439ADC0A7CAB20C6A419734DB6F54980BB69C92C9805ABE5C50CFC9037B85DA0B6009BA6F83672BFD27FBF1FAC3A156A3BACE7D5B80755E5555091D24050ED82D5EE3246FFB9685325FC08201CE12F419E5C2DCF96C0E6075468D2431C855CEC54806A1013DDC2803C4340C66A3DC6CA6C8B8D24B4568409D4F434E151C746E0B97EA62D2CAC5D21890390EF0CC9ACD0C8D434892001425AD62C9BF35E83EBC7923091A3CDE08EEB6B17FFF2673351C019649C2CDF7FDB5BDA3FD6D524E5279BE2568D26BB0F522BC8D837119F592D84BD82B0500CEA8B5197C790E8A1AE74632B4C356D07D255DCBE22370412D9257CEE6B23938184267E622334027CB296230877BA618DE1C97C3756C7459D5B747970AD3A9EFB1C1DB5207A08BD4C2C2719D9803FAE8E95EDCC12D196ED5A46C6E8DFCB060D24C8D7D82EDF5F0FEE7894FBFBD161DAC468F567E764B9E5292D53CACD4B108475F5F465B8793087FCE07D01FF2FD0A5D1ECC910ADF4D2653869D01EA94AECFA833A3CEDFA34EFBC194D4E97C382575C2D69D68A77762EAECF4C2379FA6A70E6ECF8C37FF156F4A75260D06FAEFA953701CCBD4A930A1CAA9F85318463B0D838AB848CCC5199C944657019BE6D5EAB4446A7E07B3214CF4', 'store', 100, 100, 100, 100, '');
INSERT INTO contract_signature (id, contract_id, amendment_id, cancellation_id, position, name, how, attachment_id, taken_at, taken_by_id) VALUES (1, 3, NULL, NULL, 1, 'x', 'scan', 2, 1795226400000, 3);
INSERT INTO contract_exception (id, uid, version, created_at, changed_at, number, contract_id, customer_id, kind, happened_on, what, logged_by_id, cost, ended_on) VALUES (1, '1d10a673debf45ee97e7f0e00157c527', 2, 1795226400000, 1795226400000, 'YC-2026-0001', 3, 11, 'missed', '2026-11-21', 'x', 6, 0, NULL);
INSERT INTO contract_exception_entry (id, exception_id, at, kind, text, told_by_id, amount, staff_id) VALUES (1, 1, 1795226400000, 'note', 'x', NULL, 0, 6);
INSERT INTO payment_reminder (id, uid, version, created_at, changed_at, number, contract_id, staff_id, reminded_on, channel, answer, promised_on, pay_by, still_open, interest) VALUES (1, 'eb15a57186654308b33e55bb97562d51', 1, 1795226400000, 1795226400000, 'CK-2026-0001', 4, 3, '2026-11-21', 'phone', '', NULL, '2026-11-28', 999900, 10499);
INSERT INTO payment_reminder_line (id, reminder_id, position, name, due_on, days, still_open, interest) VALUES (1, 1, 0, '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '2026-10-31', 21, 999900, 10499);
INSERT INTO invoice (id, uid, version, created_at, changed_at, number, contract_id, state, amount, title, tax_number, tax_invoice, asked_by_id, decided_by_id, decided_at, made_out_by_id, made_out_on, reverses_id, reason, note) VALUES (1, '1cafe9f4e68848e39fc1a0474e0513c8', 4, 1795226400000, 1795226400000, 'FP-2026-0001', 4, 'reversed', 1, 'x', '', '', 3, 2, 1795226400000, 5, '2026-11-21', NULL, '', '');
INSERT INTO invoice (id, uid, version, created_at, changed_at, number, contract_id, state, amount, title, tax_number, tax_invoice, asked_by_id, decided_by_id, decided_at, made_out_by_id, made_out_on, reverses_id, reason, note) VALUES (2, '73f9fb53cd5d4709ba17c17045e5b61c', 2, 1795226400000, 1795226400000, NULL, 4, 'refused', 2, 'x', '', '', 3, 2, 1795226400000, NULL, NULL, NULL, 'x', '');
INSERT INTO invoice (id, uid, version, created_at, changed_at, number, contract_id, state, amount, title, tax_number, tax_invoice, asked_by_id, decided_by_id, decided_at, made_out_by_id, made_out_on, reverses_id, reason, note) VALUES (3, '6f01d11373ec4fbfb9996a85708ac44d', 2, 1795226400000, 1795226400000, NULL, 4, 'withdrawn', 3, 'x', '', '', 3, NULL, NULL, NULL, NULL, NULL, '', '');
INSERT INTO invoice (id, uid, version, created_at, changed_at, number, contract_id, state, amount, title, tax_number, tax_invoice, asked_by_id, decided_by_id, decided_at, made_out_by_id, made_out_on, reverses_id, reason, note) VALUES (4, 'c663512952b84357be8694c3b300608c', 1, 1795226400000, 1795226400000, 'FP-2026-0002', 4, 'counter', -1, 'x', '', '', 5, NULL, NULL, 5, '2026-11-21', 1, 'x', '');
INSERT INTO received_statement (id, month, contract_id, staff_id, amount, note, said_at) VALUES (1, '2026-10', 4, 3, 100, '', 1795226400000);
INSERT INTO reconciliation (id, uid, version, created_at, changed_at, number, month, closed_by_id, corrects_id, note) VALUES (1, 'ac2e1602a2d54e158ee3b6006afe44e2', 1, 1795226400000, 1795226400000, 'DZ-2026-0001', '2026-10', 5, NULL, '');
INSERT INTO reconciliation (id, uid, version, created_at, changed_at, number, month, closed_by_id, corrects_id, note) VALUES (2, '6093e80c1b304464ada0c5010cdb9acf', 1, 1795226400000, 1795226400000, 'DZ-2026-0002', '2026-10', 5, 1, 'x');
INSERT INTO reconciliation_line (id, reconciliation_id, position, method, contract_id, staff_id, ledger, counted, note) VALUES (1, 1, 0, 'cash', NULL, NULL, 100, 100, '');
INSERT INTO reconciliation_line (id, reconciliation_id, position, method, contract_id, staff_id, ledger, counted, note) VALUES (2, 1, 1, NULL, 4, 3, 100, 100, '');
INSERT INTO reconciliation_line (id, reconciliation_id, position, method, contract_id, staff_id, ledger, counted, note) VALUES (3, 2, 0, 'cash', NULL, NULL, 100, 100, '');
INSERT INTO reconciliation_line (id, reconciliation_id, position, method, contract_id, staff_id, ledger, counted, note) VALUES (4, 2, 1, NULL, 4, 3, 100, 100, '');
INSERT INTO commission_terms (id, contract_id, rates, held, released_on, released_by_id) VALUES (1, 1, '{"accessory": 500, "pass_through": 0, "service": 300, "trade_in": 0, "vehicle": 50}', 0, NULL, NULL);
INSERT INTO commission_terms (id, contract_id, rates, held, released_on, released_by_id) VALUES (2, 3, '{"accessory": 500, "pass_through": 0, "service": 300, "trade_in": 0, "vehicle": 50}', 0, NULL, NULL);
INSERT INTO commission_terms (id, contract_id, rates, held, released_on, released_by_id) VALUES (3, 4, '{"accessory": 500, "pass_through": 0, "service": 300, "trade_in": 0, "vehicle": 100}', 1, '2026-11-21', 2);
INSERT INTO commission_split (id, contract_id, edition, state, rule, facts, reason, decided_by_id, decided_at) VALUES (1, 1, 1, 'proposed', 'closer', '{"closer": "孙悦", "number": "", "others": []}', '', NULL, 1795226400000);
INSERT INTO commission_split (id, contract_id, edition, state, rule, facts, reason, decided_by_id, decided_at) VALUES (2, 3, 1, 'proposed', 'closer', '{"closer": "孙悦", "number": "", "others": []}', '', NULL, 1795226400000);
INSERT INTO commission_split (id, contract_id, edition, state, rule, facts, reason, decided_by_id, decided_at) VALUES (3, 4, 1, 'confirmed', 'closer', '{"closer": "孙悦", "number": "", "others": []}', '', 3, 1795226400000);
INSERT INTO commission_split (id, contract_id, edition, state, rule, facts, reason, decided_by_id, decided_at) VALUES (4, 4, 2, 'ruled', 'manager', '{}', 'x', 1, 1795226400000);
INSERT INTO commission_share (id, split_id, position, staff_id, share) VALUES (1, 1, 0, 3, 10000);
INSERT INTO commission_share (id, split_id, position, staff_id, share) VALUES (2, 2, 0, 3, 10000);
INSERT INTO commission_share (id, split_id, position, staff_id, share) VALUES (3, 3, 0, 3, 10000);
INSERT INTO commission_share (id, split_id, position, staff_id, share) VALUES (4, 4, 0, 4, 10000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (1, 1, 1, 3, 5000, 'payment', '2026-11-21', 1795226400000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (2, 1, 2, 3, -5000, 'payment', '2026-11-21', 1795226400000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (3, 1, 3, 3, 5000, 'payment', '2026-11-21', 1795226400000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (4, 3, 4, 3, 1, 'payment', '2026-11-21', 1795226400000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (5, 3, NULL, 3, -1, 'cancellation', '2026-11-21', 1795226400000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (6, 4, 6, 3, 1, 'payment', '2026-10-31', 1793412000000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (7, 4, 7, 3, 189799, 'payment', '2026-11-21', 1795226400000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (8, 4, NULL, 4, 189800, 'split', '2026-11-21', 1795226400000);
INSERT INTO commission_entry (id, contract_id, payment_id, staff_id, amount, cause, booked_on, booked_at) VALUES (9, 4, NULL, 3, -189800, 'split', '2026-11-21', 1795226400000);
INSERT INTO commission_dispute (id, uid, version, created_at, changed_at, contract_id, raised_by_id, claim, ruled_by_id, ruled_at, ruling, split_id) VALUES (1, 'ec241d239e01424a9cc37f3e5c6dfb1d', 2, 1795226400000, 1795226400000, 4, 4, 'x', 2, 1795226400000, 'x', 3);
INSERT INTO search_grams (rowid, grams) VALUES (1, '^^^staff ^^u738bu603b ^^wangzong ^^wz ^^yuzong ^^yz ^u738b ^u738bu603b ^w ^wa ^wan ^wz ^y ^yu ^yuz ^yz a an ang g gz gzo n ng ngz o on ong u u603b u738b u738bu603b uz uzo w wa wan wz y yu yuz yz z zo zon');
INSERT INTO search_grams (rowid, grams) VALUES (2, '^^^staff ^^gaojingli ^^gjl ^^u9ad8u7ecfu7406 ^g ^ga ^gao ^gj ^gjl ^u9ad8 ^u9ad8u7ecf ^u9ad8u7ecfu7406 a ao aoj g ga gao gj gjl gl gli i in ing j ji jin jl l li n ng ngl o oj oji u7406 u7ecf u7ecfu7406 u9ad8 u9ad8u7ecf u9ad8u7ecfu7406');
INSERT INTO search_grams (rowid, grams) VALUES (3, '^^^staff ^^sunyue ^^sy ^^u5b59u60a6 ^s ^su ^sun ^sy ^u5b59 ^u5b59u60a6 e n ny nyu s su sun sy u u5b59 u5b59u60a6 u60a6 ue un uny y yu yue');
INSERT INTO search_grams (rowid, grams) VALUES (4, '^^^staff ^^lixiang ^^lx ^^u674eu60f3 ^l ^li ^lix ^lx ^u674e ^u674eu60f3 a an ang g i ia ian ix ixi l li lix lx n ng u60f3 u674e u674eu60f3 x xi xia');
INSERT INTO search_grams (rowid, grams) VALUES (5, '^^^staff ^^fangreyun ^^fangruoyun ^^fengreyun ^^fengruoyun ^^fry ^^pangreyun ^^pangruoyun ^^pry ^^u65b9u82e5u4e91 ^^wangreyun ^^wangruoyun ^^wry ^f ^fa ^fan ^fe ^fen ^fr ^fry ^p ^pa ^pan ^pr ^pry ^u65b9 ^u65b9u82e5 ^u65b9u82e5u4e91 ^w ^wa ^wan ^wr ^wry a an ang e en eng ey eyu f fa fan fe fen fr fry g gr gre gru n ng ngr o oy oyu p pa pan pr pry r re rey ru ruo ry u u4e91 u65b9 u65b9u82e5 u65b9u82e5u4e91 u82e5 u82e5u4e91 un uo uoy w wa wan wr wry y yu yun');
INSERT INTO search_grams (rowid, grams) VALUES (6, '^^^staff ^^cc ^^chenchen ^^u9648u6668 ^c ^cc ^ch ^che ^u9648 ^u9648u6668 c cc ch che e en enc h he hen n nc nch u6668 u9648 u9648u6668');
INSERT INTO search_grams (rowid, grams) VALUES (7, '7 ^^^item ^^lanchuanv7 ^^lcv7 ^^u65d7u8230u7248 ^^u6f9cu5dddv7 ^^v7 ^l ^la ^lan ^lc ^lcv ^u65d7 ^u65d7u8230 ^u65d7u8230u7248 ^u6f9c ^u6f9cu5ddd ^u6f9cu5dddv ^v ^v7 a an anc anv c ch chu cv cv7 h hu hua l la lan lc lcv n nc nch nv nv7 u u5ddd u5dddv u5dddv7 u65d7 u65d7u8230 u65d7u8230u7248 u6f9c u6f9cu5ddd u6f9cu5dddv u7248 u8230 u8230u7248 ua uan v v7');
INSERT INTO search_grams (rowid, grams) VALUES (8, '0 01 1 ^^^item ^^dj01 ^^jd ^^jiaodian ^^juedian ^^u811au57ab ^d ^dj ^dj0 ^j ^jd ^ji ^jia ^ju ^jue ^u811a ^u811au57ab a an ao aod d di dia dj dj0 e ed edi i ia ian iao j j0 j01 jd ji jia ju jue n o od odi u u57ab u811a u811au57ab ue ued');
INSERT INTO search_grams (rowid, grams) VALUES (9, '0 01 1 ^^^item ^^bx01 ^^jiaojiangxian ^^jiaoqiangxian ^^jjx ^^jqx ^^u4ea4u5f3au9669 ^b ^bx ^bx0 ^j ^ji ^jia ^jj ^jjx ^jq ^jqx ^u4ea4 ^u4ea4u5f3a ^u4ea4u5f3au9669 a an ang ao aoj aoq b bx bx0 g gx gxi i ia ian iao j ji jia jj jjx jq jqx jx n ng ngx o oj oji oq oqi q qi qia qx u4ea4 u4ea4u5f3a u4ea4u5f3au9669 u5f3a u5f3au9669 u9669 x x0 x01 xi xia');
INSERT INTO search_grams (rowid, grams) VALUES (11, '0 00 000 001 01 02 026 1 2 20 202 26 260 6 60 600 ^^^quote ^^bj20260001 ^^ouyangyan ^^oyy ^^u6b27u9633u4dae ^b ^bj ^bj2 ^o ^ou ^ouy ^oy ^oyy ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang b bj bj2 g gy gya j j2 j20 n ng ngy o ou ouy oy oyy u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (12, '0 00 000 001 003 01 02 026 03 031 036 1 12 120 17 2 20 201 202 203 26 260 2a 2a5 3 31 317 36 361 5 58 58t 6 60 600 61 612 7 7v 7v2 8 8t 8ta ^1 ^2 ^20 ^203 ^^1 ^^20361201 ^^^contract ^^ht20260001 ^^lyh7v2a58ta000317 ^^ouyangyan ^^oyy ^^u672cu5e97 ^^u6b27u9633u4dae ^^u6f9cu5ddd ^^u84dd ^^v7 ^h ^ht ^ht2 ^l ^ly ^lyh ^o ^ou ^ouy ^oy ^oyy ^u672c ^u672cu5e97 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae ^u6f9c ^u6f9cu5ddd ^u84dd ^v ^v7 a a0 a00 a5 a58 an ang g gy gya h h7 h7v ht ht2 l ly lyh n ng ngy o ou ouy oy oyy t t2 t20 ta ta0 u u4dae u5ddd u5e97 u672c u672cu5e97 u6b27 u6b27u9633 u6b27u9633u4dae u6f9c u6f9cu5ddd u84dd u9633 u9633u4dae uy uya v v2 v2a v7 y ya yan yh yh7 yy');
INSERT INTO search_grams (rowid, grams) VALUES (13, '1 18 188 5 57 571 6 65 657 66 7 71 718 76 766 77 776 8 86 865 88 889 89 899 9 97 977 99 997 ^8 ^86 ^865 ^^8657188997766 ^^^customer ^^u5f20u4e09u4e30 ^^zhangsanfeng ^^zsf ^u5f20 ^u5f20u4e09 ^u5f20u4e09u4e30 ^z ^zh ^zha ^zs ^zsf a an anf ang e en eng f fe fen g gs gsa h ha han n nf nfe ng ngs s sa san sf u4e09 u4e09u4e30 u4e30 u5f20 u5f20u4e09 u5f20u4e09u4e30 z zh zha zs zsf');
INSERT INTO search_grams (rowid, grams) VALUES (14, '0 00 000 002 02 026 2 20 202 26 260 6 60 600 ^^^quote ^^bj20260002 ^^u5f20u4e09u4e30 ^^zhangsanfeng ^^zsf ^b ^bj ^bj2 ^u5f20 ^u5f20u4e09 ^u5f20u4e09u4e30 ^z ^zh ^zha ^zs ^zsf a an anf ang b bj bj2 e en eng f fe fen g gs gsa h ha han j j2 j20 n nf nfe ng ngs s sa san sf u4e09 u4e09u4e30 u4e30 u5f20 u5f20u4e09 u5f20u4e09u4e30 z zh zha zs zsf');
INSERT INTO search_grams (rowid, grams) VALUES (15, '0 00 000 001 01 02 026 1 2 20 202 26 260 6 60 600 ^^^payment ^^ht20260001 ^^ouyangyan ^^oyy ^^sj2026000001 ^^u6b27u9633u4dae ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (16, '0 00 000 001 002 01 02 026 1 2 20 202 26 260 6 60 600 ^^^payment ^^ht20260001 ^^ouyangyan ^^oyy ^^sj2026000002 ^^u6b27u9633u4dae ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (17, '0 00 000 001 003 01 02 026 03 1 2 20 202 26 260 3 6 60 600 ^^^payment ^^ht20260001 ^^ouyangyan ^^oyy ^^sj2026000003 ^^u6b27u9633u4dae ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (18, '0 00 000 003 03 033 1 13 137 3 33 333 37 370 7 70 700 ^1 ^13 ^137 ^^13700003333 ^^^customer ^^u8d75u516d ^^zhaoliu ^^zhaolu ^^zl ^u8d75 ^u8d75u516d ^z ^zh ^zha ^zl a ao aol h ha hao i iu l li liu lu o ol oli olu u u516d u8d75 u8d75u516d z zh zha zl');
INSERT INTO search_grams (rowid, grams) VALUES (20, '0 00 000 001 01 011 1 11 111 13 137 3 37 370 7 70 700 ^1 ^13 ^137 ^^13700001111 ^^^customer ^^u738bu4e94 ^^wangwu ^^ww ^^yuwu ^^yw ^u738b ^u738bu4e94 ^w ^wa ^wan ^ww ^y ^yu ^yuw ^yw a an ang g gw gwu n ng ngw u u4e94 u738b u738bu4e94 uw uwu w wa wan wu ww y yu yuw yw');
INSERT INTO search_grams (rowid, grams) VALUES (22, '0 00 000 002 02 022 1 13 137 2 22 222 3 37 370 7 70 700 ^1 ^13 ^137 ^^13700002222 ^^^customer ^^hanmei ^^hm ^^u97e9u6885 ^h ^ha ^han ^hm ^u97e9 ^u97e9u6885 a an anm e ei h ha han hm i m me mei n nm nme u6885 u97e9 u97e9u6885');
INSERT INTO search_grams (rowid, grams) VALUES (23, '0 00 000 004 04 044 1 13 137 3 37 370 4 44 444 7 70 700 ^1 ^13 ^137 ^^13700004444 ^^^customer ^^tj ^^tunjiu ^^u5434u4e5d ^^u7f6eu6362 ^^u8001u5ba2u6237 ^^wj ^^wujiu ^t ^tj ^tu ^tun ^u5434 ^u5434u4e5d ^u7f6e ^u7f6eu6362 ^u8001 ^u8001u5ba2 ^u8001u5ba2u6237 ^w ^wj ^wu ^wuj i iu j ji jiu n nj nji t tj tu tun u u4e5d u5434 u5434u4e5d u5ba2 u5ba2u6237 u6237 u6362 u7f6e u7f6eu6362 u8001 u8001u5ba2 u8001u5ba2u6237 uj uji un unj w wj wu wuj');
INSERT INTO search_grams (rowid, grams) VALUES (24, '0 00 000 05 057 1 11 111 112 12 122 123 13 138 139 18 188 2 22 222 23 234 3 34 345 38 381 39 391 4 45 456 5 56 567 57 571 6 67 678 7 71 718 78 8 80 800 81 812 88 880 888 9 91 911 ^0 ^05 ^057 ^1 ^13 ^138 ^139 ^^057188880000 ^^13812345678 ^^13911112222 ^^^customer ^^lcg ^^licaigou ^^ouyangyan ^^oyy ^^u4eaca12345 ^^u674eu91c7u8d2d ^^u6b27u9633u4dae ^l ^lc ^lcg ^li ^lic ^o ^ou ^ouy ^oy ^oyy ^u4eac ^u4eaca ^u4eaca1 ^u674e ^u674eu91c7 ^u674eu91c7u8d2d ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a a1 a12 ai aig an ang c ca cai cg g go gou gy gya i ic ica ig igo l lc lcg li lic n ng ngy o ou ouy oy oyy u u4dae u4eac u4eaca u4eaca1 u674e u674eu91c7 u674eu91c7u8d2d u6b27 u6b27u9633 u6b27u9633u4dae u8d2d u91c7 u91c7u8d2d u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (25, '0 ^^^item ^^v0 ^v ^v0 v v0');
INSERT INTO search_grams (rowid, grams) VALUES (26, '0 00 000 003 02 026 03 2 20 202 26 260 3 6 60 600 ^^^quote ^^bj20260003 ^^ouyangyan ^^oyy ^^u6b27u9633u4dae ^b ^bj ^bj2 ^o ^ou ^ouy ^oy ^oyy ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang b bj bj2 g gy gya j j2 j20 n ng ngy o ou ouy oy oyy u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (27, '0 00 000 004 02 026 04 2 20 202 26 260 4 6 60 600 ^^^quote ^^bj20260004 ^^ouyangyan ^^oyy ^^u6b27u9633u4dae ^b ^bj ^bj2 ^o ^ou ^ouy ^oy ^oyy ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang b bj bj2 g gy gya j j2 j20 n ng ngy o ou ouy oy oyy u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (30, '0 00 000 002 02 020 1 13 139 2 20 200 3 39 390 9 90 900 ^1 ^13 ^139 ^^13900020002 ^^^customer ^^b ^^bing ^^u4e19 ^b ^bi ^bin ^u4e19 b bi bin g i in ing n ng u4e19');
INSERT INTO search_grams (rowid, grams) VALUES (31, '0 00 000 005 02 026 05 2 20 202 26 260 5 6 60 600 ^^^quote ^^bj20260005 ^^j ^^jia ^^u7532 ^b ^bj ^bj2 ^j ^ji ^jia ^u7532 a b bj bj2 i ia j j2 j20 ji jia u7532');
INSERT INTO search_grams (rowid, grams) VALUES (32, '0 00 000 002 02 020 1 13 139 2 20 200 3 39 390 9 90 900 ^1 ^13 ^139 ^^13900020000 ^^^customer ^^j ^^jia ^^u7532 ^j ^ji ^jia ^u7532 a i ia j ji jia u7532');
INSERT INTO search_grams (rowid, grams) VALUES (33, '0 00 000 003 03 030 1 13 139 3 30 300 39 390 9 90 900 ^1 ^13 ^139 ^^13900030000 ^^^customer ^^d ^^ding ^^u4e01 ^^z ^^zheng ^d ^di ^din ^u4e01 ^z ^zh ^zhe d di din e en eng g h he hen i in ing n ng u4e01 z zh zhe');
INSERT INTO search_grams (rowid, grams) VALUES (34, '0 00 000 003 03 033 1 13 137 3 33 333 37 370 7 70 700 ^1 ^13 ^137 ^^13700003333 ^^^customer ^^u5468u516b ^^zb ^^zhouba ^u5468 ^u5468u516b ^z ^zb ^zh ^zho a b ba h ho hou o ou oub u u516b u5468 u5468u516b ub uba z zb zh zho');
INSERT INTO search_grams (rowid, grams) VALUES (35, '0 00 000 002 02 026 2 20 202 26 260 6 60 600 ^^^contract ^^ht20260002 ^^u5468u516b ^^zb ^^zhouba ^h ^ht ^ht2 ^u5468 ^u5468u516b ^z ^zb ^zh ^zho a b ba h ho hou ht ht2 o ou oub t t2 t20 u u516b u5468 u5468u516b ub uba z zb zh zho');
INSERT INTO search_grams (rowid, grams) VALUES (36, '0 00 000 006 02 026 06 2 20 202 26 260 6 60 600 ^^^quote ^^bj20260006 ^^u5468u516b ^^zb ^^zhouba ^b ^bj ^bj2 ^u5468 ^u5468u516b ^z ^zb ^zh ^zho a b ba bj bj2 h ho hou j j2 j20 o ou oub u u516b u5468 u5468u516b ub uba z zb zh zho');
INSERT INTO search_grams (rowid, grams) VALUES (38, '0 00 000 003 004 02 026 03 04 2 20 202 26 260 3 4 6 60 600 ^^^payment ^^ht20260003 ^^ouyangyan ^^oyy ^^sj2026000004 ^^u6b27u9633u4dae ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (39, '0 00 000 001 002 003 01 02 026 03 030 031 036 1 12 120 17 2 20 201 202 203 26 260 2a 2a5 3 30 301 302 31 317 36 361 5 58 58t 6 60 600 61 612 7 7v 7v2 8 8t 8ta ^1 ^2 ^20 ^203 ^^1 ^^20361201 ^^^contract ^^ht20260003 ^^ht2026000301 ^^ht2026000302 ^^jc20260001 ^^jc20260002 ^^lyh7v2a58ta000317 ^^ouyangyan ^^oyy ^^u672cu5e97 ^^u6b27u9633u4dae ^^u6f9cu5ddd ^^u84dd ^^v7 ^h ^ht ^ht2 ^j ^jc ^jc2 ^l ^ly ^lyh ^o ^ou ^ouy ^oy ^oyy ^u672c ^u672cu5e97 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae ^u6f9c ^u6f9cu5ddd ^u84dd ^v ^v7 a a0 a00 a5 a58 an ang c c2 c20 g gy gya h h7 h7v ht ht2 j jc jc2 l ly lyh n ng ngy o ou ouy oy oyy t t2 t20 ta ta0 u u4dae u5ddd u5e97 u672c u672cu5e97 u6b27 u6b27u9633 u6b27u9633u4dae u6f9c u6f9cu5ddd u84dd u9633 u9633u4dae uy uya v v2 v2a v7 y ya yan yh yh7 yy');
INSERT INTO search_grams (rowid, grams) VALUES (40, '0 00 000 003 005 02 026 03 05 2 20 202 26 260 3 5 6 60 600 ^^^payment ^^ht20260003 ^^sj2026000005 ^^x ^h ^ht ^ht2 ^s ^sj ^sj2 ^x h ht ht2 j j2 j20 s sj sj2 t t2 t20 x');
INSERT INTO search_grams (rowid, grams) VALUES (41, '0 00 000 007 07 077 1 13 137 3 37 370 7 70 700 77 777 ^1 ^13 ^137 ^^13700007777 ^^^customer ^^qianqi ^^qq ^^u94b1u4e03 ^q ^qi ^qia ^qq ^u94b1 ^u94b1u4e03 a an anq i ia ian n nq nqi q qi qia qq u4e03 u94b1 u94b1u4e03');
INSERT INTO search_grams (rowid, grams) VALUES (42, '0 00 000 007 02 026 07 2 20 202 26 260 6 60 600 7 ^^^quote ^^bj20260007 ^^qianqi ^^qq ^^u94b1u4e03 ^b ^bj ^bj2 ^q ^qi ^qia ^qq ^u94b1 ^u94b1u4e03 a an anq b bj bj2 i ia ian j j2 j20 n nq nqi q qi qia qq u4e03 u94b1 u94b1u4e03');
INSERT INTO search_grams (rowid, grams) VALUES (43, '0 00 000 003 004 01 02 026 03 031 036 04 1 12 120 17 2 20 201 202 203 26 260 2a 2a5 3 31 317 36 361 4 5 58 58t 6 60 600 61 612 7 7v 7v2 8 8t 8ta ^1 ^2 ^20 ^203 ^^1 ^^20361201 ^^^contract ^^ht20260004 ^^lyh7v2a58ta000317 ^^ouyangyan ^^oyy ^^u672cu5e97 ^^u6b27u9633u4dae ^^u6f9cu5ddd ^^u84dd ^^v7 ^h ^ht ^ht2 ^l ^ly ^lyh ^o ^ou ^ouy ^oy ^oyy ^u672c ^u672cu5e97 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae ^u6f9c ^u6f9cu5ddd ^u84dd ^v ^v7 a a0 a00 a5 a58 an ang g gy gya h h7 h7v ht ht2 l ly lyh n ng ngy o ou ouy oy oyy t t2 t20 ta ta0 u u4dae u5ddd u5e97 u672c u672cu5e97 u6b27 u6b27u9633 u6b27u9633u4dae u6f9c u6f9cu5ddd u84dd u9633 u9633u4dae uy uya v v2 v2a v7 y ya yan yh yh7 yy');
INSERT INTO search_grams (rowid, grams) VALUES (44, '0 00 000 004 006 02 026 04 06 2 20 202 26 260 4 6 60 600 ^^^payment ^^ht20260004 ^^sj2026000006 ^^x ^h ^ht ^ht2 ^s ^sj ^sj2 ^x h ht ht2 j j2 j20 s sj sj2 t t2 t20 x');
INSERT INTO search_grams (rowid, grams) VALUES (45, '0 00 000 004 007 02 026 04 07 2 20 202 26 260 4 6 60 600 7 ^^^payment ^^ht20260004 ^^sj2026000007 ^^x ^h ^ht ^ht2 ^s ^sj ^sj2 ^x h ht ht2 j j2 j20 s sj sj2 t t2 t20 x');
