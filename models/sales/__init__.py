"""Quotes, contracts and money (sales.md)."""
