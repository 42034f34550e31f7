"""Appointments of the workshop: bays, hours, who comes when with which vehicle, parts wanted, reminders (W1)."""
