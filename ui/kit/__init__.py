"""What every tab is built from: theme, widgets, forms, tables, notices, jobs, preview."""
