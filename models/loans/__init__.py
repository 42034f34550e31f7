"""What the desk lends: umbrellas, trolleys, keys, courtesy cars; to whom, until when, for which deposit (W12)."""
