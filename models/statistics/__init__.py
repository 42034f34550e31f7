"""Figures of the store: a statistic of a period beside the period before, one value for screen, paper and file."""
