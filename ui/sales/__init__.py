"""Quotes, contracts and money, as the counter works with them."""
