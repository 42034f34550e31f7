"""Test drives of demo cars: booked, prepared, driven, asked about (S4)."""
