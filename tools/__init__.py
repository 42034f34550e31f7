"""Programs for those who build Frontdesk; the program itself imports none of them."""
