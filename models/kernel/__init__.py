"""What every area stands on: money, errors, tables, the store, changes, permissions, numbers, search, language."""
