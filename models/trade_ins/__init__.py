"""Used vehicles appraised, offered, deducted and taken into stock (S5)."""
