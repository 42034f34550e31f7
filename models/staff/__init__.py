"""Staff: accounts, roles, PINs and who is at the counter."""
