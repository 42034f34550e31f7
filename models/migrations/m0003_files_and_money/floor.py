"""What the showroom's floor adds: finding the days nobody closed."""

SQL: list[str] = ["CREATE INDEX rotation_day_open ON rotation_day (closed_at, day)"]
SQLITE: list[str] = []
SERVER: list[str] = []
