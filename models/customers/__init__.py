"""Customer files and the registers of visits and calls (customers.md)."""
