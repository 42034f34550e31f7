"""Sample stores for looking around and for tests: an invented shop with a believable past."""
