"""Appointments of the workshop and its bays."""

_RECORD = """
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,"""

_TAKEN = "state IN ('booked', 'confirmed', 'arrived')"
_APART = {"bay": "bay_id", "vehicle": "goods_id"}
"""What stands on one appointment at a time, and its column."""

_TWICE = """CREATE TRIGGER appointment_{what}_{name} BEFORE {event} ON appointment
WHEN NEW.{taken} AND EXISTS (SELECT 1 FROM appointment a WHERE a.{column} = NEW.{column} AND a.id <> NEW.id
    AND a.{taken} AND a.starts_at < NEW.starts_at + NEW.minutes * 60000
    AND NEW.starts_at < a.starts_at + a.minutes * 60000)
BEGIN SELECT RAISE(ABORT, 'the {what} has another appointment at this time'); END"""

_REWRITTEN = """NEW.text <> '' OR NEW.id <> OLD.id OR NEW.appointment_id <> OLD.appointment_id OR NEW.at <> OLD.at
    OR NEW.kind <> OLD.kind OR NEW.staff_id <> OLD.staff_id OR coalesce(NEW.reached, -1) <> coalesce(OLD.reached, -1)
    OR coalesce(NEW.starts_at, 0) <> coalesce(OLD.starts_at, 0)
    OR coalesce(NEW.new_starts_at, 0) <> coalesce(OLD.new_starts_at, 0)"""
"""An event stays as it was written; only its text may be emptied, when a person is forgotten."""

SQL: list[str] = [
    f"""CREATE TABLE workshop_bay ({_RECORD}
    name TEXT NOT NULL UNIQUE,
    skill TEXT NOT NULL,
    position INTEGER NOT NULL,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1))) STRICT""",
    f"""CREATE TABLE appointment ({_RECORD}
    number TEXT NOT NULL UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    goods_id INTEGER REFERENCES owned_goods (id),
    plate TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('maintenance', 'repair', 'warranty', 'body', 'inspection', 'survey',
        'other')),
    wish TEXT NOT NULL,
    bay_id INTEGER REFERENCES workshop_bay (id),
    advisor_id INTEGER REFERENCES staff (id),
    starts_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    courtesy TEXT NOT NULL,
    place TEXT NOT NULL,
    survey_fee INTEGER NOT NULL CHECK (survey_fee >= 0),
    state TEXT NOT NULL CHECK (state IN ('booked', 'confirmed', 'arrived', 'no_show', 'cancelled')),
    reason TEXT NOT NULL,
    work_order_id INTEGER) STRICT""",
    "CREATE INDEX appointment_starts ON appointment (starts_at, id)",
    "CREATE INDEX appointment_customer ON appointment (customer_id)",
    "CREATE INDEX appointment_goods ON appointment (goods_id)",
    "CREATE INDEX appointment_bay ON appointment (bay_id, starts_at)",
    "CREATE INDEX appointment_open ON appointment (state, starts_at) WHERE state IN ('booked', 'confirmed')",
    """CREATE TABLE appointment_part (
    id INTEGER PRIMARY KEY,
    appointment_id INTEGER NOT NULL REFERENCES appointment (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    UNIQUE (appointment_id, item_id)) STRICT""",
    """CREATE TABLE appointment_event (
    id INTEGER PRIMARY KEY,
    appointment_id INTEGER NOT NULL REFERENCES appointment (id),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('made', 'changed', 'moved', 'called', 'arrived', 'missed', 'cancelled')),
    text TEXT NOT NULL,
    reached INTEGER CHECK (reached IN (0, 1)),
    starts_at INTEGER,
    new_starts_at INTEGER,
    staff_id INTEGER NOT NULL REFERENCES staff (id)) STRICT""",
    "CREATE INDEX appointment_event_appointment ON appointment_event (appointment_id)",
]

SQLITE: list[str] = [
    """CREATE TRIGGER appointment_event_no_delete BEFORE DELETE ON appointment_event
BEGIN SELECT RAISE(ABORT, 'what happened to an appointment cannot be changed'); END""",
    f"""CREATE TRIGGER appointment_event_no_update BEFORE UPDATE ON appointment_event WHEN {_REWRITTEN}
BEGIN SELECT RAISE(ABORT, 'what happened to an appointment cannot be changed'); END""",
] + [
    _TWICE.format(what=what, name=event.split()[0].lower(), event=event, taken=_TAKEN, column=column)
    for what, column in _APART.items()
    for event in ("INSERT", f"UPDATE OF {column}, starts_at, minutes, state")
]

SERVER: list[str] = [
    """CREATE FUNCTION appointment_fixed() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'what happened to an appointment cannot be changed'; END
$$ LANGUAGE plpgsql""",
    """CREATE TRIGGER appointment_event_no_delete BEFORE DELETE ON appointment_event
FOR EACH ROW EXECUTE FUNCTION appointment_fixed()""",
    f"""CREATE TRIGGER appointment_event_no_update BEFORE UPDATE ON appointment_event
FOR EACH ROW WHEN ({_REWRITTEN}) EXECUTE FUNCTION appointment_fixed()""",
    *(
        f"""ALTER TABLE appointment ADD CONSTRAINT appointment_{what}_once EXCLUDE USING gist
    (box(point({column}, starts_at), point({column}, starts_at + minutes * 60000 - 1)) WITH &&)
    WHERE ({_TAKEN} AND {column} IS NOT NULL)"""
        for what, column in _APART.items()
    ),
]
