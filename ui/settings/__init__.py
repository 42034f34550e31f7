"""Settings of the shop, the staff, the store and this PC."""
