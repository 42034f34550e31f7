"""Follow-up tasks that write themselves: what is to be done for whom by when, and what came of it (customers.md C8)."""
