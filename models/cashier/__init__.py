"""The cashier's desk: the drawer, what is overdue, reminders, invoices, and the month's reconciliation (S7)."""
