"""Who is at the counter: choosing a person and typing the PIN."""
