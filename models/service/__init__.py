"""Work orders: reception, estimate, authorisation, work, quality, settlement, hand-back (W2–W9, W13)."""
