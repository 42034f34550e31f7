"""The catalogue as the settings keep it."""
