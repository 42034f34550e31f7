"""Complaints from the first word to the customer's word that it is settled, and surveys (W10, C10)."""
