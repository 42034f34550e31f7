"""The showroom rotation: its days, each with its log, line-ups planned ahead, holidays."""

SQL = [
    """CREATE TABLE rotation_day (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    line_up TEXT NOT NULL,
    policy TEXT NOT NULL,
    carried TEXT NOT NULL,
    checkpoint TEXT NOT NULL) STRICT""",
    """CREATE TABLE rotation_event (
    id INTEGER PRIMARY KEY,
    day_id INTEGER NOT NULL REFERENCES rotation_day (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    decisions TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    token TEXT UNIQUE,
    UNIQUE (day_id, number)) STRICT""",
    """CREATE TABLE rotation_line_up (
    id INTEGER PRIMARY KEY,
    weekday INTEGER UNIQUE CHECK (weekday BETWEEN 0 AND 6),
    day TEXT UNIQUE,
    people TEXT NOT NULL,
    CHECK ((weekday IS NULL) <> (day IS NULL))) STRICT""",
    """CREATE TABLE rotation_holiday (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL) STRICT""",
]

SQLITE = [
    f"""CREATE TRIGGER rotation_event_no_{what} BEFORE {what.upper()} ON rotation_event
    BEGIN SELECT RAISE(ABORT, 'the log of the rotation is only added to'); END"""
    for what in ("update", "delete")
]

SERVER = [
    """CREATE FUNCTION rotation_event_stays() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the log of the rotation is only added to'; END $$""",
    """CREATE TRIGGER rotation_event_stays BEFORE UPDATE OR DELETE ON rotation_event
    FOR EACH ROW EXECUTE FUNCTION rotation_event_stays()""",
]
