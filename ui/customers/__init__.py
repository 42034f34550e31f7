"""Customers: the two registers, the list of files, and each customer's file (customers.md)."""

from ui.customers.tab import build

__all__ = ["build"]
