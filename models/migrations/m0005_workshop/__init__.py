"""The workshop: parts, appointments, work orders, complaints, loans of the desk; large imports; a module for each."""

from models.migrations.m0005_workshop import appointments, complaints, importing, loans, parts, service

_PARTS = (parts, appointments, service, complaints, loans, importing)

SQL = [sql for part in _PARTS for sql in part.SQL]
SQLITE = [sql for part in _PARTS for sql in part.SQLITE]
SERVER = [sql for part in _PARTS for sql in part.SERVER]
