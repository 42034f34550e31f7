"""Whole days at the counter, through the real window, by keys and clicks only."""
