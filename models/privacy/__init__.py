"""What a customer may ask for: everything that is kept about them, or its erasure (C11)."""
