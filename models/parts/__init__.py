"""Parts of the workshop: the stock by quantity with its minimums, suppliers, documents, counts and orders (W11)."""
