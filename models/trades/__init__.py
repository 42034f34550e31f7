"""Kinds of store as data: words, categories, plans of payments, contract texts, limits, sample goods (trades.md)."""
