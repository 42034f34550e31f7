"""Registers whole: channel, outcome, invitation and message; the orders in which files are listed, each by an index."""

_CLOSED = "('ordered', 'delivered', 'lost')"
_OUTCOMES = "('', 'left_contact', 'test_drive', 'quote', 'order', 'no_interest', 'not_attended')"

SQL: list[str] = [
    "ALTER TABLE register_line ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    f"ALTER TABLE register_line ADD COLUMN outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN {_OUTCOMES})",
    "ALTER TABLE register_line ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE register_line ADD COLUMN invited_for INTEGER",
    "ALTER TABLE register_line ADD COLUMN message_for_id INTEGER REFERENCES staff (id)",
    "ALTER TABLE register_line ADD COLUMN passed_on_at INTEGER",
    "CREATE INDEX register_line_message ON register_line (message_for_id, at) "
    "WHERE message_for_id IS NOT NULL AND passed_on_at IS NULL",
    "CREATE INDEX register_line_invited ON register_line (invited_for) WHERE invited_for IS NOT NULL",
    "ALTER TABLE customer ADD COLUMN sort_key TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX customer_name ON customer (sort_key, id)",
    "CREATE INDEX customer_owner_name ON customer (owner_id, sort_key, id)",
    f"CREATE INDEX customer_open ON customer (intent, last_contact_at, id) WHERE stage NOT IN {_CLOSED}",
    "CREATE INDEX customer_owner_open ON customer (owner_id, intent, last_contact_at, id) "
    f"WHERE stage NOT IN {_CLOSED}",
    f"CREATE INDEX customer_closed ON customer (last_contact_at, id) WHERE stage IN {_CLOSED}",
    f"CREATE INDEX customer_owner_closed ON customer (owner_id, last_contact_at, id) WHERE stage IN {_CLOSED}",
]
SQLITE: list[str] = []
SERVER: list[str] = [
    'ALTER TABLE customer ALTER COLUMN sort_key TYPE TEXT COLLATE "C"',
]
RENEW = ["models.customers.findable.renew", "models.checking.searching.renew"]
