"""Tests of trade-ins."""
