"""What the store stands in for after the work, and what it claims from makers (W10)."""
