"""What every area stands on: money, errors, tables, the store, changes, permissions, numbers, search, language."""

from models.kernel import server_driver as server_driver  # before anything else imports peewee
